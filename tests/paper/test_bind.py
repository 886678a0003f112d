"""Đóng tập: nối trang của tệp in sau vào tệp in trước."""

from dataclasses import replace
from datetime import UTC, datetime

from tests.paper.test_certificate import GIVEN, pages
from thidua.paper.bind import with_pages
from thidua.paper.certificate import write_certificates

NOON = datetime(2023, 6, 12, 5, tzinfo=UTC)


def test_trang_cua_tep_sau_dung_sau() -> None:
    first = write_certificates(
        [replace(GIVEN, name="Lộc Văn Tài"), replace(GIVEN, name="Vi Văn Tú")], timestamp=NOON
    )
    second = write_certificates([replace(GIVEN, name="Chu Thị Chín")], timestamp=NOON)
    names = ("Lộc Văn Tài", "Vi Văn Tú", "Chu Thị Chín")
    printed = pages(with_pages(first, second))
    assert [name in words for name, (_, words) in zip(names, printed, strict=True)] == [True, True, True]
