"""Who may register, report, receive and remind (quyền đăng ký, báo cáo, đôn đốc)."""

from __future__ import annotations

from datetime import date

from thidua.campaigns.models import Campaign, Registration
from thidua.campaigns.queries.steer import suspended_by
from thidua.law.ruling import Ruling, no, yes
from thidua.org.models import Mandate, Unit
from thidua.org.permissions import may_act


def may_speak_for(mandate: Mandate, unit: Unit, campaign: Campaign, *, on: date) -> Ruling:
    """May this mandate write in the name of the unit? Its head, or the standing officer typing for it."""
    if mandate.unit_id == campaign.unit_id and mandate.holds("standing"):
        return may_act(mandate, "standing", on=on, unit=campaign.unit)
    return may_act(mandate, "unit_head", "village_head", on=on, unit=unit)


def may_take_part(mandate: Mandate, unit: Unit, campaign: Campaign, *, on: date) -> Ruling:
    """May the unit register or report now? Only while the campaign is open (đang thi đua)."""
    ruling = may_speak_for(mandate, unit, campaign, on=on)
    if not ruling.is_yes:
        return ruling
    if not unit.takes_part or not unit.path.startswith(campaign.unit.path):
        return no(f"{unit.name} không nằm trong danh sách đơn vị tham gia đợt thi đua này.", rule="part:unit")
    if campaign.state == "draft":
        return no("Đợt thi đua chưa phát động; chưa thể đăng ký hoặc báo cáo.", rule="part:not-open")
    if campaign.state == "suspended":
        return no(
            f"Đợt thi đua đang tạm dừng theo {suspended_by(campaign)}; chưa nhận đăng ký, báo cáo.",
            rule="part:suspended",
        )
    if campaign.state != "open":
        return no("Đợt thi đua đã kết thúc phần đăng ký và báo cáo.", rule="part:over")
    return yes()


def may_change_registration(mandate: Mandate, registration: Registration, *, on: date) -> Ruling:
    """May the registration be rewritten? Only while it is with the unit (đang ghi hoặc bị trả lại)."""
    ruling = may_take_part(mandate, registration.unit, registration.campaign, on=on)
    if ruling.is_yes and registration.state not in {"draft", "returned"}:
        return no(
            "Đăng ký đã gửi. Muốn sửa, hãy lấy lại (khi Thường trực chưa nhận) hoặc đề nghị Thường trực "
            "trả lại.",
            rule="register:sent",
        )
    return ruling


def may_receive(mandate: Mandate, campaign: Campaign, *, on: date) -> Ruling:
    """May this mandate receive or return registrations? The standing officer of the launching office."""
    return may_act(mandate, "standing", on=on, unit=campaign.unit)


def may_return(mandate: Mandate, campaign: Campaign, *, on: date) -> Ruling:
    """May a registration be returned (trả lại đăng ký)? While the unit can still change it."""
    ruling = may_receive(mandate, campaign, on=on)
    if ruling.is_yes and campaign.state != "open":
        return no(
            f"Đợt thi đua {campaign.state_says}; đơn vị không sửa được đăng ký nữa nên không trả lại.",
            rule="part:over",
        )
    return ruling


def may_file_signed(mandate: Mandate, thing: Campaign | Registration, *, on: date) -> Ruling:
    """May the scan of a signed paper be filed? (gắn bản đã ký): the pledge by the standing officer, a sheet
    also by the head of its unit once it was sent; while the campaign is under way.
    """
    campaign = thing.campaign if isinstance(thing, Registration) else thing
    if isinstance(thing, Registration):
        ruling = may_speak_for(mandate, thing.unit, campaign, on=on)
    else:
        ruling = may_receive(mandate, campaign, on=on)
    if ruling.is_yes and campaign.state not in {"open", "suspended", "reviewing"}:
        return no(f"Đợt thi đua {campaign.state_says}; không gắn thêm bản đã ký.", rule="part:over")
    if ruling.is_yes and isinstance(thing, Registration) and thing.state in {"draft", "returned"}:
        return no("Gửi đăng ký trước, rồi gắn bản có chữ ký.", rule="register:unsent")
    return ruling


def may_remind(mandate: Mandate, campaign: Campaign, *, on: date, missing: str = "report") -> Ruling:
    """May the silent units be reminded (đôn đốc)? By the standing officer: of registration and reports while
    the campaign is open, of the closing, of tasks and of the plan received also while it is judged.
    """
    ruling = may_receive(mandate, campaign, on=on)
    states = {"open"} if missing in {"registration", "report"} else {"open", "reviewing"}
    if ruling.is_yes and campaign.state not in states:
        return no(f"Đợt thi đua {campaign.state_says}; không còn đôn đốc đăng ký, báo cáo.", rule="part:over")
    return ruling
