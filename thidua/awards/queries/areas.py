"""What an office has decided where the law leaves room (những điều địa phương quyết định), area by area."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from thidua.awards.models import Blank, FundYear, ScoreTable
from thidua.awards.queries.exclusion import exclusions_of
from thidua.awards.queries.fund import fund_of
from thidua.awards.queries.opinion import advisers_of
from thidua.awards.queries.seat import council_in_office
from thidua.campaigns.models import Campaign, Deadline, Measure, OfferedAward
from thidua.campaigns.queries.parent import parent_plan_of
from thidua.campaigns.queries.quota import quotas_of
from thidua.campaigns.queries.schedule import PROPOSED
from thidua.journal.models import JournalEntry
from thidua.law.book import rulebook_on
from thidua.org.models import Unit
from thidua.records.queries.rulebook import titles_offered
from thidua.records.queries.settings import RuleNow, books_of, rules_on
from thidua.records.queries.wordings import phrases_on
from thidua.vietnamese.dates import vn_date


@dataclass(frozen=True)
class Stand:
    """What stands now in one area (đang áp dụng): in words, on which paper, and whether it is settled."""

    says: str
    paper: str = ""
    is_set: bool = True


UNSET = Stand("", is_set=False)
NO_CAMPAIGN = Stand("chưa có đợt thi đua", is_set=False)


def latest_campaign(unit: Unit) -> Campaign | None:
    """The campaign of the office that began last (đợt gần nhất): what is set per campaign is shown of it."""
    return Campaign.objects.filter(unit=unit).select_related("plan__unit").first()


def last_lines(unit: Unit, verbs: Iterable[str]) -> dict[str, JournalEntry]:
    """The last line of the office's journal for each verb (lần thay đổi gần nhất), in one query."""
    last = (
        JournalEntry.objects.filter(unit_id=unit.pk, verb__in=set(verbs))
        .order_by()
        .values("verb")
        .annotate(last=Max("number"))
        .values("last")
    )
    return {line.verb: line for line in JournalEntry.objects.filter(number__in=last)}


def stands_of(unit: Unit, campaign: Campaign | None, *, on: date) -> dict[str, Stand]:
    """What stands on a day, by the id of the area (đang áp dụng gì), in a fixed number of queries."""
    found = {
        "council": _council(unit),
        "salary": _salary(on),
        "fund": _fund(unit, on),
        "blanks": _blanks(unit, on),
        "dossier_parts": _wordings(unit, on),
        "authority": Stand(f"theo luật ngày {vn_date(on)}"),
        "exclusions": _exclusions(unit, on),
        "local_titles": _titles(unit, on),
    }
    return found | _rules(unit, on) | _of_campaign(campaign)


def _council(unit: Unit) -> Stand:
    council = council_in_office(unit)
    if council is None:
        return UNSET
    seated = council.members.filter(ends__isnull=True).count()
    return Stand(f"{seated} thành viên", council.founded_by)


def _salary(on: date) -> Stand:
    version = rulebook_on(on).salary()
    return Stand(f"{version.value['amount']:,} đồng".replace(",", "."), version.cites)


def _fund(unit: Unit, on: date) -> Stand:
    row: FundYear | None = fund_of(unit, on.year)
    if row is None or not row.fund:
        return Stand(f"chưa ghi quỹ năm {on.year}", is_set=False)
    return Stand(f"năm {on.year}: {row.fund:,} đồng".replace(",", "."), row.paper)


def _blanks(unit: Unit, on: date) -> Stand:
    blanks = Blank.objects.filter(unit=unit, state="in_use").count()
    books = [book.name for book in books_of(unit) if book.year == on.year]
    says = f"{blanks} phôi đang dùng; {len(books)} sổ năm {on.year}"
    return Stand(says, is_set=bool(books))


def _wordings(unit: Unit, on: date) -> Stand:
    own = sum(bool(phrase.own) for phrase in phrases_on(unit, on))
    return Stand(f"{own} câu của cơ quan, còn lại theo mẫu") if own else Stand("theo mẫu", is_set=False)


def _exclusions(unit: Unit, on: date) -> Stand:
    held = exclusions_of(unit, on.year).filter(state="kept")
    papers = list(held.order_by("paper").values_list("paper", flat=True).distinct())
    count = held.count()
    if not count:
        return Stand(f"chưa ghi danh sách năm {on.year}", is_set=False)
    return Stand(f"{count} dòng của năm {on.year}", "; ".join(papers))


def _titles(unit: Unit, on: date) -> Stand:
    titles = list(titles_offered(unit, on=on))
    papers = dict.fromkeys(title.paper for title in titles)
    return Stand(f"{len(titles)} danh hiệu", "; ".join(papers)) if titles else UNSET


def _rules(unit: Unit, on: date) -> dict[str, Stand]:
    """The areas that local rules settle: whole areas of the rules page, and single rules."""
    rules = rules_on(unit, on)
    by_area = {
        area: [
            rule
            for rule in rules
            if rule.proposal.area == area and rule.proposal.id not in (*_OWN_ROW, *_BESIDE)
        ]
        for area in _RULE_AREAS
    }
    found = {row: _counted(by_area[area]) for area, row in _RULE_AREAS.items()}
    single = {rule.proposal.id: rule for rule in rules if rule.proposal.id in _OWN_ROW}
    return found | {_OWN_ROW[rule_id]: _single(rule) for rule_id, rule in single.items()}


