"""The loudspeaker desk: clusters, timetable, translations, recordings, the machine that reads."""

from datetime import date
from decimal import Decimal

import pytest

from tests.factories.commune import make_campaign
from tests.publicity.honours import DAY, approve, honoured, shown
from tests.publicity.sounds import mp3, reader, upload, wav
from thidua.awards.queries.public import public_honours
from thidua.law.ruling import Refused
from thidua.publicity.announce import take_person_down, write_news
from thidua.publicity.broadcast import (
    NO_VOICE,
    Airing,
    ClusterWords,
    DeskWords,
    Span,
    TranslationWords,
    add_cluster,
    drop_reading,
    edit_bulletin,
    edit_cluster,
    end_cluster,
    hours_in,
    keep_recording,
    log_airing,
    order_voice,
    plan_readings,
    remove_recording,
    resume_bulletin,
    reuse_cluster,
    set_desk,
    speak_bulletin,
    stop_bulletin,
    translate_bulletin,
    write_bulletin,
)
from thidua.publicity.documents import (
    Bulletin,
    NewsWords,
    bulletin_about,
    bulletin_from,
    bulletin_of_honours,
)
from thidua.publicity.models import AirTime, Broadcast, Recording
from thidua.publicity.models.loudspeaker import LANGUAGE
from thidua.publicity.queries.loudspeaker import (
    broadcast_log,
    cluster_for,
    clusters_of,
    desk_of,
    ended_clusters,
    public_episodes,
    public_sound,
    recordings_of,
    slot_for,
    slots_of,
    speaking_run,
    timetable,
    translations_of,
)

pytestmark = pytest.mark.django_db
CENTRE = ClusterWords("Cụm loa trung tâm", "Nhà văn hóa xã", "024", ("5:30", "17:30"))  # T2, T4, T6


@pytest.fixture
def culture(whole):
    return whole.commune.culture


@pytest.fixture
def cluster(whole, culture):
    return add_cluster(whole.commune.unit, words=CENTRE, mandate=culture, on=DAY)


@pytest.fixture
def bulletin(campaign, culture):
    words = Bulletin("Bản tin số một", "Kính thưa bà con.\n\nHết.")
    return write_bulletin(campaign, bulletin=words, mandate=culture, on=DAY)


def sentence_of(verb, thing, **more):
    with pytest.raises(Refused) as refused:
        verb(thing, **more)
    return str(refused.value)


# The script


def test_a_script_about_a_role_model_tells_the_deed_between_opening_and_closing(campaign, culture):
    model = shown(campaign, culture)
    words = bulletin_about(model, campaign, on=DAY)
    assert words.script.split("\n\n")[2:6] == [
        "Gương tốt: Ông Lộc Văn Tài, Thôn Khuổi Cáp.",
        "Hiến đất làm đường.",
        "Con đường vào thôn hẹp đã lâu.",
        "Nay xe tải vào được.",
    ]
    assert (words.title, words.role_model) == ("Gương tốt: Hiến đất làm đường", model)
    model.place = ""
    assert "Gương tốt: Ông Lộc Văn Tài.\n" in bulletin_about(model, campaign, on=DAY).script


def test_a_script_from_news_has_short_sentences_and_no_figures(campaign, culture):
    words = NewsWords(
        "Ra quân quý II", "", "UBND xã huy động 120 người; đắp 1,5 km đường, trị giá 20.000.000đ."
    )
    news = write_news(campaign, words=words, mandate=culture, on=DAY)
    assert bulletin_from(news, on=DAY).script.split("\n\n")[2:4] == [
        "Ra quân quý hai.",
        (
            "Ủy ban nhân dân xã huy động một trăm hai mươi người. Đắp một phẩy năm ki-lô-mét đường, "
            "trị giá hai mươi triệu đồng."
        ),
    ]


def test_a_script_about_a_decision_names_those_commended(whole, culture):
    campaign = make_campaign(whole, state="reviewing")
    honoured(whole, campaign)
    script = bulletin_of_honours(public_honours(campaign)[0], campaign, on=DAY).script
    assert "Cá nhân được khen gồm có:" in script
    assert "Hoàng Thị Cúc" in script


# The desk


def test_the_desk_has_a_pace_a_voice_and_the_languages_of_the_commune(whole, campaign, culture):
    unit = whole.commune.unit
    assert (desk_of(unit).pace, desk_of(unit).languages) == (160, [])
    words = DeskWords(100, "vi-vn-x-central", ("Tày", " Nùng ", "Tày", "", "Tiếng Việt"))
    set_desk(unit, words=words, mandate=culture, on=DAY)
    assert (desk_of(unit).pace, desk_of(unit).languages) == (100, ["Tày", "Nùng"])
    made = write_bulletin(campaign, bulletin=Bulletin("A", "một " * 150), mandate=culture, on=DAY)
    assert made.minutes == Decimal("1.5")
    said = sentence_of(set_desk, unit, words=DeskWords(20, "vi", ()), mandate=culture, on=DAY)
    assert said == "Tốc độ đọc từ 80 đến 300 tiếng một phút."
    said = sentence_of(set_desk, unit, words=words, mandate=whole.commune.clerk, on=DAY)
    assert said.startswith("Việc này của: Công chức văn hóa, Thường trực Hội đồng.")


