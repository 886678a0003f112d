"""News of the campaign: written, put out, corrected, taken down; gone with the person's consent."""

from datetime import date

import pytest

from tests.campaigns.test_discover import AGREED, PROFILE
from tests.factories.commune import make_campaign
from tests.publicity.honours import approve
from thidua.campaigns.discover import give_consent, publish_role_model, take_consent_back, write_role_model
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused
from thidua.publicity.announce import (
    Correction,
    correct_news,
    edit_news,
    hand_news_back,
    offer_news,
    publish_news,
    reopen_news,
    take_down_news,
    take_person_down,
    write_news,
)
from thidua.publicity.documents import NewsWords, news_about, news_of_campaign
from thidua.publicity.models import Announcement
from thidua.publicity.queries import news_for, news_of, public_news, public_piece, public_was_news
from thidua.publicity.queries.news import versions_of

pytestmark = pytest.mark.django_db
DAY = date(2023, 4, 20)
WORDS = NewsWords("Ra quân làm đường", "Cả thôn cùng làm.", "Sáng nay bà con ra quân.")


@pytest.fixture
def culture(whole):
    return whole.commune.culture


def written(campaign, mandate, **more):
    return write_news(campaign, words=WORDS, mandate=mandate, on=DAY, **more)


def person(campaign, mandate):
    role_model = write_role_model(campaign, profile=PROFILE, mandate=mandate, on=DAY)
    give_consent(role_model, words=AGREED, mandate=mandate, on=DAY)
    publish_role_model(role_model, mandate=mandate, on=DAY)
    return role_model


def sentence_of(call):
    with pytest.raises(Refused) as refused:
        call()
    return str(refused.value)


def test_the_culture_officer_writes_and_puts_out(campaign, culture):
    news = written(campaign, culture)
    assert (news.slug[:-6], str(news), list(public_news(campaign.unit))) == (
        "ra-quan-lam-duong",
        "Ra quân làm đường",
        [],
    )
    approve(news, DAY)
    assert (
        public_piece(campaign.unit, news.slug).published_on,
        list(public_news(campaign.unit, campaign)),
    ) == (
        DAY,
        [news],
    )


def test_a_piece_needs_title_and_text(campaign, culture):
    said = sentence_of(lambda: write_news(campaign, words=NewsWords("", "", "chữ"), mandate=culture, on=DAY))
    assert (said, Announcement.objects.count()) == ("Hãy ghi tiêu đề và nội dung của tin.", 0)


def test_correcting_what_is_out_is_told_in_the_journal(campaign, culture):
    news = written(campaign, culture)
    edit_news(news, words=WORDS, expected=0, mandate=culture, on=DAY)
    approve(news, DAY)
    words = Correction(NewsWords("Ra quân", "", "Chiều nay."), "buổi ra quân vào buổi chiều")
    correct_news(news, correction=words, expected=news.version, mandate=culture, on=date(2023, 4, 21))
    assert [line.says for line in JournalEntry.objects.filter(verb__in=("edit_news", "correct_news"))] == [
        "Sửa tin “Ra quân làm đường”.",
        "Đính chính tin đã đăng “Ra quân làm đường”: buổi ra quân vào buổi chiều",
    ]
    kept = versions_of(news).get()
    assert (kept.title, kept.body, kept.corrected_on) == (
        "Ra quân làm đường",
        "Sáng nay bà con ra quân.",
        date(2023, 4, 21),
    )
    stale = Correction(WORDS, "sai giờ")
    said = sentence_of(lambda: correct_news(news, correction=stale, expected=0, mandate=culture, on=DAY))
    assert said.startswith("Nội dung đã được người khác sửa")
    news.refresh_from_db()
    same = Correction(NewsWords("Ra quân", "", "Chiều nay."), "không gì cả")
    assert sentence_of(lambda: correct_news(news, correction=same, mandate=culture, on=DAY)) == (
        "Tin chưa khác bản đang đăng."
    )
    silent = Correction(WORDS, " ")
    assert sentence_of(lambda: correct_news(news, correction=silent, mandate=culture, on=DAY)) == (
        "Hãy ghi đính chính điều gì; dòng này hiện dưới tin."
    )


