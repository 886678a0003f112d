"""The photos of a role model: put in with the person's consent, taken out for good (ảnh gương điển hình)."""

from __future__ import annotations

from datetime import date

from django.core.files.base import File
from django.db import transaction

from thidua.campaigns.models import RoleModel
from thidua.campaigns.permissions.example import may_change_role_model
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.records.attach import attach, detach, require_photo
from thidua.records.models import Attachment
from thidua.records.queries.files import files_of


@transaction.atomic
def put_photo(
    role_model: RoleModel, *, upload: File[bytes], agreed: bool, mandate: Mandate, on: date
) -> Attachment:
    """Put a photo on the page of a role model (gắn ảnh); the newest one is what everybody sees.

    Effects: the photo loses what the camera wrote into it; a journal line. Raises `Refused` for anything but
    a photo, and unless the person (or guardian) agrees to this photo.
    Căn cứ: Điều 32 Bộ luật Dân sự 2015 (quyền đối với hình ảnh; chưa đối chiếu văn bản gốc).
    """
    may_change_role_model(mandate, role_model, on=on).require()
    if not agreed:
        raise Refused(
            no(
                "Hãy hỏi người được nêu gương (hoặc người giám hộ) rồi đánh dấu đồng ý dùng ảnh.",
                rule="role-model:photo",
            )
        )
    require_photo(upload)
    return attach(upload, about=role_model, purpose="photo", mandate=mandate, on=on)


@transaction.atomic
def take_photo_out(role_model: RoleModel, *, photo: Attachment, mandate: Mandate, on: date) -> None:
    """Take a photo of the page away for good (bỏ ảnh): the file is deleted, the journal keeps its seal.

    Raises `Refused` when the photo is not (or no longer) one of this page. Căn cứ: Điều 32 Bộ luật Dân sự
    2015 (quyền đối với hình ảnh; chưa đối chiếu văn bản gốc).
    """
    may_change_role_model(mandate, role_model, on=on).require()
    if not files_of(role_model, "photo").filter(pk=photo.pk).exists():
        raise Refused(no("Ảnh này không còn ở bài; hãy tải lại trang.", rule="role-model:photo"))
    detach(photo, about=role_model, mandate=mandate, on=on)
