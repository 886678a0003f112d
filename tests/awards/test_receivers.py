"""Nơi nhận quyết định: ai đã xác nhận, ai chưa, nhắc người chưa, và quỹ còn đủ cho quyết định không."""

from datetime import date

import pytest

from tests.awards.session_story import decided, eligible, held, sent
from tests.factories.commune import make_campaign, make_person
from tests.refusals import rule_refused
from thidua.awards.certify import Movement, book_movement, draft_payment_list, mark_paid
from thidua.awards.decide import draft_decision
from thidua.awards.inform import remind_receivers
from thidua.awards.models import Payment
from thidua.awards.queries.distribution import receivers_of, silent_in
from thidua.awards.queries.fund import fund_ruling
from thidua.records.issue import acknowledge
from thidua.records.models import LocalRule, Message

pytestmark = pytest.mark.django_db
DAY, NEXT = date(2023, 6, 5), date(2023, 6, 6)


@pytest.fixture
def campaign(whole):
    return make_campaign(whole, state="reviewing")


def submitted(whole, campaign, name="Lộc Văn Tài"):
    found = [eligible(whole, campaign, make_person(whole.village, name))]
    return sent(held(campaign, found, whole.commune), whole.commune)


def test_don_vi_chua_xac_nhan_thi_duoc_nhac_moi_ngay_mot_lan(whole, campaign):
    decision, clerk = decided(submitted(whole, campaign), whole.commune), whole.commune.clerk
    (one,) = receivers_of(decision)
    assert (one.unit, one.sent_on, one.is_silent, one.reminded) == (whole.village, DAY, True, 0)
    assert remind_receivers(decision, mandate=clerk, on=NEXT) == 1
    assert rule_refused(remind_receivers, decision, mandate=clerk, on=NEXT) == "inform:no_silent"
    (one,) = receivers_of(decision)
    assert (one.reminded, one.reminded_on) == (1, NEXT)
    reminder = Message.objects.get(purpose="decision_reminder")
    acknowledge(reminder, mandate=whole.head(whole.village), on=NEXT)
    (one,) = receivers_of(decision)
    assert (one.is_silent, one.read_on, silent_in([one])) == (False, NEXT, [])
    assert rule_refused(remind_receivers, decision, mandate=clerk, on=NEXT) == "inform:no_silent"
    assert rule_refused(remind_receivers, decision, mandate=whole.commune.culture, on=NEXT) == "mandate:role"


def test_du_thao_chua_gui_ai_nen_khong_nhac_ai(whole, campaign):
    decision = draft_decision(submitted(whole, campaign), mandate=whole.commune.standing, on=DAY)
    assert receivers_of(decision) == []
    assert rule_refused(remind_receivers, decision, mandate=whole.commune.clerk, on=DAY) == "inform:state"


def fund(whole, amount):
    words = Movement("allocation", amount, DAY, "Cấp quỹ", "Quyết định số 08/QĐ-UBND")
    book_movement(words, mandate=whole.commune.accountant, on=DAY)


def test_quy_du_chi_thieu_chi_hay_chua_ghi(whole, campaign):
    decision = draft_decision(submitted(whole, campaign), mandate=whole.commune.standing, on=DAY)
    unknown = fund_ruling(decision, day=DAY)
    assert (unknown.is_yes, unknown.weight.value) == (False, "inform")
    fund(whole, 200_000)
    short = fund_ruling(decision, day=DAY)
    assert (short.weight.value, short.because) == (
        "warn",
        "Quỹ năm 2023 còn 200.000 đồng; quyết định này 230.000 đồng: vượt quỹ 30.000 đồng.",
    )
    fund(whole, 50_000)
    assert fund_ruling(decision, day=DAY).because == (
        "Quỹ năm 2023 còn 250.000 đồng; quyết định này 230.000 đồng: đủ chi, còn lại 20.000 đồng."
    )
    decided(submitted(whole, campaign, "Vi Văn Tú"), whole.commune)
    assert fund_ruling(decision, day=DAY).because == (
        "Quỹ năm 2023 còn 250.000 đồng, đã quyết định mà chưa chi 230.000 đồng; quyết định này 230.000 đồng: "
        "vượt quỹ 210.000 đồng."
    )


def test_noi_quy_dinh_dung_lai_thi_vuot_quy_khong_du_thao_khong_chi_duoc(whole, campaign):
    fund(whole, 200_000)
    waiting = submitted(whole, campaign)
    earlier = decided(submitted(whole, campaign, "Vi Văn Tú"), whole.commune)
    LocalRule.objects.create(
        unit=whole.commune.unit, rule="fund_overrun", value="block", starts=date(2023, 1, 1),
        paper="Quy chế số 02/QC-UBND", confirmed_by="Hoàng Thị Mai",
    )  # fmt: skip
    assert rule_refused(draft_decision, waiting, mandate=whole.commune.standing, on=DAY) == "fund_overrun"
    draft_payment_list(earlier, mandate=whole.commune.accountant, on=DAY)
    payment, by = Payment.objects.get(), {"mandate": whole.commune.accountant, "on": DAY}
    assert rule_refused(mark_paid, payment, payee="Vi Văn Tú", **by) == "fund:short"
