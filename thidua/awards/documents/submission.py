"""What a tờ trình says (nội dung tờ trình): to the own chair, or to the level above, with the list of those
passed.
"""

from __future__ import annotations

from collections.abc import Sequence

from thidua.awards.documents.lists import KIND_NAMES, Row, by_kind, counted, numbered_groups, printed_name
from thidua.awards.models import Nomination, Submission, SubmissionItem
from thidua.awards.queries.submission import items_of
from thidua.campaigns.queries.campaign import campaign_words
from thidua.org.models import Mandate, Unit
from thidua.paper.model import Appendix, Column, Document, Letterhead, SignatureBlock, Table, p
from thidua.records.documents import OWN_DAY, OWN_NUMBER
from thidua.records.letterheads import council_letterhead, office_letterhead
from thidua.records.models import OfficialDocument
from thidua.records.sign import FOR_COUNCIL, FOR_OFFICE, signature_block
from thidua.vietnamese.dates import vn_date

COLUMNS = (
    Column("TT", 10, "center"),
    Column("Tên tập thể, họ và tên", 42),
    Column("Chức vụ, đơn vị hoặc địa chỉ", 40),
    Column("Tóm tắt thành tích", 50),
    Column("Phiếu đồng ý", 23, "center"),
)


def submission_paper(submission: Submission, *, grounds: tuple[str, ...], signer: Mandate) -> Document:
    """The tờ trình for one form with its list (tờ trình đề nghị tặng khen thưởng).

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4.
    """
    items = items_of(submission)
    nominations = [item.nomination for item in items]
    title, council = nominations[0].award.title, submission.held.council.name
    words, whom = campaign_words(submission.campaign, submission.unit), _whom(submission)
    asked, said = _asked(submission, items), {"title": title, "counted": counted(nominations)}
    return Document(
        kind="to_trinh",
        letterhead=_letterhead(submission),
        type_name="TỜ TRÌNH",
        summary=f"Về việc đề nghị tặng {title}",
        addressees=_addressees(submission),
        grounds=(*grounds, *plan_grounds(submission.campaign.plan)),
        body=(
            p(words("submission-opening", day=vn_date(submission.held.meets_on), council=council,
                    campaign=submission.campaign.short_title, **said)),
            p(words("submission-ask", who=_who_asks(submission), whom=whom, asked=asked, **said)),
            p(words("submission-dossier")),
            p(words("submission-closing", whom=whom, asked=asked)),
        ),
        signature=_signature(submission, signer),
        recipients=("Như trên", "Lưu: VT, HĐTĐKT"),
        appendices=(
            Appendix(
                f"ĐỀ NGHỊ TẶNG {title.upper()}",
                f"(Kèm theo Tờ trình số {OWN_NUMBER} ngày {OWN_DAY} của {_issuer(submission)})",
                (_list(submission, items),),
                label="DANH SÁCH",
            ),
        ),
    )  # fmt: skip


def plan_grounds(plan: OfficialDocument | None) -> tuple[str, ...]:
    """The plan of the campaign as a ground (căn cứ kế hoạch phát động); none while it has no number."""
    if plan is None or not plan.number_text:
        return ()
    return (f"Căn cứ {plan.cited}",)


def chair_words(unit: Unit) -> str:
    """The chair of a People's Committee in a sentence (Chủ tịch Ủy ban nhân dân xã …)."""
    return f"Chủ tịch {unit.name}"


def _to_own_chair(submission: Submission) -> bool:
    return submission.unit_id == submission.to_unit_id


def _letterhead(submission: Submission) -> Letterhead:
    head = council_letterhead if _to_own_chair(submission) else office_letterhead
    return head(submission.unit)


def _issuer(submission: Submission) -> str:
    return submission.held.council.name if _to_own_chair(submission) else submission.unit.name


def _who_asks(submission: Submission) -> str:
    return "Thường trực Hội đồng" if _to_own_chair(submission) else submission.unit.name


def _whom(submission: Submission) -> str:
    return chair_words(submission.to_unit)


def _asked(submission: Submission, items: Sequence[SubmissionItem]) -> str:
    """What the one it goes to is asked to do: decide, or hand it on to the level that decides."""
    decides = submission.to_unit.level == items[0].nomination.award.level
    return "xem xét, quyết định" if decides else "xem xét, trình cấp có thẩm quyền quyết định"


def _addressees(submission: Submission) -> tuple[str, ...]:
    if _to_own_chair(submission):
        return (_whom(submission),)
    return (_whom(submission), f"Hội đồng Thi đua - Khen thưởng {submission.to_unit.short_name}")


def _signature(submission: Submission, signer: Mandate) -> SignatureBlock:
    return signature_block(signer, authority=FOR_COUNCIL if _to_own_chair(submission) else FOR_OFFICE)


def _list(submission: Submission, items: Sequence[SubmissionItem]) -> Table:
    results = {case.nomination_id: case for case in submission.held.cases.all()}
    groups = ((KIND_NAMES[kind], group) for kind, group in by_kind(item.nomination for item in items))

    def cells(one: Nomination) -> Row:
        case = results[one.pk]
        return (printed_name(one), one.address, one.achievement, f"{case.count_for}/{case.base}")

    return Table(COLUMNS, tuple(numbered_groups(groups, cells)))
