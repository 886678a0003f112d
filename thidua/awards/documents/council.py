"""What the papers of the council say (giấy mời, biên bản họp, biên bản kiểm phiếu): from the rows, nothing
retyped.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from thidua.awards.documents.fairness import fairness_words
from thidua.awards.documents.lists import printed_name
from thidua.awards.models import Attendance, Case, CouncilMember, CouncilSession
from thidua.awards.queries.council import attendance_of, cases_of, quorum_of
from thidua.awards.queries.fairness import fairness_of, judged_in
from thidua.awards.queries.recusal import Interest, interests_of
from thidua.campaigns.queries.campaign import campaign_words
from thidua.org.models import Mandate, Person
from thidua.paper.model import (
    Appendix,
    Block,
    Column,
    Document,
    Letterhead,
    SignatureBlock,
    Signatures,
    Table,
    bullet,
    clause,
    heading,
    p,
)
from thidua.records.documents import OWN_DAY, OWN_NUMBER
from thidua.records.letterheads import council_letterhead
from thidua.records.sign import FOR_COUNCIL, signature_block
from thidua.vietnamese.dates import long_date, vn_date

POSTS = {
    "chair": "Chủ tịch Hội đồng",
    "vice": "Phó Chủ tịch Hội đồng",
    "standing": "Ủy viên thường trực",
    "member": "Ủy viên",
    "secretary": "Ủy viên, thư ký",
}
AGENDA = (
    Column("TT", 10, "center"),
    Column("Tên tập thể, họ và tên", 55),
    Column("Nơi đề nghị", 45),
    Column("Hình thức đề nghị", 55),
)
RESULTS = (
    Column("TT", 9, "center"),
    Column("Trường hợp", 46),
    Column("Đồng ý", 13, "center"),
    Column("Không đồng ý", 15, "center"),
    Column("Không biểu quyết", 16, "center"),
    Column("Không tham gia", 15, "center"),
    Column("Tổng số", 11, "center"),
    Column("Số cần đạt", 12, "center"),
    Column("Kết quả", 24, "center"),
)
BALLOTS = (
    Column("TT", 9, "center"),
    Column("Trường hợp", 56),
    Column("Phát ra", 14, "center"),
    Column("Thu về", 14, "center"),
    Column("Hợp lệ", 14, "center"),
    Column("Không hợp lệ", 16, "center"),
    Column("Đồng ý", 16, "center"),
    Column("Không đồng ý", 16, "center"),
)


def hour_words(hour: str) -> str:
    """An hour as papers write it (giờ): “8:00” is “8 giờ 00 phút”; other words stay."""
    return f"{hour.replace(':', ' giờ ')} phút" if ":" in hour else hour


def invitation_paper(session: CouncilSession, *, signer: Mandate) -> Document:
    """The invitation to a session (giấy mời) with its agenda.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.7.
    """
    words = campaign_words(session.campaign, session.unit)
    return Document(
        kind="giay_moi",
        letterhead=council_letterhead(session.unit),
        type_name="GIẤY MỜI",
        summary=f"Họp xét khen thưởng đợt “{session.campaign.short_title}”",
        body=(
            p(
                words(
                    "invitation-opening", council=session.council.name, campaign=session.campaign.short_title
                )
            ),
            p(f"Chủ trì: {_post(session, session.chair)}."),
            p(f"Thời gian: {hour_words(session.starts_at)}, {long_date(session.meets_on)}."),
            p(f"Địa điểm: {session.place}."),
            p(words("invitation-absent")),
        ),
        signature=signature_block(signer, authority=FOR_COUNCIL),
        recipients=("Các thành viên Hội đồng", "Lưu: VT, HĐTĐKT"),
        appendices=(_invited(session),),
    )


def _invited(session: CouncilSession) -> Appendix:
    members = [seat.member for seat in attendance_of(session)]
    guests = session.guests.splitlines()
    agenda = tuple(
        (str(one.order), printed_name(one.nomination), one.nomination.unit.name, one.nomination.award.title)
        for one in cases_of(session)
    )
    named = (
        clause(place, f"{_member(one)}{'.' if place == len(members) else ';'}")
        for place, one in enumerate(members, start=1)
    )
    return Appendix(
        "THÀNH PHẦN VÀ NỘI DUNG HỌP",
        f"(Kèm theo Giấy mời số {OWN_NUMBER} ngày {OWN_DAY} của {session.council.name})",
        (
            heading("Thành phần", number="I.", level=2),
            *named,
            *([p(f"Khách mời dự, không biểu quyết: {'; '.join(guests)}.")] if guests else []),
            heading("Các trường hợp xét", number="II.", level=2),
            Table(AGENDA, agenda),
        ),
    )


def _member(member: CouncilMember) -> str:
    """A member as papers name one: honorific, name, post in the council and the post held besides."""
    person = member.person
    posts = [POSTS[member.post], "" if "Hội đồng" in person.position else person.position]
    return f"{person.honorific} {person.name}, {', '.join(filter(None, posts))}"


def _post(session: CouncilSession, person: Person) -> str:
    """The name with the post in the council, for one who sits in it."""
    seat = session.attendance.filter(member__person=person).select_related("member").first()
    return f"{person.honorific} {person.name}{f', {POSTS[seat.member.post]}' if seat else ''}"


def minutes_paper(session: CouncilSession) -> Document:
    """The minutes of a session (biên bản họp): time, place, who was there, quorum, cases, results with their
    sums.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.9.
    """
    cases, written = cases_of(session), session.mode == "written"
    held = "Lấy ý kiến bằng văn bản" if written else "Họp Hội đồng"
    return Document(
        kind="bien_ban",
        letterhead=_without_place(session),
        type_name="BIÊN BẢN",
        summary=f"{held} xét khen thưởng đợt “{session.campaign.short_title}”",
        body=(
            *(_asked(session, cases) if written else _met(session)),
            p(f"Chủ trì: {_post(session, session.chair)}."),
            p(f"Thư ký: {_post(session, session.secretary)}."),
            heading("NỘI DUNG", number="I."),
            *([] if written else [p(quorum_of(session).because)]),
            p(_way(session)),
            p(
                fairness_words(
                    fairness_of(judged_in(session), campaign=session.campaign, on=session.meets_on)
                )
            ),
            *(p(text) for text in session.discussion.splitlines() if text.strip()),
            heading("KẾT QUẢ", number="II."),
            *_results(session, cases),
            p(_ended(session)),
        ),
        signature=Signatures(
            (
                SignatureBlock(role="THƯ KÝ", name=session.secretary.name),
                SignatureBlock(role="CHỦ TỌA", name=session.chair.name),
            )
        ),
        recipients=("Thành viên Hội đồng", "Lưu: VT, Hồ sơ"),
    )


def _met(session: CouncilSession) -> list[Block]:
    """Where, when, and who was in the room, guests last."""
    guests = session.guests.splitlines()
    return [
        p(f"Thời gian bắt đầu: {hour_words(session.starts_at)}, {long_date(session.meets_on)}."),
        p(f"Địa điểm: {session.place}."),
        *_attendance(attendance_of(session)),
        *([p(f"Khách mời (phát biểu, không biểu quyết): {'; '.join(guests)}.")] if guests else []),
    ]


def _asked(session: CouncilSession, cases: list[Case]) -> list[Block]:
    """When the sheets went out, who answered, who did not."""
    seats = attendance_of(session)
    answered = {vote.member_id for case in cases for vote in case.votes.all()}
    silent = [seat.member.person.name for seat in seats if seat.member_id not in answered]
    blocks: list[Block] = [
        p(f"Thời gian gửi phiếu lấy ý kiến: {long_date(session.meets_on)}."),
        p(f"Số thành viên được lấy ý kiến: {len(seats)}; đã trả lời: {len(seats) - len(silent)}."),
    ]
    return blocks + ([p(f"Không trả lời: {', '.join(silent)}.")] if silent else [])


def _ended(session: CouncilSession) -> str:
    if session.mode == "written":
        return "Biên bản lập từ các phiếu lấy ý kiến, lưu cùng hồ sơ."
    hour = hour_words(session.ended_at) or "…… giờ …… phút"
    return f"Cuộc họp kết thúc vào {hour}, {long_date(session.meets_on)}."


def _without_place(session: CouncilSession) -> Letterhead:
    return replace(council_letterhead(session.unit), show_place_date=False)


def _attendance(seats: list[Attendance]) -> list[Block]:
    present = [seat for seat in seats if seat.present]
    absent = [seat for seat in seats if not seat.present]
    blocks: list[Block] = [p(f"Thành phần tham dự: {len(present)} trên {len(seats)} thành viên, gồm:")]
    blocks += [
        bullet(f"{_seated(seat)}{'.' if place == len(present) else ';'}")
        for place, seat in enumerate(present, start=1)
    ]
    if absent:
        named = "; ".join(f"{seat.member.person.name}{_why_absent(seat)}" for seat in absent)
        blocks.append(p(f"Vắng mặt {len(absent)} thành viên: {named}."))
    return blocks


def _why_absent(seat: Attendance) -> str:
    """The reason, and who listens in the place without a vote."""
    instead = f"{seat.substitute.name} dự thay, không biểu quyết" if seat.substitute else ""
    said = "; ".join(filter(None, (seat.why_absent, instead)))
    return f" ({said})" if said else ""


def _seated(seat: Attendance) -> str:
    """A member present, or who sits there instead, by which paper."""
    if seat.substitute is None:
        return _member(seat.member)
    person = seat.substitute
    return f"{person.honorific} {person.name}, dự thay {_member(seat.member)} theo {seat.substitute_paper}"


def _way(session: CouncilSession) -> str:
    words = campaign_words(session.campaign, session.unit)
    if session.mode == "written" and session.reply_by:
        return words("council-minutes-written", reply_by=vn_date(session.reply_by))
    if session.mode == "ballots":
        return words("council-minutes-ballots", tellers=", ".join(session.tellers))
    return words("council-minutes-secret" if session.mode == "secret" else "council-minutes-hands")


def _results(session: CouncilSession, cases: list[Case]) -> list[Block]:
    rows = tuple(
        (
            str(case.order),
            printed_name(case.nomination),
            str(case.count_for),
            str(case.count_against),
            str((case.count_abstain or 0) + (case.count_spoilt or 0)),
            str(len(case.recusals.all())),
            str(case.base),
            str(case.needed),
            "Thông qua" if case.passed else "Không thông qua",
        )
        for case in cases
    )
    blocks: list[Block] = [Table(RESULTS, rows, size=11)]
    interests = interests_of(session, cases)
    here = {seat.member_id for seat in attendance_of(session) if seat.present}
    for case in cases:
        proposed = f"{printed_name(case.nomination)}, đề nghị {case.nomination.award.title}"
        blocks.append(clause(case.order, f"{proposed}. {case.says}"))
        blocks += [bullet(said) for said in _aside(session, case, interests[case.pk], here=here)]
        blocks += [bullet(f"Lượt {turn}: {said}") for turn, said in enumerate(case.earlier, start=1)]
        blocks += [bullet(said) for said in _voices(session, case)]
    return blocks


def _aside(
    session: CouncilSession, case: Case, interests: list[Interest], *, here: set[UUID]
) -> Iterator[str]:
    """Who took no part and why; who is close to the unit and took part all the same."""
    aside = {one.member_id for one in case.recusals.all()}
    taking_part = {vote.member_id for vote in case.votes.all()} if session.is_by_name else here - aside
    for one in case.recusals.all():
        yield f"{one.member.person.name} không tham gia biểu quyết: {one.why}."
    for near in interests:
        if not near.aside and near.member.pk in taking_part:
            yield f"{near.member.person.name} {near.why}; có tham gia biểu quyết."


def _voices(session: CouncilSession, case: Case) -> Iterator[str]:
    """The opinions that came in writing, and those that differ."""
    absent = "" if session.mode == "written" else " (vắng mặt)"
    for vote in case.votes.all():
        if vote.in_writing:
            yield f"Ý kiến bằng văn bản của {vote.member.person.name}{absent}: {vote.get_choice_display()}."
    for vote in case.votes.all():
        if vote.dissent:
            yield f"Ý kiến khác của {vote.member.person.name}: {vote.dissent}."


def tally_paper(session: CouncilSession) -> Document:
    """The tally sheet of paper ballots (biên bản kiểm phiếu): only what the tellers counted.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.9; pháp luật không quy định mẫu riêng.
    """
    words = campaign_words(session.campaign, session.unit)
    return Document(
        kind="bien_ban",
        letterhead=_without_place(session),
        type_name="BIÊN BẢN",
        summary=f"Kiểm phiếu xét khen thưởng đợt “{session.campaign.short_title}”",
        body=(
            p(f"Thời gian: {long_date(session.meets_on)}. Địa điểm: {session.place}."),
            p(f"Tổ kiểm phiếu gồm: {', '.join(session.tellers)}."),
            p(words("tally-sheet-counting")),
            Table(BALLOTS, tuple(_counted(case) for case in cases_of(session)), size=11),
            p(words("tally-sheet-sealed")),
        ),
        signature=Signatures(
            tuple(
                SignatureBlock(role="TỔ TRƯỞNG TỔ KIỂM PHIẾU" if place == 0 else "THÀNH VIÊN", name=name)
                for place, name in enumerate(session.tellers[:3])
            )
        ),
        recipients=("Thành viên Hội đồng", "Lưu: VT, Hồ sơ"),
    )


def _counted(case: Case) -> tuple[str, ...]:
    """One line of the tally sheet: what went out, came back, was valid, and how it was cast."""
    paper = case.ballots
    counts = (
        paper.issued, paper.collected, paper.collected - paper.count_spoilt, paper.count_spoilt,
        paper.count_for, paper.count_against,
    )  # fmt: skip
    return (str(case.order), printed_name(case.nomination), *(str(count) for count in counts))
