"""The papers of a unit that nominates (giấy tờ của đơn vị đề nghị): submission with list, minutes,
achievement report.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from thidua.awards.documents.lists import (
    KIND_NAMES,
    address_inside,
    by_kind,
    counted,
    numbered_groups,
    printed_name,
)
from thidua.awards.models import Nomination
from thidua.awards.queries.criteria import said_of
from thidua.campaigns.documents.review import committee_addressee, paragraphs
from thidua.campaigns.models import UnitReview
from thidua.campaigns.queries.campaign import campaign_words
from thidua.law.procedure import ReportForm, ReportSection
from thidua.org.models import Mandate
from thidua.org.queries import government_of
from thidua.paper.model import (
    Appendix,
    Block,
    Column,
    Document,
    Paragraph,
    SignatureBlock,
    Signatures,
    Table,
    bullet,
    clause,
    heading,
    p,
)
from thidua.records.documents import OWN_DAY, OWN_NUMBER
from thidua.records.letterheads import unit_letterhead
from thidua.records.queries.wordings import Words
from thidua.records.sign import ON_OWN_AUTHORITY, signature_block
from thidua.vietnamese.dates import long_date, vn_date

COLUMNS = (
    Column("TT", 10, "center"),
    Column("Tên tập thể, họ và tên", 45),
    Column("Chức vụ, đơn vị hoặc địa chỉ", 45),
    Column("Tóm tắt thành tích", 65),
)


def list_of_nominees(nominations: Sequence[Nomination]) -> Table:
    """The list that goes with a submission (danh sách đề nghị), a heading for each kind of recipient."""
    groups = ((KIND_NAMES[kind], group) for kind, group in by_kind(nominations))
    rows = numbered_groups(groups, lambda one: (printed_name(one), one.address, one.achievement))
    return Table(COLUMNS, tuple(rows))


def submission_paper(
    nominations: Sequence[Nomination], *, grounds: tuple[str, ...], signer: Mandate
) -> Document:
    """The unit's submission for one form with its list (tờ trình đề nghị khen thưởng kèm danh sách)."""
    first = nominations[0]
    unit, campaign, award = first.unit, first.campaign, first.award
    words = campaign_words(campaign)
    return Document(
        "to_trinh",
        unit_letterhead(unit),
        "TỜ TRÌNH",
        f"Về việc đề nghị tặng {award.title}",
        grounds=grounds,
        addressees=committee_addressee(unit),
        body=(
            p(
                words(
                    "unit-submission-opening",
                    campaign=campaign.short_title,
                    unit=unit.in_sentence,
                    asked=_asked(first),
                    title=award.title,
                    counted=counted(nominations),
                )
            ),
            p(words("unit-submission-dossier")),
            p(words("unit-submission-closing", unit=unit.name, office=government_of(unit).name)),
        ),
        signature=signature_block(signer, authority=ON_OWN_AUTHORITY),
        recipients=("Như trên", "Lưu: hồ sơ đơn vị"),
        appendices=(
            Appendix(
                f"ĐỀ NGHỊ TẶNG {award.title.upper()}",
                f"(Kèm theo Tờ trình số {OWN_NUMBER} ngày {OWN_DAY} của {unit.in_sentence})",
                (list_of_nominees(nominations),),
                label="DANH SÁCH",
            ),
        ),
    )


def _asked(nomination: Nomination) -> str:
    """What the committee is asked for: the award itself, or to put the case to the level that decides."""
    own = nomination.award.level == government_of(nomination.unit).level
    return "xem xét, tặng" if own else "xem xét, trình cấp có thẩm quyền tặng"


def minutes_paper(review: UnitReview, nominations: Sequence[Nomination]) -> Document:
    """The minutes of the unit's judging meeting (biên bản họp xét khen thưởng), from what the unit wrote
    down.
    """
    campaign, unit = review.campaign, review.unit
    words = campaign_words(campaign)
    return Document(
        "bien_ban",
        replace(unit_letterhead(unit), show_place_date=False),
        "BIÊN BẢN",
        f"Họp xét đề nghị khen thưởng phong trào “{campaign.short_title}”",
        body=(
            p(f"Thời gian bắt đầu: {_hour(review.met_from)}{_day(review)}."),
            p(f"Địa điểm: {review.met_at or unit.name}."),
            p(f"Thành phần tham dự: {_attendance(review)}."),
            p(f"Chủ trì: {review.chair}."),
            p(f"Thư ký: {review.secretary}."),
            heading("NỘI DUNG", number="I."),
            *(paragraphs(review.minutes) or [p(words("unit-minutes-held"))]),
            heading("KẾT QUẢ", number="II."),
            *_proposed(nominations, words),
            p(f"Cuộc họp kết thúc vào {_hour(review.met_to)}{_day(review)}."),
        ),
        signature=Signatures(
            (
                SignatureBlock(role="THƯ KÝ", name=review.secretary),
                SignatureBlock(role="CHỦ TỌA", name=review.chair),
            )
        ),
        recipients=(*committee_addressee(unit), "Lưu: hồ sơ đơn vị"),
    )


def _hour(written: str) -> str:
    return f"{written.replace(':', ' giờ ')} phút, " if ":" in written else f"{written or '… giờ …'}, "


