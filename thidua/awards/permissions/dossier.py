"""What a dossier still lacks, point by point, each with its ruling (danh mục kiểm tra hồ sơ)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from thidua.awards.models import Nomination
from thidua.awards.permissions.nomination import may_be_nominated_for, may_edit
from thidua.awards.queries.lawful import case_of, parts_of, rulebook_of
from thidua.law.book import Rulebook
from thidua.law.ruling import Ruling, Weight, no, yes
from thidua.org.models import Mandate

# These have points of their own in the list.
SHOWN_APART = frozenset({"R09", "R13"})


@dataclass(frozen=True)
class Point:
    """One point of the checklist (điểm kiểm tra): what it is about and how it stands; `place` is its place in
    the form.
    """

    label: str
    ruling: Ruling
    place: str = ""

    @property
    def done(self) -> bool:
        return self.ruling.is_yes


def checklist(nomination: Nomination, *, typed_by_officer: bool = False) -> list[Point]:
    """Everything a dossier needs before it can be sent (danh mục kiểm tra), in the order of the page."""
    book = rulebook_of(nomination.unit, on=nomination.governed_on)
    rulings = book.check(case_of(nomination))
    return [
        Point("Hình thức có tiêu chuẩn", may_be_nominated_for(nomination.award)),
        *_words(nomination),
        *_criteria(nomination),
        _open_matter(nomination, rulings),
        *_parts(nomination),
        *_law(rulings, book),
        *([_way(nomination)] if typed_by_officer else []),
    ]


def may_submit(mandate: Mandate, nomination: Nomination, *, on: date) -> Ruling:
    """May the dossier be sent (gửi hồ sơ)? By who may edit it, when nothing on the checklist stops it."""
    ruling = may_edit(mandate, nomination, on=on)
    if not ruling.is_yes:
        return ruling
    points = checklist(nomination, typed_by_officer=mandate.unit_id != nomination.unit_id)
    stopping = [point for point in points if point.ruling.stops]
    if not stopping:
        return yes()
    first = stopping[0].ruling
    others = f" Còn {len(stopping) - 1} điểm khác trong danh mục kiểm tra." if len(stopping) > 1 else ""
    return replace(first, because=first.because + others)


def _stated(label: str, *, there: bool, because: str, place: str, rule: str) -> Point:
    return Point(label, yes() if there else no(because, rule=rule), place)


def _words(nomination: Nomination) -> list[Point]:
    return [
        _stated(
            "Tóm tắt thành tích",
            there=bool(nomination.achievement.strip()),
            because="Chưa có tóm tắt thành tích (một, hai câu để in vào tờ trình và quyết định).",
            place="achievement",
            rule="dossier:achievement",
        ),
        _stated(
            "Báo cáo thành tích",
            there=bool(nomination.report.strip()),
            because="Chưa viết báo cáo thành tích.",
            place="report",
            rule="dossier:report",
        ),
    ]


def _criteria(nomination: Nomination) -> list[Point]:
    return [
        Point(
            claim.criterion.text,
            yes()
            if claim.text.strip()
            else no(
                f"Chưa có minh chứng hoặc giải trình cho tiêu chuẩn “{claim.criterion.text}”.",
                source=f"mục {claim.criterion.clause}" if claim.criterion.clause else "",
                rule="dossier:claim",
            ),
            f"claim-{claim.criterion_id}",
        )
        for claim in nomination.claims.select_related("criterion")
    ]


def _open_matter(nomination: Nomination, rulings: tuple[Ruling, ...]) -> Point:
    ruling = next((found for found in rulings if found.rule == "R09"), yes())
    if nomination.has_open_matter is None:
        ruling = no(
            "Chưa trả lời: có đang bị xem xét kỷ luật, điều tra, thanh tra hoặc xác minh đơn thư không?",
            source=ruling.source,
            rule="R09",
        )
    return Point("Không có việc đang xem xét", ruling, "open_matter")


def _parts(nomination: Nomination) -> list[Point]:
    points = []
    for part in parts_of(nomination):
        asked = part.asked
        ruling = yes()
        if not part.is_there:
            ruling = replace(
                no(f"Hồ sơ thiếu: {asked.name}.", source=asked.source, rule="R13"), confirmed=asked.confirmed
            )
        elif not part.is_issued:
            ruling = no(
                f"{asked.name} còn đang làm, chưa phát hành.", rule="dossier:unissued", weight=Weight.WARN
            )
        points.append(Point(asked.name, ruling, "ho-so"))
    return points


def _law(rulings: tuple[Ruling, ...], book: Rulebook) -> list[Point]:
    names = book.shelf.books.subjects["rules"]
    return [
        Point(str(names[ruling.rule].fields["name"]) if ruling.rule in names else "Quy định", ruling)
        for ruling in rulings
        if ruling.rule not in SHOWN_APART
    ]


def _way(nomination: Nomination) -> Point:
    return _stated(
        "Cách nhận",
        there=bool(nomination.how.strip()),
        because="Bạn nhập thay đơn vị: hãy ghi cách nhận, ví dụ “nhận bản giấy ngày 02/6/2023”.",
        place="how",
        rule="dossier:how",
    )
