"""Who is who (nhận diện): one record for one somebody; likeness, merging, telling apart, identity numbers."""

from thidua.org.identify.doors import record_within, records_of, records_within
from thidua.org.identify.find import Match, Pool, alike, require_another, told
from thidua.org.identify.identity import KINDS, Somebody, clusters, identity_of, kind_of, same_ids
from thidua.org.identify.likeness import Known, Likeness, likeness
from thidua.org.identify.merge import (
    are_apart,
    compare_again,
    merge_records,
    tell_apart,
    unmerge_record,
)
from thidua.org.identify.number import drop_identity_number, identity_seal, keep_identity_number
from thidua.org.identify.pairs import Pair, Pairs

__all__ = [
    "KINDS",
    "Known",
    "Likeness",
    "Match",
    "Pair",
    "Pairs",
    "Pool",
    "Somebody",
    "alike",
    "are_apart",
    "clusters",
    "compare_again",
    "drop_identity_number",
    "identity_of",
    "identity_seal",
    "keep_identity_number",
    "kind_of",
    "likeness",
    "merge_records",
    "record_within",
    "records_of",
    "records_within",
    "require_another",
    "same_ids",
    "tell_apart",
    "told",
    "unmerge_record",
]
