"""Build a demo, or take the one that is there (dựng bản trình diễn): the story told up to a stage."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import override_settings

from thidua.demo.days import LAST_DAY, working_day_after
from thidua.demo.keys import FOLDER
from thidua.demo.report import stage_name
from thidua.demo.story import STAGES
from thidua.demo.story.office import set_up_offices
from thidua.demo.world import World
from thidua.law.ruling import Refused, no
from thidua.org.establish import set_working_day
from thidua.org.models import Installation

Say = Callable[[str], None]


@dataclass(frozen=True)
class Wanted:
    """Which demo is asked for (bản trình diễn muốn có): the year of its story and the last stage told."""

    year: int
    until: str


class QuickHasher(PBKDF2PasswordHasher):
    """The hash of a demo's passwords: few rounds for a quick start; full at the first log-in."""

    iterations = 2_000


def refuse_a_real_database() -> None:
    """Raise `Refused` when this database belongs to a real office (không nạp vào dữ liệu thật)."""
    if Installation._meta.db_table not in connection.introspection.table_names():
        return
    if Installation.objects.filter(is_demo=False).exists():
        raise Refused(
            no(
                "Cơ sở dữ liệu này là của một cơ quan thật, không nạp bản trình diễn vào đây. "
                "Hãy chạy “make demo”, hoặc đặt THIDUA_DATA là một thư mục khác.",
                rule="demo:real",
            )
        )


def is_there(wanted: Wanted) -> bool:
    """Whether the database holds this very demo already (đã có sẵn)."""
    return Installation.objects.filter(is_demo=True, demo_year=wanted.year, demo_until=wanted.until).exists()


def build(wanted: Wanted, *, say: Say) -> World:
    """Tell the story up to the stage in place of the demo before, all or nothing (dựng lại từ đầu)."""
    _clear()
    with override_settings(PASSWORD_HASHERS=[f"{__name__}.QuickHasher"]), transaction.atomic():
        say(f"Lập các cơ quan, tài khoản, Hội đồng năm {wanted.year}")
        world = set_up_offices(wanted.year)
        for number, stage in enumerate(stages_until(wanted.until), start=1):
            say(f"Bước {number}/{len(STAGES)}: {stage_name(stage)}")
            STAGES[stage](world)
        settle_on(world, wanted)
    return world


def stages_until(last: str) -> list[str]:
    """The stages up to a last one, in their order (các bước đến bước cuối)."""
    stages = list(STAGES)
    return stages[: stages.index(last) + 1]


def settle_on(world: World, wanted: Wanted) -> None:
    """Mark what this demo is, and let its working day be the one after the stage reached (ngày làm việc)."""
    Installation.objects.update(demo_year=wanted.year, demo_until=wanted.until)
    day = working_day_after(wanted.until, wanted.year)
    reached = getattr(world.days, LAST_DAY[wanted.until])
    set_working_day(day, mandate=world.commune["standing"], on=reached)


def _clear() -> None:
    """Empty a demo that was built before, with its files; a new database has nothing to lose."""
    if Installation.objects.filter(is_demo=True).exists():
        call_command("flush", interactive=False, verbosity=0)
        shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)
        shutil.rmtree(Path(settings.MEDIA_ROOT).parent / FOLDER, ignore_errors=True)
