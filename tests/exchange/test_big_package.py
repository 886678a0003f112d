"""A package with many dossiers is taken in beside the page: asked for, counted, stopped, found again."""

import pytest
from django.db import connection
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from tests.exchange.changed import grown, resealed
from tests.exchange.installations import Installations
from tests.exchange.story import DAY, DISTRICT, begin, kept, package_up
from tests.exchange.test_hostile import refused
from tests.factories.commune import as_
from thidua.awards.models import Nomination
from thidua.awards.submit import ask_to_take_in, carry_out_taking, stop_taking, take_in_package
from thidua.records.models import Package, Run
from thidua.records.package.bag import read_bag
from thidua.records.package.content import read_content, write_content
from thidua.records.queries.packages import partners_of

COUNTED, MANY = 26, 51


def with_dossiers(data: bytes, number: int) -> bytes:
    payload = dict(read_bag(data).payload)
    said = payload.pop("goi.json")
    content, files = grown(read_content(said, files=payload), payload, number=number)
    return resealed(data, write_content(content), files=files)


def page_of(run: Run) -> str:
    return reverse("package-preview", args=[run.pk])


def test_a_package_is_taken_in_beside_the_page(installations: Installations):
    exchange = begin(installations, names=("Lộc Văn Tài",))
    up = package_up(exchange)
    more = with_dossiers(up, COUNTED)
    with exchange.at(DISTRICT):
        browser, by = as_(exchange.district), {"mandate": exchange.district, "on": DAY}
        _stopped_while_it_counts(kept(more, mandate=exchange.district), by)
        run = kept(up, mandate=exchange.district)
        _found_again_and_stopped(browser, run, by)
        _sent_back_with_the_reason(browser, run, by)
        ask_to_take_in(run, files=2, **by)
        carry_out_taking(run.pk)
        carry_out_taking(run.pk)
        run.refresh_from_db()
        assert (run.state, Nomination.objects.count(), Package.objects.count()) == ("done", 1, 1)
        assert "Mở việc trình" in browser.get(page_of(run)).content.decode()
        assert refused(stop_taking, run, **by) == "not_running"
        assert refused(take_in_package, run, **by) == "once"


def _stopped_while_it_counts(run: Run, by) -> None:
    """Somebody else stops it when 25 files were looked at."""
    counted: list[str] = []

    def listen(execute, sql, params, many, context):
        if sql.startswith('UPDATE "records_run" SET "done"') and not counted:
            counted.append(sql)
            stop_taking(run, **by)
        return execute(sql, params, many, context)

    ask_to_take_in(run, files=COUNTED, **by)
    assert refused(ask_to_take_in, run, files=COUNTED, **by) == "once"
    with connection.execute_wrapper(listen):
        carry_out_taking(run.pk)
    run.refresh_from_db()
    assert (len(counted), run.state, Nomination.objects.count()) == (1, "waiting", 0)


def _found_again_and_stopped(browser, run: Run, by) -> None:
    """While it runs it is found in the book; stopped, it waits as before."""
    ask_to_take_in(run, files=2, **by)
    assert "đang tiếp nhận" in browser.get(reverse("packages")).content.decode()
    told = browser.get(page_of(run)).content.decode()
    assert ("Đang kiểm tra tệp: 0 trên 2." in told, "Dừng tiếp nhận" in told) == (True, True)
    line = browser.get(page_of(run), headers={"hx-request": "true"}).content.decode()
    assert ("hx-trigger" in line, "<html" in line) == (True, False)
    stop = reverse("package-stop", args=[run.pk])
    assert "Đã dừng" in browser.post(stop, follow=True).content.decode()
    assert "không còn đang tiếp nhận" in browser.post(stop, follow=True).content.decode()
    carry_out_taking(run.pk)
    run.refresh_from_db()
    assert (run.state, Nomination.objects.count()) == ("waiting", 0)


def _sent_back_with_the_reason(browser, run: Run, by) -> None:
    """The key is ended between the asking and the work: nothing is written, and the page says why."""
    ask_to_take_in(run, files=2, **by)
    partner = partners_of(by["mandate"].unit).get()
    type(partner).objects.filter(pk=partner.pk).update(ended_on=DAY)
    carry_out_taking(run.pk)
    run.refresh_from_db()
    assert (run.state, Nomination.objects.count()) == ("waiting", 0)
    assert "Lần trước chưa tiếp nhận được" in browser.get(page_of(run)).content.decode()
    partner.save()


@pytest.mark.long
def test_the_page_of_a_big_package_hands_it_to_the_machine(installations: Installations):
    exchange = begin(installations, names=("Lộc Văn Tài",))
    big = with_dossiers(package_up(exchange), MANY)
    with exchange.at(DISTRICT):
        browser, run = as_(exchange.district), kept(big, mandate=exchange.district)
        told = browser.post(page_of(run), follow=True).content.decode()
        assert ("Đang kiểm tra tệp: 0 trên" in told, DBTaskResult.objects.count()) == (True, 1)
        carry_out_taking(run.pk)
        assert Nomination.objects.count() == MANY
