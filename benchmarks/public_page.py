"""The public page of a campaign against a plain template loop over the same rows (trang công khai).

Target: at most 10 ms of processor time. The page is kept as long as the journal does not move; printed for
the page as it is kept and as it is made anew, each with the ratio to the plain loop of the same run.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.settings")
django.setup()

from django.core.cache import cache  # noqa: E402
from django.db import connection  # noqa: E402
from django.template import engines  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, override_settings  # noqa: E402
from django.urls import reverse  # noqa: E402

from tests.factories.commune import make_campaign, make_commune, make_unit  # noqa: E402
from tests.publicity.honours import DAY, honoured, shown, told  # noqa: E402
from thidua.awards.queries.public import public_honours  # noqa: E402
from thidua.campaigns.models import Campaign  # noqa: E402
from thidua.campaigns.queries.example import public_role_models  # noqa: E402
from thidua.org.models import Installation  # noqa: E402
from thidua.publicity.queries import (  # noqa: E402
    public_campaign,
    public_news,
    public_papers,
    public_taking_part,
)

ROLE_MODELS, NEWS, UNITS = 9, 12, 15
ROUNDS = 15
PLAIN = """<h1>{{ campaign.theme }}</h1>
<ol>{% for one in campaign.contents.all %}<li>{{ one.short }}</li>{% endfor %}</ol>
<ul>{% for one in role_models %}<li><a href="{% url 'public-role-model' one.slug %}">{{ one.name }}</a>
{{ one.place }} {{ one.title }}</li>{% endfor %}</ul>
<ul>{% for one in news %}<li><a href="{% url 'public-news' one.slug %}">{{ one.title }}</a>{{ one.lead }}</li>
{% endfor %}</ul>
{% for one in honours %}<h2>{{ one.form }}</h2>{% for kind, name, items in one.groups %}
<h3>{{ name }}</h3>
<ul>{% for item in items %}<li>{{ item.name }}</li>{% endfor %}</ul>{% endfor %}{% endfor %}
<ul>{% for unit in part.units %}<li>{{ unit.name }}</li>{% endfor %}</ul>
<ul>{% for paper in papers %}<li>{{ paper.document.title }}</li>{% endfor %}</ul>"""


def fill() -> Campaign:
    """A campaign in full swing: more villages, nine role models, a dozen pieces of news, a decision."""
    whole = make_commune(2023)
    Installation.objects.update(is_demo=True, working_day=DAY)
    campaign = make_campaign(whole)
    for place in range(UNITS):
        make_unit(f"Thôn số {place + 3}", f"thon-{place + 3}", "thon", whole.commune.unit)
    for _ in range(ROLE_MODELS):
        shown(campaign, whole.commune.culture)
    for _ in range(NEWS):
        told(campaign, whole.commune.culture)
    honoured(whole, campaign)
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
    campaign = fill()
    client, url = Client(), reverse("public-campaign", args=[campaign.slug])
    with CaptureQueriesContext(connection) as caught:
        assert client.get(url).content.count(b'class="card model"') == ROLE_MODELS
    queries = len(caught)
    template = engines["django"].from_string(PLAIN)

    def plain() -> str:
        found = public_campaign(campaign.unit, campaign.slug)
        rows = {
            "campaign": found,
            "role_models": public_role_models(found.unit, found),
            "news": public_news(found.unit, found),
            "honours": public_honours(found),
            "part": public_taking_part(found, on=DAY),
            "papers": public_papers(found),
        }
        return template.render(rows)

    kept, loop = processor_time(lambda: client.get(url)), processor_time(plain)
    fresh = processor_time(lambda: (cache.clear(), client.get(url)))
    print(f"public page: {kept:.1f} ms of processor time (target <= 10), {kept / loop:.1f} x a plain loop")
    print(
        f"public page: {fresh:.1f} ms and {queries} queries after a change, {fresh / loop:.1f} x a plain loop"
    )
    print(f"public page: {loop:.1f} ms for the plain loop over the same rows")


def main() -> None:
    """Run on a database made for this only and dropped afterwards."""
    connection.creation.create_test_db(verbosity=0)
    plain_files = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    with override_settings(ALLOWED_HOSTS=["testserver"], STORAGES=plain_files | {
        "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    }):  # fmt: skip
        compare()
    connection.creation.destroy_test_db(":memory:", verbosity=0)


if __name__ == "__main__":
    main()
