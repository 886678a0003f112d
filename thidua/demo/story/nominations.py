"""Stages 6 and 7: units close and nominate; dossiers are appraised (đề nghị, thẩm định)."""

from __future__ import annotations

from datetime import date

from thidua.awards.appraise import (
    Judgement,
    conclude_eligible,
    conclude_ineligible,
    is_judged,
    open_appraisal,
    record_judgements,
    return_for_supplement,
)
from thidua.awards.models import Appraisal, Nomination
from thidua.awards.nominate import (
    NO_MATTER,
    DossierEntry,
    NewCandidate,
    confirm_report,
    draft_unit_papers,
    enter_candidate,
    file_part,
    nominate,
    save_dossier,
    submit_nomination,
)
from thidua.awards.queries.lawful import parts_of
from thidua.awards.queries.nomination import appraisals_due
from thidua.campaigns.queries.review import offered_awards, results_of, standard_to_start_from
from thidua.campaigns.review import Meeting, ReviewEntry, begin_awarding, save_review, submit_review
from thidua.campaigns.standard import draft_standard
from thidua.demo.people import scribe_of
from thidua.demo.story.histories import old_papers_are_entered
from thidua.demo.story.initiative import rest_on_initiative
from thidua.demo.story.papers import carry, carry_for
from thidua.demo.tales import Nominee, tale_of
from thidua.demo.world import Team, World
from thidua.org.models import Mandate
from thidua.vietnamese.dates import vn_date

# These units hand in the papers this software lays out; the others bring theirs on paper.
LAID_OUT_HERE = ("thon-khuoi-cap", "mttq")
FROM_ABOVE = {"R11": "Đợt thi đua thực hiện kế hoạch của cấp trên, thuộc phong trào do tỉnh phát động."}
LOOKED_AT = "Đã đối chiếu minh chứng trong hồ sơ và hỏi nơi đề nghị."


def units_nominate(world: World) -> None:
    """Stage 6 (đề nghị): the chair sets the open standard, units close, judging begins, dossiers are sent."""
    _the_chair_sets_the_standard(world)
    for pledge in tale_of(world.year).pledges:
        _close(world, world.heads[pledge.head])
    officer, day = world.commune["standing"], world.days.reviewed
    begin_awarding(world.running, mandate=officer, on=day)
    for nominee in tale_of(world.year).nominees:
        _write_dossier(world, nominee)
    old_papers_are_entered(world)
    for username in sorted({nominee.head for nominee in tale_of(world.year).nominees}):
        _hand_in(world, world.heads[username], laid_out=username in LAID_OUT_HERE)


def _the_chair_sets_the_standard(world: World) -> None:
    """Where the plan leaves a standard to the chair: a decision that starts from the criteria above."""
    officer, day = world.commune["standing"], world.days.standard
    for award in offered_awards(world.running):
        if not award.has_standard:
            texts = standard_to_start_from(award)
            paper = draft_standard(award, texts=texts, kind="quyet_dinh", mandate=officer, on=day)
            carry_for(world.commune, paper, drafter="standing", on=day)


def _close(world: World, head: Mandate) -> None:
    """The unit's own closing with its judging meeting (đơn vị tự tổng kết)."""
    campaign, unit, on = world.running, head.unit, world.days.reviewed
    results = {str(result.target.pk): result.says for result in results_of(campaign, unit)}
    meeting = Meeting(
        met_on=on,
        met_from="19:00" if unit.is_village else "14:00",
        met_to="21:00" if unit.is_village else "15:30",
        met_at="Nhà văn hóa thôn" if unit.is_village else f"Phòng họp {unit.short_name}",
        chair=head.person.name,
        secretary=scribe_of(unit.name),
        invited=31 if unit.is_village else 9,
        present=28 if unit.is_village else 9,
        minutes="Cuộc họp nghe báo cáo kết quả, bàn và nhất trí danh sách đề nghị.",
    )
    summary = f"{unit.name} đã thực hiện các việc đăng ký; không có vụ việc vi phạm pháp luật."
    learnt = tale_of(world.year).units_learnt.get(unit.name, "")
    entry = ReviewEntry(summary, results, meeting=meeting, lessons=learnt)
    review = save_review(campaign, entry=entry, unit=unit, mandate=head, on=on)
    submit_review(review, mandate=head, on=on)


