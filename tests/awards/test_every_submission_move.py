"""Every move of a submission, by paper and by file, tried by every role of every unit, in every state."""

from dataclasses import dataclass

import pytest

from tests.awards.session_story import DAY, appraised_above, eligible, held, numbered, sent
from tests.awards.tried import Move, drawn, faults
from tests.factories.commune import make_campaign, make_commune, make_person
from thidua.awards import decide, submit
from thidua.awards.models import Nomination, Submission
from thidua.records.models import Package
from thidua.records.package import add_partner, confirm_key, sheet_of
from thidua.records.seal import key_for

pytestmark = pytest.mark.django_db
DRAWN = 80
HUYEN, TINH, XA = "giay_khen_huyen", "bang_khen_tinh", "giay_khen_xa"
STANDING, CLERK = frozenset({"standing"}), frozenset({"clerk"})
CHAIRS = frozenset({"chair", "vice_chair"})
BOTH = STANDING | CLERK
ABOVE = frozenset({"district_standing"})
ABOVE_CHAIRS = frozenset({"district_chair", "district_vice_chair"})
SENDS_ABOVE = ABOVE | {"district_clerk"}
# Four cases of one submission, which stand differently with the district; nothing of it went by file.
OF_ONE = ("sent", "returned", "supplemented", "failed above")
STATES = (
    "ready",
    "drafted",
    "numbered",
    *OF_ONE,
    "answered",
    "presented",
    "in a package",
    "came in a package",
)


@dataclass(frozen=True)
class Travelling:
    """One nomination on its way, and the submission it goes by; before the draft there is none."""

    nomination: Nomination

    @property
    def submission(self) -> Submission:
        related = Submission.objects.select_related("unit", "to_unit", "document", "campaign", "session")
        return related.get(items__nomination=self.nomination)


def each(who: frozenset[str], *states: str) -> dict[str, frozenset[str]]:
    return dict.fromkeys(states, who)


def drafted_again(one, **by):
    session = one.nomination.cases.order_by("id").first().session
    return submit.draft_submission(session, form=one.nomination.award.form, **by)


BY_PAPER = (
    Move("draft", each(STANDING, "ready"), drafted_again),
    Move("drop", each(STANDING, "drafted"), lambda one, **by: submit.drop_submission(one.submission, **by)),
    Move("issue", each(CLERK, "numbered"),
         lambda one, **by: submit.issue_submission(one.submission.document, **by)),
    Move("return", each(ABOVE, "sent", "in a package", "came in a package"),
         lambda one, **by: submit.return_to_lower(one.nomination, reason="Thiếu xác nhận", **by)),
    Move("supplement", each(STANDING, "returned", "supplemented"),
         lambda one, **by: submit.resend(one.nomination, note="Đã có xác nhận", **by)),
    Move("refuse",
         each(CHAIRS, "presented")
         | each(ABOVE | ABOVE_CHAIRS, "sent", "failed above", "in a package", "came in a package"),
         lambda one, **by: submit.refuse(one.nomination, reason="Chưa đủ thời gian", **by)),
    Move("decide", each(STANDING, "presented"),
         lambda one, **by: decide.draft_decision(one.submission, **by)),
)  # fmt: skip
BY_FILE = (
    Move("send", each(BOTH, *OF_ONE, "answered", "came in a package"),
         lambda one, **by: submit.send_by_file(one.submission, **by)),
    Move("ask back", each(BOTH, "in a package"),
         lambda one, **by: submit.ask_back(one.submission, why="Gửi nhầm", **by)),
    Move("answer", each(SENDS_ABOVE, "came in a package"),
         lambda one, **by: submit.answer_by_file(one.submission, **by)),
)  # fmt: skip


def passed(whole, campaign, **of_form):
    """What the council of the commune passed, by the states the cases shall come to."""
    chosen = {
        name: eligible(whole, campaign, make_person(whole.village, f"Vi Văn {name.title()}"), form=form)
        for form, names in of_form.items()
        for name in names
    }
    return held(campaign, list(chosen.values()), whole.commune), chosen


