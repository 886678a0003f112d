"""A unit closes and puts somebody forward, by clicks (đơn vị tổng kết, lập hồ sơ đề nghị)."""

from dataclasses import dataclass

from tests.e2e.browsing import Somebody
from tests.e2e.paper_life import carry, words_missing

MEETING = {
    "Bắt đầu lúc": "19:00",
    "Kết thúc lúc": "21:00",
    "Địa điểm": "Nhà văn hóa thôn",
    "Chủ trì": "Hứa Văn Sinh",
    "Thư ký": "Lý Thị Phây",
    "Số người được triệu tập": "31",
    "Số người có mặt": "28",
    "Diễn biến": "Cuộc họp nhất trí danh sách đề nghị.",
}


@dataclass(frozen=True)
class Deed:
    """Somebody new and what they did (người được đề nghị): form of award, kind, name, evidence, report."""

    form: str
    kind: str
    name: str
    achievement: str
    evidence: str
    report: str
    initiative: str = ""


def close_the_village(head: Somebody, *, day: str) -> None:
    """Results against what was registered, and the meeting that judged whom to put forward."""
    head.fill("Kết quả chung", "Thôn làm xong đường nội thôn trước hạn, không có vụ việc vi phạm.")
    head.fill_all({"Ngày họp xét": day, **MEETING}).press("Gửi tổng kết")


def put_forward(head: Somebody, deed: Deed) -> str:
    """A new nomination with its dossier filled in, not yet kept; returns the address of the dossier."""
    head.step("Đề nghị").follow("Đề nghị mới")
    head.main.get_by_role("radio", name=deed.form).check()
    head.main.get_by_text("Chưa có trong danh sách: ghi tên mới").click()
    head.choose("Hoặc ghi mới", deed.kind).fill("Tên", deed.name).press("Lập đề nghị")
    head.fill("Tóm tắt thành tích", deed.achievement).fill("Kết quả đạt được", deed.report)
    for claim in head.main.locator("textarea[name^=claim-]").all():
        claim.fill(deed.evidence)
    return head.choose(
        "Có đang bị xem xét kỷ luật, điều tra, thanh tra hoặc xác minh đơn thư không?", "Không"
    ).path


def papers_of(head: Somebody, nomination: str) -> list[str]:
    """The addresses of the papers of a dossier (giấy tờ của hồ sơ)."""
    links = head.go(nomination).main.locator("a[href^='/van-ban/']").all()
    return sorted({str(link.get_attribute("href")) for link in links})


def hand_in(head: Somebody, *nominations: str, names: tuple[str, ...]) -> None:
    """The unit's papers for its dossiers, each issued, downloaded and opened; then every dossier is sent."""
    head.step("Đề nghị").press("Soạn giấy tờ đề nghị")
    for paper in sorted({paper for one in nominations for paper in papers_of(head, one)}):
        carry(head, paper)
        assert words_missing(head, paper, *names) != list(names), f"{paper} names nobody"
    for nomination in nominations:
        assert "đã gửi, chờ thẩm định" in head.go(nomination).press("Gửi hồ sơ").says()
