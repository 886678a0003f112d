"""The work of an invented plan: responsibilities, solutions, recipients on a campaign, drawn up."""

from __future__ import annotations

from datetime import date

from tests.factories.commune import Commune
from thidua.campaigns.assign import draw_up_work
from thidua.campaigns.models import Assignment, Campaign, Obligation, Task

DAY = date(2023, 3, 15)
DUTIES = (
    ("Ủy ban MTTQ, các thôn", "tổ chức ra quân, báo cáo trước ngày 20/4/2023", "VI.1"),
    ("Hội đồng Thi đua - Khen thưởng xã", "theo dõi, nhắc việc", "VI.2"),
    ("Phòng Kinh tế", "hướng dẫn các thôn đăng ký", "VI.3"),
)
SOLUTIONS = (
    ("Mỗi thôn xây dựng ít nhất 01 mô hình hoặc phần việc tiêu biểu.", "III.1"),
    ("Công chức văn hóa viết tin, bài đăng cổng thông tin và đọc trên loa truyền thanh.", "III.2"),
    ("Các thôn, cơ quan, đơn vị tự tổng kết, đề nghị khen thưởng.", "III.3"),
)
RECIPIENTS = (
    "UBND huyện Cao Sơn (b/c)",
    "Ủy ban MTTQ xã",
    "Trưởng các thôn",
    "Cán bộ, công chức xã",
    "Lưu: VT.",
)


def lay_down(campaign: Campaign) -> Campaign:
    """What the plan says: three responsibilities, three solutions, five recipients."""
    for order, (body, text, clause) in enumerate(DUTIES, start=1):
        Obligation.objects.create(
            campaign=campaign, kind="duty", order=order, body=body, text=text, clause=clause
        )
    for order, (text, clause) in enumerate(SOLUTIONS, start=1):
        Obligation.objects.create(campaign=campaign, kind="solution", order=order, text=text, clause=clause)
    campaign.recipients = list(RECIPIENTS)
    campaign.save(update_fields=["recipients"])
    return campaign


def make_work(whole: Commune, campaign: Campaign, *, on: date = DAY) -> Campaign:
    """The same, drawn up: two tasks given, one waiting; what is expected; who gets the plan."""
    draw_up_work(lay_down(campaign), mandate=whole.commune.standing, on=on)
    return campaign


def task_of(campaign: Campaign, clause: str) -> Task:
    return Task.objects.select_related("campaign__unit").get(campaign=campaign, clause=clause)


def part_of(campaign: Campaign, clause: str, unit: str) -> Assignment:
    found = Assignment.objects.select_related("task__campaign__unit", "unit")
    return found.get(task__campaign=campaign, task__clause=clause, unit__code=unit)