def keys_compared(whole):
    """Commune and district exchange packages, though both work in this installation."""
    offices = (whole.commune, whole.district)
    sheets = [sheet_of(key_for(one.unit, actor=one.standing.actor(), on=DAY)) for one in offices]
    for office, sheet in zip(offices, reversed(sheets), strict=True):
        partner = add_partner(sheet, mandate=office.standing, on=DAY)
        confirm_key(partner, how="Gọi điện", mandate=office.standing, on=DAY)
    return partner


def come_by_file(submission, partner):
    """The row the district has after taking the package of a submission in."""
    Package.objects.create(
        unit=submission.to_unit, partner=partner, direction="received", kind="submission", size=1,
        subject_id=submission.pk, digest="0" * 64, sha256="0" * 64, on=DAY, by="Văn thư huyện",
    )  # fmt: skip


@pytest.fixture
def world():
    whole = make_commune(2023)
    office, above, campaign = whole.commune, whole.district, make_campaign(whole, state="reviewing")
    partner = keys_compared(whole)
    session, things = passed(whole, campaign, giay_khen_huyen=("ready",), giay_khen_xa=("presented",))
    sent(session, office, form=XA)
    session, more = passed(whole, campaign, giay_khen_huyen=("drafted",), bang_khen_tinh=("numbered",))
    things |= more
    submit.draft_submission(session, form=HUYEN, mandate=office.standing, on=DAY)
    waiting = submit.draft_submission(session, form=TINH, mandate=office.standing, on=DAY)
    numbered(waiting.document, office)
    session, more = passed(whole, campaign, giay_khen_huyen=OF_ONE, bang_khen_tinh=("answered",))
    things |= more
    for form in (HUYEN, TINH):
        sent(session, office, form=form)
    session, more = passed(
        whole, campaign, giay_khen_huyen=("in a package",), bang_khen_tinh=("came in a package",)
    )
    things |= more
    submit.send_by_file(sent(session, office, form=HUYEN), mandate=office.standing, on=DAY)
    come_by_file(sent(session, office, form=TINH), partner)
    for one in things.values():
        one.refresh_from_db()
    for name in ("returned", "supplemented"):
        submit.return_to_lower(things[name], reason="Thiếu ảnh", mandate=above.standing, on=DAY)
    Nomination.objects.filter(pk=things["supplemented"].pk).update(state="submitted")
    submit.refuse(things["answered"], reason="Đã được tặng", mandate=above.standing, on=DAY)
    held(campaign, [appraised_above(things["failed above"], above)], above, choice="against")
    people = dict(office.mandates) | {
        "own_head": whole.head(whole.village),
        "unit_head": whole.head(whole.body),
        **{f"district_{role}": mandate for role, mandate in above.mandates.items()},
        **{f"province_{role}": mandate for role, mandate in whole.province.mandates.items()},
    }
    return {name: one.pk for name, one in things.items()}, people


def everything(people):
    """All that can be tried; a package asked for a second time is the one there is, which writes nothing."""
    tried = [(move, state, who) for move in (*BY_PAPER, *BY_FILE) for state in STATES for who in people]
    without = {"ready": {"drop", "issue", "decide", "send", "ask back", "answer"}, "in a package": {"send"}}
    return [one for one in tried if one[0].name not in without.get(one[1], ())]


def fresh_of(things):
    related = Nomination.objects.select_related("award", "unit", "holder", "campaign__unit")
    return lambda state: Travelling(related.get(pk=things[state]))


def test_some_moves_of_a_submission_by_some_roles(world, capsys):
    things, people = world
    tried = drawn(everything(people), capsys, share=DRAWN)
    assert "\n".join(faults(tried, fresh=fresh_of(things), people=people, on=DAY)) == ""


@pytest.mark.long
def test_every_move_of_a_submission_by_every_role(world):
    things, people = world
    assert "\n".join(faults(everything(people), fresh=fresh_of(things), people=people, on=DAY)) == ""
