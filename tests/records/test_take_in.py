"""A sheet is kept as a preview first, then taken in whole, once."""

from datetime import date

import pytest

from tests.factories.commune import Commune, make_commune
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused
from thidua.org.models import Unit
from thidua.records.models import Run
from thidua.records.queries.settings import preview_of
from thidua.records.take_in import keep_rows, rows_kept, take_in

TODAY = date(2023, 3, 20)
ROWS = [["Thôn Nà Pheo"], ["Thôn Nà Sản"]]
pytestmark = pytest.mark.django_db


@pytest.fixture
def commune() -> Commune:
    return make_commune(2023)


def test_a_preview_changes_nothing_until_it_is_taken_in(commune: Commune) -> None:
    who = {"mandate": commune.commune.standing, "on": TODAY}
    before = Unit.objects.count()
    run = keep_rows(ROWS, what="units", **who)
    assert (run.total, run.state, Unit.objects.count()) == (2, "waiting", before)
    assert [row.words.name for row in rows_kept(preview_of(who["mandate"], run.pk), **who)] == [
        "Thôn Nà Pheo", "Thôn Nà Sản",
    ]  # fmt: skip
    assert take_in(run, **who) == 2
    assert Unit.objects.count() == before + 2
    assert JournalEntry.objects.latest("number").says == "Đã nhập 2 đơn vị."
    with pytest.raises(Refused) as refused:
        take_in(run, **who)
    assert refused.value.ruling.because == "Bảng này đã được nhập."


def test_a_sheet_is_checked_again_when_it_is_taken_in(commune: Commune) -> None:
    who = {"mandate": commune.commune.standing, "on": TODAY}
    first, second = (keep_rows(ROWS, what="units", **who) for _ in range(2))
    take_in(first, **who)
    with pytest.raises(Refused) as refused:
        take_in(second, **who)
    assert refused.value.ruling.because == "Còn dòng chưa đúng (1, 2); chưa ghi dòng nào."
    second.refresh_from_db()
    assert second.state == "waiting"


def test_who_may_keep_a_sheet_and_who_sees_it(commune: Commune) -> None:
    with pytest.raises(Refused):
        keep_rows(ROWS, what="people", mandate=commune.commune.clerk, on=TODAY)
    with pytest.raises(Refused) as refused:
        keep_rows([], what="people", mandate=commune.commune.admin, on=TODAY)
    assert refused.value.ruling.rule == "rows:empty"
    run = keep_rows(ROWS, what="units", mandate=commune.commune.admin, on=TODAY)
    with pytest.raises(Run.DoesNotExist):
        preview_of(commune.province.admin, run.pk)
