"""Square codes of web addresses (mã QR), many at a time."""

from __future__ import annotations

import struct
import zlib
from typing import Any, cast

import segno
from segno import consts

_MASK = 3
_CORRECTION = "m"
# A phone reads printed modules of a third of a millimetre easily, a little smaller ones with less correction.
EASY_MM, LEAST_MM = 0.33, 0.29


def qr_pictures(addresses: list[str], *, width_mm: float = 25.0) -> list[bytes]:
    """One PNG, a pixel a module, for each address, in order. Raises ValueError on an address that is not
    ASCII.

    What stands after “#” (lời niêm phong, chữ số) is left out where the code, printed `width_mm` wide, would
    become too fine to read.

    A code of one version and mask is an affine function over bits: addresses of one length differ from the
    first by
    the sum of what each differing bit changes, so a thousand certificates cost some dozens of codes, not a
    thousand; those that carry a sealed statement are made one by one.
    """
    families: dict[int, _Family] = {}
    pictures = []
    for address in addresses:
        if not address.isascii():
            raise ValueError(f"Địa chỉ tra cứu “{address}” có chữ có dấu; hãy dùng địa chỉ không dấu.")
        bare, _, digits = address.partition("#")
        code = sealed_code(f"{bare}#", digits, width_mm=width_mm) if digits.isdecimal() else None
        if code is not None:
            pictures.append(_png_of(code))
            continue
        content = (bare if digits.isdecimal() else address).encode("ascii")
        if len(content) not in families:
            families[len(content)] = _Family(content)
        pictures.append(families[len(content)].picture(content))
    return pictures


def sealed_code(address: str, digits: str, *, width_mm: float) -> segno.QRCode | None:
    """The code of an address and its digits (mã QR có niêm phong) with as much correction as the printed
    width allows, or None when no phone would read it.
    """
    # The library takes parts of different modes; its types tell only of one text.
    parts = [(address, consts.MODE_BYTE), (digits, consts.MODE_NUMERIC)]
    for correction, least in (("m", EASY_MM), ("l", LEAST_MM)):
        code = segno.make_qr(cast(Any, parts), error=correction, mask=_MASK, boost_error=False)
        if width_mm / len(code.matrix) >= least:
            return code
    return None


def _png_of(code: segno.QRCode) -> bytes:
    side = len(code.matrix)
    stride = -(-side // 8)
    return _png(_packed(code, stride).to_bytes(side * stride), side=side, stride=stride)


class _Family:
    """The codes of addresses of one length: the first code, and what each bit of content changes in it."""

    def __init__(self, first: bytes) -> None:
        self.first = int.from_bytes(first)
        self.length = len(first)
        matrix = _code(first).matrix
        self.size = len(matrix)
        self.stride = -(-self.size // 8)
        self.pixels = self._packed(first)
        self.changes: dict[int, int] = {}

    def picture(self, content: bytes) -> bytes:
        pixels = self.pixels
        differing = self.first ^ int.from_bytes(content)
        while differing:
            bit = differing & -differing
            differing ^= bit
            if bit not in self.changes:
                flipped = (self.first ^ bit).to_bytes(self.length)
                self.changes[bit] = self._packed(flipped) ^ self.pixels
            pixels ^= self.changes[bit]
        return _png(pixels.to_bytes(self.size * self.stride), side=self.size, stride=self.stride)

    def _packed(self, content: bytes) -> int:
        return _packed(_code(content), self.stride)


def _packed(code: segno.QRCode, stride: int) -> int:
    """The modules as one number, a row after another, each filled up to whole bytes; a light one is a 1."""
    lines = ("".join("0" if dark else "1" for dark in row).ljust(stride * 8, "1") for row in code.matrix)
    return int("".join(lines), 2)


def _code(content: bytes) -> segno.QRCode:
    return segno.make_qr(content, mode="byte", mask=_MASK, error=_CORRECTION, boost_error=False)


def _png(pixels: bytes, *, side: int, stride: int) -> bytes:
    """Black and white rows as a PNG; by hand, several times faster than a picture library."""
    rows = b"".join(b"\0" + pixels[start : start + stride] for start in range(0, len(pixels), stride))
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
