"""The secret ballot on the machine (bỏ phiếu kín trên máy): turnout, sealed slots, opened ballots.

Nothing here leads from a ballot to a member: slots and ballots have random keys, no time, no order, no
author, and no key in common. docs/secret-ballot.md says how that is kept and what remains.
"""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.db.models import Q

from thidua.awards.models.council import Case, CouncilMember, CouncilSession, Vote
from thidua.journal.rows import Row
from thidua.org.models import Person


class BallotRound(Row):
    """One round of voting in secret on cases of a session (vòng bỏ phiếu kín); `ending` is "" while it runs.

    `agreed` is the canonical JSON of voters, cases and rules as they stood at the opening, `seal` its
    SHA-256. `key_name` names the key that closes the slots now; the key itself is never in the database.
    """

    ENDINGS = [("counted", "đã kiểm phiếu"), ("void", "hủy, không mở phiếu")]

    session = models.ForeignKey(CouncilSession, on_delete=models.CASCADE, related_name="ballot_rounds")
    cases = models.ManyToManyField(Case, related_name="ballot_rounds")
    number = models.PositiveSmallIntegerField("vòng")
    agreed = models.TextField("điều chốt khi mở hòm phiếu")
    seal = models.CharField("dấu niêm phong", max_length=64)
    key_name = models.CharField("tên khóa", max_length=32, blank=True)
    keeps_codes = models.BooleanField("thành viên giữ mã phiếu", default=False)
    ending = models.CharField("kết thúc", max_length=8, choices=ENDINGS, blank=True)
    says = models.TextField("kết thúc thế nào", blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["session", "number"], name="awards_one_round_number"),
            models.UniqueConstraint(fields=["session"], condition=Q(ending=""), name="awards_one_open_round"),
        ]


class Turnout(Row):
    """Whether a member, or who sits in for one, has voted in a round (đã bỏ phiếu): that, and never what."""

    round = models.ForeignKey(BallotRound, on_delete=models.CASCADE, related_name="turnout")
    member = models.ForeignKey(CouncilMember, on_delete=models.PROTECT, related_name="turnout")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", verbose_name="người bỏ phiếu"
    )
    has_voted = models.BooleanField("đã bỏ phiếu", default=False)

    class Meta:
        ordering = ["member__order", "member_id"]
        constraints = [models.UniqueConstraint(fields=["round", "member"], name="awards_one_turnout")]


class Slot(models.Model):
    """A place for one vote on one case (ô phiếu), empty or filled: sealed, all of them look the same.

    Which case it is for is sealed too. Each vote writes all slots of the round anew, under random keys and
    closed with a new key.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    round = models.ForeignKey(BallotRound, on_delete=models.CASCADE, related_name="slots")
    sealed = models.BinaryField("nội dung niêm phong")


class Ballot(models.Model):
    """An opened ballot on one case (lá phiếu đã mở): a random code and a choice, for anybody to recount."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    round = models.ForeignKey(BallotRound, on_delete=models.CASCADE, related_name="ballots")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="secret_ballots")
    code = models.CharField("mã phiếu", max_length=8)
    choice = models.CharField("ý kiến", max_length=8, choices=Vote.CHOICES)

    class Meta:
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(fields=["round", "case", "code"], name="awards_one_ballot_code")
        ]
