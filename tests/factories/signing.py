"""Certificates for tests (chứng thư để thử): a root of our own making, a signer, an office, an authority."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

PASSPHRASE = "mat-khau-khoa"
STARTS, ENDS = datetime(2022, 1, 1, tzinfo=UTC), datetime(2032, 1, 1, tzinfo=UTC)
Private = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


@dataclass(frozen=True)
class Holder:
    """Who holds a key (chủ chứng thư): the certificate, its key and that of who issued it."""

    certificate: x509.Certificate
    private: Private
    chain: tuple[x509.Certificate, ...] = ()

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)

    def p12(self, passphrase: str = PASSPHRASE) -> bytes:
        return pkcs12.serialize_key_and_certificates(
            b"khoa", self.private, self.certificate, self.chain,  # type: ignore[arg-type]
            BestAvailableEncryption(passphrase.encode()),
        )  # fmt: skip


def _name(common: str, organisation: str = "") -> x509.Name:
    parts = [x509.NameAttribute(NameOID.COMMON_NAME, common)]
    if organisation:
        parts.append(x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation))
    return x509.Name(parts)


def _usage(*, signs: bool, issues: bool = False) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=signs, content_commitment=signs, key_encipherment=not signs and not issues,
        data_encipherment=False, key_agreement=False, key_cert_sign=issues, crl_sign=issues,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip


@cache
def root() -> Holder:
    private = ec.generate_private_key(ec.SECP256R1())
    name = _name("Gốc thử nghiệm Nà Lâm")
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(private.public_key())
        .serial_number(1).not_valid_before(STARTS - timedelta(1)).not_valid_after(ENDS + timedelta(1))
        .add_extension(x509.BasicConstraints(True, None), critical=True)
        .add_extension(_usage(signs=False, issues=True), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(private.public_key()), critical=False)
        .sign(private, SHA256())
    )  # fmt: skip
    return Holder(made, private)


@cache
def holder(
    common: str, organisation: str = "", *, signs: bool = True, starts: datetime = STARTS,
    ends: datetime = ENDS, is_rsa: bool = False, lists: str = "", stamps: bool = False, bits: int = 2048,
) -> Holder:  # fmt: skip
    """A certificate issued by our root; `lists` is the address of its list of revoked certificates."""
    private: Private
    private = rsa.generate_private_key(65537, bits) if is_rsa else ec.generate_private_key(ec.SECP256R1())
    issuer = root()
    made = (
        x509.CertificateBuilder().subject_name(_name(common, organisation))
        .issuer_name(issuer.certificate.subject).public_key(private.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(starts).not_valid_after(ends)
        .add_extension(_usage(signs=signs), critical=True)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer.private.public_key()), critical=False
        )
    )  # fmt: skip
    if stamps:
        made = made.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    if lists:
        point = x509.DistributionPoint([x509.UniformResourceIdentifier(lists)], None, None, None)
        made = made.add_extension(x509.CRLDistributionPoints([point]), critical=False)
    return Holder(made.sign(issuer.private, SHA256()), private, (issuer.certificate,))


def revoked_list(*revoked: Holder, on: datetime) -> bytes:
    """The list of revoked certificates of our root, as DER."""
    issuer = root()
    made = (
        x509.CertificateRevocationListBuilder().issuer_name(issuer.certificate.subject)
        .last_update(on).next_update(on + timedelta(days=3650))
    )  # fmt: skip
    for one in revoked:
        made = made.add_revoked_certificate(
            x509.RevokedCertificateBuilder().serial_number(one.certificate.serial_number)
            .revocation_date(on).build()
        )  # fmt: skip
    return made.sign(issuer.private, SHA256()).public_bytes(Encoding.DER)


def chair_key() -> Holder:
    return holder("Hoàng Văn Dũng", "Ủy ban nhân dân xã Nà Lâm", is_rsa=True)


def office_key() -> Holder:
    return holder("Ủy ban nhân dân xã Nà Lâm", "Ủy ban nhân dân xã Nà Lâm")