def test_a_cluster_is_entered_changed_ended_and_used_again(whole, culture, cluster, bulletin):
    unit = whole.commune.unit
    assert (str(cluster), cluster.days, cluster.hours) == ("Cụm loa trung tâm", "024", ["05:30", "17:30"])
    assert sentence_of(add_cluster, unit, words=CENTRE, mandate=culture, on=DAY) == (
        "Đã có cụm loa tên “Cụm loa trung tâm”."
    )
    nameless = ClusterWords("Loa thôn", "", "", ("05:30",))
    assert sentence_of(add_cluster, unit, words=nameless, mandate=culture, on=DAY) == (
        "Hãy ghi tên cụm loa, ít nhất một ngày trong tuần và một giờ."
    )
    edit_cluster(cluster, words=ClusterWords("Cụm loa chợ", "", "6", ("06:00",)), mandate=culture, on=DAY)
    plan_readings(bulletin, cluster=cluster, span=Span(DAY, date(2023, 6, 11)), mandate=culture, on=DAY)
    assert sentence_of(end_cluster, cluster, mandate=culture, on=DAY) == (
        "Cụm loa chợ còn lịch chưa phát; hãy ghi hoặc bỏ trước."
    )
    drop_reading(AirTime.objects.get(), reason="mất điện", mandate=culture, on=DAY)
    end_cluster(cluster, mandate=culture, on=DAY)
    assert (list(clusters_of(unit)), list(ended_clusters(unit))) == ([], [cluster])
    reuse_cluster(cluster_for(culture, cluster.code), mandate=culture, on=DAY)
    assert list(clusters_of(unit)) == [cluster]


def test_hours_are_read_as_people_type_them():
    assert hours_in(" 17:30;5:30 , 5:30") == ("05:30", "17:30")
    assert sentence_of(lambda text: hours_in(text), "5h30") == (
        "“5h30” không phải là giờ; hãy ghi như 05:30, 17:30."
    )


# Timetable and log


def test_a_bulletin_is_planned_for_the_days_and_hours_of_a_cluster(whole, culture, cluster, bulletin):
    week = Span(DAY, date(2023, 6, 11))
    assert plan_readings(bulletin, cluster=cluster, span=week, mandate=culture, on=DAY) == 6
    assert [(slot.day.day, slot.hour) for slot in timetable(whole.commune.unit, begins=DAY)][:3] == [
        (5, "05:30"),
        (5, "17:30"),
        (7, "05:30"),
    ]
    again = sentence_of(plan_readings, bulletin, cluster=cluster, span=week, mandate=culture, on=DAY)
    assert again == "Các lần phát này đã có trong lịch."


@pytest.mark.parametrize(
    ("span", "sentence"),
    [
        (Span(date(2023, 6, 4), DAY), "Lịch phát từ ngày 05/6/2023 trở đi, ngày đầu trước ngày cuối."),
        (Span(DAY, date(2023, 6, 4)), "Lịch phát từ ngày 05/6/2023 trở đi, ngày đầu trước ngày cuối."),
        (Span(DAY, DAY, ("12:00",)), "Cụm loa trung tâm phát lúc 05:30, 17:30; hãy chọn trong các giờ đó."),
        (Span(date(2023, 6, 6), date(2023, 6, 6)), "Cụm loa trung tâm không phát vào các ngày này."),
        (Span(DAY, date(2024, 6, 5)), "316 lần phát là quá nhiều; mỗi lần xếp tối đa 120 lần."),
    ],
)
def test_what_is_no_timetable(culture, cluster, bulletin, span, sentence):
    assert (
        sentence_of(plan_readings, bulletin, cluster=cluster, span=span, mandate=culture, on=DAY) == sentence
    )


