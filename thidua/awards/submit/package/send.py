"""Send by file: a submission, its supplement, the wish to have it back, the answer (gửi bằng gói)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from thidua.awards.documents.packed import submission_row
from thidua.awards.documents.packed_answer import amended_in, kind_of_answer, packed_answer
from thidua.awards.documents.packed_dossiers import packed_changes, packed_dossiers
from thidua.awards.models import Nomination, Submission
from thidua.awards.permissions.packages import may_answer_by_file, may_ask_back, may_send_by_file
from thidua.awards.queries.cited import Cited, changed_awards, cited_awards, told_awards
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
    """Make the package of an issued submission (lập gói trình), of what was supplemented since (gói bổ
    sung), or of awards told with it that were corrected or cancelled since (gói đính chính), and return it;
    with nothing new it is the last one again, byte for byte.

    Raises `Refused` while the submission is not sent or its office above has no confirmed key.
    Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 84 (hồ sơ); không (quy ước nội bộ) về gói.
    """
    may_send_by_file(mandate, submission, on=on).require()
    before = last_package(submission.unit, submission.pk, "sent")
    again = resent(submission)
    if before is None:
        return _send(submission, _all(submission), kind="submission", mandate=mandate, on=on)
    if again:
        return _send(submission, again, kind="supplement", mandate=mandate, on=on)
    changed = changed_awards(submission)
    return _send_changed(submission, changed, mandate=mandate, on=on) if changed else before


def _all(submission: Submission) -> list[Nomination]:
    related = ("nomination__person", "nomination__collective", "nomination__household", "nomination__unit")
    return [item.nomination for item in submission.items.select_related(*related).order_by("order")]


def _send(
    submission: Submission, nominations: list[Nomination], *, kind: str, mandate: Mandate, on: date
) -> Package:
    partner = goes_by_file(submission)
    assert partner is not None  # may_send_by_file
    rounds, told = rounds_sent(nominations, submission.unit), told_awards(submission)
    awards = [one for one in cited_awards(nominations) if one.stands or str(one.key) in told]
    sections, files = packed_dossiers(submission, nominations, rounds=rounds, awards=awards)
    answers = last_package(submission.unit, submission.pk, "received") if kind == "supplement" else None
    data = {"rounds": rounds, "awards": _marks(awards)}
    letter = Letter(kind, submission.pk, sections, files, answers, data)
    return make_package(letter, partner=partner, mandate=mandate, on=on)


def _marks(awards: list[Cited]) -> dict[str, str]:
    return {str(one.key): one.mark for one in awards}


def _send_changed(submission: Submission, awards: list[Cited], *, mandate: Mandate, on: date) -> Package:
    """Only what became of awards that were told before, each with the paper that changed it."""
    partner, about = goes_by_file(submission), last_package(submission.unit, submission.pk, "sent")
    assert partner is not None  # may_send_by_file
    sections, files = packed_changes(submission, awards)
    letter = Letter("amendment", submission.pk, sections, files, about, {"awards": _marks(awards)})
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
    told = {"amended": amended_in(sections)}
    letter = Letter(kind_of_answer(sections), submission.pk, sections, files, about, told)
    made = make_package(letter, partner=came.partner, mandate=mandate, on=on)
    says = f"Trả lời {submission.unit.name} bằng {made.get_kind_display()}."
    write("answer_by_file", says, actor=mandate.actor(), on=on, thing=submission)
    return made
