"""One record for one somebody: found, merged, told apart, and all of it undone (gộp hồ sơ)."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.factories.commune import (
    Commune,
    make_collective,
    make_household,
    make_mandate,
    make_person,
    make_unit,
)
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused
from thidua.org.identify import (
    Known,
    Pairs,
    alike,
    are_apart,
    clusters,
    compare_again,
    drop_identity_number,
    identity_of,
    keep_identity_number,
    kind_of,
    merge_records,
    record_within,
    records_of,
    same_ids,
    tell_apart,
    told,
    unmerge_record,
)
from thidua.org.models import Distinction, Person, Unit
from thidua.org.reorganise import end_unit

DAY = date(2023, 6, 5)


@pytest.fixture
def acting(whole: Commune) -> dict[str, object]:
    return {"mandate": whole.commune.standing, "on": DAY}


def test_a_merged_record_points_and_nothing_is_rewritten(whole: Commune, acting: dict) -> None:
    old = make_person(whole.village, "Lộc Văn Tài", birth_year=1968)
    new = make_person(whole.villages[1], "LỘC VĂN TÀI")
    before = Person.objects.filter(pk=old.pk).values().get()
    merge_records(old, into=new, **acting)
    after = Person.objects.filter(pk=old.pk).values().get()
    assert after == before | {"same_as_id": new.pk}
    assert same_ids(old) == same_ids(new) == {old.pk, new.pk}
    assert identity_of(Person.objects.get(pk=old.pk)) == new
    unmerge_record(Person.objects.select_related("unit").get(pk=old.pk), **acting)
    assert Person.objects.filter(pk=old.pk).values().get() == before
    assert same_ids(old) == {old.pk}
    said = [entry.says for entry in JournalEntry.objects.order_by("number")]
    here, there = "Lộc Văn Tài, sinh năm 1968, Thôn Khuổi Cáp", "LỘC VĂN TÀI, Thôn Bản Vàng"
    assert said == [f"Gộp hồ sơ {here} vào hồ sơ {there}.", f"Tách hồ sơ {here} khỏi hồ sơ {there}."]


def test_a_chain_of_merges_is_one_somebody_and_comes_apart_where_it_was_joined(
    whole: Commune, acting: dict
) -> None:
    first, second, third = (make_person(whole.village, f"Hà Văn {name}") for name in ("Một", "Hai", "Ba"))
    merge_records(first, into=second, **acting)
    merge_records(second, into=third, **acting)
    everyone = {first.pk, second.pk, third.pk}
    assert [same_ids(one) for one in (first, second, third)] == [everyone] * 3
    assert identity_of(Person.objects.get(pk=first.pk)) == third
    unmerge_record(second, **acting)
    assert [same_ids(one) for one in (first, third)] == [{first.pk, second.pk}, {third.pk}]


def test_merges_never_close_a_ring(whole: Commune, acting: dict) -> None:
    one, other = (make_person(whole.village, name) for name in ("Hà Văn Một", "Hà Văn Hai"))
    merge_records(one, into=other, **acting)
    for row, into in ((other, one), (one, other), (one, one)):
        with pytest.raises(Refused):
            merge_records(row, into=into, **acting)
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.filter(pk=other.pk).update(same_as=other)


def test_two_kinds_and_two_numbers_are_never_merged(whole: Commune, acting: dict) -> None:
    person = make_person(whole.village, "Chu Văn Quyền")
    with pytest.raises(Refused, match="cùng loại"):
        merge_records(person, into=make_household(whole.village), **acting)
    namesake = make_person(whole.village, "Chu Văn Quyền", birth_year=1970)
    for one, number in ((person, "020068001234"), (namesake, "020070005678")):
        keep_identity_number(one, number=number, ground="Hồ sơ đề nghị của người này", **acting)
    with pytest.raises(Refused, match="hai số căn cước khác nhau"):
        merge_records(person, into=namesake, **acting)


def test_records_told_apart_are_not_proposed_until_compared_again(whole: Commune, acting: dict) -> None:
    one, other = (make_person(whole.village, "Chu Văn Quyền") for _ in range(2))
    path = whole.commune.unit.path
    assert [{pair.one, pair.other} for pair in Pairs("individual", path=path)[:]] == [{one, other}]
    tell_apart(other, other=one, **acting)
    assert tell_apart(one, other=other, **acting) == are_apart(one, other)
    assert Pairs("individual", path=path)[:] == []
    with pytest.raises(Refused, match="không phải là một"):
        merge_records(one, into=other, **acting)
    compare_again(one, other=other, **acting)
    compare_again(one, other=other, **acting)
    assert Distinction.objects.count() == 0
    assert [{pair.one, pair.other} for pair in Pairs("individual", path=path)[:]] == [{one, other}]


def test_a_record_is_not_told_apart_from_itself_nor_from_what_it_is_merged_with(
    whole: Commune, acting: dict
) -> None:
    one, other = (make_person(whole.village, "Chu Văn Quyền") for _ in range(2))
    with pytest.raises(Refused):
        tell_apart(one, other=one, **acting)
    merge_records(one, into=other, **acting)
    with pytest.raises(Refused):
        tell_apart(one, other=other, **acting)
    with pytest.raises(Refused, match="không gộp vào hồ sơ nào"):
        unmerge_record(other, **acting)


@pytest.mark.parametrize("role", ["admin", "chair", "clerk", "member"])
def test_only_the_standing_officer_merges(whole: Commune, role: str) -> None:
    one, other = (make_person(whole.village, "Chu Văn Quyền") for _ in range(2))
    with pytest.raises(Refused, match="Việc này của: Thường trực Hội đồng"):
        merge_records(one, into=other, mandate=whole.commune.mandates[role], on=DAY)
    assert same_ids(one) == {one.pk}


def test_nobody_merges_in_the_tree_of_another_office(whole: Commune, acting: dict) -> None:
    one, above = make_person(whole.village), make_person(whole.province.unit)
    for verb in (
        lambda: merge_records(one, into=above, **acting),
        lambda: tell_apart(one, other=above, **acting),
        lambda: keep_identity_number(above, number="020068001234", ground="x", **acting),
    ):
        with pytest.raises(Refused, match="không thuộc phạm vi"):
            verb()


def test_the_identity_number_itself_is_kept_nowhere(whole: Commune, acting: dict) -> None:
    person = make_person(whole.village)
    keep_identity_number(person, number="020 068 001 234", ground="Quyết định giao hồ sơ", **acting)
    kept = Person.objects.filter(pk=person.pk).values().get()
    assert (kept["identity_tail"], len(kept["identity_seal"])) == ("234", 64)
    assert "020068001234" not in f"{kept} {[*JournalEntry.objects.values()]}"
    again = make_person(whole.villages[1], "Người Đổi Tên")
    keep_identity_number(again, number="020068001234", ground="Quyết định giao hồ sơ", **acting)
    (pair,) = Pairs("individual", path=whole.commune.unit.path)[:]
    assert pair.likeness.reasons == ("Cùng một số căn cước.",)
    drop_identity_number(person, **acting)
    with pytest.raises(Refused):
        drop_identity_number(person, **acting)
    for number, ground in (("123", "có"), ("020068001234", " ")):
        with pytest.raises(Refused):
            keep_identity_number(person, number=number, ground=ground, **acting)


def test_a_name_is_looked_for_before_it_is_entered(whole: Commune) -> None:
    known = make_person(whole.village, "Lộc Văn Hoà", birth_year=1968)
    make_person(whole.village, "Lộc Văn Sáng", birth_year=1968)
    sealed = make_person(whole.villages[1], "Người Đổi Tên", identity_seal="dau")
    path = whole.commune.unit.path

    def found(known: Known) -> list[Person]:
        return [match.row for match in alike(known, unit=whole.village, path=path)]

    assert found(Known("LOC VAN HOA")) == [known]
    assert found(Known("Lộc Hòa", birth_year=1968)) == [known]
    assert found(Known("Lộc Văn Hòa", birth_year=1990)) == []
    assert found(Known("Người Tên Mới", seal="dau")) == [sealed]
    (match,) = alike(Known("Lộc Văn Hòa"), unit=whole.village, path=path)
    assert match.says == told(known) == "Lộc Văn Hoà, sinh năm 1968, Thôn Khuổi Cáp"


def test_collectives_and_households_are_looked_for_too(whole: Commune) -> None:
    branch, home = make_collective(whole.village), make_household(whole.village)
    path = whole.commune.unit.path
    for row, typed in ((branch, "CHI HỘI PHỤ NỮ THÔN KHUỔI CÁP"), (home, "Hộ gia đình ông Chu Văn Quyền")):
        (match,) = alike(Known(typed, kind_of(row)), unit=whole.village, path=path)
        assert (match.row, kind_of(match.row)) == (row, kind_of(row))


def test_a_unit_and_the_one_that_carries_on_are_one_place(whole: Commune) -> None:
    old = make_person(whole.villages[1], "Hứa Thị Lụa")
    new = make_person(whole.village, "Hứa Thị Lụa")
    assert Pairs("individual", path=whole.commune.unit.path)[:] == []
    end_unit(whole.villages[1], last_day=DAY, successor=whole.village, mandate=whole.commune.standing, on=DAY)
    (pair,) = Pairs("individual", path=whole.commune.unit.path)[:]
    assert {pair.one, pair.other} == {old, new}
    assert pair.likeness.reasons == ("Tên giống hệt nhau.", "Đơn vị này kế thừa đơn vị kia.")


def test_what_an_ended_commune_left_is_kept_by_its_heir(whole: Commune) -> None:
    heir = make_unit("Ủy ban nhân dân xã Phia Bioóc", "phia-bioc", "xa", whole.district.unit)
    officer = make_mandate(heir, "Sằm Thị Xa", role="standing", title="Thường trực")
    old, new = make_person(whole.commune.unit, "Lộc Văn Tài"), make_person(heir, "Lộc Văn Tài")
    with pytest.raises(Refused, match="không thuộc phạm vi"):
        merge_records(old, into=new, mandate=officer, on=DAY)
    Unit.objects.filter(pk=whole.commune.unit.pk).update(closed_on=DAY, successor=heir, heir=heir)
    (pair,) = Pairs("individual", path=heir.path)[:]
    assert {pair.one, pair.other} == {old, new}
    left = record_within(officer, kind="individual", pk=old.pk)
    merge_records(left, into=new, mandate=officer, on=DAY)
    assert records_of(new) == [old, new]


def test_many_records_cost_as_many_queries_as_few(whole: Commune) -> None:
    path = whole.commune.unit.path

    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as caught:
            Pairs("individual", path=path)[:]
            clusters(Person, Person.objects.values_list("pk", flat=True))
        return len(caught)

    for _ in range(2):
        make_person(whole.village, "Lý Thị Mẩy")
    few = queries()
    for number in range(3):
        make_person(whole.village, f"Bàn Văn Lìn {number}")
        make_person(whole.village, "Vi Thị Xoan")
    assert queries() == few
