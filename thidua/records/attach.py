"""Attach a file (đính kèm tệp): known by its content, never by its name, and harmless before it is kept."""

from __future__ import annotations

import hashlib
import io
import re
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from django.core.files.base import ContentFile, File
from django.db import transaction
from django.db.models import Model
from PIL import Image, ImageOps, UnidentifiedImageError

from thidua.journal.actors import VISITOR
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit
from thidua.reading.files.archive import Archive
from thidua.reading.files.kinds import MEGABYTE, OLE, is_photo
from thidua.reading.files.plain import decode
from thidua.reading.source import Unreadable
from thidua.records.models import Attachment
from thidua.vietnamese.text import squeeze

MAX_BYTES = 25 * MEGABYTE
MAX_PIXELS = 60_000_000
LONGEST_SIDE = 1600  # pixels: enough to print a photo on half a page
LIGHT = 40_000  # bytes of a photo on a page for everybody, beside the page itself on a 2G phone
_LIGHTER = ((640, 75), (640, 50), (480, 40))  # longest side and quality, tried in turn
ACCEPTED = ".pdf, .docx, .xlsx, .png, .jpg, .txt"
_INVISIBLE = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|]")


@dataclass(frozen=True)
class Kind:
    """A type of file that may be kept (loại tệp): media type, ending, and the endings it may come under."""

    media: str
    ending: str
    comes_as: tuple[str, ...]


PDF = Kind("application/pdf", ".pdf", (".pdf",))
DOCX = Kind("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", (".docx",))
XLSX = Kind("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx", (".xlsx",))
PNG = Kind("image/png", ".png", (".png",))
JPEG = Kind("image/jpeg", ".jpg", (".jpg", ".jpeg", ".jfif"))
TEXT = Kind("text/plain; charset=utf-8", ".txt", (".txt", ".md", ".csv", ".tsv"))


def kind_of(upload: File[bytes]) -> Kind:
    """What a file really is (loại tệp theo nội dung). Raises `Refused` when it may not be kept."""
    if not upload.size:
        raise _refused("Tệp rỗng; hãy chọn lại đúng tệp.")
    if upload.size > MAX_BYTES:
        raise _refused(
            f"Tệp lớn hơn {MAX_BYTES // MEGABYTE} MB; hãy tách nhỏ hoặc giảm dung lượng rồi gửi lại."
        )
    data = _bytes(upload)
    kind = _sniffed(data)
    suffix = PurePath(upload.name or "").suffix.lower()
    if suffix not in kind.comes_as:
        raise _refused(
            f"Tệp mang đuôi “{suffix}” nhưng nội dung là {kind.ending}; "
            "hãy chọn đúng tệp hoặc đổi lại đuôi rồi gửi lại."
        )
    return kind


def kind_by_content(data: bytes) -> Kind:
    """What bytes without a name are (loại tệp theo nội dung). Raises `Refused` when they may not be kept."""
    return _sniffed(data)


@transaction.atomic
def attach(upload: File[bytes], *, about: Model, purpose: str, mandate: Mandate, on: date) -> Attachment:
    """Keep a file with the thing it belongs to (đính kèm tệp); the same file twice is kept once.

    Photos are set upright, made no larger than 1600 pixels and lose what the camera wrote into them. The
    calling verb has checked that the mandate may. Effects: a journal line. Raises `Refused` for anything but
    the accepted kinds. Căn cứ: không (quy ước nội bộ).
    """
    return _keep(upload, about=about, purpose=purpose, keeper=mandate, on=on)


@transaction.atomic
def attach_from_visitor(upload: File[bytes], *, about: Model, purpose: str, on: date) -> Attachment:
    """Keep a photo that came through the public pages (ảnh của khách) with a thing that has a unit, and
    journal it.

    Raises `Refused` for anything but a photo. Căn cứ: không (quy ước nội bộ).
    """
    require_photo(upload)
    return _keep(upload, about=about, purpose=purpose, keeper=None, on=on)


def require_photo(upload: File[bytes]) -> None:
    """Raise `Refused` for anything but a photo that may be kept (chỉ nhận ảnh)."""
    if kind_of(upload) not in (PNG, JPEG):
        raise _refused("Chỉ nhận ảnh .jpg hoặc .png; hãy chọn lại ảnh rồi gửi.")


@transaction.atomic
def detach(attachment: Attachment, *, about: Model, mandate: Mandate, on: date) -> None:
    """Delete a file that belongs to a thing (bỏ tệp đính kèm); once committed its bytes are gone too.

    The calling verb has checked that the mandate may. Effects: a journal line with the seal of the file.
    Căn cứ: không (quy ước nội bộ).
    """
    write(
        "detach",
        f"Bỏ tệp “{attachment.name}”.",
        actor=mandate.actor(),
        on=on,
        thing=about,
        data={"attachment": str(attachment.pk), "sha256": attachment.sha256, "purpose": attachment.purpose},
    )
    storage, stored_as = attachment.file.storage, str(attachment.file.name)
    attachment.delete()
    transaction.on_commit(lambda: storage.delete(stored_as))


