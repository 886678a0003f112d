"""Good deeds are reported, checked, and become role models with the person's consent."""

import io
from datetime import date, timedelta

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from thidua.campaigns.discover import (
    GoodDeed,
    Profile,
    edit_role_model,
    give_consent,
    make_role_model,
    note_good_deed,
    publish_role_model,
    reject_good_deed,
    reopen_good_deed,
    reopen_role_model,
    report_good_deed,
    take_consent_back,
    verify_good_deed,
    withdraw_role_model,
    write_role_model,
)
from thidua.campaigns.models import Lead, RoleModel, VisitorMark
from thidua.campaigns.queries.example import (
    lead_for,
    leads_of,
    leads_visible_to,
    picture_of,
    public_lead_state,
    public_role_model,
    public_role_models,
    public_was_role_model,
    role_model_for,
    role_models_of,
)
from thidua.campaigns.queries.likeness import similar_leads
from thidua.journal.models import JournalEntry
from thidua.journal.rows import time_ordered_id
from thidua.law.ruling import Refused
from thidua.records.consent import ConsentWords
from thidua.records.queries.files import files_of

pytestmark = pytest.mark.django_db
DAY = date(2023, 4, 20)
DEED = GoodDeed("Ông Lộc Văn Tài", "Hiến đất làm đường vào thôn", where="Thôn Khuổi Cáp")
PROFILE = Profile("Ông Lộc Văn Tài", "Thôn Khuổi Cáp", "Hiến 400 m² đất làm đường", "Con đường hẹp đã lâu…")
AGREED = ConsentWords("Lộc Văn Tài", "ký phiếu đồng ý", DAY)


@pytest.fixture
def officer(whole):
    return whole.commune.standing


def photo(kind="JPEG", name="anh.jpg"):
    drawn = io.BytesIO()
    Image.new("RGB", (40, 30), "gold").save(drawn, kind)
    return ContentFile(drawn.getvalue(), name=name)


def reported(campaign, deed=DEED, sender="nguoi-gui", **more):
    return report_good_deed(campaign.unit, deed=deed, sender=sender, on=DAY, **more)


def verified(campaign, officer):
    lead = reported(campaign)
    verify_good_deed(lead, checked_with="Hứa Văn Sinh, trưởng thôn", mandate=officer, on=DAY)
    return lead


def published(campaign, officer):
    role_model = write_role_model(campaign, profile=PROFILE, mandate=officer, on=DAY)
    give_consent(role_model, words=AGREED, mandate=officer, on=DAY)
    publish_role_model(role_model, mandate=officer, on=DAY)
    return role_model


def sentence_of(call):
    with pytest.raises(Refused) as refused:
        call()
    return str(refused.value)


# Reporting


def test_a_visitor_reports_with_a_photo_and_keeps_a_receipt(campaign):
    lead = reported(campaign, photo=photo())
    assert (lead.state, lead.who, len(lead.receipt)) == ("new", "Ông Lộc Văn Tài", 8)
    assert [file.name for file in files_of(lead, "photo")] == ["anh.jpg"]
    line = JournalEntry.objects.get(verb="report_good_deed")
    assert (line.actor_kind, line.says) == ("visitor", f"Khách báo việc tốt, mã tin {lead.receipt}.")


def test_only_photos_come_through_the_public_page(campaign):
    paper = ContentFile("không phải ảnh".encode(), name="thu.txt")
    assert sentence_of(lambda: reported(campaign, photo=paper)) == (
        "Chỉ nhận ảnh .jpg hoặc .png; hãy chọn lại ảnh rồi gửi."
    )


def test_a_report_says_who_and_what(campaign):
    for deed in (GoodDeed(" ", "việc"), GoodDeed("Ai đó", "  ")):
        assert sentence_of(lambda deed=deed: reported(campaign, deed)) == (
            "Hãy ghi ai làm việc tốt và đó là việc gì."
        )


def test_the_sixth_report_of_an_hour_waits(campaign):
    for _ in range(5):
        reported(campaign)
    assert sentence_of(lambda: reported(campaign)).startswith("Bạn đã gửi nhiều tin trong một giờ.")
    assert reported(campaign, sender="nguoi-khac").state == "new"


