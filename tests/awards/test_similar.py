"""Copied achievement reports are found, with the passages; the same achievement elsewhere is shown."""

from datetime import date
from uuid import uuid4

import pytest

from tests.awards.dossiers import DAY, PARTS, entry_for, started
from tests.factories.commune import make_campaign, make_collective, make_person
from thidua.awards.appraise import open_appraisal
from thidua.awards.models import Evidence, Nomination, ReportMark
from thidua.awards.nominate import confirm_report, file_part, save_dossier, submit_nomination
from thidua.awards.nominate.mark import keep_mark
from thidua.awards.queries.elsewhere import elsewhere
from thidua.awards.queries.similar import STOCK, resembled_by

pytestmark = pytest.mark.django_db
OWN = (
    "Năm 2023 tôi vận động được 42 hộ của thôn hiến 3.150 mét vuông đất vườn để mở đường vào khu sản xuất, "
    "tự tay phát dọn hai cây số mương, huy động 260 ngày công trong vụ xuân và góp máy xúc của gia đình "
    "làm không lấy tiền suốt chín ngày."
)
OTHER = (
    "Tổ hợp tác nuôi ong của chúng tôi bắt đầu từ mười đàn, nay có hai trăm lẻ sáu đàn; mười một hộ thoát "
    "nghèo nhờ bán mật, mỗi hộ thu thêm ba mươi triệu đồng một năm, có sổ ghi chép từng mùa."
)


@pytest.fixture
def send(whole, campaign):
    def send(candidate, report, *, form="giay_khen_xa", summary="Làm đường", of=None):
        nomination = started(whole, candidate, form=form, campaign=of or campaign)
        head = whole.head(candidate.unit)
        words = entry_for(nomination, report=report, achievement=summary)
        save_dossier(nomination, entry=words, mandate=head, on=DAY)
        for part in PARTS:
            file_part(nomination, part=part, note="bản giấy", mandate=head, on=DAY)
        confirm_report(nomination, mandate=head, on=DAY)
        submit_nomination(nomination, mandate=head, on=DAY)
        return Nomination.objects.select_related("award", "unit", "campaign__unit").get(pk=nomination.pk)

    return send


@pytest.fixture
def first(whole, send):
    return send(make_person(whole.village, "Lộc Văn Tài"), OWN)


def found(nomination, whole):
    return resembled_by(nomination, office=whole.commune.unit)


def copied_findings(nomination, whole):
    appraisal = open_appraisal(nomination, mandate=whole.commune.standing, on=DAY)
    return list(appraisal.findings.filter(rule="report:copied"))


def test_a_copied_report_is_found_with_the_passage(whole, send, first):
    send(make_person(whole.body, "Nông Thị Lụa"), OTHER)
    copy = send(make_person(whole.villages[1], "Hứa Văn Lợi"), f"Báo cáo. {OWN.upper()} Xin hết.")
    [one] = found(copy, whole)
    assert (one.other, one.words, one.same_candidate) == (first, 54, False)
    [passage] = one.passages
    assert (passage.ours[1], passage.theirs[1]) == (OWN.upper()[:-1], OWN[:-1])
    [finding] = copied_findings(copy, whole)
    assert (finding.verdict, finding.weight) == ("no", "warn")
    assert finding.because == (
        "Báo cáo thành tích có 54 trên 60 từ giống nguyên văn 1 hồ sơ khác. Đối chiếu từng đoạn ở mục “Báo "
        "cáo giống nhau”, rồi kết luận đây có phải việc của chính đối tượng này không."
    )
    assert first.name not in finding.because


def test_reports_of_ones_own_are_not_accused(whole, send, first):
    other = send(make_person(whole.body, "Nông Thị Lụa"), OTHER)
    assert found(other, whole) == []
    assert copied_findings(other, whole) == []


def test_the_words_of_the_form_and_of_the_plan_do_not_count(whole, send, campaign):
    criteria = campaign.awards.values_list("criteria__text", flat=True)
    phrases = [*STOCK, campaign.title, *criteria]
    send(make_person(whole.village, "Lộc Văn Tài"), "; anh Tài: ".join(phrases))
    assert found(send(make_person(whole.body, "Nông Thị Lụa"), "; chị Lụa: ".join(phrases)), whole) == []


