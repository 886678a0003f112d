"""Targets that look odd are asked about, never forbidden; what a person confirmed is in the journal."""

from datetime import date
from decimal import Decimal

import pytest

from thidua.campaigns.queries.targets import doubts_of
from thidua.campaigns.register import RegistrationEntry, TargetEntry, save_registration
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused

DAY = date(2023, 3, 20)


def target(campaign, text="Hộ có công trình vệ sinh", goal=None, base=None, measure="hộ", **more):
    amounts = {
        name: None if value is None else Decimal(value) for name, value in (("goal", goal), ("base", base))
    }
    return TargetEntry(campaign.contents.get(order=1), text, measure=measure, **amounts, **more)


@pytest.mark.parametrize(
    ("facts", "doubts"),
    [
        ({"goal": "60", "base": "40"}, []),
        ({"goal": "60"}, []),
        ({"base": "40"}, []),
        ({"goal": "120", "measure": "%"}, ["Mức đăng ký 120 % lớn hơn 100 %, có đúng không?"]),
        (
            {"goal": "30", "base": "40"},
            [
                (
                    "Mức đăng ký 30 thấp hơn hiện có 40, có đúng không? "
                    "(nếu là việc phải giảm thì ghi “giảm” trong chỉ tiêu)"
                )
            ],
        ),
        ({"text": "Giảm hộ nghèo còn", "goal": "8", "base": "12"}, []),
        (
            {"text": "Giảm hộ nghèo", "goal": "14.5", "base": "12"},
            ["Chỉ tiêu nói giảm mà mức đăng ký 14,5 cao hơn hiện có 12, có đúng không?"],
        ),
        ({"goal": "900", "base": "40"}, ["Mức đăng ký 900 gấp hơn 10 lần hiện có 40, có đúng không?"]),
        ({"due": date(2023, 6, 2)}, ["Ngày 02/6/2023 sau ngày kết thúc đợt 31/5/2023, có đúng không?"]),
        ({"due": date(2023, 3, 1)}, ["Ngày 01/3/2023 trước ngày mở đợt 15/3/2023, có đúng không?"]),
    ],
)
def test_what_looks_odd_is_asked(campaign, facts, doubts):
    assert doubts_of(target(campaign, **facts), campaign) == doubts


def test_an_odd_target_needs_a_yes_and_the_journal_keeps_it(whole, campaign):
    head = whole.head(whole.village)

    def save(**more):
        entry = RegistrationEntry((target(campaign, goal="30", base="40", **more),))
        return save_registration(campaign, entry=entry, unit=whole.village, mandate=head, on=DAY)

    with pytest.raises(Refused) as refused:
        save()
    assert refused.value.ruling.rule == "register:odd"
    assert save(sure=True).targets.get().base == Decimal(40)
    line = JournalEntry.objects.get(verb="save_registration")
    assert [words[:24] for words in line.data["confirmed"]] == ["Mức đăng ký 30 thấp hơn "]


def test_a_negative_amount_is_no_target(whole, campaign):
    entry = RegistrationEntry((target(campaign, goal="-3", sure=True),))
    with pytest.raises(Refused) as refused:
        save_registration(
            campaign, entry=entry, unit=whole.village, mandate=whole.head(whole.village), on=DAY
        )
    assert refused.value.ruling.rule == "register:negative"
