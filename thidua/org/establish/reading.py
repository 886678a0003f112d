"""How a name is read aloud (cách đọc tên): said by the unit, kept once on the record of the somebody."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.identify import Somebody, identity_of
from thidua.org.models import Mandate
from thidua.org.permissions import may_note_reading
from thidua.vietnamese.text import nfc, squeeze

LONGEST = 250


@transaction.atomic
def note_reading(record: Somebody, *, said_as: str, mandate: Mandate, on: date) -> bool:
    """Keep how a name is read aloud (ghi cách đọc tên), on the main record when it was merged; an empty word
    takes it away. Returns whether anything changed.

    Raises `Refused` for more letters than a name has. Căn cứ: không (quy ước nội bộ).
    """
    may_note_reading(mandate, record.unit, on=on).require()
    said = squeeze(nfc(said_as))
    if len(said) > LONGEST:
        raise Refused(no(f"Cách đọc tên dài nhất {LONGEST} chữ.", rule="reading:long"))
    kept = identity_of(record)
    if kept.said_as == said:
        return False
    kept.said_as = said
    kept.save(update_fields=["said_as"])
    says = f"Tên {kept.name} đọc là “{said}”." if said else f"Bỏ cách đọc tên {kept.name}."
    write("note_reading", says, actor=mandate.actor(), on=on, thing=kept)
    return True
