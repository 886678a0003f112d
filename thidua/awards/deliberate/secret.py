"""The secret ballot on the machine (bỏ phiếu kín trên máy): opened, cast, counted, called off.

A vote and its mark of turnout are one transaction; no line of the journal, no row and no key says what
somebody voted. docs/secret-ballot.md tells how, and what a root user could still see meanwhile.
"""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from django.db import transaction

from thidua.awards.deliberate.recusal import enter_interests
from thidua.awards.deliberate.sealing import (
    Place,
    broken,
    clear_slots,
    filled,
    open_slots,
    seal_slots,
)
from thidua.awards.deliberate.vote import CHOICES, fix_result
from thidua.awards.models import Ballot, BallotRound, Case, CouncilSession, Turnout
from thidua.awards.permissions.ballot import may_cast, may_hold
from thidua.awards.queries.ballot_round import (
    FEWEST,
    Agreed,
    AgreedCase,
    agreed_in,
    agreement,
    has_counted,
    round_running,
    seal_of,
    voting_seats,
)
from thidua.awards.queries.recusal import settings_of
from thidua.journal.lifecycle import require_unchanged
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.law.voting import Choice, tally
from thidua.org.models import Mandate


@transaction.atomic
def open_round(
    session: CouncilSession, *, cases: Collection[Case], mandate: Mandate, on: date
) -> BallotRound:
    """Open the ballot box on some cases (mở hòm phiếu kín) and return the round.

    Effects: voters, cases and rules are frozen and sealed with SHA-256; one empty slot for each voter and
    case; the key that closes them. Raises `Refused` with a result there already, another round running, or
    fewer than three voters on a case. Căn cứ: quy chế của Hội đồng.
    """
    may_hold(mandate, session, on=on).require()
    require_unchanged(session)
    number = session.ballot_rounds.count() + 1
    enter_interests(session, cases=cases, mandate=mandate, on=on)
    keeps = settings_of(session).keep_code
    text = agreement(session, list(cases), number=number, keeps_codes=keeps)
    agreed = agreed_in(text)
    _require_openable(session, cases, agreed)
    found = BallotRound.objects.create(
        session=session, number=number, agreed=text, seal=seal_of(text), keeps_codes=keeps
    )
    found.cases.set(cases)
    Turnout.objects.bulk_create(
        Turnout(round=found, member=seat.member, person=seat.sitting)
        for seat in voting_seats(session)
        if seat.member_id in agreed.voters
    )
    seal_slots(found, [Place(one.case) for one in agreed.cases for _ in one.voters])
    counts = f"{len(agreed.cases)} trường hợp, {len(agreed.voters)} người bỏ phiếu"
    says = f"Mở hòm phiếu kín vòng {number}: {counts}; dấu niêm phong {found.seal}."
    write("open_round", says, actor=mandate.actor(), on=on, thing=session)
    return found


def _require_openable(session: CouncilSession, cases: Collection[Case], agreed: Agreed) -> None:
    if round_running(session) is not None:
        raise Refused(no("Hòm phiếu đang mở; đóng vòng này trước khi mở vòng khác.", rule="secret:running"))
    if not cases:
        raise Refused(no("Chọn ít nhất một trường hợp để bỏ phiếu.", rule="secret:cases"))
    decided = [case.nomination.name for case in cases if case.closed or case.session_id != session.pk]
    if decided:
        raise Refused(no(f"Không bỏ phiếu lại: {', '.join(decided)} đã có kết quả.", rule="secret:decided"))
    few = [f"{one.name} ({len(one.voters)} người)" for one in agreed.cases if len(one.voters) < FEWEST]
    if few:
        raise Refused(
            no(f"Dưới {FEWEST} người bỏ phiếu thì không còn kín: {', '.join(few)}. Hãy bỏ chọn trường hợp "
               "ấy, hoặc chuyển phiên họp sang phiếu giấy.", rule="secret:few")
        )  # fmt: skip


