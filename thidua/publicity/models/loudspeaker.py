"""The loudspeakers: scripts, their translations and sound, clusters, and when what is read (truyền thanh)."""

from __future__ import annotations

import hashlib

from django.db import models
from django.db.models import Q

from thidua.campaigns.models import Campaign, RoleModel
from thidua.journal.rows import Row, Stateful
from thidua.org.models import Unit
from thidua.publicity import states

PACE = 160  # syllables a minute: a calm voice outdoors; our own estimate, shown as one
LANGUAGE = "Tiếng Việt"


class LoudspeakerDesk(Row):
    """How an office reads aloud (bàn phát thanh): its pace, the voice of the machine, the other languages."""

    unit = models.OneToOneField(Unit, on_delete=models.PROTECT, related_name="loudspeaker_desk")
    pace = models.PositiveSmallIntegerField("số tiếng một phút", default=PACE)
    voice = models.CharField(
        "giọng máy",
        max_length=16,
        choices=[("vi", "miền Bắc"), ("vi-vn-x-central", "miền Trung"), ("vi-vn-x-south", "miền Nam")],
        default="vi",
    )
    languages = models.JSONField("tiếng khác", default=list, blank=True)


class SpeakerCluster(Row):
    """A cluster of loudspeakers (cụm loa): where it stands, on which days of the week and hours it speaks.

    `days` holds the weekdays as figures, Monday is 0; `hours` are "05:30" and so on, in their order.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="speaker_clusters")
    code = models.CharField("mã", max_length=12, unique=True)
    name = models.CharField("tên cụm loa", max_length=200)
    place = models.CharField("đặt ở đâu", max_length=200, blank=True)
    days = models.CharField("ngày trong tuần", max_length=7, default="0123456")
    hours = models.JSONField("giờ phát", default=list)
    ended_on = models.DateField("thôi dùng từ ngày", null=True)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "name"],
                condition=Q(ended_on__isnull=True),
                name="publicity_one_cluster_of_a_name",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Broadcast(Row):
    """A loudspeaker bulletin (bản tin phát thanh): its script to be read aloud, and whom it is about."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="broadcasts")
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="broadcasts")
    role_model = models.ForeignKey(RoleModel, on_delete=models.PROTECT, null=True, related_name="broadcasts")
    code = models.CharField("mã", max_length=12, unique=True)
    title = models.CharField("tên bản tin", max_length=250)
    script = models.TextField("lời đọc")
    minutes = models.DecimalField("số phút", max_digits=5, decimal_places=1)
    written_by = models.CharField("người soạn", max_length=250)
    written_on = models.DateField("ngày soạn")
    stopped_on = models.DateField("thôi phát từ ngày", null=True)
    stopped_why = models.CharField("lý do thôi phát", max_length=250, blank=True)

    class Meta:
        ordering = ["-written_on", "-id"]

    def __str__(self) -> str:
        return self.title

    @property
    def mark(self) -> str:
        """The seal of what the bulletin says now (dấu nội dung): a form opened with another one is stale."""
        return hashlib.sha256(f"{self.title}\x1f{self.script}".encode()).hexdigest()[:20]


class Translation(Row):
    """The script in another language of the commune (lời đọc bằng tiếng Tày, Nùng, Dao…).

    `source` is the seal of the Vietnamese script it was made from: another one now means it is out of date.
    """

    broadcast = models.ForeignKey(Broadcast, on_delete=models.PROTECT, related_name="translations")
    language = models.CharField("tiếng", max_length=40)
    script = models.TextField("lời đọc")
    translator = models.CharField("người dịch", max_length=200)
    source = models.CharField(max_length=20)
    translated_on = models.DateField("ngày dịch")

    class Meta:
        ordering = ["language"]
        constraints = [
            models.UniqueConstraint(fields=["broadcast", "language"], name="publicity_one_translation")
        ]


class Recording(Row):
    """The sound of a bulletin (bản thu): read by a person, which is preferred, or by the machine."""

    broadcast = models.ForeignKey(Broadcast, on_delete=models.PROTECT, related_name="recordings")
    language = models.CharField("tiếng", max_length=40, default=LANGUAGE)
    kind = models.CharField("ai đọc", max_length=8, choices=[("human", "người đọc"), ("machine", "máy đọc")])
    source = models.CharField(max_length=20)
    file = models.FileField(upload_to="phat-thanh/%Y/%m")
    media = models.CharField(max_length=40)
    size = models.PositiveIntegerField("dung lượng")
    seconds = models.PositiveIntegerField("thời lượng (giây)")
    made_on = models.DateField("ngày thu")
    made_by = models.CharField("người thu", max_length=250)

    class Meta:
        ordering = ["language", "kind"]
        constraints = [
            models.UniqueConstraint(fields=["broadcast", "language", "kind"], name="publicity_one_recording")
        ]


class AirTime(Stateful):
    """One time a bulletin is to be read, or was (lần phát): the day, the hour, where, how long, by whom."""

    table = states.SLOT

    broadcast = models.ForeignKey(Broadcast, on_delete=models.PROTECT, related_name="slots")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="broadcast_slots")
    cluster = models.ForeignKey(SpeakerCluster, on_delete=models.PROTECT, null=True, related_name="slots")
    where = models.CharField("cụm loa", max_length=200)
    day = models.DateField("ngày phát")
    hour = models.CharField("giờ phát", max_length=5)
    minutes = models.DecimalField("số phút", max_digits=5, decimal_places=1)
    reader = models.CharField("người phát", max_length=200, blank=True)

    class Meta:
        ordering = ["day", "hour", "where", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["broadcast", "where", "day", "hour"],
                condition=~Q(state="dropped"),
                name="publicity_one_slot",
            )
        ]
        indexes = [models.Index(fields=["unit", "day", "state"], name="publicity_slot_day")]
