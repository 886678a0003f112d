"""Doors to the stock of blanks (tra cứu kho phôi): what is left, what each year brought and used."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet, Sum
from django.db.models.functions import ExtractYear

from thidua.awards.models import Blank, BlankDestruction, BlankEntry, Decision
from thidua.awards.queries.blank import blanks_visible_to
from thidua.org.models import Mandate


@dataclass(frozen=True)
class StockYear:
    """One blank in one year (phôi trong năm), in sheets: `carried` came over from the year before."""

    blank: Blank
    year: int
    carried: int
    changes: Mapping[str, int]

    @property
    def received(self) -> int:
        return self.changes["received"]

    @property
    def printed(self) -> int:
        return -self.changes["printed"]

    @property
    def spoiled(self) -> int:
        return -self.changes["spoiled"]

    @property
    def given_back(self) -> int:
        return -self.changes["given_back"]

    @property
    def counted(self) -> int:
        return self.changes["counted"]

    @property
    def left(self) -> int:
        """How many sheets were left at the end of the year, or are left now (còn lại)."""
        return self.carried + sum(self.changes.values())


def left_of(blank: Blank) -> int:
    """How many sheets of a blank are left (còn lại)."""
    return blank.entries.aggregate(total=Sum("change"))["total"] or 0


def is_counted(blank: Blank) -> bool:
    """True once sheets were entered: from then on every print takes from the stock (đã mở kho)."""
    return blank.entries.exists()


def taken_for(blank: Blank, decision: Decision) -> int:
    """How many sheets the prints of a decision have taken so far (đã in cho quyết định)."""
    taken = blank.entries.filter(kind="printed", decision=decision).aggregate(total=Sum("change"))["total"]
    return -(taken or 0)


def stock_of(mandate: Mandate) -> list[StockYear]:
    """The stock of the own office by blank and year, the newest year first; two queries."""
    blanks = {blank.pk: blank for blank in blanks_visible_to(mandate)}
    changes: dict[object, dict[int, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    found = BlankEntry.objects.filter(blank__in=blanks).annotate(year=ExtractYear("day"))
    sums = found.values("blank", "year", "kind").annotate(total=Sum("change")).order_by()
    for row in sums:
        changes[row["blank"]][row["year"]][row["kind"]] += row["total"]
    years = [
        StockYear(blank, year, _before(changes[pk], year), kinds)
        for pk, blank in blanks.items()
        for year, kinds in changes[pk].items()
    ]
    return sorted(years, key=lambda one: (-one.year, one.blank.name))


def _before(changes: Mapping[int, Counter[str]], year: int) -> int:
    """What was left when the year began."""
    return sum(kinds.total() for one, kinds in changes.items() if one < year)


def entries_of(blank: Blank) -> QuerySet[BlankEntry]:
    """The lines of the stock of one blank, the newest first (sổ kho phôi)."""
    return blank.entries.select_related("decision__document", "destruction").order_by("-day", "-id")


def to_destroy(blank: Blank) -> QuerySet[BlankEntry]:
    """The spoiled sheets that no minutes name yet (phôi hỏng chưa hủy)."""
    return blank.entries.filter(kind="spoiled", destruction=None)


def destruction_for(mandate: Mandate, code: str) -> BlankDestruction:
    """One destruction of blanks of the own office, or `BlankDestruction.DoesNotExist`."""
    found = BlankDestruction.objects.filter(blank__in=blanks_visible_to(mandate).order_by())
    return found.select_related("blank__unit").get(code=code)
