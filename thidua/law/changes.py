"""What the law changed between two days (pháp luật thay đổi): acts that came and went, rules before and
after.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from thidua.law.load import Books, Entry, Source, Version

HEADINGS = {
    "regimes": "Chế độ pháp luật",
    "types": "Loại khen thưởng",
    "forms": "Danh hiệu, hình thức khen thưởng",
    "authority": "Thẩm quyền quyết định",
    "bonuses": "Tiền thưởng",
    "salary": "Mức lương cơ sở",
    "council": "Biểu quyết của Hội đồng",
    "dossiers": "Hồ sơ",
    "deadlines": "Thời hạn",
    "grounds": "Căn cứ ghi trên văn bản",
    "gold_book": "Giấy khen, bằng khen, số sổ vàng",
    "reports": "Mẫu văn bản",
    "rules": "Điều kiểm tra",
    "principles": "Nguyên tắc",
    "statistics": "Biểu thống kê",
    "local": "Chỗ cơ quan tự quy định",
}


@dataclass(frozen=True)
class Change:
    """One rule that is not the same on two days (một thay đổi): the version of each day, None where there was
    none.
    """

    heading: str
    name: str
    before: Version | None
    after: Version | None

    @property
    def only_grounds(self) -> bool:
        """True when the rule says the same and only the act or article behind it is another."""
        return bool(self.before and self.after and _content(self.before) == _content(self.after))


@dataclass(frozen=True)
class Changes:
    """All that changed from one day to another (các thay đổi): acts that began, acts that ended, rules."""

    began: tuple[Source, ...]
    ended: tuple[Source, ...]
    rules: tuple[Change, ...]

    def __bool__(self) -> bool:
        return bool(self.began or self.ended or self.rules)


def changes(books: Books, first: date, last: date) -> Changes:
    """Compare the books of two days, the earlier first (so sánh pháp luật giữa hai ngày).

    Raises `ValueError` when the second day is before the first. Căn cứ: không (quy ước nội bộ).
    """
    if last < first:
        raise ValueError("Ngày sau phải muộn hơn ngày trước.")
    sources = books.sources.values()
    return Changes(
        began=tuple(act for act in sources if act.in_force(last) and not act.in_force(first)),
        ended=tuple(act for act in sources if act.in_force(first) and not act.in_force(last)),
        rules=tuple(
            Change(heading, name_of(books, entry), entry.on(first), entry.on(last))
            for subject, heading in HEADINGS.items()
            for entry in books.subjects[subject].values()
            if entry.on(first) is not entry.on(last)
        ),
    )


def _content(version: Version) -> tuple[str, str, dict[str, object]]:
    return version.says, version.note, dict(version.value)


def name_of(books: Books, entry: Entry) -> str:
    """What an officer calls a rule (tên gọi): its own name, or that of the form that it is about."""
    form = books.entry("forms", entry.id)
    return str(entry.fields.get("name") or (form.fields["name"] if form else ""))
