"""Programs beside the product (phần mềm ngoài): run with a limit of time, nothing of theirs stays behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping, Sequence

from thidua.reading.source import Unreadable


def found(*names: str) -> str:
    """The path of the first of these programs that is installed, or ""."""
    return next((path for path in map(shutil.which, names) if path), "")


def carry_out(
    command: Sequence[str], *, given: bytes = b"", seconds: float, surroundings: Mapping[str, str]
) -> bytes:
    """What a program prints; with all it started it is killed after so many seconds.

    Raises `Unreadable` when it fails or takes too long; the caller says what that means for the file.
    """
    with subprocess.Popen(  # noqa: S603 - the path comes from `found`, the rest from us
        list(command),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PATH": os.defpath, "LC_ALL": "C.UTF-8", **surroundings},
        start_new_session=True,
    ) as process:
        try:
            printed, _ = process.communicate(given, timeout=seconds)
        except subprocess.TimeoutExpired as error:
            raise Unreadable("Phần mềm xử lý tệp chạy quá lâu.") from error
        finally:
            _kill(process)
        if process.returncode:
            raise Unreadable("Phần mềm xử lý tệp báo lỗi.")
        return printed


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it started; a group that is gone already is no matter."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
