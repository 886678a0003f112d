"""Merge records that are one, tell apart those that are not, and undo both (gộp, tách hồ sơ)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.identify.find import in_order, told
from thidua.org.identify.identity import Somebody, identity_of, kind_of
from thidua.org.models import Distinction, Mandate
from thidua.org.permissions import may_keep_record


@transaction.atomic
def merge_records(row: Somebody, *, into: Somebody, mandate: Mandate, on: date) -> None:
    """Let a record stand for another from now on (gộp hồ sơ): `row` points to `into`, nothing is rewritten.

    Papers, nominations, offices and accounts stay with the record they were made for; whoever asks for the
    history of one gets both. Effects: the pointer, a journal line. Raises `Refused` when one of them was
    merged before, when they are of two kinds, hold two identity numbers, or were told apart.
    Căn cứ: không (quy ước nội bộ).
    """
    for one in (row, into):
        may_keep_record(mandate, one.unit, on=on).require()
    held, target = _locked(row), _locked(into)
    fault = _fault(held, target)
    if fault:
        raise Refused(no(fault, rule="record:merge"))
    held.same_as_id = row.same_as_id = target.pk
    held.save(update_fields=["same_as"])
    says = f"Gộp hồ sơ {told(held)} vào hồ sơ {told(target)}."
    write("merge_records", says, actor=mandate.actor(), on=on, thing=held, data={"into": str(target.pk)})


@transaction.atomic
def unmerge_record(row: Somebody, *, mandate: Mandate, on: date) -> None:
    """Let a merged record stand by itself again (tách hồ sơ đã gộp): the pointer goes, all else is as before.

    What was merged into it earlier stays with it. Raises `Refused` when it is not merged.
    Căn cứ: không (quy ước nội bộ).
    """
    may_keep_record(mandate, row.unit, on=on).require()
    held = _locked(row)
    if held.same_as_id is None:
        raise Refused(no(f"Hồ sơ {told(held)} không gộp vào hồ sơ nào.", rule="record:unmerge"))
    main = identity_of(held)
    held.same_as_id = row.same_as_id = None
    held.save(update_fields=["same_as"])
    says = f"Tách hồ sơ {told(held)} khỏi hồ sơ {told(main)}."
    write("unmerge_record", says, actor=mandate.actor(), on=on, thing=held, data={"from": str(main.pk)})


@transaction.atomic
def tell_apart(row: Somebody, *, other: Somebody, mandate: Mandate, on: date) -> Distinction:
    """Remember that two records are two (không phải một): they are not proposed for merging again.

    Raises `Refused` for a record and itself, for two kinds, and for records that are merged.
    Căn cứ: không (quy ước nội bộ).
    """
    for one in (row, other):
        may_keep_record(mandate, one.unit, on=on).require()
    if type(row) is not type(other) or row.pk == other.pk or row.same_as_id or other.same_as_id:
        raise Refused(no("Chỉ ghi được với hai hồ sơ khác nhau, cùng loại, chưa gộp.", rule="record:apart"))
    first, second = in_order(row.pk, other.pk)
    kept, made = Distinction.objects.get_or_create(
        one=first,
        other=second,
        defaults={"unit": mandate.unit, "kind": kind_of(row), "on": on, "by": str(mandate)},
    )
    if made:
        says = f"Hồ sơ {told(row)} và hồ sơ {told(other)} không phải là một."
        write("tell_apart", says, actor=mandate.actor(), on=on, thing=row, data={"other": str(other.pk)})
    return kept


@transaction.atomic
def compare_again(row: Somebody, *, other: Somebody, mandate: Mandate, on: date) -> None:
    """Forget that two records were told apart (so lại): they may be proposed and merged again.

    Căn cứ: không (quy ước nội bộ).
    """
    for one in (row, other):
        may_keep_record(mandate, one.unit, on=on).require()
    first, second = in_order(row.pk, other.pk)
    gone, _ = Distinction.objects.filter(one=first, other=second).delete()
    if gone:
        says = f"Bỏ ghi nhận hồ sơ {told(row)} và hồ sơ {told(other)} không phải là một."
        write("compare_again", says, actor=mandate.actor(), on=on, thing=row, data={"other": str(other.pk)})


def are_apart(row: Somebody, other: Somebody) -> Distinction | None:
    """What was remembered of two records (đã ghi là hai), or None."""
    first, second = in_order(row.pk, other.pk)
    return Distinction.objects.filter(one=first, other=second).first()


def _locked(row: Somebody) -> Somebody:
    table = type(row)._default_manager
    held: Somebody = table.select_for_update(of=("self",)).select_related("unit__heir").get(pk=row.pk)
    return held


def _fault(row: Somebody, into: Somebody) -> str:
    """Why these two cannot be merged (không gộp được); "" when they can.

    Only records that point nowhere are merged, so that a chain of pointers can never close.
    """
    if type(row) is not type(into) or row.pk == into.pk:
        return "Chỉ gộp được hai hồ sơ khác nhau, cùng loại."
    for one in (row, into):
        if one.same_as_id is not None:
            return f"Hồ sơ {told(one)} đã gộp vào hồ sơ khác; hãy tách ra trước, hoặc gộp với hồ sơ chính."
    seals = {getattr(one, "identity_seal", "") for one in (row, into)} - {""}
    if len(seals) == 2:
        return "Hai hồ sơ có hai số căn cước khác nhau nên không phải là một người."
    if are_apart(row, into):
        return "Đã ghi hai hồ sơ này không phải là một; hãy bấm “So lại” nếu ghi nhầm."
    return ""
