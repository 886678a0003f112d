"""Local rules (quy tắc địa phương): left to the office, confirmed once with the paper behind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from thidua.journal.write import write
from thidua.law.local import LocalRuleProposal, all_local_rules_on
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit
from thidua.org.permissions import may_regulate
from thidua.records.models import LocalRule
from thidua.records.queries.settings import spelled
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.text import squeeze


@dataclass(frozen=True)
class RuleWords:
    """What the office settles (nội dung xác nhận): the value, the paper it rests on, from which day."""

    value: str
    paper: str
    starts: date


@dataclass(frozen=True)
class LiftWords:
    """What ends an optional rule (nội dung ngừng áp dụng): the paper it rests on, from which day."""

    paper: str
    starts: date


@transaction.atomic
def confirm_rule(unit: Unit, *, rule: str, words: RuleWords, mandate: Mandate, on: date) -> LocalRule:
    """Confirm a local rule, or change it from a day on (xác nhận, thay đổi quy tắc); journal it.

    The value before ends the day before, so that papers of that time keep it. Refused without a paper, for a
    value of the wrong kind, or for a day not after the beginning of the value in force or the end of one
    lifted later. Căn cứ: không (quy ước nội bộ) - chỗ pháp luật để ngỏ, cơ quan tự quy định bằng văn bản.
    """
    may_regulate(mandate, unit, on=on).require()
    proposal = _proposal(rule, words.starts)
    value = words.value.strip()
    proposal.parse(value)
    paper = _paper(words.paper)
    before = _end_the_one_before(unit, proposal, words, value)
    row = LocalRule.objects.create(
        unit=unit,
        rule=rule,
        value=value,
        paper=paper,
        starts=words.starts,
        confirmed_by=f"{mandate.person.name}, {mandate.office.title}",
    )
    says = f"{proposal.name}: {spelled(proposal, value)}, từ ngày {vn_date(words.starts)}, theo {paper}."
    write(
        "confirm_rule", says, actor=mandate.actor(), on=on, thing=row, data={"rule": rule, "before": before}
    )
    return row


def _proposal(rule: str, day: date) -> LocalRuleProposal:
    found = next((proposal for proposal in all_local_rules_on(day) if proposal.id == rule), None)
    if found is None:
        raise Refused(no(f"Vào ngày {vn_date(day)} pháp luật không để ngỏ câu hỏi này.", rule="rule:unknown"))
    return found


@transaction.atomic
def lift_rule(unit: Unit, *, rule: str, words: LiftWords, mandate: Mandate, on: date) -> LocalRule:
    """Set an optional rule no longer from a day on (ngừng áp dụng quy tắc tùy chọn); journal it.

    The value ends the day before and stays in the history; confirming it again is the way back. Refused for
    a rule that papers need, without a paper, when it is not set, or for a day not after its first. Căn cứ:
    không (quy ước nội bộ) - chỗ pháp luật để ngỏ, cơ quan tự quy định bằng văn bản.
    """
    may_regulate(mandate, unit, on=on).require()
    proposal = _proposal(rule, words.starts)
    paper, current = _paper(words.paper), _open_row(unit, rule)
    if not proposal.optional:
        says = f"{proposal.name}: việc cần đến quy tắc này, không ngừng được; hãy ghi giá trị khác."
        raise Refused(no(says, rule="rule:needed"))
    if current is None:
        raise Refused(no(f"{proposal.name}: chưa đặt, hoặc đã ghi ngày ngừng.", rule="rule:unset"))
    _end(current, proposal, words.starts)
    says = (
        f"Ngừng áp dụng {proposal.name}: {spelled(proposal, current.value)}; "
        f"từ ngày {vn_date(words.starts)} {proposal.otherwise}, theo {paper}."
    )
    data = {"rule": rule, "before": current.value, "paper": paper}
    write("lift_rule", says, actor=mandate.actor(), on=on, thing=current, data=data)
    return current


def _paper(written: str) -> str:
    paper = squeeze(written)
    if not paper:
        raise Refused(no("Chưa ghi văn bản làm căn cứ (số, ngày, tên).", rule="rule:paper"))
    return paper


def _open_row(unit: Unit, rule: str) -> LocalRule | None:
    found = LocalRule.objects.select_for_update(of=("self",)).filter(unit=unit, rule=rule)
    return found.filter(ends__isnull=True).first()


def _end(row: LocalRule, proposal: LocalRuleProposal, starts: date) -> None:
    """End a value the day before another begins, or none does."""
    if starts <= row.starts:
        raise Refused(
            no(
                f"{proposal.name} đã có giá trị từ ngày {vn_date(row.starts)}; "
                "ngày thay đổi phải sau ngày đó.",
                rule="rule:order",
            )
        )
    row.ends = starts - timedelta(days=1)
    row.save(update_fields=["ends"])


def _end_the_one_before(unit: Unit, proposal: LocalRuleProposal, words: RuleWords, value: str) -> str:
    """End the value in force the day before the new one begins; returns it ("" when there was none)."""
    current = _open_row(unit, proposal.id)
    if current is None:
        _require_free(unit, proposal, words.starts)
        return ""
    if words.starts > current.starts and (current.value, current.paper) == (value, squeeze(words.paper)):
        raise Refused(no("Giá trị và văn bản không khác với quy tắc đang áp dụng.", rule="rule:same"))
    _end(current, proposal, words.starts)
    return current.value


def _require_free(unit: Unit, proposal: LocalRuleProposal, starts: date) -> None:
    """A day before the end of a lifted value would give the rule two values on one day."""
    last = LocalRule.objects.filter(unit=unit, rule=proposal.id).order_by("-ends").first()
    if last is not None and last.ends is not None and starts <= last.ends:
        raise Refused(
            no(
                f"{proposal.name} còn giá trị đến hết ngày {vn_date(last.ends)}; hãy chọn ngày sau đó.",
                rule="rule:order",
            )
        )
