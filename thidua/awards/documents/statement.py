"""What the square code of a certificate carries (lời niêm phong), from what is printed on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from thidua.awards.models import Decision
from thidua.paper.statement import Statement


def statement_of(code: str, *, content: Mapping[str, Any], decision: Decision, key_id: str) -> Statement:
    """The statement about one certificate of an issued decision, to be sealed with this key (lời niêm phong).

    Căn cứ: không (quy ước nội bộ).
    """
    document, day = decision.document, decision.decided_on
    assert document is not None  # certificates follow the issue
    assert day is not None
    return Statement(
        code=code,
        key_id=key_id,
        name=f"{content['prefix']} {content['name']}".strip(),
        title=content["title"],
        number=document.number_text,
        day=day,
        office=decision.unit.name,
        gold_number=content["gold_number"],
    )
