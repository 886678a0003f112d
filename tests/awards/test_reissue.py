"""Giấy khen sau khi lập: niêm phong, cấp đổi, cấp lại, đính chính, thu hồi; sổ cấp kể lại tất cả."""

from datetime import date, timedelta
from io import BytesIO

import openpyxl
import pytest

from tests.awards.session_story import DAY
from tests.awards.test_certify import in_force
from tests.factories.commune import make_campaign, make_commune, make_person
from tests.factories.printed import text_of
from tests.refusals import refused
from thidua.awards.certify import Request, hand_over, make_certificates, reissue, undo_hand_over
from thidua.awards.documents.certificate import handed_words
from thidua.awards.documents.register import register_book, register_paper, reissue_request
from thidua.awards.models import Certificate, NameCorrection, Reissue, Revocation
from thidua.awards.queries.certificate import (
    certificates_of,
    items_without_certificate,
    public_certificate,
    register_rows,
)
from thidua.awards.queries.life import life_of
from thidua.awards.queries.register import Sought, entries, forms_in, register_of, years_of
from thidua.paper.statement import read_statement
from thidua.records.models import SealKey
from thidua.records.seal import is_sealed

pytestmark = pytest.mark.django_db
LATER = DAY + timedelta(days=40)
LOST = Request("lost", "Mất khi chuyển nhà", "Bà Hoàng Thị Cúc, đơn viết tay", LATER)


@pytest.fixture
def campaign(whole):
    return make_campaign(whole, state="reviewing")


@pytest.fixture
def decision(whole, campaign):
    return in_force(whole, campaign)


@pytest.fixture
def made(whole, decision):
    return make_certificates(decision, mandate=whole.commune.clerk, on=DAY)[0]


def now(certificate: Certificate) -> Certificate:
    return public_certificate(certificate.code)


def revoked(certificate: Certificate, *, day: date | None = LATER) -> Revocation:
    """The award cancelled by an issued paper; without a day it is still a draft."""
    paper = certificate.item.decision.document
    return Revocation.objects.create(item=certificate.item, document=paper, reason="Khai man", day=day)


def corrected(certificate: Certificate, right: str) -> NameCorrection:
    paper = certificate.item.decision.document
    return NameCorrection.objects.create(
        item=certificate.item, document=paper, said=certificate.item.name, right=right, day=LATER
    )


def test_ma_qr_mang_loi_niem_phong_cua_co_quan(whole, made) -> None:
    said, seal = read_statement(made.code, made.statement)
    key = SealKey.objects.get(unit=whole.commune.unit)
    assert (said.name, said.title, said.number, said.day, said.office, said.gold_number, said.key_id) == (
        "Bà Hoàng Thị Cúc", "GIẤY KHEN", "01/QĐ-UBND", DAY, "Ủy ban nhân dân xã Nà Lâm", "1", key.key_id,
    )  # fmt: skip
    public = bytes.fromhex(key.public)
    assert is_sealed(said.sealed, signature=seal, public=public)
    other, _ = read_statement("abcdefghijkmnp", made.statement)
    assert not is_sealed(other.sealed, signature=seal, public=public)
    words = text_of(reissue_request(now(made), mandate=whole.commune.clerk))
    assert all(part in words for part in (made.code, "Bà Hoàng Thị Cúc", "Số sổ vàng 1", "[ ] bị mất;"))


WRONG = (
    (Request("buồn", "", "Ai đó", DAY), "clerk", "certify:request"),
    (Request("lost", "", " ", DAY), "clerk", "certify:request"),
    (Request("lost", "", "Ai đó", LATER + timedelta(days=1)), "clerk", "certify:asked_on"),
    (LOST, "culture", "mandate:role"),
    (LOST, "chair", "mandate:role"),
)


def test_cap_lai_giay_mat_thi_ma_moi_so_moi_giay_cu_con_nguyen(whole, decision, made) -> None:
    for asked, role, rule in WRONG:
        mandate = whole.commune.mandates[role]
        assert refused(reissue, made, request=asked, mandate=mandate, on=LATER).rule == rule
    new = reissue(made, request=LOST, mandate=whole.commune.clerk, on=LATER)
    assert (new.content | {"gold_number": "1"}, new.gold_number, new.made_on) == (made.content, "2", LATER)
    old = now(made)
    assert life_of(old).says == f"đã được thay bằng giấy mã {new.code} ngày 15/7/2023"
    assert (life_of(old).is_in_force, life_of(now(new)).kind) == (False, "valid")
    assert (list(certificates_of(decision)), items_without_certificate(decision)) == ([new], [])
    assert [list(item.certificates.all()) for item in register_rows(decision)] == [[new]]
    done = Reissue.objects.get()
    assert (done.procedure, done.asked_by, done.old, done.new) == ("cấp lại", LOST.asked_by, made, new)
    again = refused(reissue, now(made), request=LOST, mandate=whole.commune.clerk, on=LATER)
    assert (again.rule, new.code in again.because) == ("certify:replaced", True)


def test_so_vang_theo_quyet_dinh_thi_giay_cap_lai_giu_so() -> None:
    whole, day = make_commune(2026), date(2026, 6, 5)
    decision = in_force(whole, make_campaign(whole, state="reviewing", year=2026), on=day)
    made = make_certificates(decision, mandate=whole.commune.clerk, on=day)[0]
    asked = Request("damaged", "", "Bà Hoàng Thị Cúc", day)
    new = reissue(made, request=asked, mandate=whole.commune.standing, on=day)
    assert (new.gold_number, new.replaces.procedure) == (made.gold_number, "cấp đổi")


