"""Papers about a dossier (giấy tiếp nhận, mục lục hồ sơ): printed from what is filed, in no book of
numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from thidua.awards.documents.lists import address_inside, printed_name
from thidua.awards.models import Nomination
from thidua.awards.queries.lawful import Part
from thidua.awards.queries.supplement import supplements_of
from thidua.campaigns.queries.campaign import campaign_words
from thidua.org.models import Mandate
from thidua.paper.model import Block, Column, Document, SignatureBlock, Signatures, Table, bullet, p
from thidua.records.letterheads import council_letterhead, unit_letterhead
from thidua.records.models import Attachment
from thidua.records.queries.wordings import Words
from thidua.vietnamese.dates import vn_date

PARTS = (
    Column("TT", 10, "center"),
    Column("Thành phần hồ sơ", 65),
    Column("Bản đã nhận", 65),
    Column("Tình trạng", 25, "center"),
)
CONTENTS = (
    Column("TT", 10, "center"),
    Column("Tên văn bản, trích yếu", 66),
    Column("Số, ký hiệu", 32),
    Column("Ngày", 22, "center"),
    Column("Tác giả", 35),
)


def receipt_paper(nomination: Nomination, parts: Sequence[Part], *, receiver: Mandate) -> Document:
    """The receipt for a dossier (giấy tiếp nhận hồ sơ): what was handed in, what is missing, by when it is
    appraised.

    Căn cứ: không (quy ước nội bộ).
    """
    unit, words = nomination.unit, campaign_words(nomination.campaign, receiver.unit)
    return Document(
        kind="giay_tiep_nhan",
        letterhead=replace(council_letterhead(receiver.unit), show_number=False, day=nomination.submitted_on),
        type_name="GIẤY TIẾP NHẬN HỒ SƠ",
        summary=f"Đề nghị khen thưởng đợt “{nomination.campaign.short_title}”",
        body=(
            p(words("receipt-opening", commune=receiver.unit.short_name, unit=unit.in_sentence)),
            *_facts(nomination),
            *_supplemented(nomination),
            Table(PARTS, tuple(_part(place, one) for place, one in enumerate(parts, start=1))),
            *_due(nomination, words),
        ),
        signature=Signatures(
            (
                SignatureBlock(role="NGƯỜI NỘP", note="(Ký, ghi rõ họ tên)"),
                SignatureBlock(role="NGƯỜI NHẬN", note="(Ký, ghi rõ họ tên)", name=receiver.person.name),
            )
        ),
        end_mark=False,
    )  # fmt: skip


def _facts(nomination: Nomination) -> Iterator[Block]:
    yield bullet(f"Mã hồ sơ: {nomination.code};")
    yield bullet(f"Đối tượng: {printed_name(nomination)}{_at(nomination)};")
    yield bullet(f"Hình thức đề nghị: {nomination.award.title};")
    day = vn_date(nomination.submitted_on) if nomination.submitted_on else "chưa gửi"
    how = f"; {nomination.how.rstrip('. ')}" if nomination.how else ""
    late = f"; nộp muộn: {nomination.late_reason.rstrip('. ')}" if nomination.late_reason else ""
    yield bullet(f"Ngày nhận: {day}{how}{late}.")


def _supplemented(nomination: Nomination) -> Iterator[Block]:
    """The returns that were answered: this receipt stands in the place of the one before."""
    for one in supplements_of(nomination):
        if one.answered_on is not None:
            asked = ", ".join(f"“{point.label}”" for point in one.points.all()) or "cả hồ sơ"
            yield bullet(f"Bổ sung lần {one.number}: trả lại ngày {vn_date(one.returned_on)}, nhận lại ngày "
                         f"{vn_date(one.answered_on)} ({asked}).")  # fmt: skip


def _at(nomination: Nomination) -> str:
    return f", {address_inside(nomination.address)}" if nomination.address else ""


def _part(place: int, part: Part) -> tuple[str, ...]:
    item = part.item
    held = "" if item is None or not part.is_there else item.document.title if item.document else item.note
    return (str(place), part.asked.name, held, "Đã có" if part.is_there else "Còn thiếu")


def _due(nomination: Nomination, words: Words) -> Iterator[Block]:
    if nomination.due_on is not None:
        yield p(words("receipt-due", day=vn_date(nomination.due_on)))


def index_paper(nomination: Nomination, parts: Sequence[Part], files: Sequence[Attachment]) -> Document:
    """The index of a dossier (mục lục hồ sơ): every paper in it with number, day and author, then the files.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 29 (lập hồ sơ).
    """
    filed = [_paper(part) for part in parts if part.is_there]
    attached = [(file.name, "", vn_date(file.added_on), file.added_by) for file in files]
    rows = tuple((str(place), *row) for place, row in enumerate([*filed, *attached], start=1))
    return Document(
        kind="muc_luc",
        letterhead=replace(unit_letterhead(nomination.unit), show_number=False, show_place_date=False),
        type_name="MỤC LỤC HỒ SƠ",
        summary=f"Đề nghị {nomination.award.title}: {printed_name(nomination)}",
        body=(
            p(f"Mã hồ sơ: {nomination.code}. Nơi đề nghị: {nomination.unit.name}. Đợt thi đua: "
              f"“{nomination.campaign.short_title}”."),
            Table(CONTENTS, rows),
            p(f"Mục lục này có {len(rows):02} văn bản, tệp."),
        ),
        end_mark=False,
    )  # fmt: skip


def _paper(part: Part) -> tuple[str, ...]:
    item = part.item
    assert item is not None  # part.is_there
    document = item.document
    if document is None:
        return (f"{part.asked.name}: {item.note}" if item.note else part.asked.name, "", "", "")
    day = vn_date(document.day) if document.day else ""
    return (f"{part.asked.name}: {document.subject}", document.number_text, day, document.unit.name)
