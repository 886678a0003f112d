"""Packages with one thing changed in what they say, sealed anew by their sender (gói đã sửa nội dung)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

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
