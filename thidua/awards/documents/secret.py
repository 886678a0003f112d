"""The tally sheet of a secret ballot on the machine (biên bản kiểm phiếu kín): all ballots by their codes."""

from __future__ import annotations

from dataclasses import replace

from thidua.awards.documents.lists import printed_name
from thidua.awards.models import BallotRound, Case, CouncilSession
from thidua.awards.queries.ballot_round import rounds_of, turnout_of
from thidua.awards.queries.council import cases_of
from thidua.campaigns.queries.campaign import campaign_words
from thidua.paper.model import (
    Appendix,
    Block,
    Column,
    Document,
    SignatureBlock,
    Signatures,
    Table,
    clause,
    heading,
    p,
)
from thidua.records.documents import OWN_DAY
from thidua.records.letterheads import council_letterhead
from thidua.vietnamese.dates import long_date

ROUNDS = (
    Column("Vòng", 14, "center"),
    Column("Kết thúc", 66),
    Column("Dấu niêm phong khi mở hòm phiếu (SHA-256)", 85),
)
BALLOTS = (
    Column("TT", 12, "center"),
    Column("Mã phiếu", 40, "center"),
    Column("Ý kiến", 60, "center"),
)


def secret_tally_paper(session: CouncilSession) -> Document:
    """The tally sheet with the seals, the results, and all ballots in an appendix for anybody to recount.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.9; pháp luật không quy định mẫu riêng.
    """
    words, rounds = campaign_words(session.campaign, session.unit), rounds_of(session)
    return Document(
        kind="bien_ban",
        letterhead=replace(council_letterhead(session.unit), show_place_date=False),
        type_name="BIÊN BẢN",
        summary=f"Kiểm phiếu xét khen thưởng đợt “{session.campaign.short_title}”",
        body=(
            p(f"Thời gian: {long_date(session.meets_on)}. Địa điểm: {session.place}."),
            p(words("tally-sheet-secret")),
            *(
                clause(case.order, f"{printed_name(case.nomination)}. {case.says}")
                for case in cases_of(session)
            ),
            p("Các vòng bỏ phiếu:"),
            Table(ROUNDS, tuple(_round(one) for one in rounds), size=11),
            p("Khóa mở hòm phiếu đã hủy. Bảng phiếu kèm theo để ai cũng đếm lại được."),
        ),
        signature=Signatures(
            (
                SignatureBlock(role="THƯ KÝ", name=session.secretary.name),
                SignatureBlock(role="CHỦ TỌA", name=session.chair.name),
            )
        ),
        recipients=("Thành viên Hội đồng", "Lưu: VT, Hồ sơ"),
        appendices=tuple(_opened(session, one) for one in rounds if one.ending == "counted"),
    )


def _round(found: BallotRound) -> tuple[str, ...]:
    seal = " ".join(found.seal[place : place + 16] for place in range(0, 64, 16))
    return str(found.number), f"{found.get_ending_display()}. {found.says}", seal


def _opened(session: CouncilSession, found: BallotRound) -> Appendix:
    """The voters of a round, and case by case the code and the choice of every ballot."""
    names = ", ".join(one.person.name for one in turnout_of(found) if one.has_voted)
    blocks: list[Block] = [p(f"Người đã bỏ phiếu: {names}. Mã phiếu không dẫn đến người bỏ phiếu.")]
    for case in found.cases.select_related("nomination__award"):
        blocks += _ballots(found, case)
    return Appendix(
        f"BẢNG PHIẾU VÒNG {found.number}",
        f"(Kèm theo Biên bản kiểm phiếu ngày {OWN_DAY} của {session.council.name})",
        tuple(blocks),
    )


def _ballots(found: BallotRound, case: Case) -> list[Block]:
    rows = tuple(
        (str(place), ballot.code, ballot.get_choice_display())
        for place, ballot in enumerate(found.ballots.filter(case=case), start=1)
    )
    name = heading(printed_name(case.nomination), number=f"{case.order}.", level=2)
    return [name, Table(BALLOTS, rows, size=12) if rows else p("Không mở phiếu: dưới ba lá phiếu.")]
