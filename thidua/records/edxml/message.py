"""What an edXML message says (gói tin edXML). Căn cứ: QCVN 102:2016/BTTTT (sửa đổi 1:2022)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

NAMESPACE = "http://www.mic.gov.vn/TBT/QCVN_102_2016"
STATUSES = {
    "01": "đã đến",
    "02": "từ chối tiếp nhận",
    "03": "đã tiếp nhận",
    "04": "đã phân công xử lý",
    "05": "đang xử lý",
    "06": "đã hoàn thành",
    "13": "lấy lại",
    "15": "đồng ý cập nhật, thu hồi",
    "16": "từ chối cập nhật, thu hồi",
}
NEED_REASON = ("02", "16")
BUSINESS = {"0": "văn bản mới", "1": "thu hồi", "2": "cập nhật", "3": "thay thế"}
# What one national validator takes at most; ours are cut to it, theirs may be longer.
LENGTHS = {
    "OrganName": 200, "OrganAdd": 250, "Email": 100, "Telephone": 20, "CodeNumber": 11, "CodeNotation": 30,
    "Place": 50, "Subject": 500, "Content": 500, "TypeName": 100, "Competence": 100, "Position": 100,
    "FullName": 50, "AttachmentName": 200, "Description": 500,
}  # fmt: skip


@dataclass(frozen=True)
class Organ:
    """A body as a message names it (cơ quan): its identifier, "" where the message leaves it out."""

    code: str
    name: str
    address: str = ""
    telephone: str = ""


@dataclass(frozen=True)
class Enclosure:
    """One file in a message (tệp kèm theo): name, media type as found in the bytes, the bytes."""

    name: str
    media: str
    data: bytes


@dataclass(frozen=True)
class Reference:
    """The paper that a message is about (văn bản được nói tới)."""

    organ: str
    number_text: str
    day: date | None
    document_code: str


@dataclass(frozen=True)
class PaperMessage:
    """A paper sent as edXML (gói tin văn bản)."""

    sender: Organ
    receivers: tuple[Organ, ...]
    document_code: str
    number: str
    notation: str
    place: str
    day: date | None
    type_name: str
    subject: str
    competence: str = ""
    position: str = ""
    signer: str = ""
    to_places: tuple[str, ...] = ()
    business: str = "0"
    enclosures: tuple[Enclosure, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def number_text(self) -> str:
        """Number and symbol as printed (số, ký hiệu)."""
        return f"{self.number}/{self.notation}" if self.notation else self.number


@dataclass(frozen=True)
class StatusMessage:
    """What became of a paper at its receiver (gói tin trạng thái)."""

    sender: Organ
    about: Reference
    status: str
    says: str
    at: str

    @property
    def status_says(self) -> str:
        return STATUSES.get(self.status, f"trạng thái {self.status}")


def document_code(organ: str, day: date, number_text: str) -> str:
    """The identifier of a paper on the axis (mã văn bản): "OrganId,yyyy/MM/dd,Số/Ký hiệu"."""
    return f"{organ},{day:%Y/%m/%d},{number_text}"
