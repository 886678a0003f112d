"""Who may nominate, confirm, send, take back, withdraw and appraise (quyền đề nghị, thẩm định)."""

from __future__ import annotations

from datetime import date

from thidua.awards.models import Appraisal, Nomination
from thidua.awards.queries.supplement import open_places
from thidua.campaigns.models import Campaign, OfferedAward
from thidua.campaigns.permissions.part import may_speak_for
from thidua.campaigns.queries.rules import rulebook_in
from thidua.law.ruling import Ruling, no, yes
from thidua.org.models import Mandate, Unit
from thidua.org.permissions import may_act
from thidua.reading.outline import clause_words

AT_THE_UNIT = frozenset({"draft", "returned"})
ON_THE_WAY = frozenset({"submitted", "eligible", "tabled", "passed", "presented"})
UNDER_WAY = frozenset({"open", "reviewing"})


def may_nominate(mandate: Mandate, unit: Unit, campaign: Campaign, *, on: date) -> Ruling:
    """May this mandate put somebody of the unit forward (đề nghị)? Its head, or the officer typing for it."""
    ruling = may_speak_for(mandate, unit, campaign, on=on)
    if not ruling.is_yes:
        return ruling
    if not unit.takes_part or unit.is_government or not unit.path.startswith(campaign.unit.path):
        return no(
            f"{unit.name} không nằm trong danh sách đơn vị tham gia đợt thi đua này.", rule="nominate:unit"
        )
    if campaign.state not in UNDER_WAY:
        return no(
            f"Đợt thi đua {campaign.state_says}; không nhận đề nghị khen thưởng.", rule="nominate:campaign"
        )
    return yes()


def may_propose_for(unit: Unit, home: Unit, campaign: Campaign, *, on: date) -> Ruling:
    """May a unit propose somebody who belongs to another (đề nghị người của đơn vị khác)? Where the office
    set it so, for units of the same campaign.
    """
    if unit.pk == home.pk:
        return yes()
    if not home.path.startswith(campaign.unit.path):
        return no(f"{home.name} không thuộc đợt thi đua này; đơn vị ấy tự đề nghị.", rule="nominate:outside")
    if proposes_others(campaign, on=on):
        return yes()
    return no(
        f"Người này thuộc {home.name}; cơ quan chưa cho phép đề nghị người của đơn vị khác. Để {home.name} "
        "đề nghị, hoặc đặt quy tắc “Đề nghị người của đơn vị khác”.",
        rule="nominate:other-unit",
    )


def proposes_others(campaign: Campaign, *, on: date) -> bool:
    """Whether units may propose somebody of another unit (quy tắc nominate_others của đợt, của cơ quan)."""
    local = rulebook_in(campaign, campaign.unit, on=on).shelf.local
    return "nominate_others" in local.values and local.confirmed("nominate_others").value == "any"


def may_be_nominated_for(award: OfferedAward) -> Ruling:
    """May anybody be nominated for this form (hình thức đã có tiêu chuẩn)? Only once its standard stands."""
    source = f"{clause_words(award.clause)} của kế hoạch" if award.clause else ""
    if award.has_standard:
        return yes("Hình thức này đã có tiêu chuẩn.", source=source, rule="nominate:standard")
    return no(
        f"Chủ tịch chưa quy định tiêu chuẩn của {award.title}; kế hoạch giao Chủ tịch quy định, "
        "nên chưa thể đề nghị hình thức này.",
        source=source,
        rule="nominate:standard",
    )


def may_edit(mandate: Mandate, nomination: Nomination, *, on: date) -> Ruling:
    """May the dossier be written (sửa hồ sơ)? By the proposing unit or the officer, while it is with the
    unit.
    """
    ruling = may_nominate(mandate, nomination.unit, nomination.campaign, on=on)
    if ruling.is_yes and nomination.state not in AT_THE_UNIT:
        return no(
            f"Hồ sơ {nomination.state_says}; chỉ sửa được khi đang lập hoặc khi được trả lại để bổ sung.",
            rule="nominate:sent",
        )
    return ruling


def may_edit_whole(mandate: Mandate, nomination: Nomination, *, on: date) -> Ruling:
    """May what the whole dossier hangs on be changed (đổi hình thức, căn cứ đề nghị)? Not while it is back
    for some of its parts only.
    """
    ruling = may_edit(mandate, nomination, on=on)
    if ruling.is_yes and open_places(nomination) is not None:
        return no(
            "Hồ sơ chỉ được trả lại để bổ sung một số phần nên không đổi hình thức, căn cứ đề nghị được; "
            "hãy đề nghị Thường trực trả lại cả hồ sơ.",
            rule="supplement:whole",
        )
    return ruling


