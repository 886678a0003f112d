"""How alike two records are, in points and in sentences (độ giống nhau)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vietnamese.test_name_keys import WAYS, names
from thidua.org.identify import Known, Likeness, likeness

TAI = Known("Lộc Văn Tài", birth_year=1968, line="khuoi-cap", unit="khuoi-cap", honorific="Ông")


@given(names, st.sampled_from(sorted(WAYS)), st.integers(1940, 2010) | st.none())
def test_the_way_a_name_is_typed_changes_nothing(name: str, way: str, year: int | None) -> None:
    known = replace(TAI, name=name, birth_year=year)
    typed = replace(known, name=WAYS[way](name))
    assert likeness(known, typed).score == likeness(known, known).score


@given(
    *(
        st.builds(
            Known, names, birth_year=st.sampled_from([None, 1968, 1986]), line=st.sampled_from("ab"),
            telephone=st.sampled_from(["", "0912345678"]),
        )
        for _ in range(2)
    )
)  # fmt: skip
def test_the_order_of_the_two_does_not_matter(one: Known, other: Known) -> None:
    assert likeness(one, other) == likeness(other, one)


@pytest.mark.parametrize(
    ("other", "answer"),
    [
        (replace(TAI, name="LỘC VĂN TÀI"),
         Likeness(90, ("Tên giống nhau, chỉ khác cách viết.", "Cùng năm sinh 1968.", "Cùng đơn vị."))),
        (replace(TAI, name="Loc Van Tai", birth_year=None),
         Likeness(60, ("Tên giống nhau, một bên gõ không dấu.", "Cùng đơn vị."))),
        (replace(TAI, name="Lộc Văn Tái"),
         Likeness(75, ("Tên chỉ khác dấu.", "Cùng năm sinh 1968.", "Cùng đơn vị."))),
        (replace(TAI, name="Lộc Tài"),
         Likeness(60, ("Cùng họ và tên, một bên thiếu chữ đệm.", "Cùng năm sinh 1968.", "Cùng đơn vị."))),
        (replace(TAI, birth_year=1986),
         Likeness(55, ("Tên giống hệt nhau.", "Năm sinh 1968 và 1986: có thể gõ đảo số.", "Cùng đơn vị."))),
        (replace(TAI, birth_year=1999),
         Likeness(20, ("Tên giống hệt nhau.", "Khác năm sinh: 1968 và 1999.", "Cùng đơn vị."))),
        (replace(TAI, unit="xa-moi"),
         Likeness(90, ("Tên giống hệt nhau.", "Cùng năm sinh 1968.", "Đơn vị này kế thừa đơn vị kia."))),
        (replace(TAI, unit="ban-vang", line="ban-vang"),
         Likeness(65, ("Tên giống hệt nhau.", "Cùng năm sinh 1968.", "Khác đơn vị."))),
        (replace(TAI, honorific="Bà", birth_year=None, line=""),
         Likeness(45, ("Tên giống hệt nhau.", "Một bên ghi Ông, một bên ghi Bà."))),
        (replace(TAI, name="Lộc Thị Tài"), Likeness(0, ("Tên khác nhau.",))),
        (replace(TAI, kind="household"), Likeness(0, ("Không cùng loại đối tượng.",))),
    ],
)  # fmt: skip
def test_what_speaks_for_one_person_and_what_against(other: Known, answer: Likeness) -> None:
    assert likeness(TAI, other) == answer


def test_an_identity_number_decides_alone() -> None:
    one, same = replace(TAI, seal="a"), replace(TAI, name="Người Đổi Tên", seal="a")
    assert likeness(one, same) == Likeness(100, ("Cùng một số căn cước.",))
    assert likeness(one, replace(TAI, seal="b")) == Likeness(0, ("Hai số căn cước khác nhau.",))
    assert likeness(one, TAI).is_sure


def test_a_telephone_and_a_home_speak_for_one_person() -> None:
    here = replace(TAI, birth_year=None, line="", telephone="0912345678", address="Thôn Khuổi Cáp, nhà số 2")
    found = likeness(here, here)
    assert found == Likeness(75, ("Tên giống hệt nhau.", "Cùng số điện thoại.", "Cùng nơi ở."))
    assert (found.is_likely, found.is_sure, found.says) == (True, False, "có thể là một")


def test_a_son_named_like_his_father_lives_in_the_same_house() -> None:
    father = replace(TAI, address="Nhà số 2")
    found = likeness(father, replace(father, birth_year=1999))
    assert found.reasons[-1] == "Cùng nơi ở nhưng khác năm sinh: có thể là người một nhà."
    assert not found.is_likely


def test_the_branch_of_another_village_is_another_branch() -> None:
    branch = Known("Chi hội Phụ nữ", "collective", line="a", unit="a")
    assert likeness(branch, replace(branch, line="b", unit="b")).score == 10
    assert likeness(branch, branch).says == "có thể là một"
    assert likeness(TAI, TAI).says == "gần như chắc là một"
