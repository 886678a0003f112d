"""Doors to files (tra cứu tệp đính kèm)."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Model, QuerySet

from thidua.org.models import Mandate
from thidua.org.queries import government_of
from thidua.records.models import Attachment


def files_of(about: Model, *purposes: str) -> QuerySet[Attachment]:
    """The files of a thing (tệp đính kèm của), oldest first, all or those for these purposes."""
    files = Attachment.objects.filter(about=about._meta.label_lower, about_id=about.pk)
    return files.filter(purpose__in=purposes) if purposes else files


def file_of(mandate: Mandate, pk: UUID) -> Attachment:
    """A file of the same line of government, above or below; else `Attachment.DoesNotExist`."""
    attachment = Attachment.objects.select_related("unit").get(pk=pk)
    theirs, ours = government_of(attachment.unit).path, government_of(mandate.unit).path
    if not (theirs.startswith(ours) or ours.startswith(theirs)):
        raise Attachment.DoesNotExist
    return attachment
