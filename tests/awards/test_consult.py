"""Others are asked for their opinion: one letter for many, days to answer, a reminder; a person judges."""

from datetime import date

import pytest

from tests.awards.dossiers import DAY, sent
from tests.factories.commune import make_campaign, make_commune, make_household, make_person
from tests.factories.printed import require_flawless, text_of
from tests.refusals import refused
from thidua.awards.appraise import (
    Judgement,
    conclude_eligible,
    open_appraisal,
    open_points,
    record_judgements,
)
from thidua.awards.consult import (
    Body,
    Reply,
    begin_consultation,
    cancel_consultation,
    draft_opinion_reminder,
    draft_opinion_request,
    drop_adviser,
    list_adviser,
    note_asked,
    record_opinions,
    send_opinion_reminder,
    send_opinion_request,
)
from thidua.awards.documents.opinion import slip_paper
from thidua.awards.models import Consultation, Nomination, Opinion
from thidua.awards.queries.opinion import (
    consultation_for,
    late_consultations,
    late_objections,
    may_be_asked_about,
    opinion_rulings,
    opinions_about,
    opinions_in,
)
from thidua.campaigns.models import OfferedAward
from thidua.records.documents import paper_of
from thidua.records.issue import give_number
from thidua.records.regulate import RuleWords, confirm_rule
from thidua.records.sign import send_for_signature, sign

pytestmark = pytest.mark.django_db
POLICE = Body("police", "Công an xã Nà Lâm", 5)
LATER = date(2023, 6, 20)


@pytest.fixture
def tai(whole, campaign):
    return sent(whole, make_person(whole.village, "Lộc Văn Tài"), campaign=campaign)


@pytest.fixture
def cuc(whole, campaign):
    return sent(whole, make_person(whole.village, "Hoàng Thị Cúc", honorific="Bà"), campaign=campaign)


@pytest.fixture
def acting(whole):
    return {"mandate": whole.commune.standing, "on": DAY}


def asked(campaign, acting, *nominations, body=POLICE):
    made = begin_consultation(campaign, body=body, nominations=list(nominations), **acting)
    note_asked(made, how="công văn giấy số 12", **acting)
    return made


def said(nomination, *, on=DAY):
    return [(one.verdict.value, one.because) for one in opinion_rulings(nomination, on=on)]


def carried(paper, whole, *, send):
    """A letter signed, numbered and issued by the verb of its purpose."""
    office = whole.commune
    send_for_signature(paper, mandate=office.standing, on=DAY)
    sign(paper, mandate=office.chair, on=DAY)
    give_number(paper, day=DAY, mandate=office.clerk, on=DAY)
    send(paper, mandate=office.clerk, on=DAY)


def test_who_is_on_the_list_holds_the_appraisal_up_until_asked(campaign, tai, acting):
    assert said(tai) == []
    adviser = list_adviser(campaign, body=POLICE, **acting)
    other = OfferedAward.objects.get(campaign=campaign, form="bang_khen_tinh")
    list_adviser(campaign, body=Body("tax", "Chi cục Thuế", 5), award=other, **acting)
    assert said(tai) == [("no", "Chưa hỏi ý kiến Công an xã Nà Lâm.")]
    made = begin_consultation(campaign, body=POLICE, nominations=[tai], **acting)
    assert said(tai) == [("no", "Chưa gửi văn bản hỏi ý kiến Công an xã Nà Lâm.")]
    note_asked(made, how="công văn giấy số 12", **acting)
    assert (made.state, made.due_on) == ("asked", date(2023, 6, 8))
    assert said(tai) == [("no", "Đang chờ ý kiến Công an xã Nà Lâm, hạn trả lời ngày 08/6/2023.")]
    assert said(tai, on=LATER) == [("judge", "Công an xã Nà Lâm chưa trả lời, đã quá hạn ngày 08/6/2023.")]
    assert list(late_consultations(acting["mandate"], on=LATER)) == [made]
    drop_adviser(adviser, **acting)
    assert campaign.advisers.count() == 1


