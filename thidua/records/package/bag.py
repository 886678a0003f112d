"""A bag (gói theo quy cách BagIt, RFC 8493): files with their hashes in one ZIP, and a seal over the whole.

The seal is an Ed25519 signature over the tag manifest, which has the hash of the manifest, which has the hash
of every file. The same content gives the same bytes. What is read is hostile until it is checked.
"""

from __future__ import annotations

import hashlib
import io
import re
import stat
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from thidua.records.package.faults import unfit
from thidua.records.seal import is_sealed

MEGABYTE = 1024 * 1024
MAX_PACKED = 100 * MEGABYTE
MAX_UNPACKED = 400 * MEGABYTE
MAX_FILE = 25 * MEGABYTE
MAX_TAG = 2 * MEGABYTE
MAX_FILES = 4_000
MAX_RATIO = 250  # text packs about 1:10, a bomb 1:1000
BORN = (1980, 1, 1, 0, 0, 0)
BAGIT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
INFO, MANIFEST, TAGS, SEAL = "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt", "niem-phong.txt"
LISTED = ("bag-info.txt", "bagit.txt", "manifest-sha256.txt")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}(?:/[A-Za-z0-9][A-Za-z0-9._-]{0,99}){1,3}")
_LINE = re.compile(r"([0-9a-f]{64})  (\S+)")


@dataclass(frozen=True)
class Bag:
    """What a good bag holds (gói đã kiểm tra): its name, its files by path, its cover, and its seal.

    `digest` is the SHA-256 of the tag manifest, `public` the key (32 bytes) with which the seal was checked.
    """

    name: str
    payload: Mapping[str, bytes]
    info: Mapping[str, str]
    digest: str
    public: bytes


def write_bag(
    payload: Mapping[str, bytes], *, name: str, info: Mapping[str, str], seal: Callable[[bytes], bytes]
) -> bytes:
    """The ZIP of these files (đóng gói), `payload` by path below `data/`; `seal` signs the tag manifest."""
    data = {f"data/{path}": payload[path] for path in sorted(payload)}
    size = sum(map(len, data.values()))
    cover = {**info, "Payload-Oxum": f"{size}.{len(data)}"}
    tags = {
        INFO: "".join(f"{key}: {cover[key]}\n" for key in sorted(cover)).encode(),
        "bagit.txt": BAGIT,
        MANIFEST: _manifest(data),
    }
    listed = _manifest(tags)
    signed = {TAGS: listed, SEAL: seal(listed).hex().encode() + b"\n"}
    return _zip({f"{name}/{path}": content for path, content in {**tags, **signed, **data}.items()})


def digest_of(tag_manifest: bytes) -> str:
    """By what a bag is called in an answer (dấu của gói): the SHA-256 of its tag manifest."""
    return hashlib.sha256(tag_manifest).hexdigest()


def read_bag(data: bytes) -> Bag:
    """Check everything about a bag and return what it holds (mở gói). Raises `Refused`, each fault by its
    name in `faults`.
    """
    if len(data) > MAX_PACKED:
        raise unfit("size", most=MAX_PACKED // MEGABYTE)
    entries, name = _entries(data)
    for tag in ("bagit.txt", *LISTED, TAGS, SEAL):
        if tag not in entries:
            raise unfit("missing", name=tag)
    if entries["bagit.txt"] != BAGIT:
        raise unfit("bag", name="bagit.txt")
    payload = {path: content for path, content in entries.items() if path.startswith("data/")}
    tags = {path: content for path, content in entries.items() if path not in payload}
    info = _info(tags[INFO])
    public = _hex(info.get("Seal-Public-Key", ""), 32, "Seal-Public-Key")
    signature = _hex(tags[SEAL].decode("ascii", "replace").strip(), 64, SEAL)
    if not is_sealed(tags[TAGS], signature=signature, public=public):
        raise unfit("seal")
    _compare(_parse(tags[TAGS], TAGS), {path: tags[path] for path in tags if path not in (TAGS, SEAL)})
    _compare(_parse(tags[MANIFEST], MANIFEST), payload)
    if info.get("Payload-Oxum") != f"{sum(map(len, payload.values()))}.{len(payload)}":
        raise unfit("bag", name="Payload-Oxum")
    inside = {path.removeprefix("data/"): content for path, content in payload.items()}
    return Bag(name, inside, info, digest_of(tags[TAGS]), public)


def _manifest(files: Mapping[str, bytes]) -> bytes:
    lines = (f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files))
    return "".join(lines).encode()


