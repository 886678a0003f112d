"""What a file really is, whatever its name says (nhận dạng tệp)."""

from __future__ import annotations

from thidua.reading.source import Unreadable

MEGABYTE = 1024 * 1024
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PHOTOS = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
_PHOTO_NAMES = {".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".heic", ".webp"}


def is_photo(data: bytes) -> bool:
    """Whether the bytes are a picture (ảnh chụp), under whatever name."""
    return data.startswith(_PHOTOS) or data[4:12] in (b"ftypheic", b"ftypmif1") or data[8:12] == b"WEBP"


def check_bytes(suffix: str, data: bytes, *, max_bytes: int) -> None:
    """Refuse what no reader can do anything with; raises `Unreadable`."""
    if not data.strip(b"\x00 \t\r\n"):
        raise Unreadable("Tệp rỗng; hãy chọn lại đúng tệp kế hoạch.")
    if len(data) > max_bytes:
        limit = f"{max_bytes / MEGABYTE:g}".replace(".", ",")
        raise Unreadable(f"Tệp lớn hơn {limit} MB; hãy tách nhỏ hoặc giảm dung lượng rồi gửi lại.")
    if suffix in _PHOTO_NAMES or (suffix != ".txt" and is_photo(data)):
        raise Unreadable(
            "Tệp là ảnh chụp, không có chữ để đọc; hãy gửi bản .docx hoặc .pdf xuất từ máy tính."
        )
    if suffix == ".doc":
        raise Unreadable(
            "Tệp .doc là định dạng cũ; hãy mở bằng Word, chọn Lưu thành (Save As) .docx rồi gửi lại."
        )
    if data.startswith(OLE) and suffix not in (".xls", ".xlsx"):
        _refuse_compound(data)


def _refuse_compound(data: bytes) -> None:
    """A compound file under a modern name is locked by a password, or an old Word file renamed."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise Unreadable("Tệp được đặt mật khẩu; hãy bỏ mật khẩu rồi gửi lại.")
    raise Unreadable(
        "Tệp thực ra là Word cũ (.doc) đã đổi tên; hãy mở bằng Word và Lưu thành .docx rồi gửi lại."
    )
