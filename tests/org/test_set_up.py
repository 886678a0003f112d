"""The first run: the office, those above it, and the first administrator."""

from datetime import date

import pytest

from tests.factories.commune import Commune, make_commune
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused
from thidua.org.establish import (
    NewAdministrator,
    NewOffice,
    set_up,
)
from thidua.org.models import Installation, Unit, User
from thidua.org.queries import mandates_of

TODAY = date(2023, 3, 20)
pytestmark = pytest.mark.django_db


@pytest.fixture
def commune() -> Commune:
    return make_commune(2023)


def refusal(refused: pytest.ExceptionInfo[Refused]) -> str:
    return refused.value.ruling.because


ADMINISTRATOR = NewAdministrator("hà văn bách", "quantri", "Nuoc-Suoi-2023")


def test_the_first_run_makes_the_office_those_above_it_and_one_administrator() -> None:
    office = NewOffice(
        "Ủy ban nhân dân xã Nà Lâm", "xa", "Ủy ban nhân dân huyện Cao Sơn", "Ủy ban nhân dân tỉnh Lạng Bình"
    )
    found = set_up(office, administrator=ADMINISTRATOR, starts=date(2023, 1, 1))
    assert found.office is not None
    assert (found.office.short_name, found.office.place, found.office.code) == (
        "xã Nà Lâm",
        "Nà Lâm",
        "na-lam",
    )
    assert [unit.level for unit in Unit.objects.all()] == ["tinh", "huyen", "xa"]
    assert found.office.path == "lang-binh/cao-son/na-lam/"
    account = User.objects.get(username="quantri")
    assert [held.role for held in mandates_of(account, TODAY)] == ["admin"]
    assert account.get_full_name() == "Hà Văn Bách"
    assert [entry.verb for entry in JournalEntry.objects.all()] == ["set_up"]
    with pytest.raises(Refused) as refused:
        set_up(office, administrator=ADMINISTRATOR, starts=date(2023, 1, 1))
    assert refusal(refused) == "Phần mềm đã được thiết lập; hãy đăng nhập."


@pytest.mark.parametrize(
    ("office", "day", "sentence"),
    [
        (NewOffice("UBND xã A", "xa", "", "UBND tỉnh B"), date(2023, 1, 1),
         "Chưa ghi cơ quan cấp huyện mà cơ quan này trực thuộc."),
        (NewOffice("UBND xã A", "xa", "UBND huyện C", "UBND tỉnh B"), date(2026, 1, 1),
         "Không ghi cơ quan cấp huyện ở trên: vào ngày này cơ quan không trực thuộc cấp đó."),
        (NewOffice("UBND huyện C", "huyen", "", "UBND tỉnh B"), date(2026, 1, 1),
         "Vào ngày 01/01/2026 không có cơ quan cấp huyện."),
        (NewOffice("UBND tỉnh B", "tinh", "", "UBND tỉnh B"), date(2026, 1, 1),
         "Không ghi cơ quan cấp tỉnh ở trên: vào ngày này cơ quan không trực thuộc cấp đó."),
        (NewOffice("Thôn A", "thon"), date(2026, 1, 1),
         "Vào ngày 01/01/2026 không có cơ quan thôn, tổ dân phố."),
        (NewOffice("A", "khac"), date(1990, 1, 1), "Vào ngày 01/01/1990 không có cơ quan “khac”."),
    ],
)  # fmt: skip
def test_the_levels_of_the_first_run_must_fit_the_law_of_the_day(
    office: NewOffice, day: date, sentence: str
) -> None:
    with pytest.raises(Refused) as refused:
        set_up(office, administrator=ADMINISTRATOR, starts=day)
    assert refusal(refused) == sentence
    assert Unit.objects.count() == 0


def test_a_weak_password_of_the_first_administrator_is_refused() -> None:
    with pytest.raises(Refused):
        set_up(
            NewOffice("UBND tỉnh B", "tinh"),
            administrator=NewAdministrator("Hà Văn Bách", "quantri", "123"),
            starts=date(2026, 1, 1),
        )
    assert Installation.objects.count() == 0
