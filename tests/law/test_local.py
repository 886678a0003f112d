"""Local rules: what the office is asked, and what it may answer."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from tests.law.office import PAPER, proposals
from thidua.law.book import rulebook_on
from thidua.law.load import BookError, Entry
from thidua.law.local import LocalRuleProposal, LocalValue, Parsed, area_of, local_rule_ever, local_rules_on
from thidua.law.ruling import Refused

IN_2023 = date(2023, 6, 5)
IN_2026 = date(2026, 11, 20)


def proposed(day: date) -> dict[str, str]:
    return {rule.id: rule.proposed for rule in local_rules_on(day)}


def test_an_office_of_2023_settles_six_rules() -> None:
    assert proposed(IN_2023) == {
        "council_quorum": "2/3",
        "threshold_giay_khen": "1/2",
        "threshold_bang_khen": "70",
        "appraisal_days": "10",
        "household_factor": "1",
        "bonus_rounding": "up",
    }


def test_from_2024_the_figures_for_households_and_giay_khen_xa_are_local_too() -> None:
    changed = {"household_factor": "1.5", "giay_khen_xa_individual": "0.15"}
    assert proposed(date(2024, 1, 1)) == {**proposed(IN_2023), **changed}


def test_from_july_2025_the_decree_settles_the_household_factor() -> None:
    rest = {rule: value for rule, value in proposed(IN_2023).items() if rule != "household_factor"}
    assert proposed(date(2025, 7, 1)) == {**rest, "giay_khen_xa_individual": "0.3"}


def test_every_proposal_says_what_waits_for_it_and_that_it_has_no_ground() -> None:
    for rule in local_rules_on(IN_2026):
        assert rule.question.endswith("?")
        assert rule.needed_for.endswith(".")
        assert rule.says.startswith("Đề xuất, ")
        assert (rule.kind == "choice") == bool(rule.choices)


def rule(rule_id: str) -> LocalRuleProposal:
    return next(found for found in local_rules_on(date(2024, 6, 5)) if found.id == rule_id)


@pytest.mark.parametrize(
    ("rule_id", "written", "value"),
    [
        ("council_quorum", "2/3", Fraction(2, 3)),
        ("council_quorum", "0,75", Fraction(3, 4)),
        ("threshold_bang_khen", "70 %", Fraction(7, 10)),
        ("threshold_bang_khen", "66,5", Fraction(133, 200)),
        ("appraisal_days", " 12 ", 12),
        ("household_factor", "1,5", Decimal("1.5")),
        ("household_factor", "0", Decimal(0)),
        ("bonus_rounding", "nearest", "nearest"),
    ],
)
def test_an_answer_is_read_as_people_write_it(rule_id: str, written: str, value: Parsed) -> None:
    assert rule(rule_id).parse(written) == value


@pytest.mark.parametrize(
    ("rule_id", "written", "sentence"),
    [
        ("council_quorum", "3/2", "cần một phân số từ 0 đến 1, ví dụ 2/3."),
        ("council_quorum", "1/0", "cần một phân số từ 0 đến 1, ví dụ 2/3."),
        ("threshold_bang_khen", "170", "cần một tỷ lệ từ 0 đến 100, ví dụ 70."),
        ("threshold_bang_khen", "", "cần một tỷ lệ từ 0 đến 100, ví dụ 70."),
        ("appraisal_days", "0", "cần một số ngày từ 1 trở lên, ví dụ 10."),
        ("appraisal_days", "mười", "cần một số ngày từ 1 trở lên, ví dụ 10."),
        ("household_factor", "-1", "cần một số không âm, ví dụ 1,5."),
        ("household_factor", "NaN", "cần một số không âm, ví dụ 1,5."),
        ("bonus_rounding", "down", "cần một trong các lựa chọn."),
    ],
)
def test_an_answer_that_makes_no_sense_is_refused_with_an_example(
    rule_id: str, written: str, sentence: str
) -> None:
    with pytest.raises(Refused) as refused:
        rule(rule_id).parse(written)
    assert str(refused.value) == f"{rule(rule_id).name}: “{written}” không dùng được; {sentence}"


def test_a_value_without_its_paper_is_not_confirmed() -> None:
    book = rulebook_on(IN_2023, {"bonus_rounding": LocalValue("up", " ")})
    with pytest.raises(Refused) as refused:
        book.bonus("giay_khen_xa", "individual")
    assert refused.value.ruling.rule == "local:bonus_rounding"


def test_the_paper_of_the_local_rule_stands_among_the_sources() -> None:
    found = rulebook_on(IN_2023, proposals(IN_2023)).bonus("giay_khen_xa", "individual")
    assert (
        found.source
        == f"Nghị định 91/2017/NĐ-CP, Điều 73 khoản 1 điểm d, khoản 2; {PAPER}; Nghị định 38/2019/NĐ-CP"
    )


def test_moi_quy_tac_phai_thuoc_mot_nhom() -> None:
    with pytest.raises(BookError) as fault:
        area_of(Entry("la", {"area": "khac"}, ()))
    assert (
        str(fault.value) == "local.yaml, mục la: area phải là một trong council, dossiers, bonuses, papers."
    )


def test_quy_tac_da_thoi_van_doc_duoc_theo_ngay_cua_no() -> None:
    assert local_rule_ever("household_factor", IN_2023).proposed == "1"
    assert local_rule_ever("household_factor", IN_2026).proposed == "1.5"
