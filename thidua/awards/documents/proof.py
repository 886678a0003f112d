"""The sheet to proof-read a draft decision from on paper (phiếu đọc soát): each line beside its record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from thidua.awards.documents.lists import printed_recipient
from thidua.awards.models import Decision
from thidua.awards.queries.proof import Proof, ProofLine
from thidua.paper.model import Column, Document, SignatureBlock, Signatures, Table, p
from thidua.records.letterheads import office_letterhead
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.money import money, money_in_words

SIGNS = "(Ký, ghi rõ họ tên)"
COLUMNS = (
    Column("TT", 10, "center"),
    Column("Danh sách ghi", 66),
    Column("Hồ sơ gốc", 66),
    Column("Cần xem", 54),
    Column("Tiền thưởng (đồng)", 26, "right"),
    Column("Đã đọc", 35),
)


def proof_paper(decision: Decision, proof: Proof, *, on: date) -> Document:
    """The whole list for reading with a pen (phiếu đọc soát), landscape: what the draft says, what is on
    file, where they differ, who has read the line already, and at the end who signs for having read.

    Căn cứ: không (quy ước nội bộ).
    """
    subject = decision.document.subject if decision.document else decision.campaign.short_title
    doubtful, read = len(proof.doubtful), len(proof.lines) - len(proof.unread)
    told = (
        f"In ngày {vn_date(on)}. Dự thảo có {len(proof.lines)} dòng, {doubtful} dòng cần xem lại; đã đọc "
        f"soát {read} dòng. "
        f"Tổng tiền thưởng các dòng: {money(proof.total)} đồng ({money_in_words(proof.total)})."
    )
    return Document(
        kind="phieu_doc_soat",
        letterhead=replace(office_letterhead(decision.unit), show_number=False, show_place_date=False),
        type_name="PHIẾU ĐỌC SOÁT",
        summary=f"Dự thảo: {subject}",
        body=(p(told), Table(COLUMNS, tuple(map(_row, proof.lines)), total_row=_total(proof), size=11)),
        signature=Signatures(
            (SignatureBlock(role="NGƯỜI SOẠN", note=SIGNS), SignatureBlock(role="NGƯỜI ĐỌC SOÁT", note=SIGNS))
        ),
        landscape=True,
        end_mark=False,
    )


def _row(line: ProofLine) -> tuple[str, ...]:
    said = ". ".join(one.rstrip(".") for one in (*line.differences, *line.missing))
    reading = line.reading
    return (
        str(line.item.order),
        f"{printed_recipient(line.item)}. {line.item.address or 'Chưa ghi địa chỉ'}",
        _on_file(line),
        f"{said}." if said else "khớp",
        money(line.item.amount or 0),
        f"{reading.read_by}, {vn_date(reading.read_on)}" if reading else "",
    )


def _on_file(line: ProofLine) -> str:
    """The identity record in one line: name, birth year, unit, post, other spellings."""
    record = line.record
    year, post = getattr(record, "birth_year", None), getattr(record, "position", "")
    facts = [f"{record.name}, sinh {year}" if year else record.name, record.unit.short_name, post]
    if line.spellings:
        facts.append(f"Còn ghi: {', '.join(line.spellings)}")
    return ". ".join(fact for fact in facts if fact)


def _total(proof: Proof) -> tuple[str, ...]:
    differs = proof.total != proof.total_written
    says = f"khác tổng trong quyết định: {money(proof.total_written)}" if differs else ""
    return ("", "Cộng", "", says, money(proof.total), "")
