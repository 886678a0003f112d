"""Who may close for a unit, receive that closing, and set the standard of an award form (quyền tổng kết, quy
định).
"""

from __future__ import annotations

from datetime import date

from thidua.campaigns.models import Campaign, OfferedAward, UnitReview
from thidua.campaigns.permissions.campaign import unless_closed
from thidua.campaigns.permissions.part import may_speak_for
from thidua.law.ruling import Ruling, no, yes
from thidua.org.models import Mandate, Unit
from thidua.org.permissions import may_act
from thidua.records.queries.papers import papers_about

UNDER_WAY = frozenset({"open", "reviewing"})
AT_THE_UNIT = frozenset({"draft", "returned"})


def may_close_for(mandate: Mandate, unit: Unit, campaign: Campaign, *, on: date) -> Ruling:
    """May this mandate write the unit's own closing (tổng kết của đơn vị)? Its head, or the officer typing
    for it.
    """
    ruling = may_speak_for(mandate, unit, campaign, on=on)
    if not ruling.is_yes:
        return ruling
    if not unit.takes_part or not unit.path.startswith(campaign.unit.path):
        return no(
            f"{unit.name} không nằm trong danh sách đơn vị tham gia đợt thi đua này.", rule="review:unit"
        )
    if campaign.state not in UNDER_WAY:
        return no(
            f"Đợt thi đua {campaign.state_says}; đơn vị chỉ tổng kết khi đợt đang diễn ra hoặc đang xét "
            "khen thưởng.",
            rule="review:campaign",
        )
    return yes()


def may_change_review(mandate: Mandate, review: UnitReview, *, on: date) -> Ruling:
    """May the closing be rewritten? Only while it is with the unit (đang ghi hoặc bị trả lại)."""
    ruling = may_close_for(mandate, review.unit, review.campaign, on=on)
    if ruling.is_yes and review.state not in AT_THE_UNIT:
        return no("Tổng kết đã gửi. Muốn sửa, hãy lấy lại rồi ghi.", rule="review:sent")
    return ruling


def may_take_back_review(mandate: Mandate, review: UnitReview, *, on: date) -> Ruling:
    """May a sent closing be taken back (lấy lại để sửa)? Until the unit's report on it is issued."""
    ruling = may_close_for(mandate, review.unit, review.campaign, on=on)
    if ruling.is_yes and review.state != "submitted":
        return no("Tổng kết chưa gửi; sửa ngay ở trang này.", rule="review:not-sent")
    if ruling.is_yes and papers_about(review, "unit_review").filter(state="issued").exists():
        return no(
            "Báo cáo tổng kết của đơn vị đã phát hành; muốn sửa thì ra văn bản khác đính chính.",
            rule="review:issued",
        )
    return ruling


def may_draft_review_report(mandate: Mandate, review: UnitReview, *, on: date) -> Ruling:
    """May the unit's report be drafted (soạn báo cáo tổng kết)? Once, from a closing that was sent."""
    ruling = may_close_for(mandate, review.unit, review.campaign, on=on)
    if ruling.is_yes and review.state != "submitted":
        return no("Tổng kết chưa gửi; gửi rồi mới soạn báo cáo.", rule="review:not-sent")
    if ruling.is_yes and papers_about(review, "unit_review").exists():
        return no("Đã có báo cáo tổng kết của đơn vị; mở văn bản ấy để sửa.", rule="review:report")
    return ruling


def may_return_review(mandate: Mandate, review: UnitReview, *, on: date) -> Ruling:
    """May the closing be handed back? The standing officer of the launching office (trả lại tổng kết)."""
    return may_act(mandate, "standing", on=on, unit=review.campaign.unit)


def may_begin_awarding(mandate: Mandate, campaign: Campaign, *, on: date) -> Ruling:
    """May the campaign pass from emulating to judging (chuyển sang xét khen thưởng)? After its last day."""
    ruling = may_act(mandate, "standing", "chair", on=on, unit=campaign.unit)
    if not ruling.is_yes:
        return ruling
    if campaign.state != "open":
        return no(f"Đợt thi đua {campaign.state_says}.", rule="review:campaign")
    if campaign.ends is not None and on <= campaign.ends:
        return no(
            "Thời gian thi đua chưa hết; hãy chờ qua ngày cuối rồi chuyển sang xét khen thưởng.",
            rule="review:early",
        )
    return yes()


def may_draft_standard(mandate: Mandate, award: OfferedAward, *, on: date) -> Ruling:
    """May this mandate draft the standard that the plan leaves to the chair? Standing officer or chair
    there.
    """
    ruling = may_act(mandate, "standing", "chair", on=on, unit=award.campaign.unit)
    if not ruling.is_yes:
        return ruling
    if not award.delegated:
        return no(
            "Kế hoạch đã quy định tiêu chuẩn của hình thức này; không quy định lại.",
            source=award.clause,
            rule="standard:in-plan",
        )
    if award.campaign.state not in UNDER_WAY:
        return no(
            "Chỉ quy định tiêu chuẩn khi đợt thi đua đã phát động và chưa tổng kết.", rule="standard:campaign"
        )
    if award.has_standard:
        return no(
            "Tiêu chuẩn đã được quy định; muốn thay đổi phải có văn bản khác đính chính.", rule="standard:set"
        )
    return yes()


def may_offer_title(mandate: Mandate, campaign: Campaign, *, on: date) -> Ruling:
    """May this mandate put a title of the locality into the campaign (đưa danh hiệu vào đợt)? The standing
    officer or the chair there, until the campaign is summed up.
    """
    ruling = may_act(mandate, "standing", "chair", on=on, unit=campaign.unit)
    return unless_closed(ruling, campaign, what="thêm, bớt danh hiệu")


def may_measure(mandate: Mandate, award: OfferedAward, *, on: date) -> Ruling:
    """May this mandate say how criteria are checked (đặt cách đối chiếu tiêu chuẩn)? The standing officer or
    the chair there, once the form has its standard, until the campaign is summed up.
    """
    ruling = may_act(mandate, "standing", "chair", on=on, unit=award.campaign.unit)
    if ruling.is_yes and not award.has_standard:
        return no("Hình thức này chưa có tiêu chuẩn; quy định tiêu chuẩn trước.", rule="measure:standard")
    return unless_closed(ruling, award.campaign, what="đặt cách đối chiếu tiêu chuẩn")
