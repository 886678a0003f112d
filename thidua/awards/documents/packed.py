"""A submission as a package carries it upward (nội dung gói trình): dossiers, papers, people, campaign.

Plain JSON by the published schema, and the files it names. Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model

from thidua.awards.models import Claim, Confirmation, DossierItem, Nomination, Submission
from thidua.campaigns.models import Campaign, OfferedAward
from thidua.org.models import Unit
from thidua.records.models import Attachment, OfficialDocument
from thidua.records.queries.files import files_of
from thidua.records.queries.papers import frozen_file

Json = dict[str, Any]
PERSON = (
    "name",
    "honorific",
    "birth_year",
    "position",
    "address",
    "ethnicity",
    "is_direct_worker",
    "is_leader",
)
COLLECTIVE = ("name", "members", "women")
HOUSEHOLD = ("name", "honorific", "address", "ethnicity")
KINDS = {
    "individual": ("people", PERSON),
    "collective": ("collectives", COLLECTIVE),
    "household": ("households", HOUSEHOLD),
}
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
UNIT = ("code", "name", "short_name", "level", "symbol", "sector", "place")

# What a package may carry: the papers of a dossier, of the way up, and of the answer.
GOES_ALONG = frozenset(
    {
        *("campaign_plan", "award_standard", "submission", "council_minutes", "tally_sheet"),
        *("unit_submission", "unit_minutes", "achievement_report", "award_decision"),
    }
)


def said(row: Model, *names: str) -> Json:
    """The named fields of a row for JSON (trường của bản ghi), with its key: days as text."""
    values = {name: getattr(row, name) for name in names}
    plain = {name: one.isoformat() if isinstance(one, date) else one for name, one in values.items()}
    return {"id": str(row.pk), **plain}


@dataclass
class Packed:
    """What is being put together (đang gói): the sections by key, and the files by path."""

    unit: Unit
    units: dict[str, Json] = field(default_factory=dict)
    papers: dict[str, Json] = field(default_factory=dict)
    people: dict[str, dict[str, Json]] = field(
        default_factory=lambda: {name: {} for name, _ in KINDS.values()}
    )
    files: dict[str, bytes] = field(default_factory=dict)

    def name_unit(self, unit: Unit) -> str:
        """The key of a unit, which comes along with those between it and the sender."""
        key = str(unit.pk)
        if unit.pk == self.unit.pk or key in self.units:
            return key
        above = unit.parent
        inside = above is not None and above.path.startswith(self.unit.path)
        self.units[key] = {}  # its place in the order: a unit stands before what is below it
        parent = self.name_unit(above) if inside and above is not None else str(self.unit.pk)
        del self.units[key]
        self.units[key] = {**said(unit, *UNIT), "parent": parent}
        return key

    def name_paper(self, document: OfficialDocument | None) -> str | None:
        """The key of an issued paper, which comes along as PDF; None while it is not issued."""
        if document is None or document.state != "issued" or document.purpose not in GOES_ALONG:
            return None
        key = str(document.pk)
        if key not in self.papers:
            row = said(document, "kind", "purpose", "number_text", "day", "subject", "signer_words")
            signer = document.signer
            row["signer_words"] = document.signer_words or (f"{signer}" if signer else "")
            path = self._paper_file(document)
            self.papers[key] = {**row, "unit": self.name_unit(document.unit), "file": path}
        return key

    def _paper_file(self, document: OfficialDocument) -> str:
        if document.origin == "original" and document.scan is not None:
            return self.add_file(document.scan)["path"]
        path = f"tep/{document.pk}.pdf"
        self.files[path] = frozen_file(document, "pdf")
        return path

    def add_file(self, attachment: Attachment) -> Json:
        """A file that somebody attached, by its own key."""
        ending = PurePath(attachment.name).suffix.lower()
        path = f"tep/{attachment.pk}{ending}"
        with attachment.file.open("rb") as kept:
            self.files[path] = kept.read()
        return {"path": path, "name": attachment.name, "purpose": attachment.purpose or "tep"}

    def name_candidate(self, nomination: Nomination) -> str:
        section, names = KINDS[nomination.recipient]
        who = nomination.candidate
        key = str(who.pk)
        self.people[section].setdefault(key, {**said(who, *names), "unit": self.name_unit(who.unit)})
        return key

    def sections(self) -> Json:
        """Units, people and papers as they stand in the package."""
        people = {name: list(rows.values()) for name, rows in self.people.items()}
        return {"units": list(self.units.values()), "papers": list(self.papers.values()), **people}


def packed_dossiers(
    submission: Submission, nominations: Sequence[Nomination], *, rounds: dict[str, int]
) -> tuple[Json, dict[str, bytes]]:
    """The sections of a package upward with these nominations, and its files (gói trình, gói bổ sung).

    `rounds` says how often each nomination was sent, by its key.
    """
    packed = Packed(submission.unit)
    campaign = _campaign(packed, submission.campaign)
    rows = [_nomination(packed, one, number=rounds[str(one.pk)]) for one in nominations]
    paper = packed.name_paper(submission.document)
    session = submission.session
    for document in (session.minutes, session.tally_sheet) if session else ():
        packed.name_paper(document)
    sections = {
        "submission": submission_row(submission, paper=paper),
        "campaign": campaign,
        "nominations": rows,
        **packed.sections(),
    }
    return sections, packed.files


def submission_row(submission: Submission, *, paper: str | None = None) -> Json:
    """The submission as every package about it names it (việc trình)."""
    sent = submission.items.order_by("order").values_list("nomination_id", flat=True)
    row = said(submission, "code", "form", "sent_on")
    return {**row, "paper": paper, "nominations": [str(key) for key in sent]}


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
