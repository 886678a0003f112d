"""What an archive asks of a PDF (PDF/A-2, ISO 19005-2), looked up in the file, not in what it claims."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf

ACTIONS = {"/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/JavaScript", "/Hide", "/SetOCGState"}
BLENDS = {
    "/Normal", "/Compatible", "/Multiply", "/Screen", "/Overlay", "/Darken", "/Lighten", "/ColorDodge",
    "/ColorBurn", "/HardLight", "/SoftLight", "/Difference", "/Exclusion", "/Hue", "/Saturation",
    "/Color", "/Luminosity",
}  # fmt: skip
PAINT_CMYK = {"k", "K"}
SHOWS = {"Tj", "TJ", "'", '"'}
DEEPEST = 28  # saved graphics states


def faults_of(pdf: bytes, *, tagged: bool = True) -> list[str]:
    """What PDF/A-2b forbids, and with `tagged` what PDF/A-2a asks besides; none for a good file."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        found = [*_file(pdf, opened), *_catalog(opened), *_metadata(opened), *_objects(opened)]
        for number, page in enumerate(opened.pages, start=1):
            found += [f"trang {number}: {fault}" for fault in _page(page, tagged=tagged)]
        return found + (list(_tags(opened)) if tagged else [])


def _file(pdf: bytes, opened: pikepdf.Pdf) -> Iterator[str]:
    if not re.match(rb"%PDF-1\.[0-7]\r?\n%[\x80-\xff]{4}", pdf):
        yield "đầu tệp không có phiên bản và dòng nhị phân"
    if opened.is_encrypted:
        yield "tệp bị mã hóa"
    if len(opened.trailer.get("/ID", [])) != 2:
        yield "thiếu mã số của tệp"


def _catalog(opened: pikepdf.Pdf) -> Iterator[str]:
    root = opened.Root
    for key in ("/AA", "/OpenAction", "/NeedsRendering", "/Requirements", "/Collection"):
        if key in root:
            yield f"danh mục có {key}"
    for key in ("/JavaScript", "/EmbeddedFiles", "/AlternatePresentations"):
        if key in root.get("/Names", {}):
            yield f"danh mục có tên {key}"
    form = root.get("/AcroForm", {})
    if "/XFA" in form or form.get("/NeedAppearances", False):
        yield "biểu mẫu chưa vẽ"
    yield from _colours(root)


def _colours(root: Any) -> Iterator[str]:
    intents = [one for one in root.get("/OutputIntents", []) if one.S == "/GTS_PDFA1"]
    if len(intents) != 1:
        yield "không có đúng một mục đích in"
    for one in intents:
        profile = one.DestOutputProfile.read_bytes()
        if profile[16:20] != b"RGB " or profile[36:40] != b"acsp" or profile[8] > 4:
            yield "hồ sơ màu không phải RGB của ICC 4 trở xuống"


def _metadata(opened: pikepdf.Pdf) -> Iterator[str]:
    stream = opened.Root.get("/Metadata")
    if stream is None or "/Filter" in stream:
        yield "siêu dữ liệu thiếu hoặc bị nén"
        return
    title = str(opened.docinfo.get("/Title", ""))
    with opened.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as held:
        if held.get("pdfaid:part") != "2":
            yield "không khai là PDF/A-2"
        if title and held.get("dc:title") != title:
            yield "tên trong siêu dữ liệu khác tên của tệp"


def _objects(opened: pikepdf.Pdf) -> Iterator[str]:
    for one in opened.objects:
        if not isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            continue
        yield from _font(one) if one.get("/Type") == "/Font" else ()
        yield from _graphics(one)
        if one.get("/S") in ACTIONS and "/P" not in one:
            yield f"có hành động {one.S}"
        if one.get("/Type") == "/Filespec" or one.get("/Subtype") in ("/PS", "/Movie", "/Sound", "/3D"):
            yield f"có đối tượng cấm {one.get('/Subtype', '/Filespec')}"


