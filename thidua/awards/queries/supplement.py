"""The parts of a dossier that can be asked for one by one (các phần của hồ sơ): ids, names and words."""

from __future__ import annotations

from uuid import UUID

from thidua.awards.models import Evidence, Nomination, Supplement
from thidua.awards.queries.criteria import number_of
from thidua.awards.queries.lawful import Part, parts_of, rulebook_of
from thidua.law.eligibility import MATTERS
from thidua.law.procedure import ReportSection
from thidua.law.ruling import Ruling, Weight, no
from thidua.vietnamese.dates import vn_date

FIELDS = {
    "address": "Chức vụ, đơn vị hoặc địa chỉ",
    "group": "Nhóm tiêu chuẩn",
    "achievement": "Tóm tắt thành tích",
    "period": "Thời gian lập thành tích",
    "initiative": "Sáng kiến, giải pháp",
    "previous_awards": "Khen thưởng đã nhận",
    "open_matter": "Việc đang xem xét",
}
# What is printed in a paper of ours opens the paper too, or the paper would keep the old words.
PRINTED_IN = {"field:achievement": "part:to_trinh", "field:address": "part:to_trinh"}
REPORT = "part:bao_cao"


def sections_of(nomination: Nomination) -> tuple[ReportSection, ...]:
    """The headings of the report by the law of the dossier's day (các mục của báo cáo)."""
    book = rulebook_of(nomination.unit, on=nomination.governed_on)
    return book.report_sections(nomination.recipient)


def written_sections(nomination: Nomination) -> list[tuple[ReportSection, str]]:
    """Each heading with what is written under it; a report that was one text stands under the first heading
    of the achievement.
    """
    sections = sections_of(nomination)
    if nomination.sections:
        return [(one, nomination.sections.get(one.id, "")) for one in sections]
    first = next((one.id for one in sections if one.part == "achievement"), "")
    return [(one, nomination.report if one.id == first else "") for one in sections]


def labels_of(nomination: Nomination) -> dict[str, str]:
    """The name of each part by its id (tên các phần), in the order of the dossier."""
    labels = {f"field:{name}": label for name, label in FIELDS.items()}
    labels |= {f"section:{one.id}": f"Báo cáo: {one.name}" for one, _ in written_sections(nomination)}
    for claim in nomination.claims.select_related("criterion"):
        labels[f"claim:{claim.criterion_id}"] = f"Tiêu chuẩn: {claim.criterion.text}"
    labels |= {f"part:{part.asked.id}": part.asked.name for part in parts_of(nomination)}
    return {place: label[:300] for place, label in labels.items()}


def words_of(nomination: Nomination) -> dict[str, str]:
    """What stands in each part now (nội dung từng phần), as words to compare and to show."""
    words = {f"field:{name}": getattr(nomination, name, "") for name in FIELDS}
    words["field:period"] = _period(nomination)
    words["field:open_matter"] = _matter(nomination)
    words |= {f"section:{one.id}": text for one, text in written_sections(nomination)}
    shown = list(Evidence.objects.filter(claim__nomination=nomination))
    for claim in nomination.claims.select_related("criterion__measure"):
        names = [one.says for one in shown if one.claim_id == claim.pk]
        said = [claim.text, number_of(claim), *names]
        words[f"claim:{claim.criterion_id}"] = "\n".join(filter(None, said)).strip()
    words |= {f"part:{part.asked.id}": _filed(part) for part in parts_of(nomination)}
    return words


def _period(nomination: Nomination) -> str:
    days = (nomination.achieved_from, nomination.achieved_to)
    return " đến ".join(vn_date(day) for day in days if day)


def _matter(nomination: Nomination) -> str:
    if nomination.has_open_matter is None:
        return "chưa trả lời"
    return MATTERS[nomination.open_matter] if nomination.has_open_matter else "không"


def _filed(part: Part) -> str:
    item = part.item
    if item is None:
        return ""
    day = vn_date(item.added_on)
    if item.document is None:
        return f"{item.note} ({day})"
    return f"{item.document.title}, bản {item.document.version} ({day})"


def open_supplement(nomination: Nomination) -> Supplement | None:
    """The supplement the unit works on (lần bổ sung đang chờ), None while the dossier is not returned."""
    if nomination.state != "returned":
        return None
    waiting = nomination.supplements.filter(answered_on=None, unit_id=nomination.holder_id)
    return waiting.prefetch_related("points").first()


def open_places(nomination: Nomination) -> frozenset[str] | None:
    """The parts the unit may change now (phần được sửa); None when that is the whole dossier."""
    supplement = open_supplement(nomination)
    asked = {point.place for point in supplement.points.all()} if supplement else set()
    if not asked:
        return None
    printed = {PRINTED_IN[place] for place in asked if place in PRINTED_IN}
    if any(not place.startswith("part:") for place in asked):
        printed.add(REPORT)
    return frozenset(asked | printed)


def supplements_of(nomination: Nomination) -> list[Supplement]:
    """Every return for supplement with its points (các lần bổ sung), the first one first."""
    return list(nomination.supplements.select_related("unit").prefetch_related("points"))


def days_used(nomination: Nomination, office_id: UUID) -> int:
    """How many days of an office's time limit had passed before the returns (số ngày thẩm định đã dùng)."""
    return sum(nomination.supplements.filter(unit_id=office_id).values_list("used", flat=True))


def lateness(nomination: Nomination) -> list[Ruling]:
    """That a dossier came in late and why it was taken (nộp muộn), for the appraisal to know."""
    if not nomination.late_reason:
        return []
    says = f"Hồ sơ nộp muộn, Thường trực đã nhận: {nomination.late_reason.rstrip('. ')}."
    return [no(says, rule="dossier:late", weight=Weight.INFORM)]
