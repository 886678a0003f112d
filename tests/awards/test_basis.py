"""Căn cứ đề nghị: loại khen thưởng, thủ tục, thành tích trước, và điều luật hỏi theo đó."""

from datetime import date

import pytest

from tests.awards.dossiers import DAY, sent, started
from tests.factories.commune import make_collective, make_household, make_person
from thidua.awards.appraise import open_appraisal
from thidua.awards.models import Basis, Consultation, Discipline, Nomination, Opinion, PastAward
from thidua.awards.nominate import BasisEntry, state_basis
from thidua.awards.queries.footing import basis_of, cited_in, years_in
from thidua.awards.queries.lawful import case_of, late_ruling, rulebook_of
from thidua.campaigns.models import OfferedAward, Registration
from thidua.journal.models import JournalEntry
from thidua.law.eligibility import PreviousAward
from thidua.law.ruling import Refused
from thidua.reports.desk import waiting_for

pytestmark = pytest.mark.django_db
PLANNED = (
    "Thủ tục đơn giản chỉ dùng cho thành tích đột xuất, rõ ràng; đề nghị này theo khen thưởng phong trào thi "
    "đua."
)
NO_MERIT = (
    "Luật chỉ nêu hộ gia đình ở khen thưởng đột xuất và phong trào thi đua, không nêu ở khen thưởng công "
    "trạng."
)
IN_2024, IN_2026 = date(2024, 6, 5), date(2026, 11, 20)


@pytest.fixture
def mai(whole):
    return make_person(whole.village, "Lò Thị Mai", honorific="Bà")


def ruled(nomination: Nomination, rule: str, *, on: date = IN_2024) -> tuple[str, str] | None:
    """What the law of a day says of a nomination under one rule."""
    book = rulebook_of(nomination.unit, on=on)
    found = [one for one in book.check(case_of(nomination)) if one.rule == rule]
    return (found[0].verdict.value, found[0].because) if found else None


def stated(whole, nomination, **entry) -> Nomination:
    state_basis(nomination, entry=BasisEntry(**entry), mandate=whole.head(nomination.unit), on=DAY)
    return nomination


def remembered(whole, candidate, table, **more):
    facts = {
        "unit": whole.commune.unit, "person": candidate, "name": candidate.name, "entered_on": DAY,
        "entered_by": "Thường trực",
    }  # fmt: skip
    return table.objects.create(**facts, **more)


def old_award(whole, candidate, decision: str, day: date, *, form: str):
    return remembered(
        whole, candidate, PastAward, form=form, title=form, decision=decision, decided_on=day,
        decided_by="Chủ tịch", level="xa", achieved_from=date(day.year, 1, 1),
        achieved_to=date(day.year, 12, 31),
    )  # fmt: skip


def test_khong_ghi_gi_la_khen_phong_trao_theo_thu_tuc_thong_thuong(whole, campaign, mai):
    nomination = started(whole, mai, campaign=campaign)
    case = case_of(nomination)
    assert (case.award_type, case.route, case.ground, case.cited) == ("phong_trao", "thuong", "", ())
    assert Basis.objects.count() == 0


def test_ghi_can_cu_thi_vao_nhat_ky_va_dieu_kiem_tra_doi_theo(whole, campaign, mai):
    nomination = stated(whole, started(whole, mai, campaign=campaign), route="don_gian")
    assert ruled(nomination, "R15", on=DAY) == (
        "no",
        PLANNED,
    )
    assert JournalEntry.objects.get(verb="state_basis").says == (
        "Căn cứ đề nghị của Lò Thị Mai: khen thưởng phong trào thi đua, thủ tục đơn giản."
    )
    stated(whole, nomination, route="don_gian", award_type="dot_xuat")
    assert ruled(nomination, "R15", on=DAY) == ("yes", "Thủ tục đơn giản chỉ cho thành tích đột xuất: đạt.")
    assert Basis.objects.count() == 1


