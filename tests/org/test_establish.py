"""Setting up: units, people, offices and who holds them."""

from datetime import date

import pytest

from tests.factories.commune import Commune, make_commune, make_person
from thidua.journal.models import JournalEntry
from thidua.journal.verify import first_broken_line
from thidua.law.ruling import Refused
from thidua.org.establish import (
    NewAdministrator,
    PersonWords,
    Term,
    UnitWords,
    add_person,
    add_unit,
    appoint,
    edit_person,
    edit_unit,
    end_mandate,
    open_office,
    set_working_day,
)
from thidua.org.models import Installation, Mandate, Office
from thidua.org.queries import arranged_units, digits_of
from thidua.org.reorganise import end_unit

TODAY = date(2023, 3, 20)
pytestmark = pytest.mark.django_db


@pytest.fixture
def commune() -> Commune:
    return make_commune(2023)


def refusal(refused: pytest.ExceptionInfo[Refused]) -> str:
    return refused.value.ruling.because


ADMINISTRATOR = NewAdministrator("hà văn bách", "quantri", "Nuoc-Suoi-2023")


def test_the_administrator_adds_a_village_and_everybody_finds_it(commune: Commune) -> None:
    unit = add_unit(
        commune.commune.unit, words=UnitWords("Thôn Nà  Pheo", "thon"), opened_on=TODAY,
        mandate=commune.commune.admin, on=TODAY,
    )  # fmt: skip
    assert (unit.name, unit.short_name, unit.code, unit.path) == (
        "Thôn Nà Pheo", "Thôn Nà Pheo", "thon-na-pheo", "lang-binh/cao-son/na-lam/thon-na-pheo/"
    )  # fmt: skip
    entry = JournalEntry.objects.get(verb="add_unit")
    assert entry.says == "Lập Thôn Nà Pheo, trực thuộc Ủy ban nhân dân xã Nà Lâm."
    assert (entry.actor_name, entry.thing_id) == ("Hà Văn Bách", unit.pk)
    assert first_broken_line() is None


def test_two_units_of_one_name_get_codes_of_their_own(commune: Commune) -> None:
    codes = [
        add_unit(
            parent,
            words=UnitWords("Trạm Y tế", "don_vi"),
            opened_on=TODAY,
            mandate=commune.commune.admin,
            on=TODAY,
        ).code
        for parent in (commune.commune.unit, commune.body, commune.province.unit)
    ]
    assert codes == ["tram-y-te", "tram-y-te-2", "tram-y-te-3"]


