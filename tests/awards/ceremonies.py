"""A ceremony of the invented commune as it is arranged in tests (lễ trao thưởng)."""

from dataclasses import replace
from datetime import date, time

from tests.factories.commune import Commune
from thidua.awards.certify import CeremonyFacts, GuestWords, arrange_ceremony, set_guests
from thidua.awards.models import Ceremony
from thidua.campaigns.models import Campaign

DAY = date(2023, 6, 5)
FACTS = CeremonyFacts(
    DAY, time(8), "Nhà văn hóa xã", "Bí thư Đảng ủy", "Lý Văn Khang", "Chủ tịch Lương Quốc Thịnh"
)
HALL = replace(FACTS, per_turn=2, rows=3, seats=4)
GUESTS = (
    GuestWords("Nông Thị Khách", "Phó Chủ tịch Hội đồng nhân dân xã"),
    GuestWords("Hoàng Văn Mời", "Bí thư chi bộ thôn Bản Vàng"),
)


def arranged(whole: Commune, campaign: Campaign, facts: CeremonyFacts = HALL) -> Ceremony:
    """A ceremony with two guests."""
    by = {"mandate": whole.commune.culture, "on": DAY}
    ceremony = arrange_ceremony(campaign, facts=facts, **by)
    set_guests(ceremony, guests=GUESTS, **by)
    return ceremony
