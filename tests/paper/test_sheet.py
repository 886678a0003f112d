"""Lists as spreadsheets: what was written comes back, and nothing that was typed becomes a formula."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from thidua.paper.sheet import Field, Sheet, write_xlsx

LIST = Sheet(
    "Đăng ký: thôn Nà Pheo/2023",
    (
        "Họ và tên",
        Field("Số định danh", 16),
        Field("Ngày sinh", 12, "date"),
        Field("Tiền thưởng", 14, "money"),
        Field("Loại", 14, choices=("Cá nhân", "Tập thể")),
    ),
    (
        ("Chu Văn Quyền", "001234567890", date(1980, 2, 3), 450_000, "Cá nhân"),
        ("=HYPERLINK(1)", None, None, Decimal("1.5"), "@x"),
    ),
)


def opened(*sheets):
    return openpyxl.load_workbook(BytesIO(write_xlsx(sheets)))


def test_cells_come_back_as_they_were():
    rows = [[cell.value for cell in row] for row in opened(LIST).worksheets[0].iter_rows()]
    assert rows[0] == ["Họ và tên", "Số định danh", "Ngày sinh", "Tiền thưởng", "Loại"]
    assert rows[1][:2] == ["Chu Văn Quyền", "001234567890"]
    assert (rows[1][2].date(), rows[1][3], rows[1][4]) == (date(1980, 2, 3), 450_000, "Cá nhân")
    assert rows[2] == ["=HYPERLINK(1)", None, None, 1.5, "@x"]


@pytest.mark.parametrize("typed", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "{=1}", "http://a.b"])
def test_a_formula_from_a_stranger_stays_text(typed):
    cell = opened(Sheet("A", ("Tên",), ((typed,),))).worksheets[0]["A2"]
    assert (cell.data_type, cell.value.strip(), cell.hyperlink) == ("s", typed.strip(), None)


def test_a_template_keeps_zeros_and_offers_choices():
    tab = opened(LIST).worksheets[0]
    assert tab.column_dimensions["B"].width == pytest.approx(16.7, abs=0.1)
    assert tab["B2"].number_format == "@"
    (choice,) = tab.data_validations.dataValidation
    assert (choice.formula1, str(choice.sqref)) == ('"Cá nhân,Tập thể"', "E2:E1048576")
    assert (tab.freeze_panes, tab.auto_filter.ref) == ("A2", "A1:E3")


def test_tabs_get_names_that_a_workbook_accepts():
    names = opened(LIST, LIST, Sheet("''", ("A",)), Sheet("x" * 40, ("A",))).sheetnames
    assert names == ["Đăng ký  thôn Nà Pheo 2023", "Đăng ký  thôn Nà Pheo 2023 (2)", "Danh sách", "x" * 31]


def test_equal_lists_give_equal_bytes():
    assert write_xlsx([LIST]) == write_xlsx([LIST])
