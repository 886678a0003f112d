"""Every move of a decision, its money and the fund tried by every role of every unit, in every state."""

from datetime import date

import pytest

from tests.awards.session_story import DAY, eligible, held, numbered, sent
from tests.awards.tried import Move, drawn, faults
from tests.factories.commune import make_campaign, make_commune, make_person
from thidua.awards import amend, decide, inform
from thidua.awards import certify as money
from thidua.awards.documents.amendment import Fault
from thidua.awards.models import Decision, DecisionItem, FundEntry, FundYear
from thidua.awards.queries.amendment import revocation_of
from thidua.awards.queries.decision import decision_items
from thidua.awards.queries.proof import proof_of

pytestmark = pytest.mark.django_db
DRAWN = 90
OF_A_DRAFT, OF_A_YEAR = ("draft", "numbered"), ("last year", "closed year")
OF_AN_AWARD = ("awarded", "listed", "paid", "revoked", "revoked and paid")
STANDING, ACCOUNTANT = frozenset({"standing"}), frozenset({"accountant"})
BOTH, READS = STANDING | ACCOUNTANT, frozenset({"standing", "clerk"})


def each(who: frozenset[str], *states: str) -> dict[str, frozenset[str]]:
    return dict.fromkeys(states, who)


def decision_of(thing) -> Decision:
    return Decision.objects.get(pk=thing.decision_id if isinstance(thing, DecisionItem) else thing.pk)


def read(decision, **by):
    decide.proof_read(decision, marks=[line.mark for line in proof_of(decision, day=DAY).lines], **by)


def paid(item, **by):
    money.mark_paid(item.payment, payee=item.name, **by)


def unpaid(item, **by):
    line = FundEntry.objects.filter(payment__item=item).first()
    money.reverse_entry(line, reason="Ghi nhầm", **by)


def corrected(item, **by):
    fault = Fault.of_name(item, f"{item.name} Đúng")
    amend.draft_correction(decision_of(item), faults=[fault], of_content=True, **by)


def booked(row, **by):
    words = money.Movement("material", 1_000, date(row.year, 6, 1), "In khung", "Hóa đơn 12")
    money.book_movement(words, **by)


DRAFTS = (
    Move("rewrite", each(STANDING, "draft"), lambda one, **by: decide.rewrite_decision(one, **by)),
    Move("drop", each(STANDING, "draft"), lambda one, **by: decide.drop_decision(one, **by)),
    Move("proof-read", each(READS, "draft", "numbered"), read),
    Move("issue", each(frozenset({"clerk"}), "numbered"),
         lambda one, **by: decide.issue_decision(one.document, **by)),
)  # fmt: skip
AWARDS = (
    Move("list", each(BOTH, "awarded"),
         lambda item, **by: money.draft_payment_list(decision_of(item), items=[item], **by)),
    Move("pay", each(ACCOUNTANT, "listed"), paid),
    Move("not collected", each(ACCOUNTANT, "listed"),
         lambda item, **by: money.note_not_collected(item.payment, why="đi vắng", **by)),
    Move("undo", each(ACCOUNTANT, "paid"), unpaid),
    Move("correct", each(STANDING, *OF_AN_AWARD), corrected),
    Move("revoke", each(STANDING, "awarded", "listed", "paid"), lambda item, **by: amend.draft_revocation(
        decision_of(item), items=[item], reason="sai", **by)),
    Move("recover", each(ACCOUNTANT, "revoked and paid"),
         lambda item, **by: money.take_recovery(revocation_of(item), amount=1_000, receipt="PT-9", **by)),
    Move("ask back", each(BOTH, *OF_AN_AWARD),
         lambda item, **by: amend.draft_recall(decision_of(item), until=DAY, **by)),
    Move("remind", each(READS, *OF_AN_AWARD),
         lambda item, **by: inform.remind_receivers(decision_of(item), **by)),
)  # fmt: skip
YEARS = (
    Move("book", each(ACCOUNTANT, "last year"), booked),
    Move("close", each(ACCOUNTANT, "last year"), lambda row, **by: money.close_year(row, **by)),
    Move("reopen", each(ACCOUNTANT, "closed year"),
         lambda row, **by: money.reopen_year(row, reason="thiếu", **by)),
)  # fmt: skip
# What has no payment, no line or no revocation cannot be tried on.
NEEDS = {
    "pay": OF_AN_AWARD[1:], "not collected": OF_AN_AWARD[1:], "undo": ("paid", "revoked and paid"),
    "recover": OF_AN_AWARD[3:],
}  # fmt: skip


