"""The emulation council (Hội đồng Thi đua - Khen thưởng), its sessions, attendance and votes."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from thidua.awards import states
from thidua.awards.models.nomination import Nomination
from thidua.campaigns.models import Campaign
from thidua.journal.rows import Row, Stateful
from thidua.org.models import Person, Unit
from thidua.records.models import OfficialDocument


class Council(Row):
    """A council (Hội đồng) founded by a decision of the head of its unit. Căn cứ: Điều 49 Nghị định
    98/2023/NĐ-CP.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="councils")
    name = models.CharField("tên", max_length=250)
    founded_by = models.CharField("quyết định thành lập", max_length=250)
    rules_paper = models.CharField("quy chế hoạt động", max_length=250, blank=True)
    starts = models.DateField("từ ngày")
    term_ends = models.DateField("nhiệm kỳ đến ngày", null=True, blank=True)
    ends = models.DateField("đến ngày", null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit"], condition=Q(ends__isnull=True), name="awards_one_open_council"
            )
        ]


class CouncilMember(Row):
    """A member of a council (thành viên) with a post in it, from a day to a day."""

    POSTS = [
        ("chair", "Chủ tịch Hội đồng"),
        ("vice", "Phó Chủ tịch Hội đồng"),
        ("standing", "Ủy viên thường trực"),
        ("member", "Ủy viên"),
        ("secretary", "Ủy viên, thư ký"),
    ]

    council = models.ForeignKey(Council, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="council_posts")
    post = models.CharField("chức danh trong Hội đồng", max_length=10, choices=POSTS)
    order = models.PositiveSmallIntegerField("thứ tự", default=0)
    starts = models.DateField("từ ngày")
    ends = models.DateField("đến ngày", null=True, blank=True)
    paper = models.CharField("theo văn bản", max_length=250, blank=True)
    ended_by = models.CharField("văn bản cho thôi", max_length=250, blank=True)
    replaces = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="+", verbose_name="thay"
    )

    class Meta:
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["council", "person"], condition=Q(ends__isnull=True), name="awards_one_open_seat"
            )
        ]


class CouncilSession(Stateful):
    """One session of a council (phiên họp). `mode`: open vote by show of hands, opinions in writing without a
    meeting (until `reply_by`), or paper ballots counted by tellers.

    Ballots on paper are the secret way: the software then knows only counts, never who wrote what.
    """

    table = states.SESSION
    MODES = [
        ("hands", "biểu quyết giơ tay"),
        ("ballots", "bỏ phiếu giấy"),
        ("written", "lấy ý kiến bằng văn bản"),
        ("secret", "bỏ phiếu kín trên máy"),
    ]

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="sessions")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="sessions")
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="sessions")
    code = models.CharField("mã", max_length=12, unique=True)
    meets_on = models.DateField("ngày họp")
    starts_at = models.CharField("bắt đầu lúc", max_length=10, default="8:00")
    ended_at = models.CharField("kết thúc lúc", max_length=10, blank=True)
    place = models.CharField("địa điểm", max_length=200)
    mode = models.CharField("cách biểu quyết", max_length=10, choices=MODES, default="hands")
    chair = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", verbose_name="chủ trì")
    secretary = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", verbose_name="thư ký")
    tellers = models.JSONField("tổ kiểm phiếu", default=list)
    reply_by = models.DateField("hạn gửi ý kiến", null=True, blank=True)
    guests = models.TextField("khách mời", blank=True)
    discussion = models.TextField("diễn biến thảo luận", blank=True)
    minutes = models.ForeignKey(OfficialDocument, on_delete=models.PROTECT, null=True, related_name="+")
    tally_sheet = models.ForeignKey(OfficialDocument, on_delete=models.PROTECT, null=True, related_name="+")
    invitation = models.ForeignKey(OfficialDocument, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-meets_on", "-id"]

    @property
    def is_by_name(self) -> bool:
        """True when each voice is kept with its member (biểu quyết ghi tên): by hands or in writing."""
        return self.mode in ("hands", "written")


class Attendance(Row):
    """Whether a member attends a session (có mặt, vắng mặt), or who sits there instead by which paper (người
    dự thay); an absent member may send a written opinion.
    """

    session = models.ForeignKey(CouncilSession, on_delete=models.CASCADE, related_name="attendance")
    member = models.ForeignKey(CouncilMember, on_delete=models.PROTECT, related_name="attendance")
    present = models.BooleanField("có mặt", default=False)
    why_absent = models.CharField("lý do vắng", max_length=200, blank=True)
    got_ballots = models.BooleanField("đã nhận phiếu", default=False)
    substitute = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="người dự thay"
    )
    substitute_paper = models.CharField("giấy cử dự thay", max_length=250, blank=True)

    class Meta:
        ordering = ["member__order", "member_id"]
        constraints = [models.UniqueConstraint(fields=["session", "member"], name="awards_one_attendance")]

    @property
    def sitting(self) -> Person:
        """Who sits in the place (người ngồi họp): the substitute, else the member."""
        return self.substitute or self.member.person


