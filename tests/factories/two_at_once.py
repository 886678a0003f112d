"""Two office computers on one database: a process each, started together (hai máy cùng lúc), on SQLite or on
the PostgreSQL the tests run on.
"""

import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

ROOT = Path(__file__).resolve().parents[2]
READY = """
import django
django.setup()
"""
# The tables as the models have them: what the migrations do is tried elsewhere.
TABLES = """
from django.conf import settings
class NoMigrations:
    def __contains__(self, app):
        return True
    def __getitem__(self, app):
        return None
settings.MIGRATION_MODULES = NoMigrations()
from django.core.management import call_command
call_command("migrate", run_syncdb=True, verbosity=0)
"""


# What every computer knows: who does it, what it prints of what it was allowed to do, COMPUTER as its number.
TOGETHER = """
import sys
from thidua.law.ruling import Refused
from thidua.org.models import Mandate
def who(role, level="xa"):
    return Mandate.objects.get(office__role=role, unit__level=level)
def attempt(name, work):
    try:
        work()
    except Refused as refused:
        return refused.ruling.rule
    print(name)
def wait_for_the_other():
    print("ready", flush=True)
    sys.stdin.readline()
"""


@contextmanager
def empty_database() -> Iterator[str]:
    """The address of a database of its own on the server of the tests, "" for SQLite."""
    server = os.environ.get("THIDUA_DATABASE", "")
    if not server:
        yield ""
        return
    name = f"two_at_once_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


class Office:
    """The computers of one office: the folder and the database they share."""

    def __init__(self, folder: Path, database: str) -> None:
        told = {"THIDUA_DATA": str(folder), "THIDUA_DATABASE": database}
        self.env = os.environ | told | {"DJANGO_SETTINGS_MODULE": "thidua.settings"}

    def begin(self, code: str) -> subprocess.Popen[str]:
        """One computer; what it prints is read when it is done."""
        command = [sys.executable, "-c", f"{READY}{code}"]
        return subprocess.Popen(
            command, cwd=ROOT, env=self.env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def alone(self, code: str) -> list[str]:
        """What one computer prints, line by line."""
        with self.begin(code) as one:
            said = one.communicate()[0]
        assert one.returncode == 0
        return said.splitlines()

    def together(self, code: str) -> list[str]:
        """What two computers print that wait for each other and then do the same; both end well."""
        codes = [f"{TOGETHER}COMPUTER = {number}\n{code}" for number in range(2)]
        with self.begin(codes[0]) as first, self.begin(codes[1]) as second:
            for one in (first, second):
                assert one.stdout is not None
                assert one.stdout.readline() == "ready\n"
            for one in (first, second):
                assert one.stdin is not None
                one.stdin.write("go\n")
                one.stdin.flush()
            said = [one.communicate()[0] for one in (first, second)]
        assert (first.returncode, second.returncode) == (0, 0)
        return sorted(line for text in said for line in text.splitlines())
