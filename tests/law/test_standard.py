"""A standard over what was found: met, failed, or waiting for a person."""

import pytest

from thidua.law.ruling import Verdict
from thidua.law.standard import Criterion, Standard

MODEL = Criterion("mo_hinh", "có ít nhất 01 mô hình", clause="V.2.1.2.a", minimum=1, unit="mô hình")
LAW = Criterion("phap_luat", "chấp hành pháp luật", clause="V.2.1.2.a")
WORK = Criterion("cong_suc", "đóng góp công sức")
LAND = Criterion("dat_dai", "đóng góp đất đai")
STANDARD = Standard(
    id="gk-huyen-tap-the",
    name="tiêu chuẩn Giấy khen đối với tập thể",
    form_id="giay_khen_huyen",
    recipients=("collective",),
    all_of=(MODEL, LAW),
    one_of=(WORK, LAND),
    source="Kế hoạch số 15/KH-UBND, V.2.1.2.a",
)


@pytest.mark.parametrize(
    ("findings", "verdict", "because"),
    [
        (
            {"mo_hinh": True, "phap_luat": True, "dat_dai": True},
            Verdict.YES,
            "Đạt tiêu chuẩn Giấy khen đối với tập thể.",
        ),
        (
            {"mo_hinh": False, "phap_luat": True},
            Verdict.NO,
            "Chưa đạt tiêu chuẩn: có ít nhất 01 mô hình.",
        ),
        (
            {"mo_hinh": True, "phap_luat": True, "cong_suc": False, "dat_dai": False},
            Verdict.NO,
            "Chưa đạt một trong các tiêu chuẩn: đóng góp công sức; hoặc đóng góp đất đai.",
        ),
        (
            {"mo_hinh": True, "cong_suc": True},
            Verdict.JUDGE,
            "Cần người thẩm định kết luận: chấp hành pháp luật.",
        ),
        (
            {"mo_hinh": True, "phap_luat": True, "cong_suc": False},
            Verdict.JUDGE,
            "Cần người thẩm định kết luận: đóng góp đất đai.",
        ),
    ],
)
def test_the_ruling_follows_the_findings(findings: dict[str, bool], verdict: Verdict, because: str) -> None:
    ruling = STANDARD.rule_on(findings)
    assert (ruling.verdict, ruling.because) == (verdict, because)
    assert (ruling.rule, ruling.source) == ("standard:gk-huyen-tap-the", "Kế hoạch số 15/KH-UBND, V.2.1.2.a")


def test_a_standard_without_a_choice_needs_only_its_conditions() -> None:
    plain = Standard("x", "tiêu chuẩn của xã", "giay_khen_xa", ("individual",), all_of=(LAW,))
    assert plain.rule_on({"phap_luat": True}).verdict is Verdict.YES


def test_a_counted_criterion_is_met_by_its_minimum() -> None:
    assert [MODEL.meets(0), MODEL.meets(1), LAW.meets(5)] == [False, True, False]
