"""Bags for tests (gói thử): sealed with a key of the test, and pulled apart to be put together wrongly."""

from __future__ import annotations

import hashlib
import io
import stat
import zipfile
from collections.abc import Callable

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from thidua.records.package.bag import write_bag

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()
NAME = "goi-018f0000-0000-7000-8000-000000000001"
PAYLOAD = {"goi.json": b'{"format": "thidua-goi"}\n', "tep/a.pdf": b"%PDF-1.7 to trinh"}
INFO = {"Seal-Public-Key": PUBLIC.hex(), "External-Identifier": NAME[4:]}
Files = dict[str, bytes]


def bag(payload: Files | None = None, *, name: str = NAME, info: dict[str, str] | None = None) -> bytes:
    return write_bag(payload or PAYLOAD, name=name, info=info or INFO, seal=KEY.sign)


def parts(data: bytes) -> Files:
    """The files of a bag by their whole path."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(files: list[tuple[str, bytes]], *, mode: int = stat.S_IFREG | 0o644) -> bytes:
    """A ZIP with these entries, two of one name too."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files:
            entry = zipfile.ZipInfo(path)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, mode << 16
            archive.writestr(entry, content)
    return packed.getvalue()


def with_files(data: bytes, change: Callable[[Files], None]) -> bytes:
    """The bag with its files changed and nothing sealed anew."""
    found = {path.removeprefix(f"{NAME}/"): content for path, content in parts(data).items()}
    change(found)
    return zipped([(f"{NAME}/{path}", content) for path, content in found.items()])


def sealed_anew(files: Files) -> Files:
    """Manifest and seal made again by the holder of the key: what a dishonest sender could do."""
    payload = {path: content for path, content in files.items() if path.startswith("data/")}
    tags = {path: files[path] for path in ("bag-info.txt", "bagit.txt") if path in files}
    tags["manifest-sha256.txt"] = listed(payload)
    return {**payload, **tags, **seal_over(listed(tags))}


def listed(files: Files) -> bytes:
    lines = (f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files))
    return "".join(lines).encode()


def seal_over(tags: bytes) -> Files:
    return {"tagmanifest-sha256.txt": tags, "niem-phong.txt": KEY.sign(tags).hex().encode()}
