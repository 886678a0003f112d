"""What everybody may read: the office's campaigns, role models, news, roll of honour, papers (trang công
khai).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import conditional_page, require_safe

from thidua.awards.queries.public import Honours, public_honours
from thidua.campaigns.models import Campaign
from thidua.campaigns.queries.example import (
    picture_of,
    public_role_model,
    public_role_models,
    public_was_role_model,
)
from thidua.org.models import Unit
from thidua.publicity.queries import (
    PublicPaper,
    TakingPart,
    public_campaign,
    public_campaigns,
    public_deed_count,
    public_mark,
    public_news,
    public_papers,
    public_pdf,
    public_piece,
    public_taking_part,
    public_was_news,
)
from thidua.records.attach import light_photo
from thidua.records.models import Attachment
from thidua.web.requests import OfficeRequest
from thidua.web.wording import vn_date

View = Callable[..., HttpResponseBase]
MANY_MODELS, MANY_NEWS = 6, 5


def shown_to_all(view: View) -> View:
    """A page for everybody: a browser may keep it, but asks each time, so that what was taken down is gone.

    The page as a stranger sees it is also kept here, for as long as the journal does not move.
    """

    @require_safe
    @conditional_page
    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        key = _key(request)
        kept = cache.get(key) if key else None
        response = HttpResponse(kept) if kept else view(request, *args, **kwargs)
        fresh = key and not kept and response.status_code == 200
        if fresh and isinstance(response, HttpResponse) and response["Content-Type"].startswith("text/html"):
            cache.set(key, response.content)
        own = request.mandate is not None  # type: ignore[attr-defined]
        patch_cache_control(response, no_cache=True, **({"private": True} if own else {"public": True}))
        return response

    return shown


def _key(request: HttpRequest) -> str:
    """Under which a page is kept: address, working day and end of the journal; "" for who may be somebody.

    The cookie that guards a form sent before says nothing of who reads, and these pages hold no form.
    """
    mark = "" if set(request.COOKIES) - {settings.CSRF_COOKIE_NAME} else public_mark()
    if not mark:
        return ""
    said = f"{request.get_full_path()} {request.today} {mark}"  # type: ignore[attr-defined]
    return f"public:{sha256(said.encode()).hexdigest()}"


def office_of(request: OfficeRequest) -> Unit:
    """The office whose public pages these are, or `Unit.DoesNotExist` before it is set up."""
    found = request.installation.office if request.installation else None
    if found is None:
        raise Unit.DoesNotExist
    return found


def light(photo: Attachment) -> HttpResponse:
    """A photo for everybody, small enough for a slow phone; made once."""
    key = f"light:{photo.sha256}"
    data = cache.get(key) or light_photo(photo)
    cache.set(key, data)
    return HttpResponse(data, content_type="image/jpeg")


def gone_if(was_public: Callable[[Unit, str], bool]) -> Callable[[View], View]:
    """A page whose thing was public once and is no more says so (410), and nothing else of it."""

    def decorate(view: View) -> View:
        @wraps(view)
        def looked(request: OfficeRequest, **named: str) -> HttpResponseBase:
            try:
                return view(request, **named)
            except ObjectDoesNotExist:
                if was_public(office_of(request), *named.values()):
                    return render(request, "portal/gone.html", status=410)
                raise

        return looked

    return decorate


@shown_to_all
def home(request: OfficeRequest) -> HttpResponse:
    """The office's campaigns, its newest role models and news, and who was commended."""
    unit = office_of(request)
    campaigns = list(public_campaigns(unit)[:10])
    context: dict[str, Any] = {
        "unit": unit,
        "others": campaigns[1:],
        "role_models": public_role_models(unit)[:MANY_MODELS],
        "news": public_news(unit).select_related("campaign")[:MANY_NEWS],
    }
    if campaigns:
        context |= _head(request, campaigns[0]) | {"roll": roll_of(public_honours(campaigns[0]))}
    return render(request, "portal/home.html", context)


@shown_to_all
def campaign(request: OfficeRequest, slug: str) -> HttpResponse:
    """One campaign: what it asks, who takes part, whom it found, whom it commended, its papers."""
    found = public_campaign(office_of(request), slug)
    context = _head(request, found) | {
        "contents": found.contents.all(),
        "role_models": public_role_models(found.unit, found),
        "news": public_news(found.unit, found)[:20],
        "roll": roll_of(public_honours(found)),
        "papers": sized(public_papers(found)),
    }
    return render(request, "portal/campaign.html", context)


def _head(request: OfficeRequest, found: Campaign) -> dict[str, Any]:
    """The head of a campaign: theme, countdown, figures."""
    part = public_taking_part(found, on=request.today)
    return {"campaign": found, "part": part, "boxes": _boxes(request, found, part)}


def _boxes(request: OfficeRequest, found: Campaign, part: TakingPart) -> list[dict[str, Any]]:
    ahead = [
        (f"{words} {vn_date(day)}", (day - request.today).days)
        for words, day in (("Đến hết đợt thi đua", found.ends), ("Đến ngày kỷ niệm", found.celebrated_on))
        if day is not None and day >= request.today
    ]
    boxes = [{"label": label, "before": "còn", "number": days, "after": "ngày"} for label, days in ahead[:1]]
    return [
        *boxes,
        {"label": "Đơn vị đăng ký", "number": part.registered, "after": f"trên {len(part.units)}"},
        {"label": "Việc tốt gửi về", "number": public_deed_count(found)},
    ]


def roll_of(honours: list[Honours]) -> list[dict[str, Any]]:
    """The roll of honour as its piece shows it."""
    return [
        {
            "form": honour.form,
            "paper": honour.paper.title if honour.paper else "",
            "groups": [
                {
                    "title": name.capitalize(),
                    "entries": [
                        {"name": item.called, "place": item.address, "collective": kind == "collective"}
                        for item in items
                    ],
                }
                for kind, name, items in honour.groups
            ],
        }
        for honour in honours
    ]


def sized(papers: list[PublicPaper]) -> list[dict[str, Any]]:
    """Papers with the size of their files, as a page shows them."""
    return [{"document": paper.document, "size": f"{max(1, paper.size // 1024)} KB"} for paper in papers]


@shown_to_all
def paper(request: OfficeRequest, slug: str, code: str) -> HttpResponse:
    """The PDF of an issued plan, decision or closing report."""
    data = public_pdf(public_campaign(office_of(request), slug), code)
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{code}.pdf"'
    return response


@shown_to_all
@gone_if(public_was_news)
def news(request: OfficeRequest, slug: str) -> HttpResponse:
    """One piece of news."""
    piece = public_piece(office_of(request), slug)
    return render(request, "portal/news.html", {"news": piece, "campaign": piece.campaign})


@shown_to_all
@gone_if(public_was_role_model)
def role_model(request: OfficeRequest, slug: str) -> HttpResponse:
    """The page of a role model; once taken away it says nothing of the person."""
    found = public_role_model(office_of(request), slug)
    return render(
        request, "portal/role_model.html", {"role_model": found, "has_picture": picture_of(found) is not None}
    )


@shown_to_all
def picture(request: OfficeRequest, slug: str) -> HttpResponse:
    """The photo of a role model, as long as the page is public."""
    photo = picture_of(public_role_model(office_of(request), slug))
    if photo is None:
        raise Attachment.DoesNotExist
    return light(photo)
