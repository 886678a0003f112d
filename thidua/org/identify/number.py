"""The identity number of a person, kept sparingly (số căn cước): a keyed digest and the last three digits."""

from __future__ import annotations

import re
from datetime import date

from django.db import transaction
from django.utils.crypto import salted_hmac

from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Person
from thidua.org.permissions import may_keep_record

DIGITS = 12


def identity_seal(number: str) -> str:
    """The digest of an identity number under the key of this installation (dấu số căn cước).

    It tells whether two numbers are the same and nothing else; without the key it cannot be guessed at.
    """
    return salted_hmac("thidua.org.identity", _digits(number), algorithm="sha256").hexdigest()


@transaction.atomic
def keep_identity_number(person: Person, *, number: str, ground: str, mandate: Mandate, on: date) -> None:
    """Keep what tells a person from a namesake (ghi số căn cước): the digest, the last digits, the ground.

    The number itself is kept nowhere, not in the journal either. Raises `Refused` for anything but twelve
    digits, and without the paper by which the office may hold it. Căn cứ: không (quy ước nội bộ); cơ quan ghi
    căn cứ của mình vào `ground`.
    """
    may_keep_record(mandate, person.unit, on=on).require()
    digits = _digits(number)
    if len(digits) != DIGITS:
        raise Refused(no(f"Số căn cước có {DIGITS} chữ số; đã ghi {len(digits)}.", rule="identity:digits"))
    if not ground.strip():
        raise Refused(
            no("Hãy ghi căn cứ để cơ quan được giữ số căn cước của người này.", rule="identity:ground")
        )
    _set(person, seal=identity_seal(digits), tail=digits[-3:], ground=ground.strip())
    says = f"Ghi dấu số căn cước của {person.name}; căn cứ: {person.identity_ground}."
    write("keep_identity_number", says, actor=mandate.actor(), on=on, thing=person)


@transaction.atomic
def drop_identity_number(person: Person, *, mandate: Mandate, on: date) -> None:
    """Forget what was kept of an identity number (bỏ số căn cước). Căn cứ: không (quy ước nội bộ)."""
    may_keep_record(mandate, person.unit, on=on).require()
    if not person.identity_seal:
        raise Refused(no(f"Không giữ số căn cước của {person.name}.", rule="identity:none"))
    _set(person, seal="", tail="", ground="")
    says = f"Bỏ dấu số căn cước của {person.name}."
    write("drop_identity_number", says, actor=mandate.actor(), on=on, thing=person)


def _set(person: Person, *, seal: str, tail: str, ground: str) -> None:
    person.identity_seal, person.identity_tail, person.identity_ground = seal, tail, ground
    person.save(update_fields=["identity_seal", "identity_tail", "identity_ground"])


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)
