"""What was signed on paper (bản đã ký): the pledge of all units, the registration sheet of one."""

from __future__ import annotations

from datetime import date

from django.core.files.base import File
from django.db import transaction

from thidua.campaigns.models import Campaign, Registration
from thidua.campaigns.permissions.part import may_file_signed
from thidua.org.models import Mandate
from thidua.records.attach import attach
from thidua.records.models import Attachment

PURPOSES = {Campaign: "signed_pledge", Registration: "signed_registration"}


@transaction.atomic
def file_signed(
    thing: Campaign | Registration, *, upload: File[bytes], mandate: Mandate, on: date
) -> Attachment:
    """Keep the scan of the signed pledge of a campaign, or of a unit's signed sheet (gắn bản đã ký); the same
    file twice is kept once.

    Raises `Refused` for a file of a wrong kind, before a registration was sent, and in a campaign that is not
    under way. Căn cứ: không (quy ước nội bộ).
    """
    may_file_signed(mandate, thing, on=on).require()
    return attach(upload, about=thing, purpose=PURPOSES[type(thing)], mandate=mandate, on=on)
