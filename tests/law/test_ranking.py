"""Xếp hạng trong một nhóm: điểm, rồi ưu tiên của luật, rồi tiêu chí phụ của cơ quan; ngang thì nói ngang."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from thidua.law.book import rulebook_on
from thidua.law.ranking import Contender, Mark, Preference, TieBreak, preference_on, rank, total_of

P11 = Preference(Fraction(70, 100), "Nghị định 98/2023/NĐ-CP, Điều 4 khoản 6", confirmed=True)
WORKER = TieBreak("worker", "là người lao động trực tiếp")
FIRST = TieBreak("first", "được khen lần đầu")


def one(name, points, **more):
    score = None if points is None else Fraction(points)
    return Contender(name, name, score, f"{points} điểm", **more)


def order(*contenders, preference=P11, chain=(WORKER, FIRST)):
    return [
        (p.place, p.contender.name, p.because) for p in rank(contenders, preference=preference, chain=chain)
    ]


def test_diem_cao_hon_dung_tren():
    assert order(one("Lộc Văn Tài", 90), one("Vi Thị Ánh", 95)) == [
        (1, "Vi Thị Ánh", "Trên Lộc Văn Tài: 95 điểm so với 90 điểm."),
        (2, "Lộc Văn Tài", ""),
    ]


def test_bang_diem_thi_uu_tien_nu_va_noi_ro_can_cu():
    assert order(one("Lộc Văn Tài", 90), one("Vi Thị Ánh", 90, woman=True))[0] == (
        1,
        "Vi Thị Ánh",
        "Trên Lộc Văn Tài: cùng 90 điểm, ưu tiên cá nhân nữ (Nghị định 98/2023/NĐ-CP, Điều 4 khoản 6).",
    )


def test_tap_the_tu_70_phan_tram_nu_can_cu_chua_xac_nhan():
    unseen = Preference(P11.women, "Nghị định 91/2017/NĐ-CP, Điều 3", confirmed=False)
    bodies = one("Tổ A", 80, women=Fraction(69, 100)), one("Tổ B", 80, women=Fraction(7, 10))
    source = "Nghị định 91/2017/NĐ-CP, Điều 3; chưa xác nhận, kiểm tra văn bản gốc"
    said = f"Trên Tổ A: cùng 80 điểm, ưu tiên tập thể có tỷ lệ nữ 70 % ({source})."
    assert order(*bodies, preference=unseen)[0] == (1, "Tổ B", said)


def test_sau_luat_den_tieu_chi_phu_cua_co_quan_theo_thu_tu():
    hai = one("Vi Thị Hai", 90, woman=True, marks={"first": Fraction(1)})
    ba = one("Vi Thị Ba", 90, woman=True, marks={"worker": Fraction(1)})
    assert order(hai, ba)[0] == (
        1,
        "Vi Thị Ba",
        "Trên Vi Thị Hai: cùng 90 điểm, là người lao động trực tiếp.",
    )
    assert order(hai, ba, chain=(FIRST, WORKER))[0][1] == "Vi Thị Hai"


def test_ngang_nhau_that_thi_cung_hang_va_hoi_dong_quyet_dinh():
    placed = order(one("Vi Văn Hai", 90), one("Vi Văn Ba", 90), one("Vi Văn Tư", 80), one("Vi Văn Năm", None))
    tied = (
        "Ngang nhau với {}: 90 điểm, các tiêu chí phụ như nhau; Hội đồng quyết định. "
        "Trên Vi Văn Tư: 90 điểm so với 80 điểm."
    )
    assert placed == [
        (1, "Vi Văn Ba", tied.format("Vi Văn Hai")),
        (1, "Vi Văn Hai", tied.format("Vi Văn Ba")),
        (3, "Vi Văn Tư", ""),
        (None, "Vi Văn Năm", "Chưa có điểm, chưa xếp."),
    ]


def test_uu_tien_theo_ngay():
    found = [preference_on(rulebook_on(date(year, 6, 1)).shelf) for year in (2023, 2024, 2026)]
    assert [(one.women, one.confirmed) for one in found] == [
        (Fraction(7, 10), False),
        (Fraction(7, 10), True),
        (Fraction(7, 10), True),
    ]
    assert found[0].says == "Bằng nhau thì ưu tiên cá nhân nữ, tập thể có từ 70 % nữ."
    assert preference_on(rulebook_on(date(2019, 6, 1)).shelf) is None


def test_tong_diem_va_dieu_kien_lam_mat_diem():
    marks = [
        Mark("Lao động sáng tạo", Decimal("40.5")),
        Mark("Việc tốt", Decimal(30), holds=False),
        Mark("Thưởng", Decimal(5), is_bonus=True),
    ]
    assert total_of(marks) == (
        Fraction(91, 2),
        "45,5 điểm, trong đó 5 điểm thưởng; “Việc tốt” tính 0 vì chưa đạt điều kiện",
    )
    assert total_of([]) == (0, "0 điểm")


SCORES = st.none() | st.integers(0, 3)
CONTENDERS = st.lists(
    st.tuples(SCORES, st.booleans(), st.integers(0, 1), st.integers(0, 1)),
    max_size=7,
)


def made(rows):
    return [
        one(
            f"Vi Văn {'ABCDEGH'[at]}",
            score,
            woman=woman,
            marks={"worker": Fraction(worker), "first": Fraction(first)},
        )
        for at, (score, woman, worker, first) in enumerate(rows)
    ]


@given(CONTENDERS, st.randoms(use_true_random=False))
def test_thu_tu_dua_vao_khong_doi_ket_qua(rows, chance):
    contenders = made(rows)
    mixed = chance.sample(contenders, len(contenders))
    assert order(*mixed) == order(*contenders)


@given(CONTENDERS)
def test_ai_cung_co_cho_va_ngang_la_ngang_that(rows):
    contenders = made(rows)
    placed = rank(contenders, preference=P11, chain=(WORKER, FIRST))
    assert sorted(p.contender.key for p in placed) == sorted(c.key for c in contenders)
    scored = [p for p in placed if p.place is not None]
    for higher, lower in zip(scored, scored[1:], strict=False):
        same = all(
            getattr(higher.contender, name) == getattr(lower.contender, name)
            for name in ("score", "woman", "marks")
        )
        assert (higher.place == lower.place) == same
        assert higher.contender.score >= lower.contender.score
        assert bool(higher.because)
    for p in scored:
        assert p.place == 1 + sum(other.place < p.place for other in scored)
        assert p.tied == (sum(other.place == p.place for other in scored) > 1)