def test_marks_of_senders_are_forgotten_after_a_day(campaign):
    now = time_ordered_id().int
    day, two_hours = timedelta(days=1, minutes=1), timedelta(hours=2)
    for age in (day, two_hours):
        born = (now >> 80) - age // timedelta(milliseconds=1)
        VisitorMark.objects.create(id=type(time_ordered_id())(int=born << 80), sender="nguoi-gui")
    for _ in range(5):
        reported(campaign)
    assert VisitorMark.objects.count() == 6


def test_the_officer_types_a_telephone_call(campaign, officer):
    deed = GoodDeed("Chu Thị Sen", "Nấu cơm cho người bệnh", how="điện thoại, ngày 20/4/2023")
    lead = note_good_deed(campaign, deed=deed, mandate=officer, on=DAY)
    assert (lead.campaign, lead.how) == (campaign, "điện thoại, ngày 20/4/2023")
    assert sentence_of(lambda: note_good_deed(campaign, deed=DEED, mandate=officer, on=DAY)).startswith(
        "Hãy ghi tin đến bằng cách nào"
    )


def test_a_village_head_does_not_type_for_the_office(whole, campaign):
    head = whole.head(whole.village)
    said = sentence_of(lambda: note_good_deed(campaign, deed=DEED, mandate=head, on=DAY))
    assert (
        said == "Việc này của: Thường trực Hội đồng, Công chức văn hóa. Bạn đang làm với tư cách Trưởng thôn."
    )


# Checking


def test_a_report_is_verified_with_whom_was_asked(campaign, officer):
    lead = verified(campaign, officer)
    lead.refresh_from_db()
    assert (lead.state, lead.checked_with, lead.checked_on) == ("verified", "Hứa Văn Sinh, trưởng thôn", DAY)


def test_asking_nobody_is_no_check(campaign, officer):
    lead = reported(campaign)
    said = sentence_of(lambda: verify_good_deed(lead, checked_with=" ", mandate=officer, on=DAY))
    assert said == "Hãy ghi đã hỏi ai (trưởng thôn, thủ trưởng đơn vị…)."


def test_a_report_is_set_aside_with_a_reason_and_looked_at_again(campaign, officer):
    lead = reported(campaign)
    assert sentence_of(lambda: reject_good_deed(lead, reason="", mandate=officer, on=DAY)) == (
        "Hãy ghi vì sao không nhận tin này."
    )
    reject_good_deed(lead, reason="Trùng tin trước", mandate=officer, on=DAY)
    assert (lead.state, lead.remark) == ("rejected", "Trùng tin trước")
    assert sentence_of(lambda: reopen_good_deed(lead, reason=" ", mandate=officer, on=DAY)) == (
        "Hãy ghi vì sao xem lại tin này."
    )
    reopen_good_deed(lead, reason="Hai người khác nhau", mandate=officer, on=DAY)
    assert (lead.state, lead.checked_on, lead.remark) == ("new", None, "Hai người khác nhau")


@pytest.mark.parametrize("role", ["culture", "chair", "clerk", "admin"])
def test_only_the_standing_officer_checks(whole, campaign, role):
    lead, mandate = reported(campaign), getattr(whole.commune, role)
    for call in (
        lambda: verify_good_deed(lead, checked_with="ai đó", mandate=mandate, on=DAY),
        lambda: reject_good_deed(lead, reason="không rõ", mandate=mandate, on=DAY),
    ):
        assert sentence_of(call).startswith("Việc này của: Thường trực Hội đồng.")


def test_the_officer_of_the_district_does_not_check_for_the_commune(whole, campaign):
    lead = reported(campaign)
    said = sentence_of(
        lambda: verify_good_deed(lead, checked_with="ai đó", mandate=whole.district.standing, on=DAY)
    )
    assert said == "Việc này của Ủy ban nhân dân xã Nà Lâm; bạn đang làm cho Ủy ban nhân dân huyện Cao Sơn."


