"""Stage 3: a unit registers on chosen contents, with targets and the model it will build; many at once by
the officer, from a grid or a sheet (đăng ký thi đua).
"""

from thidua.campaigns.register.listed import drop_list, keep_list, lines_kept, take_list
from thidua.campaigns.register.many import register_many
from thidua.campaigns.register.registration import (
    RegistrationEntry,
    TargetEntry,
    accept_registration,
    return_registration,
    save_registration,
    submit_registration,
    take_back_registration,
    write_project,
)
from thidua.campaigns.register.signed import PURPOSES as SIGNED
from thidua.campaigns.register.signed import file_signed

__all__ = [
    "SIGNED",
    "RegistrationEntry",
    "TargetEntry",
    "accept_registration",
    "drop_list",
    "file_signed",
    "keep_list",
    "lines_kept",
    "register_many",
    "return_registration",
    "save_registration",
    "submit_registration",
    "take_back_registration",
    "take_list",
    "write_project",
]
