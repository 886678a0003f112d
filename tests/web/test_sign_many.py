"""Trang ký số nhiều văn bản, giấy ký số, sao văn bản, phụ lục tách rời: bấm, gõ mật khẩu một lần, xem tệp."""

import io
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.awards.session_story import DAY
from tests.factories.commune import Commune
from tests.factories.papers import make_paper
from tests.factories.signing import PASSPHRASE, holder
from tests.publicity.honours import honoured
from tests.records.test_copy_paper import sealed_paper
from tests.web.door import upload
from tests.web.test_signing import browser, words
from thidua.awards.models import SignedCertificate
from thidua.awards.queries.signed import signed_counts
from thidua.campaigns.models import Campaign
from thidua.journal.models import JournalEntry
from thidua.org.models import Installation
from thidua.records.models import PaperCopy, SentForm, SeparateAppendix

pytestmark = pytest.mark.django_db
ASKS = {"HX-Request": "true"}


def key_of(name: str, *, secret: str = PASSPHRASE) -> dict[str, object]:
    return {"source": "file", "key_file": upload(holder(name).p12(), "khoa.p12"), "secret": secret}


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_ky_nhieu_van_ban_roi_giay_mot_mat_khau(whole: Commune, campaign: Campaign) -> None:
    Installation.objects.update(is_demo=True, working_day=DAY)
    office, decision = whole.commune, honoured(whole, campaign)
    chair, clerk, name = browser(office.chair), browser(office.clerk), office.chair.person.name
    papers = [make_paper(whole, until="for_signature", on=DAY)]
    before = queries(chair, "/ky-so/")
    papers += [make_paper(whole, until="for_signature", on=DAY) for _ in range(3)]
    assert queries(chair, "/ky-so/") == before
    chosen = {"van-ban": [one.code for one in papers], "giay": decision.code}
    wrong = words(chair.post("/ky-so/", chosen | key_of(name, secret="bi-mat-sai")))
    assert "Không mở được tệp khóa: sai mật khẩu" in wrong
    assert ("bi-mat-sai" in wrong, wrong.count(" checked")) == (False, 5)
    assert "Hãy tích văn bản hoặc giấy cần ký." in words(chair.post("/ky-so/", key_of(name)))
    stranger = words(chair.post("/ky-so/", chosen | key_of("Lê Văn Thử")))
    assert "Dừng ở văn bản “" in stranger
    part = chair.post("/ky-so/", chosen | key_of(name), headers=ASKS)
    assert (part["HX-Trigger-After-Settle"], 'name="before" value="5"' in words(part)) == ("ky-tiep", True)
    assert "Đã ký số 5, còn 1." in words(part)
    assert signed_counts(decision)["head"] == 1
    last = chair.post("/ky-so/", chosen | key_of(name) | {"before": "5"}, headers=ASKS)
    assert last["HX-Redirect"] == "/ky-so/"
    assert "Đã ký số xong 6 văn bản, giấy." in words(chair.get("/ky-so/"))
    again = chair.post("/ky-so/", chosen | key_of(name), follow=True)
    assert "không còn chờ ký" in words(again)
    assert "Không có gì chờ bạn ký số" in words(chair.get("/ky-so/"))
    clerk.post("/ky-so/", {"giay": decision.code} | key_of(office.unit.name))
    assert signed_counts(decision) == {"made": 2, "head": 2, "organisation": 2}
    require_files(clerk, decision.code)
    kept = [*JournalEntry.objects.values_list("says", "data"), *SentForm.objects.values_list("token")]
    assert PASSPHRASE not in str(kept)