def test_a_report_that_became_a_role_model_is_done(campaign, officer):
    lead = verified(campaign, officer)
    make_role_model(lead, profile=PROFILE, mandate=officer, on=DAY)
    said = sentence_of(lambda: reject_good_deed(lead, reason="x", mandate=officer, on=DAY))
    assert said == ("Gương người tốt, việc tốt đã thành gương điển hình; không làm được việc này ở bước đó.")


# Role models


def test_a_verified_deed_becomes_a_role_model_with_its_photo(campaign, officer):
    lead = reported(campaign, photo=photo())
    said = sentence_of(lambda: make_role_model(lead, profile=PROFILE, mandate=officer, on=DAY))
    assert said == "Việc tốt này chưa được xác minh; hãy hỏi lại thôn, đơn vị rồi ghi kết quả."
    verify_good_deed(lead, checked_with="trưởng thôn", mandate=officer, on=DAY)
    role_model = make_role_model(lead, profile=PROFILE, mandate=officer, on=DAY)
    assert (lead.state, role_model.state, role_model.lead) == ("profiled", "draft", lead)
    assert picture_of(role_model).sha256 == files_of(lead, "photo").get().sha256


def test_the_address_tells_the_deed_and_never_the_name(campaign, officer):
    role_model = write_role_model(campaign, profile=PROFILE, mandate=officer, on=DAY)
    assert role_model.slug[:-6] == "hien-400-m-dat-lam-duong"


def test_an_empty_page_is_refused(campaign, officer):
    empty = Profile("Ông Tài", "", "  ", "Câu chuyện")
    said = sentence_of(lambda: write_role_model(campaign, profile=empty, mandate=officer, on=DAY))
    assert (said, RoleModel.objects.count()) == ("Hãy ghi đủ tên, việc làm tốt và câu chuyện.", 0)


def test_nothing_is_published_without_consent(campaign, officer):
    role_model = write_role_model(campaign, profile=PROFILE, mandate=officer, on=DAY)
    with pytest.raises(Refused) as refused:
        publish_role_model(role_model, mandate=officer, on=DAY)
    ruling = refused.value.ruling
    assert (ruling.source, ruling.confirmed) == ("Điều 32, Điều 38 Bộ luật Dân sự 2015", False)
    give_consent(role_model, words=AGREED, mandate=officer, on=DAY)
    publish_role_model(role_model, mandate=officer, on=DAY)
    assert list(public_role_models(campaign.unit, campaign)) == [role_model]


def test_one_consent_at_a_time(campaign, officer):
    role_model = write_role_model(campaign, profile=PROFILE, mandate=officer, on=DAY)
    give_consent(role_model, words=AGREED, mandate=officer, on=DAY)
    said = sentence_of(lambda: give_consent(role_model, words=AGREED, mandate=officer, on=DAY))
    assert said == "Đã ghi nhận đồng ý của người được nêu gương."


def test_a_page_is_corrected_and_a_stale_form_refused(campaign, officer):
    role_model = published(campaign, officer)
    seen = role_model.version
    better = Profile("Ông Lộc Văn Tài", "Thôn Khuổi Cáp", "Hiến 420 m² đất làm đường", "Con đường…")
    edit_role_model(role_model, profile=better, expected=seen, mandate=officer, on=DAY)
    assert public_role_model(campaign.unit, role_model.slug).title == "Hiến 420 m² đất làm đường"
    said = sentence_of(
        lambda: edit_role_model(role_model, profile=PROFILE, expected=seen, mandate=officer, on=DAY)
    )
    assert said.startswith("Nội dung đã được người khác sửa sau khi bạn mở trang.")


def test_consent_taken_back_takes_the_page_away_at_once(campaign, officer):
    role_model = published(campaign, officer)
    take_consent_back(role_model, reason="không muốn đăng", mandate=officer, on=DAY)
    assert (role_model.state, role_model.has_consent) == ("withdrawn", False)
    assert list(public_role_models(campaign.unit)) == []
    assert public_was_role_model(campaign.unit, role_model.slug) is True
    said = sentence_of(lambda: take_consent_back(role_model, reason="", mandate=officer, on=DAY))
    assert said == "Không có đồng ý nào đang có hiệu lực để rút lại."