@pytest.mark.parametrize(
    ("name", "level", "sentence"),
    [
        ("thôn khuổi cáp", "thon", "Đã có “thôn khuổi cáp” trực thuộc Ủy ban nhân dân xã Nà Lâm."),
        (" ", "thon", "Chưa có tên đơn vị."),
        ("Ủy ban nhân dân xã Khác", "xa", "Cấp xã không thể trực thuộc Ủy ban nhân dân xã Nà Lâm (cấp xã)."),
        ("Đội 1", "doi", "“doi” không phải là một cấp."),
    ],
)
def test_a_unit_that_does_not_fit_is_refused(commune: Commune, name: str, level: str, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        add_unit(
            commune.commune.unit, words=UnitWords(name, level), opened_on=TODAY,
            mandate=commune.commune.standing, on=TODAY,
        )  # fmt: skip
    assert refusal(refused) == sentence


def test_who_may_arrange_units(commune: Commune) -> None:
    words = UnitWords("Thôn Mới", "thon")
    for role in ("chair", "clerk", "accountant", "culture", "secretary", "member", "vice_chair"):
        with pytest.raises(Refused) as refused:
            add_unit(
                commune.commune.unit, words=words, opened_on=TODAY,
                mandate=commune.commune.mandates[role], on=TODAY,
            )  # fmt: skip
        assert refused.value.ruling.rule == "mandate:role"


def test_an_officer_arranges_the_own_tree_only_but_the_installations_administrator_all(
    commune: Commune,
) -> None:
    assert commune.district is not None
    with pytest.raises(Refused) as refused:
        add_unit(
            commune.district.unit, words=UnitWords("Phòng Nội vụ", "don_vi"), opened_on=TODAY,
            mandate=commune.commune.standing, on=TODAY,
        )  # fmt: skip
    assert refused.value.ruling.rule == "reach:unit"
    made = add_unit(
        commune.district.unit, words=UnitWords("Phòng Nội vụ", "don_vi"), opened_on=TODAY,
        mandate=commune.commune.admin, on=TODAY,
    )  # fmt: skip
    assert made.parent == commune.district.unit
    assert arranged_units(commune.commune.standing).count() == 5
    assert arranged_units(commune.district.admin).count() == 7
    assert arranged_units(commune.commune.admin).count() == 8


def test_a_unit_is_edited_and_a_stale_form_is_refused(commune: Commune) -> None:
    village, admin = commune.village, commune.commune.admin
    opened_with = village.mark
    words = UnitWords("Thôn Khuổi Cáp", "thon", short_name="Khuổi Cáp", address="Km 5")
    edit_unit(village, words=words, expected=opened_with, mandate=admin, on=TODAY)
    village.refresh_from_db()
    assert (village.short_name, village.address) == ("Khuổi Cáp", "Km 5")
    entry = JournalEntry.objects.get(verb="edit_unit")
    assert entry.data["before"] == {"short_name": "Thôn Khuổi Cáp", "address": ""}
    with pytest.raises(Refused) as refused:
        edit_unit(village, words=words, expected=opened_with, mandate=admin, on=TODAY)
    assert refused.value.ruling.rule == "state:stale"


def test_the_level_of_a_unit_stays(commune: Commune) -> None:
    village = commune.village
    with pytest.raises(Refused) as refused:
        edit_unit(
            village, words=UnitWords(village.name, "don_vi"), expected=village.mark,
            mandate=commune.commune.admin, on=TODAY,
        )  # fmt: skip
    assert refused.value.ruling.rule == "unit:level"


def test_a_unit_ends_with_its_mandates_and_names_its_successor(commune: Commune) -> None:
    village, other = commune.villages
    end_unit(village, last_day=TODAY, successor=other, mandate=commune.commune.admin, on=TODAY)
    village.refresh_from_db()
    head = Mandate.objects.get(pk=commune.head(village).pk)
    assert (village.closed_on, village.successor, head.ends) == (TODAY, other, TODAY)
    assert JournalEntry.objects.get(verb="end_unit").says == (
        "Thôn Khuổi Cáp kết thúc hoạt động sau ngày 20/3/2023; đơn vị kế thừa: Thôn Bản Vàng."
    )


def test_a_unit_cannot_end_against_sense(commune: Commune) -> None:
    admin, village, other = commune.commune.admin, *commune.villages
    cases = [
        (village, date(2019, 1, 1), None, "Ngày kết thúc phải từ ngày 01/01/2020 trở đi."),
        (village, TODAY, village, "Đơn vị kế thừa phải là một đơn vị khác còn hoạt động."),
        (
            commune.commune.unit,
            TODAY,
            None,
            (
                "Không thể kết thúc cơ quan mà phần mềm được thiết lập cho khi chưa có đơn vị kế thừa; "
                "hãy lập cơ quan mới rồi chọn làm đơn vị kế thừa."
            ),
        ),
    ]
    for unit, day, successor, sentence in cases:
        with pytest.raises(Refused) as refused:
            end_unit(unit, last_day=day, successor=successor, mandate=admin, on=TODAY)
        assert refusal(refused) == sentence
    add_unit(commune.body, words=UnitWords("Tổ 1", "don_vi"), opened_on=TODAY, mandate=admin, on=TODAY)
    with pytest.raises(Refused) as refused:
        end_unit(commune.body, last_day=TODAY, successor=None, mandate=admin, on=TODAY)
    assert refusal(refused) == (
        "Tổ 1 còn trực thuộc Ủy ban Mặt trận Tổ quốc xã Nà Lâm; hãy kết thúc hoặc chuyển đơn vị đó trước."
    )
    end_unit(village, last_day=TODAY, successor=None, mandate=admin, on=TODAY)
    with pytest.raises(Refused) as refused:
        end_unit(village, last_day=TODAY, successor=other, mandate=admin, on=TODAY)
    assert refusal(refused) == "Thôn Khuổi Cáp đã kết thúc từ ngày 20/3/2023."


def test_a_person_is_put_on_record_once(commune: Commune) -> None:
    words = PersonWords("NÔNG THỊ HẰNG", "Bà", 1985, telephone="0912 345 678")
    person = add_person(commune.village, words=words, mandate=commune.commune.standing, on=TODAY)
    assert (person.name, person.telephone, person.is_woman) == ("Nông Thị Hằng", "0912345678", True)
    with pytest.raises(Refused) as refused:
        add_person(commune.village, words=words, mandate=commune.commune.standing, on=TODAY)
    assert refusal(refused) == (
        "Thôn Khuổi Cáp đã có Nông Thị Hằng sinh năm 1985; nếu là người khác, hãy ghi thêm năm sinh."
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (PersonWords("Hằng"), "Họ và tên phải có ít nhất hai chữ."),
        (PersonWords("Nông Thị Hằng", "Cô"), "Danh xưng “Cô” không dùng được; chỉ dùng Ông hoặc Bà."),
        (PersonWords("Nông Thị Hằng", "Bà", 2050), "Năm sinh 2050 không hợp lý."),
        (PersonWords("Nông Thị Hằng", telephone="12"), "Số điện thoại “12” không đúng; cần 10 chữ số."),
    ],
)
def test_particulars_that_cannot_be_are_refused(commune: Commune, words: PersonWords, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        add_person(commune.village, words=words, mandate=commune.commune.standing, on=TODAY)
    assert refusal(refused) == sentence


def test_a_person_moves_to_another_village(commune: Commune) -> None:
    person = make_person(commune.village)
    opened_with = person.mark
    words = PersonWords("Lộc Văn Tài", birth_year=1990)
    edit_person(
        person, unit=commune.villages[1], words=words, expected=opened_with,
        mandate=commune.commune.admin, on=TODAY,
    )  # fmt: skip
    person.refresh_from_db()
    assert (person.unit, person.birth_year) == (commune.villages[1], 1990)
    assert (
        JournalEntry.objects.get(verb="edit_person").says
        == "Sửa hồ sơ Lộc Văn Tài, chuyển đến Thôn Bản Vàng."
    )
    for expected, said in ((opened_with, words), (person.mark, PersonWords("Tài"))):
        with pytest.raises(Refused):
            edit_person(
                person, unit=person.unit, words=said, expected=expected,
                mandate=commune.commune.admin, on=TODAY,
            )  # fmt: skip


def give(commune: Commune, role: str, term: Term, *, name: str = "Lộc Văn Tài") -> Mandate:
    """The chair gives a person of the commune an office with this role."""
    who = {"mandate": commune.commune.chair, "on": TODAY}
    office = open_office(commune.commune.unit, title=f"Chức vụ {role}", role=role, **who)
    return appoint(make_person(commune.commune.unit, name), office=office, term=term, **who)


def test_an_office_is_made_once_per_title(commune: Commune) -> None:
    who = {"mandate": commune.commune.chair, "on": TODAY}
    first = open_office(commune.village, title="Phó Trưởng thôn", role="village_head", **who)
    assert open_office(commune.village, title="phó trưởng thôn", role="village_head", **who) == first
    with pytest.raises(Refused) as refused:
        open_office(commune.village, title="Phó Trưởng thôn", role="vua", **who)
    assert refused.value.ruling.rule == "office:words"


def test_a_mandate_runs_from_day_to_day(commune: Commune) -> None:
    held = give(commune, "teller", Term(date(2023, 1, 1), date(2023, 2, 1), "QĐ 5"))
    assert [held.is_open(day) for day in (date(2022, 12, 31), date(2023, 1, 1), date(2023, 2, 1), TODAY)] == [
        False, True, True, False,
    ]  # fmt: skip
    assert JournalEntry.objects.get(verb="appoint").says == (
        "Giao Lộc Văn Tài giữ chức vụ Chức vụ teller, Ủy ban nhân dân xã Nà Lâm, "
        "từ ngày 01/01/2023 đến ngày 01/02/2023."
    )


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        (date(2022, 1, 1), date(2023, 1, 1)),
        (date(2023, 2, 1), None),
        (date(2023, 1, 15), date(2023, 1, 16)),
        (date(2022, 1, 1), None),
    ],
)
def test_the_same_office_is_not_held_twice_at_once(commune: Commune, starts: date, ends: date | None) -> None:
    held = give(commune, "teller", Term(date(2023, 1, 1), date(2023, 2, 1)))
    with pytest.raises(Refused) as refused:
        appoint(
            held.person, office=held.office, term=Term(starts, ends), mandate=commune.commune.chair, on=TODAY
        )
    assert refusal(refused) == (
        "Lộc Văn Tài đã giữ chức vụ Chức vụ teller từ ngày 01/01/2023 đến ngày 01/02/2023."
    )


