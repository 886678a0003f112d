"""A dossier goes back for the parts that lack something; meanwhile the clock stands still."""

from datetime import date

import pytest
from django.core.files.base import ContentFile

from tests.awards.dossiers import DAY, complete, entry_for, sent
from tests.factories.commune import make_person
from tests.factories.printed import require_flawless, text_of
from tests.refusals import refused
from thidua.awards.appraise import open_appraisal, return_for_supplement
from thidua.awards.documents.dossier import receipt_paper
from thidua.awards.models import Supplement
from thidua.awards.nominate import (
    BasisEntry,
    attach_evidence,
    draft_achievement_report,
    file_part,
    nominate,
    propose_for,
    save_dossier,
    state_basis,
    submit_nomination,
)
from thidua.awards.permissions.dossier import checklist
from thidua.awards.queries.lawful import parts_of
from thidua.awards.queries.supplement import labels_of, open_places, supplements_of, words_of
from thidua.records.documents import paper_of
from thidua.records.models import LocalRule

pytestmark = pytest.mark.django_db
BACK, AGAIN = date(2023, 6, 5), date(2023, 6, 20)


@pytest.fixture
def nomination(whole, campaign):
    return sent(whole, make_person(whole.village, "Lộc Văn Tài", position="Nông dân"), campaign=campaign)


@pytest.fixture
def proof():
    return ContentFile(b"Danh sach 62 ho", name="danh-sach.txt")


def claim_place(nomination):
    return f"claim:{nomination.claims.get().criterion_id}"


def returned(whole, nomination, *, on=BACK, **points):
    appraisal = open_appraisal(nomination, mandate=whole.commune.standing, on=on)
    asked = {name.replace("__", ":"): words for name, words in points.items()}
    asked = {claim_place(nomination) if place == "claim" else place: words for place, words in asked.items()}
    officer = whole.commune.standing
    made = return_for_supplement(appraisal, points=asked, mandate=officer, on=on)
    nomination.refresh_from_db()
    return made


def save(whole, nomination, *, on=AGAIN, **more):
    entry = entry_for(nomination, **more)
    save_dossier(nomination, entry=entry, mandate=whole.head(whole.village), on=on)


def test_only_the_parts_that_are_asked_for_are_open(whole, nomination):
    returned(whole, nomination, claim="Thêm ảnh nghiệm thu")
    assert nomination.remark == "Tiêu chuẩn: Sâu sát cơ sở, có giải pháp hữu ích: Thêm ảnh nghiệm thu"
    assert open_places(nomination) == {claim_place(nomination), "part:bao_cao"}
    ruling = refused(lambda: save(whole, nomination, achievement="Vận động 90 hộ"))
    assert ruling.because == (
        "Không sửa được “Tóm tắt thành tích”: phần này không được yêu cầu bổ sung. Hãy để nguyên, "
        "hoặc đề nghị Thường trực trả lại cả phần này."
    )
    nomination.refresh_from_db()
    assert nomination.achievement == "Vận động 62 hộ phân loại rác"
    head = whole.head(whole.village)
    assert refused(
        lambda: file_part(nomination, part="bien_ban", note="bản mới", mandate=head, on=AGAIN)
    ).rule == ("supplement:closed")


def test_the_answer_is_kept_beside_what_stood_there(whole, nomination):
    made = returned(whole, nomination, claim="Thêm ảnh nghiệm thu")
    head = whole.head(whole.village)
    waiting = refused(lambda: submit_nomination(nomination, mandate=head, on=AGAIN))
    assert waiting.because == (
        "Chưa bổ sung “Tiêu chuẩn: Sâu sát cơ sở, có giải pháp hữu ích”: Thêm ảnh nghiệm thu"
    )
    nomination.refresh_from_db()
    claim = nomination.claims.get()
    save(whole, nomination, claims={claim.criterion_id: "Danh sách 62 hộ, có 5 ảnh nghiệm thu"})
    submit_nomination(nomination, mandate=head, on=AGAIN)
    point = made.points.get()
    assert (point.before, point.after) == ("Danh sách 62 hộ, có ảnh", "Danh sách 62 hộ, có 5 ảnh nghiệm thu")
    made.refresh_from_db()
    assert (made.number, made.used, made.answered_on, open_places(nomination)) == (1, 2, AGAIN, None)


def test_a_file_under_the_claim_is_an_answer_too(whole, nomination, proof):
    returned(whole, nomination, claim="Thêm ảnh nghiệm thu")
    head = whole.head(whole.village)
    attach_evidence(nomination.claims.get(), upload=proof, mandate=head, on=AGAIN)
    submit_nomination(nomination, mandate=head, on=AGAIN)
    assert Supplement.objects.get().points.get().after == "Danh sách 62 hộ, có ảnh\ndanh-sach.txt"


