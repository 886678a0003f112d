"""The register of certificates of an office (sổ cấp giấy khen, bằng khen): by year and form, every sheet ever
made; what it says is what was printed, whatever became of units and names since.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from thidua.awards.models import Certificate, Decision
from thidua.awards.queries.council import SEES
from thidua.awards.queries.life import Life, life_of, standing, with_life
from thidua.org.models import Mandate, Unit
from thidua.org.queries import government_of
from thidua.vietnamese.text import fold

STATES = (
    ("waiting", "chưa trao"),
    ("handed", "đã trao"),
    ("replaced", "đã thay bằng giấy khác"),
    ("revoked", "đã thu hồi"),
)


@dataclass(frozen=True)
class Sought:
    """What is looked for in the register (lọc sổ): year 0 for all years, `words` in name, code or number."""

    year: int = 0
    form: str = ""
    words: str = ""
    state: str = ""


@dataclass(frozen=True)
class Entry:
    """One line of the register (một dòng sổ cấp): the sheet and how it stands."""

    certificate: Certificate
    life: Life

    @property
    def address(self) -> str:
        """Where the recipient was when the sheet was printed (địa chỉ ghi trên giấy)."""
        return str(self.certificate.content["address"])

    @property
    def number(self) -> str:
        """Number and day of the decision as printed (số, ngày quyết định)."""
        return str(self.certificate.content["decision_line"]).removeprefix("Quyết định số ")


def certificates_in(unit: Unit) -> QuerySet[Certificate]:
    """Every certificate an office has made, in the order of its decisions (mọi giấy đã lập)."""
    found = Certificate.objects.filter(item__decision__unit=unit, item__decision__state="issued")
    order = ("item__decision__decided_on", "item__decision_id", "item__order", "id")
    return found.order_by(*order).select_related("item__decision__document")


def register_of(mandate: Mandate, sought: Sought) -> QuerySet[Certificate]:
    """The sheets of the own office that were looked for (sổ cấp); none for who has no part in awards."""
    if mandate.role not in SEES:
        return Certificate.objects.none()
    found = certificates_in(government_of(mandate.unit))
    if sought.year:
        found = found.filter(item__decision__decided_on__year=sought.year)
    if sought.form:
        found = found.filter(item__decision__form=sought.form)
    found = _in_state(found, sought.state)
    return found.filter(pk__in=_named(found, sought.words)) if sought.words.strip() else found


def _in_state(found: QuerySet[Certificate], state: str) -> QuerySet[Certificate]:
    if state in ("waiting", "handed"):
        return standing(found).filter(handed_on__isnull=state == "waiting")
    if state == "replaced":
        return found.filter(replaced_by__isnull=False)
    if state == "revoked":
        gone = Q(item__revocations__day__isnull=False)
        return found.filter(pk__in=found.filter(gone).order_by().values("pk"))
    return found


def _named(found: QuerySet[Certificate], words: str) -> list[UUID]:
    """Those whose name, code or number holds the words, with or without marks."""
    wanted = fold(words).strip()
    said = found.values_list("pk", "content__name", "code", "content__decision_line")
    return [pk for pk, *texts in said if any(wanted in fold(text or "") for text in texts)]


def entries(certificates: QuerySet[Certificate]) -> list[Entry]:
    """The lines of the register with how each sheet stands; three queries."""
    return [Entry(one, life_of(one)) for one in with_life(certificates)]


def years_of(mandate: Mandate) -> list[tuple[int, int]]:
    """The years of the register and how many sheets each has (các năm của sổ), the newest first."""
    if mandate.role not in SEES:
        return []
    days = certificates_in(government_of(mandate.unit)).order_by()
    counted = Counter(day.year for day in days.values_list("item__decision__decided_on", flat=True) if day)
    return sorted(counted.items(), reverse=True)


def forms_in(mandate: Mandate) -> list[str]:
    """The award forms in the register (các hình thức của sổ)."""
    unit = government_of(mandate.unit)
    found = Decision.objects.filter(unit=unit, state="issued").order_by("form")
    return list(found.values_list("form", flat=True).distinct())
