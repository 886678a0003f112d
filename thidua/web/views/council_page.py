"""What the page of a session shows: agenda, the case at hand, members, results, papers (trang của một phiên
họp).
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.urls import reverse

from thidua.awards.documents.council import POSTS, hour_words
from thidua.awards.models import Case, CouncilSession
from thidua.awards.permissions import council as permissions
from thidua.awards.queries.by_votes import full_quotas
from thidua.awards.queries.council import (
    Seat,
    attendance_of,
    cases_of,
    eligible_for_session,
    quorum_of,
    rule_of,
    rules_of,
    seats_of,
    voters_of,
)
from thidua.awards.queries.opinion import late_objections
from thidua.awards.queries.recusal import Interest, interests_of, withheld_from
from thidua.law.ruling import Refused, Ruling
from thidua.law.voting import threshold_words, votes_needed
from thidua.org.models import Mandate
from thidua.vietnamese.dates import vn_date
from thidua.web.forms.council import (
    AsideForm,
    BallotsForm,
    DiscussionForm,
    EndForm,
    HandsForm,
    MyVoteForm,
    RecuseForm,
)

PAPERS = (
    ("giay-moi", "invitation", "Giấy mời"),
    ("bien-ban", "minutes", "Biên bản họp"),
    ("kiem-phieu", "tally_sheet", "Biên bản kiểm phiếu"),
)


def title_of(meeting: CouncilSession) -> str:
    """How a session is called (tên phiên họp): “Phiên họp 14 giờ 00 ngày 05/6/2023”."""
    return f"Phiên họp {hour_words(meeting.starts_at)} ngày {vn_date(meeting.meets_on)}"


def session_context(
    meeting: CouncilSession, *, mandate: Mandate, on: date, wanted: str = "", **bound: forms.Form
) -> dict[str, Any]:
    """Everything the page of a session shows (phiên họp); `wanted` is the number of the case to look at."""
    cases = cases_of(meeting)
    case = _at_hand(cases, wanted)
    withheld = withheld_from(mandate, meeting)
    hidden = case is not None and case.pk in withheld
    seats = seats_of(case) if case and not hidden else []
    shown: dict[str, Any] = {
        "meeting": meeting, "meeting_title": title_of(meeting), "cases": cases, "case": case,
        "agenda": [_agenda_item(meeting, one, case, withheld=one.pk in withheld) for one in cases],
        "rules_of_forms": rules_of(meeting, cases),
        "full": [] if withheld else full_quotas(meeting, cases),
        **_done(cases),
        "waiting_count": eligible_for_session(meeting.campaign, meeting.unit).count(),
        "papers": _papers(meeting),
        **_forms(meeting),
        **_attendance(meeting, case, seats),
        **_rulings(meeting, mandate=mandate, on=on),
    }  # fmt: skip
    if case is not None:
        shown |= _kept(case, mandate) if hidden else case_context(case, seats, mandate=mandate, on=on)
    return shown | bound


def _forms(meeting: CouncilSession) -> dict[str, forms.Form]:
    written = {"text": meeting.discussion, "version": meeting.version}
    return {"discussion_form": DiscussionForm(initial=written), "end_form": EndForm()}


def _done(cases: list[Case]) -> dict[str, Any]:
    """How far the agenda is done."""
    closed = sum(one.closed for one in cases)
    return {
        "passed_count": sum(one.nomination.state == "passed" for one in cases),
        "closed_count": closed,
        "closed_note": f"{closed} trên {len(cases)}",
    }


def _kept(case: Case, mandate: Mandate) -> dict[str, Any]:
    """Why this person takes no part in the case, and nothing else of it."""
    found = {one.member.person_id: one.why for one in case.recusals.all()}
    return {"withheld": found.get(mandate.person_id) or "người mình dự thay không tham gia"}


def _at_hand(cases: list[Case], wanted: str) -> Case | None:
    """The case asked for, else the one being voted on, else the first without a result."""
    chosen = [one for one in cases if str(one.order) == wanted] or [one for one in cases if one.is_open]
    chosen = chosen or [one for one in cases if not one.closed] or cases
    return chosen[0] if chosen else None


def _agenda_item(
    meeting: CouncilSession, one: Case, at_hand: Case | None, *, withheld: bool
) -> dict[str, str]:
    result = f" · {one.count_for} trên {one.base}" if one.closed else ""
    if withheld:
        result = " · bạn không tham gia"
    state = "now" if one == at_hand else "done" if one.closed else "next"
    url = f"{reverse('session', args=[meeting.code])}?truong-hop={one.order}"
    return {
        "title": one.nomination.name,
        "note": f"{one.nomination.award.title}{result}",
        "url": url,
        "state": state,
    }


def _attendance(meeting: CouncilSession, case: Case | None, voters: list[Seat]) -> dict[str, Any]:
    seats, voting = attendance_of(meeting), {seat.member.pk: seat for seat in voters}
    people = [
        {"name": seat.member.person.name, "role": POSTS[seat.member.post], "quiet": not seat.present}
        | _standing(meeting, case, voting.get(seat.member_id), present=seat.present)
        for seat in seats
    ]
    quorum = quorum_or_refusal(meeting)
    enough = {
        "label": "Điều kiện họp",
        "number": "Đủ" if quorum.is_yes else "Chưa đủ",
        "after": "số người họp",
    }
    counts = [
        {"label": "Có mặt", "number": sum(seat.present for seat in seats), "after": f"trên {len(seats)}"},
        enough | ({"kind": "ok"} if quorum.is_yes else {}),
    ]
    return {"seats": seats, "people": people, "quorum": quorum, "attendance_counts": counts}


def _standing(
    meeting: CouncilSession, case: Case | None, seat: Seat | None, *, present: bool
) -> dict[str, str]:
    """What stands beside a member: absent, recused, voted, awaited; with paper ballots never who voted."""
    if seat is not None and seat.recused:
        return {"state": "không tham gia", "state_kind": "info"}
    if seat is not None and seat.choice:
        return {"state": "ý kiến bằng văn bản" if seat.in_writing else "đã biểu quyết", "state_kind": "ok"}
    if meeting.mode == "written":
        return {"state": "chưa gửi ý kiến", "state_kind": "wait" if meeting.state == "open" else ""}
    if not present:
        return {"state": "vắng" if meeting.state != "planned" else "chưa điểm danh", "state_kind": ""}
    if case is not None and case.is_open and meeting.mode == "hands" and seat is not None:
        return {"state": "đang chờ", "state_kind": "wait"}
    return {"state": "có mặt", "state_kind": "ok"}


def quorum_or_refusal(meeting: CouncilSession) -> Ruling:
    """Whether enough are present, or why it cannot be said yet (đủ số người họp)."""
    try:
        return quorum_of(meeting)
    except Refused as refused:
        return refused.ruling


def _rulings(meeting: CouncilSession, *, mandate: Mandate, on: date) -> dict[str, Ruling]:
    return {
        "may_plan": permissions.may_plan(mandate, meeting, on=on),
        "may_prepare": permissions.may_prepare(mandate, meeting.unit, on=on),
        "may_run": permissions.may_run(mandate, meeting, on=on),
        "may_count": permissions.may_count(mandate, meeting, on=on),
    }


def _papers(meeting: CouncilSession) -> list[dict[str, Any]]:
    """The papers of the session: which are drafted, which may be now."""
    due = {"invitation": meeting.state == "planned", "minutes": meeting.state == "closed"}
    due["tally_sheet"] = due["minutes"] and meeting.mode in ("ballots", "secret")
    rows = []
    for slug, field, name in PAPERS:
        paper = getattr(meeting, field)
        there = paper if paper is not None and paper.state != "cancelled" else None
        rows.append({"slug": slug, "name": name, "paper": there, "is_due": due[field] and there is None})
    return rows


def case_context(case: Case, seats: list[Seat], *, mandate: Mandate, on: date) -> dict[str, Any]:
    """The case at hand with its forms (trường hợp đang xét)."""
    return {
        "voting": voting_context(case, seats),
        "recusals": list(case.recusals.all()),
        "objections": late_objections([case.nomination]).get(case.nomination_id, []),
        **_interests(case),
        "remarks": [vote for vote in case.votes.all() if vote.dissent or vote.in_writing],
        "ballots": getattr(case, "ballots", None),
        "result_gauge": _gauge(case),
        "result_counts": _counted(case),
        "may_vote": permissions.may_vote(mandate, case, on=on),
        "may_vote_again": permissions.may_vote_again(mandate, case, on=on),
        "may_step_aside": permissions.may_step_aside(mandate, case, on=on),
        "aside_form": AsideForm(),
        "hands_form": HandsForm(seats=seats),
        "my_vote_form": MyVoteForm(),
        "ballots_form": BallotsForm(),
        "recuse_form": RecuseForm(members=voters_of(case.session)),
        "following": case.session.cases.filter(closed=False).exclude(pk=case.pk).first(),
    }


def _interests(case: Case) -> dict[str, Any]:
    """Who should not vote and is not noted yet, and who is only named in the minutes."""
    found: list[Interest] = interests_of(case.session, [case])[case.pk]
    already = {recusal.member_id for recusal in case.recusals.all()}
    new = [one for one in found if one.aside and one.member.pk not in already and not case.closed]
    return {
        "suggested": [(one.member, one.why) for one in new],
        "noted": [one for one in found if not one.aside],
    }


def _counted(case: Case) -> list[dict[str, Any]]:
    """The figures of a result (kết quả biểu quyết): hands, or slips of paper as the tellers counted them."""
    ballots = getattr(case, "ballots", None)
    if ballots is None:
        figures = [
            ("Đồng ý", case.count_for), ("Không đồng ý", case.count_against),
            ("Không biểu quyết", case.count_abstain), ("Cần", case.needed),
        ]  # fmt: skip
    else:
        figures = [
            ("Phát ra", ballots.issued), ("Thu về", ballots.collected), ("Đồng ý", ballots.count_for),
            ("Không đồng ý", ballots.count_against), ("Không hợp lệ", ballots.count_spoilt),
        ]  # fmt: skip
    passed = {"Đồng ý": "ok"} if case.passed else {}
    return [{"label": name, "number": number, "kind": passed.get(name, "")} for name, number in figures]


def _gauge(case: Case) -> dict[str, Any] | None:
    """The bar of a result: share in favour against what was needed."""
    if not case.base:
        return None
    share, mark = (case.count_for or 0) / case.base, (case.needed or 0) / case.base
    return {"share": share, "mark": mark, "kind": "ok" if case.passed else "red"}


def voting_context(case: Case, seats: list[Seat]) -> dict[str, Any]:
    """How the vote stands (tình hình biểu quyết): who is awaited, the base and what is needed."""
    present = [seat for seat in seats if seat.present and not seat.recused]
    awaited = [seat for seat in seats if seat.is_awaited]
    recused = sum(bool(seat.recused) for seat in seats)
    return {
        "case": case,
        "voters": len(present),
        "voted": len(present) - len(awaited),
        "awaited": len(awaited),
        "arithmetic": arithmetic(case, len(seats), recused),
    }


def arithmetic(case: Case, members: int, recused: int) -> str:
    """The base of this case and the votes it needs, in words (cơ số, số phiếu cần)."""
    try:
        rule = rule_of(case)
    except Refused as refused:
        return refused.ruling.because
    base = members - recused
    counted = f"{members} − {recused} = {base}" if recused else str(base)
    needed = votes_needed(base, rule)
    return (
        f"Tính trên {counted} thành viên; cần {threshold_words(rule)}, tức là ít nhất {needed} phiếu đồng ý."
    )
