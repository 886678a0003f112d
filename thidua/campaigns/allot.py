"""Set how many may be put forward, and change it (đặt, đổi chỉ tiêu khen thưởng)."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction

from thidua.campaigns.models import Campaign, OfferedAward, Quota
from thidua.campaigns.permissions.quota import may_allot
from thidua.campaigns.queries.quota import amount_says, counted_says, quotas_of
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit


@dataclass(frozen=True)
class QuotaEntry:
    """A quota as typed (nội dung chỉ tiêu); see `Quota` for what each part means."""

    kind: str
    scope: str = "all"
    unit: Unit | None = None
    award: OfferedAward | None = None
    recipient: str = ""
    group: str = ""
    number: int | None = None
    percent: Decimal | None = None
    base: int | None = None
    base_says: str = ""
    over: str = "warn"
    paper: str = ""


@transaction.atomic
def set_quota(campaign: Campaign, *, entry: QuotaEntry, mandate: Mandate, on: date) -> Quota:
    """Set a quota with the paper it rests on (đặt chỉ tiêu); from now on it counts.

    Raises `Refused` for half a quota, without a paper, and when one for the same names stands already.
    Căn cứ: không (quy ước nội bộ); mức do kế hoạch hoặc văn bản của cơ quan quy định.
    """
    may_allot(mandate, campaign, on=on).require()
    _require_whole(entry)
    _require_alone(campaign, entry)
    quota = _make(campaign, entry, mandate, on)
    says = f"Đặt chỉ tiêu {_told(quota)}, theo {quota.rests_on}."
    write("set_quota", says, actor=mandate.actor(), on=on, thing=quota)
    return quota


@transaction.atomic
def change_quota(quota: Quota, *, entry: QuotaEntry, why: str, mandate: Mandate, on: date) -> Quota:
    """Change a quota (đổi chỉ tiêu): it ends with the reason and another takes its place; returns that one.

    The words and the clause of the plan go along. Raises `Refused` without a reason, for half a quota, and
    for one that ended. Căn cứ: không (quy ước nội bộ).
    """
    _end(quota, why, mandate, on)
    _require_whole(entry)
    _require_alone(quota.campaign, entry)
    made = _make(quota.campaign, entry, mandate, on)
    made.says, made.clause = quota.says, quota.clause
    made.save(update_fields=["says", "clause"])
    says = f"Đổi chỉ tiêu {_told(quota)} thành {_told(made)}, theo {made.rests_on}: {why.strip()}"
    write("change_quota", says, actor=mandate.actor(), on=on, thing=made, data={"before": quota.code})
    return made


@transaction.atomic
def end_quota(quota: Quota, *, why: str, mandate: Mandate, on: date) -> None:
    """Drop a quota (thôi áp dụng chỉ tiêu) with the reason; it stays in the history.

    Raises `Refused` without a reason and for one that ended. Căn cứ: không (quy ước nội bộ).
    """
    _end(quota, why, mandate, on)
    says = f"Thôi áp dụng chỉ tiêu {_told(quota)}: {why.strip()}"
    write("end_quota", says, actor=mandate.actor(), on=on, thing=quota)


def _told(quota: Quota) -> str:
    return f"“{counted_says(quota)}: {amount_says(quota)}”"


def _make(campaign: Campaign, entry: QuotaEntry, mandate: Mandate, on: date) -> Quota:
    said = asdict(entry) | {"unit": entry.unit, "award": entry.award, "paper": entry.paper.strip()}
    return Quota.objects.create(campaign=campaign, set_by=str(mandate), set_on=on, **said)


def _end(quota: Quota, why: str, mandate: Mandate, on: date) -> None:
    may_allot(mandate, quota.campaign, on=on).require()
    if not why.strip():
        raise Refused(no("Hãy ghi lý do đổi hoặc thôi áp dụng chỉ tiêu.", rule="quota:why"))
    ended = Quota.objects.filter(pk=quota.pk, ended_on=None).update(
        ended_on=on, ended_why=why.strip(), ended_by=str(mandate)
    )
    if not ended:
        raise Refused(
            no("Chỉ tiêu này vừa được người khác đổi; hãy tải lại trang để xem.", rule="quota:ended")
        )


def _require_whole(entry: QuotaEntry) -> None:
    """Refuse half a quota with the sentence that says what is missing."""
    problems = (
        (not entry.paper.strip(), "Hãy ghi văn bản làm căn cứ (số, ngày, tên, hoặc mục của kế hoạch)."),
        (entry.kind == "share" and not entry.group, "Hãy chọn nhóm cần đạt tỷ lệ."),
        (entry.kind == "share" and entry.percent is None, "Hãy ghi tỷ lệ phần trăm cần đạt."),
        (entry.kind == "year" and entry.number is None, "Chỉ tiêu trong năm cần ghi số lượng."),
        (
            entry.kind == "cap" and (entry.number is None) == (entry.percent is None),
            "Hãy ghi số lượng, hoặc tỷ lệ phần trăm: một trong hai.",
        ),
        (
            entry.kind == "cap" and entry.percent is not None and entry.base is None,
            "Tỷ lệ phần trăm cần cơ số: ghi số người hoặc số tập thể làm gốc để tính.",
        ),
        (
            entry.percent is not None and entry.kind != "share" and entry.scope not in ("all", "unit"),
            "Mỗi đơn vị có cơ số riêng: hãy đặt tỷ lệ cho cả đợt, hoặc riêng từng đơn vị.",
        ),
        ((entry.scope == "unit") != (entry.unit is not None), "Hãy chọn đơn vị áp dụng riêng."),
    )
    for is_missing, says in problems:
        if is_missing:
            raise Refused(no(says, rule="quota:half"))


def _require_alone(campaign: Campaign, entry: QuotaEntry) -> None:
    same = quotas_of(campaign).filter(
        kind=entry.kind,
        scope=entry.scope,
        unit=entry.unit,
        award=entry.award,
        recipient=entry.recipient,
        group=entry.group,
    )
    found = same.first()
    if found is not None:
        raise Refused(
            no(
                f"Đã có chỉ tiêu cho {counted_says(found)}: {amount_says(found)}. Hãy đổi chỉ tiêu ấy.",
                rule="quota:twice",
            )
        )