def test_taken_down_with_a_reason_and_written_anew(campaign, culture):
    news = written(campaign, culture)
    assert sentence_of(lambda: take_down_news(news, reason="x", mandate=culture, on=DAY)) == (
        "Tin này đang viết; không làm được việc này ở bước đó."
    )
    approve(news, DAY)
    assert sentence_of(lambda: take_down_news(news, reason=" ", mandate=culture, on=DAY)) == (
        "Hãy ghi vì sao gỡ tin."
    )
    take_down_news(news, reason="Sai ngày", mandate=culture, on=DAY)
    assert (list(public_news(campaign.unit)), public_was_news(campaign.unit, news.slug)) == ([], True)
    reopen_news(news, mandate=culture, on=DAY)
    assert (news.state, news.withdrawn_why) == ("draft", "Sai ngày")


@pytest.mark.parametrize("role", ["clerk", "accountant", "admin", "chair"])
def test_others_do_not_write_news(whole, campaign, role):
    said = sentence_of(lambda: written(campaign, getattr(whole.commune, role)))
    assert said.startswith("Việc này của: Công chức văn hóa, Thường trực Hội đồng.")


def test_no_news_before_the_campaign_is_launched(whole, culture):
    campaign = make_campaign(whole, state="draft")
    news = written(campaign, culture)
    said = sentence_of(lambda: approve(news, DAY))
    assert said == "Phong trào chưa phát động nên chưa có trang công khai để đăng tin."


def test_no_news_about_a_person_whose_page_is_not_public(campaign, culture):
    role_model = write_role_model(campaign, profile=PROFILE, mandate=culture, on=DAY)
    news = written(campaign, culture, role_model=role_model)
    assert news.slug[:-6] == "guong-tot"
    said = sentence_of(lambda: approve(news, DAY))
    assert said == (
        "Bài gương điển hình của Ông Lộc Văn Tài chưa công khai hoặc đã gỡ; chưa đăng tin về người này được."
    )


def test_with_the_consent_the_news_go_too(campaign, culture):
    role_model = person(campaign, culture)
    news, other = written(campaign, culture, role_model=role_model), written(campaign, culture)
    for piece in (news, other):
        approve(piece, DAY)
    gone = take_person_down(role_model, reason="không muốn đăng", consent=True, mandate=culture, on=DAY)
    news.refresh_from_db()
    assert (gone, news.state, role_model.state, list(public_news(campaign.unit))) == (
        1,
        "withdrawn",
        "withdrawn",
        [other],
    )


def test_news_that_only_names_the_person_goes_too(campaign, culture):
    role_model = person(campaign, culture)
    facts = write_news(campaign, words=news_of_campaign(campaign, on=DAY), mandate=culture, on=DAY)
    approve(facts, DAY)
    assert take_person_down(role_model, reason="", consent=True, mandate=culture, on=DAY) == 1
    assert list(public_news(campaign.unit)) == []


def test_the_office_takes_a_person_down_and_keeps_the_consent(campaign, culture):
    role_model = person(campaign, culture)
    assert take_person_down(role_model, reason="Xác minh", consent=False, mandate=culture, on=DAY) == 0
    assert (role_model.state, role_model.has_consent) == ("withdrawn", True)


def test_news_are_hidden_even_when_only_the_consent_was_taken_back(campaign, culture):
    role_model = person(campaign, culture)
    news = written(campaign, culture, role_model=role_model)
    approve(news, DAY)
    take_consent_back(role_model, reason="", mandate=culture, on=DAY)
    assert list(public_news(campaign.unit)) == []


def test_the_office_sees_drafts_first(campaign, culture):
    out, draft = written(campaign, culture), written(campaign, culture)
    approve(out, DAY)
    assert list(news_of(culture, campaign)) == [draft, out]
    assert news_for(culture, draft.slug) == draft


