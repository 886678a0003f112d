"""Local rules: proposed, confirmed once with a paper, changed from a day on."""

from datetime import date

import pytest

from tests.factories.commune import Commune, make_commune
from thidua.journal.models import JournalEntry
from thidua.law.local import LocalValue
from thidua.law.ruling import Refused
from thidua.records.models import LocalRule
from thidua.records.queries.settings import local_values, rule_areas, rule_changes, rule_on, rules_on
from thidua.records.regulate import LiftWords, RuleWords, confirm_rule, lift_rule

TODAY = date(2023, 3, 20)
PAPER = "Quy chế hoạt động của Hội đồng, ban hành kèm theo Quyết định số 30/QĐ-UBND ngày 15/3/2023"
pytestmark = pytest.mark.django_db


@pytest.fixture
def commune() -> Commune:
    made = make_commune(2023)
    LocalRule.objects.all().delete()
    return made


def confirm(
    commune: Commune, rule: str, value: str, *, starts: date = TODAY, paper: str = PAPER
) -> LocalRule:
    return confirm_rule(
        commune.commune.unit, rule=rule, words=RuleWords(value, paper, starts),
        mandate=commune.commune.chair, on=TODAY,
    )  # fmt: skip


def test_a_rule_is_only_proposed_until_the_office_confirms_it(commune: Commune) -> None:
    unit = commune.commune.unit
    now = rule_on(unit, "council_quorum", TODAY)
    assert (now.current, now.value_says) == (None, "ít nhất 2/3 tổng số thành viên Hội đồng")
    assert local_values(unit, TODAY) == {}
    row = confirm(commune, "council_quorum", "3/4")
    assert row.confirmed_by == "Lương Quốc Thịnh, Chủ tịch UBND xã Nà Lâm"
    assert rule_on(unit, "council_quorum", TODAY).value_says == "ít nhất 3/4 tổng số thành viên Hội đồng"
    assert local_values(unit, TODAY) == {"council_quorum": LocalValue("3/4", PAPER)}
    assert local_values(unit, date(2023, 3, 19)) == {}
    assert JournalEntry.objects.get().says == (
        f"Số thành viên tối thiểu để họp Hội đồng: ít nhất 3/4 tổng số thành viên Hội đồng, "
        f"từ ngày 20/3/2023, theo {PAPER}."
    )


@pytest.mark.parametrize(
    ("rule", "value", "said"),
    [
        ("threshold_giay_khen", "1/2", "quá 1/2 tổng số thành viên Hội đồng"),
        ("threshold_bang_khen", "70 %", "ít nhất 70 % tổng số thành viên Hội đồng"),
        ("appraisal_days", "10", "10 ngày làm việc kể từ khi nhận đủ hồ sơ"),
        ("household_factor", "1.5", "1,5 lần mức thưởng cá nhân"),
    ],
)
def test_a_value_reads_as_a_sentence(commune: Commune, rule: str, value: str, said: str) -> None:
    confirm(commune, rule, value)
    assert rule_on(commune.commune.unit, rule, TODAY).value_says == said


def test_a_choice_is_shown_in_words(commune: Commune) -> None:
    confirm(commune, "bonus_rounding", "nearest")
    said = rule_on(commune.commune.unit, "bonus_rounding", TODAY).value_says
    assert said == "Làm tròn đến hàng chục nghìn đồng gần nhất"


def test_a_change_ends_the_old_value_the_day_before(commune: Commune) -> None:
    unit = commune.commune.unit
    confirm(commune, "appraisal_days", "10")
    confirm(commune, "appraisal_days", "7", starts=date(2023, 6, 1))
    rows = LocalRule.objects.filter(rule="appraisal_days").values_list("value", "starts", "ends")
    assert list(rows) == [("10", TODAY, date(2023, 5, 31)), ("7", date(2023, 6, 1), None)]
    values = [
        local_values(unit, day)["appraisal_days"].value for day in (date(2023, 5, 31), date(2023, 6, 1))
    ]
    assert values == ["10", "7"]
    assert JournalEntry.objects.latest("number").data == {"rule": "appraisal_days", "before": "10"}


@pytest.mark.parametrize(
    ("rule", "value", "paper", "starts", "expected"),
    [
        ("appraisal_days", "nhanh", PAPER, TODAY, "local_value"),
        ("appraisal_days", "5", " ", TODAY, "rule:paper"),
        ("khong_co", "5", PAPER, TODAY, "rule:unknown"),
        ("council_quorum", "1/2", PAPER, TODAY, "rule:order"),
        ("council_quorum", "2/3", PAPER, date(2023, 4, 1), "rule:same"),
    ],
)
def test_what_may_not_be_confirmed(
    commune: Commune, rule: str, value: str, paper: str, starts: date, expected: str
) -> None:
    confirm(commune, "council_quorum", "2/3")
    with pytest.raises(Refused) as refused:
        confirm(commune, rule, value, starts=starts, paper=paper)
    assert refused.value.ruling.rule == expected
    assert LocalRule.objects.count() == 1


