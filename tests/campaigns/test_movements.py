"""The movements and directives above: found in the plan, added, tied to a campaign here, taken off."""

from datetime import date

import pytest

from tests.factories.commune import make_campaign
from tests.factories.work import make_work
from thidua.campaigns.assign import add_movement, find_movements, remove_movement, tie_movement
from thidua.campaigns.models import Campaign, ContentArea, ParentMovement
from thidua.campaigns.queries.movements import campaigns_beside, movement_for, movements_of
from thidua.law.ruling import Refused

DAY = date(2023, 3, 20)
SAID = "Hưởng ứng các phong trào “Chung tay dựng xóm”, “Không ai đói nghèo”; Chỉ thị số 08/CT-TTg."


@pytest.fixture
def named(campaign):
    ContentArea.objects.filter(campaign=campaign, order=2).update(text=SAID)
    campaign.parent_says = "Kế hoạch số 15/KH-UBND ngày 02/02/2023 của UBND huyện Cao Sơn"
    campaign.save()
    return campaign


def names(campaign):
    return [one.name for one in movements_of(campaign)]


def rule_of(action, *args, **more):
    with pytest.raises(Refused) as refused:
        action(*args, **more)
    return refused.value.ruling.rule


def test_what_the_plan_names_is_written_down_when_its_work_is_drawn_up(whole, named):
    make_work(whole, named)
    assert [(one.kind, one.name, one.clause) for one in movements_of(named)] == [
        ("directive", "Chỉ thị số 08/CT-TTg", "II.2"),
        ("movement", "Chung tay dựng xóm", "II.2"),
        ("movement", "Không ai đói nghèo", "II.2"),
        ("plan", "Kế hoạch số 15/KH-UBND ngày 02/02/2023 của UBND huyện Cao Sơn", ""),
    ]
    assert find_movements(named, mandate=whole.commune.standing, on=DAY) == []


def test_a_wrong_one_is_taken_off_stays_off_and_comes_back_when_added(whole, named):
    acting = {"mandate": whole.commune.standing, "on": DAY}
    find_movements(named, **acting)
    wrong = ParentMovement.objects.get(name="Không ai đói nghèo")
    assert rule_of(remove_movement, wrong, reason=" ", **acting) == "movement:reason"
    remove_movement(wrong, reason="Đọc nhầm.", **acting)
    assert find_movements(named, **acting) == []
    assert len(names(named)) == 3
    add_movement(named, kind="movement", name="“Không ai đói nghèo”", **acting)
    assert len(names(named)) == 4


def test_one_is_added_by_hand_once_and_with_a_name(whole, campaign):
    acting = {"mandate": whole.commune.standing, "on": DAY}
    add_movement(campaign, kind="directive", name="Chỉ thị số 08/CT-TTg ngày 12/3/2022", **acting)
    again = {"kind": "directive", "name": "chỉ thị số 08/CT-TTg"}
    assert rule_of(add_movement, campaign, **again, **acting) == "movement:there"
    assert rule_of(add_movement, campaign, kind="movement", name=" “” ", **acting) == "movement:name"
    culture = {"mandate": whole.commune.culture, "on": DAY}
    assert rule_of(add_movement, campaign, kind="movement", name="Xanh đồi", **culture) == "mandate:role"


def test_a_movement_is_tied_to_the_campaign_that_runs_here(whole, campaign):
    acting = {"mandate": whole.commune.standing, "on": DAY}
    Campaign.objects.filter(pk=campaign.pk).update(slug="nong-thon")
    other = make_campaign(whole)
    found = add_movement(other, kind="movement", name="Chung tay dựng xóm", **acting)
    assert list(campaigns_beside(whole.commune.standing, other)) == [campaign]
    tie_movement(found, source=campaign, **acting)
    assert movement_for(whole.commune.standing, other, found.pk).source == campaign
    tie_movement(found, source=None, **acting)
    assert rule_of(tie_movement, found, source=other, **acting) == "movement:self"
    with pytest.raises(ParentMovement.DoesNotExist):
        movement_for(whole.head(whole.village), other, found.pk)
