"""Who acts when a dossier is written, and the places a dossier has for its criteria (người nhập, chỗ ghi tiêu
chuẩn).
"""

from __future__ import annotations

from thidua.awards.models import Claim, Nomination
from thidua.campaigns.models import OfferedAward
from thidua.journal.actors import Actor
from thidua.org.models import Mandate, Unit


def actor_for(mandate: Mandate, *, unit: Unit) -> Actor:
    """Who acts, with the unit's name when the officer types for it (nhập thay).

    Căn cứ: không (quy ước nội bộ).
    """
    return mandate.actor(for_name=unit.name if mandate.unit_id != unit.pk else "")


def first_group(award: OfferedAward, *, recipient: str) -> str:
    """The first group of criteria for a kind of recipient (nhóm tiêu chuẩn). Căn cứ: không (quy ước nội
    bộ).
    """
    first = award.criteria.filter(recipient=recipient).first()
    return first.group if first else ""


def ask_criteria(nomination: Nomination) -> None:
    """One claim per criterion of the group (chỗ ghi minh chứng); what belongs to another group goes.

    Căn cứ: không (quy ước nội bộ).
    """
    asked = nomination.award.criteria.filter(recipient=nomination.recipient, group=nomination.group)
    nomination.claims.exclude(criterion__in=asked).delete()
    held = set(nomination.claims.values_list("criterion_id", flat=True))
    Claim.objects.bulk_create(
        Claim(nomination=nomination, criterion=one) for one in asked if one.pk not in held
    )
