"""Vì sao một chỗ đọc được còn phải xem: một câu cho từng trường hợp."""

import pytest

from thidua.campaigns.models import Proposal
from thidua.campaigns.queries.doubts import doubt
from thidua.reading.source import Line, Source

TEXT = "Đợt thi đua kết thúc vào dịp Quốc khánh."


def source(confidence: float | None = None) -> Source:
    return Source("quet.pdf", "pdf", TEXT, (Line(TEXT, 0, confidence=confidence),))


def value(path: str, words: str) -> Proposal:
    start = TEXT.find("dịp")
    return Proposal(path=path, value=words, starts=start, ends=len(TEXT) - 1, confidence=0.8)


@pytest.mark.parametrize(
    ("path", "words", "says"),
    [
        ("period.end", "2023-09-02", "Suy ra từ câu chữ, không chép nguyên văn."),
        ("occasion", "dịp Quốc khánh", "Nhân dịp lấy ra từ một câu dài hơn."),
        ("closing", "dịp Quốc khánh", "Đứng ở chỗ khác với bố cục quen của kế hoạch."),
    ],
)
def test_ly_do_theo_cach_doc_ra(path: str, words: str, says: str) -> None:
    assert doubt(value(path, words), source()) == says


def test_chu_doc_tu_anh_thi_so_voi_anh() -> None:
    says = doubt(value("occasion", "dịp Quốc khánh"), source(confidence=0.72))
    assert says == "Chữ nhận dạng từ ảnh, rõ 72 %; hãy so với ảnh trang."
