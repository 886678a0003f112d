"""Doors to opinions asked of others (hiệp y): whom a campaign asks, what came back, what it means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from thidua.awards.models import Adviser, Consultation, Finding, Nomination, Opinion
from thidua.awards.queries.nomination import FROM_THE_UNITS, GONE, visible_to
from thidua.campaigns.models import Campaign
from thidua.campaigns.queries.rules import rulebook_in
from thidua.law.ruling import Ruling, Verdict, Weight, yes
from thidua.org.models import Mandate
from thidua.vietnamese.dates import vn_date

POSTING = "Nhân dân nơi cư trú"


@dataclass(frozen=True)
class Wanted:
    """Somebody whose opinion an appraisal waits for (nơi phải hỏi), and on what that rests."""

    kind: str
    name: str
    days: int
    source: str
    confirmed: bool = True


def advisers_of(campaign: Campaign) -> QuerySet[Adviser]:
    """Whom the campaign asks by its own list (danh sách nơi cần lấy ý kiến)."""
    return campaign.advisers.select_related("award", "campaign__unit").order_by("award__order", "id")


def adviser_for(mandate: Mandate, campaign: Campaign, pk: str) -> Adviser:
    """One entry of the list in the own office's campaign, or `Adviser.DoesNotExist`."""
    return advisers_of(campaign).filter(campaign__unit_id=mandate.unit_id).get(pk=pk)


def consultations_of(mandate: Mandate, campaign: Campaign) -> QuerySet[Consultation]:
    """The times this office asked in a campaign (các lần lấy ý kiến), newest first, with their counts."""
    found = consultations_seen(mandate).filter(campaign=campaign)
    return found.select_related("document").annotate(
        asked_about=Count("opinions"), answered=Count("opinions", filter=~Q(opinions__answer=""))
    )


def consultations_seen(mandate: Mandate) -> QuerySet[Consultation]:
    """The consultations a mandate may know of (lần lấy ý kiến được xem): those of its own office."""
    if mandate.role not in FROM_THE_UNITS:
        return Consultation.objects.none()
    return Consultation.objects.filter(unit_id=mandate.unit_id)


def consultation_for(mandate: Mandate, code: str) -> Consultation:
    """One consultation of the own office by its code, or `Consultation.DoesNotExist`."""
    found = consultations_seen(mandate).select_related("campaign__unit", "campaign__plan", "unit", "document")
    return found.get(code=code)


def opinions_in(consultation: Consultation) -> QuerySet[Opinion]:
    """What was asked and answered in one consultation (các ý kiến), by name."""
    return consultation.opinions.select_related("nomination__award", "nomination__unit", "nomination__person")


def may_be_asked_about(mandate: Mandate, campaign: Campaign) -> QuerySet[Nomination]:
    """The nominations on which this office may ask others (đề nghị có thể lấy ý kiến): those that lie here,
    and are not with a council or beyond.
    """
    found = visible_to(mandate).filter(campaign=campaign, holder_id=mandate.unit_id)
    return found.filter(state__in=("submitted", "eligible")).exclude(state__in=GONE).order_by("sort_key")


def opinions_about(nomination: Nomination) -> QuerySet[Opinion]:
    """Every opinion that was asked about a nomination (ý kiến về một đề nghị), the newest first."""
    found = nomination.opinions.select_related("consultation").exclude(consultation__state="cancelled")
    return found.order_by("-id")


def wanted_for(nomination: Nomination) -> list[Wanted]:
    """Whose opinion this nomination needs (nơi phải hỏi): by the law, then by the campaign's list."""
    form = nomination.award.form
    book = rulebook_in(nomination.campaign, nomination.unit, on=nomination.governed_on)
    posting = book.posting_required(form)
    lawful = (
        [Wanted("neighbours", POSTING, posting.days, posting.source, posting.confirmed)] if posting else []
    )
    listed = nomination.campaign.advisers.filter(Q(award=None) | Q(award=nomination.award))
    return [
        *lawful,
        *(
            Wanted(one.kind, one.name, one.days, "danh sách nơi cần lấy ý kiến của đợt thi đua")
            for one in listed
            if not (lawful and one.kind == "neighbours")
        ),
    ]


