"""Chấm điểm, xếp hạng trong nhóm: bảng điểm có văn bản, điểm có lý do, thứ tự nói vì sao."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.awards.dossiers import DAY, started
from tests.factories.commune import make_person
from tests.refusals import why_refused
from thidua.awards import rank as verbs
from thidua.awards.appraise import conclude_eligible, draft_appraisal_report, open_appraisal
from thidua.awards.models import Claim, GivenPlace, Nomination, Score
from thidua.awards.queries.ranking import (
    appendix_rows,
    compared,
    group_counts,
    group_for,
    ranking_of,
    tie_choices,
)
from thidua.awards.rank import CriterionWords, ScoreWords, TableWords
from thidua.campaigns.models import PlanIntake
from thidua.journal.models import JournalEntry
from thidua.org.models import Person
from thidua.records.documents.printing import paper_of

pytestmark = pytest.mark.django_db
WORK = CriterionWords("Lao động sáng tạo", Decimal(60))
CLEAN = CriterionWords("Vệ sinh đường làng", Decimal(40), needs="không có hộ vi phạm")
BONUS = CriterionWords("Có mô hình mới", Decimal("5.5"), is_bonus=True)
TABLE = TableWords("points", "Phụ lục của kế hoạch", (WORK, CLEAN, BONUS), ("worker", "tc1"))
PLACES = TableWords("places", "Quy chế Hội đồng")
FORM = "giay_khen_huyen"


@pytest.fixture
def three(whole, campaign):
    people = [
        make_person(whole.village, "Lộc Văn Tài", is_direct_worker=True, ethnicity="Tày"),
        make_person(whole.village, "Nông Văn Bách", ethnicity="Kinh"),
        make_person(whole.village, "Hoàng Thị Cúc", honorific="Bà"),
    ]
    made = [started(whole, one, form=FORM, campaign=campaign) for one in people]
    held = {"state": "submitted", "holder": whole.commune.unit, "submitted_on": DAY}
    Nomination.objects.filter(pk__in=[one.pk for one in made]).update(**held)
    return [Nomination.objects.get(pk=one.pk) for one in made]


def group(whole, campaign):
    return group_for(whole.commune.standing, campaign, FORM, "individual")


def acting(whole):
    return {"mandate": whole.commune.standing, "on": DAY}


def set_table(whole, campaign, words=TABLE):
    verbs.set_score_table(group(whole, campaign), words=words, **acting(whole))
    return group(whole, campaign)


def score(whole, campaign, nomination, *given):
    """Points in the order of the table; a pair says that the condition does not hold."""
    found = group(whole, campaign)
    scores = {
        one.pk: ScoreWords(Decimal(str(points)), reason="theo biên bản")
        for one, points in zip(found.table.criteria.all(), given, strict=True)
    }
    verbs.score_nomination(nomination, group=found, scores=scores, **acting(whole))


def told(whole, campaign):
    rows = ranking_of(group(whole, campaign), on=DAY).rows
    return [(row.placed.place, row.nomination.name, row.placed.because) for row in rows]


def test_chua_dat_cach_xep_thi_chua_co_hang(whole, campaign, three):
    assert told(whole, campaign) == [
        (None, "Nông Văn Bách", ""),
        (None, "Hoàng Thị Cúc", ""),
        (None, "Lộc Văn Tài", ""),
    ]
    assert group_counts(whole.commune.standing, campaign)[0]["number"] == 3
    assert not ranking_of(group(whole, campaign), on=DAY).is_begun


def test_diem_roi_uu_tien_nu_roi_tieu_chi_phu(whole, campaign, three):
    tai, bach, cuc = three
    set_table(whole, campaign)
    for one, points in ((tai, (50, 40, 0)), (bach, (50, 40, 0)), (cuc, (50, 40, 0))):
        score(whole, campaign, one, *points)
    source = "Nghị định 91/2017/NĐ-CP, Điều 3; chưa xác nhận, kiểm tra văn bản gốc"
    assert told(whole, campaign) == [
        (
            1,
            "Hoàng Thị Cúc",
            f"Trên Lộc Văn Tài: cùng 90 điểm, ưu tiên cá nhân nữ ({source}).",
        ),
        (2, "Lộc Văn Tài", "Trên Nông Văn Bách: cùng 90 điểm, là người lao động trực tiếp."),
        (3, "Nông Văn Bách", ""),
    ]  # fmt: skip
    score(whole, campaign, bach, 60, 40, 5.5)
    assert told(whole, campaign)[0] == (1, "Nông Văn Bách", "Trên Hoàng Thị Cúc: 105,5 điểm so với 90 điểm.")
    assert group_counts(whole.commune.standing, campaign)[0]["has_table"]


def test_khong_dat_dieu_kien_thi_tieu_chi_tinh_khong(whole, campaign, three):
    found = set_table(whole, campaign)
    work, clean, bonus = found.table.criteria.all()
    scores = {
        work.pk: ScoreWords(Decimal(60)),
        clean.pk: ScoreWords(Decimal(40), holds=False, reason="có hai hộ vi phạm"),
        bonus.pk: ScoreWords(Decimal(0)),
    }
    verbs.score_nomination(three[0], group=found, scores=scores, **acting(whole))
    row = ranking_of(group(whole, campaign), on=DAY).rows[0]
    assert row.placed.contender.shown == "60 điểm"
    assert row.reasons == (
        "60 điểm; “Vệ sinh đường làng” tính 0 vì chưa đạt điều kiện",
        "Lao động sáng tạo: 60 điểm",
        "Vệ sinh đường làng: 40 điểm (có hai hộ vi phạm)",
        "Có mô hình mới: 0 điểm",
    )
    entry = JournalEntry.objects.get(verb="score_nomination")
    assert entry.data == {"Lao động sáng tạo": "60", "Vệ sinh đường làng": "40", "Có mô hình mới": "0"}


def test_diem_phai_co_ly_do_va_trong_muc(whole, campaign, three):
    found = set_table(whole, campaign)
    work, clean, bonus = found.table.criteria.all()
    full = {one.pk: ScoreWords(one.most, reason="đủ") for one in (work, clean, bonus)}
    for pk, words, says in (
        (work.pk, ScoreWords(Decimal(50)), "Hãy ghi lý do chấm “Lao động sáng tạo”."),
        (clean.pk, ScoreWords(Decimal(40), holds=False), "Hãy ghi lý do chấm “Vệ sinh đường làng”."),
        (bonus.pk, ScoreWords(Decimal(5)), "Hãy ghi lý do chấm “Có mô hình mới”."),
        (bonus.pk, ScoreWords(Decimal(6), reason="x"), "“Có mô hình mới” chấm từ 0 đến 5,5 điểm."),
    ):
        scores = full | {pk: words}
        said = why_refused(verbs.score_nomination, three[0], group=found, scores=scores, **acting(whole))
        assert said == says
    del full[work.pk]
    said = why_refused(verbs.score_nomination, three[0], group=found, scores=full, **acting(whole))
    assert said == "Chưa chấm tiêu chí “Lao động sáng tạo”."
    assert not Score.objects.exists()


def test_bang_diem_phai_co_van_ban_va_tieu_chi(whole, campaign, three):
    found = group(whole, campaign)
    assert why_refused(verbs.score_nomination, three[0], group=found, scores={}, **acting(whole)) == (
        "Chưa đặt bảng điểm hoặc cách xếp cho nhóm này."
    )
    for words, says in (
        (TableWords("points", " ", (WORK,)), "Hãy ghi văn bản hoặc mục của kế hoạch quy định cách chấm."),
        (TableWords("points", "Quy chế"), "Bảng điểm cần từ 1 đến 60 tiêu chí."),
    ):
        assert why_refused(verbs.set_score_table, found, words=words, **acting(whole)) == says


def test_doi_bang_khi_da_co_diem_phai_xoa_diem_truoc(whole, campaign, three):
    found = set_table(whole, campaign)
    again = TableWords("points", "Quy chế", (WORK,))
    found = set_table(whole, campaign, again)
    assert found.table.paper == "Quy chế"
    score(whole, campaign, three[0], 60)
    said = why_refused(verbs.set_score_table, found, words=TABLE, **acting(whole))
    assert said == "Đã có điểm hoặc thứ tự theo bảng này; hãy xóa điểm trước khi đổi bảng."
    assert why_refused(verbs.clear_scores, found, reason=" ", **acting(whole)) == "Hãy ghi lý do xóa điểm."
    verbs.clear_scores(found, reason="chấm nhầm bảng", **acting(whole))
    kept = JournalEntry.objects.get(verb="clear_scores").data
    assert kept == {"given": ["Lộc Văn Tài · Lao động sáng tạo: 60.00"]}
    assert set_table(whole, campaign).table.criteria.count() == 3


def test_xep_bang_tay_co_ly_do_va_duoc_ngang_nhau(whole, campaign, three):
    tai, bach, cuc = three
    found = set_table(whole, campaign, PLACES)
    reasons = {tai.pk: "nhiều năm", cuc.pk: "nhiều năm"}
    said = why_refused(verbs.give_places, found, places={bach.pk: 1}, reasons=reasons, **acting(whole))
    assert said == "Hãy ghi lý do xếp thứ 1 cho Nông Văn Bách."
    verbs.give_places(found, places={tai.pk: 1, cuc.pk: 1}, reasons=reasons, **acting(whole))
    assert [row[:2] for row in told(whole, campaign)] == [
        (1, "Hoàng Thị Cúc"),
        (2, "Lộc Văn Tài"),
        (None, "Nông Văn Bách"),
    ]
    said = why_refused(verbs.score_nomination, tai, group=found, scores={}, **acting(whole))
    assert said == "Nhóm này xếp thứ tự bằng tay, không chấm điểm."
    verbs.clear_scores(found, reason="xếp lại", **acting(whole))
    assert not GivenPlace.objects.exists()
    by_points = set_table(whole, campaign)
    said = why_refused(verbs.give_places, by_points, places={tai.pk: 1}, reasons=reasons, **acting(whole))
    assert said == "Nhóm này xếp theo điểm; hãy chấm điểm từng hồ sơ."


def test_chua_duoc_khen_dan_toc_thieu_so_la_tieu_chi_phu(whole, campaign, three):
    tai, bach, cuc = three
    Person.objects.filter(pk=cuc.person_id).update(honorific="Ông")
    set_table(whole, campaign, TableWords("points", "Quy chế", (WORK,), ("first", "minority", "không có")))
    for one in three:
        score(whole, campaign, one, 60)
    assert [(place, name) for place, name, _ in told(whole, campaign)] == [
        (1, "Lộc Văn Tài"),
        (2, "Nông Văn Bách"),
        (2, "Hoàng Thị Cúc"),
    ]
    assert [key for key, _ in tie_choices("collective", ["a", "b"])] == ["first", "tc1", "tc2"]


def test_chi_thuong_truc_va_khi_dot_con_xet(whole, campaign, three):
    found = set_table(whole, campaign)
    clerk = {"mandate": whole.commune.clerk, "on": DAY}
    assert why_refused(verbs.clear_scores, found, reason="x", **clerk).startswith("Việc này của: ")
    found.campaign.state = "closed"
    said = why_refused(verbs.clear_scores, found, reason="x", **acting(whole))
    assert said == "Đợt thi đua đã tổng kết; không chấm điểm, xếp hạng nữa."


def test_so_sanh_minh_chung_nhan_dinh_va_diem(whole, campaign, three):
    set_table(whole, campaign)
    score(whole, campaign, three[0], 60, 40, 0)
    Claim.objects.filter(nomination=three[0]).update(text="Danh sách 62 hộ")
    open_appraisal(three[0], **acting(whole))
    first, second = compared(group(whole, campaign), [one.code for one in three[:2]], on=DAY)
    assert (first.nomination.name, second.nomination.name) == ("Nông Văn Bách", "Lộc Văn Tài")
    assert list(second.claims.values()) == ["Danh sách 62 hộ"]
    assert (len(first.findings), bool(second.findings)) == (0, True)
    assert second.ranked.placed.place == 1


def test_bao_cao_tham_dinh_in_thu_tu_va_vi_sao(whole, campaign, three):
    set_table(whole, campaign)
    score(whole, campaign, three[0], 60, 40, 0)
    score(whole, campaign, three[1], 50, 40, 0)
    appraisal = open_appraisal(three[0], **acting(whole))
    appraisal.findings.exclude(verdict="yes").update(judged=True, judged_why="đã xem")
    appraisal.findings.filter(verdict="no", weight="block").delete()
    conclude_eligible(appraisal, **acting(whole))
    printed = str(paper_of(draft_appraisal_report(campaign, **acting(whole))))
    assert "THỨ TỰ TRONG TỪNG NHÓM" in printed
    assert "Trên Nông Văn Bách: 100 điểm so với 90 điểm." in printed


def test_thang_diem_trong_phu_luc_cua_ke_hoach(campaign, whole):
    assert appendix_rows(campaign, "individual") == []

    def row(text, points):
        return {"text": {"value": text}, "points": {"value": points} if points else None}

    groups = [
        {"group": {"value": "ĐỐI VỚI TẬP THỂ"}, "rows": [row("Đường sạch", "40"), row("Mục lớn", None)]},
        {"group": {"value": "Cá nhân"}, "rows": [row("Sáng kiến", "12,5"), row("Khác", "10-20")]},
    ]
    PlanIntake.objects.create(
        unit=campaign.unit, code="kehoach1", name="ke-hoach.txt", kind="txt", text="", added_by="",
        added_on=DAY, campaign=campaign, reading={"appendix": {"groups": groups}},
    )  # fmt: skip
    campaign.refresh_from_db()
    assert appendix_rows(campaign, "individual") == [("Sáng kiến", Decimal("12.5"))]
    assert appendix_rows(campaign, "collective") == [("Đường sạch", Decimal(40))]
    assert len(appendix_rows(campaign, "household")) == 2
