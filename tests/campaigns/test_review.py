"""A unit closes for itself: results against what it registered, its own commendations, its judging
meeting.
"""

from datetime import date
from decimal import Decimal

import pytest

from tests.factories.commune import make_campaign
from tests.refusals import refused
from thidua.campaigns.models import ProgressEntry, Registration, Target, UnitReview
from thidua.campaigns.queries.review import closing_unit, closings_of, results_of, review_of
from thidua.campaigns.review import (
    Meeting,
    ReviewEntry,
    begin_awarding,
    draft_review_report,
    return_review,
    save_review,
    submit_review,
    take_back_review,
)
from thidua.journal.models import JournalEntry
from thidua.org.models import Unit
from thidua.paper.model import Document
from thidua.records.models import OfficialDocument

pytestmark = pytest.mark.django_db
DAY = date(2023, 6, 1)
MEETING = Meeting(
    met_on=date(2023, 5, 30),
    met_from="19:30",
    met_to="21:00",
    met_at="Nhà văn hóa thôn",
    chair="Hứa Văn Sinh",
    secretary="Chu Thị Lụa",
    invited=40,
    present=36,
    minutes="Nghe báo cáo kết quả.",
)


def registered(whole, campaign):
    registration = Registration.objects.create(campaign=campaign, unit=whole.village)
    return Target.objects.create(
        registration=registration,
        content=campaign.contents.first(),
        text="Trồng rừng mới",
        goal=Decimal("3.50"),
        measure="ha",
        due=date(2023, 5, 20),
    )


def written(whole, campaign, *, mandate=None, **more):
    entry = ReviewEntry(**({"summary": "Hoàn thành các nội dung đã đăng ký.", "meeting": MEETING} | more))
    return save_review(
        campaign, entry=entry, unit=whole.village, mandate=mandate or whole.head(whole.village), on=DAY
    )


def test_results_are_prefilled_from_the_last_report(whole, campaign):
    target = registered(whole, campaign)
    assert [result.says for result in results_of(campaign, whole.village)] == [""]
    report = {"campaign": campaign, "unit": whole.village, "target": target}
    ProgressEntry.objects.create(value=Decimal("2"), text="Mới trồng", on=date(2023, 4, 2), **report)
    ProgressEntry.objects.create(value=Decimal("3.20"), text="Trồng xong", on=date(2023, 5, 22), **report)
    assert [result.says for result in results_of(campaign, whole.village)] == [
        "Đạt 3,2 trên 3,5 ha. Trồng xong (báo cáo ngày 22/5/2023)"
    ]


def test_a_report_without_a_figure_is_its_words(whole, campaign):
    target = registered(whole, campaign)
    ProgressEntry.objects.create(
        campaign=campaign, unit=whole.village, target=target, text="Đang làm", on=date(2023, 4, 2)
    )
    assert results_of(campaign, whole.village)[0].says == "Đang làm (báo cáo ngày 02/4/2023)"


def test_a_village_head_closes_with_results_commendations_and_meeting(whole, campaign):
    target = registered(whole, campaign)
    review = written(
        whole,
        campaign,
        results={str(target.pk): "Đạt 3,2 ha"},
        commended=(("Hộ bà Nông Thị Thắm", "household", "Góp công làm đường"),),
    )
    submit_review(review, mandate=whole.head(whole.village), on=DAY)
    review.refresh_from_db()
    assert (review.state, review.submitted_on, review.present, review.met_at) == (
        "submitted",
        DAY,
        36,
        "Nhà văn hóa thôn",
    )
    assert review.commended == [
        {"name": "Hộ bà Nông Thị Thắm", "kind": "household", "reason": "Góp công làm đường"}
    ]
    assert [row.review for row in closings_of(campaign, DAY) if row.review] == [review]


def test_what_is_missing_is_named(whole, campaign):
    registered(whole, campaign)
    review = written(whole, campaign, mandate=whole.commune.standing, summary="")
    ruling = refused(lambda: submit_review(review, mandate=whole.commune.standing, on=DAY))
    assert ruling.because == (
        "Chưa gửi được, còn thiếu: kết quả chung; kết quả của chỉ tiêu “Trồng rừng mới”; "
        "cách nhận (ví dụ: nhận bản giấy ngày nào)."
    )


def test_the_officer_types_a_closing_that_came_on_paper(whole, campaign):
    officer = whole.commune.standing
    review = written(whole, campaign, mandate=officer, how="nhận bản giấy ngày 01/6/2023")
    submit_review(review, mandate=officer, on=DAY)
    line = JournalEntry.objects.get(verb="submit_review")
    assert (line.actor_name, line.actor_for) == ("Hoàng Thị Mai", "Thôn Khuổi Cáp")


@pytest.mark.parametrize(
    ("meeting", "rule"),
    [
        (Meeting(met_on=date(2023, 6, 9)), "review:future"),
        (Meeting(invited=10, present=11), "review:present"),
    ],
)
def test_a_meeting_that_cannot_have_been_is_refused(whole, campaign, meeting, rule):
    assert refused(lambda: written(whole, campaign, meeting=meeting)).rule == rule


