"""Addresses of the council and its sessions (Hội đồng)."""

from django.urls import path, register_converter
from django.urls.converters import SlugConverter

from thidua.web.views import (
    balance,
    council,
    council_aside,
    council_attend,
    council_case,
    council_room,
    secret,
    secret_vote,
)


class CaseMove(SlugConverter):
    """A move of a case that has an address."""

    regex = "mo|chot|mo-lai|bo-ra|lai"


class SessionPaper(SlugConverter):
    """A paper of a session."""

    regex = "giay-moi|bien-ban|kiem-phieu"


register_converter(CaseMove, "case_move")
register_converter(SessionPaper, "session_paper")

BOX = "hoi-dong/<slug:code>/phieu-kin/"


class RoomMove(SlugConverter):
    """What the wall of the room lets the secretary do."""

    regex = "mo|chot"


register_converter(RoomMove, "room_move")

CASE = "hoi-dong/<slug:code>/truong-hop/<uuid:pk>/"
urlpatterns = [
    path("hoi-dong/", council.council, name="council"),
    path("dot/<slug:code>/hoi-dong/", council.campaign_sessions, name="campaign-sessions"),
    path("dot/<slug:code>/hoi-dong/lap/", council.plan, name="plan-session"),
    path("hoi-dong/<slug:code>/", council.session, name="session"),
    path("hoi-dong/<slug:code>/chuong-trinh/", council.agenda, name="session-agenda"),
    path("hoi-dong/<slug:code>/chuong-trinh/can-doi/", balance.agenda_balance, name="agenda-balance"),
    path("hoi-dong/<slug:code>/diem-danh/", council.attendance, name="session-attendance"),
    path("hoi-dong/<slug:code>/diem-danh/<uuid:pk>/", council_attend.seat, name="session-seat"),
    path("hoi-dong/<slug:code>/diem-danh/<uuid:pk>/phieu/", council_attend.sheet, name="session-sheet"),
    path("hoi-dong/<slug:code>/khach-moi/", council_attend.guests, name="session-guests"),
    path("hoi-dong/<slug:code>/khai-mac/", council.open_, name="open-session"),
    path("hoi-dong/<slug:code>/man-hinh/", council_room.room, name="session-room"),
    path("hoi-dong/<slug:code>/man-hinh/nay/", council_room.now, name="session-room-now"),
    path("hoi-dong/<slug:code>/man-hinh/<room_move:move>/", council_room.move, name="session-room-move"),
    path("hoi-dong/<slug:code>/huy/", council_room.cancel, name="session-cancel"),
    path("hoi-dong/<slug:code>/hoan/", council_room.adjourn, name="session-adjourn"),
    path("hoi-dong/<slug:code>/ket-thuc/", council.close, name="close-session"),
    path("hoi-dong/<slug:code>/dien-bien/", council.discussion, name="session-discussion"),
    path("hoi-dong/<slug:code>/giay-to/<session_paper:paper>/", council.draft_paper, name="session-paper"),
    path(BOX, secret.secret, name="secret"),
    path(f"{BOX}cho/", secret.secret_awaited, name="secret-awaited"),
    path(f"{BOX}mo/", secret.secret_open, name="secret-open"),
    path(f"{BOX}phieu-giay/", secret.secret_paper, name="secret-paper"),
    path(f"{BOX}bo-phieu/", secret_vote.secret_ballot, name="secret-ballot"),
    path(f"{BOX}<int:number>/dem/", secret.secret_count, name="secret-count"),
    path(f"{BOX}<int:number>/huy/", secret.secret_void, name="secret-void"),
    path(f"{BOX}<int:number>/", secret.secret_table, name="secret-table"),
    path(f"{CASE}cho-phieu/", council_case.votes, name="case-votes"),
    path(f"{CASE}phieu/", council_case.vote, name="case-vote"),
    path(f"{CASE}gio-tay/", council_case.hands, name="case-hands"),
    path(f"{CASE}kiem-phieu/", council_case.ballots, name="case-ballots"),
    path(f"{CASE}khong-tham-gia/", council_case.recuse, name="case-recuse"),
    path(f"{CASE}co-lien-quan/", council_aside.aside, name="case-aside"),
    path(f"{CASE}tham-gia/<uuid:member>/", council_case.unrecuse, name="case-unrecuse"),
    path(f"{CASE}<case_move:move>/", council_case.move, name="case-move"),
]
