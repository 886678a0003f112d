"""The law books of an office (sổ pháp luật của cơ quan): national law, its own rules, the titles it may
give.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet

from thidua.law.book import Rulebook, rulebook_on
from thidua.law.load import load_books
from thidua.law.local_title import LocalTitle as Title
from thidua.org.models import Unit
from thidua.org.queries import government_of, left_to
from thidua.records.models import LocalTitle
from thidua.records.queries.settings import local_values


def rulebook_of(unit: Unit, *, on: date) -> Rulebook:
    """The law of a day with what the unit's People's Committee has confirmed, and the titles set there or
    above (sổ luật của cơ quan).
    """
    office = government_of(unit)
    titles = [title_of(row) for row in titles_offered(office, on=on)]
    return rulebook_on(on, local_values(office, on), titles=titles)


def titles_given(office: Unit) -> QuerySet[LocalTitle]:
    """The titles that this office, one before it or one above it has set, ended ones too (danh hiệu của địa
    phương).
    """
    codes = office.path.rstrip("/").split("/")
    chain = ["/".join(codes[: count + 1]) + "/" for count in range(len(codes))]
    return LocalTitle.objects.filter(left_to(office) | Q(unit__path__in=chain)).select_related("unit")


def form_names(office: Unit) -> dict[str, str]:
    """Every form and title an office may meet on paper, id to short name (hình thức, danh hiệu): of the law
    books of all times, and those of the locality, ended ones too.
    """
    national = load_books().subjects["forms"].values()
    own = {row.code: row.name for row in titles_given(office)}
    return {entry.id: str(entry.fields["short"]) for entry in national} | own


def title_for(office: Unit, code: str) -> LocalTitle:
    """One title by its code, or `LocalTitle.DoesNotExist` (danh hiệu của địa phương)."""
    return titles_given(office).get(code=code)


def titles_offered(office: Unit, *, on: date) -> QuerySet[LocalTitle]:
    """The titles in force that day (danh hiệu đang áp dụng)."""
    return titles_given(office).filter(Q(ends__isnull=True) | Q(ends__gte=on), starts__lte=on)


def title_of(row: LocalTitle) -> Title:
    """A row as the law books take it (danh hiệu, giá trị thuần)."""
    return Title(
        id=row.code,
        name=row.name,
        level=row.level,
        recipients=tuple(row.recipients),
        starts=row.starts,
        ends=row.ends,
        paper=row.paper,
        share=row.share,
        prizes={kind: Decimal(value) for kind, value in row.prizes.items()},
    )
