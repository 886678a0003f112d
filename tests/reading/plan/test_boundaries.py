"""Ranh giới đoạn: nối, tách, đưa đoạn sang mục khác, trên một kế hoạch bịa; vị trí chữ giữ nguyên."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.reading.files import open_file
from thidua.reading.plan import read_plan
from thidua.reading.plan.stretches import stretches_of
from thidua.reading.source import Boundary, Source

TEXT = """ỦY BAN NHÂN DÂN
XÃ KHE LŨNG

KẾ HOẠCH
Phát động phong trào thi đua làm đường thôn

Ủy ban nhân dân xã Khe Lũng phát động phong trào thi đua như sau:

I. MỤC ĐÍCH
- Đường thôn sạch, dễ đi.
II. NỘI DUNG THI ĐUA
1. Thi đua góp công làm đường. Thi đua trồng hoa hai bên đường.
2. Thi đua giữ sạch ngõ xóm;
- Mỗi nhà một thùng rác.
Việc làm đường do Nhân dân bàn và quyết.
III. TỔ CHỨC THỰC HIỆN
1. Trưởng thôn ghi sổ theo dõi.

Trên đây là Kế hoạch phát động phong trào thi đua của xã.
"""


def source(*boundaries: tuple[str, str]) -> Source:
    """The plan, corrected at the places where these words begin."""
    opened = open_file("ke-hoach.txt", TEXT.encode())
    corrections = tuple(Boundary(opened.text.index(words), kind) for words, kind in boundaries)
    return Source(opened.name, opened.kind, opened.text, opened.lines, opened.pages, corrections)


def paragraphs(*boundaries: tuple[str, str]) -> list[tuple[str, str]]:
    """Clause and words of every paragraph of the content."""
    read = source(*boundaries)
    found = [(one.clause, " ".join(read.text[one.start : one.end].split())) for one in stretches_of(read)]
    return [(clause, words) for clause, words in found if clause.startswith("II")]


def test_cac_doan_nhu_bo_doc_cat() -> None:
    assert paragraphs()[1:5] == [
        ("II.1", "1. Thi đua góp công làm đường. Thi đua trồng hoa hai bên đường."),
        ("II.2", "2. Thi đua giữ sạch ngõ xóm;"),
        ("II.2.-1", "- Mỗi nhà một thùng rác."),
        ("II.2", "Việc làm đường do Nhân dân bàn và quyết."),
    ]
    assert [one.clause for one in stretches_of(source())][-1] == "kết thúc"


def test_noi_vao_doan_tren_thi_bo_gach_dau_dong() -> None:
    assert len(paragraphs(("- Mỗi nhà", "join"))) == len(paragraphs()) - 1
    contents = [str(one) for one in read_plan(source(("- Mỗi nhà", "join"))).contents]
    assert contents[1] == "Thi đua giữ sạch ngõ xóm; Mỗi nhà một thùng rác."


def test_tach_tai_mot_chu() -> None:
    assert paragraphs(("Thi đua trồng hoa", "split"))[1:3] == [
        ("II.1", "1. Thi đua góp công làm đường."),
        ("II.1", "Thi đua trồng hoa hai bên đường."),
    ]


def test_doan_thuoc_muc_sau() -> None:
    clauses = [one.clause for one in stretches_of(source(("Việc làm đường", "next")))]
    assert clauses[-4:-1] == ["III", "III", "III.1"]


def test_doan_thuoc_muc_truoc() -> None:
    moved = paragraphs(("Việc làm đường", "previous"))
    assert moved[3:5] == [
        ("II.2", "Việc làm đường do Nhân dân bàn và quyết."),
        ("II.2.-1", "- Mỗi nhà một thùng rác."),
    ]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Ủy ban nhân dân xã Khe Lũng phát", "join"),  # nothing above it
        ("Ủy ban nhân dân xã Khe Lũng phát", "previous"),
        ("Trên đây là", "next"),
        ("Mỗi nhà", "join"),  # not the beginning of a paragraph
        ("Mỗi nhà", "next"),
        ("Phát động phong trào", "split"),  # the title is not of the body
    ],
)
def test_cho_khong_sua_duoc_thi_khong_doi_gi(words: str, kind: str) -> None:
    assert stretches_of(source((words, kind))) == stretches_of(source())


def test_doan_da_chuyen_khong_noi_nguoc_len() -> None:
    moved = (("Việc làm đường", "next"),)
    assert paragraphs(*moved, ("Việc làm đường", "join")) == paragraphs(*moved)


def test_nhieu_lan_sua_theo_thu_tu() -> None:
    twice = paragraphs(("Thi đua trồng hoa", "split"), ("Thi đua trồng hoa", "join"))
    assert twice == paragraphs()


@given(
    st.lists(
        st.tuples(st.integers(0, len(TEXT)), st.sampled_from(["join", "split", "previous", "next"])),
        max_size=6,
    )
)
def test_sua_the_nao_cung_doc_duoc_va_khong_mat_chu(corrections: list[tuple[int, str]]) -> None:
    opened = source()
    changed = Source(
        opened.name, opened.kind, opened.text, opened.lines, 1,
        tuple(Boundary(at, kind) for at, kind in corrections),
    )  # fmt: skip
    letters = sum(one.end - one.start for one in stretches_of(changed))
    assert letters >= sum(one.end - one.start for one in stretches_of(opened)) - 2 * len(corrections)
    for _, found in read_plan(changed).found():
        assert 0 <= found.place.start <= found.place.end <= len(opened.text)
