"""Local rules (quy tắc địa phương): where the law is silent, a proposal that the office must confirm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Literal

from thidua.law.load import BookError, Books, Entry, Version, load_books
from thidua.law.ruling import Refused, no

Kind = Literal["percent", "fraction", "number", "days", "choice"]
Parsed = Fraction | Decimal | int | str
PREFIX = "local:"
AREAS: dict[str, str] = {
    "council": "Hội đồng",
    "dossiers": "Hồ sơ, thời hạn",
    "bonuses": "Tiền thưởng",
    "papers": "Báo cáo, lưu trữ",
}

_EXAMPLES: dict[str, str] = {
    "percent": "một tỷ lệ từ 0 đến 100, ví dụ 70",
    "fraction": "một phân số từ 0 đến 1, ví dụ 2/3",
    "number": "một số không âm, ví dụ 1,5",
    "days": "một số ngày từ 1 trở lên, ví dụ 10",
    "choice": "một trong các lựa chọn",
}


@dataclass(frozen=True)
class LocalValue:
    """What an office confirmed (giá trị đã xác nhận) and the paper it rests on."""

    value: str
    paper: str


@dataclass(frozen=True)
class LocalRuleProposal:
    """A local rule for the screens (quy tắc địa phương): what to ask, the proposal, and what waits for it.

    `area` is one of `AREAS`. `reads` is the rule in words with {} for the value: "quá {} tổng số thành viên
    Hội đồng". An optional one holds nothing up: without a value `otherwise` holds, in words. One that is
    `per_campaign` may be set by a campaign for itself too.
    """

    id: str
    name: str
    area: str
    question: str
    proposed: str
    reads: str
    kind: Kind
    choices: Mapping[str, str]
    needed_for: str
    says: str
    otherwise: str = ""
    per_campaign: bool = False

    @property
    def optional(self) -> bool:
        return bool(self.otherwise)

    def parse(self, written: str) -> Parsed:
        """Read what the office typed; raises `Refused` with what would be right instead."""
        return read_value(self.kind, written, choices=self.choices, name=self.name)


def local_rules_on(day: date) -> tuple[LocalRuleProposal, ...]:
    """The local rules that an office of that day has to settle (danh sách quy tắc địa phương).

    Căn cứ: không (quy ước nội bộ) - chỗ pháp luật để ngỏ.
    """
    return tuple(rule for rule in all_local_rules_on(day) if not rule.optional)


def all_local_rules_on(day: date) -> tuple[LocalRuleProposal, ...]:
    """Those, and the ones an office may set or leave (quy tắc địa phương, kể cả tùy chọn).

    Căn cứ: không (quy ước nội bộ) - chỗ pháp luật để ngỏ.
    """
    entries = load_books().subjects["local"].values()
    return tuple(_proposal(entry, version) for entry in entries if (version := entry.on(day)))


def campaign_rules_on(day: date) -> tuple[LocalRuleProposal, ...]:
    """Those that a campaign may set for itself (quy tắc đặt riêng được cho một đợt).

    Căn cứ: không (quy ước nội bộ) - chỗ pháp luật để ngỏ.
    """
    return tuple(rule for rule in all_local_rules_on(day) if rule.per_campaign)


def local_rule_ever(rule_id: str, day: date) -> LocalRuleProposal:
    """A local rule as it was asked on a day, or last: for what was set at another time (quy tắc đã thôi).

    Raises `KeyError` for a rule that no book holds. Căn cứ: không (quy ước nội bộ).
    """
    entry = load_books().subjects["local"][rule_id]
    return _proposal(entry, entry.on(day) or entry.versions[-1])


def _proposal(entry: Entry, version: Version) -> LocalRuleProposal:
    return LocalRuleProposal(
        id=entry.id,
        name=entry.fields["name"],
        area=area_of(entry),
        question=entry.fields["question"],
        proposed=str(version.value["proposed"]),
        reads=entry.fields["reads"],
        kind=entry.fields["kind"],
        choices=entry.fields.get("choices", {}),
        needed_for=entry.fields["needed_for"],
        says=version.says,
        otherwise=entry.fields.get("otherwise", ""),
        per_campaign=entry.fields.get("per_campaign", False),
    )


def area_of(entry: Entry) -> str:
    """The area under which the screens list a rule (nhóm quy tắc); `BookError` when the book names none.

    Căn cứ: không (quy ước nội bộ).
    """
    area = str(entry.fields.get("area", ""))
    if area not in AREAS:
        raise BookError(f"local.yaml, mục {entry.id}: area phải là một trong {', '.join(AREAS)}.")
    return area


def read_value(kind: Kind, written: str, *, choices: Mapping[str, str], name: str) -> Parsed:
    """Turn the written value into a number of its kind; a percentage becomes a share of one."""
    text = written.strip().rstrip("%").strip().replace(",", ".")
    try:
        value = _parsed(kind, text)
    except (ValueError, ZeroDivisionError, InvalidOperation):
        value = None
    if value is None or not _sensible(kind, value, choices):
        raise Refused(no(f"{name}: “{written}” không dùng được; cần {_EXAMPLES[kind]}.", rule="local_value"))
    return value


def _parsed(kind: Kind, text: str) -> Parsed:
    if kind == "percent":
        return Fraction(text) / 100
    if kind == "fraction":
        return Fraction(text)
    if kind == "number":
        return Decimal(text)
    return int(text) if kind == "days" else text


def _sensible(kind: Kind, value: Parsed, choices: Mapping[str, str]) -> bool:
    if isinstance(value, str):
        return value in choices
    if isinstance(value, Fraction):
        return 0 < value <= 1
    if isinstance(value, Decimal):
        return value.is_finite() and value >= 0
    return value >= 1


@dataclass(frozen=True)
class Settled:
    """A value taken from the law or from a confirmed local rule (giá trị áp dụng), with its ground.

    `rule` is the id of the local rule, "" for the law.
    """

    value: Parsed
    source: str
    confirmed: bool
    rule: str = ""


@dataclass(frozen=True)
class LocalRules:
    """The confirmed local rules of one office on one day (quy tắc địa phương đã xác nhận)."""

    books: Books
    day: date
    values: Mapping[str, LocalValue]

    def settle(self, written: object, version: Version, *, kind: Kind) -> Settled:
        """Take a value from the book, following "local:<id>" to what the office confirmed.

        Raises `Refused` when the local rule is not confirmed.
        """
        text = str(written)
        if text.startswith(PREFIX):
            return self.confirmed(text.removeprefix(PREFIX))
        value = read_value(kind, text, choices={}, name=version.cites)
        return Settled(value, version.cites, version.certain(self.day))

    def chosen(self, rule_id: str) -> int | None:
        """The whole number an office set for an optional rule (quy tắc tùy chọn), None where it set none."""
        return int(str(self.confirmed(rule_id).value)) if rule_id in self.values else None

    def paper_of(self, rule_id: str) -> str:
        """The paper an optional rule rests on (văn bản đặt quy tắc), "" where none is set."""
        return self.values[rule_id].paper if rule_id in self.values else ""

    def confirmed(self, rule_id: str) -> Settled:
        """The confirmed value of a local rule; raises `Refused` naming the rule when there is none."""
        entry = self.books.subjects["local"][rule_id]
        name = entry.fields["name"]
        local = self.values.get(rule_id)
        if local is None or not local.paper.strip():
            raise Refused(
                no(
                    f"{name} chưa được cơ quan xác nhận: vào Quy tắc địa phương, xem giá trị đề xuất "
                    "và ghi văn bản làm căn cứ.",
                    rule=f"{PREFIX}{rule_id}",
                )
            )
        value = read_value(
            entry.fields["kind"], str(local.value), choices=entry.fields.get("choices", {}), name=name
        )
        return Settled(value, local.paper, confirmed=True, rule=rule_id)
