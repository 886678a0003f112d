"""Every move of a certificate, the stock of blanks, the ceremony and its photos tried by every role of every
unit, in every state.
"""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from tests.awards.ceremonies import DAY, HALL, arranged
from tests.awards.session_story import decided, eligible, held, sent
from tests.awards.test_reissue import LATER, LOST, revoked
from tests.awards.test_stock import A4, WITNESSES
from tests.awards.tried import Move, drawn, faults
from tests.factories.commune import make_campaign, make_commune, make_person
from tests.web.ceremony_doors import picture
from thidua.awards import certify, inform
from thidua.awards.models import Blank, Ceremony, Certificate, Decision, DecisionItem
from thidua.awards.queries.award_photos import photos_of
from thidua.awards.queries.ceremony import record_of
from thidua.campaigns.models import Campaign
from thidua.org.establish import note_reading
from thidua.records.consent import ConsentWords

pytestmark = pytest.mark.django_db
DRAWN = 90
KEEPS, ARRANGES = frozenset({"clerk", "standing"}), frozenset({"standing", "culture"})
HANDS = KEEPS | ARRANGES
READS = HANDS | {"own_head"} | {f"{level}_{role}" for level in ("district", "province") for role in HANDS}
SHEETS, STOCK = ("waiting", "handed", "replaced", "revoked"), ("in use", "ended")
CEREMONIES, PHOTOS = ("planned", "held", "cancelled"), ("private", "agreed")
AGREED = ConsentWords("Người được khen", "ký phiếu", DAY)
HIDE_WORDS = {"reason": "đổi ý"}


def each(who: frozenset[str], *states: str) -> dict[str, frozenset[str]]:
    return dict.fromkeys(states, who)


def seated(ceremony, **by):
    place = ceremony.places.first()
    certify.move_seat(ceremony, place=place, row=3, seat=4, **by)


def photo_out(item, **by):
    certify.take_award_photo_out(item, photo=photos_of(item).first(), **by)


MOVES = (
    (SHEETS, (
        Move("hand over", each(HANDS, "waiting"), lambda one, **by: certify.hand_over(one, to="Thôn", **by)),
        Move("undo", each(HANDS, "handed"), lambda one, **by: certify.undo_hand_over(one, **by)),
        Move("reissue", each(KEEPS, "waiting", "handed"),
             lambda one, **by: certify.reissue(one, request=LOST, **by)),
        Move("reprint", each(KEEPS, *SHEETS),
             lambda one, **by: certify.reprint(one, blank=None, reason="kẹt giấy", **by)),
    )),
    (("issued",), (
        Move("make", each(KEEPS, "issued"), lambda one, **by: certify.make_certificates(one, **by)),
    )),
    (STOCK, (
        Move("receive", each(KEEPS, *STOCK),
             lambda one, **by: certify.enter_blanks(one, sheets=certify.Sheets("received", 5, DAY), **by)),
        Move("count", each(KEEPS, *STOCK),
             lambda one, **by: certify.count_blanks(one, counted=1, why="mất", **by)),
        Move("destroy", each(KEEPS, *STOCK),
             lambda one, **by: certify.destroy_blanks(one, means="đốt", present=WITNESSES, **by)),
        Move("take", each(KEEPS, *STOCK), lambda one, **by: certify.take_for_prints(
            one, decision=Decision.objects.filter(state="issued").first(), total=3, **by)),
        Move("end", each(KEEPS, "in use"), lambda one, **by: certify.end_blank(one, **by)),
        Move("use again", each(KEEPS, "ended"), lambda one, **by: certify.use_blank_again(one, **by)),
    )),
    (("none", "planned"), (
        Move("arrange", each(ARRANGES, "none"), lambda one, **by: certify.arrange_ceremony(
            one if isinstance(one, Campaign) else one.campaign, facts=HALL, **by)),
    )),
    (CEREMONIES, (
        Move("change", each(ARRANGES, "planned"),
             lambda one, **by: certify.change_ceremony(one, facts=replace(HALL, place="Sân đình"), **by)),
        Move("programme", each(ARRANGES, "planned"),
             lambda one, **by: certify.set_programme(one, steps=[], **by)),
        Move("givers", each(ARRANGES, "planned"), lambda one, **by: certify.set_givers(one, names={}, **by)),
        Move("guests", each(ARRANGES, "planned"), lambda one, **by: certify.set_guests(one, guests=[], **by)),
        Move("seats", each(ARRANGES, "planned"), lambda one, **by: certify.assign_seats(one, **by)),
        Move("move a seat", each(ARRANGES, "planned"), seated),
        Move("note held", each(ARRANGES, "planned"), lambda one, **by: certify.note_held(one, **by)),
        Move("reopen", each(ARRANGES, "held"), lambda one, **by: certify.reopen_ceremony(one, **by)),
        Move("cancel", each(ARRANGES, "planned"),
             lambda one, **by: certify.cancel_ceremony(one, why="mưa", **by)),
        Move("draft programme", each(ARRANGES, "planned"),
             lambda one, **by: inform.draft_programme(one, **by)),
        Move("draft invitation", each(ARRANGES, "planned"),
             lambda one, **by: inform.draft_ceremony_invitation(one, **by)),
    )),
    (PHOTOS, (
        Move("put photos", each(HANDS, *PHOTOS),
             lambda one, **by: certify.put_award_photos(one, uploads=[picture("#abcdef")], **by)),
        Move("take a photo out", each(HANDS, *PHOTOS), photo_out),
        Move("agree", each(HANDS, "private"),
             lambda one, **by: certify.agree_to_photos(one, words=AGREED, **by)),
        Move("hide", each(HANDS, "agreed"), lambda one, **by: certify.hide_photos(one, **HIDE_WORDS, **by)),
        Move("reading", each(READS, *PHOTOS),
             lambda one, **by: note_reading(record_of(one.nomination), said_as="Đọc khác", **by)),
    )),
)  # fmt: skip


