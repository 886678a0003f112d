"""The order of the work (thứ tự công việc): which papers belong to which step, for the archive and for
signing.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Folder:
    """One step of the work (một bước): its place on the disc, its name, what its papers are for."""

    slug: str
    name: str
    purposes: tuple[str, ...] = ()


FOLDERS = (
    Folder("01-ke-hoach", "Kế hoạch", ("campaign_plan", "council_decision", "award_standard")),
    Folder("02-phat-dong", "Phát động", ("campaign_change", "unit_plan")),
    Folder("03-dang-ky", "Đăng ký thi đua"),
    Folder("04-theo-doi", "Theo dõi, đôn đốc", ("reminder", "inspection_minutes", "interim_report")),
    Folder("05-neu-guong", "Gương điển hình, mô hình"),
    Folder(
        "06-de-nghi", "Đề nghị khen thưởng",
        ("unit_review", "unit_minutes", "achievement_report", "unit_submission", "incoming"),
    ),
    Folder(
        "07-tham-dinh", "Thẩm định, lấy ý kiến",
        ("opinion_request", "posting", "opinion_reminder", "appraisal_report"),
    ),
    Folder("08-hoi-dong", "Hội đồng", ("invitation", "tally_sheet", "council_minutes")),
    Folder("09-trinh", "Trình", ("chair_submission", "submission")),
    Folder("10-quyet-dinh", "Quyết định", ("award_decision", "correction", "revocation")),
    Folder(
        "11-trao-thuong", "Trao thưởng",
        ("result_notice", "refusal_notice", "programme", "ceremony_invitation"),
    ),
    Folder("12-tien-thuong", "Tiền thưởng", ("payment_list", "money_recall")),
    Folder("13-truyen-thong", "Tuyên truyền"),
    Folder("14-tong-ket", "Tổng kết, giấy tờ khác", ("closing_report",)),
)  # fmt: skip
LAST = len(FOLDERS) - 1
_PLACES = {
    purpose: (place, rank)
    for place, folder in enumerate(FOLDERS)
    for rank, purpose in enumerate(folder.purposes)
}


def folder_of(purpose: str) -> int:
    """The step a paper belongs to (bước của văn bản); one that names no step goes to the last."""
    return _PLACES.get(purpose, (LAST, 0))[0]


def order_of(purpose: str) -> tuple[int, int]:
    """What rests on another paper comes after it (thứ tự ký): a decision after the submission it answers."""
    return _PLACES.get(purpose, (LAST, 1))
