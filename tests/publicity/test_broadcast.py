"""Loudspeaker bulletins: made from the facts with every figure in words, edited, and logged when aired."""

import re
from datetime import date

import pytest

from tests.factories.commune import make_campaign
from tests.factories.printed import require_flawless
from tests.publicity.honours import DAY, honoured, shown
from thidua.campaigns.models import Registration
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused
from thidua.publicity.broadcast import Airing, edit_bulletin, log_airing, write_bulletin
from thidua.publicity.documents import (
    Bulletin,
    bulletin_of,
    bulletin_paper,
    minutes_of,
    news_about,
    news_of_campaign,
)
from thidua.publicity.models import Broadcast
from thidua.publicity.queries import broadcast_for, broadcasts_of
from thidua.publicity.queries.loudspeaker import slots_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(whole):
    return make_campaign(whole, state="reviewing")


@pytest.fixture
def culture(whole):
    return whole.commune.culture


def sentence_of(call):
    with pytest.raises(Refused) as refused:
        call()
    return str(refused.value)


def test_a_script_is_made_from_the_facts_and_holds_no_figure(whole, campaign, culture):
    shown(campaign, culture)
    honoured(whole, campaign)
    broadcast = write_bulletin(campaign, mandate=culture, on=DAY)
    script = broadcast.script
    assert (broadcast.title, re.findall(r"\d", script)) == ("Bản tin thi đua ngày 05/6/2023", [])
    paragraphs = script.split("\n\n")
    assert paragraphs[1] == (
        "Sau đây là bản tin thi đua của Ủy ban nhân dân xã Nà Lâm, "
        "ngày mùng năm tháng sáu năm hai nghìn không trăm hai mươi ba."
    )
    assert "Gương tốt: Ông Lộc Văn Tài, Thôn Khuổi Cáp. Hiến đất làm đường." in paragraphs
    assert (
        "Chủ tịch Ủy ban nhân dân xã Nà Lâm đã có quyết định ngày mùng năm tháng sáu năm hai nghìn không "
        "trăm hai mươi ba, tặng Giấy khen của Chủ tịch Ủy ban nhân dân xã cho một tập thể, một cá nhân."
    ) in paragraphs
    written = news_of_campaign(campaign, on=DAY).body.split("\n\n")[2]
    assert re.fullmatch(
        r"Theo quyết định số \d+/QĐ-UBND ngày 05/6/2023, "
        r"tặng Giấy khen của Chủ tịch UBND xã cho 1 tập thể, 1 cá nhân\.",
        written,
    )


def test_who_registered_is_told_once_somebody_has(whole, culture):
    campaign = make_campaign(whole)
    assert "đăng ký thi đua" not in bulletin_of(campaign, on=DAY).script
    Registration.objects.create(campaign=campaign, unit=whole.village, state="accepted")
    assert "Đến nay đã có một trên bốn đơn vị đăng ký thi đua." in bulletin_of(campaign, on=DAY).script


def test_the_script_of_a_running_campaign_names_its_last_day(whole, culture):
    script = bulletin_of(make_campaign(whole), on=date(2023, 4, 20)).script
    assert "hết ngày ba mươi mốt tháng năm năm hai nghìn không trăm hai mươi ba." in script


def test_a_campaign_without_theme_and_end_has_a_script_too(whole, culture):
    campaign = make_campaign(whole)
    campaign.theme, campaign.ends = "", None
    assert "Chủ đề" not in bulletin_of(campaign, on=DAY).script


def test_a_role_model_without_place_is_named_alone(campaign, culture):
    role_model = shown(campaign, culture)
    role_model.place = ""
    role_model.save()
    assert news_about(role_model).lead == "Ông Lộc Văn Tài."
    assert "Gương tốt: Ông Lộc Văn Tài. Hiến đất làm đường." in news_of_campaign(campaign, on=DAY).body


def test_minutes_follow_the_words():
    assert (str(minutes_of("một " * 400)), str(minutes_of("một"))) == ("2.5", "0.0")


def test_the_script_is_edited_and_a_stale_form_refused(campaign, culture):
    broadcast = write_bulletin(campaign, bulletin=Bulletin("Bản tin", "một " * 160), mandate=culture, on=DAY)
    seen = broadcast.mark
    edit_bulletin(
        broadcast, bulletin=Bulletin("Bản tin", "hai " * 320), expected=seen, mandate=culture, on=DAY
    )
    assert str(Broadcast.objects.get().minutes) == "2.0"
    said = sentence_of(
        lambda: edit_bulletin(broadcast, bulletin=Bulletin("x", "y"), expected=seen, mandate=culture, on=DAY)
    )
    assert said.startswith("Bản tin đã được người khác sửa sau khi bạn mở trang.")