def test_a_report_of_an_earlier_year_is_remembered(whole, send, first):
    person = first.person
    Nomination.objects.update(achieved_from=date(2021, 1, 1), achieved_to=date(2021, 12, 31))
    again = make_campaign_of(whole, "91-nam")
    [one] = found(send(person, OWN, of=again), whole)
    assert (one.other, one.same_candidate) == (first, True)


def make_campaign_of(whole, slug):
    type(whole.commune.unit).objects.get(pk=whole.commune.unit.pk).campaigns.update(slug="truoc-day")
    made = make_campaign(whole)
    type(made).objects.filter(pk=made.pk).update(slug=slug)
    return made


def test_another_report_sent_again_is_marked_anew(whole, send, first):
    Nomination.objects.filter(pk=first.pk).update(report=OTHER)
    copy = send(make_person(whole.villages[1], "Hứa Văn Lợi"), OTHER)
    assert found(copy, whole) == []
    first.refresh_from_db()
    keep_mark(first)
    assert [one.other for one in found(copy, whole)] == [first]
    assert ReportMark.objects.count() == 2


def test_texts_of_the_nearest_few_only_are_read(whole, send, first, django_assert_max_num_queries):
    copy = send(make_person(whole.villages[1], "Hứa Văn Lợi"), OWN)
    copy.candidate, copy.campaign.unit  # noqa: B018 - fetched before counting
    with django_assert_max_num_queries(12):
        found(copy, whole)


def test_the_same_achievement_of_somebody_else(whole, send, first):
    summary = "Vận động 42 hộ hiến 3.150 mét vuông đất mở đường vào khu sản xuất"
    Nomination.objects.update(achievement=summary, initiative="Máy gặt cải tiến")
    other = send(make_person(whole.body, "Nông Thị Lụa"), OTHER, summary=f"{summary.upper()}.")
    Nomination.objects.filter(pk=other.pk).update(initiative="máy gặt cải tiến")
    other.refresh_from_db()
    told = [(one.other, one.kind, one.why) for one in elsewhere(other, office=whole.commune.unit)]
    assert told == [
        (first, "initiative", "cùng sáng kiến, giải pháp “máy gặt cải tiến”"),
        (first, "summary", "tóm tắt thành tích giống hệt"),
    ]
    appraisal = open_appraisal(other, mandate=whole.commune.standing, on=DAY)
    finding = appraisal.findings.get(rule="achievement:shared")
    assert finding.because == (
        "Thành tích này còn được nêu cho 1 đối tượng khác (tóm tắt thành tích giống hệt). Hãy kết luận ai "
        "làm nên thành tích, mỗi người góp phần nào."
    )


def test_the_same_model_as_evidence_of_two(whole, send, first):
    other = send(make_collective(whole.village), OTHER)
    thing = uuid4()
    for nomination in (first, other):
        Evidence.objects.create(
            claim=nomination.claims.first(), about="campaigns.modelproject", about_id=thing,
            says="Mô hình đường hoa thôn Khuổi Cáp", added_on=DAY,
        )  # fmt: skip
    assert [(one.other, one.why) for one in elsewhere(other, office=whole.commune.unit)] == [
        (first, "cùng minh chứng “Mô hình đường hoa thôn Khuổi Cáp”")
    ]


def test_other_forms_and_campaigns_of_the_same_candidate(whole, send, first):
    again = make_campaign_of(whole, "91-nam")
    second = started(whole, first.person, form="giay_khen_huyen", campaign=again)
    assert [(one.other, one.why) for one in elsewhere(second, office=whole.commune.unit)] == [
        (first, "cùng đối tượng, thời gian lập thành tích trùng nhau")
    ]
    Nomination.objects.filter(pk=first.pk).update(achieved_from=None)
    assert elsewhere(second, office=whole.commune.unit) == []
    Nomination.objects.filter(pk=first.pk).update(campaign=again)
    assert [one.why for one in elsewhere(second, office=whole.commune.unit)] == [
        "cùng đối tượng, cùng đợt thi đua"
    ]
