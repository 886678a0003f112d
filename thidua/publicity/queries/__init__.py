"""Doors to news, bulletins and the plan, and what everybody may see (tra cứu tin bài, trang công khai)."""

from thidua.publicity.queries.loudspeaker import broadcast_for, broadcasts_of, broadcasts_visible_to
from thidua.publicity.queries.news import news_for, news_of, news_visible_to
from thidua.publicity.queries.public import (
    Facts,
    PublicPaper,
    TakingPart,
    facts_of,
    public_campaign,
    public_campaigns,
    public_deed_count,
    public_mark,
    public_news,
    public_papers,
    public_pdf,
    public_piece,
    public_taking_part,
    public_was_news,
)

__all__ = [
    "Facts",
    "PublicPaper",
    "TakingPart",
    "broadcast_for",
    "broadcasts_of",
    "broadcasts_visible_to",
    "facts_of",
    "news_for",
    "news_of",
    "news_visible_to",
    "public_campaign",
    "public_campaigns",
    "public_deed_count",
    "public_mark",
    "public_news",
    "public_papers",
    "public_pdf",
    "public_piece",
    "public_taking_part",
    "public_was_news",
]
