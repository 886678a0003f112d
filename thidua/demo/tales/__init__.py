"""What people do in the two stories (nội dung câu chuyện), one YAML file per year; all of it is invented."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml


@dataclass(frozen=True)
class Goal:
    """One registered target and how far it got (chỉ tiêu, kết quả); `content` is the order of the content."""

    content: int
    text: str
    goal: int
    measure: str
    reached: int = 0
    said: str = ""


@dataclass(frozen=True)
class Pledge:
    """What a unit registers and builds (đăng ký, mô hình); `result` is "" while the model is under way."""

    head: str
    goals: tuple[Goal, ...]
    project: str
    description: str
    result: str = ""


@dataclass(frozen=True)
class Deed:
    """A good deed a visitor tells of (việc tốt được báo)."""

    who: str
    what: str
    where: str
    reporter: str = ""


@dataclass(frozen=True)
class Model:
    """The role model that the first deed becomes (gương điển hình)."""

    title: str
    story: str


@dataclass(frozen=True)
class Showcase:
    """What the head of one village tells of its model (mô hình kể đủ): stages, cost, people, a figure, words
    under two pictures, who is in the second; two villages that do likewise, the first with its outcome;
    whose models are shown `also`.
    """

    head: str
    content: int
    cost: int
    cost_source: str
    people: int
    people_say: str
    steps: tuple[str, ...]
    figure: str
    reached: float
    measure: str
    before: str
    after: str
    person: str
    follower: str
    outcome: str
    copied: float
    second: str
    also: tuple[str, ...]


@dataclass(frozen=True)
class News:
    """The piece of news at the end (tin)."""

    title: str
    lead: str
    body: str


@dataclass(frozen=True)
class Nominee:
    """Somebody put forward (người được đề nghị): by which head, for which form, with which dossier.

    `fate` is "" for a smooth way, "returned" for one that must supplement, "ineligible" for one that fails.
    """

    head: str
    form: str
    recipient: str
    name: str
    achievement: str
    report: str
    evidence: str
    honorific: str = "Ông"
    position: str = ""
    birth_year: int | None = None
    ethnicity: str = ""
    is_direct_worker: bool = False
    is_leader: bool = False
    initiative: str = ""
    fate: str = ""


@dataclass(frozen=True)
class Tale:
    """Everything particular to one year (một câu chuyện).

    `units_learnt` is what units wrote in their own closings, by their names. Two villages have no pledge;
    `late` is what one of them hands in on paper once it was reminded.
    """

    pledges: tuple[Pledge, ...]
    late: Pledge
    deeds: tuple[Deed, ...]
    model: Model
    showcase: Showcase
    nominees: tuple[Nominee, ...]
    to_supplement: str
    supplement: str
    reason_ineligible: str
    news: News
    lessons: str
    units_learnt: dict[str, str]


@cache
def tale_of(year: int) -> Tale:
    """The story of a year, read from its file (câu chuyện của một năm)."""
    said = yaml.safe_load((Path(__file__).parent / f"{year}.yaml").read_text(encoding="utf-8"))
    return Tale(
        pledges=tuple(_pledge({"head": head} | row) for head, row in said.pop("pledges").items()),
        late=_pledge(said.pop("late")),
        deeds=tuple(Deed(**row) for row in said.pop("deeds")),
        model=Model(**said.pop("model")),
        showcase=Showcase(**said.pop("showcase")),
        nominees=tuple(Nominee(**row) for row in said.pop("nominees")),
        news=News(**said.pop("news")),
        **said,
    )


def _pledge(row: dict[str, object]) -> Pledge:
    goals = row.pop("goals")
    assert isinstance(goals, list)  # every pledge of a tale lists its targets
    return Pledge(goals=tuple(Goal(**goal) for goal in goals), **row)  # type: ignore[arg-type]
