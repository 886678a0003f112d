"""Who may write the closing report and read the journal, and when a campaign may close (quyền tổng kết)."""

from __future__ import annotations

from datetime import date

from thidua.campaigns.models import Campaign
from thidua.law.ruling import Ruling, no, yes
from thidua.org.models import Mandate
from thidua.org.permissions import may_act
from thidua.reports.missing import missing_in


def may_conclude(mandate: Mandate, campaign: Campaign, *, on: date) -> Ruling:
    """May this mandate write the closing report (lập báo cáo tổng kết)? The standing officer, once awards
    are judged.
    """
    ruling = may_act(mandate, "standing", on=on, unit=campaign.unit)
    if ruling.is_yes and campaign.state != "reviewing":
        return no(
            f"Đợt thi đua {campaign.state_says}; chưa lập được báo cáo tổng kết ở bước này.",
            rule="conclude:state",
        )
    return ruling


def may_read_journal(mandate: Mandate, *, on: date) -> Ruling:
    """May this mandate read the journal of the office (xem nhật ký)? Its leaders and who arranges it."""
    return may_act(mandate, "standing", "chair", "vice_chair", "admin", on=on)


def may_read_statistics(mandate: Mandate, *, on: date) -> Ruling:
    """May this mandate see and print the statistics of the office (lập biểu thống kê)? Its leaders and the
    standing officer.
    """
    return may_act(mandate, "standing", "chair", "vice_chair", on=on)


def may_review(mandate: Mandate, campaign: Campaign, *, on: date) -> Ruling:
    """May this mandate write an interim report (lập báo cáo sơ kết)? The standing officer, while it runs."""
    ruling = may_act(mandate, "standing", on=on, unit=campaign.unit)
    if ruling.is_yes and campaign.state not in ("open", "reviewing"):
        return no(
            f"Đợt thi đua {campaign.state_says}; báo cáo sơ kết chỉ lập khi đợt đang chạy.",
            rule="conclude:state",
        )
    return ruling


def may_archive(mandate: Mandate, campaign: Campaign, *, on: date) -> Ruling:
    """May this mandate put the campaign together for the archive (lập hồ sơ lưu trữ)? The standing officer,
    who did the work; from the launch on.
    """
    ruling = may_act(mandate, "standing", on=on, unit=campaign.unit)
    if ruling.is_yes and campaign.state == "draft":
        return no(
            f"Đợt thi đua {campaign.state_says}; hồ sơ lưu trữ lập từ khi phát động.", rule="archive:state"
        )
    return ruling


def may_close(campaign: Campaign, *, on: date) -> Ruling:
    """May the campaign close (kết thúc)? Only when no nomination is left on a desk."""
    waiting = [one for one in missing_in(campaign, on=on) if one.blocks]
    if waiting:
        named = "; ".join(f"{one.what}, ở {one.who}" for one in waiting[:5])
        return no(f"Còn {len(waiting)} hồ sơ chưa xong: {named}.", rule="conclude:waiting")
    return yes()