class Case(Row):
    """One nomination before one session (trường hợp đưa ra xét), with its result once closed.

    The result keeps its arithmetic: base, needed, counts, and the sentence printed in the minutes.
    """

    session = models.ForeignKey(CouncilSession, on_delete=models.CASCADE, related_name="cases")
    nomination = models.ForeignKey(Nomination, on_delete=models.PROTECT, related_name="cases")
    order = models.PositiveSmallIntegerField("thứ tự")
    round = models.PositiveSmallIntegerField("lượt biểu quyết", default=1)
    earlier = models.JSONField("kết quả các lượt trước", default=list)
    is_open = models.BooleanField("đang biểu quyết", default=False)
    closed = models.BooleanField("đã có kết quả", default=False)
    passed = models.BooleanField("thông qua", null=True)
    base = models.PositiveSmallIntegerField("cơ số tính", null=True)
    needed = models.PositiveSmallIntegerField("số phiếu cần", null=True)
    count_for = models.PositiveSmallIntegerField("đồng ý", null=True)
    count_against = models.PositiveSmallIntegerField("không đồng ý", null=True)
    count_abstain = models.PositiveSmallIntegerField("không biểu quyết", null=True)
    count_spoilt = models.PositiveSmallIntegerField("phiếu không hợp lệ", null=True)
    says = models.TextField("kết quả bằng chữ", blank=True)

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["session", "nomination"], name="awards_one_case_per_session")
        ]


class Recusal(Row):
    """A member who takes no part in the vote on one case (không tham gia biểu quyết), with the reason."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="recusals")
    member = models.ForeignKey(CouncilMember, on_delete=models.PROTECT, related_name="recusals")
    why = models.CharField("lý do", max_length=250)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "member"], name="awards_one_recusal")]


class Vote(Row):
    """One member's open vote on one case (biểu quyết): by show of hands, or a written opinion of an absent
    member.
    """

    CHOICES = [("for", "đồng ý"), ("against", "không đồng ý"), ("abstain", "không biểu quyết")]

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="votes")
    member = models.ForeignKey(CouncilMember, on_delete=models.PROTECT, related_name="votes")
    choice = models.CharField("ý kiến", max_length=8, choices=CHOICES)
    in_writing = models.BooleanField("ý kiến bằng văn bản", default=False)
    dissent = models.CharField("ý kiến khác", max_length=300, blank=True)
    recorded_by = models.CharField("người ghi", max_length=250)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "member"], name="awards_one_vote")]


class BallotCount(Row):
    """What the tellers counted for one case (kết quả kiểm phiếu): numbers only, nothing that leads to a
    member.
    """

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="ballots")
    issued = models.PositiveSmallIntegerField("phiếu phát ra")
    collected = models.PositiveSmallIntegerField("phiếu thu về")
    count_for = models.PositiveSmallIntegerField("đồng ý")
    count_against = models.PositiveSmallIntegerField("không đồng ý")
    count_spoilt = models.PositiveSmallIntegerField("không hợp lệ")
    counted_by = models.CharField("tổ kiểm phiếu", max_length=300)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="awards_ballots_add_up",
                condition=Q(collected=F("count_for") + F("count_against") + F("count_spoilt"))
                & Q(collected__lte=F("issued")),
            )
        ]
