"""Counting votes: the arithmetic holds for every council and every result."""

from collections import Counter
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from thidua.law.procedure import CouncilRule
from thidua.law.ruling import Verdict
from thidua.law.voting import Choice, quorum, tally, votes_needed

SHARES = st.fractions(min_value=Fraction(1, 100), max_value=1, max_denominator=100)


@st.composite
def rules(draw: st.DrawFn) -> CouncilRule:
    threshold, strict = draw(SHARES), draw(st.booleans())
    return CouncilRule(
        draw(SHARES), threshold, strict, False, "quy chế", True, recused_leave_base=draw(st.booleans())
    )


@st.composite
def sessions(draw: st.DrawFn) -> tuple[list[Choice], int]:
    votes = draw(st.lists(st.sampled_from(Choice), max_size=40))
    return votes, len(votes) + draw(st.integers(0, 10))


@given(sessions(), rules(), st.data())
def test_every_member_is_counted_once(
    session: tuple[list[Choice], int], rule: CouncilRule, data: st.DataObject
) -> None:
    votes, members = session
    result = tally(votes, members, rule, silent=data.draw(st.integers(0, members - len(votes))))
    voted = result.in_favour + result.against + result.abstain + result.spoilt
    assert voted + result.silent + result.absent + result.recused == members
    assert result.base == members - (result.recused if rule.recused_leave_base else 0)


@given(sessions(), rules())
def test_a_case_passes_exactly_when_its_share_is_reached(
    session: tuple[list[Choice], int], rule: CouncilRule
) -> None:
    votes, members = session
    result = tally(votes, members, rule)
    enough = result.share > rule.threshold if rule.strict else result.share >= rule.threshold
    assert result.passed == (result.base > 0 and enough)
    assert result.sentence.endswith(": thông qua." if result.passed else ": không thông qua.")


@given(sessions(), rules())
def test_the_order_of_the_slips_does_not_matter(session: tuple[list[Choice], int], rule: CouncilRule) -> None:
    votes, members = session
    assert tally(votes, members, rule) == tally(reversed(votes), members, rule)


@given(sessions(), rules(), st.sampled_from([Choice.AGAINST, Choice.ABSTAIN, Choice.SPOILT]))
def test_whatever_is_not_a_yes_counts_alike(
    session: tuple[list[Choice], int], rule: CouncilRule, instead: Choice
) -> None:
    votes, members = session
    not_for = {Choice.AGAINST, Choice.ABSTAIN, Choice.SPOILT}
    changed = [instead if vote in not_for else vote for vote in votes]
    assert tally(changed, members, rule).passed == tally(votes, members, rule).passed


@given(st.integers(1, 60), rules())
def test_the_votes_needed_are_the_fewest_that_carry(base: int, rule: CouncilRule) -> None:
    needed = votes_needed(base, rule)
    carry = [count for count in range(base + 1) if tally([Choice.FOR] * count, base, rule).passed]
    assert carry == list(range(needed, base + 1))


@given(st.integers(0, 60), st.integers(1, 60), rules())
def test_a_session_is_held_exactly_when_enough_members_are_there(
    present: int, members: int, rule: CouncilRule
) -> None:
    found = quorum(present, members, rule)
    assert (found.verdict is Verdict.YES) == (Fraction(present, members) >= rule.quorum)


def test_where_the_rule_keeps_the_recused_they_count_as_not_for() -> None:
    rule = CouncilRule(Fraction(1), Fraction(1, 2), True, False, "quy chế", True, recused_leave_base=False)
    result = tally([Choice.FOR, Choice.FOR, Choice.RECUSED, Choice.RECUSED], 4, rule)
    assert Counter(passed=result.passed, base=result.base) == Counter(passed=False, base=4)
    assert result.sentence == (
        "Đồng ý 2/4 thành viên (50 %); cần quá 1/2, tức là ít nhất 3 phiếu; "
        "2 không tham gia biểu quyết vì có liên quan (tính là không đồng ý): không thông qua."
    )
    assert quorum(4, 4, rule).because == (
        "Có mặt 4/4 thành viên Hội đồng; cần ít nhất toàn bộ tổng số, tức là 4 người: đủ để họp."
    )
