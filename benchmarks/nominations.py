"""The list of 200 nominations against a plain template loop over the same rows (danh sách đề nghị).

Targets: at most 80 ms of processor time, 7 times the plain loop, 12 queries. Printed as ratios.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import date

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.settings")
django.setup()

from django.db import connection  # noqa: E402
from django.template import engines  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, override_settings  # noqa: E402
from django.urls import reverse  # noqa: E402

from tests.factories.commune import Commune, make_campaign, make_commune, make_person, make_user  # noqa: E402
from thidua.awards.models import Claim, Nomination  # noqa: E402
from thidua.awards.queries.nomination import Wanted, nomination_list  # noqa: E402
from thidua.campaigns.models import Campaign  # noqa: E402
from thidua.org.models import Installation  # noqa: E402

ROWS = 200
ROUNDS = 15
DAY = date(2023, 6, 5)
FAMILIES = ("Nguyễn Văn", "Hoàng Thị", "Lý Văn", "Vy Thị", "Nông Thị", "Chu Văn", "Đàm Thị", "Triệu Văn")
GIVEN = ("Bách", "Cúc", "Dần", "Hạnh", "Khoa", "Phượng", "Quyền", "Thắm", "Ước", "Ẩn")
PLAIN = """<table>{% for one in rows %}<tr><td><a href="{% url 'nomination' one.code %}">{{ one.name }}</a>
<small>{{ one.address }}</small></td><td>{{ one.achievement }}</td><td>{{ one.award.title }}</td>
<td>{{ one.shown }}/{{ one.asked }}</td><td>{{ one.state_says }}</td></tr>{% endfor %}</table>"""


def fill(whole: Commune) -> Campaign:
    """A campaign with 200 nominations of 200 persons, each with evidence for its criterion."""
    campaign = make_campaign(whole)
    award = campaign.awards.get(form="giay_khen_huyen")
    criterion = award.criteria.get(recipient="individual")
    for place in range(ROWS):
        name = f"{FAMILIES[place % len(FAMILIES)]} {GIVEN[place % len(GIVEN)]}"
        person = make_person(whole.villages[place % 2], name, position="Nông dân", is_direct_worker=True)
        nomination = Nomination.objects.create(
            campaign=campaign,
            award=award,
            unit=person.unit,
            holder=whole.commune.unit,
            code=f"hs{place}",
            state="submitted",
            recipient="individual",
            person=person,
            name=name,
            address="Nông dân, thôn Nà Pheo",
            achievement="Hiến đất, góp công làm đường thôn",
            governed_on=DAY,
            submitted_on=DAY,
        )
        Claim.objects.create(nomination=nomination, criterion=criterion, text="Có ảnh nghiệm thu")
    return campaign


def processor_time(action: Callable[[], object]) -> float:
    """The best of several rounds, in milliseconds of processor time."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        action()
        best = min(best, time.process_time() - start)
    return best * 1000


def compare() -> None:
    """Measure the page and the plain loop in one run and print both."""
    whole = make_commune(2023)
    Installation.objects.update(is_demo=True, working_day=DAY)
    campaign = fill(whole)
    client = Client()
    client.force_login(make_user(whole.commune.standing, "do-toc-do"))
    url = reverse("campaign-nominations", args=[campaign.code]) + "?tat-ca=1"
    client.get(url)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(url).content.count(b'name="chon"') == ROWS
    queries = len(caught)
    template = engines["django"].from_string(PLAIN)

    def plain() -> str:
        rows = nomination_list(whole.commune.standing, Wanted(), campaign=campaign)
        return template.render({"rows": rows})

    page, loop = processor_time(lambda: client.get(url)), processor_time(plain)
    print(f"nominations: {ROWS} rows in {page:.1f} ms of processor time (target <= 80)")
    print(f"nominations: {page / loop:.1f} x a plain loop of {loop:.1f} ms (target <= 7)")
    print(f"nominations: {queries} queries (target <= 12)")


def main() -> None:
    """Run on a database made for this only and dropped afterwards."""
    connection.creation.create_test_db(verbosity=0)
    quick = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    plain_files = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    with override_settings(PASSWORD_HASHERS=quick, ALLOWED_HOSTS=["testserver"], STORAGES=plain_files):
        compare()
    connection.creation.destroy_test_db(":memory:", verbosity=0)


if __name__ == "__main__":
    main()
