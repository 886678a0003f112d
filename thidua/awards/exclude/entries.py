"""One line of a year's list (một dòng danh sách chưa xét): entered, removed with its reason, taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from thidua.awards.models import Exclusion
from thidua.campaigns.models.campaign import RECIPIENT_KINDS
from thidua.journal.lifecycle import advance, keep
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.org.permissions import may_keep_record
from thidua.org.queries import government_of
from thidua.vietnamese.text import squeeze

OLDEST = 1900


@dataclass(frozen=True)
class ListPaper:
    """The list a line stands on (danh sách): of which year, from whom, by which paper."""

    year: int
    sender: str
    paper: str


@dataclass(frozen=True)
class ExclusionWords:
    """A line as the list writes it (nội dung dòng): who, and why not this year."""

    kind: str
    name: str
    reason: str
    birth_year: int | None = None
    place: str = ""


@transaction.atomic
def exclude(words: ExclusionWords, *, listed: ListPaper, mandate: Mandate, on: date) -> Exclusion:
    """Put somebody on the list of a year (ghi vào danh sách chưa xét khen thưởng) and return the line.

    Effects: nominations of that name are warned of or stopped, as the office's rule says. Raises `Refused`
    without a name, a reason, a sender or a paper, and for a line that stands already. Căn cứ: không (quy ước
    nội bộ) - quy định của địa phương về nguồn tin và ngày lấy danh sách.
    """
    may_keep_record(mandate, mandate.unit, on=on).require()
    fault = list_fault(listed, on=on) or line_fault(words, on=on)
    if fault:
        raise Refused(no(fault, rule="exclude:words"))
    row = made_of(words, listed=listed, mandate=mandate, on=on)
    row.key_the_name()
    same = Exclusion.objects.filter(
        unit=row.unit, year=row.year, kind=row.kind, name_key=row.name_key, birth_year=row.birth_year,
        place=row.place, state="kept",
    )  # fmt: skip
    if same.exists():
        raise Refused(no(f"{row.name} đã có trong danh sách năm {row.year}.", rule="exclude:twice"))
    row.save()
    says = f"Ghi {row.name} vào danh sách chưa xét khen thưởng năm {row.year}, theo {row.paper}."
    write("exclude", says, actor=mandate.actor(), on=on, thing=row)
    return row


def made_of(words: ExclusionWords, *, listed: ListPaper, mandate: Mandate, on: date) -> Exclusion:
    """The row of a line, not saved (dòng danh sách). Căn cứ: không (quy ước nội bộ)."""
    return Exclusion(
        state=Exclusion.table.first, unit=government_of(mandate.unit), year=listed.year, kind=words.kind,
        name=squeeze(words.name), birth_year=words.birth_year, place=squeeze(words.place),
        reason=squeeze(words.reason), sender=squeeze(listed.sender), paper=squeeze(listed.paper),
        entered_on=on, entered_by=str(mandate),
    )  # fmt: skip


def list_fault(listed: ListPaper, *, on: date) -> str:
    """What is wrong with the list itself (lỗi của danh sách), "" when nothing is. Căn cứ: không (quy ước nội
    bộ).
    """
    if not OLDEST <= listed.year <= on.year + 1:
        return f"Năm {listed.year} không hợp lý."
    if not squeeze(listed.sender):
        return "Chưa ghi nơi gửi danh sách."
    return "" if squeeze(listed.paper) else "Chưa ghi văn bản (số, ngày) gửi danh sách."


def line_fault(words: ExclusionWords, *, on: date) -> str:
    """What is wrong with a line (lỗi của dòng), "" when nothing is. Căn cứ: không (quy ước nội bộ)."""
    if words.kind not in dict(RECIPIENT_KINDS):
        return "Hãy chọn cá nhân, tập thể hay hộ gia đình."
    if not squeeze(words.name):
        return "Chưa ghi tên."
    if not squeeze(words.reason):
        return "Chưa ghi lý do chưa xét."
    if words.birth_year is not None and not OLDEST <= words.birth_year <= on.year:
        return f"Năm sinh {words.birth_year} không hợp lý."
    long = [text for text in (words.name, words.reason, words.place) if len(squeeze(text)) > 250]
    return "Tên, lý do, nơi ở dài nhất 250 chữ cái; viết gọn lại." if long else ""


@transaction.atomic
def lift_exclusion(row: Exclusion, *, reason: str, mandate: Mandate, on: date) -> None:
    """Take somebody off the list (bỏ khỏi danh sách) with the reason: cleared, or entered by mistake.

    The line stays in the history and can be put back. Raises `Refused` without a reason. Căn cứ: Nghị định
    152/2025/NĐ-CP, Điều 4 khoản 4 (có kết luận không vi phạm thì xét khen thưởng).
    """
    may_keep_record(mandate, row.unit, on=on).require()
    if not squeeze(reason):
        raise Refused(no("Hãy ghi lý do bỏ khỏi danh sách; nhật ký giữ lý do này.", rule="exclude:why"))
    says = f"Bỏ {row.name} khỏi danh sách chưa xét khen thưởng năm {row.year}: {squeeze(reason)}"
    advance(row, "removed", actor=mandate.actor(), on=on, verb="lift_exclusion", says=says)
    row.why = squeeze(reason)
    keep(row, "why")


@transaction.atomic
def put_back(row: Exclusion, *, mandate: Mandate, on: date) -> None:
    """Put a removed line back on the list (đưa lại vào danh sách). Căn cứ: không (quy ước nội bộ)."""
    may_keep_record(mandate, row.unit, on=on).require()
    says = f"Đưa lại {row.name} vào danh sách chưa xét khen thưởng năm {row.year}."
    advance(row, "kept", actor=mandate.actor(), on=on, verb="put_back_exclusion", says=says)
