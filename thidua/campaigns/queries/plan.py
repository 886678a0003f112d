"""What a plan says once a person has gone over it (nội dung kế hoạch đã xem), and how its parts are named."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from thidua.campaigns.models import PlanIntake, PlanStep, Proposal

Plan = dict[str, Any]
SECTIONS = (
    ("facts", "Thông tin chung", ("title", "theme", "occasion", "issuing_body", "parent_body", "number",
                                  "place", "date", "scope_text")),
    ("legal_bases", "Căn cứ, kế hoạch của cấp trên", ("legal_bases",)),
    ("purposes", "Mục đích, yêu cầu", ("purposes", "requirements", "purposes_requirements")),
    ("contents", "Nội dung thi đua", ("contents",)),
    ("targets", "Chỉ tiêu", ("targets",)),
    ("solutions", "Giải pháp", ("solutions",)),
    ("period", "Thời gian", ("period",)),
    ("groups", "Đối tượng", ("eligible",)),
    ("awards", "Hình thức, tiêu chuẩn khen thưởng", ("awards", "award_principles", "emulation_criteria")),
    ("deadlines", "Thời hạn, hồ sơ, số lượng", ("deadlines", "quotas", "dossier")),
    ("duties", "Tổ chức thực hiện", ("responsibilities", "closing")),
    ("recipients", "Nơi nhận, người ký", ("recipients", "signer")),
)  # fmt: skip
LISTS = {
    "legal_bases": "Căn cứ",
    "purposes": "Mục đích",
    "requirements": "Yêu cầu",
    "purposes_requirements": "Mục đích, yêu cầu",
    "contents": "Nội dung",
    "targets": "Chỉ tiêu",
    "solutions": "Giải pháp",
    "eligible.groups": "Đối tượng",
    "recipients": "Nơi nhận",
}
_STEP = re.compile(r"[^.\[\]]+")


def root_of(path: str) -> str:
    """The field a path begins with."""
    return _STEP.findall(path)[0]


def section_of(path: str) -> str:
    """The section of the page a path belongs to (phần của trang)."""
    root = root_of(path)
    return next((name for name, _, roots in SECTIONS if root in roots), "facts")


def put(plan: Plan, path: str, value: str | None) -> None:
    """Write a value at a path like `awards[1].criteria[0].text[0]`, making what is missing on the way."""
    steps: list[str | int] = [int(step) if step.isdigit() else step for step in _STEP.findall(path)]
    place: Any = plan
    for step, following in zip(steps, steps[1:], strict=False):
        place = _inside(place, step, [] if isinstance(following, int) else {})
    last = steps[-1]
    if isinstance(last, int):
        _inside(place, last, None)
    place[last] = value


def _inside(place: Any, step: str | int, empty: Any) -> Any:
    if isinstance(step, int):
        place.extend(None for _ in range(step + 1 - len(place)))
    elif step not in place:
        place[step] = None
    if place[step] is None:
        place[step] = empty
    return place[step]


def settled(intake: PlanIntake) -> Plan:
    """The plan as it stands after corrections (kế hoạch sau khi sửa), in the shape of the reader; what was
    skipped or left blank is gone.
    """
    plan: Plan = deepcopy(intake.reading)
    for proposal in intake.proposals.all():
        if proposal.kind == "value":
            put(plan, proposal.path, None if proposal.state == "skipped" else proposal.value or None)
    return _without_gaps(plan)


def _without_gaps(value: Any) -> Any:
    """Lists without what is gone; a list of groups without text is gone too."""
    if isinstance(value, dict):
        return {name: _without_gaps(item) for name, item in value.items()}
    if not isinstance(value, list):
        return value
    kept = [_without_gaps(item) for item in value]
    return [item for item in kept if item is not None and not _is_hollow(item)]


def _is_hollow(item: Any) -> bool:
    """A criterion without text, an award without form, a duty without tasks."""
    if not isinstance(item, dict):
        return False
    return any(name in item and not item[name] for name in ("form", "text", "tasks"))


def next_path(intake: PlanIntake, field: str) -> str:
    """The path of one more item of a list (mục thêm vào)."""
    head = f"{field}["
    taken = [p.path for p in intake.proposals.all() if p.path.startswith(head)]
    return f"{head}{1 + max((int(_STEP.findall(path[len(head) :])[0]) for path in taken), default=-1)}]"


def proposal_in(intake: PlanIntake, pk: UUID) -> Proposal | None:
    """One proposal of a plan, or None when the plan was read again since and it is gone."""
    return intake.proposals.filter(pk=pk).first()


def open_proposals(intake: PlanIntake) -> list[Proposal]:
    """What still has to be decided (chỗ còn phải quyết)."""
    return [proposal for proposal in intake.proposals.all() if not proposal.is_clear]


def proposals_of(intake: PlanIntake) -> QuerySet[Proposal]:
    """All proposals in the order of the plan."""
    return intake.proposals.order_by("position")


@dataclass(frozen=True)
class Click:
    """What was done last and can be taken back (việc vừa làm): one step, or several of one click."""

    step: PlanStep
    how_many: int


def last_click(intake: PlanIntake) -> Click | None:
    """The last thing done to a plan that has not been taken back, or None (việc vừa làm)."""
    done = PlanStep.objects.filter(intake=intake, is_undone=False)
    last = done.defer("changes", "before").last()
    return Click(last, done.filter(batch=last.batch).count()) if last else None
