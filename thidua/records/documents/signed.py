"""The file of a paper that is signed digitally (tệp ký số của văn bản): with number and day."""

from __future__ import annotations

from thidua.law.ruling import Refused, no
from thidua.paper import sign
from thidua.records.models import OfficialDocument
from thidua.records.queries.signing import bytes_of, signed_file


def signed_pdf(document: OfficialDocument) -> bytes | None:
    """The signed file as it stands (tệp ký số): with the signature of the organisation, else with that of the
    head, number and day written in; None when the paper is signed by hand.
    """
    sealed = signed_file(document, "organisation")
    return bytes_of(sealed) if sealed is not None else with_number(document)


def with_number(document: OfficialDocument) -> bytes | None:
    """The file with the signature of the head, number and day written in once the paper has them.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3, II.4.
    """
    head = signed_file(document, "head")
    if head is None or document.day is None:
        return bytes_of(head) if head is not None else None
    return sign.fill_in(bytes_of(head), number=document.number_text.partition("/")[0], day=document.day)


def require_printed_symbol(document: OfficialDocument) -> None:
    """The symbol of a paper that its head has signed digitally stands in the signed file and stays.

    Raises `Refused` for a number with another symbol.
    """
    head = signed_file(document, "head")
    if head is None:
        return
    printed = sign.symbol_on(bytes_of(head))
    if document.number_text.partition("/")[2] != printed:
        raise Refused(
            no(
                f"Bản đã ký số in sẵn ký hiệu “{printed}”; hãy ghi số như 45/{printed}, hoặc rút chữ ký để "
                "soạn lại.",
                rule="sign:symbol",
            )
        )
