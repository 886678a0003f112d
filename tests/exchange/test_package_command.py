"""Lệnh `package`: một cơ quan tự động hóa việc gửi, nhận tệp; tiếp nhận vẫn do người làm."""

from pathlib import Path

import pytest
from django.core.management import call_command

from tests.exchange.installations import Installations
from tests.exchange.story import DAY, DISTRICT, begin, package_up
from thidua.awards.models import Nomination
from thidua.awards.remember import PastAwardWords, remember
from thidua.org.models import Person
from thidua.records.models import Run


def ended(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    with pytest.raises(SystemExit) as found:
        call_command("package", *words)
    assert found.value.code == 1
    return capsys.readouterr().err.strip()


def test_ghi_goi_ra_tep_roi_noi_trong_goi_co_gi(
    installations: Installations, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    exchange = begin(installations, names=("Lộc Văn Tài",))
    words = PastAwardWords("Giấy khen", "15/QĐ-UBND", DAY, "Chủ tịch UBND xã", "xa")
    remember(Person.objects.get(name="Lộc Văn Tài"), words=words, mandate=exchange.officer, on=DAY)
    code, file = exchange.submission.code, tmp_path / "goi.zip"
    call_command("package", "write", code, str(file))
    assert "chưa có gói nào" in capsys.readouterr().out
    data = package_up(exchange)
    call_command("package", "write", code, str(file))
    assert "Đã ghi gói trình ngày 05/6/2023, gửi Ủy ban nhân dân huyện Cao Sơn" in capsys.readouterr().out
    assert file.read_bytes() == data
    assert ended(capsys, "write", code, str(file)) == "Tệp “goi.zip” đã có; hãy chọn tên khác."
    assert ended(capsys, "read", str(file)).startswith("Đây là gói do chính cơ quan này lập")
    assert ended(capsys, "read", str(tmp_path / "khong-co.zip")).startswith("Không mở được tệp")
    with exchange.at(DISTRICT):
        call_command("package", "read", str(file))
        said = capsys.readouterr().out.splitlines()
        assert said[0] == (
            "Gói trình của Ủy ban nhân dân xã Nà Lâm, gửi Ủy ban nhân dân huyện Cao Sơn, lập ngày 05/6/2023."
        )
        assert said[1] == "Niêm phong đúng khóa đã đối chiếu."
        assert [one for one in said if "Lộc Văn Tài" in one] == [
            "Hồ sơ: Lộc Văn Tài",
            "Khen thưởng trước đây: Lộc Văn Tài, Giấy khen, 15/QĐ-UBND",
        ]
        assert (Run.objects.count(), Nomination.objects.count()) == (0, 0)
        (tmp_path / "hong.zip").write_bytes(data[:-100])
        assert ended(capsys, "read", str(tmp_path / "hong.zip")).startswith("Tệp này không phải gói hồ sơ")
