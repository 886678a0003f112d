"""A package of 500 dossiers (gói hồ sơ): made and sealed, opened and checked.

Targets: made in at most 10 x, opened in at most 50 x the floor of the same run, in which json and zipfile
alone write and read the same files: opening holds each of some 25,000 values against the schema.
"""

from __future__ import annotations

import io
import json
import os
import random
import zipfile

import django
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.settings")
django.setup()

from benchmarks._best import best  # noqa: E402
from tests.exchange.changed import grown  # noqa: E402
from tests.exchange.full import UPWARD  # noqa: E402
from thidua.records.package.bag import read_bag, write_bag  # noqa: E402
from thidua.records.package.content import (  # noqa: E402
    check_content,
    files_named,
    read_content,
    write_content,
)

DOSSIERS, REPORT, ROUNDS = 500, 20_000, 3
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
INFO = {"Seal-Public-Key": KEY.public_key().public_bytes_raw().hex()}


def main() -> None:
    """Measure all in one run and print figures and ratios."""
    report = b"%PDF-1.7 " + random.Random(1).randbytes(REPORT)
    few = dict.fromkeys(files_named(UPWARD), report)
    content, files = grown(UPWARD, few, number=DOSSIERS, report=report)

    def made() -> bytes:
        check_content(content, files=files)
        held = {"goi.json": write_content(content), **files}
        return write_bag(held, name="goi", info=INFO, seal=KEY.sign)

    def bare() -> bytes:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("goi.json", json.dumps(content, ensure_ascii=False, indent=1))
            for path, data in files.items():
                archive.writestr(path, data)
        return packed.getvalue()

    def opened() -> None:
        bag = read_bag(whole)
        read_content(bag.payload["goi.json"], files=[path for path in bag.payload if path != "goi.json"])

    def unpacked() -> None:
        with zipfile.ZipFile(io.BytesIO(plain)) as archive:
            json.loads({path: archive.read(path) for path in archive.namelist()}["goi.json"])

    whole, plain = made(), bare()
    print(f"packages: {DOSSIERS} dossiers, {len(files)} files, {len(whole) / 1e6:.1f} MB")
    for name, ours, floor, most in (
        ("made and sealed", best(made, rounds=ROUNDS), best(bare, rounds=ROUNDS), 10),
        ("opened and checked", best(opened, rounds=ROUNDS), best(unpacked, rounds=ROUNDS), 50),
    ):
        ratio = f"{ours / floor:.1f} x json and zipfile ({floor:.0f} ms; <= {most} x)"
        print(f"packages: {name} in {ours:.0f} ms, {ratio}")


if __name__ == "__main__":
    main()
