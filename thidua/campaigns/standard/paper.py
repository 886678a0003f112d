"""Stage 6, before nominating: the chair sets the standard that the plan leaves open (quy định tiêu chuẩn Giấy
khen xã).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.core.files.base import File
from django.db import transaction

from thidua.campaigns.documents.standard import LETTERS, CriterionText, criteria_in, standard_paper
from thidua.campaigns.models import Criterion, OfferedAward
from thidua.campaigns.permissions.review import may_draft_standard
from thidua.campaigns.queries.review import GROUP_HEADINGS, open_standard_paper
from thidua.journal.write import write
from thidua.law.book import rulebook_on
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.org.queries import chair_of
from thidua.paper.model import Document
from thidua.records.draft import draft, rewrite
from thidua.records.issue import issue
from thidua.records.models import OfficialDocument
from thidua.records.receive import Original, receive_original

Texts = Mapping[str, Sequence[str]]


@transaction.atomic
def draft_standard(
    award: OfferedAward, *, texts: Texts, kind: str, mandate: Mandate, on: date
) -> OfficialDocument:
    """Draft the chair's paper that sets the standard (dự thảo văn bản quy định tiêu chuẩn), or write it anew.

    `texts` maps a kind of recipient to its criteria. Nothing may be nominated until the paper is issued.
    Raises `Refused` when the plan sets the standard itself, none is given, or there is no chair to sign.
    Căn cứ: mục của kế hoạch giao Chủ tịch Ủy ban nhân dân xã quy định (V.2.1.1).
    """
    may_draft_standard(mandate, award, on=on).require()
    wanted = _tidy(texts)
    signer = chair_of(award.campaign.unit, on)
    if signer is None:
        raise Refused(
            no("Chưa có Chủ tịch đương nhiệm để ký; hãy ghi chức vụ Chủ tịch trước.", rule="standard:chair")
        )
    grounds = (*rulebook_on(on).grounds("plan"), _plan_ground(award))
    content = standard_paper(award, wanted, kind=kind, grounds=grounds, signer=signer)
    paper = open_standard_paper(award)
    if paper is not None:
        rewrite(paper, content=content, mandate=mandate, on=on)
        return paper
    return draft(content, purpose="award_standard", about=award, signer=signer, mandate=mandate, on=on)


def _tidy(texts: Texts) -> dict[str, list[str]]:
    wanted = {kind: [text.strip() for text in texts.get(kind, ()) if text.strip()] for kind in GROUP_HEADINGS}
    if not any(wanted.values()):
        raise Refused(
            no("Chưa có tiêu chuẩn nào: hãy ghi ít nhất một tiêu chuẩn cho một nhóm.", rule="standard:empty")
        )
    if any(len(lines) > len(LETTERS) for lines in wanted.values()):
        raise Refused(no(f"Mỗi nhóm tối đa {len(LETTERS)} tiêu chuẩn; hãy gộp bớt.", rule="standard:many"))
    return wanted


def _plan_ground(award: OfferedAward) -> str:
    plan = award.campaign.plan
    named = plan.cited if plan is not None else f"Kế hoạch phát động “{award.campaign.short_title}”"
    return f"Căn cứ {named}"


@transaction.atomic
def set_standard(document: OfficialDocument, *, mandate: Mandate, on: date) -> None:
    """Issue the paper and let its criteria hold (ban hành tiêu chuẩn): from now on one may nominate for this
    form.

    The criteria are taken from the paper as it was signed. Raises `Refused` when the paper states none or may
    not be issued. Căn cứ: mục của kế hoạch giao Chủ tịch Ủy ban nhân dân xã quy định (V.2.1.1).
    """
    if document.purpose != "award_standard" or document.content is None or document.about_id is None:
        raise Refused(no("Đây không phải văn bản quy định tiêu chuẩn soạn ở đây.", rule="standard:paper"))
    award = OfferedAward.objects.select_related("campaign__unit").get(pk=document.about_id)
    criteria = criteria_in(Document.from_json(document.content))
    issue(document, mandate=mandate, on=on)
    _let_hold(award, criteria, document=document, mandate=mandate, on=on)


@transaction.atomic
def adopt_standard(
    award: OfferedAward, *, original: Original, upload: File[bytes], texts: Texts, mandate: Mandate, on: date
) -> OfficialDocument:
    """Let a paper that was issued already set the standard (nhập văn bản đã ban hành); its criteria are typed
    from it.

    Effects: the original on file, its criteria in force from its day. Raises `Refused` for a bad file or
    number.
    Căn cứ: mục của kế hoạch giao Chủ tịch Ủy ban nhân dân xã quy định (V.2.1.1).
    """
    may_draft_standard(mandate, award, on=on).require()
    criteria = [
        CriterionText(kind, text, f"{number}.{letter}")
        for number, (kind, lines) in enumerate(_tidy(texts).items(), start=1)
        for letter, text in zip(LETTERS, lines, strict=False)
    ]
    document = receive_original(original, upload=upload, about=award, mandate=mandate, on=on)
    _let_hold(award, criteria, document=document, mandate=mandate, on=on)
    return document


def _let_hold(
    award: OfferedAward,
    criteria: list[CriterionText],
    *,
    document: OfficialDocument,
    mandate: Mandate,
    on: date,
) -> None:
    if award.has_standard:
        raise Refused(no("Tiêu chuẩn của hình thức này đã được quy định.", rule="standard:set"))
    if not criteria:
        raise Refused(
            no(
                "Văn bản không còn tiêu chuẩn nào đọc được dưới “Đối với tập thể”, “Đối với cá nhân”, "
                "“Đối với hộ gia đình”.",
                rule="standard:unreadable",
            )
        )
    award.criteria.all().delete()
    for order, criterion in enumerate(criteria, start=1):
        Criterion.objects.create(
            award=award,
            order=order,
            recipient=criterion.recipient,
            group=GROUP_HEADINGS[criterion.recipient],
            text=criterion.text,
            clause=criterion.place,
        )
    award.standard_paper, award.standard_set_on = document, document.day or on
    award.save(update_fields=["standard_paper", "standard_set_on"])
    write(
        "set_standard",
        f"Quy định tiêu chuẩn {award.title}: {len(criteria)} tiêu chuẩn theo {document.title}.",
        actor=mandate.actor(),
        on=on,
        thing=award,
        data={"document": str(document.pk)},
    )
