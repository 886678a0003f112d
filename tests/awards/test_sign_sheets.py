"""Ký số giấy khen: người ký quyết định, rồi cơ quan; cả loạt bằng một lần mở khóa, dừng thì ký tiếp."""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from tests.awards.session_story import DAY
from tests.factories.commune import Commune
from tests.factories.papers import make_paper
from tests.factories.signing import PASSPHRASE, holder, root
from tests.paper.archive import faults_of
from tests.publicity.honours import honoured
from tests.records.test_sign_digitally import WHEN, key, picture
from thidua.awards.certify import (
    Chosen,
    Piece,
    Request,
    reissue,
    seal_certificate,
    sign_certificate,
    sign_piece,
    unsign_certificates,
)
from thidua.awards.models import Certificate, Decision, SignedCertificate
from thidua.awards.queries.signed import (
    bytes_of_signed,
    certificates_to_sign,
    sheets_to_sign,
    signed_by_both,
    signed_certificate,
    signed_counts,
)
from thidua.campaigns.models import Campaign
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused
from thidua.org.models import Mandate
from thidua.paper.sign import check_signatures
from thidua.records.queries.signing import papers_to_sign
from thidua.records.set_image import set_signature_image
from thidua.records.sign_digitally import Pen

pytestmark = pytest.mark.django_db
BASE = "https://nalam.example/"


def pen(name: str, **more: str) -> Pen:
    return Pen(key(holder(name)), WHEN + timedelta(days=90), base=BASE, **more)


@pytest.fixture
def decision(whole: Commune, campaign: Campaign) -> Decision:
    return honoured(whole, campaign)


def sheets(decision: Decision) -> list[Certificate]:
    found = Certificate.objects.filter(item__decision=decision).order_by("item__order")
    return list(found.select_related("item__decision__document__signer", "item__decision__unit"))


