"""The photos of an award (ảnh trao thưởng): kept at once, public only with consent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.core.files.base import File
from django.db import transaction

from thidua.awards.models import DecisionItem
from thidua.awards.permissions.ceremony import may_keep_photos
from thidua.awards.queries.award_photos import MOST_PHOTOS, consent_to_photos, photos_of
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.records.attach import attach, detach, require_photo
from thidua.records.consent import ConsentWords, record_consent, withdraw_consent
from thidua.records.models import Attachment, Consent


@transaction.atomic
def put_award_photos(
    item: DecisionItem, *, uploads: Sequence[File[bytes]], mandate: Mandate, on: date
) -> list[Attachment]:
    """Keep photos of the handing over with the award (lưu ảnh trao thưởng) and return them.

    Effects: each photo is made smaller and loses what the camera wrote into it, the place too; it stays in
    the office until the awarded agree. Raises `Refused` for anything but photos and for too many.
    Căn cứ: Điều 32 Bộ luật Dân sự 2015 (quyền đối với hình ảnh; chưa đối chiếu văn bản gốc).
    """
    may_keep_photos(mandate, item, on=on).require()
    if len(uploads) + photos_of(item).count() > MOST_PHOTOS:
        sentence = f"Mỗi khen thưởng giữ nhiều nhất {MOST_PHOTOS} ảnh; hãy bỏ bớt ảnh cũ."
        raise Refused(no(sentence, rule="award_photo:many"))
    for upload in uploads:
        require_photo(upload)
    return [attach(one, about=item, purpose="award_photo", mandate=mandate, on=on) for one in uploads]


@transaction.atomic
def take_award_photo_out(item: DecisionItem, *, photo: Attachment, mandate: Mandate, on: date) -> None:
    """Take a photo of an award away for good (bỏ ảnh trao thưởng).

    Raises `Refused` when it is none of this award. Căn cứ: Điều 32 Bộ luật Dân sự 2015 (chưa đối chiếu văn
    bản gốc).
    """
    may_keep_photos(mandate, item, on=on).require()
    if not photos_of(item).filter(pk=photo.pk).exists():
        raise Refused(no("Ảnh này không còn ở đây; hãy tải lại trang.", rule="award_photo:gone"))
    detach(photo, about=item, mandate=mandate, on=on)


@transaction.atomic
def agree_to_photos(item: DecisionItem, *, words: ConsentWords, mandate: Mandate, on: date) -> Consent:
    """Note that the awarded, or the guardian, agrees that the photos are public (đồng ý công khai ảnh).

    Raises `Refused` while an earlier consent stands. Căn cứ: Điều 32 Bộ luật Dân sự 2015 (chưa đối chiếu văn
    bản gốc).
    """
    may_keep_photos(mandate, item, on=on).require()
    if consent_to_photos(item) is not None:
        raise Refused(no("Đã ghi đồng ý công khai ảnh của khen thưởng này.", rule="award_photo:agreed"))
    return record_consent(item, words=words, mandate=mandate, on=on)


@transaction.atomic
def hide_photos(item: DecisionItem, *, reason: str, mandate: Mandate, on: date) -> None:
    """Note that the consent is taken back (rút lại đồng ý): the photos leave the public page at once.

    Raises `Refused` when no consent stands. Căn cứ: Điều 32 Bộ luật Dân sự 2015 (chưa đối chiếu văn bản gốc).
    """
    may_keep_photos(mandate, item, on=on).require()
    consent = consent_to_photos(item)
    if consent is None:
        raise Refused(
            no("Chưa ghi đồng ý công khai ảnh, không có gì để rút lại.", rule="award_photo:private")
        )
    withdraw_consent(consent, reason=reason, mandate=mandate, on=on)
