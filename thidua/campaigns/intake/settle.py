"""Accept, correct, skip or add what was read (xem lại nội dung đã đọc)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from thidua.campaigns.intake.steps import Image, image_of, lock, next_number
from thidua.campaigns.models import PlanIntake, PlanStep, Proposal
from thidua.campaigns.permissions.campaign import may_settle
from thidua.campaigns.queries.plan import LISTS, next_path, section_of
from thidua.journal.write import write
from thidua.law.ruling import Refused, Ruling, no
from thidua.org.models import Mandate
from thidua.vietnamese.dates import parse_date
from thidua.vietnamese.text import nfc, squeeze

ANSWERS = {"accepted": "nhận", "edited": "sửa", "skipped": "bỏ qua"}
DAYS = ("period.start", "period.end")
SHOWN = 60  # letters of a value in a line of the journal


def is_day(path: str) -> bool:
    """True when the value at this path is a calendar day (mục là ngày). Căn cứ: không (quy ước nội bộ)."""
    return path in DAYS or path.endswith(".iso")


@dataclass
class _Hand:
    """Who answers, on which day, and the numbers of the steps this makes (người xem lại)."""

    intake: PlanIntake
    mandate: Mandate
    on: date
    number: int
    batch: int

    def keep(self, says: str, changes: list[Image]) -> None:
        """Write the step and its line of the journal; the next step has the next number."""
        PlanStep.objects.create(
            intake=self.intake, number=self.number, batch=self.batch, says=says[:300],
            by=str(self.mandate)[:250], on=self.on, changes=changes,
        )  # fmt: skip
        self.number += 1


def _hand(intake: PlanIntake, mandate: Mandate, on: date) -> _Hand:
    may_settle(mandate, intake, on=on).require()
    lock(intake)
    number = next_number(intake)
    return _Hand(intake, mandate, on, number, number)


@transaction.atomic
def settle(
    proposal: Proposal, *, answer: str, value: str | None = None, seen: int | None = None, mandate: Mandate,
    on: date,
) -> list[str]:  # fmt: skip
    """Answer one proposal (nhận, sửa, bỏ qua): "accepted", "edited" with the new `value`, or "skipped".

    Accepting a problem puts its suggestion into the values it concerns. `seen` is the step the person saw on
    the page: when somebody else has answered since, nothing is written. Returns the keys of what changed.
    Raises `Refused` for that, for an empty value or a day that is none. Căn cứ: không (quy ước nội bộ).
    """
    hand = _hand(proposal.intake, mandate, on)
    proposal.refresh_from_db()
    if seen is not None and seen != proposal.step:
        raise Refused(_seen_too_early(proposal))
    return _answer(proposal, answer, value, hand=hand)


def _seen_too_early(proposal: Proposal) -> Ruling:
    step = proposal.intake.steps.filter(number=proposal.step).first()
    told = f"{step.by}: {step.says}" if step else "đã hoàn tác về như lúc mới đọc."
    return no(
        f"Chỗ này vừa đổi ở nơi khác – {told} Bản mới hiện bên dưới; nếu vẫn muốn, hãy gửi lại.",
        rule="plan:stale",
    )


def _answer(proposal: Proposal, answer: str, value: str | None, *, hand: _Hand) -> list[str]:
    """Write one answer as a step of its own."""
    changes = [image_of(proposal)]
    before = proposal.value
    if answer == "edited":
        proposal.value = _written(proposal, value or "")
    if answer == "accepted" and proposal.kind == "problem":
        changes += _apply(proposal, number=hand.number)
    elif answer == "accepted" and not proposal.value:
        raise Refused(no(f"{proposal.label}: chưa có nội dung. Hãy ghi, hoặc bỏ qua.", rule="plan:empty"))
    proposal.state, proposal.step = answer, hand.number
    proposal.save(update_fields=["state", "value", "step"])
    hand.keep(f"{ANSWERS[answer].capitalize()} “{proposal.label}”.", changes)
    write(
        "settle",
        f"{ANSWERS[answer].capitalize()} “{proposal.label}” của kế hoạch.",
        actor=hand.mandate.actor(),
        on=hand.on,
        thing=hand.intake,
        data={"path": proposal.path, "before": before, "after": proposal.value},
    )
    return [image["pk"] for image in changes]


def _written(proposal: Proposal, value: str) -> str:
    """What a person typed, tidied; a day is kept as ISO."""
    text = squeeze(nfc(value))
    if not text:
        raise Refused(no(f"{proposal.label}: chưa có nội dung. Hãy ghi, hoặc bỏ qua.", rule="plan:empty"))
    if not is_day(proposal.path):
        return text
    day = parse_date(text)
    if day is None:
        raise Refused(no(f"“{text}” không phải là một ngày; hãy ghi như 31/5/2023.", rule="plan:day"))
    return day.isoformat()


def _apply(problem: Proposal, *, number: int) -> list[Image]:
    """Put the suggestion of a problem into every value in which its words stand at that place; the values as
    they were.
    """
    if not problem.before or not problem.after:
        return []
    changed = []
    for one in problem.intake.proposals.filter(kind="value", value__contains=problem.before):
        if covers(one, problem):
            changed.append(image_of(one))
            one.value = one.value.replace(problem.before, problem.after)
            one.state, one.step = "edited", number
            one.save(update_fields=["value", "state", "step"])
    return changed


def covers(value: Proposal, problem: Proposal) -> bool:
    """True when a problem is about words of this value (chỗ cần xem thuộc nội dung này).

    Căn cứ: không (quy ước nội bộ).
    """
    if value.starts is None or value.ends is None or problem.starts is None:
        return value.clause == problem.clause
    return value.starts <= problem.starts < value.ends


@transaction.atomic
def settle_section(intake: PlanIntake, *, section: str, mandate: Mandate, on: date) -> int:
    """Accept every open value of a section that has text (nhận cả phần) and return how many.

    Căn cứ: không (quy ước nội bộ).
    """
    hand = _hand(intake, mandate, on)
    open_ones = intake.proposals.filter(kind="value", state="open").exclude(value="")
    wanted = [proposal for proposal in open_ones if section_of(proposal.path) == section]
    steps = []
    for number, proposal in enumerate(wanted, hand.number):
        steps.append(
            PlanStep(
                intake=intake,
                number=number,
                batch=hand.batch,
                says=f"Nhận “{proposal.label}”.",
                by=str(mandate)[:250],
                on=on,
                changes=[image_of(proposal)],
            )  # fmt: skip
        )
        proposal.state, proposal.step = "accepted", number
    PlanStep.objects.bulk_create(steps)
    Proposal.objects.bulk_update(wanted, ["state", "step"])
    says = f"Nhận {len(wanted)} mục của kế hoạch."
    write("settle_section", says, actor=mandate.actor(), on=on, thing=intake, data={"section": section})
    return len(wanted)


@transaction.atomic
def apply_suggestions(intake: PlanIntake, *, mandate: Mandate, on: date) -> int:
    """Accept every suggestion that says what to write instead (áp dụng mọi gợi ý) and return how many.

    Each is a step of its own, so that one of them can be taken back. Căn cứ: không (quy ước nội bộ).
    """
    hand = _hand(intake, mandate, on)
    ready = list(intake.proposals.filter(kind="problem", state="open").exclude(after=""))
    for problem in ready:
        _answer(problem, "accepted", None, hand=hand)
    return len(ready)


@transaction.atomic
def add_item(
    intake: PlanIntake, *, field: str, text: str, group: str = "", mandate: Mandate, on: date
) -> Proposal:
    """Add what the plan lacks or the reader missed (thêm một mục): an item of a list, a duty, or a criterion.

    `field` is a list ("contents"), "responsibilities" (`group` is who does it) or "awards[1].criteria"
    (`group` is for whom). Raises `Refused` without text. Căn cứ: không (quy ước nội bộ).
    """
    hand = _hand(intake, mandate, on)
    rows = _added(next_path(intake, field), field, text, group)
    position = intake.proposals.count()
    for place, row in enumerate(rows):
        row.intake, row.kind, row.state, row.position = intake, "value", "edited", position + place
        row.step = hand.number
        row.value = _written(row, row.value)
        row.save()
    hand.keep(f"Thêm “{rows[0].value[:SHOWN]}”.", [image_of(row, ()) for row in rows])
    write("add_item", f"Thêm vào kế hoạch: {rows[0].value}", actor=mandate.actor(), on=on, thing=intake)
    return rows[0]


def _added(path: str, field: str, text: str, group: str) -> list[Proposal]:
    """The rows of an added item: its text, and whom it concerns."""
    if field in LISTS:
        return [Proposal(path=path, label=LISTS[field], value=text)]
    if field == "responsibilities":
        rows = [Proposal(path=f"{path}.tasks[0]", label="Việc phải làm", value=text)]
        return rows + ([Proposal(path=f"{path}.body", label="Ai làm", value=group)] if group else [])
    rows = [Proposal(path=f"{path}.text[0]", label="Tiêu chuẩn", value=text)]
    return rows + ([Proposal(path=f"{path}.group", label="Nhóm", value=group)] if group else [])
