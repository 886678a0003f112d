"""The ceremony (lễ trao thưởng): when and where, its programme, who hands over, guests, seats."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from thidua.awards import states
from thidua.awards.models.decision import Decision, DecisionItem
from thidua.campaigns.models import Campaign
from thidua.campaigns.models.campaign import RECIPIENT_KINDS
from thidua.journal.rows import Row, Stateful
from thidua.org.models import Unit


class Ceremony(Stateful):
    """One ceremony of a campaign (lễ trao thưởng), over every decision issued in it at any level.

    `per_turn` is how many come forward together, 0 for a whole group; `rows` times `seats` are the chairs of
    the hall, 0 when nobody is given a seat. `guests_in_front`: guests sit before the awarded, else behind.
    """

    table = states.CEREMONY

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="ceremonies")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="ceremonies")
    code = models.CharField("mã", max_length=12, unique=True)
    day = models.DateField("ngày tổ chức")
    starts = models.TimeField("giờ bắt đầu")
    place = models.CharField("địa điểm", max_length=250)
    presided_by = models.CharField("người chủ trì", max_length=200)
    host = models.CharField("người dẫn chương trình", max_length=200)
    giver = models.CharField("người trao", max_length=200)
    per_turn = models.PositiveSmallIntegerField("số người lên nhận một lượt", default=0)
    rows = models.PositiveSmallIntegerField("số hàng ghế", default=0)
    seats = models.PositiveSmallIntegerField("số ghế mỗi hàng", default=0)
    guests_in_front = models.BooleanField("khách ngồi phía trước", default=True)

    class Meta:
        ordering = ["-day", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "unit"], condition=~Q(state="cancelled"), name="awards_one_ceremony"
            )
        ]

    def __str__(self) -> str:
        return f"Lễ trao thưởng đợt “{self.campaign.short_title}”"

    @property
    def hour_words(self) -> str:
        """When it begins, as papers write it (giờ bắt đầu): "8 giờ 00 phút"."""
        return f"{self.starts.hour} giờ {self.starts.minute:02} phút"


class CeremonyStep(Row):
    """One line of the programme (mục chương trình) in the officer's own words."""

    ceremony = models.ForeignKey(Ceremony, on_delete=models.CASCADE, related_name="steps")
    order = models.PositiveSmallIntegerField("thứ tự")
    starts = models.TimeField("giờ", null=True)
    what = models.CharField("nội dung", max_length=400)
    who = models.CharField("người thực hiện", max_length=200, blank=True)

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["ceremony", "order"], name="awards_ceremony_step")]


class CeremonyGiver(Row):
    """Who hands over to one group of one decision (người trao): where another than the ceremony's own."""

    ceremony = models.ForeignKey(Ceremony, on_delete=models.CASCADE, related_name="givers")
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="+")
    recipient = models.CharField("đối tượng", max_length=12, choices=RECIPIENT_KINDS)
    name = models.CharField("người trao", max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["ceremony", "decision", "recipient"], name="awards_one_giver_per_group"
            )
        ]


class CeremonyGuest(Row):
    """Somebody invited besides the awarded (đại biểu, khách mời), in the order of the list."""

    ceremony = models.ForeignKey(Ceremony, on_delete=models.CASCADE, related_name="guests")
    order = models.PositiveSmallIntegerField("thứ tự")
    name = models.CharField("họ tên", max_length=200)
    post = models.CharField("chức vụ, đơn vị", max_length=250, blank=True)

    class Meta:
        ordering = ["order", "id"]


class CeremonySeat(Row):
    """A chair with somebody in it (chỗ ngồi): an awarded or a guest; rows and seats count from 1."""

    ceremony = models.ForeignKey(Ceremony, on_delete=models.CASCADE, related_name="places")
    row = models.PositiveSmallIntegerField("hàng")
    seat = models.PositiveSmallIntegerField("ghế")
    item = models.ForeignKey(DecisionItem, on_delete=models.PROTECT, null=True, related_name="seats")
    guest = models.ForeignKey(CeremonyGuest, on_delete=models.CASCADE, null=True, related_name="places")

    class Meta:
        ordering = ["row", "seat"]
        constraints = [
            models.UniqueConstraint(fields=["ceremony", "row", "seat"], name="awards_one_in_a_seat"),
            models.UniqueConstraint(
                fields=["ceremony", "item"], condition=Q(item__isnull=False), name="awards_one_seat_each"
            ),
            models.UniqueConstraint(
                fields=["ceremony", "guest"], condition=Q(guest__isnull=False), name="awards_one_seat_a_guest"
            ),
            models.CheckConstraint(
                condition=Q(item__isnull=False, guest__isnull=True)
                | Q(item__isnull=True, guest__isnull=False),
                name="awards_somebody_in_the_seat",
            ),
        ]

    @property
    def says(self) -> str:
        """Row and seat in words (chỗ ngồi): "hàng 2, ghế 5"."""
        return f"hàng {self.row}, ghế {self.seat}"