def test_a_planned_reading_that_was_done_is_one_line_of_the_log(whole, culture, cluster, bulletin):
    plan_readings(bulletin, cluster=cluster, span=Span(DAY, DAY, ("17:30",)), mandate=culture, on=DAY)
    airing = Airing(DAY, "17:30", "Cụm loa trung tâm", Decimal("3.5"), "Chị Pham")
    slot = log_airing(bulletin, airing=airing, mandate=culture, on=DAY)
    other = log_airing(bulletin, airing=Airing(DAY, "6:00", "Loa thôn"), mandate=culture, on=DAY)
    assert [(one.state, one.minutes, one.reader, one.cluster) for one in (slot, other)] == [
        ("aired", Decimal("3.5"), "Chị Pham", cluster),
        ("aired", bulletin.minutes, "Lý Văn Khang", None),
    ]
    assert list(broadcast_log(whole.commune.unit)) == [slot, other]
    none = Airing(DAY, "7:00", "Loa thôn", Decimal(0))
    said = sentence_of(log_airing, bulletin, airing=none, mandate=culture, on=DAY)
    assert said == "Số phút phát phải lớn hơn 0."


def test_a_reading_noted_by_mistake_is_taken_out_with_the_reason(culture, bulletin):
    slot = log_airing(bulletin, airing=Airing(DAY, "6:00", "Loa thôn"), mandate=culture, on=DAY)
    found = slot_for(culture, slot.pk)
    assert sentence_of(drop_reading, found, reason=" ", mandate=culture, on=DAY) == (
        "Hãy ghi vì sao bỏ lần phát này."
    )
    drop_reading(found, reason="ghi nhầm bản tin", mandate=culture, on=DAY)
    assert list(slots_of(bulletin)) == []
    log_airing(bulletin, airing=Airing(DAY, "6:00", "Loa thôn"), mandate=culture, on=DAY)
    assert slots_of(bulletin).count() == 1


# Translations


def test_a_local_translator_fills_the_slot_of_a_language(whole, culture, bulletin):
    set_desk(whole.commune.unit, words=DeskWords(160, "vi", ("Tày",)), mandate=culture, on=DAY)
    words = TranslationWords("Lời đọc tiếng Tày.", "Bà Nông Thị Lả")
    translate_bulletin(bulletin, language="Tày", words=words, mandate=culture, on=DAY)
    kept = translations_of(bulletin)["Tày"]
    assert (kept.script, kept.translator, kept.source) == (words.script, words.translator, bulletin.mark)
    edit_bulletin(bulletin, bulletin=Bulletin("Bản tin", "Khác."), mandate=culture, on=DAY)
    assert kept.source != bulletin.mark
    for language, sentence in (
        ("Mông", "Cơ quan chưa đặt tiếng “Mông” ở bàn phát thanh."),
        (LANGUAGE, "Cơ quan chưa đặt tiếng “Tiếng Việt” ở bàn phát thanh."),
    ):
        said = sentence_of(
            translate_bulletin, bulletin, language=language, words=words, mandate=culture, on=DAY
        )
        assert said == sentence
    empty = TranslationWords("Lời", " ")
    said = sentence_of(translate_bulletin, bulletin, language="Tày", words=empty, mandate=culture, on=DAY)
    assert said == "Hãy ghi lời đọc và người dịch."


# Sound


def test_a_persons_voice_goes_before_the_machines(culture, cluster, bulletin, tmp_path, settings):
    plan_readings(bulletin, cluster=cluster, span=Span(DAY, DAY), mandate=culture, on=DAY)
    assert public_episodes(cluster, on=DAY) == []
    command = reader(tmp_path)
    run = order_voice(bulletin, command=command, mandate=culture, on=DAY)
    assert (order_voice(bulletin, command=command, mandate=culture, on=DAY), run.total) == (run, 2)
    speak_bulletin(run.pk, command=command)
    run.refresh_from_db()
    machine = recordings_of(bulletin).get()
    assert (run.state, run.done, machine.kind) == ("done", 2, "machine")
    assert public_sound(cluster, bulletin.code, on=DAY) == machine
    human = keep_recording(bulletin, language=LANGUAGE, upload=upload(mp3()), mandate=culture, on=DAY)
    assert [sound for _, sound in public_episodes(cluster, on=DAY)] == [human, human]
    speak_bulletin(run.pk, command=command)
    assert recordings_of(bulletin).count() == 2
    edit_bulletin(bulletin, bulletin=Bulletin("Bản tin", "Lời khác."), mandate=culture, on=DAY)
    assert public_episodes(cluster, on=DAY) == []
    with pytest.raises(Recording.DoesNotExist):
        public_sound(cluster, bulletin.code, on=DAY)


def test_a_new_recording_takes_the_place_of_the_old_file(
    culture, bulletin, django_capture_on_commit_callbacks
):
    first = keep_recording(bulletin, language=LANGUAGE, upload=upload(wav()), mandate=culture, on=DAY)
    before = first.file.name
    with django_capture_on_commit_callbacks(execute=True):
        again = keep_recording(bulletin, language=LANGUAGE, upload=upload(mp3()), mandate=culture, on=DAY)
    assert (again.pk, again.file.storage.exists(before), again.seconds) == (first.pk, False, 2)
    with django_capture_on_commit_callbacks(execute=True):
        remove_recording(again, mandate=culture, on=DAY)
    assert (recordings_of(bulletin).count(), again.file.storage.exists(again.file.name)) == (0, False)


