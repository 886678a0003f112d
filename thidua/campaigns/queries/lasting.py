"""What the length of a campaign asks for (đợt thi đua dài): reviews, the level above, the statistics year."""

from __future__ import annotations

from datetime import date

from thidua.campaigns.models import Campaign
from thidua.law.book import rulebook_on
from thidua.law.campaign import check_interim_review, check_long_campaign
from thidua.law.ruling import Ruling
from thidua.law.terms import check_statistics_year
from thidua.records.queries.papers import papers_about
from thidua.records.queries.rulebook import rulebook_of


def lasting_rulings(campaign: Campaign, *, on: date) -> list[Ruling]:
    """What the law asks of a long campaign (phong trào dài): an interim review (R29), the plan told to the
    level above (R30); a campaign without its days is not asked, what is met is not said.
    """
    if campaign.starts is None or campaign.ends is None:
        return []
    shelf = rulebook_on(on).shelf
    reviewed = papers_about(campaign, "interim_report").filter(state="issued").exists()
    rulings = (
        check_interim_review(shelf, starts=campaign.starts, ends=campaign.ends, reviewed=reviewed),
        check_long_campaign(shelf, starts=campaign.starts, ends=campaign.ends),
    )
    return [ruling for ruling in rulings if ruling is not None and not ruling.is_yes]


def statistics_ruling(campaign: Campaign, *, on: date) -> Ruling | None:
    """R33: whether the campaign lies in one statistics year (kỳ thống kê); None where the law is silent."""
    if campaign.starts is None or campaign.ends is None:
        return None
    shelf = rulebook_of(campaign.unit, on=on).shelf
    return check_statistics_year(shelf, starts=campaign.starts, ends=campaign.ends)
