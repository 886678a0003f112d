"""What a nomination rests on, as the law asks for it (căn cứ đề nghị): basis, run of years, initiative."""

from __future__ import annotations

import re
from datetime import date
from uuid import UUID

from django.db.models import Min

from thidua.awards.models import Basis, Nomination
from thidua.awards.queries.history import Honour, same_candidate
from thidua.awards.queries.nomination import GONE
from thidua.campaigns.models import Registration
from thidua.law.eligibility import PreviousAward
from thidua.law.load import load_books
from thidua.law.terms import FAMILY
from thidua.org.models import Collective
from thidua.org.queries import government_of
from thidua.vietnamese.text import even, squeeze

REGISTERED = ("submitted", "accepted")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")


def basis_of(nomination: Nomination) -> Basis:
    """The basis of a nomination (căn cứ đề nghị), or the one that holds while nobody wrote any, not saved."""
    return Basis.objects.filter(nomination=nomination).first() or Basis(nomination=nomination)


def years_in(written: str) -> tuple[int, ...]:
    """The years named in a text (các năm), “2023, 2024” or “năm 2023 và 2024”."""
    return tuple(int(year) for year in _YEAR.findall(written))


def is_title(form: str) -> bool:
    """True for a title (danh hiệu), false for a form (hình thức) and for what the books do not hold."""
    entry = load_books().entry("forms", form)
    return entry is not None and entry.fields["kind"] == "title"


def previous_of(nomination: Nomination, honours: list[Honour]) -> tuple[PreviousAward, ...]:
    """Earlier awards with their type (khen thưởng trước, theo loại), oldest first: a title is merit, what was
    won in a campaign is of its nomination's type; of another old paper the type is not known.
    """
    named = same_candidate(nomination.recipient, nomination.candidate)
    own = Basis.objects.filter(**{f"nomination__{name}": value for name, value in named.items()})
    types: dict[tuple[UUID | None, str], str] = {
        (campaign, form): kind
        for campaign, form, kind in own.values_list(
            "nomination__campaign_id", "nomination__award__form", "award_type"
        )
    }
    found = [_with_type(one, types.get((one.campaign, one.form))) for one in honours]
    return tuple(sorted(found, key=lambda award: award.day))


def _with_type(honour: Honour, written: str | None) -> PreviousAward:
    given = honour.previous
    kind = "" if honour.campaign is None else "phong_trao"
    return PreviousAward(
        given.decision,
        given.day,
        given.form_id,
        given.achievement,
        given.achievement_from,
        given.achievement_to,
        written or ("cong_trang" if is_title(given.form_id) else kind),
    )


def cited_in(rests_on: str, previous: tuple[PreviousAward, ...]) -> tuple[PreviousAward, ...]:
    """The earlier awards whose decision a text names by its number (khen thưởng được dẫn làm căn cứ)."""
    said = even(rests_on)
    return tuple(
        award
        for award in previous
        if re.search(rf"(?<!\d){re.escape(even(award.decision))}(?!\w)", said) and award.decision
    )


def is_registered(nomination: Nomination) -> bool | None:
    """Whether the proposing unit has registered (đã đăng ký thi đua); None where the form is no title."""
    if not is_title(nomination.award.form):
        return None
    own = Registration.objects.filter(campaign_id=nomination.campaign_id, unit_id=nomination.unit_id)
    return own.filter(state__in=REGISTERED).exists()


def dissolved_on(nomination: Nomination) -> date | None:
    """The last day of a nominated collective's unit (ngày kết thúc hoạt động), None while it works."""
    candidate = nomination.candidate
    return candidate.unit.closed_on if isinstance(candidate, Collective) else None


def initiative_used(nomination: Nomination) -> tuple[str, ...]:
    """The other dossiers of this office that name the same initiative (sáng kiến đã dùng), this year or
    before, as words.
    """
    wanted = even(squeeze(nomination.initiative))
    if not wanted:
        return ()
    near = Nomination.objects.filter(unit__path__startswith=government_of(nomination.unit).path)
    others = near.exclude(pk=nomination.pk).exclude(state__in=GONE).exclude(initiative="")
    told = others.order_by("id").values_list("initiative", "name", "campaign__short_title")
    return tuple(f"hồ sơ của {name}, {title}" for said, name, title in told if even(squeeze(said)) == wanted)


def posted_since(nomination: Nomination) -> date | None:
    """The first day a list with this family hung on the board (ngày niêm yết), None while none did."""
    if nomination.award.form != FAMILY:
        return None
    hung = nomination.opinions.filter(consultation__kind="neighbours", consultation__asked_on__isnull=False)
    return hung.aggregate(first=Min("consultation__asked_on"))["first"]
