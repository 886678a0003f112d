"""Tell of the results by paper (thông báo): the result to all, a no with its reason to the unit alone; the
programme of the ceremony and the invitation to it.
"""

from __future__ import annotations

from datetime import date

from django.db import transaction

from thidua.awards.documents.ceremony import ceremony_invitation, programme_paper, units_invited
from thidua.awards.documents.notice import (
    Awarded,
    refusal_paper,
    result_paper,
    units_commended,
    with_items,
)
from thidua.awards.models import Ceremony, Decision, RefusalNotice
from thidua.awards.permissions.amendment import may_inform, may_remind_receivers
from thidua.awards.permissions.ceremony import may_change_ceremony
from thidua.awards.queries.ceremony import Group, groups_of, guests_of
from thidua.awards.queries.distribution import receivers_of, silent_in
from thidua.awards.queries.outcome import decisions_issued, refused_without_notice, units_to_tell
from thidua.campaigns.models import Campaign
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit
from thidua.org.permissions import may_act
from thidua.org.queries import chair_of
from thidua.records.draft import draft
from thidua.records.issue import issue
from thidua.records.models import Message, OfficialDocument
from thidua.records.queries.papers import papers_about
from thidua.vietnamese.text import squeeze


@transaction.atomic
def draft_result_notice(campaign: Campaign, *, mandate: Mandate, on: date) -> OfficialDocument:
    """Draft the notice of who is commended (soạn thông báo kết quả) by every decision issued so far.

    Raises `Refused` before the first decision and while an earlier notice is not issued.
    Căn cứ: không (quy ước nội bộ).
    """
    may_inform(mandate, campaign, on=on).require()
    awarded = _awarded(campaign)
    _require_free(campaign, "result_notice", "thông báo kết quả")
    signer = _chair(campaign.unit, on=on)
    content = result_paper(campaign, awarded, signer=signer)
    return draft(content, purpose="result_notice", about=campaign, signer=signer, mandate=mandate, on=on)


@transaction.atomic
def send_result_notice(document: OfficialDocument, *, mandate: Mandate, on: date) -> None:
    """Issue the notice and tell each unit which of its own are commended (phát hành, báo từng đơn vị).

    Căn cứ: Điều 18 Nghị định 30/2020/NĐ-CP (phát hành văn bản đi).
    """
    issue(document, mandate=mandate, on=on)
    campaign = Campaign.objects.select_related("unit").get(pk=str(document.about_id))
    for unit, body in units_commended(_awarded(campaign)):
        if unit.pk != document.unit_id:
            Message.objects.create(
                unit=document.unit, to_unit=unit, document=document, sent_on=on, purpose="result_notice",
                about=document.about, about_id=document.about_id, subject=document.subject[:250], body=body,
            )  # fmt: skip


@transaction.atomic
def draft_refusal_notices(campaign: Campaign, *, mandate: Mandate, on: date) -> list[OfficialDocument]:
    """Draft the notice to every unit with somebody not commended and not told (soạn cho mọi đơn vị).

    Raises `Refused` when nothing is left to tell. Căn cứ: không (quy ước nội bộ).
    """
    may_inform(mandate, campaign, on=on).require()
    waiting = units_to_tell(campaign)
    if not waiting:
        raise Refused(no("Mọi trường hợp không được khen đều đã có thông báo.", rule="inform:none"))
    return [draft_refusal_notice(campaign, unit=unit, mandate=mandate, on=on) for unit, _ in waiting]


