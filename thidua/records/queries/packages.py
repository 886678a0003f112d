"""Doors to partners and packages (tra cứu đơn vị trao đổi, gói hồ sơ)."""

from __future__ import annotations

import hashlib
from uuid import UUID

from django.db.models import QuerySet

from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit
from thidua.records.models import Envelope, OrganCode, Package, Partner, Run, SealKey

PREVIEW, EDXML_PREVIEW = "package", "edxml"
SEES_PACKAGES = ("standing", "clerk", "chair", "vice_chair")


def partners_of(unit: Unit) -> QuerySet[Partner]:
    """The partners of an office (đơn vị trao đổi), ended keys too, by the tree of units."""
    return Partner.objects.filter(unit=unit).select_related("office")


def partner_of(mandate: Mandate, pk: UUID) -> Partner:
    """One partner of the mandate's own office, or `Partner.DoesNotExist`."""
    return partners_of(mandate.unit).get(pk=pk)


def partner_for(unit: Unit, office: Unit) -> Partner | None:
    """The confirmed partner that stands for an office (đơn vị trao đổi đã đối chiếu khóa), or None."""
    found = partners_of(unit).filter(office=office, ended_on=None).exclude(confirmed_on=None)
    return found.order_by("-confirmed_on").first()


def packages_of(mandate: Mandate) -> QuerySet[Package]:
    """The packages an office sent and took in (sổ gói hồ sơ), newest first; for who sends and signs."""
    found = Package.objects.filter(unit_id=mandate.unit_id).select_related("partner__office", "answers")
    return found.order_by("-on", "-id") if mandate.role in SEES_PACKAGES else found.none()


def packages_about(unit: Unit, subject: UUID) -> list[Package]:
    """The packages of an office about one submission (các gói của một việc trình), oldest first."""
    found = Package.objects.filter(unit=unit, subject_id=subject).select_related("partner__office")
    return list(found.order_by("on", "id"))


def package_file(package: Package) -> bytes:
    """The bytes that were sent or taken in (tệp gói); `Refused` when they are lost or another."""
    return _kept(package)


def edxml_file(envelope: Envelope) -> bytes:
    """The bytes of a message (tệp edXML); `Refused` when they are lost or another."""
    return _kept(envelope)


def _kept(row: Package | Envelope) -> bytes:
    try:
        with row.file.open("rb") as opened:
            data: bytes = opened.read()
    except FileNotFoundError:
        data = b""
    if hashlib.sha256(data).hexdigest() != row.sha256:
        because = "Tệp gói không còn đúng như khi lập; hãy lấy lại từ bản sao lưu và báo người quản trị."
        raise Refused(no(because, rule="package:lost"))
    return data


def package_for(mandate: Mandate, pk: UUID) -> Package:
    """One package of the mandate's own office, or `Package.DoesNotExist`."""
    return packages_of(mandate).get(pk=pk)


def waiting_packages(mandate: Mandate) -> QuerySet[Run]:
    """The packages that were uploaded and wait for a yes, or are being taken in (gói chờ tiếp nhận), newest
    first.
    """
    found = Run.objects.filter(unit_id=mandate.unit_id, kind=PREVIEW, state__in=("waiting", "running"))
    return found.order_by("-started_on", "-id") if mandate.role in SEES_PACKAGES else found.none()


def package_preview(mandate: Mandate, pk: UUID) -> Run:
    """One uploaded package of the own office, or `Run.DoesNotExist` (gói xem trước)."""
    if mandate.role not in SEES_PACKAGES:
        raise Run.DoesNotExist
    return Run.objects.get(pk=pk, unit_id=mandate.unit_id, kind=PREVIEW)


def filed_by(mandate: Mandate, run: Run) -> Package | None:
    """The package that an upload became (gói đã tiếp nhận từ bản tải lên), None while it waits."""
    return packages_of(mandate).filter(pk=UUID(run.data["package"]), direction="received").first()


def open_key(unit: Unit) -> SealKey | None:
    """The key by which an office seals now (khóa niêm phong đang dùng); None before the first seal."""
    return SealKey.objects.filter(unit=unit, ends=None).first()


def organ_code(unit: Unit) -> str:
    """The identifier of a body on the exchange axis (mã định danh); "" while nobody has entered it."""
    return OrganCode.objects.filter(unit=unit).values_list("code", flat=True).first() or ""


def organ_codes(unit: Unit) -> QuerySet[Unit]:
    """The committees above and below an office with their identifiers (mã định danh các cơ quan)."""
    codes = unit.path.rstrip("/").split("/")
    above = ["/".join(codes[: count + 1]) + "/" for count in range(len(codes))]
    known = Unit.objects.filter(level__in=("tinh", "huyen", "xa"))
    found = known.filter(path__in=above) | known.filter(path__startswith=unit.path)
    return found.distinct().select_related("organ_code").order_by("path")


def unit_with_organ(code: str) -> Unit | None:
    """The body with this identifier (cơ quan có mã định danh), None where none is known here."""
    return Unit.objects.filter(organ_code__code=code).first() if code else None


def envelopes_of(mandate: Mandate) -> QuerySet[Envelope]:
    """The edXML messages of an office (sổ bản tin edXML), newest first."""
    found = Envelope.objects.filter(unit_id=mandate.unit_id).select_related("document")
    return found if mandate.role in SEES_PACKAGES else found.none()


def envelope_for(mandate: Mandate, pk: UUID) -> Envelope:
    """One message of the mandate's own office, or `Envelope.DoesNotExist`."""
    return envelopes_of(mandate).get(pk=pk)


def waiting_edxml(mandate: Mandate) -> QuerySet[Run]:
    """The papers that came as edXML and wait to be filed (gói tin chờ vào sổ), newest first."""
    found = Run.objects.filter(unit_id=mandate.unit_id, kind=EDXML_PREVIEW, state="waiting")
    return found.order_by("-started_on", "-id") if mandate.role in SEES_PACKAGES else found.none()


def edxml_preview(mandate: Mandate, pk: UUID) -> Run:
    """One uploaded message of the own office, or `Run.DoesNotExist` (gói tin xem trước)."""
    if mandate.role not in SEES_PACKAGES:
        raise Run.DoesNotExist
    return Run.objects.get(pk=pk, unit_id=mandate.unit_id, kind=EDXML_PREVIEW)


def organ_for(mandate: Mandate, code: str) -> Unit:
    """One committee above or below the own office by its code, or `Unit.DoesNotExist`."""
    return organ_codes(mandate.unit).get(code=code)
