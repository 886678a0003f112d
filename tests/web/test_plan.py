"""Trang kế hoạch: ba cách đưa vào, xem lại cạnh bản gốc, nhận làm đợt, mốc thời gian, phát động."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories.commune import Commune, as_
from tests.factories.plans import DAY, PLAN, make_intake, make_prepared_campaign, settle_all
from thidua.campaigns.models import Campaign, PlanIntake
from thidua.records.models import OfficialDocument

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(whole: Commune) -> Client:
    return as_(whole.commune.standing)


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer
    return answer.content.decode()


def plan_file(content: str = PLAN, name: str = "ke-hoach.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content.encode())


# Đưa vào


def test_tai_tep_len_roi_xem_canh_ban_goc(officer: Client) -> None:
    assert "Đã ban hành: giữ nguyên số" in text(officer, "/ke-hoach/moi/")
    answer = officer.post("/ke-hoach/moi/", {"way": "draft", "upload": plan_file()})
    intake = PlanIntake.objects.get()
    assert answer["Location"] == f"/ke-hoach/{intake.code}/"
    page = text(officer, answer["Location"])
    content = intake.proposals.get(path="contents[0]")
    assert f'id="y-{content.pk}"' in page
    assert f'data-light="y-{content.pk}"' in page
    assert '<a class="clause" href="#dong-' in page
    assert "chỗ phải quyết trước khi nhận" in page


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [("rong.txt", "", "Tệp rỗng"), ("anh.docx", "\x89PNG", "hãy"), ("ke-hoach.doc", "cũ", ".docx")],
)
def test_tep_hong_thi_noi_vi_sao(officer: Client, name: str, content: str, says: str) -> None:
    answer = officer.post("/ke-hoach/moi/", {"way": "draft", "upload": plan_file(content, name)})
    assert answer.status_code == 200
    assert says in answer.content.decode()
    assert PlanIntake.objects.count() == 0


def test_quen_tep_thi_duoc_nhac(officer: Client) -> None:
    page = officer.post("/ke-hoach/moi/", {"way": "original"}).content.decode()
    assert "Hãy chọn tệp kế hoạch" in page


def test_gui_hai_lan_chi_doc_mot_lan(officer: Client) -> None:
    for _ in range(2):
        answer = officer.post("/ke-hoach/moi/", {"way": "draft", "upload": plan_file(), "once": "x"})
        assert answer.status_code == 302
    assert PlanIntake.objects.count() == 1


def test_viet_moi_khong_can_tep(officer: Client) -> None:
    answer = officer.post("/ke-hoach/moi/", {"way": "new"})
    assert "Viết kế hoạch mới" in text(officer, answer["Location"])


def test_van_ban_loai_khac_duoc_noi_ro_va_dung_lai(officer: Client) -> None:
    other = "KẾ HOẠCH\nTuyên truyền bầu cử trưởng thôn\n\nI. MỤC ĐÍCH\n- Để Nhân dân biết."
    address = officer.post("/ke-hoach/moi/", {"way": "draft", "upload": plan_file(other)})["Location"]
    assert "Có vẻ không phải kế hoạch phát động thi đua" in text(officer, address)
    assert officer.post(f"{address}bo/")["Location"] == "/ke-hoach/moi/"
    assert officer.get(address).status_code == 404


def test_nguoi_khac_khong_vao_duoc(whole: Commune) -> None:
    intake = make_intake(whole)
    assert as_(whole.commune.clerk).get("/ke-hoach/moi/").status_code == 403
    village = as_(whole.head(whole.village))
    assert village.get(f"/ke-hoach/{intake.code}/").status_code == 404
    assert village.get("/dot/").status_code == 200


# Xem lại


def test_nhan_sua_bo_qua_tung_cho(whole: Commune, officer: Client) -> None:
    intake = make_intake(whole)
    content, problem = intake.proposals.get(path="contents[0]"), intake.proposals.get(before="thể trận")
    address = f"/ke-hoach/{intake.code}/"
    answer = officer.post(f"{address}muc/{content.pk}/", {"answer": "edited", "value": "Thi đua làm đường."})
    assert answer["Location"] == f"{address}#y-{content.pk}"
    officer.post(f"{address}muc/{problem.pk}/", {"answer": "accepted"})
    page = text(officer, address)
    assert "Thi đua làm đường." in page
    assert "củng cố thế trận" in page


def test_sua_sai_thi_chu_da_go_con_nguyen(whole: Commune, officer: Client) -> None:
    intake = make_intake(whole)
    end = intake.proposals.get(path="period.end")
    answer = officer.post(
        f"/ke-hoach/{intake.code}/muc/{end.pk}/", {"answer": "edited", "value": "cuối tháng"}
    )
    page = answer.content.decode()
    assert "không phải là một ngày" in page
    assert ">cuối tháng</textarea>" in page


def test_nhan_ca_phan_ap_dung_goi_y_va_them_muc(whole: Commune, officer: Client) -> None:
    intake = make_intake(whole)
    address = f"/ke-hoach/{intake.code}/"
    assert officer.post(f"{address}phan/groups/")["Location"] == f"{address}#phan-groups"
    assert officer.post(f"{address}goi-y/")["Location"] == f"{address}#thanh"
    officer.post(f"{address}them/", {"field": "contents", "text": "Giữ sạch đường thôn."})
    page = text(officer, address)
    assert "Giữ sạch đường thôn." in page
    assert officer.post(f"{address}them/", {"field": "contents", "text": ""}).status_code == 200


# Nhận, mốc thời gian, phát động


def test_nhan_lam_dot_thi_dua(whole: Commune, officer: Client) -> None:
    intake = make_intake(whole)
    settle_all(intake, whole)
    address = f"/ke-hoach/{intake.code}/nhan/"
    assert "Đợt thi đua mừng 90 năm" in text(officer, address)
    answer = officer.post(address, {"short_title": "Mừng 90 năm"})
    campaign = Campaign.objects.get()
    assert answer["Location"] == f"/dot/{campaign.code}/"
    page = text(officer, answer["Location"])
    assert "V.2.1.2.a" in page
    assert "Chưa có tiêu chuẩn" in page
    assert officer.get(address)["Location"] == f"/dot/{campaign.code}/"
    assert "Tới đợt thi đua" in text(officer, f"/ke-hoach/{intake.code}/")


def test_con_cho_chua_quyet_thi_chua_nhan(whole: Commune, officer: Client) -> None:
    intake = make_intake(whole)
    page = officer.post(f"/ke-hoach/{intake.code}/nhan/", {"short_title": "Mừng 90 năm"}).content.decode()
    assert "chỗ chưa quyết" in page
    assert 'value="Mừng 90 năm"' in page


def test_ban_goc_hoi_so_ngay_nguoi_ky(whole: Commune, officer: Client) -> None:
    intake = make_intake(whole, way="original")
    settle_all(intake, whole)
    told = {"short_title": "Mừng 90 năm", "number_text": "45/KH-UBND", "day": "09/3/2023",
            "signer_words": "CHỦ TỊCH Lương Quốc Thịnh"}  # fmt: skip
    campaign_page = officer.post(f"/ke-hoach/{intake.code}/nhan/", told)["Location"]
    launch = text(officer, f"{campaign_page}phat-dong/")
    assert "Bản gốc đã ban hành, không phát hành lại" in launch
    assert officer.post(f"{campaign_page}phat-dong/")["Location"] == campaign_page
    assert Campaign.objects.get().starts == date(2023, 3, 9)


def test_phat_dong_qua_trang_van_ban(whole: Commune, officer: Client) -> None:
    campaign, office = make_prepared_campaign(whole), whole.commune
    paper = campaign.plan
    assert paper is not None
    assert f"/van-ban/{paper.code}/" in text(officer, f"/dot/{campaign.code}/phat-dong/")
    officer.post(f"/van-ban/{paper.code}/trinh/", {"signer": str(office.chair.pk)})
    as_(office.chair).post(f"/van-ban/{paper.code}/ky/")
    clerk = as_(office.clerk)
    clerk.post(f"/van-ban/{paper.code}/cho-so/", {"day": "10/3/2023"})
    clerk.post(f"/van-ban/{paper.code}/phat-hanh/")
    campaign.refresh_from_db()
    assert (campaign.state, campaign.starts) == ("open", DAY)
    assert OfficialDocument.objects.get().state == "issued"
    assert "Đợt thi đua đã mở" in text(officer, f"/dot/{campaign.code}/phat-dong/")
    assert "Thi đua mừng 90 năm" in text(clerk, f"/van-ban/{paper.code}/")


def test_thieu_noi_dung_thi_trang_phat_dong_noi_ro(whole: Commune, officer: Client) -> None:
    campaign = make_prepared_campaign(
        whole, way="original", number_text="45/KH-UBND", day=date(2023, 3, 9), signer_words="CHỦ TỊCH"
    )
    campaign.groups.all().delete()
    address = f"/dot/{campaign.code}/phat-dong/"
    assert "Kế hoạch phát động thiếu: đối tượng." in text(officer, address)
    assert "Chưa mở được" in officer.post(address).content.decode()


def test_dat_moc_thoi_gian(whole: Commune, officer: Client) -> None:
    campaign = make_prepared_campaign(whole)
    address = f"/dot/{campaign.code}/moc-thoi-gian/"
    assert "đề xuất, kế hoạch không ghi" in text(officer, address)
    late = officer.post(address, {"register": "30/6/2023"}).content.decode()
    assert "sau ngày kết thúc đợt" in late
    assert 'value="30/6/2023"' in late
    assert officer.post(address, {"register": "25/3/2023"})["Location"] == f"/dot/{campaign.code}/phat-dong/"
    assert as_(whole.commune.clerk).get(address).status_code == 403


def test_sua_noi_dung_ke_hoach_sau_khi_nhan(whole: Commune, officer: Client) -> None:
    campaign = make_prepared_campaign(whole)
    code = campaign.intake.code
    assert "Sửa nội dung kế hoạch" in text(officer, f"/dot/{campaign.code}/phat-dong/")
    assert as_(whole.commune.clerk).post(f"/dot/{campaign.code}/doc-lai/")["Location"].endswith("/phat-dong/")
    assert officer.post(f"/dot/{campaign.code}/doc-lai/")["Location"] == f"/ke-hoach/{code}/"
    assert Campaign.objects.count() == 0


def test_tu_dot_ve_ke_hoach(whole: Commune, officer: Client) -> None:
    campaign = make_prepared_campaign(whole)
    assert officer.get(f"/dot/{campaign.code}/ke-hoach/")["Location"] == f"/ke-hoach/{campaign.intake.code}/"
    PlanIntake.objects.all().delete()
    assert campaign.plan is not None
    assert officer.get(f"/dot/{campaign.code}/ke-hoach/")["Location"] == f"/van-ban/{campaign.plan.code}/"


def test_danh_sach_dot_khong_hoi_theo_dong(whole: Commune, officer: Client) -> None:
    assert "Chưa có đợt thi đua nào" in text(officer, "/dot/")
    counts = []
    for more in (1, 2):
        for _ in range(more):
            make_prepared_campaign(whole)
            make_intake(whole)
        with CaptureQueriesContext(connection) as asked:
            assert "Kế hoạch đang xem dở" in text(officer, "/dot/")
        counts.append(len(asked))
    assert counts[0] == counts[1]
