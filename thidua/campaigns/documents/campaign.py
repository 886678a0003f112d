"""The plan laid out anew: its clauses in the order of the decree, and the paper made of them (kế hoạch phát
động).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from thidua.campaigns.queries.plan import Plan
from thidua.org.models import Mandate
from thidua.paper.blocks import Block, Style
from thidua.paper.model import Document, heading, p
from thidua.records.letterheads import office_letterhead
from thidua.records.sign import FOR_OFFICE, signature_block
from thidua.vietnamese.dates import vn_date

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
LETTERS = "abcdđeghiklmnopqrstuvxy"
FAMILIES = (("Giấy khen", "giay_khen"), ("Bằng khen", "bang_khen"))


@dataclass(frozen=True)
class PlanClause:
    """One clause of the plan as we lay it out (mục của kế hoạch): `label` is cited ("V.2.1.2.a"), `path` is
    the value.
    """

    label: str
    number: str
    text: str
    style: Style = "clause"
    path: str = ""


def plan_outline(plan: Plan) -> list[PlanClause]:
    """Every clause of the plan in order (các mục của kế hoạch); a section without content is left out.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4.
    """
    parts = (
        ("MỤC ĐÍCH, YÊU CẦU", _aims),
        ("NỘI DUNG THI ĐUA", lambda plan, at: _numbered(plan, "contents", at)),
        ("CHỈ TIÊU", _targets),
        ("GIẢI PHÁP THỰC HIỆN", lambda plan, at: _numbered(plan, "solutions", at)),
        ("THỜI GIAN THI ĐUA", _period),
        ("ĐỐI TƯỢNG, TIÊU CHUẨN, HÌNH THỨC KHEN THƯỞNG", _awards),
        ("TỔ CHỨC THỰC HIỆN", _duties),
    )
    clauses: list[PlanClause] = []
    taken = 0
    for title, inside in parts:
        found = list(inside(plan, ROMAN[taken]))
        if found:
            clauses += [PlanClause(ROMAN[taken], f"{ROMAN[taken]}.", title, "heading1"), *found]
            taken += 1
    return clauses


def _numbered(plan: Plan, field: str, at: str) -> Iterator[PlanClause]:
    for place, text in enumerate(plan.get(field) or []):
        yield PlanClause(f"{at}.{place + 1}", f"{place + 1}.", text, path=f"{field}[{place}]")


def _aims(plan: Plan, at: str) -> Iterator[PlanClause]:
    if plan.get("purposes_requirements"):
        yield from _numbered(plan, "purposes_requirements", at)
    names = (("purposes", "Mục đích"), ("requirements", "Yêu cầu"))
    for number, (field, name) in enumerate([(f, n) for f, n in names if plan.get(f)], start=1):
        yield PlanClause(f"{at}.{number}", f"{number}.", name, "heading2")
        for place, text in enumerate(plan[field]):
            yield PlanClause(f"{at}.{number}.-{place + 1}", "-", text, "bullet", f"{field}[{place}]")


def _targets(plan: Plan, at: str) -> Iterator[PlanClause]:
    """Only targets that stand in no content or solution need a section of their own."""
    said = " ".join([*(plan.get("contents") or []), *(plan.get("solutions") or [])])
    own = [(place, text) for place, text in enumerate(plan.get("targets") or []) if text not in said]
    for number, (place, text) in enumerate(own, start=1):
        yield PlanClause(f"{at}.{number}", f"{number}.", text, path=f"targets[{place}]")


def _period(plan: Plan, at: str) -> Iterator[PlanClause]:
    sentence = period_sentence(plan)
    if sentence:
        yield PlanClause(at, "", sentence, "body", "period.text")


def period_sentence(plan: Plan) -> str:
    """When the campaign runs, in one sentence (thời gian thi đua); "" when the plan does not say."""
    period: dict[str, Any] = plan.get("period") or {}
    if not period.get("end"):
        return str(period.get("text") or "")
    start = period.get("start")
    opening = f"ngày {vn_date(date.fromisoformat(start))}" if start else "ngày phát động"
    return f"Từ {opening} đến hết ngày {vn_date(date.fromisoformat(period['end']))}."


def _awards(plan: Plan, at: str) -> Iterator[PlanClause]:
    groups = (plan.get("eligible") or {}).get("groups") or []
    awards = plan.get("awards") or []
    if groups:
        yield PlanClause(f"{at}.1", "1.", "Đối tượng khen thưởng", "heading2")
    for place, text in enumerate(groups):
        yield PlanClause(
            f"{at}.1.-{place + 1}", "-", text[:1].upper() + text[1:], "bullet", f"eligible.groups[{place}]"
        )
    if awards:
        second = 2 if groups else 1
        yield PlanClause(f"{at}.{second}", f"{second}.", "Hình thức, tiêu chuẩn khen thưởng", "heading2")
        yield from _forms(awards, at, str(second))


def _forms(awards: list[Any], at: str, above: str) -> Iterator[PlanClause]:
    """The award forms, those of one family (Giấy khen, Bằng khen) under one number."""
    families: dict[str, list[int]] = {}
    for place, award in enumerate(awards):
        families.setdefault(_family(award["form"]), []).append(place)
    for number, (family, places) in enumerate(families.items(), start=1):
        if len(places) > 1:
            yield PlanClause(f"{at}.{above}.{number}", f"{above}.{number}.", family, "heading2")
        for order, place in enumerate(places, start=1):
            own = f"{above}.{number}.{order}" if len(places) > 1 else f"{above}.{number}"
            yield from _award(awards[place], place, at, own)


def _family(form: str) -> str:
    return next((name for name, _ in FAMILIES if name.lower() in form.lower()), form)


def _award(award: dict[str, Any], place: int, at: str, number: str) -> Iterator[PlanClause]:
    path = f"awards[{place}]"
    criteria = award.get("criteria") or []
    single = award.get("delegated") or all(not criterion.get("group") for criterion in criteria)
    if single and criteria:
        text = " ".join(part for criterion in criteria for part in criterion["text"])
        same = text.startswith(award["form"])
        yield PlanClause(
            f"{at}.{number}", f"{number}.", text if same else f"{award['form']}: {text}", path=f"{path}.form"
        )
        return
    lead = award.get("lead")
    yield PlanClause(f"{at}.{number}", f"{number}.", award["form"], "heading2", f"{path}.form")
    if lead:
        yield PlanClause(f"{at}.{number}", "", lead, "body", f"{path}.lead")
    for letter, (order, criterion) in zip(LETTERS, enumerate(criteria), strict=False):
        group = f"{criterion['group']}: " if criterion.get("group") else ""
        text = f"{group}{' '.join(criterion['text'])}"
        yield PlanClause(f"{at}.{number}.{letter}", f"{letter})", text, "point", f"{path}.criteria[{order}]")


def _duties(plan: Plan, at: str) -> Iterator[PlanClause]:
    for place, duty in enumerate(plan.get("responsibilities") or []):
        body = f"{duty['body']} " if duty.get("body") else ""
        text = f"{body}{' '.join(duty['tasks'])}"
        yield PlanClause(f"{at}.{place + 1}", f"{place + 1}.", text, path=f"responsibilities[{place}]")


def plan_paper(plan: Plan, *, signer: Mandate) -> Document:
    """The plan as a paper of the office (văn bản kế hoạch), laid out by the decree whatever its source looked
    like.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4.
    """
    unit = signer.unit
    grounds = [text for text in plan.get("legal_bases") or [] if text.startswith("Căn cứ")]
    followed = [text for text in plan.get("legal_bases") or [] if text not in grounds]
    theme = f" với chủ đề {_quoted(plan['theme'])}" if plan.get("theme") else ""
    following = (
        f"Thực hiện {'; '.join(text.removeprefix('Thực hiện ').rstrip('.;') for text in followed)}, "
        if followed
        else ""
    )
    issuer = f"{unit.name} ban hành kế hoạch {_lower_first(plan['title'])}{theme}, cụ thể như sau:"
    recipients = [text.rstrip(".;") for text in plan.get("recipients") or []]
    kept = any(text.startswith("Lưu") for text in recipients)
    closing = (p(plan["closing"]),) if plan.get("closing") else ()
    return Document(
        kind="ke_hoach",
        letterhead=office_letterhead(unit, "KH-UBND"),
        type_name="KẾ HOẠCH",
        summary=plan["title"],
        grounds=tuple(text.rstrip(".;") for text in grounds),
        opening=following + issuer,
        body=(*(_block(clause) for clause in plan_outline(plan)), *closing),
        signature=signature_block(signer, authority=FOR_OFFICE),
        recipients=(*recipients, *(() if kept else ("Lưu: VT",))),
    )


def _quoted(theme: str) -> str:
    return theme if theme.startswith(("“", '"')) else f"“{theme}”"


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _block(clause: PlanClause) -> Block:
    if clause.style == "heading1":
        return heading(clause.text, number=clause.number)
    return p(clause.text, style=clause.style, number=clause.number)
