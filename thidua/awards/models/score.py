"""How the nominees of one group are put in order (chấm điểm, xếp hạng): the table, points, places."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from thidua.awards.models.nomination import Nomination
from thidua.campaigns.models import OfferedAward
from thidua.campaigns.models.campaign import RECIPIENT_KINDS
from thidua.journal.rows import Row


class ScoreTable(Row):
    """How a group is put in order (cách xếp hạng): the nominees of one kind for one form.

    `mode` says whether points are counted or places given by hand. `ties` are the keys by which the office
    parts equals after the preference of the law, in their order. `paper` is what the table rests on.
    """

    MODES = [("points", "chấm điểm theo tiêu chí"), ("places", "xếp thứ tự bằng tay")]

    award = models.ForeignKey(OfferedAward, on_delete=models.CASCADE, related_name="score_tables")
    recipient = models.CharField("đối tượng", max_length=12, choices=RECIPIENT_KINDS)
    mode = models.CharField("cách xếp", max_length=8, choices=MODES, default="points")
    paper = models.CharField("theo văn bản", max_length=250)
    ties = models.JSONField("tiêu chí phụ", default=list)
    set_by = models.CharField("người đặt", max_length=250)
    set_on = models.DateField("ngày đặt")

    class Meta:
        ordering = ["award__order", "recipient"]
        constraints = [
            models.UniqueConstraint(fields=["award", "recipient"], name="awards_one_score_table_per_group")
        ]


class ScoreCriterion(Row):
    """One row of a score table (tiêu chí chấm điểm): `needs` is the condition without which it counts
    nothing.
    """

    table = models.ForeignKey(ScoreTable, on_delete=models.CASCADE, related_name="criteria")
    order = models.PositiveSmallIntegerField()
    text = models.CharField("tiêu chí", max_length=500)
    most = models.DecimalField("điểm tối đa", max_digits=6, decimal_places=2)
    is_bonus = models.BooleanField("điểm thưởng", default=False)
    needs = models.CharField("điều kiện", max_length=300, blank=True)

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["table", "order"], name="awards_score_criterion_order"),
            models.CheckConstraint(condition=Q(most__gt=0), name="awards_score_criterion_counts"),
        ]


class Score(Row):
    """The points of a nomination for one criterion (điểm chấm), with the reason."""

    criterion = models.ForeignKey(ScoreCriterion, on_delete=models.CASCADE, related_name="scores")
    nomination = models.ForeignKey(Nomination, on_delete=models.CASCADE, related_name="scores")
    points = models.DecimalField("điểm", max_digits=6, decimal_places=2)
    holds = models.BooleanField("đạt điều kiện", default=True)
    reason = models.CharField("lý do", max_length=500, blank=True)
    by = models.CharField("người chấm", max_length=250)
    on = models.DateField("ngày chấm")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["criterion", "nomination"], name="awards_one_score_per_criterion"
            ),
            models.CheckConstraint(condition=Q(points__gte=0), name="awards_no_points_below_zero"),
        ]


class GivenPlace(Row):
    """The place that a person gave a nomination in its group (thứ tự xếp bằng tay), with the reason."""

    table = models.ForeignKey(ScoreTable, on_delete=models.CASCADE, related_name="places")
    nomination = models.ForeignKey(Nomination, on_delete=models.CASCADE, related_name="places")
    place = models.PositiveSmallIntegerField("thứ tự")
    reason = models.CharField("lý do", max_length=500, blank=True)
    by = models.CharField("người xếp", max_length=250)
    on = models.DateField("ngày xếp")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["table", "nomination"], name="awards_one_place_per_nomination"),
            models.CheckConstraint(condition=Q(place__gte=1), name="awards_place_from_one"),
        ]
