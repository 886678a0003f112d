"""Trang xếp hạng: đặt bảng điểm, chấm điểm có lý do, xếp bằng tay, so sánh cạnh nhau."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.awards.dossiers import DAY, started
from tests.factories.commune import make_person
from tests.web.test_nominations import as_, words
from thidua.awards.appraise import open_appraisal
from thidua.awards.models import Nomination, Score, ScoreTable
from thidua.awards.rank import CriterionWords
from thidua.web.forms.ranking import TableForm, as_lines

pytestmark = pytest.mark.django_db
FORM = "giay_khen_huyen"
LINES = "Lao động sáng tạo: 60\nVệ sinh đường làng: 40 điểm (không có hộ vi phạm)\nCó mô hình mới: +5,5"


@pytest.fixture
def officer(whole):
    return as_(whole.commune.standing)


def sent(whole, campaign, name, **more):
    made = started(whole, make_person(whole.village, name, **more), form=FORM, campaign=campaign)
    Nomination.objects.filter(pk=made.pk).update(state="submitted", holder=whole.commune.unit)
    return made


def url(name, campaign):
    return reverse(name, args=[campaign.code, FORM, "individual"])


def test_tu_bang_diem_den_thu_hang(whole, campaign, officer):
    tai, cuc = sent(whole, campaign, "Lộc Văn Tài"), sent(whole, campaign, "Hoàng Thị Cúc", honorific="Bà")
    assert "chưa đặt" in words(officer.get(reverse("rankings", args=[campaign.code])))
    assert "Chưa đặt cách xếp" in words(officer.get(url("ranking", campaign)))
    said = {"mode": "points", "paper": "Quy chế Hội đồng", "criteria": LINES, "tie1": "worker"}
    page = words(officer.post(url("score-table", campaign), said, follow=True))
    assert "Đã đặt cách xếp hạng của nhóm." in page
    assert "Không có hộ vi phạm".lower() in words(officer.get(url("score-table", campaign)))
    scoring = reverse("nomination-scores", args=[tai.code])
    points = {"points-1": "55", "reason-1": "theo biên bản", "points-2": "40", "points-3": "0"}
    assert "Hãy ghi lý do chấm" in words(officer.post(scoring, points))
    page = words(officer.post(scoring, points | {"holds-2": "on"}, follow=True))
    assert "Đã chấm điểm Lộc Văn Tài." in page
    full = {"points-1": "60", "points-2": "40", "holds-2": "on", "points-3": "5.5", "reason-3": "có"}
    page = words(officer.post(reverse("nomination-scores", args=[cuc.code]), full, follow=True))
    assert "Trên Lộc Văn Tài: 105,5 điểm so với 95 điểm." in page
    page = words(officer.get(url("comparison", campaign), {"hs": [tai.code, cuc.code]}))
    assert ("105,5 điểm" in page, "chưa thẩm định" in page, "Đã được khen" in page) == (True, True, True)
    page = words(officer.get(url("comparison", campaign), {"hs": [tai.code]}, follow=True))
    assert "Hãy tích từ 2 đến 6 người để so sánh." in page
    page = words(officer.post(url("clear-scores", campaign), {"reason": "chấm nhầm"}, follow=True))
    assert "Đã xóa điểm" in page
    assert not Score.objects.exists()


def test_xep_bang_tay(whole, campaign, officer):
    tai = sent(whole, campaign, "Lộc Văn Tài")
    assert officer.get(url("ranking-places", campaign)).status_code == 302
    officer.post(url("score-table", campaign), {"mode": "places", "paper": "Quy chế Hội đồng"})
    place = {f"place-{tai.code}": "1"}
    assert "Hãy ghi lý do xếp thứ 1" in words(officer.post(url("ranking-places", campaign), place))
    why = {f"why-{tai.code}": "nhiều năm liền"}
    assert "nhiều năm liền" in words(officer.post(url("ranking-places", campaign), place | why, follow=True))
    page = words(officer.get(reverse("nomination-scores", args=[tai.code])))
    assert "Nhóm này không chấm điểm" in page


def test_ho_so_dang_lap_chua_cham_va_nguoi_khac_chi_xem(whole, campaign, officer):
    draft = started(whole, make_person(whole.village, "Vi Văn Nháp"), form=FORM, campaign=campaign)
    assert officer.get(reverse("nomination-scores", args=[draft.code])).status_code == 404
    assert "Nhóm này chưa có hồ sơ" in words(officer.get(url("ranking", campaign)))
    assert "Chưa có hồ sơ để so sánh" in words(officer.get(reverse("rankings", args=[campaign.code])))
    chair = as_(whole.commune.chair, "chu-tich")
    assert "Việc này của" in words(chair.get(url("score-table", campaign)))


def test_so_cau_hoi_khong_tang_theo_so_nguoi(whole, campaign, officer):
    officer.post(
        url("score-table", campaign),
        {"mode": "points", "paper": "Quy chế", "criteria": LINES, "tie1": "first"},
    )
    counted = []
    for names in (["Lộc Văn An", "Lộc Văn Bình"], ["Lộc Văn Cư", "Lộc Văn Dần"]):
        for name in names:
            made = sent(whole, campaign, name)
            for criterion in ScoreTable.objects.get().criteria.all():
                Score.objects.create(criterion=criterion, nomination=made, points=1, by="", on=DAY)
        with CaptureQueriesContext(connection) as caught:
            officer.get(url("ranking", campaign))
            codes = Nomination.objects.values_list("code", flat=True)
            officer.get(url("comparison", campaign), {"hs": list(codes)})
        counted.append(len(caught))
    assert counted[0] == counted[1]


def test_doc_cac_dong_cua_bang_diem():
    form = TableForm({"mode": "points", "paper": "x", "criteria": LINES}, recipient="individual")
    assert form.is_valid()
    assert form.words().criteria == (
        CriterionWords("Lao động sáng tạo", Decimal(60)),
        CriterionWords("Vệ sinh đường làng", Decimal(40), needs="không có hộ vi phạm"),
        CriterionWords("Có mô hình mới", Decimal("5.5"), is_bonus=True),
    )
    rows = [(one.text, one.most, one.is_bonus, one.needs) for one in form.words().criteria]
    assert as_lines(rows) == LINES.replace(" điểm", "")
    for wrong in ("Không có điểm", "Điểm không: 0"):
        form = TableForm({"mode": "points", "paper": "x", "criteria": wrong}, recipient="individual")
        assert form.errors["criteria"] == [
            f"Dòng “{wrong}” chưa đúng; ghi tên tiêu chí, dấu hai chấm, điểm tối đa."
        ]


def test_so_sanh_neu_nhan_dinh_da_ket_luan(whole, campaign, officer):
    codes = [sent(whole, campaign, name).code for name in ("Lộc Văn Tài", "Lộc Văn Hai")]
    opened = open_appraisal(Nomination.objects.get(code=codes[0]), mandate=whole.commune.standing, on=DAY)
    opened.findings.filter(rule="criterion").update(judged=True, judged_why="có ảnh")
    page = words(officer.get(url("comparison", campaign), {"hs": codes}))
    assert "Hồ sơ chưa nêu minh chứng: đạt (có ảnh)" in page
    assert "chưa có điểm" in page
    missing = words(officer.post(url("clear-scores", campaign), {"reason": "x"}))
    assert "Chưa đặt bảng điểm hoặc cách xếp cho nhóm này." in missing
