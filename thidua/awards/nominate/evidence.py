"""Attach evidence to a claim, cite what is on file already, take evidence off (gắn, bỏ minh chứng)."""

from __future__ import annotations

from datetime import date

from django.core.files.base import File
from django.db import transaction

from thidua.awards.models import Claim, Evidence, Nomination
from thidua.awards.nominate.acting import actor_for
from thidua.awards.nominate.dossier import require_open
from thidua.awards.permissions.nomination import may_edit
from thidua.awards.queries.evidence import Citable
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.records.attach import attach, detach

MOST = 10


@transaction.atomic
def attach_evidence(claim: Claim, *, upload: File[bytes], mandate: Mandate, on: date) -> Evidence:
    """Attach a file to a claim (gắn tệp minh chứng); the same file may stand under several criteria.

    Raises `Refused` when the claim is not open to the unit, is full, or the file may not be kept.
    Căn cứ: không (quy ước nội bộ).
    """
    nomination = _require_room(claim, mandate=mandate, on=on)
    kept = attach(upload, about=nomination, purpose="evidence", mandate=mandate, on=on)
    made, is_new = Evidence.objects.get_or_create(
        claim=claim, attachment=kept, defaults={"says": kept.name, "added_on": on}
    )
    if is_new:
        _tell(claim, f"Gắn tệp “{kept.name}”", mandate=mandate, on=on)
    return made


@transaction.atomic
def cite_evidence(claim: Claim, *, thing: Citable, mandate: Mandate, on: date) -> Evidence:
    """Cite a thing that the campaign has on file already as evidence (dẫn việc đã có), never typed again.

    Raises `Refused` when the claim is not open to the unit, or full. Căn cứ: không (quy ước nội bộ).
    """
    _require_room(claim, mandate=mandate, on=on)
    made, is_new = Evidence.objects.get_or_create(
        claim=claim,
        about=thing.about,
        about_id=thing.pk,
        defaults={"says": thing.says[:300], "slug": thing.slug, "added_on": on},
    )
    if is_new:
        _tell(claim, f"Dẫn “{made.says}”", mandate=mandate, on=on)
    return made


@transaction.atomic
def drop_evidence(evidence: Evidence, *, mandate: Mandate, on: date) -> None:
    """Take a piece of evidence off its claim (bỏ minh chứng); a file that stands nowhere else is deleted.

    Raises `Refused` when the claim is not open to the unit. Căn cứ: không (quy ước nội bộ).
    """
    claim, kept = evidence.claim, evidence.attachment
    nomination = _require_open(claim, mandate=mandate, on=on)
    evidence.delete()
    if kept is not None and not Evidence.objects.filter(attachment=kept).exists():
        detach(kept, about=nomination, mandate=mandate, on=on)
    _tell(claim, f"Bỏ “{evidence.says}”", mandate=mandate, on=on)


def _require_open(claim: Claim, *, mandate: Mandate, on: date) -> Nomination:
    nomination = claim.nomination
    may_edit(mandate, nomination, on=on).require()
    require_open(nomination, f"claim:{claim.criterion_id}")
    return nomination


def _require_room(claim: Claim, *, mandate: Mandate, on: date) -> Nomination:
    nomination = _require_open(claim, mandate=mandate, on=on)
    if claim.evidence.count() >= MOST:
        says = f"Mỗi tiêu chuẩn gắn tối đa {MOST} minh chứng; hãy bỏ bớt một minh chứng rồi gắn lại."
        raise Refused(no(says, rule="evidence:full"))
    return nomination


def _tell(claim: Claim, words: str, *, mandate: Mandate, on: date) -> None:
    nomination = claim.nomination
    says = f"{words} làm minh chứng của {nomination.name}: {claim.criterion.text}"
    write("evidence", says, actor=actor_for(mandate, unit=nomination.unit), on=on, thing=nomination)
