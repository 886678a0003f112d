"""A night's backup brings the whole office back: database, files and key."""

import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from tests.house.tree import ROOT


def run(script: str, *arguments: str, data: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", ROOT / "deploy" / script, *arguments],
        env={"THIDUA_DATA": str(data), "THIDUA_BACKUPS_KEPT": "2", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
    )


@pytest.fixture
def office(tmp_path: Path) -> Path:
    data = tmp_path / "office"
    (data / "files").mkdir(parents=True)
    (data / "files" / "minh-chung.txt").write_text("ảnh chụp đoạn đường mới", encoding="utf-8")
    (data / "secret").write_text("khóa")
    with closing(sqlite3.connect(data / "thidua.sqlite3")) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE unit (name TEXT)")
        database.execute("INSERT INTO unit VALUES ('Thôn Nà Pài')")
        database.commit()
    return data


def test_an_archive_holds_database_files_and_key_while_somebody_writes(office: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(office / "thidua.sqlite3")) as writer:
        writer.execute("INSERT INTO unit VALUES ('Thôn Khuổi Lịa')")
        done = run("backup.sh", str(tmp_path / "backups"), data=office)
    assert (done.returncode, done.stderr) == (0, "")
    archive = Path(done.stdout.strip())
    (tmp_path / "found").mkdir()
    subprocess.run(["tar", "-xzf", archive, "-C", tmp_path / "found"], check=True)
    with closing(sqlite3.connect(tmp_path / "found" / "thidua.sqlite3")) as copy:
        assert copy.execute("SELECT name FROM unit").fetchall() == [("Thôn Nà Pài",)]
    assert (tmp_path / "found" / "secret").read_text() == "khóa"
    assert [path.name for path in (tmp_path / "found" / "files").iterdir()] == ["minh-chung.txt"]
    assert archive.stat().st_mode & 0o077 == 0


def test_only_the_newest_archives_are_kept(office: Path, tmp_path: Path) -> None:
    backups = tmp_path / "backups"
    backups.mkdir()
    for night in ("20230601-013000", "20230602-013000", "20230603-013000"):
        (backups / f"thidua-{night}.tar.gz").touch()
    newest = Path(run("backup.sh", str(backups), data=office).stdout.strip())
    assert sorted(backups.iterdir()) == [backups / "thidua-20230603-013000.tar.gz", newest]


def test_a_backup_never_overwrites_an_office(office: Path, tmp_path: Path) -> None:
    archive = run("backup.sh", str(tmp_path / "backups"), data=office).stdout.strip()
    refused = run("restore.sh", archive, data=office)
    assert (refused.returncode, refused.stderr) == (
        1,
        f"{office} already holds a database; move it away first.\n",
    )


def test_a_missing_database_stops_the_backup(tmp_path: Path) -> None:
    (tmp_path / "office").mkdir()
    done = run("backup.sh", str(tmp_path / "backups"), data=tmp_path / "office")
    assert (done.returncode, list((tmp_path / "backups").iterdir())) == (1, [])
