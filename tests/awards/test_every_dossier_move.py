"""Every move of a dossier and its appraisal tried by every role of every unit, in every state."""

from datetime import date

import pytest

from tests.awards.dossiers import DAY, complete, entry_for
from tests.awards.tried import Move, drawn, faults
from tests.factories.commune import make_campaign, make_commune, make_person
from thidua.awards import appraise
from thidua.awards.deliberate import Meeting, plan_session, table_nominations
from thidua.awards.models import CouncilSession, Nomination
from thidua.awards.nominate import (
    confirm_report,
    draft_achievement_report,
    file_part,
    save_dossier,
    submit_nomination,
    take_back_nomination,
    withdraw_nomination,
)
from thidua.awards.queries.nomination import appraisal_open
from thidua.awards.states import NOMINATION

pytestmark = pytest.mark.django_db
DRAWN = 150
TAKEN_UP = "taken up"  # sent, and the standing officer has opened the appraisal
STATES = (*NOMINATION.says, TAKEN_UP)
NOT_APPRAISED = ("draft", "submitted")
OF_APPRAISAL = {"judge", "eligible", "ineligible", "return"}
HEAD = frozenset({"own_head"})
UNIT = frozenset({"own_head", "standing"})
STANDING = frozenset({"standing"})
CHAIRS = frozenset({"chair", "vice_chair"})
ON_THE_WAY = ("submitted", "eligible", "tabled", "passed", "presented", TAKEN_UP)


def each(who: frozenset[str], *states: str) -> dict[str, frozenset[str]]:
    return dict.fromkeys(states, who)


def working(nomination):
    """The appraisal a conclusion is written into; where none is open, the last one."""
    return appraisal_open(nomination, nomination.holder) or nomination.appraisals.get()


def judged(nomination, by):
    wanted = {
        finding.pk: appraise.Judgement(True, "Đã đối chiếu")
        for finding in working(nomination).findings.all()
        if appraise.is_judged(finding)
    }
    appraise.record_judgements(working(nomination), judgements=wanted, **by)


def found_eligible(nomination, **by):
    judged(nomination, by)
    appraise.conclude_eligible(working(nomination), **by)


def tabled(nomination, **by):
    table_nominations(CouncilSession.objects.get(), nominations=[nomination], **by)


MOVES = (
    Move("write", each(UNIT, "draft", "returned"), lambda n, **by: save_dossier(
        n, entry=entry_for(n, achievement="Vận động 64 hộ", version=n.version), **by)),
    Move("file a part", each(UNIT, "draft", "returned"), lambda n, **by: file_part(
        n, part="bao_cao", note="bản giấy", **by)),
    Move("confirm", each(HEAD, "draft", "returned") | each(CHAIRS, *ON_THE_WAY),
         lambda n, **by: confirm_report(n, **by)),
    Move("draft the report", each(UNIT, "draft", "returned"),
         lambda n, **by: draft_achievement_report(n, **by)),
    Move("send", each(UNIT, "draft", "returned"), lambda n, **by: submit_nomination(n, **by)),
    Move("take back", each(UNIT, "submitted"), lambda n, **by: take_back_nomination(n, **by)),
    Move("withdraw", each(UNIT, "draft", "returned", "submitted", "eligible", TAKEN_UP),
         lambda n, **by: withdraw_nomination(n, reason="Chuyển công tác", **by)),
    Move("take up", each(STANDING, "submitted", TAKEN_UP), lambda n, **by: appraise.open_appraisal(n, **by)),
    Move("judge", each(STANDING, TAKEN_UP), lambda n, **by: judged(n, by)),
    Move("eligible", each(STANDING, TAKEN_UP), found_eligible),
    Move("ineligible", each(STANDING, TAKEN_UP), lambda n, **by: appraise.conclude_ineligible(
        working(n), reason="Chưa đủ thời gian", **by)),
    Move("return", each(STANDING, TAKEN_UP), lambda n, **by: appraise.return_for_supplement(
        working(n), remark="Bổ sung ảnh", **by)),
    Move("open again", each(STANDING, "eligible", "ineligible"),
         lambda n, **by: appraise.reopen_appraisal(n, **by)),
    Move("put before the council", each(frozenset({"secretary", "standing"}), "eligible"), tabled),
)  # fmt: skip


@pytest.fixture
def world():
    """One commune with a dossier in every state.

    The later states are put in place directly: how a dossier gets there is told elsewhere, here only what may
    still be done with it.
    """
    whole = make_commune(2023)
    campaign = make_campaign(whole, state="reviewing")
    dossiers = {}
    for state in STATES:
        one = complete(
            whole,
            make_person(whole.village, f"Vi Văn {state.title()}"),
            form="giay_khen_xa",
            campaign=campaign,
        )
        Nomination.objects.filter(pk=one.pk).update(how="nhận bản giấy ngày 01/6/2023")
        one.refresh_from_db()
        if state != "draft":
            submit_nomination(one, mandate=whole.head(whole.village), on=DAY)
        if state not in NOT_APPRAISED:
            appraise.open_appraisal(one, mandate=whole.commune.standing, on=DAY)
        dossiers[state] = one.pk
        if state not in ("draft", "submitted", TAKEN_UP):
            one.appraisals.update(concluded_on=DAY, conclusion=state[:12])
            Nomination.objects.filter(pk=one.pk).update(state=state)
    people = dict(whole.commune.mandates) | {
        "own_head": whole.head(whole.village),
        "other_village": whole.head(whole.villages[1]),
        "unit_head": whole.head(whole.body),
        **{f"district_{role}": mandate for role, mandate in whole.district.mandates.items()},
        **{f"province_{role}": mandate for role, mandate in whole.province.mandates.items()},
    }
    chair, secretary = whole.commune.chair.person, whole.commune.secretary
    meeting = Meeting(DAY, "Phòng họp", chair, secretary.person)
    plan_session(campaign, meeting=meeting, mandate=secretary, on=DAY)
    gone = whole.head(whole.villages[1])
    gone.ends = date(2023, 5, 31)
    gone.save()
    return dossiers, people


def everything(people):
    """All that can be tried; where nobody has opened an appraisal there is none to write in."""
    return [
        (move, state, who)
        for move in MOVES
        for state in STATES
        if not (state in NOT_APPRAISED and move.name in OF_APPRAISAL)
        for who in people
    ]


def dossier_in(dossiers):
    related = Nomination.objects.select_related("award", "unit", "holder", "campaign__unit")
    return lambda state: related.get(pk=dossiers[state])


def test_some_moves_of_a_dossier_by_some_roles(world, capsys):
    dossiers, people = world
    tried = drawn(everything(people), capsys, share=DRAWN)
    assert "\n".join(faults(tried, fresh=dossier_in(dossiers), people=people, on=DAY)) == ""


@pytest.mark.long
def test_every_move_of_a_dossier_by_every_role(world):
    dossiers, people = world
    assert "\n".join(faults(everything(people), fresh=dossier_in(dossiers), people=people, on=DAY)) == ""
