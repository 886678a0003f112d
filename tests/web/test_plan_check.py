"""Trang kiểm tra kế hoạch: trả lời từng chỗ, hoàn tác, ranh giới đoạn, ảnh trang, hai người cùng làm."""

import gzip
import re

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories.commune import Commune, make_user
from tests.factories.plans import DAY, PLAN, make_intake, settle_all, upload
from tests.reading.files.builders import pdf
from tests.web.test_face import HTMX as HTMX_FILE
from tests.web.test_face import OFFICE_BUDGET, STATIC, TABLER, THEME
from thidua.campaigns.intake import begin_plan, take_plan
from thidua.campaigns.models import PlanIntake

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


def as_(mandate, name: str = "") -> Client:
    client = Client()
    user = make_user(mandate, name or f"u{mandate.pk.hex[-10:]}")
    client.force_login(user, backend="thidua.web.login.NameOrTelephoneBackend")
    return client


@pytest.fixture
def officer(whole: Commune) -> Client:
    return as_(whole.commune.standing)


@pytest.fixture
def intake(whole: Commune) -> PlanIntake:
    return make_intake(whole)


def here(intake: PlanIntake) -> str:
    return f"/ke-hoach/{intake.code}/"


def text(client: Client, address: str) -> str:
    answer = client.get(address, follow=True)
    assert answer.status_code == 200, answer
    return answer.content.decode()


def row(page: str, pk: object) -> str:
    """The row of a proposal on the page."""
    found = re.search(rf'<article [^>]*id="y-{pk}".*?</article>', page, flags=re.S)
    assert found, f"{pk} is not on the page"
    return found[0]


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).strip()


# Trang


def test_cho_chua_chac_noi_vi_sao_bang_loi(officer: Client, intake: PlanIntake) -> None:
    page = text(officer, here(intake))
    unsure = intake.proposals.get(path="targets[0]")
    assert "cần xem" in words(row(page, unsure.pk))
    assert "Chỉ tiêu nhận ra nhờ con số trong câu." in words(row(page, unsure.pk))
    sure = intake.proposals.get(path="contents[0]")
    assert "cần xem" not in words(row(page, sure.pk))


def test_xem_rieng_cho_con_mo(officer: Client, intake: PlanIntake) -> None:
    page = text(officer, f"{here(intake)}?xem=mo")
    left = [one for one in intake.proposals.all() if not one.is_clear]
    assert page.count("<article ") == len(left)
    assert f"còn {len(left)}" in words(page)


def test_loi_nghi_ngo_dung_canh_noi_dung_no_noi_den(officer: Client, intake: PlanIntake) -> None:
    page = text(officer, here(intake))
    contents = page.split('id="phan-contents"')[1].split("</section>")[0]
    slip = intake.proposals.get(before="thể trận")
    assert f'id="y-{slip.pk}"' in contents


def test_moi_doan_cua_ban_goc_mot_dong_va_khong_mat_chu(officer: Client, intake: PlanIntake) -> None:
    source = text(officer, here(intake)).split("data-source>")[1].split("</section>")[0]
    said = re.sub(r'<a class="clause".*?</a>|<a class="read-cut.*?</a>|<[^>]+>', "", source)
    assert "".join(said.split()) == "".join(PLAN.split())
    assert source.count("ranh giới") == len(intake.stretches)


def test_xong_het_thi_noi_xong(whole: Commune, officer: Client, intake: PlanIntake) -> None:
    settle_all(intake, whole)
    assert "Mọi chỗ đã rõ" in text(officer, here(intake))
    assert "Không còn chỗ nào phải quyết" in text(officer, f"{here(intake)}?xem=mo")


def test_chi_co_phan_dau_thi_nhac(whole: Commune, officer: Client) -> None:
    beginning = PLAN.split("III. GIẢI PHÁP")[0]
    intake = take_plan(upload(beginning), way="draft", mandate=whole.commune.standing, on=DAY)
    assert "Có lẽ tệp chỉ có phần đầu" in text(officer, here(intake))


