"""What the interim and the closing report say (báo cáo sơ kết, tổng kết): written from the figures, the words
of the officer added.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from thidua.campaigns.models import Campaign
from thidua.campaigns.queries.campaign import campaign_words
from thidua.campaigns.queries.campaign_parts import short_words
from thidua.org.models import Mandate
from thidua.paper.model import Appendix, Block, Document, bullet, heading, p
from thidua.records.documents import OWN_DAY, OWN_NUMBER
from thidua.records.letterheads import office_letterhead
from thidua.records.queries.rulebook import rulebook_of
from thidua.records.queries.wordings import Words
from thidua.records.sign import FOR_OFFICE, signature_block
from thidua.reports.figures import Figure, figures_of, figures_so_far
from thidua.reports.follow_up import followed_up, letters_of, pulse_says
from thidua.reports.missing import missing_in
from thidua.reports.tables import award_blocks, campaign_blocks, figures_table
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.money import money

OUTLINE_RULE = "closing_report_form"
_ROMAN = re.compile(r"^([IVX]+\.)\s+(.+)$")
_NUMBERED = re.compile(r"^(\d+\.)\s+(.+)$")


def closing_paper(campaign: Campaign, *, lessons: str, signer: Mandate, on: date) -> Document:
    """The closing report (báo cáo tổng kết): organisation, results, awards, limits, lessons, proposals.

    Where the office follows the outline of the province (quy tắc closing_report_form), `lessons` are the
    whole text under that outline and our figures follow as an appendix.
    Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 17 (tổng kết phong trào); Nghị định 30/2020/NĐ-CP, Phụ lục
    III, Mẫu 1.4.
    """
    figures = figures_of(campaign, on=on)
    report = _report(campaign, f"Tổng kết đợt “{campaign.short_title}”", signer=signer)
    if follows_province(campaign, on=on):
        return replace(
            report, body=_outlined(lessons), appendices=(_figures_appendix(campaign, figures, on),)
        )
    return replace(
        report,
        body=(
            heading("CÔNG TÁC CHỈ ĐẠO, TỔ CHỨC", number="I."),
            *_organisation(campaign, campaign_words(campaign)),
            heading("KẾT QUẢ", number="II."),
            figures_table(figures),
            *campaign_blocks(campaign, figures, on=on),
            *_models(campaign),
            *_likewise(campaign),
            heading("KHEN THƯỞNG", number="III."),
            *_decisions(campaign),
            *award_blocks(campaign, figures),
            heading("HẠN CHẾ, VIỆC CÒN THIẾU", number="IV."),
            *_limits(campaign, on),
            heading("BÀI HỌC, KIẾN NGHỊ", number="V."),
            *(p(line) for line in lessons.splitlines() if line.strip()),
        ),
    )


def follows_province(campaign: Campaign, *, on: date) -> bool:
    """True when the office set that its closing reports follow the outline of the province (mẫu báo cáo).

    Căn cứ: quy tắc địa phương closing_report_form.
    """
    local = rulebook_of(campaign.unit, on=on).shelf.local
    return OUTLINE_RULE in local.values and local.confirmed(OUTLINE_RULE).value == "province"


def _outlined(text: str) -> tuple[Block, ...]:
    """The officer's text under the outline of the province: "I. …" and "1. …" are headings."""
    return tuple(_outline_line(line.strip()) for line in text.splitlines() if line.strip())


def _outline_line(line: str) -> Block:
    if part := _ROMAN.match(line):
        return heading(part[2], number=part[1])
    if part := _NUMBERED.match(line):
        return heading(part[2], number=part[1], level=2)
    return bullet(line[2:]) if line.startswith("- ") else p(line)


def _figures_appendix(campaign: Campaign, figures: Sequence[Figure], on: date) -> Appendix:
    return Appendix(
        title="SỐ LIỆU CỦA ĐỢT THI ĐUA",
        reference=f"(Kèm theo Báo cáo số {OWN_NUMBER} ngày {OWN_DAY} của {campaign.unit.name})",
        blocks=(
            figures_table(figures),
            *campaign_blocks(campaign, figures, on=on),
            *award_blocks(campaign, figures),
        ),
        label="Phụ lục",
    )


def _report(campaign: Campaign, summary: str, *, signer: Mandate, until: str = "") -> Document:
    above = campaign.unit.parent
    return Document(
        kind="bao_cao",
        letterhead=office_letterhead(campaign.unit),
        type_name="BÁO CÁO",
        summary=summary,
        addressees=(above.name,) if above else (),
        opening=_opening(campaign, campaign_words(campaign), until=until),
        signature=signature_block(signer, authority=FOR_OFFICE),
        recipients=_recipients(campaign),
    )


