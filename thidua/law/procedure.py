"""How an award is prepared (trình tự, thủ tục): dossier, forms, deadlines, grounds, council, gold book."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Literal

from thidua.law.authority import Level
from thidua.law.authority import form as award_form
from thidua.law.clock import add_days, add_working_days, next_working_day, working_days_between
from thidua.law.load import Source
from thidua.law.ruling import Ruling, yes
from thidua.law.shelf import LEVEL_NAMES, Shelf

Purpose = Literal["decision", "submission", "plan", "council"]


@dataclass(frozen=True)
class DossierPart:
    """One paper of a dossier (thành phần hồ sơ)."""

    id: str
    name: str
    required: bool
    source: str
    confirmed: bool


@dataclass(frozen=True)
class ReportForm:
    """The prescribed form of a paper (mẫu số), with the decree that prescribes it."""

    number: str
    decree: str
    says: str
    source: str
    confirmed: bool


@dataclass(frozen=True)
class ReportSection:
    """One heading of the achievement report (mục của báo cáo thành tích) with what to write under it.

    `part` says where it stands: "features" or "achievement".
    """

    id: str
    name: str
    hint: str
    part: Literal["features", "achievement"]


@dataclass(frozen=True)
class Posting:
    """An opinion of the people that the law itself asks for (niêm yết lấy ý kiến Nhân dân)."""

    days: int
    says: str
    source: str
    confirmed: bool


@dataclass(frozen=True)
class Deadline:
    """A time limit (thời hạn) in days, working days or calendar days."""

    id: str
    name: str
    days: int
    working: bool
    says: str
    source: str
    confirmed: bool

    def ends(self, start: date, *, used: int = 0) -> date:
        """The last day of the term when it runs from the day after `start` (ngày hết hạn); `used` of its days
        had passed before it was stopped.
        """
        left = max(self.days - used, 0)
        return next_working_day(add_working_days(start, left)) if self.working else add_days(start, left)

    def spent(self, start: date, end: date) -> int:
        """How many days of the term pass after `start` up to and with `end` (số ngày đã dùng)."""
        passed = working_days_between(start, end) if self.working else (end - start).days
        return max(passed, 0)


@dataclass(frozen=True)
class GoldBookRule:
    """How the gold-book number runs (số sổ vàng): "ordinal" in the decision, "running" per form and level."""

    rule: Literal["ordinal", "running"]
    says: str
    source: str
    confirmed: bool


@dataclass(frozen=True)
class CouncilRule:
    """How a council decides on a form (quy tắc biểu quyết).

    `threshold` is a share of the base, to be exceeded when `strict`, else to be reached; the base is all
    members, less those recused in the case.
    """

    quorum: Fraction
    threshold: Fraction
    strict: bool
    by_ballot: bool
    source: str
    confirmed: bool
    base: Literal["all_members"] = "all_members"
    recused_leave_base: bool = True


def dossier(shelf: Shelf, form_id: str, recipient: str) -> tuple[DossierPart, ...]:
    """The papers that a dossier for this form needs (hồ sơ đề nghị khen thưởng).

    Raises `Refused` when the form is not in force, not for that recipient, or the books hold no list.
    Căn cứ: Luật 2003, Điều 84; Luật 2022, Điều 84; Nghị định 98/2023/NĐ-CP, Điều 30, 34 (sổ dossiers).
    """
    wanted = award_form(shelf, form_id).given_to(recipient)
    version = shelf.needs("dossiers", _dossier_id(shelf, form_id), f"hồ sơ đề nghị {wanted.name}")
    return tuple(
        DossierPart(part, name, required=True, source=version.cites, confirmed=shelf.certain(version))
        for part, name in version.value["parts"].items()
    )


def _dossier_id(shelf: Shelf, form_id: str) -> str:
    entries = shelf.books.subjects["dossiers"].values()
    return next((entry.id for entry in entries if form_id in entry.fields["forms"]), form_id)


def prescribed_form(shelf: Shelf, paper: str) -> ReportForm | None:
    """The prescribed form of a paper on that day, None where the law prescribes none (mẫu số)."""
    version = shelf.on("reports", paper)
    if version is None or version.source is None:
        return None
    return ReportForm(
        number=version.value["number"],
        decree=version.source.short,
        says=version.says,
        source=version.cites,
        confirmed=shelf.certain(version),
    )


def report_sections(shelf: Shelf, recipient: str) -> tuple[ReportSection, ...]:
    """The headings under which the report of a kind of recipient is written that day (các mục của báo cáo).

    Căn cứ: khung mẫu báo cáo thành tích theo đợt, chuyên đề (sổ reports), chưa xác nhận nguyên văn.
    """
    version = shelf.on("reports", "report_campaign_sections")
    return tuple(
        ReportSection(row["id"], row["name"], row["hint"], row["part"])
        for row in (version.value["sections"] if version else ())
        if recipient in row["for"]
    )


def posting_required(shelf: Shelf, form_id: str) -> Posting | None:
    """The posting asked for before this form is given, None where none is (niêm yết): by the law, and for a
    Giấy khen by the office that set it.

    Căn cứ: Nghị định 86/2023/NĐ-CP, Điều 7 (sổ deadlines); Giấy khen: quy tắc địa phương posting_days.
    """
    for entry in shelf.books.subjects["deadlines"].values():
        version = entry.on(shelf.day)
        if version is not None and form_id in entry.fields.get("asks_the_people_for", ()):
            return Posting(
                int(version.value["days"]), version.says, version.cites, confirmed=shelf.certain(version)
            )
    days, form = shelf.local.chosen("posting_days"), shelf.books.entry("forms", form_id)
    if days is None or form is None or form.fields["family"] != "giay_khen":
        return None
    source = shelf.local.confirmed("posting_days").source
    return Posting(
        days, f"Danh sách đề nghị tặng Giấy khen được niêm yết {days} ngày.", source, confirmed=True
    )


def deadline(shelf: Shelf, deadline_id: str) -> Deadline:
    """A time limit on that day (thời hạn); raises `Refused` when there is none or a local rule waits."""
    entry = shelf.books.entry("deadlines", deadline_id)
    version = shelf.needs(
        "deadlines", deadline_id, entry.fields["name"] if entry else f"thời hạn “{deadline_id}”"
    )
    settled = shelf.local.settle(version.value["days"], version, kind="days")
    fields = shelf.books.subjects["deadlines"][deadline_id].fields
    return Deadline(
        id=deadline_id,
        name=fields["name"],
        days=int(settled.value),
        working=fields["working"],
        says=version.says,
        source=settled.source,
        confirmed=settled.confirmed,
    )


def ground_sources(shelf: Shelf, purpose: Purpose, level: Level) -> tuple[Source, ...]:
    """The acts that a paper of this kind and level cites as its grounds, highest first (căn cứ ban hành)."""
    entries = shelf.books.subjects["grounds"].values()
    cited = [
        version.source
        for entry in entries
        if purpose in entry.fields["purposes"] and level in entry.fields.get("levels", LEVEL_NAMES)
        if (version := entry.on(shelf.day))
    ]
    return tuple(source for source in cited if source)


def gold_book_rule(shelf: Shelf) -> GoldBookRule:
    """The rule for the gold-book number on that day (số sổ vàng).

    Căn cứ: Nghị định 98/2023/NĐ-CP, Điều 104 (sổ gold_book).
    """
    version = shelf.needs("gold_book", "gold_book", "số sổ vàng")
    return GoldBookRule(version.value["rule"], version.says, version.cites, shelf.certain(version))


def certificate_layout(shelf: Shelf) -> Ruling:
    """On what the printed layout of certificates rests that day (mẫu giấy khen, bằng khen): always a yes,
    `confirmed` only where its text was seen.

    Căn cứ: Nghị định 98/2023/NĐ-CP, Điều 104; Nghị định 152/2025/NĐ-CP, Điều 1 (sổ gold_book).
    """
    version = shelf.needs("gold_book", "certificate_layout", "mẫu giấy khen, bằng khen")
    seen = shelf.certain(version)
    return replace(yes(version.says, source=version.cites, rule="certificate:layout"), confirmed=seen)


def revocation_basis(shelf: Shelf) -> Ruling:
    """On what the cancelling of an award rests that day (căn cứ hủy bỏ, thu hồi): always a yes,
    `confirmed` only where its text was seen.

    Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 93 khoản 2 (sổ principles).
    """
    version = shelf.needs("principles", "P16", "việc hủy bỏ, thu hồi khen thưởng")
    seen = shelf.certain(version)
    return replace(yes(version.says, source=version.cites, rule="revoke:basis"), confirmed=seen)


def unseen_sources(shelf: Shelf, purpose: Purpose, level: Level) -> tuple[Source, ...]:
    """The acts among the grounds of a paper whose text was not seen, or that may have lapsed (căn cứ chưa xác
    nhận).
    """
    return tuple(
        source
        for source in ground_sources(shelf, purpose, level)
        if not source.confirmed or (source.review is not None and shelf.day >= source.review)
    )


def council_rule(shelf: Shelf, form_id: str) -> CouncilRule:
    """Quorum and threshold for a form on that day (quy tắc biểu quyết của Hội đồng).

    Raises `Refused` when the form is not in force, the books hold no rule for it, or a local rule waits.
    Căn cứ: Nghị định 91/2017/NĐ-CP, Điều 45; Nghị định 98/2023/NĐ-CP, Điều 30 khoản 7 (sổ council).
    """
    wanted = award_form(shelf, form_id)
    version = shelf.needs("council", form_id, f"tỷ lệ biểu quyết đối với {wanted.name}")
    threshold = shelf.local.settle(version.value["threshold"], version, kind="fraction")
    quorum = shelf.local.confirmed("council_quorum")
    return CouncilRule(
        quorum=Fraction(str(quorum.value)),
        threshold=Fraction(str(threshold.value)),
        strict=version.value["strict"],
        by_ballot=version.value["by_ballot"],
        source="; ".join(dict.fromkeys([threshold.source, quorum.source])),
        confirmed=threshold.confirmed,
    )
