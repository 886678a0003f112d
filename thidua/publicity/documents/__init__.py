"""What news and bulletins say before somebody edits them, and the script on paper (lời tin, lời đọc)."""

from thidua.publicity.documents.bulletin import (
    Bulletin,
    bulletin_about,
    bulletin_from,
    bulletin_of,
    bulletin_of_honours,
    bulletin_paper,
    minutes_of,
)
from thidua.publicity.documents.news import NewsWords, news_about, news_of_campaign

__all__ = [
    "Bulletin",
    "NewsWords",
    "bulletin_about",
    "bulletin_from",
    "bulletin_of",
    "bulletin_of_honours",
    "bulletin_paper",
    "minutes_of",
    "news_about",
    "news_of_campaign",
]
