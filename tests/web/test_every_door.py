"""Every address tried by every role: nobody gets in, changes or learns what is not theirs (mọi cửa, mọi vai).

A share of all pairs is tried, drawn by a seed that is printed; THIDUA_DOORS=all tries every pair, THIDUA_SEED
repeats a draw. Every pattern of the URLconf stands in the table `doors.DOORS`.
"""

from __future__ import annotations

import html
import os
import random
import secrets
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.web.door import EVERYBODY, Door, names_in_urls
from tests.web.doors import DOORS, FILLED
from tests.web.everything import SECRET_WORDS, Everything, make_everything
from tests.web.test_withheld import ASIDE, told_behind
from thidua.awards.models import Case
from thidua.org.models import User

GARBAGE = (
    "\x00",
    "9" * 40,
    "-1",
    "\u202e𝕏 ../../etc/passwd '; DROP TABLE x; --",
    "<script>alert(1)</script>",
)
EVERY = os.environ.get("THIDUA_DOORS") == "all"
BACKEND = "thidua.web.login.NameOrTelephoneBackend"
OUTSIDE = ("anonymous", "no_mandate")
AWAY = ("away_standing", "away_chair")
# The neighbour's officer finds nothing of ours; their chair may be refused before anything is sought.
UNKNOWN = {"away_standing": {404}, "away_chair": {403, 404}}
# In a drawn run: how many addresses, and how many roles on each besides those that are always tried.
DRAWN, TRIED = 60, 2
# How many addresses are also tried as a member who took no part in a case.
WITHHELD = 8
# Theirs are the same addresses as ours: nothing of this commune is named in them.
OWN_TOO = {
    "records",
    "duplicates",
    "fund",
    "ledger-entry",
    "import-rows",
    "import-template",
    "local-rule",
    "rule-lift",
    "wording",
    "wording-back",
}
# Rooms the administrator may not look into: votes, ballots, minutes, what is submitted and decided.
OF_ROOMS = ("session", "case-", "certificate", "secret")
ROOMS = {door.name for door in DOORS if door.name.startswith(OF_ROOMS)} | {
    "submission", "decision", "award-register", "award-register-sheet", "payments-sheet", "pay", "hand-over",
    "nomination", "dossier", "appraisal", "prints", "prints-on-blank", "prints-file",
}  # fmt: skip
NOT_OURS = ("django_session", "axes_", "records_sentform", "django_tasks")


