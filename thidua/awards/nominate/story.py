"""A role model is nominated: what the page tells goes into the dossier (đề nghị từ gương điển hình)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from thidua.awards.models import Nomination
from thidua.awards.nominate.acting import actor_for
from thidua.awards.permissions.nomination import may_edit_whole
from thidua.campaigns.discover import put_on_record
from thidua.campaigns.models import RoleModel
from thidua.campaigns.permissions.example import may_write_role_model
from thidua.journal.lifecycle import keep
from thidua.journal.write import write
from thidua.org.models import Mandate


@transaction.atomic
def tell_story(nomination: Nomination, *, role_model: RoleModel, mandate: Mandate, on: date) -> None:
    """Take the deed and the story of a role model into the dossier (lấy lời bài nêu gương), to be gone over.

    Effects: the summary and the report of the dossier; where the mandate may write role models, the page
    belongs to the record of the one nominated. Căn cứ: không (quy ước nội bộ).
    """
    may_edit_whole(mandate, nomination, on=on).require()
    nomination.achievement, nomination.report = role_model.title, role_model.story
    keep(nomination, "achievement", "report", "folded")
    says = f"Hồ sơ của {nomination.name} lấy lời bài gương điển hình “{role_model.title}”."
    write("tell_story", says, actor=actor_for(mandate, unit=nomination.unit), on=on, thing=nomination)
    if may_write_role_model(mandate, role_model.unit, on=on).is_yes:
        put_on_record(role_model, record=nomination.candidate, mandate=mandate, on=on)
