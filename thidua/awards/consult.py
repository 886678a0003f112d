"""Stage 7, beside the appraisal: the opinions of others (hiệp y): whom to ask, the letter, the reminder, what
was answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from thidua.awards.documents.opinion import reminder_paper, request_paper
from thidua.awards.models import Adviser, Consultation, Nomination, Opinion
from thidua.awards.permissions.opinion import (
    may_answer,
    may_cancel,
    may_consult,
    may_list_advisers,
    may_remind,
    may_send,
)
from thidua.awards.queries.opinion import opinions_in
from thidua.campaigns.models import Campaign, OfferedAward
from thidua.campaigns.queries.rules import rulebook_in
from thidua.journal.lifecycle import advance, keep, require_unchanged
from thidua.journal.rows import short_code
from thidua.journal.write import write
from thidua.law.clock import add_days, add_working_days
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.records.draft import draft
from thidua.records.issue import issue
from thidua.records.models import OfficialDocument
from thidua.vietnamese.dates import vn_date


@dataclass(frozen=True)
class Body:
    """A body to ask (nơi được hỏi): its kind (models.opinion.ADVISERS), its name, how many days it has."""

    kind: str
    name: str
    days: int


@dataclass(frozen=True)
class Reply:
    """What was answered about one nominee (ý kiến trả lời): "agrees" or "objects", with the reason."""

    answer: str
    reason: str = ""


@transaction.atomic
def list_adviser(
    campaign: Campaign, *, body: Body, award: OfferedAward | None = None, mandate: Mandate, on: date
) -> Adviser:
    """Say that the campaign asks a body, for one form or for all (ghi nơi cần lấy ý kiến).

    Raises `Refused` for a body that stands in the list already, and without a name or days.
    Căn cứ: không (quy ước nội bộ) - cơ quan tự chọn nơi cần hỏi.
    """
    may_list_advisers(mandate, campaign, on=on).require()
    _require_body(body)
    if campaign.advisers.filter(award=award, name=body.name.strip()).exists():
        raise Refused(no(f"{body.name.strip()} đã có trong danh sách.", rule="opinion:listed"))
    made = Adviser.objects.create(
        campaign=campaign, award=award, kind=body.kind, name=body.name.strip(), days=body.days
    )
    of = f" về {award.title}" if award else ""
    says = f"Đợt thi đua cần lấy ý kiến {made.name}{of}, {made.days} ngày."
    write("list_adviser", says, actor=mandate.actor(), on=on, thing=campaign)
    return made


@transaction.atomic
def drop_adviser(adviser: Adviser, *, mandate: Mandate, on: date) -> None:
    """Take a body off the list (bỏ nơi cần lấy ý kiến); what was asked already stays.

    Căn cứ: không (quy ước nội bộ).
    """
    campaign = adviser.campaign
    may_list_advisers(mandate, campaign, on=on).require()
    says = f"Đợt thi đua không còn cần lấy ý kiến {adviser.name}."
    adviser.delete()
    write("drop_adviser", says, actor=mandate.actor(), on=on, thing=campaign)


@transaction.atomic
def begin_consultation(
    campaign: Campaign, *, body: Body, nominations: Sequence[Nomination], mandate: Mandate, on: date
) -> Consultation:
    """Prepare to ask one body about several nominees at once (lập việc lấy ý kiến); nothing is sent yet.

    Raises `Refused` without nominees, for one that does not lie with this office, and for a posting shorter
    than the law asks. Căn cứ: Nghị định 86/2023/NĐ-CP, Điều 7 (niêm yết Gia đình văn hóa); ngoài ra do cơ
    quan tự chọn.
    """
    may_consult(mandate, on=on).require()
    _require_body(body)
    if not nominations:
        raise Refused(no("Chưa chọn trường hợp nào để lấy ý kiến.", rule="opinion:nobody"))
    for nomination in nominations:
        _require_here(nomination, body, campaign=campaign, mandate=mandate, on=on)
    made = Consultation.objects.create(
        campaign=campaign, unit=mandate.unit, code=short_code(), kind=body.kind, name=body.name.strip(),
        days=body.days,
    )  # fmt: skip
    Opinion.objects.bulk_create(Opinion(consultation=made, nomination=one) for one in nominations)
    says = f"Lập việc lấy ý kiến {made.name} về {len(nominations)} trường hợp."
    write("begin_consultation", says, actor=mandate.actor(), on=on, thing=made)
    return made


def _require_body(body: Body) -> None:
    if not body.name.strip() or body.days < 1:
        says = "Hãy ghi tên nơi được hỏi và số ngày để trả lời (từ 1 ngày)."
        raise Refused(no(says, rule="opinion:body"))


def _require_here(
    nomination: Nomination, body: Body, *, campaign: Campaign, mandate: Mandate, on: date
) -> None:
    if nomination.campaign_id != campaign.pk or nomination.holder_id != mandate.unit_id:
        says = f"Hồ sơ của {nomination.name} không ở {mandate.unit.name}."
        raise Refused(no(says, rule="opinion:place"))
    book = rulebook_in(nomination.campaign, nomination.unit, on=on)
    needs = book.posting_required(nomination.award.form)
    if body.kind == "neighbours" and needs is not None and body.days < needs.days:
        says = f"Niêm yết {nomination.award.title} phải đủ {needs.days} ngày."
        raise Refused(no(says, source=needs.source, rule="opinion:short"))


@transaction.atomic
def draft_opinion_request(
    consultation: Consultation, *, signer: Mandate, mandate: Mandate, on: date
) -> OfficialDocument:
    """Draft the letter, or the notice for the board (soạn công văn lấy ý kiến, thông báo niêm yết).

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III.
    """
    may_send(mandate, consultation, on=on).require()
    nominations = [one.nomination for one in opinions_in(consultation)]
    content = request_paper(consultation, nominations, signer=signer)
    purpose = "posting" if consultation.is_posting else "opinion_request"
    paper = draft(content, purpose=purpose, about=consultation, signer=signer, mandate=mandate, on=on)
    consultation.document = paper
    keep(consultation, "document")
    return paper


@transaction.atomic
def send_opinion_request(document: OfficialDocument, *, mandate: Mandate, on: date) -> None:
    """Issue the letter; from the next day on the body has its days (phát hành, bắt đầu tính hạn trả lời).

    Raises `Refused` when the asking was dropped meanwhile. Căn cứ: Điều 18 Nghị định 30/2020/NĐ-CP; số ngày
    do cơ quan đặt.
    """
    consultation = Consultation.objects.select_related("campaign").get(document=document)
    issue(document, mandate=mandate, on=on)
    says = f"Gửi văn bản lấy ý kiến {consultation.name}."
    _ask(consultation, says=says, mandate=mandate, on=on)


@transaction.atomic
def note_asked(consultation: Consultation, *, how: str, mandate: Mandate, on: date) -> None:
    """Write down that the body was asked without a letter of ours (đã hỏi bằng cách khác): in a meeting, by a
    letter on paper.

    Raises `Refused` without the way. Căn cứ: không (quy ước nội bộ).
    """
    may_send(mandate, consultation, on=on).require()
    if not how.strip():
        raise Refused(no("Hãy ghi đã hỏi bằng cách nào, ngày nào.", rule="opinion:how"))
    consultation.how = how.strip()
    keep(consultation, "how")
    says = f"Đã hỏi ý kiến {consultation.name}: {consultation.how}."
    _ask(consultation, says=says, mandate=mandate, on=on)


def _ask(consultation: Consultation, *, says: str, mandate: Mandate, on: date) -> None:
    count = add_days if consultation.is_posting else add_working_days
    due = count(on, consultation.days)
    words = f"{says} Hạn trả lời {vn_date(due)}."
    advance(consultation, "asked", actor=mandate.actor(), on=on, verb="ask_opinions", says=words)
    consultation.asked_on, consultation.due_on = on, due
    keep(consultation, "asked_on", "due_on")


@transaction.atomic
def draft_opinion_reminder(
    consultation: Consultation, *, signer: Mandate, mandate: Mandate, on: date
) -> OfficialDocument:
    """Draft the letter that reminds of the answers still open (soạn công văn nhắc trả lời).

    Căn cứ: không (quy ước nội bộ).
    """
    may_remind(mandate, consultation, on=on).require()
    waiting = [one for one in opinions_in(consultation) if not one.answer]
    content = reminder_paper(consultation, waiting, signer=signer)
    return draft(
        content, purpose="opinion_reminder", about=consultation, signer=signer, mandate=mandate, on=on
    )


@transaction.atomic
def send_opinion_reminder(document: OfficialDocument, *, mandate: Mandate, on: date) -> None:
    """Issue a reminder; its day is kept with what was asked (phát hành công văn nhắc).

    Căn cứ: Điều 18 Nghị định 30/2020/NĐ-CP.
    """
    issue(document, mandate=mandate, on=on)
    consultation = Consultation.objects.get(pk=str(document.about_id))
    consultation.reminded_on = on
    keep(consultation, "reminded_on")


@transaction.atomic
def record_opinions(
    consultation: Consultation,
    *,
    replies: Mapping[UUID, Reply],
    reply: str,
    replied_on: date,
    mandate: Mandate,
    on: date,
) -> None:
    """Write down what a body answered (ghi ý kiến trả lời), for one nominee or many; a person judges it in
    the appraisal.

    `replies` maps the key of a nomination. Effects: once everybody is answered the asking is closed; a later
    answer corrects an earlier one and the journal keeps both. Raises `Refused` for a nominee who was not
    asked about, an objection without its reason, without the paper or way of the answer, and for a day in
    the future or before the asking. Căn cứ: không (quy ước nội bộ).
    """
    may_answer(mandate, consultation, on=on).require()
    require_unchanged(consultation)
    _require_answers(consultation, replies.values(), reply=reply, replied_on=replied_on, on=on)
    opinions = {one.nomination_id: one for one in opinions_in(consultation)}
    for pk, said in replies.items():
        if pk not in opinions:
            raise Refused(no("Trường hợp này không có trong lần lấy ý kiến.", rule="opinion:unasked"))
        _answer(opinions[pk], said, reply=reply.strip(), replied_on=replied_on)
    told = "; ".join(_told(opinions[pk]) for pk in replies)
    says = f"{consultation.name} trả lời ({reply.strip()}): {told}."
    if consultation.state == "asked" and all(one.answer for one in opinions.values()):
        advance(consultation, "closed", actor=mandate.actor(), on=on, verb="record_opinions", says=says)
    else:
        write("record_opinions", says, actor=mandate.actor(), on=on, thing=consultation)


def _require_answers(
    consultation: Consultation, said: Iterable[Reply], *, reply: str, replied_on: date, on: date
) -> None:
    answers = list(said)
    if not answers:
        raise Refused(no("Chưa ghi ý kiến về trường hợp nào.", rule="opinion:empty"))
    if not reply.strip():
        raise Refused(no("Hãy ghi văn bản hoặc cách trả lời (số, ngày).", rule="opinion:reply"))
    asked_on = consultation.asked_on
    if replied_on > on or (asked_on is not None and replied_on < asked_on):
        raise Refused(no("Ngày trả lời phải từ ngày hỏi đến hôm nay.", rule="opinion:day"))
    if any(one.answer == "objects" and not one.reason.strip() for one in answers):
        raise Refused(
            no("Không đồng ý thì phải ghi lý do; Hội đồng sẽ đọc lý do này.", rule="opinion:reason")
        )


def _answer(opinion: Opinion, said: Reply, *, reply: str, replied_on: date) -> None:
    opinion.answer, opinion.reason = said.answer, said.reason.strip()
    opinion.reply, opinion.replied_on = reply, replied_on
    opinion.save(update_fields=["answer", "reason", "reply", "replied_on"])


def _told(opinion: Opinion) -> str:
    why = f" ({opinion.reason})" if opinion.reason else ""
    return f"{opinion.nomination.name}: {opinion.get_answer_display()}{why}"


@transaction.atomic
def cancel_consultation(consultation: Consultation, *, reason: str, mandate: Mandate, on: date) -> None:
    """Drop an asking to which no answer came (bỏ việc lấy ý kiến), with the reason.

    Raises `Refused` without a reason. Căn cứ: không (quy ước nội bộ).
    """
    may_cancel(mandate, consultation, on=on).require()
    if not reason.strip():
        raise Refused(no("Hãy ghi lý do bỏ việc lấy ý kiến.", rule="opinion:why"))
    says = f"Bỏ việc lấy ý kiến {consultation.name}: {reason.strip()}"
    advance(consultation, "cancelled", actor=mandate.actor(), on=on, verb="cancel_consultation", says=says)
    consultation.remark = reason.strip()[:250]
    keep(consultation, "remark")