def _day(review: UnitReview) -> str:
    return long_date(review.met_on) if review.met_on else "ngày …"


def _attendance(review: UnitReview) -> str:
    if review.present is None:
        return "theo danh sách của đơn vị"
    invited = "" if review.invited is None else f" trên {review.invited:02} người được triệu tập"
    return f"có mặt {review.present:02} người{invited}"


def _proposed(nominations: Sequence[Nomination], words: Words) -> Iterator[Block]:
    ordered = sorted(nominations, key=lambda one: one.award.order)
    for number, (title, group) in enumerate(groupby(ordered, key=lambda one: one.award.title), start=1):
        named = list(group)
        yield clause(number, words("unit-minutes-proposed", title=title, counted=counted(named)))
        for _, same in by_kind(named):
            for one in same:
                yield bullet(f"{_with_address(one)}.")


def _with_address(nomination: Nomination) -> str:
    """Name and address in one sentence."""
    return ", ".join(filter(None, [printed_name(nomination), address_inside(nomination.address)]))


def report_paper(
    nomination: Nomination,
    *,
    form: ReportForm | None,
    sections: Sequence[tuple[ReportSection, str]],
    signer: Mandate,
) -> Document:
    """The achievement report (báo cáo thành tích) with the place where the proposing level confirms it.

    Its parts follow the report for a campaign by theme; `form` is the prescribed form of the day. Without
    `sections` the report stands as the one text it was written as.
    """
    unit, award, campaign = nomination.unit, nomination.award, nomination.campaign
    body: list[Block] = [
        *([p(f"(Theo Mẫu số {form.number}, {form.decree})", style="center")] if form else []),
        heading("SƠ LƯỢC VỀ ĐỐI TƯỢNG", number="I."),
        *_features(nomination),
        *_headed(sections, "features"),
        heading("THÀNH TÍCH ĐẠT ĐƯỢC", number="II."),
        p(f"Phong trào thi đua: “{campaign.short_title}”."),
        *_period(nomination),
        *(_headed(sections, "achievement") if sections else paragraphs(nomination.report)),
        *_claims(nomination),
        heading("KHEN THƯỞNG ĐÃ NHẬN", number="III."),
        *(paragraphs(nomination.previous_awards) or [p("Chưa có.")]),
    ]
    return Document(
        "bao_cao",
        unit_letterhead(unit),
        "BÁO CÁO THÀNH TÍCH",
        f"Đề nghị tặng {award.title}",
        body=tuple(body),
        signature=Signatures((_confirming(signer), _reporting(nomination))),
        end_mark=True,
    )


def _features(nomination: Nomination) -> Iterator[Paragraph]:
    yield bullet(f"Tên: {printed_name(nomination)}.")
    person = nomination.person
    if person is not None and person.birth_year:
        yield bullet(f"Năm sinh: {person.birth_year}.")
    if nomination.address:
        yield bullet(f"Chức vụ, đơn vị hoặc địa chỉ: {nomination.address}.")
    collective = nomination.collective
    if collective is not None and collective.members:
        women = f", trong đó {collective.women} nữ" if collective.women else ""
        yield bullet(f"Số người: {collective.members}{women}.")
    yield bullet(f"Đơn vị đề nghị: {nomination.unit.name}.")


def _period(nomination: Nomination) -> Iterator[Paragraph]:
    if nomination.achieved_from and nomination.achieved_to:
        yield p(
            f"Thời gian lập thành tích: từ ngày {vn_date(nomination.achieved_from)} "
            f"đến ngày {vn_date(nomination.achieved_to)}."
        )
    if nomination.initiative:
        yield p(f"Sáng kiến, giải pháp: {nomination.initiative.rstrip('. ')}.")


def _headed(sections: Sequence[tuple[ReportSection, str]], part: str) -> Iterator[Block]:
    """Each heading of one part with its paragraphs; a heading without words is left out."""
    written = [(one, text) for one, text in sections if one.part == part and text.strip()]
    for number, (one, text) in enumerate(written, start=1):
        yield clause(number, f"{one.name}:")
        yield from paragraphs(text)


def _claims(nomination: Nomination) -> Iterator[Paragraph]:
    for number, claim in enumerate(nomination.claims.select_related("criterion__measure"), start=1):
        if claim.text.strip():
            shown = said_of(claim).rstrip(".")
            yield clause(number, f"Về tiêu chuẩn “{claim.criterion.text.rstrip('.')}”: {shown}.")


def _confirming(signer: Mandate) -> SignatureBlock:
    return SignatureBlock(
        authority="XÁC NHẬN CỦA CẤP TRÌNH",
        role=signer.office.title.upper(),
        note="(Ký, đóng dấu)",
        name=signer.person.name,
    )


def _reporting(nomination: Nomination) -> SignatureBlock:
    if nomination.recipient == "collective":
        return SignatureBlock(role="THAY MẶT TẬP THỂ", note="(Ký, ghi rõ họ tên)")
    named = nomination.person.name if nomination.person is not None else ""
    role = "NGƯỜI BÁO CÁO" if nomination.recipient == "individual" else "ĐẠI DIỆN HỘ GIA ĐÌNH"
    return SignatureBlock(role=role, note="(Ký, ghi rõ họ tên)", name=named)
