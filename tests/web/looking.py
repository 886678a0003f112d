"""Opening a page as a browser does (mở trang)."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse


def page(client: Client, name: str, *args: object, status: int = 200, **query: object) -> str:
    """The words of the page at this address, which answers with that status."""
    answer = client.get(reverse(name, args=args), query)
    assert answer.status_code == status, answer.content.decode()[:400]
    return answer.content.decode()
