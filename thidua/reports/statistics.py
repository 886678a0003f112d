"""The yearly statistics (thống kê thi đua, khen thưởng): every cell counted, or said to have no data.

A cell is None where this installation holds nothing to count it from: never zero for want of data.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from thidua.awards.models import DecisionItem, PastAward
from thidua.awards.models.basis import CAMPAIGN
from thidua.campaigns.models import Campaign
from thidua.law.campaign import months_between
from thidua.law.load import load_books
from thidua.law.statistics import PROVINCE_AWARDS, STATE_AWARDS, StatisticForm, statistic_forms
from thidua.law.terms import statistics_year
from thidua.org.models import Unit
from thidua.org.states import Level
from thidua.records.queries.rulebook import rulebook_of
from thidua.vietnamese.dates import vn_date

FIRST_YEAR = 2020  # the first year the law books answer for
NO_DATA = "không có số liệu"
TOTAL = "Tổng số"
MOST_COLUMNS = 6
OTHER_FORMS = "Hình thức khác"
LOCAL_AWARDS = "local_awards"
# Forms of award by the level that decided them.
DECIDED_AT = {STATE_AWARDS: ("trung_uong",), PROVINCE_AWARDS: ("tinh",), LOCAL_AWARDS: ("huyen", "xa")}
THEMED = (CAMPAIGN, "phong_trao_chuyen_de", "chuyen_de")
METHODS = {"cong_trang": "regular", "dot_xuat": "sudden", **dict.fromkeys(THEMED, "themed")}

Cells = tuple[int | None, ...]


@dataclass(frozen=True)
class Year:
    """A statistics year (kỳ thống kê): its first and last day, and whether a rule of the books set them."""

    number: int
    first: date
    last: date
    ruled: bool

    @property
    def says(self) -> str:
        return f"từ ngày {vn_date(self.first)} đến ngày {vn_date(self.last)}"


@dataclass(frozen=True)
class Row:
    """One row of a filled form (dòng đã tính); a heading has no cells."""

    code: str
    name: str
    cells: Cells = ()


@dataclass(frozen=True)
class Filled:
    """A form with its figures (biểu đã tính): columns, rows, what a reader has to know."""

    form: StatisticForm
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Award:
    """One award as the forms count it (một trường hợp được khen)."""

    title: str
    kind: str
    method: str
    is_worker: bool
    is_leader: bool


def offices_within(unit: Unit) -> QuerySet[Unit]:
    """The office and every one below it, ended ones too (cơ quan có thể lập biểu), from the top."""
    governments = (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)
    return Unit.objects.filter(path__startswith=unit.path, level__in=governments).order_by("path")


def year_of(unit: Unit, number: int) -> Year:
    """The statistics year that bears this number (kỳ thống kê của năm), by the rule of 30 November of it; the
    calendar year where the books say nothing. Căn cứ: sổ rules, R33; quy tắc địa phương statistics_report.
    """
    day = date(number, 11, 30)
    found = statistics_year(rulebook_of(unit, on=day).shelf, day)
    first, last = found or (date(number, 1, 1), date(number, 12, 31))
    return Year(number, first, last, ruled=found is not None)


def statistics_of(unit: Unit, year: Year) -> list[Filled]:
    """The forms of the year for an office and all below it (các biểu thống kê), then one for the awards of
    commune and district, for which there is no national form.

    Căn cứ: Thông tư 02/2023/TT-BNV (biểu 0601.N đến 0603.N); sổ statistics.
    """
    shelf = rulebook_of(unit, on=date(year.number, 11, 30)).shelf
    campaigns, *awards = statistic_forms(shelf)
    local = StatisticForm(
        LOCAL_AWARDS, "", "Khen thưởng cấp huyện, cấp xã", awards[0].rows, "", confirmed=True,
        says="Không có biểu toàn quốc; lập thêm để cơ quan cấp trên tổng hợp.",
    )  # fmt: skip
    return [_campaigns(campaigns, unit, year), *(_awards(form, unit, year) for form in (*awards, local))]


def _launched(unit: Unit, year: Year) -> list[Campaign]:
    """The campaigns launched in the year by the office or one below it."""
    opened = Campaign.objects.filter(unit__path__startswith=unit.path, starts__range=(year.first, year.last))
    return list(opened.exclude(state="draft").select_related("unit"))


def _campaigns(form: StatisticForm, unit: Unit, year: Year) -> Filled:
    """Campaigns by the level that launched them; a form before 2023 has no column for offices."""
    found = _launched(unit, year)
    of_province = [one for one in found if one.unit.level == Level.PROVINCE]
    of_office = [one for one in found if one.unit.level != Level.PROVINCE]
    with_offices = any(row.id == "scope_agency" for row in form.rows)
    columns = (TOTAL, "Cấp trung ương phát động", "Cấp bộ, ngành, tỉnh phát động")
    rows = []
    for row in form.rows:
        cells: list[int | None] = [
            None,
            _cell(row.id, of_province) if unit.level == Level.PROVINCE else None,
            _cell(row.id, of_office),
        ]
        known = [cell for cell in cells if cell is not None]
        counted = (sum(known) if known else None, *(cells if with_offices else cells[:2]))
        rows.append(Row(row.code, row.name, counted if row.id else ()))
    notes = [f"Tính phong trào phát động {year.says}, theo ngày bắt đầu ghi trong kế hoạch."]
    undated = sum(one.ends is None for one in found)
    if undated:
        notes.append(f"{undated} phong trào chưa ghi ngày kết thúc nên không xếp vào dòng thời hạn.")
    shown = (*columns, "Cơ quan, đơn vị phát động") if with_offices else columns
    return Filled(form, shown, tuple(rows), tuple(notes))


def _cell(row: str, campaigns: list[Campaign]) -> int | None:
    """What one row counts among campaigns; None where none is held or the row asks for what nobody notes."""
    if not campaigns or row in ("scope_national", "scope_cluster", "regular"):
        return None
    if row.startswith("term_"):
        return sum(_term(one) in _TERMS[row] for one in campaigns)
    if row.startswith("scope_") and row != _scope(campaigns[0]):
        return None
    return len(campaigns)


def _scope(campaign: Campaign) -> str:
    """As far as a campaign reaches: as far as the office that launched it."""
    return "scope_province" if campaign.unit.level == Level.PROVINCE else "scope_agency"


_TERMS = {
    "term_under_1": ("under_1",),
    "term_1": ("1",),
    "term_1_3": ("1_3",),
    "term_3_5": ("3_5",),
    "term_from_5": ("from_5",),
    "term_from_3": ("3_5", "from_5"),
}


def _term(campaign: Campaign) -> str:
    """How long a campaign runs: under a year, a year, to three, to five, more; "" without its days."""
    if campaign.starts is None or campaign.ends is None:
        return ""
    months = months_between(campaign.starts, campaign.ends)
    for least, name in ((60, "from_5"), (36, "3_5"), (13, "1_3"), (12, "1")):
        if months >= least:
            return name
    return "under_1"


def _awards(form: StatisticForm, unit: Unit, year: Year) -> Filled:
    levels = DECIDED_AT[form.id]
    decided, past = _decided(unit, year, levels), _past(unit, year, levels)
    found = [*decided, *past]
    titles = [title for title, _ in Counter(one.title for one in found).most_common()]
    heads = tuple(titles) if len(titles) <= MOST_COLUMNS else (*titles[: MOST_COLUMNS - 1], OTHER_FORMS)
    groups = [found, *([one for one in found if _head(one, heads) == head] for head in heads)]
    rows = tuple(
        Row(row.code, row.name, tuple(_award_cell(row.id, group) for group in groups) if row.id else ())
        for row in form.rows
    )
    return Filled(form, (TOTAL, *heads), rows, tuple(_notes(form, year, past)))


def _head(award: Award, heads: tuple[str, ...]) -> str:
    return award.title if award.title in heads else OTHER_FORMS


def _notes(form: StatisticForm, year: Year, past: list[Award]) -> Iterable[str]:
    yield (
        f"Tính quyết định ký {year.says}, không kể trường hợp đã hủy bỏ, "
        "cho người, tập thể, hộ thuộc các đơn vị trong địa bàn."
    )
    if form.id == LOCAL_AWARDS:
        yield form.says
    yield "“Lãnh đạo, quản lý khác” là người được ghi như vậy ở trang người; máy không ghi cấp lãnh đạo."
    if past:
        yield f"{len(past)} trường hợp nhập từ quyết định cũ không ghi phương thức nên không xếp vào đó."


def _decided(unit: Unit, year: Year, levels: tuple[str, ...]) -> list[Award]:
    """Awards decided here in the year, of people of the office's area."""
    items: QuerySet[DecisionItem] = DecisionItem.objects.filter(
        decision__state="issued",
        decision__decided_on__range=(year.first, year.last),
        decision__unit__level__in=levels,
        nomination__unit__path__startswith=unit.path,
    ).exclude(revocations__day__isnull=False)
    rows = items.values_list(
        "decision__form", "nomination__award__title", "recipient", "nomination__basis__award_type",
        "nomination__person__is_direct_worker", "nomination__person__is_leader",
    )  # fmt: skip
    names = _form_names()
    return [
        Award(names.get(form, title), kind, METHODS.get(basis or CAMPAIGN, ""), bool(worker), bool(leader))
        for form, title, kind, basis, worker, leader in rows
    ]


