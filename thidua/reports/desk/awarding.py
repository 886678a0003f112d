"""What waits on the way from a nomination to the certificate (xét khen thưởng)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count, Min, Q

from thidua.awards.models import (
    Case,
    CouncilSession,
    Decision,
    Nomination,
    Payment,
    Submission,
)
from thidua.awards.queries.amendment import owed_in
from thidua.awards.queries.opinion import late_consultations
from thidua.law.book import rulebook_on
from thidua.law.terms import check_appraisal_term
from thidua.org.models import Mandate
from thidua.reports.desk.waiting import Waiting
from thidua.vietnamese.money import money

HEADS = ("unit_head", "village_head")


def dossiers(mandate: Mandate, on: date) -> Iterator[Waiting]:
    """Dossiers of one's own unit to finish or to supplement (hồ sơ của đơn vị)."""
    if not mandate.holds(*HEADS):
        return
    found = Nomination.objects.filter(unit=mandate.unit, state__in=("draft", "returned"))
    for nomination in found.select_related("award"):
        returned = nomination.state == "returned"
        yield Waiting(
            f"{'Bổ sung' if returned else 'Hoàn thiện'} hồ sơ: {nomination.name}",
            nomination.governed_on,
            "nomination",
            (nomination.code,),
            "Mở hồ sơ",
            note=nomination.remark if returned else nomination.award.title,
        )


def _by_campaign(mandate: Mandate, state: str) -> list[dict[str, Any]]:
    """How many nominations in a state lie here, per campaign, with the first day and the nearest deadline."""
    found = Nomination.objects.filter(holder=mandate.unit, state=state)
    if state == "returned":  # what this office itself returned waits with the unit, not here
        found = found.filter(
            submission_items__answer="returned", submission_items__submission__unit=mandate.unit
        )
    rows = found.values("campaign__code", "campaign__short_title")
    counted = rows.annotate(many=Count("pk"), since=Min("submitted_on"), due=Min("due_on"))
    return [dict(row) for row in counted.order_by("due")]


def _on_desk(mandate: Mandate, on: date, state: str, words: tuple[str, str, str]) -> Iterator[Waiting]:
    title, address, action = words
    for row in _by_campaign(mandate, state):
        due = row["due"] if state == "submitted" else None
        yield Waiting(
            title.format(row["many"]),
            row["since"] or on,
            address,
            (row["campaign__code"],),
            action,
            note=row["campaign__short_title"],
            due=due,
        )


def appraisals(mandate: Mandate, on: date) -> Iterator[Waiting]:
    """Nominations to appraise, to lay before the council, to submit (chờ thẩm định, chờ họp, chờ trình)."""
    if not mandate.unit.is_government:
        return
    if mandate.holds("standing"):
        yield from _on_desk(
            mandate, on, "submitted", ("Thẩm định {} đề nghị khen thưởng", "campaign-appraisals", "Thẩm định")
        )
        yield from _on_desk(
            mandate,
            on,
            "passed",
            ("Trình {} trường hợp Hội đồng đã thông qua", "campaign-submissions", "Lập tờ trình"),
        )
        yield from _on_desk(
            mandate,
            on,
            "returned",
            ("Bổ sung {} hồ sơ cấp trên trả lại", "campaign-submissions", "Xem hồ sơ"),
        )
    if mandate.holds("standing", "secretary"):
        yield from _on_desk(
            mandate, on, "eligible", ("Đưa {} đề nghị ra Hội đồng", "campaign-sessions", "Chuẩn bị phiên họp")
        )


def opinions(mandate: Mandate, on: date) -> Iterator[Waiting]:
    """Who has not answered in time when the office asked for an opinion (nhắc trả lời ý kiến)."""
    if not mandate.unit.is_government or not mandate.holds("standing"):
        return
    for one in late_consultations(mandate, on=on):
        yield Waiting(
            f"{one.name} chưa trả lời ý kiến",
            one.asked_on or on,
            "consultation",
            (one.code,),
            "Nhắc trả lời",
            note=one.campaign.short_title,
            due=one.due_on,
        )


def sessions(mandate: Mandate, on: date) -> Iterator[Waiting]:
    """Sessions to hold, and minutes still to write (phiên họp, biên bản)."""
    if not mandate.holds("secretary", "standing", "chair", "vice_chair", "member", "culture", "accountant"):
        return
    own = CouncilSession.objects.filter(unit=mandate.unit).select_related("campaign")
    for session in own.filter(state__in=("planned", "open")):
        title = (
            "Họp Hội đồng xét khen thưởng"
            if session.state == "planned"
            else "Phiên họp Hội đồng đang diễn ra"
        )
        yield Waiting(
            title,
            session.meets_on,
            "session",
            (session.code,),
            "Vào phiên họp",
            note=f"{session.starts_at}, {session.place}",
            due=session.meets_on,
        )
    if mandate.holds("secretary"):
        for session in own.filter(state="closed", minutes=None):
            yield Waiting(
                "Lập biên bản họp Hội đồng",
                session.meets_on,
                "session",
                (session.code,),
                "Lập biên bản",
                note=session.campaign.short_title,
                due=session.meets_on,
            )


