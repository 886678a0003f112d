"""Number and day written into a paper that its head has signed (ghi số, ngày vào văn bản đã ký số)."""

from __future__ import annotations

import io
from datetime import date

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from thidua.paper.sign.drawn import DrawnPage
from thidua.paper.sign.names import BLANKS
from thidua.paper.sign.picture import blank_mark
from thidua.paper.sign.places import Box
from thidua.paper.sign.reserve import written


def fill_in(pdf: bytes, *, number: str, day: date) -> bytes:
    """The paper with its number and day in their blanks (ghi số, ngày): appended, the signed bytes stay.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3, II.4.
    """
    month = f"{day.month:02}" if day.month <= 2 else str(day.month)
    words = {"So": number, "Ngay": f"{day.day:02}", "Thang": month, "Nam": str(day.year)}
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    for reference in writer.root["/AcroForm"]["/Fields"]:
        field = reference.get_object()
        name = field.get("/T")
        if name in BLANKS:
            _write(writer, field, words[name])
            writer.mark_update(reference)
    return written(writer)


def _write(writer: IncrementalPdfFileWriter, field: generic.DictionaryObject, text: str) -> None:
    left, bottom, right, top = (float(value) for value in field["/Rect"])
    box = Box(0, left, bottom, right, top)
    name = field["/T"]
    align = {"So": "right", "Nam": "left"}.get(name, "center")
    drawn = DrawnPage(blank_mark(box, text, italic=name != "So", align=align))
    drawn.set_writer(writer)
    shown = drawn.as_form_xobject()
    field[pdf_name("/V")] = pdf_string(text)
    field[pdf_name("/AP")] = generic.DictionaryObject({pdf_name("/N"): writer.add_object(shown)})
