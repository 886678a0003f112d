"""Stage 11, the day itself: blanks in stock, the ceremony arranged, invited to, seated (lễ trao, phôi)."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

from thidua.awards.certify import (
    BlankFacts,
    CeremonyFacts,
    GuestWords,
    Sheets,
    add_blank,
    arrange_ceremony,
    assign_seats,
    enter_blanks,
    note_held,
    set_guests,
    take_for_prints,
)
from thidua.awards.inform import draft_ceremony_invitation, draft_programme
from thidua.awards.models import Ceremony, Decision
from thidua.awards.queries.ceremony import calls_in, groups_of, record_of
from thidua.awards.queries.certificate import certificates_of
from thidua.demo.story.papers import carry_for
from thidua.demo.world import Team, World
from thidua.org.establish import note_reading
from thidua.vietnamese.sounds import hard_words, sounds

GUESTS = (
    GuestWords("Nông Thị Hà Giang", "Bí thư Đảng ủy xã"),
    GuestWords("Lục Văn Định", "Phó Chủ tịch Hội đồng nhân dân xã"),
    GuestWords("Mã Thị Xuyến", "Chủ tịch Ủy ban Mặt trận Tổ quốc xã"),
    GuestWords("Trương Văn Kháng", "Trưởng Công an xã"),
    GuestWords("Đàm Thị Bích Hường", "Hiệu trưởng Trường Tiểu học"),
)
BOUGHT, SPOILED = 60, 2


def stock_up(team: Team, decision: Decision, *, on: date) -> None:
    """Sixty blanks bought, two spoiled, those for this decision printed (nhập phôi, in lên phôi)."""
    clerk, year = team["clerk"], on.year
    facts = BlankFacts(f"Phôi giấy khen {year}", decision.form, Decimal(297), Decimal(210), date(year, 1, 1))
    blank = add_blank(facts, mandate=clerk, on=on)
    bought = Sheets(
        "received", BOUGHT, on, paper=f"Hóa đơn số 118/{year}", serials=f"{year}-001 đến {year}-060"
    )
    enter_blanks(blank, sheets=bought, mandate=clerk, on=on)
    total = certificates_of(decision).count()
    take_for_prints(blank, decision=decision, total=total, mandate=clerk, on=on)
    enter_blanks(blank, sheets=Sheets("spoiled", SPOILED, on, why="Kẹt giấy khi in"), mandate=clerk, on=on)


def arrange(world: World, *, on: date) -> Ceremony:
    """The ceremony of the commune: the hall, guests, how names are read, seats, programme, invitation."""
    team, culture = world.commune, world.commune["culture"]
    chair = f"Chủ tịch {team['chair'].person.name}"
    facts = CeremonyFacts(
        world.days.handed, time(8), f"Hội trường {team.unit.name}", chair, culture.person.name, chair,
        per_turn=6, rows=8, seats=8,
    )  # fmt: skip
    ceremony = arrange_ceremony(world.running, facts=facts, mandate=culture, on=on)
    set_guests(ceremony, guests=GUESTS, mandate=culture, on=on)
    for call in calls_in(groups_of(ceremony)):
        record = record_of(call.item.nomination)
        if record is not None and hard_words(call.item.called):
            note_reading(record, said_as=sounds(call.item.called), mandate=culture, on=on)
    assign_seats(ceremony, mandate=culture, on=on)
    for draft in (draft_programme, draft_ceremony_invitation):
        carry_for(team, draft(ceremony, mandate=culture, on=on), drafter="culture", on=on)
    return ceremony


def end(ceremony: Ceremony, team: Team, *, on: date) -> None:
    """The ceremony took place (đã tổ chức)."""
    note_held(ceremony, mandate=team["culture"], on=on)