def _font(font: Any) -> Iterator[str]:
    name = str(font.get("/BaseFont", "?"))
    if font.Subtype == "/Type0":
        inner = font.DescendantFonts[0]
        if "/ToUnicode" not in font:
            yield f"{name}: không tra được chữ"
        if str(font.Encoding) not in ("/Identity-H", "/Identity-V"):
            yield f"{name}: bảng mã không nhúng"
        if inner.Subtype == "/CIDFontType2" and "/CIDToGIDMap" not in inner:
            yield f"{name}: thiếu bảng hình chữ"
        yield from _embedded(inner, name)
    elif font.Subtype not in ("/CIDFontType0", "/CIDFontType2", "/Type3"):
        yield from _embedded(font, name)


def _embedded(font: Any, name: str) -> Iterator[str]:
    about = font.get("/FontDescriptor", {})
    if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(about.keys()):
        yield f"{name}: phông không nhúng"
    if not re.match(r"/[A-Z]{6}\+", name):
        yield f"{name}: phông không rút gọn"


def _graphics(one: Any) -> Iterator[str]:
    if "/TR" in one and one.get("/Type") == "/ExtGState":
        yield "có hàm chuyển màu"
    if str(one.get("/BM", "/Normal")) not in BLENDS and one.get("/Type") == "/ExtGState":
        yield f"cách hòa màu lạ {one.BM}"
    if one.get("/Subtype") == "/Image":
        if one.get("/Interpolate", False) or "/Alternates" in one or "/OPI" in one:
            yield "ảnh được làm mịn hoặc thay thế"
        if "/DeviceCMYK" in str(one.get("/ColorSpace", "")):
            yield "ảnh CMYK"
    if isinstance(one, pikepdf.Stream):
        filters = one.get("/Filter", [])
        named = [str(filters)] if isinstance(filters, pikepdf.Name) else [str(name) for name in filters]
        if {"/LZWDecode", "/Crypt"} & set(named) or "/F" in one:
            yield f"dòng dữ liệu {named} bị cấm"


def _page(page: pikepdf.Page, *, tagged: bool) -> Iterator[str]:
    if "/AA" in page.obj or "/PresSteps" in page.obj:
        yield "trang tự chạy"
    for note in page.obj.get("/Annots", []):
        if int(note.get("/F", 0)) & 0b100111 != 0b100 and note.Subtype != "/Popup":
            yield "chú thích không in ra"
    yield from _drawn(page, tagged=tagged)


def _drawn(page: pikepdf.Page, *, tagged: bool) -> Iterator[str]:
    inside, depth = 0, 0
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        inside += {"BDC": 1, "BMC": 1, "EMC": -1}.get(name, 0)
        depth += {"q": 1, "Q": -1}.get(name, 0)
        if name in PAINT_CMYK or "/DeviceCMYK" in [str(one) for one in operands]:
            yield "màu CMYK"
        if name in SHOWS and tagged and not inside:
            yield "chữ ngoài thẻ"
        if depth > DEEPEST:
            yield "lưu nét quá sâu"
    if inside or depth:
        yield "thẻ hoặc nét không đóng"


def _tags(opened: pikepdf.Pdf) -> Iterator[str]:
    root = opened.Root
    if not root.get("/MarkInfo", {}).get("/Marked", False) or "/StructTreeRoot" not in root:
        yield "không có cây thẻ"
        return
    if not str(root.get("/Lang", "")).startswith("vi"):
        yield "không khai tiếng Việt"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "trình xem không hiện tên văn bản"
    if not str(opened.docinfo.get("/Title", "")):
        yield "tệp không có tên"
    yield from _headings(root)
    for one in _elements(root.StructTreeRoot):
        if one.S == "/Figure" and "/Alt" not in one:
            yield "hình không có lời thay"
        if one.S == "/TR" and {str(cell.S) for cell in _children(one)} - {"/TH", "/TD"}:
            yield "hàng của bảng chứa thứ không phải ô"


def _headings(root: Any) -> Iterator[str]:
    levels = [int(str(one.S)[2:]) for one in _elements(root.StructTreeRoot) if re.match(r"/H\d", str(one.S))]
    for before, after in zip([0, *levels], levels, strict=False):
        if after > before + 1:
            yield f"đề mục nhảy từ H{before} xuống H{after}"


def _children(element: Any) -> list[Any]:
    held = element.get("/K", [])
    kids = list(held) if isinstance(held, pikepdf.Array) else [held]
    return [one for one in kids if isinstance(one, pikepdf.Dictionary) and "/S" in one]


def _elements(element: Any) -> Iterator[Any]:
    for one in _children(element):
        yield one
        yield from _elements(one)
