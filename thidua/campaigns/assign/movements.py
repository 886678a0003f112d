"""The movements and directives above that a campaign carries out (phong trào, chỉ thị cấp trên): found in the
plan, added, tied to a campaign that runs here, taken off.
"""

from __future__ import annotations

from datetime import date

from django.db import transaction

from thidua.campaigns.models import Campaign, ParentMovement
from thidua.campaigns.permissions.work import may_link_parent
from thidua.campaigns.queries.movements import named_in
from thidua.journal.actors import Actor
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.reading.movements import NamedAbove
from thidua.vietnamese.text import squeeze


@transaction.atomic
def find_movements(campaign: Campaign, *, mandate: Mandate, on: date) -> list[ParentMovement]:
    """Read the plan for the movements, directives and plans it names once more (đọc lại), and return the new
    ones.

    What a person took off stays off. Căn cứ: không (quy ước nội bộ).
    """
    may_link_parent(mandate, campaign, on=on).require()
    return note_movements(campaign, actor=mandate.actor(), on=on)


def note_movements(campaign: Campaign, *, actor: Actor, on: date) -> list[ParentMovement]:
    """Write down what the plan names that is not on the list (ghi phong trào, chỉ thị kế hoạch nêu), and
    return it; who may is asked by the verb that calls.

    Căn cứ: không (quy ước nội bộ).
    """
    held = set(campaign.movements.values_list("key", flat=True))
    new = [
        ParentMovement.objects.create(
            campaign=campaign, kind=one.named.kind, name=one.named.name, key=one.named.key, said=one.said,
            clause=one.clause,
        )
        for one in named_in(campaign)
        if one.named.key not in held
    ]  # fmt: skip
    if new:
        says = f"Đọc trong kế hoạch {len(new)} phong trào, chỉ thị, kế hoạch cấp trên."
        write("find_movements", says, actor=actor, on=on, thing=campaign)
    return new


@transaction.atomic
def add_movement(campaign: Campaign, *, kind: str, name: str, mandate: Mandate, on: date) -> ParentMovement:
    """Add one that the reader did not find (thêm phong trào, chỉ thị), or take up one that was taken off.

    Raises `Refused` without a name, or when it is on the list. Căn cứ: không (quy ước nội bộ).
    """
    may_link_parent(mandate, campaign, on=on).require()
    named = NamedAbove(kind, squeeze(name).strip(' “”"')[:300])
    if not named.key.strip():
        raise Refused(no("Hãy ghi tên phong trào, chỉ thị.", rule="movement:name"))
    found = campaign.movements.filter(key=named.key).first()
    if found is not None and not found.removed_why:
        raise Refused(no(f"Đã có “{found.name}” trong danh sách.", rule="movement:there"))
    found = found or ParentMovement(campaign=campaign, key=named.key)
    found.kind, found.name, found.removed_why, found.added_by = kind, named.name, "", str(mandate)[:250]
    found.save()
    write("add_movement", f"Thêm: thực hiện “{found.name}”.", actor=mandate.actor(), on=on, thing=campaign)
    return found


@transaction.atomic
def tie_movement(movement: ParentMovement, *, source: Campaign | None, mandate: Mandate, on: date) -> None:
    """Say which campaign here is this movement (gắn với đợt có ở đây), or none.

    Raises `Refused` for the campaign itself. Căn cứ: không (quy ước nội bộ).
    """
    may_link_parent(mandate, movement.campaign, on=on).require()
    if source is not None and source.pk == movement.campaign_id:
        raise Refused(no("Một đợt thi đua không thể là cấp trên của chính nó.", rule="movement:self"))
    movement.source = source
    movement.save(update_fields=["source"])
    says = f"Gắn “{movement.name}” với đợt {source.short_title}." if source else f"Bỏ gắn “{movement.name}”."
    write("tie_movement", says, actor=mandate.actor(), on=on, thing=movement.campaign)


@transaction.atomic
def remove_movement(movement: ParentMovement, *, reason: str, mandate: Mandate, on: date) -> None:
    """Take a wrong one off with its reason (bỏ khỏi danh sách). Raises `Refused` without a reason.

    Căn cứ: không (quy ước nội bộ).
    """
    may_link_parent(mandate, movement.campaign, on=on).require()
    if not reason.strip():
        raise Refused(no("Hãy ghi vì sao bỏ.", rule="movement:reason"))
    movement.removed_why = squeeze(reason)[:250]
    movement.save(update_fields=["removed_why"])
    says = f"Bỏ “{movement.name}” khỏi danh sách cấp trên: {movement.removed_why}"
    write("remove_movement", says, actor=mandate.actor(), on=on, thing=movement.campaign)
