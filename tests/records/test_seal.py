"""The office seals what it sends out, and whoever has its public key can check it."""

from datetime import date, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from tests.factories.commune import Commune
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused
from thidua.records.seal import fingerprint, is_sealed, key_for, key_id_of, replace_key, seal

DAY = date(2026, 3, 2)


def test_an_office_gets_one_key_and_keeps_it(whole: Commune) -> None:
    clerk = whole.commune.clerk
    first = key_for(clerk.unit, actor=clerk.actor(), on=DAY)
    assert key_for(clerk.unit, actor=clerk.actor(), on=DAY + timedelta(days=40)) == first
    assert key_for(whole.province.unit, actor=clerk.actor(), on=DAY) != first
    assert JournalEntry.objects.filter(verb="make_seal_key").count() == 2


def test_the_private_half_is_for_the_service_alone(whole: Commune, settings) -> None:
    key = key_for(whole.commune.unit, actor=whole.commune.clerk.actor(), on=DAY)
    kept = settings.KEYS / key.key_id
    assert (kept.stat().st_mode & 0o777, len(kept.read_bytes())) == (0o600, 32)


def test_what_is_sealed_is_known_and_one_changed_letter_is_found(whole: Commune) -> None:
    key = key_for(whole.commune.unit, actor=whole.commune.clerk.actor(), on=DAY)
    words = "Giấy khen bà Mông Thị Lả".encode()
    signature = seal(words, key=key)
    public = bytes.fromhex(key.public)
    assert is_sealed(words, signature=signature, public=public)
    assert not is_sealed(words.replace("ả".encode(), "à".encode()), signature=signature, public=public)


def test_a_lost_private_half_is_said_with_what_to_do(whole: Commune, settings) -> None:
    key = key_for(whole.commune.unit, actor=whole.commune.clerk.actor(), on=DAY)
    (settings.KEYS / key.key_id).unlink()
    with pytest.raises(Refused) as refused:
        seal(b"x", key=key)
    assert refused.value.ruling.rule == "seal:no_private_key"


def test_a_key_is_replaced_with_its_reason_and_the_old_one_still_checks(whole: Commune) -> None:
    clerk = whole.commune.clerk
    before = key_for(clerk.unit, actor=clerk.actor(), on=DAY)
    signature = seal(b"x", key=before)
    for why, day, rule in (("", DAY + timedelta(days=9), "seal:why"), ("Mất máy", DAY, "seal:same_day")):
        with pytest.raises(Refused) as refused:
            replace_key(clerk.unit, why=why, mandate=clerk, on=day)
        assert refused.value.ruling.rule == rule
    after = replace_key(clerk.unit, why=" Mất  máy ", mandate=clerk, on=DAY + timedelta(days=9))
    before.refresh_from_db()
    assert (before.ends, before.ended_why) == (DAY + timedelta(days=8), "Mất máy")
    assert key_for(clerk.unit, actor=clerk.actor(), on=DAY + timedelta(days=10)) == after
    assert is_sealed(b"x", signature=signature, public=bytes.fromhex(before.public))


def test_only_clerk_and_standing_officer_of_the_office_replace_its_key(whole: Commune) -> None:
    for mandate in (whole.commune.accountant, whole.province.clerk, whole.head(whole.village)):
        with pytest.raises(Refused):
            replace_key(whole.commune.unit, why="Đổi", mandate=mandate, on=DAY)


def test_a_first_key_may_be_made_by_hand(whole: Commune) -> None:
    made = replace_key(whole.commune.unit, why="", mandate=whole.commune.standing, on=DAY)
    assert (made.starts, made.ends) == (DAY, None)


@given(data=st.binary(max_size=200), at=st.integers(min_value=0, max_value=63), bit=st.integers(0, 7))
def test_any_flipped_bit_of_a_seal_is_found(data: bytes, at: int, bit: int) -> None:
    private = Ed25519PrivateKey.generate()
    public, signature = private.public_key().public_bytes_raw(), private.sign(data)
    assert is_sealed(data, signature=signature, public=public)
    broken = bytearray(signature)
    broken[at] ^= 1 << bit
    assert not is_sealed(data, signature=bytes(broken), public=public)
    assert not is_sealed(data, signature=signature[:-1], public=public)
    assert not is_sealed(data, signature=signature, public=public[:-1])


def test_the_fingerprint_is_read_aloud_in_eight_groups() -> None:
    words = fingerprint(bytes(32))
    assert [len(group) for group in words.split()] == [4] * 8
    assert words.replace(" ", "").startswith(key_id_of(bytes(32)))
