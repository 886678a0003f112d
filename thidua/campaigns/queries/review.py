"""Doors to the units' own closings and to the standards of award forms (tra cứu tổng kết, tiêu chuẩn)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from thidua.campaigns.models import Campaign, OfferedAward, ProgressEntry, Target, UnitReview
from thidua.campaigns.models.campaign import RECIPIENT_KINDS
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit
from thidua.org.queries import government_of, taking_part, who_holds
from thidua.records.models import OfficialDocument
from thidua.vietnamese.dates import vn_date

GROUP_HEADINGS = {
    "collective": "Đối với tập thể",
    "individual": "Đối với cá nhân",
    "household": "Đối với hộ gia đình",
}


@dataclass(frozen=True)
class TargetResult:
    """A registered target with what was reported on it (kết quả theo chỉ tiêu); `says` is the sentence to
    prefill.
    """

    target: Target
    says: str


@dataclass(frozen=True)
class UnitClosing:
    """One unit and its closing, if any (đơn vị và bản tổng kết)."""

    unit: Unit
    review: UnitReview | None


def results_of(campaign: Campaign, unit: Unit) -> list[TargetResult]:
    """The unit's registered targets with a sentence made of its last report (kết quả từng chỉ tiêu đã đăng
    ký).
    """
    last: dict[object, ProgressEntry] = {}
    for entry in ProgressEntry.objects.filter(campaign=campaign, unit=unit, target__isnull=False).order_by(
        "on", "id"
    ):
        last[entry.target_id] = entry
    targets = Target.objects.filter(registration__campaign=campaign, registration__unit=unit)
    return [
        TargetResult(target, _sentence(target, last.get(target.pk)))
        for target in targets.select_related("content").order_by("content__order", "id")
    ]


def _number(value: object) -> str:
    return f"{value:f}".rstrip("0").rstrip(".").replace(".", ",")


def _sentence(target: Target, entry: ProgressEntry | None) -> str:
    if entry is None:
        return ""
    reached = ""
    if entry.value is not None:
        goal = f" trên {_number(target.goal)}" if target.goal is not None else ""
        reached = f"Đạt {_number(entry.value)}{goal} {target.measure}".strip() + ". "
    return f"{reached}{entry.text} (báo cáo ngày {vn_date(entry.on)})"


def head_of(unit: Unit, *, on: date) -> Mandate:
    """The head who signs for a body or village on that day (thủ trưởng đơn vị); raises `Refused` when there
    is none.
    """
    found = who_holds(unit, "unit_head", "village_head", on=on).first()
    if found is None:
        raise Refused(
            no(
                f"{unit.name} chưa có người đứng đầu đương nhiệm để ký; hãy ghi chức vụ trước.",
                rule="unit:head",
            )
        )
    return found


def closings_of(campaign: Campaign, on: date) -> list[UnitClosing]:
    """Every unit that takes part with its closing or None, in the order of the tree (tình hình tổng kết)."""
    written = {review.unit_id: review for review in UnitReview.objects.filter(campaign=campaign)}
    return [UnitClosing(unit, written.get(unit.pk)) for unit in taking_part(campaign.unit, on)]


def review_of(mandate: Mandate, campaign: Campaign, unit: Unit) -> UnitReview:
    """The closing of a unit, for the unit itself and for its People's Committee, else
    `UnitReview.DoesNotExist`.
    """
    found = UnitReview.objects.select_related("campaign__unit", "unit__parent").get(
        campaign=campaign, unit=unit
    )
    if unit.pk != mandate.unit_id and government_of(unit).pk != mandate.unit_id:
        raise UnitReview.DoesNotExist
    return found


def lessons_of(campaign: Campaign) -> list[tuple[Unit, str]]:
    """What the units learnt and ask for, from the closings they sent (bài học, kiến nghị của đơn vị)."""
    told = UnitReview.objects.filter(campaign=campaign, state="submitted").exclude(lessons="")
    return [(review.unit, review.lessons) for review in told.select_related("unit")]


def closing_unit(mandate: Mandate, campaign: Campaign, code: str) -> Unit:
    """The unit whose closing this mandate may see: its own, or any for the launching office; else
    `DoesNotExist`.
    """
    unit = Unit.objects.select_related("parent").get(code=code, path__startswith=campaign.unit.path)
    if unit.pk != mandate.unit_id and campaign.unit_id != mandate.unit_id:
        raise Unit.DoesNotExist
    return unit


def offered_awards(campaign: Campaign) -> QuerySet[OfferedAward]:
    """The award forms of a campaign with their criteria (hình thức khen thưởng, tiêu chuẩn)."""
    return campaign.awards.select_related("standard_paper", "campaign__unit").prefetch_related(
        "criteria__measure"
    )


def offered_award(campaign: Campaign, form: str) -> OfferedAward:
    """One offered form by its id, else `OfferedAward.DoesNotExist`."""
    return offered_awards(campaign).get(form=form)


def standard_to_start_from(award: OfferedAward) -> dict[str, list[str]]:
    """The criteria per group to start from (gợi ý tiêu chuẩn): its own if any, else those of the next form
    up.
    """
    forms = [award, *award.campaign.awards.filter(order__gt=award.order).order_by("order")]
    for offered in forms:
        texts: dict[str, list[str]] = {kind: [] for kind, _ in RECIPIENT_KINDS}
        for criterion in offered.criteria.all():
            if criterion.text not in texts[criterion.recipient]:
                texts[criterion.recipient].append(criterion.text)
        if any(texts.values()):
            return texts
    return {kind: [] for kind, _ in RECIPIENT_KINDS}


def open_standard_paper(award: OfferedAward) -> OfficialDocument | None:
    """The paper that is on its way to set the standard (văn bản quy định đang làm), or None."""
    if not award.delegated:
        return None
    papers = OfficialDocument.objects.filter(purpose="award_standard", about_id=award.pk)
    return papers.exclude(state__in=["cancelled", "issued"]).first()


def review_if_any(campaign: Campaign, unit: Unit) -> UnitReview | None:
    """The closing of a unit, or None while nothing is written (bản tổng kết nếu có)."""
    found = UnitReview.objects.select_related("campaign__unit", "unit__parent")
    return found.filter(campaign=campaign, unit=unit).first()
