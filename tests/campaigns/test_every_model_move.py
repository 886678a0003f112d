"""Mọi việc với mô hình và nhân rộng, thử bởi mọi vai của mọi nơi ở mọi bước: ngoài bảng thì từ chối, không
ghi gì.
"""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.awards.tried import Move, drawn, faults
from tests.factories.models import DAY, WORDS, again, begun, copied, photo, pictured
from thidua.campaigns import discover, track
from thidua.campaigns.discover import Outcome, PictureWords, Taking
from thidua.campaigns.models import ModelPicture, ModelStep, Replication
from thidua.org.models import Mandate

pytestmark = pytest.mark.django_db
DRAWN = 60
OWN = frozenset({"khuoi-cap village_head", "na-lam standing"})
OTHER = frozenset({"ban-vang village_head", "na-lam standing"})
APPROVE = frozenset({"na-lam standing", "na-lam chair", "na-lam vice_chair"})
STATES = ("draft", "offered", "published", "changed", "withdrawn")
WORDY = replace(WORDS, how="gọi điện thoại")


def at(states: str, who: frozenset[str]) -> dict[str, frozenset[str]]:
    return dict.fromkeys(states.split(), who)


def step_of(project):
    return ModelStep.objects.select_related("project__campaign__unit", "project__unit").get(
        project=project, order=1
    )


def picture_of(project):
    return ModelPicture.objects.select_related("project__campaign__unit", "project__unit").get(
        project=project
    )


WRITTEN, EVERY = at("draft published changed withdrawn", OWN), at(" ".join(STATES), OWN)
NOBODY = PictureWords("after", nobody=True)
MOVES = (
    Move("begin", EVERY, lambda one, **by: discover.begin_project(
        one.campaign, words=WORDY, unit=one.unit, **by)),
    Move("edit", WRITTEN, lambda one, **by: discover.edit_project(one, words=WORDY, **by)),
    Move("stage", WRITTEN, lambda one, **by: track.update_project(
        one, to=track.ProjectState("done", "Xong 1,2 km"), **by)),
    Move("step", WRITTEN, lambda one, **by: discover.move_step(step_of(one), to="done", **by)),
    Move("picture", WRITTEN, lambda one, **by: discover.put_picture(
        one, upload=photo(), words=NOBODY, **by)),
    Move("agree", EVERY, lambda one, **by: discover.agree_to_picture(picture_of(one), how="nói", **by)),
    Move("take out", EVERY, lambda one, **by: discover.take_picture_out(
        picture_of(one), reason="Mờ", **by)),
    Move("offer", at("draft", OWN), lambda one, **by: discover.offer_project(one, **by)),
    Move("hand back", at("offered", APPROVE | OWN), lambda one, **by: discover.hand_project_back(
        one, reason="Ghi rõ", **by)),
    Move("publish", at("draft offered", APPROVE), lambda one, **by: discover.publish_project(one, **by)),
    Move("renew", at("changed", APPROVE), lambda one, **by: discover.renew_project(one, **by)),
    Move("withdraw", at("published changed", APPROVE | OWN), lambda one, **by: discover.withdraw_project(
        one, reason="Sai", **by)),
    Move("reopen", at("withdrawn", OWN), lambda one, **by: discover.reopen_project(one, **by)),
)  # fmt: skip
LIKEWISE = (
    Move("replicate", at("begun done dropped", OTHER), lambda copy, **by: discover.replicate(
        copy.campaign, taking=Taking(copy.again, DAY, how="gọi"), unit=copy.unit, **by)),
    Move("outcome", at("begun done", OTHER), lambda copy, **by: discover.tell_outcome(
        copy, outcome=Outcome("Được", Decimal(1), "km", "gọi"), **by)),
    Move("give up", at("begun", OTHER), lambda copy, **by: discover.give_up_replication(
        copy, reason="Thiếu giống", **by)),
    Move("resume", at("done dropped", OTHER), lambda copy, **by: discover.resume_replication(copy, **by)),
)  # fmt: skip


def people() -> dict[str, Mandate]:
    found = Mandate.objects.select_related("unit", "office", "person").order_by("id")
    return {f"{one.unit.code} {one.role}": one for one in found}


def in_state(whole, campaign, state: str):
    """A model written by the head of the first village, brought to that state by who may."""
    officer, head = whole.commune.standing, whole.head(whole.village)
    project = begun(whole, campaign)
    pictured(project, head, "Chu Thị Lụa")
    if state == "offered":
        discover.offer_project(project, mandate=head, on=DAY)
    elif state != "draft":
        discover.publish_project(again(project, officer), mandate=officer, on=DAY)
        project = again(project, officer)
    if state == "changed":
        discover.edit_project(project, words=replace(WORDS, title="Đường hoa mới"), mandate=head, on=DAY)
    if state == "withdrawn":
        discover.withdraw_project(project, reason="Sai", mandate=officer, on=DAY)
    return project


def test_moi_vai_thu_moi_viec_voi_mo_hinh(whole, campaign, capsys):
    found = {state: in_state(whole, campaign, state) for state in STATES}
    everybody, officer = people(), whole.commune.standing
    tried = drawn(
        [(move, state, who) for move in MOVES for state in STATES for who in everybody], capsys, share=DRAWN
    )
    wrong = faults(tried, fresh=lambda state: again(found[state], officer), people=everybody, on=DAY)
    assert "\n".join(wrong) == ""


def test_moi_vai_thu_moi_viec_nhan_rong(whole, campaign, capsys):
    head, everybody = whole.head(whole.villages[1]), people()
    other = begun(whole, campaign)
    made = {state: copied(whole, campaign, begun(whole, campaign)) for state in ("begun", "done", "dropped")}
    discover.tell_outcome(made["done"], outcome=Outcome("Được"), mandate=head, on=DAY)
    discover.give_up_replication(made["dropped"], reason="Thiếu giống", mandate=head, on=DAY)

    def fresh(state: str) -> Replication:
        copy = Replication.objects.select_related("campaign__unit", "unit", "project").get(pk=made[state].pk)
        copy.again = again(other, whole.commune.standing)
        return copy

    tried = drawn(
        [(move, state, who) for move in LIKEWISE for state in made for who in everybody], capsys, share=30
    )
    assert "\n".join(faults(tried, fresh=fresh, people=everybody, on=DAY)) == ""
