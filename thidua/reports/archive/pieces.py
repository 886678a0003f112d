"""What goes into the archive of a campaign (thành phần hồ sơ lưu trữ): issued papers, files, paper kept
elsewhere.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.fields.files import FieldFile

from thidua.awards.models import Attendance, CouncilSession, DossierItem, Nomination, Submission
from thidua.campaigns.models import Assignment, Campaign, OfferedAward, Registration, Requirement
from thidua.law.book import rulebook_on
from thidua.law.ruling import Refused
from thidua.org.models import Mandate
from thidua.records.models import Attachment, OfficialDocument, Package
from thidua.records.queries.papers import papers_visible_to
from thidua.records.states import KINDS
from thidua.reports.folders import folder_of

REGISTERED, TRACKED, EXAMPLES, NOMINATED, COUNCIL, PRESENTED = 2, 3, 4, 5, 7, 8


@dataclass(frozen=True)
class Piece:
    """One thing in the archive (một thành phần): words for the index, and its file with the seal on record.

    Without `file` it is kept on paper elsewhere (bản giấy).
    """

    folder: int
    title: str
    file: FieldFile | None = None
    seal: str = ""
    ending: str = ""
    number: str = ""
    day: date | None = None
    author: str = ""
    signer: str = ""
    kind: str = ""
    note: str = ""

    @property
    def place(self) -> tuple[int, date, str]:
        """Where it stands in the file: by step, then by day."""
        return self.folder, self.day or date.max, self.number


def pieces_of(campaign: Campaign, mandate: Mandate) -> list[Piece]:
    """Everything on file about a campaign that this mandate may read (thành phần hồ sơ), in the order of the
    work; a fixed number of queries.
    """
    found = [*_papers(campaign, mandate), *_files(campaign), *_packages(campaign), *_on_paper(campaign)]
    return sorted(found, key=lambda piece: piece.place)


def mark_of(pieces: Sequence[Piece]) -> str:
    """The seal over what there is to pack (dấu của thành phần): another one means that more came since."""
    said = "\n".join(f"{piece.seal}\t{piece.number}\t{piece.title}" for piece in pieces)
    return hashlib.sha256(said.encode()).hexdigest()


def papers_of(campaign: Campaign, mandate: Mandate) -> QuerySet[OfficialDocument]:
    """The papers of every step of a campaign (văn bản của đợt), in whatever state."""
    things = {
        "campaigns.campaign": Campaign.objects.filter(pk=campaign.pk),
        "campaigns.offeredaward": OfferedAward.objects.filter(campaign=campaign),
        "campaigns.unitplan": campaign.unit_plans.all(),
        "campaigns.unitreview": campaign.unit_reviews.all(),
        "campaigns.inspection": campaign.inspections.all(),
        "awards.nomination": campaign.nominations.all(),
        "awards.consultation": campaign.consultations.all(),
        "awards.councilsession": campaign.sessions.all(),
        "awards.submission": campaign.submissions.all(),
        "awards.decision": campaign.decisions.all(),
    }
    about = Q(pk=campaign.plan_id) | Q(about="awards.council", about_id__in=_councils(campaign))
    for label, rows in things.items():
        about |= Q(about=label, about_id__in=rows.order_by().values("pk"))
    in_dossiers = DossierItem.objects.filter(nomination__campaign=campaign, document__isnull=False)
    about |= Q(pk__in=in_dossiers.values("document"))
    found = papers_visible_to(mandate).filter(about).exclude(state="cancelled")
    return found.select_related("scan").defer("content")


def _councils(campaign: Campaign) -> QuerySet[CouncilSession]:
    own = campaign.sessions.filter(unit=campaign.unit)
    return own.order_by().values("council")  # type: ignore[return-value]


def unfinished(campaign: Campaign, mandate: Mandate) -> int:
    """How many papers are on their way and will be missing (văn bản chưa phát hành)."""
    return papers_of(campaign, mandate).exclude(state="issued").count()


def _papers(campaign: Campaign, mandate: Mandate) -> Iterator[Piece]:
    for document in papers_of(campaign, mandate).filter(state="issued"):
        if document.pdf and document.pdf_sha256:
            yield _paper(document, document.pdf, document.pdf_sha256, ".pdf", "bản gốc")
        scan = document.scan
        if scan is not None:
            says = "bản quét có dấu" if document.origin == "ours" else "bản gốc đã nhận"
            yield _paper(document, scan.file, scan.sha256, _ending(scan.name), says)
        elif document.origin == "original":
            yield _paper(document, None, "", "", "bản giấy")


def _paper(document: OfficialDocument, file: FieldFile | None, seal: str, ending: str, note: str) -> Piece:
    return Piece(
        folder_of(document.purpose),
        f"{(KINDS[document.kind][0] or 'Công văn').capitalize()}: {document.subject}",
        file, seal, ending,
        number=document.number_text,
        day=document.day,
        author=document.unit.name,
        signer=document.signer_words,
        kind=document.kind,
        note=note,
    )  # fmt: skip


def _ending(name: str) -> str:
    return PurePath(name).suffix.lower()[:8]


def _files(campaign: Campaign) -> Iterator[Piece]:
    """The files that units and officers put in: evidence, signed sheets, photos that may be shown."""
    public = campaign.role_models.filter(consent__isnull=False, consent__withdrawn_on=None)
    homes = (
        (REGISTERED, "campaigns.campaign", Campaign.objects.filter(pk=campaign.pk)),
        (REGISTERED, "campaigns.registration", campaign.registrations.all()),
        (TRACKED, "campaigns.progressentry", campaign.progress.all()),
        (TRACKED, "campaigns.assignment", Assignment.objects.filter(task__campaign=campaign)),
        (TRACKED, "campaigns.requirement", Requirement.objects.filter(inspection__campaign=campaign)),
        (EXAMPLES, "campaigns.rolemodel", public),
        (NOMINATED, "awards.nomination", campaign.nominations.all()),
        (COUNCIL, "awards.attendance", Attendance.objects.filter(session__campaign=campaign)),
    )
    own = Attachment.objects.filter(unit__path__startswith=campaign.unit.path).select_related("unit")
    for folder, label, rows in homes:
        keys = rows.order_by().values("pk")
        for one in own.filter(about=label, about_id__in=keys):  # type: ignore[misc]
            yield Piece(
                folder, one.name, one.file, one.sha256, _ending(one.name),
                day=one.added_on, author=one.unit.name, note="tệp đính kèm",
            )  # fmt: skip


def _packages(campaign: Campaign) -> Iterator[Piece]:
    """The sealed files that went to and came from installations of other offices, as they are."""
    keys = Submission.objects.filter(campaign=campaign).values("pk")
    for one in Package.objects.filter(unit=campaign.unit, subject_id__in=keys).select_related(
        "partner__office"
    ):
        title = f"{one.get_kind_display().capitalize()}, {one.get_direction_display()}"
        yield Piece(
            PRESENTED, title, one.file, one.sha256, _ending(one.file.name or ""),
            day=one.on, author=one.partner.office.name if one.direction == "received" else campaign.unit.name,
            note="tệp niêm phong",
        )  # fmt: skip


def _part_names(campaign: Campaign) -> dict[str, str]:
    """What the parts of dossiers are called (tên thành phần hồ sơ), by the law of their days."""
    asked = campaign.nominations.order_by().values_list("award__form", "recipient", "governed_on").distinct()
    found: dict[str, str] = {}
    for form, recipient, day in asked:
        try:
            parts = rulebook_on(day).dossier(form, recipient)
        except Refused:  # a title of the locality, or a form that ended, has no list of parts
            continue
        found |= {part.id: part.name for part in parts}
    return found


def _on_paper(campaign: Campaign) -> Iterator[Piece]:
    """What only lies on paper: parts of dossiers, registration sheets, the ballots of a paper vote."""
    filed = Attachment.objects.filter(about="awards.nomination", about_id=OuterRef("nomination_id"))
    parts = (
        DossierItem.objects.filter(nomination__campaign=campaign, document=None)
        .exclude(Exists(filed.filter(purpose=OuterRef("part"))))
        .select_related("nomination__unit")
    )
    names = _part_names(campaign)
    for item in parts:
        nomination: Nomination = item.nomination
        part = names.get(item.part, "Giấy tờ khác")
        title = f"{part}: {item.note}; hồ sơ {nomination.code} ({nomination.name})"
        yield Piece(NOMINATED, title, day=item.added_on, author=nomination.unit.name, note="bản giấy")
    scanned = Attachment.objects.filter(about="campaigns.registration", about_id=OuterRef("pk"))
    sheets = Registration.objects.filter(campaign=campaign, how__icontains="bản giấy")
    for sheet in sheets.exclude(Exists(scanned)).select_related("unit"):
        title = f"Bản đăng ký thi đua ({sheet.how})"
        yield Piece(REGISTERED, title, day=sheet.submitted_on, author=sheet.unit.name, note="bản giấy")
    for session in campaign.sessions.filter(unit=campaign.unit, mode="ballots", state="closed"):
        yield Piece(
            COUNCIL, "Phiếu biểu quyết đã kiểm, niêm phong", day=session.meets_on, author=campaign.unit.name,
            note="bản giấy",
        )  # fmt: skip
