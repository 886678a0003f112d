"""Digests by e-mail (thư nhắc việc): one a day at most to a person, with all that waits; private calendars.

Nothing is sent by pages: a command writes the digests of the day and sends them, a job asks a new address to
confirm itself.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, timedelta
from smtplib import SMTPException
from uuid import UUID

from django.core import signing
from django.core.mail import EmailMessage
from django.db import transaction

from thidua.journal.actors import Actor
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, User
from thidua.org.queries import mandates_of
from thidua.records.models import CalendarAddress, Digest
from thidua.vietnamese.text import squeeze

LINK_LASTS = timedelta(days=3)
MAIL_SALT = "thidua.mail"


@dataclass(frozen=True)
class DigestWords:
    """What a digest says (nội dung thư nhắc việc)."""

    subject: str
    body: str


@dataclass(frozen=True)
class Sent:
    """How a run of sending went (kết quả gửi): how many went out, how many could not."""

    sent: int
    failed: int


@transaction.atomic
def set_mail_address(account: User, *, address: str, on: date) -> None:
    """Keep the address to which one's own digest goes (địa chỉ nhận thư nhắc việc), "" for no digest.

    Effects: the account, a new address waiting to be confirmed; a line in the journal without the address.
    Raises `Refused` for an address that another account has confirmed. Căn cứ: không (quy ước nội bộ).
    """
    wanted = address.strip()
    _require_own(account, wanted)
    if wanted.lower() != account.email.lower():
        account.email_confirmed_on = None
    account.email = wanted
    account.save(update_fields=["email", "email_confirmed_on"])
    says = f"“{account.username}” {'nhận' if wanted else 'thôi nhận'} thư nhắc việc."
    write("set_mail_address", says, actor=_actor(account, on), on=on, thing=account.person)


def _require_own(account: User, address: str) -> None:
    held = User.objects.filter(email__iexact=address, email_confirmed_on__isnull=False)
    if address and held.exclude(pk=account.pk).exists():
        says = "Địa chỉ thư này đã có tài khoản khác dùng; hãy ghi địa chỉ của riêng bạn."
        raise Refused(no(says, rule="notify:address"))


def _actor(account: User, on: date) -> Actor:
    held = mandates_of(account, on)
    return held[0].actor() if held else Actor("mandate", account.get_full_name())


def mail_token(account: User, *, on: date) -> str:
    """The words in the link that confirms an address (mã xác nhận địa chỉ thư): of this account, this
    address, for three days. Căn cứ: không (quy ước nội bộ).
    """
    return signing.dumps([account.pk, account.email.lower(), (on + LINK_LASTS).isoformat()], salt=MAIL_SALT)


def send_confirmation(account: User, *, link: str, sender: str) -> bool:
    """Send the link that confirms an address to that address (gửi thư xác nhận); False when no mail server
    took it. Căn cứ: không (quy ước nội bộ).
    """
    body = (
        f"Địa chỉ này vừa được ghi để nhận thư nhắc việc của phần mềm Thi Đua, tài khoản {account.username}."
        "\n\n"
        f"Mở liên kết dưới đây trong {LINK_LASTS.days} ngày để xác nhận:\n{link}\n\n"
        "Không phải bạn thì bỏ qua thư này; sẽ không có thư nào nữa."
    )
    try:
        EmailMessage("Thi Đua: xác nhận địa chỉ nhận thư", body, sender, [account.email]).send()
    except (SMTPException, OSError):
        return False
    return True


@transaction.atomic
def confirm_mail_address(token: str, *, on: date) -> User:
    """Confirm that an address is read by its owner (xác nhận địa chỉ thư), by the link that was sent there.

    Effects: digests go there from now on; a line in the journal without the address. Raises `Refused` for a
    link that is broken, too old or of an address that was changed since. Căn cứ: không (quy ước nội bộ).
    """
    account = _meant(token, on=on)
    _require_own(account, account.email)
    if account.email_confirmed_on is None:
        account.email_confirmed_on = on
        account.save(update_fields=["email_confirmed_on"])
        says = f"“{account.username}” xác nhận địa chỉ nhận thư nhắc việc."
        write("confirm_mail_address", says, actor=_actor(account, on), on=on, thing=account.person)
    return account


def account_in(token: str, *, on: date) -> User | None:
    """Whose address a link confirms (tài khoản của liên kết), None for one that confirms nothing."""
    try:
        return _meant(token, on=on)
    except Refused:
        return None


def _meant(token: str, *, on: date) -> User:
    stale = no(
        "Liên kết này không dùng được nữa. Hãy đăng nhập, mở Thư nhắc việc và bấm Gửi lại thư xác nhận.",
        rule="notify:link",
    )
    try:
        key, address, until = signing.loads(token, salt=MAIL_SALT)
    except signing.BadSignature as broken:
        raise Refused(stale) from broken
    account = User.objects.filter(pk=key, is_active=True, email__iexact=address).first()
    if account is None or on > date.fromisoformat(until):
        raise Refused(stale)
    return account


@transaction.atomic
def write_digest(account: User, *, words: DigestWords, on: date) -> Digest | None:
    """Write the digest of a day (soạn thư nhắc việc); None when this person or address has one that day, or
    the address is not confirmed.

    Căn cứ: không (quy ước nội bộ).
    """
    address = account.email if account.email_confirmed_on else ""
    held = Digest.objects.filter(day=on)
    if not address or held.filter(account=account).exists() or held.filter(address__iexact=address).exists():
        return None
    subject = squeeze(words.subject)[:250]
    return Digest.objects.create(account=account, address=address, day=on, subject=subject, body=words.body)


def send_digests(*, sender: str, on: date) -> Sent:
    """Send the digests of a day that have not gone out (gửi thư nhắc việc), also those that failed before.

    Effects: each one is marked as sent, or with the reason it failed; one that fails holds up no other.
    Căn cứ: không (quy ước nội bộ).
    """
    went = [
        _send(pk, sender)
        for pk in Digest.objects.filter(day=on).exclude(state="sent").values_list("pk", flat=True)
    ]
    return Sent(went.count(True), went.count(False))


def _send(pk: UUID, sender: str) -> bool | None:
    """Send one; it is marked before it goes, so that a second run or a crash never sends it twice and no lock
    is held while the mail server is slow.
    """
    held = Digest.objects.filter(pk=pk)
    if not held.exclude(state="sent").update(state="sent", failed_why=""):
        return None
    digest = held.get()
    try:
        EmailMessage(digest.subject, digest.body, sender, [digest.address]).send()
    except (SMTPException, OSError) as failed:
        held.update(state="failed", failed_why=squeeze(str(failed))[:250])
        return False
    return True


@transaction.atomic
def make_calendar_address(mandate: Mandate, *, on: date) -> CalendarAddress:
    """Make a private address for the calendar of this mandate (lập địa chỉ lịch riêng); the one before no
    longer opens.

    Effects: a new address; a line in the journal without it. Căn cứ: không (quy ước nội bộ).
    """
    withdraw_calendar_address(mandate, on=on)
    made = CalendarAddress.objects.create(mandate=mandate, token=secrets.token_urlsafe(32), made_on=on)
    says = f"Lập địa chỉ lịch riêng của {mandate.office.title}, {mandate.unit.name}."
    write("make_calendar_address", says, actor=mandate.actor(), on=on, thing=mandate)
    return made


@transaction.atomic
def withdraw_calendar_address(mandate: Mandate, *, on: date) -> None:
    """Withdraw the private address (thu hồi địa chỉ lịch): programs that read it get nothing any more.

    Căn cứ: không (quy ước nội bộ).
    """
    held = CalendarAddress.objects.filter(mandate=mandate, withdrawn_on=None)
    if held.update(withdrawn_on=on):
        says = f"Thu hồi địa chỉ lịch riêng của {mandate.office.title}, {mandate.unit.name}."
        write("withdraw_calendar_address", says, actor=mandate.actor(), on=on, thing=mandate)
