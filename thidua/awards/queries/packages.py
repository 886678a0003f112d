"""Doors to what packages are about (tra cứu việc trình bằng gói): how often sent, what waits to be sent."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from thidua.awards.models import Nomination, Submission
from thidua.awards.queries.nomination import visible_to
from thidua.awards.queries.submission import submissions_visible_to
from thidua.journal.models import JournalEntry
from thidua.org.models import Mandate, Unit
from thidua.records.models import Package, Partner
from thidua.records.queries.packages import packages_about, partner_for


def rounds_sent(nominations: Iterable[Nomination], unit: Unit) -> dict[str, int]:
    """How often an office sent each nomination up (lần trình thứ mấy), by its key: once, and every resend."""
    keys = [one.pk for one in nominations]
    rounds = {str(key): 1 for key in keys}
    again = JournalEntry.objects.filter(verb="resend", thing_id__in=keys, data__office=str(unit.pk))
    for key in again.values_list("thing_id", flat=True):
        rounds[str(key)] += 1
    return rounds


def rounds_received(unit: Unit, submission: UUID) -> dict[str, int]:
    """Which sending of each nomination an office has (lần trình đã nhận), by the key of the nomination."""
    rounds: dict[str, int] = {}
    for package in packages_about(unit, submission):
        if package.direction == "received":
            rounds |= package.data.get("rounds", {})
    return rounds


def last_package(unit: Unit, submission: UUID, direction: str) -> Package | None:
    """The last package sent or received about a submission (gói gần nhất), or None."""
    found = [one for one in packages_about(unit, submission) if one.direction == direction]
    return found[-1] if found else None


def last_sent(code: str) -> Package | None:
    """The last package made of a submission, up or down (gói mới nhất đã lập), by its code, or None."""
    about = Submission.objects.filter(code=code).values("pk")
    found = Package.objects.filter(subject_id__in=about, direction="sent").select_related("partner__office")
    return found.order_by("-on", "-id").first()


def goes_by_file(submission: Submission) -> Partner | None:
    """The partner a submission of ours goes to as a file (nơi nhận gói); None inside the installation."""
    if submission.unit_id == submission.to_unit_id:
        return None
    return partner_for(submission.unit, submission.to_unit)


def came_by_file(submission: Submission) -> Package | None:
    """The package by which a submission came to its office (gói trình đã nhận), or None."""
    found = Package.objects.filter(
        unit_id=submission.to_unit_id, subject_id=submission.pk, direction="received", kind="submission"
    )
    return found.select_related("partner__office").first()


def resent(submission: Submission) -> list[Nomination]:
    """What was supplemented and went up again since the last package of ours (đã trình lại, chưa gửi gói)."""
    rounds_kept: dict[str, int] = {}
    for package in packages_about(submission.unit, submission.pk):
        if package.direction == "sent":
            rounds_kept |= package.data.get("rounds", {})
    open_items = submission.items.filter(answer="", nomination__state="submitted")
    nominations = [item.nomination for item in open_items.select_related("nomination").order_by("order")]
    rounds = rounds_sent(nominations, submission.unit)
    return [one for one in nominations if rounds[str(one.pk)] > rounds_kept.get(str(one.pk), 0)]


def submission_named(mandate: Mandate, pk: UUID) -> Submission | None:
    """The submission a package is about (việc trình của gói), where the mandate may know of it."""
    return submissions_visible_to(mandate).filter(pk=pk).first()


def names_of(mandate: Mandate, keys: Iterable[str]) -> dict[str, str]:
    """The names behind keys of nominations the mandate may know of (tên các trường hợp), by key."""
    found = visible_to(mandate).order_by().filter(pk__in=list(keys)).values_list("pk", "name")
    return {str(key): name for key, name in found}
