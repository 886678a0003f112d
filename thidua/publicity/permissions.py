"""Who may write news and bulletins of a campaign (quyền tuyên truyền)."""

from __future__ import annotations

from datetime import date

from thidua.campaigns.models import Campaign
from thidua.campaigns.permissions.campaign import unless_closed
from thidua.law.ruling import Ruling, no, yes
from thidua.org.models import Mandate
from thidua.org.permissions import may_act
from thidua.publicity.models import Announcement

WRITERS = ("culture", "standing")


def may_write_news(mandate: Mandate, campaign: Campaign, *, on: date) -> Ruling:
    """May this mandate write news and bulletins of the campaign? (viết tin bài, bản tin): culture or
    standing officer.
    """
    return may_act(mandate, *WRITERS, on=on, unit=campaign.unit)


def may_begin_news(mandate: Mandate, campaign: Campaign, *, on: date) -> Ruling:
    """May a new piece or bulletin be begun? (viết tin mới): until the campaign closes; what is there may
    still be corrected, taken down, read out.
    """
    ruling = may_write_news(mandate, campaign, on=on)
    return unless_closed(ruling, campaign, what="viết tin, soạn bản tin mới")


def may_change_news(mandate: Mandate, news: Announcement, *, on: date) -> Ruling:
    """May the piece be rewritten, or corrected once it is out? (sửa tin)."""
    return _step(may_write_news(mandate, news.campaign, on=on), news, "draft", "published")


def may_publish_news(mandate: Mandate, news: Announcement, *, on: date) -> Ruling:
    """May the piece go out? (đăng tin): not before the campaign, and about a person only while their page
    is public.
    """
    ruling = _step(may_write_news(mandate, news.campaign, on=on), news, "draft")
    if ruling.stops:
        return ruling
    if news.campaign.state == "draft":
        return no("Phong trào chưa phát động nên chưa có trang công khai để đăng tin.", rule="news:campaign")
    role_model = news.role_model
    if role_model is not None and not (role_model.state == "published" and role_model.has_consent):
        return no(
            f"Bài gương điển hình của {role_model.name} chưa công khai hoặc đã gỡ; "
            "chưa đăng tin về người này được.",
            rule="news:consent",
        )
    return yes()


def may_take_down_news(mandate: Mandate, news: Announcement, *, on: date) -> Ruling:
    """May the piece be taken down? (gỡ tin)."""
    return _step(may_write_news(mandate, news.campaign, on=on), news, "published")


def may_reopen_news(mandate: Mandate, news: Announcement, *, on: date) -> Ruling:
    """May a piece that was taken down be written anew? (viết lại tin đã gỡ)."""
    return _step(may_write_news(mandate, news.campaign, on=on), news, "withdrawn")


def _step(ruling: Ruling, news: Announcement, *states: str) -> Ruling:
    if ruling.stops or news.state in states:
        return ruling
    return no(f"Tin này {news.state_says}; không làm được việc này ở bước đó.", rule="state:move")
