"""A good deed is reported by anybody, or typed in by the office (báo việc tốt, nhập tin báo)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.files.base import File
from django.db import transaction

from thidua.campaigns.models import Campaign, Lead, VisitorMark
from thidua.campaigns.permissions.example import may_note_deed
from thidua.journal.actors import VISITOR
from thidua.journal.rows import short_code, time_ordered_id
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit
from thidua.records.attach import attach, attach_from_visitor, require_photo
from thidua.vietnamese.text import fold, nfc, squeeze

SENDS_PER_HOUR = 5
HOUR = 3_600_000  # milliseconds
DAY = 24 * HOUR
# Marks that turn the direction of writing: in a name they would turn the words around it on every page.
_TURNS = re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class GoodDeed:
    """What somebody tells about (việc tốt): who did what, where; the reporter's name and telephone if they
    wish.

    `home` is the unit where it happened, when it was chosen. `how` says by which way it reached the office
    ("điện thoại", "giấy"); empty when it came by the public page.
    """

    who: str
    what: str
    where: str = ""
    reporter: str = ""
    telephone: str = ""
    how: str = ""
    campaign: Campaign | None = None
    home: Unit | None = None


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
    who, what = _line(deed.who), nfc(_TURNS.sub("", deed.what)).strip()
    if not who or not what:
        raise Refused(no("Hãy ghi ai làm việc tốt và đó là việc gì.", rule="deed:empty"))
    return Lead.objects.create(
        unit=unit,
        campaign=deed.campaign,
        receipt=short_code(),
        who=who,
        what=what,
        where=_where(deed),
        home=deed.home,
        reporter=_line(deed.reporter),
        reporter_telephone=_line(deed.telephone),
        how=_line(deed.how),
        received_on=on,
    )


def _line(text: str) -> str:
    return squeeze(_TURNS.sub("", text))


def _where(deed: GoodDeed) -> str:
    """The place as told, with the unit that was chosen."""
    told = _line(deed.where)
    if deed.home is None or fold(deed.home.name) in fold(told):
        return told
    return f"{told}, {deed.home.name}".removeprefix(", ")[:200]


@transaction.atomic
def note_good_deed(
    campaign: Campaign, *, deed: GoodDeed, photo: File[bytes] | None = None, mandate: Mandate, on: date
) -> Lead:
    """Type in a good deed that came by telephone or on paper (nhập tin báo); `deed.how` says which.

    Raises `Refused` without the way it came, for anything but a photo, or once the campaign has closed.
    Căn cứ: không (quy ước nội bộ).
    """
    may_note_deed(mandate, campaign, on=on).require()
    if not deed.how.strip():
        raise Refused(no("Hãy ghi tin đến bằng cách nào: điện thoại, giấy, gặp trực tiếp…", rule="deed:how"))
    lead = _filed(campaign.unit, deed, on=on)
    lead.campaign = campaign
    lead.save(update_fields=["campaign"])
    says = f"Nhập tin báo việc tốt của {lead.who}, {lead.how}, mã tin {lead.receipt}."
    write("note_good_deed", says, actor=mandate.actor(), on=on, thing=lead)
    if photo is not None:
        require_photo(photo)
        attach(photo, about=lead, purpose="photo", mandate=mandate, on=on)
    return lead
