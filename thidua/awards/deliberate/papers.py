"""The papers of a session (giấy mời, biên bản họp, biên bản kiểm phiếu), drafted from its rows."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from thidua.awards.documents.council import invitation_paper, minutes_paper, tally_paper
from thidua.awards.documents.secret import secret_tally_paper
from thidua.awards.models import CouncilSession
from thidua.awards.permissions.council import may_prepare, may_read_minutes
from thidua.awards.queries.recusal import recused_people
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.org.queries import chair_of, who_holds
from thidua.paper.model import Document
from thidua.records.draft import draft
from thidua.records.models import OfficialDocument
from thidua.records.withhold import withhold

TALLIES = {"ballots": tally_paper, "secret": secret_tally_paper}


def _require_new(paper: OfficialDocument | None, name: str) -> None:
    if paper is not None and paper.state != "cancelled":
        raise Refused(
            no(
                f"Đã có {name} của phiên này; mở văn bản ấy để sửa hoặc bỏ rồi soạn lại.",
                rule="council:paper",
            )
        )


def _signer(session: CouncilSession, *, on: date) -> Mandate:
    """The one in the chair when holding office, else the chair of the office (người ký)."""
    offices = who_holds(session.unit, "chair", "vice_chair", on=on)
    found = offices.filter(person_id=session.chair_id).first() or chair_of(session.unit, on)
    if found is None:
        raise Refused(
            no(f"{session.unit.name} chưa có Chủ tịch hoặc Phó Chủ tịch để ký.", rule="council:signer")
        )
    return found


def _put(
    session: CouncilSession, name: str, content: Document, *, purpose: str, mandate: Mandate, on: date
) -> OfficialDocument:
    paper = draft(
        content, purpose=purpose, about=session, signer=_signer(session, on=on), mandate=mandate, on=on
    )
    setattr(session, name, paper)
    session.save(update_fields=[name])
    if name != "invitation":
        withhold(paper, people=recused_people(session).exclude(pk=mandate.person_id))
    return paper


@transaction.atomic
def draft_invitation(session: CouncilSession, *, mandate: Mandate, on: date) -> OfficialDocument:
    """Draft the invitation (soạn giấy mời) with the agenda as it stands. Raises `Refused` without an agenda.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.7.
    """
    may_prepare(mandate, session.unit, on=on).require()
    _require_new(session.invitation, "giấy mời")
    if session.mode == "written":
        raise Refused(
            no(
                "Phiên này lấy ý kiến bằng văn bản: gửi phiếu lấy ý kiến, không có giấy mời.",
                rule="council:paper",
            )
        )
    if not session.cases.exists():
        raise Refused(
            no("Chương trình chưa có trường hợp nào; đưa đề nghị vào phiên họp trước.", rule="council:agenda")
        )
    content = invitation_paper(session, signer=_signer(session, on=on))
    return _put(session, "invitation", content, purpose="invitation", mandate=mandate, on=on)


@transaction.atomic
def draft_minutes(session: CouncilSession, *, mandate: Mandate, on: date) -> OfficialDocument:
    """Draft the minutes (soạn biên bản họp) of a closed session, from the same rows as the results.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.9.
    """
    may_read_minutes(mandate, session, on=on).require()
    _require_closed(session)
    _require_new(session.minutes, "biên bản họp")
    return _put(session, "minutes", minutes_paper(session), purpose="council_minutes", mandate=mandate, on=on)


@transaction.atomic
def draft_tally_sheet(session: CouncilSession, *, mandate: Mandate, on: date) -> OfficialDocument:
    """Draft the tally sheet (soạn biên bản kiểm phiếu) when ballots were used. Căn cứ: quy
    chế của Hội đồng.
    """
    may_read_minutes(mandate, session, on=on).require()
    _require_closed(session)
    if session.mode not in TALLIES:
        raise Refused(
            no("Phiên này không bỏ phiếu kín nên không có biên bản kiểm phiếu.", rule="council:paper")
        )
    _require_new(session.tally_sheet, "biên bản kiểm phiếu")
    content = TALLIES[session.mode](session)
    return _put(session, "tally_sheet", content, purpose="tally_sheet", mandate=mandate, on=on)


def _require_closed(session: CouncilSession) -> None:
    if session.state != "closed":
        raise Refused(no("Phiên họp chưa kết thúc; biên bản lập khi đã có đủ kết quả.", rule="council:state"))