def _zip(files: Mapping[str, bytes]) -> bytes:
    """A ZIP that is the same for the same files: sorted, without times, all plain files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path, BORN)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, files[path])
    return packed.getvalue()


def _entries(data: bytes) -> tuple[dict[str, bytes], str]:
    """Every file of the ZIP by its path below the one folder at its top, and the name of that folder."""
    if not data.startswith(b"PK\x03\x04") or data[-22:-18] != b"PK\x05\x06":
        raise unfit("not_zip")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _require_modest(archive.infolist())
            if min(entry.header_offset for entry in archive.infolist()) != 0:
                raise unfit("not_zip")  # something else stands before it
            found = {entry.filename: _read(archive, entry) for entry in archive.infolist()}
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError) as broken:
        raise unfit("not_zip") from broken
    tops = {path.split("/", 1)[0] for path in found}
    if len(tops) != 1:
        raise unfit("bag", name="một thư mục gốc")
    (name,) = tops
    return {path.removeprefix(f"{name}/"): content for path, content in found.items()}, name


def _require_modest(entries: list[zipfile.ZipInfo]) -> None:
    """Names, kinds, number and sizes, all from the directory, before anything is unpacked."""
    if not 0 < len(entries) <= MAX_FILES:
        raise unfit("count", most=MAX_FILES)
    unpacked, packed = sum(one.file_size for one in entries), sum(one.compress_size for one in entries)
    if unpacked > MAX_UNPACKED or _is_bomb(unpacked, packed):
        raise unfit("bomb")
    seen: set[str] = set()
    for entry in entries:
        _require_plain(entry)
        if entry.filename.lower() in seen:
            raise unfit("twice", name=entry.filename)
        seen.add(entry.filename.lower())


def _require_plain(entry: zipfile.ZipInfo) -> None:
    # What stands in the file, not what zipfile made of it: it cuts a name at a zero byte.
    if entry.orig_filename != entry.filename or not _NAME.fullmatch(entry.filename):
        raise unfit("path", name=entry.orig_filename)
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        raise unfit("link", name=entry.filename)
    if entry.flag_bits & 0x1 or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise unfit("locked")
    if _is_bomb(entry.file_size, entry.compress_size) or entry.file_size > MAX_FILE:
        raise unfit("bomb")


def _is_bomb(unpacked: int, packed: int) -> bool:
    return unpacked > MEGABYTE and unpacked > MAX_RATIO * max(packed, 1)


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """One file; the directory may lie about its size, so no more than that size is ever unpacked."""
    with archive.open(entry) as part:
        data = part.read(entry.file_size + 1)
    if len(data) != entry.file_size:
        raise unfit("bomb")
    return data


def _info(data: bytes) -> dict[str, str]:
    try:
        lines = data.decode("utf-8").splitlines()
    except UnicodeDecodeError as wrong:
        raise unfit("bag", name=INFO) from wrong
    pairs = [line.partition(": ") for line in lines]
    if (
        len(data) > MAX_TAG
        or any(not colon for _, colon, _ in pairs)
        or len({k for k, *_ in pairs}) < len(pairs)
    ):
        raise unfit("bag", name=INFO)
    return {key: value for key, _, value in pairs}


def _hex(text: str, size: int, name: str) -> bytes:
    if not re.fullmatch(rf"[0-9a-f]{{{2 * size}}}", text):
        raise unfit("bag", name=name)
    return bytes.fromhex(text)


def _parse(manifest: bytes, name: str) -> dict[str, str]:
    """The hash of each path in a manifest."""
    found: dict[str, str] = {}
    for line in manifest.decode("utf-8", "replace").splitlines():
        match = _LINE.fullmatch(line)
        if match is None or match[2] in found:
            raise unfit("bag", name=name)
        found[match[2]] = match[1]
    return found


def _compare(listed: Mapping[str, str], files: Mapping[str, bytes]) -> None:
    """The files are those of the list, no more and no less, each with its hash."""
    for path in sorted(set(listed) - set(files)):
        raise unfit("missing", name=path)
    for path in sorted(set(files) - set(listed)):
        raise unfit("extra", name=path)
    for path, content in files.items():
        if hashlib.sha256(content).hexdigest() != listed[path]:
            raise unfit("changed", name=path)
