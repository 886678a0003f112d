"""The minutes of 2023: a commune below a district carries a campaign from its plan to the closing report."""

from datetime import date

import pytest

from tests.flow.year import hold_the_year, money_decided, papers, states_of_nominations
from thidua.awards.models import (
    Case,
    Certificate,
    CouncilSession,
    Nomination,
    Payment,
    Recusal,
    Submission,
    Vote,
)
from thidua.campaigns.models import Campaign, Lead, Registration, RoleModel
from thidua.campaigns.queries.work import units_owing_tasks, units_without_receipt
from thidua.journal.models import JournalEntry
from thidua.paper.model import Document
from thidua.publicity.models import Announcement, Broadcast
from thidua.records.models import Message, OfficialDocument

WORKING_DAYS = {
    "intake": "14/3/2023",
    "launch": "16/3/2023",
    "register": "31/3/2023",
    "track": "12/5/2023",
    "discover": "23/5/2023",
    "nominate": "05/6/2023",
    "appraise": "06/6/2023",
    "deliberate": "09/6/2023",
    "submit": "12/6/2023",
    "decide": "15/6/2023",
    "certify": "16/6/2023",
    "announce": "19/6/2023",
    "conclude": "21/6/2023",
}


@pytest.mark.django_db
def test_the_year_2023() -> None:
    assert hold_the_year(2023, MINUTES) == WORKING_DAYS


def march_13_the_plan_is_read(world) -> None:
    campaign = Campaign.objects.get()
    assert (campaign.state, campaign.starts, campaign.ends) == ("draft", None, date(2023, 5, 31))
    assert campaign.celebrated_on == date(2023, 6, 15)
    assert (campaign.contents.count(), campaign.obligations.filter(kind="solution").count()) == (6, 5)
    assert "thế trận quốc phòng" in campaign.contents.get(order=5).text
    awards = list(campaign.awards.values_list("form", "level", "delegated", "clause"))
    assert awards == [
        ("giay_khen_xa", "xa", True, "V.2.1.1"),
        ("giay_khen_huyen", "huyen", False, "V.2.1.2"),
        ("bang_khen_tinh", "tinh", False, "V.2.2"),
    ]
    assert campaign.plan.state == "draft"


def march_15_the_chair_signs_and_the_campaign_opens(world) -> None:
    campaign = world.running
    assert (campaign.state, campaign.starts) == ("open", date(2023, 3, 15))
    assert papers("campaign_plan") == ["xã Nà Lâm: 53/KH-UBND, 15/3/2023"]
    assert campaign.plan.signer_words == "CHỦ TỊCH Lương Quốc Thịnh"
    assert len(campaign.plan.pdf_sha256) == 64
    due = dict(campaign.deadlines.values_list("kind", "day"))
    assert (due["register"], due["ceremony"]) == (date(2023, 3, 31), date(2023, 6, 15))
    tasks = [(task.clause, task.state, task.assignments.count()) for task in campaign.tasks.all()]
    assert tasks == [("VI.1", "given", 14), ("VI.2", "given", 1)]
    assert campaign.parent_plan.name.startswith("Đợt thi đua đặc biệt chào mừng")


def march_30_sixteen_of_eighteen_have_registered(world) -> None:
    assert Registration.objects.filter(state="accepted").count() == 16
    assert not Registration.objects.filter(unit__name__in=["Thôn Lũng Phia", "Thôn Cốc Mòn"]).exists()
    khuoi_cap = Registration.objects.get(unit__name="Thôn Khuổi Cáp")
    goals = [(target.text, int(target.goal), target.measure) for target in khuoi_cap.targets.all()]
    assert goals == [("Bê tông hóa đường nội thôn", 400, "mét"), ("Hộ hiến đất làm đường", 9, "hộ")]


