"""Who there is (tổ chức, con người): units, people, households, offices, mandates and accounts."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F, Q

from thidua.journal.actors import Actor
from thidua.journal.rows import Row
from thidua.org.states import ROLE_CHOICES, ROLES, Level
from thidua.vietnamese.name_keys import bare_key
from thidua.vietnamese.text import fold, name_sort_key, nfc

CANDIDATES = [("individual", "cá nhân"), ("collective", "tập thể"), ("household", "hộ gia đình")]


class Named(Row):
    """A row found by its name: as written, folded for search, and a key that sorts the Vietnamese way."""

    name = models.CharField("tên", max_length=250)
    folded = models.CharField(max_length=250, editable=False, db_index=True)
    sort_key = models.CharField(max_length=500, editable=False)

    class Meta:
        abstract = True

    def save(self, *args: object, **kwargs: object) -> None:
        self.key_the_name()
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def key_the_name(self) -> None:
        """Keep in step what the name is found and sorted by; rows saved in bulk call it themselves."""
        self.name = nfc(" ".join(self.name.split()))
        self.folded = fold(self.name)
        self.sort_key = name_sort_key(self.name)

    def __str__(self) -> str:
        return self.name

    @property
    def mark(self) -> str:
        """The seal of what the row says now (dấu nội dung): a form opened with another one is stale."""
        said = [str(getattr(self, field.attname)) for field in self._meta.concrete_fields]
        return hashlib.sha256("\x1f".join(said).encode()).hexdigest()[:20]


class Unit(Named):
    """A body of the locality (cơ quan, đơn vị): a People's Committee, an organisation under it, a village.

    `path` is the chain of codes from the top of the tree, each ending with "/"; a unit that ended names its
    successor (đơn vị kế thừa) and keeps its name on old papers. `heir` is who carries on today, after every
    further succession: what an ended unit left is read by the heir (`queries.left_to`).
    """

    code = models.SlugField("mã", max_length=40, unique=True)
    short_name = models.CharField("tên gọn", max_length=120)
    level = models.CharField("cấp", max_length=10, choices=Level.choices)
    place = models.CharField("địa danh trên văn bản", max_length=120, blank=True)
    symbol = models.CharField("ký hiệu cơ quan", max_length=40, blank=True)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name="trực thuộc",
    )
    path = models.CharField(max_length=400, editable=False, db_index=True)
    opened_on = models.DateField("hoạt động từ ngày")
    closed_on = models.DateField("kết thúc ngày", null=True, blank=True)
    successor = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="đơn vị kế thừa",
    )
    heir = models.ForeignKey("self", on_delete=models.PROTECT, null=True, editable=False, related_name="+")
    sector = models.CharField("khối", max_length=40, blank=True)
    address = models.CharField("địa chỉ", max_length=250, blank=True)
    telephone = models.CharField("điện thoại", max_length=20, blank=True)
    takes_part = models.BooleanField("tham gia thi đua", default=True)

    class Meta:
        ordering = ["path"]

    def save(self, *args: object, **kwargs: object) -> None:
        self.path = f"{self.parent.path if self.parent else ''}{self.code}/"
        super().save(*args, **kwargs)

    @property
    def is_government(self) -> bool:
        """True for a People's Committee: it has books, a council and a chair who decides (UBND)."""
        return self.level in {Level.PROVINCE, Level.DISTRICT, Level.COMMUNE}

    @property
    def is_village(self) -> bool:
        return self.level == Level.VILLAGE

    @property
    def in_sentence(self) -> str:
        """The name inside a sentence (tên trong câu): "thôn Bản Vàng"; the common noun of a village is small.

        Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục III.1.
        """
        return f"{self.name[:1].lower()}{self.name[1:]}" if self.is_village else self.name


class Candidate(Named):
    """Who may be commended (đối tượng): one record for all years, found however its name was typed.

    `same_as` is the record this one was merged into: a pointer, never a rewrite; `org.identify` resolves it.
    `said_as` is how the name is read aloud where its letters do not tell, as the unit says it.
    """

    name_key = models.CharField(max_length=250, editable=False, db_index=True, default="")
    said_as = models.CharField("cách đọc tên", max_length=250, blank=True)
    same_as = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged", verbose_name="gộp vào"
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(same_as__isnull=True) | ~Q(same_as=F("id")),
                name="%(app_label)s_%(class)s_not_itself",
            )
        ]

    def key_the_name(self) -> None:
        super().key_the_name()
        self.name_key = bare_key(self.name)


