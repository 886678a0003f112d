"""The fairness gauge (thước công bằng): who is in a list of names, by counts only. It informs, and sorts
nobody out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Sum

from thidua.awards.models import CouncilSession, Decision, DecisionItem, Nomination, PastAward
from thidua.awards.queries.quota import shares_in
from thidua.campaigns.models import Campaign, Quota
from thidua.campaigns.queries.quota import quotas_of
from thidua.org.queries import taking_part
from thidua.vietnamese.money import percent

KINH = "Kinh"
HOW = {
    "workers": "Cá nhân được ghi là người lao động trực tiếp ở trang người của đơn vị, trên số cá nhân. "
    "Người chưa ghi tính là không.",
    "women": "Cá nhân và chủ hộ có danh xưng Bà, trên số cá nhân và hộ.",
    "minorities": "Cá nhân và chủ hộ ghi dân tộc khác Kinh, trên số cá nhân và hộ. Người chưa ghi dân tộc "
    "tính là chưa rõ, không đoán.",
    "leaders": "Cá nhân được ghi là lãnh đạo, quản lý ở trang người của đơn vị, trên số cá nhân.",
    "firsts": "Đối tượng chưa có quyết định khen thưởng nào trước đợt này, kể cả giấy tờ cũ đã nhập, trên số "
    "đề nghị. Khen thưởng chưa nhập vào máy thì máy không biết.",
    "villages": "Số thôn có ít nhất một đề nghị trong danh sách, trên số thôn tham gia thi đua.",
}
NAMES = {
    "workers": "Lao động trực tiếp",
    "women": "Nữ",
    "minorities": "Dân tộc thiểu số",
    "leaders": "Lãnh đạo, quản lý",
    "firsts": "Lần đầu được khen",
    "villages": "Thôn có đề nghị",
}
_PEOPLE = ~Q(recipient="collective")
_ORIGIN_UNKNOWN = Q(person__ethnicity="") | Q(household__ethnicity="")
_KINH = Q(person__ethnicity__iexact=KINH) | Q(household__ethnicity__iexact=KINH)
# Whom each figure counts; `awarded` is annotated by `_listed`.
GROUPS = {
    "workers": Q(person__is_direct_worker=True),
    "women": Q(person__honorific="Bà") | Q(household__honorific="Bà"),
    "minorities": _PEOPLE & ~_ORIGIN_UNKNOWN & ~_KINH,
    "leaders": Q(person__is_leader=True),
    "firsts": Q(awarded=False),
    "villages": Q(unit__level="thon"),
}
# What each figure is a part of, by the counts of `_counts`.
OUT_OF = {
    "workers": "persons",
    "women": "people",
    "minorities": "people",
    "leaders": "persons",
    "firsts": "total",
}


@dataclass(frozen=True)
class Gauge:
    """One figure of the gauge (một vạch của thước): `count` out of `of`, `unknown` of them not known.

    `target` is the share the campaign aims at with `asked` names, `around` what is known of all who take
    part.
    """

    id: str
    count: int
    of: int
    unknown: int = 0
    target: Quota | None = None
    around: str = ""

    @property
    def name(self) -> str:
        return NAMES[self.id]

    @property
    def how(self) -> str:
        return HOW[self.id]

    @property
    def share(self) -> float:
        return self.count / self.of if self.of else 0.0

    @property
    def mark(self) -> float | None:
        """Where the target stands on the bar, as a part of one."""
        return float(self.target.percent) / 100 if self.target and self.target.percent else None

    @property
    def asked(self) -> int:
        """How many the target asks for, 0 without one."""
        return self.target.asked_of(self.of) if self.target else 0

    @property
    def lacks(self) -> int:
        """How many are missing to what the campaign aims at (còn thiếu)."""
        return max(self.asked - self.count, 0)

    @property
    def is_short(self) -> bool:
        return self.lacks > 0

    @property
    def says(self) -> str:
        """The figure in words: “5/8 (62,5 %), chưa rõ 1”."""
        share = f" ({percent(Fraction(self.count, self.of), 1)})" if self.of else ""
        return f"{self.count}/{self.of}{share}{f', chưa rõ {self.unknown}' if self.unknown else ''}"


@dataclass(frozen=True)
class Fairness:
    """Who is in a list (cân đối danh sách): how many of each kind, the gauges, and how many of each form that
    was asked for.
    """

    total: int
    collectives: int
    persons: int
    households: int
    gauges: tuple[Gauge, ...]
    forms: tuple[tuple[str, int], ...] = ()


def fairness_of(
    nominations: QuerySet[Nomination],
    *,
    campaign: Campaign | None = None,
    on: date | None = None,
    quotas: Iterable[Quota] | None = None,
    titles: Sequence[str] = (),
) -> Fairness:
    """The gauge of a list (thước công bằng của danh sách): one query, and two more to compare with a
    campaign on a day: its targets; its villages and the women among those who take part.

    A household counts by its head. `quotas` are those of the campaign, where they are at hand; `titles` are
    the forms that are counted in the same query.
    """
    counted = _counts(nominations, titles)
    targets, villages, women = dict[str, Quota](), 0, ""
    if campaign is not None and on is not None:
        targets = shares_in(quotas_of(campaign) if quotas is None else quotas)
        villages, women = _taking_part(campaign, on)
    gauges = [
        Gauge(
            key,
            counted[key],
            counted[total],
            counted["unknown"] if key == "minorities" else 0,
            targets.get(key),
            women if key == "women" else "",
        )
        for key, total in OUT_OF.items()
    ]
    if campaign is not None and on is not None:
        gauges.append(Gauge("villages", counted["villages"], max(villages, counted["villages"])))
    return Fairness(
        total=counted["total"],
        collectives=counted["total"] - counted["people"],
        persons=counted["persons"],
        households=counted["people"] - counted["persons"],
        gauges=tuple(gauges),
        forms=_forms(counted, titles),
    )


def _forms(counted: dict[str, int], titles: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """How many of each form that was asked for, those without any left out."""
    numbers = [(title, counted[f"form{place}"]) for place, title in enumerate(titles)]
    return tuple((title, number) for title, number in numbers if number)


def judged_in(meeting: CouncilSession, also: QuerySet[Nomination] | None = None) -> QuerySet[Nomination]:
    """What a session judges (chương trình phiên họp), with what is about to be added."""
    found = Q(cases__session=meeting)
    if also is not None:
        found |= Q(pk__in=also.order_by().values("pk"))
    return Nomination.objects.filter(found)


def named_in(decision: Decision) -> QuerySet[Nomination]:
    """The names in a decision (danh sách khen thưởng)."""
    return Nomination.objects.filter(decision_item__decision=decision)


def group_in(nominations: QuerySet[Nomination], group: str) -> QuerySet[Nomination]:
    """Those of a list whom a figure of the gauge counts (người được tính vào một vạch), by its id."""
    return _listed(nominations).filter(GROUPS[group])


def _listed(nominations: QuerySet[Nomination]) -> QuerySet[Nomination]:
    listed = Nomination.objects.filter(pk__in=nominations.order_by().values("pk"))
    return listed.annotate(awarded=_awarded_before())


def _counts(nominations: QuerySet[Nomination], titles: Sequence[str]) -> dict[str, int]:
    groups = {group: Count("id", filter=of) for group, of in GROUPS.items() if group in OUT_OF}
    return _listed(nominations).aggregate(
        total=Count("id"),
        people=Count("id", filter=_PEOPLE),
        persons=Count("id", filter=Q(recipient="individual")),
        unknown=Count("id", filter=_ORIGIN_UNKNOWN),
        villages=Count("unit_id", filter=GROUPS["villages"], distinct=True),
        **groups,
        **{f"form{place}": Count("id", filter=Q(award__title=title)) for place, title in enumerate(titles)},
    )


def _awarded_before() -> Q:
    """Whether the candidate was rewarded before this campaign, here or by an old paper; merged records
    count.
    """
    decided = DecisionItem.objects.filter(_same("nomination__"), decision__state="issued")
    papers = PastAward.objects.filter(_same(""), state="kept")
    return Q(Exists(decided.exclude(decision__campaign=OuterRef("campaign")))) | Q(Exists(papers))


def _same(prefix: str) -> Q:
    found = Q()
    for kind in ("person", "collective", "household"):
        found |= Q(**{f"{prefix}{kind}": OuterRef(kind)})
        found |= Q(**{f"{prefix}{kind}__same_as": OuterRef(kind)})
        found |= Q(**{f"{prefix}{kind}": OuterRef(f"{kind}__same_as")})
    return found


def _taking_part(campaign: Campaign, on: date) -> tuple[int, str]:
    """How many villages take part, and the share of women where collectives say it (thôn, tỷ lệ nữ tham gia);
    "" when none does.
    """
    known = Q(collectives__same_as=None, collectives__members__gt=0)
    known &= Q(collectives__women__lte=F("collectives__members"))
    told = taking_part(campaign.unit, on).aggregate(
        villages=Count("pk", filter=Q(level="thon"), distinct=True),
        members=Sum("collectives__members", filter=known),
        women=Sum("collectives__women", filter=known),
    )
    if not told["members"]:
        return told["villages"], ""
    share = percent(Fraction(told["women"], told["members"]), 1)
    says = f"Trong {told['members']} người của các tập thể có ghi số nữ, nữ chiếm {share}."
    return told["villages"], says