def test_what_is_no_sound_or_no_language_is_not_kept(culture, bulletin):
    said = sentence_of(
        keep_recording, bulletin, language=LANGUAGE, upload=upload(b"PK\x03\x04"), mandate=culture, on=DAY
    )
    assert said == "Tệp không phải là bản thu âm; chỉ nhận .mp3, .wav."
    said = sentence_of(
        keep_recording, bulletin, language="Dao", upload=upload(mp3()), mandate=culture, on=DAY
    )
    assert said == "Cơ quan chưa đặt tiếng “Dao” ở bàn phát thanh."


def test_without_a_program_that_reads_the_command_is_told(culture, bulletin, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    said = sentence_of(order_voice, bulletin, command="", mandate=culture, on=DAY)
    assert (said, "apt-get install espeak-ng lame" in NO_VOICE) == (NO_VOICE, True)


def test_a_program_that_breaks_says_so_and_may_be_asked_again(culture, bulletin, tmp_path):
    command = reader(tmp_path, fails=True)
    run = order_voice(bulletin, command=command, mandate=culture, on=DAY)
    speak_bulletin(run.pk, command=command)
    run.refresh_from_db()
    assert (run.state, run.says) == (
        "failed",
        "Phần mềm đọc không chạy được: Phần mềm xử lý tệp báo lỗi.",
    )
    assert order_voice(bulletin, command=command, mandate=culture, on=DAY) != run
    assert speaking_run(bulletin).state == "waiting"


# Stopped


def test_a_stopped_bulletin_leaves_timetable_and_feed_and_may_come_back(culture, cluster, bulletin):
    plan_readings(bulletin, cluster=cluster, span=Span(DAY, DAY), mandate=culture, on=DAY)
    keep_recording(bulletin, language=LANGUAGE, upload=upload(mp3()), mandate=culture, on=DAY)
    log_airing(bulletin, airing=Airing(DAY, "05:30", cluster.name), mandate=culture, on=DAY)
    assert len(public_episodes(cluster, on=DAY)) == 2
    assert sentence_of(stop_bulletin, bulletin, reason="", mandate=culture, on=DAY) == (
        "Hãy ghi vì sao thôi phát."
    )
    stop_bulletin(bulletin, reason="số liệu sai", mandate=culture, on=DAY)
    assert ([slot.state for slot in slots_of(bulletin)], public_episodes(cluster, on=DAY)) == (["aired"], [])
    said = sentence_of(plan_readings, bulletin, cluster=cluster, span=Span(DAY, DAY), mandate=culture, on=DAY)
    assert said == "Bản tin này thôi phát từ ngày 05/6/2023: số liệu sai"
    resume_bulletin(bulletin, mandate=culture, on=DAY)
    assert plan_readings(bulletin, cluster=cluster, span=Span(DAY, DAY), mandate=culture, on=DAY) == 1
    assert sentence_of(resume_bulletin, bulletin, mandate=culture, on=DAY) == "Bản tin này chưa thôi phát."


def test_with_the_consent_the_bulletins_that_name_the_person_stop(campaign, culture, cluster):
    model = shown(campaign, culture)
    about = write_bulletin(
        campaign, bulletin=bulletin_about(model, campaign, on=DAY), mandate=culture, on=DAY
    )
    named = write_bulletin(
        campaign, bulletin=Bulletin("Khác", "Cảm ơn ông LỘC  VĂN TÀI."), mandate=culture, on=DAY
    )
    other = write_bulletin(campaign, bulletin=Bulletin("Khác", "Trời đẹp."), mandate=culture, on=DAY)
    assert take_person_down(model, reason="", consent=True, mandate=culture, on=DAY) == 2
    stopped = {one.pk: one.stopped_on for one in Broadcast.objects.all()}
    assert stopped == {about.pk: DAY, named.pk: DAY, other.pk: None}
    about.refresh_from_db()
    said = sentence_of(resume_bulletin, about, mandate=culture, on=DAY)
    assert said == "Bài về Ông Lộc Văn Tài không còn công khai; không phát lại được."


def test_a_bulletin_of_news_that_came_down_is_still_the_offices_to_stop(campaign, culture):
    words = NewsWords("Ra quân", "", "Sáng nay bà con ra quân.")
    news = write_news(campaign, words=words, mandate=culture, on=DAY)
    approve(news)
    made = write_bulletin(campaign, bulletin=bulletin_from(news, on=DAY), mandate=culture, on=DAY)
    assert (made.title, made.role_model) == ("Ra quân", None)