def test_another_office_does_not_see_them(whole, campaign, culture):
    draft = written(campaign, culture)
    with pytest.raises(Announcement.DoesNotExist):
        news_for(whole.district.culture, draft.slug)


def test_first_words_about_a_person_and_about_the_campaign(campaign, culture):
    role_model = person(campaign, culture)
    assert news_about(role_model) == NewsWords(
        "Gương tốt: Hiến 400 m² đất làm đường", "Ông Lộc Văn Tài, Thôn Khuổi Cáp.", "Con đường hẹp đã lâu…"
    )
    words = news_of_campaign(campaign, on=DAY)
    assert (words.title, words.lead) == (
        "Thi đua chào mừng 90 năm: tình hình đến ngày 20/4/2023",
        "0 trên 4 đơn vị đã đăng ký thi đua.",
    )
    assert words.body.split("\n\n") == [
        "Chủ đề: “Chung một lòng, chắc từng việc”.",
        "Gương tốt: Ông Lộc Văn Tài, Thôn Khuổi Cáp. Hiến 400 m² đất làm đường.",
        "Phong trào thi đua kéo dài đến hết ngày 31/5/2023.",
    ]


def test_a_closed_campaign_has_no_new_news_but_what_is_out_may_be_taken_down(campaign, culture):
    out = written(campaign, culture)
    approve(out, DAY)
    campaign.state = "closed"
    said = sentence_of(lambda: written(campaign, culture))
    assert said == "Đợt thi đua đã tổng kết; không viết tin, soạn bản tin mới nữa."
    take_down_news(out, reason="Ghi nhầm tên thôn.", mandate=culture, on=DAY)
    assert out.state == "withdrawn"


def test_four_eyes_the_writer_offers_and_another_approves(whole, campaign, culture):
    news, standing = written(campaign, culture), whole.commune.standing
    offer_news(news, mandate=culture, on=DAY)
    assert (news.state, list(public_news(campaign.unit))) == ("offered", [])
    assert sentence_of(lambda: edit_news(news, words=WORDS, mandate=culture, on=DAY)) == (
        "Tin này chờ duyệt; không làm được việc này ở bước đó."
    )
    said = sentence_of(lambda: hand_news_back(news, reason="", mandate=standing, on=DAY))
    assert said == "Hãy ghi cần sửa điều gì."
    hand_news_back(news, reason="Thiếu tên thôn", mandate=standing, on=DAY)
    assert (news.state, news.remark) == ("draft", "Thiếu tên thôn")
    offer_news(news, mandate=culture, on=DAY)
    publish_news(news, mandate=standing, on=DAY)
    assert (news.remark, news.approved_by) == ("", str(standing))


def test_nobody_but_the_chair_approves_what_they_wrote(whole, campaign):
    news = written(campaign, whole.commune.standing)
    said = sentence_of(lambda: publish_news(news, mandate=whole.commune.standing, on=DAY))
    assert said == "Bạn viết tin này nên người khác duyệt: hãy trình duyệt."
    publish_news(news, mandate=whole.commune.vice_chair, on=DAY)
    assert news.state == "published"


def test_who_rewrites_a_draft_is_its_writer(whole, campaign, culture):
    news, standing = written(campaign, culture), whole.commune.standing
    edit_news(news, words=WORDS, mandate=standing, on=DAY)
    assert sentence_of(lambda: publish_news(news, mandate=standing, on=DAY)).startswith("Bạn viết tin này")


def test_a_person_named_only_in_a_correction_goes_too(campaign, culture):
    role_model = person(campaign, culture)
    news = written(campaign, culture)
    approve(news, DAY)
    fault = Correction(NewsWords("Ra quân", "", "Chiều."), "người hiến đất là ông Lộc Văn Tài")
    correct_news(news, correction=fault, mandate=culture, on=DAY)
    assert take_person_down(role_model, reason="", consent=True, mandate=culture, on=DAY) == 1
    assert news_for(culture, news.slug).state == "withdrawn"
