"""The doors of checking, joining and printing for good deeds, of initiatives and of mail addresses (việc tốt,
sáng kiến, địa chỉ thư).
"""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from tests.awards.dossiers import DAY
from tests.factories.commune import Commune, make_person
from tests.web.door import Door, Of, posts, public
from thidua.campaigns.discover import (
    Application,
    AuthorEntry,
    GoodDeed,
    InitiativeEntry,
    Recognition,
    apply_initiative,
    ask_unit,
    drop_initiative,
    join_good_deed,
    note_good_deed,
    note_initiative,
    recognise_initiative,
)
from thidua.campaigns.models import Initiative, Lead
from thidua.org.models import Person

WRITERS = "standing culture"
HEADS = "village_head other_village unit_head"
AUTHORS = {"tac-gia-TOTAL_FORMS": "1", "tac-gia-INITIAL_FORMS": "0", "tac-gia-0-name": "Vi Thị Chanh"}


def leads_and_initiatives(whole: Commune, of: SimpleNamespace) -> None:
    """A deed about which the village was asked, one that was joined; initiatives in every state."""
    officer = whole.commune.standing
    of.asked_lead, of.joined_lead = (_told(whole, of, who) for who in ("Bà Đàm Thị Nụ", "Ông Lý Văn Pảo"))
    ask_unit(of.asked_lead, unit=whole.village, mandate=officer, on=DAY)
    join_good_deed(of.joined_lead, into=of.verified, mandate=officer, on=DAY)
    of.idea, of.dropped = (_thought(whole, of, name) for name in ("Bể ủ phân", "Bếp cải tiến"))
    of.known = _thought(whole, of, "Máng nước", of.written.person)
    recognise_initiative(
        of.known, recognition=Recognition("Hội đồng sáng kiến huyện", "125/QĐ-UBND", "huyen", DAY),
        mandate=officer, on=DAY,
    )  # fmt: skip
    apply_initiative(of.known, application=Application(whole.village, DAY), mandate=officer, on=DAY)
    drop_initiative(of.dropped, reason="Đã có nơi làm", mandate=officer, on=DAY)


def _told(whole: Commune, of: SimpleNamespace, who: str) -> Lead:
    deed = GoodDeed(who, "Dắt trâu đi lạc trả lại chủ.", where="Thôn Khuổi Cáp", how="điện thoại")
    return note_good_deed(of.running, deed=deed, mandate=whole.commune.standing, on=DAY)


def _thought(whole: Commune, of: SimpleNamespace, title: str, person: Person | None = None) -> Initiative:
    author = AuthorEntry(person or make_person(whole.village, f"Hứa Văn {title.split()[0]}"))
    entry = InitiativeEntry(title, "Làm bằng đá sẵn có.", (author,), how="điện thoại")
    return note_initiative(
        of.running, entry=entry, unit=whole.village, mandate=whole.commune.standing, on=DAY
    )


def _running(of: Of) -> tuple[Any, ...]:
    return (of.running.code,)


def _lead(thing: str, *more: str) -> Callable[[Of], tuple[Any, ...]]:
    return lambda of: (getattr(of, thing).receipt, *(getattr(of, one).receipt for one in more))


def _idea(thing: str, *more: str) -> Callable[[Of], tuple[Any, ...]]:
    return lambda of: (of.running.code, getattr(of, thing).code, *more)


LEADS = (
    posts("campaign-leads-aside", _running, "standing", data=lambda of: {"chon": [of.lead.receipt]}),
    posts("campaign-leads-back", _running, "standing", data=lambda of: {"chon": [of.rejected.receipt]}),
    Door("lead-slips", _running),
    Door("lead-slips-file", _running, query="?don-vi=khuoi-cap"),
    Door("lead-ask", _lead("lead"), "standing", lambda of: {"hoi-unit": of.whole.village.code}),
    Door("lead-witness", _lead("lead"), "standing",
         lambda of: {"y-kien-answer": "dung", "y-kien-who": "Trưởng thôn"}),
    Door("lead-confirm", _lead("asked_lead"), "village_head", lambda of: {"answer": "dung"}),
    Door("lead-compare", _lead("lead", "verified"), "standing", lambda of: {"giu": "kia"}),
    posts("lead-separate", _lead("joined_lead"), "standing"),
)  # fmt: skip
INITIATIVES = (
    Door("initiatives", _running),
    Door("initiative-new", _running, f"standing {HEADS}", lambda of: AUTHORS, query="?don-vi=khuoi-cap"),
    Door("initiative", _idea("idea")),
    Door("initiative-edit", _idea("idea"), "standing village_head", lambda of: AUTHORS),
    Door("initiative-recognise", _idea("idea"), "standing",
         lambda of: {"cong-nhan-by": "Hội đồng", "cong-nhan-paper": "1/QĐ", "cong-nhan-day": "01/6/2023",
                     "cong-nhan-level": "co_so"}),
    Door("initiative-drop", _idea("idea"), "standing", lambda of: {"bo-reason": "Trùng"}),
    Door("initiative-reopen", _idea("known"), "standing", lambda of: {"xem-lai-reason": "Nhầm"}),
    Door("initiative-apply", _idea("known"), "standing village_head",
         lambda of: {"ap-dung-unit": of.whole.village.code, "ap-dung-since": "01/6/2023"}),
    posts("nomination-initiative", lambda of: (of.written.code, of.known.code), "village_head standing"),
    posts("initiative-stop", _idea("known", "khuoi-cap"), "standing village_head"),
)  # fmt: skip
MAIL = (
    posts("ask-to-confirm-mail", lambda of: (), ""),
    public("confirm-mail", lambda of: ("sai",), answer=410),
)
FINDING = (*LEADS, *INITIATIVES, *MAIL)
