"""A submission as a package carries it upward (nội dung gói trình): dossiers, campaign, awards of before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import ObjectDoesNotExist

from thidua.awards.documents.packed import Packed, said, submission_row
from thidua.awards.documents.packed_awards import packed_awards
from thidua.awards.models import Claim, Confirmation, DossierItem, Nomination, Submission
from thidua.awards.queries.cited import Cited
from thidua.campaigns.models import Campaign, OfferedAward
from thidua.records.models import Attachment
from thidua.records.queries.files import files_of

Json = dict[str, Any]
NOMINATION = (
    *("code", "recipient", "group", "name", "address", "achievement", "report", "sections", "achieved_from"),
    *(
        "achieved_to",
        "previous_awards",
        "has_open_matter",
        "open_matter",
        "initiative",
        "governed_on",
        "remark",
    ),
)
BASIS = (
    *(
        "award_type",
        "route",
        "ground",
        "rests_on",
        "excellent_years",
        "initiatives",
        "posted_on",
        "judged_on",
    ),
)
CAMPAIGN = (
    *("code", "slug", "title", "short_title", "theme", "occasion", "launched_level", "parent_says"),
    *("starts", "ends", "celebrated_on"),
)
AWARD = ("form", "title", "level", "delegated", "lead", "clause", "standard_set_on")


def packed_dossiers(
    submission: Submission,
    nominations: Sequence[Nomination],
    *,
    rounds: dict[str, int],
    awards: Sequence[Cited] = (),
) -> tuple[Json, dict[str, bytes]]:
    """The sections of a package upward with these nominations, and its files (gói trình, gói bổ sung).

    `rounds` says how often each nomination was sent, by its key; `awards` of before come along.
    """
    packed = Packed(submission.unit)
    campaign = _campaign(packed, submission.campaign)
    rows = [_nomination(packed, one, number=rounds[str(one.pk)]) for one in nominations]
    paper = packed.name_paper(submission.document)
    session = submission.session
    for document in (session.minutes, session.tally_sheet) if session else ():
        packed.name_paper(document)
    before = {"past_awards": packed_awards(packed, awards)} if awards else {}
    sections = {
        "submission": submission_row(submission, paper=paper),
        "campaign": campaign,
        "nominations": rows,
        **packed.sections(),
        **before,
    }
    return sections, packed.files


def packed_changes(submission: Submission, awards: Iterable[Cited]) -> tuple[Json, dict[str, bytes]]:
    """The sections of a package that tells what became of awards told before (gói đính chính), its files."""
    packed = Packed(submission.unit)
    rows = packed_awards(packed, awards)
    return {"submission": submission_row(submission), "past_awards": rows, **packed.sections()}, packed.files


def _campaign(packed: Packed, campaign: Campaign) -> Json:
    row = said(campaign, *CAMPAIGN)
    contents = [said(one, "text", "short", "clause") for one in campaign.contents.all()]
    awards = campaign.awards.select_related("standard_paper__unit").prefetch_related("criteria")
    return {
        **row,
        "unit": packed.name_unit(campaign.unit),
        "plan": packed.name_paper(campaign.plan),
        "contents": contents,
        "awards": [_award(packed, award) for award in awards],
    }


def _award(packed: Packed, award: OfferedAward) -> Json:
    criteria = [said(one, "recipient", "group", "text", "clause") for one in award.criteria.all()]
    paper = packed.name_paper(award.standard_paper)
    return {**said(award, *AWARD), "standard_paper": paper, "criteria": criteria}


def _nomination(packed: Packed, one: Nomination, *, number: int) -> Json:
    claims = one.claims.select_related("criterion").prefetch_related("evidence__attachment")
    dossier = one.dossier.select_related("document__unit", "document__scan").order_by("part")
    confirmations = one.confirmations.select_related("unit").order_by("on", "id")
    return {
        **said(one, *NOMINATION),
        "round": number,
        "award": str(one.award_id),
        "unit": packed.name_unit(one.unit),
        "candidate": packed.name_candidate(one),
        "basis": _basis(one),
        "claims": [_claim(packed, claim) for claim in claims],
        "dossier": [_part(packed, one, item) for item in dossier],
        "confirmations": [_confirmation(packed, row) for row in confirmations],
    }


def _basis(nomination: Nomination) -> Json | None:
    try:
        found = said(nomination.basis, *BASIS)
    except ObjectDoesNotExist:
        return None
    return {name: value for name, value in found.items() if name != "id"}


def _claim(packed: Packed, claim: Claim) -> Json:
    shown = [
        {"says": one.says, "file": packed.add_file(one.attachment) if one.attachment else None}
        for one in claim.evidence.all()
    ]
    number = None if claim.number is None else f"{claim.number:f}"
    return {"criterion": str(claim.criterion_id), "text": claim.text, "number": number, "evidence": shown}


def _part(packed: Packed, nomination: Nomination, item: DossierItem) -> Json:
    kept: Iterable[Attachment] = files_of(nomination, item.part)
    return {
        "part": item.part,
        "note": item.note,
        "paper": packed.name_paper(item.document),
        "files": [packed.add_file(one) for one in kept],
    }


def _confirmation(packed: Packed, row: Confirmation) -> Json:
    return {"unit": packed.name_unit(row.unit), "by": row.by, "on": row.on.isoformat(), "text": row.text}
