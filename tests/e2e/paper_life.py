"""The life of a paper by clicks (đời một văn bản): sent, signed, numbered, issued, downloaded and opened."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.e2e.browsing import Somebody
from tests.e2e.papers import docx_words, pdf_words

PICTURES = "**/van-ban/*/trang/*.png"


def carry(
    writer: Somebody, path: str, *, signer: Somebody | None = None, clerk: Somebody | None = None
) -> str:
    """Carry the draft at `path` to its issue; returns what its page says of number, day and office.

    A village has neither another signer nor a clerk: there the head does all of it.
    """
    signer, clerk = signer or writer, clerk or writer
    with _pictures_left_out(writer, signer, clerk):
        writer.go(path).press("Trình ký")
        signer.go(path).press("Ký văn bản")
        clerk.go(path).press("Cho số").press("Phát hành")
    return clerk.main.locator(".page-head-sub").inner_text()


@contextmanager
def _pictures_left_out(*people: Somebody) -> Iterator[None]:
    """Nobody waits for the pages as pictures while a paper is handed on; both files are opened afterwards."""
    pages = {person.page for person in people}
    for page in pages:
        page.route(PICTURES, lambda route: route.abort())
    yield
    for page in pages:
        page.unroute(PICTURES)


def words_missing(reader: Somebody, path: str, *sentences: str) -> list[str]:
    """Both files of a paper open; which of these words one of them lacks (chữ còn thiếu)."""
    pdf, docx = reader.fetch(f"{path}tai/pdf/"), reader.fetch(f"{path}tai/docx/")
    forms = (pdf_words(pdf), docx_words(docx))
    return [sentence for sentence in sentences if not all(sentence in words for words in forms)]
