"""The ceremony (lễ trao thưởng): arranged, changed, its programme and who hands over, held or called off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, time
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from thidua.awards.models import Ceremony, CeremonyGiver, CeremonyStep
from thidua.awards.permissions.amendment import may_arrange_ceremony
from thidua.awards.permissions.ceremony import may_change_ceremony, may_reopen_ceremony
from thidua.awards.queries.ceremony import ceremony_of, groups_of
from thidua.campaigns.models import Campaign
from thidua.journal.lifecycle import advance, keep
from thidua.journal.rows import short_code
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.text import nfc, squeeze

MOST_ROWS, MOST_SEATS, MOST_TOGETHER, MOST_STEPS = 40, 16, 50, 40


@dataclass(frozen=True)
class CeremonyFacts:
    """What is arranged (việc tổ chức lễ): when, where, who leads, who hands over; the chairs of the hall."""

    day: date
    starts: time
    place: str
    presided_by: str
    host: str
    giver: str
    per_turn: int = 0
    rows: int = 0
    seats: int = 0
    guests_in_front: bool = True


@dataclass(frozen=True)
class StepWords:
    """One line of the programme (mục chương trình); `starts` where an hour is set."""

    what: str
    who: str = ""
    starts: time | None = None


@transaction.atomic
def arrange_ceremony(campaign: Campaign, *, facts: CeremonyFacts, mandate: Mandate, on: date) -> Ceremony:
    """Arrange the ceremony of a campaign (chuẩn bị lễ trao) and return it; one at a time.

    Effects: the row, a journal line. Raises `Refused` for what is missing and while another is arranged.
    Căn cứ: không (quy ước nội bộ).
    """
    may_arrange_ceremony(mandate, campaign, on=on).require()
    said = _tidy(facts)
    Campaign.objects.select_for_update(of=("self",)).get(pk=campaign.pk)
    if ceremony_of(campaign) is not None:
        raise Refused(
            no("Đợt này đã có lễ trao; hãy sửa lễ ấy hoặc hủy rồi lập lại.", rule="ceremony:another")
        )
    ceremony = Ceremony.objects.create(campaign=campaign, unit=campaign.unit, code=short_code(), **said)
    says = f"Chuẩn bị lễ trao thưởng ngày {vn_date(ceremony.day)}, {ceremony.place}."
    write("arrange_ceremony", says, actor=mandate.actor(), on=on, thing=ceremony)
    return ceremony


@transaction.atomic
def change_ceremony(
    ceremony: Ceremony, *, facts: CeremonyFacts, expected: int | None = None, mandate: Mandate, on: date
) -> None:
    """Change what is arranged (sửa việc tổ chức lễ); who would sit outside a smaller hall loses the seat.

    Raises `Refused` for what is missing, and when somebody else changed it meanwhile.
    Căn cứ: không (quy ước nội bộ).
    """
    may_change_ceremony(mandate, ceremony, on=on).require()
    said = _tidy(facts)
    for name, value in said.items():
        setattr(ceremony, name, value)
    keep(ceremony, *said, expected=expected)
    ceremony.places.filter(Q(row__gt=ceremony.rows) | Q(seat__gt=ceremony.seats)).delete()
    says = f"Sửa việc tổ chức lễ trao: {vn_date(ceremony.day)}, {ceremony.hour_words}, {ceremony.place}."
    write("change_ceremony", says, actor=mandate.actor(), on=on, thing=ceremony)


def _tidy(facts: CeremonyFacts) -> dict[str, object]:
    """What was said, tidied. Raises `Refused` for words that are missing and a hall that cannot be."""
    said: dict[str, object] = {
        name: squeeze(nfc(value)) if isinstance(value, str) else value
        for name, value in asdict(facts).items()
    }
    if not all(said[name] for name in ("place", "presided_by", "host", "giver")):
        sentence = "Hãy ghi địa điểm, người chủ trì, người dẫn chương trình và người trao."
        raise Refused(no(sentence, rule="ceremony:words"))
    if bool(facts.rows) != bool(facts.seats) or facts.rows > MOST_ROWS or facts.seats > MOST_SEATS:
        sentence = (
            f"Ghi cả số hàng (đến {MOST_ROWS}) và số ghế mỗi hàng (đến {MOST_SEATS}), hoặc để trống cả hai."
        )
        raise Refused(no(sentence, rule="ceremony:hall"))
    if facts.per_turn > MOST_TOGETHER:
        raise Refused(no(f"Mỗi lượt nhiều nhất {MOST_TOGETHER} người.", rule="ceremony:turn"))
    return said


@transaction.atomic
def set_programme(
    ceremony: Ceremony, *, steps: Sequence[StepWords], expected: int | None = None, mandate: Mandate, on: date
) -> None:
    """Write the programme anew in this order (ghi chương trình); without a line the proposed one counts.

    Raises `Refused` for hours that run backwards and for more lines than a ceremony has.
    Căn cứ: không (quy ước nội bộ).
    """
    may_change_ceremony(mandate, ceremony, on=on).require()
    written = [StepWords(squeeze(nfc(one.what)), squeeze(nfc(one.who)), one.starts) for one in steps]
    hours = [one.starts for one in written if one.starts is not None]
    if hours != sorted(hours):
        raise Refused(no("Giờ các mục phải tăng dần từ trên xuống.", rule="ceremony:hours"))
    if len(written) > MOST_STEPS or not all(one.what for one in written):
        sentence = f"Chương trình có nhiều nhất {MOST_STEPS} mục, mục nào cũng phải có nội dung."
        raise Refused(no(sentence, rule="ceremony:steps"))
    keep(ceremony, expected=expected)
    ceremony.steps.all().delete()
    CeremonyStep.objects.bulk_create(
        CeremonyStep(
            ceremony=ceremony, order=place, what=one.what[:400], who=one.who[:200], starts=one.starts
        )
        for place, one in enumerate(written, start=1)
    )
    says = f"Ghi chương trình lễ trao: {len(written)} mục."
    write("set_programme", says, actor=mandate.actor(), on=on, thing=ceremony)


@transaction.atomic
def set_givers(
    ceremony: Ceremony, *, names: Mapping[tuple[UUID, str], str], mandate: Mandate, on: date
) -> None:
    """Say who hands over to which group (phân công người trao), by decision and kind; an empty name means the
    one of the ceremony. Groups that are not called are left out. Căn cứ: không (quy ước nội bộ).
    """
    may_change_ceremony(mandate, ceremony, on=on).require()
    keep(ceremony)
    called = [(group.decision.pk, group.recipient) for group in groups_of(ceremony)]
    said = {key: squeeze(nfc(names.get(key, "")))[:200] for key in called}
    ceremony.givers.all().delete()
    CeremonyGiver.objects.bulk_create(
        CeremonyGiver(ceremony=ceremony, decision_id=decision, recipient=kind, name=name)
        for (decision, kind), name in said.items()
        if name and name != ceremony.giver
    )
    write("set_givers", "Phân công người trao.", actor=mandate.actor(), on=on, thing=ceremony)


@transaction.atomic
def note_held(ceremony: Ceremony, *, mandate: Mandate, on: date) -> None:
    """Note that the ceremony took place (ghi đã tổ chức); not before its day. Căn cứ: không (quy ước nội
    bộ).
    """
    may_change_ceremony(mandate, ceremony, on=on).require()
    if on < ceremony.day:
        raise Refused(no(f"Lễ tổ chức ngày {vn_date(ceremony.day)}, chưa tới.", rule="ceremony:early"))
    says = f"Đã tổ chức lễ trao thưởng ngày {vn_date(ceremony.day)}."
    advance(ceremony, "held", actor=mandate.actor(), on=on, verb="note_held", says=says)


@transaction.atomic
def reopen_ceremony(ceremony: Ceremony, *, mandate: Mandate, on: date) -> None:
    """Take a note of holding back that was a slip (mở lại). Căn cứ: không (quy ước nội bộ)."""
    may_reopen_ceremony(mandate, ceremony, on=on).require()
    says = "Bỏ ghi đã tổ chức lễ trao thưởng."
    advance(ceremony, "planned", actor=mandate.actor(), on=on, verb="reopen_ceremony", says=says)


@transaction.atomic
def cancel_ceremony(ceremony: Ceremony, *, why: str, mandate: Mandate, on: date) -> None:
    """Call the ceremony off with the reason (hủy lễ); another may be arranged then. Căn cứ: không (quy ước
    nội bộ).
    """
    may_change_ceremony(mandate, ceremony, on=on).require()
    if not why.strip():
        raise Refused(no("Hãy ghi vì sao hủy lễ.", rule="ceremony:why"))
    says = f"Hủy lễ trao thưởng ngày {vn_date(ceremony.day)}: {squeeze(why)[:300]}."
    advance(ceremony, "cancelled", actor=mandate.actor(), on=on, verb="cancel_ceremony", says=says)
