"""What the data tell and no paper does, as printed lists (bảng kê trích từ dữ liệu), one for each step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from thidua.awards.models import Appraisal, Case, Certificate, Payment
from thidua.campaigns.documents.initiative import effect_words, recognition_words
from thidua.campaigns.models import Campaign, Target
from thidua.paper.glyphs import drawable
from thidua.paper.model import Column, Document, Table, p
from thidua.publicity.models import AirTime
from thidua.records.letterheads import office_letterhead
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.money import decimal_comma, money

Rows = Iterable[tuple[str, ...]]
ROWS = 400  # of one list; more of them are printed as several papers
LONGEST = 1500  # letters of one cell


@dataclass(frozen=True)
class Listing:
    """One list (bảng kê): its step, its name, titles and widths of its columns, and where its rows are."""

    folder: int
    title: str
    columns: tuple[tuple[str, int], ...]
    rows: Callable[[Campaign], Rows]


def _day(day: date | None) -> str:
    return vn_date(day) if day else ""


def _targets(campaign: Campaign) -> Rows:
    found = Target.objects.filter(registration__campaign=campaign).select_related(
        "registration__unit", "content"
    )
    for one in found.order_by("registration__unit__path", "content__order", "id"):
        goal = f"{decimal_comma(one.goal)} {one.measure}".strip() if one.goal is not None else ""
        sent = one.registration
        how = f" ({sent.how})" if sent.how else ""
        yield (
            sent.unit.short_name,
            one.content.short,
            one.text,
            goal,
            _day(one.due),
            f"{_day(sent.submitted_on)}{how}",
        )


def _progress(campaign: Campaign) -> Rows:
    for one in campaign.progress.select_related("unit", "target").order_by("on", "id"):
        reached = decimal_comma(one.value) if one.value is not None else ""
        yield _day(one.on), one.unit.short_name, one.target.text if one.target else "", reached, one.text


def _reminders(campaign: Campaign) -> Rows:
    for one in campaign.reminders.select_related("unit", "document").order_by("on", "id"):
        paper = one.document.number_text if one.document else ""
        yield _day(one.on), one.unit.short_name, one.get_missing_display(), one.get_way_display(), paper


def _projects(campaign: Campaign) -> Rows:
    for one in campaign.model_projects.select_related("unit"):
        yield one.unit.short_name, one.title, one.get_stage_display(), _day(one.done_on), one.result


def _replications(campaign: Campaign) -> Rows:
    for one in campaign.replications.select_related("unit", "project", "role_model").order_by("since", "id"):
        yield one.unit.short_name, one.source_title, _day(one.since), one.state_says, one.outcome


def _initiatives(campaign: Campaign) -> Rows:
    for one in campaign.initiatives.select_related("unit").prefetch_related("authors__person"):
        authors = "; ".join(str(author) for author in one.authors.all())
        yield one.unit.short_name, one.title, authors, effect_words(one), recognition_words(one)


def _role_models(campaign: Campaign) -> Rows:
    for one in campaign.role_models.filter(state="published").order_by("published_on", "id"):
        yield _day(one.published_on), one.name, one.place, f"{one.title}. {one.story}"


def _nominations(campaign: Campaign) -> Rows:
    for one in campaign.nominations.select_related("unit", "award").order_by(
        "award__order", "sort_key", "id"
    ):
        yield one.code, one.name, one.unit.short_name, one.award.title, _day(one.submitted_on), one.state_says


def _appraisals(campaign: Campaign) -> Rows:
    found = Appraisal.objects.filter(nomination__campaign=campaign, unit=campaign.unit)
    for one in found.exclude(concluded_on=None).select_related("nomination").order_by("concluded_on", "id"):
        case = one.nomination
        yield case.code, case.name, _day(one.concluded_on), one.get_conclusion_display(), one.remark


def _cases(campaign: Campaign) -> Rows:
    found = Case.objects.filter(session__campaign=campaign, session__unit=campaign.unit, closed=True)
    for one in found.select_related("session", "nomination").order_by(
        "session__meets_on", "session_id", "order"
    ):
        yield _day(one.session.meets_on), one.session.get_mode_display(), one.nomination.name, one.says


def _certificates(campaign: Campaign) -> Rows:
    found = Certificate.objects.filter(item__decision__campaign=campaign, item__decision__unit=campaign.unit)
    for one in found.select_related("item__decision__document").order_by("item__decision__decided_on", "id"):
        paper = one.item.decision.document
        yield (
            one.recipient, one.item.address, paper.number_text if paper else "", one.gold_number, one.code,
            f"{_day(one.handed_on)} {one.handed_to}".strip(),
        )  # fmt: skip


def _payments(campaign: Campaign) -> Rows:
    found = Payment.objects.filter(item__decision__campaign=campaign, unit=campaign.unit)
    for one in found.select_related("item", "document").order_by("item__decision__decided_on", "item__order"):
        listed = one.document.number_text if one.document else ""
        yield (
            one.item.name,
            money(one.amount),
            listed,
            _day(one.paid_on),
            one.payee if one.paid_on else "",
            one.receipt,
        )


def _news(campaign: Campaign) -> Rows:
    for one in campaign.announcements.exclude(published_on=None).order_by("published_on", "id"):
        yield _day(one.published_on), one.title, one.state_says, f"{one.lead} {one.body}".strip()


def _air_times(campaign: Campaign) -> Rows:
    found = AirTime.objects.filter(broadcast__campaign=campaign, state="aired").select_related("broadcast")
    for one in found.order_by("day", "hour", "id"):
        yield _day(one.day), one.hour, one.broadcast.title, one.where, str(one.minutes), one.reader


LISTINGS = (
    Listing(2, "Đăng ký và chỉ tiêu của các đơn vị",
            (("Đơn vị", 35), ("Nội dung", 50), ("Chỉ tiêu", 70), ("Mức", 25), ("Hạn", 22),
             ("Ngày gửi", 40)), _targets),
    Listing(3, "Kết quả thực hiện đã báo",
            (("Ngày", 22), ("Đơn vị", 40), ("Chỉ tiêu", 70), ("Đã đạt", 25), ("Nội dung", 85)), _progress),
    Listing(3, "Các lần đôn đốc",
            (("Ngày", 22), ("Đơn vị", 60), ("Còn thiếu", 70), ("Bằng", 50), ("Văn bản", 40)), _reminders),
    Listing(4, "Mô hình, phần việc",
            (("Đơn vị", 40), ("Tên", 70), ("Tình trạng", 30), ("Ngày xong", 22), ("Kết quả", 80)), _projects),
    Listing(4, "Nhân rộng mô hình, cách làm",
            (("Nơi làm theo", 40), ("Làm theo", 70), ("Từ ngày", 22), ("Tình trạng", 30), ("Kết quả", 80)),
            _replications),
    Listing(4, "Sáng kiến",
            (("Đơn vị", 35), ("Tên", 60), ("Tác giả", 45), ("Hiệu quả", 55), ("Công nhận", 50)),
            _initiatives),
    Listing(4, "Gương điển hình đã công khai",
            (("Ngày", 22), ("Tên", 45), ("Đơn vị, thôn", 45), ("Câu chuyện", 130)), _role_models),
    Listing(5, "Danh sách đề nghị khen thưởng",
            (("Mã hồ sơ", 25), ("Đối tượng", 60), ("Nơi đề nghị", 45), ("Hình thức", 60), ("Ngày gửi", 22),
             ("Kết quả", 40)), _nominations),
    Listing(6, "Kết luận thẩm định",
            (("Mã hồ sơ", 25), ("Đối tượng", 70), ("Ngày", 22), ("Kết luận", 45), ("Ý kiến", 80)),
            _appraisals),
    Listing(7, "Kết quả biểu quyết",
            (("Ngày họp", 22), ("Cách biểu quyết", 45), ("Đối tượng", 70), ("Kết quả", 110)), _cases),
    Listing(10, "Sổ cấp giấy khen của đợt",
            (("Người, tập thể, hộ", 60), ("Địa chỉ", 60), ("Quyết định", 35), ("Số sổ vàng", 22),
             ("Mã tra cứu", 30), ("Trao", 50)), _certificates),
    Listing(11, "Chi tiền thưởng",
            (("Người được khen", 60), ("Số tiền (đồng)", 28), ("Danh sách chi", 35), ("Ngày chi", 22),
             ("Người nhận", 55), ("Phiếu chi", 30)), _payments),
    Listing(12, "Tin bài đã đăng",
            (("Ngày đăng", 22), ("Tiêu đề", 60), ("Tình trạng", 28), ("Nội dung", 140)), _news),
    Listing(12, "Nhật ký phát thanh",
            (("Ngày", 22), ("Giờ", 15), ("Bản tin", 90), ("Cụm loa", 50), ("Phút", 15), ("Người phát", 50)),
            _air_times),
)  # fmt: skip


def listings_of(campaign: Campaign, *, on: date) -> Iterator[tuple[Listing, Document]]:
    """Each list that has a row, as a paper to print (bảng kê của đợt), one after the other."""
    for one in LISTINGS:
        rows = tuple(
            (str(place), *(_cell(value) for value in row))
            for place, row in enumerate(one.rows(campaign), start=1)
        )
        for first in range(0, len(rows), ROWS):
            part = replace(one, title=f"{one.title}, phần {first // ROWS + 1}") if len(rows) > ROWS else one
            yield part, _paper(part, rows[first : first + ROWS], campaign, on)


def _cell(value: str) -> str:
    return drawable(value if len(value) <= LONGEST else f"{value[:LONGEST]} …")


def _paper(one: Listing, rows: tuple[tuple[str, ...], ...], campaign: Campaign, on: date) -> Document:
    head = office_letterhead(campaign.unit)
    columns = (Column("TT", 12, "center"), *(Column(title, width) for title, width in one.columns))
    return Document(
        kind="bang_ke",
        letterhead=replace(head, show_number=False, show_place_date=False),
        type_name="BẢNG KÊ",
        summary=one.title,
        body=(
            p(
                drawable(
                    f"Đợt “{campaign.short_title}”. Trích từ dữ liệu ngày {vn_date(on)}; có {len(rows)} dòng."
                )
            ),
            Table(columns, rows, size=11),
        ),
        landscape=True,
        end_mark=False,
    )
