"""Offices and who holds them from when to when (chức vụ, việc giữ chức vụ)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q

from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Office, Person, Unit
from thidua.org.permissions import may_appoint
from thidua.org.states import ROLES
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.text import same_text, squeeze


@dataclass(frozen=True)
class Term:
    """From when to when an office is held, and the paper behind it (thời gian giữ chức vụ)."""

    starts: date
    ends: date | None = None
    paper: str = ""


@transaction.atomic
def open_office(unit: Unit, *, title: str, role: str, mandate: Mandate, on: date) -> Office:
    """Make an office in a unit (lập chức vụ); the same title and role again gives the one there is.

    Căn cứ: không (quy ước nội bộ).
    """
    may_appoint(mandate, unit, on=on).require()
    title = squeeze(title)
    if not title or role not in ROLES:
        raise Refused(no("Chức vụ cần có tên và một vai trò trong danh sách.", rule="office:words"))
    for office in Office.objects.filter(unit=unit, role=role):
        if same_text(office.title, title):
            return office
    office = Office.objects.create(unit=unit, title=title, role=role)
    says = f"Lập chức vụ {title} ({ROLES[role].name}) tại {unit.name}."
    write("open_office", says, actor=mandate.actor(), on=on, thing=office)
    return office


@transaction.atomic
def appoint(person: Person, *, office: Office, term: Term, mandate: Mandate, on: date) -> Mandate:
    """Give an office to a person from a day, perhaps to a day (giao chức vụ); journal it.

    Refused when the person already holds the office in that time, when a People's Committee would have two
    chairs at once, or when the unit has ended by then. Căn cứ: không (quy ước nội bộ).
    """
    may_appoint(mandate, office.unit, on=on).require()
    if term.ends is not None and term.ends < term.starts:
        raise Refused(no("Ngày thôi giữ chức vụ ở trước ngày bắt đầu.", rule="mandate:order"))
    if office.unit.closed_on is not None and (term.ends is None or term.ends > office.unit.closed_on):
        closed = vn_date(office.unit.closed_on)
        raise Refused(
            no(
                f"{office.unit.name} đã kết thúc ngày {closed}; hãy ghi ngày thôi.",
                rule="mandate:unit_closed",
            )
        )
    _refuse_overlap(person, office, term)
    held = Mandate.objects.create(
        office=office,
        person=person,
        unit=office.unit,
        starts=term.starts,
        ends=term.ends,
        paper=squeeze(term.paper),
    )
    until = f" đến ngày {vn_date(term.ends)}" if term.ends else ""
    where = f"{office.title}, {office.unit.name}"
    says = f"Giao {person.name} giữ chức vụ {where}, từ ngày {vn_date(term.starts)}{until}."
    write("appoint", says, actor=mandate.actor(), on=on, thing=held, data={"paper": held.paper})
    return held


@transaction.atomic
def end_mandate(held: Mandate, *, ends: date, mandate: Mandate, on: date) -> None:
    """End a mandate with its last day (thôi giữ chức vụ); papers signed before stay as they are.

    Refused when it has ended, when the day lies before its beginning, or when nobody could administer any
    more. Căn cứ: không (quy ước nội bộ).
    """
    may_appoint(mandate, held.unit, on=on).require()
    current = Mandate.objects.select_for_update(of=("self",)).get(pk=held.pk)
    if current.ends is not None:
        raise Refused(
            no(f"{held} đã thôi giữ chức vụ từ ngày {vn_date(current.ends)}.", rule="mandate:ended")
        )
    if ends < current.starts:
        raise Refused(
            no(f"Ngày thôi phải từ ngày bắt đầu {vn_date(current.starts)} trở đi.", rule="mandate:order")
        )
    if held.holds("admin") and not _other_administrators(held, ends):
        raise Refused(
            no(
                "Đây là quản trị duy nhất của cơ quan; hãy giao người khác làm quản trị trước.",
                rule="mandate:last_admin",
            )
        )
    held.ends = ends
    held.save(update_fields=["ends"])
    where = f"{held.office.title}, {held.unit.name}"
    says = f"{held.person.name} thôi giữ chức vụ {where}, sau ngày {vn_date(ends)}."
    write("end_mandate", says, actor=mandate.actor(), on=on, thing=held)


def _refuse_overlap(person: Person, office: Office, term: Term) -> None:
    during = Q(ends__isnull=True) | Q(ends__gte=term.starts)
    if term.ends is not None:
        during &= Q(starts__lte=term.ends)
    same = Mandate.objects.filter(during, office=office, person=person).first()
    if same is not None:
        raise Refused(
            no(f"{person.name} đã giữ chức vụ {office.title} {_span(same)}.", rule="mandate:overlap")
        )
    chairs = Mandate.objects.filter(during, unit=office.unit, office__role="chair").select_related("person")
    other = chairs.first() if office.role == "chair" and office.unit.is_government else None
    if other is not None:
        raise Refused(
            no(
                f"{other.person.name} là Chủ tịch {office.unit.short_name} {_span(other)}; "
                "hãy cho thôi giữ chức vụ trước.",
                rule="mandate:two_chairs",
            )
        )


def _span(held: Mandate) -> str:
    until = f" đến ngày {vn_date(held.ends)}" if held.ends else " đến nay"
    return f"từ ngày {vn_date(held.starts)}{until}"


def _other_administrators(held: Mandate, day: date) -> bool:
    others = Mandate.objects.filter(
        Q(ends__isnull=True) | Q(ends__gt=day), unit=held.unit, office__role="admin"
    )
    return others.exclude(pk=held.pk).exists()
