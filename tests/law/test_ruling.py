"""A ruling stops, warns, or waits for a person."""

import pytest

from thidua.law.ruling import Refused, Ruling, Verdict, Weight, no, yes


def test_a_yes_goes_on() -> None:
    ruling = yes("Được.", source="Điều 1", rule="R00")
    assert (ruling.require(), ruling.is_yes, ruling.stops) == (ruling, True, False)


def test_a_blocking_no_stops_with_its_sentence() -> None:
    with pytest.raises(Refused) as refused:
        no("Không được.", source="Điều 1").require()
    assert (str(refused.value), refused.value.ruling.source) == ("Không được.", "Điều 1")


def test_a_warning_does_not_stop() -> None:
    warning = no("Nên xem lại.", weight=Weight.WARN)
    assert (warning.stops, warning.require()) == (False, warning)


def test_a_judge_waits_for_the_finding_of_a_person() -> None:
    ruling = Ruling(Verdict.JUDGE, "Cần người kết luận.")
    with pytest.raises(Refused):
        ruling.require()
    assert ruling.require(found=True).verdict is Verdict.YES
    with pytest.raises(Refused) as refused:
        ruling.require(found=False)
    assert refused.value.ruling.verdict is Verdict.NO
