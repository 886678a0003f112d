"""What is told to the public: news on the portal, the loudspeakers, the plan of both (tuyên truyền)."""

from thidua.publicity.models.loudspeaker import (
    AirTime,
    Broadcast,
    LoudspeakerDesk,
    Recording,
    SpeakerCluster,
    Translation,
)
from thidua.publicity.models.news import Announcement, NewsVersion
from thidua.publicity.models.plan import PublicityItem, PublicityMark

__all__ = [
    "Announcement",
    "Broadcast",
    "LoudspeakerDesk",
    "NewsVersion",
    "PublicityItem",
    "PublicityMark",
    "Recording",
    "AirTime",
    "SpeakerCluster",
    "Translation",
]
