"""Pictures of pages (ảnh trang): a page of a PDF or of a scan, and photos, as one upright picture."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import PurePath

from PIL import Image, ImageOps, ImageSequence

from thidua.reading.files.kinds import PICTURES
from thidua.reading.files.pdf import opened
from thidua.reading.source import Unreadable

_FORMATS = ("JPEG", "PNG", "TIFF", "WEBP", "BMP")
_MOST_DOTS = 40_000_000  # a page of A4 at 600 dots per inch has 35 million
_MOST_FRAMES = 100
_POINTS = 72  # of a PDF to the inch
_LONGEST = 5_000  # dots along the longer side of a picture that is drawn from a PDF
# What Pillow says of broken pictures, depending on where it stumbles.
_BROKEN = (
    OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError, ArithmeticError, struct.error,
    zlib.error,
)  # fmt: skip
_DAMAGED = "Ảnh bị hỏng, không mở được; hãy chụp hoặc quét lại rồi gửi lại."
_HUGE = "Ảnh quá lớn; hãy giảm độ phân giải (300 dpi là đủ) rồi gửi lại."


def is_picture(name: str) -> bool:
    """Whether a file is a photo or a scan by its name (tệp ảnh)."""
    return PurePath(name).suffix.lower() in PICTURES


def page_count(name: str, data: bytes) -> int:
    """How many pages a PDF, scan or photo has (số trang); raises `Unreadable`."""
    if not is_picture(name):
        with opened(data) as document:
            return len(document)
    with _opened(data) as image:
        frames = int(getattr(image, "n_frames", 1))
    if frames > _MOST_FRAMES:
        raise Unreadable(f"Tệp ảnh có {frames} trang, quá dài; hãy tách riêng kế hoạch rồi gửi lại.")
    return frames


def page_image(name: str, data: bytes, page: int, *, dots: int = 300) -> Image.Image:
    """The picture of page `page` (from 1) of a PDF at so many dots per inch, or a photo as it is, upright.

    Raises `Unreadable` for a file that is damaged or too large, and for a page that is not there.
    """
    if is_picture(name):
        return _photo(data, page)
    with opened(data) as document:
        if not 1 <= page <= len(document):
            raise Unreadable(_missing(page))
        document.init_forms()  # numbers and days are stamped on as form fields
        with closing(document[page - 1]) as sheet:
            scale = min(dots / _POINTS, _LONGEST / max(*sheet.get_size(), 1))
            drawn: Image.Image = sheet.render(scale=scale).to_pil().convert("RGB")
            return drawn


def page_png(name: str, data: bytes, page: int, *, width: int = 1240) -> bytes:
    """The picture of page `page` (from 1) as PNG bytes, at most `width` dots wide (ảnh trang để xem)."""
    image = page_image(name, data, page, dots=150)
    if image.width > width:
        image = image.resize((width, max(image.height * width // image.width, 1)), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=False)
    return out.getvalue()


def _photo(data: bytes, page: int) -> Image.Image:
    with _opened(data) as image:
        for number, frame in enumerate(ImageSequence.Iterator(image), start=1):
            if number == page:
                return ImageOps.exif_transpose(frame).convert("RGB")
    raise Unreadable(_missing(page))


def _missing(page: int) -> str:
    return f"Tệp không có trang {page}; hãy mở lại trang này từ danh sách."


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    """A picture whose size is known to be bearable before any of it is unpacked."""
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
            if image.width * image.height > _MOST_DOTS:
                raise Unreadable(_HUGE)
            yield image
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Unreadable(_HUGE) from error
    except _BROKEN as error:
        raise Unreadable(_DAMAGED) from error
