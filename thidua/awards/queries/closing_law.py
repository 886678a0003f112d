"""What the law says of a vote, a decision and its money (kiểm tra theo luật): rulings to show, to require."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from thidua.awards.models import Case, Decision, DecisionItem
from thidua.awards.queries.amendment import standing_items
from thidua.awards.queries.council import attendance_of, silent_in
from thidua.awards.queries.decision import award_ruling
from thidua.awards.queries.footing import is_title
from thidua.awards.queries.history import histories
from thidua.awards.queries.lawful import case_of, rulebook_of
from thidua.awards.queries.recusal import suggested_recusals
from thidua.law.cited import cited_acts
from thidua.law.closing import (
    check_absent,
    check_ballot,
    check_grounds,
    check_recovery,
    check_recusal,
    check_regime,
    check_tally,
)
from thidua.law.footing import check_still_there
from thidua.law.paying import (
    Payment,
    TitlePaid,
    check_amount,
    check_base_salary,
    check_collective_higher,
    check_fund,
    check_titles_once,
)
from thidua.law.ruling import Refused, Ruling, yes
from thidua.law.shelf import Shelf
from thidua.law.terms import FAMILY, check_posting
from thidua.law.voting import Tally
from thidua.records.documents import grounds_of
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.money import money


def may_be_voted(case: Case) -> Ruling:
    """R17: may this form be voted on in the way of the session (hình thức biểu quyết)? A high title asks for
    ballots. Căn cứ: sổ council.
    """
    session = case.session
    shelf = rulebook_of(session.unit, on=session.meets_on).shelf
    return check_ballot(shelf, case.nomination.award.form, in_the_open=session.is_by_name) or yes()


def vote_rulings(case: Case) -> list[Ruling]:
    """What the law says of a decided case (kiểm tra kết quả biểu quyết): R16 to R19; nothing before."""
    if not case.closed or case.base is None:
        return []
    session = case.session
    shelf, result = rulebook_of(session.unit, on=session.meets_on).shelf, _tally(case)
    rulings = [
        check_tally(shelf, result),
        check_ballot(shelf, case.nomination.award.form, in_the_open=session.is_by_name, result=result),
        check_absent(shelf, result),
        *(
            check_recusal(shelf, member=member.person.name, concerned=True)
            for member, _ in suggested_recusals(case)
        ),
    ]
    return [ruling for ruling in rulings if ruling is not None]


def _tally(case: Case) -> Tally:
    """The fixed result of a case as the law reads it."""
    in_favour, against = case.count_for or 0, case.count_against or 0
    abstain, spoilt = case.count_abstain or 0, case.count_spoilt or 0
    recused, called = case.recusals.count(), len(attendance_of(case.session))
    cast = in_favour + against + abstain + spoilt
    silent = silent_in(case, cast)
    return Tally(
        in_favour=in_favour,
        against=against,
        abstain=abstain,
        spoilt=spoilt,
        absent=max(called - cast - recused - silent, 0),
        silent=silent,
        recused=recused,
        base=case.base or 0,
        needed=case.needed or 0,
        passed=bool(case.passed),
        sentence=case.says,
    )


def decision_rulings(decision: Decision, items: Sequence[DecisionItem], *, day: date) -> list[Ruling]:
    """What the law says of a decision on its day (kiểm tra quyết định): authority, grounds, money, people.

    R01, R04, R20 to R23, R26, R32 and R39.
    """
    shelf = rulebook_of(decision.unit, on=day).shelf
    found = [award_ruling(decision.unit, decision.form, on=day), *_of_grounds(decision, shelf)]
    found += [*_of_money(decision, items, shelf), *_of_recipients(items, shelf, day=day)]
    return list({(ruling.rule, ruling.because): ruling for ruling in found}.values())


def _of_grounds(decision: Decision, shelf: Shelf) -> Iterator[Ruling]:
    """The acts that the paper names as its grounds."""
    if decision.document is None:
        return
    cited = [act.source.id for line in grounds_of(decision.document) for act in cited_acts(line)]
    decrees = {version.value["decree"] for version in shelf.books.subjects["regimes"]["regime"].versions}
    rulings = [check_regime(shelf, one) for one in cited if one in decrees]
    yield from (ruling for ruling in (*rulings, check_grounds(shelf, cited)) if ruling is not None)


def _of_money(decision: Decision, items: Sequence[DecisionItem], shelf: Shelf) -> Iterator[Ruling]:
    """Base, amount and fund of each kind of recipient; a collective against a person."""
    level = decision.unit.level
    lines = {
        Payment(decision.form, item.recipient, level, item.base_salary or 0, item.amount or 0)
        for item in items
    }
    for line in sorted(lines, key=lambda line: (line.recipient_kind, line.amount)):
        for check in (check_base_salary, check_amount, check_fund):
            ruling = _asked(check, shelf, line)
            if ruling is not None:
                yield ruling
    amounts = {line.recipient_kind: line.amount for line in lines}
    if {"individual", "collective"} <= amounts.keys():
        higher = check_collective_higher(
            shelf, individual=amounts["individual"], collective=amounts["collective"]
        )
        yield from [higher] if higher else []


def _asked(check: Callable[[Shelf, Payment], Ruling | None], shelf: Shelf, line: Payment) -> Ruling | None:
    """The ruling of a check on money; a local rule that waits is an answer too."""
    try:
        return check(shelf, line)
    except Refused as refused:
        return refused.ruling


def _of_recipients(items: Sequence[DecisionItem], shelf: Shelf, *, day: date) -> Iterator[Ruling]:
    """Collectives that are gone by the day of the decision, families posted too short."""
    for item in items:
        if item.recipient != "collective" and item.nomination.award.form != FAMILY:
            continue
        case = case_of(item.nomination, decided_on=day)
        for ruling in (check_still_there(shelf, case), check_posting(shelf, case)):
            if ruling is not None and not ruling.is_yes:
                yield ruling


def title_rulings(decision: Decision, items: Sequence[DecisionItem], *, on: date) -> list[Ruling]:
    """R38: who would be paid for two titles of the same period (chi hai danh hiệu cùng thời gian)."""
    if not is_title(decision.form):
        return []
    shelf = rulebook_of(decision.unit, on=on).shelf
    candidates = {item.pk: item.nomination.candidate for item in items}
    known = histories(candidates.values())
    found = []
    for item in items:
        paid = [
            TitlePaid(one.title, one.achieved_from, one.achieved_to)
            for one in known[candidates[item.pk].pk].awards
            if one.amount and is_title(one.form)
        ]
        found.append(check_titles_once(shelf, name=item.name, paid=paid))
    return [ruling for ruling in found if ruling is not None and not ruling.is_yes]


def recovery_ruling(decision: Decision, *, on: date) -> Ruling | None:
    """R35: what of a decision is out with its recipients and comes back when it is cancelled (thu hồi); of
    those cancelled before no word.
    """
    out = []
    for item in standing_items(decision).select_related("payment").prefetch_related("certificates"):
        out += [
            f"{decision.sheet} của {item.name}, trao ngày {vn_date(one.handed_on)}"
            for one in item.certificates.all()
            if one.handed_on
        ]
        payment = getattr(item, "payment", None)
        if payment is not None and payment.paid_on:
            out.append(f"{money(payment.amount)} đồng đã chi cho {payment.payee or item.name}")
    return check_recovery(rulebook_of(decision.unit, on=on).shelf, outstanding=out)
