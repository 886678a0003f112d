"""Who takes no part in a case learns its count at no address: every door is opened as such a member.

All doors in the long run; test_every_door tries some of them in the world it has made anyway. A member and
the secretary take no part in every case of one more session; all doors that lead to a session, its cases,
nominations and papers are then tried with the things of that session, the others as they are.
"""

import html
import io
import zipfile

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.awards.meetings import hands
from tests.awards.session_story import DAY, eligible
from tests.factories.commune import make_person
from tests.web.doors import DOORS
from tests.web.everything import make_everything
from thidua.awards import deliberate
from thidua.awards.queries.council import attendance_of
from thidua.paper.pdf import pdf_words

BACKEND = "thidua.web.login.NameOrTelephoneBackend"
ASIDE = ("member", "secretary")


def one_more_session(everything):
    """Two cases with a count nothing else has, closed, the minutes drafted by the standing officer."""
    whole, of = everything.whole, everything.of
    office = whole.commune
    people = [make_person(whole.village, f"Vi Thị Kín {place}") for place in "AB"]
    nominations = [eligible(whole, of.judging, one) for one in people]
    meeting = deliberate.Meeting(DAY, "Phòng họp", office.chair.person, office.secretary.person)
    session = deliberate.plan_session(of.judging, meeting=meeting, mandate=office.secretary, on=DAY)
    deliberate.table_nominations(session, nominations=nominations, mandate=office.secretary, on=DAY)
    members = [seat.member for seat in attendance_of(session)]
    deliberate.mark_attendance(session, present=members, mandate=office.secretary, on=DAY)
    deliberate.open_session(session, mandate=office.secretary, on=DAY)
    kept_out = [one for one in members if one.person_id in {office.mandates[r].person_id for r in ASIDE}]
    for case in session.cases.all():
        for member in kept_out:
            deliberate.recuse(case, member=member, why="thân thích", mandate=office.chair, on=DAY)
        deliberate.open_case(case, mandate=office.chair, on=DAY)
        deliberate.record_votes(
            case,
            choices=hands(case, ["for", "for", "for", "abstain", "against"]),
            mandate=office.chair,
            on=DAY,
        )
        deliberate.close_case(case, mandate=office.chair, on=DAY)
    return session


def lead_to(of, session):
    """What the doors open is now the new session, wherever it has such a thing."""
    case = session.cases.first()
    for name in ("hands", "planned", "closed", "ballots"):
        setattr(of, name, session)
    for name in ("case", "next_case", "ballot_case"):
        setattr(of, name, case)
    for name in ("written", "sent", "appraised", "above"):
        setattr(of, name, case.nomination)


def words_of(answer: HttpResponse) -> str:
    """What a reader finds in an answer, in a page, a PDF, a DOCX or a sheet alike."""
    data = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if data.startswith(b"%PDF"):
        return " ".join(pdf_words(data))
    if data.startswith(b"PK"):
        packed = zipfile.ZipFile(io.BytesIO(data))
        return " ".join(packed.read(name).decode(errors="ignore") for name in packed.namelist())
    return html.unescape(data.decode(errors="ignore"))


def read_by(everything, role, doors):
    """Everything this person finds behind the doors, by the name of the door."""
    client = Client(raise_request_exception=False)
    client.force_login(everything.people[role], backend=BACKEND)
    found = {}
    for door in doors:
        address = reverse(door.name, args=door.args(everything.of))
        found[door.name] = words_of(client.get(address + door.query.format(**vars(everything.of))))
    return found


def told_behind(everything, doors=DOORS, *, moments=("open", "closed"), roles=(*ASIDE, "chair")):
    """The doors at which the count of a case is read, by role and moment: the members kept out, and the chair
    who is not.
    """
    session = one_more_session(everything)
    case, of, office = session.cases.first(), everything.of, everything.whole.commune
    secrets = [case.says, f"{case.count_for} trên {case.base}", f"{case.count_for}/{case.base} thành viên"]
    assert secrets[1:] == ["3 trên 5", "3/5 thành viên"]
    lead_to(of, session)
    tried, found = [door for door in doors if not (door.only_post or door.is_public)], {}
    for moment in moments:
        if moment == "closed":
            deliberate.close_session(session, ended_at="11:00", mandate=office.chair, on=DAY)
            minutes = deliberate.draft_minutes(session, mandate=office.standing, on=DAY)
            of.paper = dict.fromkeys(of.paper, minutes)
        for role in roles:
            pages = read_by(everything, role, tried)
            found[role, moment] = {
                name for name, page in pages.items() if any(words in page for words in secrets)
            }
    return found


@pytest.mark.long
@pytest.mark.django_db
def test_the_count_of_a_case_stands_nowhere_for_those_who_took_no_part():
    found = told_behind(make_everything())
    kept_out = {(role, moment): set() for role in ASIDE for moment in ("open", "closed")}
    assert {key: found[key] for key in kept_out} == kept_out
    assert "session" in found["chair", "open"], "the one who may know it does read it"
    assert {"session", "nomination", "paper-file"} <= found["chair", "closed"]
