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
from thidua.awards.certify.certificates import Request, make_certificates, reissue
from thidua.awards.certify.fund import FundFacts, enter_fund
from thidua.awards.certify.handing import hand_over, undo_hand_over
from thidua.awards.certify.ledger import (
    Movement,
    book_movement,
    close_year,
    reopen_year,
    reverse_entry,
)
from thidua.awards.certify.money import (
    Handing,
    draft_payment_list,
    mark_paid,
    note_not_collected,
    take_recovery,
)
from thidua.awards.certify.prints import order_prints, print_next_part, remove_prints
from thidua.awards.certify.stock import Sheets, count_blanks, destroy_blanks, enter_blanks, take_for_prints

__all__ = [
    "BlankFacts",
    "FundFacts",
    "Handing",
    "Movement",
    "Request",
    "Sheets",
    "add_blank",
    "book_movement",
    "close_year",
    "count_blanks",
    "describe_blank",
    "destroy_blanks",
    "draft_payment_list",
    "end_blank",
    "enter_blanks",
    "enter_fund",
    "hand_over",
    "make_certificates",
    "mark_paid",
    "note_not_collected",
    "order_prints",
    "place_fields",
    "print_next_part",
    "reissue",
    "remove_prints",
    "reopen_year",
    "reprint",
    "reverse_entry",
    "show_blank",
    "take_for_prints",
    "take_recovery",
    "undo_hand_over",
    "use_blank_again",
]
