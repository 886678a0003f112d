"""edXML as the office uses it (gửi, nhận gói tin edXML): identifiers, a paper out, a paper in, its status."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import date

from django.core.files.base import ContentFile, File
from django.db import transaction

from thidua.journal.lifecycle import keep
from thidua.journal.rows import short_code
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Unit
from thidua.records.attach import attach
from thidua.records.edxml.message import (
    NEED_REASON,
    STATUSES,
    Enclosure,
    Organ,
    PaperMessage,
    Reference,
    StatusMessage,
    document_code,
)
from thidua.records.edxml.read import MAX_MESSAGE, edxml_refused, read_message
from thidua.records.edxml.write import write_paper, write_status
from thidua.records.models import Attachment, Envelope, Message, OfficialDocument, OrganCode, Run
from thidua.records.permissions import may_exchange_edxml, may_set_organ
from thidua.records.queries.packages import EDXML_PREVIEW as PREVIEW
from thidua.records.queries.packages import organ_code, unit_with_organ
from thidua.records.queries.papers import frozen_file
from thidua.records.receive import Original
from thidua.records.states import KINDS, PURPOSES
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.text import slug, squeeze

PURPOSE = "incoming"
_CODE = re.compile(r"[A-Za-z0-9]{1,10}(?:\.[A-Za-z0-9]{1,10}){0,5}", re.ASCII)


@transaction.atomic
def set_organ_code(unit: Unit, *, code: str, paper: str, mandate: Mandate, on: date) -> None:
    """Write down the identifier of a body (ghi mã định danh); "" takes it away.

    Refused for letters an identifier never has, and for one that is another body's.
    Căn cứ: Quyết định 20/2020/QĐ-TTg (mã định danh điện tử của cơ quan).
    """
    may_set_organ(mandate, unit, on=on).require()
    said = squeeze(code)
    before = organ_code(unit)
    if said and not _CODE.fullmatch(said):
        raise edxml_refused(
            "Mã định danh gồm các nhóm chữ, số cách nhau bằng dấu chấm, như H37.02.02.", "organ"
        )
    other = unit_with_organ(said)
    if other is not None and other.pk != unit.pk:
        raise edxml_refused(f"Mã {said} đã ghi cho {other.name}.", "organ")
    OrganCode.objects.filter(unit=unit).delete()
    if said:
        OrganCode.objects.create(
            unit=unit, code=said, paper=squeeze(paper)[:250], set_on=on, set_by=str(mandate)
        )
    says = f"Ghi mã định danh của {unit.name}: {said or 'bỏ trống'}."
    data = {"before": before, "after": said}
    write("set_organ_code", says, actor=mandate.actor(), on=on, thing=unit, data=data)


@transaction.atomic
def send_edxml(document: OfficialDocument, *, to: Sequence[Unit], mandate: Mandate, on: date) -> Envelope:
    """Make the edXML message of an issued paper for some bodies (lập gói tin edXML) and keep it.

    The same paper to the same bodies is the same message. Raises `Refused` while the paper is not issued, and
    for a body without identifier. Căn cứ: QCVN 102:2016/BTTTT; Quyết định 28/2018/QĐ-TTg.
    """
    unit = document.unit
    may_exchange_edxml(mandate, unit, on=on).require()
    if document.state != "issued" or document.origin != "ours" or document.day is None:
        raise edxml_refused("Chỉ gửi edXML văn bản do cơ quan soạn và đã phát hành ở đây.", "issued")
    sender, receivers = _organ(unit), tuple(_organ(one) for one in to)
    number, _, notation = document.number_text.partition("/")
    signer = document.signer
    message = PaperMessage(
        sender=sender, receivers=receivers, number=number, notation=notation, place=unit.place,
        document_code=document_code(sender.code, document.day, document.number_text), day=document.day,
        type_name=(KINDS[document.kind][0] or "CÔNG VĂN").capitalize(), subject=document.subject,
        position=signer.office.title if signer else "", signer=signer.person.name if signer else "",
        to_places=tuple(one.name for one in receivers), enclosures=_files_of(document),
    )  # fmt: skip
    says = f"Gửi {document.title} cho {', '.join(one.name for one in receivers)}."
    return _keep(write_paper(message), document=document, code=message.document_code, says=says,
                 mandate=mandate, on=on)  # fmt: skip


def _organ(unit: Unit) -> Organ:
    code = organ_code(unit)
    if not code:
        raise edxml_refused(f"Chưa ghi mã định danh của {unit.name}; ghi ở Cơ quan › Mã định danh.", "organ")
    return Organ(code, unit.name, unit.address, unit.telephone)


def _files_of(document: OfficialDocument) -> tuple[Enclosure, ...]:
    """The PDF as issued, or its sealed scan: the name in plain letters, as receivers ask."""
    name = slug(f"{document.number_text} {document.subject}")[:46].strip("-")
    issued = Enclosure(f"{name}.pdf", "application/pdf", frozen_file(document, "pdf"))
    scan = document.scan
    if scan is None:
        return (issued,)
    with scan.file.open("rb") as kept:
        ending = scan.name.rpartition(".")[2]
        return issued, Enclosure(f"ban-co-dau.{ending}", scan.kind, kept.read())


def _keep(
    data: bytes, *, document: OfficialDocument, code: str, says: str, mandate: Mandate, on: date
) -> Envelope:
    seal = hashlib.sha256(data).hexdigest()
    known = Envelope.objects.filter(unit=mandate.unit, direction="sent", sha256=seal).first()
    if known is not None:
        return known
    envelope = Envelope(
        unit=mandate.unit, direction="sent", document=document, document_code=code, says=says, sha256=seal,
        on=on, by=str(mandate),
    )  # fmt: skip
    envelope.file.save(f"{envelope.pk}.edxml", ContentFile(data), save=False)
    envelope.save(force_insert=True)
    write("send_edxml", says, actor=mandate.actor(), on=on, thing=envelope, data={"sha256": seal})
    return envelope


@transaction.atomic
def keep_edxml(upload: File[bytes], *, mandate: Mandate, on: date) -> Run | Envelope:
    """Read an uploaded message (đọc gói tin edXML): a paper is kept for a person to look at, a status is
    filed at once with its paper. Refused for every fault of the file, and for one that is on file already.

    Căn cứ: QCVN 102:2016/BTTTT.
    """
    may_exchange_edxml(mandate, mandate.unit, on=on).require()
    if (upload.size or 0) > MAX_MESSAGE:
        raise edxml_refused("Gói tin lớn hơn 60 MB.", "size")
    upload.seek(0)
    data = upload.read()
    message, seal = read_message(data), hashlib.sha256(data).hexdigest()
    filed = Envelope.objects.filter(unit=mandate.unit, direction="received", sha256=seal).first()
    if filed is not None:
        raise edxml_refused(f"Gói tin này đã nhận ngày {vn_date(filed.on)}.", "twice")
    if isinstance(message, StatusMessage):
        return _file_status(message, data, mandate=mandate, on=on)
    waiting = Run.objects.filter(unit=mandate.unit, kind=PREVIEW, state="waiting", data__sha256=seal).first()
    if waiting is not None:
        return waiting
    run = Run(unit=mandate.unit, kind=PREVIEW, started_on=on, started_by=str(mandate),
              says=message.subject[:200], data={"sha256": seal})  # fmt: skip
    run.file.save(f"{run.pk}.edxml", ContentFile(data), save=False)
    run.save(force_insert=True)
    return run


def _file_status(message: StatusMessage, data: bytes, *, mandate: Mandate, on: date) -> Envelope:
    """What a receiver says of a paper of ours, beside that paper."""
    sent = Envelope.objects.filter(
        unit=mandate.unit, direction="sent", document_code=message.about.document_code
    )
    paper = sent.exclude(document_code="").first()
    if paper is None:
        code = message.about.document_code or message.about.number_text
        raise edxml_refused(f"Gói trạng thái nói về văn bản “{code}” mà cơ quan chưa gửi.", "about")
    says = f"{message.sender.name or message.sender.code}: {message.status_says}. {message.says}".strip()
    return _filed(data, message.about.document_code, message.sender.code, says, document=paper.document,
                  status=message.status, mandate=mandate, on=on)  # fmt: skip


def _filed(data: bytes, code: str, organ: str, says: str, **more: object) -> Envelope:
    mandate, on = more.pop("mandate"), more.pop("on")
    assert isinstance(mandate, Mandate)
    assert isinstance(on, date)
    envelope = Envelope(
        unit=mandate.unit, direction="received", document_code=code, organ=organ[:60], says=says,
        sha256=hashlib.sha256(data).hexdigest(), on=on, by=str(mandate), **more,
    )  # fmt: skip
    envelope.file.save(f"{envelope.pk}.edxml", ContentFile(data), save=False)
    envelope.save(force_insert=True)
    write(
        "receive_edxml", says, actor=mandate.actor(), on=on, thing=envelope, data={"sha256": envelope.sha256}
    )
    return envelope


def read_run(run: Run) -> tuple[PaperMessage, bytes]:
    """The message of a preview, read again (gói tin xem trước). Căn cứ: không (quy ước nội bộ)."""
    with run.file.open("rb") as kept:
        data = kept.read()
    message = read_message(data)
    assert isinstance(message, PaperMessage)  # a status is never kept for a preview
    return message, data


@transaction.atomic
def take_in_edxml(run: Run, *, original: Original, mandate: Mandate, on: date) -> OfficialDocument:
    """File the paper of a message as an incoming one (nhận văn bản đến) and return it: what stands on it was
    read from the message and looked at by a person.

    Effects: an original with the files of the message, a message on the own desk, the envelope kept. Raises
    `Refused` the second time, for a paper of that number on file already, and for a message without file.
    Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 20 đến 24.
    """
    held = Run.objects.select_for_update(of=("self",)).get(pk=run.pk)
    assert held.unit is not None  # keep_edxml
    may_exchange_edxml(mandate, held.unit, on=on).require()
    if held.state != "waiting":
        raise edxml_refused("Gói tin này đã được nhận.", "once")
    message, data = read_run(held)
    _require_new(original, message, on=on)
    document = _paper(original, mandate=mandate, on=on)
    files = [_attached(document, one, mandate=mandate, on=on) for one in message.enclosures]
    document.scan = next((one for one in files if one.kind == "application/pdf"), files[0])
    keep(document, "scan")
    says = f"Nhận qua edXML: {document.title} của {original.unit.name}."
    _filed(data, message.document_code, message.sender.code, says, document=document, mandate=mandate, on=on)
    Message.objects.create(unit=original.unit, to_unit=mandate.unit, document=document, sent_on=on, body=says,
                           purpose=PURPOSE, subject=original.subject[:250])  # fmt: skip
    held.state = "done"
    held.save(update_fields=["state"])
    return document


def _require_new(original: Original, message: PaperMessage, *, on: date) -> None:
    if not message.enclosures:
        raise edxml_refused("Gói tin không kèm tệp văn bản nào; đề nghị nơi gửi gửi lại.", "nothing")
    if not original.number_text.strip() or original.day > on:
        raise edxml_refused("Ghi đúng số, ký hiệu và ngày văn bản (không sau hôm nay).", "facts")
    filed = OfficialDocument.objects.filter(
        unit=original.unit, number_text=original.number_text.strip(), day=original.day
    )
    if filed.exclude(state="cancelled").exists():
        raise Refused(no(f"Văn bản số {original.number_text} đã có trong hồ sơ.", rule="paper:twice"))


def _paper(original: Original, *, mandate: Mandate, on: date) -> OfficialDocument:
    return OfficialDocument.objects.create(
        unit=original.unit, code=short_code(), kind=original.kind, purpose=PURPOSE,
        series=PURPOSES[PURPOSE].series, origin="original", state="issued", subject=original.subject,
        drafted_by=mandate, drafted_on=on, number_text=original.number_text.strip(), day=original.day,
        issued_on=original.day, signer_words=original.signer_words,
    )  # fmt: skip


def _attached(document: OfficialDocument, one: Enclosure, *, mandate: Mandate, on: date) -> Attachment:
    upload = ContentFile(one.data, name=one.name)
    return attach(upload, about=document, purpose="original", mandate=mandate, on=on)


@transaction.atomic
def send_status(envelope: Envelope, *, status: str, why: str, mandate: Mandate, on: date) -> Envelope:
    """Make the message that tells the sender what became of its paper (gói trạng thái) and keep it.

    Raises `Refused` for an unknown status, and for a refusal without its reason. Căn cứ: QCVN 102:2016/BTTTT.
    """
    may_exchange_edxml(mandate, envelope.unit, on=on).require()
    document = envelope.document
    if envelope.direction != "received" or envelope.status or document is None:
        raise edxml_refused("Chỉ báo trạng thái cho gói tin văn bản đã nhận.", "direction")
    if status not in STATUSES:
        raise edxml_refused("Trạng thái này không có trong quy chuẩn.", "status")
    if status in NEED_REASON and not squeeze(why):
        raise edxml_refused("Từ chối thì phải ghi lý do; nơi gửi sẽ đọc lý do này.", "why")
    about = Reference(envelope.organ, document.number_text, document.day, envelope.document_code)
    message = StatusMessage(_organ(mandate.unit), about, status, squeeze(why), f"{on:%Y/%m/%d} 00:00:00")
    says = f"Báo {STATUSES[status]}: {document.title}. {squeeze(why)}".strip()
    made = _keep(write_status(message), document=document, code=envelope.document_code, says=says,
                 mandate=mandate, on=on)  # fmt: skip
    if made.status != status:
        made.status = status
        made.save(update_fields=["status"])
    return made