def test_an_empty_script_is_refused(campaign, culture):
    said = sentence_of(
        lambda: write_bulletin(campaign, bulletin=Bulletin("Bản tin", " "), mandate=culture, on=DAY)
    )
    assert said == "Hãy ghi tên bản tin và lời đọc."


def test_airings_are_logged_in_their_order(campaign, culture):
    broadcast = write_bulletin(campaign, mandate=culture, on=DAY)
    for hour in ("17:30", "5:15"):
        log_airing(broadcast, airing=Airing(DAY, hour, "Loa trung tâm"), mandate=culture, on=DAY)
    assert [slot.hour for slot in slots_of(broadcast)] == ["05:15", "17:30"]
    assert [line.says for line in JournalEntry.objects.filter(verb="log_airing")][0] == (
        "Phát bản tin “Bản tin thi đua ngày 05/6/2023” lúc 17:30 ngày 05/6/2023, Loa trung tâm."
    )


@pytest.mark.parametrize(
    ("airing", "sentence"),
    [
        (Airing(date(2023, 6, 6), "17:30", "Loa thôn"), "Ngày phát 06/6/2023 chưa tới."),
        (Airing(DAY, "25:00", "Loa thôn"), "Hãy ghi giờ phát như 17:30 và cụm loa đã phát."),
        (Airing(DAY, "17:30", " "), "Hãy ghi giờ phát như 17:30 và cụm loa đã phát."),
    ],
)
def test_what_is_no_airing(campaign, culture, airing, sentence):
    broadcast = write_bulletin(campaign, mandate=culture, on=DAY)
    assert sentence_of(lambda: log_airing(broadcast, airing=airing, mandate=culture, on=DAY)) == sentence


def test_one_airing_is_logged_once(campaign, culture):
    broadcast, airing = write_bulletin(campaign, mandate=culture, on=DAY), Airing(DAY, "17:30", "Loa thôn")
    log_airing(broadcast, airing=airing, mandate=culture, on=DAY)
    said = sentence_of(lambda: log_airing(broadcast, airing=airing, mandate=culture, on=DAY))
    assert said == "Lần phát này đã được ghi."


def test_only_culture_and_standing_officers_write_bulletins(whole, campaign):
    write_bulletin(campaign, mandate=whole.commune.standing, on=DAY)
    said = sentence_of(lambda: write_bulletin(campaign, mandate=whole.head(whole.village), on=DAY))
    assert said.startswith("Việc này của: Công chức văn hóa, Thường trực Hội đồng.")


def test_every_unit_of_the_office_reads_its_bulletins(whole, campaign, culture):
    broadcast = write_bulletin(campaign, mandate=culture, on=DAY)
    assert list(broadcasts_of(whole.head(whole.village), campaign)) == [broadcast]
    assert str(broadcast_for(culture, broadcast.code)) == broadcast.title
    with pytest.raises(Broadcast.DoesNotExist):
        broadcast_for(whole.district.culture, broadcast.code)


def test_a_closed_campaign_has_no_new_bulletin_but_an_old_one_may_be_read_again(campaign, culture):
    broadcast = write_bulletin(campaign, mandate=culture, on=DAY)
    campaign.state = "closed"
    said = sentence_of(lambda: write_bulletin(campaign, mandate=culture, on=DAY))
    assert said == "Đợt thi đua đã tổng kết; không viết tin, soạn bản tin mới nữa."
    log_airing(broadcast, airing=Airing(DAY, "5:30", "Loa thôn"), mandate=culture, on=DAY)
    assert [slot.hour for slot in slots_of(broadcast)] == ["05:30"]


def test_the_script_on_paper_is_the_script_that_is_read(whole, campaign, culture):
    broadcast = write_bulletin(campaign, mandate=culture, on=DAY)
    paper = bulletin_paper(broadcast)
    assert [block.text for block in paper.body[1:]] == broadcast.script.split("\n\n")
    assert paper.signature.blocks[0].name == "Lý Văn Khang"
    require_flawless(paper)
