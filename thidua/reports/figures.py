"""Every number of a report is a named query (số liệu báo cáo): what it counts, and how, stands beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, Sum

from thidua.awards.models import DecisionItem, Nomination
from thidua.awards.queries.fairness import fairness_of
from thidua.campaigns.models import Campaign
from thidua.campaigns.queries.part import participation
from thidua.publicity.models import AirTime

AWARDED = {
    "workers": "Lao động trực tiếp trong số cá nhân được khen",
    "women": "Nữ trong số cá nhân, chủ hộ được khen",
    "minorities": "Dân tộc thiểu số trong số cá nhân, chủ hộ được khen",
    "leaders": "Lãnh đạo, quản lý trong số cá nhân được khen",
    "firsts": "Được khen lần đầu",
    "villages": "Thôn có người, tập thể, hộ được khen",
}


@dataclass(frozen=True)
class Figure:
    """One number (số liệu): its id, name, value, what it is out of (None when it stands alone), how it is
    counted.
    """

    id: str
    name: str
    value: int
    of: int | None
    how: str
    measure: str = ""


def figures_of(campaign: Campaign, *, on: date) -> list[Figure]:
    """All numbers of a campaign in the order of the report (số liệu của đợt thi đua). Căn cứ: không (quy ước
    nội bộ).
    """
    return [*_taking_part(campaign, on), *_examples(campaign), *_awards(campaign), *_fairness(campaign, on)]


def figures_so_far(campaign: Campaign, *, on: date) -> list[Figure]:
    """The numbers while a campaign runs (số liệu sơ kết): who takes part and good examples, no awards yet.

    Căn cứ: không (quy ước nội bộ).
    """
    return [*_taking_part(campaign, on), *_examples(campaign)]


def _taking_part(campaign: Campaign, on: date) -> list[Figure]:
    rows = participation(campaign, on=on)
    units, (reached, goals) = len(rows), _targets_reached(campaign)
    models = campaign.model_projects.exclude(stage="dropped")
    reviews = campaign.unit_reviews.filter(state="submitted").count()
    return [
        Figure("registered", "Đơn vị đăng ký thi đua", sum(r.has_registered for r in rows), units,
               "đăng ký đã gửi hoặc đã nhận, trên số đơn vị tham gia"),
        Figure("reported", "Đơn vị có báo cáo kết quả", sum(r.has_reported for r in rows), units,
               "ít nhất một báo cáo kết quả, trên số đơn vị tham gia"),
        Figure("targets", "Chỉ tiêu đạt mức đăng ký", reached, goals,
               "số đạt mới nhất từ mức đăng ký trở lên, trên số chỉ tiêu có mức"),
        Figure("models", "Mô hình, phần việc hoàn thành", models.filter(stage="done").count(), models.count(),
               "đã ghi hoàn thành, trên số đã đăng ký"),
        Figure("reviews", "Đơn vị đã tổng kết", reviews, units, "bản tổng kết của đơn vị đã gửi"),
    ]  # fmt: skip


def _targets_reached(campaign: Campaign) -> tuple[int, int]:
    """Targets with a figure whose last reported value reaches the goal, and all targets with a figure."""
    last: dict[object, object] = {}
    for target, value in (
        campaign.progress.filter(value__isnull=False).order_by("on", "id").values_list("target", "value")
    ):
        last[target] = value
    goals = dict(
        campaign.registrations.filter(targets__goal__isnull=False).values_list("targets__pk", "targets__goal")
    )
    reached = sum(last.get(pk) is not None and last[pk] >= goal for pk, goal in goals.items())  # type: ignore[operator]
    return reached, len(goals)


def _examples(campaign: Campaign) -> list[Figure]:
    leads = campaign.leads.aggregate(
        all=Count("pk"), good=Count("pk", filter=Q(state__in=("verified", "profiled")))
    )
    return [
        Figure("leads", "Việc tốt được xác minh", leads["good"], leads["all"], "trên số tin báo nhận được"),
        Figure(
            "role_models",
            "Gương điển hình công khai",
            campaign.role_models.filter(state="published").count(),
            None,
            "trang gương đang công khai, có ý kiến đồng ý",
        ),
        Figure(
            "news",
            "Tin bài đã đăng",
            campaign.announcements.filter(state="published").count(),
            None,
            "tin bài đang đăng trên trang công khai",
        ),
        Figure(
            "broadcasts",
            "Lượt phát thanh",
            AirTime.objects.filter(broadcast__campaign=campaign, state="aired").count(),
            None,
            "các lần phát ghi ở bàn phát thanh",
        ),
    ]


def _awards(campaign: Campaign) -> list[Figure]:
    nominations = Nomination.objects.filter(campaign=campaign).exclude(state__in=("withdrawn", "draft"))
    items = DecisionItem.objects.filter(decision__campaign=campaign, decision__state="issued")
    found = [
        Figure(
            "nominations", "Đề nghị khen thưởng đã gửi", nominations.count(), None, "không kể hồ sơ đã rút"
        ),
        Figure(
            "decided",
            "Trường hợp được khen thưởng",
            items.count(),
            nominations.count(),
            "theo các quyết định đã ban hành, trên số đề nghị",
        ),
    ]
    titles = dict(campaign.awards.values_list("form", "title"))
    for row in items.values("decision__form").annotate(many=Count("pk")).order_by("decision__form"):
        form = row["decision__form"]
        found.append(
            Figure(f"form_{form}", titles.get(form, form), row["many"], None, "theo quyết định đã ban hành")
        )
    money = items.aggregate(total=Sum("amount"))["total"] or 0
    found.append(
        Figure("money", "Tổng tiền thưởng", money, None, "cộng tiền thưởng của các quyết định", "đồng")
    )
    return found


def _fairness(campaign: Campaign, on: date) -> list[Figure]:
    """Who was awarded (cân đối): the fairness gauge of the decided names, each with its count."""
    decided = Nomination.objects.filter(campaign=campaign, decision_item__decision__state="issued")
    return [
        Figure(
            f"people_{gauge.id}",
            AWARDED[gauge.id],
            gauge.count,
            gauge.of,
            f"{gauge.how} Chưa rõ {gauge.unknown}." if gauge.unknown else gauge.how,
        )
        for gauge in fairness_of(decided, campaign=campaign, on=on).gauges
    ]
