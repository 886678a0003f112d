"""Many registrations typed by the officer at once (ghi thay nhiều đơn vị): all of them or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.db import transaction

from thidua.campaigns.models import Campaign, Registration
from thidua.campaigns.permissions.part import may_receive
from thidua.campaigns.register.registration import (
    RegistrationEntry,
    accept_registration,
    save_registration,
    submit_registration,
)
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit


@transaction.atomic
def register_many(
    campaign: Campaign,
    *,
    entries: Sequence[tuple[Unit, RegistrationEntry]],
    receive: bool,
    mandate: Mandate,
    on: date,
) -> list[Registration]:
    """Write down what many units said on paper or by telephone (ghi thay nhiều đơn vị), and with `receive`
    send and receive it at once.

    Effects: those of `save_registration` for each unit, all or none. Raises `Refused` naming the unit, when
    nothing was typed, or when an entry does not say how it came. Căn cứ: không (quy ước nội bộ).
    """
    may_receive(mandate, campaign, on=on).require()
    if not entries:
        raise Refused(no("Chưa ghi đăng ký của đơn vị nào.", rule="register:nobody"))
    written = []
    for unit, entry in entries:
        try:
            written.append(_one(campaign, unit, entry, receive=receive, mandate=mandate, on=on))
        except Refused as refused:
            named = replace(refused.ruling, because=f"{unit.name}: {refused.ruling.because}")
            raise Refused(named) from refused
    return written


def _one(
    campaign: Campaign, unit: Unit, entry: RegistrationEntry, *, receive: bool, mandate: Mandate, on: date
) -> Registration:
    if not entry.how.strip():
        raise Refused(
            no("Ghi thay đơn vị thì chọn cách nhận: điện thoại, bản giấy, nhắn tin.", rule="register:how")
        )
    found = save_registration(campaign, entry=entry, unit=unit, mandate=mandate, on=on)
    if receive:
        submit_registration(found, mandate=mandate, on=on)
        accept_registration(found, mandate=mandate, on=on)
    return found
