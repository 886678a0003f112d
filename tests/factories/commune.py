"""A small invented office for tests: province, district (in 2023), commune, bodies, villages, a mandate per
role.
"""

from __future__ import annotations

import pickle
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_save
from django.test import Client

from thidua.awards.models import Council, CouncilMember
from thidua.campaigns.models import Campaign, ContentArea, Criterion, OfferedAward
from thidua.journal.rows import short_code
from thidua.law.local import local_rules_on
from thidua.org.models import Collective, Household, Installation, Mandate, Office, Person, Unit, User
from thidua.records.models import LocalRule, NumberBook

OPENED = date(2020, 1, 1)
BACKEND = "thidua.web.login.NameOrTelephoneBackend"
OFFICERS = (
    ("chair", "Chủ tịch UBND", "Lương Quốc Thịnh"),
    ("vice_chair", "Phó Chủ tịch UBND", "Vi Thị Hạnh"),
    ("standing", "Thường trực Hội đồng TĐKT", "Hoàng Thị Mai"),
    ("clerk", "Văn thư", "Nông Văn Lý"),
    ("accountant", "Kế toán", "Chu Thị Sen"),
    ("culture", "Công chức Văn hóa - xã hội", "Lý Văn Khang"),
    ("secretary", "Thư ký Hội đồng TĐKT", "Đàm Thị Lan"),
    ("member", "Ủy viên Hội đồng TĐKT", "Triệu Văn Nghĩa"),
    ("admin", "Quản trị", "Hà Văn Bách"),
)


@dataclass
class CommitteeOffice:
    """One People's Committee with its mandates by role."""

    unit: Unit
    mandates: dict[str, Mandate] = field(default_factory=dict)

    def __getattr__(self, role: str) -> Mandate:
        try:
            return self.__dict__["mandates"][role]
        except KeyError:
            raise AttributeError(role) from None


@dataclass
class Commune:
    """The whole tree; `village`, `body` are the first of each, with their heads as mandates."""

    province: CommitteeOffice
    district: CommitteeOffice | None
    commune: CommitteeOffice
    villages: list[Unit]
    bodies: list[Unit]
    heads: dict[str, Mandate]

    @property
    def village(self) -> Unit:
        return self.villages[0]

    @property
    def body(self) -> Unit:
        return self.bodies[0]

    def head(self, unit: Unit) -> Mandate:
        return self.heads[unit.code]


def make_unit(name: str, code: str, level: str, parent: Unit | None, **more: Any) -> Unit:
    short = more.pop("short_name", name)
    return Unit.objects.create(
        name=name, short_name=short, code=code, level=level, parent=parent, opened_on=OPENED, **more
    )


def make_mandate(unit: Unit, name: str, *, role: str, title: str, **person: Any) -> Mandate:
    holder = Person.objects.create(name=name, unit=unit, position=title, **person)
    office = Office.objects.create(unit=unit, title=title, role=role)
    return Mandate.objects.create(office=office, person=holder, unit=unit, starts=OPENED)


def make_user(mandate: Mandate, username: str, password: str = "Nuoc-Suoi-2023") -> User:
    return User.objects.create_user(username=username, password=password, person=mandate.person)


def as_(mandate: Mandate) -> Client:
    """A browser in which the holder of a mandate is logged in, the account made for it."""
    client = Client()
    client.force_login(make_user(mandate, f"u{mandate.pk.hex[-10:]}"), backend=BACKEND)
    return client


def _office(unit: Unit, suffix: str, year: int) -> CommitteeOffice:
    mandates = {
        role: make_mandate(
            unit, name, role=role, title=f"{title} {unit.short_name}" if role == "chair" else title
        )
        for role, title, name in OFFICERS
    }
    for series, name, symbol in (
        ("office", "Sổ văn bản đi", unit.symbol or "UBND"),
        ("council", "Sổ văn bản Hội đồng", "HĐTĐKT"),
    ):
        NumberBook.objects.create(unit=unit, year=year, name=name, series=series, kinds=["*"], suffix=symbol)
    council = Council.objects.create(
        unit=unit,
        name=f"Hội đồng Thi đua - Khen thưởng {unit.short_name}",
        starts=OPENED,
        founded_by=f"Quyết định số 21/QĐ-UBND ngày 10/01/2020 của Chủ tịch UBND {unit.short_name}",
    )
    posts = (
        ("chair", "chair"),
        ("vice_chair", "vice"),
        ("standing", "standing"),
        ("culture", "member"),
        ("accountant", "member"),
        ("member", "member"),
        ("secretary", "secretary"),
    )
    for order, (role, post) in enumerate(posts, start=1):
        CouncilMember.objects.create(
            council=council, person=mandates[role].person, post=post, order=order, starts=OPENED
        )
    return CommitteeOffice(unit, mandates)


BODIES = (
    ("mttq", "Ủy ban Mặt trận Tổ quốc xã Nà Lâm", "MTTQ xã", "Nông Thị Thắm", "Chủ tịch Ủy ban MTTQ xã"),
    ("truong", "Trường Tiểu học Nà Lâm", "Trường Tiểu học", "Lương Thị Oanh", "Hiệu trưởng"),
)
VILLAGES = (("khuoi-cap", "Thôn Khuổi Cáp", "Hứa Văn Sinh"), ("ban-vang", "Thôn Bản Vàng", "Chu Văn Quyền"))


def _committee(place: str, code: str, level: str, parent: Unit | None) -> Unit:
    """A People's Committee named after its place ("xã Nà Lâm")."""
    name = f"Ủy ban nhân dân {place}"
    return make_unit(
        name, code, level, parent, short_name=place, place=place.partition(" ")[2], symbol="UBND"
    )


