"""Sổ quỹ khen thưởng: mỗi khoản một dòng, nhầm thì ghi dòng ngược lại, cuối năm khóa sổ và chuyển số dư."""

from datetime import date

import pytest
from django.db import transaction
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.awards.outcomes import honoured
from tests.factories.commune import make_campaign
from tests.factories.printed import text_of
from tests.refusals import rule_refused
from thidua.awards.certify import (
    FundFacts,
    Handing,
    Movement,
    book_movement,
    close_year,
    draft_payment_list,
    enter_fund,
    mark_paid,
    reopen_year,
    reverse_entry,
)
from thidua.awards.documents.ledger import ledger_paper, ledger_sheet, voucher_paper
from thidua.awards.models import FundEntry, FundYear, Payment
from thidua.awards.queries.fund import balance_of, fund_now, fund_of, ledger_lines, promised
from thidua.law.ruling import Refused

pytestmark = pytest.mark.django_db
DAY, LAST, NEXT = date(2023, 6, 20), date(2023, 12, 31), date(2024, 1, 15)
PAPER = "Quyết định số 08/QĐ-UBND ngày 04/01/2023"


def movement(kind="allocation", amount=5_000_000, **more) -> Movement:
    return Movement(
        **({"kind": kind, "amount": amount, "day": DAY, "says": "Cấp đợt 1", "paper": PAPER} | more)
    )


@pytest.fixture
def books(whole):
    """The accountant, and how one books on that day."""
    who = {"mandate": whole.commune.accountant, "on": DAY}
    return whole.commune, who


def test_thu_chi_va_so_du_luy_ke(books):
    office, who = books
    book_movement(movement(), **who)
    book_movement(movement("contribution", 1_000_000, counterpart="Bà con xa quê", means="bank"), **who)
    book_movement(movement("material", 450_001, says="In khung"), **who)
    row = fund_of(office.unit, 2023)
    assert [(one.came_in, one.went_out, one.left) for one in ledger_lines(row)] == [
        (5_000_000, None, 5_000_000),
        (1_000_000, None, 6_000_000),
        (None, 450_001, 5_549_999),
    ]
    assert fund_now(row).lines == [
        ("cấp từ ngân sách", 5_000_000),
        ("đóng góp và nguồn hợp pháp khác", 1_000_000),
        ("chi in giấy, khung, hiện vật", 450_001),
    ]


def test_ghi_nham_thi_huy_bang_mot_dong_nguoc_lai(books):
    office, who = books
    wrong = book_movement(movement(amount=50_000_000), **who)
    undone = reverse_entry(wrong, reason="Thừa một số 0", **who)
    assert (undone.number, undone.amount, undone.says) == (2, -50_000_000, "Hủy dòng 1: Thừa một số 0")
    assert (fund_of(office.unit, 2023).fund, balance_of(wrong.fund_year)) == (0, 0)
    assert rule_refused(reverse_entry, wrong, reason="lần nữa", **who) == "fund:reversed"
    assert rule_refused(reverse_entry, undone, reason="hủy dòng hủy", **who) == "fund:reversed"
    other = book_movement(movement(), **who)
    assert rule_refused(reverse_entry, other, reason=" ", **who) == "fund:reason"
    clerk = {"mandate": office.clerk, "on": DAY}
    assert rule_refused(reverse_entry, other, reason="x", **clerk) == "mandate:role"


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        ({"amount": 0}, "fund:amount"),
        ({"kind": "prize"}, "fund:amount"),
        ({"paper": " "}, "fund:paper"),
        ({"says": ""}, "fund:paper"),
        ({"means": "vàng"}, "fund:means"),
        ({"day": date(2023, 6, 21)}, "fund:day"),
    ],
)
def test_khoan_ghi_thieu_thi_noi_thieu_gi(books, changed, rule):
    _, who = books
    given_ = {"kind": "allocation", "amount": 1, "day": DAY, "says": "Cấp", "paper": PAPER} | changed
    assert rule_refused(book_movement, Movement(**given_), **who) == rule
    assert FundYear.objects.count() == 0


