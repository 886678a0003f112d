"""Seal what the office sends out (niêm phong): a signed statement anybody can check without the network.

One Ed25519 key per office. It says that this installation made the statement; it is no digital signature in
the sense of Luật Giao dịch điện tử and does not stand for one.
"""

from __future__ import annotations

import hashlib
import os
from datetime import date, timedelta
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings
from django.db import transaction

from thidua.journal.actors import Actor
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit
from thidua.org.permissions import may_act
from thidua.records.models import SealKey
from thidua.vietnamese.text import squeeze

SIGNATURE_BYTES = 64


def key_id_of(public: bytes) -> str:
    """The short name of a public key (số hiệu khóa): 16 hex digits of its SHA-256."""
    return hashlib.sha256(public).hexdigest()[:16]


def fingerprint(public: bytes) -> str:
    """What two people compare aloud (dấu vân tay của khóa): 32 hex digits of its SHA-256 in eight groups."""
    digits = hashlib.sha256(public).hexdigest()[:32]
    return " ".join(digits[at : at + 4] for at in range(0, 32, 4))


def seal(data: bytes, *, key: SealKey) -> bytes:
    """The 64 bytes by which the office says that these bytes are its own (niêm phong).

    Refused when the private half is not on this machine. Căn cứ: không (quy ước nội bộ).
    """
    kept = _file(key.key_id)
    if not kept.exists():
        raise Refused(
            no(
                f"Máy này không có nửa bí mật của khóa niêm phong {key.key_id}: lấy lại thư mục keys từ bản "
                "sao lưu, hoặc đổi khóa mới ở trang Khóa niêm phong.",
                rule="seal:no_private_key",
            )
        )
    return Ed25519PrivateKey.from_private_bytes(kept.read_bytes()).sign(data)


def is_sealed(data: bytes, *, signature: bytes, public: bytes) -> bool:
    """True when the holder of the public key sealed exactly these bytes (niêm phong còn nguyên)."""
    if len(public) != 32 or len(signature) != SIGNATURE_BYTES:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, data)
    except InvalidSignature:
        return False
    return True


@transaction.atomic
def key_for(unit: Unit, *, actor: Actor, on: date) -> SealKey:
    """The key by which an office seals now (khóa đang dùng); made, and journalled, when it has none.

    Căn cứ: không (quy ước nội bộ).
    """
    found = SealKey.objects.select_for_update().filter(unit=unit, ends=None).first()
    return found or _make(unit, actor=actor, on=on)


@transaction.atomic
def replace_key(unit: Unit, *, why: str, mandate: Mandate, on: date) -> SealKey:
    """End the key of an office and begin another (đổi khóa): what the old one sealed still shows as sealed.

    Refused without a reason, or on the day the key began. Căn cứ: không (quy ước nội bộ).
    """
    may_act(mandate, "clerk", "standing", on=on, unit=unit).require()
    before = SealKey.objects.select_for_update().filter(unit=unit, ends=None).first()
    reason = squeeze(why)
    if before is not None:
        if not reason:
            raise Refused(no("Ghi lý do đổi khóa (mất máy, lộ khóa, hết hạn dùng).", rule="seal:why"))
        if before.starts >= on:
            raise Refused(no("Khóa này mới dùng từ hôm nay; đổi từ ngày mai.", rule="seal:same_day"))
        before.ends, before.ended_why = on - timedelta(days=1), reason
        before.save(update_fields=["ends", "ended_why"])
    return _make(unit, actor=mandate.actor(), on=on)


def _make(unit: Unit, *, actor: Actor, on: date) -> SealKey:
    """The private half reaches the disk before the row that names it."""
    private = Ed25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw()
    with open(os.open(_file(key_id_of(public)), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(private.private_bytes_raw())
        file.flush()
        os.fsync(file.fileno())
    key = SealKey.objects.create(unit=unit, key_id=key_id_of(public), public=public.hex(), starts=on)
    says = f"Lập khóa niêm phong {key.key_id} của {unit.name}."
    write("make_seal_key", says, actor=actor, on=on, thing=key)
    return key


def _file(key_id: str) -> Path:
    """The private halves lie beside the database, for the service alone, and go into its backup."""
    folder: Path = settings.KEYS
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder / key_id
