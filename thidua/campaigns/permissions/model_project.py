"""Who may write about a model, approve it, take it and its pictures away; who may say that a unit does as
another (quyền mô hình, nhân rộng).
"""

from __future__ import annotations

from datetime import date

from thidua.campaigns.models import Campaign, ModelPicture, ModelProject, Replication
from thidua.campaigns.permissions.part import may_speak_for, may_take_part
from thidua.campaigns.queries.model_project import ALIVE, has_changed
from thidua.campaigns.queries.work import UNDER_WAY
from thidua.law.ruling import Ruling, no, yes
from thidua.org.models import Mandate, Unit
from thidua.org.permissions import may_act

APPROVERS = ("standing", "chair", "vice_chair")
HEADS = ("chair", "vice_chair")


def may_begin_project(mandate: Mandate, unit: Unit, campaign: Campaign, *, on: date) -> Ruling:
    """May a model of this unit be written down? (ghi mô hình mới): its head, or the standing officer for it,
    while the campaign is open.
    """
    return may_take_part(mandate, unit, campaign, on=on)


def may_write_project(mandate: Mandate, project: ModelProject, *, on: date) -> Ruling:
    """May the model be rewritten, its stages and pictures be added? (sửa mô hình): until the campaign is
    summed up.
    """
    ruling = may_speak_for(mandate, project.unit, project.campaign, on=on)
    if ruling.stops:
        return ruling
    if project.state == "offered":
        return no(
            "Mô hình đang chờ duyệt công khai; hãy chờ duyệt hoặc lấy lại để sửa.", rule="project:offered"
        )
    return _under_way(project.campaign)


def _under_way(campaign: Campaign) -> Ruling:
    if campaign.state in UNDER_WAY:
        return yes()
    return no(
        f"Đợt thi đua {campaign.state_says}; chỉ ghi mô hình, nhân rộng khi đợt đã mở và chưa tổng kết.",
        rule="project:campaign",
    )


def _step(ruling: Ruling, project: ModelProject, *states: str) -> Ruling:
    if ruling.stops or project.state in states:
        return ruling
    return no(f"Mô hình này {project.state_says}; không làm được việc này ở bước đó.", rule="state:move")


def may_offer_project(mandate: Mandate, project: ModelProject, *, on: date) -> Ruling:
    """May the model be laid before who approves it? (trình duyệt công khai): once the work is under way."""
    ruling = _step(may_speak_for(mandate, project.unit, project.campaign, on=on), project, "draft")
    return ruling if ruling.stops else _alive(project)


def _alive(project: ModelProject) -> Ruling:
    if project.stage in ALIVE:
        return yes()
    return no(
        f"Mô hình {project.get_stage_display()}; chỉ công khai mô hình đang làm hoặc đã hoàn thành.",
        rule="project:stage",
    )


def may_hand_project_back(mandate: Mandate, project: ModelProject, *, on: date) -> Ruling:
    """May a model that waits for approval go back to be rewritten? (trả lại, lấy lại): by who approves, or by
    its own unit.
    """
    ruling = may_act(mandate, *APPROVERS, on=on, unit=project.campaign.unit)
    if ruling.stops:
        ruling = may_speak_for(mandate, project.unit, project.campaign, on=on)
    return _step(ruling, project, "offered")


def may_publish_project(mandate: Mandate, project: ModelProject, *, on: date) -> Ruling:
    """May everybody see the model? (duyệt công khai mô hình): four eyes, as for news; under way or done."""
    ruling = _step(_may_approve(mandate, project, on=on), project, "draft", "offered")
    return ruling if ruling.stops else _alive(project)


def _may_approve(mandate: Mandate, project: ModelProject, *, on: date) -> Ruling:
    """The standing officer approves what another wrote, the chair and vice chair anything."""
    ruling = may_act(mandate, *APPROVERS, on=on, unit=project.campaign.unit)
    if ruling.stops or project.writer_id != mandate.person_id or mandate.holds(*HEADS):
        return ruling
    return no("Bạn ghi mô hình này nên người khác duyệt: hãy trình duyệt.", rule="project:own")


def may_renew_project(mandate: Mandate, project: ModelProject, *, on: date) -> Ruling:
    """May what was rewritten since replace what everybody sees? (duyệt phần sửa)."""
    ruling = _step(_may_approve(mandate, project, on=on), project, "published")
    if ruling.is_yes and not has_changed(project):
        return no("Mô hình chưa khác bản đang công khai.", rule="project:same")
    return ruling


def may_withdraw_project(mandate: Mandate, project: ModelProject, *, on: date) -> Ruling:
    """May the model be taken down? (gỡ mô hình): by who approves, or by its own unit, in any campaign."""
    ruling = may_act(mandate, *APPROVERS, on=on, unit=project.campaign.unit)
    if ruling.stops:
        ruling = may_speak_for(mandate, project.unit, project.campaign, on=on)
    return _step(ruling, project, "published")


def may_reopen_project(mandate: Mandate, project: ModelProject, *, on: date) -> Ruling:
    """May a model that was taken down be written anew? (viết lại mô hình đã gỡ)."""
    return _step(may_speak_for(mandate, project.unit, project.campaign, on=on), project, "withdrawn")


def may_take_picture_out(mandate: Mandate, picture: ModelPicture, *, on: date) -> Ruling:
    """May a picture be taken away? (bỏ ảnh): the unit, or the standing officer, whatever has become of the
    campaign: who takes consent back must not wait.
    """
    return may_speak_for(mandate, picture.unit, picture.project.campaign, on=on)


def may_replicate(mandate: Mandate, unit: Unit, campaign: Campaign, *, on: date) -> Ruling:
    """May it be written down that this unit does as another? (ghi nhân rộng): its head, or the standing
    officer for it, until the campaign is summed up.
    """
    ruling = may_speak_for(mandate, unit, campaign, on=on)
    if ruling.stops:
        return ruling
    if not unit.takes_part or not unit.path.startswith(campaign.unit.path):
        return no(f"{unit.name} không nằm trong danh sách đơn vị tham gia đợt thi đua này.", rule="part:unit")
    return _under_way(campaign)


def may_write_replication(mandate: Mandate, replication: Replication, *, on: date) -> Ruling:
    """May it be written down what came of it, or that it was given up? (ghi kết quả nhân rộng)."""
    ruling = may_speak_for(mandate, replication.unit, replication.campaign, on=on)
    return ruling if ruling.stops else _under_way(replication.campaign)
