"""What a closing report still lacks, and who owes it (còn thiếu gì, ai nợ)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from thidua.awards.models import Nomination, Payment
from thidua.campaigns.models import Campaign
from thidua.campaigns.queries.part import participation

ON_A_DESK = ("submitted", "returned", "eligible", "tabled", "passed", "presented")


@dataclass(frozen=True)
class Missing:
    """One thing that is missing (còn thiếu): what, who owes it, and whether the campaign cannot close
    without it.
    """

    what: str
    who: str
    blocks: bool = False


def missing_in(campaign: Campaign, *, on: date) -> list[Missing]:
    """Everything missing, what stops the closing first (còn thiếu trước khi tổng kết)."""
    found = [*_nominations(campaign), *_units(campaign, on), *_promises(campaign), *_money(campaign)]
    return sorted(found, key=lambda one: not one.blocks)


def _nominations(campaign: Campaign) -> list[Missing]:
    waiting = Nomination.objects.filter(campaign=campaign, state__in=ON_A_DESK).select_related("holder")
    return [
        Missing(
            f"Hồ sơ của {one.name}: {one.state_says}", f"{one.holder.short_name} ({one.desk})", blocks=True
        )
        for one in waiting
    ]


def _units(campaign: Campaign, on: date) -> list[Missing]:
    rows = participation(campaign, on=on)
    reviewed = set(campaign.unit_reviews.filter(state="submitted").values_list("unit_id", flat=True))
    owed = (
        ("Chưa đăng ký thi đua", [r.unit.in_sentence for r in rows if not r.has_registered]),
        ("Chưa báo cáo kết quả", [r.unit.in_sentence for r in rows if not r.has_reported]),
        ("Chưa gửi bản tổng kết của đơn vị", [r.unit.in_sentence for r in rows if r.unit.pk not in reviewed]),
    )
    return [Missing(what, ", ".join(names)) for what, names in owed if names]


def _promises(campaign: Campaign) -> list[Missing]:
    """What the plan promised: at least one model; good examples made public."""
    found = []
    if not campaign.model_projects.filter(stage="done").exists():
        found.append(
            Missing(
                "Chưa có mô hình, phần việc nào ghi hoàn thành (kế hoạch yêu cầu ít nhất 01)", "các đơn vị"
            )
        )
    if not campaign.announcements.filter(state="published").exists():
        found.append(Missing("Chưa có tin bài nào được đăng", "công chức văn hóa"))
    return found


def _money(campaign: Campaign) -> list[Missing]:
    unpaid = Payment.objects.filter(
        item__decision__campaign=campaign, unit=campaign.unit, paid_on=None
    ).count()
    return [Missing(f"Tiền thưởng chưa chi: {unpaid} trường hợp", "kế toán")] if unpaid else []
