"""Sound for tests: a tone as WAV, as MP3 frames, and a program that reads aloud (âm thanh để thử)."""

import io
import wave
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile

FRAME = b"\xff\xfb\x90\x00" + bytes(413)  # MPEG 1 layer III, 128 kbit/s, 44,100 Hz: 417 bytes, 26 ms
TAG = b"ID3\x04\x00\x00\x00\x00\x00\x0aTIT2secret"


def wav(seconds: float = 2, hertz: int = 8000) -> bytes:
    held = io.BytesIO()
    with wave.open(held, "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(2)
        written.setframerate(hertz)
        written.writeframes(bytes(round(seconds * hertz) * 2))
    return held.getvalue()


def mp3(seconds: float = 2) -> bytes:
    return TAG + FRAME * round(seconds / 0.026122) + b"TAG" + bytes(125)


def upload(data: bytes, name: str = "ban-thu.mp3") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def reader(folder: Path, *, fails: bool = False) -> str:
    """A program that says a second of silence for each paragraph, or breaks."""
    sound, program = folder / "mot-giay.wav", folder / "doc.sh"
    sound.write_bytes(wav(1))
    said = "exit 3" if fails else f"cat > /dev/null; cat {sound}"
    program.write_text(f"#!/bin/sh\n{said}\n")
    program.chmod(0o755)
    return str(program)
