"""Stage 5: good deeds told by visitors; one becomes a role model with consent (phát hiện, nêu gương)."""

from __future__ import annotations

from thidua.campaigns.discover import (
    GoodDeed,
    Profile,
    give_consent,
    join_good_deed,
    make_role_model,
    note_good_deed,
    publish_role_model,
    reject_good_deed,
    report_good_deed,
    verify_good_deed,
)
from thidua.campaigns.models import Lead
from thidua.demo.story.models import a_model_is_told, models_are_shown
from thidua.demo.tales import tale_of
from thidua.demo.world import World
from thidua.records.consent import ConsentWords
from thidua.vietnamese.dates import vn_date


def good_deeds_are_found(world: World) -> None:
    """Stage 5 (nêu gương): of four deeds one, told twice, is shown, one true, one new, one set aside;
    one model is shown, and done likewise.
    """
    officer, checked = world.commune["standing"], world.days.checked
    shown, true, _, vague = _told_by_visitors(world)
    _told_on_paper_too(world, shown)
    verify_good_deed(shown, checked_with="Trưởng thôn và trạm y tế", mandate=officer, on=checked)
    verify_good_deed(true, checked_with="Trưởng thôn", mandate=officer, on=checked)
    reason = "Không rõ ai, việc gì, ở đâu; không hỏi lại được người báo."
    reject_good_deed(vague, reason=reason, mandate=officer, on=checked)
    copy = a_model_is_told(world)
    _becomes_a_role_model(world, shown)
    models_are_shown(world, copy)


def _told_by_visitors(world: World) -> list[Lead]:
    return [
        report_good_deed(
            world.commune.unit,
            deed=GoodDeed(deed.who, deed.what, deed.where, deed.reporter, campaign=world.running),
            sender=f"khach-{number}",
            on=world.days.leads,
        )
        for number, deed in enumerate(tale_of(world.year).deeds)
    ]


def _told_on_paper_too(world: World, lead: Lead) -> None:
    """A slip about the same deed came to the office; the two reports are joined."""
    officer, on = world.commune["standing"], world.days.checked
    deed = GoodDeed(
        lead.who, f"Bà con cùng thôn cũng kể: {lead.what}", lead.where,
        how=f"nhận phiếu giấy, ngày {vn_date(on)}",
    )  # fmt: skip
    slip = note_good_deed(world.running, deed=deed, mandate=officer, on=on)
    join_good_deed(slip, into=lead, mandate=officer, on=on)


def _becomes_a_role_model(world: World, lead: Lead) -> None:
    """Written, agreed to by the person on paper, made public."""
    officer, days, model = world.commune["standing"], world.days, tale_of(world.year).model
    name = lead.who.partition(" ")[2]
    profile = Profile(name, lead.where, model.title, model.story)
    role_model = make_role_model(lead, profile=profile, mandate=officer, on=days.checked)
    words = ConsentWords(name, "giấy đồng ý có chữ ký, lưu tại văn phòng", days.published)
    give_consent(role_model, words=words, mandate=officer, on=days.published)
    publish_role_model(role_model, mandate=officer, on=days.published)
