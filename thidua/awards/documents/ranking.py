"""The order of each group as papers print it (thứ tự trong từng nhóm), each place with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from thidua.awards.documents.lists import printed_name
from thidua.awards.queries.ranking import Ranked, Ranking
from thidua.paper.model import Block, Column, Table, p

ORDER = (
    Column("Hạng", 14, "center"),
    Column("Tên tập thể, họ và tên", 46),
    Column("Điểm, thứ tự", 30, "center"),
    Column("Vì sao đứng trên người kế tiếp", 75),
)


def ranking_blocks(rankings: Sequence[Ranking]) -> Iterator[Block]:
    """A table for each group, with what its order rests on (bảng xếp hạng).

    Căn cứ: bảng điểm của cơ quan; ưu tiên khi cùng điều kiện theo nghị định về thi đua, khen thưởng.
    """
    for ranking in rankings:
        table = ranking.group.table
        rests = f", theo {table.paper}" if table is not None else ""
        yield p(f"{ranking.group.says}{rests}:")
        yield Table(ORDER, tuple(_cells(row) for row in ranking.rows))


def _cells(row: Ranked) -> tuple[str, ...]:
    placed = row.placed
    return (
        str(placed.place or "-"),
        printed_name(row.nomination),
        placed.contender.shown or "chưa có",
        placed.because,
    )
