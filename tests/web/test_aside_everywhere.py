"""Who took no part in a case reads its count at no address (không tham gia thì không đọc số phiếu ở đâu)."""

from collections.abc import Iterator
from itertools import product

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from tests.awards.meetings import DAY, hands, opened
from tests.awards.test_recusal import member_named
from tests.web.door import names_in_urls
from tests.web.test_council import as_
from thidua.awards import deliberate
from thidua.awards.models import Case

pytestmark = pytest.mark.django_db
ABOUT = ("/hoi-dong/", "/de-nghi/", "/dot/")
BESIDE = ("/", "/viec/", "/van-ban/", "/nhat-ky/", "/tim/")


def addresses(case: Case) -> Iterator[str]:
    """Every address that can be made of this session, case, nomination and campaign, and the lists beside."""
    yield from BESIDE
    session, nomination = case.session.code, case.nomination.code
    given = [
        (session,),
        (nomination,),
        (case.session.campaign.code,),
        (session, case.pk),
        (session, "bien-ban"),
    ]
    for name, args in product(sorted(set(names_in_urls())), given):
        try:
            found = reverse(name, args=args)
        except (NoReverseMatch, StopIteration):
            continue
        if found.startswith(ABOUT):
            yield found


def who_reads(client: Client, case: Case) -> list[str]:
    """The addresses at which the count of the case is read."""
    read = []
    for address in dict.fromkeys(addresses(case)):
        page = client.get(address)
        if (
            page.status_code == 200
            and not page.streaming
            and case.says in page.content.decode(errors="ignore")
        ):
            read.append(address)
    return read


@pytest.mark.long
def test_after_the_session_the_chair_reads_the_count_and_who_stepped_aside_nowhere(whole, campaign):
    office, session = whole.commune, opened(whole, campaign)
    case, acting = session.cases.get(), {"mandate": whole.commune.vice_chair, "on": DAY}
    deliberate.open_case(case, **acting)
    deliberate.recuse(case, member=member_named(session, "Triệu Văn Nghĩa"), why="là em ruột", **acting)
    deliberate.record_votes(case, choices=hands(case, ["for"] * 4 + ["against"] * 2), **acting)
    deliberate.close_case(case, **acting)
    deliberate.close_session(session, ended_at="10:30", **acting)
    case = Case.objects.select_related("session__campaign", "nomination").get()
    assert reverse("session", args=[session.code]) in who_reads(as_(office.chair), case)
    assert who_reads(as_(office.member), case) == []
