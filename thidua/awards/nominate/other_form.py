"""The same dossier for another form (đổi hình thức đề nghị), nothing typed twice."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from thidua.awards.models import Claim, Nomination
from thidua.awards.nominate.acting import actor_for, ask_criteria, first_group
from thidua.awards.nominate.propose import require_free, require_lawful
from thidua.awards.permissions.nomination import may_be_nominated_for, may_edit_whole
from thidua.campaigns.models import OfferedAward
from thidua.journal.lifecycle import keep
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate


@transaction.atomic
def propose_for(nomination: Nomination, *, award: OfferedAward, mandate: Mandate, on: date) -> None:
    """Turn a dossier that is with the unit to another form of the campaign (đổi hình thức đề nghị).

    Effects: the words stay; evidence stays with each criterion that reads the same, the other criteria of the
    new form get an empty place; papers that name the old form are to be drafted anew. Raises `Refused` once
    it was sent or while it is back for some parts only, for the form it has, without a standard, when the law
    of that day does not give the form, or when a quota stops it. Căn cứ: Luật Thi đua, khen thưởng 2022, Điều
    5 khoản 2; hình thức còn áp dụng vào ngày đề nghị.
    """
    may_edit_whole(mandate, nomination, on=on).require()
    if award.pk == nomination.award_id or award.campaign_id != nomination.campaign_id:
        raise Refused(no("Hãy chọn một hình thức khác của đợt thi đua này.", rule="nominate:same"))
    may_be_nominated_for(award).require()
    require_free(
        award, recipient=nomination.recipient, candidate=nomination.candidate, unit=nomination.unit, on=on
    )
    before = nomination.award.title
    written = {claim.criterion.text: claim for claim in nomination.claims.select_related("criterion")}
    nomination.award, nomination.governed_on = award, on
    nomination.group = _group(nomination, award)
    keep(nomination, "award", "group", "governed_on")
    require_lawful(nomination, on=on)
    _move_claims(nomination, award, written)
    ask_criteria(nomination)
    says = f"Đổi đề nghị của {nomination.name} từ {before} sang {award.title}."
    write("propose_for", says, actor=actor_for(mandate, unit=nomination.unit), on=on, thing=nomination)


def _group(nomination: Nomination, award: OfferedAward) -> str:
    """The group of criteria of the same name where the new form has it, else its first one."""
    same = award.criteria.filter(recipient=nomination.recipient, group=nomination.group)
    return nomination.group if same.exists() else first_group(award, recipient=nomination.recipient)


def _move_claims(nomination: Nomination, award: OfferedAward, written: dict[str, Claim]) -> None:
    """Let a claim stand under the criterion of the new form that reads the same, with its files."""
    for criterion in award.criteria.filter(recipient=nomination.recipient, group=nomination.group):
        claim = written.get(criterion.text)
        if claim is not None:
            claim.criterion = criterion
            claim.save(update_fields=["criterion"])
