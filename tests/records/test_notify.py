"""Digests: one a day at most, sent once, none without an address; private calendars can be withdrawn."""

from datetime import date, timedelta

import pytest
from django.core import mail

from tests.factories.commune import make_user
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused
from thidua.records.models import CalendarAddress, Digest, Message
from thidua.records.notify import (
    DigestWords,
    Sent,
    account_in,
    confirm_mail_address,
    mail_token,
    make_calendar_address,
    send_confirmation,
    send_digests,
    set_mail_address,
    withdraw_calendar_address,
    write_digest,
)
from thidua.records.queries.reminding import calendar_address_of, calendar_with, last_digest_of
from thidua.reports.digest import MOST, accounts_to_tell, digest_for

pytestmark = pytest.mark.django_db
DAY = date(2023, 4, 20)
WORDS = DigestWords("Thi Đua:\n2 việc đang chờ", "Việc đang chờ bạn")


@pytest.fixture
def account(whole):
    found = make_user(whole.head(whole.village), "truong-thon")
    set_mail_address(found, address=" sinh@example.vn ", on=DAY)
    return confirm_mail_address(mail_token(found, on=DAY), on=DAY)


def tell(whole, subject="Đôn đốc", on=DAY):
    return Message.objects.create(
        unit=whole.commune.unit, to_unit=whole.village, subject=subject, body="Gửi báo cáo", sent_on=on
    )


def test_one_digest_a_day_to_a_person_and_to_an_address(whole, account):
    other = make_user(whole.head(whole.body), "mttq")
    other.email, other.email_confirmed_on = "SINH@example.vn", DAY
    assert write_digest(account, words=WORDS, on=DAY).subject == "Thi Đua: 2 việc đang chờ"
    assert write_digest(account, words=WORDS, on=DAY) is None
    assert write_digest(other, words=WORDS, on=DAY) is None
    assert write_digest(account, words=WORDS, on=DAY + timedelta(days=1)).address == "sinh@example.vn"
    set_mail_address(account, address="", on=DAY)
    assert write_digest(account, words=WORDS, on=DAY + timedelta(days=2)) is None
    assert list(accounts_to_tell()) == []


def test_an_address_belongs_to_one_account_and_the_journal_does_not_name_it(whole, account):
    other = make_user(whole.head(whole.body), "mttq")
    with pytest.raises(Refused) as refused:
        set_mail_address(other, address="Sinh@Example.vn", on=DAY)
    assert refused.value.ruling.rule == "notify:address"
    assert list(JournalEntry.objects.order_by("-number").values_list("says", flat=True)[:2]) == [
        "“truong-thon” xác nhận địa chỉ nhận thư nhắc việc.", "“truong-thon” nhận thư nhắc việc.",
    ]  # fmt: skip


def test_no_digest_goes_to_an_address_nobody_has_confirmed(whole):
    found = make_user(whole.head(whole.village), "truong-thon")
    set_mail_address(found, address="sinh@example.vn", on=DAY)
    assert (write_digest(found, words=WORDS, on=DAY), list(accounts_to_tell())) == (None, [])
    confirm_mail_address(mail_token(found, on=DAY), on=DAY + timedelta(days=3))
    assert list(accounts_to_tell()) == [found]


def test_a_link_is_good_for_three_days_for_the_address_it_was_sent_to(whole, account):
    token = mail_token(account, on=DAY)
    for stale, day in ((token, DAY + timedelta(days=4)), ("hong", DAY), (token + "x", DAY)):
        assert account_in(stale, on=day) is None
    set_mail_address(account, address="moi@example.vn", on=DAY)
    assert (account.email_confirmed_on, account_in(token, on=DAY)) == (None, None)
    with pytest.raises(Refused) as refused:
        confirm_mail_address(token, on=DAY)
    assert refused.value.ruling.rule == "notify:link"


def test_of_two_who_wrote_one_address_the_first_to_confirm_has_it(whole):
    one, other = make_user(whole.head(whole.village), "mot"), make_user(whole.head(whole.body), "hai")
    for account in (one, other):
        set_mail_address(account, address="chung@example.vn", on=DAY)
    confirm_mail_address(mail_token(other, on=DAY), on=DAY)
    with pytest.raises(Refused) as refused:
        confirm_mail_address(mail_token(one, on=DAY), on=DAY)
    assert refused.value.ruling.rule == "notify:address"