def test_khoa_so_chuyen_so_du_roi_mo_lai(books):
    office, who = books
    book_movement(movement(amount=3_000_000), **who)
    row = fund_of(office.unit, 2023)
    assert rule_refused(close_year, row, **who) == "fund:early"
    late = {"mandate": office.accountant, "on": NEXT}
    close_year(row, **late)
    row.refresh_from_db()
    coming = fund_of(office.unit, 2024)
    assert (balance_of(row), balance_of(coming), row.closed_on) == (0, 3_000_000, NEXT)
    opening = coming.entries.get()
    assert rule_refused(reverse_entry, opening, reason="x", **late) == "fund:carried"
    assert rule_refused(reverse_entry, row.entries.get(kind="carried"), reason="x", **late) == "fund:carried"
    assert rule_refused(book_movement, movement(), **late) == "fund:closed"
    assert rule_refused(close_year, row, **late) == "fund:closed"
    assert rule_refused(reopen_year, row, reason="", **late) == "fund:reason"
    assert rule_refused(reopen_year, coming, reason="x", **late) == "fund:open"
    reopen_year(row, reason="Còn phiếu chi chưa ghi", **late)
    row.refresh_from_db()
    assert (balance_of(row), balance_of(coming), row.closed_on) == (3_000_000, 0, None)
    book_movement(movement("material", 1_000_000), **late)
    close_year(row, **late)
    assert balance_of(coming) == 2_000_000
    close_year(coming, mandate=office.accountant, on=date(2025, 1, 5))
    row.refresh_from_db()
    assert rule_refused(reopen_year, row, reason="x", **late) == "fund:closed"


def test_so_am_hoac_nam_sau_da_co_so_du_thi_chua_khoa_duoc(books):
    office, who = books
    book_movement(movement("material", 1_000), **who)
    row = fund_of(office.unit, 2023)
    late = {"mandate": office.accountant, "on": NEXT}
    assert rule_refused(close_year, row, **late) == "fund:overspent"
    book_movement(movement(amount=2_000), **who)
    by_hand = movement("opening", 7_000, day=NEXT)
    book_movement(by_hand, **late)
    assert rule_refused(book_movement, by_hand, **late) == "fund:opening"
    assert rule_refused(close_year, row, **late) == "fund:opening"
    reverse_entry(FundEntry.objects.get(kind="opening"), reason="Ghi trước khi khóa sổ", **late)
    close_year(row, **late)
    assert balance_of(fund_of(office.unit, 2024)) == 1_000


def test_so_in_ra_va_bang_tinh_du_tung_dong(books):
    office, who = books
    book_movement(movement(), **who)
    book_movement(movement("material", 6_000_000), **who)
    row = fund_of(office.unit, 2023)
    paper = ledger_paper(fund_now(row), ledger_lines(row), accountant=office.accountant, chair=office.chair)
    words = text_of(paper)
    assert paper.body[0].total_row == ("", "", "Cộng", "", "5.000.000", "6.000.000", "-1.000.000")
    assert "Còn lại: âm 1.000.000 đồng." in words
    assert ledger_sheet(row, ledger_lines(row)) == ledger_sheet(row, ledger_lines(row))


