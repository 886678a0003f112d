"""Stage 5: good deeds are found and checked, and become role models with the person's consent (phát hiện,
nêu gương).
"""

from thidua.campaigns.discover.good_deeds import (
    GoodDeed,
    note_good_deed,
    reject_good_deed,
    reopen_good_deed,
    report_good_deed,
    verify_good_deed,
)
from thidua.campaigns.discover.photos import put_photo, take_photo_out
from thidua.campaigns.discover.role_models import (
    Profile,
    edit_role_model,
    give_consent,
    make_role_model,
    publish_role_model,
    reopen_role_model,
    take_consent_back,
    withdraw_role_model,
    write_role_model,
)

__all__ = [
    "GoodDeed",
    "Profile",
    "edit_role_model",
    "give_consent",
    "make_role_model",
    "note_good_deed",
    "publish_role_model",
    "put_photo",
    "reject_good_deed",
    "reopen_good_deed",
    "reopen_role_model",
    "report_good_deed",
    "take_consent_back",
    "take_photo_out",
    "verify_good_deed",
    "withdraw_role_model",
    "write_role_model",
]