def may_take_back(mandate: Mandate, nomination: Nomination, *, on: date) -> Ruling:
    """May a sent nomination be taken back (lấy lại)? Until the standing officer has opened the appraisal."""
    ruling = may_nominate(mandate, nomination.unit, nomination.campaign, on=on)
    if not ruling.is_yes:
        return ruling
    if nomination.state != "submitted" or nomination.holder_id != nomination.campaign.unit_id:
        return no("Chỉ lấy lại được hồ sơ đã gửi mà chưa ai thẩm định.", rule="nominate:not-sent")
    if nomination.appraisals.filter(concluded_on=None).exists():
        return no(
            "Thường trực đã mở thẩm định; hãy đề nghị Thường trực trả lại hồ sơ.", rule="nominate:taken-up"
        )
    return yes()


def may_withdraw(mandate: Mandate, nomination: Nomination, *, on: date) -> Ruling:
    """May the nomination be withdrawn (rút)? By the proposing unit, before a council has it."""
    ruling = may_nominate(mandate, nomination.unit, nomination.campaign, on=on)
    if ruling.is_yes and not nomination.table.allows(nomination.state, "withdrawn"):
        return no(f"Hồ sơ {nomination.state_says}; không rút được nữa.", rule="nominate:late")
    return ruling


def may_confirm(mandate: Mandate, nomination: Nomination, *, on: date) -> Ruling:
    """May this mandate confirm the report (xác nhận báo cáo)? The head of the proposing unit; then the chair
    above.
    """
    if mandate.unit_id == nomination.unit_id:
        ruling = may_edit(mandate, nomination, on=on)
        return ruling if ruling.stops else may_act(mandate, "unit_head", "village_head", on=on)
    ruling = may_act(mandate, "chair", "vice_chair", on=on, unit=nomination.holder)
    if ruling.is_yes and nomination.state not in ON_THE_WAY:
        return no(
            f"Hồ sơ {nomination.state_says}; chỉ xác nhận khi hồ sơ đang được xét.", rule="nominate:confirm"
        )
    return ruling


def may_appraise(mandate: Mandate, nomination: Nomination, *, on: date) -> Ruling:
    """May this mandate appraise (thẩm định)? The standing officer of the People's Committee that holds the
    dossier.
    """
    ruling = may_act(mandate, "standing", on=on, unit=nomination.holder)
    if ruling.is_yes and nomination.state != "submitted":
        return no(f"Hồ sơ {nomination.state_says}; không ở bước thẩm định.", rule="appraise:state")
    return ruling


def may_report_appraisals(mandate: Mandate, *, on: date) -> Ruling:
    """May this mandate report on what was appraised (báo cáo thẩm định)? The standing officer."""
    return may_act(mandate, "standing", on=on)


def may_work_on(mandate: Mandate, appraisal: Appraisal, *, on: date) -> Ruling:
    """May this appraisal be written in (ghi nhận định)? While it is open, by the standing officer of its
    unit.
    """
    ruling = may_appraise(mandate, appraisal.nomination, on=on)
    if ruling.is_yes and appraisal.unit_id != mandate.unit_id:
        return no("Bản thẩm định này của cấp khác.", rule="appraise:unit")
    if ruling.is_yes and appraisal.concluded_on is not None:
        return no("Bản thẩm định đã kết luận; hãy mở lại trước khi sửa.", rule="appraise:concluded")
    return ruling


def may_return_again(nomination: Nomination, office: Unit, *, on: date) -> Ruling:
    """May this office return the dossier once more (trả lại thêm lần nữa)? As often as its local rule says,
    any number where it set none.
    """
    rules = rulebook_in(nomination.campaign, office, on=on).shelf.local
    most, done = rules.chosen("returns_allowed"), nomination.supplements.filter(unit=office).count()
    if most is not None and done >= most:
        return no(
            f"Hồ sơ đã được trả lại {done} lần, bằng số lần cơ quan quy định; hãy kết luận theo hồ sơ hiện "
            "có.",
            source=rules.confirmed("returns_allowed").source,
            rule="appraise:returns",
        )
    return yes()


def may_reopen(mandate: Mandate, nomination: Nomination, *, on: date) -> Ruling:
    """May a concluded appraisal be opened again (mở lại thẩm định)? Until the council has the case."""
    ruling = may_act(mandate, "standing", on=on, unit=nomination.holder)
    if ruling.is_yes and nomination.state not in {"eligible", "ineligible"}:
        return no(f"Hồ sơ {nomination.state_says}; không mở lại thẩm định được.", rule="appraise:state")
    return ruling
