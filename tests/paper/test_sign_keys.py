"""Khóa ký số và dấu thời gian: tệp .p12, thiết bị lưu khóa, máy chủ cấp dấu thời gian."""

import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from tests.factories.authority import authority
from tests.factories.signing import (
    ENDS,
    STARTS,
    chair_key,
    holder,
    office_key,
    root,
)
from tests.paper.signed import WHEN, key, signed_step_by_step
from thidua.paper.sign import (
    HEAD,
    ORGANISATION,
    Archival,
    BadKey,
    Mark,
    NotSigned,
    check_signatures,
    file_key,
    put_signature,
    require_usable,
    token_key,
    words_mark,
)
from thidua.paper.sign.reserve import box_of

MODULE = "/usr/lib/softhsm/libsofthsm2.so"


@pytest.fixture(scope="module")
def steps() -> dict[str, bytes]:
    return signed_step_by_step()


def test_khoa_khong_dung_duoc() -> None:
    with pytest.raises(BadKey, match="sai mật khẩu"):
        file_key(chair_key().p12(), passphrase="sai")
    with pytest.raises(BadKey, match="sai mật khẩu"):
        file_key(b"khong phai p12", passphrase="x")
    with pytest.raises(BadKey, match="lớn quá"):
        file_key(b"0" * 100_001, passphrase="x")
    with pytest.raises(BadKey, match="quá ngắn"):
        key(holder("Khóa ngắn", is_rsa=True, bits=1024))


@pytest.mark.parametrize(
    ("usage", "starts", "ends", "sentence"),
    [
        (True, STARTS, datetime(2023, 1, 1, tzinfo=UTC), "đã hết hạn 01/01/2023; hãy gia hạn rồi ký."),
        (True, datetime(2024, 1, 1, tzinfo=UTC), ENDS, "đến 01/01/2024 mới có hiệu lực."),
        (False, STARTS, ENDS, "không được cấp để ký số (thiếu digitalSignature)."),
    ],
)
def test_chung_thu_khong_duoc_ky(usage: bool, starts: datetime, ends: datetime, sentence: str) -> None:
    bad = key(holder("Lê Văn Thử", signs=usage, starts=starts, ends=ends))
    with pytest.raises(BadKey) as refused:
        require_usable(bad.certificate, when=WHEN)
    assert str(refused.value) == f"Chứng thư của Lê Văn Thử {sentence}"


@pytest.fixture(scope="module")
def stamping() -> Iterator[str]:
    with authority() as address:
        yield address


@pytest.mark.parametrize(
    ("level", "archive", "stamps"), [("B-T", False, 0), ("B-LT", True, 0), ("B-LTA", True, 1)]
)
def test_dau_thoi_gian_va_luu_tru(
    steps: dict[str, bytes], stamping: str, level: str, archive: bool, stamps: int
) -> None:
    signer = holder("Người ký có danh sách thu hồi", lists=f"{stamping}/thu-hoi.crl")
    shown = Mark(words_mark(box_of(steps["ready"], HEAD), lines=("ký",)))
    made = put_signature(
        steps["ready"], key=key(signer), field=HEAD, mark=shown, when=datetime.now(UTC),
        archival=Archival(level, stamping, (root().pem,)),
    )  # fmt: skip
    found = check_signatures(made, trusted=[root().pem], when=WHEN)
    first = found.signatures[0]
    assert (first.authority, first.intact, first.rests) == ("Nơi cấp dấu thời gian thử", True, "trusted")
    assert (found.has_archive, sum(one.is_timestamp for one in found.signatures)) == (archive, stamps)
    assert first.changed == ("archive" if archive else "nothing")
    assert {one.changed for one in found.signatures[1:]} <= {"nothing", "archive"}


def test_noi_cap_dau_thoi_gian_im_lang(steps: dict[str, bytes]) -> None:
    shown = Mark(words_mark(box_of(steps["ready"], HEAD), lines=("ký",)))
    with pytest.raises(NotSigned, match="không trả lời"):
        put_signature(
            steps["ready"], key=key(office_key()), field=HEAD, mark=shown, when=WHEN,
            archival=Archival("B-T", "http://127.0.0.1:9"),
        )  # fmt: skip


def test_khong_tin_duoc_chung_thu_thi_khong_ky_muc_luu_tru(steps: dict[str, bytes], stamping: str) -> None:
    shown = Mark(words_mark(box_of(steps["ready"], HEAD), lines=("ký",)))
    with pytest.raises(NotSigned, match="thiếu chứng thư gốc"):
        put_signature(
            steps["ready"], key=key(office_key()), field=HEAD, mark=shown, when=datetime.now(UTC),
            archival=Archival("B-LT", stamping, ()),
        )  # fmt: skip


@pytest.fixture(scope="module")
def token(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Một thiết bị lưu khóa giả lập, có khóa của văn thư."""
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    folder = tmp_path_factory.mktemp("token")
    (folder / "tokens").mkdir()
    (folder / "softhsm2.conf").write_text(f"directories.tokendir = {folder}/tokens\nlog.level = ERROR\n")
    own = holder("Ủy ban nhân dân xã Nà Lâm", is_rsa=True)
    (folder / "k.pem").write_bytes(
        own.private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    )
    (folder / "c.der").write_bytes(own.certificate.public_bytes(Encoding.DER))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOFTHSM2_CONF", str(folder / "softhsm2.conf"))
        written = f"--token-label co-quan -l --pin 1234 -w {folder}/c.der -y cert -a khoa -d a1"
        for command in (
            "softhsm2-util --init-token --free --label co-quan --so-pin 5678 --pin 1234",
            f"softhsm2-util --import {folder}/k.pem --token co-quan --label khoa --id a1 --pin 1234",
            f"pkcs11-tool --module {MODULE} {written}",
        ):
            subprocess.run(command.split(), check=True, capture_output=True)
        yield "co-quan"


def test_ky_bang_thiet_bi_luu_khoa(steps: dict[str, bytes], token: str) -> None:
    shown = Mark(words_mark(box_of(steps["numbered"], ORGANISATION), lines=("ký",)))
    with token_key(MODULE, label=token, pin="1234") as opened:  # một mã PIN cho cả loạt
        batch = [
            put_signature(steps["numbered"], key=opened, field=ORGANISATION, mark=shown, when=WHEN)
            for _ in range(2)
        ]
    for made in batch:
        one = check_signatures(made, trusted=[root().pem], when=WHEN).signatures[1]
        found = (one.certificate.holder, one.intact, one.rests)
        assert found == ("Ủy ban nhân dân xã Nà Lâm", True, "trusted")


@pytest.mark.parametrize(
    ("module", "label", "pin", "sentence"),
    [
        (MODULE, "co-quan", "0000", "Sai mã PIN của thiết bị"),
        (MODULE, "khac", "1234", "Không tìm thấy thiết bị “khac”"),
        ("/khong/co.so", "co-quan", "1234", "Không tìm thấy thiết bị “co-quan”"),
    ],
)
def test_thiet_bi_khong_mo_duoc(token: str, module: str, label: str, pin: str, sentence: str) -> None:
    with pytest.raises(BadKey, match=sentence), token_key(module, label=label, pin=pin):
        raise AssertionError("mở được")
