"""The books of packages, messages and partners ask the database as often for three rows as for one."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.exchange.test_partners import sheet
from tests.factories.commune import Commune, as_
from thidua.records.models import Envelope, Package, Run
from thidua.records.package import add_partner

DAY = date(2023, 6, 5)


@pytest.mark.django_db
def test_three_rows_cost_what_one_costs(whole: Commune):
    browser, office = as_(whole.commune.standing), whole.commune
    told: dict[str, list[int]] = {"packages": [], "envelopes": [], "partners": []}
    for number in range(3):
        partner = add_partner(sheet(number=20 + number), mandate=office.standing, on=DAY)
        about = {"unit": office.unit, "on": DAY, "by": "Mai", "sha256": f"{number:064}"}
        Package.objects.create(
            partner=partner, direction="sent", kind="submission", subject_id=partner.pk, size=1, **about
        )
        Envelope.objects.create(direction="sent", says="Gửi", **about)
        for kind in ("package", "edxml"):
            Run.objects.create(unit=office.unit, kind=kind, started_on=DAY, started_by="Mai", says="Gói")
        for name, counts in told.items():
            with CaptureQueriesContext(connection) as seen:
                browser.get(reverse(name))
            counts.append(len(seen))
    assert {name: counts[1] for name, counts in told.items()} == {
        name: counts[2] for name, counts in told.items()
    }
