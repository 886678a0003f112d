"""How a campaign ended for those nominated, long names and all (kết quả xét)."""

from datetime import date

from tests.awards.session_story import decided, eligible, held, sent
from tests.factories.commune import Commune, make_collective, make_household, make_person
from thidua.awards.models import Decision, Nomination
from thidua.campaigns.models import Campaign

DAY = date(2023, 6, 5)
LONG_NAME = "Nguyễn Phước Bảo Quỳnh Hoàng Thị Ngọc Bích Thủy Tiên Mỹ Hạnh"
LONG_GROUP = "Chi hội Cựu chiến binh, Tổ tự quản đường biên, cột mốc và an ninh trật tự thôn Khuổi Cáp"


def candidates(whole: Commune) -> tuple:
    """A collective, two persons, a household; one name of sixty letters."""
    return (
        make_person(whole.village, LONG_NAME, honorific="Bà", position="Nông dân"),
        make_collective(whole.village, LONG_GROUP),
        make_person(whole.village, "Lộc Văn Tài"),
        make_household(whole.village, "Hộ ông Chu Văn Quyền"),
    )


def honoured(whole: Commune, campaign: Campaign) -> Decision:
    """The chair's decision on all of them, issued."""
    found = [eligible(whole, campaign, one) for one in candidates(whole)]
    return decided(sent(held(campaign, found, whole.commune), whole.commune), whole.commune)


def not_commended(whole: Commune, campaign: Campaign) -> list[Nomination]:
    """One found ineligible, one that failed in the council, one the chair said no to."""
    names = ("Hà Thị Lan", "Hà Thị Mận", "Hà Thị Nụ")
    found = [eligible(whole, campaign, make_person(whole.village, name, honorific="Bà")) for name in names]
    held(campaign, [found[1]], whole.commune, choice="against")
    for one, state, why in ((found[0], "ineligible", "Đang bị xem xét kỷ luật."), (found[2], "refused", "")):
        Nomination.objects.filter(pk=one.pk).update(state=state, remark=why)
    return [Nomination.objects.get(pk=one.pk) for one in found]
