"""One initiative: noted by its unit, recognised, taken as basis of a nomination (sáng kiến làm căn cứ)."""

from __future__ import annotations

from thidua.awards.models import Nomination
from thidua.awards.nominate import use_initiative
from thidua.campaigns.discover import (
    Application,
    AuthorEntry,
    InitiativeEntry,
    Recognition,
    apply_initiative,
    note_initiative,
    recognise_initiative,
)
from thidua.demo.world import World
from thidua.org.models import Mandate


def rest_on_initiative(world: World, nomination: Nomination, title: str, *, head: Mandate) -> None:
    """What the one nominated thought of is recognised by the commune; the dossier rests on it."""
    officer, on = world.commune["standing"], world.days.nominate
    if nomination.person is None:
        return
    entry = InitiativeEntry(
        title, nomination.report, (AuthorEntry(nomination.person),), effect=nomination.achievement,
        applied_from=nomination.achieved_from,
    )  # fmt: skip
    made = note_initiative(world.running, entry=entry, unit=head.unit, mandate=head, on=on)
    office = world.commune.unit.short_name
    recognition = Recognition(f"Hội đồng sáng kiến {office}", "03/QĐ-HĐSK", "co_so", on)
    recognise_initiative(made, recognition=recognition, mandate=officer, on=on)
    place = Application(head.unit, on, "Làm thường xuyên từ đầu đợt thi đua.")
    apply_initiative(made, application=place, mandate=head, on=on)
    use_initiative(nomination, initiative=made, mandate=head, on=on)
