"""Reading the demo's plan warm in process, against a bare pass over its lines (đọc kế hoạch).

Target: at most 50 ms. The floor of the same run splits the text into lines and asks one pattern of each.
"""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks._best import best
from thidua.reading.files import open_file
from thidua.reading.plan import read_plan

PLAN = Path(__file__).resolve().parents[1] / "thidua" / "demo" / "plans" / "2023.txt"
ROUNDS = 25
NUMBERED = re.compile(r"^\s*(?:[IVX]+\.|\d+\.|[a-zđ]\)|-)\s*\S")


def main() -> None:
    """Measure both in one run and print figure, target and ratio."""
    data = PLAN.read_bytes()
    assert read_plan(open_file(PLAN.name, data)).is_campaign_plan
    reading = best(lambda: read_plan(open_file(PLAN.name, data)).as_json(), rounds=ROUNDS)
    floor = best(lambda: [NUMBERED.match(line) for line in data.decode().splitlines()], rounds=ROUNDS)
    print(f"reading: the demo's plan in {reading:.1f} ms warm in process (target <= 50)")
    print(f"reading: {reading / floor:.0f} x splitting it into lines with one pattern each ({floor:.2f} ms)")


if __name__ == "__main__":
    main()
