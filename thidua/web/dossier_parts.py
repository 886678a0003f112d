"""The parts of a dossier as its page shows them (danh mục hồ sơ): how each stands, how one gets it, on which
form it is written.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from thidua.awards.models import Nomination
from thidua.awards.permissions.dossier import Point
from thidua.awards.queries.lawful import Part, rulebook_of

OWN = "Do cơ quan có thẩm quyền cấp; nộp bản chụp hoặc ghi đã nhận bản giấy."


@dataclass(frozen=True)
class PartRow:
    """One line of the checklist (dòng danh mục): `state` is "missing", "returned", "unissued" or "there"."""

    part: Part
    state: str
    says: str
    how: str
    form: str
    url: str
    action: str


STATES = {
    "missing": "còn thiếu",
    "returned": "bị trả lại",
    "unissued": "chưa phát hành",
    "there": "có",
}


def part_rows(nomination: Nomination, parts: list[Part], points: list[Point]) -> list[PartRow]:
    """Each part the law asks for, with its state and the way to it (danh mục hồ sơ)."""
    waiting = {point.place for point in points if point.ruling.rule == "supplement:open"}
    forms = _forms(nomination)
    return [_row(nomination, part, forms, returned=f"part:{part.asked.id}" in waiting) for part in parts]


def _row(nomination: Nomination, part: Part, forms: dict[str, str], *, returned: bool) -> PartRow:
    state = "missing"
    if part.is_there:
        state = "returned" if returned else "there" if part.is_issued else "unissued"
    how, url, action = _way(nomination, part.asked.id)
    return PartRow(part, state, STATES[state], how, forms.get(part.asked.id, ""), url, action)


def _way(nomination: Nomination, part: str) -> tuple[str, str, str]:
    """How one gets the part: in words, and where it is made here, if it is."""
    review = reverse("unit-review", args=[nomination.campaign.code, nomination.unit.code])
    listed = reverse("campaign-nominations", args=[nomination.campaign.code])
    ways = {
        "bao_cao": (
            "Viết ở trang hồ sơ, rồi bấm “Soạn báo cáo thành tích”.",
            reverse("dossier", args=[nomination.code]),
            "Viết báo cáo",
        ),
        "bien_ban": (
            "Ghi cuộc họp xét ở trang tổng kết của đơn vị, rồi soạn giấy tờ đề nghị.",
            review,
            "Ghi cuộc họp",
        ),
        "to_trinh": ("Soạn cùng danh sách, một lần cho cả đơn vị.", listed, "Soạn giấy tờ"),
    }
    return ways.get(part, (OWN, "", ""))


def _forms(nomination: Nomination) -> dict[str, str]:
    """The prescribed form of a part that day, where the law prescribes one."""
    book = rulebook_of(nomination.unit, on=nomination.governed_on)
    found = {"bao_cao": book.report_form(), "to_trinh": book.submission_form()}
    return {
        part: f"Mẫu số {one.number}, {one.decree}"
        + ("" if one.confirmed else " (chưa xác nhận, kiểm tra văn bản gốc)")
        for part, one in found.items()
        if one is not None
    }
