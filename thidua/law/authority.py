"""Who decides which award (thẩm quyền khen thưởng), and which awards exist, by level and day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from thidua.law.load import Entry, Version
from thidua.law.ruling import Refused, Ruling, Verdict, Weight, no
from thidua.law.shelf import LEVEL_NAMES, Shelf
from thidua.vietnamese.dates import vn_date

Level = str
RECIPIENT_NAMES = {"individual": "cá nhân", "collective": "tập thể", "household": "hộ gia đình"}


@dataclass(frozen=True)
class AwardForm:
    """A title or award form as it stands on a day (danh hiệu, hình thức khen thưởng).

    `level` is the deciding level; `start` and `end` bound the version of the law behind it;
    `certificate` is the word on the printed form, "" where none is printed.
    """

    id: str
    name: str
    short: str
    level: Level
    kind: str
    family: str
    recipients: tuple[str, ...]
    certificate: str
    rank: int
    start: date
    end: date | None
    says: str
    source: str
    confirmed: bool

    def given_to(self, recipient: str) -> AwardForm:
        """The form itself; raises `Refused` when it is not given to that kind of recipient (đối tượng)."""
        if recipient not in self.recipients:
            kind = RECIPIENT_NAMES.get(recipient, recipient)
            raise Refused(no(f"{self.name} không dùng để tặng {kind}.", source=self.source, rule="recipient"))
        return self


def levels(shelf: Shelf) -> tuple[Level, ...]:
    """The levels of government on that day, lowest first (các cấp chính quyền)."""
    return tuple(shelf.needs("regimes", "levels", "các cấp chính quyền").value["levels"])


def next_level(shelf: Shelf, level: Level) -> Level | None:
    """The level that a submission goes up to (cấp trên trực tiếp), None above the province.

    Raises `Refused` for a level that does not exist on that day.
    """
    ladder = levels(shelf)
    if level not in ladder:
        raise Refused(_no_such_level(shelf, level))
    above = ladder[ladder.index(level) + 1 :]
    return above[0] if above else None


def forms(shelf: Shelf, level: Level | None = None) -> tuple[AwardForm, ...]:
    """The award forms valid that day, low to high; with `level` only those decided there."""
    entries = shelf.books.subjects["forms"].values()
    found = [_form(shelf, entry, version) for entry in entries if (version := entry.on(shelf.day))]
    wanted = [form for form in found if level is None or form.level == level]
    return tuple(sorted(wanted, key=lambda form: form.rank))


def form(shelf: Shelf, form_id: str) -> AwardForm:
    """One award form; raises `Refused` when it is unknown or not in force that day."""
    entry = shelf.books.entry("forms", form_id)
    if entry is None:
        raise Refused(no(f"Không có hình thức khen thưởng mang mã “{form_id}”.", rule="form"))
    version = entry.on(shelf.day)
    if version is None:
        raise Refused(_not_in_force(shelf, entry))
    return _form(shelf, entry, version)


def may_decide(shelf: Shelf, level: Level, form_id: str) -> Ruling:
    """Whether the chair of a level decides this form on that day (thẩm quyền quyết định).

    Căn cứ: Luật 2003, Điều 80; Luật 2022, Điều 80; Nghị định 129/2025/NĐ-CP, Điều 59 (sổ authority).
    """
    try:
        wanted, above = form(shelf, form_id), next_level(shelf, level)
    except Refused as refused:
        return refused.ruling
    decided, ladder = shelf.needs("authority", form_id, wanted.name), levels(shelf)
    verdict, because = Verdict.NO, f"{decided.says} Cấp {LEVEL_NAMES[level]} không quyết định hình thức này."
    if wanted.level == level:
        verdict, because = Verdict.YES, decided.says
    elif above and ladder.index(wanted.level) > ladder.index(level):
        rule = shelf.needs("rules", "R04", "thẩm quyền")
        because = rule.says.format(level=LEVEL_NAMES[level], next_level=LEVEL_NAMES[above])
    return Ruling(verdict, because, decided.cites, Weight.BLOCK, shelf.certain(decided), "R04")


def _form(shelf: Shelf, entry: Entry, version: Version) -> AwardForm:
    fields: dict[str, Any] = {key: entry.fields[key] for key in ("name", "short", "kind", "family")}
    return AwardForm(
        id=entry.id,
        **fields,
        level=shelf.needs("authority", entry.id, entry.fields["name"]).value["level"],
        recipients=tuple(version.value["recipients"]),
        certificate=entry.fields["certificate"],
        rank=entry.fields["rank"],
        start=version.start,
        end=version.end,
        says=version.says,
        source=version.cites,
        confirmed=shelf.certain(version),
    )


def _not_in_force(shelf: Shelf, entry: Entry) -> Ruling:
    last = entry.versions[-1]
    if last.end and shelf.day > last.end and "ended" in entry.fields:
        rule = shelf.on("rules", entry.fields["ended_rule"])
        return no(entry.fields["ended"], source=rule.cites if rule else "", rule=entry.fields["ended_rule"])
    day = vn_date(shelf.day)
    return no(f"{entry.fields['name']} không áp dụng vào ngày {day}; chọn hình thức khác.", rule="form")


def _no_such_level(shelf: Shelf, level: Level) -> Ruling:
    name = LEVEL_NAMES.get(level, level)
    tiers = shelf.needs("regimes", "levels", "các cấp chính quyền")
    return no(
        f"Không có cấp {name} vào ngày {vn_date(shelf.day)}. {tiers.says}", source=tiers.cites, rule="R03"
    )
