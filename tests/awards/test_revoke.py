"""Quyết định hủy bỏ đã phát hành: khen thưởng hết giá trị, tiền chưa chi dừng lại, tiền đã chi phải nộp."""

from datetime import date

import pytest

from tests.awards.outcomes import LONG_NAME, honoured
from tests.awards.session_story import numbered
from tests.factories.commune import make_campaign
from tests.factories.printed import require_flawless, text_of
from tests.refusals import rule_refused
from thidua.awards.amend import (
    draft_correction,
    draft_recall,
    draft_revocation,
    issue_correction,
    issue_revocation,
)
from thidua.awards.certify import draft_payment_list, mark_paid, reverse_entry, take_recovery
from thidua.awards.documents.amendment import Fault
from thidua.awards.models import FundEntry, Nomination, Payment, Revocation
from thidua.awards.queries.amendment import owed_for, owed_under, revocation_of
from thidua.awards.queries.certificate import items_to_list
from thidua.awards.queries.closing_law import recovery_ruling
from thidua.awards.queries.decision import decision_items
from thidua.awards.queries.fund import balance_of, promised
from thidua.awards.queries.history import histories, past_awards
from thidua.awards.queries.lawful import other_forms
from thidua.awards.queries.money import money_page
from thidua.awards.queries.public import public_honours
from thidua.records.documents import paper_of
from thidua.records.models import Message

pytestmark = pytest.mark.django_db
DAY, LATER = date(2023, 6, 5), date(2023, 7, 5)
WHY = "kê khai không đúng thành tích"


def revoked(decision, office, *orders):
    """The decision that cancels the award of those at these places, issued a month later."""
    items = [item for item in decision_items(decision) if item.order in orders]
    draft = draft_revocation(decision, items=items, reason=WHY, mandate=office.standing, on=LATER)
    issue_revocation(numbered(draft, office, on=LATER), mandate=office.clerk, on=LATER)
    return draft


@pytest.fixture
def paid(whole):
    """A decision of which the person at place 2 was paid, the one at place 3 not."""
    office = whole.commune
    decision = honoured(whole, make_campaign(whole, state="reviewing"))
    draft_payment_list(decision, mandate=office.accountant, on=DAY)
    payment = Payment.objects.get(item__order=2)
    mark_paid(payment, payee=payment.item.name, receipt="PC-01", mandate=office.accountant, on=DAY)
    return office, decision


def test_du_thao_chua_huy_gi_phat_hanh_roi_moi_huy(paid):
    office, decision = paid
    item = decision_items(decision)[1]
    draft = draft_revocation(decision, items=[item], reason=WHY, mandate=office.standing, on=LATER)
    assert (revocation_of(item), len(past_awards(item.nomination.person))) == (None, 1)
    issue_revocation(numbered(draft, office, on=LATER), mandate=office.clerk, on=LATER)
    row = revocation_of(item)
    assert (row.document, row.day, row.paid, row.reason) == (draft, LATER, 230_000, WHY)
    assert draft.corrects == decision.document
    told = histories([item.nomination.person])[item.nomination.person_id]
    assert (told.awards, [one.cancelled for one in told.told]) == (
        (),
        [f"đã hủy bỏ theo Quyết định số {draft.number_text} ngày 05/7/2023"],
    )
    again = {"items": [item], "reason": WHY, "mandate": office.standing, "on": LATER}
    assert rule_refused(draft_revocation, decision, **again) == "amend:revoked"
    (message,) = Message.objects.filter(purpose="revocation")
    assert message.body == f"{LONG_NAME}: hủy bỏ khen thưởng, thu hồi theo {draft.title}."


def test_khen_thuong_da_huy_khong_con_chan_hinh_thuc_khac(paid):
    office, decision = paid
    item = decision_items(decision)[1]
    another = Nomination(campaign=item.nomination.campaign, recipient="individual")
    assert other_forms(another, item.nomination.person) == ("giay_khen_xa",)
    revoked(decision, office, 2)
    assert other_forms(another, item.nomination.person) == ()


def test_hai_du_thao_cho_mot_nguoi_thi_chi_mot_ban_co_hieu_luc(paid):
    office, decision = paid
    item = decision_items(decision)[1]
    first, second = (
        draft_revocation(decision, items=[item], reason=WHY, mandate=office.standing, on=LATER)
        for _ in range(2)
    )
    issue_revocation(numbered(first, office, on=LATER), mandate=office.clerk, on=LATER)
    late = numbered(second, office, on=LATER)
    assert rule_refused(issue_revocation, late, mandate=office.clerk, on=LATER) == "amend:revoked"
    assert Revocation.objects.filter(day__isnull=False).count() == 1


def test_ten_bi_huy_roi_bang_vang_va_khong_duoc_chi_nua(paid):
    office, decision = paid
    revoked(decision, office, 2, 3)
    names = [
        item.name for one in public_honours(decision.campaign) for _, _, group in one.groups for item in group
    ]
    assert names == [item.name for item in decision_items(decision) if item.order not in (2, 3)]
    waiting = Payment.objects.get(item__order=3)
    who = {"mandate": office.accountant, "on": LATER}
    assert rule_refused(mark_paid, waiting, payee=waiting.item.name, **who) == "certify:revoked"
    line = FundEntry.objects.get(kind="prize")
    assert rule_refused(reverse_entry, line, reason="nhầm", **who) == "fund:revoked"
    assert promised(office.unit, 2023) == decision.total - 460_000
    assert recovery_ruling(decision, on=LATER).is_yes


