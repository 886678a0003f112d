"""Accounts: made with a first password on a printed slip, reset, stopped and opened again (tài khoản)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from thidua.journal.actors import Actor
from thidua.journal.rows import short_code
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Person, User
from thidua.org.permissions import may_arrange
from thidua.org.queries import digits_of, mandates_of
from thidua.vietnamese.names import split_name
from thidua.vietnamese.text import fold

USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,29}")


@dataclass(frozen=True)
class FirstPassword:
    """An account with the password that is shown once and changed at the first log-in (mật khẩu lần đầu)."""

    account: User
    password: str


@transaction.atomic
def create_account(
    person: Person, *, username: str = "", telephone: str = "", mandate: Mandate, on: date
) -> FirstPassword:
    """Make the account of a person (cấp tài khoản); its first password is returned and kept nowhere.

    Without `username` one is made from the name. Refused when the person has one, or the account name or the
    telephone belongs to another account. Căn cứ: không (quy ước nội bộ).
    """
    may_arrange(mandate, person.unit, on=on).require()
    if person.accounts.exists():
        raise Refused(
            no(f"{person.name} đã có tài khoản; hãy cấp lại mật khẩu nếu quên.", rule="account:one")
        )
    name = username.strip().lower() or proposed_username(person.name)
    if not USERNAME.fullmatch(name):
        raise Refused(
            no(
                "Tên đăng nhập dài 3 đến 30 ký tự, chỉ gồm chữ không dấu, số, dấu chấm, gạch.",
                rule="account:name",
            )
        )
    if User.objects.filter(username__iexact=name).exists():
        raise Refused(no(f"Tên đăng nhập “{name}” đã có người dùng; hãy chọn tên khác.", rule="account:name"))
    number = _free_telephone(telephone)
    password = new_password()
    account = User.objects.create_user(
        username=name, password=password, person=person, telephone=number, must_change_password=True
    )
    write(
        "create_account",
        f"Cấp tài khoản “{name}” cho {person.name}.",
        actor=mandate.actor(),
        on=on,
        thing=person,
    )
    return FirstPassword(account, password)


@transaction.atomic
def reset_password(account: User, *, mandate: Mandate, on: date) -> FirstPassword:
    """Give an account a new first password (cấp lại mật khẩu), to be changed at the next log-in; journal it.

    Căn cứ: không (quy ước nội bộ).
    """
    person = _person(account)
    may_arrange(mandate, person.unit, on=on).require()
    return _renew(account, actor=mandate.actor(), on=on)


@transaction.atomic
def renew_from_the_machine(account: User, *, actor: Actor, on: date) -> FirstPassword:
    """Give an account a new first password from the server itself (lệnh reset_password).

    Căn cứ: không (quy ước nội bộ).
    """
    return _renew(account, actor=actor, on=on)


@transaction.atomic
def disable_account(account: User, *, mandate: Mandate, on: date) -> None:
    """Stop an account (ngừng tài khoản): nobody logs in with it any more; journal it.

    Căn cứ: không (quy ước nội bộ).
    """
    person = _person(account)
    may_arrange(mandate, person.unit, on=on).require()
    if person.pk == mandate.person_id:
        raise Refused(no("Không thể ngừng chính tài khoản đang dùng.", rule="account:self"))
    _turn(account, to=False, says=f"Ngừng tài khoản “{account.username}”.", actor=mandate.actor(), on=on)


@transaction.atomic
def enable_account(account: User, *, mandate: Mandate, on: date) -> None:
    """Open a stopped account again (mở lại tài khoản); journal it. Căn cứ: không (quy ước nội bộ)."""
    may_arrange(mandate, _person(account).unit, on=on).require()
    _turn(account, to=True, says=f"Mở lại tài khoản “{account.username}”.", actor=mandate.actor(), on=on)


@transaction.atomic
def set_telephone(account: User, *, telephone: str, mandate: Mandate, on: date) -> None:
    """Set the telephone an account may log in with (số điện thoại đăng nhập); journal it.

    Refused when another account has it. Căn cứ: không (quy ước nội bộ).
    """
    may_arrange(mandate, _person(account).unit, on=on).require()
    account.telephone = _free_telephone(telephone, apart_from=account)
    account.save(update_fields=["telephone"])
    says = f"Đổi số điện thoại đăng nhập của “{account.username}”."
    write("set_telephone", says, actor=mandate.actor(), on=on, thing=account.person)


@transaction.atomic
def change_own_password(account: User, *, password: str, on: date) -> None:
    """Keep the password somebody chose for the own account (tự đổi mật khẩu); journal it.

    Căn cứ: không (quy ước nội bộ).
    """
    account.set_password(password)
    account.must_change_password = False
    account.save(update_fields=["password", "must_change_password"])
    held = mandates_of(account, on)
    actor = held[0].actor() if held else Actor("mandate", account.get_full_name())
    write(
        "change_own_password",
        f"“{account.username}” tự đổi mật khẩu.",
        actor=actor,
        on=on,
        thing=account.person,
    )


def proposed_username(name: str) -> str:
    """A free account name (tên đăng nhập đề xuất): "Hoàng Thị Mai" -> "maiht"."""
    family, given = split_name(name)
    stem = (
        re.sub(r"[^a-z0-9]", "", fold(given) + "".join(word[0] for word in fold(family).split()))
        or "nguoidung"
    )
    stem = stem if len(stem) > 2 else f"{stem}tk"
    taken = set(User.objects.filter(username__startswith=stem).values_list("username", flat=True))
    candidates = (stem, *(f"{stem}{number}" for number in range(2, len(taken) + 2)))
    return next(candidate for candidate in candidates if candidate not in taken)


def new_password() -> str:
    """A first password easy to copy (mật khẩu lần đầu): three groups of four, never broken by a line."""
    return ".".join(short_code(4) for _ in range(3))


def _renew(account: User, *, actor: Actor, on: date) -> FirstPassword:
    password = new_password()
    account.set_password(password)
    account.must_change_password = True
    account.save(update_fields=["password", "must_change_password"])
    says = f"Cấp lại mật khẩu cho tài khoản “{account.username}”."
    write("reset_password", says, actor=actor, on=on, thing=account.person)
    return FirstPassword(account, password)


def _turn(account: User, *, to: bool, says: str, actor: Actor, on: date) -> None:
    if account.is_active != to:
        account.is_active = to
        account.save(update_fields=["is_active"])
        write("enable_account" if to else "disable_account", says, actor=actor, on=on, thing=account.person)


def _person(account: User) -> Person:
    if account.person is None:
        raise Refused(no("Tài khoản này không gắn với người nào.", rule="account:person"))
    return account.person


def _free_telephone(telephone: str, *, apart_from: User | None = None) -> str:
    number = digits_of(telephone)
    if not number:
        return ""
    if not 9 <= len(number) <= 11:
        raise Refused(no(f"Số điện thoại “{telephone}” không đúng; cần 10 chữ số.", rule="account:telephone"))
    others = User.objects.filter(telephone=number)
    if apart_from is not None:
        others = others.exclude(pk=apart_from.pk)
    if others.exists():
        raise Refused(no(f"Số điện thoại {number} đã dùng cho tài khoản khác.", rule="account:telephone"))
    return number
