"""The journal: lines chained to one another, states moved through one door, nobody overwritten."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories.commune import make_campaign, make_commune
from thidua.campaigns.models import Campaign
from thidua.journal.actors import VISITOR, system
from thidua.journal.lifecycle import advance, keep
from thidua.journal.models import Chain, JournalEntry
from thidua.journal.rows import SAFE_LETTERS, short_code, time_ordered_id
from thidua.journal.verify import first_broken_line
from thidua.journal.write import write
from thidua.law.ruling import Refused

DAY = date(2023, 3, 15)


@pytest.fixture
def three_lines(db):
    for says in ("Việc một.", "Việc hai.", "Việc ba."):
        write("work", says, actor=VISITOR, on=DAY, data={"số": 1.0})


def test_an_empty_journal_holds(db):
    assert first_broken_line() is None


def test_lines_are_numbered_and_tied_to_the_line_before(three_lines):
    lines = list(JournalEntry.objects.all())
    assert [line.number for line in lines] == [1, 2, 3]
    assert [line.before for line in lines] == ["", lines[0].mark, lines[1].mark]
    assert first_broken_line() is None


@pytest.mark.parametrize(
    "change",
    [
        {"says": "Việc khác."}, {"actor_name": "Người khác"}, {"on": date(2023, 3, 16)}, {"data": {}},
        {"unit_id": time_ordered_id()},
    ],
)  # fmt: skip
def test_a_changed_line_is_found(three_lines, change):
    JournalEntry.objects.filter(number=2).update(**change)
    assert first_broken_line() == 2


def test_a_removed_line_is_found_in_the_middle_and_at_the_end(three_lines):
    JournalEntry.objects.filter(number=3).delete()
    assert first_broken_line() == 3
    JournalEntry.objects.filter(number=1).delete()
    assert first_broken_line() == 1


def test_a_line_added_behind_the_chain_is_found(three_lines):
    Chain.objects.update(last_number=2)
    assert first_broken_line() == 4


def test_who_acts_is_kept_as_words(db):
    whole = make_commune()
    line = write("work", "Ghi.", actor=whole.commune.standing.actor(for_name="Thôn Bản Vàng"), on=DAY)
    assert (line.actor_kind, line.actor_name, line.actor_for) == ("mandate", "Hoàng Thị Mai", "Thôn Bản Vàng")
    assert write("remind", "Nhắc.", actor=system("remind"), on=DAY).actor_name == "remind"


def move(campaign, to):
    advance(campaign, to, actor=VISITOR, on=DAY, verb="move", says="Chuyển.", why="thử")


def test_a_state_moves_only_along_its_table(db):
    campaign = make_campaign(make_commune(), state="draft")
    with pytest.raises(Refused) as refused:
        move(campaign, "closed")
    assert refused.value.ruling.because == "Không thể chuyển từ “đang chuẩn bị” sang “đã tổng kết”."
    move(campaign, "open")
    assert JournalEntry.objects.get().data == {"from": "draft", "to": "open", "why": "thử"}
    assert (campaign.state_says, campaign.desk, Campaign.objects.get().state) == (
        "đang thi đua",
        "các đơn vị",
        "open",
    )


def test_what_somebody_else_moved_meanwhile_is_not_moved_again(db):
    first = make_campaign(make_commune(), state="draft")
    second = Campaign.objects.get()
    move(first, "open")
    with pytest.raises(Refused) as refused:
        move(second, "open")
    assert refused.value.ruling.rule == "state:stale"


def test_an_edit_from_an_older_page_is_refused(db):
    campaign = make_campaign(make_commune())
    keep(campaign, "theme", expected=campaign.version)
    with pytest.raises(Refused) as refused:
        keep(campaign, "theme", expected=campaign.version - 1)
    assert "Chữ bạn gõ vẫn còn" in refused.value.ruling.because


def test_a_new_thing_starts_in_the_first_state(db):
    whole = make_commune()
    campaign = Campaign.objects.create(
        unit=whole.commune.unit, slug="moi", code="moi", title="Mới", short_title="Mới", launched_level="xa"
    )
    assert campaign.state == "draft"


@given(st.integers(min_value=4, max_value=20))
def test_codes_have_no_letters_that_are_mistaken(length):
    assert set(short_code(length)) <= set(SAFE_LETTERS)
    assert not set(SAFE_LETTERS) & set("il1o0")


def test_keys_sort_by_birth_and_are_version_seven():
    keys = [time_ordered_id() for _ in range(50)]
    assert {key.version for key in keys} == {7}
    assert [key.int >> 64 for key in keys] == sorted(key.int >> 64 for key in keys)
