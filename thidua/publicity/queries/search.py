"""Finding words on the public pages, with marks or without (tìm trên trang công khai)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from django.db.models import Q, QuerySet

from thidua.awards.models import DecisionItem
from thidua.awards.queries.amendment import with_amendments
from thidua.campaigns.models import Campaign, ModelProject, RoleModel
from thidua.campaigns.queries.example import public_role_models
from thidua.org.models import Unit
from thidua.publicity.models import Announcement
from thidua.publicity.queries.projects import public_codes
from thidua.publicity.queries.public import public_campaigns, public_news
from thidua.vietnamese.text import even, fold, squeeze, tone_key

MOST = 100  # of each kind: who finds more asks for more words
AROUND = 90  # letters shown before and after the first word found
WORDS = 8


@dataclass(frozen=True)
class Stretch:
    """A piece of a line, found or not (đoạn chữ)."""

    text: str
    found: bool


@dataclass(frozen=True)
class Hit:
    """One thing found (kết quả): what it is, its page (name of the address and what it takes), its title and
    the line around the first word, in stretches.
    """

    kind: str
    page: str
    key: str
    title: tuple[Stretch, ...]
    line: tuple[Stretch, ...]


def words_of(asked: str) -> list[str]:
    """The words to look for (từ cần tìm): eight at most, marks as typed."""
    return list(dict.fromkeys(squeeze(asked[:200]).lower().split()))[:WORDS]


def found_on_portal(unit: Unit, asked: str) -> list[Hit]:
    """What everybody may find (kết quả tìm): all words, marks or not; what has the marks as typed comes
    first, then campaigns, role models, models, news, those commended. Five queries.
    """
    words = words_of(asked)
    if not words:
        return []
    rows = [
        *_hits(_campaigns(unit, words), "Phong trào", words),
        *_hits(public_role_models(unit).filter(_wanted(words, "folded"))[:MOST], "Gương tốt", words),
        *_hits(_models(unit, words), "Mô hình", words),
        *_hits(public_news(unit).filter(_wanted(words, "folded"))[:MOST], "Tin", words),
        *_hits(_honoured(unit, words), "Bảng vàng", words),
    ]
    return [hit for _, hit in sorted(rows, key=lambda row: row[0])]


def _campaigns(unit: Unit, words: list[str]) -> list[Campaign]:
    """A commune has a few campaigns a year; their words are folded here."""
    return [one for one in public_campaigns(unit)[:MOST] if _has(words, " ".join(_told(one)))]


def _models(unit: Unit, words: list[str]) -> list[ModelProject]:
    """The newest models, as they were approved; a commune has some dozens a year."""
    return [one for one in public_codes(unit)[:MOST] if _has(words, " ".join(_told(one)))]


def _has(words: list[str], text: str) -> bool:
    folded = fold(text)
    return all(fold(word) in folded for word in words)


def _wanted(words: list[str], column: str) -> Q:
    wanted = Q()
    for word in words:
        wanted &= Q(**{f"{column}__contains": fold(word)})
    return wanted


def _honoured(unit: Unit, words: list[str]) -> QuerySet[DecisionItem]:
    """Those commended by an issued decision of a public campaign, unless the award was cancelled."""
    standing = DecisionItem.objects.filter(
        decision__state="issued", decision__campaign__in=public_campaigns(unit).order_by()
    ).exclude(revocations__day__isnull=False)
    found = with_amendments(standing.filter(_wanted(words, "nomination__folded")))
    return found.select_related("decision__campaign")[:MOST]


Found = Campaign | RoleModel | ModelProject | Announcement | DecisionItem


def _told(row: Found) -> tuple[str, str]:
    """Title and text of what was found."""
    if isinstance(row, Campaign):
        return row.short_title, f"{row.title} {row.theme} {row.occasion}"
    if isinstance(row, RoleModel):
        return row.title, f"{row.name}, {row.place}. {row.story}"
    if isinstance(row, ModelProject):
        return row.shown["title"], f"{row.unit.name}. {row.shown['description']} {row.shown['result']}"
    if isinstance(row, Announcement):
        return row.title, f"{row.lead} {row.body}"
    return row.called, f"{row.address}. {row.decision.campaign.short_title}"


PAGES = {
    "Phong trào": "public-campaign",
    "Gương tốt": "public-role-model",
    "Mô hình": "public-project",
    "Tin": "public-news",
    "Bảng vàng": "public-roll",
}


def _hits(rows: Iterable[Found], kind: str, words: list[str]) -> Iterator[tuple[bool, Hit]]:
    """Each thing found, and whether the marks are not as typed."""
    for row in rows:
        title, text = _told(row)
        said = tone_key(f"{title} {text}")
        as_typed = all(tone_key(word) in said for word in words)
        hit = Hit(kind, PAGES[kind], _key(row), marked(title, words), marked(_around(text, words), words))
        yield not as_typed, hit


def _key(row: Found) -> str:
    """What the address of its page takes."""
    if isinstance(row, DecisionItem):
        return row.decision.campaign.slug
    return row.code if isinstance(row, ModelProject) else row.slug


def _around(text: str, words: list[str]) -> str:
    """The part of a text around the first word found, its beginning when none stands there."""
    plain, folded = squeeze(text), even(squeeze(text))
    places = [place for word in words if (place := folded.find(even(word))) >= 0]
    start = max(0, min(places, default=0) - AROUND)
    end = start + 2 * AROUND
    before, after = "…" if start else "", "…" if end < len(plain) else ""
    return f"{before}{plain[start:end].strip()}{after}"


def marked(text: str, words: list[str]) -> tuple[Stretch, ...]:
    """The text cut where a word was found (tô chỗ tìm thấy), marks or not."""
    folded, found = even(text), [False] * len(text)
    for word in filter(None, map(even, words)):
        place = folded.find(word)
        while place >= 0:
            found[place : place + len(word)] = [True] * len(word)
            place = folded.find(word, place + len(word))
    cuts = [0, *(n for n in range(1, len(text)) if found[n] != found[n - 1]), len(text)]
    return tuple(Stretch(text[a:b], found[a]) for a, b in pairwise(cuts) if b > a)
