"""Trang ký số: chủ tịch ký, văn thư cho số và ký của cơ quan, tải tệp ký ngoài, báo cáo kiểm tra chữ ký."""

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories.commune import Commune
from tests.factories.papers import DAY, make_paper
from tests.factories.signing import PASSPHRASE, holder
from tests.records.test_sign_digitally import chair_signs, outside, picture
from tests.web.door import upload
from thidua.org.models import Mandate, User
from thidua.paper.picture import page_png
from thidua.paper.sign import HEAD
from thidua.records.issue import give_number
from thidua.records.models import NumberBook, OfficialDocument, Run, SentForm
from thidua.records.queries.signing import bytes_of, signed_file
from thidua.records.sign_digitally import give_out

pytestmark = pytest.mark.django_db
BACKEND = "thidua.web.login.NameOrTelephoneBackend"


def browser(mandate: Mandate) -> Client:
    user, _ = User.objects.get_or_create(username=f"u-{mandate.pk}", defaults={"person": mandate.person})
    client = Client()
    client.force_login(user, backend=BACKEND)
    return client


def sign(client: Client, paper: OfficialDocument, name: str, *, secret: str = PASSPHRASE) -> HttpResponse:
    file = upload(holder(name).p12(), "khoa.p12")
    return client.post(
        f"/van-ban/{paper.code}/ky-so/", {"source": "file", "key_file": file, "secret": secret, "once": name}
    )


def words(answer: HttpResponse) -> str:
    return answer.content.decode()


def test_chu_tich_ky_van_thu_ky_cua_co_quan_roi_kiem_tra(whole: Commune) -> None:
    office = whole.commune
    paper = make_paper(whole, until="for_signature")
    chair, clerk = browser(office.chair), browser(office.clerk)
    assert "Ký số văn bản" in words(chair.get(f"/van-ban/{paper.code}/"))
    wrong = sign(chair, paper, office.chair.person.name, secret="sai")
    assert "Không mở được tệp khóa: sai mật khẩu" in words(wrong)
    assert "sai</" not in words(wrong)
    assert 'value="sai"' not in words(wrong)
    assert sign(chair, paper, office.chair.person.name).status_code == 302
    paper.refresh_from_db()
    year = (paper.signed_on or DAY).year
    NumberBook.objects.get_or_create(
        unit=office.unit,
        year=year,
        series="office",
        defaults={"name": "Sổ đi", "kinds": ["*"], "suffix": "UBND"},
    )
    give_number(paper, day=paper.signed_on or DAY, mandate=office.clerk, on=paper.signed_on or DAY)
    assert "Ký số của cơ quan" in words(clerk.get(f"/van-ban/{paper.code}/"))
    assert sign(clerk, paper, office.unit.name).status_code == 302
    assert signed_file(paper, "organisation") is not None
    answer = clerk.post(f"/van-ban/{paper.code}/ky-so/kiem-tra/")
    assert "chưa có chứng thư gốc để kiểm tra" in words(clerk.get(answer["Location"]))
    assert clerk.get(f"{answer['Location']}in.pdf").content.startswith(b"%PDF")
    assert PASSPHRASE not in "".join(SentForm.objects.values_list("token", flat=True))


def test_trang_van_ban_hien_chu_ky_da_dat(whole: Commune) -> None:
    paper = make_paper(whole, until="for_signature")
    given = bytes_of(give_out(paper, mandate=whole.commune.chair, on=DAY))
    signed = bytes_of(chair_signs(paper, whole))
    assert page_png(signed, number=1) != page_png(given, number=1)


