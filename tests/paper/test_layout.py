"""The table of sizes and margins keeps within what the decree allows."""

import pytest

from thidua.paper import layout
from thidua.paper.arrange import LETTERHEAD_SHARES, Rule, line
from thidua.paper.blocks import Column, Table
from thidua.paper.glyphs import face

ALLOWED = {
    "quoc_hieu": (12, 13),
    "tieu_ngu": (13, 14),
    "parent": (12, 13),
    "issuer": (12, 13),
    "number": (13, 13),
    "place_date": (13, 14),
    "type_name": (13, 14),
    "summary": (13, 14),
    "letter_subject": (12, 13),
    "ground": (13, 14),
    "body": (13, 14),
    "heading1": (13, 14),
    "addressee_only": (13, 14),
    "signer": (13, 14),
    "recipients_head": (12, 12),
    "recipient": (11, 11),
    "appendix_label": (14, 14),
}


@pytest.mark.parametrize("role", ALLOWED)
def test_sizes_are_those_of_the_decree(role):
    least, most = ALLOWED[role]
    assert least <= layout.LOOKS[role].size <= most


def test_margins_and_spacing_are_those_of_the_decree():
    body = layout.LOOKS["body"]
    assert 20 <= layout.TOP_MM <= 25
    assert 20 <= layout.BOTTOM_MM <= 25
    assert 30 <= layout.LEFT_MM <= 35
    assert 15 <= layout.RIGHT_MM <= 20
    assert (body.indent_mm, body.after, body.align) == (10, 6, "justify")
    assert 1 <= body.spacing <= 1.5


def test_quoc_hieu_fits_its_column():
    room = layout.text_width_mm(landscape=False) * LETTERHEAD_SHARES[1]
    assert face(bold=True).width_mm("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=12) < room


def test_names_of_styles_differ():
    labels = [look.label for look in layout.LOOKS.values()]
    assert len(labels) == len(set(labels))


def test_the_line_under_tieu_ngu_is_as_long_as_the_text():
    motto = line("tieu_ngu", "Độc lập - Tự do - Hạnh phúc")
    length = face(bold=True).width_mm(motto.text, size=13)
    assert layout.rule_mm(Rule(motto, 1.0), width_mm=95) == round(length, 2)


def test_a_line_is_never_longer_than_its_column_allows():
    assert layout.rule_mm(Rule(line("summary", "dài " * 90), 0.4), width_mm=100) == 40


def test_columns_fill_the_text_width_and_hold_their_longest_word():
    table = Table((Column("TT", 1), Column("Ghi chú", 99)), (("123.456.789", "a"), ("nhóm chung của bảng",)))
    narrow, wide = layout.column_widths_mm(table, width_mm=165)
    longest = face(bold=True).width_mm("123.456.789", size=12)
    assert narrow > longest + 2 * layout.CELL_PADDING_MM
    assert round(narrow + wide, 1) == 165


def test_columns_share_what_there_is_when_nothing_fits():
    table = Table((Column("A" * 60, 1), Column("B" * 60, 1)), ())
    assert round(sum(layout.column_widths_mm(table, width_mm=100)), 1) == 100
