"""The report of a unit on its own closing (báo cáo tổng kết của đơn vị)."""

from __future__ import annotations

from collections.abc import Sequence

from thidua.campaigns.models import Target, UnitReview
from thidua.campaigns.queries.campaign import campaign_words
from thidua.campaigns.queries.review import TargetResult
from thidua.org.models import Mandate, Unit
from thidua.org.queries import government_of
from thidua.paper.model import Block, Column, Document, Table, clause, heading, p
from thidua.records.letterheads import unit_letterhead
from thidua.records.sign import signature_block
from thidua.vietnamese.dates import vn_date


def committee_addressee(unit: Unit) -> tuple[str, ...]:
    """To whom a unit's paper goes (nơi được gửi): the People's Committee it belongs to and its council."""
    office = government_of(unit)
    return (office.name, f"Hội đồng Thi đua - Khen thưởng {office.short_name}")


def review_paper(review: UnitReview, results: Sequence[TargetResult], *, signer: Mandate) -> Document:
    """The report on the unit's own closing (báo cáo tổng kết của đơn vị), from what it wrote down."""
    campaign, unit = review.campaign, review.unit
    body: list[Block] = [
        p(
            campaign_words(campaign)(
                "unit-review-opening", campaign=campaign.short_title, unit=unit.in_sentence
            )
        ),
        heading("KẾT QUẢ CHUNG", number="I."),
        *paragraphs(review.summary),
        heading("KẾT QUẢ THEO CHỈ TIÊU ĐÃ ĐĂNG KÝ", number="II."),
        _results_table(review, results) if results else p("Đơn vị không đăng ký chỉ tiêu bằng số."),
        heading("BIỂU DƯƠNG THEO THẨM QUYỀN CỦA ĐƠN VỊ", number="III."),
        *_commended(review),
        *_lessons(review),
    ]
    return Document(
        "bao_cao",
        unit_letterhead(unit),
        "BÁO CÁO",
        f"Tổng kết phong trào “{campaign.short_title}”",
        body=tuple(body),
        addressees=committee_addressee(unit),
        signature=signature_block(signer, authority=""),
        recipients=("Như trên", "Lưu: hồ sơ đơn vị"),
    )


def _lessons(review: UnitReview) -> list[Block]:
    told = paragraphs(review.lessons)
    return [heading("BÀI HỌC, KIẾN NGHỊ", number="IV."), *told] if told else []


def paragraphs(text: str) -> list[Block]:
    """Typed text as paragraphs of a paper, one per line (đoạn văn)."""
    return [p(line) for line in text.splitlines() if line.strip()]


def _results_table(review: UnitReview, results: Sequence[TargetResult]) -> Table:
    columns = (
        Column("TT", 10, "center"),
        Column("Nội dung thi đua", 40),
        Column("Chỉ tiêu đăng ký", 40),
        Column("Kết quả", 75),
    )
    rows = tuple(
        (
            str(number),
            result.target.content.short,
            _target_words(result),
            str(review.results.get(str(result.target.pk), "")),
        )
        for number, result in enumerate(results, start=1)
    )
    return Table(columns, rows)


def goal_words(target: Target) -> str:
    """A target with its amount (chỉ tiêu): “Trồng rừng mới: 12,5 ha”."""
    goal = "" if target.goal is None else f": {target.goal.normalize():f}".replace(".", ",")
    return f"{target.text}{goal} {target.measure}".strip()


def _target_words(result: TargetResult) -> str:
    target = result.target
    due = f", trước ngày {vn_date(target.due)}" if target.due else ""
    return goal_words(target) + due


def _commended(review: UnitReview) -> list[Block]:
    if not review.commended:
        return [p("Không có.")]
    return [
        clause(number, f"{row['name']}: {row['reason'].rstrip('.')}.")
        for number, row in enumerate(review.commended, start=1)
    ]