def may_11_the_two_silent_villages_were_reminded_twice(world) -> None:
    assert papers("reminder") == ["xã Nà Lâm: 01/HĐTĐKT, 04/4/2023", "xã Nà Lâm: 02/HĐTĐKT, 11/5/2023"]
    told = Message.objects.filter(purpose="reminder").order_by("to_unit__name")
    by_letter = [message.to_unit.name for message in told if message.document_id]
    assert by_letter == ["Thôn Cốc Mòn", "Thôn Cốc Mòn", "Thôn Lũng Phia", "Thôn Lũng Phia"]
    assert [message.to_unit.name for message in told if not message.document_id] == [
        "Thôn Cốc Mòn", "Thôn Lũng Phia",
    ]  # fmt: skip
    silent = {unit.name for unit in units_without_receipt(world.running)}
    assert silent == {unit.name for unit in units_owing_tasks(world.running, on=date(2023, 5, 11))}
    assert silent == {"Thôn Cốc Mòn", "Thôn Lũng Phia"}
    late = Registration.objects.get(unit__name="Thôn Lũng Phia")
    assert (late.state, late.how) == ("accepted", "nhận bản giấy ngày 10/4/2023")
    assert set(world.running.progress.values_list("on", flat=True)) == {date(2023, 5, 8)}
    assert world.running.progress.values("unit").distinct().count() == 16


def may_22_a_good_deed_becomes_a_role_model(world) -> None:
    assert [(lead.who, lead.how) for lead in Lead.objects.filter(state="joined")] == [
        ("Anh Chu Văn Nhất", "nhận phiếu giấy, ngày 18/5/2023")
    ]
    states = dict(Lead.objects.exclude(state="joined").values_list("who", "state"))
    assert states == {
        "Anh Chu Văn Nhất": "profiled",
        "Bà Hoàng Thị Slao": "verified",
        "Em Bàn Thị Sính": "new",
        "Một người ở thôn": "rejected",
    }
    role_model = RoleModel.objects.get()
    assert (role_model.state, role_model.name) == ("published", "Chu Văn Nhất")
    assert role_model.consent.person_name == "Chu Văn Nhất"
    assert JournalEntry.objects.filter(verb="report_good_deed", actor_kind="visitor").count() == 4


def june_2_twelve_are_put_forward(world) -> None:
    assert world.running.state == "reviewing"
    assert papers("award_standard") == ["xã Nà Lâm: 54/QĐ-UBND, 24/5/2023"]
    assert states_of_nominations() == {"submitted": 12}
    assert {nomination.holder.short_name for nomination in Nomination.objects.all()} == {"xã Nà Lâm"}
    # Ten working days after Friday 2 June.
    assert set(Nomination.objects.values_list("due_on", flat=True)) == {date(2023, 6, 16)}
    forms = list(Nomination.objects.values_list("award__form", flat=True))
    assert [forms.count(form) for form in ("giay_khen_xa", "giay_khen_huyen", "bang_khen_tinh")] == [5, 4, 3]
    assert papers("unit_minutes") == ["MTTQ xã: 01/BB-MTTQ, 02/6/2023", "Thôn Khuổi Cáp: 01/BB, 02/6/2023"]


def june_5_one_is_returned_and_one_is_not_eligible(world) -> None:
    assert states_of_nominations() == {"eligible": 10, "ineligible": 1, "returned": 1}
    returned, refused = Nomination.objects.get(state="returned"), Nomination.objects.get(state="ineligible")
    assert returned.name == "Lương Thị Diệp"
    assert returned.remark.startswith(
        "Báo cáo: Việc được giao hoặc tự nhận: Ghi rõ số học sinh từng điểm trường"
    )
    assert (refused.name, refused.remark) == (
        "Hoàng Văn Điềm",
        "Công trình chưa hoàn thành trong thời gian thi đua (14 trên 20 cột, chưa có điện).",
    )


def june_8_the_council_meets(world) -> None:
    session = CouncilSession.objects.get()
    assert (session.state, session.meets_on, session.attendance.count()) == ("closed", date(2023, 6, 8), 9)
    assert states_of_nominations() == {"ineligible": 1, "passed": 11}
    recusal = Recusal.objects.get()
    assert (recusal.member.person.name, recusal.case.nomination.name) == ("Nông Thị Thắm", "Nông Văn Hinh")
    assert (recusal.case.base, recusal.case.needed, recusal.case.count_for) == (8, 6, 8)
    others = set(Case.objects.exclude(pk=recusal.case.pk).values_list("base", flat=True))
    assert others == {9}
    written = set(Vote.objects.filter(in_writing=True).values_list("member__person__name", flat=True))
    assert written == {"Phùng Thị Kiều"}
    assert papers("invitation") == ["xã Nà Lâm: 03/GM-HĐTĐKT, 06/6/2023"]
    assert papers("council_minutes") == ["xã Nà Lâm: 04/BB-HĐTĐKT, 08/6/2023"]