def _form_names() -> dict[str, str]:
    """The short name of each form of the law books (tên gọn)."""
    return {entry.id: str(entry.fields["short"]) for entry in load_books().subjects["forms"].values()}


def _past(unit: Unit, year: Year, levels: tuple[str, ...]) -> list[Award]:
    """Awards entered from old papers, of people of the office's area."""
    kept = PastAward.objects.filter(
        state="kept", decided_on__range=(year.first, year.last), level__in=levels,
        unit__path__startswith=unit.path,
    ).select_related("person")  # fmt: skip
    names = _form_names()
    flags = [(one, one.person is not None and one.person) for one in kept]
    return [
        Award(names.get(one.form, one.title), _kind(one), "", bool(person and person.is_direct_worker),
              bool(person and person.is_leader))
        for one, person in flags
    ]  # fmt: skip


def _kind(past: PastAward) -> str:
    if past.person_id:
        return "individual"
    return "collective" if past.collective_id else "household"


def _award_cell(row: str, awards: list[Award]) -> int | None:
    """What one row counts; None where no award is held, or none of them says what the row asks."""
    if not awards:
        return None
    if row == "all":
        return len(awards)
    if row in ("collective", "household", "individual"):
        return sum(one.kind == row for one in awards)
    if row in ("worker", "leader_other"):
        return sum(one.is_worker if row == "worker" else one.is_leader for one in awards)
    if row in METHODS.values() and any(one.method for one in awards):
        return sum(one.method == row for one in awards)
    return None


def words_of(cells: Cells) -> list[str]:
    """The cells as a page and a paper write them (ô của biểu)."""
    return [NO_DATA if cell is None else str(cell) for cell in cells]
