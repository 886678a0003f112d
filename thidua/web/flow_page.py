"""The page docs/flow.md: the stages in order, whose desk, and every state diagram (sơ đồ các bước)."""

from __future__ import annotations

from importlib import import_module

from thidua.journal.rows import StateTable
from thidua.web.flow import STAGES

APPS = ("records", "campaigns", "awards", "publicity")
HEAD = """# Flow: the stages and the lives of things

Made by `manage.py flow` from `thidua/web/flow.py` and each app's `states.py`; do not edit by hand.

## The stages

| | Stage | Whose desk | Papers | Module |
|---|---|---|---|---|
"""


def flow_page() -> str:
    """The whole page as Markdown."""
    stages = "".join(
        f"| {stage.number} | {stage.name} | {stage.desk} | {', '.join(stage.papers) or '–'} "
        f"| `{stage.module}` |\n"
        for stage in STAGES
    )
    tables = [(app, table) for app in APPS for table in import_module(f"thidua.{app}.states").TABLES]
    return HEAD + stages + "".join(_diagram(app, table) for app, table in tables)


def _diagram(app: str, table: StateTable) -> str:
    names = "".join(f"    {state}: {_words(table, state)}\n" for state in table.says)
    moves = "".join(
        f"    {before} --> {after}\n" for before, afters in table.moves.items() for after in afters
    )
    ends = "".join(f"    {state} --> [*]\n" for state, afters in table.moves.items() if not afters)
    head = f"\n## {table.name} (`{app}`)\n\n```mermaid\nstateDiagram-v2\n"
    return f"{head}{names}    [*] --> {table.first}\n{moves}{ends}```\n"


def _words(table: StateTable, state: str) -> str:
    desk = table.desk[state]
    return f"{table.says[state]} / {desk}" if desk else table.says[state]
