"""Doors to the standing sentences as an office has them (tra cứu câu mẫu)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from thidua.org.models import Unit
from thidua.org.queries import government_of
from thidua.records.models import Wording
from thidua.records.phrases import Phrase, fill, phrases


@dataclass(frozen=True)
class Words:
    """The sentences of one office on one day (câu mẫu của cơ quan): ours unless it put its own in place."""

    own: Mapping[str, str]

    def text(self, phrase_id: str) -> str:
        """A sentence with its fields still open; ours where the office's names a field that is no more."""
        phrase, own = phrases()[phrase_id], self.own.get(phrase_id, "")
        return own if own and not any(phrase.faults(own)) else phrase.text

    def __call__(self, phrase_id: str, **values: object) -> str:
        """A sentence filled in: `words("reminder.ask", asked=…)`. Raises KeyError for a missing value."""
        return fill(self.text(phrase_id), {name: str(value) for name, value in values.items()})


def words_of(unit: Unit, *, on: date) -> Words:
    """The sentences that the office of a unit uses on a day (câu mẫu áp dụng); one query."""
    rows = Wording.objects.filter(unit=government_of(unit), starts__lte=on).order_by("starts", "id")
    return Words({row.phrase: row.text for row in rows})


@dataclass(frozen=True)
class PhraseNow:
    """A standing sentence and what the office uses of it on a day (câu mẫu hiện dùng)."""

    phrase: Phrase
    own: str

    @property
    def text(self) -> str:
        """The sentence in use, its fields open."""
        return self.own or self.phrase.text

    @property
    def shown(self) -> str:
        """The sentence in use, its fields named as people see them."""
        return self.phrase.shown(self.text)

    @property
    def filled(self) -> str:
        """The same with the invented examples."""
        return fill(self.text, self.phrase.sample)


def phrases_on(unit: Unit, on: date) -> list[PhraseNow]:
    """Every sentence as the office has it on a day (các câu mẫu)."""
    words = words_of(unit, on=on)
    return [PhraseNow(phrase, words.own.get(phrase.id, "")) for phrase in phrases().values()]


def phrase_on(unit: Unit, phrase_id: str, on: date) -> PhraseNow:
    """One sentence, or `Wording.DoesNotExist` when no paper has it."""
    phrase = phrases().get(phrase_id)
    if phrase is None:
        raise Wording.DoesNotExist
    return PhraseNow(phrase, words_of(unit, on=on).own.get(phrase_id, ""))


def wording_history(unit: Unit, phrase_id: str) -> QuerySet[Wording]:
    """Every text an office ever put in place of ours (các lần sửa câu), newest first."""
    return Wording.objects.filter(unit=government_of(unit), phrase=phrase_id).order_by("-starts", "-id")