def _write_dossier(world: World, nominee: Nominee) -> None:
    """Somebody is put forward, the dossier written, the report confirmed by the head of the unit."""
    head, on = world.heads[nominee.head], world.days.nominate
    award = world.running.awards.get(form=nominee.form)
    new = NewCandidate(
        nominee.recipient,
        nominee.name,
        nominee.honorific,
        nominee.position,
        birth_year=nominee.birth_year,
        ethnicity=nominee.ethnicity,
        is_direct_worker=nominee.is_direct_worker,
        is_leader=nominee.is_leader,
    )
    candidate = enter_candidate(award, new=new, unit=head.unit, mandate=head, on=on)
    nomination = nominate(award, candidate=candidate, mandate=head, on=on)
    save_dossier(nomination, entry=_entry(nomination, nominee), mandate=head, on=on)
    if nominee.initiative and not world.running.initiatives.exists():
        rest_on_initiative(world, nomination, nominee.initiative, head=head)
    confirm_report(nomination, text="Báo cáo đúng với việc đã làm.", mandate=head, on=on)


def _entry(nomination: Nomination, nominee: Nominee, more: str = "") -> DossierEntry:
    return DossierEntry(
        group=nomination.group,
        address=nomination.address,
        achievement=nominee.achievement,
        report=f"{nominee.report}\n{more}".strip(),
        achieved_from=nomination.achieved_from,
        achieved_to=nomination.achieved_to,
        open_matter=NO_MATTER,
        initiative=nominee.initiative,
        claims={claim.criterion_id: nominee.evidence for claim in nomination.claims.all()},
    )


def _hand_in(world: World, head: Mandate, *, laid_out: bool) -> None:
    """The unit's submission, minutes and reports: laid out here or brought on paper; then all is sent."""
    campaign, unit, on = world.running, head.unit, world.days.nominate
    if laid_out:
        for paper in draft_unit_papers(campaign, unit=unit, mandate=head, on=on):
            carry(paper, drafter=head, clerk=head, on=on)
    for nomination in campaign.nominations.filter(unit=unit).select_related(
        "award", "unit", "holder", "campaign"
    ):
        for part in parts_of(nomination):
            if not part.is_there:
                note = f"bản giấy nhận ngày {vn_date(on)}"
                file_part(nomination, part=part.asked.id, note=note, mandate=head, on=on)
        submit_nomination(nomination, mandate=head, on=on)


def dossiers_are_appraised(world: World) -> None:
    """Stage 7 (thẩm định): one dossier is returned for supplement, one is not eligible, all others are."""
    tale, team, on = tale_of(world.year), world.commune, world.days.appraise
    fates = {nominee.name: nominee.fate for nominee in tale.nominees}
    for nomination in appraisals_due(team["standing"], world.running):
        appraisal = _judge(nomination, team, holds=fates[nomination.name] != "ineligible", on=on)
        if fates[nomination.name] == "returned":
            points = {"section:task": tale.to_supplement}
            return_for_supplement(appraisal, points=points, mandate=team["standing"], on=on)
        elif fates[nomination.name] == "ineligible":
            conclude_ineligible(appraisal, reason=tale.reason_ineligible, mandate=team["standing"], on=on)
        else:
            conclude_eligible(appraisal, mandate=team["standing"], on=on)


def _judge(nomination: Nomination, team: Team, *, holds: bool, on: date) -> Appraisal:
    """Open the appraisal and settle what a machine cannot tell."""
    officer = team["standing"]
    appraisal = open_appraisal(nomination, mandate=officer, on=on)
    judgements = {
        finding.pk: Judgement(holds or finding.criterion_id is None, FROM_ABOVE.get(finding.rule, LOOKED_AT))
        for finding in appraisal.findings.all()
        if is_judged(finding)
    }
    record_judgements(appraisal, judgements=judgements, mandate=officer, on=on)
    return appraisal


def appraise_all(world: World, team: Team, *, on: date) -> None:
    """Every dossier that waits on a level's desk is found eligible (thẩm định ở một cấp)."""
    for nomination in appraisals_due(team["standing"], world.running):
        conclude_eligible(_judge(nomination, team, holds=True, on=on), mandate=team["standing"], on=on)


def the_returned_are_supplemented(world: World) -> None:
    """The unit adds what was asked for and sends the dossier again; it is found eligible (bổ sung hồ sơ)."""
    tale, on = tale_of(world.year), world.days.supplemented
    for nominee in tale.nominees:
        if nominee.fate == "returned":
            head = world.heads[nominee.head]
            nomination = world.running.nominations.get(name=nominee.name)
            entry = _entry(nomination, nominee, tale.supplement)
            save_dossier(nomination, entry=entry, mandate=head, on=on)
            submit_nomination(nomination, mandate=head, on=on)
    appraise_all(world, world.commune, on=on)