def june_9_one_submission_per_form_goes_one_level_up(world) -> None:
    way = {one.form: (one.to_unit.short_name, one.items.count()) for one in Submission.objects.all()}
    assert way == {
        "giay_khen_xa": ("xã Nà Lâm", 4),
        "giay_khen_huyen": ("huyện Cao Sơn", 4),
        "bang_khen_tinh": ("huyện Cao Sơn", 3),
    }
    assert states_of_nominations() == {"ineligible": 1, "presented": 4, "submitted": 7}


def june_14_every_level_has_decided(world) -> None:
    assert papers("award_decision") == [
        "xã Nà Lâm: 57/QĐ-UBND, 12/6/2023",
        "huyện Cao Sơn: 213/QĐ-UBND, 13/6/2023",
        "tỉnh Lạng Bình: 655/QĐ-UBND, 14/6/2023",
    ]
    assert states_of_nominations() == {"decided": 11, "ineligible": 1}
    # 0,15 x 1.490.000 = 223.500, rounded up; a collective twice that; a household as a person.
    assert money_decided()["giay_khen_xa"] == {
        "Chi hội Phụ nữ thôn Khuổi Cáp": 450_000,
        "Nông Thị Hiên": 230_000,
        "Lộc Văn Tài": 230_000,
        "Hộ ông Đàm Văn Xuân": 230_000,
    }
    assert sum(money_decided()["giay_khen_huyen"].values()) == 900_000 + 3 * 450_000
    assert list(money_decided()["bang_khen_tinh"].values()) == [2_980_000, 1_490_000, 1_490_000]
    decision = OfficialDocument.objects.get(purpose="award_decision", unit=world.commune.unit)
    signature = Document.from_json(decision.content).signature
    assert (signature.authority, signature.role) == ("", "CHỦ TỊCH")
    assert [one.state for one in Submission.objects.all()] == ["answered"] * 6
    assert papers("tally_sheet") == ["huyện Cao Sơn: 02/BB-HĐTĐKT, 12/6/2023"]


def june_15_certificates_are_handed_over_and_money_is_paid(world) -> None:
    numbers = Certificate.objects.order_by("item__decision__decided_on", "item__order")
    assert [one.gold_number for one in numbers] == [*"1234", *"1234", *"123"]
    assert set(numbers.values_list("handed_on", flat=True)) == {date(2023, 6, 15)}
    assert len({len(one.code) for one in numbers}) == 1
    paid = Payment.objects.filter(unit=world.commune.unit)
    assert (sum(payment.amount for payment in paid), paid.filter(paid_on=None).count()) == (1_140_000, 0)
    listed = OfficialDocument.objects.get(purpose="payment_list", unit=world.commune.unit)
    assert "Một triệu một trăm bốn mươi nghìn đồng" in str(listed.content)


def june_16_the_news_is_out_and_was_read_on_the_loudspeakers(world) -> None:
    news = Announcement.objects.get()
    assert (news.state, news.published_on) == ("published", date(2023, 6, 16))
    assert [slot.hour for slot in Broadcast.objects.get().slots.filter(state="aired")] == ["05:30", "17:30"]


def june_20_the_closing_report_closes_the_campaign(world) -> None:
    assert papers("closing_report") == ["xã Nà Lâm: 61/BC-UBND, 20/6/2023"]
    campaign = world.running
    assert campaign.state == "closed"
    said = str(campaign.closing_paper.content)
    assert "Chưa đăng ký thi đua: thôn Cốc Mòn" in said
    assert "(mục VI.1): thôn Cốc Mòn, thôn Lũng Phia" in said
    assert "Giao việc cho từng nhóm hộ thì việc khó cũng xong" in said


MINUTES = {
    "intake": march_13_the_plan_is_read,
    "launch": march_15_the_chair_signs_and_the_campaign_opens,
    "register": march_30_sixteen_of_eighteen_have_registered,
    "track": may_11_the_two_silent_villages_were_reminded_twice,
    "discover": may_22_a_good_deed_becomes_a_role_model,
    "nominate": june_2_twelve_are_put_forward,
    "appraise": june_5_one_is_returned_and_one_is_not_eligible,
    "deliberate": june_8_the_council_meets,
    "submit": june_9_one_submission_per_form_goes_one_level_up,
    "decide": june_14_every_level_has_decided,
    "certify": june_15_certificates_are_handed_over_and_money_is_paid,
    "announce": june_16_the_news_is_out_and_was_read_on_the_loudspeakers,
    "conclude": june_20_the_closing_report_closes_the_campaign,
}
