"""Sửa ranh giới đoạn: đọc lại chỗ phụ thuộc, giữ điều đã quyết ở chỗ khác, hoàn tác được."""

import pytest

from tests.factories.commune import Commune
from tests.factories.plans import DAY, PLAN, make_intake, make_prepared_campaign, upload
from thidua.campaigns.intake import (
    Reread,
    add_item,
    apply_suggestions,
    correct_boundary,
    reopen_plan,
    settle,
    take_plan,
    undo,
)
from thidua.campaigns.models import PlanIntake
from thidua.campaigns.queries.plan import settled
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused

pytestmark = pytest.mark.django_db
FIRST = "Thi đua lao động sản xuất: mỗi thôn giữ vững diện tích cây hồi, mở rộng đường nội đồng."
SECOND = "Thi đua cải cách hành chính, giải quyết hồ sơ đúng hẹn cho người dân."
SPLIT = "mở rộng đường nội đồng"


@pytest.fixture
def intake(whole: Commune) -> PlanIntake:
    return make_intake(whole)


def correct(intake: PlanIntake, whole: Commune, words: str, kind: str) -> Reread:
    at = intake.text.index(words)
    return correct_boundary(intake, at=at, kind=kind, mandate=whole.commune.standing, on=DAY)


def say(intake: PlanIntake, path: str, whole: Commune, answer: str, value: str | None = None) -> None:
    one = intake.proposals.get(path=path)
    settle(one, answer=answer, value=value, mandate=whole.commune.standing, on=DAY)


def contents(intake: PlanIntake) -> list[str]:
    found: list[str] = settled(intake)["contents"]
    return found


def test_noi_hai_noi_dung_lam_mot(whole: Commune, intake: PlanIntake) -> None:
    say(intake, "title", whole, "edited", "Phong trào thi đua mừng 90 năm")
    say(intake, "contents[2]", whole, "skipped")
    keys = dict(intake.proposals.values_list("path", "pk"))
    before = intake.proposals.count()
    result = correct(intake, whole, "2. Thi đua cải cách", "join")
    assert (result.new, result.kept) == (1, before - 2)
    assert contents(intake) == [f"{FIRST} 2. {SECOND}"]
    assert settled(intake)["title"] == "Phong trào thi đua mừng 90 năm"
    moved = intake.proposals.get(path="contents[1]")
    assert (moved.pk, moved.state, moved.clause) == (keys["contents[2]"], "skipped", "II.3")
    assert JournalEntry.objects.get(verb="correct_boundary").says == (
        "Nối một đoạn vào đoạn trên: “2. Thi đua cải cách hành chính, giải quyết hồ sơ đúng hẹn ch”."
    )


def test_tach_thi_moi_phan_la_mot_noi_dung(whole: Commune) -> None:
    glued = PLAN.replace("nội đồng.\n2. Thi đua", "nội đồng. 2. Thi đua")
    intake = take_plan(upload(glued), way="draft", mandate=whole.commune.standing, on=DAY)
    assert contents(intake)[0] == f"{FIRST} 2. {SECOND}"
    correct(intake, whole, "2. Thi đua cải cách", "split")
    assert contents(intake)[:2] == [FIRST, SECOND]


def test_doan_sang_muc_sau_thi_thanh_viec_cua_muc_ay(whole: Commune, intake: PlanIntake) -> None:
    say(intake, "contents[2]", whole, "edited", "Thi đua giữ gìn biên giới.")
    correct(intake, whole, "3. Thi đua giữ gìn", "next")
    assert contents(intake) == [FIRST, SECOND]
    assert settled(intake)["solutions"][0].startswith("Thi đua giữ gìn an ninh biên giới")
    correct(intake, whole, "3. Thi đua giữ gìn", "previous")
    assert len(contents(intake)) == 3


def test_chu_da_sua_o_doan_bi_cat_lai_van_con_ben_canh(whole: Commune, intake: PlanIntake) -> None:
    say(intake, "contents[0]", whole, "edited", "Thi đua làm đường, trồng hồi.")
    correct(intake, whole, SPLIT, "split")
    anew = intake.proposals.get(path="contents[0]")
    assert anew.why == "Vừa đọc lại vì ranh giới đổi; trước đó đã ghi: “Thi đua làm đường, trồng hồi.”"
    assert not anew.is_clear


def test_hoan_tac_ranh_gioi_tra_lai_tat_ca(whole: Commune, intake: PlanIntake) -> None:
    say(intake, "contents[0]", whole, "edited", "Thi đua làm đường, trồng hồi.")
    before = list(intake.proposals.values())
    read, stretches = intake.reading, intake.stretches
    correct(intake, whole, "2. Thi đua cải cách", "join")
    undo(intake, number=2, mandate=whole.commune.standing, on=DAY)
    fresh = PlanIntake.objects.get(pk=intake.pk)
    assert list(fresh.proposals.values()) == before
    assert (fresh.reading, fresh.stretches, fresh.boundaries) == (read, stretches, [])
    undo(fresh, number=1, mandate=whole.commune.standing, on=DAY)
    assert contents(fresh)[0] == FIRST