def make_commune(year: int = 2023) -> Commune:
    """Xã Nà Lâm with two bodies and two villages; a district above it only before 1/7/2025.

    It is put together once for all tests of a run and then laid down in bulk, the same rows each time.
    """
    tables, whole = pickle.loads(_recorded(year))
    for rows in tables:
        type(rows[0]).objects.bulk_create(rows)
    return whole


@cache
def _recorded(year: int) -> bytes:
    """The rows, table by table in the order of the first of each, and the tree that holds them; nothing stays
    in the database.
    """
    tables: defaultdict[type[Model], list[Model]] = defaultdict(list)

    def keep(instance: Model, **_: object) -> None:
        tables[type(instance)].append(instance)

    with transaction.atomic():
        post_save.connect(keep)
        try:
            whole = _built(year)
        finally:
            post_save.disconnect(keep)
        transaction.set_rollback(True)
    return pickle.dumps((list(tables.values()), whole))


def _built(year: int) -> Commune:
    province = _committee("tỉnh Lạng Bình", "lang-binh", "tinh", None)
    parent, district = province, None
    if year < 2025:
        parent = _committee("huyện Cao Sơn", "cao-son", "huyen", province)
        district = _office(parent, "UBND", year)
    unit = _committee("xã Nà Lâm", "na-lam", "xa", parent)
    commune = _office(unit, "UBND", year)
    bodies, villages, heads = [], [], {}
    for code, name, short, head, title in BODIES:
        bodies.append(make_unit(name, code, "don_vi", unit, short_name=short))
        heads[code] = make_mandate(bodies[-1], head, role="unit_head", title=title)
    for code, name, head in VILLAGES:
        villages.append(make_unit(name, code, "thon", unit))
        heads[code] = make_mandate(villages[-1], head, role="village_head", title="Trưởng thôn")
    Installation.objects.create(office=unit)
    whole = Commune(_office(province, "UBND", year), district, commune, villages, bodies, heads)
    confirm_local_rules(whole, year)
    return whole


def confirm_local_rules(whole: Commune, year: int) -> None:
    """Every local rule of the year with the value the law books propose, resting on an invented paper."""
    for office in (whole.commune, whole.district, whole.province):
        for rule in local_rules_on(date(year, 6, 1)) if office else ():
            LocalRule.objects.create(
                unit=office.unit,
                rule=rule.id,
                value=rule.proposed,
                paper="Quy chế Hội đồng TĐKT",
                starts=OPENED,
                confirmed_by="Lương Quốc Thịnh, Chủ tịch UBND",
            )


CONTENTS = ("Thi đua lao động sản xuất", "Thi đua giữ gìn an ninh biên giới")
FORMS = (
    ("giay_khen_xa", "Giấy khen của Chủ tịch UBND xã", "xa"),
    ("giay_khen_huyen", "Giấy khen của Chủ tịch UBND huyện", "huyen"),
    ("bang_khen_tinh", "Bằng khen của Chủ tịch UBND tỉnh", "tinh"),
)
STANDARDS = (
    ("collective", "Đối với tập thể", "Có ít nhất 01 mô hình, phần việc cụ thể"),
    ("individual", "Đối với cá nhân", "Sâu sát cơ sở, có giải pháp hữu ích"),
    ("household", "Đối với gia đình, nông dân, người lao động", "Gương mẫu, có việc làm thiết thực"),
)


def make_campaign(whole: Commune, *, state: str = "open", year: int = 2023) -> Campaign:
    """An open campaign: two contents, three award forms (two after the districts), criteria per group."""
    campaign = Campaign.objects.create(
        unit=whole.commune.unit,
        slug="90-nam",
        code=short_code(),
        state=state,
        title="Phát động đợt thi đua đặc biệt chào mừng 90 năm Ngày truyền thống Đảng bộ tỉnh",
        short_title="Thi đua chào mừng 90 năm",
        theme="“Chung một lòng, chắc từng việc”",
        launched_level="xa",
        starts=date(year, 3, 15),
        ends=date(year, 5, 31),
        celebrated_on=date(year, 6, 15),
    )
    for order, text in enumerate(CONTENTS, start=1):
        ContentArea.objects.create(
            campaign=campaign, order=order, text=text, short=text, clause=f"II.{order}"
        )
    for order, (form, title, level) in enumerate(FORMS, start=1):
        if level != "huyen" or whole.district:
            _offer(campaign, order, form, title, level)
    return campaign


def _offer(campaign: Campaign, order: int, form: str, title: str, level: str) -> None:
    """One award form with a criterion per group; the commune's is left to its chair, who has set it."""
    delegated, clause = level == "xa", f"V.2.{order}"
    award = OfferedAward.objects.create(
        campaign=campaign, order=order, form=form, title=title, level=level, delegated=delegated,
        clause=clause, standard_set_on=date(campaign.starts.year, 3, 20) if delegated else None,
    )  # fmt: skip
    for place, (recipient, group, text) in enumerate(STANDARDS, start=1):
        Criterion.objects.create(
            award=award, order=place, recipient=recipient, group=group, text=text,
            clause=f"{clause}.{'abc'[place - 1]}",
        )  # fmt: skip


def make_person(unit: Unit, name: str = "Lộc Văn Tài", **more: Any) -> Person:
    return Person.objects.create(name=name, unit=unit, **more)


def make_collective(unit: Unit, name: str = "Chi hội Phụ nữ thôn Khuổi Cáp") -> Collective:
    return Collective.objects.create(name=name, unit=unit)


def make_household(unit: Unit, name: str = "Hộ ông Chu Văn Quyền") -> Household:
    return Household.objects.create(name=name, unit=unit)