def test_loai_khen_thuong_cua_nam_khac_va_ho_so_da_gui_thi_khong_ghi_duoc(whole, campaign, mai):
    nomination = started(whole, mai, campaign=campaign)
    with pytest.raises(Refused, match="có trong danh sách"):
        stated(whole, nomination, award_type="chuyen_de")
    gone = sent(whole, make_person(whole.village, "Hà Văn Lù"), campaign=campaign)
    with pytest.raises(Refused, match="chỉ sửa được khi đang lập"):
        stated(whole, gone, route="don_gian")


def test_ho_gia_dinh_khen_cong_trang_thi_nhac(whole, campaign):
    nomination = started(whole, make_household(whole.village), campaign=campaign)
    stated(whole, nomination, award_type="cong_trang")
    assert ruled(nomination, "R36") == (
        "no",
        NO_MERIT,
    )


def test_mot_sang_kien_neu_o_hai_ho_so(whole, campaign, mai):
    first = started(whole, mai, campaign=campaign)
    second = started(whole, make_person(whole.village, "Hà Văn Lù"), campaign=campaign)
    Nomination.objects.filter(pk=first.pk).update(initiative="Lịch trực nước bản")
    second.initiative = "lịch trực  NƯỚC bản"
    assert ruled(second, "R37") == (
        "no",
        "Sáng kiến này đã dùng để đề nghị khen thưởng: hồ sơ của Lò Thị Mai, Thi đua chào mừng 90 năm.",
    )
    second.initiative = "Bếp chung"
    assert ruled(second, "R37") == ("yes", "Mỗi sáng kiến dùng một lần: đạt.")


def test_khen_thuong_va_ky_luat_cu_den_duoc_dieu_kiem_tra(whole, campaign, mai):
    nomination = started(whole, mai, campaign=campaign, form="bang_khen_tinh")
    for year in (2022, 2023):
        old_award(whole, mai, f"{year}/QĐ-UBND", date(year, 12, 20), form="chien_si_thi_dua_co_so")
    stated(whole, nomination, award_type="cong_trang", ground="d", rests_on="Quyết định 2022/QĐ-UBND")
    assert ruled(nomination, "R12") == ("yes", "Đủ thành tích liên tục cho Bằng khen cấp tỉnh: đạt.")
    assert [(one.decision, one.award_type) for one in case_of(nomination).cited] == [
        ("2022/QĐ-UBND", "cong_trang")
    ]
    nomination.achieved_from = date(2023, 3, 15)
    remembered(
        whole, mai, Discipline, form="Khiển trách", starts=date(2023, 1, 1), paper="QĐ", ends=date(2023, 4, 1)
    )
    assert ruled(nomination, "R10") == (
        "no",
        "Chỉ tính thành tích sau khi chấp hành xong kỷ luật (ngày 01/4/2023).",
    )
    remembered(whole, mai, Discipline, form="Cảnh cáo", starts=date(2023, 5, 1), paper="QĐ")
    assert ruled(nomination, "R10") == (
        "no",
        "Chỉ tính thành tích sau khi chấp hành xong kỷ luật (chưa hết kỷ luật).",
    )


def test_tap_the_da_giai_the(whole, campaign):
    group = make_collective(whole.village)
    nomination = started(whole, group, campaign=campaign, form="giay_khen_xa")
    assert ruled(nomination, "R32", on=IN_2026) == ("yes", "Tập thể còn hoạt động: đạt.")
    group.unit.closed_on = date(2026, 6, 30)
    group.unit.save()
    nomination = Nomination.objects.get(pk=nomination.pk)
    assert ruled(nomination, "R32", on=IN_2026) == (
        "no",
        "Không khen thưởng cơ quan, đơn vị đã giải thể: tập thể kết thúc hoạt động ngày 30/6/2026.",
    )


