"""Thể thức trên trang văn bản: nói trước khi phát hành, không chặn ai; bản gốc, bản sửa cũng được soi."""

from dataclasses import replace
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document as WordFile
from docx.shared import Pt

from tests.factories.commune import Commune, make_user
from tests.factories.papers import DAY, make_paper
from tests.paper.papers import letterhead, plan
from thidua.org.models import Mandate
from thidua.paper.docx import write_docx
from thidua.records.documents import findings_of, findings_of_file, print_docx
from thidua.records.models import OfficialDocument
from thidua.records.receive import Original, receive_original

pytestmark = pytest.mark.django_db
BACKEND = "thidua.web.login.NameOrTelephoneBackend"
PEOPLE = "“Nhân dân” luôn viết hoa chữ đầu."
NONE = "Không thấy lỗi thể thức theo Nghị định 30/2020/NĐ-CP."


def page(mandate: Mandate, address: str) -> str:
    client = Client()
    client.force_login(make_user(mandate, f"u{mandate.pk.hex[-10:]}"), backend=BACKEND)
    answer = client.get(address)
    assert answer.status_code == 200, answer
    return answer.content.decode()


def test_truoc_khi_phat_hanh_noi_cho_can_sua(whole: Commune) -> None:
    paper = make_paper(whole)
    shown = page(whole.commune.standing, f"/van-ban/{paper.code}/")
    assert (shown.count(PEOPLE), shown.count(NONE)) == (1, 0)
    assert [one.rule for one in findings_of(paper)] == ["people-capital"]


def test_da_phat_hanh_thi_khong_noi_nua(whole: Commune) -> None:
    paper = make_paper(whole, until="issued")
    shown = page(whole.commune.standing, f"/van-ban/{paper.code}/")
    assert (shown.count(PEOPLE), shown.count(NONE)) == (0, 0)


def original(whole: Commune, content: bytes) -> OfficialDocument:
    """A plan issued before, put on file."""
    facts = Original(
        unit=whole.commune.unit,
        kind="ke_hoach",
        purpose="campaign_plan",
        number_text="45/KH-UBND",
        day=DAY,
        subject="Phát động",
        signer_words="CHỦ TỊCH Lương Quốc Thịnh",
    )
    upload = SimpleUploadedFile("ke-hoach.docx", content)
    return receive_original(facts, upload=upload, about=None, mandate=whole.commune.standing, on=DAY)


def test_van_ban_goc_tai_len_duoc_soi(whole: Commune) -> None:
    wrong = write_docx(replace(plan(), letterhead=letterhead("KH-UBND", "5")))
    paper = original(whole, wrong)
    assert "Số nhỏ hơn 10 phải thêm số 0" in page(whole.commune.standing, f"/van-ban/{paper.code}/")
    paper.scan = None
    assert findings_of(paper) == []


def test_tep_loai_khac_khong_co_gi_de_soi() -> None:
    assert findings_of_file("chỉ có chữ".encode()) == []


def test_ban_word_da_sua_duoc_soi(whole: Commune) -> None:
    paper = make_paper(whole)
    edited = WordFile(BytesIO(print_docx(paper)))
    title = next(one for one in edited.paragraphs if one.text == "KẾ HOẠCH")
    title.runs[0].font.size = Pt(20)
    held = BytesIO()
    edited.save(held)
    standing, client = whole.commune.standing, Client()
    client.force_login(make_user(standing, "thuongtruc"), backend=BACKEND)
    upload = SimpleUploadedFile("sua.docx", held.getvalue())
    answer = client.post(f"/van-ban/{paper.code}/sua-word/", {"upload": upload}, follow=True)
    assert "Tên loại văn bản “KẾ HOẠCH” phải cỡ chữ 13-14 (đang là 20)." in answer.content.decode()
