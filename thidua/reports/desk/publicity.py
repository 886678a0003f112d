"""What waits at the desks of publicity (truyền thông): news to approve or to change, readings to note."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Count, Min

from thidua.org.models import Mandate
from thidua.publicity.models import AirTime, Announcement
from thidua.publicity.permissions import APPROVERS, HEADS, WRITERS
from thidua.reports.desk.waiting import Waiting


def news_to_approve(mandate: Mandate, on: date) -> Iterator[Waiting]:
    """News another wrote and offered (tin chờ duyệt)."""
    if not mandate.holds(*APPROVERS):
        return
    offered = Announcement.objects.filter(unit=mandate.unit, state="offered").select_related("campaign")
    if not mandate.holds(*HEADS):
        offered = offered.exclude(writer=mandate.person)
    for news in offered[:20]:
        yield Waiting(
            f"Duyệt tin: {news.title}", on, "news", (news.slug,), "Xem, duyệt",
            note=news.campaign.short_title,
        )  # fmt: skip


def news_returned(mandate: Mandate, on: date) -> Iterator[Waiting]:
    """News that came back to its writer (tin bị trả lại)."""
    if not mandate.holds(*WRITERS):
        return
    back = Announcement.objects.filter(unit=mandate.unit, state="draft", writer=mandate.person)
    for news in back.exclude(remark="")[:20]:
        yield Waiting(f"Sửa tin: {news.title}", on, "news", (news.slug,), "Sửa tin", note=news.remark)


def readings_to_note(mandate: Mandate, on: date) -> Iterator[Waiting]:
    """Bulletins whose planned readings are past and not noted (lần phát chưa ghi)."""
    if not mandate.holds("culture"):
        return
    past = AirTime.objects.filter(unit=mandate.unit, state="planned", day__lt=on)
    rows = past.values("broadcast__code", "broadcast__title").annotate(many=Count("pk"), since=Min("day"))
    for row in rows.order_by("since")[:20]:
        yield Waiting(
            f"Ghi {row['many']} lần phát: {row['broadcast__title']}", row["since"], "bulletin",
            (row["broadcast__code"],), "Ghi lần phát",
        )  # fmt: skip


PUBLICITY = (news_to_approve, news_returned, readings_to_note)
