"""What the reader understood, as proposals for a person (đề xuất của bộ đọc): one row per value and per
problem.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Any

from thidua.campaigns.models import Proposal
from thidua.campaigns.models.campaign import SURE
from thidua.campaigns.queries.doubts import doubt
from thidua.campaigns.queries.plan import LISTS, Plan, root_of
from thidua.campaigns.queries.standing import fallen_acts
from thidua.law.book import Rulebook, rulebook_on
from thidua.law.ruling import Refused
from thidua.reading.plan import read_plan
from thidua.reading.plan.stretches import stretches_of
from thidua.reading.source import Source

NAMES = {
    "title": "Tên phong trào",
    "theme": "Chủ đề",
    "occasion": "Nhân dịp",
    "issuing_body": "Cơ quan ban hành",
    "parent_body": "Cơ quan cấp trên",
    "number": "Số, ký hiệu",
    "place": "Địa danh",
    "scope_text": "Phạm vi",
    "period.text": "Thời gian",
    "period.start": "Từ ngày",
    "period.end": "Đến hết ngày",
    "period.review": "Sơ kết, tổng kết",
    "closing": "Câu kết",
    "signer.authority": "Thẩm quyền ký",
    "signer.role": "Chức vụ người ký",
    "signer.name": "Người ký",
}
QUIET = (
    "doc_type",
    "number_line",
    "place_date",
    "date",
    "period.start_text",
    "period.end_text",
    "eligible.text",
    "appendix.columns",
)
NEEDED = (("title", "Tên phong trào"), ("period.end", "Đến hết ngày"))
COPIED = ("title", "theme", "purposes", "requirements", "purposes_requirements", "contents", "solutions",
          "targets",
          "eligible", "awards", "responsibilities", "recipients")  # fmt: skip
EMPTY: Plan = {
    "is_campaign_plan": True, "title": None, "period": {"text": None, "start": None, "end": None},
    "eligible": {"groups": []},
    "purposes": [], "requirements": [], "contents": [], "solutions": [], "targets": [], "legal_bases": [],
    "awards": [],
    "responsibilities": [], "recipients": [], "deadlines": [], "places": {}, "problems": [],
}  # fmt: skip
FORMS = {"xã": "giay_khen_xa", "huyện": "giay_khen_huyen", "tỉnh": "bang_khen_tinh"}
WORDS = {"giay_khen_xa": "giấy khen", "giay_khen_huyen": "giấy khen", "bang_khen_tinh": "bằng khen"}


def understood(source: Source, *, way: str) -> Plan:
    """What the reader makes of a source (kết quả đọc); of another office's plan only the wording is taken."""
    plan: Plan = dict(read_plan(source).as_json())
    return _as_pattern(plan) if way == "new" else plan


def stretches_in(source: Source) -> list[list[Any]]:
    """The paragraphs of a source as they are kept: from, to, clause (các đoạn)."""
    return [[one.start, one.end, one.clause] for one in stretches_of(source)]


def _as_pattern(plan: Plan) -> Plan:
    """Another plan's wording with its places, every value to be gone over by a person."""
    places = {
        path: {**place, "confidence": None}
        for path, place in plan["places"].items()
        if root_of(path) in COPIED
    }
    kept = {name: plan[name] for name in COPIED if plan.get(name)}
    return {
        **EMPTY,
        "is_campaign_plan": plan["is_campaign_plan"],
        "reason": plan.get("reason"),
        **kept,
        "places": places,
    }


def proposals_from(plan: Plan, source: Source, *, on: date) -> Iterator[Proposal]:
    """Everything a person has to go over: slips, forms that cannot be given, gaps, values (đề xuất)."""
    suspected = chain(problems(plan), fallen_acts(plan, on), unknown_forms(plan, rulebook_on(on)))
    for value in chain(suspected, gaps(plan), values(plan)):
        if value.kind == "value" and value.confidence is not None and value.confidence < SURE:
            value.why = doubt(value, source)
        yield value