def test_ten_dinh_chinh_phai_co_van_ban_roi_moi_cap_doi(whole, made) -> None:
    asked = Request("corrected", "", "Bà Hoàng Thị Cúc", LATER)
    ruling = refused(reissue, now(made), request=asked, mandate=whole.commune.clerk, on=LATER)
    assert ruling.rule == "certify:correction"
    found = corrected(made, "Hoàng Thị Cúc Hoa")
    life = life_of(now(made))
    assert (life.kind, life.is_in_force, "“Hoàng Thị Cúc Hoa”" in life.says) == ("corrected", True, True)
    new = reissue(now(made), request=asked, mandate=whole.commune.clerk, on=LATER)
    assert (new.recipient, new.replaces.correction, life_of(now(new)).kind) == (
        "Bà Hoàng Thị Cúc Hoa", found, "valid",
    )  # fmt: skip


def test_giay_lap_sau_khi_dinh_chinh_in_ten_dung(whole, decision) -> None:
    item = decision.items.get()
    paper = decision.document
    NameCorrection.objects.create(item=item, document=paper, said=item.name, right="Hoàng Thị Hoa", day=LATER)
    made = make_certificates(decision, mandate=whole.commune.clerk, on=LATER)[0]
    assert (made.recipient, life_of(now(made)).kind) == ("Bà Hoàng Thị Hoa", "valid")


def test_da_thu_hoi_thi_khong_trao_khong_cap_lai_khong_lap_nua(whole, decision, made) -> None:
    revoked(made, day=None)
    assert life_of(now(made)).kind == "valid"
    Revocation.objects.update(day=LATER)
    life = life_of(now(made))
    assert (life.kind, life.says) == (
        "revoked", "đã thu hồi theo Quyết định số 01/QĐ-UBND ngày 05/6/2023",
    )  # fmt: skip
    clerk = whole.commune.clerk
    assert refused(hand_over, now(made), to="x", mandate=clerk, on=LATER).rule == "certify:revoked"
    assert refused(reissue, now(made), request=LOST, mandate=clerk, on=LATER).rule == "certify:revoked"
    assert list(certificates_of(decision)) == []


def test_trao_ghi_ngay_le_nguoi_nhan_thay_va_hoan_tac(whole, made) -> None:
    culture, found = whole.commune.culture, now(made)
    for day in (DAY - timedelta(days=1), LATER + timedelta(days=1)):
        ruling = refused(hand_over, found, to="x", mandate=culture, on=LATER, given_on=day)
        assert ruling.rule == "certify:given_on"
    assert refused(undo_hand_over, found, mandate=culture, on=LATER).rule == "certify:not_handed"
    hand_over(found, to=" Vi Văn  Tú ", instead="con trai nhận thay", given_on=DAY, mandate=culture, on=LATER)
    assert handed_words(now(made)) == "đã trao ngày 05/6/2023 cho Vi Văn Tú (con trai nhận thay)"
    undo_hand_over(now(made), mandate=culture, on=LATER)
    assert handed_words(now(made)) == "chưa trao"


@pytest.fixture
def three(whole, campaign):
    people = [make_person(whole.village, name) for name in ("Chu Văn An", "Bế Văn Đại", "An Văn Đông")]
    decision = in_force(whole, campaign, *people)
    return make_certificates(decision, mandate=whole.commune.clerk, on=DAY)


def names(mandate, **sought) -> list[str]:
    return [one.recipient for one in register_of(mandate, Sought(**sought))]


def test_so_cap_loc_in_thanh_so_va_chi_cua_co_quan_minh(whole, three, django_assert_num_queries) -> None:
    clerk, (an, dai, dong) = whole.commune.clerk, three
    with django_assert_num_queries(3):
        assert len(entries(register_of(clerk, Sought(year=2023)))) == 3
    hand_over(an, to="An", mandate=clerk, on=LATER)
    new = reissue(dai, request=LOST, mandate=clerk, on=LATER)
    revoked(dong)
    everybody = [one.recipient for one in (an, dai, new, dong)]
    assert names(clerk) == names(clerk, year=2023, form="giay_khen_xa") == everybody
    assert (names(clerk, year=2022), names(clerk, form="bang_khen")) == ([], [])
    assert names(clerk, words="be van dai") == [dai.recipient, new.recipient]
    assert names(clerk, words=new.code) == [new.recipient]
    assert {state: names(clerk, state=state) for state in ("waiting", "handed", "replaced", "revoked")} == {
        "waiting": [new.recipient], "handed": [an.recipient],
        "replaced": [dai.recipient], "revoked": [dong.recipient],
    }  # fmt: skip
    assert (years_of(clerk), forms_in(clerk)) == ([(2023, 4)], ["giay_khen_xa"])
    for stranger in (whole.district.clerk, whole.commune.mandates["admin"], whole.head(whole.village)):
        assert (names(stranger), years_of(stranger)) == ([], [])

    unit = an.item.nomination.unit
    before = entries(register_of(clerk, Sought()))[0].address
    type(unit).objects.filter(pk=unit.pk).update(name="Thôn Mới Sáp Nhập", short_name="Thôn Mới")
    found = entries(register_of(clerk, Sought(year=2023)))
    assert found[0].address == before
    paper = register_paper(found, unit=whole.commune.unit, title="Năm 2023")
    assert [row[0] for row in paper.body[0].rows] == ["1", "2", "3", "4"]
    assert paper.body[0].rows[1][-1] == f"chưa trao; {life_of(now(dai)).says}"
    sheet = openpyxl.load_workbook(BytesIO(register_book(found))).active
    assert [cell.value for cell in sheet[2]][1:4] == ["Ông Chu Văn An", before, "Giấy khen"]
