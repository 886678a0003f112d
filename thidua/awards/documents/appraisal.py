"""The report of the standing officer on what was appraised (báo cáo thẩm định), for the council."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from thidua.awards.documents.lists import counted, numbered_groups, printed_name
from thidua.awards.documents.ranking import ranking_blocks
from thidua.awards.documents.submission import plan_grounds
from thidua.awards.models import Appraisal, Finding
from thidua.awards.queries.ranking import Ranking
from thidua.campaigns.models import Campaign
from thidua.campaigns.queries.campaign import campaign_words
from thidua.org.models import Mandate
from thidua.paper.model import Block, Column, Document, Table, heading, p
from thidua.records.letterheads import council_letterhead
from thidua.records.sign import FOR_COUNCIL, signature_block

RESULTS = (
    Column("TT", 10, "center"),
    Column("Tên tập thể, họ và tên", 45),
    Column("Nơi đề nghị", 30),
    Column("Kết luận", 28),
    Column("Điểm cần xem xét, lý do", 52),
)
ENDINGS = (
    ("eligible", "đủ điều kiện, đề nghị Hội đồng xét"),
    ("ineligible", "không đủ điều kiện"),
    ("returned", "trả lại để bổ sung"),
)


def appraisal_paper(
    campaign: Campaign, appraisals: Sequence[Appraisal], *, rankings: Sequence[Ranking] = (), signer: Mandate
) -> Document:
    """The report on the appraisal of a campaign (báo cáo thẩm định), one line for each dossier; the order of
    the groups that the office has put in order.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4.
    """
    unit, council = signer.unit, f"Hội đồng Thi đua - Khen thưởng {signer.unit.short_name}"
    words, begun = campaign_words(campaign, unit), [one for one in rankings if one.is_begun]
    plan = "".join(f"Thực hiện {ground.removeprefix('Căn cứ ')}, " for ground in plan_grounds(campaign.plan))
    return Document(
        kind="bao_cao",
        letterhead=council_letterhead(unit),
        type_name="BÁO CÁO",
        summary=f"Kết quả thẩm định hồ sơ đề nghị khen thưởng đợt “{campaign.short_title}”",
        addressees=(council,),
        opening=words("appraisal-report-opening", plan=plan),
        body=(
            heading("SỐ HỒ SƠ ĐÃ THẨM ĐỊNH", number="I."),
            p(words("appraisal-report-counted", counted=counted(one.nomination for one in appraisals))),
            *_summed(appraisals),
            heading("KẾT QUẢ TỪNG HỒ SƠ", number="II."),
            _table(appraisals),
            *((heading("THỨ TỰ TRONG TỪNG NHÓM", number="III."), *ranking_blocks(begun)) if begun else ()),
            heading("ĐỀ NGHỊ", number="IV." if begun else "III."),
            p(words("appraisal-report-ask")),
        ),
        signature=signature_block(signer, authority=FOR_COUNCIL),
        recipients=("Như trên", "Lưu: VT, HĐTĐKT"),
    )  # fmt: skip


def _summed(appraisals: Sequence[Appraisal]) -> Iterator[Block]:
    for ending, says in ENDINGS:
        found = [one.nomination for one in appraisals if one.conclusion == ending]
        if found:
            yield p(f"{says[:1].upper()}{says[1:]}: {counted(found)}.", style="bullet", number="-")


def _table(appraisals: Sequence[Appraisal]) -> Table:
    """The appraisals come in the order of their award forms."""
    grouped = groupby(appraisals, key=lambda one: one.nomination.award.title)
    return Table(RESULTS, tuple(numbered_groups(((title, list(group)) for title, group in grouped), _cells)))


def _cells(appraisal: Appraisal) -> tuple[str, ...]:
    nomination = appraisal.nomination
    return (
        printed_name(nomination),
        nomination.unit.name,
        appraisal.get_conclusion_display().capitalize(),
        _remarks(appraisal),
    )


def _remarks(appraisal: Appraisal) -> str:
    """The reason of a no; with a yes the warnings a person has answered, so that the council knows them."""
    if appraisal.conclusion != "eligible":
        return appraisal.remark
    answered = [_answered(one) for one in appraisal.findings.all() if one.verdict == "no" and one.judged]
    return " ".join([*answered, appraisal.remark]).strip()


def _answered(finding: Finding) -> str:
    return f"{finding.because.rstrip('.')}: {finding.judged_why.rstrip('.')}."
