"""The list of seals in a file handed over (sha256.txt), and whether every file still has its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import IO
from zipfile import BadZipFile, ZipFile

SUMS = "sha256.txt"
CHUNK = 1024 * 1024
LONGEST_LIST = 8 * CHUNK


def sums_text(sealed: Sequence[tuple[str, str]]) -> str:
    """The list as `sha256sum --check` reads it (danh sách mã băm): seal, two spaces, name."""
    return "".join(f"{seal}  {name}\n" for name, seal in sealed)


def seal_of(opened: IO[bytes]) -> str:
    """The SHA-256 of what is left to read (mã băm), piece by piece."""
    found = hashlib.sha256()
    while part := opened.read(CHUNK):
        found.update(part)
    return found.hexdigest()


def faults_in(opened: IO[bytes]) -> list[str]:
    """What is wrong with a file handed over (kiểm tra hồ sơ lưu trữ), as sentences; none when every file has
    its seal and nothing was added.
    """
    try:
        with ZipFile(opened) as archive:
            return list(_faults(archive))
    except (BadZipFile, OSError, EOFError) as broken:
        return [f"Tệp không mở được như một tệp .zip: {broken}."]


def _faults(archive: ZipFile) -> Iterator[str]:
    names = {info.filename for info in archive.infolist() if not info.is_dir()}
    if SUMS not in names:
        yield f"Trong tệp không có {SUMS}; không phải hồ sơ do phần mềm này lập."
        return
    with archive.open(SUMS) as listed:
        lines = listed.read(LONGEST_LIST).decode("utf-8", "replace").splitlines()
    wanted = {name: seal for seal, _, name in (line.partition("  ") for line in lines)}
    yield from (f"Thiếu tệp: {name}." for name in sorted(wanted.keys() - names))
    yield from (
        f"Tệp lạ, không có trong danh sách: {name}." for name in sorted(names - wanted.keys() - {SUMS})
    )
    for name in sorted(wanted.keys() & names):
        try:
            with archive.open(name) as inside:
                if seal_of(inside) != wanted[name]:
                    yield f"Tệp đã bị sửa: {name}."
        except (BadZipFile, RuntimeError, NotImplementedError):
            yield f"Tệp đã bị hỏng: {name}."
