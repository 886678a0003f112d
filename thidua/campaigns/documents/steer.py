"""The paper that changes a campaign on its way (quyết định, thông báo gia hạn, tạm dừng, mở lại)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from thidua.campaigns.models import Campaign, Deadline
from thidua.org.models import Mandate
from thidua.paper.model import Block, Document, article, bullet, p
from thidua.records.letterheads import chair_letterhead, office_letterhead
from thidua.records.sign import FOR_OFFICE, ON_OWN_AUTHORITY, signature_block
from thidua.records.states import KINDS
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.text import squeeze

NAMED = {
    "extend": "Gia hạn",
    "suspend": "Tạm dừng",
    "resume": "Tiếp tục thực hiện",
    "stop": "Kết thúc trước hạn",
    "reopen": "Mở lại",
}
FOLLOWS = {
    "suspend": "Trong thời gian tạm dừng, các đơn vị chưa đăng ký, báo cáo kết quả; các mốc thời gian được "
    "ấn định lại khi tiếp tục thực hiện.",
    "stop": "Các đơn vị tự tổng kết, đề nghị khen thưởng theo kết quả đã đạt được đến ngày kết thúc.",
    "reopen": "Hồ sơ, số liệu của đợt được bổ sung, chỉnh lý; báo cáo tổng kết được lập lại.",
}
EXECUTORS = "Hội đồng Thi đua - Khen thưởng, các cơ quan, đơn vị, thôn"
RECIPIENTS = ("Các cơ quan, đơn vị, thôn tham gia đợt thi đua", "Lưu: VT, HĐTĐKT")


@dataclass(frozen=True)
class ChangeWords:
    """A change as typed (nội dung thay đổi): what, why, the new last day and deadlines; `form` says whether
    it is a decision or a notice.
    """

    kind: str
    reason: str
    ends: date | None = None
    days: Mapping[str, date] = field(default_factory=dict)
    form: str = "quyet_dinh"


def change_paper(
    campaign: Campaign, words: ChangeWords, *, grounds: tuple[str, ...], signer: Mandate
) -> Document:
    """The paper by which the change is made (văn bản thay đổi), a decision of the chair or a notice.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.2, 1.4; nội dung theo kế hoạch phát động.
    """
    subject = f"{NAMED[words.kind]} đợt thi đua “{campaign.short_title}”"
    if words.form == "thong_bao":
        return _notice(campaign, words, subject, signer=signer)
    unit = campaign.unit
    days = list(_days(campaign, words))
    last = 3 if days else 2
    return Document(
        "quyet_dinh",
        chair_letterhead(unit),
        KINDS["quyet_dinh"][0],
        subject,
        issuer_line=f"CHỦ TỊCH {unit.name.upper()}",
        grounds=grounds,
        body=(
            article(1, _said(campaign, words)),
            *((article(2, "Các mốc thời gian được điều chỉnh như sau:"), *days) if days else ()),
            article(
                last, f"Quyết định này có hiệu lực kể từ ngày ký. {EXECUTORS} chịu trách nhiệm thi hành."
            ),
        ),
        signature=signature_block(signer, authority=ON_OWN_AUTHORITY),
        recipients=(f"Như Điều {last}", *RECIPIENTS),
    )


def _notice(campaign: Campaign, words: ChangeWords, subject: str, *, signer: Mandate) -> Document:
    days = list(_days(campaign, words))
    return Document(
        "thong_bao",
        office_letterhead(campaign.unit),
        KINDS["thong_bao"][0],
        subject,
        body=(
            p(f"{campaign.unit.name} thông báo: {_lower_first(_said(campaign, words))}"),
            *((p("Các mốc thời gian được điều chỉnh như sau:"), *days) if days else ()),
            p(f"{EXECUTORS} biết, thực hiện."),
        ),
        signature=signature_block(signer, authority=FOR_OFFICE),
        recipients=RECIPIENTS,
    )


def _said(campaign: Campaign, words: ChangeWords) -> str:
    named = f"đợt thi đua “{campaign.short_title}”"
    reason = squeeze(words.reason).rstrip(".")
    said = [f"{NAMED[words.kind]} {named}{_until(campaign, words)}.", f"Lý do: {_lower_first(reason)}."]
    if words.kind in FOLLOWS:
        said.append(FOLLOWS[words.kind])
    return " ".join(said)


def _until(campaign: Campaign, words: ChangeWords) -> str:
    if words.ends is None:
        return ""
    before = f" (trước đây: {vn_date(campaign.ends)})" if campaign.ends else ""
    ending = ", thời gian thi đua kết thúc vào ngày" if words.kind == "resume" else " đến hết ngày"
    if words.kind == "stop":
        ending = ", ngày kết thúc là"
    return f"{ending} {vn_date(words.ends)}{before}"


def _days(campaign: Campaign, words: ChangeWords) -> Iterator[Block]:
    before = {one.kind: one.day for one in campaign.deadlines.all()}
    for kind, name in Deadline.KINDS:
        if kind in words.days:
            old = f" (trước đây: {vn_date(before[kind])})" if kind in before else ""
            yield bullet(f"{name[:1].upper()}{name[1:]}: ngày {vn_date(words.days[kind])}{old}.")


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
