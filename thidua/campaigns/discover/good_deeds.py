"""A good deed is reported by anybody, typed in by the office, and checked (báo việc tốt, xác minh)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.files.base import File
from django.db import transaction

from thidua.campaigns.models import Campaign, Lead, VisitorMark
from thidua.campaigns.permissions.example import may_check_deed, may_note_deed, may_reopen_deed
from thidua.journal.actors import VISITOR
from thidua.journal.lifecycle import advance, keep
from thidua.journal.rows import short_code, time_ordered_id
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit
from thidua.records.attach import attach_from_visitor
from thidua.vietnamese.text import nfc, squeeze

SENDS_PER_HOUR = 5
HOUR = 3_600_000  # milliseconds
DAY = 24 * HOUR


@dataclass(frozen=True)
class GoodDeed:
    """What somebody tells about (việc tốt): who did what, where; the reporter's name and telephone if they
    wish.

    `how` says by which way it reached the office ("điện thoại", "giấy"); empty when it came by the public
    page.
    """

    who: str
    what: str
    where: str = ""
    reporter: str = ""
    telephone: str = ""
    how: str = ""
    campaign: Campaign | None = None


@transaction.atomic
def report_good_deed(
    unit: Unit, *, deed: GoodDeed, sender: str, photo: File[bytes] | None = None, on: date
) -> Lead:
    """Report a good deed on the public page, without an account (khách báo việc tốt); returns it with its
    receipt.

    Effects: a new lead, its photo, a journal line without the names of anybody. `sender` is a keyed hash of
    where the form came from: more than five reports in an hour are refused, and the mark is deleted after a
    day.
    Căn cứ: không (quy ước nội bộ).
    """
    _require_calm(sender)
    lead = _filed(unit, deed, on=on)
    if photo is not None:
        attach_from_visitor(photo, about=lead, purpose="photo", on=on)
    write("report_good_deed", f"Khách báo việc tốt, mã tin {lead.receipt}.", actor=VISITOR, on=on, thing=lead)
    return lead


def _require_calm(sender: str) -> None:
    now = time_ordered_id()
    VisitorMark.objects.filter(pk__lt=_earlier(now, DAY)).delete()
    if VisitorMark.objects.filter(sender=sender, pk__gte=_earlier(now, HOUR)).count() >= SENDS_PER_HOUR:
        raise Refused(
            no(
                "Bạn đã gửi nhiều tin trong một giờ. Hãy chờ một lát rồi gửi tiếp, "
                "hoặc gọi điện cho Ủy ban nhân dân.",
                rule="deed:flood",
            )
        )
    VisitorMark.objects.create(sender=sender)


def _earlier(key: UUID, milliseconds: int) -> UUID:
    """The smallest key of a row born so long before this one."""
    born = (key.int >> 80) - milliseconds
    return UUID(int=born << 80)


def _filed(unit: Unit, deed: GoodDeed, *, on: date) -> Lead:
    who, what = squeeze(deed.who), nfc(deed.what).strip()
    if not who or not what:
        raise Refused(no("Hãy ghi ai làm việc tốt và đó là việc gì.", rule="deed:empty"))
    return Lead.objects.create(
        unit=unit,
        campaign=deed.campaign,
        receipt=short_code(),
        who=who,
        what=what,
        where=squeeze(deed.where),
        reporter=squeeze(deed.reporter),
        reporter_telephone=squeeze(deed.telephone),
        how=squeeze(deed.how),
        received_on=on,
    )


@transaction.atomic
def note_good_deed(campaign: Campaign, *, deed: GoodDeed, mandate: Mandate, on: date) -> Lead:
    """Type in a good deed that came by telephone or on paper (nhập tin báo); `deed.how` says which.

    Raises `Refused` without the way it came, or once the campaign has closed. Căn cứ: không (quy ước nội
    bộ).
    """
    may_note_deed(mandate, campaign, on=on).require()
    if not deed.how.strip():
        raise Refused(no("Hãy ghi tin đến bằng cách nào: điện thoại, giấy, gặp trực tiếp…", rule="deed:how"))
    lead = _filed(campaign.unit, deed, on=on)
    lead.campaign = campaign
    lead.save(update_fields=["campaign"])
    says = f"Nhập tin báo việc tốt của {lead.who}, {lead.how}, mã tin {lead.receipt}."
    write("note_good_deed", says, actor=mandate.actor(), on=on, thing=lead)
    return lead


@transaction.atomic
def verify_good_deed(lead: Lead, *, checked_with: str, remark: str = "", mandate: Mandate, on: date) -> None:
    """Record that the deed is true, and who was asked (xác minh việc tốt). Raises `Refused` when nobody was
    asked.

    Căn cứ: không (quy ước nội bộ).
    """
    may_check_deed(mandate, lead, on=on).require()
    asked = squeeze(checked_with)
    if not asked:
        raise Refused(no("Hãy ghi đã hỏi ai (trưởng thôn, thủ trưởng đơn vị…).", rule="deed:asked"))
    says = f"Xác minh việc tốt của {lead.who}: đã hỏi {asked}."
    advance(lead, "verified", actor=mandate.actor(), on=on, verb="verify_good_deed", says=says)
    lead.checked_with, lead.checked_on, lead.remark = asked, on, nfc(remark).strip()
    keep(lead, "checked_with", "checked_on", "remark")


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
def reopen_good_deed(lead: Lead, *, reason: str, mandate: Mandate, on: date) -> None:
    """Look at a report once more (xem lại tin báo). Raises `Refused` without a reason.

    Căn cứ: không (quy ước nội bộ).
    """
    may_reopen_deed(mandate, lead, on=on).require()
    why = nfc(reason).strip()
    if not why:
        raise Refused(no("Hãy ghi vì sao xem lại tin này.", rule="deed:reason"))
    says = f"Xem lại tin báo việc tốt của {lead.who}: {why}"
    advance(lead, "new", actor=mandate.actor(), on=on, verb="reopen_good_deed", says=says)
    lead.checked_with, lead.checked_on, lead.remark = "", None, why
    keep(lead, "checked_with", "checked_on", "remark")
