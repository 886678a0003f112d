"""The sound of a bulletin: recorded by a person, or made by the machine in the background (thu âm)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.core.files.base import ContentFile, File
from django.db import transaction

from thidua.journal.rows import short_code
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.publicity import sound
from thidua.publicity.models import Broadcast, Recording
from thidua.publicity.models.loudspeaker import LANGUAGE
from thidua.publicity.permissions import may_record, may_write_news
from thidua.publicity.queries.loudspeaker import SPEAKING, desk_of, speaking_run
from thidua.reading.source import Unreadable
from thidua.records.models import Run

OVER = ("done", "failed")


@transaction.atomic
def keep_recording(
    broadcast: Broadcast, *, language: str, upload: File[bytes], mandate: Mandate, on: date
) -> Recording:
    """Keep a voice recorded by a person (tải bản thu giọng người lên); it goes before the machine's.

    Nothing but the sound is kept: titles and pictures inside the file are left out. Raises `Refused` for
    anything but sound, and for a language the office has not set. Căn cứ: không (quy ước nội bộ).
    """
    may_record(mandate, broadcast, on=on).require()
    if language not in (LANGUAGE, *desk_of(broadcast.unit).languages):
        raise Refused(no(f"Cơ quan chưa đặt tiếng “{language}” ở bàn phát thanh.", rule="bulletin:language"))
    try:
        upload.seek(0)
        heard = sound.sound_of(upload.read(sound.MAX_BYTES + 1))
        kept = sound.pressed(heard)
    except Unreadable as unreadable:
        raise Refused(no(unreadable.sentence, rule="recording:file")) from unreadable
    made = _kept(broadcast, language, "human", kept, by=str(mandate), on=on)
    says = f"Tải bản thu giọng người đọc bản tin “{broadcast.title}” ({language}), {made.seconds} giây."
    write("keep_recording", says, actor=mandate.actor(), on=on, thing=broadcast)
    return made


def _kept(
    broadcast: Broadcast, language: str, kind: str, heard: sound.Sound, *, by: str, on: date
) -> Recording:
    """The recording in place of the one before, whose file goes once it is certain."""
    before = broadcast.recordings.filter(language=language, kind=kind).first()
    made = before or Recording(broadcast=broadcast, language=language, kind=kind)
    storage, stored_as = made.file.storage, made.file.name or ""
    made.media, made.size, made.seconds = heard.media, len(heard.data), heard.seconds
    made.source, made.made_on, made.made_by = broadcast.mark, on, by
    made.file.save(f"{short_code(12)}{heard.ending}", ContentFile(heard.data), save=False)
    made.save()
    if stored_as:
        transaction.on_commit(lambda: storage.delete(stored_as))
    return made


@transaction.atomic
def remove_recording(recording: Recording, *, mandate: Mandate, on: date) -> None:
    """Delete a recording (bỏ bản thu). Căn cứ: không (quy ước nội bộ)."""
    broadcast = recording.broadcast
    may_write_news(mandate, broadcast.campaign, on=on).require()
    storage, stored_as = recording.file.storage, recording.file.name or ""
    says = (
        f"Bỏ bản thu ({recording.get_kind_display()}, {recording.language}) của bản tin “{broadcast.title}”."
    )
    write("remove_recording", says, actor=mandate.actor(), on=on, thing=broadcast)
    recording.delete()
    transaction.on_commit(lambda: storage.delete(stored_as))


@transaction.atomic
def order_voice(broadcast: Broadcast, *, command: str, mandate: Mandate, on: date) -> Run:
    """Let the machine read a bulletin (máy đọc) in the background; a run under way is returned as it is.

    `command` is the office's own engine, "" for espeak-ng. Effects: the run; `speak_bulletin` carries it
    out. Raises `Refused` when no program that reads is installed. Căn cứ: không (quy ước nội bộ).
    """
    may_record(mandate, broadcast, on=on).require()
    desk = desk_of(broadcast.unit)
    if not sound.voice(command, tone=desk.voice, pace=desk.pace):
        raise Refused(no(NO_VOICE, rule="voice:missing"))
    Broadcast.objects.select_for_update(of=("self",)).get(pk=broadcast.pk)
    standing = speaking_run(broadcast)
    if standing and standing.state not in OVER:
        return standing
    if standing:
        standing.delete()
    run = Run.objects.create(
        unit=broadcast.unit, kind=SPEAKING, total=len(_paragraphs(broadcast)), started_by=str(mandate),
        started_on=on, data={"broadcast": broadcast.code},
    )  # fmt: skip
    says = f"Cho máy đọc bản tin “{broadcast.title}”."
    write("order_voice", says, actor=mandate.actor(), on=on, thing=broadcast)
    return run


NO_VOICE = (
    f"Máy chủ chưa có phần mềm đọc. Người quản trị máy chạy: {sound.INSTALL}; "
    "hoặc tải bản thu giọng người lên."
)


def speak_bulletin(run_id: UUID, *, command: str) -> None:
    """Read a bulletin aloud into a file (máy đọc thành tệp), counting paragraphs in its run.

    Begun again it reads anew; of a run that is over or gone it does nothing. Căn cứ: không (quy ước nội bộ).
    """
    run = Run.objects.filter(pk=run_id, kind=SPEAKING).exclude(state__in=OVER).first()
    if run is None:
        return
    broadcast = Broadcast.objects.select_related("unit").get(code=run.data["broadcast"])
    desk, rows = desk_of(broadcast.unit), Run.objects.filter(pk=run_id)
    try:
        said = sound.speak(
            _paragraphs(broadcast),
            by=sound.voice(command, tone=desk.voice, pace=desk.pace),
            told=lambda done: rows.update(done=done, state="running"),
        )
    except (Unreadable, OSError) as fault:
        rows.update(state="failed", says=f"Phần mềm đọc không chạy được: {fault}")
        return
    with transaction.atomic():
        _kept(broadcast, LANGUAGE, "machine", said, by=run.started_by, on=run.started_on)
        rows.update(state="done")


def _paragraphs(broadcast: Broadcast) -> Sequence[str]:
    return [part.strip() for part in broadcast.script.splitlines() if part.strip()]
