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


@transaction.atomic
def confirm_rule(unit: Unit, *, rule: str, words: RuleWords, mandate: Mandate, on: date) -> LocalRule:
    """Confirm a local rule, or change it from a day on (xác nhận, thay đổi quy tắc); journal it.

    The value before ends the day before, so that papers of that time keep it. Refused without a paper, for a
    value of the wrong kind, or for a day not after the beginning of the value in force. Căn cứ: không (quy
    ước nội bộ) - chỗ pháp luật để ngỏ, cơ quan tự quy định bằng văn bản.
    """
    may_regulate(mandate, unit, on=on).require()
    proposal = _proposal(rule, words.starts)
    value, paper = words.value.strip(), squeeze(words.paper)
    proposal.parse(value)
    if not paper:
        raise Refused(no("Chưa ghi văn bản làm căn cứ (số, ngày, tên).", rule="rule:paper"))
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


def _end_the_one_before(unit: Unit, proposal: LocalRuleProposal, words: RuleWords, value: str) -> str:
    """End the value in force the day before the new one begins; returns it ("" when there was none)."""
    current = LocalRule.objects.select_for_update(of=("self",)).filter(
        unit=unit, rule=proposal.id, ends__isnull=True
    ).first()  # fmt: skip
    if current is None:
        return ""
    if words.starts <= current.starts:
        raise Refused(
            no(
                f"{proposal.name} đã có giá trị từ ngày {vn_date(current.starts)}; "
                "giá trị mới phải bắt đầu sau ngày đó.",
                rule="rule:order",
            )
        )
    if current.value == value and current.paper == squeeze(words.paper):
        raise Refused(no("Giá trị và văn bản không khác với quy tắc đang áp dụng.", rule="rule:same"))
    current.ends = words.starts - timedelta(days=1)
    current.save(update_fields=["ends"])
    return current.value
