"""What units promise (bản đăng ký thi đua, giao ước thi đua): signed on paper, in no book of numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from thidua.campaigns.documents.review import committee_addressee, goal_words, paragraphs
from thidua.campaigns.models import Campaign, ModelProject, Registration, Target
from thidua.campaigns.queries.campaign import campaign_words
from thidua.org.models import Mandate
from thidua.paper.model import Block, Column, Document, SignatureBlock, Table, bullet, heading, p
from thidua.records.letterheads import council_letterhead, unit_letterhead
from thidua.records.sign import signature_block
from thidua.vietnamese.dates import vn_date

TARGETS = (
    Column("TT", 10, "center"),
    Column("Nội dung thi đua", 55),
    Column("Chỉ tiêu", 60),
    Column("Hoàn thành trước ngày", 40, "center"),
)
PLEDGES = (
    Column("TT", 10, "center"),
    Column("Đơn vị", 45),
    Column("Chỉ tiêu giao ước", 65),
    Column("Đại diện đơn vị ký", 45),
)


def registration_paper(
    registration: Registration, *, project: ModelProject | None, signer: Mandate | None
) -> Document:
    """The registration of a unit (bản đăng ký thi đua), for its head to sign; an empty place when it has
    none.

    Căn cứ: không (quy ước nội bộ) - việc đăng ký do kế hoạch phát động yêu cầu.
    """
    campaign, unit = registration.campaign, registration.unit
    words = campaign_words(campaign)
    rows = tuple(
        (str(place), one.content.short, goal_words(one), vn_date(one.due) if one.due else "")
        for place, one in enumerate(registration.targets.all(), start=1)
    )
    head = replace(unit_letterhead(unit), show_number=False, day=registration.submitted_on)
    return Document(
        kind="ban_dang_ky",
        letterhead=head,
        type_name="BẢN ĐĂNG KÝ",
        summary=f"Thi đua đợt “{campaign.short_title}”",
        addressees=committee_addressee(unit),
        body=(
            p(words("registration-opening", campaign=campaign.short_title, unit=unit.in_sentence)),
            heading("NỘI DUNG, CHỈ TIÊU", number="I."),
            Table(TARGETS, rows) if rows else p("Chưa đăng ký chỉ tiêu."),
            heading("MÔ HÌNH, PHẦN VIỆC", number="II."),
            *_project(project),
            heading("CAM KẾT", number="III."),
            *(paragraphs(registration.note) or [p(words("registration-pledge"))]),
        ),
        signature=signature_block(signer, authority="")
        if signer
        else SignatureBlock(role="THỦ TRƯỞNG ĐƠN VỊ"),
    )


def _project(project: ModelProject | None) -> list[Block]:
    if project is None:
        return [p("Đơn vị không đăng ký mô hình, phần việc riêng.")]
    return [p(f"{project.title}."), *paragraphs(project.description)]


def pledge_paper(campaign: Campaign, registrations: Sequence[Registration], *, witness: Mandate) -> Document:
    """The pledge that all units sign together (giao ước thi đua), each with what it registered.

    Căn cứ: không (quy ước nội bộ).
    """
    words = campaign_words(campaign)
    rows = tuple(
        (str(place), one.unit.name, _goals(one.targets.all()), "")
        for place, one in enumerate(registrations, start=1)
    )
    return Document(
        kind="giao_uoc",
        letterhead=replace(council_letterhead(campaign.unit), show_number=False),
        type_name="GIAO ƯỚC",
        summary=f"Thi đua thực hiện đợt “{campaign.short_title}”",
        body=(
            p(words("pledge-opening", campaign=campaign.short_title)),
            heading("NỘI DUNG", number="I."),
            *(bullet(f"{content.text.rstrip('.;')}.") for content in campaign.contents.all()),
            heading("CHỈ TIÊU CỦA TỪNG ĐƠN VỊ", number="II."),
            Table(PLEDGES, rows),
            heading("CAM KẾT", number="III."),
            p(words("pledge-closing")),
        ),
        signature=replace(
            signature_block(witness, authority="CHỨNG KIẾN CỦA HỘI ĐỒNG"), note="(Ký, ghi rõ họ tên)"
        ),
    )  # fmt: skip


def _goals(targets: Iterable[Target]) -> str:
    return "; ".join(goal_words(one) for one in targets)