def my_vote(mandate: Mandate, on: date) -> Iterator[Waiting]:
    """The case that is open and still lacks one's own vote (chờ tôi biểu quyết)."""
    open_cases = (
        Case.objects.filter(
            Q(session__mode="hands", session__attendance__present=True) | Q(session__mode="written"),
            session__unit=mandate.unit,
            session__state="open",
            is_open=True,
            session__attendance__member__person=mandate.person,
        )
        .exclude(votes__member__person=mandate.person)
        .exclude(recusals__member__person=mandate.person)
    )
    for case in open_cases.select_related("session", "nomination"):
        yield Waiting(
            f"Biểu quyết: {case.nomination.name}",
            case.session.meets_on,
            "session",
            (case.session.code,),
            "Biểu quyết",
            due=case.session.reply_by or case.session.meets_on,
        )


def decisions(mandate: Mandate, on: date) -> Iterator[Waiting]:
    """Submissions to the own chair without a decision yet (chờ dự thảo quyết định)."""
    if not mandate.holds("standing"):
        return
    drafted = Decision.objects.exclude(state="cancelled").values("submission_id")
    sent = Submission.objects.filter(unit=mandate.unit, to_unit=mandate.unit, state="sent").exclude(
        pk__in=drafted
    )
    for submission in sent.select_related("campaign"):
        yield Waiting(
            "Dự thảo quyết định khen thưởng",
            submission.sent_on or on,
            "campaign-decisions",
            (submission.campaign.code,),
            "Dự thảo",
            note=submission.campaign.short_title,
        )


def certificates(mandate: Mandate, on: date) -> Iterator[Waiting]:
    """Decisions whose certificates are not made yet (chờ in giấy khen)."""
    if not mandate.holds("clerk", "standing"):
        return
    issued = Decision.objects.filter(unit=mandate.unit, state="issued").annotate(
        lacking=Count("items", filter=Q(items__certificates=None))
    )
    for decision in issued.filter(lacking__gt=0).select_related("campaign"):
        yield Waiting(
            f"In {decision.lacking} giấy khen, bằng khen",
            decision.decided_on or on,
            "campaign-certificates",
            (decision.campaign.code,),
            "Lập giấy khen",
            note=decision.campaign.short_title,
        )


def payments(mandate: Mandate, on: date) -> Iterator[Waiting]:
    """Prize money not yet paid (tiền thưởng chưa chi)."""
    if not mandate.holds("accountant"):
        return
    standing = Payment.objects.filter(unit=mandate.unit, paid_on=None).exclude(
        item__revocations__day__isnull=False
    )
    unpaid = standing.values("item__decision__campaign__code", "item__decision__campaign__short_title")
    for row in unpaid.annotate(many=Count("pk"), since=Min("item__decision__decided_on")).order_by():
        yield Waiting(
            f"Chi tiền thưởng cho {row['many']} trường hợp",
            row["since"] or on,
            "campaign-certificates",
            (row["item__decision__campaign__code"],),
            "Xem danh sách chi",
            note=row["item__decision__campaign__short_title"],
        )


def recoveries(mandate: Mandate, on: date) -> Iterator[Waiting]:
    """Prize money of cancelled awards that has not come back (tiền thưởng phải thu hồi)."""
    if not mandate.holds("accountant"):
        return
    for one in owed_in(mandate.unit):
        row = one.revocation
        yield Waiting(
            f"Thu hồi {money(one.left)} đồng tiền thưởng của {one.name}",
            row.day or on,
            "prize-money",
            (row.item.decision.code,),
            "Ghi đã thu",
            note=row.document.title,
        )


def late_appraisals(mandate: Mandate, on: date) -> Iterator[Waiting]:
    """Appraisals past their day, told to those who answer for them (quá hạn thẩm định): R25 goes up."""
    if not mandate.unit.is_government or not mandate.holds("chair", "vice_chair"):
        return
    for row in _by_campaign(mandate, "submitted"):
        ruling = check_appraisal_term(rulebook_on(on).shelf, due=row["due"])
        if ruling is None or ruling.is_yes:
            continue
        yield Waiting(
            f"Thẩm định quá hạn: {row['campaign__short_title']}",
            row["since"] or on,
            "campaign-appraisals",
            (row["campaign__code"],),
            "Xem hồ sơ",
            note=ruling.because,
            due=row["due"],
        )


AWARDING = (
    dossiers,
    appraisals,
    late_appraisals,
    opinions,
    sessions,
    my_vote,
    decisions,
    certificates,
    payments,
    recoveries,
)
