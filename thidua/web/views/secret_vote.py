"""The page on which a member drops a secret ballot (lá phiếu của tôi): nothing of it is kept on the way.

The choices travel in the body of a request only: not in an address, a session, a message, the token of a
sent form, a log or an error report; and the browser is told to store no page of it.
"""

from __future__ import annotations

from collections.abc import ItemsView
from types import FrameType
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.debug import SafeExceptionReporterFilter
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from thidua.awards import deliberate
from thidua.awards.models import BallotRound, CouncilSession
from thidua.awards.permissions.ballot import may_cast
from thidua.awards.queries.ballot_round import agreed_in, own_turnout, round_running
from thidua.awards.queries.council import session_for
from thidua.law.ruling import Refused
from thidua.web.actors import office_page
from thidua.web.forms.secret import BallotForm
from thidua.web.requests import OfficeRequest
from thidua.web.views.council_page import title_of


class NeverShown(SafeExceptionReporterFilter):
    """What a ballot says is in no error report, not even on the page that a developer sees."""

    def is_active(self, request: HttpRequest | None) -> bool:
        return True

    def get_traceback_frame_variables(
        self, request: HttpRequest | None, tb_frame: FrameType
    ) -> ItemsView[str, Any]:
        """No value of any function on the way, down to the one that seals."""
        return dict.fromkeys(tb_frame.f_locals, self.cleansed_substitute).items()


@sensitive_post_parameters()
@never_cache
@office_page
def secret_ballot(request: OfficeRequest, code: str) -> HttpResponse:
    """Fill the ballot in, check it, drop it: three answers of one address."""
    request.exception_reporter_filter = NeverShown()
    meeting = session_for(request.mandate, code)
    running = round_running(meeting)
    own = own_turnout(running, request.mandate) if running else None
    ruling = may_cast(request.mandate, running, on=request.today) if running else None
    if running is None or own is None or not ruling or ruling.stops:
        return _page(
            request, meeting, "council/secret_over.html", ruling=ruling, has_voted=own and own.has_voted
        )
    cases = agreed_in(running.agreed).cases_for(own.member_id)
    form = BallotForm(request.POST or None, cases=cases)
    if not form.is_valid() or request.POST.get("buoc") == "sua":
        return _page(request, meeting, "council/secret_ballot.html", form=form)
    if request.POST.get("buoc") != "bo-phieu":
        return _page(request, meeting, "council/secret_check.html", form=form)
    return _cast(request, running, form)


def _cast(request: OfficeRequest, running: BallotRound, form: BallotForm) -> HttpResponse:
    try:
        codes = deliberate.cast_ballot(
            running, choices=form.choices(), mandate=request.mandate, on=request.today
        )
    except Refused as refused:
        form.add_error(None, refused.ruling.because)
        return _page(request, running.session, "council/secret_ballot.html", form=form)
    named = [(f"{one.number}. {one.name}", codes[one.case]) for one in form.cases if one.case in codes]
    return _page(request, running.session, "council/secret_over.html", has_voted=True, codes=named)


def _page(request: OfficeRequest, meeting: CouncilSession, template: str, **more: Any) -> HttpResponse:
    title = title_of(meeting)
    crumbs = [
        (title, reverse("session", args=[meeting.code])),
        ("Bỏ phiếu kín", reverse("secret", args=[meeting.code])),
    ]
    context = {"meeting": meeting, "meeting_title": title, "crumbs": crumbs, **more}
    return render(request, template, context)