def test_the_list_is_the_standing_officers_and_names_nobody_twice(whole, campaign, acting):
    list_adviser(campaign, body=POLICE, **acting)
    assert refused(list_adviser, campaign, body=POLICE, **acting).rule == "opinion:listed"
    nameless = Body("tax", " ", 5)
    assert refused(list_adviser, campaign, body=nameless, **acting).rule == "opinion:body"
    chair = {"mandate": whole.commune.chair, "on": DAY}
    assert refused(list_adviser, campaign, body=POLICE, **chair).rule == "mandate:role"


def test_one_letter_asks_about_many_and_its_issue_starts_the_days(whole, campaign, tai, cuc, acting):
    made = begin_consultation(campaign, body=POLICE, nominations=[tai, cuc], **acting)
    paper = draft_opinion_request(made, signer=whole.commune.chair, **acting)
    content = paper_of(paper)
    words = text_of(content)
    assert "cho 02 cá nhân có tên trong danh sách kèm theo" in words
    assert "trong 05 ngày làm việc" in words
    require_flawless(content)
    carried(paper, whole, send=send_opinion_request)
    made.refresh_from_db()
    assert (made.state, made.asked_on, made.due_on) == ("asked", DAY, date(2023, 6, 8))
    assert refused(draft_opinion_request, made, signer=whole.commune.chair, **acting).rule == "opinion:sent"
    slip = slip_paper(made, list(opinions_in(made)))
    assert [row[1] for row in slip.body[2].rows] == ["Bà Hoàng Thị Cúc", "Ông Lộc Văn Tài"]
    require_flawless(slip)
    reminder = draft_opinion_reminder(made, signer=whole.commune.chair, **acting)
    assert "hạn trả lời là ngày 08/6/2023" in text_of(paper_of(reminder))
    require_flawless(paper_of(reminder))
    carried(reminder, whole, send=send_opinion_reminder)
    made.refresh_from_db()
    assert made.reminded_on == DAY


def test_the_answers_close_it_and_a_later_one_corrects(whole, campaign, tai, cuc, acting):
    made = asked(campaign, acting, tai, cuc)
    came = {"reply": "Công văn 45/CAX", "replied_on": DAY, **acting}
    record_opinions(made, replies={tai.pk: Reply("agrees")}, **came)
    assert (made.state, said(tai)) == ("asked", [("yes", "Công an xã Nà Lâm: đồng ý.")])
    record_opinions(made, replies={cuc.pk: Reply("objects", "đang xác minh vụ việc")}, **came)
    assert made.state == "closed"
    assert said(cuc) == [("judge", "Công an xã Nà Lâm không đồng ý: đang xác minh vụ việc.")]
    assert [one.reply for one in opinions_about(cuc)] == ["Công văn 45/CAX"]
    record_opinions(made, replies={cuc.pk: Reply("agrees")}, **came)
    assert said(cuc) == [("yes", "Công an xã Nà Lâm: đồng ý.")]
    assert consultation_for(whole.commune.chair, made.code) == made
    with pytest.raises(Consultation.DoesNotExist):
        consultation_for(whole.head(whole.village), made.code)


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"replies": {}}, "opinion:empty"),
        ({"reply": " "}, "opinion:reply"),
        ({"replied_on": date(2023, 6, 2)}, "opinion:day"),
        ({"replied_on": date(2023, 5, 30)}, "opinion:day"),
        ({"objects": ""}, "opinion:reason"),
        ({"stranger": True}, "opinion:unasked"),
    ],
)
def test_an_answer_that_cannot_be_is_refused(campaign, tai, cuc, acting, change, rule):
    made = asked(campaign, acting, tai)
    answer = {"replies": {tai.pk: Reply("agrees")}, "reply": "Công văn 45", "replied_on": DAY, **acting}
    if "objects" in change:
        change = {"replies": {tai.pk: Reply("objects", " ")}}
    if "stranger" in change:
        change = {"replies": {cuc.pk: Reply("agrees")}}
    assert refused(record_opinions, made, **(answer | change)).rule == rule


