"""Papers of asking others (giấy tờ lấy ý kiến): the letter with its list, the notice for the board, the reply
slip, the reminder.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from thidua.awards.documents.lists import KIND_NAMES, by_kind, counted, numbered_groups, printed_name
from thidua.awards.models import Consultation, Nomination, Opinion
from thidua.campaigns.queries.campaign import campaign_words
from thidua.org.models import Mandate
from thidua.paper.model import Appendix, Column, Document, Paragraph, SignatureBlock, Signatures, Table, p
from thidua.records.documents import OWN_DAY, OWN_NUMBER
from thidua.records.letterheads import council_letterhead
from thidua.records.sign import FOR_COUNCIL, signature_block
from thidua.vietnamese.dates import vn_date

LISTED = (
    Column("TT", 10, "center"),
    Column("Tên tập thể, họ và tên", 45),
    Column("Chức vụ, đơn vị hoặc địa chỉ", 45),
    Column("Tóm tắt thành tích", 65),
)
SLIP = (
    Column("TT", 10, "center"),
    Column("Tên tập thể, họ và tên", 50),
    Column("Đồng ý", 20, "center"),
    Column("Không đồng ý", 25, "center"),
    Column("Lý do", 60),
)


def request_paper(
    consultation: Consultation, nominations: Sequence[Nomination], *, signer: Mandate
) -> Document:
    """The letter that asks for an opinion (công văn lấy ý kiến) or, for the people, the notice on the board
    (thông báo niêm yết), with the list of those it is about.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4, 1.5.
    """
    campaign, unit = consultation.campaign, consultation.unit
    words = campaign_words(campaign, unit)
    kind = "posting" if consultation.is_posting else "opinion"
    said = {
        "campaign": campaign.short_title,
        "counted": counted(nominations),
        "days": f"{consultation.days:02}",
    }
    body: tuple[Paragraph, ...] = (
        p(words(f"{kind}-opening", **said)),
        p(words(f"{kind}-answer", days=said["days"], commune=unit.short_name)),
    )
    subject = f"lấy ý kiến về đề nghị khen thưởng đợt “{campaign.short_title}”"
    letter = Document(
        kind="cong_van",
        letterhead=council_letterhead(unit),
        letter_subject=f"V/v {subject}",
        addressees=(consultation.name,),
        body=body,
        signature=signature_block(signer, authority=FOR_COUNCIL),
        recipients=("Như trên", "Lưu: VT, HĐTĐKT"),
        appendices=(_appendix(consultation, nominations),),
    )
    if not consultation.is_posting:
        return letter
    return replace(
        letter, kind="thong_bao", type_name="THÔNG BÁO", summary=f"Niêm yết {subject}", letter_subject="",
        addressees=(), recipients=("Các thôn (niêm yết)", "Lưu: VT, HĐTĐKT"),
    )  # fmt: skip


def _appendix(consultation: Consultation, nominations: Sequence[Nomination]) -> Appendix:
    groups = ((KIND_NAMES[kind], group) for kind, group in by_kind(nominations))
    rows = numbered_groups(groups, lambda one: (printed_name(one), one.address, one.achievement))
    paper = "Thông báo" if consultation.is_posting else "Công văn"
    return Appendix(
        "ĐỀ NGHỊ KHEN THƯỞNG",
        f"(Kèm theo {paper} số {OWN_NUMBER} ngày {OWN_DAY} của Hội đồng Thi đua - Khen thưởng "
        f"{consultation.unit.short_name})",
        (Table(LISTED, tuple(rows)),),
        label="DANH SÁCH",
    )


def reminder_paper(consultation: Consultation, opinions: Sequence[Opinion], *, signer: Mandate) -> Document:
    """The letter that reminds of an answer (công văn nhắc trả lời ý kiến), naming whom it is still about.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.5.
    """
    campaign, unit = consultation.campaign, consultation.unit
    words = campaign_words(campaign, unit)
    asked = consultation.document.title if consultation.document else "yêu cầu lấy ý kiến"
    open_now = [one.nomination for one in opinions]
    groups = ((KIND_NAMES[kind], group) for kind, group in by_kind(open_now))
    rows = numbered_groups(groups, lambda one: (printed_name(one), one.address, one.achievement))
    due = vn_date(consultation.due_on) if consultation.due_on else "…"
    return Document(
        kind="cong_van",
        letterhead=council_letterhead(unit),
        letter_subject=f"V/v đề nghị trả lời ý kiến đợt “{campaign.short_title}”",
        addressees=(consultation.name,),
        body=(
            p(words("opinion-reminder", asked=asked, due=due, counted=counted(open_now))),
            Table(LISTED, tuple(rows)),
        ),
        signature=signature_block(signer, authority=FOR_COUNCIL),
        recipients=("Như trên", "Lưu: VT, HĐTĐKT"),
    )


def slip_paper(consultation: Consultation, opinions: Sequence[Opinion]) -> Document:
    """The slip on which the body that is asked answers (phiếu trả lời ý kiến), a line for each nominee.

    Căn cứ: không (quy ước nội bộ).
    """
    unit = consultation.unit
    ordered = [one for _, group in by_kind(one.nomination for one in opinions) for one in group]
    rows = tuple((str(place), printed_name(one), "", "", "") for place, one in enumerate(ordered, start=1))
    due = f" Xin gửi lại trước hết ngày {vn_date(consultation.due_on)}." if consultation.due_on else ""
    return Document(
        kind="phieu",
        letterhead=replace(council_letterhead(unit), show_number=False, show_place_date=False),
        type_name="PHIẾU TRẢ LỜI Ý KIẾN",
        summary=f"Về đề nghị khen thưởng đợt “{consultation.campaign.short_title}”",
        body=(
            p(f"Nơi trả lời: {consultation.name}."),
            p("Đánh dấu x vào ô đồng ý hoặc không đồng ý với từng trường hợp; không đồng ý thì ghi lý do và "
              f"văn bản, vụ việc làm căn cứ.{due}"),
            Table(SLIP, rows),
            p("Ý kiến khác (nếu có): …………………………………"),
        ),
        signature=Signatures((SignatureBlock(role="ĐẠI DIỆN NƠI TRẢ LỜI", note="(Ký, đóng dấu)"),)),
        end_mark=False,
    )  # fmt: skip
