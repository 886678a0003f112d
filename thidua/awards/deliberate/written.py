"""Opinions in writing (ý kiến bằng văn bản): of an absent member, or of all when there is no meeting."""

from __future__ import annotations

from datetime import date

from django.core.files.base import File
from django.db import transaction

from thidua.awards.models import Attendance, Case, CouncilMember, CouncilSession, Recusal, Vote
from thidua.awards.permissions.council import may_prepare
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.records.attach import attach
from thidua.records.models import Attachment
from thidua.vietnamese.dates import vn_date

SHEET = "written_opinion"


def require_replies(case: Case, *, on: date) -> None:
    """Raise `Refused` while opinions in writing may still come in (còn trong hạn gửi ý kiến)."""
    session = case.session
    if session.reply_by is None or on > session.reply_by:
        return
    called = session.attendance.count() - Recusal.objects.filter(case=case).count()
    replied = Vote.objects.filter(case=case).count()
    if replied < called:
        raise Refused(
            no(
                f"Mới có {replied} trên {called} ý kiến; chốt được khi đủ hoặc sau ngày "
                f"{vn_date(session.reply_by)}.",
                rule="vote:replies",
            )
        )


@transaction.atomic
def file_opinion_sheet(
    session: CouncilSession, *, member: CouncilMember, upload: File[bytes], mandate: Mandate, on: date
) -> Attachment:
    """Keep the signed sheet of a member's written opinion (lưu phiếu lấy ý kiến đã ký) with the session.

    Raises `Refused` for a member who is present, or for anything but the accepted files. Căn cứ: không (quy
    ước nội bộ) - quy chế của Hội đồng.
    """
    may_prepare(mandate, session.unit, on=on).require()
    seat = Attendance.objects.select_related("member__person").get(session=session, member=member)
    if session.state not in ("planned", "open"):
        raise Refused(no(f"Phiên họp {session.state_says}; không nhận thêm phiếu.", rule="council:state"))
    if seat.present:
        raise Refused(
            no(f"{seat.member.person.name} có mặt, biểu quyết tại phiên họp.", rule="council:sheet")
        )
    return attach(upload, about=seat, purpose=SHEET, mandate=mandate, on=on)
