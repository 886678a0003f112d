"""Which reports may tell of the same deed (tin có thể trùng): by name, by words, by photo."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from thidua.campaigns.models import Lead
from thidua.records.models import Attachment
from thidua.vietnamese.text import fold

COMPARED = 400  # the newest reports: more would make the page slow, and older deeds are other deeds
ALIKE_FROM = 0.6
LEAST_WORDS = 5
_WORD = re.compile(r"\w{2,}")


@dataclass(frozen=True)
class Alike:
    """Another report that may tell of the same deed (tin có thể trùng), and why."""

    other: Lead
    because: tuple[str, ...]

    @property
    def says(self) -> str:
        return ", ".join(self.because)


def similar_leads(lead: Lead) -> list[Alike]:
    """Other reports that may tell of the same deed (tin có thể trùng), the likeliest first: the same name,
    also without marks, Ông and Bà; much the same words; the same photo. Two queries.
    """
    others = Lead.objects.filter(unit=lead.unit).exclude(pk=lead.pk).exclude(state="joined")
    words, photos = _words(lead.what), _with_same_photo(lead)
    found = [
        Alike(other, because)
        for other in others.select_related("unit")[:COMPARED]
        if (because := tuple(_reasons(lead, other, words, photos)))
    ]
    return sorted(found, key=lambda one: (-len(one.because), one.other.state == "rejected"))


def _reasons(lead: Lead, other: Lead, words: frozenset[str], photos: set[UUID]) -> Iterator[str]:
    if other.folded == lead.folded:
        yield "cùng tên"
    if other.state != "rejected" and alike_words(words, _words(other.what)):
        yield "lời kể giống nhau"
    if other.pk in photos:
        yield "cùng ảnh"


def _words(told: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(told)))


def alike_words(one: Iterable[str], other: Iterable[str]) -> bool:
    """True when most words of the shorter text stand in the other (lời kể giống nhau)."""
    here, there = frozenset(one), frozenset(other)
    shorter = min(len(here), len(there))
    return shorter >= LEAST_WORDS and len(here & there) >= ALIKE_FROM * shorter


def _with_same_photo(lead: Lead) -> set[UUID]:
    photos = Attachment.objects.filter(about=Lead._meta.label_lower, purpose="photo", unit=lead.unit)
    own = photos.filter(about_id=lead.pk).values("sha256")
    return set(photos.filter(sha256__in=own).exclude(about_id=lead.pk).values_list("about_id", flat=True))
