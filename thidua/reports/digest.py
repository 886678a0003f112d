"""What the digest of a day says (thư nhắc việc): everything that waits for a person, when something is new or
due.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import QuerySet

from thidua.org.models import User
from thidua.org.queries import mandates_of
from thidua.records.models import Digest
from thidua.records.notify import DigestWords
from thidua.reports.desk import Waiting, waiting_for
from thidua.vietnamese.dates import vn_date

DUE_SOON = timedelta(days=3)
MOST = 30  # lines in one mail; the desk shows the rest


def accounts_to_tell() -> QuerySet[User]:
    """The accounts that want a digest, at a confirmed address (tài khoản nhận thư nhắc việc)."""
    found = User.objects.filter(is_active=True, email_confirmed_on__isnull=False).exclude(email="")
    return found.order_by("username").select_related("person")


def digest_for(account: User, *, site: str, on: date) -> DigestWords | None:
    """The digest of one account (thư nhắc việc của một người), None when nothing is new since the last one
    and nothing is due within three days.

    Only titles and days go out by mail; names of people in the notes of the desk stay inside.
    """
    waiting = [one for held in mandates_of(account, on) for one in waiting_for(held, on=on)]
    last = Digest.objects.filter(account=account, day__lt=on).values_list("day", flat=True).first()
    if not any(_matters(one, last, on) for one in waiting):
        return None
    many = len(waiting)
    subject = f"Thi Đua: {many} việc đang chờ, ngày {vn_date(on)}"
    return DigestWords(subject, "\n".join(_lines(waiting, site, on)))


def _matters(one: Waiting, last: date | None, on: date) -> bool:
    return last is None or one.since >= last or (one.due is not None and one.due <= on + DUE_SOON)


def _lines(waiting: list[Waiting], site: str, on: date) -> Iterator[str]:
    yield f"Việc đang chờ bạn, ngày {vn_date(on)}:"
    yield ""
    for one in waiting[:MOST]:
        yield f"- {one.title}{_due(one, on)}"
    if len(waiting) > MOST:
        yield f"- và {len(waiting) - MOST} việc khác"
    yield ""
    where = f"{site.rstrip('/')}/viec-cua-toi/" if site else "mục Việc của tôi của phần mềm Thi Đua"
    yield f"Làm ngay tại: {where}"
    yield "Mỗi ngày nhiều nhất một thư. Thôi nhận: bấm vào tên của bạn ở đầu trang, chọn Thư nhắc việc."


def _due(one: Waiting, on: date) -> str:
    if one.due is None:
        return ""
    return f" (quá hạn {vn_date(one.due)})" if one.due < on else f" (hạn {vn_date(one.due)})"
