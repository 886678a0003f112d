"""What a dossier still lacks, point by point, each with its ruling (danh mục kiểm tra hồ sơ)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from thidua.awards.models import Claim, Nomination
from thidua.awards.permissions.nomination import may_be_nominated_for, may_edit
from thidua.awards.queries.criteria import criterion_of
from thidua.awards.queries.exclusion import excluded_nominee
from thidua.awards.queries.lawful import case_of, parts_of
from thidua.awards.queries.supplement import open_supplement, words_of
from thidua.campaigns.queries.campaign import dossier_day
from thidua.campaigns.queries.rules import rulebook_in
from thidua.law.book import Rulebook
from thidua.law.ruling import Ruling, Weight, no, yes
from thidua.law.standard import Criterion
from thidua.org.models import Mandate
from thidua.org.permissions import may_act
from thidua.reading.outline import clause_words
from thidua.vietnamese.dates import vn_date

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
    book = rulebook_in(nomination.campaign, nomination.unit, on=nomination.governed_on)
    rulings = book.check(case_of(nomination))
    return [
        Point("Hình thức có tiêu chuẩn", may_be_nominated_for(nomination.award)),
        *_words(nomination),
        *_criteria(nomination),
        _open_matter(nomination, rulings),
        *_parts(nomination),
        *_length(nomination, book),
        *_asked_for(nomination),
        *_law(rulings, book),
        *_excluded(nomination),
        *([_way(nomination)] if typed_by_officer else []),
    ]


def may_submit(mandate: Mandate, nomination: Nomination, *, on: date, late_reason: str = "") -> Ruling:
    """May the dossier be sent (gửi hồ sơ)? By who may edit it, when nothing on the checklist stops it; after
    the campaign's day only the officer takes it, with the reason.
    """
    ruling = may_edit(mandate, nomination, on=on)
    if not ruling.is_yes:
        return ruling
    late = _late(mandate, nomination, on=on, reason=late_reason)
    if late is not None:
        return late
    points = checklist(nomination, typed_by_officer=mandate.unit_id != nomination.unit_id and not late_reason)
    stopping = [point for point in points if point.ruling.stops]
    if not stopping:
        return yes()
    first = stopping[0].ruling
    others = f" Còn {len(stopping) - 1} điểm khác trong danh mục kiểm tra." if len(stopping) > 1 else ""
    return replace(first, because=first.because + others)


def may_take_late(mandate: Mandate, nomination: Nomination, *, on: date) -> Ruling:
    """May this mandate take a dossier after the day (nhận hồ sơ nộp muộn)? The standing officer of the
    campaign, when everything else is there.
    """
    ruling = may_edit(mandate, nomination, on=on)
    if not ruling.is_yes:
        return ruling
    officer = may_act(mandate, "standing", on=on, unit=nomination.campaign.unit)
    if not officer.is_yes:
        return officer
    if not is_late(nomination, on=on):
        return no("Hồ sơ còn trong hạn; cứ gửi như thường.", rule="nominate:in-time")
    return may_submit(mandate, nomination, on=on, late_reason="?")


def is_late(nomination: Nomination, *, on: date) -> bool:
    """True when the dossier would come in for the first time after the campaign's day (nộp muộn)."""
    day = dossier_day(nomination.campaign)
    return nomination.state == "draft" and day is not None and on > day


def _late(mandate: Mandate, nomination: Nomination, *, on: date, reason: str) -> Ruling | None:
    if reason.strip() or not is_late(nomination, on=on):
        return None
    day = dossier_day(nomination.campaign)
    assert day is not None  # is_late
    says = f"Đã hết hạn nhận hồ sơ (ngày {vn_date(day)})."
    if may_act(mandate, "standing", on=on, unit=nomination.campaign.unit).is_yes:
        return no(f"{says} Muốn nhận, hãy dùng “Nhận hồ sơ nộp muộn” và ghi lý do.", rule="nominate:late-why")
    return no(
        f"{says} Đề nghị Thường trực Hội đồng {nomination.campaign.unit.short_name} nhận hồ sơ nộp muộn, "
        "nói rõ lý do.",
        rule="nominate:late-day",
    )


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
    """Evidence for every criterion, for one at least of those that stand for one another."""
    claims = list(nomination.claims.select_related("criterion__measure"))
    asked = {claim.pk: criterion_of(claim.criterion) for claim in claims}
    chosen = {asked[claim.pk].choice for claim in claims if claim.text.strip()}
    return [
        Point(
            claim.criterion.text,
            _claimed(claim, asked[claim.pk], others=asked[claim.pk].choice in chosen - {""}),
            f"claim-{claim.criterion_id}",
        )
        for claim in claims
    ]


def _claimed(claim: Claim, asked: Criterion, *, others: bool) -> Ruling:
    """Whether one criterion is answered; `others`: one that may stand for it is."""
    source = clause_words(claim.criterion.clause) if claim.criterion.clause else ""
    if not claim.text.strip():
        if others:
            return yes()
        enough = f"; chỉ cần một tiêu chuẩn của nhóm {asked.choice}" if asked.choice else ""
        says = f"Chưa có minh chứng hoặc giải trình cho tiêu chuẩn “{asked.text}”{enough}."
        return no(says, source=source, rule="dossier:claim")
    if asked.least is not None and claim.number is None:
        says = f"Chưa ghi con số cho tiêu chuẩn “{asked.text}” (cần {asked.asks})."
        return no(says, source=source, rule="dossier:number")
    return yes()


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


def _length(nomination: Nomination, book: Rulebook) -> list[Point]:
    """The length of the report, where the office has set one."""
    most = book.shelf.local.chosen("report_words")
    number = len(nomination.report.split())
    if most is None or not number:
        return []
    source = book.shelf.local.confirmed("report_words").source
    says = f"Báo cáo thành tích dài {number} chữ, quá mức {most} chữ; hãy rút gọn."
    ruling = yes() if number <= most else no(says, source=source, rule="dossier:length")
    return [Point("Độ dài báo cáo thành tích", ruling, "report")]


def _asked_for(nomination: Nomination) -> list[Point]:
    """What the dossier came back for: each part has to change before it goes again."""
    supplement = open_supplement(nomination)
    if supplement is None:
        return []
    now = words_of(nomination)
    return [
        Point(
            f"Bổ sung: {point.label}",
            yes()
            if now.get(point.place, "") != point.before
            else no(f"Chưa bổ sung “{point.label}”: {point.asks}", rule="supplement:open"),
            point.place,
        )
        for point in supplement.points.all()
    ]


def _law(rulings: tuple[Ruling, ...], book: Rulebook) -> list[Point]:
    names = book.shelf.books.subjects["rules"]
    return [
        Point(str(names[ruling.rule].fields["name"]) if ruling.rule in names else "Quy định", ruling)
        for ruling in rulings
        if ruling.rule not in SHOWN_APART
    ]


def _excluded(nomination: Nomination) -> list[Point]:
    """What the list of who is not considered this year says, where it says anything."""
    found = excluded_nominee(nomination, on=nomination.governed_on)
    return [Point("Danh sách chưa xét khen thưởng", ruling) for ruling in found]


def _way(nomination: Nomination) -> Point:
    return _stated(
        "Cách nhận",
        there=bool(nomination.how.strip()),
        because="Bạn nhập thay đơn vị: hãy ghi cách nhận, ví dụ “nhận bản giấy ngày 02/6/2023”.",
        place="how",
        rule="dossier:how",
    )