def _locked(found: BallotRound) -> BallotRound:
    """The round as it stands, locked until the end of the transaction: votes come one after the other."""
    rows = BallotRound.objects.select_for_update(of=("self",)).select_related("session__unit")
    return rows.get(pk=found.pk)


@transaction.atomic
def cast_ballot(
    found: BallotRound, *, choices: Mapping[UUID, str], mandate: Mandate, on: date
) -> dict[UUID, str]:
    """Drop one's ballot (bỏ phiếu kín): a choice for every case one votes on; once, never to be changed.

    Effects: one empty slot of each case, chosen at random, is filled; all slots are sealed anew; the mark of
    turnout. Returns the codes of the ballots by case where the council lets voters keep them, else nothing.
    Raises `Refused` for whoever may not vote, a choice missing or unknown, or a lost key.
    Căn cứ: quy chế của Hội đồng.
    """
    found = _locked(found)
    may_cast(mandate, found, on=on).require()
    own = Turnout.objects.select_for_update(of=("self",)).get(round=found, person_id=mandate.person_id)
    mine = agreed_in(found.agreed).cases_for(own.member_id)
    if set(choices) != {one.case for one in mine} or not set(choices.values()) <= CHOICES:
        raise Refused(no("Lá phiếu cần đúng một lựa chọn cho mỗi trường hợp.", rule="secret:whole"))
    places = open_slots(found)
    codes = {one.case: _fill(places, one, choices[one.case]) for one in mine}
    seal_slots(found, places)
    own.has_voted = True
    own.save(update_fields=["has_voted"])
    says = f"{mandate.person.name} đã bỏ phiếu kín, vòng {found.number}."
    write("cast_ballot", says, actor=mandate.actor(), on=on, thing=found.session)
    return codes if found.keeps_codes else {}


def _fill(places: list[Place], one: AgreedCase, choice: str) -> str:
    """Put a vote into an empty slot of its case and return the code of the ballot."""
    empty = [at for at, place in enumerate(places) if place.case == one.case and not place.choice]
    if not empty:
        raise broken()
    at = secrets.choice(empty)
    places[at] = filled(places[at], choice)
    return places[at].code


@transaction.atomic
def count_round(found: BallotRound, *, mandate: Mandate, on: date) -> BallotRound:
    """Close the ballot box and count (đóng hòm phiếu, kiểm phiếu); who is still awaited counts as not for.

    Effects: filled slots become ballots in random order, results are fixed, slots and keys are destroyed. A
    case with fewer than three ballots is void: none of them is disclosed. Raises `Refused` when the slots do
    not match the turnout, what was agreed was changed, or the key is lost. Căn cứ: quy chế của Hội đồng.
    """
    may_hold(mandate, found.session, on=on).require()
    found = _locked(found)
    _require_running(found)
    if seal_of(found.agreed) != found.seal:
        raise broken()
    agreed = agreed_in(found.agreed)
    voted = set(found.turnout.filter(has_voted=True).values_list("member_id", flat=True))
    opened = [place for place in open_slots(found) if place.choice]
    _require_matching(opened, agreed, voted)
    few = [one for one in agreed.cases if len(one.voters & voted) < FEWEST]
    counted = [one for one in agreed.cases if one not in few]
    shown = {one.case for one in counted}
    ballots = [
        Ballot(round=found, case_id=place.case, code=place.code, choice=place.choice)
        for place in opened
        if place.case in shown
    ]
    Ballot.objects.bulk_create(sorted(ballots, key=lambda ballot: ballot.code))
    for one in counted:
        _fix(one, agreed.members, opened, mandate=mandate, on=on)
    ending = "counted" if counted else "void"
    return _end(found, ending, _outcome(agreed, voted, few), verb="count_round", mandate=mandate, on=on)


def _require_running(found: BallotRound) -> None:
    if found.ending:
        raise Refused(no("Vòng bỏ phiếu này đã kết thúc.", rule="secret:closed"))


