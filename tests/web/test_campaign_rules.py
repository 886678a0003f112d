"""The page of a campaign's own rules (quy tắc riêng của đợt): set, shown where it applies, dropped."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.awards.dossiers import DAY, started
from tests.factories.commune import make_campaign, make_person
from tests.web.test_nominations import as_
from thidua.campaigns.models import CampaignRule
from thidua.campaigns.regulate import set_own_rule

pytestmark = pytest.mark.django_db


def words(response):
    return " ".join(response.content.decode().split())


def test_set_for_the_campaign_and_dropped(whole):
    campaign = make_campaign(whole, state="reviewing")
    client, page = as_(whole.commune.standing, "thuong-truc"), reverse("campaign-rules", args=[campaign.code])
    assert words(client.get(page)).count("theo cơ quan") == 6
    one = reverse("campaign-rule", args=[campaign.code, "report_words"])
    missing = words(client.post(one, {"value": "tám trăm", "paper": "mục VI.2 của kế hoạch"}))
    assert "“tám trăm” không dùng được" in missing
    assert 'value="tám trăm"' in missing
    done = client.post(one, {"value": "800", "paper": "mục VI.2 của kế hoạch"}, follow=True)
    assert "nhiều nhất 800 chữ" in words(done)
    dropped = client.post(reverse("drop-campaign-rule", args=[campaign.code, "report_words"]), follow=True)
    assert words(dropped).count("theo cơ quan") == 6
    assert CampaignRule.objects.get().ended_on is not None
    assert client.get(reverse("campaign-rule", args=[campaign.code, "bia-dat"])).status_code == 404


def test_the_dossier_says_the_limit_and_whose_it_is(whole):
    campaign = make_campaign(whole, state="reviewing")
    acting = {"mandate": whole.commune.standing, "on": DAY}
    set_own_rule(campaign, rule="report_words", value="800", paper="mục VI.2", **acting)
    nomination = started(whole, make_person(whole.village), campaign=campaign)
    client = as_(whole.commune.standing, "thuong-truc")
    dossier = words(client.get(reverse("dossier", args=[nomination.code])))
    assert "tối đa 800 chữ theo mục VI.2 (áp dụng riêng cho đợt thi đua này)" in dossier


def test_the_page_asks_as_often_for_one_rule_as_for_three(whole, campaign):
    client, page = as_(whole.commune.standing, "thuong-truc"), reverse("campaign-rules", args=[campaign.code])
    counts = []
    for rules in (("report_words",), ("returns_allowed", "posting_days")):
        for rule in rules:
            client.post(
                reverse("campaign-rule", args=[campaign.code, rule]), {"value": "5", "paper": "Kế hoạch"}
            )
        client.get(page)
        with CaptureQueriesContext(connection) as queries:
            client.get(page)
        counts.append(len(queries))
    assert counts[0] == counts[1]
