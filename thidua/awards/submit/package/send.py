"""Send by file: a submission, its supplement, the wish to have it back, the answer (gửi bằng gói)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from thidua.awards.documents.packed import packed_dossiers, submission_row
from thidua.awards.documents.packed_answer import kind_of_answer, packed_answer
from thidua.awards.models import Nomination, Submission
from thidua.awards.permissions.packages import may_answer_by_file, may_ask_back, may_send_by_file
from thidua.awards.queries.packages import (
    came_by_file,
    goes_by_file,
    last_package,
    resent,
    rounds_received,
    rounds_sent,
)
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.records.models import Package
from thidua.records.package import Letter, make_package
from thidua.vietnamese.text import squeeze


@transaction.atomic
def send_by_file(submission: Submission, *, mandate: Mandate, on: date) -> Package:
    """Make the package of an issued submission (lập gói trình), or of what was supplemented since (gói bổ
    sung), and return it; with nothing new it is the last one again, byte for byte.

    Raises `Refused` while the submission is not sent or its office above has no confirmed key.
    Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 84 (hồ sơ); không (quy ước nội bộ) về gói.
    """
    may_send_by_file(mandate, submission, on=on).require()
    before = last_package(submission.unit, submission.pk, "sent")
    again = resent(submission)
    if before is not None and not again:
        return before
    if before is None:
        return _send(submission, _all(submission), kind="submission", mandate=mandate, on=on)
    return _send(submission, again, kind="supplement", mandate=mandate, on=on)


def _all(submission: Submission) -> list[Nomination]:
    items = submission.items.select_related("nomination__person", "nomination__unit").order_by("order")
    return [item.nomination for item in items]


def _send(
    submission: Submission, nominations: list[Nomination], *, kind: str, mandate: Mandate, on: date
) -> Package:
    partner = goes_by_file(submission)
    assert partner is not None  # may_send_by_file
    rounds = rounds_sent(nominations, submission.unit)
    sections, files = packed_dossiers(submission, nominations, rounds=rounds)
    answers = last_package(submission.unit, submission.pk, "received") if kind == "supplement" else None
    letter = Letter(kind, submission.pk, sections, files, answers, {"rounds": rounds})
    return make_package(letter, partner=partner, mandate=mandate, on=on)


@transaction.atomic
def ask_back(submission: Submission, *, why: str, mandate: Mandate, on: date) -> Package:
    """Make a package that asks the office above to give back what it has not decided (gói xin rút hồ sơ).

    Nothing changes here before that office has sent the dossiers back. Raises `Refused` without a reason.
    Căn cứ: không (quy ước nội bộ).
    """
    may_ask_back(mandate, submission, on=on).require()
    if not squeeze(why):
        raise Refused(no("Ghi lý do xin rút; cấp trên sẽ đọc lý do này.", rule="package:why"))
    partner, about = goes_by_file(submission), last_package(submission.unit, submission.pk, "sent")
    assert partner is not None  # may_ask_back
    sections = {"submission": submission_row(submission), "note": why.strip()}
    letter = Letter("withdrawal", submission.pk, sections, answers=about)
    return make_package(letter, partner=partner, mandate=mandate, on=on)


@transaction.atomic
def answer_by_file(submission: Submission, *, mandate: Mandate, on: date) -> Package:
    """Make the package that tells the sender how each case stands (lập gói trả lời): a receipt while nothing
    is answered, else what was returned, refused and decided, with the decisions and the certificates.

    Raises `Refused` for a submission that did not come as a package.
    Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 83, 84; không (quy ước nội bộ) về gói.
    """
    may_answer_by_file(mandate, submission, on=on).require()
    came = came_by_file(submission)
    about = last_package(submission.to_unit, submission.pk, "received")
    assert came is not None  # may_answer_by_file
    sections, files = packed_answer(submission, rounds=rounds_received(submission.to_unit, submission.pk))
    letter = Letter(kind_of_answer(sections), submission.pk, sections, files, about)
    made = make_package(letter, partner=came.partner, mandate=mandate, on=on)
    says = f"Trả lời {submission.unit.name} bằng {made.get_kind_display()}."
    write("answer_by_file", says, actor=mandate.actor(), on=on, thing=submission)
    return made
