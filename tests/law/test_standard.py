"""A criterion as the office checks it: by a person, by a number, or as one of several."""

from decimal import Decimal

from thidua.law.standard import Criterion, amount, unmet_choices

MODEL = Criterion("có ít nhất 01 mô hình", "mục V.2", least=Decimal(1), counted="mô hình")
LAW = Criterion("chấp hành pháp luật.")
LAND = Criterion("đóng góp đất đai", choice="A", least=Decimal("100.5"), counted="m²")


def test_a_number_below_is_a_no_and_above_is_for_a_person() -> None:
    told = [MODEL.ruling(number=number, shown=True) for number in (Decimal(0), Decimal(1), None)]
    assert [(one.verdict.value, one.because) for one in told] == [
        ("no", "có ít nhất 01 mô hình. Cần từ 1 mô hình trở lên; hồ sơ ghi 0 mô hình: chưa đạt mức."),
        ("judge", "có ít nhất 01 mô hình. Cần từ 1 mô hình trở lên; hồ sơ ghi 1 mô hình: đạt mức."),
        ("judge", "có ít nhất 01 mô hình. Cần từ 1 mô hình trở lên; hồ sơ chưa ghi con số."),
    ]
    assert (told[0].rule, told[0].source, told[0].stops) == ("criterion", "mục V.2", True)


def test_words_alone_are_for_a_person() -> None:
    told = LAW.ruling(number=None, shown=False)
    assert (told.verdict.value, told.because) == (
        "judge", "chấp hành pháp luật. Hồ sơ chưa nêu minh chứng."
    )  # fmt: skip
    assert LAW.asks == ""


def test_one_of_several_that_falls_short_only_informs() -> None:
    told = LAND.ruling(number=Decimal(50), shown=True)
    assert (told.verdict.value, told.weight.value, told.rule) == ("no", "inform", "criterion:A")
    assert LAND.asks == "từ 100,5 m² trở lên"


def test_a_choice_is_open_until_one_holds() -> None:
    findings = [("criterion:A", "đất đai.", False), ("criterion:A", "công sức", False), ("R09", "x", False)]
    assert unmet_choices(findings) == [
        "Chưa đạt điều nào trong nhóm A (chỉ cần một): đất đai; hoặc công sức."
    ]
    assert unmet_choices([*findings, ("criterion:A", "tiền", True)]) == []


def test_an_amount_reads_as_the_office_writes_it() -> None:
    assert amount(Decimal("3.00"), "sáng kiến") == "3 sáng kiến"