_RULE_AREAS = {
    "council": "council_rules",
    "dossiers": "time_limits",
    "bonuses": "bonuses",
    "papers": "retention",
}
_OWN_ROW = {"posting_days": "posting", "session_days": "filing", "closing_report_form": "reports"}
_BESIDE = ("statistics_report", "exclusion_list")


def _counted(rules: list[RuleNow]) -> Stand:
    needed = [rule for rule in rules if not rule.proposal.optional]
    confirmed = sum(not rule.waits for rule in needed)
    optional = [rule for rule in rules if rule.proposal.optional]
    chosen = sum(rule.current is not None for rule in optional)
    said = (
        f"{confirmed}/{len(needed)} quy tắc phải xác nhận đã xác nhận" if needed else "",
        f"{chosen}/{len(optional)} quy tắc tùy chọn đã đặt" if optional else "",
    )
    papers = dict.fromkeys(rule.current.paper for rule in rules if rule.current)
    is_set = confirmed == len(needed) if needed else chosen > 0
    return Stand("; ".join(filter(None, said)), "; ".join(papers), is_set=is_set)


def _single(rule: RuleNow) -> Stand:
    paper = rule.current.paper if rule.current else ""
    return Stand(rule.value_says, paper, is_set=rule.current is not None)


def _of_campaign(campaign: Campaign | None) -> dict[str, Stand]:
    """The areas that every campaign settles for itself, as the latest one did."""
    if campaign is None:
        return dict.fromkeys(_CAMPAIGN_AREAS, NO_CAMPAIGN)
    quotas = list(quotas_of(campaign))
    caps = sum(quota.kind in ("year", "once") or quota.scope != "all" for quota in quotas)
    standard = _standard(list(campaign.awards.select_related("standard_paper__unit")), campaign)
    return {
        "commune_criteria": standard,
        **_measures(campaign, standard),
        "quotas": _number(len(quotas), "chỉ tiêu đang áp dụng"),
        "caps": _number(caps, "giới hạn theo đơn vị, theo năm hoặc một lần trong đời"),
        "confirmers": _number(advisers_of(campaign).count(), "nơi được hỏi"),
        "scoring": _scoring(campaign),
        "registration": _registration(campaign),
        "levels": _levels(campaign),
    }


def _measures(campaign: Campaign, standard: Stand) -> dict[str, Stand]:
    """How the criteria are checked: in words, as one of several, by numbers."""
    held = list(Measure.objects.filter(criterion__award__campaign=campaign))
    chosen = sum(bool(one.choice) for one in held)
    counted = [one for one in held if one.least is not None]
    given = sum(one.counted in _GIVEN for one in counted)
    said = (
        f"{chosen} tiêu chuẩn chỉ cần một" if chosen else "",
        f"{len(counted)} tiêu chuẩn có con số" if counted else "",
        f"{given} mức đóng góp" if given else "",
    )
    words = Stand("theo tiêu chuẩn của đợt", is_set=standard.is_set)
    return {area: Stand(says) if says else words for area, says in zip(_IN_WORDS, said, strict=True)}


_GIVEN = ("đồng", "triệu đồng", "nghìn đồng", "ngày công", "công", "m²")
# What stands in the criteria as words while no number or choice was set.
_IN_WORDS = ("conditions", "numbers", "contributions")
_CAMPAIGN_AREAS = (
    *("commune_criteria", *_IN_WORDS, "quotas", "caps"),
    *("confirmers", "scoring", "registration", "levels"),
)


def _number(count: int, noun: str) -> Stand:
    return Stand(f"{count} {noun}") if count else UNSET


def _standard(awards: list[OfferedAward], campaign: Campaign) -> Stand:
    done = sum(award.has_standard for award in awards)
    papers = [award.standard_paper for award in awards if award.standard_paper]
    rests = papers or ([campaign.plan] if campaign.plan else [])
    says = f"{done}/{len(awards)} hình thức đã có tiêu chuẩn"
    return Stand(says, "; ".join(dict.fromkeys(one.cited for one in rests)), done == len(awards) > 0)


def _scoring(campaign: Campaign) -> Stand:
    tables = list(ScoreTable.objects.filter(award__campaign=campaign))
    if not tables:
        return UNSET
    return Stand(f"{len(tables)} bảng điểm", "; ".join(dict.fromkeys(one.paper for one in tables)))


def _registration(campaign: Campaign) -> Stand:
    held: Deadline | None = campaign.deadlines.filter(kind="register").first()
    if held is None:
        return Stand("không có hạn đăng ký", is_set=False)
    says = f"hạn {vn_date(held.day)} ({held.says})" if held.says else f"hạn {vn_date(held.day)}"
    return Stand(says, is_set=not held.says.startswith(PROPOSED))


def _levels(campaign: Campaign) -> Stand:
    parent = parent_plan_of(campaign)
    if parent is not None:
        return Stand("đã gắn kế hoạch cấp trên", parent.name)
    return Stand("chưa gắn kế hoạch cấp trên", campaign.parent_says, is_set=False)
