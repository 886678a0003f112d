"""Slips for a session (phiếu biểu quyết, phiếu lấy ý kiến): blank forms without number, printed as many times
as needed.
"""

from __future__ import annotations

from dataclasses import replace

from thidua.awards.documents.council import hour_words
from thidua.awards.documents.lists import printed_name
from thidua.awards.models import Case, CouncilSession
from thidua.awards.queries.ballot import BallotGroup
from thidua.awards.queries.council import cases_of
from thidua.campaigns.queries.campaign import campaign_words
from thidua.paper.model import Column, Document, Letterhead, SignatureBlock, Table, p
from thidua.records.letterheads import council_letterhead
from thidua.vietnamese.dates import long_date

MARKS = (
    Column("TT", 10, "center"),
    Column("Trường hợp", 58),
    Column("Hình thức đề nghị", 57),
    Column("Đồng ý", 20, "center"),
    Column("Không đồng ý", 20, "center"),
)
OPINIONS = (
    Column("TT", 9, "center"),
    Column("Trường hợp, hình thức đề nghị", 50),
    Column("Tóm tắt thành tích", 44),
    Column("Đồng ý", 14, "center"),
    Column("Không đồng ý", 16, "center"),
    Column("Ý kiến khác", 32),
)


def _slip_letterhead(session: CouncilSession) -> Letterhead:
    return replace(council_letterhead(session.unit), show_number=False, show_place_date=False)


def ballot_paper(session: CouncilSession, group: BallotGroup) -> Document:
    """One ballot for a vote on paper (phiếu biểu quyết): the same for every member who gets it.

    It bears no name, number, code or mark that could lead to a member, and no case on which only some of its
    holders may vote. Căn cứ: không (quy ước nội bộ) - quy chế của Hội đồng.
    """
    rows = tuple(
        (str(case.order), printed_name(case.nomination), case.nomination.award.title, "", "")
        for case in group.cases
    )
    return Document(
        kind="phieu_bieu_quyet",
        letterhead=_slip_letterhead(session),
        type_name="PHIẾU BIỂU QUYẾT",
        summary=f"Xét khen thưởng đợt “{session.campaign.short_title}”",
        body=(
            p(f"Phiên họp {hour_words(session.starts_at)}, {long_date(session.meets_on)}."),
            p(campaign_words(session.campaign, session.unit)("ballot-how")),
            Table(MARKS, rows, size=13),
        ),
        end_mark=False,
    )  # fmt: skip


def opinion_paper(session: CouncilSession) -> Document:
    """The form for the written opinion of a member who cannot come (phiếu lấy ý kiến), signed by that member.

    Căn cứ: không (quy ước nội bộ) - quy chế của Hội đồng.
    """
    return Document(
        kind="phieu_lay_y_kien",
        letterhead=_slip_letterhead(session),
        type_name="PHIẾU LẤY Ý KIẾN",
        summary=f"Về việc xét khen thưởng đợt “{session.campaign.short_title}”",
        body=(
            p(f"Họ và tên thành viên Hội đồng: {'.' * 70}", style="left"),
            p(f"{_why_in_writing(session)} (đánh dấu X vào một ô; không ghi vào trường hợp mà mình có liên "
              "quan):"),
            Table(OPINIONS, tuple(_opinion_row(case) for case in cases_of(session)), size=11),
            p(campaign_words(session.campaign, session.unit)(
                "opinion-sheet-back",
                secretary=f"{session.secretary.honorific.lower()} {session.secretary.name}",
                until=_until(session),
            )),
        ),
        signature=SignatureBlock(role="THÀNH VIÊN HỘI ĐỒNG", note="(Ký, ghi rõ họ tên)"),
        end_mark=False,
    )  # fmt: skip


def _why_in_writing(session: CouncilSession) -> str:
    if session.mode == "written":
        return "Hội đồng lấy ý kiến bằng văn bản, không họp. Tôi có ý kiến về các trường hợp sau"
    when = f"{hour_words(session.starts_at)}, {long_date(session.meets_on)}"
    return f"Không dự được phiên họp {when}, tôi có ý kiến về các trường hợp sau"


def _until(session: CouncilSession) -> str:
    """The last moment for the sheet (hạn gửi phiếu)."""
    return f"chậm nhất {long_date(session.reply_by)}" if session.reply_by else "trước giờ họp"


def _opinion_row(case: Case) -> tuple[str, ...]:
    nomination = case.nomination
    who = f"{printed_name(nomination)}; {nomination.award.title}"
    return (str(case.order), who, nomination.achievement, "", "", "")
