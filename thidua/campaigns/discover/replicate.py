"""A unit does as another one did: begun, what came of it, given up (nhân rộng mô hình, cách làm)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction

from thidua.campaigns.models import Campaign, ModelProject, Replication, RoleModel
from thidua.campaigns.permissions.model_project import may_replicate, may_write_replication
from thidua.campaigns.queries.model_project import ALIVE, acting_for
from thidua.journal.lifecycle import advance, keep
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.text import nfc, squeeze


@dataclass(frozen=True)
class Taking:
    """What a unit takes over (làm theo): a model or the way of a role model, which part of it, since when."""

    source: ModelProject | RoleModel
    since: date
    what: str = ""
    how: str = ""


@dataclass(frozen=True)
class Outcome:
    """What came of it (kết quả nhân rộng): in words, and in a figure with its unit of measure if there is
    one.
    """

    text: str
    value: Decimal | None = None
    measure: str = ""
    how: str = ""


@transaction.atomic
def replicate(campaign: Campaign, *, taking: Taking, unit: Unit, mandate: Mandate, on: date) -> Replication:
    """Write down that a unit does as another (ghi nhân rộng); it counts in this campaign.

    Raises `Refused` for the unit's own model, one that is not under way, a role model nobody may see, a day
    to come, the same thing twice, and when the officer types for the unit without the way it came.
    Căn cứ: không (quy ước nội bộ).
    """
    may_replicate(mandate, unit, campaign, on=on).require()
    _require_source(campaign, taking.source, unit)
    if taking.since > on:
        raise Refused(no(f"Ngày {vn_date(taking.since)} chưa tới.", rule="replicate:future"))
    _require_way(unit, mandate, taking.how)
    source = taking.source
    of = {"project": source} if isinstance(source, ModelProject) else {"role_model": source}
    if campaign.replications.filter(unit=unit, **of).exists():
        raise Refused(no(f"Đã ghi {unit.in_sentence} làm theo việc này.", rule="replicate:twice"))
    made = Replication.objects.create(
        campaign=campaign, unit=unit, **of, what=squeeze(taking.what)[:250], since=taking.since,
        how=squeeze(taking.how)[:200],
    )  # fmt: skip
    says = f"{unit.name} làm theo “{made.source_title}” từ ngày {vn_date(made.since)}."
    write("replicate", says, actor=acting_for(unit, mandate), on=on, thing=made)
    return made


def _require_source(campaign: Campaign, source: ModelProject | RoleModel, unit: Unit) -> None:
    if isinstance(source, ModelProject):
        of_office = source.campaign.unit_id in {campaign.unit_id, *_left_to(campaign)}
        faults: tuple[tuple[bool, str], ...] = (
            (source.unit_id == unit.pk, "Mô hình này của chính đơn vị; nhân rộng là đơn vị khác làm theo."),
            (source.stage not in ALIVE, f"Mô hình {source.get_stage_display()}; chưa có gì để làm theo."),
            (not of_office, "Mô hình này không thuộc các đợt thi đua của cơ quan."),
        )
    else:
        shown = source.state == "published" and source.has_consent
        faults = (
            (not shown, "Gương điển hình này chưa công khai hoặc đã gỡ; chưa ghi nhân rộng được."),
            (source.unit_id not in {campaign.unit_id, *_left_to(campaign)}, "Gương này của cơ quan khác."),
        )
    for fault, sentence in faults:
        if fault:
            raise Refused(no(sentence, rule="replicate:source"))


def _left_to(campaign: Campaign) -> list[object]:
    return list(Unit.objects.filter(heir=campaign.unit).values_list("pk", flat=True))


def _require_way(unit: Unit, mandate: Mandate, how: str) -> None:
    if mandate.unit_id != unit.pk and not how.strip():
        raise Refused(no("Hãy ghi nhận tin của đơn vị bằng cách nào.", rule="replicate:how"))


@transaction.atomic
def tell_outcome(replication: Replication, *, outcome: Outcome, mandate: Mandate, on: date) -> None:
    """Write down, or rewrite, what came of doing likewise (kết quả nhân rộng).

    Raises `Refused` without words, for a unit of measure without a figure, once it was given up, and when the
    officer types for the unit without the way it came. Căn cứ: không (quy ước nội bộ).
    """
    may_write_replication(mandate, replication, on=on).require()
    _require_way(replication.unit, mandate, outcome.how)
    text, measure = nfc(outcome.text).strip(), squeeze(outcome.measure)[:40]
    if not text:
        raise Refused(no("Hãy ghi kết quả: làm được gì, ai được lợi.", rule="replicate:outcome"))
    if measure and outcome.value is None:
        raise Refused(no("Có đơn vị tính thì ghi cả số.", rule="replicate:outcome"))
    actor = acting_for(replication.unit, mandate)
    says = f"{replication.unit.name} làm theo “{replication.source_title}”: {text[:120]}"
    rewritten = replication.state == "done"
    if not rewritten:
        advance(replication, "done", actor=actor, on=on, verb="tell_outcome", says=says)
    replication.outcome, replication.value, replication.measure = text, outcome.value, measure
    replication.told_on, replication.how = on, squeeze(outcome.how)[:200]
    keep(replication, "outcome", "value", "measure", "told_on", "how")
    if rewritten:
        write("tell_outcome", says, actor=actor, on=on, thing=replication)


@transaction.atomic
def give_up_replication(replication: Replication, *, reason: str, mandate: Mandate, on: date) -> None:
    """Say that a unit does not do likewise any more (thôi làm theo). Raises `Refused` without a reason.

    Căn cứ: không (quy ước nội bộ).
    """
    may_write_replication(mandate, replication, on=on).require()
    why = squeeze(reason)[:250]
    if not why:
        raise Refused(no("Hãy ghi vì sao thôi.", rule="replicate:reason"))
    says = f"{replication.unit.name} thôi làm theo “{replication.source_title}”: {why}"
    actor = acting_for(replication.unit, mandate)
    advance(replication, "dropped", actor=actor, on=on, verb="give_up_replication", says=says)
    replication.remark = why
    keep(replication, "remark")


@transaction.atomic
def resume_replication(replication: Replication, *, mandate: Mandate, on: date) -> None:
    """Take back that it was given up, or that something came of it (làm theo tiếp); what was written stays.

    Căn cứ: không (quy ước nội bộ).
    """
    may_write_replication(mandate, replication, on=on).require()
    says = f"{replication.unit.name} tiếp tục làm theo “{replication.source_title}”."
    actor = acting_for(replication.unit, mandate)
    advance(replication, "begun", actor=actor, on=on, verb="resume_replication", says=says)
    replication.remark, replication.told_on = "", None
    keep(replication, "remark", "told_on")
