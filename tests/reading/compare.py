"""So sánh bản đọc với đáp án: từng trường một, đúng hay sai."""

from __future__ import annotations

from collections.abc import Iterator

from thidua.vietnamese.text import squeeze, tone_key

UNSCORED = {"file", "places", "problems", "reason", "truncated"}


def said(value):
    """What a value says: layout, case, tone placement and a last full stop do not count."""
    return tone_key(squeeze(value)).strip(' .;:“”"') if isinstance(value, str) else value


def leaves(path: str, value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from leaves(f"{path}.{key}", one)
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from leaves(f"{path}[{number}]", one)
        yield f"{path}.length", len(value)
    else:
        yield path, said(value)


def faults(gold: dict, read: dict) -> dict[str, tuple[object, object]]:
    """Paths where the reading differs from what the gold says: (gold, read); the rest is not asked."""
    cut = {path.partition("[")[0] for path in gold.get("truncated", [])}
    gold = {key: value for key, value in gold.items() if key not in UNSCORED | cut}
    if not gold["is_campaign_plan"]:
        return {} if read["is_campaign_plan"] is False else {"is_campaign_plan": (False, True)}
    wanted, got = dict(leaves("", gold)), dict(leaves("", {key: read.get(key) for key in gold}))
    return {path: (said, got.get(path)) for path, said in wanted.items() if said != got.get(path)}