@pytest.mark.parametrize(
    ("starts", "ends"), [(date(2022, 1, 1), date(2022, 12, 31)), (date(2023, 2, 2), None)]
)
def test_the_same_office_is_held_again_before_or_after(
    commune: Commune, starts: date, ends: date | None
) -> None:
    held = give(commune, "teller", Term(date(2023, 1, 1), date(2023, 2, 1)))
    again = appoint(
        held.person, office=held.office, term=Term(starts, ends), mandate=commune.commune.chair, on=TODAY
    )
    assert (again.starts, again.ends) == (starts, ends)


def test_a_committee_has_one_chair_at_a_time(commune: Commune) -> None:
    with pytest.raises(Refused) as refused:
        give(commune, "chair", Term(TODAY))
    assert refusal(refused) == (
        "Lương Quốc Thịnh là Chủ tịch xã Nà Lâm từ ngày 01/01/2020 đến nay; hãy cho thôi giữ chức vụ trước."
    )
    end_mandate(commune.commune.chair, ends=date(2023, 3, 31), mandate=commune.commune.admin, on=TODAY)
    assert give(commune, "chair", Term(date(2023, 4, 1))).role == "chair"


def test_terms_that_make_no_sense_are_refused(commune: Commune) -> None:
    with pytest.raises(Refused) as refused:
        give(commune, "teller", Term(TODAY, date(2023, 1, 1)))
    assert refused.value.ruling.rule == "mandate:order"
    end_unit(commune.village, last_day=TODAY, successor=None, mandate=commune.commune.admin, on=TODAY)
    office = Office.objects.get(unit=commune.village)
    office.unit.refresh_from_db()
    with pytest.raises(Refused) as refused:
        appoint(
            make_person(commune.village),
            office=office,
            term=Term(TODAY),
            mandate=commune.commune.admin,
            on=TODAY,
        )
    assert refused.value.ruling.rule == "mandate:unit_closed"


