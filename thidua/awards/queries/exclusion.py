"""Doors to the lists of who is not considered in a year, and what they say of a nominee (danh sách chưa xét
khen thưởng).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from thidua.awards.models import Exclusion, Nomination
from thidua.law.ruling import Ruling, Weight, no
from thidua.org.models import Collective, Household, Mandate, Person, Unit
from thidua.org.queries import government_of, left_to
from thidua.records.queries.rulebook import rulebook_of
from thidua.vietnamese.name_keys import written_key
from thidua.vietnamese.text import fold

RULE = "exclusion_list"
Candidate = Person | Collective | Household


def exclusions_of(unit: Unit, year: int | None = None) -> QuerySet[Exclusion]:
    """The lines an office keeps (danh sách chưa xét khen thưởng), removed ones too, of one year or of all."""
    found = Exclusion.objects.filter(left_to(government_of(unit)))
    return found if year is None else found.filter(year=year)


def exclusion_for(mandate: Mandate, pk: UUID) -> Exclusion:
    """One line of the own office, or `Exclusion.DoesNotExist`."""
    return exclusions_of(mandate.unit).select_related("unit").get(pk=pk)


def years_listed(unit: Unit) -> list[int]:
    """The years for which there is a list (các năm có danh sách), the latest first."""
    return list(exclusions_of(unit).order_by("-year").values_list("year", flat=True).distinct())


def lines_on(unit: Unit, names: Iterable[str], *, on: date) -> dict[str, list[Exclusion]]:
    """The standing lines of the year with one of these names (dòng trùng tên), by the key of the name."""
    keys = {written_key(name) for name in names}
    found: dict[str, list[Exclusion]] = {}
    for row in exclusions_of(unit, on.year).filter(state="kept", name_key__in=keys):
        found.setdefault(row.name_key, []).append(row)
    return found


def excluded(candidate: Candidate, *, kind: str, unit: Unit, on: date) -> Iterator[Ruling]:
    """What the list of the year says against a nominee (có trong danh sách chưa xét không).

    The sentence never tells the reason: the unit reads it too. Căn cứ: quy tắc địa phương exclusion_list.
    """
    lines = lines_on(unit, [candidate.name], on=on).get(written_key(candidate.name), [])
    yield from told(candidate, lines, kind=kind, stops=list_stops(unit, on=on))


def list_stops(unit: Unit, *, on: date) -> bool:
    """Whether the office's rule stops who is on the list (danh sách chặn hay cảnh báo)."""
    local = rulebook_of(unit, on=on).shelf.local
    return RULE in local.values and str(local.confirmed(RULE).value) == "block"


def told(candidate: Candidate, lines: Sequence[Exclusion], *, kind: str, stops: bool) -> Iterator[Ruling]:
    """The rulings of the lines that may mean this nominee (dòng có thể là đối tượng này)."""
    for line in lines:
        sure = _same(candidate, line, kind=kind)
        if sure is None:
            continue
        listed = f"danh sách chưa xét khen thưởng năm {line.year}"
        if sure and stops:
            says = f"{candidate.name} có trong {listed}; cơ quan quy định chưa xét khen thưởng."
            yield no(says, source=line.paper, rule="exclusion")
            continue
        says = (
            f"{candidate.name} {'có' if sure else 'trùng tên với một dòng'} trong {listed}. Thường trực đối "
            "chiếu danh sách, kết luận có phải đối tượng này và còn lý do chưa xét hay không."
        )
        yield no(says, source=line.paper, rule="exclusion", weight=Weight.WARN)


def _same(candidate: Candidate, line: Exclusion, *, kind: str) -> bool | None:
    """True for the same one, False for one who may be, None for somebody else."""
    born = getattr(candidate, "birth_year", None)
    if line.kind != kind or (born and line.birth_year and born != line.birth_year):
        return None
    places = {fold(candidate.unit.name), fold(candidate.unit.short_name)}
    return bool(born and line.birth_year) or fold(line.place) in places


def excluded_nominee(nomination: Nomination, *, on: date) -> list[Ruling]:
    """What the list says against a nomination (đề nghị có trong danh sách chưa xét không)."""
    return list(excluded(nomination.candidate, kind=nomination.recipient, unit=nomination.unit, on=on))
