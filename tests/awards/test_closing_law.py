"""Điều luật hỏi ở phiên họp, ở quyết định, khi chi tiền và khi hủy bỏ."""

from datetime import date

import pytest

from tests.awards.session_story import DAY, decided, eligible, held, sent
from tests.factories.commune import make_collective, make_person
from thidua.awards.certify import draft_payment_list, hand_over, make_certificates, mark_paid
from thidua.awards.models import Case, Decision, Nomination, PastAward, Payment
from thidua.awards.queries.closing_law import (
    decision_rulings,
    may_be_voted,
    recovery_ruling,
    title_rulings,
    vote_rulings,
)
from thidua.awards.queries.decision import decision_items
from thidua.law.ruling import Refused, Ruling
from thidua.records.models import LocalRule

pytestmark = pytest.mark.django_db
WRONG_DECREE = (
    "Ngày ký quyết định không thuộc thời gian hiệu lực của căn cứ pháp lý đã chọn: ngày 02/01/2024 áp dụng "
    "Nghị định 98/2023/NĐ-CP."
)
OUTSTANDING = (
    "Hủy quyết định, thu hồi hiện vật và tiền thưởng: giấy khen của Lộc Văn Tài, trao ngày 05/6/2023; "
    "230.000 đồng đã chi cho Lộc Văn Tài."
)
GONE = "Không khen thưởng cơ quan, đơn vị đã giải thể: tập thể kết thúc hoạt động ngày 01/9/2025."


@pytest.fixture
def decision(whole, campaign) -> Decision:
    """Hai người một tập thể được khen, quyết định đã ban hành."""
    candidates = (
        make_person(whole.village, "Lộc Văn Tài"),
        make_person(whole.village, "Hà Văn Lù"),
        make_collective(whole.village),
    )
    found = [eligible(whole, campaign, one) for one in candidates]
    return decided(sent(held(campaign, found, whole.commune), whole.commune), whole.commune)


def told(rulings) -> list[tuple[str, str]]:
    return [(one.rule, one.verdict.value) for one in rulings]


def ruled(decision: Decision, *, day: date) -> dict[str, Ruling]:
    return {one.rule: one for one in decision_rulings(decision, decision_items(decision), day=day)}


def test_mot_quyet_dinh_dung_luat_vao_ngay_cua_no_va_sai_vao_ngay_khac(whole, decision):
    case = Case.objects.select_related("session__unit", "nomination__award").first()
    assert told(vote_rulings(case)) == [("R16", "yes"), ("R18", "yes")]
    assert may_be_voted(case).is_yes
    case.count_for, case.passed, case.says = 3, False, "Đồng ý 3/7 thành viên."
    assert told(vote_rulings(case)) == [("R16", "no"), ("R18", "yes")]
    case.votes.filter(choice="for").delete()
    case.session.attendance.update(present=False)
    assert told(vote_rulings(case)) == [("R16", "no"), ("R18", "no")]
    case.closed = False
    assert vote_rulings(case) == []
    fine = ruled(decision, day=DAY)
    assert {rule: one.verdict.value for rule, one in fine.items()} == dict.fromkeys(
        ("R04", "R01", "R39", "R20", "R21", "R22"), "yes"
    )
    later = ruled(decision, day=date(2024, 1, 2))  # soạn khi còn Nghị định 91/2017
    assert (later["R01"].stops, later["R01"].because) == (True, WRONG_DECREE)
    assert (later["R39"].stops, "Nghị định 91/2017/NĐ-CP" in later["R39"].because) == (True, True)
    assert later["R20"].because == "Mức lương cơ sở áp dụng theo ngày ký quyết định: 1.800.000 đồng."
    whole.village.closed_on = date(2025, 9, 1)
    whole.village.save()
    assert ruled(decision, day=date(2025, 9, 10))["R32"].because == GONE
    LocalRule.objects.filter(rule="bonus_rounding").delete()
    assert ruled(decision, day=DAY)["local:bonus_rounding"].stops


def test_danh_hieu_cao_khong_bieu_quyet_gio_tay(whole, campaign):
    nomination = eligible(whole, campaign, make_person(whole.village, "Lộc Văn Tài"))
    nomination.award.form = "chien_si_thi_dua_tinh"
    nomination.award.save()
    with pytest.raises(Refused, match="Phải họp, bỏ phiếu kín và đạt từ 90 % trở lên"):
        held(campaign, [nomination], whole.commune)
    case = Case.objects.select_related("session__unit", "nomination__award").get()
    assert (may_be_voted(case).rule, may_be_voted(case).source) == (
        "R17",
        "Nghị định 91/2017/NĐ-CP, Điều 45 khoản 8",
    )
    case.session.mode = "ballots"
    assert may_be_voted(case).is_yes


def test_chi_mot_danh_hieu_va_thu_hoi_khi_huy_bo(whole, decision):
    clerk, accountant = whole.commune.clerk, whole.commune.accountant
    year = {"achieved_from": date(2022, 1, 1), "achieved_to": date(2022, 12, 31)}
    Nomination.objects.update(**year)
    Decision.objects.update(form="lao_dong_tien_tien")
    decision.refresh_from_db()
    item = decision.items.get(name="Lộc Văn Tài")
    assert title_rulings(decision, decision_items(decision), on=DAY) == []
    PastAward.objects.create(
        unit=whole.commune.unit, person=item.nomination.person, name=item.name, entered_on=DAY,
        entered_by="Thường trực", form="chien_si_thi_dua_co_so", title="Chiến sĩ thi đua cơ sở",
        decision="5/QĐ-UBND", decided_on=date(2023, 1, 5), decided_by="Chủ tịch", level="huyen",
        amount=1_490_000, **year,
    )  # fmt: skip
    with pytest.raises(Refused, match="Lộc Văn Tài được thưởng cả Chiến sĩ thi đua cơ sở và"):
        draft_payment_list(decision, mandate=accountant, on=DAY)
    assert Payment.objects.count() == 0
    Decision.objects.update(form="giay_khen_xa")
    decision.refresh_from_db()
    assert recovery_ruling(decision, on=DAY).is_yes
    make_certificates(decision, mandate=clerk, on=DAY)
    draft_payment_list(decision, mandate=accountant, on=DAY)
    hand_over(item.certificates.get(), to="Lộc Văn Tài", mandate=whole.commune.culture, on=DAY)
    payment = Payment.objects.select_related("item__decision", "unit").get(item=item)
    mark_paid(payment, payee="Lộc Văn Tài", mandate=accountant, on=DAY)
    ruling = recovery_ruling(decision, on=DAY)
    assert (ruling.rule, ruling.because) == ("R35", OUTSTANDING)
