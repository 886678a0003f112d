"""A printed paper with reserved places (tệp chờ ký số): fields for number, day and both signatures."""

from __future__ import annotations

import io

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import FieldMDPAction, FieldMDPSpec, SigFieldSpec, append_signature_field

from thidua.paper.sign.names import BLANKS, HEAD, ORGANISATION
from thidua.paper.sign.places import Box, Places

READ_ONLY, SHOWN_IN_PRINT = 1, 4


def prepare(pdf: bytes, *, places: Places, ink: Box, seal: Box) -> bytes:
    """Reserve the places in a printed paper (dành sẵn chỗ ký); the text of its pages stays as it is.

    The signature of the organisation locks number and day, where the paper waits for them: a certificate has
    both already. Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục
    II.3, II.4, II.7.d, II.8.
    """
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    form = generic.DictionaryObject(
        {pdf_name("/Fields"): generic.ArrayObject(), pdf_name("/SigFlags"): generic.NumberObject(3)}
    )
    writer.root[pdf_name("/AcroForm")] = writer.add_object(form)
    shown = {pdf_name("/DisplayDocTitle"): generic.BooleanObject(True)}
    writer.root[pdf_name("/ViewerPreferences")] = generic.DictionaryObject(shown)
    writer.update_root()
    for name, box in places.blanks.items():
        form["/Fields"].append(_blank(writer, name, box))
    locked = FieldMDPSpec(FieldMDPAction.INCLUDE, list(BLANKS)) if places.blanks else None
    for name, box, lock, told in (
        (HEAD, ink, None, "Chữ ký của người có thẩm quyền"),
        (ORGANISATION, seal, locked, "Chữ ký của cơ quan, tổ chức"),
    ):
        append_signature_field(
            writer,
            SigFieldSpec(
                name, on_page=box.page, box=rectangle(box), field_mdp_spec=lock, readable_field_name=told
            ),
        )
    return written(writer)


def is_prepared(pdf: bytes) -> bool:
    """True for a file with our reserved places (tệp chờ ký của phần mềm này)."""
    try:
        fields = PdfFileReader(io.BytesIO(pdf)).root["/AcroForm"]["/Fields"]
        return {HEAD, ORGANISATION, *BLANKS} <= {field.get_object().get("/T") for field in fields}
    except (PdfReadError, KeyError):
        return False


def rectangle(box: Box) -> tuple[int, int, int, int]:
    """The box as the library takes it: it writes fractions of a point too, whatever its type says."""
    left, bottom, right, top = (round(value, 2) for value in (box.left, box.bottom, box.right, box.top))
    return left, bottom, right, top  # type: ignore[return-value]


def written(writer: IncrementalPdfFileWriter) -> bytes:
    """The file with what was appended."""
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _blank(writer: IncrementalPdfFileWriter, name: str, box: Box) -> generic.IndirectObject:
    """A text field over a blank, empty and closed to typing: it is filled in by `fill_in` alone."""
    page, _ = writer.find_page_for_modification(box.page)
    nothing = generic.StreamObject(
        {
            pdf_name("/Type"): pdf_name("/XObject"),
            pdf_name("/Subtype"): pdf_name("/Form"),
            pdf_name("/BBox"): _numbers(0, 0, box.width, box.height),
        },
        stream_data=b"",
    )
    field = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/Widget"),
            pdf_name("/FT"): pdf_name("/Tx"),
            pdf_name("/T"): pdf_string(name),
            pdf_name("/TU"): pdf_string(BLANKS[name]),
            pdf_name("/Ff"): generic.NumberObject(READ_ONLY),
            pdf_name("/F"): generic.NumberObject(SHOWN_IN_PRINT),
            pdf_name("/Rect"): _numbers(box.left, box.bottom, box.right, box.top),
            pdf_name("/P"): page,
            pdf_name("/AP"): generic.DictionaryObject({pdf_name("/N"): writer.add_object(nothing)}),
        }
    )
    reference = writer.add_object(field)
    writer.register_annotation(page, reference)
    return reference


def _numbers(*values: float) -> generic.ArrayObject:
    return generic.ArrayObject([generic.FloatObject(round(value, 2)) for value in values])


def box_of(pdf: bytes, name: str) -> Box:
    """The box of a reserved field (khung của chỗ ký)."""
    for reference in PdfFileReader(io.BytesIO(pdf)).root["/AcroForm"]["/Fields"]:
        field = reference.get_object()
        if field.get("/T") == name:
            left, bottom, right, top = (float(value) for value in field["/Rect"])
            return Box(0, left, bottom, right, top)
    raise KeyError(name)
