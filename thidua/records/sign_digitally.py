"""Sign a paper digitally (ký số): by its signer, then by the office; here or with a tool outside."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from thidua.journal import lifecycle
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.paper import sign as signing
from thidua.paper.sign import HEAD, ORGANISATION, RED, seal_mark, signer_mark
from thidua.records import permissions
from thidua.records.attach import PDF, kind_of
from thidua.records.documents.reserved import drawn, reserved
from thidua.records.documents.signed import with_number
from thidua.records.hold_signed import Signed, drop, hold
from thidua.records.models import OfficialDocument, SignedFile
from thidua.records.open_key import archival, trusted_files
from thidua.records.queries.signing import bytes_of, image_of, signed_file
from thidua.records.sign import sign
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.text import same_text, squeeze

WRONG = {
    "unreadable": "Không đọc được tệp PDF này; tệp hỏng. Hãy tải lại tệp và ký lại.",
    "rewritten": "Tệp không phải là tệp đã tải từ trang này{page}. Hãy tải tệp ở đây, ký và không lưu lại "
    "bằng phần mềm khác.",
    "changed": "Nội dung đã bị sửa{page} khi ký ngoài. Chỉ được thêm chữ ký; hãy tải lại tệp và ký lại.",
    "filled": "Số, ngày trong tệp đã bị ghi ở nơi khác; văn thư cho số ở đây. Hãy tải lại tệp và ký lại.",
    "unsigned": "Tệp chưa có chữ ký số mới nào. Hãy ký bằng công cụ của bạn rồi gửi lại.",
    "covers": "Hình chữ ký quá lớn, có thể che nội dung. Hãy ký vào chỗ dành sẵn.",
}


@dataclass(frozen=True)
class Pen:
    """What one signs several things with (bút ký số): the open key, the moment, why the certificate of the
    key bears another name, and the public address that certificates print.
    """

    key: signing.Key = field(repr=False)
    when: datetime
    reason: str = ""
    base: str = ""


@transaction.atomic
def sign_with_key(
    document: OfficialDocument,
    *,
    key: signing.Key,
    when: datetime,
    mandate: Mandate,
    on: date,
    reason: str = "",
) -> SignedFile:
    """Sign a paper with the signer's own key (người có thẩm quyền ký số); the clerk is next.

    `when` is the moment of signing. Effects: the file with the signature, state "signed", two journal lines.
    Raises `Refused` for a key that may not sign, one of another name without a reason, a paper without a
    place to sign. Căn cứ: Điều 13, Điều 25 Nghị định 30/2020/NĐ-CP.
    """
    permissions.may_sign(mandate, document, on=on).require()
    require_name(key.certificate, mandate.person.name, reason)
    ready = reserved(document)
    lines = (f"Người ký: {key.certificate.holder}", f"Thời gian ký: {moment_words(when)}")
    shown = signing.Mark(signer_mark(ready.ink_box, ink=ready.ink, lines=lines))
    data = put_on_file(ready.pdf, key=key, field=HEAD, mark=shown, when=when)
    return _take_head(document, data, Signed(key.certificate, when, reason=squeeze(reason)), mandate, on)


@transaction.atomic
def seal_with_key(
    document: OfficialDocument,
    *,
    key: signing.Key,
    when: datetime,
    mandate: Mandate,
    on: date,
    reason: str = "",
) -> SignedFile:
    """Write number and day in and sign with the key of the organisation (văn thư ký số của cơ quan).

    Raises `Refused` before the signer has signed digitally, for a key that may not sign, one of another name
    without a reason. Căn cứ: Điều 32 khoản 2 và Phụ lục I mục II.8 Nghị định 30/2020/NĐ-CP.
    """
    permissions.may_seal(mandate, document, on=on).require()
    require_name(key.certificate, document.unit.name, reason)
    before = _numbered(document)
    box = signing.box_of(before, ORGANISATION)
    lines = (key.certificate.holder, f"Thời gian ký: {moment_words(when)}")
    picture = drawn(image_of(document.unit, None), RED)
    shown = signing.Mark(seal_mark(box, ink=picture, lines=lines))
    data = put_on_file(before, key=key, field=ORGANISATION, mark=shown, when=when)
    return _take_seal(document, data, Signed(key.certificate, when, reason=squeeze(reason)), mandate, on)


@transaction.atomic
def give_out(document: OfficialDocument, *, mandate: Mandate, on: date) -> SignedFile:
    """Give out the file to be signed with a tool outside (tải tệp để ký ngoài), its places reserved.

    The signer's before the signature, the clerk's with number and day after it. Căn cứ: Điều 13, Điều 32 Nghị
    định 30/2020/NĐ-CP.
    """
    if document.state == "numbered":
        permissions.may_seal(mandate, document, on=on).require()
        step, data = "numbered", _numbered(document)
    else:
        permissions.may_sign(mandate, document, on=on).require()
        step, data = "given", reserved(document).pdf
    kept = hold(document, data=data, step=step, mandate=mandate, on=on)
    write(
        "give_out", f"Tải tệp để ký số ngoài phần mềm: {document.subject}.", actor=mandate.actor(), on=on,
        thing=document, data={"sha256": kept.sha256},
    )  # fmt: skip
    return kept


@transaction.atomic
def take_signed(
    document: OfficialDocument, *, upload: File[bytes], mandate: Mandate, on: date, reason: str = ""
) -> SignedFile:
    """Take back the file that was signed outside (nhận tệp đã ký ngoài), of the signer or of the office.

    It must begin with exactly the bytes that were given out, and only one intact signature may have been
    added. Raises `Refused` with what is wrong, and the page where it can be named. Căn cứ: Điều 13, Điều 25,
    Điều 32 Nghị định 30/2020/NĐ-CP.
    """
    is_seal = document.state == "numbered"
    may = permissions.may_seal if is_seal else permissions.may_sign
    may(mandate, document, on=on).require()
    given = signed_file(document, "numbered" if is_seal else "given")
    if given is None:
        raise _refused("Hãy tải tệp để ký ở trang này trước, ký tệp đó rồi gửi lại.", "sign:given")
    data = _uploaded(upload)
    found = _one_new(bytes_of(given), data, on=on)
    _require_after(found, given)
    require_name(found.certificate, document.unit.name if is_seal else mandate.person.name, reason)
    signed = Signed(found.certificate, found.moment, outside=True, reason=squeeze(reason))
    take = _take_seal if is_seal else _take_head
    return take(document, data, signed, mandate, on)


def _take_head(
    document: OfficialDocument, data: bytes, signed: Signed, mandate: Mandate, on: date
) -> SignedFile:
    sign(document, mandate=mandate, on=on)
    drop(document, "given", on=on)
    kept = hold(document, data=data, step="head", mandate=mandate, on=on, signed=signed)
    _tell(kept, signed, mandate, on)
    return kept


def _take_seal(
    document: OfficialDocument, data: bytes, signed: Signed, mandate: Mandate, on: date
) -> SignedFile:
    lifecycle.keep(document)
    drop(document, "numbered", on=on)
    kept = hold(document, data=data, step="organisation", mandate=mandate, on=on, signed=signed)
    _tell(kept, signed, mandate, on)
    return kept


def _tell(kept: SignedFile, signed: Signed, mandate: Mandate, on: date) -> None:
    where = "ngoài phần mềm" if signed.outside else "tại đây"
    whose = "cơ quan" if kept.step == "organisation" else "người ký"
    why = f" Tên chứng thư khác: {signed.reason}." if signed.reason else ""
    says = f"Ký số của {whose} {where} bằng chứng thư của {kept.holder} ({kept.issuer}).{why}"
    write(
        "sign_digitally", says, actor=mandate.actor(), on=on, thing=kept.document,
        data={"sha256": kept.sha256, "serial": kept.serial, "step": kept.step},
    )  # fmt: skip


def require_name(certificate: signing.Certificate, name: str, reason: str) -> None:
    """The certificate names who signs; for another name a person says why (tên trên chứng thư). Raises
    `Refused`.
    """
    if same_text(certificate.holder, name) or squeeze(reason):
        return
    raise _refused(
        f"Chứng thư cấp cho “{certificate.holder}”, không phải “{name}”. Nếu vẫn đúng người, hãy ghi lý do "
        "rồi gửi lại.",
        "sign:name",
    )


def _numbered(document: OfficialDocument) -> bytes:
    data = with_number(document)
    if data is None:
        raise Refused(
            no(
                "Người có thẩm quyền chưa ký số văn bản này; khóa của cơ quan chỉ ký sau chữ ký đó.",
                source=permissions.SEALING,
                rule="sign:order",
            )
        )
    return data


def put_on_file(pdf: bytes, *, key: signing.Key, field: str, mark: signing.Mark, when: datetime) -> bytes:
    """The file with one more signature, kept provable as this installation is set (đặt chữ ký vào tệp).

    Raises `Refused` for a key that may not sign at that moment and when no authority answers.
    """
    try:
        return signing.put_signature(pdf, key=key, field=field, mark=mark, when=when, archival=archival())
    except (signing.BadKey, signing.NotSigned) as wrong:
        raise _refused(str(wrong), "sign:key") from wrong


def _uploaded(upload: File[bytes]) -> bytes:
    if kind_of(upload) is not PDF:
        raise _refused("Tệp ký số phải là tệp PDF.", "sign:upload")
    upload.seek(0)
    data: bytes = upload.read()
    return data


def _one_new(given: bytes, data: bytes, *, on: date) -> signing.SignatureCheck:
    """The one signature that was added to the file. Raises `Refused` for anything else."""
    wrong = signing.difference(given, data)
    if wrong is not None:
        page = f" (trang {wrong.page} khác)" if wrong.page else ""
        raise _refused(WRONG[wrong.kind].format(page=page), f"sign:{wrong.kind}")
    noon = datetime.combine(on, time(12), tzinfo=timezone.get_default_timezone())
    before = {one.field for one in signing.check_signatures(given, trusted=(), when=noon).signatures}
    checked = signing.check_signatures(data, trusted=trusted_files(), when=noon)
    added = [one for one in checked.signatures if one.field not in before and not one.is_timestamp]
    if len(added) != 1:
        raise _refused(f"Tệp có {len(added)} chữ ký mới; mỗi bước chỉ một người ký.", "sign:many")
    (one,) = added
    if not one.intact or one.changed == "other":
        raise _refused(
            f"Chữ ký của {one.certificate.holder} không còn nguyên vẹn; hãy ký lại.", "sign:broken"
        )
    if one.rests in ("revoked", "outside", "unfit"):
        raise _refused(f"Chứng thư của {one.certificate.holder} không dùng được khi ký.", "sign:certificate")
    try:
        signing.require_usable(one.certificate, when=one.moment or noon)
    except signing.BadKey as bad:
        raise _refused(str(bad), "sign:certificate") from bad
    return one


def _require_after(found: signing.SignatureCheck, given: SignedFile) -> None:
    """Nobody signed a file before it was made: with the clock set back an expired certificate would sign."""
    if found.moment is not None and timezone.localtime(found.moment).date() < given.made_on:
        raise _refused(
            f"Chữ ký ghi ngày {vn_date(timezone.localtime(found.moment).date())}, trước ngày tạo tệp "
            f"{vn_date(given.made_on)}. Hãy chỉnh lại đồng hồ máy, tải lại tệp rồi ký.",
            "sign:moment",
        )


def moment_words(when: datetime) -> str:
    """A moment as the decree writes it, with the zone: 15/3/2023; 10:12:01 +07:00."""
    local = timezone.localtime(when)
    return f"{vn_date(local.date())}; {local:%H:%M:%S} +07:00"


def _refused(sentence: str, rule: str) -> Refused:
    return Refused(no(sentence, rule=rule))
