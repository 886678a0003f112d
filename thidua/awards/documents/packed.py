"""What a package names (đơn vị, văn bản, người, tệp trong gói), put together for every kind of package.

Plain JSON by the published schema, and the files it names. Nothing is written here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath
from typing import Any

from django.db.models import Model

from thidua.awards.models import Nomination, Submission
from thidua.org.models import Unit
from thidua.records.models import Attachment, OfficialDocument
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
UNIT = ("code", "name", "short_name", "level", "symbol", "sector", "place")

# What a package may carry: the papers of a dossier, of the way up, and of the answer.
GOES_ALONG = frozenset(
    {
        *("campaign_plan", "award_standard", "submission", "council_minutes", "tally_sheet"),
        *("unit_submission", "unit_minutes", "achievement_report", "award_decision"),
        *("correction", "revocation"),
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

    def add_paper(self, document: OfficialDocument) -> Json:
        """The PDF of an issued paper as a file beside an award, not as a paper on file there."""
        path = self._paper_file(document)
        name = f"{document.number_text.replace('/', '-')}{PurePath(path).suffix}"
        return {"path": path, "name": name, "purpose": "past_award"}

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


def submission_row(submission: Submission, *, paper: str | None = None) -> Json:
    """The submission as every package about it names it (việc trình)."""
    sent = submission.items.order_by("order").values_list("nomination_id", flat=True)
    row = said(submission, "code", "form", "sent_on")
    return {**row, "paper": paper, "nominations": [str(key) for key in sent]}
