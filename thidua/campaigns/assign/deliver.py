"""The distribution list of the plan (nơi nhận): who is told, who has it, who has not said so yet."""

from __future__ import annotations

import re
from datetime import date

from django.db import transaction

from thidua.campaigns.models import Campaign, Delivery
from thidua.campaigns.permissions.work import may_arrange_work, may_draw_up
from thidua.campaigns.queries.owners import Directory, owners_in
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit
from thidua.records.models import Message
from thidua.vietnamese.text import fold, squeeze

_FILED = re.compile(r"^\s*(?:luu\b|nhu tren|nhu dieu)")


@transaction.atomic
def deliver_plan(campaign: Campaign, *, directory: Directory, mandate: Mandate, on: date) -> None:
    """Send the plan to everybody its "Nơi nhận" names (gửi kế hoạch theo nơi nhận).

    Effects: a row and a message on the desk of each unit that is meant; a row without a unit for words nobody
    here answers to, so that the officer settles them. Căn cứ: Điều 18 Nghị định 30/2020/NĐ-CP (phát hành).
    """
    may_draw_up(mandate, campaign, on=on).require()
    told: set[object] = {campaign.unit_id}
    for order, words in enumerate(_recipients(campaign), start=1):
        owners = owners_in(words, directory)
        for unit in (owner.unit for owner in owners.found if owner.unit.pk not in told):
            told.add(unit.pk)
            _tell(campaign, unit, order=order, words=words, on=on)
        if owners.unclear or not owners.found or any(owner.role for owner in owners.found):
            open_words = owners.unclear if owners.found and owners.unclear else words
            Delivery.objects.create(campaign=campaign, order=order, words=open_words)
    says = f"Gửi kế hoạch tới {len(told) - 1} nơi nhận."
    write("deliver_plan", says, actor=mandate.actor(), on=on, thing=campaign)


def _recipients(campaign: Campaign) -> list[str]:
    """The recipients of the plan without its own files (Lưu: VT)."""
    return [squeeze(str(words))[:300] for words in campaign.recipients if not _FILED.match(fold(str(words)))]


def _tell(campaign: Campaign, unit: Unit, *, order: int, words: str, on: date) -> Delivery:
    plan = campaign.plan
    message = Message.objects.create(
        unit=campaign.unit, to_unit=unit, subject=f"Kế hoạch phát động: {campaign.short_title}"[:250],
        body="Kế hoạch đã phát hành. Đề nghị xem và xác nhận đã nhận.", document=plan,
        about=campaign._meta.label_lower, about_id=campaign.pk, purpose="plan", sent_on=on,
    )  # fmt: skip
    return Delivery.objects.create(campaign=campaign, order=order, words=words, unit=unit, message=message)


@transaction.atomic
def place_recipient(delivery: Delivery, *, unit: Unit, mandate: Mandate, on: date) -> None:
    """Say which unit is meant by a recipient nobody answered to (chọn đơn vị cho nơi nhận), and tell it.

    Raises `Refused` when that unit is on the list already. Căn cứ: không (quy ước nội bộ).
    """
    may_arrange_work(mandate, delivery.campaign, on=on).require()
    if delivery.unit is not None:
        raise Refused(no(f"Nơi nhận này đã là {delivery.unit.name}.", rule="deliver:placed"))
    _require_new(delivery.campaign, unit)
    placed = _tell(delivery.campaign, unit, order=delivery.order, words=delivery.words, on=on)
    delivery.delete()
    says = f"Nơi nhận “{placed.words}” là {unit.name}."
    write("place_recipient", says, actor=mandate.actor(), on=on, thing=placed)


@transaction.atomic
def add_recipient(campaign: Campaign, *, unit: Unit, mandate: Mandate, on: date) -> Delivery:
    """Send the plan to one more unit (thêm nơi nhận). Raises `Refused` when it is on the list already.

    Căn cứ: không (quy ước nội bộ).
    """
    may_arrange_work(mandate, campaign, on=on).require()
    _require_new(campaign, unit)
    off = campaign.deliveries.filter(unit=unit).first()
    if off is not None:
        off.removed_why = ""
        off.save(update_fields=["removed_why"])
        added = off
    else:
        added = _tell(campaign, unit, order=campaign.deliveries.count() + 1, words="cơ quan thêm", on=on)
    write("add_recipient", f"Thêm nơi nhận {unit.name}.", actor=mandate.actor(), on=on, thing=added)
    return added


def _require_new(campaign: Campaign, unit: Unit) -> None:
    if unit.pk == campaign.unit_id or campaign.deliveries.filter(unit=unit, removed_why="").exists():
        raise Refused(no(f"{unit.name} đã có trong danh sách nơi nhận.", rule="deliver:there"))


@transaction.atomic
def remove_recipient(delivery: Delivery, *, reason: str, mandate: Mandate, on: date) -> None:
    """Take a recipient off the list with a reason (bỏ khỏi danh sách); the message stays what it was.

    Căn cứ: không (quy ước nội bộ).
    """
    may_arrange_work(mandate, delivery.campaign, on=on).require()
    delivery.removed_why = _given(reason, "vì sao bỏ nơi nhận này")
    delivery.save(update_fields=["removed_why"])
    says = f"Bỏ nơi nhận {delivery}: {delivery.removed_why}"
    write("remove_recipient", says, actor=mandate.actor(), on=on, thing=delivery)


@transaction.atomic
def note_receipt(delivery: Delivery, *, by: str, how: str, mandate: Mandate, on: date) -> None:
    """Note that a recipient has the plan (ghi nhận đã nhận): who, and by which way one knows.

    Effects: its message, if any, no longer waits. Raises `Refused` without who and how, or when it has been
    received. Căn cứ: không (quy ước nội bộ).
    """
    may_arrange_work(mandate, delivery.campaign, on=on).require()
    if delivery.got_on is not None:
        raise Refused(no(f"{delivery} đã nhận kế hoạch.", rule="deliver:got"))
    person = _given(by, "ai đã nhận")[:200]
    way = _given(how, "biết bằng cách nào, ví dụ “nhận qua điện thoại, ngày 05/6/2023”")[:200]
    delivery.received_on, delivery.received_by, delivery.how = on, person, way
    delivery.save(update_fields=["received_on", "received_by", "how"])
    if delivery.message is not None:
        delivery.message.read_on, delivery.message.read_by = on, delivery.received_by
        delivery.message.save(update_fields=["read_on", "read_by"])
    says = f"{delivery} đã nhận kế hoạch: {delivery.received_by}, {delivery.how}."
    actor = mandate.actor(for_name=str(delivery))
    write("note_receipt", says, actor=actor, on=on, thing=delivery)


def _given(words: str, what: str) -> str:
    if not words.strip():
        raise Refused(no(f"Hãy ghi {what}.", rule="deliver:words"))
    return squeeze(words)[:250]
