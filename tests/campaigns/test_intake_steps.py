"""Xem lại kế hoạch: từng bước, hoàn tác, và hai người cùng xem một bản."""

import pytest

from tests.factories.commune import Commune
from tests.factories.plans import DAY, make_intake, settle_all
from thidua.campaigns.intake import (
    PlanFacts,
    accept_plan,
    add_item,
    apply_suggestions,
    settle,
    settle_section,
    undo,
    undo_one,
)
from thidua.campaigns.models import PlanIntake, Proposal
from thidua.campaigns.queries.plan import last_click, settled
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def intake(whole: Commune) -> PlanIntake:
    return make_intake(whole)


def as_it_stands(intake: PlanIntake) -> list[tuple[str, str, str, int]]:
    return list(intake.proposals.values_list("path", "value", "state", "step"))


def take_back(intake: PlanIntake, whole: Commune) -> list[str]:
    last = last_click(intake)
    assert last is not None
    return undo(intake, number=last.step.number, mandate=whole.commune.standing, on=DAY)


def say(intake: PlanIntake, path: str, whole: Commune, answer: str, value: str | None = None) -> Proposal:
    one = intake.proposals.get(path=path)
    settle(one, answer=answer, value=value, mandate=whole.commune.standing, on=DAY)
    return one


def test_hoan_tac_tra_lai_dung_nhu_truoc(whole: Commune, intake: PlanIntake) -> None:
    before = as_it_stands(intake)
    content = say(intake, "contents[0]", whole, "edited", "Thi đua làm đường.")
    assert take_back(intake, whole) == [str(content.pk)]
    assert as_it_stands(intake) == before
    entry = JournalEntry.objects.get(verb="undo")
    assert entry.says == "Hoàn tác: Sửa “Nội dung 1”."
    assert last_click(intake) is None


def test_hoan_tac_tung_buoc_theo_thu_tu_nguoc(whole: Commune, intake: PlanIntake) -> None:
    say(intake, "contents[0]", whole, "edited", "Lần một.")
    say(intake, "contents[0]", whole, "edited", "Lần hai.")
    take_back(intake, whole)
    assert intake.proposals.get(path="contents[0]").value == "Lần một."
    take_back(intake, whole)
    assert intake.proposals.get(path="contents[0]").state == "open"


def test_hoan_tac_goi_y_thi_chu_cu_tro_lai(whole: Commune, intake: PlanIntake) -> None:
    before = as_it_stands(intake)
    problem = intake.proposals.get(before="thể trận")
    changed = settle(problem, answer="accepted", mandate=whole.commune.standing, on=DAY)
    assert set(changed) == {str(problem.pk), str(intake.proposals.get(path="contents[2]").pk)}
    take_back(intake, whole)
    assert as_it_stands(intake) == before


def test_ap_dung_ca_roi_hoan_tac_mot_hoac_ca(whole: Commune, intake: PlanIntake) -> None:
    before, officer = as_it_stands(intake), whole.commune.standing
    assert apply_suggestions(intake, mandate=officer, on=DAY) == 2
    last = last_click(intake)
    assert last is not None
    assert last.how_many == 2
    one = intake.proposals.get(before="thể trận")
    undo_one(intake, number=one.step, mandate=officer, on=DAY)
    assert "thể trận" in settled(intake)["contents"][2]
    assert settled(intake)["scope_text"] == "trên địa bàn xã"
    take_back(intake, whole)
    assert as_it_stands(intake) == before


def test_nhan_ca_phan_la_mot_lan_bam(whole: Commune, intake: PlanIntake) -> None:
    before = as_it_stands(intake)
    settle_section(intake, section="groups", mandate=whole.commune.standing, on=DAY)
    assert len(take_back(intake, whole)) == 3
    assert as_it_stands(intake) == before
    assert JournalEntry.objects.get(verb="undo").says == (
        "Hoàn tác: Nhận “Đối tượng 3”. (và 2 việc cùng lần bấm)"
    )


def test_hoan_tac_muc_da_them(whole: Commune, intake: PlanIntake) -> None:
    before = as_it_stands(intake)
    add_item(
        intake, field="responsibilities", text="Gác đường.", group="Công an xã",
        mandate=whole.commune.standing, on=DAY,
    )  # fmt: skip
    assert len(as_it_stands(intake)) == len(before) + 2
    take_back(intake, whole)
    assert as_it_stands(intake) == before


def test_viec_da_doi_tiep_thi_chua_hoan_tac_duoc(whole: Commune, intake: PlanIntake) -> None:
    officer = whole.commune.standing
    settle(intake.proposals.get(before="thể trận"), answer="accepted", mandate=officer, on=DAY)
    say(intake, "contents[2]", whole, "edited", "Thi đua giữ gìn biên giới.")
    with pytest.raises(Refused) as refused:
        undo(intake, number=1, mandate=officer, on=DAY)
    assert str(refused.value) == (
        f"Chưa hoàn tác được việc này. Sau đó {officer} đã làm: Sửa “Nội dung 3”. "
        "Hãy hoàn tác việc làm sau trước."
    )


def test_hoan_tac_hai_lan_cung_mot_viec(whole: Commune, intake: PlanIntake) -> None:
    say(intake, "contents[0]", whole, "skipped")
    take_back(intake, whole)
    with pytest.raises(Refused) as refused:
        undo(intake, number=1, mandate=whole.commune.standing, on=DAY)
    assert str(refused.value) == "Việc này đã được hoàn tác rồi; hãy xem trang như đang hiện."


def test_nguoi_khac_vua_sua_thi_khong_ghi_de(whole: Commune, intake: PlanIntake) -> None:
    content = say(intake, "contents[0]", whole, "edited", "Bản của người kia.")
    with pytest.raises(Refused) as refused:
        settle(content, answer="edited", value="Bản của tôi.", seen=0, mandate=whole.commune.standing, on=DAY)
    assert str(refused.value) == (
        f"Chỗ này vừa đổi ở nơi khác – {whole.commune.standing}: Sửa “Nội dung 1”. "
        "Bản mới hiện bên dưới; nếu vẫn muốn, hãy gửi lại."
    )
    content.refresh_from_db()
    assert content.value == "Bản của người kia."
    settle(content, answer="edited", value="Bản của tôi.", seen=1, mandate=whole.commune.standing, on=DAY)
    assert content.value == "Bản của tôi."


def test_nguoi_kia_vua_hoan_tac_thi_cung_noi(whole: Commune, intake: PlanIntake) -> None:
    content = say(intake, "contents[0]", whole, "skipped")
    take_back(intake, whole)
    with pytest.raises(Refused, match="đã hoàn tác về như lúc mới đọc"):
        settle(content, answer="accepted", seen=1, mandate=whole.commune.standing, on=DAY)


def test_chi_thuong_truc_hoan_tac_va_khong_sau_khi_nhan(whole: Commune, intake: PlanIntake) -> None:
    say(intake, "contents[0]", whole, "accepted")
    with pytest.raises(Refused):
        undo(intake, number=1, mandate=whole.commune.clerk, on=DAY)
    settle_all(intake, whole)
    accept_plan(intake, facts=PlanFacts("Mừng 90 năm"), mandate=whole.commune.standing, on=DAY)
    with pytest.raises(Refused, match="đã nhận làm đợt thi đua"):
        undo_one(intake, number=1, mandate=whole.commune.standing, on=DAY)
