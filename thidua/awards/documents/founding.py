"""The decision that founds the council (quyết định thành lập Hội đồng) with the list of its members."""

from __future__ import annotations

from collections.abc import Sequence

from thidua.awards.documents.council import POSTS
from thidua.awards.documents.submission import chair_words
from thidua.awards.models import Council, CouncilMember
from thidua.org.models import Mandate
from thidua.paper.model import Appendix, Column, Document, Table, article
from thidua.records.documents import OWN_DAY, OWN_NUMBER
from thidua.records.letterheads import chair_letterhead, committee_lines
from thidua.records.queries.wordings import Words
from thidua.records.sign import ON_OWN_AUTHORITY, signature_block

MEMBERS = (
    Column("TT", 10, "center"),
    Column("Họ và tên", 50),
    Column("Chức vụ, đơn vị công tác", 60),
    Column("Chức danh trong Hội đồng", 45),
)


def founding_paper(
    council: Council,
    members: Sequence[CouncilMember],
    *,
    grounds: tuple[str, ...],
    replaces: str,
    signer: Mandate,
    words: Words,
) -> Document:
    """The chair's decision on the council and its members (quyết định thành lập); `replaces` names the
    decision on the council before it, "" when there was none; `words` are the sentences of its office.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.2; Nghị định 98/2023/NĐ-CP, Điều 49 (thành phần do
    người đứng đầu quy định).
    """
    chair, rules = chair_words(council.unit), council.rules_paper.rstrip(". ")
    instead = f" và thay thế {replaces.rstrip('. ')}" if replaces else ""
    works = f"theo {rules}" if rules else "theo Quy chế hoạt động do Chủ tịch Hội đồng ban hành"
    return Document(
        kind="quyet_dinh",
        letterhead=chair_letterhead(council.unit),
        type_name="QUYẾT ĐỊNH",
        summary=f"Về việc thành lập {council.name}",
        issuer_line=f"CHỦ TỊCH {' '.join(committee_lines(council.unit))}",
        grounds=grounds,
        body=(
            article(1, words("founding-members", council=council.name, count=f"{len(members):02}")),
            article(2, words("founding-tasks", chair=chair, rules=works, unit=council.unit.name)),
            article(3, words("founding-force", instead=instead)),
        ),
        signature=signature_block(signer, authority=ON_OWN_AUTHORITY),
        recipients=("Như Điều 3", "Lưu: VT, HĐTĐKT"),
        appendices=(_members(council, members),),
    )  # fmt: skip


def _members(council: Council, members: Sequence[CouncilMember]) -> Appendix:
    rows = tuple(_row(place, one) for place, one in enumerate(members, start=1))
    return Appendix(
        council.name.upper(),
        f"(Kèm theo Quyết định số {OWN_NUMBER} ngày {OWN_DAY} của {chair_words(council.unit)})",
        (Table(MEMBERS, rows),),
        label="DANH SÁCH THÀNH VIÊN",
    )


def _row(place: int, member: CouncilMember) -> tuple[str, ...]:
    person = member.person
    post = "" if "Hội đồng" in person.position else person.position
    works_at = ", ".join(filter(None, (post, person.unit.name)))
    return (str(place), f"{person.honorific} {person.name}", works_at, POSTS[member.post])
