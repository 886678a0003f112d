"""The life of a paper by clicks (đời một văn bản): sent, signed, numbered, issued, downloaded and opened."""

from tests.e2e.browsing import Somebody
from tests.e2e.papers import docx_words, pdf_words


def carry(
    writer: Somebody, path: str, *, signer: Somebody | None = None, clerk: Somebody | None = None
) -> str:
    """Carry the draft at `path` to its issue; returns what its page says of number, day and office.

    A village has neither another signer nor a clerk: there the head does all of it.
    """
    writer.go(path).press("Trình ký")
    (signer or writer).go(path).press("Ký văn bản")
    issuing = (clerk or writer).go(path).press("Cho số").press("Phát hành")
    return issuing.main.locator(".page-head-sub").inner_text()


def words_missing(reader: Somebody, path: str, *sentences: str) -> list[str]:
    """Both files of a paper open; which of these words one of them lacks (chữ còn thiếu)."""
    pdf, docx = reader.fetch(f"{path}tai/pdf/"), reader.fetch(f"{path}tai/docx/")
    forms = (pdf_words(pdf), docx_words(docx))
    return [sentence for sentence in sentences if not all(sentence in words for words in forms)]
