"""Stage 6, before nominating: what must be met for each form (tiêu chuẩn): by a paper of the chair, by the
locality's own titles, and how each criterion is checked.
"""

from thidua.campaigns.standard.measures import MeasureWords, measure_criteria
from thidua.campaigns.standard.paper import adopt_standard, draft_standard, set_standard
from thidua.campaigns.standard.titles import drop_title, offer_title, take_title_off

__all__ = [
    "MeasureWords",
    "adopt_standard",
    "draft_standard",
    "drop_title",
    "measure_criteria",
    "offer_title",
    "set_standard",
    "take_title_off",
]
