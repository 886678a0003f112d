"""The script of a bulletin: written, edited, translated, not to be read any more (bản tin phát thanh)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from thidua.campaigns.models import Campaign
from thidua.journal.lifecycle import advance
from thidua.journal.rows import short_code
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.publicity.documents import Bulletin, bulletin_of, minutes_of
from thidua.publicity.models import Broadcast, Translation
from thidua.publicity.models.loudspeaker import LANGUAGE
from thidua.publicity.permissions import may_begin_news, may_record, may_write_news
from thidua.publicity.queries.loudspeaker import desk_of
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.text import nfc, squeeze


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
        unit=campaign.unit, campaign=campaign, code=short_code(), written_by=str(mandate), written_on=on,
        role_model=words.role_model,
    )  # fmt: skip
    _fill(broadcast, words)
    broadcast.save(force_insert=True)
    says = f"Soạn bản tin phát thanh “{broadcast.title}”."
    write("write_bulletin", says, actor=mandate.actor(), on=on, thing=broadcast)
    return broadcast


def _fill(broadcast: Broadcast, bulletin: Bulletin) -> None:
    broadcast.title, broadcast.script = squeeze(bulletin.title), nfc(bulletin.script).strip()
    if not broadcast.title or not broadcast.script:
        raise Refused(no("Hãy ghi tên bản tin và lời đọc.", rule="bulletin:empty"))
    broadcast.minutes = minutes_of(broadcast.script, desk_of(broadcast.unit).pace)


@transaction.atomic
def edit_bulletin(
    broadcast: Broadcast, *, bulletin: Bulletin, expected: str = "", mandate: Mandate, on: date
) -> None:
    """Change the words to be read (sửa lời đọc); the minutes follow, sound and translations made before are
    out of date.

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
def stop_bulletin(broadcast: Broadcast, *, reason: str, mandate: Mandate, on: date) -> None:
    """A bulletin is not to be read any more (thôi phát): planned readings are dropped, devices find it no
    more.

    Raises `Refused` without a reason, and twice. Căn cứ: không (quy ước nội bộ).
    """
    may_record(mandate, broadcast, on=on).require()
    why = squeeze(reason)[:250]
    if not why:
        raise Refused(no("Hãy ghi vì sao thôi phát.", rule="bulletin:reason"))
    broadcast.stopped_on, broadcast.stopped_why = on, why
    broadcast.save(update_fields=["stopped_on", "stopped_why"])
    says = f"Thôi phát bản tin “{broadcast.title}”: {why}"
    write("stop_bulletin", says, actor=mandate.actor(), on=on, thing=broadcast)
    for slot in broadcast.slots.filter(state="planned"):
        told = f"Bỏ lần phát {slot.hour} ngày {vn_date(slot.day)} vì bản tin thôi phát."
        advance(slot, "dropped", actor=mandate.actor(), on=on, verb="stop_bulletin", says=told)


@transaction.atomic
def resume_bulletin(broadcast: Broadcast, *, mandate: Mandate, on: date) -> None:
    """A bulletin may be read again (cho phát lại), its timetable is made anew.

    Raises `Refused` when it was not stopped, and about a person whose page is not public.
    Căn cứ: không (quy ước nội bộ).
    """
    may_write_news(mandate, broadcast.campaign, on=on).require()
    if broadcast.stopped_on is None:
        raise Refused(no("Bản tin này chưa thôi phát.", rule="bulletin:running"))
    person = broadcast.role_model
    if person is not None and not (person.state == "published" and person.has_consent):
        raise Refused(
            no(f"Bài về {person.name} không còn công khai; không phát lại được.", rule="news:consent")
        )
    broadcast.stopped_on, broadcast.stopped_why = None, ""
    broadcast.save(update_fields=["stopped_on", "stopped_why"])
    says = f"Cho phát lại bản tin “{broadcast.title}”."
    write("resume_bulletin", says, actor=mandate.actor(), on=on, thing=broadcast)


@dataclass(frozen=True)
class TranslationWords:
    """The script in another language (lời đọc bằng tiếng khác) and who put it into that language."""

    script: str
    translator: str


@transaction.atomic
def translate_bulletin(
    broadcast: Broadcast, *, language: str, words: TranslationWords, mandate: Mandate, on: date
) -> Translation:
    """Fill in the script in a language of the commune (điền lời đọc tiếng Tày, Nùng, Dao…).

    Raises `Refused` for a language the office has not set, and without script or translator.
    Căn cứ: không (quy ước nội bộ).
    """
    may_record(mandate, broadcast, on=on).require()
    if language == LANGUAGE or language not in desk_of(broadcast.unit).languages:
        raise Refused(no(f"Cơ quan chưa đặt tiếng “{language}” ở bàn phát thanh.", rule="bulletin:language"))
    script, translator = nfc(words.script).strip(), squeeze(words.translator)
    if not script or not translator:
        raise Refused(no("Hãy ghi lời đọc và người dịch.", rule="bulletin:translation"))
    kept, _ = Translation.objects.update_or_create(
        broadcast=broadcast, language=language,
        defaults={
            "script": script, "translator": translator, "source": broadcast.mark, "translated_on": on,
        },
    )  # fmt: skip
    says = f"Điền lời đọc {language} của bản tin “{broadcast.title}”, người dịch {translator}."
    write("translate_bulletin", says, actor=mandate.actor(), on=on, thing=broadcast)
    return kept