@pytest.fixture
def world():
    """One commune with a decision in draft, one numbered, one issued whose five awards stand differently."""
    whole = make_commune(2023)
    office, campaign = whole.commune, make_campaign(whole, state="reviewing")
    by = {"mandate": office.accountant, "on": DAY}

    def drafted(*names):
        chosen = [eligible(whole, campaign, make_person(whole.village, name)) for name in names]
        waiting = sent(held(campaign, chosen, office), office)
        return decide.draft_decision(waiting, mandate=office.standing, on=DAY)

    things = {"draft": drafted("Vi Văn Thảo").pk, "numbered": drafted("Vi Văn Số").pk}
    numbered(Decision.objects.get(pk=things["numbered"]).document, office)
    issued = drafted(*(f"Vi Văn {name}" for name in ("An", "Bình", "Chi", "Dung", "Giang")))
    decide.issue_decision(numbered(issued.document, office), mandate=office.clerk, on=DAY)
    issued.refresh_from_db()
    items = decision_items(issued)
    things |= {state: item.pk for state, item in zip(OF_AN_AWARD, items, strict=True)}
    money.draft_payment_list(issued, items=items[1:], **by)
    for item in (items[2], items[4]):
        paid(DecisionItem.objects.get(pk=item.pk), **by)
    paper = amend.draft_revocation(issued, items=items[3:], reason="sai", mandate=office.standing, on=DAY)
    amend.issue_revocation(numbered(paper, office), mandate=office.clerk, on=DAY)
    for state, year in zip(OF_A_YEAR, (2022, 2020), strict=True):
        words = money.Movement("allocation", 5_000, date(year, 1, 5), "Cấp quỹ", "QĐ 08")
        things[state] = money.book_movement(words, **by).fund_year_id
    money.close_year(FundYear.objects.get(year=2020), **by)
    people = dict(office.mandates) | {
        "own_head": whole.head(whole.village),
        "unit_head": whole.head(whole.body),
        **{f"district_{role}": mandate for role, mandate in whole.district.mandates.items()},
        **{f"province_{role}": mandate for role, mandate in whole.province.mandates.items()},
    }
    return things, people


def everything(people):
    """All that can be tried: moves of a draft on drafts, of money on awards, of the fund on years."""
    pairs = ((DRAFTS, OF_A_DRAFT), (AWARDS, OF_AN_AWARD), (YEARS, OF_A_YEAR))
    tried = [
        (move, state, who)
        for moves, states in pairs
        for move in moves
        for state in states
        if state in NEEDS.get(move.name, states)
        for who in people
    ]
    # An accountant elsewhere books in the own fund: that is another thing.
    return [one for one in tried if not (one[0].name == "book" and one[2].endswith("_accountant"))]


def fresh_of(things):
    def fresh(state):
        if state in OF_A_YEAR:
            return FundYear.objects.get(pk=things[state])
        if state in OF_A_DRAFT:
            return Decision.objects.select_related("unit", "document", "campaign").get(pk=things[state])
        related = DecisionItem.objects.select_related("decision__unit", "payment__unit", "nomination__unit")
        return related.get(pk=things[state])

    return fresh


def test_some_moves_of_decisions_and_money_by_some_roles(world, capsys):
    things, people = world
    tried = drawn(everything(people), capsys, share=DRAWN)
    assert "\n".join(faults(tried, fresh=fresh_of(things), people=people, on=DAY)) == ""


@pytest.mark.long
def test_every_move_of_decisions_and_money_by_every_role(world):
    things, people = world
    assert "\n".join(faults(everything(people), fresh=fresh_of(things), people=people, on=DAY)) == ""