def test_a_mandate_ends_once_and_not_before_it_began(commune: Commune) -> None:
    clerk, admin = commune.commune.clerk, commune.commune.admin
    with pytest.raises(Refused) as refused:
        end_mandate(clerk, ends=date(2019, 1, 1), mandate=admin, on=TODAY)
    assert refused.value.ruling.rule == "mandate:order"
    end_mandate(clerk, ends=TODAY, mandate=admin, on=TODAY)
    with pytest.raises(Refused) as refused:
        end_mandate(clerk, ends=TODAY, mandate=admin, on=TODAY)
    assert refused.value.ruling.rule == "mandate:ended"


def test_the_last_administrator_stays(commune: Commune) -> None:
    admin = commune.commune.admin
    with pytest.raises(Refused) as refused:
        end_mandate(admin, ends=TODAY, mandate=admin, on=TODAY)
    assert refused.value.ruling.rule == "mandate:last_admin"
    give(commune, "admin", Term(TODAY))
    end_mandate(admin, ends=TODAY, mandate=admin, on=TODAY)
    assert admin.ends == TODAY


def test_village_heads_appoint_nobody(commune: Commune) -> None:
    with pytest.raises(Refused):
        end_mandate(commune.commune.clerk, ends=TODAY, mandate=commune.head(commune.village), on=TODAY)


def test_only_a_demo_has_a_working_day_that_is_set(commune: Commune) -> None:
    head = commune.head(commune.village)
    with pytest.raises(Refused) as refused:
        set_working_day(date(2023, 6, 5), mandate=head, on=TODAY)
    assert refused.value.ruling.rule == "day:demo"
    Installation.objects.update(is_demo=True)
    set_working_day(date(2023, 6, 5), mandate=head, on=TODAY)
    assert Installation.objects.get().working_day == date(2023, 6, 5)
    with pytest.raises(Refused) as refused:
        set_working_day(date(2010, 1, 1), mandate=head, on=TODAY)
    assert refused.value.ruling.rule == "day:mandate"


@pytest.mark.parametrize(
    ("written", "kept"),
    [("0912 345.678", "0912345678"), ("+84 912 345 678", "0912345678"), ("", ""), ("84123", "84123")],
)
def test_a_telephone_is_kept_as_digits(written: str, kept: str) -> None:
    assert digits_of(written) == kept
