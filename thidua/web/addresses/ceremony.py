"""Addresses of the ceremony: arranging, the hall, the handing over, photos; and of the notices (lễ trao)."""

from django.urls import path, register_converter
from django.urls.converters import SlugConverter

from thidua.web.views import award_photos, ceremony, hall, notices


class CeremonyMove(SlugConverter):
    """A move of a ceremony that has an address."""

    regex = "da-to-chuc|mo-lai"


register_converter(CeremonyMove, "ceremony_move")

ONE = "le-trao/<slug:code>/"
AWARD = f"{ONE}anh/<uuid:pk>/"
urlpatterns = [
    path("dot/<slug:code>/le-trao/", ceremony.of_campaign, name="campaign-ceremony"),
    path("dot/<slug:code>/bao-ket-qua/", notices.notices, name="campaign-notices"),
    path("dot/<slug:code>/bao-ket-qua/soan/", notices.draft_all, name="draft-notices"),
    path("dot/<slug:code>/bao-ket-qua/<uuid:pk>/", notices.told, name="note-told"),
    path("dot/<slug:code>/le-trao/moi/", ceremony.new, name="ceremony-new"),
    path(ONE, ceremony.ceremony, name="ceremony"),
    path(f"{ONE}sua/", ceremony.edit, name="ceremony-edit"),
    path(f"{ONE}chuong-trinh/", ceremony.programme, name="ceremony-programme"),
    path(f"{ONE}nguoi-trao/", ceremony.givers, name="ceremony-givers"),
    path(f"{ONE}huy/", ceremony.cancel, name="ceremony-cancel"),
    path(f"{ONE}khach-moi/", hall.guests, name="ceremony-guests"),
    path(f"{ONE}doc-ten/", hall.readings, name="ceremony-readings"),
    path(f"{ONE}cho-ngoi/", hall.seats, name="ceremony-seats"),
    path(f"{ONE}cho-ngoi/<uuid:pk>/", hall.seat, name="ceremony-seat"),
    path(f"{ONE}trao/", hall.handing, name="ceremony-handing"),
    path(f"{ONE}anh/", award_photos.awards, name="ceremony-photos"),
    path(AWARD, award_photos.photos, name="award-photos"),
    path(f"{AWARD}dong-y/", award_photos.agree, name="award-photos-agree"),
    path(f"{AWARD}rut-lai/", award_photos.hide, name="award-photos-hide"),
    path(f"{AWARD}<uuid:photo>/bo/", award_photos.take_out, name="award-photo-out"),
    path(f"{ONE}<ceremony_move:to>/", ceremony.move, name="ceremony-move"),
    path("kiem-tra/<slug:code>/anh/<uuid:photo>/", award_photos.public_photo, name="award-photo"),
]