def _require_matching(opened: list[Place], agreed: Agreed, voted: set[UUID]) -> None:
    """As many votes on each case as voters who dropped theirs, no code twice."""
    expected = {one.case: len(one.voters & voted) for one in agreed.cases if one.voters & voted}
    codes = {(place.case, place.code) for place in opened}
    if Counter(place.case for place in opened) != expected or len(codes) != len(opened):
        raise broken()


def _fix(one: AgreedCase, members: int, opened: list[Place], *, mandate: Mandate, on: date) -> None:
    case = Case.objects.select_related("session", "nomination").get(pk=one.case)
    votes = [Choice(place.choice) for place in opened if place.case == one.case]
    silent = len(one.voters) - len(votes)
    result = tally(votes + [Choice.RECUSED] * one.recused, members, one.rule, silent=silent)
    fix_result(case, result=result, mandate=mandate, on=on)


def _outcome(agreed: Agreed, voted: set[UUID], few: list[AgreedCase]) -> str:
    says = f"{len(voted)} trên {len(agreed.voters)} người đã bỏ phiếu."
    if not few:
        return says
    names = ", ".join(one.name for one in few)
    return f"{says} Không mở phiếu vì dưới {FEWEST} phiếu, phải bỏ phiếu lại: {names}."


def _end(found: BallotRound, ending: str, says: str, *, verb: str, mandate: Mandate, on: date) -> BallotRound:
    clear_slots(found)
    found.ending, found.says = ending, says
    found.save(update_fields=["ending", "says", "key_name"])
    says = f"Hòm phiếu kín vòng {found.number} {found.get_ending_display()}: {says}"
    write(verb, says, actor=mandate.actor(), on=on, thing=found.session)
    return found


@transaction.atomic
def void_round(found: BallotRound, *, reason: str, mandate: Mandate, on: date) -> BallotRound:
    """Call a round off (hủy vòng bỏ phiếu): nothing is opened, slots and keys are destroyed, all vote again.

    The way out when somebody came late, the key is lost, or the slots were tampered with. Căn cứ: không (quy
    ước nội bộ).
    """
    may_hold(mandate, found.session, on=on).require()
    found = _locked(found)
    _require_running(found)
    if not reason.strip():
        raise Refused(no("Ghi vì sao hủy vòng bỏ phiếu.", rule="secret:reason"))
    return _end(found, "void", reason.strip(), verb="void_round", mandate=mandate, on=on)


@transaction.atomic
def vote_on_paper(session: CouncilSession, *, tellers: Collection[str], mandate: Mandate, on: date) -> None:
    """Go over to paper ballots (chuyển sang phiếu giấy): when the machine or the trust in it fails.

    Raises `Refused` while a round runs, once a round was counted, or with fewer than two tellers.
    Căn cứ: không (quy ước nội bộ).
    """
    may_hold(mandate, session, on=on).require()
    require_unchanged(session)
    if round_running(session) is not None:
        raise Refused(no("Hòm phiếu kín đang mở: hủy vòng này trước.", rule="secret:running"))
    if has_counted(session):
        raise Refused(
            no("Đã có trường hợp có kết quả bỏ phiếu kín trên máy; phiên họp không đổi cách biểu quyết nữa.",
               rule="secret:decided")
        )  # fmt: skip
    if len(tellers) < 2:
        raise Refused(
            no("Bỏ phiếu giấy cần tổ kiểm phiếu ít nhất hai người; hãy ghi họ tên.", rule="council:meeting")
        )
    session.mode, session.tellers = "ballots", list(tellers)
    session.save(update_fields=["mode", "tellers"])
    says = f"Chuyển sang bỏ phiếu giấy; tổ kiểm phiếu: {', '.join(tellers)}."
    write("vote_on_paper", says, actor=mandate.actor(), on=on, thing=session)
