"""Đơn vị gửi cả danh sách đề nghị bằng Excel: xem trước từng dòng, rồi ghi tất cả hoặc không ghi dòng nào."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories.commune import (
    make_collective,
    make_household,
    make_person,
)
from tests.refusals import why_refused
from thidua.awards.models import Claim, Nomination
from thidua.awards.nominate import (
    ListWords,
    ask_to_file,
    carry_out_filing,
    drop_list,
    file_many,
    keep_list,
    leave_out,
    nominate,
    settle_lines,
)
from thidua.awards.nominate.listed import check_lines
from thidua.awards.queries.lists import list_for, lists_waiting
from thidua.campaigns.models import Quota
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused
from thidua.org.models import Collective, Household, Person
from thidua.reading.files.sheet import pasted_tab
from thidua.reading.roll import read_roll
from thidua.records.models import Run

pytestmark = pytest.mark.django_db
DAY = date(2023, 6, 1)
HEAD = "STT\tHọ và tên\tĐối tượng\tNăm sinh\tChức vụ\tĐơn vị\tTóm tắt thành tích\tHình thức\n"
WHOLE = HEAD + (
    "1\tBà HOÀNG THỊ CÚC\tCá nhân\t1980\tNông dân\tThôn Khuổi Cáp\tDọn vệ sinh\tGK huyện\n"
    "2\tTổ tự quản đường biên\tTập thể\t\t\tBản Vàng\tGiữ 3 km đường biên\tGiấy khen xã\n"
    "3\tHộ ông Vi Văn Pảo\tHộ gia đình\t\t\tkhuoi-cap\tHiến đất\tGiấy khen huyện\n"
)


def kept(whole, campaign, text, *, mandate=None, unit=None, how="nhận bản Excel ngày 01/6/2023"):
    words = ListWords("danh-sach.xlsx", unit, how)
    mandate = mandate or whole.commune.standing
    return keep_list(campaign, roll=read_roll([pasted_tab(text)]), words=words, mandate=mandate, on=DAY)


def faults(run):
    return [one.faults for one in check_lines(run, on=DAY)]


def test_ca_danh_sach_thanh_ho_so(whole, campaign):
    run = kept(whole, campaign, WHOLE)
    assert faults(run) == [[], [], []]
    assert file_many(run, mandate=whole.commune.standing, on=DAY) == 3
    assert list(
        Nomination.objects.order_by("id").values_list(
            "name", "recipient", "award__form", "unit__code", "address", "achievement", "how", "state"
        )
    ) == [
        ("Hoàng Thị Cúc", "individual", "giay_khen_huyen", "khuoi-cap", "Nông dân, thôn Khuổi Cáp",
         "Dọn vệ sinh", "nhận bản Excel ngày 01/6/2023", "draft"),
        ("Tổ tự quản đường biên", "collective", "giay_khen_xa", "ban-vang", "Thôn Bản Vàng",
         "Giữ 3 km đường biên", "nhận bản Excel ngày 01/6/2023", "draft"),
        ("Hộ ông Vi Văn Pảo", "household", "giay_khen_huyen", "khuoi-cap", "Thôn Khuổi Cáp",
         "Hiến đất", "nhận bản Excel ngày 01/6/2023", "draft"),
    ]  # fmt: skip
    assert Claim.objects.count() == 3
    cuc = Person.objects.get(name="Hoàng Thị Cúc")
    assert (cuc.honorific, cuc.birth_year, cuc.position) == ("Bà", 1980, "Nông dân")
    assert Household.objects.get(name="Hộ ông Vi Văn Pảo").honorific == "Ông"
    said = list(JournalEntry.objects.order_by("number").values_list("verb", "actor_for"))
    units = ("Thôn Khuổi Cáp", "Thôn Bản Vàng", "Thôn Khuổi Cáp")
    assert said == [*(("nominate", unit) for unit in units), ("file_many", "")]
    run.refresh_from_db()
    assert (run.state, run.done, run.says) == ("done", 3, "Đã lập 3 đề nghị từ danh sách.")
    assert "rows" not in run.data
    again = why_refused(file_many, run=run, mandate=whole.commune.standing, on=DAY)
    assert again == "Danh sách này đã được ghi."


def test_moi_cho_chua_ro_co_cau_noi_ro_va_chua_ghi_dong_nao(whole, campaign):
    text = HEAD + (
        "1\tTô Minh An\t\t1980\t\tThôn Nào\t\tGiấy khen\n"
        "2\tNông Hạnh 2\tCá nhân\t2031\t\t\t\t\n"
        "3\tCúc\tCá nhân\t\t\tThôn Khuổi Cáp\t\tGK xã\n"
        "4\tLộc Văn Tài\tCá nhân\t1980\t" + "x" * 201 + "\tThôn Khuổi Cáp\t\tGK xã\n"
        "5\tLỘC VĂN TÀI\tCá nhân\t\t\tThôn Khuổi Cáp\t\tGK xã\n"
    )
    run = kept(whole, campaign, text)
    assert faults(run) == [
        [
            "Không có đơn vị “Thôn Nào”; chọn đơn vị cho dòng này.",
            "Không rõ “Giấy khen” là hình thức nào; chọn hình thức cho dòng này.",
            "Chưa rõ Ông hay Bà; chọn danh xưng cho dòng này.",
        ],
        [
            "Chưa ghi đơn vị đề nghị; chọn đơn vị cho dòng này.",
            "Chưa ghi hình thức; chọn hình thức cho dòng này.",
            "“Nông Hạnh 2” không giống họ và tên; sửa lại ô tên.",
            "Năm sinh 2031 không hợp lý.",
            "Chưa rõ Ông hay Bà; chọn danh xưng cho dòng này.",
        ],
        ["“Cúc” chưa đủ họ và tên.", "Chưa rõ Ông hay Bà; chọn danh xưng cho dòng này."],
        ["Chức vụ dài quá 200 chữ cái; viết gọn lại."],
        ["Trùng với dòng 5; bỏ một dòng, hoặc ghi năm sinh nếu là hai người."],
    ]
    because = why_refused(file_many, run=run, mandate=whole.commune.standing, on=DAY)
    assert because == "Còn 5 dòng cần xem (2, 3, 4, 5, 6); chưa ghi dòng nào."
    assert not Nomination.objects.exists()
    assert Person.objects.filter(name="Tô Minh An").count() == 0


def test_dat_hinh_thuc_doi_tuong_danh_xung_don_vi_cho_nhieu_dong(whole, campaign):
    text = "Họ và tên\tThành tích\nTô Minh An\tlàm\nNông Hạnh\tlàm\nLã Bình\tlàm\n"
    run, officer = kept(whole, campaign, text), whole.commune.standing
    assert [len(found) for found in faults(run)] == [3, 3, 3]
    says = {"award": "Giấy khen của Chủ tịch UBND xã", "honorific": "Bà", "unit": "Thôn Bản Vàng"}
    settle_lines(run, places={0, 1}, says=says, mandate=officer, on=DAY)
    leave_out(run, places={2, 1}, out=True, mandate=officer, on=DAY)
    leave_out(run, places={1}, out=False, mandate=officer, on=DAY)
    settle_lines(run, places={0}, says={"recipient": "individual", "unit": ""}, mandate=officer, on=DAY)
    assert faults(run)[:2] == [[], []]
    assert file_many(run, mandate=officer, on=DAY) == 2
    assert set(Person.objects.filter(name__in=["Tô Minh An", "Nông Hạnh"]).values_list("honorific")) == {
        ("Bà",)
    }


def test_khong_danh_dau_dong_nao(whole, campaign):
    run, officer = kept(whole, campaign, WHOLE), whole.commune.standing
    told = why_refused(settle_lines, run=run, places=set(), says={"unit": "x"}, mandate=officer, on=DAY)
    assert told == "Hãy đánh dấu các dòng và chọn điều cần đặt cho các dòng đó."
    told = why_refused(leave_out, run=run, places=set(), out=True, mandate=officer, on=DAY)
    assert told == "Hãy đánh dấu ít nhất một dòng."
    leave_out(run, places={0, 1, 2}, out=True, mandate=officer, on=DAY)
    told = why_refused(file_many, run=run, mandate=officer, on=DAY)
    assert told == "Mọi dòng đều đã bỏ; không còn dòng nào để ghi."


def test_nguoi_da_co_trong_danh_sach_cua_don_vi_thi_dung_lai(whole, campaign):
    held = make_person(
        whole.village, "Hoàng Thị Cúc", birth_year=1980, honorific="Bà", position="Chi hội trưởng"
    )
    make_household(whole.village, "Hộ ông Vi Văn Pảo")
    make_collective(whole.villages[1], "Tổ tự quản đường biên")
    run = kept(whole, campaign, WHOLE)
    checked = check_lines(run, on=DAY)
    assert [one.remarks[-1] for one in checked] == [
        "Đã có trong danh sách của đơn vị; dùng thông tin đang lưu."
    ] * 3
    file_many(run, mandate=whole.commune.standing, on=DAY)
    assert Nomination.objects.get(person=held).address == "Chi hội trưởng, thôn Khuổi Cáp"
    assert (Person.objects.filter(name="Hoàng Thị Cúc").count(), Collective.objects.count()) == (1, 1)


def test_nguoi_giong_nguoi_da_co_o_thon_khac_thi_nhac_ma_khong_chan(whole, campaign):
    make_person(whole.villages[1], "Hoàng Thị Cúc", birth_year=1980, honorific="Bà")
    first = check_lines(kept(whole, campaign, WHOLE), on=DAY)[0]
    assert first.faults == []
    assert first.remarks[-1].startswith("Có thể đã có hồ sơ: Hoàng Thị Cúc, sinh năm 1980, Thôn Bản Vàng (")


def test_hai_nguoi_trung_ten_thi_hoi_nam_sinh(whole, campaign):
    for year in (1980, 1975):
        make_person(whole.village, "Hoàng Thị Cúc", birth_year=year)
    assert faults(kept(whole, campaign, WHOLE))[0] == []
    unsure = kept(whole, campaign, WHOLE.replace("1980", ""))
    assert faults(unsure)[0] == ["Thôn Khuổi Cáp có 2 người tên Hoàng Thị Cúc; ghi năm sinh."]
    other = kept(whole, campaign, WHOLE.replace("1980", "1990"))
    assert faults(other)[0] == []


def test_da_duoc_de_nghi_va_mot_thanh_tich_mot_hinh_thuc(whole, campaign):
    cuc = make_person(whole.village, "Hoàng Thị Cúc", birth_year=1980, honorific="Bà")
    award = campaign.awards.get(form="giay_khen_huyen")
    made = nominate(award, candidate=cuc, mandate=whole.head(whole.village), on=DAY)
    told = f"Đã được đề nghị Giấy khen của Chủ tịch UBND huyện trong đợt này (hồ sơ {made.code})."
    assert faults(kept(whole, campaign, WHOLE))[0] == [told]
    other = faults(kept(whole, campaign, WHOLE.replace("GK huyện", "GK xã")))[0]
    assert len(other) == 1
    assert other[0].endswith("đang được đề nghị cả Giấy khen của Chủ tịch Ủy ban nhân dân huyện.")
    Nomination.objects.update(state="refused")  # what was not given stands in nobody's way
    assert faults(kept(whole, campaign, WHOLE.replace("GK huyện", "GK xã")))[0] == []


def test_hinh_thuc_chua_co_tieu_chuan(whole, campaign):
    campaign.awards.filter(form="giay_khen_xa").update(standard_set_on=None)
    found = faults(kept(whole, campaign, WHOLE))[1]
    said = "kế hoạch giao Chủ tịch quy định, nên chưa thể đề nghị hình thức này."
    assert found == [f"Chủ tịch chưa quy định tiêu chuẩn của Giấy khen của Chủ tịch UBND xã; {said}"]


def test_chi_tieu_dem_ca_cac_dong_phia_tren(whole, campaign):
    award = campaign.awards.get(form="giay_khen_huyen")
    rows = "".join(f"Lộc Văn {name}\tThôn Khuổi Cáp\tGK huyện\n" for name in ("An", "Bình", "Cư"))
    text = f"Họ và tên\tĐơn vị\tHình thức\n{rows}"
    quota = Quota.objects.create(
        campaign=campaign,
        award=award,
        kind="cap",
        scope="all",
        number=2,
        over="block",
        set_by="Thường trực",
        set_on=DAY,
    )
    run = kept(whole, campaign, text)
    assert [len(found) for found in faults(run)] == [0, 0, 1]
    assert faults(run)[2][0].startswith("Quá chỉ tiêu: còn 2/2 ")
    Quota.objects.filter(pk=quota.pk).update(over="warn")
    assert faults(run) == [[], [], []]
    assert check_lines(run, on=DAY)[2].remarks[-1].startswith("Quá chỉ tiêu")


def test_truong_thon_chi_nhap_cho_thon_minh(whole, campaign):
    head = whole.head(whole.village)
    run = kept(whole, campaign, WHOLE, mandate=head, how="")
    assert faults(run) == [[], ["Dòng ghi Bản Vàng, danh sách này là của Thôn Khuổi Cáp."], []]
    leave_out(run, places={1}, out=True, mandate=head, on=DAY)
    file_many(run, mandate=head, on=DAY)
    assert set(Nomination.objects.values_list("unit__code", "how", "entered_by")) == {("khuoi-cap", "", "")}
    assert list(lists_waiting(head, campaign)) == []


def test_ai_khong_duoc_nhap_danh_sach(whole, campaign):
    told = why_refused(kept, whole=whole, campaign=campaign, text=WHOLE, mandate=whole.commune.clerk)
    assert told.startswith("Việc này của: ")
    campaign.state = "closed"
    told = why_refused(kept, whole=whole, campaign=campaign, text=WHOLE)
    assert told == "Đợt thi đua đã tổng kết; không nhận đề nghị khen thưởng."
    with pytest.raises(Refused):
        kept(whole, campaign, WHOLE, mandate=whole.head(whole.village))


def test_danh_sach_khong_co_dong_nao_hoac_qua_dai(whole, campaign):
    told = why_refused(kept, whole=whole, campaign=campaign, text="một\thai\nba\tbốn")
    assert told == "Không tìm thấy dòng nào có tên; danh sách cần một dòng tiêu đề có cột “Họ và tên”."
    long = "Họ và tên\n" + "Lộc Văn Tài\n" * 3001
    told = why_refused(kept, whole=whole, campaign=campaign, text=long)
    assert told == "Danh sách có 3001 dòng; mỗi lần nhập tối đa 3000."


def test_danh_sach_dai_ghi_o_phia_sau_va_tim_lai_duoc(whole, campaign):
    officer = whole.commune.standing
    run = kept(whole, campaign, WHOLE)
    assert list(lists_waiting(officer, campaign)) == [run]
    ask_to_file(run, mandate=officer, on=DAY)
    told = why_refused(drop_list, run=run, mandate=officer, on=DAY)
    assert told == "Danh sách này đã được ghi hoặc đang được ghi."
    for _ in range(2):
        carry_out_filing(run.pk)
    assert Nomination.objects.count() == 3
    assert list_for(officer, run.pk).state == "done"


def test_dieu_doi_trong_luc_cho_dua_danh_sach_ve_voi_ly_do(whole, campaign):
    officer = whole.commune.standing
    run = kept(whole, campaign, WHOLE)
    ask_to_file(run, mandate=officer, on=DAY)
    cuc = make_person(whole.village, "Hoàng Thị Cúc", birth_year=1980)
    nominate(
        campaign.awards.get(form="giay_khen_xa"), candidate=cuc, mandate=whole.head(whole.village), on=DAY
    )
    carry_out_filing(run.pk)
    run.refresh_from_db()
    assert (run.state, run.says) == ("waiting", "Còn 1 dòng cần xem (2); chưa ghi dòng nào.")
    assert Nomination.objects.count() == 1
    drop_list(run, mandate=officer, on=DAY)
    assert not Run.objects.exists()


def test_thanh_tich_dai_vao_bao_cao_ghi_chu_vao_nhat_ky(whole, campaign):
    long = "Vận động bà con làm đường. " * 20
    text = (
        f"Họ và tên\tThành tích\tGhi chú\tĐơn vị\tHình thức\nLộc Văn Tài\t{long}\tđi vắng\tkhuoi-cap\tGK xã\n"
    )
    run = kept(whole, campaign, text)
    assert (
        "Thành tích dài hơn 400 chữ cái: đưa vào báo cáo, cần viết tóm tắt."
        in check_lines(run, on=DAY)[0].remarks
    )
    file_many(run, mandate=whole.commune.standing, on=DAY)
    made = Nomination.objects.get()
    assert (made.achievement, made.report) == ("", long.strip())
    assert JournalEntry.objects.get(verb="nominate").data == {"note": "đi vắng"}