class Person(Candidate):
    """A person (cá nhân), one record for all years.

    `identity_seal` is a keyed digest of the identity number and `identity_tail` its last three digits: the
    number itself is kept nowhere; `identity_ground` says by which paper the office may hold it.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="people", verbose_name="đơn vị")
    honorific = models.CharField(
        "danh xưng", max_length=20, choices=[("Ông", "Ông"), ("Bà", "Bà")], default="Ông"
    )
    birth_year = models.PositiveSmallIntegerField("năm sinh", null=True, blank=True, db_index=True)
    position = models.CharField("chức vụ, nghề nghiệp", max_length=200, blank=True)
    address = models.CharField("nơi ở", max_length=250, blank=True)
    telephone = models.CharField("điện thoại", max_length=20, blank=True)
    ethnicity = models.CharField("dân tộc", max_length=40, blank=True)
    is_direct_worker = models.BooleanField("lao động trực tiếp", default=False)
    is_leader = models.BooleanField("lãnh đạo, quản lý", default=False)
    identity_seal = models.CharField(max_length=64, blank=True, editable=False, db_index=True)
    identity_tail = models.CharField("ba số cuối căn cước", max_length=3, blank=True, editable=False)
    identity_ground = models.CharField("căn cứ giữ số căn cước", max_length=200, blank=True)

    class Meta(Candidate.Meta):
        ordering = ["sort_key"]

    @property
    def is_woman(self) -> bool:
        return self.honorific == "Bà"


class Collective(Candidate):
    """A collective (tập thể): a whole unit or a part of it."""

    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="collectives", verbose_name="đơn vị"
    )
    members = models.PositiveIntegerField("số người", null=True, blank=True)
    women = models.PositiveIntegerField("số nữ", null=True, blank=True)

    class Meta(Candidate.Meta):
        ordering = ["sort_key"]


class Household(Candidate):
    """A household (hộ gia đình), named after its head."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="households", verbose_name="thôn")
    honorific = models.CharField(
        "danh xưng", max_length=20, choices=[("Ông", "Ông"), ("Bà", "Bà")], default="Ông"
    )
    address = models.CharField("địa chỉ", max_length=250, blank=True)
    ethnicity = models.CharField("dân tộc", max_length=40, blank=True)

    class Meta(Candidate.Meta):
        ordering = ["sort_key"]


class Distinction(Row):
    """Two records that a person has looked at and found to be two (không phải một): not proposed again.

    `one` is the smaller key of the two, so that a pair stands once.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=CANDIDATES)
    one = models.UUIDField()
    other = models.UUIDField()
    on = models.DateField("ngày ghi")
    by = models.CharField("người ghi", max_length=250)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="org_one_distinction_per_pair"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="org_distinction_in_order"),
        ]


class Office(Row):
    """An office in a unit (chức vụ): its title as written on papers and the role it is trusted with."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="offices", verbose_name="đơn vị")
    title = models.CharField("chức vụ", max_length=200)
    role = models.CharField("vai trò", max_length=20, choices=ROLE_CHOICES)

    class Meta:
        ordering = ["unit__path", "title"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "title", "role"], name="org_one_office_per_title")
        ]

    def __str__(self) -> str:
        return self.title


class Mandate(Row):
    """A person holding an office from a day to a day (việc giữ chức vụ): the one who acts."""

    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, related_name="mandates", verbose_name="chức vụ"
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="mandates", verbose_name="người giữ"
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="mandates", verbose_name="đơn vị")
    starts = models.DateField("từ ngày")
    ends = models.DateField("đến ngày", null=True, blank=True)
    paper = models.CharField("theo văn bản", max_length=200, blank=True)

    class Meta:
        ordering = ["unit__path", "office__title", "starts"]
        constraints = [
            models.UniqueConstraint(
                fields=["office", "person"], condition=Q(ends__isnull=True), name="org_one_open_mandate"
            ),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")), name="org_mandate_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person.name}, {self.office.title}"

    @property
    def role(self) -> str:
        return self.office.role

    @property
    def role_says(self) -> str:
        return ROLES[self.office.role].name

    def holds(self, *roles: str) -> bool:
        return self.office.role in roles

    def is_open(self, on: date) -> bool:
        """True when the mandate runs on that day."""
        return self.starts <= on and (self.ends is None or on <= self.ends)

    def actor(self, *, for_name: str = "") -> Actor:
        """Who acts, for the journal (người thực hiện)."""
        return Actor(
            "mandate", self.person.name, self.office.title, self.unit.name, self.pk, self.unit_id, for_name
        )


class User(AbstractUser):
    """An account (tài khoản): lets one person log in; what they may do comes from their mandates.

    Mail goes to `email` once the person has opened the link sent there: `email_confirmed_on`.
    """

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    telephone = models.CharField("điện thoại", max_length=20, blank=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="accounts")
    must_change_password = models.BooleanField("phải đổi mật khẩu", default=False)
    email_confirmed_on = models.DateField("ngày xác nhận địa chỉ thư", null=True, blank=True)
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["telephone"], condition=~Q(telephone=""), name="org_one_account_per_telephone"
            )
        ]

    def get_full_name(self) -> str:
        return self.person.name if self.person else self.username

    def get_short_name(self) -> str:
        return self.get_full_name()


class Installation(models.Model):
    """What this installation is (bản cài đặt): the office it was set up for, and whether it is a demo.

    A demo is loaded only where `is_demo` stands; its working day is set by hand.
    """

    office = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    is_demo = models.BooleanField(default=False)
    demo_year = models.PositiveSmallIntegerField(null=True)
    demo_until = models.CharField(max_length=20, blank=True)
    working_day = models.DateField("ngày làm việc", null=True)
