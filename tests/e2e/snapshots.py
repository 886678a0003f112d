"""Tell a story of the demo and keep the data after each stage: python -m tests.e2e.snapshots FOLDER YEAR."""

import json
import os
import shutil
import sqlite3
import sys
from pathlib import Path

# The last stage at which a test begins: what comes after it is not told.
LAST = {2023: "conclude", 2026: "discover"}


def tell(folder: Path, year: int) -> None:
    """`FOLDER/<stage>/` holds database and files after the stage, `sessions.json` a session per account."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "thidua.settings"
    os.environ["THIDUA_DATA"] = str(folder / "telling")
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.test.utils import override_settings

    from thidua.demo.build import Wanted, settle_on, stages_until
    from thidua.demo.story import STAGES
    from thidua.demo.story.office import set_up_offices
    from thidua.org.establish import set_working_day

    def keep(stage: str) -> None:
        kept = folder / stage
        kept.mkdir()
        with sqlite3.connect(settings.DATABASES["default"]["NAME"]) as database:
            database.execute("VACUUM INTO ?", [str(kept / "thidua.sqlite3")])
        database.close()
        if settings.MEDIA_ROOT.exists():
            shutil.copytree(settings.MEDIA_ROOT, kept / "files")

    call_command("migrate", interactive=False, verbosity=0)
    keep("empty")
    with override_settings(PASSWORD_HASHERS=["thidua.demo.build.QuickHasher"]):
        world = set_up_offices(year)
        (folder / "sessions.json").write_text(json.dumps(_sessions()))
        set_working_day(world.days.intake, mandate=world.commune["standing"], on=world.days.founded)
        keep("office")
        for stage in stages_until(LAST[year]):
            STAGES[stage](world)
            settle_on(world, Wanted(year, stage))
            keep(stage)


def _sessions() -> dict[str, str]:
    """A session of every account, so that only the tests of the log-in wait for a slow password."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from thidua.org.models import User

    keys = {}
    for user in User.objects.all():
        session = SessionStore()
        session[SESSION_KEY] = str(user.pk)
        session[BACKEND_SESSION_KEY] = "thidua.web.login.NameOrTelephoneBackend"
        session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        session.create()
        assert session.session_key is not None
        keys[user.username] = session.session_key
    return keys


if __name__ == "__main__":
    tell(Path(sys.argv[1]), int(sys.argv[2]))
