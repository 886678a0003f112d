"""What people were asked and told, and long work (đồng ý công khai, thông báo, việc chạy nền)."""

from __future__ import annotations

from django.db import models

from thidua.journal.rows import Row
from thidua.org.models import Unit
from thidua.records.models.filing import OfficialDocument


class Consent(Row):
    """The consent of a person, or of the guardian, to be shown in public (đồng ý công khai)."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=60)
    about_id = models.UUIDField(db_index=True)
    person_name = models.CharField("người đồng ý", max_length=200)
    guardian_name = models.CharField("người giám hộ", max_length=200, blank=True)
    how = models.CharField("đồng ý bằng cách", max_length=200)
    given_on = models.DateField("ngày đồng ý")
    recorded_by = models.CharField("người ghi", max_length=250)
    withdrawn_on = models.DateField("ngày rút lại", null=True)
    withdrawn_why = models.CharField("lý do rút lại", max_length=250, blank=True)


class Message(Row):
    """Something told to a unit (thông báo gửi đi): shown on its desk until read, e-mailed where an address
    stands.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="sent_messages")
    to_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="messages")
    subject = models.CharField("tiêu đề", max_length=250)
    body = models.TextField("nội dung")
    document = models.ForeignKey(
        OfficialDocument, on_delete=models.PROTECT, null=True, related_name="messages"
    )
    about = models.CharField(max_length=60, blank=True)
    about_id = models.UUIDField(null=True)
    purpose = models.CharField(max_length=40, blank=True)
    sent_on = models.DateField("ngày gửi")
    read_on = models.DateField("ngày xem", null=True)
    read_by = models.CharField("người xem", max_length=200, blank=True)

    class Meta:
        ordering = ["-sent_on", "-id"]
        indexes = [models.Index(fields=["to_unit", "read_on"], name="records_message_desk")]


class Run(Row):
    """A piece of long work, or rows waiting for a person's yes (việc chạy nền, bản xem trước khi nhập)."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="runs", null=True)
    kind = models.CharField(max_length=40)
    state = models.CharField(
        max_length=10,
        choices=[("waiting", "chờ"), ("running", "đang chạy"), ("done", "xong"), ("failed", "không xong")],
        default="waiting",
    )
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    says = models.TextField(blank=True)
    data = models.JSONField(default=dict)
    file = models.FileField(upload_to="viec/%Y/%m", null=True)
    started_by = models.CharField(max_length=250)
    started_on = models.DateField()


class SentForm(models.Model):
    """A form that was carried out (biểu mẫu đã xử lý): its token is spent, so that sending it twice does it
    once.
    """

    token = models.CharField(max_length=40, primary_key=True)
    on = models.DateField()