def test_van_ban_khac_co_ly_do_va_loi_ra(whole: Commune, officer: Client) -> None:
    other = "KẾ HOẠCH\nTuyên truyền bầu cử trưởng thôn\n\nI. MỤC ĐÍCH\n- Để Nhân dân biết."
    intake = take_plan(upload(other), way="draft", mandate=whole.commune.standing, on=DAY)
    page = text(officer, here(intake))
    assert intake.reading["reason"] in words(page)
    assert "Dừng, bỏ bản này" in page
    assert "Chọn tệp khác" in page
    assert "Có lẽ tệp chỉ có phần đầu" not in page


def test_viet_moi_khong_co_ban_goc(whole: Commune, officer: Client) -> None:
    intake = begin_plan(source=None, mandate=whole.commune.standing, on=DAY)
    page = text(officer, here(intake))
    assert "data-source" not in page
    assert "Ghi nội dung" in page


def test_nguoi_khac_cua_xa_chi_xem(whole: Commune, intake: PlanIntake) -> None:
    page = text(as_(whole.commune.chair), here(intake))
    assert 'id="tra-loi"' not in page
    assert "ranh giới" not in page


def test_khong_co_gi_de_xem(whole: Commune, officer: Client, intake: PlanIntake) -> None:
    intake.proposals.all().delete()
    assert "Chưa đọc được gì" in text(officer, here(intake))


# Trả lời


def test_sua_khong_can_script(officer: Client, intake: PlanIntake) -> None:
    one = intake.proposals.get(path="contents[0]")
    address = f"{here(intake)}muc/{one.pk}/"
    page = text(officer, address)
    assert f"{one.value}</textarea>" in row(page, one.pk)
    page = officer.post(address, {"answer": "edited", "value": "Thi đua làm đường."}, follow=True)
    assert "đã sửa" in words(row(page.content.decode(), one.pk))


def test_tra_loi_tung_phan_chi_gui_lai_dong_da_doi(officer: Client, intake: PlanIntake) -> None:
    slip, content = intake.proposals.get(before="thể trận"), intake.proposals.get(path="contents[2]")
    answer = officer.post(f"{here(intake)}muc/{slip.pk}/?thay=0", {"answer": "accepted"}, headers=HTMX)
    told = answer.content.decode()
    assert told.count("<article ") == 2
    assert "đã nhận" in words(row(told, slip.pk))
    assert "củng cố thế trận" in words(row(told, content.pk))
    assert 'hx-swap-oob="true"' in row(told, content.pk)
    assert "Hoàn tác" in told.split('id="thanh"')[1]


def test_o_sua_tung_phan(officer: Client, intake: PlanIntake) -> None:
    one = intake.proposals.get(path="period.end")
    told = officer.get(f"{here(intake)}muc/{one.pk}/", headers=HTMX).content.decode()
    assert ">31/5/2023</textarea>" in told


def test_tra_loi_sai_thi_chu_con_nguyen(officer: Client, intake: PlanIntake) -> None:
    one = intake.proposals.get(path="period.end")
    address = f"{here(intake)}muc/{one.pk}/"
    told = officer.post(address, {"answer": "edited", "value": "cuối xuân"}, headers=HTMX).content.decode()
    assert "không phải là một ngày" in told
    assert ">cuối xuân</textarea>" in told
    assert "Chưa hiểu câu trả lời này" in officer.post(address, {"answer": "có"}).content.decode()


def test_hai_nguoi_cung_sua_mot_cho(whole: Commune, officer: Client, intake: PlanIntake) -> None:
    one = intake.proposals.get(path="contents[0]")
    address = f"{here(intake)}muc/{one.pk}/?thay=0"
    officer.post(address, {"answer": "edited", "value": "Bản trước."})
    late = officer.post(address, {"answer": "edited", "value": "Bản sau."}).content.decode()
    assert "Chỗ này vừa đổi ở nơi khác" in words(row(late, one.pk))
    assert ">Bản sau.</textarea>" in row(late, one.pk)
    one.refresh_from_db()
    assert one.value == "Bản trước."
    again = re.search(r'hx-post="([^"]+)"', row(late, one.pk))
    assert again
    officer.post(again[1], {"answer": "edited", "value": "Bản sau."})
    one.refresh_from_db()
    assert one.value == "Bản sau."


