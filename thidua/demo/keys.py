"""Keys to try digital signing with (khóa thử): made anew for each demo, plainly for trying only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import NameOID
from django.conf import settings

from thidua.demo.people import PASSWORD
from thidua.paper.sign import Key, file_key
from thidua.vietnamese.text import slug

FOLDER = "khoa-thu"
ROOT = "Gốc thử, không có giá trị pháp lý"
MARK = "(khóa thử)"
REASON = "Khóa thử của bản trình diễn"
STARTS, ENDS = datetime(2020, 1, 1, tzinfo=UTC), datetime(2045, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class TrialKey:
    """A key of a demo (khóa thử): as a file that one may try oneself, and open."""

    p12: bytes

    @property
    def open(self) -> Key:
        return file_key(self.p12, passphrase=PASSWORD)


def key_for(name: str) -> TrialKey:
    """The key to try with of this person or office (khóa thử của người, cơ quan này); its certificate says
    “(khóa thử)” after the name.
    """
    private = ec.generate_private_key(ec.SECP256R1())
    root, root_key = _root()
    made = _certificate(f"{name} {MARK}", private.public_key(), issuer=root.subject, signed_by=root_key)
    sealed = BestAvailableEncryption(PASSWORD.encode())
    return TrialKey(pkcs12.serialize_key_and_certificates(b"khoa-thu", private, made, [root], sealed))


def leave(keys: dict[str, TrialKey]) -> Path:
    """Leave the keys in the folder of the demo (để khóa thử trong thư mục), the root among what this demo
    trusts; where an administrator chose another folder of trust, that one is left alone.
    """
    data = Path(settings.MEDIA_ROOT).parent
    folder = data / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, key in keys.items():
        (folder / f"{slug(name)}.p12").write_bytes(key.p12)
    if Path(settings.TRUST) == data / "trust":
        Path(settings.TRUST).mkdir(exist_ok=True)
        (Path(settings.TRUST) / "goc-thu.pem").write_bytes(_root()[0].public_bytes(Encoding.PEM))
    return folder


@cache
def _root() -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    private = ec.generate_private_key(ec.SECP256R1())
    name = _name(ROOT)
    return _certificate(ROOT, private.public_key(), issuer=name, signed_by=private, issues=True), private


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


def _certificate(
    common: str,
    public: ec.EllipticCurvePublicKey,
    *,
    issuer: x509.Name,
    signed_by: ec.EllipticCurvePrivateKey,
    issues: bool = False,
) -> x509.Certificate:
    usage = x509.KeyUsage(
        digital_signature=not issues, content_commitment=not issues, key_encipherment=False,
        data_encipherment=False, key_agreement=False, key_cert_sign=issues, crl_sign=issues,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip
    known_by = x509.AuthorityKeyIdentifier.from_issuer_public_key(signed_by.public_key())
    return (
        x509.CertificateBuilder().subject_name(_name(common)).issuer_name(issuer).public_key(public)
        .serial_number(x509.random_serial_number()).not_valid_before(STARTS).not_valid_after(ENDS)
        .add_extension(x509.BasicConstraints(ca=issues, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(known_by, critical=False)
        .sign(signed_by, SHA256())
    )  # fmt: skip