def _keep(upload: File[bytes], *, about: Model, purpose: str, keeper: Mandate | None, on: date) -> Attachment:
    kind = kind_of(upload)
    data = _harmless(_bytes(upload), kind)
    seal = hashlib.sha256(data).hexdigest()
    label = about._meta.label_lower
    kept = Attachment.objects.filter(about=label, about_id=about.pk, purpose=purpose, sha256=seal).first()
    if kept is not None:
        return kept
    attachment = Attachment(
        unit=_unit_of(about, keeper),
        about=label, about_id=about.pk, purpose=purpose, name=_name(upload, kind), kind=kind.media,
        size=len(data), sha256=seal, added_on=on, added_by=str(keeper) if keeper else VISITOR.name,
    )  # fmt: skip
    attachment.file.save(f"{attachment.pk}{kind.ending}", ContentFile(data), save=False)
    attachment.save(force_insert=True)
    write(
        "attach",
        f"Đính kèm tệp “{attachment.name}”.",
        actor=keeper.actor() if keeper else VISITOR,
        on=on,
        thing=about,
        data={"attachment": str(attachment.pk), "sha256": seal, "purpose": purpose},
    )
    return attachment


def _unit_of(about: Model, keeper: Mandate | None) -> Unit:
    """Whose file it is: of the unit the thing belongs to, whoever attached it for that unit; else the
    keeper's.
    """
    found = getattr(about, "unit", None) or (keeper and keeper.unit)
    assert isinstance(found, Unit)  # what a visitor may send a photo with has a unit
    return found


def _refused(sentence: str) -> Refused:
    return Refused(no(sentence, rule="attach:file"))


def _bytes(upload: File[bytes]) -> bytes:
    upload.seek(0)
    return upload.read()


def _name(upload: File[bytes], kind: Kind) -> str:
    """The name as given, without what could lead a browser or a folder astray."""
    stem = squeeze(_INVISIBLE.sub(" ", PurePath((upload.name or "").replace("\\", "/")).stem)).strip(". ")
    return f"{stem[:180] or 'tep'}{kind.ending}"


def _sniffed(data: bytes) -> Kind:
    if data.startswith(b"%PDF-"):
        return PDF
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if data.startswith(b"\xff\xd8\xff"):
        return JPEG
    if data.startswith(b"PK\x03\x04"):
        return _packed(data)
    if data.startswith(OLE):
        raise _refused(
            "Tệp Word, Excel đời cũ hoặc có mật khẩu; hãy lưu lại thành .docx, .xlsx không mật khẩu rồi gửi."
        )
    if is_photo(data):
        raise _refused("Loại ảnh này chưa nhận được; hãy lưu ảnh thành .jpg hoặc .png rồi gửi lại.")
    return _plain(data)


def _packed(data: bytes) -> Kind:
    try:
        names = Archive(data).names
    except Unreadable as unreadable:
        raise _refused(unreadable.sentence) from unreadable
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise _refused("Tệp có chứa macro nên không nhận; hãy lưu lại thành .docx hoặc .xlsx không có macro.")
    if "word/document.xml" in names:
        return DOCX
    if "xl/workbook.xml" in names:
        return XLSX
    raise _refused(f"Tệp nén không phải là Word hay Excel; chỉ nhận {ACCEPTED}.")


def _plain(data: bytes) -> Kind:
    try:
        text = decode(data)
    except Unreadable as unreadable:
        raise _refused(f"Không nhận loại tệp này; chỉ nhận {ACCEPTED}.") from unreadable
    if text.lstrip()[:200].lower().startswith(("<!doctype", "<html", "<svg", "<?xml", "<script")):
        raise _refused(f"Không nhận trang web hay tệp mã; chỉ nhận {ACCEPTED}.")
    return TEXT


def _harmless(data: bytes, kind: Kind) -> bytes:
    """The bytes to keep: a picture is drawn anew, so that nothing but its points remains."""
    if kind not in (PNG, JPEG):
        return data
    try:
        with Image.open(io.BytesIO(data), formats=["PNG", "JPEG"]) as picture:
            return _drawn_anew(picture, kind)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise _too_many_points() from bomb
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as damaged:
        raise _refused("Ảnh bị hỏng, không mở được; hãy chụp hoặc lưu lại ảnh rồi gửi.") from damaged


def _drawn_anew(picture: Image.Image, kind: Kind) -> bytes:
    if picture.width * picture.height > MAX_PIXELS:
        raise _too_many_points()
    upright = ImageOps.exif_transpose(picture)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    drawn = upright.convert("RGB" if kind is JPEG else "RGBA")
    drawn.info.clear()
    kept = io.BytesIO()
    if kind is JPEG:
        drawn.save(kept, "JPEG", quality=85, optimize=True)
    else:
        drawn.save(kept, "PNG", optimize=True)
    return kept.getvalue()


def light_photo(photo: Attachment) -> bytes:
    """The photo as a page for everybody shows it (ảnh nhẹ cho mạng chậm): JPEG, no more than `LIGHT` bytes
    unless its smallest form is larger.
    """
    made = b""
    with photo.file.open("rb") as opened, Image.open(opened, formats=["PNG", "JPEG"]) as picture:
        whole = picture.convert("RGBA")
    ground = Image.new("RGBA", whole.size, "white")
    ground.alpha_composite(whole)
    for side, quality in _LIGHTER:
        small, kept = ground.convert("RGB"), io.BytesIO()
        small.thumbnail((side, side))
        small.save(kept, "JPEG", quality=quality, optimize=True)
        made = kept.getvalue()
        if len(made) <= LIGHT:
            break
    return made


def _too_many_points() -> Refused:
    return _refused(
        f"Ảnh quá nhiều điểm ảnh (tối đa {MAX_PIXELS // 1_000_000} triệu); hãy thu nhỏ ảnh rồi gửi lại."
    )
