"""Every number of a report is a named query (số liệu báo cáo): what it counts, and how, stands beside it.

What each counts can be looked at one by one: `reports.behind`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.db.models import Count, Q, QuerySet, Sum

from thidua.awards.models import DecisionItem, Nomination, Payment
from thidua.awards.queries.fairness import fairness_of
from thidua.campaigns.models import Campaign, Lead, Target
from thidua.campaigns.queries.initiative import initiative_count
from thidua.campaigns.queries.part import participation
from thidua.campaigns.queries.replication import replicated_in
from thidua.campaigns.queries.track import Progress, bars_of, targets_of_campaign
from thidua.publicity.models import AirTime
from thidua.vietnamese.money import money, percent

AWARDED = {
    "workers": "Lao động trực tiếp trong số cá nhân được khen",
    "women": "Nữ trong số cá nhân, chủ hộ được khen",
    "minorities": "Dân tộc thiểu số trong số cá nhân, chủ hộ được khen",
    "leaders": "Lãnh đạo, quản lý trong số cá nhân được khen",
    "firsts": "Được khen lần đầu",
    "villages": "Thôn có người, tập thể, hộ được khen",
}
KINDS = {"collective": "Tập thể", "individual": "Cá nhân", "household": "Hộ gia đình"}
LEVELS = {"xa": "xã", "huyen": "huyện", "tinh": "tỉnh"}
PARTS = {
    "part": "Tham gia thi đua",
    "examples": "Mô hình, gương tốt",
    "publicity": "Tuyên truyền",
    "awards": "Đề nghị, khen thưởng",
    "people": "Ai được khen",
    "money": "Tiền thưởng",
}
_BY_DECISION = "theo quyết định đã ban hành, không kể đã hủy bỏ"


@dataclass(frozen=True)
class Figure:
    """One number (số liệu): its id, name, value, what it is out of (None when it stands alone), how it is
    counted, in which `part` of the report it stands.
    """

    id: str
    name: str
    value: int
    of: int | None
    how: str
    measure: str = ""
    part: str = "part"

    @property
    def says(self) -> str:
        """The figure in digits as papers and pages write it: "5 trên 8 (62,5 %)", "1.490.000 đồng"."""
        if self.of is None:
            return f"{money(self.value)} {self.measure}".strip()
        if self.of == 0:
            return "0"
        share = percent(Fraction(self.value, self.of), digits=1)
        return f"{money(self.value)} trên {money(self.of)} {self.measure}".strip() + f" ({share})"


def figures_of(campaign: Campaign, *, on: date) -> list[Figure]:
    """All numbers of a campaign in the order of the report (số liệu của đợt thi đua). Căn cứ: không (quy ước
    nội bộ).
    """
    return [
        *figures_so_far(campaign, on=on),
        *_awards(campaign),
        *_fairness(campaign, on),
        *_money(campaign),
    ]


def figures_so_far(campaign: Campaign, *, on: date) -> list[Figure]:
    """The numbers while a campaign runs (số liệu sơ kết): who takes part, good examples, publicity, what was
    put forward; no awards yet. Căn cứ: không (quy ước nội bộ).
    """
    return [*_taking_part(campaign, on), *_examples(campaign), *_publicity(campaign), *_nominated(campaign)]


def _taking_part(campaign: Campaign, on: date) -> list[Figure]:
    rows = participation(campaign, on=on)
    units, bars = len(rows), goals_of(campaign)
    reached = sum(bar.is_reached for bar in bars)
    reviews = campaign.unit_reviews.filter(state="submitted").count()
    return [
        Figure("registered", "Đơn vị đăng ký thi đua", sum(r.has_registered for r in rows), units,
               "đăng ký đã gửi hoặc đã nhận, trên số đơn vị tham gia"),
        Figure("reported", "Đơn vị có báo cáo kết quả", sum(r.has_reported for r in rows), units,
               "ít nhất một báo cáo kết quả, trên số đơn vị tham gia"),
        Figure("targets", "Chỉ tiêu đạt mức đăng ký", reached, len(bars),
               "số báo mới nhất từ mức đăng ký trở lên, trên số chỉ tiêu có mức"),
        Figure("reviews", "Đơn vị đã tổng kết", reviews, units,
               "bản tổng kết của đơn vị đã gửi, trên số đơn vị tham gia"),
    ]  # fmt: skip


def goals_of(campaign: Campaign) -> list[Progress]:
    """The registered targets that have a figure to reach, with what was told last (chỉ tiêu có mức)."""
    wanted: QuerySet[Target] = targets_of_campaign(campaign).filter(goal__isnull=False)
    return bars_of(wanted)


def _examples(campaign: Campaign) -> list[Figure]:
    leads = leads_in(campaign).aggregate(
        all=Count("pk"), good=Count("pk", filter=Q(state__in=("verified", "profiled")))
    )
    models = campaign.model_projects.exclude(stage="dropped").aggregate(
        all=Count("pk"), done=Count("pk", filter=Q(stage="done")), cost=Sum("cost")
    )
    ideas, copied = initiative_count(campaign), replicated_in(campaign)
    shown = campaign.role_models.filter(state="published").count()
    return [
        Figure("models", "Mô hình, phần việc hoàn thành", models["done"], models["all"],
               "đã ghi hoàn thành, trên số đã đăng ký, không kể mô hình đã thôi", part="examples"),
        Figure("models_cost", "Kinh phí làm mô hình, phần việc", models["cost"] or 0, None,
               "cộng kinh phí các đơn vị ghi ở mô hình, không kể mô hình đã thôi", "đồng", part="examples"),
        Figure("replications", "Lượt nhân rộng đã có kết quả", copied.with_outcome, copied.all,
               f"trên số lượt nhân rộng, ở {copied.units} đơn vị, không kể lượt đã thôi", part="examples"),
        Figure("initiatives", "Sáng kiến được công nhận", ideas.recognised, ideas.noted,
               f"trên số sáng kiến đã ghi; {ideas.places} đơn vị đang áp dụng", part="examples"),
        Figure("leads", "Việc tốt được xác minh", leads["good"], leads["all"],
               "trên số tin báo nhận được, không kể tin đã gộp", part="examples"),
        Figure("role_models", "Gương điển hình công khai", shown, None,
               "trang gương đang công khai, có ý kiến đồng ý", part="examples"),
    ]  # fmt: skip


def leads_in(campaign: Campaign) -> QuerySet[Lead]:
    """The good deeds told of in a campaign (tin báo việc tốt), each once."""
    return campaign.leads.exclude(state="joined")


def _publicity(campaign: Campaign) -> list[Figure]:
    news = campaign.announcements.filter(state="published").count()
    aired = aired_of(campaign).aggregate(times=Count("pk"), minutes=Sum("minutes"))
    return [
        Figure("news", "Tin bài đã đăng", news, None, "tin bài đang đăng trên trang công khai",
               part="publicity"),
        Figure("broadcasts", "Lượt phát thanh", aired["times"], None,
               "các lần phát ghi ở bàn phát thanh", "lượt", part="publicity"),
        Figure("minutes", "Thời lượng phát thanh", round(aired["minutes"] or 0), None,
               "cộng số phút của các lượt đã phát", "phút", part="publicity"),
    ]  # fmt: skip


def aired_of(campaign: Campaign) -> QuerySet[AirTime]:
    """The readings over the loudspeakers that took place (lượt đã phát)."""
    return AirTime.objects.filter(broadcast__campaign=campaign, state="aired")


def nominated_in(campaign: Campaign) -> QuerySet[Nomination]:
    """What was put forward (đề nghị đã gửi): drafts and what was withdrawn do not count."""
    return Nomination.objects.filter(campaign=campaign).exclude(state__in=("withdrawn", "draft"))


def awarded_in(campaign: Campaign) -> QuerySet[DecisionItem]:
    """What was awarded by issued decisions, cancelled awards left out (trường hợp được khen thưởng)."""
    issued = DecisionItem.objects.filter(decision__campaign=campaign, decision__state="issued")
    return issued.exclude(revocations__day__isnull=False)


def _nominated(campaign: Campaign) -> list[Figure]:
    return [
        Figure("nominations", "Đề nghị khen thưởng đã gửi", nominated_in(campaign).count(), None,
               "hồ sơ các đơn vị đã gửi, không kể hồ sơ đã rút", part="awards")
    ]  # fmt: skip


def _awards(campaign: Campaign) -> list[Figure]:
    items = awarded_in(campaign)
    decided = items.count()
    titles = dict(campaign.awards.values_list("form", "title"))
    found = [
        Figure("decided", "Trường hợp được khen thưởng", decided, nominated_in(campaign).count(),
               f"{_BY_DECISION}, trên số đề nghị đã gửi", part="awards")
    ]  # fmt: skip
    for key, names, field in (
        ("level", {level: f"Do Chủ tịch UBND cấp {name} quyết định" for level, name in LEVELS.items()},
         "decision__unit__level"),
        ("form", titles, "decision__form"),
        ("kind", {kind: f"{name} được khen" for kind, name in KINDS.items()}, "recipient"),
    ):  # fmt: skip
        counted = dict(items.order_by().values_list(field).annotate(many=Count("pk")))
        found += [
            Figure(f"{key}_{value}", says, counted[value], decided,
                   "trên số trường hợp được khen", part="awards")
            for value, says in names.items()
            if value in counted
        ]  # fmt: skip
    return found


def _fairness(campaign: Campaign, on: date) -> list[Figure]:
    """Who was awarded (cân đối): the fairness gauge of the decided names, each with its count."""
    return [
        Figure(
            f"people_{gauge.id}",
            AWARDED[gauge.id],
            gauge.count,
            gauge.of,
            f"{gauge.how} Chưa rõ {gauge.unknown}." if gauge.unknown else gauge.how,
            part="people",
        )
        for gauge in fairness_of(awarded_names(campaign), campaign=campaign, on=on).gauges
    ]


def awarded_names(campaign: Campaign) -> QuerySet[Nomination]:
    """The nominations that were awarded and not cancelled since (đề nghị được khen)."""
    return Nomination.objects.filter(decision_item__in=awarded_in(campaign))


def _money(campaign: Campaign) -> list[Figure]:
    total = awarded_in(campaign).aggregate(total=Sum("amount"))["total"] or 0
    own = awarded_in(campaign).filter(decision__unit=campaign.unit)
    owed = own.aggregate(total=Sum("amount"))["total"] or 0
    paid = Payment.objects.filter(item__in=own).exclude(paid_on=None)
    return [
        Figure("money", "Tổng tiền thưởng", total, None,
               f"cộng tiền thưởng {_BY_DECISION}", "đồng", part="money"),
        Figure("paid", "Tiền thưởng đã chi", paid.aggregate(total=Sum("amount"))["total"] or 0, owed,
               "cộng các khoản kế toán đã ghi chi, trên tiền thưởng theo quyết định của cơ quan này; cấp "
               "khác chi phần cấp ấy quyết định", "đồng", part="money"),
    ]  # fmt: skip
