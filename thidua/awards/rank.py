"""Put the nominees of one group in order (chấm điểm, xếp hạng): the office's table, points with reasons,
places given by hand. The order itself is computed in `law.ranking` and only advises the council.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from thidua.awards.models import GivenPlace, Nomination, Score, ScoreCriterion, ScoreTable
from thidua.awards.permissions.ranking import may_rank
from thidua.awards.queries.ranking import Group
from thidua.journal.write import write
from thidua.law.ranking import points_in_words
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate

MOST_CRITERIA = 60


@dataclass(frozen=True)
class CriterionWords:
    """One row of a score table as typed (dòng bảng điểm)."""

    text: str
    most: Decimal
    is_bonus: bool = False
    needs: str = ""


@dataclass(frozen=True)
class TableWords:
    """A score table as typed (bảng điểm): how the order is found, what it rests on, how equals are parted."""

    mode: str
    paper: str
    criteria: tuple[CriterionWords, ...] = ()
    ties: tuple[str, ...] = ()


@dataclass(frozen=True)
class ScoreWords:
    """The points for one criterion as typed (điểm chấm)."""

    points: Decimal
    holds: bool = True
    reason: str = ""


@transaction.atomic
def set_score_table(group: Group, *, words: TableWords, mandate: Mandate, on: date) -> ScoreTable:
    """Set how a group is put in order (đặt bảng điểm): a new table takes the place of one nobody used yet.

    Raises `Refused` without the paper it rests on, without a criterion to count, and once points or places
    were given. Căn cứ: quy định chấm điểm của kế hoạch phát động hoặc của cơ quan.
    """
    may_rank(mandate, group.campaign, on=on).require()
    if not words.paper.strip():
        raise Refused(no("Hãy ghi văn bản hoặc mục của kế hoạch quy định cách chấm.", rule="rank:paper"))
    if words.mode == "points" and not 0 < len(words.criteria) <= MOST_CRITERIA:
        raise Refused(no(f"Bảng điểm cần từ 1 đến {MOST_CRITERIA} tiêu chí.", rule="rank:criteria"))
    held = group.table
    if held is not None and (held.places.exists() or Score.objects.filter(criterion__table=held).exists()):
        raise Refused(
            no("Đã có điểm hoặc thứ tự theo bảng này; hãy xóa điểm trước khi đổi bảng.", rule="rank:used")
        )
    if held is not None:
        held.delete()
    table = ScoreTable.objects.create(
        award=group.award, recipient=group.recipient, mode=words.mode, paper=words.paper.strip(),
        ties=list(words.ties), set_by=str(mandate), set_on=on,
    )  # fmt: skip
    counted = words.criteria if words.mode == "points" else ()
    ScoreCriterion.objects.bulk_create(
        ScoreCriterion(table=table, order=order, **vars(one)) for order, one in enumerate(counted, start=1)
    )
    says = f"Đặt cách xếp hạng {group.says}: {table.get_mode_display()}, theo {table.paper}."
    write("set_score_table", says, actor=mandate.actor(), on=on, thing=table)
    return table


@transaction.atomic
def score_nomination(
    nomination: Nomination, *, group: Group, scores: Mapping[UUID, ScoreWords], mandate: Mandate, on: date
) -> None:
    """Give a nomination its points (chấm điểm): `scores` maps each criterion of the table to them.

    Raises `Refused` for a criterion left out, points above its most, and points below it without a reason.
    Căn cứ: quy định chấm điểm của kế hoạch phát động hoặc của cơ quan.
    """
    may_rank(mandate, group.campaign, on=on).require()
    criteria = _criteria(group)
    for criterion in criteria:
        _require_sense(criterion, scores.get(criterion.pk))
    for criterion in criteria:
        said = scores[criterion.pk]
        Score.objects.update_or_create(
            criterion=criterion,
            nomination=nomination,
            defaults={**vars(said), "reason": said.reason.strip(), "by": str(mandate), "on": on},
        )
    data = {criterion.text: str(scores[criterion.pk].points) for criterion in criteria}
    says = f"Chấm điểm {nomination.name}, {group.award.title}."
    write("score_nomination", says, actor=mandate.actor(), on=on, thing=nomination, data=data)


@transaction.atomic
def clear_scores(group: Group, *, reason: str, mandate: Mandate, on: date) -> None:
    """Clear all points and places of a group (xóa điểm của nhóm) with the reason; the journal keeps them.

    Raises `Refused` without a reason. Căn cứ: không (quy ước nội bộ).
    """
    may_rank(mandate, group.campaign, on=on).require()
    if not reason.strip():
        raise Refused(no("Hãy ghi lý do xóa điểm.", rule="rank:reason"))
    table = _table(group)
    given = Score.objects.filter(criterion__table=table).select_related("nomination", "criterion")
    told = [f"{one.nomination.name} · {one.criterion.text}: {one.points}" for one in given]
    told += [f"{one.nomination.name}: hạng {one.place}" for one in table.places.select_related("nomination")]
    given.delete()
    table.places.all().delete()
    says = f"Xóa điểm, thứ tự của {group.says}: {reason.strip()}"
    write("clear_scores", says, actor=mandate.actor(), on=on, thing=table, data={"given": told})


@transaction.atomic
def give_places(
    group: Group, *, places: Mapping[UUID, int], reasons: Mapping[UUID, str], mandate: Mandate, on: date
) -> None:
    """Give the nominees of a group their places by hand (xếp thứ tự bằng tay); equal ones may share a place.

    `places` and `reasons` map nominations of the group; who is left out has no place. Raises `Refused` when
    points are counted in this group, and for a place without its reason.
    Căn cứ: không (quy ước nội bộ).
    """
    may_rank(mandate, group.campaign, on=on).require()
    table = _table(group)
    if table.mode != "places":
        raise Refused(no("Nhóm này xếp theo điểm; hãy chấm điểm từng hồ sơ.", rule="rank:mode"))
    named = {one.pk: one for one in group.nominations if one.pk in places}
    for pk, one in named.items():
        if not reasons.get(pk, "").strip():
            raise Refused(no(f"Hãy ghi lý do xếp thứ {places[pk]} cho {one.name}.", rule="rank:reason"))
    table.places.all().delete()
    GivenPlace.objects.bulk_create(
        GivenPlace(
            table=table, nomination=one, place=places[pk], reason=reasons[pk].strip(), by=str(mandate), on=on
        )
        for pk, one in named.items()
    )
    data = {one.name: places[pk] for pk, one in named.items()}
    write("give_places", f"Xếp thứ tự {group.says}.", actor=mandate.actor(), on=on, thing=table, data=data)


def _table(group: Group) -> ScoreTable:
    if group.table is None:
        raise Refused(no("Chưa đặt bảng điểm hoặc cách xếp cho nhóm này.", rule="rank:table"))
    return group.table


def _criteria(group: Group) -> Sequence[ScoreCriterion]:
    found = list(_table(group).criteria.all())
    if not found:
        raise Refused(no("Nhóm này xếp thứ tự bằng tay, không chấm điểm.", rule="rank:mode"))
    return found


def _require_sense(criterion: ScoreCriterion, said: ScoreWords | None) -> None:
    """Points within the table, each loss with its reason."""
    if said is None:
        raise Refused(no(f"Chưa chấm tiêu chí “{criterion.text}”.", rule="rank:missing"))
    if not 0 <= said.points <= criterion.most:
        most = points_in_words(criterion.most)
        raise Refused(no(f"“{criterion.text}” chấm từ 0 đến {most} điểm.", rule="rank:points"))
    lost = not said.holds or (said.points < criterion.most and not criterion.is_bonus)
    if (lost or (criterion.is_bonus and said.points)) and not said.reason.strip():
        raise Refused(no(f"Hãy ghi lý do chấm “{criterion.text}”.", rule="rank:reason"))
