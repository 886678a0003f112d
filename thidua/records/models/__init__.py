"""What lies on file: papers, books of numbers, files, local rules, consents, messages, runs, keys (hồ sơ)."""

from thidua.records.models.copying import PaperCopy, SeparateAppendix
from thidua.records.models.exchange import Envelope, OrganCode, Package, Partner
from thidua.records.models.filing import Attachment, Clause, NumberBook, OfficialDocument, Withheld
from thidua.records.models.local_title import LocalTitle
from thidua.records.models.reminding import CalendarAddress, Digest
from thidua.records.models.seal import SealKey
from thidua.records.models.setting import LocalRule, Wording
from thidua.records.models.signing import SignatureImage, SignedFile
from thidua.records.models.telling import Consent, Message, Run, SentForm

__all__ = [
    "Attachment",
    "CalendarAddress",
    "Clause",
    "Consent",
    "Envelope",
    "Digest",
    "LocalRule",
    "LocalTitle",
    "Message",
    "NumberBook",
    "OfficialDocument",
    "OrganCode",
    "Package",
    "PaperCopy",
    "Partner",
    "Run",
    "SealKey",
    "SentForm",
    "SeparateAppendix",
    "SignatureImage",
    "SignedFile",
    "Withheld",
    "Wording",
]