def test_what_is_printed_in_a_paper_opens_the_paper_too(whole, nomination):
    returned(whole, nomination, field__achievement="Ghi số hộ")
    assert open_places(nomination) == {"field:achievement", "part:to_trinh", "part:bao_cao"}
    save(whole, nomination, achievement="Vận động 62 trên 70 hộ phân loại rác")
    paper = draft_achievement_report(nomination, mandate=whole.head(whole.village), on=AGAIN)
    assert nomination.dossier.get(part="bao_cao").document == paper


def test_a_paper_that_was_not_asked_for_stays_in_the_dossier(whole, nomination):
    returned(whole, nomination, part__bien_ban="Thiếu chữ ký thư ký")
    draft_achievement_report(nomination, mandate=whole.head(whole.village), on=AGAIN)
    assert nomination.dossier.get(part="bao_cao").document is None


def test_the_days_at_the_unit_do_not_count(whole, nomination):
    """Ten working days from 1 June; two had passed on the 5th; eight are left from the 20th on."""
    assert nomination.due_on == date(2023, 6, 15)
    returned(whole, nomination, claim="Thêm ảnh")
    save(whole, nomination, claims={nomination.claims.get().criterion_id: "Đã thêm ảnh"})
    submit_nomination(nomination, mandate=whole.head(whole.village), on=AGAIN)
    assert nomination.due_on == date(2023, 6, 30)
    returned(whole, nomination, on=date(2023, 6, 26), claim="Thêm xác nhận")
    save(whole, nomination, on=date(2023, 6, 30), claims={nomination.claims.get().criterion_id: "Xác nhận"})
    submit_nomination(nomination, mandate=whole.head(whole.village), on=date(2023, 6, 30))
    assert [one.used for one in supplements_of(nomination)] == [2, 4]
    assert nomination.due_on == date(2023, 7, 6)


def test_the_office_limits_how_often_a_dossier_goes_back(whole, nomination):
    LocalRule.objects.create(
        unit=whole.commune.unit, rule="returns_allowed", value="1", paper="Quy chế Hội đồng TĐKT",
        starts=date(2020, 1, 1), confirmed_by="Lương Quốc Thịnh",
    )  # fmt: skip
    returned(whole, nomination, claim="Thêm ảnh")
    save(whole, nomination, claims={nomination.claims.get().criterion_id: "Đã thêm"})
    submit_nomination(nomination, mandate=whole.head(whole.village), on=AGAIN)
    ruling = refused(lambda: returned(whole, nomination, on=AGAIN, claim="Thêm nữa"))
    assert (ruling.rule, ruling.source) == ("appraise:returns", "Quy chế Hội đồng TĐKT")
    assert ruling.because.startswith("Hồ sơ đã được trả lại 1 lần")


def test_a_return_says_what_it_wants_of_parts_the_dossier_has(whole, nomination):
    appraisal = open_appraisal(nomination, mandate=whole.commune.standing, on=BACK)
    for points, rule in (({}, "appraise:remark"), ({"claim:xa": "Thêm"}, "appraise:place")):
        acting = {"points": points, "mandate": whole.commune.standing, "on": BACK}
        found = refused(lambda acting=acting: return_for_supplement(appraisal, **acting))
        assert found.rule == rule


def test_without_points_the_whole_dossier_is_open(whole, nomination):
    appraisal = open_appraisal(nomination, mandate=whole.commune.standing, on=BACK)
    return_for_supplement(appraisal, remark="Viết lại cả hồ sơ", mandate=whole.commune.standing, on=BACK)
    nomination.refresh_from_db()
    assert (open_places(nomination), nomination.remark) == (None, "Viết lại cả hồ sơ")
    save(whole, nomination, achievement="Vận động 90 hộ", open_matter="", achieved_from=None)
    words = words_of(nomination)
    assert (words["field:open_matter"], words["field:period"]) == ("chưa trả lời", "31/5/2023")
    assert list(labels_of(nomination)) == list(words)


def test_the_receipt_is_given_anew_after_the_supplement(whole, nomination):
    returned(whole, nomination, claim="Thêm ảnh")
    save(whole, nomination, claims={nomination.claims.get().criterion_id: "Đã thêm ảnh"})
    submit_nomination(nomination, mandate=whole.head(whole.village), on=AGAIN)
    paper = receipt_paper(nomination, parts_of(nomination), receiver=whole.commune.standing)
    words = text_of(paper)
    assert "Bổ sung lần 1: trả lại ngày 05/6/2023, nhận lại ngày 20/6/2023 (“Tiêu chuẩn: " in words
    assert "Hạn thẩm định: ngày 30/6/2023." in words
    require_flawless(paper)


def late_campaign(campaign):
    campaign.deadlines.create(kind="review", day=date(2023, 5, 31))
    return campaign


