"""Certificates in decision order with code and gold-book number, the handing over, and the prize money."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest

from tests.awards.session_story import DAY, appraised_above, decided, eligible, held, sent
from tests.factories.commune import (
    make_campaign,
    make_collective,
    make_commune,
    make_household,
    make_person,
)
from tests.refusals import refused
from thidua.awards.certify import draft_payment_list, hand_over, make_certificates, mark_paid
from thidua.awards.documents.certificate import (
    handed_words,
    payment_sheet,
    print_certificates,
    printed,
    register_sheet,
)
from thidua.awards.models import Certificate, Payment
from thidua.awards.queries.certificate import (
    certificate_for,
    issued_decisions,
    paid_total,
    payment_for,
    payments_of,
    public_certificate,
    register_rows,
)
from thidua.records.documents import paper_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(whole):
    return make_campaign(whole, state="reviewing")


def in_force(whole, campaign, *candidates, on=DAY):
    chosen = candidates or (make_person(whole.village, honorific="Bà", name="Hoàng Thị Cúc"),)
    session = held(campaign, [eligible(whole, campaign, one) for one in chosen], whole.commune, on=on)
    return decided(sent(session, whole.commune, on=on), whole.commune, on=on)


def test_the_certificates_stand_in_the_order_of_the_decision_each_with_its_own_code(whole, campaign):
    decision = in_force(whole, campaign, make_person(whole.village), make_collective(whole.village))
    made = make_certificates(decision, mandate=whole.commune.clerk, on=DAY)
    assert [one.item.recipient for one in made] == ["collective", "individual"]
    assert len({one.code for one in made}) == 2
    assert {len(one.code) for one in made} == {14}
    again = make_certificates(decision, mandate=whole.commune.standing, on=DAY)
    assert again == made
    assert Certificate.objects.count() == 2


def test_what_is_printed_is_what_was_decided(whole, campaign):
    made = make_certificates(in_force(whole, campaign), mandate=whole.commune.clerk, on=DAY)
    sheet = printed(made[0], base="https://nalam.example/")
    assert (sheet.title, sheet.decider, sheet.recipient) == (
        "GIẤY KHEN",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ NÀ LÂM",
        "Bà Hoàng Thị Cúc",
    )
    assert (sheet.day, sheet.signer_role, sheet.signer_name) == (DAY, "CHỦ TỊCH", "Lương Quốc Thịnh")
    assert sheet.decision_line == "Quyết định số 01/QĐ-UBND ngày 05 tháng 6 năm 2023"
    assert sheet.verify_url == f"https://nalam.example/kiem-tra/{made[0].code}/#{made[0].statement}"
    pdf = print_certificates(made, base="https://nalam.example")
    assert pdf.startswith(b"%PDF")
    assert pdf == print_certificates(made, base="https://nalam.example")


def test_in_2023_the_gold_book_number_runs_through_the_forms_of_a_level(whole, campaign):
    in_force(whole, campaign)
    for decision in issued_decisions(whole.commune.clerk, campaign):
        make_certificates(decision, mandate=whole.commune.clerk, on=DAY)
    later = in_force(whole, campaign, make_person(whole.village, "Vi Văn Tú"), make_household(whole.village))
    made = make_certificates(later, mandate=whole.commune.clerk, on=DAY)
    assert [one.gold_number for one in made] == ["2", "3"]


def test_in_2026_it_is_the_place_in_the_decision():
    whole, day = make_commune(2026), date(2026, 6, 5)
    campaign = make_campaign(whole, state="reviewing", year=2026)
    for name in ("Lộc Văn Tài", "Vi Văn Tú"):
        decision = in_force(whole, campaign, make_person(whole.village, name), on=day)
        made = make_certificates(decision, mandate=whole.commune.clerk, on=day)
        assert [one.gold_number for one in made] == ["1"]


def test_every_level_has_its_own_certificates_fund_and_signer(whole, campaign):
    nomination = eligible(whole, campaign, make_person(whole.village), form="giay_khen_huyen")
    sent(held(campaign, [nomination], whole.commune), whole.commune, form="giay_khen_huyen")
    session = held(campaign, [appraised_above(nomination, whole.district)], whole.district)
    decision = decided(sent(session, whole.district, form="giay_khen_huyen"), whole.district)
    ruling = refused(make_certificates, decision, mandate=whole.commune.clerk, on=DAY)
    assert ruling.rule == "mandate:unit"
    made = make_certificates(decision, mandate=whole.district.clerk, on=DAY)
    assert made[0].content["decider"] == "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN CAO SƠN"
    assert decision.total == 450_000
    with pytest.raises(Certificate.DoesNotExist):
        certificate_for(whole.commune.clerk, made[0].code)
    assert public_certificate(made[0].code) == made[0]


@pytest.mark.parametrize("role", ["admin", "member", "accountant"])
def test_only_clerk_and_standing_officer_make_certificates(whole, campaign, role):
    decision = in_force(whole, campaign)
    assert (
        refused(make_certificates, decision, mandate=whole.commune.mandates[role], on=DAY).rule
        == "mandate:role"
    )


def test_before_the_decision_is_issued_there_is_nothing_to_make_or_pay(whole, campaign):
    decision = in_force(whole, campaign)
    decision.state = "draft"
    assert refused(make_certificates, decision, mandate=whole.commune.clerk, on=DAY).rule == "certify:state"
    assert (
        refused(draft_payment_list, decision, mandate=whole.commune.accountant, on=DAY).rule
        == "certify:state"
    )


def test_a_certificate_is_handed_over_once_to_somebody(whole, campaign):
    made = make_certificates(in_force(whole, campaign), mandate=whole.commune.clerk, on=DAY)
    found = certificate_for(whole.commune.culture, made[0].code)
    assert handed_words(found) == "chưa trao"
    assert refused(hand_over, found, to=" ", mandate=whole.commune.culture, on=DAY).rule == "certify:to"
    hand_over(found, to="Bà Hoàng Thị Cúc", mandate=whole.commune.culture, on=date(2023, 6, 15))
    assert handed_words(found) == "đã trao ngày 15/6/2023 cho Bà Hoàng Thị Cúc"
    assert refused(hand_over, found, to="x", mandate=whole.commune.culture, on=DAY).rule == "certify:handed"
    assert refused(hand_over, found, to="x", mandate=whole.commune.accountant, on=DAY).rule == "mandate:role"


def test_the_payment_list_has_amounts_total_in_words_and_room_to_sign(whole, campaign):
    decision = in_force(whole, campaign, make_person(whole.village), make_collective(whole.village))
    document = draft_payment_list(decision, mandate=whole.commune.accountant, on=DAY)
    paper = paper_of(document)
    table = paper.body[1]
    assert [column.title for column in table.columns][-2:] == ["Người nhận", "Ký nhận"]
    assert [row[3:5] for row in table.rows] == [("450.000", ""), ("230.000", "Lộc Văn Tài")]
    assert table.total_row[3] == "680.000"
    assert paper.body[2].text == "Số tiền bằng chữ: Sáu trăm tám mươi nghìn đồng."
    assert [block.name for block in paper.signature.blocks] == ["Chu Thị Sen", "Lương Quốc Thịnh"]
    assert (
        refused(draft_payment_list, decision, mandate=whole.commune.standing, on=DAY).rule == "certify:list"
    )


def test_the_accountant_pays_each_once(whole, campaign):
    decision = in_force(whole, campaign)
    draft_payment_list(decision, mandate=whole.commune.accountant, on=DAY)
    payment = payment_for(whole.commune.accountant, Payment.objects.get().pk)
    assert (
        refused(mark_paid, payment, payee="", mandate=whole.commune.accountant, on=DAY).rule
        == "certify:payee"
    )
    assert (
        refused(mark_paid, payment, payee="x", mandate=whole.commune.standing, on=DAY).rule == "mandate:role"
    )
    mark_paid(payment, payee="Hoàng Thị Cúc", receipt="PC-12", mandate=whole.commune.accountant, on=DAY)
    assert (payment.paid_on, payment.receipt, paid_total(decision)) == (DAY, "PC-12", 230_000)
    assert (
        refused(mark_paid, payment, payee="x", mandate=whole.commune.accountant, on=DAY).rule
        == "certify:paid"
    )
    for stranger in (whole.commune.member, whole.district.accountant):
        with pytest.raises(Payment.DoesNotExist):
            payment_for(stranger, payment.pk)


def test_without_a_chair_nobody_signs_the_payment_list(whole, campaign):
    decision = in_force(whole, campaign)
    whole.commune.chair.ends = date(2023, 6, 1)
    whole.commune.chair.save()
    ruling = refused(draft_payment_list, decision, mandate=whole.commune.accountant, on=date(2023, 6, 6))
    assert ruling.rule == "certify:signer"


def test_the_lists_come_as_spreadsheets(whole, campaign):
    decision = in_force(whole, campaign)
    made = make_certificates(decision, mandate=whole.commune.clerk, on=DAY)
    draft_payment_list(decision, mandate=whole.commune.accountant, on=DAY)
    money = openpyxl.load_workbook(BytesIO(payment_sheet(decision, payments_of(decision)))).active
    assert [cell.value for cell in money[2]][:6] == [
        1,
        "Bà Hoàng Thị Cúc",
        "Thôn Khuổi Cáp",
        "0,15",
        1_490_000,
        230_000,
    ]
    book = openpyxl.load_workbook(BytesIO(register_sheet(made))).active
    assert [cell.value for cell in book[2]][1:5] == [
        "Bà Hoàng Thị Cúc",
        "Quyết định số 01/QĐ-UBND ngày 05 tháng 6 năm 2023",
        "1",
        made[0].code,
    ]


def test_the_register_shows_each_recipient_with_certificate_and_payment(
    whole, campaign, django_assert_num_queries
):
    one = in_force(whole, campaign)
    three = in_force(whole, campaign, *(make_person(whole.village, name) for name in ("An", "Bình", "Chi")))
    for decision in (one, three):
        make_certificates(decision, mandate=whole.commune.clerk, on=DAY)
        draft_payment_list(decision, mandate=whole.commune.accountant, on=DAY)
        with django_assert_num_queries(2):
            rows = register_rows(decision)
            assert all(item.payment and list(item.certificates.all()) for item in rows)
    assert [(d.made, d.handed, d.paid) for d in issued_decisions(whole.commune.clerk, campaign)] == [
        (1, 0, 0),
        (3, 0, 0),
    ]
