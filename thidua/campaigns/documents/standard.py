"""The paper by which the chair sets the standard of an award form, and what it says (văn bản quy định tiêu
chuẩn).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from thidua.campaigns.models import OfferedAward
from thidua.campaigns.queries.review import GROUP_HEADINGS
from thidua.org.models import Mandate
from thidua.paper.model import Document, Paragraph, article, clause, p, point
from thidua.records.letterheads import chair_letterhead, office_letterhead
from thidua.records.sign import FOR_OFFICE, ON_OWN_AUTHORITY, signature_block
from thidua.records.states import KINDS

LETTERS = "abcdđeghiklmnopqrstuvxy"
EXECUTORS = "Hội đồng Thi đua - Khen thưởng, các cơ quan, đơn vị, thôn"


@dataclass(frozen=True)
class CriterionText:
    """One criterion as a paper states it (tiêu chuẩn): for which kind of recipient, and its place, `1.a`."""

    recipient: str
    text: str
    place: str


def standard_paper(
    award: OfferedAward,
    texts: Mapping[str, Sequence[str]],
    *,
    kind: str,
    grounds: tuple[str, ...],
    signer: Mandate,
) -> Document:
    """The decision or notice of the chair (quyết định, thông báo) that sets the standard for each group."""
    unit = award.campaign.unit
    subject = f"tiêu chuẩn tặng {award.title} trong “{award.campaign.short_title}”"
    groups = tuple(_groups(texts))
    decides = kind == "quyet_dinh"
    scope = f"Quy định {subject} như sau:"
    closing = "Các cơ quan, đơn vị, thôn căn cứ tiêu chuẩn này để xét, lập hồ sơ đề nghị khen thưởng."
    framed = (
        (
            article(1, scope),
            *groups,
            article(2, f"Quyết định này có hiệu lực kể từ ngày ký. {closing}"),
            article(3, f"{EXECUTORS} chịu trách nhiệm thi hành Quyết định này."),
        )
        if decides
        else (p(f"Chủ tịch {unit.name} thông báo {subject} như sau:"), *groups, p(closing))
    )
    return Document(
        kind,
        chair_letterhead(unit) if decides else office_letterhead(unit),
        KINDS[kind][0],
        f"{'Ban hành' if decides else 'Về'} {subject}",
        issuer_line=f"CHỦ TỊCH {unit.name.upper()}" if decides else "",
        grounds=grounds if decides else (),
        body=framed,
        signature=signature_block(signer, authority=ON_OWN_AUTHORITY if decides else FOR_OFFICE),
        recipients=(*(("Như Điều 3",) if decides else (EXECUTORS,)), "Lưu: VT"),
    )


def _groups(texts: Mapping[str, Sequence[str]]) -> Iterator[Paragraph]:
    present = [(kind, heading) for kind, heading in GROUP_HEADINGS.items() if texts.get(kind)]
    for number, (kind, heading) in enumerate(present, start=1):
        yield clause(number, f"{heading}:")
        criteria = [text.rstrip(" ;.") for text in texts[kind]]
        for letter, text in zip(LETTERS, criteria, strict=False):
            yield point(letter, f"{text}{';' if letter != LETTERS[len(criteria) - 1] else '.'}")


def criteria_in(paper: Document) -> list[CriterionText]:
    """The criteria a paper states (tiêu chuẩn trong văn bản), so that what was signed becomes the rows, not
    what was typed.

    A heading of `GROUP_HEADINGS` opens a group; the points below it are its criteria.
    """
    kinds = {f"{heading}:": kind for kind, heading in GROUP_HEADINGS.items()}
    found: list[CriterionText] = []
    recipient, number = "", ""
    for block in paper.body:
        if not isinstance(block, Paragraph):
            continue
        if block.style == "clause":
            recipient, number = kinds.get(block.text, ""), block.number
        elif block.style == "point" and recipient:
            place = f"{number}{block.number.removesuffix(')')}"
            found.append(CriterionText(recipient, block.text.rstrip(" ;."), place))
    return found
