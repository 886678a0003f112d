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
from thidua.awards.certify.ceremony import (
    CeremonyFacts,
    StepWords,
    arrange_ceremony,
    cancel_ceremony,
    change_ceremony,
    note_held,
    reopen_ceremony,
    set_givers,
    set_programme,
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
from thidua.awards.certify.photos import (
    agree_to_photos,
    hide_photos,
    put_award_photos,
    take_award_photo_out,
)
from thidua.awards.certify.prints import order_prints, print_next_part, remove_prints
from thidua.awards.certify.seating import GuestWords, assign_seats, move_seat, set_guests
from thidua.awards.certify.sign_many import Chosen, Piece, sign_piece
from thidua.awards.certify.sign_sheets import seal_certificate, sign_certificate, unsign_certificates
from thidua.awards.certify.stock import Sheets, count_blanks, destroy_blanks, enter_blanks, take_for_prints

__all__ = [
    "BlankFacts",
    "CeremonyFacts",
    "Chosen",
    "FundFacts",
    "GuestWords",
    "Handing",
    "Movement",
    "Piece",
    "Request",
    "Sheets",
    "StepWords",
    "add_blank",
    "agree_to_photos",
    "arrange_ceremony",
    "assign_seats",
    "book_movement",
    "cancel_ceremony",
    "change_ceremony",
    "close_year",
    "count_blanks",
    "describe_blank",
    "destroy_blanks",
    "draft_payment_list",
    "end_blank",
    "enter_blanks",
    "enter_fund",
    "hand_over",
    "hide_photos",
    "make_certificates",
    "mark_paid",
    "move_seat",
    "note_held",
    "note_not_collected",
    "order_prints",
    "place_fields",
    "print_next_part",
    "put_award_photos",
    "reissue",
    "remove_prints",
    "reopen_ceremony",
    "reopen_year",
    "reprint",
    "reverse_entry",
    "seal_certificate",
    "set_givers",
    "set_guests",
    "set_programme",
    "show_blank",
    "sign_certificate",
    "sign_piece",
    "take_award_photo_out",
    "take_for_prints",
    "take_recovery",
    "undo_hand_over",
    "unsign_certificates",
    "use_blank_again",
]
