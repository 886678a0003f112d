"""What each unit has registered and reported (tra cứu đăng ký, kết quả)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Max, QuerySet

from thidua.campaigns.models import Campaign, ModelProject, ProgressEntry, Registration, Reminder, Target
from thidua.org.models import Mandate, Unit
from thidua.org.queries import taking_part
from thidua.records.models import Attachment, Run


@dataclass(frozen=True)
class Participation:
    """Where one unit stands in a campaign (tình hình của một đơn vị), and what it still owes."""

    unit: Unit
    registration: Registration | None
    targets: int
    last_report: date | None
    project: ModelProject | None
    last_reminder: date | None

    @property
    def has_registered(self) -> bool:
        return self.registration is not None and self.registration.state in {"submitted", "accepted"}

    @property
    def has_reported(self) -> bool:
        return self.last_report is not None


def participation(campaign: Campaign, *, on: date, with_targets: bool = False) -> list[Participation]:
    """Every unit that takes part and where it stands, in the order of the tree; five queries for any number
    of units, two more with the targets.
    """
    found = campaign.registrations.annotate(how_many=Count("targets")).select_related("unit")
    if with_targets:
        found = found.prefetch_related("targets__content")
    registrations = {r.unit_id: r for r in found}
    reports = dict(campaign.progress.values_list("unit").annotate(last=Max("on")).order_by())
    reminders = dict(campaign.reminders.values_list("unit").annotate(last=Max("on")).order_by())
    projects = {project.unit_id: project for project in campaign.model_projects.exclude(stage="dropped")}
    return [
        Participation(
            unit,
            registrations.get(unit.pk),
            getattr(registrations.get(unit.pk), "how_many", 0),
            reports.get(unit.pk),
            projects.get(unit.pk),
            reminders.get(unit.pk),
        )
        for unit in taking_part(campaign.unit, on)
    ]


def unit_in(campaign: Campaign, mandate: Mandate, code: str, *, on: date) -> Unit:
    """A unit that takes part, for its own people and those of the launching office, else
    `Unit.DoesNotExist`.
    """
    unit = taking_part(campaign.unit, on).get(code=code)
    if mandate.unit_id not in {unit.pk, campaign.unit_id}:
        raise Unit.DoesNotExist
    return unit


def own_unit(campaign: Campaign, mandate: Mandate, *, on: date) -> Unit | None:
    """The unit for which this mandate takes part, None for the officers of the launching office."""
    return taking_part(campaign.unit, on).filter(pk=mandate.unit_id).first()


def registration_of(campaign: Campaign, unit: Unit) -> Registration | None:
    """The registration of a unit with its targets."""
    return (
        campaign.registrations.filter(unit=unit)
        .select_related("unit", "campaign")
        .prefetch_related("targets__content")
        .first()
    )


def lists_waiting(campaign: Campaign) -> QuerySet[Run]:
    """Tables of registrations left to be looked at (bảng đăng ký đang chờ), newest first."""
    found = Run.objects.filter(unit=campaign.unit, kind="registrations", state="waiting")
    return found.filter(data__campaign=str(campaign.pk)).order_by("-id")


def registration_list_for(mandate: Mandate, pk: UUID) -> tuple[Run, Campaign]:
    """A kept table of registrations and its campaign, for the office that put it in, else
    `Run.DoesNotExist`.
    """
    run = Run.objects.get(pk=pk, unit=mandate.unit, kind="registrations")
    return run, Campaign.objects.select_related("unit", "plan").get(pk=run.data["campaign"])


def registrations_sent(campaign: Campaign) -> QuerySet[Registration]:
    """The registrations sent or received, with their targets (đăng ký đã gửi), in the order of the tree."""
    found = campaign.registrations.filter(state__in=("submitted", "accepted")).select_related("unit")
    return found.prefetch_related("targets").order_by("unit__path")


def project_of(campaign: Campaign, unit: Unit) -> ModelProject | None:
    """The model or piece of work a unit builds (mô hình, phần việc)."""
    return campaign.model_projects.filter(unit=unit).exclude(stage="dropped").first()


def targets_of(campaign: Campaign, unit: Unit) -> QuerySet[Target]:
    """The targets a unit registered in a campaign (chỉ tiêu đã đăng ký)."""
    return Target.objects.filter(registration__campaign=campaign, registration__unit=unit).select_related(
        "content"
    )


def progress_of(campaign: Campaign, unit: Unit | None = None) -> QuerySet[ProgressEntry]:
    """The reports of a unit, or of all units, newest first."""
    found = campaign.progress.select_related("unit", "target", "project")
    return found.filter(unit=unit) if unit else found


def with_evidence(entries: Iterable[ProgressEntry]) -> list[tuple[ProgressEntry, list[Attachment]]]:
    """Each report with its evidence (minh chứng); one query for all."""
    entries, files = list(entries), defaultdict(list)
    for file in Attachment.objects.filter(about_id__in=[entry.pk for entry in entries]):
        files[file.about_id].append(file)
    return [(entry, files[entry.pk]) for entry in entries]


def reminders_of(campaign: Campaign) -> QuerySet[Reminder]:
    """The reminders sent so far with their letters, newest first (đã đôn đốc)."""
    return campaign.reminders.select_related("unit", "document")
