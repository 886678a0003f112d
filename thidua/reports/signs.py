"""Signs of life of a unit (dấu hiệu có chuyển động): each rule says what it counts and from which day."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID

from django.db.models import F
from django.db.models.functions import Coalesce

from thidua.campaigns.models import Assignment, Campaign, Requirement
from thidua.org.models import Unit
from thidua.vietnamese.text import fold

_NO_LETTERS = re.compile(r"\W+")
KINDS_OF_PLACE = ("thon ", "ban ", "xom ", "to dan pho ", "khu dan cu ")


@dataclass(frozen=True)
class Found:
    """One sign (một dấu hiệu): whose, by which rule, and on which day; None where nobody noted the day."""

    unit: UUID
    rule: str
    day: date | None


@dataclass(frozen=True)
class Rule:
    """One rule (một quy tắc): its name on the board, the word in a line, what it counts and since when."""

    id: str
    name: str
    word: str
    counts: str
    gather: Callable[[Campaign, list[Unit]], Iterator[Found]]


def _rows(
    rule: str, name: str, day: str, campaign: Campaign, _: list[Unit], **kept: object
) -> Iterator[Found]:
    """The rows of a campaign that have a unit and a day."""
    rows = getattr(campaign, name).filter(**kept).order_by().values_list("unit_id", day)
    return (Found(unit, rule, on) for unit, on in rows)


def _nominated(campaign: Campaign, _: list[Unit]) -> Iterator[Found]:
    rows = campaign.nominations.exclude(state__in=("draft", "withdrawn")).order_by()
    return (Found(unit, "nominations", on) for unit, on in rows.values_list("unit_id", "submitted_on"))


def _tasks(campaign: Campaign, _: list[Unit]) -> Iterator[Found]:
    done = Assignment.objects.filter(task__campaign=campaign, state="done", role="").order_by()
    return (Found(unit, "tasks", on) for unit, on in done.values_list("unit_id", "done_on"))


def _demands(campaign: Campaign, _: list[Unit]) -> Iterator[Found]:
    done = Requirement.objects.filter(inspection__campaign=campaign, state="done").order_by()
    return (Found(unit, "demands", on) for unit, on in done.values_list("inspection__unit_id", "done_on"))


def _news(campaign: Campaign, _: list[Unit]) -> Iterator[Found]:
    """News about a role model counts for the unit the person, collective or household belongs to."""
    told = campaign.announcements.filter(state="published").order_by().annotate(of=_home("role_model__"))
    rows = told.exclude(of=None).values_list("of", "published_on")
    return (Found(unit, "news", on) for unit, on in rows)


def _home(prefix: str = "") -> Coalesce:
    whose = (F(f"{prefix}{one}__unit") for one in ("person", "collective", "household"))
    return Coalesce(*whose)


def _good_deeds(campaign: Campaign, units: list[Unit]) -> Iterator[Found]:
    """Role models of the unit's people, and good deeds told of in its village."""
    models = campaign.role_models.exclude(state="withdrawn").order_by().annotate(of=_home())
    for unit, day in models.exclude(of=None).values_list("of", "published_on"):
        yield Found(unit, "good_deeds", day)
    places = _places(units)
    leads = campaign.leads.exclude(state="rejected").order_by().values_list("where", "received_on")
    for where, day in leads:
        said = f" {_NO_LETTERS.sub(' ', fold(where))} "
        named = next((unit for place, unit in places if place in said), None)
        if named is not None:
            yield Found(named, "good_deeds", day)


def _places(units: list[Unit]) -> list[tuple[str, UUID]]:
    """The names of the villages as they stand in a sentence, the longest first."""
    found = []
    for unit in units:
        if unit.is_village:
            kind = next((kind for kind in KINDS_OF_PLACE if unit.folded.startswith(kind)), "")
            found.append((f" {unit.folded.removeprefix(kind)} ", unit.pk))
    return sorted(found, key=lambda one: -len(one[0]))


RULES = (
    Rule("registered", "Đăng ký", "đăng ký", "đăng ký đã gửi hoặc đã nhận, tính từ ngày gửi",
         partial(_rows, "registered", "registrations", "submitted_on", state__in=("submitted", "accepted"))),
    Rule("reported", "Báo cáo", "báo cáo kết quả", "mỗi lần báo kết quả, tính từ ngày báo",
         partial(_rows, "reported", "progress", "on")),
    Rule("models", "Mô hình", "mô hình hoàn thành",
         "mô hình, phần việc đang làm hoặc đã xong; ngày tính là ngày hoàn thành",
         partial(_rows, "models", "model_projects", "done_on", stage__in=("building", "done"))),
    Rule("replications", "Nhân rộng", "làm theo nơi khác",
         "việc làm theo mô hình, cách làm của nơi khác, tính từ ngày bắt đầu làm theo",
         partial(_rows, "replications", "replications", "since", state__in=("begun", "done"))),
    Rule("tasks", "Nhiệm vụ", "xong nhiệm vụ", "nhiệm vụ của kế hoạch đã báo xong, tính từ ngày xong",
         _tasks),
    Rule("good_deeds", "Việc tốt", "gương, việc tốt",
         "gương điển hình của người trong đơn vị (ngày công khai), việc tốt kể là ở thôn (ngày nhận tin)",
         _good_deeds),
    Rule("news", "Tin bài", "tin bài", "tin bài về gương của đơn vị, tính từ ngày đăng", _news),
    Rule("nominations", "Đề nghị", "đề nghị khen thưởng", "hồ sơ đề nghị đã gửi, tính từ ngày gửi",
         _nominated),
    Rule("reviews", "Tổng kết", "tổng kết của đơn vị", "bản tổng kết đã gửi, tính từ ngày gửi",
         partial(_rows, "reviews", "unit_reviews", "submitted_on", state="submitted")),
    Rule("demands", "Kiểm tra", "khắc phục sau kiểm tra",
         "yêu cầu sau kiểm tra mà đơn vị đã làm xong, tính từ ngày xong", _demands),
)  # fmt: skip