def of_its_own(whole, place: int) -> Campaign:
    """One of several campaigns of the commune."""
    campaign = make_campaign(whole, state="reviewing")
    campaign.slug = f"dot-{place}"
    campaign.save(update_fields=["slug"])
    return campaign


def blanks_in_stock(clerk):
    """A blank in use and one that ended, each with sheets left and two spoiled."""
    blanks = [certify.add_blank(A4, **clerk) for _ in STOCK]
    for blank in blanks:
        for kind, number in (("received", 50), ("spoiled", 2)):
            certify.enter_blanks(blank, sheets=certify.Sheets(kind, number, DAY, why="Ố"), **clerk)
    certify.end_blank(blanks[1], **clerk)
    return {state: blank.pk for state, blank in zip(STOCK, blanks, strict=True)}


def ceremonies_in(whole, campaigns, by):
    """A ceremony being prepared, one held after another was called off."""
    cancelled = arranged(whole, campaigns[1])
    certify.cancel_ceremony(cancelled, why="mưa", **by)
    planned, held_one = (arranged(whole, campaign) for campaign in campaigns[:2])
    for one in (planned, held_one):
        certify.assign_seats(one, **by)
    certify.note_held(held_one, **by)
    return dict(zip(CEREMONIES, (planned.pk, held_one.pk, cancelled.pk), strict=True))


@pytest.fixture
def world():
    """Certificates, blanks, ceremonies and photos, one in every state; an issued decision without sheets."""
    whole = make_commune(2023)
    office = whole.commune
    campaigns = [of_its_own(whole, place) for place in range(3)]
    by, clerk = {"mandate": office.culture, "on": DAY}, {"mandate": office.clerk, "on": DAY}

    def issued(campaign, *names):
        chosen = [eligible(whole, campaign, make_person(whole.village, f"Vi Văn {name}")) for name in names]
        return decided(sent(held(campaign, chosen, office), office), office)

    sheets = certify.make_certificates(issued(campaigns[0], "An", "Bình", "Chi", "Dung"), **clerk)
    certify.hand_over(sheets[1], to="Trưởng thôn", **clerk)
    certify.reissue(sheets[2], request=LOST, mandate=office.clerk, on=LATER)
    revoked(sheets[3], day=DAY)
    things = {state: one.pk for state, one in zip(SHEETS, sheets, strict=True)}
    things["issued"], things["none"] = issued(campaigns[1], "Giang").pk, campaigns[2].pk
    things |= blanks_in_stock(clerk) | ceremonies_in(whole, campaigns, by)
    for state, sheet in zip(PHOTOS, sheets, strict=False):
        certify.put_award_photos(sheet.item, uploads=[picture("#112233")], **by)
        things[state] = sheet.item_id
    certify.agree_to_photos(sheets[1].item, words=AGREED, **by)
    people = dict(office.mandates) | {
        "own_head": whole.head(whole.village),
        "unit_head": whole.head(whole.body),
        **{f"district_{role}": mandate for role, mandate in whole.district.mandates.items()},
        **{f"province_{role}": mandate for role, mandate in whole.province.mandates.items()},
    }
    return SimpleNamespace(things=things, people=people)


def fresh_of(things):
    tables = {
        **dict.fromkeys(SHEETS, Certificate), **dict.fromkeys(STOCK, Blank), "issued": Decision,
        **dict.fromkeys(CEREMONIES, Ceremony), **dict.fromkeys(PHOTOS, DecisionItem), "none": Campaign,
    }  # fmt: skip
    return lambda state: tables[state]._default_manager.get(pk=things[state])


def everything(people):
    """All moves on all that they can be tried on, by everybody."""
    return [
        (move, state, who) for states, moves in MOVES for move in moves for state in states for who in people
    ]


def test_some_moves_of_certificates_and_ceremonies_by_some_roles(world, capsys):
    tried = drawn(everything(world.people), capsys, share=DRAWN)
    assert "\n".join(faults(tried, fresh=fresh_of(world.things), people=world.people, on=LATER)) == ""


@pytest.mark.long
def test_every_move_of_certificates_and_ceremonies_by_every_role(world):
    tried = everything(world.people)
    assert "\n".join(faults(tried, fresh=fresh_of(world.things), people=world.people, on=LATER)) == ""
