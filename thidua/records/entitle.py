"""Titles of the locality (danh hiệu của địa phương): set by a paper, given no longer from a day on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.db import transaction

from thidua.journal.rows import short_code
from thidua.journal.write import write
from thidua.law.authority import RECIPIENT_NAMES
from thidua.law.load import load_books
from thidua.law.local_title import PREFIX
from thidua.law.ruling import Refused, no
from thidua.law.shelf import LEVEL_NAMES
from thidua.org.models import Mandate, Unit
from thidua.org.permissions import may_regulate
from thidua.records.models import LocalTitle
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.text import fold, same_text, squeeze


@dataclass(frozen=True)
class TitleWords:
    """A title as its paper states it (nội dung danh hiệu). `criteria` and `prizes` are per kind of recipient:
    sentences, multipliers of the base salary. `share` is the least percentage of council members in favour.
    """

    name: str
    level: str
    paper: str
    starts: date
    criteria: Mapping[str, Sequence[str]]
    prizes: Mapping[str, Decimal] = field(default_factory=dict)
    share: Decimal | None = None


@transaction.atomic
def set_title(unit: Unit, *, words: TitleWords, mandate: Mandate, on: date) -> LocalTitle:
    """Set a title of the locality (ghi danh hiệu của địa phương) and return it; journal it.

    Campaigns may offer it from its first day on. It is given to the kinds of recipients that have criteria.
    Raises `Refused` without a paper or criteria, for the name of a national form or of a title in force, for
    a level that is not there, and a share or multiplier out of bounds. Căn cứ: văn bản của địa phương đặt
    danh hiệu (pháp luật để địa phương quy định).
    """
    may_regulate(mandate, unit, on=on).require()
    read = {kind: [squeeze(one) for one in lines if one.strip()] for kind, lines in words.criteria.items()}
    criteria = {kind: lines for kind, lines in read.items() if lines}
    name, paper = squeeze(words.name), squeeze(words.paper)
    _require_whole(name, paper, criteria, words)
    _require_new(unit, name, words.starts)
    row = LocalTitle.objects.create(
        unit=unit, code=f"{PREFIX}{short_code()}", name=name, level=words.level, paper=paper,
        recipients=[kind for kind in RECIPIENT_NAMES if kind in criteria], criteria=criteria,
        prizes={kind: str(value) for kind, value in words.prizes.items() if value and kind in criteria},
        share=words.share, starts=words.starts, set_on=on,
        set_by=f"{mandate.person.name}, {mandate.office.title}",
    )  # fmt: skip
    says = f"Ghi danh hiệu của địa phương “{name}”, từ ngày {vn_date(words.starts)}, theo {paper}."
    write("set_title", says, actor=mandate.actor(), on=on, thing=row)
    return row


def _require_whole(name: str, paper: str, criteria: Mapping[str, Sequence[str]], words: TitleWords) -> None:
    """Refuse half a title with the sentence that says what is missing."""
    problems = (
        (not name, "Chưa ghi tên danh hiệu."),
        (not paper, "Chưa ghi văn bản đặt danh hiệu (số, ngày, tên)."),
        (not criteria, "Chưa có tiêu chuẩn: ghi tiêu chuẩn cho ít nhất một loại đối tượng được tặng."),
        (words.level not in LEVEL_NAMES, "Hãy chọn cấp quyết định tặng danh hiệu."),
        (
            words.share is not None and not 0 < words.share <= 100,
            "Tỷ lệ phiếu là một số trên 0, không quá 100.",
        ),
        (
            any(value < 0 or value > 100 for value in words.prizes.values()),
            "Hệ số tiền thưởng là số lần mức lương cơ sở, từ 0 đến 100, ví dụ 0,3.",
        ),
    )
    for is_wrong, says in problems:
        if is_wrong:
            raise Refused(no(says, rule="title:half"))


def _require_new(unit: Unit, name: str, starts: date) -> None:
    national = load_books().subjects["forms"].values()
    if any(fold(name) in (fold(entry.fields["name"]), fold(entry.fields["short"])) for entry in national):
        says = f"“{name}” đã có trong sổ pháp luật; không ghi là danh hiệu riêng của địa phương."
        raise Refused(no(says, rule="title:national"))
    for held in LocalTitle.objects.filter(unit=unit):
        if same_text(held.name, name) and (held.ends is None or held.ends >= starts):
            until = f"đến hết ngày {vn_date(held.ends)}" if held.ends else "đang áp dụng"
            says = f"Danh hiệu “{held.name}” {until}; thôi áp dụng danh hiệu ấy rồi ghi lại từ ngày sau đó."
            raise Refused(no(says, rule="title:twice"))


@transaction.atomic
def end_title(title: LocalTitle, *, last: date, paper: str, mandate: Mandate, on: date) -> None:
    """Give a title no longer after a day (thôi áp dụng danh hiệu); dossiers of before go on by their day.

    Raises `Refused` without a paper, for a day before its first, and for one that has its last day already.
    Căn cứ: văn bản của địa phương bỏ danh hiệu.
    """
    may_regulate(mandate, title.unit, on=on).require()
    said = squeeze(paper)
    if not said:
        raise Refused(no("Chưa ghi văn bản thôi áp dụng danh hiệu (số, ngày, tên).", rule="title:paper"))
    if title.ends is not None:
        raise Refused(
            no(f"Danh hiệu này đã ghi áp dụng đến hết ngày {vn_date(title.ends)}.", rule="title:ended")
        )
    if last < title.starts:
        raise Refused(
            no(f"Ngày cuối phải từ ngày bắt đầu, {vn_date(title.starts)}, trở đi.", rule="title:order")
        )
    title.ends, title.end_paper = last, said
    title.save(update_fields=["ends", "end_paper"])
    says = f"Danh hiệu “{title.name}” áp dụng đến hết ngày {vn_date(last)}, theo {said}."
    write("end_title", says, actor=mandate.actor(), on=on, thing=title)
