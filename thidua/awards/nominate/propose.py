"""Put somebody forward for a form (lập đề nghị khen thưởng)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from thidua.awards.models import Nomination
from thidua.awards.nominate.acting import actor_for, ask_criteria, first_group
from thidua.awards.permissions.nomination import may_be_nominated_for, may_nominate, may_propose_for
from thidua.awards.permissions.quota import room_for
from thidua.awards.queries.exclusion import excluded
from thidua.awards.queries.history import same_candidate
from thidua.awards.queries.lawful import candidate_filter, case_of, rulebook_of
from thidua.campaigns.models import OfferedAward
from thidua.journal.rows import short_code
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.identify import require_another
from thidua.org.models import Collective, Household, Mandate, Person, Unit
from thidua.vietnamese.names import tidy_name
from thidua.vietnamese.text import same_text

Candidate = Person | Collective | Household
RECIPIENTS: dict[type[Candidate], str] = {
    Person: "individual",
    Collective: "collective",
    Household: "household",
}
# Rules that hold from the first moment, before anything is written down.
AT_ONCE = frozenset({"R03", "R05", "R06", "R36", "recipient"})


@dataclass(frozen=True)
class NewCandidate:
    """Somebody who is not on file yet (đối tượng mới), the name typed once; what does not apply stays
    empty. `is_another` is the answer of a person who was shown a like name: that one is somebody else.
    """

    recipient: str
    name: str
    honorific: str = "Ông"
    position: str = ""
    address: str = ""
    birth_year: int | None = None
    ethnicity: str = ""
    is_direct_worker: bool = False
    is_leader: bool = False
    is_another: bool = False


@transaction.atomic
def enter_candidate(
    award: OfferedAward, *, new: NewCandidate, unit: Unit, mandate: Mandate, on: date
) -> Candidate:
    """Put somebody of the unit on file in order to nominate (ghi đối tượng mới) and return the row.

    Raises `Refused` when the unit has the same name on file already, and when somebody on file may be the one
    meant and nobody has said that it is another. Căn cứ: không (quy ước nội bộ).
    """
    may_nominate(mandate, unit, award.campaign, on=on).require()
    made: Candidate
    if new.recipient == "individual":
        made = Person(
            unit=unit,
            name=tidy_name(new.name),
            honorific=new.honorific,
            birth_year=new.birth_year,
            position=new.position,
            address=new.address,
            ethnicity=new.ethnicity,
            is_direct_worker=new.is_direct_worker,
            is_leader=new.is_leader,
        )
    elif new.recipient == "household":
        made = Household(
            unit=unit, name=new.name, honorific=new.honorific, address=new.address, ethnicity=new.ethnicity
        )
    else:
        made = Collective(unit=unit, name=new.name)
    _require_new(made)
    require_another(made, is_another=new.is_another)
    made.save()
    write(
        "enter_candidate",
        f"Ghi {made.name} ({unit.name}).",
        actor=actor_for(mandate, unit=unit),
        on=on,
        thing=made,
    )
    return made


def _require_new(made: Candidate) -> None:
    for known in type(made)._default_manager.filter(unit=made.unit, same_as=None):
        same_year = not isinstance(made, Person) or made.birth_year == getattr(known, "birth_year", None)
        if same_text(known.name, made.name) and same_year:
            raise Refused(
                no(
                    f"{made.unit.name} đã có {known.name} trong danh sách; hãy chọn tên có sẵn, "
                    "hoặc ghi thêm năm sinh nếu là người khác trùng tên.",
                    rule="nominate:known",
                )
            )


@transaction.atomic
def nominate(
    award: OfferedAward,
    *,
    candidate: Candidate,
    unit: Unit | None = None,
    how: str = "",
    mandate: Mandate,
    on: date,
) -> Nomination:
    """Put somebody forward for a form (lập đề nghị khen thưởng): a draft dossier with a place for each
    criterion.

    `unit` proposes, the candidate's own where it is not said; the record stays with its own unit. Effects:
    the nomination, on the unit's desk, a claim per criterion. Raises `Refused` without a standard, for
    somebody of another unit where the office does not allow that, for a form not given to that kind on that
    day, when the achievement is proposed or rewarded already, and for who is on the year's list where the
    office lets that stop.
    Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 5 khoản 2 (một thành tích, một hình thức).
    """
    home = candidate.unit.heir or candidate.unit
    unit = unit or home
    may_nominate(mandate, unit, award.campaign, on=on).require()
    may_propose_for(unit, home, award.campaign, on=on).require()
    may_be_nominated_for(award).require()
    recipient = RECIPIENTS[type(candidate)]
    require_free(award, recipient=recipient, candidate=candidate, unit=unit, on=on)
    for ruling in excluded(candidate, kind=recipient, unit=unit, on=on):
        ruling.require()
    nomination = _drafted(award, candidate, unit, on=on)
    nomination.how, nomination.entered_by = how, str(mandate) if mandate.unit_id != unit.pk else ""
    nomination.save()
    require_lawful(nomination, on=on)
    ask_criteria(nomination)
    says = f"Lập đề nghị {award.title} cho {nomination.name}, {unit.name}."
    write("nominate", says, actor=actor_for(mandate, unit=unit), on=on, thing=nomination)
    return nomination


def _drafted(award: OfferedAward, candidate: Candidate, unit: Unit, *, on: date) -> Nomination:
    """The draft dossier, not saved: on the desk of the unit that proposes."""
    recipient = RECIPIENTS[type(candidate)]
    return Nomination(
        campaign=award.campaign,
        award=award,
        unit=unit,
        holder=unit,
        code=short_code(),
        recipient=recipient,
        group=first_group(award, recipient=recipient),
        name=candidate.name,
        address=address_of(candidate),
        achieved_from=award.campaign.starts,
        achieved_to=award.campaign.ends,
        governed_on=on,
        **candidate_filter(recipient, candidate),
    )


def require_free(award: OfferedAward, *, recipient: str, candidate: Candidate, unit: Unit, on: date) -> None:
    """Refuse who is proposed for this form already, and one more name than a quota that stops allows.

    Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 5 khoản 2; chỉ tiêu của kế hoạch.
    """
    same = Nomination.objects.filter(award=award, **same_candidate(recipient, candidate))
    if same.exclude(state="withdrawn").exists():
        raise Refused(
            no(f"{candidate.name} đã được đề nghị {award.title} trong đợt này.", rule="nominate:twice")
        )
    for ruling in room_for(award, recipient=recipient, candidate=candidate, unit=unit, on=on):
        ruling.require()


def require_lawful(nomination: Nomination, *, on: date) -> None:
    """Raise `Refused` for what the law of that day forbids from the first moment (điều kiện phải có ngay).

    Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 5 khoản 2, Điều 8; hình thức còn áp dụng.
    """
    for ruling in rulebook_of(nomination.unit, on=on).check(case_of(nomination)):
        if ruling.rule in AT_ONCE:
            ruling.require()


def address_of(candidate: Candidate) -> str:
    """The post and unit, or the address, as papers print it under the name (chức vụ, đơn vị hoặc địa chỉ).

    Căn cứ: không (quy ước nội bộ).
    """
    unit = candidate.unit
    if isinstance(candidate, Person):
        home = unit.in_sentence if unit.is_village and candidate.position else unit.short_name
        return ", ".join(filter(None, [candidate.position, candidate.address or home]))
    if isinstance(candidate, Household):
        return candidate.address or unit.short_name
    return "" if candidate.name.startswith((unit.name, unit.short_name)) else unit.short_name