def label_of(path: str, plan: Plan) -> str:
    """What a path is called on the page (tên gọi của một mục)."""
    if path in NAMES:
        return NAMES[path]
    field, _, rest = path.partition("[")
    if field in LISTS:
        return f"{LISTS[field]} {int(rest.rstrip(']')) + 1}"
    if field == "awards":
        return _award_label(path, plan)
    place = path.rpartition(".")[2].partition("[")[0]
    parts = {"body": "Ai làm", "tasks": "Việc phải làm", "group": "Nhóm", "items": "Thành phần hồ sơ",
             "what": "Việc có hạn",
             "iso": "Hạn", "text": "Nội dung", "award_funding": "Kinh phí khen thưởng",
             "assessment": "Cách đánh giá, xếp hạng", "per": "Tính trên", "points": "Điểm",
             "no": "Số thứ tự", "name": "Tên đợt", "start": "Từ ngày", "end": "Đến hết ngày",
             "title": "Tên phụ lục", "attached_to": "Kèm theo văn bản"}  # fmt: skip
    return parts.get(place, "Nội dung")


def _award_label(path: str, plan: Plan) -> str:
    number = int(path[len("awards[") :].partition("]")[0])
    if path.endswith(".form"):
        return "Hình thức"
    if path.endswith(".lead"):
        return "Câu dẫn"
    if path.endswith(".group"):
        return "Nhóm"
    awards = plan.get("awards") or []
    award = awards[number] if number < len(awards) else {}
    return "Tiêu chuẩn" if not award.get("delegated") else "Giao cho cấp khác quy định"


def values(plan: Plan) -> Iterator[Proposal]:
    """One proposal per value that was read, with its place."""
    for path, place in plan.get("places", {}).items():
        if path.partition("[")[0] in QUIET or root_of(path) in QUIET:
            continue
        yield Proposal(
            kind="value",
            path=path,
            label=label_of(path, plan),
            value=str(value_at(plan, path) or ""),
            clause=place["clause"],
            starts=place["from"],
            ends=place["to"],
            confidence=place["confidence"],
        )


def value_at(plan: Plan, path: str) -> Any:
    """The value at a path of the reader's answer."""
    found: Any = plan
    for step in path.replace("]", "").replace("[", ".").split("."):
        found = found[int(step)] if step.isdigit() else found[step]
    return found


def gaps(plan: Plan) -> Iterator[Proposal]:
    """What a campaign needs and the plan does not say: an empty value to fill in."""
    for path, label in NEEDED:
        there = plan["period"]["end"] if path == "period.end" else plan.get(path)
        if not there:
            yield Proposal(
                kind="value", path=path, label=label, why="Không thấy trong kế hoạch; hãy ghi hoặc bỏ qua."
            )
    said = {
        "purposes": plan.get("purposes") or plan.get("purposes_requirements"),
        "contents": plan.get("contents"),
        "solutions": plan.get("solutions"),
        "eligible.groups": (plan.get("eligible") or {}).get("groups"),
    }
    for field, there in said.items():
        if not there:
            label = f"{LISTS[field]} 1"
            yield Proposal(
                kind="value", path=f"{field}[0]", label=label, why="Không thấy trong kế hoạch; hãy ghi."
            )


def problems(plan: Plan) -> Iterator[Proposal]:
    """Slips and gaps that the reader suspects."""
    for number, problem in enumerate(plan.get("problems", [])):
        yield Proposal(
            kind="problem",
            path=f"problems[{number}]",
            label=problem["kind"][:1].upper() + problem["kind"][1:],
            before=problem["before"],
            after=problem["after"],
            why=problem["why"],
            clause=problem["clause"],
            starts=problem.get("from"),
            ends=problem.get("to"),
        )


def form_of(award: dict[str, Any]) -> str:
    """The id of the law book for an award of a plan ("giay_khen_xa"); "" when it is none of ours."""
    form = FORMS.get(str(award.get("level") or ""), "")
    return form if form and WORDS[form] in str(award.get("form") or "").lower() else ""


def unknown_forms(plan: Plan, book: Rulebook) -> Iterator[Proposal]:
    """Award forms that cannot be offered on that day: unknown here, or no longer given."""
    for number, award in enumerate(plan.get("awards") or []):
        why = _why_not(award, book)
        if why:
            place = plan.get("places", {}).get(f"awards[{number}].form", {})
            yield Proposal(
                kind="problem",
                path=f"forms[{number}]",
                label="Hình thức không dùng được",
                before=str(award.get("form") or ""),
                why=why,
                clause=place.get("clause", ""),
                starts=place.get("from"),
                ends=place.get("to"),
            )


def _why_not(award: dict[str, Any], book: Rulebook) -> str:
    form = form_of(award)
    if not form:
        return "Phần mềm chưa nhận đề nghị cho hình thức này; kế hoạch vẫn giữ câu chữ."
    try:
        book.form(form)
    except Refused as refused:
        return refused.ruling.because
    return ""