@transaction.atomic
def note_told(message: Message, *, how: str, mandate: Mandate, on: date) -> None:
    """Note that a unit was told by another way than its desk (ghi đã báo): on paper, by telephone.

    Raises `Refused` without a word of how, and when the unit has read it already. Căn cứ: không (quy ước nội
    bộ).
    """
    may_act(mandate, "standing", "clerk", on=on, unit=message.unit).require()
    held = Message.objects.select_for_update(of=("self",)).get(pk=message.pk)
    if held.read_on is not None:
        raise Refused(no(f"{held.to_unit.name} đã nhận thông báo này rồi.", rule="inform:read"))
    if not how.strip():
        raise Refused(no("Hãy ghi đã báo bằng cách nào, cho ai.", rule="inform:how"))
    message.read_on, message.read_by = on, squeeze(how)[:200]
    message.save(update_fields=["read_on", "read_by"])
    says = f"Đã báo {held.to_unit.name} “{held.subject}”: {message.read_by}."
    write("note_told", says, actor=mandate.actor(), on=on, thing=message)


@transaction.atomic
def draft_refusal_notice(campaign: Campaign, *, unit: Unit, mandate: Mandate, on: date) -> OfficialDocument:
    """Draft the notice to one unit about those of its nominees who are not commended, each with the reason
    (soạn thông báo không khen thưởng).

    Effects: the paper, and a row for each case in it, so that nobody is told twice. Raises `Refused` when
    nothing is left to tell. Căn cứ: không (quy ước nội bộ).
    """
    may_inform(mandate, campaign, on=on).require()
    refused = refused_without_notice(campaign, unit)
    if not refused:
        raise Refused(
            no(f"{unit.name} không còn trường hợp nào không được khen mà chưa thông báo.", rule="inform:none")
        )
    signer = _chair(campaign.unit, on=on)
    content = refusal_paper(campaign, refused, unit=unit, signer=signer)
    paper = draft(content, purpose="refusal_notice", about=campaign, signer=signer, mandate=mandate, on=on)
    RefusalNotice.objects.bulk_create(
        RefusalNotice(document=paper, nomination=one, why=why) for one, why in refused
    )
    return paper


@transaction.atomic
def send_refusal_notice(document: OfficialDocument, *, mandate: Mandate, on: date) -> None:
    """Issue the notice and put it on the desk of its unit, and of no other (phát hành, gửi đơn vị).

    Căn cứ: Điều 18 Nghị định 30/2020/NĐ-CP (phát hành văn bản đi).
    """
    issue(document, mandate=mandate, on=on)
    refusals = list(document.refusals.select_related("nomination__unit"))
    for unit in {one.nomination.unit for one in refusals}:
        Message.objects.create(
            unit=document.unit, to_unit=unit, document=document, sent_on=on, purpose="refusal_notice",
            about=document.about, about_id=document.about_id, subject=document.subject[:250],
            body=f"{len(refusals)} trường hợp của {unit.name} không được khen thưởng; lý do ghi trong "
                 f"{document.title}.",
        )  # fmt: skip


@transaction.atomic
def remind_receivers(decision: Decision, *, mandate: Mandate, on: date) -> int:
    """Remind the units that have not acknowledged an issued decision (nhắc nơi nhận) and return how many.

    Effects: one message to each silent unit, at most one a day. Raises `Refused` when nobody is silent or all
    were reminded today. Căn cứ: không (quy ước nội bộ).
    """
    may_remind_receivers(mandate, decision, on=on).require()
    silent = [one for one in silent_in(receivers_of(decision)) if one.reminded_on != on]
    if not silent:
        raise Refused(
            no("Mọi nơi nhận đã xác nhận, hoặc đã được nhắc trong hôm nay.", rule="inform:no_silent")
        )
    document = decision.document
    assert document is not None  # an issued decision has its paper
    for one in silent:
        Message.objects.create(
            unit=decision.unit, to_unit=one.unit, document=document, sent_on=on, purpose="decision_reminder",
            about=document.about, about_id=document.about_id,
            subject=f"Nhắc: chưa xác nhận đã nhận {document.title}"[:250],
            body=f"{decision.unit.name} đã gửi {document.title}. Mở văn bản rồi bấm xác nhận đã nhận.",
        )  # fmt: skip
    says = f"Nhắc {len(silent)} nơi nhận chưa xác nhận {document.title}."
    write("remind_receivers", says, actor=mandate.actor(), on=on, thing=decision)
    return len(silent)


