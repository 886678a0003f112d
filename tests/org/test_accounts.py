"""Accounts: a first password on a slip, one telephone for one account."""

from datetime import date

import pytest

from tests.factories.commune import Commune, make_commune, make_person
from thidua.journal.actors import system
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused
from thidua.org.establish import (
    change_own_password,
    create_account,
    disable_account,
    enable_account,
    renew_from_the_machine,
    reset_password,
    set_telephone,
)
from thidua.org.establish.accounts import new_password, proposed_username
from thidua.org.models import User
from thidua.org.queries import account_held, account_named, people_within, without_account

TODAY = date(2023, 3, 20)
pytestmark = pytest.mark.django_db


@pytest.fixture
def commune() -> Commune:
    return make_commune(2023)


def rule(refused: pytest.ExceptionInfo[Refused]) -> str:
    return refused.value.ruling.rule


def test_an_account_comes_with_a_first_password_that_must_be_changed(commune: Commune) -> None:
    head = commune.head(commune.village)
    made = create_account(head.person, telephone="0912 345 678", mandate=commune.commune.standing, on=TODAY)
    assert made.account.username == "sinhhv"
    assert (made.account.must_change_password, made.account.telephone) == (True, "0912345678")
    assert made.account.check_password(made.password)
    assert [account_named(typed) for typed in ("SinhHV", "0912.345.678", "+84912345678", "khong")] == [
        made.account, made.account, made.account, None,
    ]  # fmt: skip
    assert made.password not in str(list(JournalEntry.objects.values()))
    change_own_password(made.account, password="Rieng-Toi-Biet-9", on=TODAY)
    account = User.objects.get()
    assert (account.must_change_password, account.check_password("Rieng-Toi-Biet-9")) == (False, True)
    assert JournalEntry.objects.latest("number").actor_office == "Trưởng thôn"


def test_account_names_are_made_of_the_name_and_never_twice(commune: Commune) -> None:
    assert proposed_username("Hoàng Thị Mai") == "maiht"
    assert proposed_username("Ô") == "otk"
    assert proposed_username("李") == "nguoidung"
    User.objects.create_user("maiht")
    assert proposed_username("Hoàng Thúy Mai") == "maiht2"


def test_a_first_password_is_long_enough_and_never_the_same() -> None:
    made = {new_password() for _ in range(50)}
    assert len(made) == 50
    assert {len(password) for password in made} == {14}


def test_one_person_one_account_one_name_one_telephone(commune: Commune) -> None:
    who = {"mandate": commune.commune.admin, "on": TODAY}
    first = commune.head(commune.village).person
    create_account(first, username="thon1", telephone="0912345678", **who)
    other = commune.head(commune.villages[1]).person
    cases = [
        (first, {"username": "khac"}, "account:one"),
        (other, {"username": "Thon1"}, "account:name"),
        (other, {"username": "có dấu"}, "account:name"),
        (other, {"username": "thon2", "telephone": "0912 345 678"}, "account:telephone"),
        (other, {"username": "thon2", "telephone": "12"}, "account:telephone"),
    ]
    for person, said, expected in cases:
        with pytest.raises(Refused) as refused:
            create_account(person, **said, **who)
        assert rule(refused) == expected


def test_only_administrator_and_standing_officer_make_accounts(commune: Commune) -> None:
    person = make_person(commune.village)
    for role in ("chair", "clerk", "member", "culture", "accountant", "secretary"):
        with pytest.raises(Refused) as refused:
            create_account(person, mandate=commune.commune.mandates[role], on=TODAY)
        assert rule(refused) == "mandate:role"
    assert commune.district is not None
    with pytest.raises(Refused) as refused:
        create_account(commune.district.chair.person, mandate=commune.commune.standing, on=TODAY)
    assert rule(refused) == "reach:unit"


def test_a_forgotten_password_is_given_anew(commune: Commune) -> None:
    made = create_account(commune.commune.clerk.person, mandate=commune.commune.admin, on=TODAY)
    change_own_password(made.account, password="Rieng-Toi-Biet-9", on=TODAY)
    again = reset_password(made.account, mandate=commune.commune.standing, on=TODAY)
    assert again.password != made.password
    assert again.account.must_change_password is True
    renewed = renew_from_the_machine(made.account, actor=system("reset_password"), on=TODAY)
    assert User.objects.get().check_password(renewed.password)
    assert [entry.actor_kind for entry in JournalEntry.objects.filter(verb="reset_password")] == [
        "mandate",
        "system",
    ]


def test_an_account_is_stopped_and_opened_again(commune: Commune) -> None:
    who = {"mandate": commune.commune.admin, "on": TODAY}
    account = create_account(commune.commune.clerk.person, **who).account
    own = create_account(commune.commune.admin.person, **who).account
    disable_account(account, **who)
    disable_account(account, **who)
    assert account.is_active is False
    enable_account(account, **who)
    assert account.is_active is True
    with pytest.raises(Refused) as refused:
        disable_account(own, **who)
    assert rule(refused) == "account:self"
    assert JournalEntry.objects.filter(verb="disable_account").count() == 1


def test_the_telephone_of_an_account_changes(commune: Commune) -> None:
    who = {"mandate": commune.commune.admin, "on": TODAY}
    account = create_account(commune.commune.clerk.person, telephone="0912345678", **who).account
    other = create_account(commune.commune.chair.person, **who).account
    set_telephone(account, telephone="0912345678", **who)
    with pytest.raises(Refused) as refused:
        set_telephone(other, telephone="0912345678", **who)
    assert rule(refused) == "account:telephone"
    set_telephone(account, telephone="", **who)
    set_telephone(other, telephone="0912345678", **who)
    assert account_named("0912345678") == other


def test_an_account_without_a_person_is_nobodys(commune: Commune) -> None:
    stray = User.objects.create_user("lac", password="Nuoc-Suoi-2023")
    with pytest.raises(Refused) as refused:
        reset_password(stray, mandate=commune.commune.admin, on=TODAY)
    assert rule(refused) == "account:person"
    change_own_password(stray, password="Rieng-Toi-Biet-9", on=TODAY)
    assert JournalEntry.objects.latest("number").actor_name == "lac"


def test_people_and_accounts_are_seen_within_reach(commune: Commune) -> None:
    standing, admin = commune.commune.standing, commune.commune.admin
    assert without_account(standing, TODAY).count() == 13
    create_account(commune.commune.clerk.person, mandate=admin, on=TODAY)
    assert without_account(standing, TODAY).count() == 12
    assert without_account(admin, TODAY).count() == 12 + 18
    assert [person.name for person in people_within(standing, words="thi oanh")] == ["Lương Thị Oanh"]
    assert [person.name for person in people_within(standing, unit=commune.village)] == ["Hứa Văn Sinh"]
    assert commune.district is not None
    with pytest.raises(User.DoesNotExist):
        account_held(commune.district.clerk, "khong-co")
