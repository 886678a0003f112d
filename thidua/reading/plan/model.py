"""What a plan says (kết quả đọc kế hoạch): values, each with the place it was taken from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

Json = str | int | float | list["Json"] | dict[str, "Json"] | None


@dataclass(frozen=True)
class Place:
    """Where a value stands (vị trí): the clause ("V.2.1.2.a"), offsets in `Source.text`, how sure the
    reader is (0-1)."""

    clause: str
    start: int
    end: int
    confidence: float


@dataclass(frozen=True)
class Found:
    """A value that was found (giá trị đọc được): words as written, an ISO day, or a number."""

    value: str | int
    place: Place

    def __str__(self) -> str:
        return str(self.value)


@dataclass(frozen=True)
class IssueDate:
    """Date of issue (ngày ban hành): a part left blank is None."""

    day: Found | None
    month: Found | None
    year: Found | None


@dataclass(frozen=True)
class Phase:
    """One phase of a campaign (đợt, giai đoạn); `start`, `end` are ISO days, `name` is "Đợt 1"."""

    text: Found
    start: Found | None
    end: Found | None
    name: Found | None = None


@dataclass(frozen=True)
class Period:
    """When the campaign runs (thời gian thi đua); `start`, `end` are ISO days, None for an event or an open
    day."""

    text: Found | None = None
    start: Found | None = None
    start_text: Found | None = None
    end: Found | None = None
    end_text: Found | None = None
    phases: tuple[Phase, ...] = ()
    review: Found | None = None


@dataclass(frozen=True)
class Eligible:
    """Who may take part and be commended (đối tượng); `group_labels` go with `groups` one by one, or are
    empty."""

    text: Found | None = None
    groups: tuple[Found, ...] = ()
    group_labels: tuple[Found, ...] = ()


@dataclass(frozen=True)
class Criterion:
    """Criteria for one group of candidates (tiêu chuẩn, tiêu chí của một nhóm đối tượng)."""

    group: Found | None
    text: tuple[Found, ...]


@dataclass(frozen=True)
class Award:
    """An award form of the plan (hình thức khen thưởng) with its criteria.

    `level` is "xã", "huyện", "tỉnh" or "TW"; `delegated`: the plan leaves the standard to another body or
    guideline.
    """

    form: Found | None
    level: str | None
    delegated: bool
    criteria: tuple[Criterion, ...] = ()
    lead: Found | None = None


@dataclass(frozen=True)
class Quota:
    """How many may be put forward (số lượng đề nghị); `count` is a number, {"percent": n}, or None when
    delegated; `per` is what the number holds for ("mỗi thôn") or the percentage is taken of."""

    group: Found | None
    text: Found
    count: int | dict[str, int] | None
    kind: str
    award_index: int | None = None
    per: Found | None = None


@dataclass(frozen=True)
class Dossier:
    """Papers of a dossier (thành phần hồ sơ), for one group where the plan tells them apart."""

    group: Found | None
    items: tuple[Found, ...]


@dataclass(frozen=True)
class Deadline:
    """Something due on a day (thời hạn); `iso` is None when the day is not said in full."""

    what: Found
    text: Found
    iso: Found | None


@dataclass(frozen=True)
class ScoreRow:
    """A row of a score table (dòng chấm điểm): its number, what is judged, the points."""

    no: Found | None
    text: Found
    points: Found | None


@dataclass(frozen=True)
class ScoreGroup:
    """The rows of a score table for one group of candidates; `group` is None in a table without groups."""

    group: Found | None
    points: Found | None
    rows: tuple[ScoreRow, ...]


@dataclass(frozen=True)
class Appendix:
    """The score table of an appendix (phụ lục thang điểm)."""

    title: Found | None
    attached_to: Found | None
    columns: tuple[Found, ...]
    groups: tuple[ScoreGroup, ...]


@dataclass(frozen=True)
class Duty:
    """Who does what (trách nhiệm thực hiện)."""

    body: Found | None
    tasks: tuple[Found, ...]


@dataclass(frozen=True)
class Signer:
    """Who signs (người ký): "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", the name."""

    authority: Found | None = None
    role: Found | None = None
    name: Found | None = None


@dataclass(frozen=True)
class Problem:
    """A suspected slip or gap of the plan (lỗi nghi ngờ): what stands there, what it may mean, why."""

    clause: str
    kind: str
    before: str
    after: str
    why: str
    place: Place


@dataclass(frozen=True)
class PlanReading:
    """A plan as it was read (bản đọc kế hoạch). A field is None or empty when the plan does not say it."""

    file: str
    is_campaign_plan: bool
    reason: str | None
    doc_type: Found | None
    title: Found | None
    theme: Found | None
    occasion: Found | None
    issuing_body: Found | None
    parent_body: Found | None
    number: Found | None
    number_line: Found | None
    place: Found | None
    place_date: Found | None
    date: IssueDate
    scope_text: Found | None
    legal_bases: tuple[Found, ...]
    purposes: tuple[Found, ...]
    requirements: tuple[Found, ...]
    purposes_requirements: tuple[Found, ...]
    contents: tuple[Found, ...]
    assessment: tuple[Found, ...]
    targets: tuple[Found, ...]
    solutions: tuple[Found, ...]
    period: Period
    eligible: Eligible
    emulation_criteria: tuple[Criterion, ...]
    awards: tuple[Award, ...]
    award_principles: tuple[Found, ...]
    award_funding: tuple[Found, ...]
    quotas: tuple[Quota, ...]
    dossier: tuple[Dossier, ...]
    deadlines: tuple[Deadline, ...]
    responsibilities: tuple[Duty, ...]
    closing: Found | None
    recipients: tuple[Found, ...]
    signer: Signer
    appendix: Appendix | None
    problems: tuple[Problem, ...]

    def as_json(self) -> dict[str, Json]:
        """Plain values in the shape of the annotated plans, with "places" (path -> place) and "problems"."""
        flat = {
            one.name: _plain(getattr(self, one.name))
            for one in fields(self)
            if one.name not in ("problems", "reason")
        }
        if not self.is_campaign_plan:
            flat["reason"] = self.reason
        flat["places"] = {path: _place(found.place) for path, found in self.found()}
        flat["problems"] = [
            {
                "clause": one.clause,
                "kind": one.kind,
                "before": one.before,
                "after": one.after,
                "why": one.why,
                "from": one.place.start,
                "to": one.place.end,
            }
            for one in self.problems
        ]
        return flat

    def found(self) -> Iterator[tuple[str, Found]]:
        """Every value with its path, such as "awards[1].criteria[0].text[0]"."""
        for one in fields(self):
            if one.name != "problems":
                yield from _leaves(one.name, getattr(self, one.name))


def _place(place: Place) -> dict[str, Json]:
    return {
        "clause": place.clause,
        "from": place.start,
        "to": place.end,
        "confidence": round(place.confidence, 2),
    }


def _plain(value: object) -> Json:
    """A value without its places."""
    if isinstance(value, Found):
        return value.value
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    return value if value is None or isinstance(value, str | int) else str(value)


def _leaves(path: str, value: object) -> Iterator[tuple[str, Found]]:
    if isinstance(value, Found):
        yield path, value
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from _leaves(f"{path}[{number}]", one)
    elif is_dataclass(value):
        for one in fields(value):
            yield from _leaves(f"{path}.{one.name}", getattr(value, one.name))
