"""Stage 12: the publicity plan of a campaign, and what was done of it (kế hoạch tuyên truyền)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from thidua.campaigns.models import Campaign
from thidua.journal.lifecycle import advance, keep
from thidua.journal.rows import short_code
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.publicity.models import PublicityItem, PublicityMark
from thidua.publicity.models.plan import COUNTED
from thidua.publicity.permissions import may_plan_publicity
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.text import squeeze

FIELDS = ("who", "what", "channel", "where", "starts", "ends", "times", "rhythm")


@dataclass(frozen=True)
class ItemWords:
    """A line of the plan (việc tuyên truyền): who does what, by which channel, where, from when to when, how
    many times in which rhythm ("whole", "week", "month").
    """

    who: str
    what: str
    channel: str
    where: str
    starts: date
    ends: date
    times: int
    rhythm: str


@transaction.atomic
def add_item(campaign: Campaign, *, words: ItemWords, mandate: Mandate, on: date) -> PublicityItem:
    """Put a line into the publicity plan (thêm việc tuyên truyền).

    Raises `Refused` without who and what, for days in the wrong order, and once the campaign has closed.
    Căn cứ: không (quy ước nội bộ).
    """
    may_plan_publicity(mandate, campaign, on=on).require()
    item = PublicityItem(unit=campaign.unit, campaign=campaign, code=short_code())
    _fill(item, words)
    item.save(force_insert=True)
    write("add_item", f"Thêm việc tuyên truyền: {item.what}.", actor=mandate.actor(), on=on, thing=item)
    return item


@transaction.atomic
def edit_item(
    item: PublicityItem, *, words: ItemWords, expected: int | None = None, mandate: Mandate, on: date
) -> None:
    """Change a line of the plan (sửa việc tuyên truyền). Raises `Refused` on a stale form.

    Căn cứ: không (quy ước nội bộ).
    """
    may_plan_publicity(mandate, item.campaign, on=on).require()
    _fill(item, words)
    keep(item, *FIELDS, expected=expected)
    write("edit_item", f"Sửa việc tuyên truyền: {item.what}.", actor=mandate.actor(), on=on, thing=item)


@transaction.atomic
def drop_item(item: PublicityItem, *, mandate: Mandate, on: date) -> None:
    """Take a line out of the plan (bỏ việc tuyên truyền); `restore_item` is the way back.

    Căn cứ: không (quy ước nội bộ).
    """
    may_plan_publicity(mandate, item.campaign, on=on).require()
    says = f"Bỏ việc tuyên truyền: {item.what}."
    advance(item, "dropped", actor=mandate.actor(), on=on, verb="drop_item", says=says)


@transaction.atomic
def restore_item(item: PublicityItem, *, mandate: Mandate, on: date) -> None:
    """Put a line back into the plan (lấy lại việc tuyên truyền). Căn cứ: không (quy ước nội bộ)."""
    may_plan_publicity(mandate, item.campaign, on=on).require()
    says = f"Lấy lại việc tuyên truyền: {item.what}."
    advance(item, "planned", actor=mandate.actor(), on=on, verb="restore_item", says=says)


@transaction.atomic
def mark_done(item: PublicityItem, *, day: date, note: str, mandate: Mandate, on: date) -> PublicityMark:
    """Note that a line was carried out once (ghi lần thực hiện), where the program does not count it itself.

    Raises `Refused` for a channel the program counts, a day to come or before the line begins, and without
    a note. Căn cứ: không (quy ước nội bộ).
    """
    may_plan_publicity(mandate, item.campaign, on=on).require()
    if item.channel in COUNTED:
        raise Refused(no("Việc này máy tự đếm; hãy đăng tin, ghi lần phát.", rule="item:counted"))
    if not item.starts <= day <= min(on, item.ends):
        says = f"Ngày thực hiện từ {vn_date(item.starts)} đến {vn_date(min(on, item.ends))}."
        raise Refused(no(says, rule="item:day"))
    said = squeeze(note)[:250]
    if not said:
        raise Refused(no("Hãy ghi đã làm gì.", rule="item:note"))
    made = PublicityMark.objects.create(item=item, day=day, note=said, noted_by=str(mandate))
    says = f"Đã làm việc tuyên truyền “{item.what}” ngày {vn_date(day)}: {said}"
    write("mark_done", says, actor=mandate.actor(), on=on, thing=item)
    return made


@transaction.atomic
def unmark(mark: PublicityMark, *, mandate: Mandate, on: date) -> None:
    """Delete a note that was made by mistake (bỏ lần thực hiện ghi nhầm). Căn cứ: không (quy ước nội bộ)."""
    may_plan_publicity(mandate, mark.item.campaign, on=on).require()
    says = f"Bỏ lần thực hiện ngày {vn_date(mark.day)} của “{mark.item.what}”: {mark.note}"
    write("unmark", says, actor=mandate.actor(), on=on, thing=mark.item)
    mark.delete()


def _fill(item: PublicityItem, words: ItemWords) -> None:
    item.who, item.what = squeeze(words.who)[:200], squeeze(words.what)[:250]
    item.channel, item.where = words.channel, squeeze(words.where)[:200]
    item.starts, item.ends = words.starts, words.ends
    item.times, item.rhythm = words.times, words.rhythm
    if not (item.who and item.what and item.times > 0):
        raise Refused(no("Hãy ghi ai làm, làm gì và ít nhất một lần.", rule="item:words"))
    if item.ends < item.starts:
        raise Refused(no("Ngày cuối phải từ ngày đầu trở đi.", rule="item:days"))