def test_an_objection_blocks_until_a_person_judges_it(campaign, tai, acting):
    officer = acting["mandate"]
    made = asked(campaign, acting, tai)
    appraisal = open_appraisal(tai, **acting)
    seen = {
        one.pk: Judgement(True, "đã xem")
        for one in appraisal.findings.exclude(verdict="yes")
        if one.verdict == "judge"
    }
    record_judgements(appraisal, judgements=seen, **acting)
    objects = {tai.pk: Reply("objects", "vi phạm giao thông")}
    record_opinions(made, replies=objects, reply="Công văn 45", replied_on=DAY, **acting)
    stopped = refused(conclude_eligible, appraisal, **acting)
    assert "vi phạm giao thông. (ý kiến mới: bấm “Tính lại” rồi kết luận)" in stopped.because
    appraisal = open_appraisal(Nomination.objects.get(pk=tai.pk), **acting)
    finding = appraisal.findings.get(rule="opinion:answer")
    assert open_points(appraisal) == [finding.because]
    judged = {finding.pk: Judgement(True, "Lỗi hành chính nhỏ, đã nộp phạt")}
    record_judgements(appraisal, judgements=judged, mandate=officer, on=DAY)
    appraisal.refresh_from_db()
    conclude_eligible(appraisal, **acting)
    assert appraisal.conclusion == "eligible"


def test_only_dossiers_that_lie_here_are_asked_about(whole, campaign, tai, acting):
    assert list(may_be_asked_about(whole.commune.standing, campaign)) == [tai]
    assert refused(begin_consultation, campaign, body=POLICE, nominations=[], **acting).rule == (
        "opinion:nobody"
    )
    above = {"mandate": whole.district.standing, "on": DAY}
    assert refused(begin_consultation, campaign, body=POLICE, nominations=[tai], **above).rule == (
        "opinion:place"
    )


def test_dropping_what_nobody_answered(campaign, tai, acting):
    made = begin_consultation(campaign, body=POLICE, nominations=[tai], **acting)
    early = {"replies": {tai.pk: Reply("agrees")}, "reply": "x", "replied_on": DAY, **acting}
    assert refused(record_opinions, made, **early).rule == "opinion:early"
    assert refused(note_asked, made, how=" ", **acting).rule == "opinion:how"
    assert refused(draft_opinion_reminder, made, signer=acting["mandate"], **acting).rule == (
        "opinion:answered"
    )
    assert refused(cancel_consultation, made, reason=" ", **acting).rule == "opinion:why"
    cancel_consultation(made, reason="Hỏi nhầm nơi", **acting)
    assert (made.state, made.remark, said(tai)) == ("cancelled", "Hỏi nhầm nơi", [])
    assert refused(cancel_consultation, made, reason="x", **acting).rule == "opinion:over"


def test_an_asking_with_an_answer_is_not_dropped(campaign, tai, cuc, acting):
    made = asked(campaign, acting, tai, cuc)
    replies = {tai.pk: Reply("agrees")}
    record_opinions(made, replies=replies, reply="Công văn 45", replied_on=DAY, **acting)
    assert refused(cancel_consultation, made, reason="Thôi", **acting).rule == "opinion:answers"


