"""Who did it: a person in a mandate, a visitor of the public pages, or a command (người thực hiện)."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Actor:
    """The one who acts (người thực hiện), as words and keys, so that the journal outlives every table.

    `kind` is "mandate", "visitor" or "system"; `for_name` names the person for whom somebody else acted
    (nhập thay), both names are kept.
    """

    kind: str
    name: str
    office: str = ""
    unit: str = ""
    mandate_id: UUID | None = None
    unit_id: UUID | None = None
    for_name: str = ""


VISITOR = Actor("visitor", "Khách xem trang công khai")


def system(command: str) -> Actor:
    """A scheduled command or job (hệ thống): may remind, send, verify, never decide."""
    return Actor("system", command)
