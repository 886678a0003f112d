"""More cases pass than the quota has places: the votes decide, and a tie on the last place has its rule."""

from hypothesis import given
from hypothesis import strategies as st

from thidua.law.places import PassedCase, place_cases


def named(*votes: tuple[int, bool | None]) -> list[PassedCase]:
    return [
        PassedCase(name, in_favour, 9, chair)
        for name, (in_favour, chair) in zip("ABCDE", votes, strict=False)
    ]


def inside(found: list[PassedCase], places: int, tie: str = "chair") -> list[str]:
    return [one.key for one in place_cases(found, places, tie=tie) if one.inside]  # type: ignore[arg-type]


def test_the_votes_decide_and_each_is_told_why() -> None:
    found = place_cases(named((7, True), (9, True), (6, True)), 2, tie="chair")
    assert [(one.key, one.rank, one.inside) for one in found] == [
        ("B", 1, True),
        ("A", 2, True),
        ("C", 3, False),
    ]
    assert found[2].why == "6/9 phiếu đồng ý (66,67 %), xếp thứ 3: ngoài 2 suất."


def test_a_tie_on_the_last_place_goes_with_the_chair_or_to_nobody() -> None:
    tied = named((8, True), (7, False), (7, True), (5, True))
    assert inside(tied, 2) == ["A", "C"]
    assert inside(tied, 2, "none") == ["A"]
    assert inside(named((7, True), (7, True), (5, True)), 1) == []
    assert inside(named((7, None), (7, None)), 1) == []
    said = {one.key: one.why for one in place_cases(tied, 2, tie="chair")}
    assert said["C"].endswith("ngang phiếu ở suất cuối, theo phía có Chủ tịch Hội đồng: trong 2 suất.")
    assert said["B"].endswith("theo phía có Chủ tịch Hội đồng: ngoài 2 suất.")


def test_a_tie_that_fits_is_no_tie() -> None:
    assert inside(named((8, True), (7, False), (7, False)), 3) == ["A", "B", "C"]


CONTENDERS = st.lists(
    st.builds(
        PassedCase, st.uuids().map(str), st.integers(0, 9), st.just(9), st.sampled_from([True, False, None])
    ),
    max_size=12, unique_by=lambda one: one.key,
)  # fmt: skip


@given(CONTENDERS, st.integers(0, 12), st.sampled_from(["chair", "none"]), st.randoms())
def test_never_more_than_the_places_never_a_worse_before_a_better_in_any_order(found, places, tie, chance):
    result = place_cases(found, places, tie=tie)
    let_in = {one.key for one in result if one.inside}
    shares = {one.key: one.share for one in found}
    assert len(let_in) <= places
    left_out = {one.key for one in result} - let_in
    assert all(shares[good] >= shares[bad] for good in let_in for bad in left_out)
    mixed = [*found]
    chance.shuffle(mixed)
    assert {(one.key, one.rank, one.inside) for one in place_cases(mixed, places, tie=tie)} == {
        (one.key, one.rank, one.inside) for one in result
    }