def test_a_cultured_family_is_posted_for_ten_days_as_the_decree_asks():
    """The posting of the law counts calendar days, is a notice on the board and is not reminded of."""
    day = date(2026, 11, 4)
    whole = make_commune(2026)
    campaign = make_campaign(whole, year=2026)
    household = sent(whole, make_household(whole.village), form="giay_khen_xa", campaign=campaign)
    OfferedAward.objects.filter(pk=household.award_id).update(form="gia_dinh_van_hoa")
    nomination = Nomination.objects.get(pk=household.pk)
    nomination.governed_on = day
    acting = {"mandate": whole.commune.standing, "on": day}
    ruling = next(opinion_rulings(nomination, on=day))
    assert (ruling.because, ruling.source, ruling.confirmed) == (
        "Chưa hỏi ý kiến Nhân dân nơi cư trú.",
        "Nghị định 86/2023/NĐ-CP, Điều 7",
        True,
    )
    short = Body("neighbours", "Nhân dân thôn Khuổi Cáp", 7)
    found = refused(begin_consultation, campaign, body=short, nominations=[nomination], **acting)
    assert found.because == "Niêm yết Giấy khen của Chủ tịch UBND xã phải đủ 10 ngày."
    enough = Body("neighbours", "Nhân dân thôn Khuổi Cáp", 10)
    made = begin_consultation(campaign, body=enough, nominations=[nomination], **acting)
    list_adviser(campaign, body=enough, **acting)
    paper = draft_opinion_request(made, signer=whole.commune.chair, **acting)
    assert (paper.kind, paper.purpose) == ("thong_bao", "posting")
    require_flawless(paper_of(paper))
    note_asked(made, how="dán tại nhà văn hóa thôn", **acting)
    assert made.due_on == date(2026, 11, 16)
    assert refused(draft_opinion_reminder, made, signer=whole.commune.chair, **acting).rule == (
        "opinion:posting"
    )
    assert said(nomination, on=day) == [
        ("no", "Đang chờ ý kiến Nhân dân thôn Khuổi Cáp, hạn trả lời ngày 16/11/2026.")
    ]


def test_an_office_that_posts_giay_khen_waits_for_the_posting(whole, campaign, tai, acting):
    words = RuleWords("7", "Quy chế số 5", date(2023, 1, 2))
    confirm_rule(
        whole.commune.unit, rule="posting_days", words=words, mandate=whole.commune.chair, on=acting["on"]
    )
    held = [(one.because, one.source) for one in opinion_rulings(tai, on=DAY)]
    assert held == [("Chưa hỏi ý kiến Nhân dân nơi cư trú.", "Quy chế số 5")]
    short = Body("neighbours", "Nhân dân thôn Khuổi Cáp", 5)
    found = refused(begin_consultation, campaign, body=short, nominations=[tai], **acting)
    assert found.because == "Niêm yết Giấy khen của Chủ tịch UBND huyện phải đủ 7 ngày."
    asked(campaign, acting, tai, body=Body("neighbours", "Nhân dân thôn Khuổi Cáp", 7))
    assert [one.because[:29] for one in opinion_rulings(tai, on=DAY)] == ["Đang chờ ý kiến Nhân dân thôn"]


def test_y_kien_den_sau_khi_ket_luan_thi_hoi_dong_doc_duoc(whole, campaign):
    nomination = sent(whole, make_person(whole.village), campaign=campaign)
    asked = Consultation.objects.create(
        campaign=campaign, unit=whole.commune.unit, code="hoi1", kind="police", name="Công an xã", days=5,
        state="closed",
    )  # fmt: skip
    opinion = Opinion.objects.create(
        consultation=asked, nomination=nomination, answer="objects", reason="Đang xác minh đơn thư",
        replied_on=date(2023, 6, 3),
    )  # fmt: skip
    says = "Công an xã không đồng ý: Đang xác minh đơn thư (ngày 03/6/2023)."
    assert late_objections([nomination]) == {nomination.pk: [says]}
    appraisal = open_appraisal(nomination, mandate=whole.commune.standing, on=DAY)
    finding = appraisal.findings.get(rule="opinion:answer")
    assert late_objections([nomination]) == {nomination.pk: [says]}
    finding.judged = True
    finding.save()
    assert late_objections([nomination]) == {}
    opinion.consultation.state = "cancelled"
    opinion.consultation.save()
    assert late_objections([nomination]) == {}