def test_the_confirmation_goes_to_the_new_address_or_says_that_it_did_not(whole, account, settings):
    assert send_confirmation(account, link="https://thidua.example.vn/x/", sender="thi-dua@example.vn")
    (letter,) = mail.outbox
    assert (letter.to, "https://thidua.example.vn/x/" in letter.body) == (["sinh@example.vn"], True)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    assert not send_confirmation(account, link="https://x/", sender="thi-dua@example.vn")


def test_what_is_written_is_sent_once(account):
    write_digest(account, words=WORDS, on=DAY)
    assert send_digests(sender="thi-dua@example.vn", on=DAY) == Sent(1, 0)
    assert send_digests(sender="thi-dua@example.vn", on=DAY) == Sent(0, 0)
    assert [(one.to, one.from_email, one.body) for one in mail.outbox] == [
        (["sinh@example.vn"], "thi-dua@example.vn", "Việc đang chờ bạn")
    ]
    assert last_digest_of(account).state == "sent"


def test_a_mail_server_that_does_not_answer_is_noted_and_tried_again(account, settings):
    write_digest(account, words=WORDS, on=DAY)
    locmem = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 9, 2
    assert send_digests(sender="thi-dua@example.vn", on=DAY) == Sent(0, 1)
    failed = Digest.objects.get()
    assert (failed.state, bool(failed.failed_why)) == ("failed", True)
    settings.EMAIL_BACKEND = locmem
    assert send_digests(sender="thi-dua@example.vn", on=DAY) == Sent(1, 0)


def test_the_digest_names_what_waits_but_not_the_notes(whole, account):
    tell(whole, "Đôn đốc báo cáo")
    words = digest_for(account, site="https://thidua.example.vn/", on=DAY)
    assert words.subject == "Thi Đua: 1 việc đang chờ, ngày 20/4/2023"
    assert words.body.splitlines()[:3] == ["Việc đang chờ bạn, ngày 20/4/2023:", "", "- Đôn đốc báo cáo"]
    assert "https://thidua.example.vn/viec-cua-toi/" in words.body
    assert "Gửi báo cáo" not in words.body


def test_no_digest_when_nothing_waits_or_nothing_is_new(whole, account):
    assert digest_for(account, site="", on=DAY) is None
    tell(whole, on=DAY - timedelta(days=9))
    write_digest(account, words=digest_for(account, site="", on=DAY), on=DAY)
    assert digest_for(account, site="", on=DAY + timedelta(days=1)) is None
    tell(whole, on=DAY)
    assert digest_for(account, site="", on=DAY + timedelta(days=1)) is not None


def test_a_long_desk_is_cut_and_says_so(whole, account):
    for number in range(MOST + 2):
        tell(whole, f"Thông báo {number}")
    lines = digest_for(account, site="", on=DAY).body.splitlines()
    assert (lines.count("- và 2 việc khác"), len(lines)) == (1, MOST + 6)


def test_a_due_day_stands_beside_its_line(whole, account, campaign):
    campaign.deadlines.create(kind="register", day=date(2023, 4, 10))
    assert f"- Đăng ký thi đua: {campaign.short_title} (quá hạn 10/4/2023)" in (
        digest_for(account, site="", on=DAY).body
    )
    assert "(hạn 10/4/2023)" in digest_for(account, site="", on=date(2023, 4, 8)).body


def test_a_private_calendar_is_replaced_and_withdrawn(whole):
    head = whole.head(whole.village)
    first = make_calendar_address(head, on=DAY)
    second = make_calendar_address(head, on=DAY)
    assert first.token != second.token
    assert (calendar_with(first.token), calendar_with(second.token).mandate) == (None, head)
    withdraw_calendar_address(head, on=DAY)
    withdraw_calendar_address(head, on=DAY)
    assert (calendar_address_of(head), calendar_with(second.token)) == (None, None)
    verbs = [line.verb for line in JournalEntry.objects.order_by("number")]
    assert verbs == [
        "make_calendar_address", "withdraw_calendar_address", "make_calendar_address",
        "withdraw_calendar_address",
    ]  # fmt: skip
    assert not any(token in line.says for line in JournalEntry.objects.all()
                   for token in CalendarAddress.objects.values_list("token", flat=True))  # fmt: skip
