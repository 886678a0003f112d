"""The picture shown where a public page is shared (ảnh chia sẻ): made by us, gone with the page."""

from __future__ import annotations

from hashlib import sha256

from django.core.cache import cache
from django.http import HttpResponse

from thidua.campaigns.queries.example import public_role_model
from thidua.paper.share import ShareWords, share_picture
from thidua.publicity.queries import public_campaign, public_piece
from thidua.web.requests import OfficeRequest
from thidua.web.views.public import office_of, shown_to_all
from thidua.web.wording import vn_date


def shared(words: ShareWords) -> HttpResponse:
    """The picture, drawn once for the same words."""
    key = f"share:{sha256(repr(words).encode()).hexdigest()}"
    drawn = cache.get(key)
    if drawn is None:
        drawn = share_picture(words)
        cache.set(key, drawn)
    return HttpResponse(drawn, content_type="image/png")


@shown_to_all
def campaign(request: OfficeRequest, slug: str) -> HttpResponse:
    """The theme of a campaign."""
    unit = office_of(request)
    found = public_campaign(unit, slug)
    return shared(ShareWords(found.short_title, found.theme or found.title, unit.name))


@shown_to_all
def news(request: OfficeRequest, slug: str) -> HttpResponse:
    """The title of a piece of news."""
    unit = office_of(request)
    found = public_piece(unit, slug)
    return shared(ShareWords(f"Tin ngày {vn_date(found.published_on)}", found.title, unit.name))


@shown_to_all
def role_model(request: OfficeRequest, slug: str) -> HttpResponse:
    """The deed of a role model, and who."""
    unit = office_of(request)
    found = public_role_model(unit, slug)
    return shared(ShareWords(f"Gương tốt: {found.name}", found.title, unit.name))
