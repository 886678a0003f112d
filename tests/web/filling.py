"""A person who fills in forms as they stand on the page, and the count of what was typed (đếm ô)."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.test import Client
from lxml import html

from tests.factories.commune import make_user
from thidua.org.models import Mandate

BACKEND = "thidua.web.login.NameOrTelephoneBackend"


class Filling:
    """Opens pages and sends their forms; a field counts when its value differs from what stood there already.

    Buttons are no fields, a tick and a chosen file are one each. `typed` counts by step of the work.
    """

    def __init__(self) -> None:
        self.clients: dict[Any, Client] = {}
        self.typed: Counter[str] = Counter()

    def client(self, mandate: Mandate) -> Client:
        if mandate.pk not in self.clients:
            made = self.clients[mandate.pk] = Client()
            made.force_login(make_user(mandate, f"nguoi-{len(self.clients)}"), backend=BACKEND)
        return self.clients[mandate.pk]

    def send(self, step: str, mandate: Mandate, page: str, *, to: str = "", **typed: Any) -> str:
        """Send the form of a page that goes `to` this address (the page itself when ""); returns where it
        led. What was typed and what the browser sends by itself go together.
        """
        client = self.client(mandate)
        form = self._form(client, page, to or page)
        there = self._there(form)
        for name, value in typed.items():
            assert name in there or name in form.fields or hasattr(value, "read"), (name, sorted(there))
            self.typed[step] += _differing(there.get(name, []), value)
        answer = client.post(to or page, there | typed)
        assert answer.status_code == 302, html.fromstring(answer.content).text_content()[:3000]
        return str(answer["Location"])

    def _form(self, client: Client, page: str, address: str) -> Any:
        answer = client.get(page)
        assert answer.status_code == 200, (page, answer.status_code)
        found = [
            form
            for form in html.fromstring(answer.content.decode()).forms
            if form.method == "POST" and address in ((form.action or page), *_formactions(form))
        ]
        assert found, f"trang {page} không có biểu mẫu gửi tới {address}"
        return found[0]

    @staticmethod
    def _there(form: Any) -> dict[str, list[str]]:
        """What the browser sends when nothing is touched."""
        held: dict[str, list[str]] = {}
        for name, value in form.form_values():
            if name != "csrfmiddlewaretoken":
                held.setdefault(name, []).append(value)
        return held


def _formactions(form: Any) -> list[str]:
    return [str(button.get("formaction")) for button in form.xpath(".//button[@formaction]")]


def _differing(before: list[str], value: Any) -> int:
    if isinstance(value, list | tuple):
        return len({*value} ^ {*before})
    return int([str(value)] != before)
