"""Law books from YAML to frozen values (nạp sổ pháp luật): dated, cited, checked for gaps and overlaps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "books"
SUBJECTS = (
    "regimes",
    "types",
    "forms",
    "authority",
    "bonuses",
    "salary",
    "council",
    "dossiers",
    "deadlines",
    "grounds",
    "gold_book",
    "reports",
    "rules",
    "principles",
    "statistics",
    "local",
)
_DATED = {"from", "to", "source", "article", "confirmed", "says", "note"}


class BookError(ValueError):
    """A law book that cannot be trusted (sổ pháp luật sai): names the book, the entry and the fault."""


@dataclass(frozen=True)
class Source:
    """An act that the books cite (văn bản quy phạm): `citation` is how a paper's grounds name it.

    `review` is the day from which it may have lapsed; what rests on it is then unconfirmed again.
    """

    id: str
    short: str
    number: str
    citation: str
    start: date
    end: date | None
    review: date | None
    confirmed: bool

    def in_force(self, day: date) -> bool:
        return _covers(self.start, self.end, day)


@dataclass(frozen=True)
class Version:
    """What an entry says from one day to another (một quy định theo thời gian), with its article.

    `note` adds what the sentence leaves out because it is shown elsewhere, as the refusal of a check.
    """

    start: date
    end: date | None
    source: Source | None
    article: str
    confirmed: bool
    says: str
    value: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""

    def covers(self, day: date) -> bool:
        return _covers(self.start, self.end, day)

    @property
    def cites(self) -> str:
        """The article and the act in one phrase, "Luật Thi đua, khen thưởng 2022, Điều 80 khoản 3"."""
        return ", ".join(filter(None, [self.source.short if self.source else "", self.article]))

    def certain(self, day: date) -> bool:
        """True when the text was seen and its act has not come up for review by that day."""
        review = self.source.review if self.source else None
        return self.confirmed and not (review and day >= review)


@dataclass(frozen=True)
class Entry:
    """One rule through all reforms (một mục của sổ): the id stays, the versions follow each other."""

    id: str
    fields: Mapping[str, Any]
    versions: tuple[Version, ...]

    def on(self, day: date) -> Version | None:
        """The version in force on a day, or None."""
        return next((version for version in self.versions if version.covers(day)), None)


@dataclass(frozen=True)
class Books:
    """All law books of the repository (bộ sổ pháp luật), by subject and entry id."""

    sources: Mapping[str, Source]
    subjects: Mapping[str, Mapping[str, Entry]]

    def entry(self, subject: str, entry_id: str) -> Entry | None:
        return self.subjects[subject].get(entry_id)

    def on(self, subject: str, entry_id: str, day: date) -> Version | None:
        """The version of an entry in force on a day, or None when there is none."""
        entry = self.entry(subject, entry_id)
        return entry.on(day) if entry else None


@cache
def load_books(folder: Path = FOLDER) -> Books:
    """Read and check every book once (nạp và kiểm tra sổ pháp luật).

    Raises `BookError` for an unknown source, a missing sentence, an overlap, or a gap where an entry
    says it is continuous. Căn cứ: không (quy ước nội bộ).
    """
    sources = {row["id"]: _source(row) for row in read_rows(folder / "sources.yaml")}
    subjects = {subject: _subject(folder / f"{subject}.yaml", sources) for subject in SUBJECTS}
    return Books(MappingProxyType(sources), MappingProxyType(subjects))


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of one YAML book; an empty or missing book is a fault (đọc một sổ)."""
    rows = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else None
    if not isinstance(rows, list):
        raise BookError(f"{path.name}: sổ trống hoặc không phải là danh sách.")
    return rows


def _covers(start: date, end: date | None, day: date) -> bool:
    return start <= day and (end is None or day <= end)


def _source(row: dict[str, Any]) -> Source:
    return Source(
        id=row["id"],
        short=row["short"],
        number=row["number"],
        citation=row["citation"],
        start=row["from"],
        end=row["to"],
        review=row.get("review"),
        confirmed=row["confirmed"],
    )


def _subject(path: Path, sources: Mapping[str, Source]) -> Mapping[str, Entry]:
    entries: dict[str, Entry] = {}
    for row in read_rows(path):
        where = f"{path.name}, mục {row.get('id', '?')}"
        entry = _entry(row, sources, where)
        if entry.id in entries:
            raise BookError(f"{where}: trùng mã.")
        entries[entry.id] = entry
    return MappingProxyType(entries)


def _entry(row: dict[str, Any], sources: Mapping[str, Source], where: str) -> Entry:
    versions = tuple(_version(version, sources, where) for version in row["versions"])
    for fault in _faults(versions, continuous=row.get("continuous", False)):
        raise BookError(f"{where}: {fault}")
    fields = {key: value for key, value in row.items() if key not in {"id", "versions", "continuous"}}
    return Entry(str(row["id"]), MappingProxyType(fields), versions)


def _version(row: dict[str, Any], sources: Mapping[str, Source], where: str) -> Version:
    if not row.get("says"):
        raise BookError(f"{where}: thiếu câu diễn giải (says) của quy định từ {row.get('from')}.")
    cited = row.get("source")
    if cited is not None and cited not in sources:
        raise BookError(f"{where}: viện dẫn văn bản chưa có trong sources.yaml: {cited}.")
    return Version(
        start=row["from"],
        end=row["to"],
        source=sources[cited] if cited else None,
        article=row.get("article", ""),
        confirmed=row.get("confirmed", False),
        says=row["says"],
        value=MappingProxyType({key: value for key, value in row.items() if key not in _DATED}),
        note=row.get("note", ""),
    )


def _faults(versions: tuple[Version, ...], *, continuous: bool) -> Iterator[str]:
    """What is wrong with the dates of an entry: order, overlap, gap, an act not in force."""
    for version in versions:
        if version.end and version.end < version.start:
            yield f"quy định từ {version.start} kết thúc trước khi bắt đầu."
        if version.source and not _within(version, version.source):
            yield f"quy định từ {version.start} nằm ngoài thời gian hiệu lực của {version.source.id}."
    for earlier, later in zip(versions, versions[1:], strict=False):
        if earlier.end is None or earlier.end >= later.start:
            yield f"quy định từ {later.start} chồng lên quy định từ {earlier.start}."
        elif continuous and earlier.end + timedelta(days=1) != later.start:
            yield f"khoảng trống giữa {earlier.end} và {later.start}."


def _within(version: Version, source: Source) -> bool:
    ends = source.end is None or (version.end is not None and version.end <= source.end)
    return version.start >= source.start and ends
