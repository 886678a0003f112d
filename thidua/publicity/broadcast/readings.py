"""When bulletins are to be read, and when they were (lịch phát, nhật ký phát thanh)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db import transaction

from thidua.journal.lifecycle import advance
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.publicity.broadcast.desk import HOUR
from thidua.publicity.models import AirTime, Broadcast, SpeakerCluster
from thidua.publicity.permissions import may_keep_loudspeakers, may_record, may_write_news
from thidua.publicity.queries.loudspeaker import clusters_of
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.text import squeeze

AT_ONCE = 120  # readings planned in one go


@dataclass(frozen=True)
class Airing:
    """One time a bulletin was read out (lần phát): day, hour as "17:30", over which cluster of
    loudspeakers, how many minutes when not as estimated, by whom.
    """

    day: date
    hour: str
    cluster: str
    minutes: Decimal | None = None
    reader: str = ""


@dataclass(frozen=True)
class Span:
    """From one day to another (từ ngày, đến ngày), at these hours or at all hours of the cluster."""

    first: date
    last: date
    hours: tuple[str, ...] = ()


@transaction.atomic
def plan_readings(
    broadcast: Broadcast, *, cluster: SpeakerCluster, span: Span, mandate: Mandate, on: date
) -> int:
    """Put a bulletin on the timetable of a cluster (xếp lịch phát): at its hours on its weekdays in these
    days; returns how many readings are new.

    Raises `Refused` for days gone by, too many readings, an hour the cluster does not have, and when all of
    them stood there already. Căn cứ: không (quy ước nội bộ).
    """
    may_record(mandate, broadcast, on=on).require()
    may_keep_loudspeakers(mandate, cluster.unit, on=on).require()
    times = _times(cluster, span, on=on)
    taken = set(
        broadcast.slots.exclude(state="dropped").filter(where=cluster.name).values_list("day", "hour")
    )
    fresh = [one for one in times if one not in taken]
    if not fresh:
        raise Refused(no("Các lần phát này đã có trong lịch.", rule="slot:twice"))
    AirTime.objects.bulk_create(
        AirTime(
            state="planned", broadcast=broadcast, unit=broadcast.unit, cluster=cluster, where=cluster.name,
            day=day, hour=hour, minutes=broadcast.minutes,
        )
        for day, hour in fresh
    )  # fmt: skip
    says = (
        f"Xếp lịch phát bản tin “{broadcast.title}” trên {cluster.name}: {len(fresh)} lần, "
        f"từ ngày {vn_date(fresh[0][0])} đến ngày {vn_date(fresh[-1][0])}."
    )
    write("plan_readings", says, actor=mandate.actor(), on=on, thing=broadcast)
    return len(fresh)


def _times(cluster: SpeakerCluster, span: Span, *, on: date) -> list[tuple[date, str]]:
    """The day and hour of each reading in a span, in their order. Raises `Refused` when there is none."""
    if span.first < on or span.last < span.first:
        raise Refused(
            no(f"Lịch phát từ ngày {vn_date(on)} trở đi, ngày đầu trước ngày cuối.", rule="slot:day")
        )
    if set(span.hours) - set(cluster.hours):
        says = f"{cluster.name} phát lúc {', '.join(cluster.hours)}; hãy chọn trong các giờ đó."
        raise Refused(no(says, rule="slot:hour"))
    hours = span.hours or tuple(cluster.hours)
    days = [span.first + timedelta(days=n) for n in range(min((span.last - span.first).days + 1, 400))]
    times = [(day, hour) for day in days if str(day.weekday()) in cluster.days for hour in hours]
    if not times:
        raise Refused(no(f"{cluster.name} không phát vào các ngày này.", rule="slot:none"))
    if len(times) > AT_ONCE:
        says = f"{len(times)} lần phát là quá nhiều; mỗi lần xếp tối đa {AT_ONCE} lần."
        raise Refused(no(says, rule="slot:many"))
    return times


@transaction.atomic
def log_airing(broadcast: Broadcast, *, airing: Airing, mandate: Mandate, on: date) -> AirTime:
    """Note that a bulletin was read out: day, hour, cluster, how long, by whom (ghi lần phát thanh); the
    reading that was planned for then counts as done.

    Raises `Refused` for a day to come, an hour that is none, or the same airing twice.
    Căn cứ: không (quy ước nội bộ).
    """
    may_write_news(mandate, broadcast.campaign, on=on).require()
    where = squeeze(airing.cluster)[:200]
    if airing.day > on:
        raise Refused(no(f"Ngày phát {vn_date(airing.day)} chưa tới.", rule="airing:day"))
    if not HOUR.fullmatch(airing.hour) or not where:
        raise Refused(no("Hãy ghi giờ phát như 17:30 và cụm loa đã phát.", rule="airing:words"))
    if airing.minutes is not None and airing.minutes <= 0:
        raise Refused(no("Số phút phát phải lớn hơn 0.", rule="airing:minutes"))
    Broadcast.objects.select_for_update(of=("self",)).get(pk=broadcast.pk)
    hour = airing.hour.zfill(5)
    held = broadcast.slots.exclude(state="dropped").filter(where=where, day=airing.day, hour=hour).first()
    if held is not None and held.state == "aired":
        raise Refused(no("Lần phát này đã được ghi.", rule="airing:twice"))
    slot = held or AirTime(broadcast=broadcast, unit=broadcast.unit, where=where, day=airing.day, hour=hour)
    slot.cluster = slot.cluster or clusters_of(broadcast.unit).filter(name=where).first()
    slot.minutes = airing.minutes or broadcast.minutes
    slot.reader = squeeze(airing.reader)[:200] or mandate.person.name
    slot.save()
    says = f"Phát bản tin “{broadcast.title}” lúc {hour} ngày {vn_date(airing.day)}, {where}."
    advance(slot, "aired", actor=mandate.actor(), on=on, verb="log_airing", says=says)
    return slot


@transaction.atomic
def drop_reading(slot: AirTime, *, reason: str, mandate: Mandate, on: date) -> None:
    """Take a reading off the timetable, or out of the log when it was noted by mistake (bỏ lần phát).

    Raises `Refused` without a reason. Căn cứ: không (quy ước nội bộ).
    """
    may_write_news(mandate, slot.broadcast.campaign, on=on).require()
    why = squeeze(reason)[:250]
    if not why:
        raise Refused(no("Hãy ghi vì sao bỏ lần phát này.", rule="slot:reason"))
    says = f"Bỏ lần phát lúc {slot.hour} ngày {vn_date(slot.day)}, {slot.where}: {why}"
    advance(slot, "dropped", actor=mandate.actor(), on=on, verb="drop_reading", says=says)