@transaction.atomic
def draft_programme(ceremony: Ceremony, *, mandate: Mandate, on: date) -> OfficialDocument:
    """Draft the programme of the ceremony (soạn chương trình lễ trao thưởng) over every decision issued.

    Raises `Refused` before the first decision, and while an earlier programme is not issued.
    Căn cứ: không (quy ước nội bộ).
    """
    may_change_ceremony(mandate, ceremony, on=on).require()
    groups = _called(ceremony)
    _require_free(ceremony, "programme", "chương trình lễ trao")
    signer = _chair(ceremony.unit, on=on)
    content = programme_paper(ceremony, groups, signer=signer)
    return draft(content, purpose="programme", about=ceremony, signer=signer, mandate=mandate, on=on)


@transaction.atomic
def draft_ceremony_invitation(ceremony: Ceremony, *, mandate: Mandate, on: date) -> OfficialDocument:
    """Draft the invitation to the ceremony (soạn giấy mời dự lễ trao thưởng) with the list of the invited and
    their seats.

    Raises `Refused` before the first decision, when somebody is without a seat although seats are given, and
    while an earlier invitation is not issued. Căn cứ: không (quy ước nội bộ).
    """
    may_change_ceremony(mandate, ceremony, on=on).require()
    groups, guests = _called(ceremony), guests_of(ceremony)
    _require_free(ceremony, "ceremony_invitation", "giấy mời dự lễ")
    unseated = sum(call.seat is None for group in groups for call in group.calls)
    unseated += sum(seat is None for _, seat in guests)
    if ceremony.rows and unseated:
        sentence = f"Còn {unseated} người chưa có chỗ; hãy xếp chỗ rồi soạn giấy mời."
        raise Refused(no(sentence, rule="inform:seats"))
    signer = _chair(ceremony.unit, on=on)
    content = ceremony_invitation(ceremony, groups, guests, signer=signer)
    purpose = "ceremony_invitation"
    return draft(content, purpose=purpose, about=ceremony, signer=signer, mandate=mandate, on=on)


@transaction.atomic
def send_ceremony_invitation(document: OfficialDocument, *, mandate: Mandate, on: date) -> None:
    """Issue the invitation and put it on the desk of every unit that has somebody to send, with their names
    and seats (phát hành, gửi đơn vị).

    Căn cứ: Điều 18 Nghị định 30/2020/NĐ-CP (phát hành văn bản đi).
    """
    issue(document, mandate=mandate, on=on)
    ceremony = Ceremony.objects.select_related("campaign__unit", "unit").get(pk=str(document.about_id))
    for unit, body in units_invited(ceremony, groups_of(ceremony)):
        if unit.pk != document.unit_id:
            Message.objects.create(
                unit=document.unit, to_unit=unit, document=document, sent_on=on, body=body,
                purpose="ceremony_invitation", about=document.about, about_id=document.about_id,
                subject=document.subject[:250],
            )  # fmt: skip


def _called(ceremony: Ceremony) -> list[Group]:
    groups = groups_of(ceremony)
    if not groups:
        raise Refused(no("Chưa có quyết định khen thưởng nào được ban hành.", rule="inform:undecided"))
    return groups


def _awarded(campaign: Campaign) -> Awarded:
    decisions = list(decisions_issued(campaign))
    if not decisions:
        raise Refused(no("Chưa có quyết định khen thưởng nào được ban hành.", rule="inform:undecided"))
    return with_items(decisions)


def _require_free(thing: Campaign | Ceremony, purpose: str, name: str) -> None:
    if papers_about(thing, purpose).exclude(state="issued").exists():
        raise Refused(no(f"Đang có {name} chưa phát hành; mở hoặc bỏ văn bản ấy.", rule="inform:paper"))


def _chair(unit: Unit, *, on: date) -> Mandate:
    chair = chair_of(unit, on)
    if chair is None:
        raise Refused(no(f"{unit.name} chưa có Chủ tịch để ký.", rule="inform:signer"))
    return chair
