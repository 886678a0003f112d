"""Stage 4: progress with evidence, and the reminder letter to exactly those who are silent (theo dõi, đôn
đốc).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from thidua.campaigns.documents.part import reminder_paper
from thidua.campaigns.models import Campaign, ModelProject, ProgressEntry, Reminder, Target
from thidua.campaigns.permissions.model_project import may_write_project
from thidua.campaigns.permissions.part import may_remind, may_take_part
from thidua.campaigns.queries.model_project import acting_for
from thidua.campaigns.queries.part import participation
from thidua.campaigns.queries.track import odd_in
from thidua.campaigns.queries.work import units_owing_tasks, units_without_receipt, units_without_review
from thidua.journal.lifecycle import keep
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit
from thidua.org.queries import taking_part
from thidua.records.draft import draft
from thidua.records.issue import issue
from thidua.records.models import Message, OfficialDocument
from thidua.vietnamese.text import nfc


@dataclass(frozen=True)
class ProgressReport:
    """One report as typed (kết quả thực hiện): words, a figure when it is on a target, by
    which way it came; `sure` when a person looked at a strange figure again and says it is right.
    """

    text: str
    target: Target | None = None
    project: ModelProject | None = None
    value: Decimal | None = None
    how: str = ""
    sure: bool = False


@transaction.atomic
def report_progress(
    campaign: Campaign, *, report: ProgressReport, unit: Unit, mandate: Mandate, on: date
) -> ProgressEntry:
    """Write down what a unit has done (báo cáo kết quả); evidence is attached to the entry afterwards.

    Raises `Refused` when the target or model is another unit's, a figure stands without a target, or it is
    strange (below the last one, three times the target) and nobody said that it is right.
    Căn cứ: không (quy ước nội bộ).
    """
    may_take_part(mandate, unit, campaign, on=on).require()
    _require_own(campaign, unit, report)
    odd = _require_sense(report)
    entry = ProgressEntry.objects.create(
        campaign=campaign,
        unit=unit,
        target=report.target,
        project=report.project,
        value=report.value,
        text=report.text,
        on=on,
        how=report.how,
    )
    write(
        "report_progress",
        f"{unit.name} báo cáo kết quả: {report.text[:120]}",
        actor=mandate.actor(for_name=unit.name if mandate.unit_id != unit.pk else ""),
        on=on,
        thing=entry,
        data={"sure": odd} if odd else None,
    )
    return entry


def _require_own(campaign: Campaign, unit: Unit, report: ProgressReport) -> None:
    target, project = report.target, report.project
    if target and (target.registration.unit_id != unit.pk or target.registration.campaign_id != campaign.pk):
        raise Refused(no("Chỉ tiêu này không phải của đơn vị.", rule="track:target"))
    if project and (project.unit_id != unit.pk or project.campaign_id != campaign.pk):
        raise Refused(no("Mô hình này không phải của đơn vị.", rule="track:project"))
    if report.value is not None and target is None:
        raise Refused(no("Có số liệu thì phải chọn chỉ tiêu để cộng vào.", rule="track:value"))


def _require_sense(report: ProgressReport) -> str:
    """What was strange about the figure and is right all the same, "" when nothing was."""
    if report.target is None or report.value is None:
        return ""
    odd = odd_in(report.target, report.value)
    if odd and not report.sure:
        raise Refused(no(f"{odd} Có đúng không? Nếu đúng, hãy đánh dấu “Số này đúng”.", rule="track:odd"))
    return odd


@dataclass(frozen=True)
class ProjectState:
    """Where a model stands now (tình trạng mô hình): stage, result, and the day it was done."""

    stage: str
    result: str = ""
    done_on: date | None = None


@transaction.atomic
def update_project(project: ModelProject, *, to: ProjectState, mandate: Mandate, on: date) -> None:
    """Write down how far a model or piece of work is (tình trạng mô hình, phần việc). Căn cứ: không (quy ước
    nội bộ).
    """
    may_write_project(mandate, project, on=on).require()
    done_on = to.done_on or (on if to.stage == "done" else None)
    if done_on and done_on > on:
        raise Refused(no("Ngày hoàn thành không thể sau hôm nay.", rule="track:future"))
    if to.stage == "done" and not to.result.strip():
        raise Refused(no("Mô hình đã xong thì ghi kết quả: làm được gì, ai được lợi.", rule="track:result"))
    project.stage, project.result, project.done_on = (
        to.stage,
        to.result,
        done_on if to.stage == "done" else None,
    )
    project.writer = mandate.person
    keep(project, "stage", "result", "done_on", "writer")
    write(
        "update_project",
        f"{project.unit.name}: “{project.title}” {project.get_stage_display()}.",
        actor=acting_for(project.unit, mandate),
        on=on,
        thing=project,
    )


def silent_units(campaign: Campaign, missing: str, *, on: date) -> list[Unit]:
    """Who has not registered, not reported, not said they got the plan, not done a task whose day has come,
    not sent their closing (đơn vị còn nợ); every unit for "sign", of which any may be asked for news.
    """
    if missing == "sign":
        return list(taking_part(campaign.unit, on))  # who is silent is seen from above: reports.pulse
    if missing == "receipt":
        return units_without_receipt(campaign)
    if missing == "task":
        return units_owing_tasks(campaign, on=on)
    if missing == "review":
        return units_without_review(campaign, on=on)
    rows = participation(campaign, on=on)
    if missing == "registration":
        return [row.unit for row in rows if not row.has_registered]
    return [row.unit for row in rows if not row.has_reported]


@transaction.atomic
def draft_reminder(
    campaign: Campaign, *, missing: str, units: Sequence[Unit], signer: Mandate, mandate: Mandate, on: date
) -> OfficialDocument:
    """Draft the reminder letter (công văn đôn đốc) to exactly these units, in the book of the council.

    Raises `Refused` when nobody is named or one of them is not silent. Căn cứ: không (quy ước nội bộ).
    """
    may_remind(mandate, campaign, on=on, missing=missing).require()
    silent = {unit.pk for unit in silent_units(campaign, missing, on=on)}
    if not units:
        raise Refused(no("Chưa chọn đơn vị nào để đôn đốc.", rule="track:nobody"))
    spoke = [unit.name for unit in units if unit.pk not in silent]
    if spoke:
        raise Refused(no(f"Đã có, không cần đôn đốc: {', '.join(spoke)}.", rule="track:spoke"))
    content = reminder_paper(campaign, missing, units, signer=signer, on=on)
    document = draft(content, purpose="reminder", about=campaign, signer=signer, mandate=mandate, on=on)
    for unit in units:
        Reminder.objects.create(
            campaign=campaign, document=document, unit=unit, missing=missing, by=str(mandate), on=on
        )
    return document


@transaction.atomic
def send_reminder(document: OfficialDocument, *, mandate: Mandate, on: date) -> None:
    """Issue a reminder letter and put it on the desk of each unit it reminds (phát hành công văn đôn đốc).

    Căn cứ: Điều 18 Nghị định 30/2020/NĐ-CP (phát hành văn bản đi).
    """
    issue(document, mandate=mandate, on=on)
    for reminder in document.reminders.select_related("unit"):
        Message.objects.create(
            unit=document.unit,
            to_unit=reminder.unit,
            subject=document.subject,
            document=document,
            body=f"Đề nghị {reminder.unit.name} gửi {reminder.get_missing_display()}.",
            sent_on=on,
            about=document.about,
            about_id=document.about_id,
            purpose="reminder",
        )


@dataclass(frozen=True)
class Nudge:
    """A short reminder as typed (lời nhắc): its words, by which ways it goes out ("message", "zalo",
    "telephone"), and what each unit owes, added to the words on its desk.
    """

    text: str
    ways: tuple[str, ...] = ("message",)
    owes: Mapping[UUID, str] = field(default_factory=dict)


@transaction.atomic
def nudge(
    campaign: Campaign, *, words: Nudge, units: Sequence[Unit], mandate: Mandate, on: date
) -> list[Reminder]:
    """Remind exactly these units at once, without a letter (nhắc ngay); it cannot be taken back.

    Effects: a message on the desk of each unit, which its head also gets with the next digest; a line of
    evidence for each unit and way, also for what the officer says in the Zalo group or by telephone; one line
    in the journal. Raises `Refused` without words, a way or a unit, or for a unit that takes no part.
    Căn cứ: không (quy ước nội bộ).
    """
    may_remind(mandate, campaign, on=on, missing="sign").require()
    text = _require_whole(words, units)
    outside = {unit.pk for unit in units} - {unit.pk for unit in taking_part(campaign.unit, on)}
    if outside:
        named = ", ".join(unit.name for unit in units if unit.pk in outside)
        raise Refused(no(f"Không tham gia đợt thi đua này: {named}.", rule="track:outside"))
    kept = []
    for unit in units:
        owes = words.owes.get(unit.pk, "")
        said = f"{text}\n{owes}".strip() if owes else text
        for way in words.ways:
            message = _message(campaign, unit, said, on=on) if way == "message" else None
            kept.append(
                Reminder.objects.create(
                    campaign=campaign, message=message, unit=unit, missing="sign", way=way, said=said,
                    by=str(mandate), on=on,
                )
            )  # fmt: skip
    ways = ", ".join(says for way, says in Reminder.WAYS if way in words.ways)
    says = f"Đôn đốc {len(units)} đơn vị ({ways}): {', '.join(unit.name for unit in units)}."
    write("nudge", says, actor=mandate.actor(), on=on, thing=campaign, data={"text": text})
    return kept


def _require_whole(words: Nudge, units: Sequence[Unit]) -> str:
    text = nfc(words.text).strip()
    known = {way for way, _ in Reminder.WAYS} - {"letter"}
    for fault, sentence in (
        (not text, "Hãy ghi lời nhắc."),
        (not units, "Chưa chọn đơn vị nào để đôn đốc."),
        (not words.ways or not set(words.ways) <= known, "Hãy chọn nhắc bằng cách nào."),
    ):
        if fault:
            raise Refused(no(sentence, rule="track:nobody"))
    return text


def _message(campaign: Campaign, unit: Unit, body: str, *, on: date) -> Message:
    return Message.objects.create(
        unit=campaign.unit, to_unit=unit, subject=f"Đôn đốc: {campaign.short_title}"[:250], body=body,
        sent_on=on, about=campaign._meta.label_lower, about_id=campaign.pk, purpose="reminder",
    )  # fmt: skip
