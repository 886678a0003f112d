"""Guests and seats of a ceremony (khách mời, chỗ ngồi)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from thidua.awards.models import Ceremony, CeremonyGuest, CeremonySeat
from thidua.awards.permissions.ceremony import may_change_ceremony
from thidua.awards.queries.ceremony import calls_in, groups_of
from thidua.journal.lifecycle import keep
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.vietnamese.text import nfc, squeeze

MOST_GUESTS = 300


@dataclass(frozen=True)
class GuestWords:
    """Somebody invited (khách mời): name, post and body."""

    name: str
    post: str = ""


@transaction.atomic
def set_guests(ceremony: Ceremony, *, guests: Sequence[GuestWords], mandate: Mandate, on: date) -> None:
    """Write the list of guests in this order (ghi khách mời); who stays on the list keeps the seat.

    Căn cứ: không (quy ước nội bộ).
    """
    may_change_ceremony(mandate, ceremony, on=on).require()
    if len(guests) > MOST_GUESTS:
        raise Refused(no(f"Danh sách khách mời có nhiều nhất {MOST_GUESTS} người.", rule="ceremony:guests"))
    keep(ceremony)
    before = {(one.name, one.post): one for one in ceremony.guests.all()}
    told = dict.fromkeys((squeeze(nfc(one.name))[:200], squeeze(nfc(one.post))[:250]) for one in guests)
    for place, (name, post) in enumerate(told, start=1):
        guest = before.pop((name, post), None) or CeremonyGuest(ceremony=ceremony, name=name, post=post)
        guest.order = place
        guest.save()
    ceremony.guests.filter(pk__in=[one.pk for one in before.values()]).delete()
    says = f"Ghi danh sách khách mời dự lễ trao: {len(told)} người."
    write("set_guests", says, actor=mandate.actor(), on=on, thing=ceremony)


@transaction.atomic
def assign_seats(ceremony: Ceremony, *, afresh: bool = False, mandate: Mandate, on: date) -> int:
    """Give a seat to whoever has none (xếp chỗ), the awarded in the order of calling, and return how many.

    `afresh` empties the hall first; then guests sit on one side and the awarded begin a row of their own.
    Raises `Refused` without a hall, and when chairs are missing. Căn cứ: không (quy ước nội bộ).
    """
    may_change_ceremony(mandate, ceremony, on=on).require()
    if not ceremony.rows:
        raise Refused(no("Chưa ghi số hàng, số ghế của hội trường.", rule="ceremony:hall"))
    seated = [] if afresh else list(ceremony.places.all())
    taken = {(one.row, one.seat) for one in seated}
    blocks = _blocks(ceremony, seated)
    needed = sum(map(len, blocks))
    free = [chair for chair in _chairs(ceremony) if chair not in taken]
    if needed > len(free):
        sentence = f"Còn {len(free)} ghế trống mà {needed} người chưa có chỗ: thiếu {needed - len(free)} ghế."
        raise Refused(no(f"{sentence} Hãy thêm hàng, thêm ghế.", rule="ceremony:chairs"))
    keep(ceremony)
    ceremony.places.exclude(pk__in=[one.pk for one in seated]).delete()
    made = list[CeremonySeat]()
    for block in blocks:
        free = row_of_their_own(free, needed=len(block)) if made else free
        made += [_seated(one, *chair) for one, chair in zip(block, free, strict=False)]
        free = free[len(block) :]
    CeremonySeat.objects.bulk_create(made)
    says = f"Xếp chỗ lễ trao: {len(made)} người{', xếp lại từ đầu' if afresh else ''}."
    write("assign_seats", says, actor=mandate.actor(), on=on, thing=ceremony)
    return len(made)


def _blocks(ceremony: Ceremony, seated: Sequence[CeremonySeat]) -> list[list[CeremonySeat]]:
    """Those without a seat, who sits in front first."""
    items, guests = {one.item_id for one in seated}, {one.guest_id for one in seated}
    awarded = [
        CeremonySeat(ceremony=ceremony, item=call.item)
        for call in calls_in(groups_of(ceremony))
        if call.item.pk not in items
    ]
    invited = [
        CeremonySeat(ceremony=ceremony, guest=guest)
        for guest in ceremony.guests.all()
        if guest.pk not in guests
    ]
    return [invited, awarded] if ceremony.guests_in_front else [awarded, invited]


def _chairs(ceremony: Ceremony) -> list[tuple[int, int]]:
    """Row and seat of every chair, the front row first."""
    return [(row, seat) for row in range(1, ceremony.rows + 1) for seat in range(1, ceremony.seats + 1)]


def row_of_their_own(free: list[tuple[int, int]], *, needed: int) -> list[tuple[int, int]]:
    """The free chairs from the next row on, where that leaves enough."""
    begins = next((place for place, (_, seat) in enumerate(free) if seat == 1), len(free))
    return free[begins:] if len(free) - begins >= needed else free


def _seated(one: CeremonySeat, row: int, seat: int) -> CeremonySeat:
    one.row, one.seat = row, seat
    return one


@transaction.atomic
def move_seat(
    ceremony: Ceremony, *, place: CeremonySeat, row: int, seat: int, mandate: Mandate, on: date
) -> None:
    """Put somebody on another chair (đổi chỗ); who sits there changes places with them.

    Raises `Refused` for a chair that is not in the hall. Căn cứ: không (quy ước nội bộ).
    """
    may_change_ceremony(mandate, ceremony, on=on).require()
    if not (1 <= row <= ceremony.rows and 1 <= seat <= ceremony.seats):
        sentence = f"Hội trường có {ceremony.rows} hàng, mỗi hàng {ceremony.seats} ghế."
        raise Refused(no(sentence, rule="ceremony:chair"))
    keep(ceremony)
    before = (place.row, place.seat)
    other = ceremony.places.filter(row=row, seat=seat).exclude(pk=place.pk)
    swapped = other.values_list("pk", flat=True).first()
    other.update(row=0)  # out of the way: two never hold one chair
    ceremony.places.filter(pk=place.pk).update(row=row, seat=seat)
    if swapped is not None:
        ceremony.places.filter(pk=swapped).update(row=before[0], seat=before[1])
    says = f"Đổi chỗ lễ trao: hàng {before[0]}, ghế {before[1]} sang hàng {row}, ghế {seat}."
    write("move_seat", says, actor=mandate.actor(), on=on, thing=ceremony)
