"""Doors to what was signed digitally: the steps of a file, pictures, reports of checks (tra cứu ký số)."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from thidua.org.models import Mandate, Person, Unit
from thidua.records.models import OfficialDocument, Run, SignatureImage, SignedFile
from thidua.records.queries.papers import papers_visible_to

CHECK = "signature_check"


def signed_file(document: OfficialDocument, *steps: str) -> SignedFile | None:
    """The file of the paper at the last of these steps (tệp ký số), None when it has none."""
    return document.signed_files.filter(step__in=steps, dropped_on=None).last()


def papers_to_sign(mandate: Mandate) -> QuerySet[OfficialDocument]:
    """The papers that wait for the digital signature of this mandate (văn bản chờ tôi ký số), oldest first:
    of the signer those sent to it, of the clerk those that the signer has signed digitally and that have a
    number.
    """
    seen = papers_visible_to(mandate).filter(origin="ours").order_by("drafted_on", "id")
    if not mandate.holds("clerk"):
        return seen.filter(signer=mandate, state="for_signature")
    signed = SignedFile.objects.filter(document=OuterRef("pk"), dropped_on=None)
    waiting = seen.filter(unit=mandate.unit, state="numbered").filter(Exists(signed.filter(step="head")))
    return waiting.exclude(Exists(signed.filter(step="organisation")))


def bytes_of(kept: SignedFile) -> bytes:
    """The file as it was kept (nội dung tệp)."""
    with kept.file.open("rb") as opened:
        data: bytes = opened.read()
    return data


def image_of(unit: Unit, person: Person | None) -> SignatureImage | None:
    """The picture of a person's signature, or without a person the seal of the unit (ảnh đang dùng)."""
    return SignatureImage.objects.filter(unit=unit, person=person).last()


def reports_of(document: OfficialDocument) -> QuerySet[Run]:
    """The reports on the signatures of a paper, newest first (báo cáo kiểm tra chữ ký)."""
    return Run.objects.filter(kind=CHECK, data__document=str(document.pk)).order_by("-id")


def reports_seen(mandate: Mandate) -> QuerySet[Run]:
    """The checks of files that this mandate sent, newest first (các lần kiểm tra của tôi)."""
    own = Run.objects.filter(kind=CHECK, unit=mandate.unit, started_by=str(mandate))
    return own.exclude(data__has_key="document").order_by("-id")


def report_for(mandate: Mandate, pk: UUID) -> Run:
    """A report on a file one sent oneself or on a paper one may see (một báo cáo), or `Run.DoesNotExist`."""
    run = Run.objects.get(pk=pk, kind=CHECK)
    document = run.data.get("document")
    if document is None:
        return reports_seen(mandate).get(pk=pk)
    if not papers_visible_to(mandate).filter(pk=UUID(document)).exists():
        raise Run.DoesNotExist
    return run
