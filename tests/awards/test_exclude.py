"""Danh sách chưa xét khen thưởng trong năm: ghi, nhập, bỏ; đề nghị và thẩm định báo hoặc chặn."""

from datetime import date

import pytest

from tests.awards.dossiers import sent, started
from tests.factories.commune import make_collective, make_person
from tests.refusals import refused
from thidua.awards.appraise import open_appraisal
from thidua.awards.exclude import (
    ExclusionWords,
    ListPaper,
    error_sheet,
    exclude,
    exclusion_rows_kept,
    keep_exclusions,
    lift_exclusion,
    put_back,
    read_exclusions,
    take_in_exclusions,
)
from thidua.awards.models import Exclusion
from thidua.awards.nominate.listed import check_lines
from thidua.awards.permissions.dossier import checklist
from thidua.awards.queries.exclusion import exclusion_for, exclusions_of, years_listed
from thidua.journal.models import JournalEntry
from thidua.records.models import LocalRule, Run

DAY = date(2023, 6, 1)
LISTED = ListPaper(2023, "Công an xã", "Công văn số 12/CAX ngày 05/01/2023")
LINE = ExclusionWords("individual", "Lộc Văn Tài", "Đang xác minh đơn thư", 1980, "Thôn Khuổi Cáp")
pytestmark = pytest.mark.django_db


def entered(whole, listed=LISTED, **more):
    words = ExclusionWords(**(vars(LINE) | more))
    return exclude(words, listed=listed, mandate=whole.commune.standing, on=DAY)


def blocks(whole):
    LocalRule.objects.create(
        unit=whole.commune.unit, rule="exclusion_list", value="block", paper="Quy chế số 5",
        starts=date(2023, 1, 1), confirmed_by="Chủ tịch",
    )  # fmt: skip


def findings(whole, nomination):
    appraisal = open_appraisal(nomination, mandate=whole.commune.standing, on=DAY)
    found = appraisal.findings.filter(rule="exclusion")
    return [(one.verdict, one.weight, one.because, one.source) for one in found]


def test_tham_dinh_duoc_bao_ma_khong_lo_ly_do(whole, campaign):
    entered(whole, name="LỘC VĂN TÀI", place="")
    nomination = sent(whole, make_person(whole.village, birth_year=1980), campaign=campaign)
    says = (
        "Lộc Văn Tài có trong danh sách chưa xét khen thưởng năm 2023. Thường trực đối chiếu danh sách, kết "
        "luận có phải đối tượng này và còn lý do chưa xét hay không."
    )
    assert findings(whole, nomination) == [("no", "warn", says, LISTED.paper)]
    (point,) = [one for one in checklist(nomination) if one.ruling.rule == "exclusion"]
    assert (point.label, point.ruling.stops) == ("Danh sách chưa xét khen thưởng", False)


def test_quy_tac_chan_thi_khong_nhan_de_nghi_dung_nguoi(whole, campaign):
    entered(whole)
    blocks(whole)
    person = make_person(whole.village, birth_year=1980)
    assert refused(started, whole, person, campaign=campaign).because == (
        "Lộc Văn Tài có trong danh sách chưa xét khen thưởng năm 2023; cơ quan quy định chưa xét khen thưởng."
    )


def test_chi_trung_ten_thi_khong_chan(whole, campaign):
    entered(whole, birth_year=None, place="Thôn Bản Vàng")
    blocks(whole)
    nomination = sent(whole, make_person(whole.village, birth_year=1980), campaign=campaign)
    (found,) = findings(whole, nomination)
    assert found[2].startswith("Lộc Văn Tài trùng tên với một dòng trong danh sách chưa xét")


@pytest.mark.parametrize(
    "line",
    [
        {"birth_year": 1961},
        {"kind": "household"},
        {"name": "Lộc Văn Tái"},
        {"listed": ListPaper(2022, "CA", "CV")},
    ],
)
def test_nguoi_khac_nam_khac_thi_khong_bao(whole, campaign, line):
    entered(whole, **line)
    nomination = sent(whole, make_person(whole.village, birth_year=1980), campaign=campaign)
    assert findings(whole, nomination) == []


def test_tap_the_cung_don_vi_la_dung_tap_the(whole, campaign):
    entered(whole, kind="collective", name="Chi hội Phụ nữ thôn Khuổi Cáp", birth_year=None)
    nomination = sent(whole, make_collective(whole.village), campaign=campaign)
    assert " có trong danh sách" in findings(whole, nomination)[0][2]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ({"name": " "}, "Chưa ghi tên."),
        ({"reason": ""}, "Chưa ghi lý do chưa xét."),
        ({"kind": "?"}, "Hãy chọn cá nhân, tập thể hay hộ gia đình."),
        ({"birth_year": 2050}, "Năm sinh 2050 không hợp lý."),
        ({"place": "x" * 251}, "Tên, lý do, nơi ở dài nhất 250 chữ cái; viết gọn lại."),
        ({"listed": ListPaper(1800, "CA", "CV")}, "Năm 1800 không hợp lý."),
        ({"listed": ListPaper(2023, " ", "CV")}, "Chưa ghi nơi gửi danh sách."),
        ({"listed": ListPaper(2023, "CA", "")}, "Chưa ghi văn bản (số, ngày) gửi danh sách."),
    ],
)
def test_dong_thieu_thi_khong_ghi(whole, line, says):
    assert refused(entered, whole, **line).because == says
    assert not Exclusion.objects.exists()


