"""manage.py lawcheck: what the law changed between two days (pháp luật thay đổi giữa hai ngày)."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from thidua.law.changes import Change, Changes, changes
from thidua.law.digest import plain
from thidua.law.load import Source, Version, load_books
from thidua.vietnamese.dates import parse_date, vn_date

UNSEEN = " (chưa xác nhận, kiểm tra văn bản gốc)"


class Command(BaseCommand):
    help = "In những gì pháp luật thi đua, khen thưởng thay đổi từ ngày này đến ngày kia."

    def add_arguments(self, parser: ArgumentParser) -> None:
        for name in ("first", "last"):
            parser.add_argument(name, metavar="NGÀY", help="30/6/2025, 01/07/2025 hoặc 2025-07-01")

    def handle(self, *, first: str, last: str, **options: Any) -> None:
        since, until = _day(first), _day(last)
        try:
            found = changes(load_books(), since, until)
        except ValueError as error:
            raise CommandError(str(error)) from error
        for line in report(found, since=since, until=until):
            self.stdout.write(line)


def _day(said: str) -> date:
    day = parse_date(said)
    if day is None:
        raise CommandError(f"Không hiểu ngày “{said}”; viết như 30/6/2025 hoặc 2025-06-30.")
    return day


def report(found: Changes, *, since: date, until: date) -> Iterator[str]:
    """The changes as lines to read from top to bottom (bản tóm tắt)."""
    between = f"Từ {vn_date(since)} đến {vn_date(until)}"
    if not found:
        yield f"{between}: sổ pháp luật không có gì thay đổi."
        return
    yield f"{between}: {len(found.rules)} quy định khác đi."
    yield from _acts("Văn bản bắt đầu có hiệu lực", found.began)
    yield from _acts("Văn bản hết hiệu lực", found.ended)
    for heading, group in groupby((one for one in found.rules if not one.only_grounds), _heading):
        yield from ("", heading.upper())
        for change in group:
            yield from _lines(change)
    kept = [one for one in found.rules if one.only_grounds]
    if kept:
        yield from ("", "NỘI DUNG GIỮ NGUYÊN, CHỈ ĐỔI CĂN CỨ")
        for change in kept:
            yield f"  {change.heading} – {change.name or _says(change.after)}: {_cites(change.after)}"


def _heading(change: Change) -> str:
    return change.heading


def _acts(words: str, acts: Iterable[Source]) -> Iterator[str]:
    for place, act in enumerate(acts):
        if not place:
            yield from ("", words.upper())
        yield f"  {act.citation}{'' if act.confirmed else UNSEEN}"


def _lines(change: Change) -> Iterator[str]:
    if change.name:
        yield f"  {change.name}"
    if change.before is None:
        yield f"    mới:   {_says(change.after)} [{_cites(change.after)}]"
    elif change.after is None:
        yield f"    thôi:  {_says(change.before)} [{_cites(change.before)}]"
    else:
        yield f"    trước: {_says(change.before)} [{_cites(change.before)}]"
        yield f"    nay:   {_says(change.after)} [{_cites(change.after)}]"


def _says(version: Version | None) -> str:
    return plain(version) if version else ""


def _cites(version: Version | None) -> str:
    if version is None:
        return ""
    if version.source is None:
        return "cơ quan tự quy định"
    return version.cites + ("" if version.confirmed else UNSEEN)