def test_after_the_day_only_the_officer_takes_a_dossier_with_the_reason(whole, campaign):
    nomination = complete(whole, make_person(whole.village), campaign=late_campaign(campaign))
    head, officer = whole.head(whole.village), whole.commune.standing
    for mandate, rule in ((head, "nominate:late-day"), (officer, "nominate:late-why")):
        found = refused(lambda mandate=mandate: submit_nomination(nomination, mandate=mandate, on=DAY))
        assert found.rule == rule
        assert found.because.startswith("Đã hết hạn nhận hồ sơ (ngày 31/5/2023). ")
    mine = {"late_reason": "Đường sạt lở, thôn bị chia cắt.", "on": DAY}
    assert refused(lambda: submit_nomination(nomination, mandate=head, **mine)).rule == "mandate:role"
    submit_nomination(nomination, mandate=officer, **mine)
    nomination.refresh_from_db()
    assert (nomination.state, nomination.late_reason) == ("submitted", "Đường sạt lở, thôn bị chia cắt.")
    appraisal = open_appraisal(nomination, mandate=officer, on=DAY)
    finding = appraisal.findings.get(rule="dossier:late")
    assert (finding.weight, finding.because) == (
        "inform",
        "Hồ sơ nộp muộn, Thường trực đã nhận: Đường sạt lở, thôn bị chia cắt.",
    )
    assert "nộp muộn: Đường sạt lở" in text_of(receipt_paper(nomination, (), receiver=officer))


def test_in_time_there_is_nothing_to_take_late(whole, campaign):
    nomination = complete(whole, make_person(whole.village), campaign=campaign)
    acting = {"late_reason": "không cần", "mandate": whole.head(whole.village), "on": DAY}
    submit_nomination(nomination, **acting)
    assert (nomination.state, nomination.late_reason) == ("submitted", "")


def test_the_officer_types_in_the_name_of_the_unit_and_it_shows_who(whole, campaign):
    award = campaign.awards.get(form="giay_khen_huyen")
    how = "nhận bản giấy ngày 01/6/2023"
    acting = {"how": how, "mandate": whole.commune.standing, "on": DAY}
    nomination = nominate(award, candidate=make_person(whole.village), **acting)
    assert (nomination.unit, nomination.how, nomination.entered_by) == (
        whole.village,
        how,
        "Hoàng Thị Mai, Thường trực Hội đồng TĐKT",
    )


def test_the_report_is_written_under_the_headings_of_its_form(whole, campaign):
    nomination = complete(whole, make_person(whole.village), campaign=campaign)
    under = {"task": "Nhận vận động 60 hộ.", "result": "Đã vận động 62 hộ.\nĐạt 103 %.", "lạ": "bỏ qua"}
    head = whole.head(whole.village)
    save_dossier(nomination, entry=entry_for(nomination, sections=under), mandate=head, on=DAY)
    assert nomination.sections == {"task": "Nhận vận động 60 hộ.", "result": "Đã vận động 62 hộ.\nĐạt 103 %."}
    assert nomination.report == "Nhận vận động 60 hộ.\nĐã vận động 62 hộ.\nĐạt 103 %."
    paper = text_of(draft_content(nomination, head))
    assert "1. Việc được giao hoặc tự nhận: Nhận vận động 60 hộ. 2. Kết quả đạt được: Đã vận động" in paper
    save_dossier(nomination, entry=entry_for(nomination), mandate=head, on=DAY)
    assert nomination.sections == {}


def draft_content(nomination, head):
    paper = paper_of(draft_achievement_report(nomination, mandate=head, on=DAY))
    require_flawless(paper)
    return paper


def test_the_office_may_limit_the_length_of_reports(whole, campaign):
    LocalRule.objects.create(
        unit=whole.commune.unit, rule="report_words", value="5", paper="Hướng dẫn số 3",
        starts=date(2020, 1, 1), confirmed_by="Lương Quốc Thịnh",
    )  # fmt: skip
    nomination = complete(whole, make_person(whole.village), campaign=campaign)
    point = next(one for one in checklist(nomination) if one.label == "Độ dài báo cáo thành tích")
    assert (point.ruling.because, point.ruling.source) == (
        "Báo cáo thành tích dài 15 chữ, quá mức 5 chữ; hãy rút gọn.",
        "Hướng dẫn số 3",
    )


def test_a_dossier_that_came_back_for_one_part_keeps_its_form_and_its_ground(whole, campaign, nomination):
    returned(whole, nomination, field__achievement="Nêu số hộ")
    by = {"mandate": whole.head(whole.village), "on": AGAIN}
    commune_form = campaign.awards.get(form="giay_khen_xa")
    because = (
        "Hồ sơ chỉ được trả lại để bổ sung một số phần nên không đổi hình thức, căn cứ đề nghị được; "
        "hãy đề nghị Thường trực trả lại cả hồ sơ."
    )
    for change in (
        lambda: propose_for(nomination, award=commune_form, **by),
        lambda: state_basis(nomination, entry=BasisEntry(award_type="phong_trao"), **by),
    ):
        found = refused(change)
        assert (found.rule, found.because) == ("supplement:whole", because)
