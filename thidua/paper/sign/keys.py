"""Keys to sign with (khóa ký số): a PKCS#12 file opened for one signing, or a PKCS#11 token.

A passphrase or PIN lives as long as the signing and is written nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from typing import Any

from asn1crypto import x509
from asn1crypto.keys import PrivateKeyInfo
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, pkcs12
from pkcs11 import Attribute, ObjectClass, Session
from pkcs11 import exceptions as token_errors
from pyhanko.sign.pkcs11 import PKCS11Error, PKCS11Signer, TokenCriteria, open_pkcs11_session
from pyhanko.sign.signers import Signer, SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from thidua.paper.sign.names import MAX_KEY_FILE
from thidua.vietnamese.dates import vn_date

MIN_RSA_BITS = 2048
DIGEST = "sha256"
SIGNS = {"digital_signature", "non_repudiation"}
_token_in_use = Lock()  # a token logs in once per process


class BadKey(Exception):  # noqa: N818 - says what is wrong, in the words shown to the user
    """The key cannot be used (không dùng được khóa ký); the sentence says why and what to do."""


@dataclass(frozen=True)
class Certificate:
    """What a certificate says (chứng thư số): whose, from whom, for which time, what for."""

    holder: str
    organisation: str
    issuer: str
    serial: str
    starts: datetime
    ends: datetime
    usages: frozenset[str]
    sha256: str

    @classmethod
    def read(cls, found: x509.Certificate) -> Certificate:
        """The facts of a certificate."""
        subject, issuer = found.subject.native, found.issuer.native
        usage = found.key_usage_value
        return cls(
            holder=_first(subject, "common_name"),
            organisation=_first(subject, "organization_name"),
            issuer=_first(issuer, "common_name") or _first(issuer, "organization_name"),
            serial=f"{found.serial_number:X}",
            starts=found.not_valid_before,
            ends=found.not_valid_after,
            usages=frozenset(usage.native if usage else SIGNS),
            sha256=found.sha256.hex(),
        )


@dataclass(frozen=True)
class Key:
    """A key ready to sign (khóa đã mở), with its certificate."""

    certificate: Certificate
    signer: Signer


def file_key(data: bytes, *, passphrase: str) -> Key:
    """The key in a PKCS#12 file (tệp .p12, .pfx). Raises `BadKey`."""
    if len(data) > MAX_KEY_FILE:
        raise BadKey("Tệp lớn quá, không phải tệp khóa ký số .p12, .pfx.")
    try:
        private, certificate, others = pkcs12.load_key_and_certificates(data, passphrase.encode())
    except ValueError as wrong:
        raise BadKey("Không mở được tệp khóa: sai mật khẩu, hoặc không phải tệp .p12, .pfx.") from wrong
    if private is None or certificate is None:
        raise BadKey("Tệp khóa thiếu khóa bí mật hoặc chứng thư; hãy xuất lại đủ cả hai.")
    if not isinstance(private, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
        raise BadKey("Loại khóa này không dùng để ký văn bản; cần khóa RSA hoặc ECDSA.")
    own = x509.Certificate.load(certificate.public_bytes(Encoding.DER))
    chain = [x509.Certificate.load(one.public_bytes(Encoding.DER)) for one in others]
    return Key(Certificate.read(own), _HeldSigner(own, chain, private))


@contextmanager
def token_key(module: str, *, label: str, pin: str) -> Iterator[Key]:
    """The key of a PKCS#11 token while it is open (thiết bị lưu khóa): `module` is its library. Raises
    `BadKey`.
    """
    with _token_in_use:
        try:
            session = open_pkcs11_session(module, token_criteria=TokenCriteria(label=label), user_pin=pin)
        except (token_errors.PinIncorrect, token_errors.PinInvalid, token_errors.PinLenRange) as wrong:
            raise BadKey("Sai mã PIN của thiết bị; nhập sai nhiều lần thiết bị sẽ bị khóa.") from wrong
        except token_errors.PinLocked as locked:
            raise BadKey(
                "Thiết bị đã bị khóa vì nhập sai mã PIN; hãy liên hệ nơi cấp để mở khóa."
            ) from locked
        except (PKCS11Error, token_errors.PKCS11Error, RuntimeError, OSError) as missing:
            raise BadKey(
                f"Không tìm thấy thiết bị “{label}”: hãy cắm thiết bị và kiểm tra trình điều khiển."
            ) from missing
        with session:
            yield _of_token(session, label)


def require_usable(certificate: Certificate, *, when: datetime) -> None:
    """Raise `BadKey` unless a certificate may sign at that moment (chứng thư còn hạn, được dùng để ký).

    Căn cứ: Điều 5 Thông tư 15/2025/TT-BKHCN.
    """
    if when < certificate.starts:
        raise BadKey(
            f"Chứng thư của {certificate.holder} đến {vn_date(certificate.starts.date())} mới có hiệu lực."
        )
    if when > certificate.ends:
        raise BadKey(
            f"Chứng thư của {certificate.holder} đã hết hạn {vn_date(certificate.ends.date())}; "
            "hãy gia hạn rồi ký."
        )
    if not certificate.usages & SIGNS:
        raise BadKey(f"Chứng thư của {certificate.holder} không được cấp để ký số (thiếu digitalSignature).")


def _first(names: dict[str, Any], field: str) -> str:
    """A name of a certificate; one that is given several times is joined."""
    held = names.get(field, "")
    return ", ".join(held) if isinstance(held, list) else str(held)


class _HeldSigner(SimpleSigner):
    """Signs with a key that was read once: reading and checking an RSA key takes longer than signing."""

    def __init__(
        self,
        certificate: x509.Certificate,
        chain: list[x509.Certificate],
        private: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey,
    ) -> None:
        if isinstance(private, rsa.RSAPrivateKey) and private.key_size < MIN_RSA_BITS:
            raise BadKey(f"Khóa RSA {private.key_size} bit quá ngắn; cần từ {MIN_RSA_BITS} bit trở lên.")
        held = SimpleCertificateStore.from_certs([certificate, *chain])
        info = PrivateKeyInfo.load(private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()))
        super().__init__(signing_cert=certificate, signing_key=info, cert_registry=held)
        self._private = private

    def sign_raw(self, data: bytes, digest_algorithm: str) -> bytes:
        """The signature over these bytes; the digest is always SHA-256."""
        if isinstance(self._private, rsa.RSAPrivateKey):
            return self._private.sign(data, padding.PKCS1v15(), SHA256())
        return self._private.sign(data, ec.ECDSA(SHA256()))


def _of_token(session: Session, label: str) -> Key:
    """The certificate of a token that has its private key there; the others are its chain."""
    held = {
        found[Attribute.ID]: x509.Certificate.load(found[Attribute.VALUE])
        for found in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE})
    }
    private = [
        found[Attribute.ID] for found in session.get_objects({Attribute.CLASS: ObjectClass.PRIVATE_KEY})
    ]
    usable = [key for key in private if key in held]
    if len(usable) != 1:
        raise BadKey(f"Thiết bị “{label}” cần có đúng một khóa kèm chứng thư; ở đây có {len(usable)}.")
    own = held.pop(usable[0])
    signer = PKCS11Signer(session, signing_cert=own, ca_chain=list(held.values()), key_id=usable[0])
    return Key(Certificate.read(own), signer)
