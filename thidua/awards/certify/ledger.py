"""The ledger of the fund (sổ quỹ khen thưởng): money is booked in and out, a mistake is undone by a line of
its own, a year is closed. No line is ever changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import F, Max

from thidua.awards.models import FundEntry, FundYear, Payment, Revocation
from thidua.awards.models.fund import ENTRY_KINDS, INWARD, MEANS
from thidua.awards.permissions.fund import may_close_year, may_keep_ledger, may_reopen_year, may_reverse
from thidua.awards.queries.fund import balance_of
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.money import money
from thidua.vietnamese.text import squeeze

BY_HAND = ("opening", "allocation", "contribution", "material", "organising")
FIGURES = {"allocation": ("fund", 1), "organising": ("organising", -1)}


@dataclass(frozen=True)
class Movement:
    """What is booked (khoản thu, khoản chi): `amount` in đồng, always above zero; the kind says which way.

    `paper` is the voucher or decision behind it, `counterpart` who pays in or receives.
    """

    kind: str
    amount: int
    day: date
    says: str
    paper: str = ""
    counterpart: str = ""
    means: str = ""
    payment: Payment | None = None
    revocation: Revocation | None = None


@transaction.atomic
def book_movement(movement: Movement, *, mandate: Mandate, on: date) -> FundEntry:
    """Book money in or out of the own fund by hand (ghi thu, ghi chi) and return the line.

    Prize money and what is given back go by their own verbs. Raises `Refused` without a paper, an amount or
    words, for a day that has not come, for a second opening balance, and in a closed year.
    Căn cứ: Nghị định 152/2025/NĐ-CP, Điều 46; Nghị định 98/2023/NĐ-CP, Điều 51, 52.
    """
    may_keep_ledger(mandate, on=on).require()
    _require_whole(movement, on=on)
    row = open_book(movement.day.year, mandate=mandate, on=on)
    if movement.kind == "opening" and row.entries.filter(kind="opening", reversed_by=None).exists():
        raise Refused(
            no(
                f"Sổ năm {row.year} đã có số dư đầu năm; ghi sai thì hủy dòng ấy rồi ghi lại.",
                rule="fund:opening",
            )
        )
    entry = enter_line(row, movement=movement, mandate=mandate)
    what = f"{'Thu' if movement.kind in INWARD else 'Chi'} quỹ năm {row.year}, {ENTRY_KINDS[movement.kind]}"
    says = f"{what}: {money(movement.amount)} đồng, {entry.says}."
    write("book_movement", says, actor=mandate.actor(), on=on, thing=row)
    return entry


def _require_whole(movement: Movement, *, on: date) -> None:
    """The facts without which a line explains nothing."""
    if movement.kind not in BY_HAND or movement.amount <= 0:
        raise Refused(no("Chọn loại thu, chi và ghi số tiền lớn hơn 0.", rule="fund:amount"))
    if not squeeze(movement.says) or not squeeze(movement.paper):
        raise Refused(no("Ghi diễn giải và chứng từ (số, ngày) của khoản này.", rule="fund:paper"))
    if movement.means and movement.means not in MEANS:
        raise Refused(no("Chọn tiền mặt hoặc chuyển khoản.", rule="fund:means"))
    if movement.day > on:
        raise Refused(no(f"Ngày {vn_date(movement.day)} chưa tới.", rule="fund:day"))


@transaction.atomic
def open_book(year: int, *, mandate: Mandate, on: date) -> FundYear:
    """The ledger of the own office for a year, locked for writing (mở sổ quỹ của năm); made when it is not
    there.

    Raises `Refused` once the year is closed. Căn cứ: không (quy ước nội bộ).
    """
    facts = {"entered_by": str(mandate)[:250], "entered_on": on}
    FundYear.objects.get_or_create(unit=mandate.unit, year=year, defaults=facts)
    row = FundYear.objects.select_for_update(of=("self",)).get(unit=mandate.unit, year=year)
    if row.closed_on is not None:
        raise Refused(
            no(
                f"Sổ quỹ năm {year} đã khóa ngày {vn_date(row.closed_on)}. Mở lại sổ rồi ghi, hoặc ghi vào "
                "năm nay.",
                rule="fund:closed",
            )
        )
    return row


@transaction.atomic
def enter_line(
    row: FundYear, *, movement: Movement, reverses: FundEntry | None = None, mandate: Mandate
) -> FundEntry:
    """Write the next line of a locked ledger (ghi một dòng sổ quỹ) and return it; the caller journals.

    Effects: the line with the next number, and what the year keeps of allocations and organising costs. A
    line that `reverses` another takes the opposite amount. Raises `Refused` when less than nothing would have
    been allocated or spent on organising. Căn cứ: không (quy ước nội bộ).
    """
    amount = movement.amount if movement.kind in INWARD else -movement.amount
    amount = -reverses.amount if reverses is not None else amount
    _require_figure(row, movement.kind, amount)
    entry = FundEntry.objects.create(
        fund_year=row, number=(row.entries.aggregate(last=Max("number"))["last"] or 0) + 1, day=movement.day,
        kind=movement.kind, amount=amount, says=squeeze(movement.says)[:300],
        paper=squeeze(movement.paper)[:250], counterpart=squeeze(movement.counterpart)[:200],
        means=movement.means, payment=movement.payment, revocation=movement.revocation, reverses=reverses,
        entered_by=str(mandate)[:250],
    )  # fmt: skip
    if movement.kind in FIGURES:
        name, way = FIGURES[movement.kind]
        FundYear.objects.filter(pk=row.pk).update(**{name: F(name) + way * amount})
        row.refresh_from_db()
    return entry


def _require_figure(row: FundYear, kind: str, amount: int) -> None:
    """A figure of the year never falls below nothing: a line whose sum was corrected since is not undone."""
    if kind not in FIGURES:
        return
    name, way = FIGURES[kind]
    if getattr(row, name) + way * amount < 0:
        raise Refused(
            no(
                f"Ghi dòng này thì số của năm {row.year} sẽ âm: số ấy đã được sửa bằng một dòng khác. Hủy "
                "dòng sửa trước.",
                rule="fund:below_nothing",
            )
        )


@transaction.atomic
def reverse_entry(entry: FundEntry, *, reason: str, mandate: Mandate, on: date) -> FundEntry:
    """Undo one line by a line of the opposite amount (hủy một dòng sổ quỹ) and return that line.

    Effects: prize money counts as not paid again. Raises `Refused` without a reason, for a line undone before
    or an undoing itself, in a closed year, and for prize money whose award was cancelled since.
    Căn cứ: không (quy ước nội bộ).
    """
    may_reverse(mandate, entry, on=on).require()
    why = squeeze(reason)
    if not why:
        raise Refused(no("Ghi lý do hủy dòng này; dòng cũ vẫn còn trong sổ.", rule="fund:reason"))
    row = open_book(entry.fund_year.year, mandate=mandate, on=on)
    if FundEntry.objects.filter(reverses=entry).exists():
        raise Refused(no("Dòng này vừa được hủy. Tải lại trang để xem sổ mới.", rule="fund:reversed"))
    undone = Movement(
        entry.kind, abs(entry.amount), on, f"Hủy dòng {entry.number}: {why}", entry.paper, entry.counterpart,
        entry.means, entry.payment, entry.revocation,
    )  # fmt: skip
    line = enter_line(row, movement=undone, reverses=entry, mandate=mandate)
    if entry.payment is not None:
        Payment.objects.filter(pk=entry.payment.pk).update(
            paid_on=None, paid_by="", receipt="", means="", authority=""
        )
    says = f"Hủy dòng {entry.number} sổ quỹ năm {row.year} ({money(abs(entry.amount))} đồng): {why}."
    write("reverse_entry", says, actor=mandate.actor(), on=on, thing=row)
    return line


@transaction.atomic
def close_year(row: FundYear, *, mandate: Mandate, on: date) -> None:
    """Close the ledger of a year (khóa sổ quỹ): what is left goes over into the next year.

    Effects: a line out here, the opening balance there. Raises `Refused` before the year is over, when it is
    closed already or overspent, and when the next year has an opening balance.
    Căn cứ: không (quy ước nội bộ).
    """
    may_close_year(mandate, row, on=on).require()
    locked = open_book(row.year, mandate=mandate, on=on)
    left = balance_of(locked)
    if left < 0:
        raise Refused(
            no(
                f"Sổ quỹ năm {row.year} đang âm {money(-left)} đồng; ghi đủ số cấp trước khi khóa sổ.",
                rule="fund:overspent",
            )
        )
    if left:
        _carry_over(locked, left, mandate=mandate, on=on)
    locked.closed_on, locked.closed_by = on, str(mandate)[:250]
    locked.save(update_fields=["closed_on", "closed_by"])
    says = f"Khóa sổ quỹ năm {row.year}; chuyển sang năm {row.year + 1}: {money(left)} đồng."
    write("close_year", says, actor=mandate.actor(), on=on, thing=row)


def _carry_over(row: FundYear, left: int, *, mandate: Mandate, on: date) -> None:
    """The same amount out of one year and into the next."""
    coming = open_book(row.year + 1, mandate=mandate, on=on)
    if coming.entries.filter(kind="opening", reversed_by=None, reverses=None).exists():
        raise Refused(
            no(f"Sổ năm {coming.year} đã có số dư đầu năm; hủy dòng ấy rồi khóa sổ.", rule="fund:opening")
        )
    paper = f"Khóa sổ ngày {vn_date(on)}"
    out = Movement("carried", left, on, f"Chuyển số dư sang năm {coming.year}", paper)
    enter_line(row, movement=out, mandate=mandate)
    opening = Movement("opening", left, date(coming.year, 1, 1), f"Số dư năm {row.year} chuyển sang", paper)
    enter_line(coming, movement=opening, mandate=mandate)


@transaction.atomic
def reopen_year(row: FundYear, *, reason: str, mandate: Mandate, on: date) -> None:
    """Open a closed ledger again (mở lại sổ quỹ): the carried balance is undone on both sides.

    Raises `Refused` without a reason and once the next year is closed too. Căn cứ: không (quy ước nội bộ).
    """
    may_reopen_year(mandate, row, on=on).require()
    why = squeeze(reason)
    if not why:
        raise Refused(no("Ghi lý do mở lại sổ.", rule="fund:reason"))
    locked = FundYear.objects.select_for_update(of=("self",)).get(pk=row.pk)
    locked.closed_on, locked.closed_by = None, ""
    locked.save(update_fields=["closed_on", "closed_by"])
    carried = locked.entries.filter(kind="carried", reversed_by=None, reverses=None).last()
    if carried is not None:
        _undo_carrying(locked, carried, why, mandate=mandate, on=on)
    write("reopen_year", f"Mở lại sổ quỹ năm {row.year}: {why}.", actor=mandate.actor(), on=on, thing=row)


def _undo_carrying(row: FundYear, carried: FundEntry, why: str, *, mandate: Mandate, on: date) -> None:
    """The carried balance taken back from the next year."""
    coming = open_book(row.year + 1, mandate=mandate, on=on)
    opening = coming.entries.get(kind="opening", amount=-carried.amount, reversed_by=None, reverses=None)
    for book, line in ((coming, opening), (row, carried)):
        undone = Movement(line.kind, abs(line.amount), on, f"Mở lại sổ năm {row.year}: {why}", line.paper)
        enter_line(book, movement=undone, reverses=line, mandate=mandate)
