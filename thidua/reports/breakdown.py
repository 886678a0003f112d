"""The figures of a campaign taken apart (số liệu chi tiết): by content, unit, form; the bars they make."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, F, Sum
from django.db.models.functions import Coalesce

from thidua.campaigns.models import Campaign, ContentArea
from thidua.campaigns.queries.part import participation
from thidua.campaigns.queries.track import Progress
from thidua.org.models import Unit
from thidua.paper.blocks import Bar, Chart
from thidua.reports.figures import Figure, awarded_in, goals_of, nominated_in
from thidua.vietnamese.money import money

SHARES = ("registered", "reported", "targets", "models", "reviews")
MOST_BARS = 20


@dataclass(frozen=True)
class ContentRow:
    """What came of one content of the plan (kết quả theo nội dung): units at it, targets with a figure, those
    told of, those reached, reports.
    """

    content: ContentArea
    units: int
    targets: int
    told: int
    reached: int
    reports: int


@dataclass(frozen=True)
class UnitRow:
    """What one unit did (kết quả theo đơn vị); `amount` is the prize money of its people in đồng."""

    unit: Unit
    registered: bool
    reviewed: bool
    targets: int
    reached: int
    reports: int
    models: int
    role_models: int
    nominated: int
    awarded: int
    amount: int


@dataclass(frozen=True)
class AwardRow:
    """What came of one form of award (kết quả theo hình thức), by kind of recipient."""

    title: str
    nominated: int
    collective: int
    individual: int
    household: int
    amount: int

    @property
    def awarded(self) -> int:
        """All who were awarded (cộng)."""
        return self.collective + self.individual + self.household


def content_rows(campaign: Campaign) -> list[ContentRow]:
    """Each content of the plan with what came of it (kết quả theo nội dung II.1, II.2 …); four queries.

    Căn cứ: không (quy ước nội bộ).
    """
    bars: dict[UUID, list[Progress]] = defaultdict(list)
    for bar in goals_of(campaign):
        bars[bar.target.content_id].append(bar)
    at_it = campaign.registrations.filter(state__in=("submitted", "accepted")).order_by()
    units = dict(at_it.values_list("targets__content").annotate(many=Count("unit", distinct=True)))
    told = campaign.progress.order_by().values_list("target__content")
    reports = dict(told.annotate(many=Count("pk")))
    return [
        ContentRow(
            content,
            units.get(content.pk, 0),
            len(bars[content.pk]),
            sum(bar.value is not None for bar in bars[content.pk]),
            sum(bar.is_reached for bar in bars[content.pk]),
            reports.get(content.pk, 0),
        )
        for content in campaign.contents.all()
    ]


def unit_rows(campaign: Campaign, *, on: date) -> list[UnitRow]:
    """Each unit that takes part with what it did (kết quả theo đơn vị), in the order of the tree; the number
    of queries does not depend on the number of units. Căn cứ: không (quy ước nội bộ).
    """
    targets, reached = _goals_by_unit(campaign)
    reviewed = set(campaign.unit_reviews.filter(state="submitted").values_list("unit_id", flat=True))
    reports = _by_unit(campaign.progress)
    models = _by_unit(campaign.model_projects.filter(stage="done"))
    nominated = _by_unit(nominated_in(campaign))
    awards = awarded_in(campaign).order_by().values_list("nomination__unit")
    won = {unit: (many, total) for unit, many, total in awards.annotate(a=Count("pk"), b=Sum("amount"))}
    examples = _role_models(campaign)
    found = []
    for row in participation(campaign, on=on):
        key = row.unit.pk
        awarded, amount = won.get(key, (0, 0))
        found.append(
            UnitRow(row.unit, row.has_registered, key in reviewed, targets[key], reached[key],
                    reports.get(key, 0), models.get(key, 0), examples[key], nominated.get(key, 0), awarded,
                    amount or 0)
        )  # fmt: skip
    return found


def _goals_by_unit(campaign: Campaign) -> tuple[Counter[UUID], Counter[UUID]]:
    bars = goals_of(campaign)
    targets = Counter(bar.target.registration.unit_id for bar in bars)
    return targets, Counter(bar.target.registration.unit_id for bar in bars if bar.is_reached)


def _by_unit(rows: object) -> dict[UUID, int]:
    return dict(rows.order_by().values_list("unit").annotate(many=Count("pk")))  # type: ignore[attr-defined]


def _role_models(campaign: Campaign) -> Counter[UUID]:
    """Public role models by the unit of the person, collective or household they are about."""
    home = Coalesce(F("person__unit"), F("collective__unit"), F("household__unit"))
    shown = campaign.role_models.filter(state="published").order_by().annotate(home=home)
    return Counter(shown.exclude(home=None).values_list("home", flat=True))


def award_rows(campaign: Campaign) -> list[AwardRow]:
    """Each form of the plan with what was put forward and awarded (kết quả theo hình thức), in its order.

    Căn cứ: không (quy ước nội bộ).
    """
    asked = dict(nominated_in(campaign).order_by().values_list("award__form").annotate(many=Count("pk")))
    won: dict[str, Counter[str]] = defaultdict(Counter)
    amounts: Counter[str] = Counter()
    counted = awarded_in(campaign).order_by().values_list("decision__form", "recipient")
    for form, kind, many, total in counted.annotate(a=Count("pk"), b=Sum("amount")):
        won[form][kind] += many
        amounts[form] += total or 0
    return [
        AwardRow(
            title,
            asked.get(form, 0),
            won[form]["collective"],
            won[form]["individual"],
            won[form]["household"],
            amounts[form],
        )
        for form, title in campaign.awards.values_list("form", "title")
    ]


def share_chart(figures: Iterable[Figure]) -> Chart:
    """How much of what was to be done is done (biểu đồ tỷ lệ): full length is all of it."""
    by_id = {figure.id: figure for figure in figures}
    shown = [by_id[one] for one in SHARES if one in by_id and by_id[one].of]
    return Chart(tuple(bar_of(one) for one in shown), "Biểu đồ tỷ lệ hoàn thành")


def people_chart(figures: Iterable[Figure]) -> Chart:
    """Who was awarded (biểu đồ cơ cấu người được khen): full length is all of them."""
    shown = [figure for figure in figures if figure.part == "people" and figure.of]
    return Chart(tuple(bar_of(one) for one in shown), "Biểu đồ cơ cấu người được khen")


def awards_chart(rows: Iterable[AwardRow]) -> Chart:
    """How many were awarded under each form (biểu đồ theo hình thức)."""
    bars = tuple(Bar(row.title, row.awarded, money(row.awarded)) for row in rows)
    shown = bars if any(bar.value for bar in bars) else ()
    return Chart(shown, "Biểu đồ số trường hợp được khen theo hình thức")


def units_chart(rows: Iterable[UnitRow]) -> Chart:
    """The units by the targets they reached, the most first (biểu đồ chỉ tiêu đạt theo đơn vị)."""
    ranked = sorted((row for row in rows if row.targets), key=lambda row: (-row.reached, row.unit.path))
    bars = tuple(
        Bar(row.unit.in_sentence, row.reached, f"{row.reached} trên {row.targets}", row.targets)
        for row in ranked
    )
    return Chart(bars[:MOST_BARS], "Biểu đồ chỉ tiêu đạt mức đăng ký theo đơn vị")


def bar_of(figure: Figure) -> Bar:
    """A figure as a bar (một thanh của biểu đồ)."""
    return Bar(figure.name, figure.value, figure.says, figure.of)
