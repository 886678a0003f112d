"""Whether a paper is the plan of an emulation campaign at all (có phải kế hoạch phát động thi đua không)."""

from __future__ import annotations

import re

from thidua.reading.plan.document import Document
from thidua.reading.plan.header import issuing_sentence
from thidua.reading.plan.sections import Section

_LAUNCHES = re.compile(
    r"(?:phat dong|trien khai|to chuc|thuc hien|huong ung|day manh)\b.{0,60}?\b(?:thi dua|phong trao)\b|"
    r"(?:phong trao|dot)\s+thi dua\b|^thi dua\b"
    r"|^phat dong\b"
)
_OTHER = re.compile(
    r"^(?:cong tac|tong ket|so ket|kiem tra|giam sat|tuyen truyen|thong tin|xet|binh xet|tap huan|ban hanh|"
    r"danh gia|bao cao|dang ky|trao|ton vinh|hop|cham diem)\b|"
    r"\bloi keu goi thi dua\b|\ble (?:phat dong|ky ket|trao|ton vinh|tuyen duong|ra quan)\b|"
    r"\b(?:hoi nghi|tong ket|so ket|kiem tra|giam sat|cum,? khoi|quy che|hoi thi|dai hoi thi dua|tap huan|"
    r"cong tac thi dua)\b"
)
_NO_PLAN = {
    "huong dan": "là hướng dẫn: chỉ cách làm, cách chấm cho phong trào đã có hoặc việc bình xét, không",
    "chuong trinh": "là chương trình: xếp thứ tự các việc của một buổi lễ, một cuộc họp hay một năm, không",
    "bai phat bieu": "là bài nói trước hội nghị, không",
    "dien van": "là bài nói trước hội nghị, không",
    "quyet dinh": "là quyết định, không",
    "bao cao": "là báo cáo việc đã làm, không",
    "to trinh": "là tờ trình xin ý kiến cấp trên, không",
    "ban dang ky": "là mẫu đăng ký của từng đơn vị, từng người, không",
}
_NEVER = re.compile(
    r"bien ban|giay moi|thong bao|nghi quyet|quy che|danh sach|noi quy|(?:ban )?giao uoc|the le|"
    r"de cuong|bai tuyen truyen|" + "|".join(_NO_PLAN)
)
_LAUNCHED = re.compile(
    r"phat dong\s+(?:phong trao|dot)?\s*(?:thi dua|cao diem)|phat dong phong trao|phong trao thi dua"
)
_EMULATION = re.compile(r"\bthi dua\b")


def judge(document: Document, sections: list[Section]) -> str | None:
    """None when the paper is a campaign plan, else the reason why not, as a Vietnamese sentence."""
    if _NEVER.fullmatch(document.doc_type.plain) and not _is_programme(document, sections):
        says = _NO_PLAN.get(document.doc_type.plain, "không")
        return f"Văn bản “{document.doc_type.text}” {says} phải kế hoạch phát động phong trào thi đua."
    title = document.title.plain
    launches = _LAUNCHES.search(title)
    other = _OTHER.search(title)
    if launches and not (other and (other.start() <= launches.start() or other.end() <= launches.end())):
        return None
    if other:
        return f"Tiêu đề “{_short(document)}” nói về việc khác, không phát động một phong trào thi đua."
    if _LAUNCHED.search(issuing_sentence(document).plain) or _built_like_one(document, sections):
        return None
    return "Tiêu đề, phần mở đầu và các mục của văn bản không nói đến việc phát động một phong trào thi đua."


def _is_programme(document: Document, sections: list[Section]) -> bool:
    """A programme that launches a campaign as a plan does: it has its contents, its period and its awards."""
    topics = {section.topic for section in sections}
    return document.doc_type.plain == "chuong trinh" and {"contents", "award", "responsibilities"} <= topics


def _short(document: Document) -> str:
    title = document.title.text
    return title if len(title) <= 90 else title[:87].rstrip() + "…"


def _built_like_one(document: Document, sections: list[Section]) -> bool:
    """A paper whose title is lost but whose sections are those of a campaign."""
    topics = {section.topic for section in sections if _EMULATION.search(section.title.plain)}
    return not document.title and len(topics & {"contents", "period", "emulation", "award"}) >= 2
