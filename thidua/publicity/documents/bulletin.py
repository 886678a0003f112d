"""What is read aloud (lời phát thanh): made from the campaign, a role model, a piece of news, a decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from thidua.awards.queries.public import Honours
from thidua.campaigns.models import Campaign, RoleModel
from thidua.campaigns.queries.campaign import campaign_words
from thidua.paper.model import Document, SignatureBlock, Signatures, p
from thidua.publicity.documents.news import awarded_words, period_words, role_model_words, theme_words
from thidua.publicity.models import Announcement, Broadcast
from thidua.publicity.models.loudspeaker import PACE
from thidua.publicity.queries import Facts, facts_of
from thidua.records.letterheads import office_letterhead
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.spoken import minutes_to_read, short_sentences, spoken

NAMES_AT_MOST = 40  # more names than a listener bears are only counted


@dataclass(frozen=True)
class Bulletin:
    """What is read aloud (bản tin): its name, the whole script, one thought a paragraph, and whom it is
    about.
    """

    title: str
    script: str
    role_model: RoleModel | None = None


def bulletin_of(campaign: Campaign, *, on: date) -> Bulletin:
    """A script about where the campaign stands (bản tin về đợt), every figure, day and abbreviation spelt
    out.
    """
    facts = facts_of(campaign, on=on)
    told = [
        f"{campaign.title.rstrip('.')}.",
        *theme_words(campaign),
        *_registered(facts),
        *role_model_words(facts),
        *(f"{_decided(honours)}, {awarded_words(honours)}." for honours in facts.honours),
        *period_words(campaign, on),
    ]
    return Bulletin(f"Bản tin thi đua ngày {vn_date(on)}", _aloud(campaign, told, on=on))


def bulletin_about(role_model: RoleModel, campaign: Campaign, *, on: date) -> Bulletin:
    """A script about a role model (bản tin về gương điển hình)."""
    whose = f"{role_model.name}, {role_model.place}" if role_model.place else role_model.name
    told = [f"Gương tốt: {whose}.", f"{role_model.title.rstrip('.')}.", *_paragraphs(role_model.story)]
    return Bulletin(f"Gương tốt: {role_model.title}"[:250], _aloud(campaign, told, on=on), role_model)


def bulletin_from(news: Announcement, *, on: date) -> Bulletin:
    """A script made of a piece of news (bản tin từ tin bài)."""
    told = [f"{news.title.rstrip('.')}.", news.lead, *_paragraphs(news.body)]
    return Bulletin(news.title, _aloud(news.campaign, told, on=on), news.role_model)


def bulletin_of_honours(honours: Honours, campaign: Campaign, *, on: date) -> Bulletin:
    """A script about a decision, with the names of those commended (bản tin về quyết định khen thưởng)."""
    told = [f"{_decided(honours)}, {awarded_words(honours)}."]
    if sum(len(items) for _, _, items in honours.groups) <= NAMES_AT_MOST:
        for _, name, items in honours.groups:
            told.append(f"{name.capitalize()} được khen gồm có:")
            told += [f"{item.name}{f', {item.address}' if item.address else ''}." for item in items]
    else:
        told.append("Danh sách đầy đủ được niêm yết tại trụ sở và đăng trên trang công khai.")
    day = honours.decision.decided_on or on
    return Bulletin(f"Bản tin khen thưởng ngày {vn_date(day)}", _aloud(campaign, told, on=on))


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.splitlines() if part.strip()]


def _aloud(campaign: Campaign, told: Sequence[str], *, on: date) -> str:
    """What is told between the office's opening and closing, as it is read aloud."""
    words = campaign_words(campaign)
    whole = [
        words("bulletin-greeting"),
        words("bulletin-opening", unit=campaign.unit.name, day=vn_date(on)),
        *filter(None, told),
        words("bulletin-ask"),
        words("bulletin-end"),
    ]
    return "\n\n".join(short_sentences(spoken(paragraph)) for paragraph in whole)


def minutes_of(script: str, pace: int = PACE) -> Decimal:
    """How long the script takes to read aloud, in minutes (thời lượng đọc), at so many syllables a minute."""
    return Decimal(str(minutes_to_read(script, pace))).quantize(Decimal("0.1"))


def _registered(facts: Facts) -> list[str]:
    part = facts.taking_part
    if not part.registered:
        return []
    return [f"Đến nay đã có {part.registered} trên {len(part.units)} đơn vị đăng ký thi đua."]


def _decided(honours: Honours) -> str:
    """The decision as it is said aloud: who and when, without number and symbol."""
    decision = honours.decision
    day = f" ngày {vn_date(decision.decided_on)}" if decision.decided_on else ""
    return f"Chủ tịch {decision.unit.name} đã có quyết định{day}"


def bulletin_paper(broadcast: Broadcast) -> Document:
    """The script on paper (bản tin phát thanh) for who reads it and who releases it.

    Căn cứ: không (quy ước nội bộ).
    """
    unit = broadcast.unit
    minutes = f"{broadcast.minutes:f}".replace(".", ",")
    return Document(
        kind="ban_tin",
        letterhead=replace(office_letterhead(unit), show_number=False, day=broadcast.written_on),
        type_name="BẢN TIN PHÁT THANH",
        summary=broadcast.title,
        body=(
            p(f"Thời lượng đọc khoảng {minutes} phút.", style="note"),
            *(p(line) for line in broadcast.script.splitlines() if line.strip()),
        ),
        signature=Signatures(
            (
                SignatureBlock(role="NGƯỜI BIÊN TẬP", name=broadcast.written_by.partition(",")[0]),
                SignatureBlock(role="NGƯỜI DUYỆT PHÁT", note="(Ký, ghi rõ họ tên)"),
            )
        ),
        end_mark=False,
    )
