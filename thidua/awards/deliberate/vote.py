"""Votes by show of hands or in writing, paper ballots counted, and the result of a case (biểu quyết)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from thidua.awards.deliberate.recusal import require_undecided
from thidua.awards.deliberate.written import require_replies
from thidua.awards.models import BallotCount, Case, CouncilMember, Recusal, Vote
from thidua.awards.permissions.council import may_count, may_decide, may_run, may_vote
from thidua.awards.queries.closing_law import may_be_voted
from thidua.awards.queries.council import attendance_of, rule_of, seat_of, silent_in
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.law.voting import Choice, Tally, tally
from thidua.org.models import Mandate

CHOICES = frozenset({"for", "against", "abstain"})


@transaction.atomic
def open_case(case: Case, *, mandate: Mandate, on: date) -> None:
    """Call one case for the vote (đưa ra biểu quyết); the one before is laid aside. Căn cứ: không (quy ước
    nội bộ).
    """
    may_run(mandate, case.session, on=on).require()
    require_undecided(case)
    may_be_voted(case).require()
    case.session.cases.filter(is_open=True).update(is_open=False)
    case.is_open = True
    case.save(update_fields=["is_open"])
    write(
        "open_case",
        f"Đưa {case.nomination.name} ra biểu quyết.",
        actor=mandate.actor(),
        on=on,
        thing=case.session,
    )


@transaction.atomic
def cast_vote(case: Case, *, choice: str, dissent: str = "", mandate: Mandate, on: date) -> None:
    """A member votes for himself (biểu quyết): once per case, changeable until the result.

    Raises `Refused` for anybody but a member present and not recused. Căn cứ: quy chế của Hội đồng.
    """
    may_vote(mandate, case, on=on).require()
    seat = seat_of(case.session, mandate)
    assert seat is not None  # what may_vote has asked
    member = seat.member
    in_writing = case.session.mode == "written"
    _put(case, member, choice, in_writing=in_writing, dissent=dissent, by=str(mandate))
    write(
        "cast_vote",
        f"{mandate.person.name} đã biểu quyết {case.nomination.name}.",
        actor=mandate.actor(),
        on=on,
        thing=case.session,
    )


@transaction.atomic
def record_votes(case: Case, *, choices: Mapping[UUID, str], mandate: Mandate, on: date) -> None:
    """The secretary writes down a show of hands (ghi kết quả giơ tay): member's key -> choice, "" takes it
    away.

    For an absent member it is a written opinion (ý kiến bằng văn bản). Căn cứ: quy chế của Hội đồng.
    """
    may_decide(mandate, case, on=on).require()
    require_undecided(case)
    if not case.session.is_by_name:
        raise Refused(no("Phiên này bỏ phiếu kín, không ghi ý kiến của từng người.", rule="vote:paper"))
    recused = set(case.recusals.values_list("member_id", flat=True))
    for seat in attendance_of(case.session):
        choice = choices.get(seat.member_id)
        if choice is None or seat.member_id in recused:
            continue
        if not choice:
            case.votes.filter(member_id=seat.member_id).delete()
            continue
        _put(case, seat.member, choice, in_writing=not seat.present, by=str(mandate))
    write(
        "record_votes",
        f"Ghi kết quả giơ tay về {case.nomination.name}.",
        actor=mandate.actor(),
        on=on,
        thing=case.session,
    )


def _put(
    case: Case, member: CouncilMember, choice: str, *, by: str, in_writing: bool = False, dissent: str = ""
) -> None:
    if choice not in CHOICES:
        raise Refused(no("Chọn đồng ý, không đồng ý hoặc không biểu quyết.", rule="vote:choice"))
    Vote.objects.update_or_create(
        case=case,
        member=member,
        defaults={"choice": choice, "in_writing": in_writing, "dissent": dissent[:300], "recorded_by": by},
    )


@dataclass(frozen=True)
class Counted:
    """What the tellers counted for one case (kết quả kiểm phiếu)."""

    issued: int
    collected: int
    in_favour: int
    against: int
    spoilt: int


@transaction.atomic
def record_ballots(case: Case, *, counted: Counted, mandate: Mandate, on: date) -> None:
    """Enter what the tellers counted (nhập kết quả kiểm phiếu): numbers only, nothing about who wrote what.

    Raises `Refused` when the numbers do not add up or more ballots went out than members may vote.
    Căn cứ: quy chế của Hội đồng; biên bản kiểm phiếu.
    """
    may_count(mandate, case.session, on=on, case=case).require()
    require_undecided(case)
    fault = _ballot_fault(case, counted)
    if fault:
        raise Refused(no(fault, rule="vote:count"))
    BallotCount.objects.update_or_create(
        case=case,
        defaults={
            "issued": counted.issued,
            "collected": counted.collected,
            "count_for": counted.in_favour,
            "count_against": counted.against,
            "count_spoilt": counted.spoilt,
            "counted_by": ", ".join(case.session.tellers)[:300],
        },
    )
    write(
        "record_ballots",
        f"Nhập kết quả kiểm phiếu về {case.nomination.name}: phát {counted.issued}, thu {counted.collected}.",
        actor=mandate.actor(),
        on=on,
        thing=case.session,
    )


def _ballot_fault(case: Case, counted: Counted) -> str:
    if case.session.mode != "ballots":
        return f"Phiên này {case.session.get_mode_display()}, không có phiếu giấy."
    if min(counted.issued, counted.collected, counted.in_favour, counted.against, counted.spoilt) < 0:
        return "Số phiếu không thể âm."
    if counted.in_favour + counted.against + counted.spoilt != counted.collected:
        return (
            f"Số phiếu không khớp: thu về {counted.collected}, nhưng đồng ý {counted.in_favour} + không "
            f"đồng ý "
            f"{counted.against} + không hợp lệ {counted.spoilt} = "
            f"{counted.in_favour + counted.against + counted.spoilt}."
        )
    present = sum(seat.present for seat in attendance_of(case.session))
    recused = case.recusals.filter(
        member__attendance__session=case.session, member__attendance__present=True
    ).count()
    if counted.issued > present - recused:
        return (
            f"Chỉ {present - recused} thành viên có mặt được bỏ phiếu, không thể phát {counted.issued} phiếu."
        )
    if counted.collected > counted.issued:
        return f"Thu về {counted.collected} phiếu, nhiều hơn số phát ra ({counted.issued})."
    return ""


@transaction.atomic
def close_case(case: Case, *, mandate: Mandate, on: date) -> Tally:
    """Compute the result of a case and fix it (chốt kết quả), with its arithmetic in words; return the tally.

    The result follows the council rule of the form on the day of the session. Raises `Refused` while no vote
    was recorded, or when the local rule is not confirmed. Căn cứ: quy tắc địa phương; Điều 30 Nghị định
    98/2023/NĐ-CP.
    """
    may_decide(mandate, case, on=on).require()
    require_undecided(case)
    require_replies(case, on=on)
    choices, called = _choices(case), case.session.attendance.count()
    silent = silent_in(case, len(choices) - choices.count(Choice.RECUSED))
    result = tally(choices, called, rule_of(case), silent=silent)
    fix_result(case, result=result, mandate=mandate, on=on)
    return result


def fix_result(case: Case, *, result: Tally, mandate: Mandate, on: date) -> None:
    """Keep the result of a case with its arithmetic (ghi kết quả). Căn cứ: không (quy ước nội bộ)."""
    case.closed, case.is_open, case.passed, case.says = True, False, result.passed, result.sentence
    case.base, case.needed = result.base, result.needed
    case.count_for, case.count_against = result.in_favour, result.against
    case.count_abstain, case.count_spoilt = result.abstain, result.spoilt
    case.save()
    write(
        "close_case",
        f"{case.nomination.name}: {result.sentence}",
        actor=mandate.actor(),
        on=on,
        thing=case.session,
        data={"case": str(case.pk)},
    )


def _choices(case: Case) -> list[Choice]:
    recused = [Choice.RECUSED] * Recusal.objects.filter(case=case).count()
    if case.session.is_by_name:
        votes = [Choice(choice) for choice in Vote.objects.filter(case=case).values_list("choice", flat=True)]
        if not votes:
            raise Refused(no("Chưa ghi ý kiến của thành viên nào.", rule="vote:none"))
        return votes + recused
    counted = BallotCount.objects.filter(case=case).first()
    if counted is None:
        raise Refused(no("Chưa có kết quả kiểm phiếu.", rule="vote:none"))
    return (
        [Choice.FOR] * counted.count_for
        + [Choice.AGAINST] * counted.count_against
        + [Choice.SPOILT] * counted.count_spoilt
        + recused
    )


@transaction.atomic
def reopen_case(case: Case, *, mandate: Mandate, on: date) -> None:
    """Open a decided case again to mend a mistake in the count (mở lại), while the session runs.

    Raises `Refused` after a secret ballot on the machine: nobody typed that count. Căn cứ: không (quy ước nội
    bộ).
    """
    may_decide(mandate, case, on=on).require()
    if case.session.mode == "secret":
        raise Refused(
            no("Kết quả bỏ phiếu kín trên máy là kết quả cuối, không mở lại để sửa.", rule="secret:decided")
        )
    case.closed, case.passed, case.says = False, None, ""
    case.base = case.needed = case.count_for = case.count_against = case.count_abstain = case.count_spoilt = (
        None
    )
    case.save()
    write(
        "reopen_case",
        f"Mở lại biểu quyết {case.nomination.name} để sửa kết quả.",
        actor=mandate.actor(),
        on=on,
        thing=case.session,
    )
