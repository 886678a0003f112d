"""What is trusted (chứng thư gốc tin cậy): roots that the office chose, never those of the machine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from asn1crypto import crl, ocsp, pem, x509
from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError
from pyhanko_certvalidator import ValidationContext


@dataclass(frozen=True)
class Trust:
    """Roots, and what is known of revoked certificates (gốc tin cậy, thông tin thu hồi)."""

    roots: list[x509.Certificate]
    lists: list[crl.CertificateList]
    answers: list[ocsp.OCSPResponse]
    others: list[x509.Certificate]

    @classmethod
    def read(cls, files: Sequence[bytes], *, reader: PdfFileReader | None = None) -> Trust:
        """From files of PEM or DER, and from what a PDF keeps for its archive; others are passed over."""
        found = cls([], [], [], [])
        for der in _unpacked(files):
            certificate = _loaded(x509.Certificate, der)
            if certificate is not None:
                found.roots.append(certificate)
            elif (revoked := _loaded(crl.CertificateList, der)) is not None:
                found.lists.append(revoked)
        if reader is not None:
            found._keep(reader)
        return found

    def _keep(self, reader: PdfFileReader) -> None:
        try:
            store = DocumentSecurityStore.read_dss(reader)
        except (NoDSSFoundError, PdfReadError):
            return
        self.others.extend(store.load_certs())
        self.lists.extend(crl.CertificateList.load(reference.get_object().data) for reference in store.crls)
        self.answers.extend(ocsp.OCSPResponse.load(reference.get_object().data) for reference in store.ocsps)

    def context(
        self, moment: datetime | None, *, strict: bool = False, fetch: bool = False
    ) -> ValidationContext:
        """How certificates are judged at that moment; `strict` asks of each that it is known not revoked."""
        return ValidationContext(
            trust_roots=self.roots, other_certs=self.others, crls=self.lists, ocsps=self.answers,
            moment=moment, best_signature_time=moment, retroactive_revinfo=True, allow_fetching=fetch,
            revocation_mode="require" if strict else "soft-fail",
        )  # fmt: skip


def _unpacked(files: Sequence[bytes]) -> Iterator[bytes]:
    for data in files:
        try:
            if pem.detect(data):
                yield from (der for _, _, der in pem.unarmor(data, multiple=True))
            else:
                yield data
        except ValueError:
            continue


def _loaded(kind: Any, der: bytes) -> Any:
    """The value, read whole: loading alone would find an error only later."""
    try:
        value = kind.load(der, strict=True)
        value.native  # noqa: B018
    except (ValueError, TypeError):
        return None
    return value
