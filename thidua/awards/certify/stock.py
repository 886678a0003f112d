"""The stock of blanks: what comes, what is printed, spoiled, given back, counted, destroyed (kho phôi)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from thidua.awards.models import Blank, BlankDestruction, BlankEntry, Decision
from thidua.awards.models.stock import KINDS
from thidua.awards.permissions.blank import may_keep_blanks
from thidua.awards.queries.stock import is_counted, left_of, taken_for, to_destroy
from thidua.journal.rows import short_code
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.vietnamese.text import nfc, squeeze

MOST = 100_000
_SIGN = {"received": 1, "spoiled": -1, "given_back": -1}


@dataclass(frozen=True)
class Sheets:
    """So many sheets of a blank (số tờ phôi): `kind` is received, spoiled or given_back; `paper` what they
    came or went with, `serials` their printed numbers, `why` for spoiled ones.
    """

    kind: str
    number: int
    day: date
    paper: str = ""
    serials: str = ""
    why: str = ""


@transaction.atomic
def enter_blanks(blank: Blank, *, sheets: Sheets, mandate: Mandate, on: date) -> BlankEntry:
    """Enter sheets that came, were spoiled or were given back (nhập phôi, ghi phôi hỏng, trả lại phôi).

    The first receipt opens the stock: from then on prints take from it. Raises `Refused` for a day to come,
    for spoiled sheets without a reason, and when more would go than are left.
    Căn cứ: không (quy ước nội bộ).
    """
    may_keep_blanks(mandate, blank.unit, on=on).require()
    if sheets.kind not in _SIGN or not 1 <= sheets.number <= MOST:
        raise Refused(no(f"Số tờ phải từ 1 đến {MOST:,}.".replace(",", "."), rule="stock:number"))
    if sheets.day > on:
        raise Refused(no("Ngày nhập, xuất phôi không được sau hôm nay.", rule="stock:day"))
    if sheets.kind == "spoiled" and not sheets.why.strip():
        raise Refused(no("Hãy ghi vì sao phôi hỏng: in lệch, kẹt giấy, ố, rách…", rule="stock:why"))
    entry = _entry(blank, sheets, change=sheets.number * _SIGN[sheets.kind], mandate=mandate)
    _tell(entry, mandate=mandate, on=on)
    return entry


@transaction.atomic
def count_blanks(blank: Blank, *, counted: int, why: str, mandate: Mandate, on: date) -> BlankEntry:
    """Enter what was counted (kiểm kê): the difference becomes a line, 0 when the book was right.

    Raises `Refused` for a difference without an explanation. Căn cứ: không (quy ước nội bộ).
    """
    may_keep_blanks(mandate, blank.unit, on=on).require()
    if not 0 <= counted <= MOST:
        raise Refused(no(f"Số đếm được phải từ 0 đến {MOST:,}.".replace(",", "."), rule="stock:number"))
    _locked(blank)
    difference = counted - left_of(blank)
    if difference and not why.strip():
        sentence = f"Sổ ghi còn {left_of(blank)} tờ, đếm được {counted}; hãy ghi vì sao chênh lệch."
        raise Refused(no(sentence, rule="stock:difference"))
    entry = _entry(blank, Sheets("counted", 0, on, why=why), change=difference, mandate=mandate)
    _tell(entry, mandate=mandate, on=on)
    return entry


@transaction.atomic
def take_for_prints(blank: Blank, *, decision: Decision, total: int, mandate: Mandate, on: date) -> int:
    """Take the sheets that the prints of a decision still need from the stock (xuất phôi để in) and return
    how many; none when the stock was never opened, or when they were taken before.

    Raises `Refused` when too few are left. Căn cứ: không (quy ước nội bộ).
    """
    may_keep_blanks(mandate, blank.unit, on=on).require()
    _locked(blank)
    needed = total - taken_for(blank, decision)
    if needed <= 0 or not is_counted(blank):
        return 0
    told = Sheets("printed", needed, on, paper=decision.document.title if decision.document else "")
    _tell(_entry(blank, told, change=-needed, mandate=mandate, decision=decision), mandate=mandate, on=on)
    return needed


@transaction.atomic
def destroy_blanks(blank: Blank, *, means: str, present: str, mandate: Mandate, on: date) -> BlankDestruction:
    """Note that all spoiled sheets not destroyed yet were destroyed before these people (hủy phôi hỏng).

    Effects: the row from which the minutes are printed. Raises `Refused` without spoiled sheets and with
    fewer than two witnesses, a line each. Căn cứ: không (quy ước nội bộ).
    """
    may_keep_blanks(mandate, blank.unit, on=on).require()
    _locked(blank)
    spoiled = list(to_destroy(blank))
    witnesses = [squeeze(line)[:160] for line in nfc(present).splitlines() if line.strip()]
    if not spoiled:
        raise Refused(no("Không có phôi hỏng nào chờ hủy.", rule="stock:nothing"))
    if not 2 <= len(witnesses) <= 12:
        sentence = "Hãy ghi từ hai đến mười hai người tham gia hủy, mỗi người một dòng: họ tên, chức vụ."
        raise Refused(no(sentence, rule="stock:witnesses"))
    done = BlankDestruction.objects.create(
        blank=blank, code=short_code(), day=on, means=squeeze(means)[:120], present="\n".join(witnesses)
    )
    to_destroy(blank).update(destruction=done)
    number = sum(entry.sheets for entry in spoiled)
    says = f"Hủy {number} tờ phôi hỏng “{blank.name}”."
    write("destroy_blanks", says, actor=mandate.actor(), on=on, thing=blank, data={"code": done.code})
    return done


def _locked(blank: Blank) -> None:
    """Two who take from one stock at once come one after the other (khóa kho)."""
    Blank.objects.select_for_update(of=("self",)).get(pk=blank.pk)


def _entry(
    blank: Blank, sheets: Sheets, *, change: int, mandate: Mandate, decision: Decision | None = None
) -> BlankEntry:
    """A line of the stock, unless it would leave less than nothing."""
    _locked(blank)
    left = left_of(blank)
    if left + change < 0:
        sentence = (
            f"Kho “{blank.name}” còn {left} tờ, cần {-change}: thiếu {-change - left} tờ. Hãy nhập thêm phôi "
            "hoặc kiểm kê lại."
        )
        raise Refused(no(sentence, rule="stock:too_few"))
    return BlankEntry.objects.create(
        blank=blank, kind=sheets.kind, change=change, day=sheets.day, paper=squeeze(sheets.paper)[:160],
        serials=squeeze(sheets.serials)[:160], why=squeeze(sheets.why)[:300], decision=decision,
        entered_by=str(mandate)[:250],
    )  # fmt: skip


def _tell(entry: BlankEntry, *, mandate: Mandate, on: date) -> None:
    what, why = dict(KINDS)[entry.kind], f" ({entry.why})" if entry.why else ""
    says = f"Kho phôi “{entry.blank.name}”: {what} {entry.sheets} tờ{why}; còn {left_of(entry.blank)} tờ."
    told = {"kind": entry.kind, "change": entry.change}
    write("enter_blanks", says, actor=mandate.actor(), on=on, thing=entry.blank, data=told)
