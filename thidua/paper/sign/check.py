"""Check the signatures of a PDF (kiểm tra chữ ký số): whose, when, what changed since, whom they rest on."""

from __future__ import annotations

import asyncio
import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from asn1crypto import cms
from pyhanko.pdf_utils.misc import PdfError, PdfReadError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESIndeterminate
from pyhanko.sign.diff_analysis import ModificationLevel, SuspiciousModification
from pyhanko.sign.general import CMSExtractionError, NonexistentAttributeError
from pyhanko.sign.validation import async_validate_pdf_signature, async_validate_pdf_timestamp
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError, SignatureValidationError
from pyhanko.sign.validation.generic_cms import extract_tst_data_iter
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import ModificationInfo, SignatureCoverageLevel, SignatureStatus

from thidua.paper.sign.keys import SIGNS, Certificate
from thidua.paper.sign.trust import Trust

Changed = Literal["nothing", "archive", "form", "other"]
Rests = Literal["trusted", "no_roots", "unknown", "outside", "revoked", "unfit"]
Revocation = Literal["good", "revoked", "unknown"]
MAX_SIGNATURES = 50
_OUTSIDE = (
    AdESIndeterminate.EXPIRED, AdESIndeterminate.NOT_YET_VALID, AdESIndeterminate.OUT_OF_BOUNDS_NO_POE,
    AdESIndeterminate.OUT_OF_BOUNDS_NOT_REVOKED,
)  # fmt: skip
_REVOKED = (AdESIndeterminate.REVOKED_NO_POE, AdESIndeterminate.REVOKED_CA_NO_POE)
_LEVELS: dict[ModificationLevel, Changed] = {
    ModificationLevel.NONE: "nothing",
    ModificationLevel.LTA_UPDATES: "archive",
    ModificationLevel.FORM_FILLING: "form",
}


@dataclass(frozen=True)
class SignatureCheck:
    """What was found of one signature (kết quả kiểm tra một chữ ký).

    `intact`: the signed bytes are as they were. `changed`: what came after it: nothing, data for the archive,
    what the paper allows ("form": number, day, another signature), anything else. `authority` gave the time;
    "" is the signer's own clock. `rests` says whether the chain ends in a root the office trusts.
    """

    field: str
    is_timestamp: bool
    certificate: Certificate
    moment: datetime | None
    authority: str
    intact: bool
    whole_file: bool
    changed: Changed
    fields: tuple[str, ...]
    rests: Rests
    path: tuple[str, ...]
    revocation: Revocation


@dataclass(frozen=True)
class FileCheck:
    """What was found of a file (kết quả kiểm tra tệp); `trouble` is a sentence when it cannot be read."""

    sha256: str
    size: int
    signatures: tuple[SignatureCheck, ...]
    has_archive: bool = False
    trouble: str = ""


def check_signatures(pdf: bytes, *, trusted: Sequence[bytes], when: datetime) -> FileCheck:
    """Check every signature of a file (kiểm tra chữ ký); nothing is fetched from the network.

    `trusted` are files with roots of trust and lists of revoked certificates, PEM or DER; `when` is the
    moment for signatures that tell none. Căn cứ: Điều 6 Thông tư 15/2025/TT-BKHCN.
    """
    sha256, size = hashlib.sha256(pdf).hexdigest(), len(pdf)
    try:
        reader = PdfFileReader(io.BytesIO(pdf))
        if reader.encrypted:
            return FileCheck(sha256, size, (), trouble="Tệp đặt mật khẩu; hãy gỡ mật khẩu rồi kiểm tra.")
        found = list(reader.embedded_signatures)
        if len(found) > MAX_SIGNATURES:
            return FileCheck(sha256, size, (), trouble=f"Tệp có {len(found)} chữ ký, quá nhiều để kiểm tra.")
        trust = Trust.read(trusted, reader=reader)
        checks = tuple(_check(one, trust, when) for one in found)
        return FileCheck(sha256, size, checks, has_archive=_has_archive(reader))
    except (
        PdfError,
        CMSExtractionError,
        SignatureValidationError,
        ValueError,
        TypeError,
        KeyError,
        RecursionError,
    ):
        return FileCheck(sha256, size, (), trouble="Không đọc được tệp PDF này; tệp hỏng hoặc bị sửa.")


