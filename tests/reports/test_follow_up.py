"""What the reports say of reminders, visits, targets and the pulse, from the data."""

from datetime import date
from decimal import Decimal

import pytest

from tests.factories.printed import require_flawless
from thidua.campaigns.register import RegistrationEntry, TargetEntry, save_registration, submit_registration
from thidua.campaigns.track import Nudge, ProgressReport, draft_reminder, nudge, report_progress
from thidua.campaigns.visit import (
    Remedy,
    VisitPlan,
    VisitRecord,
    plan_inspections,
    record_inspection,
    settle_requirement,
)
from thidua.reports.breakdown import content_rows
from thidua.reports.documents import interim_paper
from thidua.reports.follow_up import followed_up, letters_of, pulse_says
from thidua.reports.missing import missing_in

pytestmark = pytest.mark.django_db
DAY = date(2023, 4, 20)


def test_nothing_is_said_where_nothing_was(whole, campaign):
    assert (list(followed_up(campaign)), letters_of(campaign)) == ([], 0)


@pytest.fixture
def followed(whole, campaign):
    """Reminded by a letter, a message and in the group; a visit with two requirements, one done; a target."""
    officer = {"mandate": whole.commune.standing, "on": DAY}
    draft_reminder(campaign, missing="report", units=whole.villages, signer=whole.commune.chair, **officer)
    nudge(campaign, words=Nudge("Xin báo tin", ("message", "zalo")), units=[whole.village], **officer)
    plan = VisitPlan(DAY, "Sổ", "Bà Mai")
    visit = plan_inspections(campaign, plan=plan, units=[whole.village], **officer)[0]
    demands = (("Lập sổ", DAY), ("Gửi ảnh", date(2023, 5, 2)))
    record_inspection(visit, record=VisitRecord(DAY, "Tốt", demands=demands), **officer)
    remedy = Remedy("Đã lập", DAY, "điện thoại")
    settle_requirement(visit.demands.first(), remedy=remedy, **officer)
    head = {"mandate": whole.head(whole.village), "on": DAY}
    targets = tuple(
        TargetEntry(campaign.contents.get(order=1), text, Decimal(3), "ha")
        for text in ("Trồng rừng", "Làm cỏ")
    )
    entry = RegistrationEntry(targets, "", "")
    found = save_registration(campaign, entry=entry, unit=whole.village, **head)
    submit_registration(found, **head)
    report = ProgressReport("Đã trồng", found.targets.get(text="Trồng rừng"), None, Decimal(3))
    report_progress(campaign, report=report, unit=whole.village, **head)
    return campaign


def test_the_reports_count_letters_calls_and_visits(followed):
    assert letters_of(followed) == 1
    assert list(followed_up(followed)) == [
        "Ngoài công văn, đã nhắc trực tiếp 02 lượt đơn vị (nhắn trên phần mềm 01, nhắn qua Zalo 01).",
        "Đã kiểm tra 01 cuộc; ra 02 yêu cầu, đơn vị đã khắc phục 01.",
    ]
    content = content_rows(followed)[0]
    assert (content.units, content.targets, content.told, content.reached, content.reports) == (1, 2, 1, 1, 1)
    heard, silent = pulse_says(followed, on=DAY)
    assert heard == "Đến ngày báo cáo, 01 trên 04 đơn vị có tin trong 15 ngày gần nhất."
    assert silent == (
        "Đơn vị cần giúp, đã lâu chưa có tin: thôn Bản Vàng, Ủy ban Mặt trận Tổ quốc xã Nà Lâm, "
        "Trường Tiểu học Nà Lâm."
    )
    owed = [(one.what, one.who) for one in missing_in(followed, on=DAY)]
    assert ("Yêu cầu sau kiểm tra chưa xong: Gửi ảnh", "thôn Khuổi Cáp") in owed


def test_the_interim_report_says_it_whole(whole, followed):
    paper = interim_paper(followed, tasks="Làm tiếp", signer=whole.commune.chair, on=DAY)
    require_flawless(paper)
    words = " ".join(paper.words())
    assert "Đã kiểm tra 01 cuộc" in words
    assert "Kết quả theo nội dung thi đua:" in words