def interim_paper(campaign: Campaign, *, tasks: str, signer: Mandate, on: date) -> Document:
    """The interim report (báo cáo sơ kết): where the campaign stands that day, and what is to be done next.

    Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 17 (sơ kết phong trào); Nghị định 30/2020/NĐ-CP, Phụ lục III,
    Mẫu 1.4.
    """
    figures, until = figures_so_far(campaign, on=on), f" đến ngày {vn_date(on)}"
    report = _report(campaign, f"Sơ kết đợt “{campaign.short_title}”", signer=signer, until=until)
    return replace(
        report,
        body=(
            heading("CÔNG TÁC CHỈ ĐẠO, TỔ CHỨC", number="I."),
            *_organisation(campaign, campaign_words(campaign)),
            heading("KẾT QUẢ BƯỚC ĐẦU", number="II."),
            figures_table(figures),
            *campaign_blocks(campaign, figures, on=on),
            *(p(line) for line in pulse_says(campaign, on=on)),
            *_models(campaign),
            *_likewise(campaign),
            heading("HẠN CHẾ, VIỆC CÒN THIẾU", number="III."),
            *_limits(campaign, on),
            heading("NHIỆM VỤ THỜI GIAN TỚI", number="IV."),
            *(p(line) for line in tasks.splitlines() if line.strip()),
        ),
    )


def _recipients(campaign: Campaign) -> tuple[str, ...]:
    upward = ("Như trên",) if campaign.unit.parent else ()
    return (
        *upward,
        "Thường trực Đảng ủy, HĐND",
        "Thành viên Hội đồng TĐKT",
        "Các đơn vị tham gia",
        "Lưu: VT",
    )


def _opening(campaign: Campaign, words: Words, *, until: str = "") -> str:
    plan = campaign.plan.cited if campaign.plan else "kế hoạch phát động"
    period = (
        f" từ ngày {vn_date(campaign.starts)} đến ngày {vn_date(campaign.ends)}"
        if campaign.starts and campaign.ends
        else ""
    )
    return words(
        "closing-report-opening", plan=plan, campaign=campaign.short_title, period=period,
        unit=campaign.unit.name, until=until,
    )  # fmt: skip


def _organisation(campaign: Campaign, words: Words) -> list[Block]:
    letters = letters_of(campaign)
    blocks: list[Block] = [p(f"Kế hoạch gồm {campaign.contents.count()} nội dung thi đua:")]
    blocks += [
        bullet(f"{short_words(content.text, limit=len(content.text))}.")
        for content in campaign.contents.all()
    ]
    told = p(words("closing-report-reminders", count=f"{letters:02}"))
    return [*blocks, told, *(p(line) for line in followed_up(campaign))]


def _models(campaign: Campaign) -> list[Block]:
    done = campaign.model_projects.filter(stage="done").select_related("unit")
    if not done:
        return [p("Chưa có mô hình, phần việc nào ghi hoàn thành.")]
    return [
        p("Mô hình, phần việc tiêu biểu đã hoàn thành:"),
        *(bullet(f"{m.title} ({m.unit.in_sentence}): {m.result}") for m in done),
    ]


def _likewise(campaign: Campaign) -> list[Block]:
    """What others took over, and the initiatives recognised (nhân rộng, sáng kiến), where there are any."""
    copied = campaign.replications.exclude(state="dropped").select_related("unit", "project", "role_model")
    ideas = campaign.initiatives.filter(state="recognised").select_related("unit")
    told = [f"{one}: {one.outcome or one.state_says}" for one in copied.order_by("since", "id")]
    known = [
        f"{one.title} ({one.unit.in_sentence}): {one.effect or one.what}"
        for one in ideas.order_by("recognised_on", "id")
    ]
    return [
        *([p("Nhân rộng:"), *(bullet(line) for line in told)] if told else []),
        *([p("Sáng kiến được công nhận:"), *(bullet(line) for line in known)] if known else []),
    ]


def _decisions(campaign: Campaign) -> list[Block]:
    issued = (
        campaign.decisions.filter(state="issued")
        .select_related("document", "unit")
        .order_by("decided_on", "id")
    )
    lines = [
        f"{d.document.title if d.document else d.code} của Chủ tịch {d.unit.name}: "
        f"{d.items.count():02} trường hợp, tiền thưởng {money(d.total or 0)} đồng."
        for d in issued
    ]
    return [bullet(line) for line in lines] or [p("Chưa có quyết định khen thưởng nào được ban hành.")]


def _limits(campaign: Campaign, on: date) -> list[Block]:
    missing = missing_in(campaign, on=on)
    return [bullet(f"{one.what}: {one.who}.") for one in missing] or [
        p("Không còn việc nào thiếu theo kế hoạch.")
    ]
