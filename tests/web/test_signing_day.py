"""The papers of the day in signing order, as one file, and their numbers in one grid."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.awards.outcomes import honoured
from tests.awards.session_story import eligible
from tests.factories.commune import as_, make_campaign, make_person
from tests.factories.papers import make_paper
from thidua.awards.certify import make_certificates
from thidua.paper.pdf import pdf_words
from thidua.paper.picture import page_count
from thidua.records.models import NumberBook, OfficialDocument
from thidua.records.queries.numbering import numbers_ahead
from thidua.records.sign import send_for_signature, sign
from thidua.reports.conclude import draft_closing_report
from thidua.reports.signing_day import by_signer, signing_day

pytestmark = pytest.mark.django_db
DAY = date(2023, 6, 5)


@pytest.fixture
def clerk(whole) -> Client:
    return as_(whole.commune.clerk)


def page(client, **more):
    answer = client.get(reverse("signing-day"), more)
    assert answer.status_code == 200
    return answer


def typed(papers, *, numbers=(), day="05/6/2023", **more):
    """The grid as it is sent: every row, ticked."""
    said = {"dong": [paper.code for paper in papers], **more}
    for place, paper in enumerate(papers):
        number = numbers[place] if place < len(numbers) else f"{place + 1:02}"
        said |= {
            f"so-{paper.code}-number": number,
            f"so-{paper.code}-day": day,
            f"so-{paper.code}-chosen": "on",
        }
    return said


def send(client, said):
    return client.post(reverse("signing-day"), said)


def states(*papers):
    return [OfficialDocument.objects.get(pk=paper.pk).state for paper in papers]


def test_van_ban_dung_truoc_thi_ky_truoc(whole):
    made = [
        make_paper(whole, until="for_signature", purpose=purpose, on=DAY)
        for purpose in ("correction", "award_decision", "chair_submission", "campaign_plan")
    ]
    day = signing_day(whole.commune.clerk)
    assert day.to_sign == made[::-1]
    assert [(str(signer), len(papers)) for signer, papers in by_signer(day.to_sign)] == [
        (str(whole.commune.chair), 4)
    ]
    assert (day.signed, day.numbered, day.certificates) == ([], [], [])


def test_trang_trong_noi_khong_co_gi(clerk):
    assert "Không có văn bản nào chờ ký" in page(clerk).content.decode()
    assert clerk.get(reverse("signing-day-pdf")).status_code == 404


def test_in_ca_tap_la_mot_tep_co_danh_sach_o_dau(whole, clerk):
    paper = make_paper(whole, until="for_signature", on=DAY)
    make_paper(whole, until="for_signature", purpose="award_decision", on=DAY)
    answer = clerk.get(reverse("signing-day-pdf"))
    words = " ".join(pdf_words(answer.content))
    assert (answer["Content-Type"], page_count(answer.content)) == ("application/pdf", 3)
    assert words.index("Văn bản trình ký") < words.index(paper.subject) < words.index("MỤC ĐÍCH")
    assert f"Trình {whole.commune.chair}: 02 văn bản" in words


def test_cho_so_ca_bang_theo_so_cua_so_van_ban(whole, clerk):
    papers = [make_paper(whole, until="signed", on=DAY) for _ in range(3)]
    book = NumberBook.objects.get(unit=whole.commune.unit, series="office")
    first = book.next_number
    assert [one.number for one in numbers_ahead(papers, year=2023)] == [first, first + 1, first + 2]
    shown = page(clerk).content.decode()
    assert all(f'value="{number:02}"' in shown for number in range(first, first + 3))
    answer = send(clerk, typed(papers, numbers=[f"{first + n:02}" for n in range(3)]))
    assert (answer.status_code, states(*papers)) == (302, ["numbered"] * 3)
    found = [OfficialDocument.objects.get(pk=paper.pk).number_text for paper in papers]
    assert found == [f"{first + n:02}/KH-UBND" for n in range(3)]


def test_dong_sai_noi_tai_dong_dong_khac_van_ghi(whole, clerk):
    good, early, twice, left, bad, long = [make_paper(whole, until="signed", on=DAY) for _ in range(6)]
    numbers = ["51", "52/KH-UBND", "51", "54", "không", "9" * 40]
    said = typed([good, early, twice, left, bad, long], numbers=numbers)
    said[f"so-{early.code}-day"] = "01/6/2023"
    said[f"so-{bad.code}-day"] = "hôm nay"
    del said[f"so-{left.code}-chosen"]
    text = send(clerk, said).content.decode()
    assert states(good, early, twice, left, bad) == ["numbered", "signed", "signed", "signed", "signed"]
    assert "Ngày văn bản 01/6/2023 trước ngày ký 05/6/2023" in text
    assert "Số 51 trong Sổ" in text
    assert "“hôm nay” không phải là một ngày" in text
    assert "Số quá dài; hãy ghi như 45 hoặc 45/KH-UBND." in text
    assert "4 dòng nêu lý do ngay tại dòng" in text
    assert [f'value="{one}"' in text for one in ("52/KH-UBND", "54", "01/6/2023")] == [True] * 3
    assert OfficialDocument.objects.get(pk=good.pk).number_text == "51/KH-UBND"


def test_cho_so_va_phat_hanh_mot_lan(whole, clerk):
    campaign, office = make_campaign(whole, state="reviewing"), whole.commune
    eligible(whole, campaign, make_person(whole.village, "Hà Thị Lan"))
    closing = draft_closing_report(
        campaign, lessons="Giao việc rõ người.", signer=office.chair, mandate=office.standing, on=DAY
    )
    send_for_signature(closing, mandate=office.standing, on=DAY)
    sign(closing, mandate=office.chair, on=DAY)
    reply = make_paper(whole, until="signed", purpose="reply", on=DAY)
    text = send(clerk, typed([closing, reply], numbers=["71", "72"], **{"phat-hanh": "1"})).content.decode()
    assert states(closing, reply) == ["signed", "issued"]  # numbered and issued, or neither
    assert "Còn 1 hồ sơ chưa xong: " in text


def test_nguoi_khac_da_cho_so_thi_noi_ro(whole, clerk):
    paper, other = (make_paper(whole, until="signed", on=DAY) for _ in range(2))
    said = typed([paper, other], numbers=["61", "62"])
    send(clerk, typed([paper], numbers=["60"]))
    answer = clerk.post(reverse("signing-day"), said, follow=True)
    assert "1 văn bản trong bảng vừa được người khác cho số hoặc rút chữ ký." in answer.content.decode()
    assert states(paper, other) == ["numbered", "numbered"]


def test_ai_thay_gi(whole, clerk):
    paper = make_paper(whole, until="signed", on=DAY)
    waiting = make_paper(whole, until="for_signature", on=DAY)
    assert "Đọc và ký" in page(as_(whole.commune.chair)).content.decode()
    standing = as_(whole.commune.standing)
    shown = page(standing).content.decode()
    assert "1 văn bản đã ký đang chờ văn thư cho số." in shown
    send(standing, typed([paper]))
    head = page(as_(whole.head(whole.village))).content.decode()
    assert (states(paper, waiting), waiting.subject in head) == (["signed", "for_signature"], False)


def test_chua_mo_so_thi_noi_mo_o_dau(whole, clerk):
    paper = make_paper(whole, until="signed", on=DAY)
    NumberBook.objects.filter(unit=whole.commune.unit).update(year=2022)
    assert "Chưa mở sổ cho loại văn bản này." in page(clerk).content.decode()
    text = send(clerk, typed([paper], numbers=["5"])).content.decode()
    assert "chưa mở sổ cho loại văn bản này năm 2023" in text
    own = OfficialDocument(unit=whole.village, kind="bao_cao", series="office")
    assert [one.number for one in numbers_ahead([own, own], year=2023)] == [1, 2]


def test_giay_khen_cho_ky_sau_quyet_dinh(whole, clerk):
    decision = honoured(whole, make_campaign(whole, state="reviewing"))
    make_certificates(decision, mandate=whole.commune.clerk, on=DAY)
    day = signing_day(whole.commune.clerk)
    assert [(one.pk, one.waiting) for one in day.certificates] == [(decision.pk, 4)]
    assert "Giấy khen đã lập, chưa trao" in page(clerk).content.decode()
    assert signing_day(whole.head(whole.village)).certificates == []


def test_so_truy_van_nhu_nhau_cho_mot_va_ba_dong(whole, clerk):
    counts = []
    for more in (1, 2):
        for _ in range(more):
            for until in ("for_signature", "signed", "numbered"):
                make_paper(whole, until=until, on=DAY)
        page(clerk)
        with CaptureQueriesContext(connection) as found:
            page(clerk)
        counts.append(len(found))
    assert counts[0] == counts[1]