def _has_archive(reader: PdfFileReader) -> bool:
    try:
        DocumentSecurityStore.read_dss(reader)
    except (NoDSSFoundError, PdfReadError):
        return False
    return True


def _check(found: EmbeddedPdfSignature, trust: Trust, when: datetime) -> SignatureCheck:
    is_timestamp = found.sig_object_type == "/DocTimeStamp"
    status, strict = asyncio.run(_judged(found, trust, when, is_timestamp=is_timestamp))
    stamp = getattr(status, "timestamp_validity", None)
    authority = Certificate.read(stamp.signing_cert).holder if stamp else ""
    said = getattr(status, "signer_reported_dt", None) or found.self_reported_timestamp
    own = Certificate.read(found.signer_cert)
    return SignatureCheck(
        field=found.field_name,
        is_timestamp=is_timestamp,
        certificate=own,
        moment=stamp.timestamp if stamp else getattr(status, "timestamp", None) or said,
        authority=own.holder if is_timestamp else authority,
        intact=status.intact and status.valid,
        whole_file=found.coverage == SignatureCoverageLevel.ENTIRE_FILE,
        changed=_changed(status),
        fields=_fields(status),
        rests=_rests(status, strict, trust),
        path=_path(status),
        revocation=_revocation(status, strict),
    )


async def _judged(
    found: EmbeddedPdfSignature, trust: Trust, when: datetime, *, is_timestamp: bool
) -> tuple[SignatureStatus, SignatureStatus | None]:
    """The judgement as of the time of signing, and once more asking that nothing in the chain was revoked."""
    moment = found.self_reported_timestamp or when
    if is_timestamp:
        return await async_validate_pdf_timestamp(found, trust.context(moment)), None
    for stamped in _stamps(found):
        moment = stamped["encap_content_info"]["content"].parsed["gen_time"].native
    usage = KeyUsageConstraints(key_usage=SIGNS, match_all_key_usages=False)
    plain = await async_validate_pdf_signature(found, trust.context(moment), key_usage_settings=usage)
    if not plain.trusted:
        return plain, None
    return plain, await async_validate_pdf_signature(
        found, trust.context(moment, strict=True), key_usage_settings=usage, skip_diff=True
    )


def _stamps(found: EmbeddedPdfSignature) -> list[cms.SignedData]:
    try:
        return list(extract_tst_data_iter(found.signer_info, signed=False))
    except NonexistentAttributeError:
        return []


def _changed(status: SignatureStatus) -> Changed:
    assert isinstance(status, ModificationInfo)  # both kinds of status are
    if status.coverage is None or status.coverage < SignatureCoverageLevel.ENTIRE_REVISION:
        return "other"
    if isinstance(status.diff_result, SuspiciousModification):
        return "other"
    return _LEVELS.get(status.modification_level or ModificationLevel.NONE, "other")


def _fields(status: SignatureStatus) -> tuple[str, ...]:
    """The fields that were filled in after this signature."""
    result = getattr(status, "diff_result", None)
    changed = getattr(result, "changed_form_fields", ())
    return tuple(sorted(changed))


def _is_revoked(status: SignatureStatus, strict: SignatureStatus | None) -> bool:
    """Revoked by what the certificate names, or by a list that the office keeps."""
    return any(one.revoked or one.trust_problem_indic in _REVOKED for one in (status, strict) if one)


def _rests(status: SignatureStatus, strict: SignatureStatus | None, trust: Trust) -> Rests:
    if not trust.roots:
        return "no_roots"
    if _is_revoked(status, strict):
        return "revoked"
    if status.trust_problem_indic in _OUTSIDE:
        return "outside"
    if status.trust_problem_indic is AdESIndeterminate.CHAIN_CONSTRAINTS_FAILURE:
        return "unfit"
    return "trusted" if status.validation_path is not None and not status.trust_problem_indic else "unknown"


def _path(status: SignatureStatus) -> tuple[str, ...]:
    """The certificates from the root down to the signer's."""
    if status.validation_path is None:
        return ()
    return tuple(Certificate.read(one).holder for one in status.validation_path.iter_certs(include_root=True))


def _revocation(status: SignatureStatus, strict: SignatureStatus | None) -> Revocation:
    if _is_revoked(status, strict):
        return "revoked"
    return "good" if strict is not None and strict.trusted else "unknown"
