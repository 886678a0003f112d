"""How slots are sealed (niêm phong ô phiếu), and where the key is meanwhile: in no database and no backup."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.db import transaction

from thidua.awards.models import BallotRound, Slot
from thidua.journal.rows import short_code
from thidua.law.ruling import Refused, no

MARKS = {"": b"-", "for": b"F", "against": b"A", "abstain": b"O"}
CHOICES = {mark: choice for choice, mark in MARKS.items()}
CODE = 8


@dataclass(frozen=True)
class Place:
    """What a slot holds (nội dung ô phiếu): the case, the choice or "" while empty, the code of a ballot."""

    case: UUID
    choice: str = ""
    code: str = "-" * CODE

    def packed(self) -> bytes:
        """The same number of bytes whatever is in it."""
        return self.case.bytes + MARKS[self.choice] + self.code.encode()


def _unpacked(data: bytes) -> Place:
    return Place(UUID(bytes=data[:16]), CHOICES[data[16:17]], data[17:].decode())


def filled(place: Place, choice: str) -> Place:
    """The slot with a vote in it, under a fresh random code (bỏ phiếu vào ô)."""
    return Place(place.case, choice, short_code(CODE))


def _folder() -> Path:
    """The folder of the keys: ours alone, on whatever medium the installation chose (THIDUA_RUNTIME)."""
    folder: Path = settings.RUNTIME
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    about = folder.lstat()
    if about.st_uid != os.getuid() or about.st_mode & 0o077:
        raise Refused(
            no(f"Thư mục giữ khóa {folder} không phải của riêng phần mềm; báo người quản trị máy chủ.",
               rule="secret:folder")
        )  # fmt: skip
    return folder


def _file(found: BallotRound, key_name: str) -> Path:
    return _folder() / f"{found.pk.hex}.{key_name}"


def _make_key(found: BallotRound) -> str:
    """Put a new key beside the one in use and return its name; it is on the medium before the slots are."""
    name, key = secrets.token_hex(8), Fernet.generate_key()
    with open(os.open(_file(found, name), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(key)
        file.flush()
        os.fsync(file.fileno())
    return name


def has_key(found: BallotRound) -> bool:
    """True while the key that closes the slots of a round is there (còn khóa)."""
    return bool(found.key_name) and _file(found, found.key_name).exists()


def open_slots(found: BallotRound) -> list[Place]:
    """Open all slots of a round (mở các ô phiếu).

    Raises `Refused` when the key is lost or a slot was changed from outside.
    """
    if not has_key(found):
        raise Refused(
            no("Khóa của hòm phiếu không còn (máy chủ đã khởi động lại, hoặc dữ liệu khôi phục từ bản sao "
               "lưu). Không ai mở được các phiếu đã bỏ: hãy hủy vòng này rồi bỏ phiếu lại từ đầu.",
               rule="secret:key")
        )  # fmt: skip
    box = Fernet(_file(found, found.key_name).read_bytes())
    try:
        return [_unpacked(box.decrypt(bytes(slot.sealed))) for slot in found.slots.all()]
    except InvalidToken:
        raise broken() from None


def broken() -> Refused:
    """The slots are not what the votes made them (hòm phiếu bị can thiệp)."""
    return Refused(
        no("Hòm phiếu không khớp với số người đã bỏ phiếu hoặc đã bị sửa từ bên ngoài, không mở được. "
           "Hãy hủy vòng này rồi bỏ phiếu lại, hoặc chuyển sang phiếu giấy.", rule="secret:broken")
    )  # fmt: skip


def seal_slots(found: BallotRound, places: list[Place]) -> None:
    """Write all slots anew (niêm phong lại cả hòm phiếu): new random keys, new order, one new sealing key.

    Nothing of the old rows stays, so two copies of the database differ everywhere and tell nothing. The
    caller holds the lock of the round. The time inside each seal is fixed, for it would tell when a slot was
    sealed.
    """
    before = found.key_name
    # Left over by a process that was killed; under the lock nobody else is making one.
    _destroy(found, but=before)
    found.key_name = _make_key(found)
    box = Fernet(_file(found, found.key_name).read_bytes())
    found.slots.all().delete()
    rows = [Slot(round=found, sealed=box.encrypt_at_time(place.packed(), 0)) for place in places]
    Slot.objects.bulk_create(sorted(rows, key=lambda row: row.id))
    found.save(update_fields=["key_name"])
    # Only then, since a transaction that fails leaves slots closed with the key before.
    transaction.on_commit(lambda: _file(found, before).unlink(missing_ok=True))


def clear_slots(found: BallotRound) -> None:
    """Empty the ballot box for good (hủy hòm phiếu): no slot, and after the commit no key."""
    found.slots.all().delete()
    found.key_name = ""
    transaction.on_commit(lambda: _destroy(found))


def _destroy(found: BallotRound, *, but: str = "") -> None:
    for file in _folder().glob(f"{found.pk.hex}.*"):
        if file.name != f"{found.pk.hex}.{but}":
            file.unlink(missing_ok=True)