def require_files(clerk: Client, code: str) -> None:
    """Trang giấy ký số, từng tệp, cả gói, báo cáo kiểm tra."""
    address = f"/quyet-dinh/{code}/giay-ky-so/"
    page = words(clerk.get(address))
    assert page.count("Tệp ký số<") == 2
    with ZipFile(io.BytesIO(b"".join(clerk.get(f"{address}1.zip").streaming_content))) as held:  # type: ignore[arg-type]
        assert [one[:4] for one in held.namelist()] == ["001-", "002-"]
    assert clerk.get(f"{address}2.zip").status_code == 404
    sheet = SignedCertificate.objects.filter(step="organisation").first()
    assert sheet is not None
    single = f"/giay-khen/{sheet.certificate.code}/ky-so"
    assert clerk.get(f"{single}.pdf").content.startswith(b"%PDF")
    report = clerk.post(f"{single}/kiem-tra/")
    assert "Cả 2 chữ ký còn nguyên vẹn" in words(clerk.get(report["Location"]))
    clerk.post(f"{address}rut/")
    assert signed_counts(sheet.certificate.item.decision)["head"] == 2


def test_sao_van_ban_va_phu_luc_tach_roi(whole: Commune) -> None:
    office, paper = whole.commune, sealed_paper(whole)
    clerk = browser(office.clerk)
    address = f"/van-ban/{paper.code}/sao/"
    assert "Sao văn bản" in words(clerk.get(f"/van-ban/{paper.code}/"))
    page = words(clerk.get(address))
    assert ("Sao y ra giấy" in page, "Trích sao điện tử" in page, "Sao y điện tử" in page) == (
        True,
        True,
        False,
    )
    assert clerk.get(f"{address}chup/").status_code == 404
    sent = {"signer": office.chair.pk, "recipients": "Thôn Nà Pheo\n\nLưu: VT"}
    assert clerk.post(f"{address}sao-y/", sent).status_code == 302
    copy = PaperCopy.objects.get()
    assert copy.recipients == ["Thôn Nà Pheo", "Lưu: VT"]
    assert "Ghi tối đa 30 nơi nhận." in words(
        clerk.post(f"{address}sao-y/", sent | {"recipients": "x\n" * 31})
    )
    assert "Phần được trích" in words(clerk.get(f"{address}trich-sao/"))
    clerk.post(f"{address}trich-sao/dien-tu/", key_of(office.unit.name) | {"marks": "b0"})
    before = queries(clerk, "/so-ban-sao/")
    clerk.post(f"{address}sao-luc/", sent | {"of_copy": "12/SY-UBND của UBND huyện"})
    assert queries(clerk, "/so-ban-sao/") == before
    assert [one.form for one in PaperCopy.objects.order_by("id")] == ["sao_y", "trich_sao", "sao_luc"]
    assert clerk.get(f"/ban-sao/{copy.code}.pdf").content.startswith(b"%PDF")
    clerk.post(f"/ban-sao/{copy.code}/huy/", {"why": "Sao nhầm"})
    assert "Sao nhầm" in words(clerk.get("/so-ban-sao/?nam=khong"))
    require_appendix(whole, clerk)


def require_appendix(whole: Commune, clerk: Client) -> None:
    """Phụ lục đưa lên, ký bằng khóa của cơ quan, bỏ khi văn bản chưa phát hành."""
    paper = sealed_paper(whole, until="numbered")
    address, key = f"/van-ban/{paper.code}/phu-luc/", key_of(whole.commune.unit.name)
    assert "Hãy chọn tệp PDF của phụ lục." in words(clerk.post(address, key | {"part": "file"}))
    with paper.signed_files.last().file.open("rb") as held:
        file = upload(held.read(), "so-lieu.pdf")
    clerk.post(
        address, key_of(whole.commune.unit.name) | {"part": "file", "upload": file, "title": "Số liệu"}
    )
    kept = SeparateAppendix.objects.get()
    assert "Số liệu" in words(clerk.get(address))
    assert clerk.get(f"/phu-luc/{kept.pk}.pdf").content.startswith(b"%PDF")
    clerk.post(f"/phu-luc/{kept.pk}/bo/")
    assert "Chưa có phụ lục tách rời" in words(clerk.get(address))
    bare = make_paper(whole, until="numbered", on=DAY)
    assert "Ký số văn bản trước" in words(clerk.get(f"/van-ban/{bare.code}/phu-luc/"))
