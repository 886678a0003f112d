"""Who may keep the fund and its ledger (quyền ghi quỹ, sổ quỹ thi đua, khen thưởng)."""

from __future__ import annotations

from datetime import date

from thidua.awards.models import FundEntry, FundYear
from thidua.awards.queries.certificate import SEES_MONEY
from thidua.law.ruling import Ruling, no
from thidua.org.models import Mandate
from thidua.org.permissions import may_act
from thidua.vietnamese.dates import vn_date


def may_enter_fund(mandate: Mandate, *, on: date) -> Ruling:
    """May this mandate enter the figures of a year of the own office (ghi quỹ)? The accountant alone."""
    return may_act(mandate, "accountant", on=on)


def may_keep_ledger(mandate: Mandate, *, on: date) -> Ruling:
    """May this mandate book money in and out (ghi sổ quỹ)? The accountant alone."""
    return may_act(mandate, "accountant", on=on)


def may_see_fund(mandate: Mandate, *, on: date) -> Ruling:
    """May this mandate see the fund of the own office (xem quỹ)? Who has to do with money there."""
    return may_act(mandate, *SEES_MONEY, on=on)


def may_reverse(mandate: Mandate, entry: FundEntry, *, on: date) -> Ruling:
    """May a line be undone (hủy dòng sổ quỹ)? Once, by the accountant; not an undoing, not what was carried
    over, not prize money of an award cancelled since.
    """
    ruling = may_act(mandate, "accountant", on=on, unit=entry.fund_year.unit)
    if ruling.stops:
        return ruling
    if entry.reverses_id is not None or FundEntry.objects.filter(reverses=entry).exists():
        return no(f"Dòng {entry.number} đã hủy hoặc là dòng hủy; ghi một dòng mới.", rule="fund:reversed")
    if entry.kind == "carried" or _is_carried_opening(entry):
        return no("Số dư chuyển năm: mở lại sổ năm trước thay vì hủy dòng này.", rule="fund:carried")
    if entry.payment is not None and entry.payment.item.revocations.filter(day__isnull=False).exists():
        return no(
            f"Khen thưởng của {entry.payment.item.name} đã bị hủy bỏ; tiền về quỹ ghi bằng khoản thu hồi.",
            rule="fund:revoked",
        )
    return ruling


def _is_carried_opening(entry: FundEntry) -> bool:
    """Whether an opening balance came out of the ledger of the year before."""
    year = entry.fund_year
    before = FundEntry.objects.filter(
        fund_year__unit=year.unit, fund_year__year=year.year - 1, kind="carried", reversed_by=None,
        amount=-entry.amount,
    )  # fmt: skip
    return entry.kind == "opening" and before.filter(reverses=None).exists()


def may_close_year(mandate: Mandate, row: FundYear, *, on: date) -> Ruling:
    """May the ledger of a year be closed (khóa sổ)? By the accountant, from the last day of that year."""
    ruling = may_act(mandate, "accountant", on=on, unit=row.unit)
    if ruling.stops:
        return ruling
    if row.closed_on is not None:
        return no(f"Sổ năm {row.year} đã khóa ngày {vn_date(row.closed_on)}.", rule="fund:closed")
    if on < date(row.year, 12, 31):
        return no(f"Sổ năm {row.year} khóa được từ ngày 31/12/{row.year}.", rule="fund:early")
    return ruling


def may_reopen_year(mandate: Mandate, row: FundYear, *, on: date) -> Ruling:
    """May a closed ledger be opened again (mở lại sổ)? By the accountant, while the next year is open."""
    ruling = may_act(mandate, "accountant", on=on, unit=row.unit)
    if ruling.stops:
        return ruling
    if row.closed_on is None:
        return no(f"Sổ năm {row.year} đang mở.", rule="fund:open")
    if FundYear.objects.filter(unit=row.unit, year=row.year + 1, closed_on__isnull=False).exists():
        return no(f"Sổ năm {row.year + 1} đã khóa; mở lại sổ ấy trước.", rule="fund:closed")
    return ruling