def because(call: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        call()
    return str(refused.value)


def signs(whole: Commune, sheet: Certificate) -> SignedCertificate:
    chair = whole.commune.chair
    return sign_certificate(sheet, pen=pen(chair.person.name), mandate=chair, on=DAY)


def seals(whole: Commune, sheet: Certificate) -> SignedCertificate:
    return seal_certificate(sheet, pen=pen(whole.commune.unit.name), mandate=whole.commune.clerk, on=DAY)


def test_nguoi_ky_quyet_dinh_roi_co_quan_ky_so_giay(
    whole: Commune, decision: Decision, tmp_path: Path
) -> None:
    office, (sheet, other) = whole.commune, sheets(decision)
    set_signature_image(picture(seal=False), seal=False, width_mm=Decimal(50), mandate=office.chair, on=DAY)
    set_signature_image(picture(seal=True), seal=True, width_mm=Decimal(36), mandate=office.clerk, on=DAY)
    head = bytes_of_signed(signs(whole, sheet))
    sealed = bytes_of_signed(seals(whole, sheet))
    assert sealed.startswith(head)
    found = check_signatures(sealed, trusted=[root().pem], when=WHEN)
    assert [
        (one.certificate.holder, one.intact, one.changed, one.whole_file, one.rests)
        for one in found.signatures
    ] == [
        (office.chair.person.name, True, "form", False, "trusted"),
        (office.unit.name, True, "nothing", True, "trusted"),
    ]
    assert [faults_of(pdf, tagged=False) for pdf in (head, sealed)] == [[], []]
    assert b"<pdfaid:conformance>B<" in sealed
    assert pdfsig(tmp_path, sealed).count("Signature is Valid.") == 2
    told = JournalEntry.objects.filter(thing_id=decision.pk).order_by("-number")[:2]
    assert [one.verb for one in told] == ["sign_certificate", "sign_certificate"]
    changed = bytearray(sealed)
    changed[4000] ^= 1
    found = check_signatures(bytes(changed), trusted=[], when=WHEN)
    assert found.trouble or [one.intact for one in found.signatures] == [False, False]
    assert pdfsig(tmp_path, bytes(changed)).count("Signature is Valid.") == 0
    require_order(whole, sheet, other)


def pdfsig(folder: Path, data: bytes) -> str:
    kept = folder / "giay.pdf"
    kept.write_bytes(data)
    return subprocess.run(["pdfsig", "-nocert", kept], capture_output=True, text=True, check=False).stdout


def require_order(whole: Commune, signed: Certificate, other: Certificate) -> None:
    """Chỉ người ký quyết định, rồi văn thư; mỗi chữ ký một lần; tên chứng thư khác thì ghi lý do."""
    office = whole.commune
    clerk_pen, chair_pen = pen(office.unit.name), pen(office.chair.person.name)
    stranger = pen("Lê Văn Thử")
    for call, sentence in (
        (lambda: sign_certificate(other, pen=chair_pen, mandate=office.standing, on=DAY),
         f"Giấy này do {office.chair} ký."),
        (lambda: seal_certificate(other, pen=clerk_pen, mandate=office.clerk, on=DAY),
         f"Giấy mã {other.code} chưa có chữ ký số của người ký; khóa của cơ quan ký sau chữ ký đó."),
        (lambda: signs(whole, signed), f"Giấy mã {signed.code} đã có chữ ký số của người ký."),
        (lambda: seals(whole, signed), f"Giấy mã {signed.code} đã có chữ ký số của cơ quan."),
        (lambda: seal_certificate(other, pen=clerk_pen, mandate=office.chair, on=DAY),
         "Việc này của: Văn thư. Bạn đang làm với tư cách Chủ tịch UBND xã Nà Lâm."),
        (lambda: sign_certificate(other, pen=stranger, mandate=office.chair, on=DAY),
         (f"Chứng thư cấp cho “Lê Văn Thử”, không phải “{office.chair.person.name}”. "
          "Nếu vẫn đúng người, hãy ghi lý do rồi gửi lại.")),
    ):  # fmt: skip
        assert because(call) == sentence
    reason = replace(stranger, reason="Chứng thư ghi tên cũ")
    kept = sign_certificate(other, pen=reason, mandate=office.chair, on=DAY)
    assert (kept.holder, kept.reason) == ("Lê Văn Thử", "Chứng thư ghi tên cũ")


def test_giay_da_thay_hay_khong_co_cho_ky_thi_khong_ky(whole: Commune, decision: Decision) -> None:
    sheet, other = sheets(decision)
    asked = Request("lost", "Cháy nhà", "Người được khen", DAY)
    new = reissue(sheet, request=asked, mandate=whole.commune.clerk, on=DAY)
    sheet = sheets(decision)[0]
    assert because(lambda: signs(whole, sheet)).startswith(f"Giấy mã {sheet.code} đã được thay bằng giấy mã")
    assert set(certificates_to_sign(whole.commune.chair)) == {other, new}
    Certificate.objects.filter(pk=other.pk).update(content={**other.content, "signer_name": ""})
    other.refresh_from_db()
    assert because(lambda: signs(whole, other)).endswith("Giấy này ký trên giấy.")


def piece(by: Mandate, name: str, chosen: Chosen, **more: int) -> Piece:
    return sign_piece(chosen, pen=pen(name), mandate=by, on=DAY, **more)


def test_ca_loat_tung_phan_dung_thi_tiep_rut_khi_co_quan_chua_ky(whole: Commune, decision: Decision) -> None:
    office, (first, second) = whole.commune, sheets(decision)
    paper, name = make_paper(whole, until="for_signature", on=DAY), office.chair.person.name
    assert ([*papers_to_sign(office.chair)], [*papers_to_sign(office.clerk)]) == ([paper], [])
    (group,) = sheets_to_sign(office.chair)
    assert (group.decision, group.count, sheets_to_sign(office.standing)) == (decision, 2, [])
    chosen = Chosen((paper.code, "khong-co"), (decision.code,))
    wrong = piece(office.chair, "Lê Văn Thử", chosen)
    assert (wrong.signed, wrong.left, wrong.stopped_at) == (0, 3, f"văn bản “{paper.subject}”")
    assert piece(office.chair, name, chosen, most=1) == Piece(1, 2)
    Certificate.objects.filter(pk=second.pk).update(content={**second.content, "signer_name": ""})
    stopped = piece(office.chair, name, chosen)
    assert (stopped.signed, stopped.left) == (1, 1)
    assert stopped.stopped_at == f"giấy của {second.recipient}, mã {second.code}"
    assert stopped.because.endswith("Giấy này ký trên giấy.")
    assert signed_counts(decision) == {"made": 2, "head": 1, "organisation": 0}
    Certificate.objects.filter(pk=second.pk).update(content=second.content)
    assert piece(office.chair, name, chosen) == Piece(1, 0)
    assert piece(office.chair, name, chosen) == Piece(0, 0)
    assert piece(office.clerk, office.unit.name, chosen, most=1) == Piece(1, 1)
    assert unsign_certificates(decision, mandate=office.chair, on=DAY) == 1
    assert [signed_certificate(one, "head") is None for one in (first, second)] == [False, True]
    for mandate in (office.chair, office.clerk):
        again = because(lambda by=mandate: unsign_certificates(decision, mandate=by, on=DAY))
        assert again.startswith("Không có giấy nào rút chữ ký được")
    assert piece(office.chair, name, chosen) == Piece(1, 0)
    assert piece(office.clerk, office.unit.name, chosen) == Piece(1, 0)
    assert [one.certificate.item.order for one in signed_by_both(decision)] == [1, 2]
    assert PASSPHRASE not in repr(pen(name))
