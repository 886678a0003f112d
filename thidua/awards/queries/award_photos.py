"""Doors to the photos of awards (tra cứu ảnh trao thưởng): all in the office, in public those agreed to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from thidua.awards.models import Certificate, DecisionItem
from thidua.awards.queries.life import life_of
from thidua.records.models import Attachment, Consent
from thidua.records.queries.files import files_of

PURPOSE = "award_photo"
MOST_PHOTOS = 30
LABEL = DecisionItem._meta.label_lower


def photos_of(item: DecisionItem) -> QuerySet[Attachment]:
    """The photos of an award (ảnh trao thưởng), oldest first."""
    return files_of(item, PURPOSE).order_by("id")


def photo_counts(items: Iterable[UUID]) -> Counter[UUID]:
    """How many photos each award has (số ảnh); one query."""
    found = Attachment.objects.filter(about=LABEL, purpose=PURPOSE, about_id__in=[*items])
    return Counter(found.values_list("about_id", flat=True))


def consent_to_photos(item: DecisionItem) -> Consent | None:
    """The consent that stands for the photos of an award (đồng ý công khai ảnh), or None."""
    found = Consent.objects.filter(about=LABEL, about_id=item.pk, withdrawn_on=None)
    return found.order_by("-id").first()


def agreed_among(items: Iterable[UUID]) -> set[UUID]:
    """The awards whose photos may be public (đã đồng ý công khai ảnh); one query."""
    found = Consent.objects.filter(about=LABEL, about_id__in=[*items], withdrawn_on=None)
    return set(found.values_list("about_id", flat=True))


def public_photos(certificate: Certificate) -> list[Attachment]:
    """What everybody may see on the page of a certificate (ảnh công khai): nothing without consent, nothing
    of a sheet that no longer stands.
    """
    if not life_of(certificate).is_in_force or consent_to_photos(certificate.item) is None:
        return []
    return list(photos_of(certificate.item))
