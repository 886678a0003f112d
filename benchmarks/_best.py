"""How long a thing takes, for the benchmarks."""

from __future__ import annotations

import time
from collections.abc import Callable


def best(action: Callable[[], object], *, rounds: int) -> float:
    """The best of several rounds, in milliseconds of processor time: a shared machine disturbs any other."""
    least = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        action()
        least = min(least, time.process_time() - start)
    return least * 1000
