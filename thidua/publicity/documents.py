"""What news and bulletins say before somebody edits them (tin bài, lời phát thanh): from facts of the
campaign.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from thidua.awards.queries.public import Honours
from thidua.campaigns.models import Campaign, RoleModel
from thidua.campaigns.queries.campaign import campaign_words
from thidua.paper.model import Document, SignatureBlock, Signatures, p
from thidua.publicity.models import Broadcast
from thidua.publicity.queries import Facts, facts_of
from thidua.records.letterheads import office_letterhead
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.spoken import minutes_to_read, spoken

SYLLABLES_PER_MINUTE = 160  # a calm voice on an outdoor loudspeaker; our own estimate, shown as one


@dataclass(frozen=True)
class NewsWords:
    """What a piece of news says (tin): title, a line or two on top, the text."""

    title: str
    lead: str
    body: str


@dataclass(frozen=True)
class Bulletin:
    """What is read aloud (bản tin): its name and the whole script, one thought a paragraph."""

    title: str
    script: str


def news_about(role_model: RoleModel) -> NewsWords:
    """A first draft of a piece about a role model (tin về gương điển hình)."""
    whose = f"{role_model.name}, {role_model.place}" if role_model.place else role_model.name
    return NewsWords(title=f"Gương tốt: {role_model.title}", lead=f"{whose}.", body=role_model.story)


def news_of_campaign(campaign: Campaign, *, on: date) -> NewsWords:
    """A first draft about where the campaign stands (tin về đợt thi đua)."""
    facts = facts_of(campaign, on=on)
    part = facts.taking_part
    return NewsWords(
        title=f"{campaign.short_title}: tình hình đến ngày {vn_date(on)}",
        lead=f"{part.registered} trên {len(part.units)} đơn vị đã đăng ký thi đua.",
        body="\n\n".join(
            [
                *_theme(campaign),
                *_role_models(facts),
                *(f"Theo {_cited(honours)}, {_awarded(honours)}." for honours in facts.honours),
                *_period(campaign, on),
            ]
        ),
    )


def bulletin_of(campaign: Campaign, *, on: date) -> Bulletin:
    """A script to read aloud (bản tin phát thanh), every figure, day and abbreviation spelt out."""
    facts, words = facts_of(campaign, on=on), campaign_words(campaign)
    paragraphs = [
        words("bulletin-greeting"),
        words("bulletin-opening", unit=campaign.unit.name, day=vn_date(on)),
        f"{campaign.title.rstrip('.')}.",
        *_theme(campaign),
        *_registered(facts),
        *_role_models(facts),
        *(f"{_decided(honours)}, {_awarded(honours)}." for honours in facts.honours),
        *_period(campaign, on),
        words("bulletin-ask"),
        words("bulletin-end"),
    ]
    return Bulletin(
        title=f"Bản tin thi đua ngày {vn_date(on)}",
        script="\n\n".join(spoken(paragraph) for paragraph in paragraphs),
    )


def minutes_of(script: str) -> Decimal:
    """How long the script takes to read aloud, in minutes (thời lượng đọc)."""
    return Decimal(str(minutes_to_read(script, SYLLABLES_PER_MINUTE))).quantize(Decimal("0.1"))


def _theme(campaign: Campaign) -> list[str]:
    return [f"Chủ đề: {campaign.theme.rstrip('.')}."] if campaign.theme else []


def _role_models(facts: Facts) -> list[str]:
    said = []
    for role_model in facts.role_models:
        whose = f"{role_model.name}, {role_model.place}" if role_model.place else role_model.name
        said.append(f"Gương tốt: {whose}. {role_model.title.rstrip('.')}.")
    return said


def _registered(facts: Facts) -> list[str]:
    part = facts.taking_part
    if not part.registered:
        return []
    return [f"Đến nay đã có {part.registered} trên {len(part.units)} đơn vị đăng ký thi đua."]


def _cited(honours: Honours) -> str:
    """The decision as it is cited in writing (quyết định số …)."""
    cited = honours.paper.title if honours.paper else f"quyết định của Chủ tịch {honours.decision.unit.name}"
    return f"{cited[:1].lower()}{cited[1:]}"


def _decided(honours: Honours) -> str:
    """The decision as it is said aloud: who and when, without number and symbol."""
    decision = honours.decision
    day = f" ngày {vn_date(decision.decided_on)}" if decision.decided_on else ""
    return f"Chủ tịch {decision.unit.name} đã có quyết định{day}"


def _awarded(honours: Honours) -> str:
    counts = ", ".join(f"{len(items)} {name}" for _, name, items in honours.groups)
    return f"tặng {honours.form} cho {counts}"


def _period(campaign: Campaign, on: date) -> list[str]:
    if campaign.ends is None or on > campaign.ends:
        return []
    return [f"Phong trào thi đua kéo dài đến hết ngày {vn_date(campaign.ends)}."]


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
