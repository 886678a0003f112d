"""Doors to the secret ballot (tra cứu vòng bỏ phiếu kín): what was agreed, who is awaited, the table."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import asdict, dataclass, fields
from fractions import Fraction
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from thidua.awards.models import Attendance, Ballot, BallotRound, Case, CouncilSession, Recusal, Turnout
from thidua.awards.queries.council import attendance_of, rule_of, session_for
from thidua.awards.queries.recusal import settings_of, withheld_from
from thidua.law.procedure import CouncilRule
from thidua.org.models import Mandate
from thidua.vietnamese.text import nfc

FEWEST = 3


@dataclass(frozen=True)
class AgreedCase:
    """One case as it stood when the round was opened (trường hợp lúc mở hòm phiếu)."""

    case: UUID
    number: int
    name: str
    award: str
    voters: frozenset[UUID]
    recused: int
    rule: CouncilRule


@dataclass(frozen=True)
class Agreed:
    """What was agreed at the opening of a round (điều chốt khi mở hòm phiếu), read from its text."""

    members: int
    cases: tuple[AgreedCase, ...]

    @cached_property
    def voters(self) -> frozenset[UUID]:
        """All who may vote on at least one case."""
        return frozenset().union(*(one.voters for one in self.cases))

    def cases_for(self, member: UUID) -> tuple[AgreedCase, ...]:
        """The cases on which one member votes, without those the member steps aside in."""
        return tuple(one for one in self.cases if member in one.voters)


def canonical(said: dict[str, Any]) -> str:
    """The one way to write what was agreed (JSON chuẩn tắc): sorted names, no spaces, composed letters."""
    return nfc(json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str))


def seal_of(text: str) -> str:
    """The seal over a text (dấu niêm phong): SHA-256 of its UTF-8 letters, as sha256sum prints it."""
    return hashlib.sha256(text.encode()).hexdigest()


def agreement(session: CouncilSession, cases: list[Case], *, number: int, keeps_codes: bool) -> str:
    """Voters, cases and rules as they stand now (điều cần chốt), as canonical text."""
    names = {str(seat.member_id): seat.sitting.name for seat in voting_seats(session)}
    stood = [_case(case, set(names)) for case in cases]
    called = {voter for one in stood for voter in one["voters"]}
    return canonical(
        {
            "session": session.code,
            "day": session.meets_on.isoformat(),
            "round": number,
            "members": session.attendance.count(),
            "voters": {key: name for key, name in names.items() if key in called},
            "cases": stood,
            "keeps_codes": keeps_codes,
        }
    )


def voting_seats(session: CouncilSession) -> list[Attendance]:
    """The places whose voice counts in the room (chỗ được bỏ phiếu): members present, and who sits for one
    where the working rules let a substitute vote.
    """
    may_sit = settings_of(session).substitutes
    return [seat for seat in attendance_of(session) if seat.present and (may_sit or seat.substitute is None)]


def _case(case: Case, present: set[str]) -> dict[str, Any]:
    aside = {str(pk) for pk in Recusal.objects.filter(case=case).values_list("member_id", flat=True)}
    return {
        "case": str(case.pk),
        "number": case.order,
        "name": case.nomination.name,
        "award": case.nomination.award.title,
        "voters": sorted(present - aside),
        "recused": len(aside),
        "rule": asdict(rule_of(case)),
    }


def agreed_in(text: str) -> Agreed:
    """Read the canonical text back (đọc lại điều đã chốt)."""
    said = json.loads(text)
    cases = tuple(
        AgreedCase(
            case=UUID(one["case"]),
            number=one["number"],
            name=one["name"],
            award=one["award"],
            voters=frozenset(map(UUID, one["voters"])),
            recused=one["recused"],
            rule=_rule(one["rule"]),
        )
        for one in said["cases"]
    )
    return Agreed(said["members"], cases)


def _rule(said: dict[str, Any]) -> CouncilRule:
    """The rule with its shares as fractions again; JSON holds them as “2/3”."""
    shares = {field.name for field in fields(CouncilRule) if "Fraction" in str(field.type)}
    values: dict[str, Any] = {
        name: Fraction(value) if name in shares else value for name, value in said.items()
    }
    return CouncilRule(**values)


def round_running(session: CouncilSession) -> BallotRound | None:
    """The round that is open now (vòng đang mở), or None."""
    return BallotRound.objects.select_related("session__unit").filter(session=session, ending="").first()


def rounds_of(session: CouncilSession) -> list[BallotRound]:
    """All rounds of a session in their order (các vòng)."""
    return list(BallotRound.objects.select_related("session").filter(session=session))


def has_counted(session: CouncilSession) -> bool:
    """True once a secret round of the session has shown its ballots (đã có vòng đếm phiếu)."""
    return BallotRound.objects.filter(session=session, ending="counted").exists()


def is_frozen(case: Case) -> bool:
    """True while a secret round runs on this case: nobody joins it, leaves it or changes its rule."""
    return BallotRound.objects.filter(cases=case, ending="").exists()


def turnout_of(found: BallotRound) -> list[Turnout]:
    """Who may vote in a round, in the order of the council, and who has (đã bỏ phiếu, chưa bỏ phiếu)."""
    return list(found.turnout.select_related("person"))


def own_turnout(found: BallotRound, mandate: Mandate) -> Turnout | None:
    """The line of the one who asks (lượt của tôi), or None for who does not vote in this round."""
    lines = Turnout.objects.select_related("member")
    return lines.filter(round=found, person_id=mandate.person_id).first()


def round_for(mandate: Mandate, code: str, number: int) -> BallotRound:
    """One round of a session the mandate may see, or `BallotRound.DoesNotExist`."""
    session = session_for(mandate, code)
    return BallotRound.objects.select_related("session__unit").get(session=session, number=number)


def undecided_in(session: CouncilSession) -> QuerySet[Case]:
    """The cases without a result (chưa có kết quả): what a new round may vote on."""
    return session.cases.filter(closed=False).select_related("nomination__award")


@dataclass(frozen=True)
class CaseBallots:
    """The opened ballots of one case (phiếu đã mở của một trường hợp), sorted by their codes."""

    case: Case
    ballots: tuple[Ballot, ...]
    is_withheld: bool

    @property
    def says(self) -> str:
        """The ballots counted once more, in words (đếm lại)."""
        counts = Counter(ballot.get_choice_display() for ballot in self.ballots)
        named = ", ".join(f"{number} {name}" for name, number in counts.most_common())
        return f"{len(self.ballots)} phiếu: {named}."


def ballots_shown(found: BallotRound, mandate: Mandate) -> list[CaseBallots]:
    """The printed table of a counted round (bảng phiếu): for each case code and choice.

    Who stepped aside in a case does not see its ballots.
    """
    aside = withheld_from(mandate, found.session)
    opened: dict[UUID, list[Ballot]] = {}
    for ballot in found.ballots.all():
        opened.setdefault(ballot.case_id, []).append(ballot)
    return [
        CaseBallots(
            case, () if case.pk in aside else tuple(opened.get(case.pk, ())), is_withheld=case.pk in aside
        )
        for case in found.cases.select_related("nomination__award")
    ]
