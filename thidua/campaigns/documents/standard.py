"""The paper by which the chair sets the standard of an award form, and what it says (văn bản quy định tiêu
chuẩn).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from thidua.campaigns.models import OfferedAward
from thidua.campaigns.queries.campaign import campaign_words
from thidua.campaigns.queries.review import GROUP_HEADINGS
from thidua.org.models import Mandate
from thidua.paper.model import Appendix, Document, Paragraph, article, clause, p, point
from thidua.records.documents import OWN_DAY, OWN_NUMBER
from thidua.records.letterheads import chair_letterhead, office_letterhead
from thidua.records.sign import FOR_OFFICE, ON_OWN_AUTHORITY, signature_block
from thidua.records.states import KINDS

LETTERS = "abcdđeghiklmnopqrstuvxy"
ATTACHED = "quy_dinh"
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
    """The paper of the chair that sets the standard for each group (văn bản quy định tiêu chuẩn).

    `kind`: "quyet_dinh" states it in the decision itself, `ATTACHED` in rules attached to a decision,
    "thong_bao" in a notice. Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.2, 1.3, 1.4.
    """
    subject = f"tiêu chuẩn tặng {award.title} trong “{award.campaign.short_title}”"
    groups = tuple(_groups(texts))
    if kind == "thong_bao":
        return _notice(award, subject, groups, signer=signer)
    unit, attached, words = award.campaign.unit, kind == ATTACHED, campaign_words(award.campaign)
    return Document(
        "quyet_dinh",
        chair_letterhead(unit),
        KINDS["quyet_dinh"][0],
        f"Ban hành {'Quy định ' if attached else ''}{subject}",
        issuer_line=f"CHỦ TỊCH {unit.name.upper()}",
        grounds=grounds,
        body=(
            *_first(subject, groups, attached=attached),
            article(2, f"Quyết định này có hiệu lực kể từ ngày ký. {words('standard-applied')}"),
            article(3, words("standard-force")),
        ),
        signature=signature_block(signer, authority=ON_OWN_AUTHORITY),
        recipients=("Như Điều 3", "Lưu: VT"),
        appendices=(_rules(award, subject, groups),) if attached else (),
    )


def _first(subject: str, groups: Sequence[Paragraph], *, attached: bool) -> tuple[Paragraph, ...]:
    """Article 1: the standard itself, or that the rules are attached."""
    if attached:
        return (article(1, f"Ban hành kèm theo Quyết định này Quy định {subject}."),)
    return (article(1, f"Quy định {subject} như sau:"), *groups)


def _rules(award: OfferedAward, subject: str, groups: Sequence[Paragraph]) -> Appendix:
    """The rules attached to the decision (quy định ban hành kèm theo)."""
    issuer, words = f"Chủ tịch {award.campaign.unit.name}", campaign_words(award.campaign)
    return Appendix(
        subject.upper(),
        f"(Kèm theo Quyết định số {OWN_NUMBER} ngày {OWN_DAY} của {issuer})",
        (
            p(words("standard-rules", subject=subject)),
            *groups,
            p(words("standard-applied")),
        ),
        label="QUY ĐỊNH",
    )


def _notice(award: OfferedAward, subject: str, groups: Sequence[Paragraph], *, signer: Mandate) -> Document:
    unit, words = award.campaign.unit, campaign_words(award.campaign)
    return Document(
        "thong_bao",
        office_letterhead(unit),
        KINDS["thong_bao"][0],
        f"Về {subject}",
        body=(
            p(words("standard-notice", chair=f"Chủ tịch {unit.name}", subject=subject)),
            *groups,
            p(words("standard-applied")),
        ),
        signature=signature_block(signer, authority=FOR_OFFICE),
        recipients=(EXECUTORS, "Lưu: VT"),
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
    for block in (*paper.body, *(block for one in paper.appendices for block in one.blocks)):
        if not isinstance(block, Paragraph):
            continue
        if block.style == "clause":
            recipient, number = kinds.get(block.text, ""), block.number
        elif block.style == "point" and recipient:
            place = f"{number}{block.number.removesuffix(')')}"
            found.append(CriterionText(recipient, block.text.rstrip(" ;."), place))
    return found
