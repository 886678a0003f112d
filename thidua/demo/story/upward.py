"""Stages 9 to 11: tờ trình level by level, decisions, certificates, money (trình, quyết định)."""

from __future__ import annotations

from datetime import date

from thidua.awards.certify import (
    FundFacts,
    Movement,
    book_movement,
    draft_payment_list,
    enter_fund,
    hand_over,
    make_certificates,
    mark_paid,
)
from thidua.awards.decide import draft_decision, proof_read
from thidua.awards.models import CouncilSession, Decision, Nomination
from thidua.awards.queries.certificate import certificates_of, issued_decisions, payments_of
from thidua.awards.queries.council import sessions_visible_to
from thidua.awards.queries.decision import waiting_for_decision
from thidua.awards.queries.proof import proof_of
from thidua.awards.queries.submission import passed_of
from thidua.awards.submit import draft_submission
from thidua.demo.story.ceremony import arrange, end, stock_up
from thidua.demo.story.council import hold_a_session_above
from thidua.demo.story.nominations import appraise_all
from thidua.demo.story.papers import carry_for
from thidua.demo.story.signing import carry_signed, keys_of, sign_the_sheets
from thidua.demo.world import Team, World
from thidua.org.states import Level

# What the budget gave each level that year, of how much regular spending, and what organising cost (đồng).
FUNDS = {
    "xa": (60_000_000, 6_400_000_000, 8_500_000),
    "huyen": (1_150_000_000, 310_000_000_000, 140_000_000),
    "tinh": (9_200_000_000, 4_100_000_000_000, 1_050_000_000),
}
FRAMES = {"xa": 2_750_000, "huyen": 4_300_000, "tinh": 12_600_000}


def the_commune_submits(world: World) -> None:
    """Stage 9 (trình): to the own chair what the commune decides, to the next level up everything else."""
    session = sessions_visible_to(world.commune["standing"]).get(campaign=world.running)
    _submit(world.commune, session, on=world.days.submit)


def _submit(team: Team, session: CouncilSession, *, on: date) -> None:
    """One tờ trình for each award form the council passed somebody for."""
    officer = team["standing"]
    for award in session.campaign.awards.all():
        if passed_of(session, award.form).exists():
            submission = draft_submission(session, form=award.form, mandate=officer, on=on)
            assert submission.document is not None  # draft_submission puts its paper on file
            carry_for(team, submission.document, drafter="standing", on=on)


def every_level_decides(world: World) -> None:
    """Stage 10 (quyết định): the commune first, then level by level: appraisal, council, decision."""
    for team in (world.commune, *world.above):
        fund_the_year(world, team, on=world.days.submit)
    the_commune_decides(world)
    for team in world.above:
        a_level_above_decides(world, team)


def the_commune_decides(world: World) -> None:
    """The commune's own decisions (xã quyết định)."""
    _decide(world, world.commune, on=world.days.decided)


def a_level_above_decides(world: World, team: Team) -> None:
    """One level above: appraisal, council, tờ trình, decision (một cấp trên xét)."""
    days = world.days
    meetings = {
        "huyen": (days.decided, days.district, "ballots"),
        "tinh": (days.district, days.province, "hands"),
    }
    met, decided, mode = meetings[team.unit.level]
    appraise_all(world, team, on=met)
    session = hold_a_session_above(world, team, mode=mode, on=met)
    _submit(team, session, on=decided if team is world.province else met)
    _decide(world, team, on=decided)


def fund_the_year(world: World, team: Team, *, on: date) -> None:
    """The accountant enters what the budget gave (ghi quỹ của năm)."""
    fund, regular, organising = FUNDS[team.unit.level]
    paper = f"Quyết định số 04/QĐ-UBND ngày 03/01/{world.year} về giao dự toán ngân sách"
    facts = FundFacts(world.year, "mountain", regular, fund, organising, paper)
    enter_fund(facts, mandate=team["accountant"], on=on)


def _decide(world: World, team: Team, *, on: date) -> None:
    for submission in list(waiting_for_decision(team["standing"], world.running)):
        decision = draft_decision(submission, mandate=team["standing"], on=on)
        assert decision.document is not None  # draft_decision puts its paper on file
        marks = [line.mark for line in proof_of(decision, day=on).lines]
        proof_read(decision, marks=marks, mandate=team["standing"], on=on)
        carry_for(team, decision.document, drafter="standing", on=on)


def awards_are_handed_over(world: World) -> None:
    """Stage 11 (trao thưởng): certificates and payment lists; handed over and paid at the ceremony."""
    hand_over_for(world, [world.commune, *world.above])


def hand_over_for(world: World, teams: list[Team]) -> None:
    """What these levels decided is handed over and paid (trao, chi của từng cấp)."""
    decided = [
        (team, decision)
        for team in teams
        for decision in issued_decisions(team["standing"], world.running).filter(unit=team.unit)
    ]
    for team, decision in decided:
        _prepare(decision, team, on=world.days.province)
        if team is world.commune:
            stock_up(team, decision, on=world.days.province)
    ceremony = arrange(world, on=world.days.province) if world.commune in teams else None
    for team in teams:
        words = Movement(
            "material", FRAMES[team.unit.level], world.days.province, "In giấy khen, bằng khen và mua khung",
            f"Hóa đơn số 0{len(decided)}/{world.year}", "Cửa hàng văn phòng phẩm Nà Mạ", "bank",
        )  # fmt: skip
        book_movement(words, mandate=team["accountant"], on=world.days.province)
    for team, decision in decided:
        _hand_over(decision, team, on=world.days.handed)
    if ceremony is not None:
        end(ceremony, world.commune, on=world.days.handed)


def _prepare(decision: Decision, team: Team, *, on: date) -> None:
    """The certificates and the list of the prize money; the commune signs both with keys to try."""
    make_certificates(decision, mandate=team["clerk"], on=on)
    paper = draft_payment_list(decision, mandate=team["accountant"], on=on)
    if team.unit.level != Level.COMMUNE:
        carry_for(team, paper, drafter="accountant", on=on)
        return
    assert paper.signer is not None  # the list names who signs it
    keys = keys_of(team, paper.signer)
    carry_signed(team, paper, drafter="accountant", keys=keys, on=on)
    sign_the_sheets(decision, team, keys=keys, on=on)


def _hand_over(decision: Decision, team: Team, *, on: date) -> None:
    """Every certificate to its recipient, the prize money to whoever signs for it."""
    for certificate in certificates_of(decision):
        hand_over(certificate, to=_taker(certificate.item.nomination), mandate=team["clerk"], on=on)
    for number, payment in enumerate(payments_of(decision), start=1):
        receipt = f"PC-{number:03}/{on.year}"
        payee = _taker(payment.item.nomination)
        mark_paid(payment, payee=payee, receipt=receipt, mandate=team["accountant"], on=on)


def _taker(nomination: Nomination) -> str:
    """Who comes forward: the person or the household, for a collective somebody in its name."""
    if nomination.recipient == "collective":
        return f"đại diện {nomination.name}"
    return nomination.name
