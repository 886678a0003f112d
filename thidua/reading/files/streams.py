"""The packed parts of a PDF (dòng dữ liệu nén): a few kilobytes that unpack to gigabytes are found before
the PDF library meets them."""

from __future__ import annotations

import re
import zlib

from thidua.reading.source import Unreadable

_BOMB = "Tệp PDF nén bất thường (có thể gây hại) nên không mở; hãy xuất lại PDF từ Word rồi gửi lại."
_BEGIN = re.compile(rb"stream\r?\n")
_END = b"endstream"
_HEAD = 400  # bytes before a part in which stands what it is
_SAMPLE = 64 * 1024
_DENSE = 50  # the pages of an office pack 1:3 to 1:10
_MOST = 2 * 1024 * 1024  # of densely packed words in all; a page has some ten thousand letters
_NESTED = 3


def check_streams(data: bytes) -> None:
    """Raises `Unreadable` when what is no picture unpacks to more than pages can hold."""
    left = _MOST
    for begin in _BEGIN.finditer(data):
        head = data[max(begin.start() - _HEAD, 0) : begin.start()]
        if b"/Image" in head.rpartition(b"obj")[2]:
            continue
        end = data.find(_END, begin.end())
        left -= _dense_size(data[begin.end() : end if end >= 0 else len(data)], left)
        if left <= 0:
            raise Unreadable(_BOMB)


def _dense_size(packed: bytes, most: int, depth: int = 0) -> int:
    """To how many bytes a part unpacks, but 0 for one that packs as pages do; counted up to `most`."""
    if not packed.startswith(b"x") or depth > _NESTED:
        return 0
    unpack = zlib.decompressobj()
    try:
        begun = unpack.decompress(packed, _SAMPLE)
        if len(begun) < _DENSE * (len(packed) - len(unpack.unconsumed_tail)):
            return _dense_size(begun, most, depth + 1)
        begun += unpack.decompress(unpack.unconsumed_tail, most)
    except zlib.error:
        return 0
    return len(begun) + _dense_size(begun, most, depth + 1)
