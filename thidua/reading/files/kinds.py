"""What a file really is, whatever its name says (nhận dạng tệp)."""

from __future__ import annotations

from thidua.reading.source import Unreadable

MEGABYTE = 1024 * 1024
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PICTURES = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".bmp"})
_PHOTOS = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
_APPLE = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypmsf1")


class Scanned(Unreadable):
    """The file holds pictures of pages (bản quét, ảnh chụp): its letters have to be recognised page by
    page."""


def is_photo(data: bytes) -> bool:
    """Whether the bytes are a picture (ảnh chụp), under whatever name."""
    return data.startswith(_PHOTOS) or data[4:12] in _APPLE or data[8:12] == b"WEBP"


def check_bytes(suffix: str, data: bytes, *, max_bytes: int) -> None:
    """Refuse what no reader can do anything with; raises `Unreadable`."""
    if not data.strip(b"\x00 \t\r\n"):
        raise Unreadable("Tệp rỗng; hãy chọn lại đúng tệp kế hoạch.")
    if len(data) > max_bytes:
        limit = f"{max_bytes / MEGABYTE:g}".replace(".", ",")
        raise Unreadable(f"Tệp lớn hơn {limit} MB; hãy tách nhỏ hoặc giảm dung lượng rồi gửi lại.")
    if suffix == ".heic" or data[4:12] in _APPLE:
        raise Unreadable("Ảnh HEIC của iPhone chưa đọc được; hãy lưu ảnh thành .jpg rồi gửi lại.")
    if suffix not in PICTURES and suffix != ".txt" and is_photo(data):
        raise Unreadable(
            "Tệp thực ra là ảnh đã đổi tên; hãy gửi lại đúng tên ảnh (.jpg, .png), hoặc bản .docx."
        )
    if data.startswith(OLE) and suffix not in (".doc", ".xls", ".xlsx"):
        _refuse_compound(data)


def _refuse_compound(data: bytes) -> None:
    """A compound file under a modern name is locked by a password, or an old Word file renamed."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise Unreadable("Tệp được đặt mật khẩu; hãy bỏ mật khẩu rồi gửi lại.")
    raise Unreadable("Tệp thực ra là Word cũ (.doc) đã đổi tên; hãy đặt lại đuôi .doc rồi gửi lại.")