def test_danh_hieu_nam_2023_can_dang_ky(whole, campaign, mai):
    OfferedAward.objects.create(
        campaign=campaign, order=9, form="lao_dong_tien_tien", title="Lao động tiên tiến", level="xa"
    )
    nomination = started(whole, mai, campaign=campaign)
    nomination.award = campaign.awards.get(form="lao_dong_tien_tien")
    assert ruled(nomination, "R31", on=DAY) == (
        "no",
        "Không đăng ký thi đua thì không xét danh hiệu: Thôn Khuổi Cáp chưa đăng ký.",
    )
    Registration.objects.create(campaign=campaign, unit=whole.village, state="submitted")
    assert ruled(nomination, "R31", on=DAY) == ("yes", "Có đăng ký thi đua: đạt.")


def test_gia_dinh_van_hoa_can_ngay_niem_yet(whole, campaign):
    nomination = started(whole, make_household(whole.village), campaign=campaign)
    nomination.award.form = "gia_dinh_van_hoa"
    assert ruled(nomination, "R26") == (
        "no",
        "Gia đình văn hóa phải niêm yết đủ 10 ngày và quyết định trong hạn: chưa ghi ngày niêm yết.",
    )
    asked = Consultation.objects.create(
        campaign=campaign, unit=whole.commune.unit, code="niemyet1", kind="neighbours", name="Nhân dân",
        days=10,
        asked_on=date(2024, 4, 20), state="asked",
    )  # fmt: skip
    Opinion.objects.create(consultation=asked, nomination=nomination)
    assert case_of(nomination).posted_on == date(2024, 4, 20)
    stated(whole, nomination, posted_on=date(2024, 5, 1), judged_on=date(2023, 11, 26))
    assert (ruled(nomination, "R26"), ruled(nomination, "R27")) == (
        ("yes", "Niêm yết và quyết định Gia đình văn hóa đúng ngày: đạt."),
        ("no", "Bình xét Gia đình văn hóa phải xong trước 25/11; cuộc họp bình xét ngày 26/11/2023."),
    )


def test_nguoi_tham_dinh_duoc_biet_uu_tien_va_luat_chuyen_tiep(whole, campaign, mai):
    nomination = sent(whole, mai, campaign=campaign)
    told = open_appraisal(nomination, mandate=whole.commune.standing, on=IN_2026).findings
    found = [(one.rule, one.weight, one.confirmed) for one in told.filter(rule__in=("R02", "R34"))]
    assert found == [("R02", "warn", False), ("R34", "inform", False)]


def test_tham_dinh_qua_han_len_ban_chu_tich(whole, campaign, mai):
    nomination = sent(whole, mai, campaign=campaign)
    assert nomination.due_on == date(2023, 6, 15)
    assert late_ruling(nomination, on=nomination.due_on) is None
    told = [one for one in waiting_for(whole.commune.chair, on=date(2023, 6, 20)) if "quá hạn" in one.title]
    assert [(one.title, one.note) for one in told] == [
        ("Thẩm định quá hạn: Thi đua chào mừng 90 năm", "Quá hạn thẩm định 3 ngày làm việc (hạn 15/6/2023).")
    ]
    assert late_ruling(nomination, on=date(2023, 6, 20)).because == told[0].note


def test_so_quyet_dinh_va_nam_doc_tu_loi_ghi():
    awards = tuple(
        PreviousAward(number, date(2023, 1, 1), "giay_khen_xa", "a")
        for number in ("5/QĐ-UBND", "15/QĐ-UBND", "")
    )
    assert [one.decision for one in cited_in("theo QĐ số 15/qđ-ubnd", awards)] == ["15/QĐ-UBND"]
    assert years_in("các năm 2023, 2024 (QĐ 12024)") == (2023, 2024)
    assert years_in("") == ()


def test_can_cu_chua_ghi_khong_luu_gi(whole, campaign, mai):
    nomination = started(whole, mai, campaign=campaign)
    assert basis_of(nomination).award_type == "phong_trao"
    assert Basis.objects.count() == 0
