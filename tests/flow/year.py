"""A year in the office: the story told stage by stage, and what is on file after each."""

from collections.abc import Callable

from thidua.awards.models import Appraisal, Certificate, CouncilSession, Decision, Nomination, Submission
from thidua.campaigns.models import Campaign, PlanIntake, ProgressEntry, Registration, RoleModel
from thidua.demo.build import Wanted, settle_on
from thidua.demo.story import STAGES
from thidua.demo.story.office import set_up_offices
from thidua.demo.world import World
from thidua.journal.models import JournalEntry
from thidua.journal.verify import first_broken_line
from thidua.org.models import Installation
from thidua.publicity.models import Announcement
from thidua.records.documents import file_of_paper, findings_of, findings_of_file
from thidua.records.models import OfficialDocument
from thidua.vietnamese.dates import vn_date

Minutes = dict[str, Callable[[World], None]]

# What is on file once a stage was reached, and never before.
ON_FILE = {
    "intake": lambda: PlanIntake.objects.exclude(campaign=None),
    "launch": lambda: Campaign.objects.exclude(state="draft"),
    "register": lambda: Registration.objects.filter(state="accepted"),
    "track": lambda: ProgressEntry.objects.all(),
    "discover": lambda: RoleModel.objects.filter(state="published"),
    "nominate": lambda: Nomination.objects.exclude(state="draft"),
    "appraise": lambda: Appraisal.objects.exclude(concluded_on=None),
    "deliberate": lambda: CouncilSession.objects.filter(state="closed"),
    "submit": lambda: Submission.objects.exclude(sent_on=None),
    "decide": lambda: Decision.objects.filter(state="issued"),
    "certify": lambda: Certificate.objects.exclude(handed_on=None),
    "announce": lambda: Announcement.objects.filter(state="published"),
    "conclude": lambda: Campaign.objects.filter(state="closed"),
}


def stages_reached() -> list[str]:
    """The stages whose traces are on file."""
    return [stage for stage, rows in ON_FILE.items() if rows().exists()]


def hold_the_year(year: int, minutes: Minutes) -> dict[str, str]:
    """Tell the story, read the minutes after each stage; returns the working day after each."""
    world, days = set_up_offices(year), {}
    for number, (stage, tell) in enumerate(STAGES.items(), start=1):
        tell(world)
        settle_on(world, Wanted(year, stage))
        assert stages_reached() == list(STAGES)[:number]
        minutes[stage](world)
        days[stage] = vn_date(Installation.objects.get().working_day)
    assert first_broken_line() is None
    assert faults_of_our_papers() - NOT_OURS == set()
    assert list(JournalEntry.objects.order_by("number").values_list("on", flat=True)) == sorted(
        JournalEntry.objects.values_list("on", flat=True)
    )
    return days


def papers(purpose: str) -> list[str]:
    """The numbers of the issued papers of a purpose, in the order they were drafted."""
    issued = OfficialDocument.objects.filter(purpose=purpose, state="issued").order_by("id")
    return [f"{paper.unit.short_name}: {paper.number_text}, {vn_date(paper.day)}" for paper in issued]


def states_of_nominations() -> dict[str, int]:
    """How many nominations are in which state."""
    found = Nomination.objects.order_by("state").values_list("state", flat=True)
    return {state: list(found).count(state) for state in dict.fromkeys(found)}


def money_decided() -> dict[str, dict[str, int]]:
    """The prize money of each decision by recipient, in the order of the list."""
    return {
        decision.form: {item.name: item.amount for item in decision.items.all()}
        for decision in Decision.objects.order_by("decided_on")
    }


# The plan keeps the words of the plan that was read.
NOT_OURS = {("campaign_plan", "people-capital")}


def faults_of_our_papers() -> set[tuple[str, str]]:
    """What the decree would fault in any paper of the year: as a value, as a Word file, as a PDF."""
    ours = OfficialDocument.objects.filter(origin="ours").exclude(state__in=("draft", "cancelled"))
    return {
        (document.purpose, one.rule)
        for document in ours
        for one in (
            *findings_of(document),
            *findings_of_file(file_of_paper(document, "docx")),
            *findings_of_file(file_of_paper(document, "pdf")),
        )
    }
