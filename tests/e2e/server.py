"""The product itself, as an office runs it, in a process of its own on a port nobody else uses."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WAIT = 60


class Server:
    """Gunicorn over a data folder whose content may be exchanged between two tests (máy chủ thử)."""

    def __init__(self, folder: Path, kept: Path) -> None:
        self.data = folder / "data"
        self.log = folder / "server.log"
        self.data.mkdir()
        self.restore(kept)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        with self.log.open("wb") as log:
            command = [sys.executable, "-m", "gunicorn", "thidua.wsgi", "--threads=4"]
            self.process = subprocess.Popen(
                [*command, f"--bind=127.0.0.1:{self.port}"],
                cwd=ROOT,
                env=environment(self.data),
                stdout=log,
                stderr=log,
            )
        self._wait()

    def restore(self, kept: Path) -> None:
        """Put the data of a stage in place; connections to the old file end with their requests."""
        for name in ("thidua.sqlite3", "thidua.sqlite3-wal", "thidua.sqlite3-shm"):
            (self.data / name).unlink(missing_ok=True)
        shutil.rmtree(self.data / "files", ignore_errors=True)
        shutil.copytree(kept, self.data, dirs_exist_ok=True)

    def failures(self) -> list[str]:
        """The last lines of what went wrong in the server since it started (lỗi máy chủ)."""
        return [line for line in self.log.read_text().splitlines() if "Error" in line or "Traceback" in line]

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=WAIT)

    def _wait(self) -> None:
        for _ in range(WAIT * 5):
            try:
                with urllib.request.urlopen(f"{self.address}/bat-dau/"):
                    return
            except (urllib.error.URLError, ConnectionError):
                assert self.process.poll() is None, self.log.read_text()
                time.sleep(0.2)
        raise AssertionError(self.log.read_text())


def environment(data: Path) -> dict[str, str]:
    """The settings of an office, not those of a developer or of the tests around."""
    ours = ("THIDUA_", "DJANGO_")
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return inherited | {"THIDUA_DATA": str(data), "THIDUA_SECRET": "the same for the story and its readers"}
