"""A kept file sent as players and downloads ask for it: whole, or one part (HTTP Range, RFC 9110 §14)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256

from django.db.models.fields.files import FieldFile
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header

CHUNK = 64 * 1024
ONE_PART = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)


def kept_file_answer(
    request: HttpRequest, file: FieldFile, *, media: str, name: str, shown: bool = False
) -> HttpResponseBase:
    """The file, or the part that `Range` names: 206, and 416 for a part beyond its end. What cannot be read,
    several parts, and a part of what was another file (`If-Range`) get the whole file.

    Raises `Http404` when the file is lost. `shown`: to be played or looked at, not saved.
    """
    try:
        size = file.size
        mark = _mark(file)
        same = request.headers.get("If-Range", mark) == mark
        asked = _part(request.headers.get("Range", ""), size) if same else None
        answer = _part_of(file, asked, size) if asked else _sent(file, 0, size)
    except FileNotFoundError as gone:
        raise Http404("Tệp không còn.") from gone
    answer["Content-Type"] = media
    answer["Accept-Ranges"], answer["ETag"] = "bytes", mark
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Disposition"] = content_disposition_header(not shown, name) or "inline"
    return answer


def _mark(file: FieldFile) -> str:
    """Another one means that the file is another: its name, and when it was written."""
    written = file.storage.get_modified_time(str(file.name)).isoformat()
    return f'"{sha256(f"{file.name} {written}".encode()).hexdigest()[:32]}"'


def _part(header: str, size: int) -> tuple[int, int] | None:
    """First and last byte of what is asked for; None for the whole file; a first byte at or behind the end
    means that there is no such part.
    """
    found = ONE_PART.fullmatch(header.strip())
    if found is None or found.groups() == ("", ""):
        return None
    first, last = found.groups()
    if not first:
        return max(size - int(last), 0) if int(last) else size, size - 1
    if last and int(last) < int(first):
        return None
    return int(first), min(int(last or size), size - 1)


def _part_of(file: FieldFile, asked: tuple[int, int], size: int) -> HttpResponseBase:
    first, last = asked
    if first >= size:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    answer = _sent(file, first, last - first + 1)
    answer.status_code = 206
    answer["Content-Range"] = f"bytes {first}-{last}/{size}"
    return answer


def _sent(file: FieldFile, first: int, length: int) -> HttpResponseBase:
    return StreamingHttpResponse(_bytes(file, first, length), headers={"Content-Length": str(length)})


def _bytes(file: FieldFile, first: int, left: int) -> Iterator[bytes]:
    with file.storage.open(str(file.name), "rb") as opened:
        opened.seek(first)
        while left and (part := opened.read(min(CHUNK, left))):
            left -= len(part)
            yield part
