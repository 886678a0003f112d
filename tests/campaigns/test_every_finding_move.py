"""Every move of a good deed and of an initiative tried by every role of every unit, in every state."""

from datetime import date

import pytest

from tests.awards.tried import Move, drawn, faults
from tests.factories.commune import make_campaign, make_commune, make_person
from thidua.campaigns import discover
from thidua.campaigns.models import Initiative, Lead
from thidua.campaigns.states import INITIATIVE, LEAD

pytestmark = pytest.mark.django_db
DAY = date(2023, 4, 20)
DRAWN = 90
OFFICER, HEAD = frozenset({"standing"}), frozenset({"own_head"})
EITHER = OFFICER | HEAD
SPARE = "spare"


def each(who, *states):
    return dict.fromkeys(states, who)


def other_of(lead):
    return Lead.objects.exclude(pk=lead.pk).get(receipt=SPARE)


def entry_of(initiative):
    people = tuple(discover.AuthorEntry(one.person) for one in initiative.authors.all())
    return discover.InitiativeEntry(initiative.title, initiative.what, people, how="điện thoại")


def same_place(initiative):
    return discover.Application(initiative.unit, DAY)


DEEDS = (
    Move("ask", each(OFFICER, "new"), lambda one, **by: discover.ask_unit(one, unit=one.asked, **by)),
    Move("confirm", each(HEAD, "new"),
         lambda one, **by: discover.confirm_good_deed(one, word=discover.WitnessWord(True), **by)),
    Move("note a witness", each(OFFICER, "new", "verified"), lambda one, **by: discover.note_witness(
        one, word=discover.WitnessWord(True, who="Bà Sen"), **by)),
    Move("verify", each(OFFICER, "new"),
         lambda one, **by: discover.verify_good_deed(one, checked_with="Bà Sen", **by)),
    Move("reject", each(OFFICER, "new", "verified"),
         lambda one, **by: discover.reject_good_deed(one, reason="Không rõ", **by)),
    Move("reopen", each(OFFICER, "verified", "rejected"),
         lambda one, **by: discover.reopen_good_deed(one, reason="Có đơn", **by)),
    Move("join", each(OFFICER, "new", "verified"),
         lambda one, **by: discover.join_good_deed(one, into=other_of(one), **by)),
    Move("separate", each(OFFICER, "joined"), discover.separate_good_deed),
)  # fmt: skip
IDEAS = (
    Move("edit", each(EITHER, "noted"),
         lambda one, **by: discover.edit_initiative(one, entry=entry_of(one), **by)),
    Move("recognise", each(OFFICER, "noted"), lambda one, **by: discover.recognise_initiative(
        one, recognition=discover.Recognition("Hội đồng", "1/QĐ", "co_so", DAY), **by)),
    Move("drop", each(OFFICER, "noted"), lambda one, **by: discover.drop_initiative(one, reason="Cũ", **by)),
    Move("reopen", each(OFFICER, "recognised", "dropped"),
         lambda one, **by: discover.reopen_initiative(one, reason="Nhầm", **by)),
    Move("apply", each(EITHER, "noted", "recognised"),
         lambda one, **by: discover.apply_initiative(one, application=same_place(one), **by)),
    Move("stop applying", each(EITHER, "noted", "recognised"),
         lambda one, **by: discover.stop_applying(one, unit=one.unit, **by)),
)  # fmt: skip


@pytest.fixture
def world():
    """A good deed and an initiative in every state, put there directly, and everybody who may try."""
    whole = make_commune(2023)
    campaign = make_campaign(whole)
    officer = {"mandate": whole.commune.standing, "on": DAY}
    leads, ideas = {}, {}
    for state in (*LEAD.says, SPARE):
        deed = discover.GoodDeed(f"Ông {state}", "Việc tốt", how="điện thoại")
        lead = discover.note_good_deed(campaign, deed=deed, **officer)
        kept = {"receipt": SPARE} if state == SPARE else {"state": state, "asked": whole.village}
        Lead.objects.filter(pk=lead.pk).update(**kept)
        leads[state] = lead.pk
    author = discover.AuthorEntry(make_person(whole.village, "Lộc Văn Tài"))
    for state in INITIATIVE.says:
        entry = discover.InitiativeEntry(state, "Cách làm", (author,), how="điện thoại")
        idea = discover.note_initiative(campaign, entry=entry, unit=whole.village, **officer)
        Initiative.objects.filter(pk=idea.pk).update(state=state)
        ideas[state] = idea.pk
    people = dict(whole.commune.mandates) | {
        "own_head": whole.head(whole.village),
        "other_village": whole.head(whole.villages[1]),
        "unit_head": whole.head(whole.body),
        "district_standing": whole.district.standing,
        "province_standing": whole.province.standing,
    }
    return leads, ideas, people


def test_some_moves_by_some_roles(world, capsys):
    leads, ideas, people = world
    for moves, states, pks, table in (
        (DEEDS, LEAD.says, leads, Lead.objects.select_related("unit", "asked")),
        (IDEAS, INITIATIVE.says, ideas, Initiative.objects.select_related("unit", "campaign__unit")),
    ):
        everything = [(move, state, who) for move in moves for state in states for who in people]
        tried = drawn(everything, capsys, share=DRAWN)
        found = faults(
            tried, fresh=lambda state, pks=pks, table=table: table.get(pk=pks[state]), people=people, on=DAY
        )
        assert list(found) == []
