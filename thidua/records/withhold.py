"""Keep a paper from those it concerns until it is issued (chưa cho người có liên quan xem bản soạn)."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from thidua.org.models import Person
from thidua.records.models import OfficialDocument, Withheld


@transaction.atomic
def withhold(document: OfficialDocument, *, people: Iterable[Person]) -> None:
    """Let these people read the paper only once it is issued (chưa cho xem bản soạn); its signer reads
    what is laid before him.

    Căn cứ: không (quy ước nội bộ).
    """
    Withheld.objects.bulk_create(
        (Withheld(document=document, person=person) for person in people), ignore_conflicts=True
    )
