"""Who may receive and check good deeds, write and publish role models (quyền nêu gương)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from thidua.campaigns.models import Campaign, Lead, RoleModel
from thidua.campaigns.permissions.campaign import unless_closed
from thidua.campaigns.queries.example import WRITERS
from thidua.law.ruling import Ruling, no, yes
from thidua.org.models import Mandate, Unit
from thidua.org.permissions import may_act

PRIVACY = "Điều 32, Điều 38 Bộ luật Dân sự 2015"


def _in(thing: Lead | RoleModel, *states: str) -> Ruling:
    if thing.state in states:
        return yes()
    return no(f"{thing.table.name} {thing.state_says}; không làm được việc này ở bước đó.", rule="state:move")


def _first_no(*rulings: Ruling) -> Ruling:
    return next((ruling for ruling in rulings if ruling.stops), rulings[-1])


def may_note_deed(mandate: Mandate, campaign: Campaign, *, on: date) -> Ruling:
    """May this mandate type a good deed that came by telephone or on paper? (nhập tin báo việc tốt): until
    the campaign closes.
    """
    ruling = may_act(mandate, *WRITERS, on=on, unit=campaign.unit)
    return unless_closed(ruling, campaign, what="nhập tin báo")


def may_check_deed(mandate: Mandate, lead: Lead, *, on: date) -> Ruling:
    """May this mandate say whether the deed is true? (xác minh, không nhận): the standing officer."""
    return _first_no(may_act(mandate, "standing", on=on, unit=lead.unit), _in(lead, "new", "verified"))


def may_ask_unit(mandate: Mandate, lead: Lead, unit: Unit, *, on: date) -> Ruling:
    """May the head of that unit be asked about the deed? (hỏi thôn, đơn vị): while it is not settled."""
    ruling = _first_no(may_act(mandate, "standing", on=on, unit=lead.unit), _in(lead, "new"))
    if ruling.is_yes and not (unit.takes_part and unit.path.startswith(lead.unit.path)):
        return no(f"{unit.name} không tham gia thi đua ở {lead.unit.name}; hãy chọn lại.", rule="deed:unit")
    return ruling


def may_confirm_deed(mandate: Mandate, lead: Lead, *, on: date) -> Ruling:
    """May this mandate say whether the deed is true? (đơn vị xác nhận): the head of the unit that was asked,
    until the officer has settled it.
    """
    if lead.asked is None:
        return no("Thường trực Hội đồng chưa hỏi đơn vị nào về việc này.", rule="deed:unasked")
    ruling = may_act(mandate, "unit_head", "village_head", on=on, unit=lead.asked)
    return _first_no(ruling, _in(lead, "new"))


def may_join_deed(mandate: Mandate, lead: Lead, into: Lead, *, on: date) -> Ruling:
    """May one report be joined to the other? (gộp tin trùng): both of one office, neither set aside."""
    ruling = _first_no(may_act(mandate, "standing", on=on, unit=lead.unit), _in(lead, "new", "verified"))
    if ruling.stops:
        return ruling
    if lead.pk == into.pk or lead.unit_id != into.unit_id:
        return no("Chỉ gộp hai tin khác nhau của cùng một cơ quan.", rule="deed:join")
    if lead.joined.exists():
        return no(
            f"Tin {lead.receipt} đang giữ những tin đã gộp vào nó; hãy gộp theo chiều ngược lại.",
            rule="deed:join",
        )
    return _in(into, "new", "verified", "profiled")


def may_separate_deed(mandate: Mandate, lead: Lead, *, on: date) -> Ruling:
    """May a joined report be taken out again? (tách tin đã gộp): always, by the standing officer."""
    return _first_no(may_act(mandate, "standing", on=on, unit=lead.unit), _in(lead, "joined"))


def may_reopen_deed(mandate: Mandate, lead: Lead, *, on: date) -> Ruling:
    """May the deed be looked at once more? (xem lại tin đã xác minh hoặc không nhận)."""
    return _first_no(may_act(mandate, "standing", on=on, unit=lead.unit), _in(lead, "verified", "rejected"))


def may_make_role_model(mandate: Mandate, lead: Lead, *, on: date) -> Ruling:
    """May the deed become a role model? (viết thành gương điển hình): only after it was verified."""
    ruling = may_act(mandate, *WRITERS, on=on, unit=lead.unit)
    if ruling.is_yes and lead.state == "new":
        return no(
            "Việc tốt này chưa được xác minh; hãy hỏi lại thôn, đơn vị rồi ghi kết quả.",
            rule="deed:unchecked",
        )
    return _first_no(ruling, _in(lead, "verified"))


def may_write_role_model(mandate: Mandate, unit: Unit, *, on: date) -> Ruling:
    """May this mandate write about role models of that office? (viết bài gương điển hình)."""
    return may_act(mandate, *WRITERS, on=on, unit=unit)


def may_begin_role_model(mandate: Mandate, campaign: Campaign, *, on: date) -> Ruling:
    """May a new role model of the campaign be written? (viết gương điển hình): until the campaign closes."""
    ruling = may_write_role_model(mandate, campaign.unit, on=on)
    return unless_closed(ruling, campaign, what="viết gương điển hình mới")


def may_change_role_model(mandate: Mandate, role_model: RoleModel, *, on: date) -> Ruling:
    """May the page be rewritten or corrected? (sửa bài): while it is a draft or published."""
    return _first_no(
        may_write_role_model(mandate, role_model.unit, on=on), _in(role_model, "draft", "published")
    )


def may_record_consent(mandate: Mandate, role_model: RoleModel, *, on: date) -> Ruling:
    """May a consent be recorded? (ghi nhận đồng ý): for a draft that has none."""
    ruling = _first_no(may_write_role_model(mandate, role_model.unit, on=on), _in(role_model, "draft"))
    if ruling.is_yes and role_model.has_consent:
        return no("Đã ghi nhận đồng ý của người được nêu gương.", rule="consent:there")
    return ruling


def may_publish_role_model(mandate: Mandate, role_model: RoleModel, *, on: date) -> Ruling:
    """May the page be shown to everybody? (công khai): only with the consent of the person or the
    guardian.
    """
    ruling = _first_no(may_write_role_model(mandate, role_model.unit, on=on), _in(role_model, "draft"))
    if ruling.is_yes and not role_model.has_consent:
        because = (
            "Chưa ghi nhận đồng ý của người được nêu gương (hoặc người giám hộ) nên chưa công khai được."
        )
        return replace(no(because, source=PRIVACY, rule="consent:missing"), confirmed=False)
    return ruling


def may_withdraw_role_model(mandate: Mandate, role_model: RoleModel, *, on: date) -> Ruling:
    """May the page be taken away? (gỡ bài): while it is published."""
    return _first_no(may_write_role_model(mandate, role_model.unit, on=on), _in(role_model, "published"))


def may_withdraw_consent(mandate: Mandate, role_model: RoleModel, *, on: date) -> Ruling:
    """May it be recorded that the person took the consent back? (ghi nhận rút lại đồng ý): whatever the
    state.
    """
    ruling = may_write_role_model(mandate, role_model.unit, on=on)
    if ruling.is_yes and not role_model.has_consent:
        return no("Không có đồng ý nào đang có hiệu lực để rút lại.", rule="consent:none")
    return ruling


def may_reopen_role_model(mandate: Mandate, role_model: RoleModel, *, on: date) -> Ruling:
    """May a page that was taken away be written anew? (viết lại bài đã gỡ)."""
    return _first_no(may_write_role_model(mandate, role_model.unit, on=on), _in(role_model, "withdrawn"))
