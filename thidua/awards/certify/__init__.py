"""Stage 11: certificates, blanks, the handing over, and the prize money (giấy khen, phôi, trao, chi tiền
thưởng).
"""

from thidua.awards.certify.blanks import (
    BlankFacts,
    add_blank,
    describe_blank,
    end_blank,
    place_fields,
    reprint,
    show_blank,
    use_blank_again,
)
from thidua.awards.certify.certificates import hand_over, make_certificates
from thidua.awards.certify.money import draft_payment_list, mark_paid

__all__ = [
    "BlankFacts",
    "add_blank",
    "describe_blank",
    "draft_payment_list",
    "end_blank",
    "hand_over",
    "make_certificates",
    "mark_paid",
    "place_fields",
    "reprint",
    "show_blank",
    "use_blank_again",
]
