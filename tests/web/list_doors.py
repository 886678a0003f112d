"""The doors of whole lists of nominees, of their comparison and order (danh sách đề nghị, xếp hạng)."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from tests.awards.dossiers import DAY
from tests.factories.commune import Commune
from tests.web.door import Door, Of, posts
from thidua.awards.nominate import ListWords, keep_list
from thidua.awards.queries.ranking import group_for
from thidua.awards.rank import CriterionWords, ScoreWords, TableWords, score_nomination, set_score_table
from thidua.reading.files.sheet import pasted_tab
from thidua.reading.roll import read_roll

LIST = "Họ và tên\tĐơn vị\tHình thức\nLương Văn Danh\tkhuoi-cap\tGK huyện"
SCORED, OPEN, BY_HAND = (
    ("giay_khen_huyen", "individual"), ("bang_khen_tinh", "individual"), ("bang_khen_tinh", "collective"),
)  # fmt: skip


def lists_and_order(whole: Commune, of: SimpleNamespace) -> None:
    """A list that waits, a group with points, one ordered by hand."""
    officer = whole.commune.standing
    roll = read_roll([pasted_tab(LIST)])
    of.list = keep_list(of.judging, roll=roll, words=ListWords("ds.xlsx"), mandate=officer, on=DAY)
    tables = (
        (SCORED, TableWords("points", "Quy chế", (CriterionWords("Việc làm", Decimal(10)),))),
        (BY_HAND, TableWords("places", "Quy chế")),
    )
    for group, words in tables:
        set_score_table(group_for(officer, of.judging, *group), words=words, mandate=officer, on=DAY)
    group = group_for(officer, of.judging, *SCORED)
    scores = {one.pk: ScoreWords(Decimal(10)) for one in group.table.criteria.all()}  # type: ignore[union-attr]
    score_nomination(of.sent, group=group, scores=scores, mandate=officer, on=DAY)


def _judging(*more: Any) -> Any:
    return lambda of: (of.judging.code, *more)


def _list(of: Of) -> tuple[Any, ...]:
    return (of.list.pk,)


LISTS = (
    Door("nominations-hand-in", _judging(), "standing unit_head village_head other_village",
         lambda of: {"pasted": LIST}),
    Door("nominations-template", _judging()),
    Door("nominations-list", _list, "standing"),
    posts("settle-list", _list, "standing", data=lambda of: {"chon": ["0"], "viec": "bo"}),
    posts("drop-list", _list, "standing"),
    Door("list-faults", _list),
    Door("rankings", _judging()),
    Door("ranking", _judging(*SCORED)),
    Door("score-table", _judging(*OPEN), "standing",
         lambda of: {"mode": "points", "criteria": "Việc làm: 10", "tie1": ""}),
    Door("ranking-places", _judging(*BY_HAND), "standing"),
    Door("clear-scores", _judging(*SCORED), "standing"),
    Door("comparison", _judging(*SCORED), query="?hs={sent.code}&hs={appraised.code}"),
    Door("nomination-scores", lambda of: (of.sent.code,), "standing",
         lambda of: {"points-1": "9", "reason-1": "theo biên bản"}),
)  # fmt: skip
