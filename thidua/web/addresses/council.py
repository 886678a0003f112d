"""Addresses of the council and its sessions (Hội đồng)."""

from django.urls import path, register_converter
from django.urls.converters import SlugConverter

from thidua.web.views import council, council_case


class CaseMove(SlugConverter):
    """A move of a case that has an address."""

    regex = "mo|chot|mo-lai|bo-ra"


class SessionPaper(SlugConverter):
    """A paper of a session."""

    regex = "giay-moi|bien-ban|kiem-phieu"


register_converter(CaseMove, "case_move")
register_converter(SessionPaper, "session_paper")

CASE = "hoi-dong/<slug:code>/truong-hop/<uuid:pk>/"
urlpatterns = [
    path("hoi-dong/", council.council, name="council"),
    path("dot/<slug:code>/hoi-dong/", council.campaign_sessions, name="campaign-sessions"),
    path("dot/<slug:code>/hoi-dong/lap/", council.plan, name="plan-session"),
    path("hoi-dong/<slug:code>/", council.session, name="session"),
    path("hoi-dong/<slug:code>/chuong-trinh/", council.agenda, name="session-agenda"),
    path("hoi-dong/<slug:code>/diem-danh/", council.attendance, name="session-attendance"),
    path("hoi-dong/<slug:code>/khai-mac/", council.open_, name="open-session"),
    path("hoi-dong/<slug:code>/ket-thuc/", council.close, name="close-session"),
    path("hoi-dong/<slug:code>/dien-bien/", council.discussion, name="session-discussion"),
    path("hoi-dong/<slug:code>/giay-to/<session_paper:paper>/", council.draft_paper, name="session-paper"),
    path(f"{CASE}cho-phieu/", council_case.votes, name="case-votes"),
    path(f"{CASE}phieu/", council_case.vote, name="case-vote"),
    path(f"{CASE}gio-tay/", council_case.hands, name="case-hands"),
    path(f"{CASE}kiem-phieu/", council_case.ballots, name="case-ballots"),
    path(f"{CASE}khong-tham-gia/", council_case.recuse, name="case-recuse"),
    path(f"{CASE}tham-gia/<uuid:member>/", council_case.unrecuse, name="case-unrecuse"),
    path(f"{CASE}<case_move:move>/", council_case.move, name="case-move"),
]
