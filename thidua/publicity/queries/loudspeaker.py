"""Doors to the loudspeaker desk (tra cứu bàn phát thanh): bulletins, clusters, the timetable and the log."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from thidua.campaigns.models import Campaign
from thidua.org.models import Mandate, Unit
from thidua.org.queries import government_of, left_to
from thidua.publicity.models import (
    AirTime,
    Broadcast,
    LoudspeakerDesk,
    Recording,
    SpeakerCluster,
    Translation,
)
from thidua.publicity.models.loudspeaker import LANGUAGE
from thidua.records.models import Run

SPEAKING = "speak_bulletin"
FEED_DAYS = 30  # a device that was off for a month still finds what it missed


def broadcasts_visible_to(mandate: Mandate) -> QuerySet[Broadcast]:
    """The bulletins a mandate may know of (bản tin phát thanh): all of its own People's Committee."""
    return Broadcast.objects.filter(left_to(government_of(mandate.unit))).select_related(
        "unit", "campaign__unit"
    )


def broadcasts_of(mandate: Mandate, campaign: Campaign) -> QuerySet[Broadcast]:
    """The bulletins of a campaign, newest first, with how often each was read (bản tin của đợt)."""
    return (
        broadcasts_visible_to(mandate)
        .filter(campaign=campaign)
        .annotate(aired=Count("slots", filter=Q(slots__state="aired")))
    )


def broadcast_for(mandate: Mandate, code: str) -> Broadcast:
    """The bulletin with this code, or `Broadcast.DoesNotExist`."""
    return broadcasts_visible_to(mandate).get(code=code)


def desk_of(unit: Unit) -> LoudspeakerDesk:
    """The loudspeaker desk of an office (bàn phát thanh), with its defaults while nobody has set it."""
    return LoudspeakerDesk.objects.filter(unit=unit).first() or LoudspeakerDesk(unit=unit)


def clusters_of(unit: Unit) -> QuerySet[SpeakerCluster]:
    """The clusters of loudspeakers in use (cụm loa đang dùng)."""
    return SpeakerCluster.objects.filter(unit=unit, ended_on=None)


def cluster_for(mandate: Mandate, code: str) -> SpeakerCluster:
    """A cluster of the own office, or `SpeakerCluster.DoesNotExist`."""
    return SpeakerCluster.objects.select_related("unit").get(unit=government_of(mandate.unit), code=code)


def slots_of(broadcast: Broadcast) -> QuerySet[AirTime]:
    """When a bulletin is to be read and was read (lịch và nhật ký phát), dropped ones left out."""
    return broadcast.slots.exclude(state="dropped").select_related("cluster")


def slot_for(mandate: Mandate, pk: UUID) -> AirTime:
    """One reading of a bulletin of the own office, planned or done, or `AirTime.DoesNotExist`."""
    slots = AirTime.objects.filter(broadcast__in=broadcasts_visible_to(mandate)).exclude(state="dropped")
    return slots.select_related("broadcast__campaign__unit").get(pk=pk)


def ended_clusters(unit: Unit) -> QuerySet[SpeakerCluster]:
    """The clusters no longer used (cụm loa thôi dùng)."""
    return SpeakerCluster.objects.filter(unit=unit).exclude(ended_on=None)


def timetable(unit: Unit, *, begins: date, days: int = 7) -> QuerySet[AirTime]:
    """What is read in these days (lịch phát trong tuần), in the order of the hours."""
    return (
        AirTime.objects.filter(unit=unit, day__gte=begins, day__lt=begins + timedelta(days=days))
        .exclude(state="dropped")
        .select_related("broadcast")
    )


def broadcast_log(unit: Unit) -> QuerySet[AirTime]:
    """What was read, the newest first (nhật ký phát thanh)."""
    return (
        AirTime.objects.filter(unit=unit, state="aired")
        .select_related("broadcast")
        .order_by("-day", "-hour", "where")
    )


def translations_of(broadcast: Broadcast) -> dict[str, Translation]:
    """The script in other languages, by language (lời đọc bằng tiếng khác)."""
    return {one.language: one for one in broadcast.translations.all()}


def recordings_of(broadcast: Broadcast) -> QuerySet[Recording]:
    """The sound of a bulletin: for each language a person's voice, the machine's (các bản thu)."""
    return broadcast.recordings.all()


def recording_for(mandate: Mandate, code: str, language: str, kind: str) -> Recording:
    """One recording of a bulletin of the own office, or `Recording.DoesNotExist`."""
    found = Recording.objects.filter(broadcast__in=broadcasts_visible_to(mandate), broadcast__code=code)
    return found.select_related("broadcast__campaign__unit").get(language=language, kind=kind)


def speaking_run(broadcast: Broadcast) -> Run | None:
    """The machine that reads this bulletin now, or did last (máy đang đọc)."""
    return (
        Run.objects.filter(unit_id=broadcast.unit_id, kind=SPEAKING, data__broadcast=broadcast.code)
        .order_by("-id")
        .first()
    )


def public_cluster(unit: Unit, code: str) -> SpeakerCluster:
    """A cluster in use whose feed a device asks for, or `SpeakerCluster.DoesNotExist`."""
    return clusters_of(unit).get(code=code)


def public_episodes(cluster: SpeakerCluster, *, on: date) -> list[tuple[AirTime, Recording]]:
    """What the devices of a cluster fetch (tệp cho loa): each reading of the next days and the last month
    with its sound, the soonest first.

    A bulletin that was stopped, or about a person whose page is not public, is not among them.
    """
    first = on - timedelta(days=FEED_DAYS)
    slots = list(
        public_slots()
        .filter(cluster=cluster, day__gte=first)
        .select_related("broadcast")
        .order_by("day", "hour")
    )
    sounds = _sounds({slot.broadcast_id for slot in slots})
    return [(slot, sounds[slot.broadcast_id]) for slot in slots if slot.broadcast_id in sounds]


def public_slots() -> QuerySet[AirTime]:
    """The readings everybody may know of: planned or done, of bulletins that may be heard."""
    return AirTime.objects.filter(state__in=("planned", "aired"), broadcast__in=audible())


def audible() -> QuerySet[Broadcast]:
    """The bulletins that may be heard (bản tin được phát): not stopped, and about a person only while that
    page is public.
    """
    shown = Q(role_model__state="published", role_model__consent__withdrawn_on=None)
    agreed = shown & Q(role_model__consent__isnull=False)
    return Broadcast.objects.filter(Q(role_model=None) | agreed, stopped_on=None)


def _sounds(broadcasts: set[UUID]) -> dict[UUID, Recording]:
    """The Vietnamese sound of each bulletin, a person's before the machine's, if it says what the script
    says now.
    """
    found: dict[UUID, Recording] = {}
    rows = Recording.objects.filter(broadcast__in=broadcasts, language=LANGUAGE).select_related("broadcast")
    for one in sorted(rows, key=lambda row: row.kind == "human"):
        if one.source == one.broadcast.mark:
            found[one.broadcast_id] = one
    return found


def public_sound(cluster: SpeakerCluster, code: str, *, on: date) -> Recording:
    """The sound of one bulletin in the feed of a cluster, or `Recording.DoesNotExist`."""
    for slot, sound in public_episodes(cluster, on=on):
        if slot.broadcast.code == code:
            return sound
    raise Recording.DoesNotExist
