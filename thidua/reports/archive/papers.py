"""The papers that come with a file handed over (giấy tờ nộp lưu): its cover and the index of its papers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from thidua.campaigns.models import Campaign
from thidua.paper.glyphs import drawable
from thidua.paper.model import Block, Column, Document, SignatureBlock, Signatures, Table, bold, bullet, p
from thidua.paper.sheet import Field, Sheet, write_xlsx
from thidua.records.letterheads import office_letterhead
from thidua.reports.archive.pieces import Piece
from thidua.reports.archive.retention import Term
from thidua.reports.folders import FOLDERS
from thidua.vietnamese.dates import vn_date

ROWS = 400  # of one index paper
INDEX = (
    Column("TT", 12, "center"),
    Column("Số, ký hiệu", 34),
    Column("Ngày", 24, "center"),
    Column("Tên loại, trích yếu", 92),
    Column("Tác giả", 48),
    Column("Số trang", 16, "center"),
    Column("Tệp", 46),
    Column("Ghi chú", 36),
)
# The codes of kinds of papers as Thông tư 05/2025/TT-BNV is said to have them; only those that were seen.
KIND_CODES = {
    "quyet_dinh": "02", "thong_bao": "07", "ke_hoach": "10", "bao_cao": "14", "to_trinh": "15",
    "bien_ban": "20", "cong_van": "22", "giay_moi": "26",
}  # fmt: skip
UNSET = "………… (chưa đặt; ghi ở Cơ quan › Quy tắc địa phương › Báo cáo, lưu trữ: {})"


@dataclass(frozen=True)
class Packed:
    """One line of the index (một dòng mục lục): what was packed, under which name, how many pages."""

    piece: Piece
    name: str
    pages: int | None
    seal: str = ""


@dataclass(frozen=True)
class Handover:
    """What the office says about the file it hands over (hồ sơ nộp lưu)."""

    campaign: Campaign
    file_code: str
    kept_at: str
    term: Term
    by: str
    on: date


def index_papers(handover: Handover, packed: Sequence[Packed]) -> Iterator[Document]:
    """The index of all papers of the file (mục lục văn bản), step by step, paper-only ones with their place;
    in parts, since thousands of rows take too long to set.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 29; Thông tư 05/2025/TT-BNV (chưa đối chiếu bản gốc).
    """
    head = replace(office_letterhead(handover.campaign.unit), show_number=False, show_place_date=False)
    for first in range(0, len(packed), ROWS):
        part = packed[first : first + ROWS]
        number = f", phần {first // ROWS + 1}" if len(packed) > ROWS else ""
        closing = (p(_counted(packed)),) if first + ROWS >= len(packed) else ()
        yield Document(
            kind="muc_luc",
            letterhead=head,
            type_name="MỤC LỤC VĂN BẢN",
            summary=drawable(f"Hồ sơ đợt thi đua “{handover.campaign.short_title}”{number}"),
            body=(Table(INDEX, tuple(_rows(handover, part, first)), size=11), *closing),
            landscape=True,
            end_mark=False,
        )


def _rows(handover: Handover, part: Sequence[Packed], first: int) -> Iterator[tuple[str, ...]]:
    """The lines under the names of their steps."""
    last = -1
    for place, one in enumerate(part, start=first + 1):
        if one.piece.folder != last:
            last = one.piece.folder
            yield (f"{FOLDERS[last].name} (thư mục {FOLDERS[last].slug})",)
        yield _line(place, one, handover)


def _line(place: int, one: Packed, handover: Handover) -> tuple[str, ...]:
    piece = one.piece
    kept = f", cất tại {handover.kept_at}" if not one.name else ""
    cells = (
        str(place), piece.number, vn_date(piece.day) if piece.day else "", piece.title, piece.author,
        str(one.pages) if one.pages else "", one.name.rpartition("/")[2], f"{piece.note}{kept}",
    )  # fmt: skip
    return tuple(drawable(cell) for cell in cells)


def _counted(packed: Sequence[Packed]) -> str:
    on_paper = sum(not one.name for one in packed)
    pages = sum(one.pages or 0 for one in packed)
    paper = f", trong đó {on_paper:02} bản giấy" if on_paper else ""
    return f"Mục lục có {len(packed):02} văn bản, tài liệu{paper}; phần có tệp đếm được {pages} trang."


def cover_paper(handover: Handover, packed: Sequence[Packed]) -> Document:
    """The cover of the file (bìa hồ sơ): body, title, days, how much, and how long it is kept.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 29; chưa thấy mẫu bìa bắt buộc cho hồ sơ điện tử.
    """
    campaign = handover.campaign
    return Document(
        kind="bia_ho_so",
        letterhead=replace(office_letterhead(campaign.unit), show_number=False, show_place_date=False),
        type_name="HỒ SƠ",
        summary=drawable(f"Đợt thi đua “{campaign.short_title}”"),
        body=_facts(handover, packed),
        signature=Signatures(
            (
                SignatureBlock(role="NGƯỜI NHẬN LƯU TRỮ", note="(Ký, ghi rõ họ tên)"),
                SignatureBlock(role="NGƯỜI LẬP HỒ SƠ", name=handover.by.partition(",")[0]),
            )
        ),
        end_mark=False,
    )  # fmt: skip


def _facts(handover: Handover, packed: Sequence[Packed]) -> tuple[Block, ...]:
    days = [one.piece.day for one in packed if one.piece.day and one.piece.number]
    span = f"từ ngày {vn_date(min(days))} đến ngày {vn_date(max(days))}" if days else "…………"
    term = handover.term
    ground = f" (theo {'; '.join(term.papers)})" if term.says and term.papers else ""
    facts = (
        ("Mã hồ sơ", handover.file_code or "…………"),
        ("Thời gian của văn bản", span),
        ("Thành phần", _counted(packed)),
        ("Thời hạn bảo quản", f"{term.says}{ground}." if term.says else UNSET.format(term.asks)),
        ("Bản giấy cất tại", f"{handover.kept_at}." if handover.kept_at else "không có bản giấy kèm theo."),
        ("Tình trạng", f"đợt thi đua {campaign_says(handover.campaign)}."),
        ("Ngày lập", f"{vn_date(handover.on)}."),
        ("Toàn vẹn", "mã SHA-256 của từng tệp ghi trong sha256.txt."),
    )
    return tuple(bullet(bold(f"{name}: "), drawable(said)) for name, said in facts)


def campaign_says(campaign: Campaign) -> str:
    """How far the campaign is, for the cover (tình trạng): a file before the end is not the last one."""
    last = "" if campaign.state == "closed" else "; hồ sơ lập khi đợt chưa kết thúc"
    return f"{campaign.state_says}{last}"


def index_sheet(handover: Handover, packed: Sequence[Packed]) -> bytes:
    """The index for machines (mục lục cho phần mềm lưu trữ): the fields of a document that we can fill, under
    their names in Thông tư 05/2025/TT-BNV.
    """
    code = handover.file_code
    fields = (
        Field("docId", 8, "number"), "docCode", "typeName", "codeNumber", "codeNotation", "issuedDate",
        Field("organName", 34), Field("subject", 60), "language", Field("numberOfPage", 10, "number"),
        "confidenceLevel", Field("autograph", 34), "format", Field("description", 34), Field("file", 44),
        Field("sha256", 66),
    )  # fmt: skip
    rows = []
    for place, one in enumerate(packed, start=1):
        piece, (number, _, symbol) = one.piece, one.piece.number.partition("/")
        scanned = piece.note.startswith("bản quét")
        rows.append((
            place, f"{code}.{place:07}" if code else "", KIND_CODES.get(piece.kind, ""), number, symbol,
            vn_date(piece.day) if piece.day else "", piece.author, piece.title, "Tiếng Việt", one.pages,
            ("02" if scanned else "01") if one.name else "", piece.signer, piece.ending.lstrip("."),
            piece.note, one.name, one.seal,
        ))  # fmt: skip
    return write_xlsx([Sheet("Mục lục văn bản", fields, tuple(rows))])
