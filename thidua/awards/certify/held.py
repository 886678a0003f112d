"""One after the other (từng người một): a sheet, or the book of an office, held while it is changed."""

from __future__ import annotations

from thidua.awards.models import Certificate, Decision
from thidua.awards.queries.life import with_life
from thidua.org.models import Unit


def held_certificate(certificate: Certificate) -> Certificate:
    """The certificate as it stands now, locked (giữ giấy): whoever comes second sees what the first did."""
    related = Certificate.objects.select_related("item__decision__unit", "item__decision__document")
    return with_life(related).select_for_update(of=("self",)).get(pk=certificate.pk)


def hold_gold_book(decision: Decision) -> None:
    """Lock the running numbers of the office that decided (giữ sổ vàng): none is given twice."""
    Unit.objects.select_for_update(of=("self",)).get(pk=decision.unit_id)