def test_bam_hai_lan_chi_lam_mot_lan(officer: Client, intake: PlanIntake) -> None:
    one = intake.proposals.get(path="contents[0]")
    for _ in range(2):
        answer = officer.post(
            f"{here(intake)}muc/{one.pk}/?thay=0", {"answer": "skipped", "once": "x"}, headers=HTMX
        )
        assert "bỏ qua" in words(row(answer.content.decode(), one.pk))
    assert intake.steps.count() == 1


def test_cung_mot_phieu_hai_cho_khac_nhau_van_la_hai_viec(officer: Client, intake: PlanIntake) -> None:
    for path in ("contents[0]", "contents[1]"):
        pk = intake.proposals.get(path=path).pk
        officer.post(f"{here(intake)}muc/{pk}/", {"answer": "skipped", "once": "x"})
    assert intake.proposals.filter(state="skipped").count() == 2


# Hoàn tác


def test_hoan_tac_ca_va_tung_goi_y(officer: Client, intake: PlanIntake) -> None:
    officer.post(f"{here(intake)}goi-y/")
    assert "Hoàn tác 2 việc" in words(text(officer, here(intake)))
    slip = intake.proposals.get(before="thể trận")
    page = officer.post(f"{here(intake)}hoan-tac/{slip.step}/mot/", follow=True).content.decode()
    assert "Đã hoàn tác." in page
    assert "cần xem" in words(row(page, slip.pk))
    last = intake.steps.get(is_undone=False)
    assert officer.post(f"{here(intake)}hoan-tac/{last.number}/")["Location"].startswith(f"{here(intake)}#y-")
    twice = officer.post(f"{here(intake)}hoan-tac/{last.number}/", follow=True).content.decode()
    assert "Việc này đã được hoàn tác rồi" in twice


# Ranh giới đoạn


def test_trang_ranh_gioi_co_doan_tren_va_doan_duoi(officer: Client, intake: PlanIntake) -> None:
    start = intake.text.index("2. Thi đua cải cách")
    page = text(officer, f"{here(intake)}doan/{start}/")
    assert "Thi đua lao động sản xuất" in page
    assert "Thi đua giữ gìn an ninh" in page
    assert f'name="at" value="{start + 3}"' in page
    answer = officer.post(f"{here(intake)}doan/{start}/", {"kind": "join", "at": start}, follow=True)
    told = words(answer.content.decode())
    assert re.search(r"Đã đọc lại: 1 chỗ mới, \d+ chỗ giữ nguyên cùng điều đã quyết\.", told)
    intake.refresh_from_db()
    assert intake.boundaries == [[start, "join"]]


def test_doan_dau_va_doan_cuoi(officer: Client, intake: PlanIntake) -> None:
    first, last = intake.stretches[0][0], intake.stretches[-1][0]
    address = f"{here(intake)}doan/{first}/"
    assert officer.get(address).status_code == officer.get(f"{here(intake)}doan/{last}/").status_code == 200
    refused = officer.post(address, {"kind": "join", "at": first}).content.decode()
    assert "Phía trên đoạn này không có đoạn nào để nối." in refused


def test_doan_khong_con_thi_quay_ve_ban_goc(officer: Client, intake: PlanIntake) -> None:
    assert "Đoạn này vừa đổi ranh giới" in text(officer, f"{here(intake)}doan/1/")


def test_doc_lai_roi_thi_cho_cu_van_giu_chu_da_go(officer: Client, intake: PlanIntake) -> None:
    gone = intake.proposals.get(path="contents[1]").pk
    start = intake.text.index("2. Thi đua cải cách")
    officer.post(f"{here(intake)}doan/{start}/", {"kind": "join", "at": start})
    typed = {"answer": "edited", "value": "Hồ sơ đúng hẹn."}
    page = officer.post(f"{here(intake)}muc/{gone}/", typed, follow=True).content.decode()
    assert "Chỗ này không còn" in page
    assert "Chữ bạn vừa gõ: “Hồ sơ đúng hẹn.”" in page
    answer = officer.post(f"{here(intake)}muc/{gone}/", typed, headers=HTMX)
    assert answer["HX-Redirect"] == here(intake)


def test_nguoi_xem_khong_doi_duoc_ranh_gioi(whole: Commune, intake: PlanIntake) -> None:
    start = intake.stretches[4][0]
    chair = as_(whole.commune.chair)
    assert 'name="kind"' not in chair.get(f"{here(intake)}doan/{start}/").content.decode()
    chair.post(f"{here(intake)}doan/{start}/", {"kind": "join", "at": start})
    assert intake.steps.count() == 0


