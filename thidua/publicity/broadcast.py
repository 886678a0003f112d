"""Stage 12: bulletins to be read on the village loudspeakers, and when they were (bản tin phát thanh)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from thidua.campaigns.models import Campaign
from thidua.journal.rows import short_code
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.publicity.documents import Bulletin, bulletin_of, minutes_of
from thidua.publicity.models import Broadcast
from thidua.publicity.permissions import may_begin_news, may_write_news
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.text import nfc, squeeze

HOUR = re.compile(r"([01]?\d|2[0-3]):[0-5]\d")


@dataclass(frozen=True)
class Airing:
    """One time a bulletin was read out (lần phát): day, hour as "17:30", over which cluster of
    loudspeakers.
    """

    day: date
    hour: str
    cluster: str


@transaction.atomic
def write_bulletin(
    campaign: Campaign, *, bulletin: Bulletin | None = None, mandate: Mandate, on: date
) -> Broadcast:
    """Write a bulletin (soạn bản tin): as given, or made from what the campaign, its role models and
    decisions say.

    Figures, days and abbreviations of a bulletin made here are spelt out. Raises `Refused` once the campaign
    has closed. Căn cứ: không (quy ước nội bộ).
    """
    may_begin_news(mandate, campaign, on=on).require()
    words = bulletin or bulletin_of(campaign, on=on)
    broadcast = Broadcast(
        unit=campaign.unit, campaign=campaign, code=short_code(), written_by=str(mandate), written_on=on
    )
    _fill(broadcast, words)
    broadcast.save(force_insert=True)
    says = f"Soạn bản tin phát thanh “{broadcast.title}”."
    write("write_bulletin", says, actor=mandate.actor(), on=on, thing=broadcast)
    return broadcast


def _fill(broadcast: Broadcast, bulletin: Bulletin) -> None:
    broadcast.title, broadcast.script = squeeze(bulletin.title), nfc(bulletin.script).strip()
    if not broadcast.title or not broadcast.script:
        raise Refused(no("Hãy ghi tên bản tin và lời đọc.", rule="bulletin:empty"))
    broadcast.minutes = minutes_of(broadcast.script)


@transaction.atomic
def edit_bulletin(
    broadcast: Broadcast, *, bulletin: Bulletin, expected: str = "", mandate: Mandate, on: date
) -> None:
    """Change the words to be read (sửa lời đọc); the minutes follow.

    `expected` is the mark the form was opened with; another one is refused. Căn cứ: không (quy ước nội bộ).
    """
    may_write_news(mandate, broadcast.campaign, on=on).require()
    held = Broadcast.objects.select_for_update(of=("self",)).get(pk=broadcast.pk)
    if expected and expected != held.mark:
        raise Refused(
            no(
                "Bản tin đã được người khác sửa sau khi bạn mở trang. Chữ bạn gõ vẫn còn ở dưới; "
                "hãy mở bản mới ở cửa sổ khác để đối chiếu rồi lưu lại.",
                rule="state:stale",
            )
        )
    _fill(broadcast, bulletin)
    broadcast.save(update_fields=["title", "script", "minutes"])
    says = f"Sửa bản tin phát thanh “{broadcast.title}”."
    write("edit_bulletin", says, actor=mandate.actor(), on=on, thing=broadcast)


@transaction.atomic
def log_airing(broadcast: Broadcast, *, airing: Airing, mandate: Mandate, on: date) -> None:
    """Note that a bulletin was read out: day, hour, cluster (ghi lần phát thanh).

    Raises `Refused` for a day to come, an hour that is none, or the same airing twice.
    Căn cứ: không (quy ước nội bộ).
    """
    may_write_news(mandate, broadcast.campaign, on=on).require()
    cluster = squeeze(airing.cluster)
    if airing.day > on:
        raise Refused(no(f"Ngày phát {vn_date(airing.day)} chưa tới.", rule="airing:day"))
    if not HOUR.fullmatch(airing.hour) or not cluster:
        raise Refused(no("Hãy ghi giờ phát như 17:30 và cụm loa đã phát.", rule="airing:words"))
    row = {"day": airing.day.isoformat(), "hour": airing.hour.zfill(5), "cluster": cluster}
    held = Broadcast.objects.select_for_update(of=("self",)).get(pk=broadcast.pk)
    if row in held.aired:
        raise Refused(no("Lần phát này đã được ghi.", rule="airing:twice"))
    broadcast.aired = sorted([*held.aired, row], key=lambda one: (one["day"], one["hour"], one["cluster"]))
    broadcast.save(update_fields=["aired"])
    says = f"Phát bản tin “{broadcast.title}” lúc {row['hour']} ngày {vn_date(airing.day)}, {cluster}."
    write("log_airing", says, actor=mandate.actor(), on=on, thing=broadcast)
