"""A unit's list of nominees as units keep them (danh sách đề nghị khen thưởng): sheets in, one value for each
line out.
"""

from thidua.reading.roll.columns import heading_of
from thidua.reading.roll.forms import Offer, match_offer
from thidua.reading.roll.model import Listed, Passed, Roll
from thidua.reading.roll.read import HEAD, read_roll

__all__ = ["HEAD", "Listed", "Offer", "Passed", "Roll", "heading_of", "match_offer", "read_roll"]
