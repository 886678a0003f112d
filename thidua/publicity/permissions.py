"""Who may write, approve and put out news, and keep the loudspeakers (quyền tuyên truyền)."""

from __future__ import annotations

from datetime import date

from thidua.campaigns.models import Campaign
from thidua.campaigns.permissions.campaign import unless_closed
from thidua.law.ruling import Ruling, no, yes
from thidua.org.models import Mandate, Unit
from thidua.org.permissions import may_act
from thidua.publicity.models import Announcement, Broadcast
from thidua.vietnamese.dates import vn_date

WRITERS = ("culture", "standing")
APPROVERS = ("standing", "chair", "vice_chair")
HEADS = ("chair", "vice_chair")


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
    """May the draft be rewritten? (sửa tin)."""
    return _step(may_write_news(mandate, news.campaign, on=on), news, "draft")


def may_correct_news(mandate: Mandate, news: Announcement, *, on: date) -> Ruling:
    """May a piece that is out be corrected, for all to see? (đính chính)."""
    return _step(may_write_news(mandate, news.campaign, on=on), news, "published")


def may_offer_news(mandate: Mandate, news: Announcement, *, on: date) -> Ruling:
    """May the draft be laid before who approves it? (trình duyệt tin)."""
    return _step(may_write_news(mandate, news.campaign, on=on), news, "draft")


def may_hand_news_back(mandate: Mandate, news: Announcement, *, on: date) -> Ruling:
    """May the piece go back to its writer? (trả lại tin): by who approves, or by its writer."""
    ruling = may_act(mandate, *APPROVERS, *WRITERS, on=on, unit=news.unit)
    return _step(ruling, news, "offered")


def may_publish_news(mandate: Mandate, news: Announcement, *, on: date) -> Ruling:
    """May the piece go out? (duyệt, đăng tin): four eyes; not before the campaign, and about a person only
    while their page is public.

    The standing officer approves what another wrote, the chair and vice chair anything.
    """
    ruling = _step(may_act(mandate, *APPROVERS, on=on, unit=news.unit), news, "draft", "offered")
    if ruling.stops:
        return ruling
    if news.writer_id == mandate.person_id and not mandate.holds(*HEADS):
        return no("Bạn viết tin này nên người khác duyệt: hãy trình duyệt.", rule="news:own")
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
    """May the piece be taken down? (gỡ tin): by who writes and by who approves."""
    ruling = may_act(mandate, *WRITERS, *HEADS, on=on, unit=news.unit)
    return _step(ruling, news, "published")


def may_reopen_news(mandate: Mandate, news: Announcement, *, on: date) -> Ruling:
    """May a piece that was taken down be written anew? (viết lại tin đã gỡ)."""
    return _step(may_write_news(mandate, news.campaign, on=on), news, "withdrawn")


def may_keep_loudspeakers(mandate: Mandate, unit: Unit, *, on: date) -> Ruling:
    """May this mandate set the loudspeaker desk, its clusters and timetable? (giữ bàn phát thanh)."""
    return may_act(mandate, *WRITERS, on=on, unit=unit)


def may_record(mandate: Mandate, broadcast: Broadcast, *, on: date) -> Ruling:
    """May the bulletin be translated, recorded, put on the timetable? (dịch, thu, xếp lịch): not once it
    was stopped.
    """
    ruling = may_write_news(mandate, broadcast.campaign, on=on)
    if ruling.stops or broadcast.stopped_on is None:
        return ruling
    return no(
        f"Bản tin này thôi phát từ ngày {vn_date(broadcast.stopped_on)}: {broadcast.stopped_why}",
        rule="bulletin:stopped",
    )


def may_plan_publicity(mandate: Mandate, campaign: Campaign, *, on: date) -> Ruling:
    """May this mandate change the publicity plan? (sửa kế hoạch tuyên truyền): until the campaign closes."""
    ruling = may_write_news(mandate, campaign, on=on)
    return unless_closed(ruling, campaign, what="sửa kế hoạch tuyên truyền")


def _step(ruling: Ruling, news: Announcement, *states: str) -> Ruling:
    if ruling.stops or news.state in states:
        return ruling
    return no(f"Tin này {news.state_says}; không làm được việc này ở bước đó.", rule="state:move")