def test_thu_hoi_tung_phan_den_khi_het_no(paid):
    office, decision = paid
    revoked(decision, office, 2, 3)
    (row,) = Revocation.objects.filter(paid__gt=0)
    who = {"mandate": office.accountant, "on": LATER}
    assert rule_refused(take_recovery, row, amount=0, receipt="PT-01", **who) == "recovery:entry"
    assert rule_refused(take_recovery, row, amount=230_001, receipt="PT-01", **who) == "recovery:more"
    entry = take_recovery(row, amount=100_000, receipt="PT-01", **who)
    assert (entry.amount, owed_for(row).left, balance_of(entry.fund_year)) == (100_000, 130_000, -130_000)
    letter = draft_recall(decision, until=date(2023, 7, 20), mandate=office.standing, on=LATER)
    paper = paper_of(letter)
    require_flawless(paper)
    assert paper.addressees == (LONG_NAME,)
    assert paper.body[1].rows == (("1", LONG_NAME, "Thôn Khuổi Cáp", "230.000", "100.000", "130.000"),)
    assert "chậm nhất ngày 20/7/2023" in text_of(paper)
    reverse_entry(entry, reason="Ghi nhầm số", **who)
    assert owed_for(row).left == 230_000
    take_recovery(row, amount=230_000, receipt="PT-02", **who)
    assert [one.left for one in owed_under(decision)] == [0]
    assert money_page(decision).owed[0].given_back == 230_000
    until = {"until": date(2023, 7, 20), "mandate": office.standing, "on": LATER}
    assert rule_refused(draft_recall, decision, **until) == "amend:nothing_owed"
    not_paid = Revocation.objects.get(paid=0)
    assert rule_refused(take_recovery, not_paid, amount=1, receipt="PT-03", **who) == "recovery:none"
    assert (
        rule_refused(take_recovery, row, amount=1, receipt="x", mandate=office.clerk, on=LATER)
        == "mandate:role"
    )


def test_han_nop_khong_o_qua_khu(paid):
    office, decision = paid
    revoked(decision, office, 2)
    past = {"until": date(2023, 7, 4), "mandate": office.accountant, "on": LATER}
    assert rule_refused(draft_recall, decision, **past) == "amend:until"


def test_dinh_chinh_ten_thi_danh_sach_sau_ghi_ten_dung_con_quyet_dinh_giu_nguyen(paid):
    office, decision = paid
    item = decision_items(decision)[2]
    faults = [Fault.of_name(item, "Lộc Văn Tải")]
    by = {"of_content": True, "mandate": office.standing, "on": LATER}
    draft = draft_correction(decision, faults=faults, **by)
    assert decision_items(decision)[2].called == "Lộc Văn Tài"
    issue_correction(numbered(draft, office, on=LATER), mandate=office.clerk, on=LATER)
    named = decision_items(decision)[2]
    assert (named.name, named.called) == ("Lộc Văn Tài", "Lộc Văn Tải")
    assert [one.name for one in past_awards(item.nomination.person)] == ["Lộc Văn Tải"]
    payment = Payment.objects.get(item=item)
    mark_paid(payment, payee="Lộc Văn Tải", mandate=office.accountant, on=LATER)
    letter = {"faults": faults, "of_content": False, "mandate": office.standing, "on": LATER}
    assert rule_refused(draft_correction, decision, **letter) == "amend:name_in_letter"
    twice = {"faults": [*faults, Fault.of_name(item, "Lộc Văn Tại")], **by}
    assert rule_refused(draft_correction, decision, **twice) == "amend:name_twice"


def test_danh_sach_chi_lap_tung_phan(whole):
    office, decision = whole.commune, honoured(whole, make_campaign(whole, state="reviewing"))
    items, by = decision_items(decision), {"mandate": whole.commune.accountant, "on": DAY}
    first = draft_payment_list(decision, items=items[:1], **by)
    assert len(paper_of(first).body[1].rows) == 1
    assert rule_refused(draft_payment_list, decision, items=items[:2], **by) == "certify:list"
    revoked(decision, office, 4)
    rest = draft_payment_list(decision, **by)
    assert [row[0] for row in paper_of(rest).body[1].rows] == ["2", "3"]
    assert items_to_list(decision) == []
    page = money_page(decision)
    assert [(line.is_listed, line.may_be_listed, line.item.cancelled != "") for line in page.lines] == [
        (True, False, False),
        (True, False, False),
        (True, False, False),
        (False, False, True),
    ]
    assert (page.paid, page.to_list, page.left_to_pay) == (0, 0, 910_000)


def test_nguoi_khac_nhan_thay_phai_co_giay_uy_quyen(paid):
    office, _ = paid
    payment, by = Payment.objects.get(item__order=3), {"mandate": office.accountant, "on": DAY}
    assert rule_refused(mark_paid, payment, payee="Lộc Thị Vợ", **by) == "certify:authority"