def test_only_chair_and_standing_officer_of_the_same_committee_regulate(commune: Commune) -> None:
    words = RuleWords("2/3", PAPER, TODAY)
    assert commune.district is not None
    for mandate, expected in (
        (commune.commune.clerk, "mandate:role"),
        (commune.commune.admin, "mandate:role"),
        (commune.head(commune.village), "mandate:role"),
        (commune.district.chair, "mandate:unit"),
    ):
        with pytest.raises(Refused) as refused:
            confirm_rule(commune.commune.unit, rule="council_quorum", words=words, mandate=mandate, on=TODAY)
        assert refused.value.ruling.rule == expected


def test_the_list_follows_the_law_of_the_day(commune: Commune) -> None:
    unit = commune.commune.unit
    in_2023, in_2026 = (
        {rule.proposal.id for rule in rules_on(unit, day)} for day in (TODAY, date(2026, 3, 1))
    )
    assert "giay_khen_xa_individual" in in_2026 - in_2023
    with pytest.raises(LocalRule.DoesNotExist):
        rule_on(unit, "giay_khen_xa_individual", TODAY)


def lift(commune: Commune, rule: str, *, starts: date, paper: str = PAPER) -> LocalRule:
    return lift_rule(
        commune.commune.unit,
        rule=rule,
        words=LiftWords(paper, starts),
        mandate=commune.commune.chair,
        on=TODAY,
    )


def test_mot_quy_tac_tuy_chon_thoi_ap_dung_tu_mot_ngay_va_dat_lai_duoc(commune: Commune) -> None:
    unit, may = commune.commune.unit, date(2023, 5, 1)
    confirm(commune, "returns_allowed", "2")
    lift(commune, "returns_allowed", starts=may)
    assert "returns_allowed" in local_values(unit, date(2023, 4, 30))
    assert local_values(unit, may) == {}
    assert rule_on(unit, "returns_allowed", may).value_says == "không giới hạn"
    entry = JournalEntry.objects.latest("number")
    assert (entry.verb, entry.data) == (
        "lift_rule", {"rule": "returns_allowed", "before": "2", "paper": PAPER},
    )  # fmt: skip
    assert entry.says == (
        "Ngừng áp dụng Số lần trả lại hồ sơ để bổ sung: không quá 2 lần với một hồ sơ; "
        f"từ ngày 01/5/2023 không giới hạn, theo {PAPER}."
    )
    confirm(commune, "returns_allowed", "1", starts=may)
    confirm(commune, "appraisal_days", "7", starts=date(2023, 6, 1))
    told = [(one.proposal.id, one.before, one.after, one.starts) for one in rule_changes(unit)]
    once, twice = "không quá 1 lần với một hồ sơ", "không quá 2 lần với một hồ sơ"
    assert told == [
        ("appraisal_days", "", "7 ngày làm việc kể từ khi nhận đủ hồ sơ", date(2023, 6, 1)),
        ("returns_allowed", "không giới hạn", once, may),
        ("returns_allowed", twice, "không giới hạn", may),
        ("returns_allowed", "", twice, TODAY),
    ]
    who = [one.line.actor_name for one in rule_changes(unit, "returns_allowed") if one.line]
    assert who == ["Lương Quốc Thịnh"] * 3


@pytest.mark.parametrize(
    ("rule", "paper", "starts", "expected"),
    [
        ("council_quorum", PAPER, date(2023, 5, 1), "rule:needed"),
        ("returns_allowed", " ", date(2023, 5, 1), "rule:paper"),
        ("report_words", PAPER, date(2023, 5, 1), "rule:unset"),
        ("returns_allowed", PAPER, TODAY, "rule:order"),
        ("khong_co", PAPER, date(2023, 5, 1), "rule:unknown"),
    ],
)
def test_khi_nao_khong_thoi_ap_dung_duoc(
    commune: Commune, rule: str, paper: str, starts: date, expected: str
) -> None:
    confirm(commune, "returns_allowed", "2")
    with pytest.raises(Refused) as refused:
        lift(commune, rule, starts=starts, paper=paper)
    assert refused.value.ruling.rule == expected
    assert LocalRule.objects.get().ends is None


def test_gia_tri_moi_khong_chong_len_gia_tri_chua_het(commune: Commune) -> None:
    confirm(commune, "returns_allowed", "2")
    lift(commune, "returns_allowed", starts=date(2023, 5, 1))
    with pytest.raises(Refused) as refused:
        confirm(commune, "returns_allowed", "1", starts=date(2023, 4, 20))
    assert str(refused.value) == (
        "Số lần trả lại hồ sơ để bổ sung còn giá trị đến hết ngày 30/4/2023; hãy chọn ngày sau đó."
    )


def test_quy_tac_xep_theo_nhom_bat_buoc_rieng_tuy_chon_rieng(commune: Commune) -> None:
    confirm(commune, "council_quorum", "2/3")
    areas = rule_areas(rules_on(commune.commune.unit, TODAY))
    assert [(area.name, len(area.needed), len(area.optional), area.waiting) for area in areas] == [
        ("Hội đồng", 3, 9, 2),
        ("Hồ sơ, thời hạn", 1, 8, 1),
        ("Tiền thưởng", 2, 1, 2),
        ("Báo cáo, lưu trữ", 0, 5, 0),
    ]
