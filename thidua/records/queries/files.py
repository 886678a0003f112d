"""Doors to files (tra cứu tệp đính kèm)."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Model, QuerySet

from thidua.org.models import Mandate
from thidua.records.models import Attachment, OfficialDocument
from thidua.records.queries.papers import papers_visible_to
from thidua.records.states import FILES_ONLY


def files_of(about: Model, *purposes: str) -> QuerySet[Attachment]:
    """The files of a thing (tệp đính kèm của), oldest first, all or those for these purposes."""
    files = Attachment.objects.filter(about=about._meta.label_lower, about_id=about.pk)
    return files.filter(purpose__in=purposes) if purposes else files


def file_of(mandate: Mandate, pk: UUID) -> Attachment:
    """A file kept by a unit above or below the own one, never by a neighbour; the scan of a paper only to
    who may see the paper. Else `Attachment.DoesNotExist`.
    """
    attachment = Attachment.objects.select_related("unit").get(pk=pk)
    theirs, ours = attachment.unit.path, mandate.unit.path
    if not (theirs.startswith(ours) or ours.startswith(theirs)):
        raise Attachment.DoesNotExist
    of_paper = attachment.about == OfficialDocument._meta.label_lower
    if mandate.role not in FILES_ONLY.get(attachment.purpose, (mandate.role,)):
        raise Attachment.DoesNotExist
    if of_paper and not papers_visible_to(mandate).filter(pk=attachment.about_id).exists():
        raise Attachment.DoesNotExist
    return attachment
