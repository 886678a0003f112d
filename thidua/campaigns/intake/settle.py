"""Accept, correct, skip or add what was read (xem lại nội dung đã đọc)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from thidua.campaigns.models import PlanIntake, Proposal
from thidua.campaigns.permissions.campaign import may_settle
from thidua.campaigns.queries.plan import LISTS, next_path, section_of
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.vietnamese.dates import parse_date
from thidua.vietnamese.text import nfc, squeeze

ANSWERS = {"accepted": "nhận", "edited": "sửa", "skipped": "bỏ qua", "open": "mở lại"}
DAYS = ("period.start", "period.end")


def is_day(path: str) -> bool:
    """True when the value at this path is a calendar day (mục là ngày). Căn cứ: không (quy ước nội bộ)."""
    return path in DAYS or path.endswith(".iso")


@transaction.atomic
def settle(proposal: Proposal, *, answer: str, value: str | None = None, mandate: Mandate, on: date) -> None:
    """Answer one proposal (nhận, sửa, bỏ qua): "accepted", "edited" with the new `value`, "skipped" or
    "open".

    Accepting a problem puts its suggestion into the values it concerns. Raises `Refused` for an empty value
    or a day that is none. Căn cứ: không (quy ước nội bộ).
    """
    may_settle(mandate, proposal.intake, on=on).require()
    before = proposal.value
    if answer == "edited":
        proposal.value = _written(proposal, value or "")
    if answer == "accepted" and proposal.kind == "problem":
        _apply(proposal)
    elif answer == "accepted" and not proposal.value:
        raise Refused(no(f"{proposal.label}: chưa có nội dung. Hãy ghi, hoặc bỏ qua.", rule="plan:empty"))
    proposal.state = answer
    proposal.save(update_fields=["state", "value"])
    write(
        "settle",
        f"{ANSWERS[answer].capitalize()} “{proposal.label}” của kế hoạch.",
        actor=mandate.actor(),
        on=on,
        thing=proposal.intake,
        data={"path": proposal.path, "before": before, "after": proposal.value},
    )


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


def _apply(problem: Proposal) -> None:
    """Put the suggestion of a problem into every value in which its words stand at that place."""
    if not problem.before or not problem.after:
        return
    values = problem.intake.proposals.filter(kind="value", value__contains=problem.before)
    for one in values:
        if _covers(one, problem):
            one.value = one.value.replace(problem.before, problem.after)
            one.state = "edited"
            one.save(update_fields=["value", "state"])


def _covers(value: Proposal, problem: Proposal) -> bool:
    if value.starts is None or value.ends is None or problem.starts is None:
        return value.clause == problem.clause
    return value.starts <= problem.starts < value.ends


@transaction.atomic
def settle_section(intake: PlanIntake, *, section: str, mandate: Mandate, on: date) -> int:
    """Accept every open value of a section that has text (nhận cả phần) and return how many.

    Căn cứ: không (quy ước nội bộ).
    """
    may_settle(mandate, intake, on=on).require()
    wanted = [
        proposal.pk
        for proposal in intake.proposals.filter(kind="value", state="open").exclude(value="")
        if section_of(proposal.path) == section
    ]
    Proposal.objects.filter(pk__in=wanted).update(state="accepted")
    says = f"Nhận {len(wanted)} mục của kế hoạch."
    write("settle_section", says, actor=mandate.actor(), on=on, thing=intake, data={"section": section})
    return len(wanted)


@transaction.atomic
def apply_suggestions(intake: PlanIntake, *, mandate: Mandate, on: date) -> int:
    """Accept every suggestion that says what to write instead (áp dụng mọi gợi ý) and return how many.

    Căn cứ: không (quy ước nội bộ).
    """
    ready = intake.proposals.filter(kind="problem", state="open").exclude(after="")
    for problem in ready:
        settle(problem, answer="accepted", mandate=mandate, on=on)
    return len(ready)


@transaction.atomic
def add_item(
    intake: PlanIntake, *, field: str, text: str, group: str = "", mandate: Mandate, on: date
) -> Proposal:
    """Add what the plan lacks or the reader missed (thêm một mục): an item of a list, a duty, or a criterion.

    `field` is a list ("contents"), "responsibilities" (`group` is who does it) or "awards[1].criteria"
    (`group` is for whom). Raises `Refused` without text. Căn cứ: không (quy ước nội bộ).
    """
    may_settle(mandate, intake, on=on).require()
    path = next_path(intake, field)
    position = intake.proposals.count()
    if field in LISTS:
        rows = [Proposal(path=path, label=LISTS[field], value=text)]
    elif field == "responsibilities":
        rows = [Proposal(path=f"{path}.tasks[0]", label="Việc phải làm", value=text)]
        rows += [Proposal(path=f"{path}.body", label="Ai làm", value=group)] if group else []
    else:
        rows = [Proposal(path=f"{path}.text[0]", label="Tiêu chuẩn", value=text)]
        rows += [Proposal(path=f"{path}.group", label="Nhóm", value=group)] if group else []
    for place, row in enumerate(rows):
        row.intake, row.kind, row.state, row.position = intake, "value", "edited", position + place
        row.value = _written(row, row.value)
        row.save()
    write("add_item", f"Thêm vào kế hoạch: {rows[0].value}", actor=mandate.actor(), on=on, thing=intake)
    return rows[0]
