"""From the council's session to the decision, carried by the verbs (từ phiên họp đến quyết định)."""

from datetime import date

from tests.factories.commune import CommitteeOffice, Commune
from thidua.awards import deliberate
from thidua.awards.decide import draft_decision, issue_decision
from thidua.awards.deliberate import Meeting
from thidua.awards.models import CouncilSession, Decision, Nomination, Submission
from thidua.awards.queries.council import attendance_of
from thidua.awards.submit import draft_submission, issue_submission
from thidua.campaigns.models import Campaign
from thidua.journal.lifecycle import advance
from thidua.journal.rows import short_code
from thidua.records.issue import give_number, issue
from thidua.records.models import OfficialDocument
from thidua.records.sign import send_for_signature, sign

DAY = date(2023, 6, 5)


def eligible(
    whole: Commune, campaign: Campaign, candidate, *, form="giay_khen_xa", state="eligible"
) -> Nomination:
    """A nomination of a village found eligible by the commune."""
    kind = {"person": "individual"}.get(candidate._meta.model_name, candidate._meta.model_name)
    return Nomination.objects.create(
        campaign=campaign,
        award=campaign.awards.get(form=form),
        unit=whole.village,
        holder=whole.commune.unit,
        code=short_code(),
        recipient=kind,
        name=candidate.name,
        address="Thôn Khuổi Cáp",
        achievement="Vận động 62 hộ phân loại rác",
        state=state,
        governed_on=DAY,
        **{candidate._meta.model_name: candidate},
    )


def issued(paper: OfficialDocument, office: CommitteeOffice, *, by=None, on: date = DAY) -> OfficialDocument:
    """A drafted paper sent, signed, numbered and issued by whoever drafts papers of its kind (`by`,
    standing).
    """
    drafter = by or office.standing
    send_for_signature(paper, mandate=drafter, on=on)
    sign(paper, mandate=paper.signer, on=on)
    give_number(paper, day=on, mandate=office.clerk, on=on)
    issue(paper, mandate=office.clerk, on=on)
    return paper


def numbered(paper: OfficialDocument, office: CommitteeOffice, *, on: date = DAY) -> OfficialDocument:
    """A drafted paper sent, signed and numbered: the clerk's next step is to issue it."""
    send_for_signature(paper, mandate=office.standing, on=on)
    sign(paper, mandate=paper.signer, on=on)
    give_number(paper, day=on, mandate=office.clerk, on=on)
    return paper


def held(campaign, nominations, office: CommitteeOffice, *, on: date = DAY, choice="for") -> CouncilSession:
    """A session that voted on all of them, closed, with its minutes issued."""
    meeting = Meeting(on, "Phòng họp", office.chair.person, office.secretary.person)
    session = deliberate.plan_session(campaign, meeting=meeting, mandate=office.secretary, on=on)
    deliberate.table_nominations(session, nominations=nominations, mandate=office.secretary, on=on)
    members = [seat.member for seat in attendance_of(session)]
    deliberate.mark_attendance(session, present=members, mandate=office.secretary, on=on)
    deliberate.open_session(session, mandate=office.secretary, on=on)
    for case in session.cases.select_related("session__unit", "nomination__award"):
        deliberate.open_case(case, mandate=office.secretary, on=on)
        votes = {member.pk: choice for member in members}
        deliberate.record_votes(case, choices=votes, mandate=office.secretary, on=on)
        deliberate.close_case(case, mandate=office.secretary, on=on)
    deliberate.close_session(session, ended_at="10:30", mandate=office.secretary, on=on)
    minutes = deliberate.draft_minutes(session, mandate=office.secretary, on=on)
    issued(minutes, office, by=office.secretary, on=on)
    return session


def sent(
    session: CouncilSession, office: CommitteeOffice, *, form="giay_khen_xa", on: date = DAY
) -> Submission:
    """The tờ trình for one form, issued: presented to the chair, or one level up."""
    submission = draft_submission(session, form=form, mandate=office.standing, on=on)
    issue_submission(numbered(submission.document, office, on=on), mandate=office.clerk, on=on)
    submission.refresh_from_db()
    return submission


def decided(submission: Submission, office: CommitteeOffice, *, on: date = DAY) -> Decision:
    """The chair's decision, issued."""
    decision = draft_decision(submission, mandate=office.standing, on=on)
    issue_decision(numbered(decision.document, office, on=on), mandate=office.clerk, on=on)
    decision.refresh_from_db()
    return decision


def appraised_above(nomination: Nomination, office: CommitteeOffice, *, on: date = DAY) -> Nomination:
    """What came up, found eligible by the office above."""
    nomination.refresh_from_db()
    advance(
        nomination, "eligible", actor=office.standing.actor(), on=on, verb="appraise", says="Đủ điều kiện."
    )
    return nomination
