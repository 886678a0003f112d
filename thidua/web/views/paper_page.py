"""What the page of a paper shows: pages, life line, actions with their reasons, history (trang của một văn
bản).
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.cache import cache
from django.urls import reverse

from thidua.journal.models import JournalEntry
from thidua.law.unseen import unseen_in
from thidua.org.models import Mandate
from thidua.paper.picture import page_count
from thidua.records import permissions
from thidua.records.documents import findings_of, grounds_of, shown_first
from thidua.records.models import OfficialDocument
from thidua.records.queries.papers import history_of
from thidua.records.queries.signing import reports_of, signed_file
from thidua.records.states import PURPOSES
from thidua.vietnamese.dates import vn_date
from thidua.web.effects import belongs_to

LIFE = (
    ("draft", "Soạn", "Người soạn"),
    ("for_signature", "Trình ký", "Người ký"),
    ("signed", "Cho số", "Văn thư"),
    ("numbered", "Phát hành", "Văn thư"),
)
AT = {"draft": 0, "returned": 0, "for_signature": 1, "signed": 2, "numbered": 3, "issued": 4, "cancelled": 4}


def life_line(document: OfficialDocument) -> list[dict[str, str]]:
    """The steps of a paper with the one it is at (đường đi của văn bản)."""
    at = AT[document.state]
    states = ["done" if step < at else "now" if step == at else "next" for step in range(len(LIFE))]
    return [
        {"name": name, "desk": desk, "state": state}
        for (_, name, desk), state in zip(LIFE, states, strict=True)
    ]


def shown_pages(document: OfficialDocument) -> tuple[str, bytes]:
    """The first thing to show and its type; what is printed is kept for a while, by the version of the
    paper.
    """
    key = f"paper:{document.pk}:{document.version}"
    held: tuple[str, bytes] | None = cache.get(key)
    if held is None:
        held = shown_first(document)
        cache.set(key, held, 600)
    return held


def form_findings(document: OfficialDocument) -> list[dict[str, str]] | None:
    """What the check of form says before the paper goes out (thể thức), kept for a while; None of one that is
    out or was dropped.
    """
    if document.origin == "ours" and document.state in ("issued", "cancelled"):
        return None
    key = f"paper-form:{document.pk}:{document.version}"
    held: list[dict[str, str]] | None = cache.get(key)
    if held is None:
        held = [one.as_json() for one in findings_of(document)]
        cache.set(key, held, 600)
    return held


def preview(document: OfficialDocument) -> dict[str, Any]:
    """Addresses of the pictures and files (xem trước)."""
    kind, data = shown_pages(document)
    count = page_count(data) if kind == "application/pdf" else int(bool(data))
    pages = [reverse("paper-picture", args=[document.code, number]) for number in range(1, count + 1)]
    ours = document.origin == "ours"
    return {
        "pages": pages,
        "pdf_url": reverse("paper-file", args=[document.code, "pdf"]) if ours else "",
        "docx_url": reverse("paper-file", args=[document.code, "docx"]) if ours else "",
    }


def history(document: OfficialDocument) -> list[dict[str, str]]:
    """The journal of the paper as the page shows it."""
    return [told(entry) for entry in history_of(document.pk)[:100]]


def told(entry: JournalEntry) -> dict[str, str]:
    """One line of the journal in words (một dòng nhật ký)."""
    return {
        "when": vn_date(entry.on),
        "actor": entry.actor_name,
        "unit": entry.actor_unit,
        "text": entry.says,
    }


def rulings(document: OfficialDocument, *, mandate: Mandate, on: date) -> dict[str, Any]:
    """What this mandate may do with the paper now, each with its reason."""
    return {
        "may_rewrite": permissions.may_rewrite(mandate, document, on=on),
        "may_take_back": permissions.may_take_back(mandate, document, on=on),
        "may_sign": permissions.may_sign(mandate, document, on=on),
        "may_unsign": permissions.may_unsign(mandate, document, on=on),
        "may_number": permissions.may_number(mandate, document, on=on),
        "may_issue": permissions.may_issue(mandate, document, on=on),
        "may_attach_scan": permissions.may_attach_scan(mandate, document, on=on),
    }


def signing(document: OfficialDocument, *, mandate: Mandate, on: date) -> dict[str, Any]:
    """How far the paper is signed digitally, and what this mandate may do about it (ký số)."""
    sealed = signed_file(document, "organisation")
    return {
        "head": signed_file(document, "head"),
        "sealed": sealed,
        "may_sign": permissions.may_sign(mandate, document, on=on),
        "may_seal": permissions.may_seal(mandate, document, on=on),
        "may_copy": permissions.may_copy(mandate, document, on=on),
        "report": reports_of(document).first(),
    }


def paper_context(document: OfficialDocument, *, mandate: Mandate, on: date) -> dict[str, Any]:
    """Everything the template of the page needs, except its forms."""
    facts = [
        ("Cơ quan ban hành", document.unit.name),
        ("Số, ký hiệu", document.number_text),
        ("Ngày văn bản", vn_date(document.day) if document.day else ""),
        ("Người ký", document.signer_words or str(document.signer or "")),
        ("Dùng làm", PURPOSES[document.purpose].name),
        ("Người soạn", str(document.drafted_by or "")),
    ]
    return {
        "document": document,
        "unseen": unseen_in(grounds_of(document), document.day or on),
        "life": life_line(document),
        "facts": facts,
        "history": history(document),
        "belongs_to": belongs_to(document, mandate),
        "findings": form_findings(document),
        "signing": signing(document, mandate=mandate, on=on),
        **preview(document),
        **rulings(document, mandate=mandate, on=on),
    }
