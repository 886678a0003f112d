"""A vote is there whole with its mark of turnout or not at all; the files of the database tell no vote."""

import json
import os
import random
import subprocess
import sys
import time

import pytest

from tests.house.tree import ROOT

pytestmark = pytest.mark.long
KILLED = 16


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """How to start a step of the council in a process of its own."""
    folder = tmp_path_factory.mktemp("office")
    env = {name: value for name, value in os.environ.items() if name != "THIDUA_DATABASE"} | {
        "DJANGO_SETTINGS_MODULE": "thidua.settings",
        "THIDUA_DATA": str(folder / "data"),
        "THIDUA_RUNTIME": str(folder / "runtime"),
    }

    def start(step):
        command = [sys.executable, "-m", "tests.awards.ballot_office", step]
        return subprocess.Popen(command, env=env, cwd=ROOT, stdout=subprocess.PIPE, text=True)

    answer(start("setup"))
    return start


def answer(process):
    said, _ = process.communicate(timeout=600)
    assert process.returncode == 0
    return json.loads(said.splitlines()[-1])


def left_by(voting):
    """What a process finds when it starts to vote; then it is killed."""
    found = json.loads(voting.stdout.readline())
    time.sleep(random.uniform(0, 0.4))
    voting.kill()
    voting.communicate()
    return found


def test_a_process_killed_at_any_moment_leaves_no_half_vote(office):
    for _ in range(KILLED):
        rounds = left_by(office("vote"))
        running = [one for one in rounds if not one["ending"]]
        assert [one for one in running if one["voted"] != one["filled"] or not one["has_key"]] == []
        counted = [one for one in rounds if one["ending"] == "counted"]  # the test below calls rounds off
        kept = [(one["voted"], one["ballots"], one["slots"], one["decided"]) for one in counted]
        assert kept == [(7, 7, 0, 1)] * len(counted)


def test_the_files_of_the_database_tell_no_vote_before_and_after(office):
    assert answer(office("copies")) == {"beyond": {}, "words": 0, "ways": 5}
