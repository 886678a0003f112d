"""The doors of digital signing and of checking signatures (ký số, kiểm tra chữ ký số)."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from tests.factories.commune import Commune
from tests.factories.papers import DAY, make_paper
from tests.factories.signing import PASSPHRASE, holder
from tests.paper.signed import printed
from tests.records.test_sign_digitally import WHEN, key, outside, picture
from tests.web.door import EVERYBODY, Door, Of, posts, upload
from thidua.awards.certify import sign_certificate
from thidua.paper.sign import HEAD
from thidua.records.check_signatures import ask_for_signature_check, asked_paper
from thidua.records.copy_paper import Wanted, copy_on_paper
from thidua.records.issue import attach_scan, give_number, issue
from thidua.records.models import OfficialDocument
from thidua.records.queries.signing import bytes_of
from thidua.records.sign_appendix import part_sent, sign_appendix
from thidua.records.sign_digitally import Pen, give_out, seal_with_key, sign_with_key

SCAN = printed()


def sign_papers(whole: Commune, of: SimpleNamespace) -> None:
    """A paper that waits for a signature made outside, one that its head signed with a report on it."""
    chair = whole.commune.chair
    of.chair_key = holder(chair.person.name, is_rsa=True)
    of.to_sign = make_paper(whole, until="for_signature", purpose="reminder", on=DAY)
    given = bytes_of(give_out(of.to_sign, mandate=chair, on=DAY))
    of.signed_outside = outside(given, of.chair_key, HEAD)
    of.signed = make_paper(whole, until="for_signature", purpose="reminder", on=DAY)
    sign_with_key(of.signed, key=key(of.chair_key), when=WHEN, mandate=chair, on=DAY)
    of.report = ask_for_signature_check(asked_paper(of.signed), when=WHEN, mandate=chair, on=DAY)


def copy_and_sign(whole: Commune, of: SimpleNamespace) -> None:
    """A paper with both signatures before and after its issue, with a copy and an appendix; a certificate
    that its signer has signed.
    """
    office = whole.commune
    of.office_key = holder(office.unit.name)
    stamp = Pen(key(of.office_key), WHEN)
    of.numbered, of.sealed = (_sealed(whole, of) for _ in range(2))
    part = part_sent(upload(bytes_of(of.numbered.signed_files.last()), "so-lieu.pdf"), title="Số liệu")
    of.appendix = sign_appendix(of.numbered, part=part, pen=stamp, mandate=office.clerk, on=DAY)
    issue(of.sealed, mandate=office.clerk, on=DAY)
    wanted = Wanted("sao_y", signer=office.chair)
    of.copy = copy_on_paper(of.sealed, wanted=wanted, mandate=office.clerk, on=DAY)
    of.scanned = make_paper(whole, until="issued", purpose="reminder", on=DAY)
    attach_scan(of.scanned, upload=upload(SCAN, "quet.pdf"), mandate=office.clerk, on=DAY)
    chair_pen = Pen(key(of.chair_key), WHEN)
    sign_certificate(of.certificate, pen=chair_pen, mandate=office.chair, on=DAY)


def _sealed(whole: Commune, of: SimpleNamespace) -> OfficialDocument:
    office = whole.commune
    paper = make_paper(whole, until="for_signature", purpose="reminder", on=DAY)
    sign_with_key(paper, key=key(of.chair_key), when=WHEN, mandate=office.chair, on=DAY)
    give_number(paper, day=DAY, mandate=office.clerk, on=DAY)
    seal_with_key(paper, key=key(of.office_key), when=WHEN, mandate=office.clerk, on=DAY)
    return paper


def _to_sign(of: Of) -> tuple[Any, ...]:
    return (of.to_sign.code,)


def _key(of: Of) -> dict[str, Any]:
    return {"source": "file", "key_file": upload(of.chair_key.p12(), "khoa.p12"), "secret": PASSPHRASE}


def _office_key(of: Of) -> dict[str, Any]:
    return {"source": "file", "key_file": upload(of.office_key.p12(), "khoa.p12"), "secret": PASSPHRASE}


def _code(name: str) -> Callable[[Of], tuple[Any, ...]]:
    return lambda of: (getattr(of, name).code,)


def _copy(of: Of) -> dict[str, Any]:
    return {"signer": of.whole.commune.chair.pk, "recipients": "Lưu: VT"}


# Who reads a letter on its way: the office that writes it, nobody else.
SHEET_READERS = "standing chair vice_chair clerk secretary culture member teller accountant"
READERS = "standing chair vice_chair clerk secretary culture member teller accountant admin"

SIGNING = (
    Door("signature-checks", may=EVERYBODY, data=lambda of: {"upload": upload(b"%PDF-1.7", "a.pdf")}),
    Door("signature-report", lambda of: (of.report.pk,)),
    Door("signature-report-pdf", lambda of: (of.report.pk,)),
    Door("paper-sign", _to_sign, "chair", _key),
    posts("paper-sign-give", _to_sign, "chair"),
    Door("paper-sign-file", _to_sign),
    posts("paper-signature-check", lambda of: (of.signed.code,), READERS),
    posts(
        "paper-sign-take", _to_sign, "chair", data=lambda of: {"upload": upload(of.signed_outside, "a.pdf")}
    ),
    Door(
        "signature-images", may=EVERYBODY,
        data=lambda of: {"upload": picture(seal=False), "width_mm": "50"},
    ),
    posts(
        "seal-image", lambda of: (), "clerk",
        data=lambda of: {"upload": picture(seal=True), "width_mm": "36"},
    ),
    Door("signature-image", lambda of: ("cua-toi",)),
    Door("sign-many", may="chair", data=lambda of: _key(of) | {"van-ban": of.to_sign.code}),
    Door("signed-sheets", _code("honoured")),
    posts("signed-sheets-back", _code("honoured"), "chair"),
    Door("signed-sheets-bundle", lambda of: (of.honoured.code, 1)),
    Door("signed-sheet-file", _code("certificate")),
    posts("signed-sheet-check", _code("certificate"), SHEET_READERS),
    Door("copy-book"),
    Door("copy-file", _code("copy")),
    Door("copy-cancel", _code("copy"), "standing clerk", lambda of: {"why": "Sao nhầm"}),
    Door("paper-copies", _code("sealed")),
    Door("paper-copy", lambda of: (of.sealed.code, "sao-y"), "standing clerk", _copy),
    Door("paper-copy-electronic", lambda of: (of.scanned.code, "sao-y"), "clerk", _office_key),
    Door(
        "paper-appendices", _code("numbered"), "clerk",
        lambda of: _office_key(of) | {"part": "file", "upload": upload(SCAN, "a.pdf")},
    ),
    Door("appendix-file", lambda of: (of.appendix.pk,)),
    Door("decision-proof-print", _code("decision")),
    posts("appendix-drop", lambda of: (of.appendix.pk,), "clerk"),
)  # fmt: skip
