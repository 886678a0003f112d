"""Who takes no part in the vote on a case (không tham gia biểu quyết): declared, or found by the machine."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from thidua.awards.models import Case, CouncilMember, CouncilSession, Kinship, Recusal
from thidua.awards.permissions.council import may_declare_kin, may_run, may_step_aside
from thidua.awards.queries.ballot_round import is_frozen
from thidua.awards.queries.recusal import interests_of
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Person, Unit
from thidua.vietnamese.text import fold, squeeze

RELATIONS = dict(Kinship.RELATIONS)


def require_undecided(case: Case) -> None:
    """Raise `Refused` once the case has its result (đã có kết quả), and while a secret ballot runs on it."""
    if case.closed:
        raise Refused(no("Trường hợp này đã có kết quả; mở lại trước khi sửa.", rule="vote:closed"))
    if is_frozen(case):
        raise Refused(no("Hòm phiếu kín đang mở: đếm hoặc hủy vòng bỏ phiếu trước.", rule="secret:running"))


def _require_seat(case: Case, member: CouncilMember) -> None:
    if not case.session.attendance.filter(member=member).exists():
        raise Refused(no(f"{member.person.name} không phải thành viên của phiên họp.", rule="vote:member"))


def _put_aside(case: Case, member: CouncilMember, why: str, *, mandate: Mandate, on: date) -> Recusal:
    case.votes.filter(member=member).delete()
    recusal, is_new = Recusal.objects.get_or_create(case=case, member=member, defaults={"why": why[:250]})
    if is_new:
        says = f"{member.person.name} không tham gia biểu quyết {case.nomination.name}: {why}."
        write("recuse", says, actor=mandate.actor(), on=on, thing=case.session)
    return recusal


@transaction.atomic
def recuse(case: Case, *, member: CouncilMember, why: str, mandate: Mandate, on: date) -> Recusal:
    """Take a member out of the vote on one case (không tham gia biểu quyết); a vote already given falls away.

    Effects: the member leaves the base of this case and no longer sees its count. Căn cứ: quy tắc địa phương
    về biểu quyết.
    """
    may_run(mandate, case.session, on=on).require()
    require_undecided(case)
    _require_seat(case, member)
    return _put_aside(case, member, why, mandate=mandate, on=on)


@transaction.atomic
def step_aside(case: Case, *, why: str, mandate: Mandate, on: date) -> Recusal:
    """A member declares an interest and takes no part (tự khai có liên quan), before or during the session.

    Căn cứ: không (quy ước nội bộ) - quy chế của Hội đồng.
    """
    may_step_aside(mandate, case, on=on).require()
    require_undecided(case)
    if not squeeze(why):
        raise Refused(no("Ghi vì sao bạn có liên quan đến trường hợp này.", rule="vote:why"))
    seat = case.session.attendance.select_related("member__person").get(member__person_id=mandate.person_id)
    return _put_aside(case, seat.member, squeeze(why), mandate=mandate, on=on)


@transaction.atomic
def unrecuse(case: Case, *, member: CouncilMember, mandate: Mandate, on: date) -> None:
    """Let a member vote after all (bỏ ghi không tham gia).

    Raises `Refused` for oneself and for the nominee. Căn cứ: không (quy ước nội bộ).
    """
    may_run(mandate, case.session, on=on).require()
    require_undecided(case)
    if member.person_id in (mandate.person_id, case.nomination.person_id):
        raise Refused(
            no(
                "Không ai tự bỏ ghi cho mình, và người được đề nghị thì không tham gia; "
                "để người điều hành khác xem lại.",
                rule="vote:self",
            )
        )
    case.recusals.filter(member=member).delete()
    says = f"{member.person.name} được tham gia biểu quyết {case.nomination.name}."
    write("unrecuse", says, actor=mandate.actor(), on=on, thing=case.session)


def enter_interests(session: CouncilSession, *, cases: Iterable[Case], mandate: Mandate, on: date) -> None:
    """Take out of the vote whoever the machine finds close to these cases (tự tìm người có liên quan).

    Căn cứ: không (quy ước nội bộ) - quy chế của Hội đồng.
    """
    undecided = [case for case in cases if not case.closed]
    found = interests_of(session, undecided)
    for case in undecided:
        for one in found[case.pk]:
            if one.aside:
                _put_aside(case, one.member, one.why, mandate=mandate, on=on)


@transaction.atomic
def declare_kin(
    person: Person, *, unit: Unit, name: str, relation: str, mandate: Mandate, on: date
) -> Kinship:
    """Note somebody close to a member of the council (khai người thân): the member, or the standing officer.

    No family register is held, so the name is compared with the names of nominees. Raises `Refused` without a
    name, for an unknown relation or the same name twice. Căn cứ: không (quy ước nội bộ) - quy chế của Hội
    đồng.
    """
    may_declare_kin(mandate, unit, person, on=on).require()
    if len(squeeze(name).split()) < 2 or relation not in RELATIONS:
        raise Refused(no("Ghi đủ họ tên người thân và chọn quan hệ.", rule="kin:words"))
    if Kinship.objects.filter(unit=unit, person=person, folded=fold(squeeze(name))).exists():
        raise Refused(no(f"Đã khai {squeeze(name)} là người thân của {person.name}.", rule="kin:twice"))
    kin = Kinship.objects.create(
        unit=unit, person=person, name=name, relation=relation, declared_by=str(mandate)[:250], declared_on=on
    )
    says = f"Khai người thân của {person.name} ({RELATIONS[relation]})."
    write("declare_kin", says, actor=mandate.actor(), on=on, thing=kin)
    return kin


@transaction.atomic
def forget_kin(kin: Kinship, *, mandate: Mandate, on: date) -> None:
    """Take a declared tie off (bỏ khai người thân); what was noted in sessions stays.

    Căn cứ: không (quy ước nội bộ).
    """
    may_declare_kin(mandate, kin.unit, kin.person, on=on).require()
    says = f"Bỏ khai một người thân của {kin.person.name}."
    write("forget_kin", says, actor=mandate.actor(), on=on, thing=kin)
    kin.delete()
