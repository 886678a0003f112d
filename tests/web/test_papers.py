"""Trang giấy tờ: danh sách, xem trước, ký, cho số, phát hành, bản Word đã sửa, bản quét."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories.commune import Commune, as_
from tests.factories.papers import DAY, make_paper, plan_content
from tests.records.test_issue import PDF
from thidua.paper.docx import write_docx
from thidua.paper.model import heading, p
from thidua.records.models import OfficialDocument
from thidua.records.receive import Original, receive_original

pytestmark = pytest.mark.django_db


def url(paper: OfficialDocument, rest: str = "") -> str:
    return f"/van-ban/{paper.code}/{rest}"


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer
    return answer.content.decode()


def test_danh_sach_noi_van_ban_nao_cho_toi(whole: Commune) -> None:
    sent = make_paper(whole, until="for_signature")
    page = text(as_(whole.commune.chair), "/van-ban/")
    assert page.count(f"/van-ban/{sent.code}/") == 2
    assert "Không có văn bản nào chờ bạn" in text(as_(whole.commune.accountant), "/van-ban/")


@pytest.mark.parametrize(
    ("until", "role", "name", "desk", "to_do"),
    [
        ("draft", "standing", "Hoàng Thị Mai", "người soạn", "Xem lại, trình ký"),
        ("for_signature", "chair", "Lương Quốc Thịnh", "người ký", "Ký hoặc trả lại"),
        ("signed", "clerk", "", "văn thư", "Cho số, ngày"),
        ("numbered", "clerk", "", "văn thư", "Phát hành"),
    ],
)
def test_danh_sach_noi_ai_lam_viec_gi_tiep(
    whole: Commune, until: str, role: str, name: str, desk: str, to_do: str
) -> None:
    make_paper(whole, until=until)
    page = text(as_(whole.commune.mandates[role]), "/van-ban/")
    assert f'<td data-label="Đang ở bàn">{name}<small>{desk}</small></td>' in page
    assert f"<b>{to_do}</b>" in page


def test_loc_theo_buoc_va_chu(whole: Commune) -> None:
    make_paper(whole)
    client = as_(whole.commune.accountant)
    assert "Không có văn bản nào khớp" in text(client, "/van-ban/?buoc=issued")
    assert "Không có văn bản nào khớp" in text(client, "/van-ban/?tim=khong-co")
    assert "Không có văn bản nào khớp" not in text(client, "/van-ban/?tim=90 năm&buoc=draft")


def test_danh_sach_khong_hoi_theo_dong(whole: Commune) -> None:
    client = as_(whole.commune.chair)
    counts = []
    for more in (1, 2):
        for _ in range(more):
            make_paper(whole, until="for_signature")
        with CaptureQueriesContext(connection) as asked:
            client.get("/van-ban/")
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_ca_doi_van_ban_qua_trang_web(whole: Commune) -> None:
    paper, office = make_paper(whole, purpose="invitation"), whole.commune
    chair, clerk = as_(office.chair), as_(office.clerk)
    answer = as_(office.standing).post(url(paper, "trinh/"), {"signer": str(office.chair.pk)})
    assert answer["Location"] == url(paper)
    assert "Ký văn bản" in text(chair, url(paper))
    chair.post(url(paper, "ky/"))
    clerk.post(url(paper, "cho-so/"), {"number_text": "", "day": "15/3/2023"})
    clerk.post(url(paper, "phat-hanh/"))
    paper.refresh_from_db()
    assert (paper.state, paper.number_text) == ("issued", "01/KH-UBND")


def test_phat_hanh_va_gan_ban_quet(whole: Commune) -> None:
    office = whole.commune
    paper = make_paper(whole, until="signed", purpose="invitation")
    clerk = as_(office.clerk)
    clerk.post(url(paper, "cho-so/"), {"number_text": "45/GM-HĐTĐKT", "day": "15/3/2023"})
    assert clerk.post(url(paper, "phat-hanh/"))["Location"] == url(paper)
    scan = SimpleUploadedFile("co-dau.pdf", clerk.get(url(paper, "tai/pdf/")).content)
    clerk.post(url(paper, "ban-quet/"), {"upload": scan})
    page = text(clerk, url(paper))
    assert "Đang hiện bản quét có chữ ký, con dấu" in page
    assert "co-dau.pdf" in page
    assert "SHA-256" in page


def test_gui_hai_lan_chi_ky_mot_lan(whole: Commune) -> None:
    paper = make_paper(whole, until="for_signature")
    chair = as_(whole.commune.chair)
    for _ in range(2):
        assert chair.post(url(paper, "ky/"), {"once": "mot-lan"}).status_code == 302
    paper.refresh_from_db()
    assert paper.state == "signed"


def test_khong_duoc_ky_thi_noi_vi_sao(whole: Commune) -> None:
    paper = make_paper(whole, until="for_signature")
    client = as_(whole.commune.clerk)
    assert "Văn bản này trình Lương Quốc Thịnh" in text(client, url(paper))
    client.post(url(paper, "ky/"))
    assert "Văn bản này trình Lương Quốc Thịnh" in text(client, url(paper))
    paper.refresh_from_db()
    assert paper.state == "for_signature"


def test_tra_lai_thieu_y_kien_thi_giu_trang(whole: Commune) -> None:
    paper = make_paper(whole, until="for_signature")
    chair = as_(whole.commune.chair)
    assert chair.post(url(paper, "tra-lai/"), {"remark": ""}).status_code == 200
    chair.post(url(paper, "tra-lai/"), {"remark": "Ghi rõ thời gian."})
    assert "Ghi rõ thời gian." in text(as_(whole.commune.standing), url(paper))


def test_so_sai_thi_chu_da_go_con_nguyen(whole: Commune) -> None:
    paper = make_paper(whole, until="signed")
    page = as_(whole.commune.clerk).post(url(paper, "cho-so/"), {"number_text": "KH/45", "day": "15/3/2023"})
    assert "không bắt đầu bằng số" in page.content.decode()
    assert 'value="KH/45"' in page.content.decode()


@pytest.mark.parametrize(
    ("until", "role", "step", "after"),
    [
        ("for_signature", "standing", "rut-lai/", "draft"),
        ("signed", "chair", "rut-chu-ky/", "for_signature"),
        ("numbered", "clerk", "rut-so/", "signed"),
        ("draft", "standing", "bo/", "cancelled"),
    ],
)
def test_viec_da_chuyen_co_the_lay_lai(whole: Commune, until: str, role: str, step: str, after: str) -> None:
    paper = make_paper(whole, until=until)
    client = as_(whole.commune.mandates[role])
    assert client.post(url(paper, step))["Location"] == url(paper)
    assert client.get(url(paper)).status_code == 200
    paper.refresh_from_db()
    assert paper.state == after


def test_trang_xem_truoc_la_anh(whole: Commune) -> None:
    paper = make_paper(whole)
    client = as_(whole.commune.standing)
    assert f"/van-ban/{paper.code}/trang/1.png" in text(client, url(paper))
    answer = client.get(url(paper, "trang/1.png"))
    assert (answer["Content-Type"], answer.content[:4]) == ("image/png", b"\x89PNG")
    assert client.get(url(paper, "trang/9.png")).status_code == 404


def test_tai_pdf_va_word(whole: Commune) -> None:
    paper = make_paper(whole)
    client = as_(whole.commune.standing)
    pdf, docx = client.get(url(paper, "tai/pdf/")), client.get(url(paper, "tai/docx/"))
    assert (pdf.content[:5], docx.content[:2]) == (b"%PDF-", b"PK")
    assert pdf["Content-Disposition"].endswith('.pdf"')


def test_nguoi_khong_duoc_biet_thi_khong_thay(whole: Commune) -> None:
    paper = make_paper(whole)
    for mandate in (whole.head(whole.village), whole.district.chair if whole.district else None):
        assert mandate is not None
        client = as_(mandate)
        for rest in ("", "trang/1.png", "tai/pdf/", "sua-word/"):
            assert client.get(url(paper, rest)).status_code == 404


def test_sua_trong_word_roi_dua_len(whole: Commune) -> None:
    paper = make_paper(whole)
    client = as_(whole.commune.standing)
    assert "Cách làm" in text(client, url(paper, "sua-word/"))
    body = (heading("MỤC ĐÍCH", number="I."), p("Khơi dậy tinh thần thi đua trong toàn dân."))
    edited = write_docx(
        plan_content(whole.commune.chair, body=body, summary="Phát động đợt thi đua chào mừng 91 năm")
    )
    answer = client.post(url(paper, "sua-word/"), {"upload": SimpleUploadedFile("sua.docx", edited)})
    page = text(client, answer["Location"])
    assert "trong toàn dân" in page
    assert "Không nhận được" in page
    assert client.post(answer["Location"], {"nhan-1": "on"})["Location"] == url(paper)
    paper.refresh_from_db()
    assert "trong toàn dân" in str(paper.content)


def test_ban_word_giong_het(whole: Commune) -> None:
    paper = make_paper(whole)
    client = as_(whole.commune.standing)
    same = SimpleUploadedFile("sua.docx", client.get(url(paper, "tai/docx/")).content)
    answer = client.post(url(paper, "sua-word/"), {"upload": same})
    assert "giống hệt" in text(client, answer["Location"])


@pytest.mark.parametrize(("name", "data"), [("kh.pdf", PDF), ("kh.txt", "Kế hoạch".encode())])
def test_van_ban_goc_hien_tep_goc(whole: Commune, name: str, data: bytes) -> None:
    pdf = write_docx(plan_content(whole.commune.chair)) if name.endswith(".docx") else data
    original = Original(
        unit=whole.commune.unit, kind="ke_hoach", purpose="campaign_plan", number_text="45/KH-UBND", day=DAY,
        subject="Phát động", signer_words="CHỦ TỊCH Lương Quốc Thịnh",
    )  # fmt: skip
    source = make_paper(whole)
    client = as_(whole.commune.standing)
    if name == "kh.pdf":
        pdf = client.get(url(source, "tai/pdf/")).content
    paper = receive_original(
        original, upload=SimpleUploadedFile(name, pdf), about=None, mandate=whole.commune.standing, on=DAY
    )
    page = text(client, url(paper))
    assert name in page
    assert ("trang/1.png" in page) == (name == "kh.pdf")
    assert client.get(url(paper, "tai/pdf/")).status_code == 404
    assert client.get(url(paper, "trang/1.png")).status_code == (200 if name == "kh.pdf" else 404)
