"""Sound that comes from outside is looked through: what it really is, how long, and nothing else in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.publicity.sounds import FRAME, mp3, reader, wav
from thidua.publicity.sound import MAX_BYTES, pressed, presses, sound_of, speak, voice
from thidua.reading.source import Unreadable

BROKEN = b"RIFF\x00\x00\x00\x00WAVEfmt "


def sentence_of(data):
    with pytest.raises(Unreadable) as refused:
        sound_of(data)
    return refused.value.sentence


def test_a_wav_keeps_its_sound_and_its_length():
    heard = sound_of(wav(3) + b"LIST\x10\x00\x00\x00secret")
    assert (heard.media, heard.ending, heard.seconds, b"secret" in heard.data) == (
        "audio/wav",
        ".wav",
        3,
        False,
    )


def test_an_mp3_loses_its_title_and_whatever_is_no_sound():
    heard = sound_of(mp3(3))
    assert (heard.media, heard.ending, heard.seconds) == ("audio/mpeg", ".mp3", 3)
    assert heard.data == FRAME * (len(heard.data) // len(FRAME))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "Tệp rỗng; hãy chọn lại đúng tệp."),
        (b"PK\x03\x04" + bytes(9000), "Tệp không phải là bản thu âm; chỉ nhận .mp3, .wav."),
        (b"<script>alert(1)</script>", "Tệp không phải là bản thu âm; chỉ nhận .mp3, .wav."),
        (FRAME * 3, "Tệp không phải là bản thu âm; chỉ nhận .mp3, .wav."),
        (BROKEN, "Tệp .wav hỏng hoặc nén kiểu lạ; hãy lưu lại thành .mp3 hoặc .wav PCM."),
        (wav(0), "Tệp .wav không có tiếng; hãy thu lại."),
        (bytes(MAX_BYTES + 1), "Tệp lớn hơn 25 MB; hãy lưu thành .mp3 64 kbit/s rồi gửi lại."),
        (wav(2401, hertz=100), "Bản thu dài hơn 40 phút; hãy cắt thành nhiều bản tin."),
    ],
    ids=["rỗng", "zip", "script", "quá ngắn", "wav hỏng", "wav câm", "quá lớn", "quá dài"],
)  # fmt: skip
def test_what_is_no_recording_is_refused_with_a_sentence(data, sentence):
    assert sentence_of(data) == sentence


@given(st.binary(max_size=600))
def test_no_bytes_break_the_ear(noise):
    for data in (noise, b"RIFF" + noise[:4] + b"WAVE" + noise, b"ID3" + noise, b"\xff\xfb" + noise):
        with pytest.raises(Unreadable):
            sound_of(data)


def test_the_programs_own_engine_reads_with_a_breath_after_each_paragraph(tmp_path):
    by, told = voice(reader(tmp_path), tone="vi", pace=160), []
    heard = speak(["Kính thưa bà con.", "Hết."], by=by, told=told.append)
    assert (heard.seconds, told) == (3, [1, 2])


def test_without_a_program_nobody_reads(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert (voice("", tone="vi", pace=160), voice("khong-co --to", tone="vi", pace=160), presses()) == (
        (),
        (),
        False,
    )
    assert pressed(sound_of(wav())).media == "audio/wav"


@pytest.mark.parametrize(("name", "option"), [("lame", "--quiet"), ("ffmpeg", "-loglevel")])
def test_sound_is_pressed_where_a_program_for_it_is_installed(monkeypatch, tmp_path, name, option):
    (tmp_path / "nen.mp3").write_bytes(mp3(2))
    program = tmp_path / name
    program.write_text(
        f'#!/bin/sh\ntest "$1" = "{option}" || exit 1\n/bin/cat > /dev/null\n/bin/cat {tmp_path}/nen.mp3\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert pressed(sound_of(wav())).media == "audio/mpeg"
    assert pressed(sound_of(mp3())).data == sound_of(mp3()).data


def test_espeak_is_asked_in_the_offices_tone_and_pace(monkeypatch, tmp_path):
    program = tmp_path / "espeak-ng"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    asked = voice("", tone="vi-vn-x-central", pace=140)
    assert asked == (str(program), "-v", "vi-vn-x-central", "-s", "140", "--stdin", "--stdout")
