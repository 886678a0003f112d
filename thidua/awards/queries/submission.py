"""Doors to submissions: lists, one submission, what is ready to go up, what waits for an answer (tra cứu
việc trình).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import Count, Q, QuerySet

from thidua.awards.models import Case, CouncilSession, Nomination, Submission, SubmissionItem
from thidua.awards.queries.council import SEES
from thidua.awards.queries.lawful import rulebook_of
from thidua.campaigns.models import Campaign, OfferedAward
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit
from thidua.org.queries import left_to

BELOW_SEES = ("sent", "answered")


@dataclass(frozen=True)
class Ready:
    """What a closed session passed and nobody submitted yet (chờ trình): one form, its nominations."""

    session: CouncilSession
    award: OfferedAward
    nominations: tuple[Nomination, ...]


def submissions_visible_to(mandate: Mandate) -> QuerySet[Submission]:
    """The submissions a mandate may know of (việc trình được xem): those its office sends, and those it
    received.
    """
    found = Submission.objects.select_related("campaign__unit", "unit", "to_unit", "document", "session")
    if mandate.role not in SEES:
        return found.none()
    own = left_to(mandate.unit)
    received = left_to(mandate.unit, field="to_unit") & Q(state__in=BELOW_SEES)
    return found.filter(own | received).annotate(number=Count("items", distinct=True)).order_by("-id")


def submission_for(mandate: Mandate, code: str) -> Submission:
    """One submission by its code, or `Submission.DoesNotExist`."""
    return submissions_visible_to(mandate).get(code=code)


def items_of(submission: Submission) -> list[SubmissionItem]:
    """The nominations of a submission in its order, with the answers so far (danh sách trình)."""
    related = ("nomination__award", "nomination__unit", "nomination__person", "nomination__holder")
    return list(submission.items.select_related(*related))


def submitted(nominations: Iterable[SubmissionItem]) -> list[Nomination]:
    """The nominations of these items (các đề nghị)."""
    return [item.nomination for item in nominations]


def passed_of(session: CouncilSession, form: str) -> QuerySet[Nomination]:
    """What the session passed for a form and no living submission of the office holds (chờ trình)."""
    return _waiting(session.unit).filter(
        award__form=form, cases__session=session, cases__passed=True, campaign_id=session.campaign_id
    )


def _waiting(unit: Unit) -> QuerySet[Nomination]:
    taken = SubmissionItem.objects.filter(submission__unit=unit, submission__state="draft").values(
        "nomination_id"
    )
    found = Nomination.objects.filter(holder=unit, state="passed").exclude(pk__in=taken)
    return found.select_related("award", "unit", "person", "campaign")


def ready_to_submit(campaign: Campaign, unit: Unit) -> list[Ready]:
    """Everything passed and not yet in a tờ trình, by session and form (chờ trình)."""
    cases = Case.objects.filter(
        session__unit=unit, session__campaign=campaign, session__state="closed", passed=True,
        nomination__in=_waiting(unit).values("pk"),
    )  # fmt: skip
    full = cases.select_related("session__unit", "session__minutes", "nomination__award", "nomination__unit")
    ordered = full.order_by(
        "session__meets_on", "session_id", "nomination__award__order", "nomination__sort_key"
    )
    return [
        Ready(session, award, tuple(case.nomination for case in group))
        for (session, award), group in groupby(ordered, key=lambda one: (one.session, one.nomination.award))
    ]


def destination(unit: Unit, form: str, *, on: date) -> Unit:
    """To whom an office submits a form that day: to its own chair, or to the next level up (nơi được trình).

    Raises `Refused` when the form or the level no longer exists, or the unit above is not known here.
    """
    book = rulebook_of(unit, on=on)
    if book.deciding_level(form) == unit.level:
        return unit
    level, above = book.levels_up(unit.level), unit.parent
    while above is not None and above.level != level:
        above = above.parent
    if level is None or above is None:
        raise Refused(
            no(f"Chưa có cơ quan cấp trên để {unit.name} trình; khai ở mục Cơ quan.", rule="submit:above")
        )
    return above


def pending_item(nomination: Nomination) -> SubmissionItem | None:
    """The item by which the holder received the nomination from below and has not answered (chờ trả lời)."""
    found = SubmissionItem.objects.filter(
        nomination=nomination,
        submission__to_unit_id=nomination.holder_id,
        submission__state="sent",
        answer="",
    ).exclude(submission__unit_id=nomination.holder_id)
    return found.select_related("submission__unit", "submission__to_unit").order_by("-id").first()


def returned_item(nomination: Nomination) -> SubmissionItem | None:
    """The item that came back to the holder for supplement (bị trả lại), or None."""
    found = SubmissionItem.objects.filter(
        nomination=nomination,
        submission__unit_id=nomination.holder_id,
        submission__state="sent",
        answer="returned",
    )
    return found.select_related("submission__unit", "submission__to_unit").order_by("-id").first()


def received_open(mandate: Mandate, campaign: Campaign) -> list[SubmissionItem]:
    """What came from below to this office and still waits for its answer (nhận từ cấp dưới, chưa trả lời)."""
    found = _open_items(mandate, campaign, answer="", submission__to_unit_id=mandate.unit_id)
    return [item for item in found if item.submission.unit_id != mandate.unit_id]


def returned_to(mandate: Mandate, campaign: Campaign) -> list[SubmissionItem]:
    """What the level above gave back to this office for supplement (cấp trên trả lại)."""
    return _open_items(mandate, campaign, answer="returned", submission__unit_id=mandate.unit_id)


def _open_items(mandate: Mandate, campaign: Campaign, **wanted: object) -> list[SubmissionItem]:
    visible = submissions_visible_to(mandate).filter(campaign=campaign, state="sent").values("pk")
    found = SubmissionItem.objects.filter(
        submission__in=visible, nomination__holder_id=mandate.unit_id, **wanted
    ).select_related("submission__unit", "submission__to_unit", "nomination__award", "nomination__unit")
    return list(found.order_by("nomination__award__order", "nomination__sort_key"))
