"""The doors of digital signing and of checking signatures (ký số, kiểm tra chữ ký số)."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from tests.factories.commune import Commune
from tests.factories.papers import DAY, make_paper
from tests.factories.signing import PASSPHRASE, holder
from tests.records.test_sign_digitally import WHEN, key, outside, picture
from tests.web.door import EVERYBODY, Door, Of, posts, upload
from thidua.paper.sign import HEAD
from thidua.records.check_signatures import ask_for_signature_check, asked_paper
from thidua.records.queries.signing import bytes_of
from thidua.records.sign_digitally import give_out, sign_with_key


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


def _to_sign(of: Of) -> tuple[Any, ...]:
    return (of.to_sign.code,)


def _key(of: Of) -> dict[str, Any]:
    return {"source": "file", "key_file": upload(of.chair_key.p12(), "khoa.p12"), "secret": PASSPHRASE}


# Who reads a letter on its way: the office that writes it, nobody else.
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
)  # fmt: skip
