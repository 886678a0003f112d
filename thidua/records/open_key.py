"""Open a key for one signing (mở khóa ký số): a file that was sent, the file of the office, or a token."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings

from thidua.law.ruling import Refused, no
from thidua.paper import sign
from thidua.paper.sign import MAX_KEY_FILE

SOURCES = {
    "file": "Tệp khóa .p12, .pfx",
    "office": "Tệp khóa của cơ quan trên máy chủ",
    "token": "Thiết bị lưu khóa cắm vào máy chủ",
}


@dataclass(frozen=True)
class Source:
    """Where a key is and what opens it (nơi để khóa): never stored, never shown."""

    kind: str
    data: bytes = field(default=b"", repr=False)
    secret: str = field(default="", repr=False)


def sources(*, seal: bool) -> list[str]:
    """The sources that this installation offers (nguồn khóa dùng được), for the seal or for a person."""
    found = ["file"]
    if seal and settings.SEAL_KEY:
        found.append("office")
    if settings.PKCS11_MODULE and _label(seal=seal):
        found.append("token")
    return found


@contextmanager
def opened(source: Source, *, seal: bool) -> Iterator[sign.Key]:
    """The key while it is open (khóa đang mở). Raises `Refused` with what to do."""
    try:
        if source.kind == "token":
            with sign.token_key(settings.PKCS11_MODULE, label=_label(seal=seal), pin=source.secret) as key:
                yield key
        else:
            data = _office_file() if source.kind == "office" else source.data
            yield sign.file_key(data, passphrase=source.secret)
    except sign.BadKey as bad:
        raise Refused(no(str(bad), rule="sign:key")) from bad


def archival() -> sign.Archival:
    """How long signatures stay provable here (mức lưu trữ): by the settings of the installation."""
    if not settings.TIMESTAMP_AUTHORITY:
        return sign.Archival()
    return sign.Archival(settings.SIGNATURE_LEVEL, settings.TIMESTAMP_AUTHORITY, tuple(trusted_files()))


def trusted_files() -> list[bytes]:
    """Roots of trust and lists of revoked certificates that the administrator put into the folder."""
    folder = Path(settings.TRUST)
    if not folder.is_dir():
        return []
    return [path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()]


def _label(*, seal: bool) -> str:
    label: str = settings.PKCS11_SEAL if seal else settings.PKCS11_HEAD
    return label


def _office_file() -> bytes:
    try:
        with Path(settings.SEAL_KEY).open("rb") as held:
            return held.read(MAX_KEY_FILE)
    except OSError as missing:
        raise sign.BadKey(
            "Không đọc được tệp khóa của cơ quan trên máy chủ; hãy báo người quản trị."
        ) from missing
