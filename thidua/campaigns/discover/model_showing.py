"""A model is shown to everybody: offered, approved by a second person, taken down (công khai mô
hình).
"""

from __future__ import annotations

from datetime import date

from django.db import transaction

from thidua.campaigns.models import ModelProject
from thidua.campaigns.permissions.model_project import (
    may_hand_project_back,
    may_offer_project,
    may_publish_project,
    may_renew_project,
    may_reopen_project,
    may_withdraw_project,
)
from thidua.campaigns.queries.model_project import acting_for, words_of
from thidua.journal.lifecycle import advance, keep
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.vietnamese.text import squeeze


@transaction.atomic
def offer_project(project: ModelProject, *, mandate: Mandate, on: date) -> None:
    """Lay a model before who approves it for everybody (trình duyệt công khai). Raises `Refused` before the
    work is under way.

    Căn cứ: không (quy ước nội bộ).
    """
    may_offer_project(mandate, project, on=on).require()
    project.remark = ""
    keep(project, "remark")
    says = f"Trình duyệt công khai mô hình “{project.title}” của {project.unit.name}."
    advance(
        project, "offered", actor=acting_for(project.unit, mandate), on=on, verb="offer_project", says=says
    )


@transaction.atomic
def hand_project_back(project: ModelProject, *, reason: str, mandate: Mandate, on: date) -> None:
    """Give a model back to be rewritten (trả lại, lấy lại để sửa). Raises `Refused` without a reason.

    Căn cứ: không (quy ước nội bộ).
    """
    may_hand_project_back(mandate, project, on=on).require()
    why = _reason(reason, "Hãy ghi cần sửa điều gì.")
    says = f"Trả lại mô hình “{project.title}”: {why}"
    advance(project, "draft", actor=mandate.actor(), on=on, verb="hand_project_back", says=says)
    project.remark = why
    keep(project, "remark")


@transaction.atomic
def publish_project(project: ModelProject, *, mandate: Mandate, on: date) -> None:
    """Approve a model and show it to everybody as it is written now (duyệt công khai mô hình).

    Pictures are seen only while each person in them agrees. Raises `Refused` for what one wrote oneself,
    unless one is the chair or vice chair, and before the work is under way. Căn cứ: không (quy ước nội bộ).
    """
    may_publish_project(mandate, project, on=on).require()
    project.shown, project.published_on = words_of(project), on
    project.approved_by, project.remark = str(mandate), ""
    keep(project, "shown", "published_on", "approved_by", "remark")
    says = f"Duyệt công khai mô hình “{project.title}” của {project.unit.name}."
    advance(project, "published", actor=mandate.actor(), on=on, verb="publish_project", says=says)


@transaction.atomic
def renew_project(project: ModelProject, *, mandate: Mandate, on: date) -> None:
    """Approve what was rewritten since (duyệt phần sửa): everybody sees the model as it is now.

    Raises `Refused` for what one wrote oneself, and when nothing changed. Căn cứ: không (quy ước nội bộ).
    """
    may_renew_project(mandate, project, on=on).require()
    project.shown, project.approved_by = words_of(project), str(mandate)
    keep(project, "shown", "approved_by")
    says = f"Duyệt phần sửa của mô hình “{project.title}”."
    write("renew_project", says, actor=mandate.actor(), on=on, thing=project)


@transaction.atomic
def withdraw_project(project: ModelProject, *, reason: str, mandate: Mandate, on: date) -> None:
    """Take a model down with the reason (gỡ mô hình). Raises `Refused` without one. Căn cứ: không (quy ước
    nội bộ).
    """
    may_withdraw_project(mandate, project, on=on).require()
    why = _reason(reason, "Hãy ghi vì sao gỡ mô hình.")
    says = f"Gỡ mô hình “{project.title}”: {why}"
    advance(project, "withdrawn", actor=mandate.actor(), on=on, verb="withdraw_project", says=says)
    project.remark, project.shown = why, {}
    keep(project, "remark", "shown")


@transaction.atomic
def reopen_project(project: ModelProject, *, mandate: Mandate, on: date) -> None:
    """Begin anew with a model that was taken down (viết lại mô hình đã gỡ).

    Căn cứ: không (quy ước nội bộ).
    """
    may_reopen_project(mandate, project, on=on).require()
    says = f"Viết lại mô hình “{project.title}”."
    advance(
        project, "draft", actor=acting_for(project.unit, mandate), on=on, verb="reopen_project", says=says
    )


def _reason(typed: str, sentence: str) -> str:
    why = squeeze(typed)[:250]
    if not why:
        raise Refused(no(sentence, rule="project:reason"))
    return why
