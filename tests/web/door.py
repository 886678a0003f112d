"""What a door is: one address with real arguments, who may carry its form out (địa chỉ)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from django.core.files.base import ContentFile
from django.urls import URLPattern, URLResolver, get_resolver

Of = SimpleNamespace
PLAN = "KẾ HOẠCH\nPhát động đợt thi đua thử\n1. Nội dung\nLàm đường."
EVERYBODY = "everybody"


def upload(data: bytes = b"Lam duong", name: str = "tep.txt") -> ContentFile[bytes]:
    return ContentFile(data, name=name)


@dataclass(frozen=True)
class Door:
    """One address: `args` and `data` are made from the things of the office, `may` are the roles whose form
    is carried out, `answer` is what a stranger gets from a public page.
    """

    name: str
    args: Callable[[Of], tuple[Any, ...]] = lambda of: ()
    may: str = ""
    data: Callable[[Of], dict[str, Any]] = lambda of: {}
    query: str = ""
    only_post: bool = False
    is_public: bool = False
    answer: int = 200


def posts(name: str, args: Callable[[Of], tuple[Any, ...]], may: str, **more: Any) -> Door:
    return Door(name, args, may, only_post=True, **more)


def public(name: str, args: Callable[[Of], tuple[Any, ...]] = lambda of: (), **more: Any) -> Door:
    return Door(name, args, is_public=True, **more)


def names_in_urls() -> list[str]:
    """The name of every pattern of the URLconf."""
    return sorted(str(pattern.name) for pattern in patterns_in_urls())


def patterns_in_urls() -> list[URLPattern]:
    """Every pattern of the URLconf, those of the included files too."""
    return [*_patterns(get_resolver().url_patterns)]


def _patterns(found: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for one in found:
        if isinstance(one, URLResolver):
            yield from _patterns(one.url_patterns)
        else:
            yield one
