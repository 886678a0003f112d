"""Titles that a locality sets itself (danh hiệu của địa phương), in the shape of the national ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from thidua.law.bonus import NO_PRIZE
from thidua.law.load import Books, Entry, Version

KIND = "local"
PREFIX = "dia_phuong_"
CERTIFICATE = "GIẤY CHỨNG NHẬN"
_RANK = 200
_LIKE = "giay_khen"
_VOTED_LIKE = "local:threshold_giay_khen"


@dataclass(frozen=True)
class LocalTitle:
    """A title as an office set it (danh hiệu của địa phương), with the paper it rests on.

    `id` begins with `PREFIX`. `share` is the least percentage of all council members in favour, None where
    the paper sets none: then the office's rule for Giấy khen holds. `prizes` maps a kind of recipient to its
    multiplier of the base salary; who is not named gets no money.
    """

    id: str
    name: str
    level: str
    recipients: tuple[str, ...]
    starts: date
    ends: date | None
    paper: str
    share: Decimal | None = None
    prizes: Mapping[str, Decimal] = field(default_factory=dict)


def is_local(form_id: str) -> bool:
    """True for the id of a local title (mã của danh hiệu địa phương). Căn cứ: không (quy ước nội bộ)."""
    return form_id.startswith(PREFIX)


def with_titles(books: Books, titles: Iterable[LocalTitle]) -> Books:
    """The law books with the titles of an office beside the national ones (sổ pháp luật kèm danh hiệu riêng).

    Each title becomes an entry of the books on forms, authority, council, dossiers and prizes, citing the
    office's paper; the dossier is that of a Giấy khen. Căn cứ: văn bản của địa phương đặt danh hiệu.
    """
    found = list(titles)
    if not found:
        return books
    subjects = dict(books.subjects)
    for subject, make in _BOOKS.items():
        added = {title.id: make(books, title) for title in found}
        subjects[subject] = MappingProxyType({**subjects[subject], **added})
    return Books(books.sources, MappingProxyType(subjects))


def _form(books: Books, title: LocalTitle) -> Entry:
    fields = {
        "name": title.name, "short": title.name, "kind": KIND, "family": KIND, "certificate": CERTIFICATE,
        "rank": _RANK,
    }  # fmt: skip
    says = f"Danh hiệu “{title.name}” do địa phương đặt theo {title.paper}."
    return _entry(title, says, {"recipients": list(title.recipients)}, fields)


def _authority(books: Books, title: LocalTitle) -> Entry:
    says = f"Danh hiệu “{title.name}” do người nêu trong {title.paper} quyết định."
    return _entry(title, says, {"level": title.level})


def _council(books: Books, title: LocalTitle) -> Entry:
    if title.share is None:
        says = "Văn bản không đặt tỷ lệ phiếu: theo quy tắc địa phương đối với Giấy khen."
        return _entry(title, says, {"threshold": _VOTED_LIKE, "strict": True, "by_ballot": False})
    share = Fraction(title.share) / 100
    says = f"Cần ít nhất {title.share.normalize():f} % tổng số thành viên Hội đồng đồng ý."
    return _entry(title, says, {"threshold": str(share), "strict": False, "by_ballot": False})


def _dossier(books: Books, title: LocalTitle) -> Entry:
    like = books.subjects["dossiers"][_LIKE]
    return Entry(title.id, MappingProxyType({"name": title.name, "forms": [title.id]}), like.versions)


def _prize(books: Books, title: LocalTitle) -> Entry:
    says = "Danh hiệu của địa phương: tiền thưởng theo văn bản đặt danh hiệu; không ghi thì không có."
    value = {kind: _multiplier(title, kind) for kind in title.recipients}
    return _entry(title, says, value)


def _multiplier(title: LocalTitle, kind: str) -> str:
    """The multiplier as the book writes it; nothing written and nought are the same."""
    found = title.prizes.get(kind)
    return f"{found.normalize():f}" if found else NO_PRIZE


_BOOKS = {
    "forms": _form, "authority": _authority, "council": _council, "dossiers": _dossier, "bonuses": _prize,
}  # fmt: skip


def _entry(
    title: LocalTitle, says: str, value: dict[str, Any], fields: dict[str, Any] | None = None
) -> Entry:
    version = Version(
        start=title.starts,
        end=title.ends,
        source=None,
        article=title.paper,
        confirmed=True,
        says=says,
        value=MappingProxyType(value),
    )
    return Entry(title.id, MappingProxyType(fields or {}), (version,))