def test_sent_taken_back_returned_and_sent_again(whole, campaign):
    review, head, officer = written(whole, campaign), whole.head(whole.village), whole.commune.standing
    submit_review(review, mandate=head, on=DAY)
    assert refused(lambda: written(whole, campaign)).rule == "review:sent"
    take_back_review(review, mandate=head, on=DAY)
    submit_review(review, mandate=head, on=DAY)
    assert refused(lambda: return_review(review, remark=" ", mandate=officer, on=DAY)).rule == "review:remark"
    return_review(review, remark="Ghi rõ số hộ", mandate=officer, on=DAY)
    assert (review.state, review.remark) == ("returned", "Ghi rõ số hộ")
    submit_review(review, mandate=head, on=DAY)
    assert (review.state, review.remark) == ("submitted", "")


def test_a_stale_form_does_not_overwrite(whole, campaign):
    review = written(whole, campaign)
    assert refused(lambda: written(whole, campaign, version=review.version - 1)).rule == "state:stale"


@pytest.mark.parametrize(("state", "rule"), [("draft", "review:campaign"), ("closed", "review:campaign")])
def test_closing_needs_a_campaign_under_way(whole, state, rule):
    campaign = make_campaign(whole, state=state)
    assert refused(lambda: written(whole, campaign)).rule == rule


def test_nobody_closes_for_another_unit(whole, campaign):
    other = whole.head(whole.villages[1])
    assert refused(lambda: written(whole, campaign, mandate=other)).rule == "mandate:unit"
    whole.village.takes_part = False
    whole.village.save()
    assert refused(lambda: written(whole, campaign)).rule == "review:unit"


def test_only_the_standing_officer_returns(whole, campaign):
    review = written(whole, campaign)
    submit_review(review, mandate=whole.head(whole.village), on=DAY)
    clerk = whole.commune.clerk
    assert refused(lambda: return_review(review, remark="x", mandate=clerk, on=DAY)).rule == "mandate:role"


def test_the_report_of_the_unit_says_what_was_written(whole, campaign):
    target = registered(whole, campaign)
    review = written(
        whole,
        campaign,
        results={str(target.pk): "Đạt 3,2 ha"},
        commended=(("Hộ bà Nông Thị Thắm", "household", "góp công làm đường"),),
    )
    submit_review(review, mandate=whole.head(whole.village), on=DAY)
    paper = draft_review_report(review, mandate=whole.head(whole.village), on=DAY)
    words = " ".join(Document.from_json(paper.content).words())
    assert (paper.unit, paper.kind, paper.purpose) == (whole.village, "bao_cao", "unit_review")
    for said in (
        "Trồng rừng mới: 3,5 ha, trước ngày 20/5/2023",
        "Đạt 3,2 ha",
        "Hộ bà Nông Thị Thắm: góp công làm đường.",
    ):
        assert said in words


def test_the_report_without_targets_and_commendations(whole, campaign):
    review, head = written(whole, campaign), whole.head(whole.village)
    submit_review(review, mandate=head, on=DAY)
    paper = draft_review_report(review, mandate=head, on=DAY)
    words = " ".join(Document.from_json(paper.content).words())
    assert "Đơn vị không đăng ký chỉ tiêu bằng số." in words
    assert "Không có." in words


def test_the_report_is_drafted_once_from_what_was_sent_and_stands_once_issued(whole, campaign):
    review, head = written(whole, campaign), whole.head(whole.village)
    assert refused(lambda: draft_review_report(review, mandate=head, on=DAY)).rule == "review:not-sent"
    assert refused(lambda: take_back_review(review, mandate=head, on=DAY)).rule == "review:not-sent"
    submit_review(review, mandate=head, on=DAY)
    dropped = draft_review_report(review, mandate=head, on=DAY)
    assert refused(lambda: draft_review_report(review, mandate=head, on=DAY)).rule == "review:report"
    take_back_review(review, mandate=head, on=DAY)
    dropped.refresh_from_db()
    assert (review.state, dropped.state) == ("draft", "cancelled")
    submit_review(review, mandate=head, on=DAY)
    report = draft_review_report(review, mandate=head, on=DAY)
    OfficialDocument.objects.filter(pk=report.pk).update(state="issued")
    assert refused(lambda: take_back_review(review, mandate=head, on=DAY)).rule == "review:issued"


def test_a_closing_is_seen_by_the_unit_and_its_committee_only(whole, campaign):
    review = written(whole, campaign)
    assert review_of(whole.head(whole.village), campaign, whole.village) == review
    assert review_of(whole.commune.chair, campaign, whole.village) == review
    for stranger in (whole.head(whole.villages[1]), whole.district.standing):
        with pytest.raises(UnitReview.DoesNotExist):
            review_of(stranger, campaign, whole.village)
        with pytest.raises(Unit.DoesNotExist):
            closing_unit(stranger, campaign, whole.village.code)
    assert closing_unit(whole.commune.standing, campaign, "khuoi-cap") == whole.village


def test_judging_begins_after_the_last_day(whole, campaign):
    officer = whole.commune.standing
    early = refused(lambda: begin_awarding(campaign, mandate=officer, on=date(2023, 5, 31)))
    assert early.rule == "review:early"
    assert (
        refused(lambda: begin_awarding(campaign, mandate=whole.commune.clerk, on=DAY)).rule == "mandate:role"
    )
    begin_awarding(campaign, mandate=officer, on=DAY)
    assert campaign.state == "reviewing"
    assert refused(lambda: begin_awarding(campaign, mandate=officer, on=DAY)).rule == "review:campaign"