class Clerk:
    """An accountant who does whatever comes, and what the books should say after it."""

    def __init__(self, whole, decision):
        self.unit, self.who = whole.commune.unit, {"mandate": whole.commune.accountant}
        self.payments = list(Payment.objects.filter(item__decision=decision).order_by("item__order"))
        self.seen: dict = {}

    def do(self, what, number, on):
        """One deed; a refusal is an answer too, and writes nothing."""
        before = FundEntry.objects.count()
        try:
            with transaction.atomic():
                getattr(self, what)(number, on)
        except Refused:
            assert FundEntry.objects.count() == before

    def come_in(self, number, on):
        kinds = ("allocation", "contribution", "opening")
        book_movement(movement(kinds[number % 3], number + 1, day=on), **self.who, on=on)

    def go_out(self, number, on):
        kinds = ("material", "organising")
        book_movement(movement(kinds[number % 2], number + 1, day=on), **self.who, on=on)

    def pay(self, number, on):
        payment = Payment.objects.get(pk=self.payments[number % len(self.payments)].pk)
        how = Handing("bank", "giấy ủy quyền")
        mark_paid(payment, payee="Người nhận", receipt=f"PC-{number}", how=how, **self.who, on=on)

    def undo(self, number, on):
        lines = list(FundEntry.objects.order_by("fund_year__year", "number"))
        if lines:
            reverse_entry(lines[number % len(lines)], reason="nhầm", **self.who, on=on)

    def correct(self, number, on):
        figures = FundFacts(on.year, "mountain", 0, number + 1, number % 5, PAPER)
        enter_fund(figures, **self.who, on=on)

    def close(self, number, on):
        row = fund_of(self.unit, 2023)
        if row is not None:
            close_year(row, **self.who, on=on)

    def reopen(self, number, on):
        row = fund_of(self.unit, 2023)
        if row is not None:
            reopen_year(row, reason="còn thiếu", **self.who, on=on)

    def require_true(self):
        """Opening and in, less out, is what is left; no line ever changes; what is kept aside agrees."""
        lines = {line.pk: line for line in FundEntry.objects.all()}
        told = {pk: (one.number, one.amount, one.kind, one.says, one.day) for pk, one in lines.items()}
        assert {pk: told[pk] for pk in self.seen} == self.seen
        self.seen = told
        for row in FundYear.objects.all():
            shown = ledger_lines(row)
            came, went = sum(one.came_in or 0 for one in shown), sum(one.went_out or 0 for one in shown)
            assert came - went == balance_of(row) == fund_now(row).left
            assert [one.entry.number for one in shown] == list(range(1, len(shown) + 1))
            kept = {kind: fund_now(row).sums.get(kind, 0) for kind in ("allocation", "organising")}
            assert (row.fund, -row.organising) == (kept["allocation"], kept["organising"])
            assert row.closed_on is None or balance_of(row) == 0
        for payment in Payment.objects.filter(unit=self.unit):
            paid = -sum(one.amount for one in lines.values() if one.payment_id == payment.pk)
            assert paid == (payment.amount if payment.paid_on else 0)


DEEDS = st.lists(
    st.tuples(
        st.sampled_from(("come_in", "go_out", "pay", "pay", "undo", "correct", "close", "reopen")),
        st.integers(0, 2_000_000),
        st.sampled_from((DAY, LAST, NEXT)),
    ),
    max_size=8,
)


def test_lam_gi_theo_thu_tu_nao_so_quy_cung_khop_den_dong(whole):
    decision = honoured(whole, make_campaign(whole, state="reviewing"))
    draft_payment_list(decision, mandate=whole.commune.accountant, on=date(2023, 6, 5))

    @settings(max_examples=20, deadline=None)
    @given(DEEDS)
    @example([("come_in", 0, DAY), ("come_in", 39, DAY), ("correct", 0, DAY), ("undo", 1, DAY)])
    def check(deeds):
        with transaction.atomic():
            clerk = Clerk(whole, decision)
            for what, number, on in deeds:
                clerk.do(what, number, on)
                clerk.require_true()
            transaction.set_rollback(True)

    check()


def test_quyet_dinh_chua_chi_duoc_giu_phan_trong_quy(whole):
    office, decision = whole.commune, honoured(whole, make_campaign(whole, state="reviewing"))
    who = {"mandate": office.accountant, "on": DAY}
    assert promised(office.unit, 2023) == decision.total == 1_140_000
    draft_payment_list(decision, **who)
    payment = Payment.objects.get(item__order=2)
    entry = mark_paid(payment, payee=payment.item.name, receipt="PC-01", **who)
    assert promised(office.unit, 2023) == 910_000
    words = text_of(voucher_paper(entry, accountant=office.accountant, chair=office.chair))
    assert "Số phiếu: PC-01; ngày 20 tháng 6 năm 2023; dòng 1 sổ quỹ năm 2023." in words
    assert "Số tiền: 230.000 đồng (Hai trăm ba mươi nghìn đồng)." in words
    again = Payment.objects.get(item__order=3)
    assert rule_refused(mark_paid, again, payee=again.item.name, receipt="PC-01", **who) == "certify:receipt"
    reverse_entry(entry, reason="Chưa giao tiền", **who)
    payment.refresh_from_db()
    assert (payment.paid_on, promised(office.unit, 2023)) == (None, 1_140_000)
    mark_paid(again, payee=again.item.name, receipt="PC-01", **who)
