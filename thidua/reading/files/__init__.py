"""Files of the office (tệp): bytes in, lines with positions out. Anything bad is `Unreadable` with a
sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from thidua.reading.files.docx import read_docx
from thidua.reading.files.kinds import MEGABYTE, PICTURES, Scanned, check_bytes
from thidua.reading.files.office import read_office
from thidua.reading.files.pdf import read_pdf
from thidua.reading.files.plain import read_plain
from thidua.reading.source import Source, Unreadable

MAX_BYTES = 20 * MEGABYTE


def _read_picture(name: str, data: bytes) -> Source:
    raise Scanned(
        "Tệp là ảnh chụp, không có lớp chữ; hãy gửi bản .docx, hoặc để máy nhận dạng chữ từng trang."
    )


READERS: dict[str, Callable[[str, bytes], Source]] = {
    ".txt": read_plain,
    ".md": read_plain,
    ".docx": read_docx,
    ".pdf": read_pdf,
    **dict.fromkeys((".doc", ".rtf", ".odt"), read_office),
    **dict.fromkeys(PICTURES, _read_picture),
}


def open_file(name: str, data: bytes, *, max_bytes: int = MAX_BYTES) -> Source:
    """Read a file of the office (mở tệp): .txt, .md, .docx, .pdf with a text layer; .doc, .rtf, .odt where
    LibreOffice is installed.

    Raises `Scanned` for a scan or photo, which `scan.read_page` reads page by page, and `Unreadable` with a
    Vietnamese sentence for everything else; never another exception, whatever the bytes.
    """
    suffix = PurePath(name).suffix.lower()
    check_bytes(suffix, data, max_bytes=max_bytes)
    reader = READERS.get(suffix)
    if reader is None:
        shown = f"“{suffix}”" if suffix else "không có phần mở rộng"
        raise Unreadable(
            f"Chưa đọc được loại tệp này ({shown}); hãy lưu kế hoạch thành .docx, .pdf, .txt hoặc .md, hoặc "
            f"chụp ảnh .jpg, .png."
        )
    source = reader(name, data)
    if not source.text.strip():
        raise Unreadable("Tệp không có chữ nào; hãy kiểm tra lại tệp đã chọn.")
    return source
