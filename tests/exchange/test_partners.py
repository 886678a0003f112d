"""An office that runs its own machine is entered by its key line and counts once its key was compared."""

from datetime import date
from uuid import UUID

import pytest
from django.urls import reverse

from tests.exchange.test_hostile import refused
from tests.factories.commune import Commune, as_
from thidua.journal.models import JournalEntry
from thidua.org.models import Unit
from thidua.records.package import Sheet, add_partner, confirm_key, end_partner, read_sheet, sheet_of
from thidua.records.queries.packages import partner_for, partners_of
from thidua.records.seal import key_for

pytestmark = pytest.mark.django_db
DAY = date(2023, 6, 5)
NAMES = {"tinh": "Ủy ban nhân dân tỉnh Lạng Bình", "xa": "UBND xã Phia Bioóc"}


def sheet(level: str = "tinh", *, key: str = "ab", number: int = 7, name: str = "") -> Sheet:
    return Sheet(UUID(int=number), level, key * 32, name or NAMES[level])


def test_the_line_of_a_key_is_read_back_however_it_is_broken_on_paper():
    line = sheet().line
    assert read_sheet(line) == read_sheet("\n".join([line[:40], line[40:]])) == sheet()
    for wrong in ("", line[:-40].replace("1;", "2;"), line.replace("tinh;", "bo;"), line + "%FF"):
        assert refused(read_sheet, wrong) == "partner:line"


def test_the_own_key_line_names_the_office(whole: Commune):
    own = sheet_of(key_for(whole.commune.unit, actor=whole.commune.standing.actor(), on=DAY))
    assert (own.office, own.level, own.name) == (whole.commune.unit.pk, "xa", "Ủy ban nhân dân xã Nà Lâm")
    assert refused(add_partner, own, mandate=whole.commune.standing, on=DAY) == "partner:own"


def test_an_office_above_must_be_the_one_known_here(whole: Commune):
    acting = {"mandate": whole.commune.standing, "on": DAY}
    assert add_partner(sheet(), **acting).office == whole.province.unit
    stranger = sheet(number=8, name="Ủy ban nhân dân tỉnh Khác")
    assert refused(add_partner, stranger, **acting) == "partner:above"
    neighbour = sheet("xa", number=9)
    assert refused(add_partner, neighbour, **acting) == "partner:level"
    assert refused(add_partner, sheet("huyen", key="cd", name="Huyện"), **acting) == "partner:level"


def test_an_office_below_is_found_or_made(whole: Commune):
    acting = {"mandate": whole.district.standing, "on": DAY}
    made = add_partner(sheet("xa"), **acting)
    assert (made.office.parent, made.office.pk) == (whole.district.unit, sheet("xa").office)
    known = add_partner(sheet("xa", number=9, name="Ủy ban nhân dân xã Nà Lâm"), **acting)
    assert known.office == whole.commune.unit
    assert Unit.objects.filter(level="xa").count() == 2


def test_a_key_counts_once_it_was_compared_and_a_new_one_asks_again(whole: Commune):
    acting = {"mandate": whole.commune.standing, "on": DAY}
    first = add_partner(sheet(), **acting)
    assert add_partner(sheet(), **acting) == first
    assert partner_for(whole.commune.unit, whole.province.unit) is None
    assert refused(confirm_key, first, how=" ", **acting) == "partner:how"
    confirm_key(first, how="Gọi văn thư tỉnh", **acting)
    assert refused(confirm_key, first, how="Gọi", **acting) == "partner:confirmed"
    second = add_partner(sheet(key="cd"), **acting)
    assert partner_for(whole.commune.unit, whole.province.unit) == first
    confirm_key(second, how="Tỉnh báo đổi máy", **acting)
    first.refresh_from_db()
    assert (first.ended_on, partner_for(whole.commune.unit, whole.province.unit)) == (DAY, second)
    assert refused(end_partner, first, why="x", **acting) == "partner:end"
    assert refused(end_partner, second, why=" ", **acting) == "partner:end"
    end_partner(second, why="Tỉnh dùng chung máy", **acting)
    assert refused(confirm_key, second, how="x", **acting) == "partner:ended"
    assert JournalEntry.objects.filter(verb__in=("add_partner", "confirm_key", "end_partner")).count() == 6


def test_only_the_office_keeps_its_partners(whole: Commune):
    for mandate in (whole.commune.clerk, whole.head(whole.village), whole.head(whole.body)):
        assert refused(add_partner, sheet(), mandate=mandate, on=DAY).startswith("mandate:")


def test_the_pages_lead_from_the_line_to_the_comparing(whole: Commune):
    browser = as_(whole.commune.standing)
    asked = browser.post(reverse("partner-new"), {"line": sheet().line}, follow=True)
    assert sheet().fingerprint in asked.content.decode()
    page = asked.request["PATH_INFO"]
    assert "Chưa đánh dấu" in browser.post(page, {"how": "Gọi"}).content.decode()
    browser.post(page, {"how": "Gọi văn thư tỉnh", "same": "on"})
    partner = partners_of(whole.commune.unit).get()
    assert partner.is_confirmed
    browser.post(reverse("partner-end", args=[partner.pk]), {"words": "Không dùng nữa"})
    partner.refresh_from_db()
    assert partner.ended_why == "Không dùng nữa"
    browser.post(reverse("seal-key"), {"once": ""}, follow=True)
    assert "thidua-khoa:1;" in browser.get(reverse("partners")).content.decode()
