"""What lies on file: papers, books of numbers, files, local rules, consents, messages, runs, keys (hồ sơ)."""

from thidua.records.models.filing import Attachment, Clause, NumberBook, OfficialDocument, Withheld
from thidua.records.models.seal import SealKey
from thidua.records.models.setting import LocalRule, Wording
from thidua.records.models.telling import Consent, Message, Run, SentForm

__all__ = [
    "Attachment",
    "Clause",
    "Consent",
    "LocalRule",
    "Message",
    "NumberBook",
    "OfficialDocument",
    "Run",
    "SealKey",
    "SentForm",
    "Withheld",
    "Wording",
]
