"""What the interim and the closing report say (báo cáo sơ kết, tổng kết): written from the figures, the words
of the officer added.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from thidua.campaigns.models import Campaign
from thidua.campaigns.queries.campaign import campaign_words
from thidua.campaigns.queries.campaign_parts import short_words
from thidua.org.models import Mandate
from thidua.paper.model import Block, Column, Document, Table, bullet, heading, p
from thidua.records.letterheads import office_letterhead
from thidua.records.queries.wordings import Words
from thidua.records.sign import FOR_OFFICE, signature_block
from thidua.reports.figures import Figure, figures_of, figures_so_far
from thidua.reports.follow_up import followed_up, letters_of, pulse_says, target_rows
from thidua.reports.missing import missing_in
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.money import money, percent

FIGURES = (
    Column("TT", 10, "center"),
    Column("Nội dung", 66),
    Column("Kết quả", 44, "right"),
    Column("Cách tính", 55),
)

TARGETS = (
    Column("Nội dung thi đua", 85),
    Column("Chỉ tiêu", 30, "right"),
    Column("Đã báo số", 30, "right"),
    Column("Đã đạt", 30, "right"),
)


def value_of(figure: Figure) -> str:
    """A figure as papers and pages write it (số liệu bằng chữ số): "5 trên 8 (62,5 %)", "1.490.000 đồng"."""
    if figure.of is None:
        return f"{money(figure.value)} {figure.measure}".strip()
    if figure.of == 0:
        return "0"
    share = percent(Fraction(figure.value, figure.of), digits=1)
    return f"{money(figure.value)} trên {money(figure.of)} ({share})"


def closing_paper(campaign: Campaign, *, lessons: str, signer: Mandate, on: date) -> Document:
    """The closing report (báo cáo tổng kết): organisation, results, effect, limits, lessons, proposals.

    Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 17 (tổng kết phong trào); Nghị định 30/2020/NĐ-CP, Phụ lục
    III, Mẫu 1.4.
    """
    above, words = campaign.unit.parent, campaign_words(campaign)
    return Document(
        kind="bao_cao",
        letterhead=office_letterhead(campaign.unit),
        type_name="BÁO CÁO",
        summary=f"Tổng kết đợt “{campaign.short_title}”",
        addressees=(above.name,) if above else (),
        opening=_opening(campaign, words),
        body=(
            heading("CÔNG TÁC CHỈ ĐẠO, TỔ CHỨC", number="I."),
            *_organisation(campaign, words),
            heading("KẾT QUẢ", number="II."),
            _table(figures_of(campaign, on=on)),
            *_models(campaign),
            heading("KHEN THƯỞNG", number="III."),
            *_decisions(campaign),
            heading("HẠN CHẾ, VIỆC CÒN THIẾU", number="IV."),
            *_limits(campaign, on),
            heading("BÀI HỌC, KIẾN NGHỊ", number="V."),
            *(p(line) for line in lessons.splitlines() if line.strip()),
        ),
        signature=signature_block(signer, authority=FOR_OFFICE),
        recipients=_recipients(campaign),
    )


def interim_paper(campaign: Campaign, *, tasks: str, signer: Mandate, on: date) -> Document:
    """The interim report (báo cáo sơ kết): where the campaign stands that day, and what is to be done next.

    Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 17 (sơ kết phong trào); Nghị định 30/2020/NĐ-CP, Phụ lục III,
    Mẫu 1.4.
    """
    above, words = campaign.unit.parent, campaign_words(campaign)
    return Document(
        kind="bao_cao",
        letterhead=office_letterhead(campaign.unit),
        type_name="BÁO CÁO",
        summary=f"Sơ kết đợt “{campaign.short_title}”",
        addressees=(above.name,) if above else (),
        opening=_opening(campaign, words, until=f" đến ngày {vn_date(on)}"),
        body=(
            heading("CÔNG TÁC CHỈ ĐẠO, TỔ CHỨC", number="I."),
            *_organisation(campaign, words),
            heading("KẾT QUẢ BƯỚC ĐẦU", number="II."),
            _table(figures_so_far(campaign, on=on)),
            *_targets(campaign),
            *(p(line) for line in pulse_says(campaign, on=on)),
            *_models(campaign),
            heading("HẠN CHẾ, VIỆC CÒN THIẾU", number="III."),
            *_limits(campaign, on),
            heading("NHIỆM VỤ THỜI GIAN TỚI", number="IV."),
            *(p(line) for line in tasks.splitlines() if line.strip()),
        ),
        signature=signature_block(signer, authority=FOR_OFFICE),
        recipients=_recipients(campaign),
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


def _table(figures: list[Figure]) -> Table:
    rows = tuple((str(place), f.name, value_of(f), f.how) for place, f in enumerate(figures, start=1))
    return Table(FIGURES, rows, size=11)


def _targets(campaign: Campaign) -> list[Block]:
    rows = target_rows(campaign)
    return (
        [p("Chỉ tiêu bằng số theo nội dung thi đua:"), Table(TARGETS, tuple(rows), size=11)] if rows else []
    )


def _models(campaign: Campaign) -> list[Block]:
    done = campaign.model_projects.filter(stage="done").select_related("unit")
    if not done:
        return [p("Chưa có mô hình, phần việc nào ghi hoàn thành.")]
    return [
        p("Mô hình, phần việc tiêu biểu đã hoàn thành:"),
        *(bullet(f"{m.title} ({m.unit.in_sentence}): {m.result}") for m in done),
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
