"""The doors of models and of doing likewise, in the office and on the portal (mô hình, nhân rộng)."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from tests.factories.commune import Commune
from tests.factories.models import DAY, WORDS, again, begun, copied, photo, pictured, published
from tests.web.door import Door, Of, posts, public, upload
from thidua.campaigns import discover
from thidua.campaigns.discover import StepWords

OWN = "standing village_head"
APPROVE = "standing chair vice_chair"
# An empty table of stages and of figures, as the browser sends it.
NO_ROWS = {f"{table}-{name}_FORMS": "0" for table in ("giai-doan", "con-so") for name in ("TOTAL", "INITIAL")}


def built_by_the_village(whole: Commune, of: SimpleNamespace) -> None:
    """A model being written with a picture, one that waits, one shown and rewritten, one taken down; who does
    likewise.
    """
    officer, head = whole.commune.standing, whole.head(whole.village)
    of.project = begun(whole, of.running)
    of.model_picture = pictured(of.project, head, "Chu Thị Lụa")
    of.model_step = of.project.steps.first()
    of.offered_project = begun(whole, of.running)
    discover.offer_project(of.offered_project, mandate=head, on=DAY)
    of.shown_project = begun(whole, of.running)
    of.shown_picture = pictured(of.shown_project, head)
    discover.publish_project(again(of.shown_project, officer), mandate=officer, on=DAY)
    words = replace(WORDS, title="Đường hoa mới", steps=(StepWords("Làm lại"),))
    discover.edit_project(again(of.shown_project, head), words=words, mandate=head, on=DAY)
    of.down_project = published(whole, of.running)
    discover.withdraw_project(of.down_project, reason="Sai số liệu", mandate=officer, on=DAY)
    of.likewise, of.dropped_likewise = (
        copied(whole, of.running, one) for one in (of.project, of.shown_project)
    )
    giver = whole.head(whole.villages[1])
    discover.give_up_replication(of.dropped_likewise, reason="Thiếu giống", mandate=giver, on=DAY)


def _running(of: Of) -> tuple[Any, ...]:
    return (of.running.code,)


def _of(thing: str):  # type: ignore[no-untyped-def]
    return lambda of: (getattr(of, thing).code,)


def _words(of: Of) -> dict[str, Any]:
    return NO_ROWS | {"unit": str(of.whole.village.pk), "title": "Vườn mẫu", "how": "gọi", "content": "",
                      "starts": "01/4/2023", "version": ""}  # fmt: skip


def _picture(of: Of) -> dict[str, Any]:
    return {"photo": upload(photo().read(), "anh.jpg"), "side": "before", "nobody": "on", "people": ""}


def _taking(of: Of) -> dict[str, Any]:
    return {"unit": str(of.whole.villages[1].pk), "project": "", "role_model": str(of.public_model.pk),
            "since": "05/6/2023", "how": "gọi"}  # fmt: skip


OUTCOME = {"text": "Cả thôn cùng làm", "how": "gọi", "measure": "", "value": ""}
MODELS = (
    Door("campaign-projects", _running),
    Door("project-new", _running, f"{OWN} other_village unit_head", _words),
    Door("project", _of("project")),
    Door("project-edit", _of("project"), OWN, _words),
    Door("project-stage", _of("project"), OWN),
    Door("project-step", lambda of: (of.model_step.pk,), OWN, lambda of: {"to": "doing", "done_on": ""}),
    posts("project-offer", _of("project"), OWN),
    Door("project-hand-back", _of("offered_project"), f"{APPROVE} village_head",
         lambda of: {"tra-reason": "Ghi rõ"}),
    posts("project-publish", _of("project"), APPROVE),
    posts("project-renew", _of("shown_project"), APPROVE),
    Door("project-withdraw", _of("shown_project"), f"{APPROVE} village_head"),
    posts("project-reopen", _of("down_project"), OWN),
    Door("project-picture", _of("project"), OWN, _picture),
    Door("project-picture-agree", _of("model_picture"), OWN, lambda of: {"how": "ký phiếu"}),
    Door("project-picture-out", _of("model_picture"), OWN, lambda of: {"person": "", "reason": "Mờ"}),
    Door("campaign-replications", _running),
    Door("replication-new", _running, f"{OWN} other_village unit_head", _taking),
    Door("replication", _of("likewise"), "standing other_village", lambda of: OUTCOME),
    Door("replication-drop", _of("likewise"), "standing other_village",
         lambda of: {"thoi-reason": "Thiếu giống"}),
    posts("replication-resume", _of("dropped_likewise"), "standing other_village"),
    public("public-project", _of("shown_project")),
    public("public-project-picture", lambda of: (of.shown_project.code, of.shown_picture.code)),
    public("share-project", _of("shown_project")),
)  # fmt: skip