def opinion_rulings(nomination: Nomination, *, on: date) -> Iterator[Ruling]:
    """What the opinions of others mean for the appraisal (kết luận về ý kiến hiệp y): an objection and a
    silence are for a person to judge; who was not asked, or has days left to answer, holds the appraisal up.
    """
    last: dict[tuple[str, str], Opinion] = {}
    for opinion in opinions_about(nomination):
        last.setdefault(_who(opinion.consultation.kind, opinion.consultation.name), opinion)
    for wanted in wanted_for(nomination):
        found = last.pop(_who(wanted.kind, wanted.name), None)
        if found is None:
            says = f"Chưa hỏi ý kiến {wanted.name}."
            yield Ruling(Verdict.NO, says, wanted.source, confirmed=wanted.confirmed, rule="opinion:asked")
        else:
            yield _ruling(found, on=on, source=wanted.source)
    for opinion in last.values():
        yield _ruling(opinion, on=on, source="")


def _who(kind: str, name: str) -> tuple[str, str]:
    """A posting is one and the same whatever the board is called."""
    return (kind, "" if kind == "neighbours" else name)


def _ruling(opinion: Opinion, *, on: date, source: str) -> Ruling:
    asked = opinion.consultation
    if opinion.answer == "agrees":
        return yes(f"{asked.name}: đồng ý.", source=opinion.reply or source, rule="opinion:answer")
    if opinion.answer == "objects":
        return Ruling(Verdict.JUDGE, objection(opinion), opinion.reply or source, rule="opinion:answer")
    if asked.state == "draft" or asked.due_on is None:
        return Ruling(Verdict.NO, f"Chưa gửi văn bản hỏi ý kiến {asked.name}.", source, rule="opinion:asked")
    if asked.is_late(on):
        says = f"{asked.name} chưa trả lời, đã quá hạn ngày {vn_date(asked.due_on)}."
        return Ruling(Verdict.JUDGE, says, source, rule="opinion:silent")
    says = f"Đang chờ ý kiến {asked.name}, hạn trả lời ngày {vn_date(asked.due_on)}."
    return Ruling(Verdict.NO, says, source, Weight.BLOCK, rule="opinion:waits")


def late_objections(nominations: Iterable[Nomination]) -> dict[UUID, list[str]]:
    """What others objected after the appraisal had been concluded (ý kiến không đồng ý đến sau khi kết luận),
    by nomination: nobody has judged it yet, so the council reads it; two queries however many.
    """
    keys = [one.pk for one in nominations]
    objected = Opinion.objects.filter(nomination__in=keys, answer="objects").exclude(
        consultation__state="cancelled"
    )
    judged = Finding.objects.filter(appraisal__nomination__in=keys, rule="opinion:answer")
    known = set(judged.exclude(judged=None).values_list("appraisal__nomination_id", "because"))
    found: dict[UUID, list[str]] = {}
    for opinion in objected.select_related("consultation").order_by("id"):
        says = objection(opinion)
        if (opinion.nomination_id, says) not in known:
            day = f" (ngày {vn_date(opinion.replied_on)})" if opinion.replied_on else ""
            found.setdefault(opinion.nomination_id, []).append(f"{says.removesuffix('.')}{day}.")
    return found


def objection(opinion: Opinion) -> str:
    """An objection in one sentence (ý kiến không đồng ý)."""
    return f"{opinion.consultation.name} không đồng ý: {opinion.reason.rstrip('. ')}."


def late_consultations(mandate: Mandate, *, on: date) -> QuerySet[Consultation]:
    """Who has not answered this office in time (quá hạn trả lời), the longest first."""
    found = consultations_seen(mandate).filter(state="asked", due_on__lt=on)
    return found.select_related("campaign").order_by("due_on")