class Knocking:
    """Browsers of everybody, each request in a transaction that is undone."""

    def __init__(self, everything: Everything) -> None:
        self.everything = everything
        of = everything.of
        results = Case.objects.exclude(says="").values_list("says", flat=True).distinct()
        self.secrets = [SECRET_WORDS, *results]
        self.named_here = {door.name for door in DOORS if door.args(of)} - OWN_TOO
        self.cookies = {role: _logged_in(user) for role, user in everything.people.items()}
        self.written: list[str] = []

    def __call__(self, door: Door, role: str, *, post: bool = False) -> HttpResponse:
        client = Client(raise_request_exception=False)
        client.cookies.load(self.cookies[role])
        address, self.written = self.address(door), []
        with transaction.atomic(), connection.execute_wrapper(self._listen):
            sent = FILLED | door.data(self.everything.of) if post else {}
            answer = client.post(address, sent) if post else client.get(address)
            transaction.set_rollback(True)
        return answer

    def address(self, door: Door) -> str:
        of = self.everything.of
        return reverse(door.name, args=door.args(of)) + door.query.format(**vars(of))

    def _listen(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(("INSERT", "UPDATE", "DELETE")) and not any(name in sql[:60] for name in NOT_OURS):
            self.written.append(sql[:60])
        return execute(sql, params, many, context)

    def with_garbage(self, door: Door, role: str, garbage: str) -> list[int]:
        """The answers when every field, and every word asked in the address, is the same nonsense."""
        address, data = self.address(door).split("?")[0], door.data(self.everything.of)
        fields = {*FILLED, *data, "dot", "don-vi", "trang", "chon", "tim", "buoc", "ma", "next", "mandate"}
        client = Client(raise_request_exception=False)
        client.cookies.load(self.cookies[role])
        with transaction.atomic():
            answers = [send(address, dict.fromkeys(fields, garbage)) for send in (client.get, client.post)]
            transaction.set_rollback(True)
        return [answer.status_code for answer in answers]


def _logged_in(user: User | None) -> dict[str, str]:
    client = Client()
    if user is not None:
        client.force_login(user, backend=BACKEND)
    return {name: morsel.value for name, morsel in client.cookies.items()}


def allowed(door: Door, people: dict[str, User | None]) -> set[str]:
    """The roles whose form is carried out."""
    named = set(door.may.split())
    return (named - {EVERYBODY}) | ({*people} - {*OUTSIDE} if EVERYBODY in named else set())


def drawn(door: Door, everything: Everything, chance: random.Random) -> list[str]:
    """The roles tried on an address: a stranger and a neighbour always, one of those who may, some others."""
    roles = [*everything.people]
    if EVERY:
        return roles
    may = sorted(allowed(door, everything.people))
    always = {"anonymous", "away_standing", *chance.sample(may, min(1, len(may)))}
    return sorted(always | {*chance.sample(roles, TRIED)} | ({"admin"} if door.name in ROOMS else set()))


def faults_of_looking(door: Door, role: str, knock: Knocking) -> Iterator[str]:
    """What is wrong with the answer to GET, as words."""
    answer = knock(door, role)
    status = answer.status_code
    if status >= 500 or knock.written and door.name not in {"account_logout"}:
        yield f"trả về {status}, ghi {knock.written}"
    if door.only_post:
        if status not in {405, 302, 403} or (role not in OUTSIDE and status != 405):
            yield f"chỉ nhận POST mà GET trả về {status}"
    elif door.is_public:
        if role == "anonymous" and status != door.answer:
            yield f"trang công khai trả về {status}"
    elif role == "anonymous":
        if status != 302 or not answer["Location"].startswith(reverse("account_login")):
            yield f"chưa đăng nhập mà trả về {status}"
    else:
        yield from _faults_of_knowing(door, role, answer, knock)


def _faults_of_knowing(door: Door, role: str, answer: HttpResponse, knock: Knocking) -> Iterator[str]:
    """Who may not know of a thing does not find it, and reads nothing of a closed room."""
    status = answer.status_code
    if role == "no_mandate" and status != 403 and door.name != "account_change_password":
        yield f"không giữ chức vụ mà trả về {status}"
    if role in AWAY and door.name in knock.named_here and status not in UNKNOWN[role]:
        yield f"người xã khác được trả về {status}"
    if role == "admin":
        if door.name in ROOMS and status != 404:
            yield f"quản trị vào được: {status}"
        told = html.unescape(answer.content.decode(errors="ignore")) if not answer.streaming else ""
        yield from (f"quản trị đọc được “{words}”" for words in knock.secrets if words in told)


def faults_of_sending(door: Door, role: str, knock: Knocking) -> Iterator[str]:
    """What is wrong with the answer to POST, as words."""
    answer = knock(door, role, post=True)
    status, may = answer.status_code, role in allowed(door, knock.everything.people)
    if status >= 500:
        yield f"gửi biểu mẫu: trả về {status}"
    if may and not knock.written:
        yield f"gửi biểu mẫu: được phép mà không làm được ({status})"
    if not may and knock.written:
        yield f"gửi biểu mẫu: không được phép mà ghi {knock.written}"
    if (
        not may
        and role in AWAY
        and door.only_post
        and door.name in knock.named_here
        and status not in {403, 404}
    ):
        yield f"gửi biểu mẫu: người xã khác được trả về {status}"


def test_every_address_stands_in_the_table() -> None:
    missing = sorted(set(names_in_urls()) - {door.name for door in DOORS} - {"design"})
    assert missing == [], f"Hãy ghi các địa chỉ mới vào tests/web/doors.py: {', '.join(missing)}"
    gone = sorted({door.name for door in DOORS} - set(names_in_urls()))
    assert gone == [], f"Hãy bỏ khỏi tests/web/doors.py: {', '.join(gone)}"
    assert len(DOORS) == len({door.name for door in DOORS})


def seed_of_the_draw() -> int:
    """The seed asked for by THIDUA_SEED, else a new one."""
    return int(os.environ.get("THIDUA_SEED") or secrets.randbelow(10**6))


@pytest.mark.drawn
@pytest.mark.django_db
def test_every_door_for_every_role(capsys: pytest.CaptureFixture[str]) -> None:
    everything = make_everything()
    knock = Knocking(everything)
    seed = seed_of_the_draw()
    with capsys.disabled():
        print(f" THIDUA_SEED={seed}", end="")  # noqa: T201 - so that a drawn run can be repeated
    chance, faults = random.Random(seed), list[str]()
    for door in DOORS if EVERY else chance.sample(DOORS, DRAWN):
        for role in drawn(door, everything, chance):
            for found in (faults_of_looking, faults_of_sending):
                faults += [f"{door.name}, {role}: {words}" for words in found(door, role, knock)]
        role = chance.choice(sorted(allowed(door, everything.people)) or ["standing"])
        for garbage in GARBAGE if EVERY else chance.sample(GARBAGE, 1):
            if max(knock.with_garbage(door, role, garbage)) >= 500:
                faults.append(f"{door.name}, {role}: hỏng vì {garbage!r}")
    kept_in = [door for door in DOORS if door.name in ("session", "session-room", "nomination", "paper-file")]
    told = told_behind(
        everything, [*kept_in, *chance.sample(DOORS, WITHHELD)], moments=("closed",), roles=ASIDE
    )
    for role in ASIDE:
        faults += [f"{name}, {role}: thấy số phiếu mình không tham gia" for name in told[role, "closed"]]
    assert faults == [], "\n".join([f"THIDUA_SEED={seed}", *faults])