def test_ky_ngoai_tai_tep_roi_dua_lai(whole: Commune) -> None:
    office = whole.commune
    paper = make_paper(whole, until="for_signature")
    chair = browser(office.chair)
    assert chair.get(f"/van-ban/{paper.code}/ky-so/tep.pdf").status_code == 404
    chair.post(f"/van-ban/{paper.code}/ky-so/tep/")
    given = chair.get(f"/van-ban/{paper.code}/ky-so/tep.pdf").content
    back = chair.post(f"/van-ban/{paper.code}/ky-so/nhan/", {"upload": upload(given, "a.pdf"), "reason": ""})
    assert "Tệp chưa có chữ ký số mới nào." in words(back)
    signed = outside(given, holder(office.chair.person.name), HEAD)
    assert (
        chair.post(f"/van-ban/{paper.code}/ky-so/nhan/", {"upload": upload(signed, "a.pdf")}).status_code
        == 302
    )
    paper.refresh_from_db()
    assert paper.state == "signed"


def test_khong_tao_duoc_tep_thi_noi_vi_sao(whole: Commune) -> None:
    paper = make_paper(whole, until="numbered")
    clerk = browser(whole.commune.clerk)
    answer = clerk.post(f"/van-ban/{paper.code}/ky-so/tep/")
    (told,) = get_messages(answer.wsgi_request)
    assert str(told).startswith("Người có thẩm quyền chưa ký số văn bản này")
    assert "phát hành bằng bản giấy đóng dấu" in words(clerk.get(f"/van-ban/{paper.code}/ky-so/"))
    clerk.post(f"/van-ban/{paper.code}/ky-so/kiem-tra/")
    assert Run.objects.filter(kind="signature_check").count() == 0


def test_chon_tep_khoa(whole: Commune) -> None:
    paper = make_paper(whole, until="for_signature")
    chair = browser(whole.commune.chair)
    page = words(chair.post(f"/van-ban/{paper.code}/ky-so/", {"source": "file", "secret": "x"}))
    assert "Hãy chọn tệp khóa .p12 hoặc .pfx." in page
    large = {"source": "file", "secret": "x", "key_file": upload(b"0" * 100_001, "khoa.p12")}
    assert "Tệp lớn quá" in words(chair.post(f"/van-ban/{paper.code}/ky-so/", large))


def test_anh_chu_ky_chi_minh_xem(whole: Commune) -> None:
    chair, clerk = browser(whole.commune.chair), browser(whole.commune.clerk)
    chair.post("/co-quan/anh-chu-ky/", {"upload": picture(seal=False), "width_mm": "50"})
    assert chair.get("/co-quan/anh-chu-ky/cua-toi.png")["Content-Type"] == "image/png"
    assert clerk.get("/co-quan/anh-chu-ky/cua-toi.png").status_code == 404
    assert chair.get("/co-quan/anh-chu-ky/con-dau.png").status_code == 403
    clerk.post("/co-quan/anh-chu-ky/con-dau/", {"upload": picture(seal=True), "width_mm": "36"})
    assert "Rộng 36,0 mm" in words(clerk.get("/co-quan/anh-chu-ky/"))


def test_danh_sach_bao_cao_khong_hoi_them_theo_so_dong(whole: Commune) -> None:
    clerk = browser(whole.commune.clerk)
    counts = []
    for times in (1, 2):
        for _ in range(times):
            clerk.post("/van-ban/kiem-tra-chu-ky/", {"upload": upload(b"%PDF-1.7", "a.pdf")})
        with CaptureQueriesContext(connection) as asked:
            page = words(clerk.get("/van-ban/kiem-tra-chu-ky/"))
        counts.append(len(asked))
    assert (page.count("Không đọc được tệp PDF này"), counts[0] == counts[1]) == (3, True)


def test_tep_lon_kiem_tra_o_nen(whole: Commune) -> None:
    clerk = browser(whole.commune.clerk)
    answer = clerk.post(
        "/van-ban/kiem-tra-chu-ky/", {"upload": upload(b"%PDF-1.7\n" + b"0" * 1_000_001, "lon.pdf")}
    )
    page = clerk.get(answer["Location"], headers={"HX-Request": "true"})
    assert "Đang kiểm tra tệp lớn" in words(page)
    assert clerk.get(f"{answer['Location']}in.pdf").status_code == 404
