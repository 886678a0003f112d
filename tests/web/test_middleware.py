"""What surrounds every page: limits, the address behind a proxy, the policy of content."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import reverse

from tests.factories.commune import make_commune, make_user
from thidua.web.middleware import behind_proxy

pytestmark = pytest.mark.django_db


def test_a_request_over_the_limit_gets_a_sentence_and_nothing_is_kept(client, settings):
    settings.REQUEST_LIMIT = 1000
    make_commune()
    answer = client.post(reverse("report-good-deed"), {"who": "x" * 2000})
    assert answer.status_code == 413
    assert "Tệp quá lớn" in answer.content.decode()
    assert client.post(reverse("report-good-deed"), {"who": "x"}).status_code == 200


@pytest.mark.parametrize(
    ("named", "address"), [("203.0.113.9, 198.51.100.7", "198.51.100.7"), ("", "127.0.0.1")]
)
def test_behind_a_proxy_the_visitor_is_the_last_address_it_names(named, address):
    request = RequestFactory().get("/", HTTP_X_FORWARDED_FOR=named)
    behind_proxy(lambda _: HttpResponse())(request)
    assert request.META["REMOTE_ADDR"] == address


def test_nothing_from_outside_is_run(client):
    make_commune()
    policy = client.get("/")["Content-Security-Policy"]
    assert policy.startswith("default-src 'self'; img-src 'self' data:;")


def test_an_account_without_an_office_is_told_so(client):
    whole = make_commune()
    whole.commune.member.ends = whole.commune.member.starts
    whole.commune.member.save()
    client.force_login(
        make_user(whole.commune.member, "cu"), backend="thidua.web.login.NameOrTelephoneBackend"
    )
    assert client.get(reverse("desk")).status_code == 403
