"""What goes up, what is decided, and what follows: certificates and money (trình, quyết định, giấy khen, tiền
thưởng).
"""

from __future__ import annotations

from django.db import models

from thidua.awards import states
from thidua.awards.models.council import CouncilSession
from thidua.awards.models.nomination import Nomination
from thidua.campaigns.models import Campaign
from thidua.journal.rows import Row, Stateful
from thidua.law.book import rulebook_on
from thidua.law.local_title import CERTIFICATE as LOCAL_CERTIFICATE
from thidua.law.local_title import is_local
from thidua.org.models import Unit
from thidua.records.models import OfficialDocument


class Submission(Stateful):
    """A tờ trình for one award form: to the chair of the same level, or to the level above (việc trình).

    `unit` sends, `to_unit` receives; the same unit twice means the standing officer submits to the own chair.
    One that came in as a package has no session here: the minutes in the package tell of it.
    """

    table = states.SUBMISSION

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="submissions")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="submissions")
    to_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="received_submissions")
    form = models.CharField("hình thức", max_length=40)
    code = models.CharField("mã", max_length=12, unique=True)
    session = models.ForeignKey(
        CouncilSession, on_delete=models.PROTECT, null=True, related_name="submissions"
    )
    document = models.ForeignKey(OfficialDocument, on_delete=models.PROTECT, null=True, related_name="+")
    sent_on = models.DateField("ngày trình", null=True)
    answer = models.TextField("trả lời", blank=True)
    answered_on = models.DateField("ngày trả lời", null=True)

    class Meta:
        ordering = ["-id"]

    @property
    def held(self) -> CouncilSession:
        """The session whose results an own submission carries (phiên họp của việc trình)."""
        assert self.session is not None  # only a received submission has none
        return self.session


class SubmissionItem(Row):
    """One nomination in a submission, and the answer it got (yes, refused, sent back)."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="items")
    nomination = models.ForeignKey(Nomination, on_delete=models.PROTECT, related_name="submission_items")
    order = models.PositiveSmallIntegerField()
    answer = models.CharField(
        max_length=10,
        blank=True,
        choices=[("decided", "được khen thưởng"), ("refused", "không khen thưởng"), ("returned", "trả lại")],
    )
    why = models.TextField("lý do", blank=True)

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["submission", "nomination"], name="awards_one_submission_item")
        ]


class Decision(Stateful):
    """An award decision (quyết định khen thưởng) of the chair of one level, for one form."""

    table = states.DECISION

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="decisions")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="decisions")
    form = models.CharField("hình thức", max_length=40)
    code = models.CharField("mã", max_length=12, unique=True)
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="decisions")
    document = models.ForeignKey(OfficialDocument, on_delete=models.PROTECT, null=True, related_name="+")
    decided_on = models.DateField("ngày quyết định", null=True)
    total = models.PositiveBigIntegerField("tổng tiền thưởng (đồng)", null=True)

    class Meta:
        ordering = ["-id"]

    @property
    def sheet(self) -> str:
        """What the certificates of an issued decision are called (giấy khen, bằng khen)."""
        assert self.decided_on is not None  # certificates follow the issue
        if is_local(self.form):
            return LOCAL_CERTIFICATE.lower()
        return rulebook_on(self.decided_on).form(self.form).certificate.lower()


class DecisionItem(Row):
    """One recipient in a decision, in its order, with the prize as computed on the day (đồng).

    Every word printed is copied here, so that the list never changes after the decision.
    """

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="items")
    nomination = models.OneToOneField(Nomination, on_delete=models.PROTECT, related_name="decision_item")
    order = models.PositiveSmallIntegerField("thứ tự")
    recipient = models.CharField(max_length=12)
    prefix = models.CharField("danh xưng", max_length=20, blank=True)
    name = models.CharField("tên", max_length=250)
    address = models.CharField("chức vụ, đơn vị hoặc địa chỉ", max_length=300, blank=True)
    achievement = models.TextField("thành tích")
    multiplier = models.DecimalField("hệ số", max_digits=6, decimal_places=3, null=True)
    base_salary = models.PositiveIntegerField("mức lương cơ sở", null=True)
    amount = models.PositiveIntegerField("tiền thưởng", null=True)
    amount_because = models.TextField("cách tính", blank=True)

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["decision", "order"], name="awards_decision_order")]

    @property
    def called(self) -> str:
        """The name as it stands now (tên đúng): as corrected, where `with_amendments` looked, else as
        decided.
        """
        return vars(self).get("right_name") or self.name

    @property
    def cancelled(self) -> str:
        """By which paper the award was cancelled (số quyết định hủy bỏ), where `with_amendments` looked."""
        return vars(self).get("revoked_number") or ""


class RefusalNotice(Row):
    """One nomination in a notice of no award (thông báo không khen thưởng): nobody is left without reason.

    `why` is the reason as the notice gives it.
    """

    document = models.ForeignKey(OfficialDocument, on_delete=models.PROTECT, related_name="refusals")
    nomination = models.ForeignKey(Nomination, on_delete=models.PROTECT, related_name="refusal_notices")
    why = models.TextField("lý do")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["document", "nomination"], name="awards_refused_once_in_a_notice")
        ]


class Certificate(Row):
    """A printed certificate (giấy khen, bằng khen): its code answers on the public verification page.

    `gold_number` is the “số sổ vàng” by the rule of the day. A re-issue is a new row; nothing is edited.
    `statement` are the digits of the sealed statement in its square code (`paper.statement`), "" on older
    ones; `handed_as` says on whose behalf and how somebody else took it.
    """

    item = models.ForeignKey(DecisionItem, on_delete=models.PROTECT, related_name="certificates")
    code = models.CharField("mã kiểm tra", max_length=16, unique=True)
    gold_number = models.CharField("số sổ vàng", max_length=40)
    content = models.JSONField("nội dung in")
    statement = models.TextField("lời niêm phong", blank=True)
    made_on = models.DateField("ngày lập")
    handed_on = models.DateField("ngày trao", null=True)
    handed_to = models.CharField("người nhận", max_length=200, blank=True)
    handed_as = models.CharField("nhận thay", max_length=160, blank=True)

    class Meta:
        ordering = ["item__order", "id"]

    @property
    def recipient(self) -> str:
        """Whom the sheet names, as printed on it (người được khen ghi trên giấy)."""
        return f"{self.content['prefix']} {self.content['name']}".strip()


class Payment(Row):
    """The prize money of one recipient (chi tiền thưởng), in đồng, from the fund of the
    level that decided.

    It tells how things stand now; every paying out and undoing is a line of the ledger. `document` is the
    payment list it stands in, `authority` the paper by which somebody else took the money, `waits_because`
    why nobody has come for it.
    """

    item = models.OneToOneField(DecisionItem, on_delete=models.PROTECT, related_name="payment")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="payments")
    amount = models.PositiveIntegerField("số tiền")
    payee = models.CharField("người nhận", max_length=200)
    paid_on = models.DateField("ngày chi", null=True)
    paid_by = models.CharField("người chi", max_length=250, blank=True)
    receipt = models.CharField("số phiếu chi", max_length=60, blank=True)
    means = models.CharField("hình thức", max_length=4, blank=True)
    authority = models.CharField("giấy ủy quyền", max_length=200, blank=True)
    waits_because = models.CharField("chưa nhận vì", max_length=200, blank=True)
    document = models.ForeignKey(OfficialDocument, on_delete=models.PROTECT, null=True, related_name="+")