def test_lam_tiep_roi_thi_hoan_tac_viec_sau_truoc(whole: Commune, intake: PlanIntake) -> None:
    correct(intake, whole, "2. Thi đua cải cách", "join")
    say(intake, "contents[0]", whole, "accepted")
    with pytest.raises(Refused, match="Hãy hoàn tác việc làm sau trước"):
        undo(intake, number=1, mandate=whole.commune.standing, on=DAY)


def test_goi_y_da_ap_dung_van_ap_dung_cho_chu_doc_lai(whole: Commune, intake: PlanIntake) -> None:
    apply_suggestions(intake, mandate=whole.commune.standing, on=DAY)
    correct(intake, whole, "3. Thi đua giữ gìn", "join")
    assert "củng cố thế trận quốc phòng" in contents(intake)[1]
    assert intake.proposals.get(before="thể trận").state == "accepted"


def test_muc_tu_them_duoc_giu_va_danh_so_lai(whole: Commune, intake: PlanIntake) -> None:
    officer = whole.commune.standing
    add_item(intake, field="contents", text="Giữ sạch đường thôn.", mandate=officer, on=DAY)
    add_item(intake, field="contents", text="Giữ ấm chuồng trại.", mandate=officer, on=DAY)
    add_item(
        intake, field="awards[1].criteria", text="Hiến đất làm đường.", group="Đối với hộ", mandate=officer,
        on=DAY,
    )  # fmt: skip
    correct(intake, whole, "2. Thi đua cải cách", "join")
    assert contents(intake)[2:] == ["Giữ sạch đường thôn.", "Giữ ấm chuồng trại."]
    criterion = settled(intake)["awards"][1]["criteria"][3]
    assert (criterion["group"], criterion["text"]) == ("Đối với hộ", ["Hiến đất làm đường."])


def test_o_trong_da_ghi_van_la_dieu_da_ghi(whole: Commune) -> None:
    lacking = PLAN.replace(
        "Thời gian thi đua từ ngày phát động đến hết ngày 31/5/2023.", "Thực hiện trong năm."
    )
    intake = take_plan(upload(lacking), way="draft", mandate=whole.commune.standing, on=DAY)
    say(intake, "period.end", whole, "edited", "31/5/2023")
    correct(intake, whole, "2. Thi đua cải cách", "join")
    assert settled(intake)["period"]["end"] == "2023-05-31"


def test_dieu_da_ghi_thay_cho_dieu_doc_duoc_sau(whole: Commune) -> None:
    hidden = PLAN.replace(
        "IV. THỜI GIAN THI ĐUA\nThời gian thi đua từ ngày phát động đến hết ngày 31/5/2023.", ""
    ).replace("theo dõi, đôn đốc,", "theo dõi. IV. THỜI GIAN: đến hết ngày 30/4/2023.")
    intake = take_plan(upload(hidden), way="draft", mandate=whole.commune.standing, on=DAY)
    say(intake, "period.end", whole, "edited", "31/5/2023")
    correct(intake, whole, "IV. THỜI GIAN:", "split")
    assert intake.reading["period"]["end"] == "2023-04-30"
    assert settled(intake)["period"]["end"] == "2023-05-31"


@pytest.mark.parametrize(
    ("words", "kind", "says"),
    [
        ("Mỗi thôn chọn", "join", "Phía trên đoạn này không có đoạn nào để nối."),
        ("Phát động đợt", "split", "Chỗ này không nằm giữa một đoạn; hãy chọn chữ đầu của đoạn mới."),
        ("Trên đây là", "next", "Phía dưới đoạn này không còn mục nào."),
        ("Thực hiện Kế hoạch", "previous", "Phía trên đoạn này không còn mục nào."),
    ],
)
def test_khong_co_gi_de_doi_thi_noi_ro(
    whole: Commune, intake: PlanIntake, words: str, kind: str, says: str
) -> None:
    with pytest.raises(Refused) as refused:
        correct(intake, whole, words, kind)
    assert str(refused.value) == says
    assert intake.steps.count() == 0


def test_chi_thuong_truc_sua_ranh_gioi(whole: Commune, intake: PlanIntake) -> None:
    with pytest.raises(Refused):
        correct_boundary(intake, at=0, kind="join", mandate=whole.commune.clerk, on=DAY)


def test_ke_hoach_cap_tren_doc_lai_van_chi_la_mau(whole: Commune) -> None:
    intake = make_intake(whole, way="new")
    correct(intake, whole, "2. Thi đua cải cách", "join")
    assert not intake.proposals.filter(path="number").exists()
    assert all(one.confidence is None for one in intake.proposals.filter(kind="value"))


def test_trang_xem_lai_sau_khi_tra_ve_buoc_doc(whole: Commune) -> None:
    """What was accepted with the whole plan has no step of its own; what has one can still be taken back."""
    campaign = make_prepared_campaign(whole)
    intake = reopen_plan(campaign, mandate=whole.commune.standing, on=DAY)
    assert intake.proposals.get(path="contents[0]").step == 0
    correct(intake, whole, "2. Thi đua cải cách", "join")
    assert intake.proposals.get(before="thể trận").state == "accepted"
