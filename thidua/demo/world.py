"""What the story holds while it is told (thế giới của câu chuyện): units, mandates, the campaign."""

from __future__ import annotations

from dataclasses import dataclass, field

from thidua.campaigns.models import Campaign
from thidua.demo.days import CALENDARS, Calendar
from thidua.org.models import Mandate, Unit


@dataclass
class Team:
    """One People's Committee and the mandates in it, by role (một cấp và những người của cấp đó)."""

    unit: Unit
    held: dict[str, Mandate] = field(default_factory=dict)

    def __getitem__(self, role: str) -> Mandate:
        return self.held[role]


@dataclass
class World:
    """Everything the verbs need again: committees, heads by account, the campaign."""

    year: int
    commune: Team
    district: Team | None
    province: Team
    heads: dict[str, Mandate] = field(default_factory=dict)
    campaign: Campaign | None = None

    @property
    def days(self) -> Calendar:
        return CALENDARS[self.year]

    @property
    def above(self) -> list[Team]:
        """The levels above the commune, from the next one up (các cấp trên)."""
        return [team for team in (self.district, self.province) if team is not None]

    @property
    def running(self) -> Campaign:
        """The campaign of the story as it stands now."""
        assert self.campaign is not None  # the stage "intake" made it
        self.campaign.refresh_from_db()
        return self.campaign
