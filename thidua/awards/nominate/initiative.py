"""Rest a nomination on a recognised initiative, without typing it again (lấy sáng kiến làm căn cứ)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from thidua.awards.models import Basis, Nomination
from thidua.awards.nominate.acting import actor_for
from thidua.awards.permissions.nomination import may_edit_whole
from thidua.awards.queries.initiative import counted_initiatives, initiative_words, initiatives_for
from thidua.campaigns.models import Initiative
from thidua.journal.lifecycle import keep
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate


@transaction.atomic
def use_initiative(nomination: Nomination, *, initiative: Initiative, mandate: Mandate, on: date) -> None:
    """Write a recognised initiative of the one nominated into the dossier (lấy sáng kiến làm căn cứ).

    Effects: the initiative with its paper stands in the dossier, and how many there are in the basis. Raises
    `Refused` for somebody else's or one that is not recognised, and when the dossier is not with its unit.
    Căn cứ: không (quy ước nội bộ) - sáng kiến là căn cứ theo tiêu chuẩn của hình thức đề nghị.
    """
    may_edit_whole(mandate, nomination, on=on).require()
    if initiative not in initiatives_for(nomination):
        sentence = f"Sáng kiến này chưa được công nhận hoặc không phải của {nomination.name}."
        raise Refused(no(sentence, rule="basis:initiative"))
    nomination.initiative = initiative_words(initiative)
    keep(nomination, "initiative")
    Basis.objects.update_or_create(
        nomination=nomination, defaults={"initiatives": counted_initiatives(nomination)}
    )
    says = f"Hồ sơ của {nomination.name} lấy sáng kiến “{initiative.title}” làm căn cứ."
    write("use_initiative", says, actor=actor_for(mandate, unit=nomination.unit), on=on, thing=nomination)
