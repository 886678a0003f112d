"""Many papers and certificates signed with one key (ký số nhiều văn bản bằng một lần mở khóa)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from thidua.awards.certify.sign_sheets import seal_certificate, sign_certificate
from thidua.awards.models import Certificate
from thidua.awards.queries.signed import certificates_to_sign
from thidua.law.ruling import Refused
from thidua.org.models import Mandate
from thidua.records.models import OfficialDocument
from thidua.records.queries.signing import papers_to_sign
from thidua.records.sign_digitally import Pen, seal_with_key, sign_with_key

PIECE = 5


@dataclass(frozen=True)
class Chosen:
    """What is to be signed (những gì đã chọn): codes of papers, codes of decisions for all their
    certificates.
    """

    papers: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Piece:
    """How far a piece came (kết quả một phần): how many were signed, how many are left; where it stopped and
    why, "" when nothing stood in the way.
    """

    signed: int
    left: int
    stopped_at: str = ""
    because: str = ""


def _left(chosen: Chosen, *, mandate: Mandate) -> int:
    """How many of what was chosen still wait for this mandate (còn bao nhiêu)."""
    return _papers(chosen, mandate).count() + _sheets(chosen, mandate).count()


def sign_piece(chosen: Chosen, *, pen: Pen, mandate: Mandate, on: date, most: int = PIECE) -> Piece:
    """Sign the next of what was chosen (ký phần kế): papers first, then certificates in decision order.

    Each is a transaction of its own: what is signed stays signed, whatever stops the rest, and a piece begins
    where the one before ended. The first that is refused ends it, with its sentence. A clerk signs with the
    key of the office, everybody else with the own one. Căn cứ: Điều 13, Điều 32 Nghị định 30/2020/NĐ-CP.
    """
    signed = 0
    for thing in _next(chosen, mandate, most=most):
        try:
            _sign(thing, pen=pen, mandate=mandate, on=on)
        except Refused as refused:
            source = f" ({refused.ruling.source})" if refused.ruling.source else ""
            told = f"{refused.ruling.because}{source}"
            return Piece(signed, _left(chosen, mandate=mandate), name_of(thing), told)
        signed += 1
    return Piece(signed, _left(chosen, mandate=mandate))


def name_of(thing: OfficialDocument | Certificate) -> str:
    """How a thing to sign is called (tên văn bản, giấy)."""
    if isinstance(thing, OfficialDocument):
        return f"văn bản “{thing.subject}”"
    return f"giấy của {thing.recipient}, mã {thing.code}"


def _papers(chosen: Chosen, mandate: Mandate) -> QuerySet[OfficialDocument]:
    return papers_to_sign(mandate).filter(code__in=chosen.papers)


def _sheets(chosen: Chosen, mandate: Mandate) -> QuerySet[Certificate]:
    return certificates_to_sign(mandate).filter(item__decision__code__in=chosen.decisions)


def _next(chosen: Chosen, mandate: Mandate, *, most: int) -> list[OfficialDocument | Certificate]:
    papers = list(_papers(chosen, mandate)[:most])
    return [*papers, *_sheets(chosen, mandate)[: most - len(papers)]]


def _sign(thing: OfficialDocument | Certificate, *, pen: Pen, mandate: Mandate, on: date) -> None:
    seals = mandate.holds("clerk")
    if isinstance(thing, Certificate):
        verb = seal_certificate if seals else sign_certificate
        verb(thing, pen=pen, mandate=mandate, on=on)
        return
    put = seal_with_key if seals else sign_with_key
    put(thing, key=pen.key, when=pen.when, mandate=mandate, on=on, reason=pen.reason)
