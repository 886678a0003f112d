"""Whether a good deed is true: those who know are asked, the officer says so (xác minh việc tốt)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from thidua.campaigns.models import Lead, Witness
from thidua.campaigns.permissions.example import (
    may_ask_unit,
    may_check_deed,
    may_confirm_deed,
    may_reopen_deed,
)
from thidua.campaigns.queries.example import witnesses_needed
from thidua.journal.lifecycle import advance, keep, require_move
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit
from thidua.vietnamese.text import nfc, squeeze


@dataclass(frozen=True)
class WitnessWord:
    """What somebody who knows says (ý kiến người biết việc); `who` and `how` where the officer types it."""

    agrees: bool
    remark: str = ""
    who: str = ""
    how: str = ""


@transaction.atomic
def ask_unit(lead: Lead, *, unit: Unit, mandate: Mandate, on: date) -> None:
    """Ask the head of a unit whether a good deed is true (hỏi thôn, đơn vị); it comes to that desk.

    Raises `Refused` for a unit that takes no part, and once the deed was checked. Căn cứ: không (quy ước nội
    bộ).
    """
    may_ask_unit(mandate, lead, unit, on=on).require()
    lead.asked, lead.asked_on, lead.home = unit, on, lead.home or unit
    keep(lead, "asked", "asked_on", "home")
    says = f"Hỏi {unit.in_sentence} về việc tốt của {lead.who}."
    write("ask_unit", says, actor=mandate.actor(), on=on, thing=lead)


@transaction.atomic
def confirm_good_deed(lead: Lead, *, word: WitnessWord, mandate: Mandate, on: date) -> Witness:
    """Say, as the head of the unit that was asked, whether a good deed is true (đơn vị xác nhận việc tốt).

    A second word takes the place of the first while the deed is not settled. Raises `Refused` for anybody
    else, and for a no without what is wrong. Căn cứ: không (quy ước nội bộ).
    """
    may_confirm_deed(mandate, lead, on=on).require()
    _require_reason(word)
    said = {"who": str(mandate)[:250], "agrees": word.agrees, "remark": nfc(word.remark).strip(), "on": on}
    witness, _ = Witness.objects.update_or_create(lead=lead, unit=mandate.unit, defaults=said)
    _told(witness, "confirm_good_deed", mandate=mandate, on=on)
    return witness


@transaction.atomic
def note_witness(lead: Lead, *, word: WitnessWord, mandate: Mandate, on: date) -> Witness:
    """Write down what somebody who knows told the officer (ghi ý kiến người biết việc).

    Raises `Refused` without a name, for the same name twice, and for a no without what is wrong. Căn cứ:
    không (quy ước nội bộ).
    """
    may_check_deed(mandate, lead, on=on).require()
    _require_reason(word)
    who = squeeze(word.who)[:250]
    if not who:
        raise Refused(no("Hãy ghi đã hỏi ai (trưởng thôn, thủ trưởng đơn vị…).", rule="deed:asked"))
    if lead.witnesses.filter(who=who).exists():
        raise Refused(no(f"Đã ghi ý kiến của {who}; hãy hỏi thêm người khác.", rule="deed:twice"))
    witness = Witness.objects.create(
        lead=lead,
        who=who,
        agrees=word.agrees,
        remark=nfc(word.remark).strip(),
        how=squeeze(word.how)[:200],
        on=on,
    )
    _told(witness, "note_witness", mandate=mandate, on=on)
    return witness


def _require_reason(word: WitnessWord) -> None:
    if not word.agrees and not word.remark.strip():
        raise Refused(no("Hãy ghi điều không đúng, để người xác minh hỏi tiếp.", rule="deed:reason"))


def _told(witness: Witness, verb: str, *, mandate: Mandate, on: date) -> None:
    answer = "xác nhận" if witness.agrees else "nói không đúng"
    says = f"{witness.who} {answer} việc tốt của {witness.lead.who}.".replace("..", ".")
    write(verb, says, actor=mandate.actor(), on=on, thing=witness.lead)


@transaction.atomic
def verify_good_deed(
    lead: Lead, *, checked_with: str = "", remark: str = "", mandate: Mandate, on: date
) -> None:
    """Record that the deed is true (xác minh việc tốt): the officer says so, and enough of those who know.

    `checked_with` is one more who confirmed it. Raises `Refused` when fewer confirmed it than the office asks
    for, and when somebody said no and the officer does not write why it holds. Căn cứ: không (quy ước nội
    bộ), quy tắc witnesses_needed.
    """
    may_check_deed(mandate, lead, on=on).require()
    require_move(lead, "verified")
    if checked_with.strip():
        note_witness(lead, word=WitnessWord(True, who=checked_with), mandate=mandate, on=on)
    witnesses = list(lead.witnesses.all())
    said = [one.who for one in witnesses if one.agrees]
    _require_enough(said, needed=witnesses_needed(lead.unit, on=on)[0])
    why = nfc(remark).strip()
    if len(said) < len(witnesses) and not why:
        sentence = "Có người nói việc này không đúng; hãy ghi vì sao vẫn xác minh là đúng."
        raise Refused(no(sentence, rule="deed:doubted"))
    asked = "; ".join(said)
    says = f"Xác minh việc tốt của {lead.who}: đã hỏi {asked}."
    advance(lead, "verified", actor=mandate.actor(), on=on, verb="verify_good_deed", says=says)
    lead.checked_with, lead.checked_on, lead.remark = asked[:250], on, why
    keep(lead, "checked_with", "checked_on", "remark")


def _require_enough(said: Sequence[str], *, needed: int) -> None:
    if not said:
        raise Refused(no("Hãy ghi đã hỏi ai (trưởng thôn, thủ trưởng đơn vị…).", rule="deed:asked"))
    if len(said) < needed:
        sentence = f"Cần {needed} người biết việc xác nhận, mới có {len(said)}. Hãy hỏi thêm rồi ghi ý kiến."
        raise Refused(no(sentence, source="Quy tắc của cơ quan", rule="deed:few"))


@transaction.atomic
def reject_good_deed(lead: Lead, *, reason: str, mandate: Mandate, on: date) -> None:
    """Set a report aside with the reason (không nhận): not true, or told before. Raises `Refused` without a
    reason.

    Căn cứ: không (quy ước nội bộ).
    """
    may_check_deed(mandate, lead, on=on).require()
    why = nfc(reason).strip()
    if not why:
        raise Refused(no("Hãy ghi vì sao không nhận tin này.", rule="deed:reason"))
    says = f"Không nhận tin báo việc tốt của {lead.who}: {why}"
    advance(lead, "rejected", actor=mandate.actor(), on=on, verb="reject_good_deed", says=says)
    lead.checked_on, lead.remark = on, why
    keep(lead, "checked_on", "remark")


@transaction.atomic
def reject_many(leads: Sequence[Lead], *, reason: str, mandate: Mandate, on: date) -> int:
    """Set many reports aside at once (không nhận hàng loạt), as spam is; returns how many. Each can be looked
    at again.

    Raises `Refused`, and sets none aside, when one of them is not to be. Căn cứ: không (quy ước nội bộ).
    """
    for lead in leads:
        reject_good_deed(lead, reason=reason, mandate=mandate, on=on)
    return len(leads)


@transaction.atomic
def reopen_good_deed(lead: Lead, *, reason: str, mandate: Mandate, on: date) -> None:
    """Look at a report once more (xem lại tin báo); those who know are asked anew. Raises `Refused` without a
    reason.

    Căn cứ: không (quy ước nội bộ).
    """
    may_reopen_deed(mandate, lead, on=on).require()
    why = nfc(reason).strip()
    if not why:
        raise Refused(no("Hãy ghi vì sao xem lại tin này.", rule="deed:reason"))
    says = f"Xem lại tin báo việc tốt của {lead.who}: {why}"
    advance(lead, "new", actor=mandate.actor(), on=on, verb="reopen_good_deed", says=says)
    lead.witnesses.all().delete()
    lead.checked_with, lead.checked_on, lead.remark = "", None, why
    lead.asked, lead.asked_on = None, None
    keep(lead, "checked_with", "checked_on", "remark", "asked", "asked_on")


@transaction.atomic
def reopen_many(leads: Sequence[Lead], *, reason: str, mandate: Mandate, on: date) -> int:
    """Look at many reports once more (xem lại hàng loạt), those set aside by mistake; returns how many.

    Căn cứ: không (quy ước nội bộ).
    """
    for lead in leads:
        reopen_good_deed(lead, reason=reason, mandate=mandate, on=on)
    return len(leads)