def test_written_anew_it_needs_a_new_consent(campaign, officer):
    role_model = published(campaign, officer)
    take_consent_back(role_model, reason="", mandate=officer, on=DAY)
    reopen_role_model(role_model, mandate=officer, on=DAY)
    assert sentence_of(lambda: publish_role_model(role_model, mandate=officer, on=DAY)).startswith(
        "Chưa ghi nhận"
    )
    give_consent(role_model, words=AGREED, mandate=officer, on=DAY)
    publish_role_model(role_model, mandate=officer, on=DAY)
    assert role_model.state == "published"


def test_consent_may_be_taken_back_from_a_draft(campaign, officer):
    role_model = write_role_model(campaign, profile=PROFILE, mandate=officer, on=DAY)
    give_consent(role_model, words=AGREED, mandate=officer, on=DAY)
    take_consent_back(role_model, reason="", mandate=officer, on=DAY)
    assert (role_model.state, role_model.has_consent) == ("draft", False)
    assert public_was_role_model(campaign.unit, role_model.slug) is False


def test_the_office_takes_a_page_away_with_a_reason(campaign, officer):
    role_model = published(campaign, officer)
    assert sentence_of(lambda: withdraw_role_model(role_model, reason="", mandate=officer, on=DAY)) == (
        "Hãy ghi vì sao gỡ bài."
    )
    withdraw_role_model(role_model, reason="Đang xác minh đơn thư", mandate=officer, on=DAY)
    assert sentence_of(lambda: edit_role_model(role_model, profile=PROFILE, mandate=officer, on=DAY)) == (
        "Điển hình tiên tiến đã gỡ; không làm được việc này ở bước đó."
    )


# Doors


def test_who_may_read_reports_and_drafts(whole, campaign, officer):
    lead = reported(campaign)
    role_model = write_role_model(campaign, profile=PROFILE, mandate=officer, on=DAY)
    assert [
        lead_for(getattr(whole.commune, role), lead.receipt) for role in ("standing", "culture", "chair")
    ] == ([lead] * 3)
    for mandate in (whole.head(whole.village), whole.commune.admin, whole.district.standing):
        assert list(leads_visible_to(mandate)) == []
    assert role_model_for(whole.commune.culture, role_model.slug) == role_model
    with pytest.raises(RoleModel.DoesNotExist):
        role_model_for(whole.head(whole.village), role_model.slug)
    with pytest.raises(Lead.DoesNotExist):
        lead_for(whole.commune.clerk, lead.receipt)


def test_the_village_reads_what_is_public(whole, campaign, officer):
    role_model = published(campaign, officer)
    assert list(role_models_of(whole.head(whole.village), campaign)) == [role_model]


def test_leads_are_found_without_marks_and_by_state(campaign, officer):
    tai, sen = reported(campaign), reported(campaign, GoodDeed("Chu Thị Sen", "Nấu cơm"))
    reject_good_deed(sen, reason="trùng", mandate=officer, on=DAY)
    assert list(leads_of(officer, campaign, words="loc van")) == [tai]
    assert list(leads_of(officer, campaign, state="rejected")) == [sen]


def test_two_reports_about_one_name_hint_at_each_other(campaign):
    one, other = reported(campaign), reported(campaign, GoodDeed("lộc văn tài", "Cũng việc ấy"))
    reported(campaign, GoodDeed("Lộc Văn Tảo", "Người khác tên"), sender="x")
    assert [(found.other, found.says) for found in similar_leads(one)] == [(other, "cùng tên")]


def test_the_public_learns_only_the_state(campaign):
    lead = reported(campaign)
    found = public_lead_state(campaign.unit, lead.receipt)
    assert (found.state_says, found.get_deferred_fields() >= {"who", "what", "reporter"}) == (
        "mới báo tin",
        True,
    )


def test_the_names_of_the_rows(campaign, officer):
    assert (str(reported(campaign)), str(published(campaign, officer))) == (
        "Ông Lộc Văn Tài",
        "Ông Lộc Văn Tài",
    )
