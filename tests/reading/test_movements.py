"""Which movements, directives and plans a passage names, and which quoted words are none of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.reading.movements import movements_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            ("Thực hiện tốt các phong trào thi đua do tỉnh, huyện phát động như: “Chung tay dựng xóm”, "
            "“Không ai đói nghèo” và “Đường làng sạch đẹp”."),
            ["Chung tay dựng xóm", "Không ai đói nghèo", "Đường làng sạch đẹp"],
        ),
        ("Gắn với cuộc vận động “Mỗi nhà một vườn mẫu”", ["Mỗi nhà một vườn mẫu"]),
        ("Phong trào thi đua gắn với các nội dung “Học tập và làm theo gương Bác”.", []),
        ("Tổ chức gặp mặt “Ngày hội non sông” ở nhà văn hóa.", []),
        (
            ("Thực hiện Chỉ thị số 08/CT-TTg ngày 12/3/2022 của Thủ tướng Chính phủ về kỷ cương; "
            "Kế hoạch số 15/KH-UBND ngày 02/02/2023 của UBND huyện Cao Sơn về thi đua"),
            [
                "Chỉ thị số 08/CT-TTg ngày 12/3/2022 của Thủ tướng Chính phủ",
                "Kế hoạch số 15/KH-UBND ngày 02/02/2023 của UBND huyện Cao Sơn",
            ],
        ),
        ("theo Chỉ thị số 41-CT/TW và Chỉ thị số 41-CT/TW ngày 06/5/2022", ["Chỉ thị số 41-CT/TW"]),
        ('Hưởng ứng phong trào "Xanh đồi, sạch suối".', ["Xanh đồi, sạch suối"]),
        ("Kế hoạch năm 2023 của xã", []),
    ],
)  # fmt: skip
def test_what_a_passage_names(text, names):
    assert [one.name for one in movements_in(text)] == names


def test_the_theme_of_the_campaign_itself_is_no_movement_above():
    text = (
        "Hưởng ứng phong trào thi đua “Chung một lòng, chắc từng việc” và phong trào “Xanh đồi, sạch suối”."
    )
    found = movements_in(text, own="“Chung một lòng, chắc từng việc”")
    assert [(one.kind, one.name) for one in found] == [("movement", "Xanh đồi, sạch suối")]


def test_a_directive_is_known_by_its_number():
    first, second = (
        movements_in(text)[0] for text in ("Chỉ thị số 8/CT-TTg", "chỉ thị số 8/CT-TTg ngày 12/3/2022")
    )
    assert first.key == second.key == "directive 8/ct-ttg"


@given(st.text(alphabet='Chỉ thị số 0123/CT-TTg phong trào “”"., ngày của UBND\n', max_size=200))
def test_any_text_is_read_without_a_fault_and_names_nothing_empty(text):
    assert all(one.name.strip() and len(one.key) <= 300 for one in movements_in(text))
