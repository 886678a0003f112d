"""The loudspeaker desk and the publicity plan as the culture officer sees them."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories.commune import as_
from tests.publicity.honours import DAY, shown, told
from tests.publicity.sounds import mp3, reader, upload
from tests.web.looking import page
from thidua.publicity.broadcast import (
    Airing,
    ClusterWords,
    Span,
    add_cluster,
    log_airing,
    order_voice,
    plan_readings,
    write_bulletin,
)
from thidua.publicity.documents import Bulletin
from thidua.publicity.models import Broadcast, PublicityItem, SpeakerCluster
from thidua.publicity.plan import ItemWords, add_item

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(whole):
    return whole.commune.culture


@pytest.fixture
def culture(officer):
    return as_(officer)


@pytest.fixture
def bulletin(campaign, officer):
    words = Bulletin("Bản tin số một", "Kính thưa bà con.\n\nHết.")
    return write_bulletin(campaign, bulletin=words, mandate=officer, on=DAY)


def send(client, name, /, *args, **typed):
    return client.post(reverse(name, args=args), typed, follow=True).content.decode()


def test_the_desk_from_nothing_to_a_weeks_timetable(culture, bulletin):
    text = page(culture, "loudspeakers")
    for words in ("Tuần này chưa có lịch phát", "Chưa có cụm loa nào", "160 tiếng một phút"):
        assert words in text
    assert "Chưa có cụm loa." in page(culture, "bulletin", bulletin.code)
    text = send(culture, "loudspeaker-settings", pace="120", voice="vi", languages="Tày, Nùng")
    assert ("120 tiếng một phút" in text, "Tày, Nùng" in text) == (True, True)
    text = send(culture, "cluster-new", name="Loa chợ", days=["0", "2"], hours="5h30")
    assert "“5h30” không phải là giờ; hãy ghi như 05:30, 17:30." in text
    text = send(culture, "cluster-new", name="Loa chợ", days=["0", "2"], hours="5:30, 17:30")
    assert ("05:30, 17:30" in text, "T2, T4" in text) == (True, True)
    cluster = SpeakerCluster.objects.get()
    typed = {"lich-cluster": str(cluster.pk), "lich-first": "05/6/2023", "lich-last": "11/6/2023"}
    text = send(culture, "bulletin-readings", bulletin.code, **typed)
    assert "Đã xếp lịch phát." in text
    assert "Các lần phát này đã có trong lịch." in send(culture, "bulletin-readings", bulletin.code, **typed)
    text = page(culture, "loudspeakers", tuan="2023-06-07")
    assert ("Thứ Tư, 07/6/2023" in text, text.count("Bản tin số một")) == (True, 4)
    assert "còn lịch chưa phát" in send(culture, "cluster-end", cluster.code)
    text = send(culture, "cluster", cluster.code, name="Loa đình", days=["6"], hours="6:00")
    assert "Loa đình" in text


def test_a_reading_is_dropped_with_a_reason_and_the_log_shows_the_rest(culture, officer, bulletin):
    slots = [
        log_airing(bulletin, airing=Airing(DAY, hour, "Loa thôn"), mandate=officer, on=DAY)
        for hour in ("05:30", "17:30")
    ]
    assert "Vì sao bỏ?" in page(culture, "drop-reading", slots[0].pk)
    send(culture, "drop-reading", slots[0].pk, reason="ghi nhầm")
    text = page(culture, "broadcast-log")
    assert ("17:30" in text, "05:30" in text) == (True, False)


def test_sound_from_a_person_and_from_the_machine(culture, officer, bulletin, settings, tmp_path):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    settings.VOICE_COMMAND = "khong-co-phan-mem"
    assert "Máy chủ chưa có phần mềm đọc." in send(culture, "bulletin-voice", bulletin.code)
    settings.VOICE_COMMAND = reader(tmp_path)
    order_voice(bulletin, command=settings.VOICE_COMMAND, mandate=officer, on=DAY)
    htmx = culture.get(reverse("bulletin-voice", args=[bulletin.code]), headers={"hx-request": "true"})
    assert "Máy đang đọc: 0 trên 2 đoạn." in htmx.content.decode()
    text = send(culture, "bulletin-voice", bulletin.code)
    assert ("Máy đã đọc xong 2 đoạn." in text, "Máy đọc, Tiếng Việt" in text) == (True, True)
    sound = culture.get(reverse("recording", args=[bulletin.code, "tieng-viet", "may"]))
    assert sound["Content-Type"] in ("audio/wav", "audio/mpeg")
    typed = {"thu-language": "Tiếng Việt", "thu-sound": upload(b"PK\x03\x04", "anh.mp3")}
    assert "Tệp không phải là bản thu âm" in send(culture, "recording-new", bulletin.code, **typed)
    typed["thu-sound"] = upload(mp3(), "../../giong doc.mp3")
    assert "Người đọc, Tiếng Việt" in send(culture, "recording-new", bulletin.code, **typed)
    assert "Đã bỏ bản thu." in send(culture, "recording-remove", bulletin.code, "tieng-viet", "may")
    assert culture.get(reverse("recording", args=[bulletin.code, "tieng-viet", "may"])).status_code == 404
    kept = bulletin.recordings.get()
    kept.file.storage.delete(kept.file.name)
    assert culture.get(reverse("recording", args=[bulletin.code, "tieng-viet", "nguoi"])).status_code == 404


def test_a_translator_fills_a_language_beside_the_vietnamese_script(culture, bulletin):
    send(culture, "loudspeaker-settings", pace="160", voice="vi", languages="Tày")
    assert "Kính thưa bà con." in page(culture, "bulletin-translate", bulletin.code, "tay")
    text = send(culture, "bulletin-translate", bulletin.code, "tay", script="Lời Tày", translator="Bà Lả")
    assert ("Lời Tày" in text, "Bà Lả" in text) == (True, True)
    assert culture.get(reverse("bulletin-translate", args=[bulletin.code, "mong"])).status_code == 404


def test_a_script_is_made_from_a_role_model_and_from_news(culture, officer, campaign):
    person, news = shown(campaign, officer), told(campaign, officer)
    assert "Gương tốt: Hiến đất làm đường" in page(culture, "bulletin-new", campaign.code, guong=person.slug)
    assert "Chiều xong một đoạn." in page(culture, "bulletin-new", campaign.code, tin=news.slug)
    address = reverse("bulletin-new", args=[campaign.code]) + f"?guong={person.slug}"
    culture.post(address, {"title": "Gương tốt", "script": "Kính thưa bà con."})
    assert Broadcast.objects.get().role_model == person


def test_a_bulletin_is_stopped_with_a_reason_and_read_again(culture, bulletin):
    assert "Xin xem lại:" in send(culture, "bulletin-stop", bulletin.code, **{"thoi-reason": ""})
    text = send(culture, "bulletin-stop", bulletin.code, **{"thoi-reason": "Sai số liệu"})
    assert ("Sai số liệu" in text, "Xếp lịch phát" in text) == (True, False)
    assert "Bản tin phát lại được" in send(culture, "bulletin-resume", bulletin.code)


def test_long_sentences_are_pointed_out(culture, officer, campaign):
    words = Bulletin("Dài", "Bà con " * 20 + "ra quân. Ngắn.")
    made = write_bulletin(campaign, bulletin=words, mandate=officer, on=DAY)
    assert "Câu dài, người đọc dễ hụt hơi" in page(culture, "bulletin", made.code)


# The plan

LINE = {
    "what": "Treo băng rôn", "who": "Văn hóa xã", "channel": "posting", "starts": "01/6/2023",
    "ends": "10/6/2023", "times": "4", "rhythm": "whole",
}  # fmt: skip


def test_the_plan_says_what_is_behind(culture, campaign):
    assert "Chưa có kế hoạch tuyên truyền" in page(culture, "publicity-plan", campaign.code)
    assert "phải là một ngày" not in page(culture, "publicity-item-new", campaign.code)
    text = send(culture, "publicity-item-new", campaign.code, **LINE)
    assert "chậm 2 lần" in text
    item = PublicityItem.objects.get()
    text = send(culture, "publicity-item-mark", item.code, day="04/6/2023", note="Treo ở cổng")
    assert "Treo ở cổng" in text
    assert "Ngày thực hiện từ" in send(culture, "publicity-item-mark", item.code, day="20/6/2023", note="x")
    assert "chậm 1 lần" in page(culture, "publicity-plan", campaign.code)
    assert "Chưa ghi lần nào." in send(culture, "publicity-mark-remove", item.marks.get().pk)
    text = send(culture, "publicity-item", item.code, **LINE | {"times": "8", "version": item.version})
    assert "chậm 4 lần" in text
    assert "Đã bỏ khỏi kế hoạch" in send(culture, "publicity-item-drop", item.code)
    assert "chậm 4 lần" in send(culture, "publicity-item-restore", item.code)


def test_others_read_the_plan_and_the_desk_and_do_not_change_them(whole, campaign, officer, bulletin):
    words = ItemWords("Văn hóa", "Phát loa", "broadcast", "", DAY, date(2023, 6, 30), 1, "whole")
    item = add_item(campaign, words=words, mandate=officer, on=DAY)
    head = as_(whole.head(whole.village))
    assert "Máy tự đếm" in page(head, "publicity-item", item.code)
    page(head, "publicity-plan", campaign.code)
    page(head, "loudspeakers")
    for name, args in (
        ("loudspeaker-settings", []), ("cluster-new", []), ("publicity-item-new", [campaign.code]),
        ("bulletin-translate", [bulletin.code, "tay"]),
    ):  # fmt: skip
        assert head.get(reverse(name, args=args)).status_code in (403, 404)


def test_the_pages_cost_the_same_for_one_and_for_three(whole, culture, officer, campaign, bulletin):
    counts = []
    for many in (1, 2):
        for number in range(many):
            words = ClusterWords(f"Loa {many}{number}", "", "0123456", ("05:30",))
            cluster = add_cluster(whole.commune.unit, words=words, mandate=officer, on=DAY)
            plan_readings(bulletin, cluster=cluster, span=Span(DAY, DAY), mandate=officer, on=DAY)
            airing = Airing(DAY, "06:00", f"Thôn {many}{number}")
            log_airing(bulletin, airing=airing, mandate=officer, on=DAY)
            line = ItemWords("Văn hóa", "Treo", "posting", "", DAY, DAY, 1, "whole")
            add_item(campaign, words=line, mandate=officer, on=DAY)
        counts.append({})
        for name, args in (
            ("loudspeakers", []), ("broadcast-log", []), ("bulletin", [bulletin.code]),
            ("publicity-plan", [campaign.code]),
        ):  # fmt: skip
            with CaptureQueriesContext(connection) as queries:
                page(culture, name, *args)
            counts[-1][name] = len(queries)
    assert counts[0] == counts[1]
