"""edXML (QCVN 102:2016/BTTTT): a paper or its status as a message of the national exchange axis."""

from thidua.records.edxml.carry import (
    keep_edxml,
    read_run,
    send_edxml,
    send_status,
    set_organ_code,
    take_in_edxml,
)
from thidua.records.edxml.message import NEED_REASON, STATUSES, PaperMessage, StatusMessage
from thidua.records.edxml.read import read_message
from thidua.records.edxml.write import write_paper, write_status
from thidua.records.permissions import may_exchange_edxml, may_set_organ

__all__ = [
    "NEED_REASON",
    "STATUSES",
    "PaperMessage",
    "StatusMessage",
    "keep_edxml",
    "may_exchange_edxml",
    "may_set_organ",
    "read_message",
    "read_run",
    "send_edxml",
    "send_status",
    "set_organ_code",
    "take_in_edxml",
    "write_paper",
    "write_status",
]
