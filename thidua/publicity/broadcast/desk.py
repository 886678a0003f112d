"""How the office reads aloud, and its clusters of loudspeakers (bàn phát thanh, cụm loa)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from thidua.journal.rows import short_code
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit
from thidua.publicity.models import LoudspeakerDesk, SpeakerCluster
from thidua.publicity.models.loudspeaker import LANGUAGE
from thidua.publicity.permissions import may_keep_loudspeakers
from thidua.publicity.queries.loudspeaker import clusters_of
from thidua.vietnamese.text import squeeze

HOUR = re.compile(r"([01]?\d|2[0-3]):[0-5]\d")
SLOWEST, FASTEST = 80, 300


@dataclass(frozen=True)
class DeskWords:
    """How the office reads (cách đọc): syllables a minute, the voice of the machine, other languages."""

    pace: int
    voice: str
    languages: tuple[str, ...]


@dataclass(frozen=True)
class ClusterWords:
    """A cluster of loudspeakers (cụm loa): name, place, weekdays ("0" is Monday), hours as "05:30"."""

    name: str
    place: str
    days: str
    hours: tuple[str, ...]


@transaction.atomic
def set_desk(unit: Unit, *, words: DeskWords, mandate: Mandate, on: date) -> LoudspeakerDesk:
    """Set pace, voice and the other languages (đặt bàn phát thanh); bulletins written before keep their
    minutes.

    Raises `Refused` for a pace nobody reads at. Căn cứ: không (quy ước nội bộ).
    """
    may_keep_loudspeakers(mandate, unit, on=on).require()
    if not SLOWEST <= words.pace <= FASTEST:
        raise Refused(no(f"Tốc độ đọc từ {SLOWEST} đến {FASTEST} tiếng một phút.", rule="desk:pace"))
    languages = [name for name in dict.fromkeys(map(squeeze, words.languages)) if name and name != LANGUAGE]
    kept, _ = LoudspeakerDesk.objects.update_or_create(
        unit=unit, defaults={"pace": words.pace, "voice": words.voice, "languages": languages}
    )
    other = ", ".join(languages) or "không có tiếng khác"
    says = f"Đặt bàn phát thanh: {words.pace} tiếng một phút; {other}."
    write("set_desk", says, actor=mandate.actor(), on=on, thing=kept)
    return kept


@transaction.atomic
def add_cluster(unit: Unit, *, words: ClusterWords, mandate: Mandate, on: date) -> SpeakerCluster:
    """Enter a cluster of loudspeakers (thêm cụm loa) with its weekdays and hours.

    Raises `Refused` without name, weekday or hour, and for a name in use. Căn cứ: không (quy ước nội bộ).
    """
    may_keep_loudspeakers(mandate, unit, on=on).require()
    cluster = SpeakerCluster(unit=unit, code=short_code())
    _fill(cluster, words)
    cluster.save(force_insert=True)
    write("add_cluster", f"Thêm {_told(cluster)}.", actor=mandate.actor(), on=on, thing=cluster)
    return cluster


@transaction.atomic
def edit_cluster(cluster: SpeakerCluster, *, words: ClusterWords, mandate: Mandate, on: date) -> None:
    """Change a cluster (sửa cụm loa); readings planned before stay as they are. Căn cứ: không (quy ước nội
    bộ).
    """
    may_keep_loudspeakers(mandate, cluster.unit, on=on).require()
    _fill(cluster, words)
    cluster.save()
    write("edit_cluster", f"Sửa {_told(cluster)}.", actor=mandate.actor(), on=on, thing=cluster)


@transaction.atomic
def end_cluster(cluster: SpeakerCluster, *, mandate: Mandate, on: date) -> None:
    """A cluster is no longer used (thôi dùng cụm loa): its feed ends, its log stays.

    Raises `Refused` while readings are planned on it. Căn cứ: không (quy ước nội bộ).
    """
    may_keep_loudspeakers(mandate, cluster.unit, on=on).require()
    if cluster.slots.filter(state="planned").exists():
        raise Refused(no(f"{cluster.name} còn lịch chưa phát; hãy ghi hoặc bỏ trước.", rule="cluster:busy"))
    cluster.ended_on = on
    cluster.save(update_fields=["ended_on"])
    write("end_cluster", f"Thôi dùng cụm loa {cluster.name}.", actor=mandate.actor(), on=on, thing=cluster)


@transaction.atomic
def reuse_cluster(cluster: SpeakerCluster, *, mandate: Mandate, on: date) -> None:
    """A cluster is used again (dùng lại cụm loa). Raises `Refused` when another bears the name now.

    Căn cứ: không (quy ước nội bộ).
    """
    may_keep_loudspeakers(mandate, cluster.unit, on=on).require()
    _require_free(cluster)
    cluster.ended_on = None
    cluster.save(update_fields=["ended_on"])
    write("reuse_cluster", f"Dùng lại cụm loa {cluster.name}.", actor=mandate.actor(), on=on, thing=cluster)


def hours_in(written: str) -> tuple[str, ...]:
    """The hours typed as "5:30, 17:30", in their order (giờ phát). Raises `Refused` for what is none."""
    hours = [hour for hour in re.split(r"[\s,;]+", written.strip()) if hour]
    wrong = next((hour for hour in hours if not HOUR.fullmatch(hour)), "")
    if wrong:
        raise Refused(no(f"“{wrong}” không phải là giờ; hãy ghi như 05:30, 17:30.", rule="cluster:hours"))
    return tuple(sorted({hour.zfill(5) for hour in hours}))


def _fill(cluster: SpeakerCluster, words: ClusterWords) -> None:
    cluster.name, cluster.place = squeeze(words.name)[:200], squeeze(words.place)[:200]
    cluster.days = "".join(sorted(set(words.days) & set("0123456")))
    cluster.hours = list(_checked(words.hours))
    if not (cluster.name and cluster.days and cluster.hours):
        raise Refused(
            no("Hãy ghi tên cụm loa, ít nhất một ngày trong tuần và một giờ.", rule="cluster:words")
        )
    _require_free(cluster)


def _checked(hours: Sequence[str]) -> tuple[str, ...]:
    return hours_in(" ".join(hours))


def _require_free(cluster: SpeakerCluster) -> None:
    if clusters_of(cluster.unit).filter(name=cluster.name).exclude(pk=cluster.pk).exists():
        raise Refused(no(f"Đã có cụm loa tên “{cluster.name}”.", rule="cluster:name"))


def _told(cluster: SpeakerCluster) -> str:
    return f"cụm loa {cluster.name}, phát lúc {', '.join(cluster.hours)}"
