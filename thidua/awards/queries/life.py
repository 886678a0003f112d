"""What has happened to a certificate since it was printed (giấy còn giá trị không): the one answer that the
register and the public verification page give.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Prefetch, QuerySet

from thidua.awards.models import Certificate, DecisionItem, NameCorrection, Reissue, Revocation
from thidua.vietnamese.dates import vn_date

Amendment = TypeVar("Amendment", Revocation, NameCorrection)


@dataclass(frozen=True)
class Life:
    """How a certificate stands today (tình trạng của giấy).

    `kind` is revoked (đã thu hồi), replaced (đã thay bằng giấy khác), corrected (tên đã đính chính) or valid.
    """

    kind: str
    revocation: Revocation | None = None
    reissue: Reissue | None = None
    correction: NameCorrection | None = None

    @property
    def is_in_force(self) -> bool:
        """True while the sheet stands for the award (giấy còn giá trị)."""
        return self.kind in ("valid", "corrected")

    @property
    def says(self) -> str:
        """The sentence for register and verification page; "" when nothing happened."""
        if self.revocation:
            return f"đã thu hồi theo {self.revocation.document.title}"
        if self.reissue:
            return f"đã được thay bằng giấy mã {self.reissue.new.code} ngày {vn_date(self.reissue.made_on)}"
        if self.correction:
            paper = self.correction.document
            return f"tên đã được đính chính là “{self.correction.right}” theo {paper.title}"
        return ""


def with_life(certificates: QuerySet[Certificate]) -> QuerySet[Certificate]:
    """The certificates with all that `life_of` reads, in three queries however many they are."""
    revoked = Revocation.objects.filter(day__isnull=False).select_related("document__unit")
    corrected = NameCorrection.objects.filter(day__isnull=False).select_related("document__unit")
    return certificates.select_related("replaced_by__new", "replaces__old").prefetch_related(
        Prefetch("item__revocations", revoked), Prefetch("item__name_corrections", corrected)
    )


def life_of(certificate: Certificate) -> Life:
    """How this certificate stands (tình trạng của giấy): revoked before replaced before corrected.

    Căn cứ: không (quy ước nội bộ); việc thu hồi, đính chính theo văn bản đã ban hành.
    """
    revocation = _in_force(certificate.item.revocations.all())
    if revocation:
        return Life("revoked", revocation=revocation)
    reissue = getattr(certificate, "replaced_by", None)
    if reissue:
        return Life("replaced", reissue=reissue)
    correction = corrected_name(certificate.item)
    if correction and correction.right != certificate.content["name"]:
        return Life("corrected", correction=correction)
    return Life("valid")


def corrected_name(item: DecisionItem) -> NameCorrection | None:
    """The last issued correction of the name of a recipient (tên đúng sau đính chính), or None."""
    return _in_force(item.name_corrections.all())


def _in_force(found: Iterable[Amendment]) -> Amendment | None:
    """The last of these whose paper was issued."""
    return next((one for one in reversed(list(found)) if one.day is not None), None)


def standing(certificates: QuerySet[Certificate]) -> QuerySet[Certificate]:
    """Those of them that still stand for the award (giấy còn giá trị): not replaced, not revoked."""
    return certificates.filter(replaced_by=None).exclude(item__revocations__day__isnull=False)
