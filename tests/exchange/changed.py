"""Packages with one thing changed in what they say, sealed anew by their sender (gói đã sửa nội dung)."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from thidua.records.models import SealKey
from thidua.records.package.bag import read_bag, write_bag
from thidua.records.package.content import write_content
from thidua.records.seal import seal

Json = dict[str, Any]


def content_of(data: bytes) -> Json:
    return json.loads(read_bag(data).payload["goi.json"])


def said_anew(data: bytes, change: Callable[[Json], object], *, name: str = "") -> bytes:
    """The package with its content changed, sealed with the key of this installation as if it were true."""
    found = read_bag(data)
    content = json.loads(found.payload["goi.json"])
    change(content)
    return resealed(data, write_content(content), name=name or f"goi-{content['id']}")


def resealed(data: bytes, goi: bytes, *, name: str = "", files: dict[str, bytes] | None = None) -> bytes:
    found = read_bag(data)
    held = (
        {path: part for path, part in found.payload.items() if path != "goi.json"} if files is None else files
    )
    key = SealKey.objects.get(ends=None)
    info = {"Seal-Public-Key": key.public, "External-Identifier": (name or found.name).removeprefix("goi-")}
    return write_bag(
        {"goi.json": goi, **held}, name=name or found.name, info=info, seal=lambda tags: seal(tags, key=key)
    )


def places(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every field of a content."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield (*way, name)
            yield from places(item, (*way, name))
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield (*way, place)
            yield from places(item, (*way, place))


def at(content: Json, way: tuple[Any, ...]) -> tuple[Any, Any]:
    """What holds the field at the end of a way, and its name there."""
    held: Any = content
    for step in way[:-1]:
        held = held[step]
    return held, way[-1]


GIVEN = ("An", "Bình", "Cúc", "Dũng", "Giang", "Hạnh", "Khánh", "Liên", "Mạnh", "Nga", "Oanh", "Phúc", "Quý")
MIDDLE = ("Văn", "Thị", "Đức", "Minh", "Ngọc", "Quang", "Thanh", "Xuân", "Hữu", "Kim", "Bảo", "Tiến", "Mai")
FAMILY = ("Nông", "Hoàng", "Lương", "Triệu")


def grown(
    content: Json, files: dict[str, bytes], *, number: int, report: bytes = b"%PDF-1.7"
) -> tuple[Json, dict[str, bytes]]:
    """The content of a package upward with so many dossiers like its first, each of another person and with a
    report of its own.
    """
    said, held = copy.deepcopy(content), dict(files)
    first, who = content["nominations"][0], content["people"][0]
    missing = number - len(content["nominations"])
    for place, name in zip(range(missing), _names(), strict=False):
        keys = {old: str(uuid5(NAMESPACE_OID, f"{place} {old}")) for old in (first["id"], who["id"])}
        text = json.dumps([first, who], ensure_ascii=False)
        for old, new in keys.items():
            text = text.replace(old, new)
        nomination, person = json.loads(text)
        path = f"tep/{keys[first['id']]}.pdf"
        nomination["dossier"][0]["files"] = [{"path": path, "name": "bao-cao.pdf", "purpose": "bao_cao"}]
        held[path] = report
        said["nominations"].append(nomination | {"name": name, "code": f"x{place}"})
        said["people"].append(person | {"name": name})
        said["submission"]["nominations"].append(nomination["id"])
    return said, held


def _names() -> Iterator[str]:
    return (" ".join(one) for one in product(FAMILY, MIDDLE, GIVEN))
