"""Báo cáo kiểm tra chữ ký số: lời kết luận, bản in, ai được xem."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from pytest_django import Settings

from tests.factories.commune import Commune
from tests.factories.papers import DAY, make_paper
from tests.factories.signing import PASSPHRASE, holder, revoked_list, root
from thidua.law.ruling import Refused
from thidua.paper.sign import file_key
from thidua.records.check_signatures import (
    Asked,
    ask_for_signature_check,
    asked_paper,
    asked_upload,
    carry_out_signature_check,
)
from thidua.records.documents.signature_report import report_paper
from thidua.records.issue import give_number, issue
from thidua.records.models import OfficialDocument, Run
from thidua.records.queries.signing import report_for, reports_of, reports_seen
from thidua.records.sign_digitally import seal_with_key, sign_with_key

pytestmark = pytest.mark.django_db
WHEN = datetime(2023, 3, 15, 2, 30, tzinfo=UTC)


@pytest.fixture
def sealed(whole: Commune) -> OfficialDocument:
    office = whole.commune
    paper = make_paper(whole, until="for_signature")
    chair = file_key(holder(office.chair.person.name, is_rsa=True).p12(), passphrase=PASSPHRASE)
    clerk = file_key(holder(office.unit.name).p12(), passphrase=PASSPHRASE)
    sign_with_key(paper, key=chair, when=WHEN, mandate=office.chair, on=DAY)
    give_number(paper, day=DAY, mandate=office.clerk, on=DAY)
    seal_with_key(paper, key=clerk, when=WHEN + timedelta(hours=1), mandate=office.clerk, on=DAY)
    issue(paper, mandate=office.clerk, on=DAY)
    return paper


def check(whole: Commune, asked: Asked) -> Run:
    return ask_for_signature_check(asked, when=WHEN, mandate=whole.commune.clerk, on=DAY)


def trust(settings: Settings, folder: Path, *files: bytes) -> None:
    folder.mkdir(exist_ok=True)
    for number, data in enumerate(files):
        (folder / f"{number}.pem").write_bytes(data)
    settings.TRUST = folder


def test_bao_cao_cua_van_ban_da_phat_hanh(
    whole: Commune, sealed: OfficialDocument, settings: Settings, tmp_path: Path
) -> None:
    untrusted = check(whole, asked_paper(sealed))
    assert untrusted.says == "Cả 2 chữ ký còn nguyên vẹn; chưa có chứng thư gốc để kiểm tra người ký là ai."
    assert untrusted.data["report"]["kind"] == "warn"
    trust(settings, tmp_path / "goc", root().pem)
    run = check(whole, asked_paper(sealed))
    assert (run.state, run.says) == (
        "done", "Cả 2 chữ ký còn nguyên vẹn và dẫn về chứng thư gốc cơ quan tin cậy.",
    )  # fmt: skip
    head, office = run.data["report"]["signatures"]
    assert dict(head["facts"]) | {"Số hiệu chứng thư": ""} == {
        "Người ký": whole.commune.chair.person.name, "Cơ quan trên chứng thư": "không ghi",
        "Nơi cấp chứng thư": "Gốc thử nghiệm Nà Lâm", "Số hiệu chứng thư": "",
        "Hiệu lực chứng thư": "07:00:00 ngày 01/01/2022 đến 07:00:00 ngày 01/01/2032",
        "Thời điểm ký": "09:30:00 ngày 15/3/2023",
        "Nguồn thời gian": "đồng hồ máy người ký, chưa có dấu thời gian",
        "Nội dung đã ký": "còn nguyên vẹn", "Phạm vi": "tệp tại thời điểm ký",
        "Sau khi ký": "chỉ thêm phần được phép: chữ ký, năm, ngày, số, tháng",
        "Đường dẫn tin cậy": "dẫn về chứng thư gốc cơ quan tin cậy "
        f"(Gốc thử nghiệm Nà Lâm → {whole.commune.chair.person.name})",
        "Thu hồi": "không có thông tin thu hồi tại thời điểm ký",
    }  # fmt: skip
    assert office["title"] == f"2. Chữ ký của cơ quan, tổ chức: {whole.commune.unit.name}"
    assert list(reports_of(sealed)) == [run, untrusted]
    paper = report_paper(run.data["report"], name=run.data["name"], unit=sealed.unit, on=DAY)
    assert paper.title == "BÁO CÁO Kiểm tra chữ ký số"


def test_tep_bi_sua_va_chung_thu_bi_thu_hoi(
    whole: Commune, sealed: OfficialDocument, settings: Settings, tmp_path: Path
) -> None:
    asked = asked_paper(sealed)
    changed = bytearray(asked.data)
    changed[3000] ^= 1
    broken = check(whole, Asked("tep.pdf", bytes(changed)))
    assert broken.data["report"]["kind"] == "error"
    struck = revoked_list(holder(whole.commune.unit.name), on=WHEN - timedelta(days=1))
    trust(settings, tmp_path / "goc", root().pem, struck)
    revoked = check(whole, asked)
    assert revoked.says == "Cả 2 chữ ký còn nguyên vẹn; có chứng thư chưa tin cậy được, xem từng chữ ký."
    assert [one["kind"] for one in revoked.data["report"]["signatures"]] == ["ok", "warn"]


def test_tep_gui_len(whole: Commune) -> None:
    run = check(whole, asked_upload(ContentFile(b"%PDF-1.7\nrac", "../../nguy hiem.pdf")))
    assert run.data["name"] == "nguy hiem.pdf"
    assert run.says == "Không đọc được tệp PDF này; tệp hỏng hoặc bị sửa."
    with pytest.raises(Refused):
        asked_upload(ContentFile(b"Xin chao", "a.txt"))
    with pytest.raises(Refused):
        asked_paper(make_paper(whole))


def test_tep_lon_cho_viec_chay_nen_va_chay_hai_lan_cung_the(whole: Commune) -> None:
    run = check(whole, Asked("lon.pdf", b"%PDF-1.7\n" + b"0" * 1_000_001))
    assert (run.state, run.says) == ("waiting", "")
    carry_out_signature_check(run.pk)
    carry_out_signature_check(run.pk)
    run.refresh_from_db()
    assert (run.state, run.done) == ("done", 1)


def test_chi_nguoi_gui_hay_nguoi_xem_duoc_van_ban_doc_bao_cao(
    whole: Commune, sealed: OfficialDocument
) -> None:
    office = whole.commune
    own = check(whole, Asked("rieng.pdf", b"%PDF-1.7"))
    of_paper = check(whole, asked_paper(sealed))
    assert list(reports_seen(office.clerk)) == [own]
    assert report_for(office.chair, of_paper.pk) == of_paper
    with pytest.raises(Run.DoesNotExist):
        report_for(office.chair, own.pk)
    with pytest.raises(Run.DoesNotExist):
        report_for(whole.head(whole.villages[0]), check(whole, asked_paper_draft(whole)).pk)


def asked_paper_draft(whole: Commune) -> Asked:
    hidden = make_paper(whole)
    return Asked("chua-phat-hanh.pdf", b"%PDF-1.7", hidden)
