"""A file that was signed elsewhere beside the one we gave out (đối chiếu tệp ký ngoài): only signatures may
have been added.
"""

from __future__ import annotations

import io
import re
import zlib
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal

import pypdfium2
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import (
    DEFAULT_DIFF_POLICY,
    CatalogModificationRule,
    DiffResult,
    ModificationLevel,
    StandardDiffPolicy,
    SuspiciousModification,
)
from pyhanko.sign.diff_analysis.constants import ROOT_EXEMPT_STRICT_COMPARISON

from thidua.paper.sign.names import BLANKS, HEAD, ORGANISATION
from thidua.paper.sign.places import POINTS

MARK_MM = (100.0, 60.0)  # a signature larger than this could hide what stands under it
MAX_UNPACKED = 60_000_000  # bytes
_STREAM = re.compile(rb"stream\r?\n")
_SCALE = 0.6
# The first signature may say in the catalogue what is allowed after it; nobody had signed before.
_FIRST = StandardDiffPolicy(
    global_rules=[
        CatalogModificationRule(ROOT_EXEMPT_STRICT_COMPARISON | {"/Perms"}),
        *DEFAULT_DIFF_POLICY.global_rules[1:],
    ],
    form_rule=DEFAULT_DIFF_POLICY.form_rule,
)


@dataclass(frozen=True)
class Difference:
    """Why a file is not ours with signatures (chỗ khác): `page` from 1, 0 when no page can be named."""

    kind: Literal["unreadable", "rewritten", "changed", "filled", "unsigned", "covers"]
    page: int = 0


def difference(given: bytes, returned: bytes) -> Difference | None:
    """What is wrong with the file that came back; None when it is ours and signatures alone were added.

    It must begin with exactly the bytes that were given out. Căn cứ: không (quy ước nội bộ).
    """
    if not returned.startswith(given):
        return Difference("rewritten", _page_changed(given, returned))
    try:
        reader, before = PdfFileReader(io.BytesIO(returned)), PdfFileReader(io.BytesIO(given))
        known = {found.field_name for found in before.embedded_signatures}
        added = [found for found in reader.embedded_signatures if found.field_name not in known]
        policy = DEFAULT_DIFF_POLICY if known else _FIRST
        result = policy.review_file(reader, before.xrefs.total_revisions - 1)
        covering = _covering(reader, {found.field_name for found in added} - {HEAD, ORGANISATION})
    except (PdfError, ValueError, TypeError, KeyError, RecursionError):
        return Difference("unreadable")
    if _goes_too_far(result):
        return Difference("changed", _page_changed(given, returned))
    if not added:
        return Difference("unsigned")
    if isinstance(result, DiffResult) and result.changed_form_fields & set(BLANKS):
        return Difference("filled")
    return covering


def _goes_too_far(result: DiffResult | SuspiciousModification) -> bool:
    return isinstance(result, SuspiciousModification) or (
        result.modification_level > ModificationLevel.FORM_FILLING
    )


def _covering(reader: PdfFileReader, names: set[str]) -> Difference | None:
    """A signature so large that it could hide words."""
    for reference in reader.root["/AcroForm"]["/Fields"]:
        field = reference.get_object()
        if field.get("/T") in names and "/Rect" in field:
            left, bottom, right, top = (float(value) / POINTS for value in field["/Rect"])
            if abs(right - left) > MARK_MM[0] or abs(top - bottom) > MARK_MM[1]:
                return Difference("covers")
    return None


def _page_changed(given: bytes, returned: bytes) -> int:
    """The first page that looks or reads otherwise, from 1; 0 when none does or the file cannot be shown."""
    if _is_bloated(returned.removeprefix(given)):
        return 0
    try:
        with pypdfium2.PdfDocument(given) as ours, pypdfium2.PdfDocument(returned) as theirs:
            for number in range(max(len(ours), len(theirs))):
                if number >= min(len(ours), len(theirs)) or _seen(ours[number]) != _seen(theirs[number]):
                    return number + 1
    except pypdfium2.PdfiumError:
        return 0
    return 0


def _is_bloated(data: bytes) -> bool:
    """True when the streams of a file unpack to more than any paper of ours holds: drawing it could take the
    whole machine.
    """
    room, held = MAX_UNPACKED, memoryview(data)
    for found in _STREAM.finditer(data):
        with suppress(zlib.error):
            room -= len(zlib.decompressobj().decompress(held[found.end() :], max(room, 1)))
        if room <= 0:
            return True
    return False


def _seen(page: pypdfium2.PdfPage) -> tuple[str, bytes]:
    """What a page says and looks like, without fields and signatures."""
    drawn = page.render(scale=_SCALE, may_draw_forms=False, draw_annots=False).to_pil()
    return page.get_textpage().get_text_range(), drawn.tobytes()
