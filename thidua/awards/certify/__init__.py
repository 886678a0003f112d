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
from thidua.awards.certify.fund import FundEntry, enter_fund
from thidua.awards.certify.money import draft_payment_list, mark_paid
from thidua.awards.certify.prints import order_prints, print_next_part, remove_prints

__all__ = [
    "BlankFacts",
    "FundEntry",
    "add_blank",
    "describe_blank",
    "draft_payment_list",
    "end_blank",
    "enter_fund",
    "hand_over",
    "make_certificates",
    "mark_paid",
    "order_prints",
    "place_fields",
    "print_next_part",
    "remove_prints",
    "reprint",
    "show_blank",
    "use_blank_again",
]
