"""A unit's whole list of nominees taken in at once (nhập danh sách đề nghị): looked at first, then whole or
not at all.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from thidua.awards.models import Claim, Nomination
from thidua.awards.nominate.acting import actor_for
from thidua.awards.nominate.listed import SUMMARY, TABLES, Checked, campaign_of, check_lines
from thidua.awards.nominate.propose import Candidate, address_of
from thidua.awards.permissions.lists import may_hand_in
from thidua.awards.queries.lawful import candidate_filter
from thidua.awards.queries.lists import KIND, sender_of
from thidua.campaigns.models import Campaign, Criterion
from thidua.campaigns.queries.part import own_unit
from thidua.journal.rows import short_code
from thidua.journal.write import Line, write, write_many
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit
from thidua.reading.roll import Roll
from thidua.records.models import Run

MOST_LINES = 3000
BATCH = 500
SETTLED = {"award": "hình thức", "recipient": "đối tượng", "honorific": "danh xưng", "unit": "đơn vị"}
_NAMED = 10


@dataclass(frozen=True)
class ListWords:
    """What is said about a list besides its lines (thông tin kèm danh sách): its file, the unit when it is of
    one, how it came.
    """

    name: str
    unit: Unit | None = None
    how: str = ""


@transaction.atomic
def keep_list(campaign: Campaign, *, roll: Roll, words: ListWords, mandate: Mandate, on: date) -> Run:
    """Keep a list for a person to look at (giữ danh sách để xem trước); nothing else changes.

    A head's list is of the own unit whatever it says. Raises `Refused` for a list without a line or too long,
    and for a unit the mandate cannot speak for. Căn cứ: không (quy ước nội bộ).
    """
    unit = own_unit(campaign, mandate, on=on) or words.unit
    may_hand_in(mandate, campaign, unit, on=on).require()
    if not roll.lines:
        raise Refused(
            no(
                "Không tìm thấy dòng nào có tên; danh sách cần một dòng tiêu đề có cột “Họ và tên”.",
                rule="list:empty",
            )
        )
    if len(roll.lines) > MOST_LINES:
        raise Refused(
            no(f"Danh sách có {len(roll.lines)} dòng; mỗi lần nhập tối đa {MOST_LINES}.", rule="list:long")
        )
    return Run.objects.create(
        unit=mandate.unit,
        kind=KIND,
        total=len(roll.lines),
        started_by=str(mandate),
        started_on=on,
        data={
            "name": words.name[-200:],
            "campaign": str(campaign.pk),
            "unit": str(unit.pk) if unit else "",
            "how": words.how,
            "mandate": str(mandate.pk),
            "rows": [asdict(line) for line in roll.lines],
            "passed": [asdict(one) for one in roll.passed],
            "unknown": list(roll.unknown),
            "left_out": [],
        },
    )


@transaction.atomic
def settle_lines(
    run: Run, *, places: Collection[int], says: Mapping[str, str], mandate: Mandate, on: date
) -> None:
    """Say for many lines at once what they leave open (chọn cho nhiều dòng): `says` maps "award" (title),
    "recipient", "honorific" or "unit" (name) to its value; what is empty stays as it is.

    Raises `Refused` without a line or a value, and once the list is taken in. Căn cứ: không (quy ước nội
    bộ).
    """
    held = _waiting(run, mandate, on)
    said = {name: words for name, words in says.items() if name in SETTLED and words}
    if not places or not said:
        raise Refused(no("Hãy đánh dấu các dòng và chọn điều cần đặt cho các dòng đó.", rule="list:settle"))
    for place in places:
        held.data["rows"][place] |= said
        if "recipient" in said:
            held.data["rows"][place]["guessed"] = []
    _keep(run, held)


@transaction.atomic
def leave_out(run: Run, *, places: Collection[int], out: bool, mandate: Mandate, on: date) -> None:
    """Leave lines out of the list, or take them back (bỏ dòng, lấy lại dòng).

    Raises `Refused` without a line and once the list is taken in. Căn cứ: không (quy ước nội bộ).
    """
    held = _waiting(run, mandate, on)
    if not places:
        raise Refused(no("Hãy đánh dấu ít nhất một dòng.", rule="list:settle"))
    left = set(held.data["left_out"])
    held.data["left_out"] = sorted(left | set(places) if out else left - set(places))
    _keep(run, held)


@transaction.atomic
def drop_list(run: Run, *, mandate: Mandate, on: date) -> None:
    """Drop a list that was not taken in (bỏ danh sách đã xem). Căn cứ: không (quy ước nội bộ)."""
    _waiting(run, mandate, on).delete()


@transaction.atomic
def ask_to_file(run: Run, *, mandate: Mandate, on: date) -> None:
    """Ask for a long list to be taken in beside the page (xin ghi danh sách dài): `carry_out_filing` does it.

    Raises `Refused` as `file_many` does, before anything is written. Căn cứ: không (quy ước nội bộ).
    """
    held = _waiting(run, mandate, on)
    _require_fine(check_lines(held, on=on))
    held.data |= {"on": on.isoformat()}
    held.state, held.says = "running", ""
    held.save(update_fields=["data", "state", "says"])


def carry_out_filing(run_id: UUID) -> None:
    """Take in a list that was asked for (thực hiện ghi danh sách); started twice it is taken in once.

    What stops it now sends the list back to its page with the sentence. Căn cứ: không (quy ước nội bộ).
    """
    run = Run.objects.filter(pk=run_id, kind=KIND, state="running").first()
    if run is None:
        return
    try:
        file_many(run, mandate=sender_of(run), on=date.fromisoformat(run.data["on"]))
    except Refused as refused:
        Run.objects.filter(pk=run_id, state="running").update(state="waiting", says=refused.ruling.because)


@transaction.atomic
def file_many(run: Run, *, mandate: Mandate, on: date) -> int:
    """Nominate everybody in a list, or nobody (ghi cả danh sách đề nghị); returns how many.

    Effects: new candidates on file, a draft dossier for each line with a place for every criterion, a journal
    line for each and one for the list. Raises `Refused` while a line is unclear, wrong, proposed already or
    against the law, and when the list was taken in before.
    Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 5 khoản 2 (một thành tích, một hình thức); Điều 84 (hồ sơ).
    """
    held = Run.objects.select_for_update(of=("self",)).get(pk=run.pk)
    if held.state == "done":
        raise Refused(no("Danh sách này đã được ghi.", rule="list:once"))
    checked = check_lines(held, on=on)
    lines = _require_fine(checked)
    campaign = campaign_of(held)
    for unit in {one.unit.pk: one.unit for one in lines if one.unit is not None}.values():
        may_hand_in(mandate, campaign, unit, on=on).require()
    candidates = _entered(lines)
    made = [
        _nominated(one, who, campaign, how=held.data["how"], mandate=mandate, on=on)
        for one, who in zip(lines, candidates, strict=True)
    ]
    Nomination.objects.bulk_create(made, batch_size=BATCH)
    _ask_all_criteria(made)
    write_many([_told(*pair, mandate) for pair in zip(made, lines, strict=True)], on=on)
    held.state, held.done, held.says = "done", len(made), f"Đã lập {len(made)} đề nghị từ danh sách."
    held.data = {name: held.data[name] for name in ("name", "campaign", "unit", "mandate")}
    held.save(update_fields=["state", "done", "says", "data"])
    says = f"Nhập danh sách “{held.data['name']}”: {len(made)} đề nghị."
    write("file_many", says, actor=mandate.actor(), on=on, thing=held)
    return len(made)


def _waiting(run: Run, mandate: Mandate, on: date) -> Run:
    """The list, locked, if it still waits and the mandate may hand it in."""
    held = Run.objects.select_for_update(of=("self",)).get(pk=run.pk)
    if held.state != "waiting":
        raise Refused(no("Danh sách này đã được ghi hoặc đang được ghi.", rule="list:once"))
    campaign = campaign_of(held)
    may_hand_in(mandate, campaign, own_unit(campaign, mandate, on=on), on=on).require()
    return held


def _keep(run: Run, held: Run) -> None:
    held.save(update_fields=["data"])
    run.data = held.data


def _require_fine(checked: Sequence[Checked]) -> list[Checked]:
    """The lines to take in, when nothing stops any of them."""
    faulty = [str(one.listed.number) for one in checked if one.faults and not one.left_out]
    if faulty:
        named = f"{', '.join(faulty[:_NAMED])}{'…' if len(faulty) > _NAMED else ''}"
        raise Refused(no(f"Còn {len(faulty)} dòng cần xem ({named}); chưa ghi dòng nào.", rule="list:faulty"))
    lines = [one for one in checked if not one.left_out]
    if not lines:
        raise Refused(no("Mọi dòng đều đã bỏ; không còn dòng nào để ghi.", rule="list:empty"))
    return lines


def _entered(lines: Sequence[Checked]) -> list[Candidate]:
    """Who is nominated in each line; those who are new are put on file, all in one go."""
    found = [one.known or _new(one) for one in lines]
    for table in TABLES.values():
        pairs = zip(found, lines, strict=True)
        new: list[Any] = [who for who, one in pairs if one.known is None and type(who) is table]
        table._default_manager.bulk_create(new, batch_size=BATCH)
    return found


def _new(one: Checked) -> Candidate:
    """Somebody new, as the line describes them."""
    listed = one.listed
    words: dict[str, object] = {"unit": one.unit, "name": listed.name}
    if listed.recipient != "collective":
        words |= {"honorific": listed.honorific, "address": listed.address, "ethnicity": listed.ethnicity}
    if listed.recipient == "individual":
        names = ("birth_year", "position", "is_direct_worker", "is_leader")
        words |= {name: getattr(listed, name) for name in names}
    made: Candidate = TABLES[listed.recipient](**words)
    made.key_the_name()
    return made


def _nominated(
    one: Checked, candidate: Candidate, campaign: Campaign, *, how: str, mandate: Mandate, on: date
) -> Nomination:
    """The draft dossier of one line."""
    listed, unit, award = one.listed, one.unit, one.award
    assert unit is not None  # a line without unit or form has a fault
    assert award is not None
    long = len(listed.achievement) > SUMMARY
    nomination = Nomination(
        campaign=campaign,
        award=award,
        unit=unit,
        holder=unit,
        code=short_code(),
        state=Nomination.table.first,
        recipient=listed.recipient,
        group=one.group,
        name=candidate.name,
        address=listed.words or address_of(candidate),
        achievement="" if long else listed.achievement,
        report=listed.achievement if long else "",
        how=how,
        entered_by=str(mandate) if mandate.unit_id != unit.pk else "",
        achieved_from=campaign.starts,
        achieved_to=campaign.ends,
        governed_on=on,
        **candidate_filter(listed.recipient, candidate),
    )
    nomination.key_the_name()
    return nomination


def _ask_all_criteria(made: Sequence[Nomination]) -> None:
    """A place for every criterion of every dossier, all in one go."""
    asked: dict[tuple[UUID, str, str], list[Criterion]] = {}
    for criterion in Criterion.objects.filter(award__in={one.award_id for one in made}):
        asked.setdefault((criterion.award_id, criterion.recipient, criterion.group), []).append(criterion)
    claims = [
        Claim(nomination=one, criterion=criterion)
        for one in made
        for criterion in asked.get((one.award_id, one.recipient, one.group), ())
    ]
    Claim.objects.bulk_create(claims, batch_size=BATCH)


def _told(nomination: Nomination, one: Checked, mandate: Mandate) -> Line:
    whom = f"{nomination.name}, {nomination.unit.name}"
    says = f"Lập đề nghị {nomination.award.title} cho {whom} (từ danh sách)."
    note = {"note": one.listed.note} if one.listed.note else {}
    return Line("nominate", says, actor_for(mandate, unit=nomination.unit), nomination, note)
