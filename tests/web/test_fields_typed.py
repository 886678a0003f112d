"""Không ghi hai lần: từ bản kế hoạch đến giấy khen, cán bộ phải điền bao nhiêu ô cho mỗi người được khen.

The officers of the commune do everything on the pages, as forms stand there: the plan is put in as a file,
the units write their own dossiers. A field counts when somebody of the office had to fill it in or change it.
What a name costs is counted on one name; `make soak` fills in all forty.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.awards.dossiers import sent
from tests.factories.commune import Commune, make_commune, make_person
from tests.factories.plans import PLAN, settle_all
from tests.web.filling import Filling
from thidua.awards.models import Certificate, CouncilSession, Decision, Nomination, Submission
from thidua.awards.queries.council import attendance_of
from thidua.campaigns.models import Campaign, PlanIntake
from thidua.org.models import Installation, Mandate
from thidua.records.models import OfficialDocument

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).parents[2]
MANY = 40
PLANNED, JUDGED = date(2023, 3, 10), date(2023, 6, 5)
MOST = 6  # fields per name, all steps together
OF_A_NAME = ("thẩm định", "biểu quyết", "giấy khen")
SURNAMES, GIVEN = (
    ("Lộc", "Vi", "Chu", "Hà", "Nông"),
    ("An", "Bình", "Cường", "Dung", "Giang", "Hạnh", "Khánh", "Lan"),
)


def work(many: int) -> Counter[str]:
    """The whole work for so many names; returns the fields typed by step."""
    whole, hands = make_commune(2023), Filling()
    campaign = _launch(whole, hands)
    _units_put_forward(whole, campaign, many)
    _appraise(whole, hands)
    _meet(whole, hands, campaign)
    _submit_and_decide(whole, hands, campaign)
    _hand_over(whole, hands)
    assert Certificate.objects.exclude(handed_on=None).count() == many
    return hands.typed


def _on(day: date) -> None:
    Installation.objects.update(is_demo=True, working_day=day)


def _carry(hands: Filling, whole: Commune, paper: OfficialDocument, *, by: Mandate) -> None:
    """A drafted paper through signing, numbering and issue."""
    paper.refresh_from_db()
    page, step, clerk = reverse("paper", args=[paper.code]), "ký, cho số, phát hành", whole.commune.clerk
    hands.send(step, by, page, to=reverse("paper-send", args=[paper.code]))
    paper.refresh_from_db()
    hands.send(step, paper.signer, page, to=reverse("paper-move", args=[paper.code, "ky"]))
    hands.send(step, clerk, page, to=reverse("paper-number", args=[paper.code]))
    hands.send(step, clerk, page, to=reverse("paper-issue", args=[paper.code]))


def _launch(whole: Commune, hands: Filling) -> Campaign:
    _on(PLANNED)
    officer, upload = whole.commune.standing, SimpleUploadedFile("ke-hoach.txt", PLAN.encode())
    hands.send("kế hoạch", officer, reverse("plan-new"), upload=upload)
    intake = PlanIntake.objects.get()
    settle_all(intake, whole, on=PLANNED)  # buttons “Nhận”, “Bỏ qua”: no field
    hands.send("kế hoạch", officer, reverse("plan-accept", args=[intake.code]), short_title="Mừng 90 năm")
    campaign = Campaign.objects.get()
    hands.send("kế hoạch", officer, reverse("campaign-deadlines", args=[campaign.code]), register="31/3/2023")
    _carry(hands, whole, campaign.plan, by=officer)
    _on(date(2023, 6, 1))
    standard = reverse("award-standard", args=[campaign.code, "giay_khen_xa"])
    hands.send("tiêu chuẩn", officer, standard)
    _carry(hands, whole, OfficialDocument.objects.get(purpose="award_standard"), by=officer)
    page, begin = (
        reverse("campaign-reviews", args=[campaign.code]),
        reverse("begin-awarding", args=[campaign.code]),
    )
    hands.send("chuyển bước", officer, page, to=begin)
    campaign.refresh_from_db()
    return campaign


def _units_put_forward(whole: Commune, campaign: Campaign, many: int) -> None:
    """The village writes its dossiers and sends them: no field of the office."""
    for place in range(many):
        name = f"{SURNAMES[place % 5]} Thị {GIVEN[place // 5]}"
        sent(whole, make_person(whole.village, name, honorific="Bà"), form="giay_khen_xa", campaign=campaign)


def _appraise(whole: Commune, hands: Filling) -> None:
    _on(JUDGED)
    officer = whole.commune.standing
    for one in Nomination.objects.select_related("campaign"):
        listed, page = (
            reverse("campaign-appraisals", args=[one.campaign.code]),
            reverse("appraisal", args=[one.code]),
        )
        hands.send(
            "thẩm định", officer, listed, to=reverse("move-nomination", args=[one.code, "nhan-tham-dinh"])
        )
        hands.send("thẩm định", officer, page, all_hold="Đã xem danh sách, ảnh kèm hồ sơ.")
        hands.send(
            "thẩm định", officer, page, to=reverse("conclude-appraisal", args=[one.code, "du-dieu-kien"])
        )


def _meet(whole: Commune, hands: Filling, campaign: Campaign) -> None:
    office, secretary = whole.commune, whole.commune.secretary
    calls = reverse("plan-session", args=[campaign.code])
    led = {"chair": office.chair.person_id, "secretary": secretary.person_id}
    hands.send("phiên họp", secretary, calls, meets_on="05/6/2023", place="Phòng họp", **led)
    session = CouncilSession.objects.get()
    hands.send("phiên họp", secretary, reverse("session-agenda", args=[session.code]))
    present = {f"co_{seat.member_id}": "on" for seat in attendance_of(session)}
    hands.send("phiên họp", secretary, reverse("session-attendance", args=[session.code]), **present)
    page = reverse("session", args=[session.code])
    hands.send("phiên họp", secretary, page, to=reverse("open-session", args=[session.code]))
    for case in session.cases.order_by("order"):
        at, of = f"{page}?truong-hop={case.order}", [session.code, case.pk]
        hands.send("biểu quyết", secretary, at, to=reverse("case-move", args=[*of, "mo"]))
        hands.send("biểu quyết", secretary, at, to=reverse("case-hands", args=of), everybody="for")
        hands.send("biểu quyết", secretary, at, to=reverse("case-move", args=[*of, "chot"]))
    hands.send(
        "phiên họp", secretary, page, to=reverse("close-session", args=[session.code]), ended_at="10:30"
    )
    hands.send("phiên họp", secretary, page, to=reverse("session-paper", args=[session.code, "bien-ban"]))
    _carry(hands, whole, OfficialDocument.objects.get(purpose="council_minutes"), by=secretary)


def _submit_and_decide(whole: Commune, hands: Filling, campaign: Campaign) -> None:
    officer = whole.commune.standing
    listed, draft = (
        reverse(name, args=[campaign.code]) for name in ("campaign-submissions", "draft-submission")
    )
    hands.send("trình", officer, listed, to=draft)
    submission = Submission.objects.get()
    _carry(hands, whole, submission.document, by=officer)
    decisions = reverse("campaign-decisions", args=[campaign.code])
    hands.send("quyết định", officer, decisions, to=reverse("draft-decision", args=[submission.code]))
    _carry(hands, whole, Decision.objects.get().document, by=officer)


def _hand_over(whole: Commune, hands: Filling) -> None:
    decision, clerk = Decision.objects.get(), whole.commune.clerk
    register = reverse("award-register", args=[decision.code])
    hands.send("giấy khen", clerk, register, to=reverse("make-certificates", args=[decision.code]))
    codes = list(Certificate.objects.values_list("code", flat=True))
    hands.send("giấy khen", clerk, register, to=reverse("hand-over-chosen", args=[decision.code]), chon=codes)


def for_forty(counted: Counter[str], many: int) -> Counter[str]:
    """The count for forty names from that of a shorter list: only the steps of each name grow with it."""
    return Counter({step: n * MANY // many if step in OF_A_NAME else n for step, n in counted.items()})


def told(path: Path) -> tuple[int, ...]:
    """The numbers a README states: fields in all, names, fields per name in tenths."""
    found = re.search(
        r"(\d+) (?:fields|ô)[^.]*?(\d+) (?:awardees|người được khen)[^.]*?(\d+)[.,](\d)", path.read_text()
    )
    assert found, f"{path.name} không nêu số ô phải điền"
    total, names, whole, tenth = (int(one) for one in found.groups())
    return total, names, whole * 10 + tenth


def require_told(counted: Counter[str]) -> None:
    """Both READMEs state the count, and it is under six a name."""
    total = counted.total()
    print(f"{total} ô cho {MANY} người được khen: {dict(counted)}")  # noqa: T201
    assert total < MOST * MANY
    wanted = (total, MANY, round(total * 10 / MANY))
    assert {name: told(ROOT / name) for name in ("README.md", "README.vi.md")} == dict.fromkeys(
        ("README.md", "README.vi.md"), wanted
    )


def test_the_readme_says_how_many_fields_forty_names_cost() -> None:
    require_told(for_forty(work(1), 1))


@pytest.mark.long
def test_forty_names_filled_in_cost_what_the_readme_says() -> None:
    require_told(work(MANY))