def test_bo_khoi_danh_sach_roi_dua_lai(whole, campaign):
    row, acting = entered(whole), {"mandate": whole.commune.standing, "on": DAY}
    assert refused(entered, whole).because == "Lộc Văn Tài đã có trong danh sách năm 2023."
    assert refused(lift_exclusion, row, reason=" ", **acting).rule == "exclude:why"
    lift_exclusion(row, reason="Kết luận số 7: không vi phạm", **acting)
    nomination = sent(whole, make_person(whole.village, birth_year=1980), campaign=campaign)
    assert findings(whole, nomination) == []
    assert exclusion_for(whole.commune.standing, row.pk).why == "Kết luận số 7: không vi phạm"
    put_back(row, **acting)
    assert len(findings(whole, nomination)) == 1
    told = JournalEntry.objects.filter(thing_id=row.pk).order_by("number")
    assert [one.verb for one in told] == ["exclude", "lift_exclusion", "put_back_exclusion"]
    assert years_listed(whole.village) == [2023]
    assert (
        refused(lift_exclusion, row, reason="x", mandate=whole.commune.clerk, on=DAY).rule == "mandate:role"
    )


SHEET = [
    ["DANH SÁCH KÈM THEO"],
    ["STT", "Họ và tên", "Nơi ở", "Ngày sinh", "Nội dung"],
    ["1", "Ông Lộc Văn Tài", "Thôn Khuổi Cáp", "05/6/1980", "Xác minh đơn thư"],
    ["", "", "", "", ""],
    ["2", "Hộ bà Hà Thị Lan", "Thôn Bản Vàng", "", "Nợ thuế"],
]


def test_nhap_bang_excel_cot_thu_tu_nao_cung_duoc(whole):
    acting = {"mandate": whole.commune.standing, "on": DAY}
    entered(whole)
    run = keep_exclusions(SHEET, listed=LISTED, **acting)
    read = exclusion_rows_kept(run, on=DAY)
    assert [(row.number, row.words.kind, row.words.name, row.words.birth_year) for row in read] == [
        (3, "individual", "Lộc Văn Tài", 1980),
        (5, "household", "Hộ bà Hà Thị Lan", None),
    ]
    assert take_in_exclusions(run, **acting) == 1
    assert exclusions_of(whole.village, 2023).count() == 2
    assert refused(take_in_exclusions, run, **acting).because == "Bảng này đã được nhập."


def test_bang_sai_thi_khong_ghi_dong_nao_va_co_tep_de_sua(whole):
    acting = {"mandate": whole.commune.standing, "on": DAY}
    rows = [
        *SHEET,
        ["3", "Vi Văn Xa", "", "năm nào", "Vi phạm"],
        ["4", "Lộc Văn Tài", "Thôn Khuổi Cáp", "1980", "x"],
    ]
    run = keep_exclusions(rows, listed=LISTED, **acting)
    read = exclusion_rows_kept(run, on=DAY)
    assert [row.fault for row in read] == ["", "", "Năm sinh “năm nào” không đọc được.", "Trùng với dòng 3."]
    assert error_sheet(read).rows[2][-1] == "Năm sinh “năm nào” không đọc được."
    assert refused(take_in_exclusions, run, **acting).because == (
        "Còn dòng chưa đúng (6, 7); chưa ghi dòng nào."
    )
    assert not Exclusion.objects.exists()
    assert refused(keep_exclusions, [], listed=LISTED, **acting).rule == "rows:empty"
    assert refused(read_exclusions, [["a"]] * 3000, on=DAY).because == (
        "Bảng có 3000 dòng; mỗi lần nhập tối đa 2000 dòng."
    )


def test_danh_sach_de_nghi_cua_don_vi_cung_duoc_so(whole, campaign):
    entered(whole)
    row = {
        "number": 2, "sheet": "", "name": "Lộc Văn Tài", "recipient": "individual", "unit": "Thôn Khuổi Cáp",
        "award": "Giấy khen huyện", "birth_year": 1980, "honorific": "Ông", "unclear": [], "guessed": [],
    }  # fmt: skip
    run = Run.objects.create(
        unit=whole.commune.unit, kind="nominations", total=1, started_by="Mai", started_on=DAY,
        data={"campaign": str(campaign.pk), "unit": str(whole.village.pk), "rows": [row], "left_out": []},
    )  # fmt: skip
    (line,) = check_lines(run, on=DAY)
    assert [one for one in line.remarks if "danh sách chưa xét" in one]
    blocks(whole)
    (line,) = check_lines(run, on=DAY)
    assert [one for one in line.faults if "cơ quan quy định chưa xét khen thưởng" in one]
