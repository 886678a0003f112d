"""On what a nomination rests (căn cứ đề nghị): the facts the law asks for beyond campaign and dossier."""

from __future__ import annotations

from django.core.validators import MaxValueValidator
from django.db import models

from thidua.awards.models.nomination import Nomination
from thidua.journal.rows import Row

CAMPAIGN, USUAL = "phong_trao", "thuong"


class Basis(Row):
    """The basis of a nomination (căn cứ đề nghị); without a row it is the campaign, by the usual route.

    `award_type` is an id of the law book `types`, `route` and `ground` keys of `law.footing.ROUTES` and
    `GROUNDS`. `rests_on` names the decisions a merit rests on, `excellent_years` the years rated excellent.
    `posted_on` and `judged_on` are of Gia đình văn hóa.
    """

    nomination = models.OneToOneField(Nomination, on_delete=models.CASCADE, related_name="basis")
    award_type = models.CharField("loại khen thưởng", max_length=30, default=CAMPAIGN)
    route = models.CharField("thủ tục", max_length=12, default=USUAL)
    ground = models.CharField("tiêu chuẩn Bằng khen cấp tỉnh", max_length=1, blank=True)
    rests_on = models.CharField("khen thưởng trước làm căn cứ", max_length=250, blank=True)
    excellent_years = models.CharField("năm hoàn thành xuất sắc nhiệm vụ", max_length=80, blank=True)
    initiatives = models.PositiveSmallIntegerField(
        "số sáng kiến được công nhận", default=0, validators=[MaxValueValidator(99)]
    )
    posted_on = models.DateField("ngày niêm yết danh sách", null=True, blank=True)
    judged_on = models.DateField("ngày thôn họp bình xét", null=True, blank=True)
