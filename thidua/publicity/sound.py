"""Sound as bytes: a voice made by a program, an upload looked through (âm thanh: giọng máy, bản thu)."""

from __future__ import annotations

import io
import shlex
import wave
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from thidua.reading.files.kinds import MEGABYTE
from thidua.reading.files.tool import carry_out, found
from thidua.reading.source import Unreadable

MAX_BYTES = 25 * MEGABYTE
LONGEST = 40 * 60  # seconds: no bulletin is longer
ACCEPTED = ".mp3, .wav"
PATIENCE = 60.0  # seconds for one paragraph
INSTALL = "apt-get install espeak-ng lame"
_RATES = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)  # kbit/s, MPEG 1 layer III
_RATES_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)  # MPEG 2 and 2.5
_HERTZ = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
_GAP = 4096  # bytes that are no sound are skipped, not more in one place


@dataclass(frozen=True)
class Sound:
    """Sound that may be kept (âm thanh): nothing but the sound, its media type, and how long it is."""

    data: bytes
    media: str
    ending: str
    seconds: int


def sound_of(data: bytes) -> Sound:
    """What an upload really is (bản thu tải lên): MP3 or WAV, stripped of titles, pictures and all else.

    Raises `Unreadable` with the sentence for the person who sent it.
    """
    if not data:
        raise Unreadable("Tệp rỗng; hãy chọn lại đúng tệp.")
    if len(data) > MAX_BYTES:
        raise Unreadable(f"Tệp lớn hơn {MAX_BYTES // MEGABYTE} MB; hãy lưu thành .mp3 64 kbit/s rồi gửi lại.")
    sound = _wav(data) if data[:4] == b"RIFF" and data[8:12] == b"WAVE" else _mp3(data)
    if sound.seconds > LONGEST:
        raise Unreadable(f"Bản thu dài hơn {LONGEST // 60} phút; hãy cắt thành nhiều bản tin.")
    return sound


def _wav(data: bytes) -> Sound:
    try:
        with wave.open(io.BytesIO(data)) as opened:
            shape = (opened.getnchannels(), opened.getsampwidth(), opened.getframerate())
            points = opened.readframes(len(data))
    except (wave.Error, EOFError, RuntimeError) as damaged:
        raise Unreadable("Tệp .wav hỏng hoặc nén kiểu lạ; hãy lưu lại thành .mp3 hoặc .wav PCM.") from damaged
    if not points or not all(shape):
        raise Unreadable("Tệp .wav không có tiếng; hãy thu lại.")
    return wav_of(points, shape)


def wav_of(points: bytes, shape: tuple[int, int, int]) -> Sound:
    """A WAV file of these points; `shape` is channels, bytes of a point, points a second."""
    channels, width, hertz = shape
    held = io.BytesIO()
    with wave.open(held, "wb") as written:
        written.setnchannels(channels)
        written.setsampwidth(width)
        written.setframerate(hertz)
        written.writeframes(points)
    return Sound(held.getvalue(), "audio/wav", ".wav", round(len(points) / (channels * width * hertz)))


def _mp3(data: bytes) -> Sound:
    place, frames, seconds, gap = _after_tag(data), [], 0.0, 0
    while place + 4 <= len(data) and gap <= _GAP:
        size, length = _frame(data[place : place + 4])
        if size and place + size <= len(data):
            frames.append(data[place : place + size])
            seconds, gap, place = seconds + length, 0, place + size
        else:
            gap, place = gap + 1, place + 1
    if len(frames) < 10:
        raise Unreadable(f"Tệp không phải là bản thu âm; chỉ nhận {ACCEPTED}.")
    return Sound(b"".join(frames), "audio/mpeg", ".mp3", round(seconds))


def _after_tag(data: bytes) -> int:
    """Where the sound begins: behind the tag with title and picture, if there is one."""
    if data[:3] != b"ID3" or len(data) < 10:
        return 0
    size = 0
    for byte in data[6:10]:
        size = size << 7 | byte & 0x7F
    return 10 + size


def _frame(head: bytes) -> tuple[int, float]:
    """Bytes and seconds of the MP3 frame that begins so; (0, 0) when none does."""
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    rate, hertz, pad = head[2] >> 4, head[2] >> 2 & 3, head[2] >> 1 & 1
    wrong = head[0] != 0xFF or head[1] & 0xE0 != 0xE0 or layer != 1 or version == 1
    if wrong or rate in (0, 15) or hertz == 3:
        return 0, 0.0
    whole = version == 3
    speed = _HERTZ[version][hertz]
    bits = (_RATES if whole else _RATES_2)[rate] * 1000
    return (144 if whole else 72) * bits // speed + pad, (1152 if whole else 576) / speed


def voice(command: str, *, tone: str, pace: int) -> tuple[str, ...]:
    """The program that reads (phần mềm đọc), () when none is there: text on its input, WAV on its output.

    `command` is the office's own engine; without it espeak-ng in this tone, so many syllables a minute.
    """
    if command.strip():
        program, *rest = shlex.split(command)
        path = found(program)
        return (path, *rest) if path else ()
    path = found("espeak-ng")
    return (path, "-v", tone, "-s", str(pace), "--stdin", "--stdout") if path else ()


def speak(paragraphs: Sequence[str], *, by: Sequence[str], told: Callable[[int], object]) -> Sound:
    """Read the paragraphs aloud, with a breath in between (máy đọc); `told` hears how many are done.

    MP3 where lame or ffmpeg is there, else WAV. Raises `Unreadable` when the program fails.
    """
    points, shape = b"", (0, 0, 0)
    for done, paragraph in enumerate(paragraphs, start=1):
        printed = carry_out(by, given=paragraph.encode(), seconds=PATIENCE, surroundings={})
        with wave.open(io.BytesIO(_wav(printed).data)) as said:
            shape = (said.getnchannels(), said.getsampwidth(), said.getframerate())
            breath = bytes(shape[0] * shape[1] * (shape[2] // 2))
            points += said.readframes(said.getnframes()) + breath
        told(done)
    return pressed(wav_of(points, shape))


def presses() -> bool:
    """Whether a program that makes MP3 is installed (có phần mềm nén MP3)."""
    return bool(found("lame", "ffmpeg"))


def pressed(sound: Sound) -> Sound:
    """The same sound as MP3 where lame or ffmpeg is installed (nén); MP3 stays as it is."""
    program = found("lame", "ffmpeg")
    if sound.media != "audio/wav" or not program:
        return sound
    lame = ("--quiet", "-V", "6", "-m", "m", "-", "-")
    ffmpeg = ("-loglevel", "error", "-i", "pipe:0", "-ac", "1", "-b:a", "64k", "-f", "mp3", "pipe:1")
    asked = lame if program.endswith("lame") else ffmpeg
    return _mp3(carry_out((program, *asked), given=sound.data, seconds=PATIENCE * 3, surroundings={}))
