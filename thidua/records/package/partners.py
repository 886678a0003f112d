"""Offices with an installation of their own (đơn vị trao đổi): entered, their keys compared, ended."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, unquote
from uuid import UUID

from django.db import transaction

from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.establish.units import UnitWords, free_code, place_in, short_form
from thidua.org.models import Mandate, Unit
from thidua.records.models import Partner, SealKey
from thidua.records.permissions import may_confirm_key, may_keep_partners
from thidua.records.seal import fingerprint, key_id_of
from thidua.vietnamese.text import same_text, squeeze

KEY_LINE = "thidua-khoa:1"
LEVELS = ("xa", "huyen", "tinh")
_LINE = re.compile(
    r"thidua-khoa:1;([0-9a-f-]{36});(xa|huyen|tinh);([0-9a-f]{64});([A-Za-z0-9%._~-]{1,900})", re.ASCII
)


@dataclass(frozen=True)
class Sheet:
    """What a key sheet says (bản khóa): the office with its key in its own installation, and its public key.

    `public` are 64 hex digits.
    """

    office: UUID
    level: str
    public: str
    name: str

    @property
    def line(self) -> str:
        """The sheet as one line of plain letters (dòng khóa), as in the QR code."""
        return f"{KEY_LINE};{self.office};{self.level};{self.public};{quote(self.name, safe='')}"

    @property
    def fingerprint(self) -> str:
        """What two people compare aloud (dấu vân tay của khóa)."""
        return fingerprint(bytes.fromhex(self.public))


def read_sheet(text: str) -> Sheet:
    """The key sheet behind a line that was scanned, pasted or uploaded (đọc dòng khóa).

    Raises `Refused` for anything else. Căn cứ: không (quy ước nội bộ).
    """
    match = _LINE.fullmatch("".join(text.split()))
    if match is None:
        because = (
            "Dòng khóa không đúng; hãy chép trọn dòng bắt đầu bằng “thidua-khoa:1;” ở bản khóa của nơi kia."
        )
        raise Refused(no(because, rule="partner:line"))
    try:
        office, name = UUID(match[1]), unquote(match[4], errors="strict")
    except ValueError as wrong:
        raise Refused(no("Dòng khóa bị chép sai chữ; hãy chép lại.", rule="partner:line")) from wrong
    return Sheet(office, match[2], match[3], squeeze(name)[:250])


def sheet_of(key: SealKey) -> Sheet:
    """The key sheet of an office of ours (bản khóa của cơ quan mình)."""
    return Sheet(key.unit.pk, key.unit.level, key.public, key.unit.name)


@transaction.atomic
def add_partner(sheet: Sheet, *, mandate: Mandate, on: date) -> Partner:
    """Enter an office by its key sheet (khai đơn vị trao đổi); nothing is taken from it until a person has
    compared the key. An office entered with this very key is returned as it is.

    Refused for the own office, and for one that stands neither above nor below. Căn cứ: không (quy ước nội
    bộ).
    """
    unit = mandate.unit
    may_keep_partners(mandate, unit, on=on).require()
    if sheet.office == unit.pk:
        raise Refused(no("Đây là bản khóa của chính cơ quan này.", rule="partner:own"))
    key_id = key_id_of(bytes.fromhex(sheet.public))
    known = Partner.objects.filter(unit=unit, their_id=sheet.office, ended_on=None)
    same = known.filter(public=sheet.public).first()
    if same is not None:
        return same
    before = known.first()
    if before is not None and before.office.level != sheet.level:
        raise Refused(no(f"Bản khóa ghi cấp khác với {before.office.name} đã khai.", rule="partner:level"))
    partner = Partner.objects.create(
        unit=unit, office=before.office if before else _office(unit, sheet, on=on), their_id=sheet.office,
        key_id=key_id, public=sheet.public, added_on=on, added_by=str(mandate),
    )  # fmt: skip
    says = f"Khai đơn vị trao đổi {partner.office.name}, khóa {key_id}; chưa đối chiếu."
    write("add_partner", says, actor=mandate.actor(), on=on, thing=partner)
    return partner


def _office(unit: Unit, sheet: Sheet, *, on: date) -> Unit:
    """The row that stands for the office here: the one above of its level, or one below, found or made."""
    if LEVELS.index(sheet.level) > LEVELS.index(unit.level):
        above = unit.parent
        while above is not None and above.level != sheet.level:
            above = above.parent
        if above is None or not same_text(above.name, sheet.name):
            stands = f"; cấp trên khai ở đây là {above.name}" if above else ""
            raise Refused(
                no(f"{sheet.name} không phải cấp trên của {unit.name}{stands}.", rule="partner:above")
            )
        return above
    if sheet.level == unit.level:
        raise Refused(
            no(f"{sheet.name} cùng cấp; chỉ trao đổi với cấp trên, cấp dưới.", rule="partner:level")
        )
    below = Unit.objects.filter(path__startswith=unit.path, level=sheet.level, closed_on=None)
    found = next((one for one in below if same_text(one.name, sheet.name)), None)
    return found or _new_office(unit, sheet, on=on)


def _new_office(unit: Unit, sheet: Sheet, *, on: date) -> Unit:
    """A row for an office below, with the key it has over there, so that both installations say the same."""
    made = Unit(
        name=sheet.name, short_name=short_form(sheet.name), level=sheet.level, place=place_in(sheet.name),
        symbol="UBND", parent=unit, opened_on=on, takes_part=False,
        code=free_code(UnitWords(name=sheet.name, level=sheet.level)),
    )  # fmt: skip
    if not Unit.objects.filter(pk=sheet.office).exists():
        made.pk = sheet.office
    made.save(force_insert=True)
    return made


@transaction.atomic
def confirm_key(partner: Partner, *, how: str, mandate: Mandate, on: date) -> None:
    """Write down that a person compared the key with the office (đối chiếu khóa), and how: from now on its
    packages are taken in. An earlier key of the same office ends.

    Refused without a word on how, and a second time. Căn cứ: không (quy ước nội bộ).
    """
    may_confirm_key(mandate, partner, on=on).require()
    said = squeeze(how)
    if not said:
        because = "Ghi đã đối chiếu với ai, bằng cách nào (gọi số nào, bản giấy đóng dấu ngày nào)."
        raise Refused(no(because, rule="partner:how"))
    others = Partner.objects.filter(unit=partner.unit, their_id=partner.their_id, ended_on=None)
    for other in others.exclude(pk=partner.pk):
        end_partner(other, why=f"Đổi sang khóa {partner.key_id}.", mandate=mandate, on=on)
    partner.confirmed_on, partner.confirmed_by, partner.confirmed_how = on, str(mandate), said[:250]
    partner.save(update_fields=["confirmed_on", "confirmed_by", "confirmed_how"])
    says = f"Đã đối chiếu khóa {partner.key_id} của {partner.office.name}: {said}."
    write("confirm_key", says, actor=mandate.actor(), on=on, thing=partner)


@transaction.atomic
def end_partner(partner: Partner, *, why: str, mandate: Mandate, on: date) -> None:
    """End the key of a partner (thôi dùng khóa): nothing sealed with it is taken in any more.

    Refused without a reason, and a second time. Căn cứ: không (quy ước nội bộ).
    """
    may_keep_partners(mandate, partner.unit, on=on).require()
    said = squeeze(why)
    if not said or partner.ended_on is not None:
        because = "Khóa này đã thôi dùng." if partner.ended_on else "Ghi lý do thôi dùng khóa."
        raise Refused(no(because, rule="partner:end"))
    partner.ended_on, partner.ended_why = on, said[:250]
    partner.save(update_fields=["ended_on", "ended_why"])
    says = f"Thôi dùng khóa {partner.key_id} của {partner.office.name}: {said}"
    write("end_partner", says, actor=mandate.actor(), on=on, thing=partner)
