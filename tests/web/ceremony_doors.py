"""The doors of the ceremony, its hall, and the photos of awards (lễ trao thưởng)."""

from __future__ import annotations

import io
from types import SimpleNamespace

from django.core.files.base import ContentFile
from PIL import Image

from tests.awards.ceremonies import arranged
from tests.awards.session_story import DAY
from tests.factories.commune import Commune
from tests.web.door import Door, Of, posts, public
from thidua.awards import certify
from thidua.awards.models import DecisionItem
from thidua.records.consent import ConsentWords
from thidua.records.models import Message

ARRANGES = "standing culture"
KEEPS = f"{ARRANGES} clerk"
CEREMONY = {
    "day": "05/6/2023", "starts": "08:00", "place": "Nhà văn hóa", "presided_by": "Chủ tịch", "host": "Khang",
    "giver": "Chủ tịch", "per_turn": "", "rows": "3", "seats": "8",
}  # fmt: skip
NO_STEPS = {"muc-TOTAL_FORMS": "0", "muc-INITIAL_FORMS": "0"}


def hold_a_ceremony(whole: Commune, of: SimpleNamespace) -> None:
    """A ceremony with guests and seats, an award with a photo one agreed to, one without consent."""
    by = {"mandate": whole.commune.culture, "on": DAY}
    of.ceremony = arranged(whole, of.judging)
    certify.assign_seats(of.ceremony, **by)
    of.place = of.ceremony.places.first()
    of.award = of.certificate.item
    others = DecisionItem.objects.filter(decision__campaign=of.judging, decision__state="issued")
    of.other_award = others.exclude(pk=of.award.pk).exclude(revocations__day__isnull=False).first()
    of.told = Message.objects.create(
        unit=whole.commune.unit, to_unit=whole.village, subject="Kết quả khen thưởng", sent_on=DAY,
        body="01 trường hợp được khen.", purpose="result_notice", about="campaigns.campaign",
        about_id=of.judging.pk,
    )  # fmt: skip
    (of.award_photo,) = certify.put_award_photos(of.award, uploads=[picture("#123456")], **by)
    certify.agree_to_photos(of.award, words=ConsentWords("Hoàng Thị Cúc", "ký phiếu", DAY), **by)


def picture(colour: str) -> ContentFile[bytes]:
    """A photo as a phone sends it."""
    held = io.BytesIO()
    Image.new("RGB", (40, 20), colour).save(held, "JPEG")
    return ContentFile(held.getvalue(), name="le-trao.jpg")


def _ceremony(of: Of) -> tuple[str]:
    return (of.ceremony.code,)


def _award(of: Of) -> tuple[object, ...]:
    return (of.ceremony.code, of.award.pk)


def _told(of: Of) -> tuple[object, ...]:
    return (of.judging.code, of.told.pk)


CEREMONIES = (
    Door("campaign-notices", lambda of: (of.judging.code,)),
    posts("draft-notices", lambda of: (of.judging.code,), ""),  # nobody is left to be told
    Door("note-told", _told, "standing clerk", data=lambda of: {"how": "giao bản in cho trưởng thôn"}),
    Door("campaign-ceremony", lambda of: (of.running.code,)),
    Door("ceremony-new", lambda of: (of.running.code,), ARRANGES, data=lambda of: CEREMONY),
    Door("ceremony", _ceremony),
    Door("ceremony-edit", _ceremony, ARRANGES, data=lambda of: CEREMONY),
    Door("ceremony-programme", _ceremony, ARRANGES, data=lambda of: NO_STEPS),
    Door("ceremony-givers", _ceremony, ARRANGES),
    Door("ceremony-guests", _ceremony, ARRANGES, data=lambda of: {"guests": "Vi Văn Khách, Bí thư"}),
    Door("ceremony-cancel", _ceremony, ARRANGES),
    posts("ceremony-move", lambda of: (of.ceremony.code, "da-to-chuc"), ARRANGES),
    Door("ceremony-readings", _ceremony, f"{KEEPS} village_head district_standing province_standing",
         data=lambda of: {f"doc-{of.award.pk}": "Hoàng Thị Cúc đọc rõ"}),
    Door("ceremony-seats", _ceremony, ARRANGES, data=lambda of: {"viec": "lai"}),
    Door("ceremony-seat", lambda of: (of.ceremony.code, of.place.pk), ARRANGES,
         data=lambda of: {"row": "3", "seat": "4"}),
    Door("ceremony-handing", _ceremony),
    Door("ceremony-photos", _ceremony),
    Door("award-photos", _award, KEEPS, data=lambda of: {"photos": picture("#654321")}),
    posts("award-photos-agree", lambda of: (of.ceremony.code, of.other_award.pk), KEEPS,
          data=lambda of: {"person_name": "Người được khen", "how": "ký phiếu", "given_on": "05/6/2023"}),
    posts("award-photos-hide", _award, KEEPS),
    posts("award-photo-out", lambda of: (*_award(of), of.award_photo.pk), KEEPS),
    public("award-photo", lambda of: (of.certificate.code, of.award_photo.pk)),
)  # fmt: skip