# Ảnh trang


@pytest.fixture
def printed(whole: Commune) -> PlanIntake:
    """The plan as a PDF of several pages."""
    lines = PLAN.replace("#", r"\#").replace("@", r"\@").split("\n")
    markup = '#set page(height: 12cm)\n#set text(font: "Libertinus Serif")\n' + "\n\n".join(lines)
    file = ContentFile(pdf(markup), name="ke-hoach.pdf")
    return take_plan(file, way="draft", mandate=whole.commune.standing, on=DAY)


def test_anh_trang_canh_chu(officer: Client, printed: PlanIntake) -> None:
    page = text(officer, here(printed))
    assert printed.pages > 2
    assert f"{printed.pages} trang" in page
    assert page.count("<img ") == printed.pages
    answer = officer.get(f"{here(printed)}trang/2.png")
    assert (answer["Content-Type"], answer.content[:4]) == ("image/png", b"\x89PNG")
    assert officer.get(f"{here(printed)}trang/99.png").status_code == 404


def test_anh_trang_chi_cho_co_quan_dua_vao(whole: Commune, intake: PlanIntake, printed: PlanIntake) -> None:
    assert as_(whole.head(whole.village)).get(f"{here(printed)}trang/1.png").status_code == 404
    assert Client().get(f"{here(printed)}trang/1.png").status_code == 302
    assert as_(whole.commune.standing).get(f"{here(intake)}trang/1.png").status_code == 404


def test_ban_quet_mo_san_anh_va_chi_cho_chu_mo(officer: Client, printed: PlanIntake) -> None:
    printed.lines = [
        {**line, "confidence": 0.6, "box": [0.1, 0.1 + place / 100, 0.9, 0.12 + place / 100]}
        for place, line in enumerate(printed.lines)
    ]
    printed.save()
    page = text(officer, here(printed))
    assert page.count('<details class="read-picture no-print" open>') == printed.pages
    assert re.search(r'data-box="1 100 \d+ 900 \d+"', page)
    start = printed.stretches[6][0]
    officer.post(f"{here(printed)}doan/{start}/", {"kind": "join", "at": start})
    assert "Chữ nhận dạng từ ảnh, rõ 60 %; hãy so với ảnh trang." in text(officer, here(printed))


# Kế hoạch dài


def long_plan(items: int) -> str:
    work = "vận động Nhân dân làm đường, giữ sạch ngõ xóm, ghi sổ theo dõi và báo cáo đúng hạn"
    head, tail = PLAN.split("II. NỘI DUNG THI ĐUA\n")
    more = "".join(f"{place}. Thi đua {work} lần {place}.\n" for place in range(1, items + 1))
    return f"{head}II. NỘI DUNG THI ĐUA\n{more}III. {tail.split('III. ')[1]}"


def test_so_cau_hoi_khong_tang_theo_do_dai(whole: Commune, officer: Client) -> None:
    counts = []
    for items in (1, 3, 90):
        intake = take_plan(upload(long_plan(items)), way="draft", mandate=whole.commune.standing, on=DAY)
        one = intake.proposals.get(path="contents[0]")
        with CaptureQueriesContext(connection) as looking:
            text(officer, here(intake))
        with CaptureQueriesContext(connection) as answering:
            officer.post(f"{here(intake)}muc/{one.pk}/", {"answer": "skipped"}, headers=HTMX)
        counts.append((len(looking), len(answering)))
    assert counts[0] == counts[1] == counts[2]


def test_trang_cua_ke_hoach_300_cho_van_nhe(whole: Commune, officer: Client) -> None:
    intake = take_plan(upload(long_plan(260)), way="draft", mandate=whole.commune.standing, on=DAY)
    assert intake.proposals.count() >= 300
    own = (STATIC / "reading.css", STATIC / "reading.js", STATIC / "office.js")
    files = (THEME, TABLER, STATIC / "icons.svg", HTMX_FILE, *own)
    parts = [text(officer, here(intake)).encode(), *(path.read_bytes() for path in files)]
    assert sum(len(gzip.compress(part)) for part in parts) <= OFFICE_BUDGET
