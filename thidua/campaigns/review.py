"""Stage 6, first half: each unit closes for itself; the campaign passes to judging (đơn vị tự tổng kết)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from thidua.campaigns.documents.review import review_paper
from thidua.campaigns.models import Campaign, UnitReview
from thidua.campaigns.permissions.review import (
    may_begin_awarding,
    may_change_review,
    may_close_for,
    may_draft_review_report,
    may_return_review,
    may_take_back_review,
)
from thidua.campaigns.queries.review import head_of, results_of
from thidua.journal.lifecycle import advance, keep
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit
from thidua.records.draft import discard, draft
from thidua.records.models import OfficialDocument
from thidua.records.queries.papers import papers_about


@dataclass(frozen=True)
class Meeting:
    """The unit's own judging meeting (cuộc họp xét): day, hours, place, who led and wrote, how many came,
    what was said.
    """

    met_on: date | None = None
    met_from: str = ""
    met_to: str = ""
    met_at: str = ""
    chair: str = ""
    secretary: str = ""
    invited: int | None = None
    present: int | None = None
    minutes: str = ""


@dataclass(frozen=True)
class ReviewEntry:
    """A whole closing as typed (bản tổng kết): results per target, whom the unit commends itself, its
    meeting.

    `results` maps the key of a target to a sentence; `commended` holds (name, kind of recipient, reason);
    `lessons` go on to the closing report of the campaign.
    """

    summary: str
    results: dict[str, str] = field(default_factory=dict)
    commended: tuple[tuple[str, str, str], ...] = ()
    meeting: Meeting = Meeting()
    how: str = ""
    version: int | None = None
    lessons: str = ""


FIELDS = ("met_on", "met_from", "met_to", "met_at", "chair", "secretary", "invited", "present", "minutes")


@transaction.atomic
def save_review(
    campaign: Campaign, *, entry: ReviewEntry, unit: Unit, mandate: Mandate, on: date
) -> UnitReview:
    """Write the unit's closing down (ghi tổng kết của đơn vị); it stays with the unit until it is sent.

    Effects: the closing with its results, commendations and meeting; a line in the journal. Raises `Refused`
    when the campaign is not under way, the closing is sent, or somebody else changed it.
    Căn cứ: mục III.5 của kế hoạch phát động.
    """
    may_close_for(mandate, unit, campaign, on=on).require()
    review, new = UnitReview.objects.select_related("campaign__unit", "unit__parent").get_or_create(
        campaign=campaign, unit=unit
    )
    may_change_review(mandate, review, on=on).require()
    _require_sense(entry.meeting, on=on)
    review.summary, review.lessons, review.how = entry.summary, entry.lessons, entry.how
    review.results = dict(entry.results)
    review.commended = [{"name": name, "kind": kind, "reason": why} for name, kind, why in entry.commended]
    for name in FIELDS:
        setattr(review, name, getattr(entry.meeting, name))
    keep(
        review,
        "summary",
        "lessons",
        "results",
        "commended",
        "how",
        *FIELDS,
        expected=None if new else entry.version,
    )
    write(
        "save_review",
        f"Ghi tổng kết của {unit.name}.",
        actor=mandate.actor(for_name=unit.name if mandate.unit_id != unit.pk else ""),
        on=on,
        thing=review,
    )
    return review


def _require_sense(meeting: Meeting, *, on: date) -> None:
    """A meeting lies in the past, and no more people come than were asked."""
    if meeting.met_on is not None and meeting.met_on > on:
        raise Refused(no("Ngày họp xét ở sau ngày hôm nay; hãy ghi ngày đã họp.", rule="review:future"))
    if None not in (meeting.present, meeting.invited) and meeting.present > meeting.invited:  # type: ignore[operator]
        raise Refused(no("Số người có mặt nhiều hơn số người được triệu tập.", rule="review:present"))


@transaction.atomic
def submit_review(review: UnitReview, *, mandate: Mandate, on: date) -> None:
    """Send the closing to the standing officer (gửi tổng kết).

    Raises `Refused` naming what is missing: the results in general, each registered target, the way it came
    in when the officer typed it. Căn cứ: mục III.5 của kế hoạch phát động.
    """
    may_change_review(mandate, review, on=on).require()
    missing = missing_in(review, typed_by_officer=mandate.unit_id != review.unit_id)
    if missing:
        raise Refused(no(f"Chưa gửi được, còn thiếu: {'; '.join(missing)}.", rule="review:missing"))
    advance(
        review,
        "submitted",
        actor=mandate.actor(for_name=review.unit.name if mandate.unit_id != review.unit_id else ""),
        on=on,
        verb="submit_review",
        says=f"{review.unit.name} gửi tổng kết đợt thi đua.",
    )
    review.submitted_on, review.remark = on, ""
    keep(review, "submitted_on", "remark")


def missing_in(review: UnitReview, *, typed_by_officer: bool) -> list[str]:
    """What a closing still lacks before it can be sent (còn thiếu), as phrases. Căn cứ: không (quy ước nội
    bộ).
    """
    missing = [] if review.summary.strip() else ["kết quả chung"]
    for result in results_of(review.campaign, review.unit):
        if not str(review.results.get(str(result.target.pk), "")).strip():
            missing.append(f"kết quả của chỉ tiêu “{result.target.text}”")
    if typed_by_officer and not review.how.strip():
        missing.append("cách nhận (ví dụ: nhận bản giấy ngày nào)")
    return missing


@transaction.atomic
def take_back_review(review: UnitReview, *, mandate: Mandate, on: date) -> None:
    """Take a sent closing back to correct it (lấy lại); a report drafted from it is dropped.

    Raises `Refused` once that report is with its signer or issued. Căn cứ: không (quy ước nội bộ).
    """
    may_take_back_review(mandate, review, on=on).require()
    for report in papers_about(review, "unit_review"):
        discard(report, mandate=mandate, on=on)
    advance(
        review,
        "draft",
        actor=mandate.actor(),
        on=on,
        verb="take_back_review",
        says=f"Lấy lại tổng kết của {review.unit.name} để sửa.",
    )


@transaction.atomic
def return_review(review: UnitReview, *, remark: str, mandate: Mandate, on: date) -> None:
    """Hand the closing back to the unit with what to change (trả lại). Căn cứ: không (quy ước nội bộ)."""
    may_return_review(mandate, review, on=on).require()
    if not remark.strip():
        raise Refused(no("Hãy ghi điều đơn vị cần sửa trước khi trả lại.", rule="review:remark"))
    advance(
        review,
        "returned",
        actor=mandate.actor(),
        on=on,
        verb="return_review",
        says=f"Trả lại tổng kết của {review.unit.name}: {remark}",
    )
    review.remark = remark
    keep(review, "remark")


@transaction.atomic
def draft_review_report(review: UnitReview, *, mandate: Mandate, on: date) -> OfficialDocument:
    """Draft the unit's report on its own closing (báo cáo tổng kết của đơn vị) from what was written down.

    Raises `Refused` before the closing was sent, when there is a report already, and when the unit has no
    head to sign it. Căn cứ: mục III.5 của kế hoạch phát động.
    """
    may_draft_review_report(mandate, review, on=on).require()
    signer = head_of(review.unit, on=on)
    content = review_paper(review, results_of(review.campaign, review.unit), signer=signer)
    return draft(content, purpose="unit_review", about=review, signer=signer, mandate=mandate, on=on)


@transaction.atomic
def begin_awarding(campaign: Campaign, *, mandate: Mandate, on: date) -> None:
    """Pass from emulating to judging (chuyển sang xét khen thưởng) after the last day of the campaign.

    Raises `Refused` while the time of the campaign runs. Căn cứ: thời gian thi đua trong kế hoạch phát động.
    """
    may_begin_awarding(mandate, campaign, on=on).require()
    advance(
        campaign,
        "reviewing",
        actor=mandate.actor(),
        on=on,
        verb="begin_awarding",
        says=f"Kết thúc thời gian thi đua, chuyển {campaign.short_title} sang xét khen thưởng.",
    )
