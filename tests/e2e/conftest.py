"""The browser, the server and the people of the story (dựng cho các kiểm thử trên trình duyệt)."""

import fcntl
import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.e2e.browsing import PHONE, WIDE, Somebody
from tests.e2e.server import ROOT, Server, environment

GUIDE = ROOT / "docs" / "guide"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
COLOURS = 128
PAGES = pytest.StashKey[list[Somebody]]()
EVERY = os.environ.get("THIDUA_STORIES") == "all"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A third of the files are told in a drawn run, by the seed that pytest prints; `make e2e` tells all.

    The seed is that of pytest-randomly, the same for every worker; without it, or with only these tests asked
    for, nothing is drawn.
    """
    ours = [item for item in items if item.path.is_relative_to(Path(__file__).parent)]
    seed = getattr(config.option, "randomly_seed", None)
    if EVERY or seed is None or len(ours) == len(items):
        return
    files = sorted({item.path for item in ours})
    told = set(random.Random(int(seed)).sample(files, k=(len(files) + 2) // 3))
    left = [item for item in ours if item.path not in told]
    config.hook.pytest_deselected(items=left)
    items[:] = [item for item in items if item not in left]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A test that fails shows what stood on the pages at that moment."""
    report = yield
    if report.when == "call" and report.failed:
        for person in item.stash.get(PAGES, []):
            report.sections.append((person.page.url, person.page.locator("body").aria_snapshot()))
    return report


@pytest.fixture(scope="session")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """`stories("2023")`: the data after each stage of that year, told once for all workers of a run."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent

    def told(year: str) -> Path:
        folder = shared / f"story-{year}"
        with (shared / f"story-{year}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not folder.exists():
                folder.mkdir()
                command = [sys.executable, "-m", "tests.e2e.snapshots", str(folder), year]
                subprocess.run(command, check=True, cwd=ROOT, env=environment(folder / "telling"))
        return folder

    return told


@pytest.fixture(scope="session")
def running(stories: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The product, started once; each test puts its own data in place."""
    server = Server(tmp_path_factory.mktemp("server"), stories("2023") / "empty")
    yield server
    server.stop()


# One browser for each file of tests: while Playwright waits, Django's own tests could not use this thread.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium without a window."""
    chromium = shutil.which("chromium")
    assert chromium, "Chromium is missing; make e2e installs it."
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def stage(request: pytest.FixtureRequest) -> str:
    """How far the story has been told when a test begins: `@pytest.mark.parametrize("stage", ["launch"])`;
    "2026/discover" for the other year.
    """
    return getattr(request, "param", "empty")


@pytest.fixture
def somebody(
    browser: Browser,
    running: Server,
    stories: Callable[[str], Path],
    stage: str,
    request: pytest.FixtureRequest,
) -> Iterator[Callable[..., Somebody]]:
    """`somebody("thuongtruc")` sits in the office, `somebody()` is a visitor; `phone=True` is 360 px wide."""
    year, _, reached = stage.rpartition("/")
    year = year or "2023"
    story = stories(year)
    running.restore(story / reached)
    sessions = json.loads((story / "sessions.json").read_text())
    troubles: list[str] = []
    failed_before = len(running.failures())
    contexts = []
    present = request.node.stash.setdefault(PAGES, [])

    def come(username: str = "", *, phone: bool = False, script: bool = True) -> Somebody:
        width, height = PHONE if phone else WIDE
        context = browser.new_context(
            viewport={"width": width, "height": height},
            locale="vi-VN",
            reduced_motion="reduce",
            java_script_enabled=script,
        )
        contexts.append(context)
        if username:
            context.add_cookies([{"name": "sessionid", "value": sessions[username], "url": running.address}])
        present.append(Somebody(context, running.address, troubles, year=year))
        return present[-1]

    yield come
    for context in contexts:
        context.close()
    assert (troubles, running.failures()[failed_before:]) == ([], [])


@pytest.fixture
def shot() -> Callable[[Somebody, str], None]:
    """`shot(person, "desk")` writes docs/guide/desk.png, only when THIDUA_SHOTS=1 asks for new pictures."""

    def write(person: Somebody, name: str) -> None:
        if os.environ.get("THIDUA_SHOTS") != "1":
            return
        path = GUIDE / f"{name}.png"
        person.page.evaluate("scrollTo(0, 0)")
        person.page.screenshot(path=path)
        with Image.open(path) as picture:
            picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)

    return write
