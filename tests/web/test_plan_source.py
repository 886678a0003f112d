"""Bản gốc trên trang kiểm tra: cắt theo đoạn, đánh dấu chỗ đã hiểu, khung trên ảnh trang."""

from typing import Any

from thidua.campaigns.models import PlanIntake, Proposal
from thidua.web.plan_source import NEAR, Beside, blocks_of, marked, paragraph_at, place_in

TEXT = "XÃ KHE LŨNG\n---\n1. Làm đường.\n2. Trồng hoa\nhai bên đường.\nNơi nhận:"


def intake(*stretches: tuple[str, str, str], **more: Any) -> PlanIntake:
    """An intake whose paragraphs go from these words to those."""
    cut = [[TEXT.index(first), TEXT.index(last) + len(last), clause] for first, last, clause in stretches]
    return PlanIntake(name="ke-hoach.txt", text=TEXT, stretches=cut, **more)


ROAD, FLOWERS = ("1. Làm", "đường.", "I.1"), ("2. Trồng", "bên đường.", "I.2")


def test_dong_ngoai_doan_dung_rieng_va_dong_khong_chu_bi_bo() -> None:
    blocks = blocks_of(intake(ROAD, FLOWERS))
    words = [(TEXT[one.start : one.end], one.clause, one.is_stretch) for one in blocks]
    assert words == [
        ("XÃ KHE LŨNG", "", False),
        ("1. Làm đường.", "I.1", True),
        ("2. Trồng hoa\nhai bên đường.", "I.2", True),
        ("Nơi nhận:", "", False),
    ]


def test_doan_nam_trong_doan_khac_khong_hien_hai_lan() -> None:
    whole = ("XÃ KHE", "bên đường.", "I")
    assert [TEXT[one.start : one.end] for one in blocks_of(intake(whole, ROAD))] == [
        TEXT.removesuffix("\nNơi nhận:"),
        "Nơi nhận:",
    ]


def test_chu_danh_dau_theo_cho_hep_nhat_va_loi_nam_tren() -> None:
    start = TEXT.index("Trồng")
    value = Proposal(kind="value", starts=start, ends=start + 20, confidence=0.99, clause="I.2")
    slip = Proposal(kind="problem", starts=start + 6, ends=start + 9)
    plan = intake(FLOWERS)
    block = marked(plan, blocks_of(plan), [value, slip])[2]
    assert [(piece.text, piece.proposal, piece.needs_look) for piece in block.pieces] == [
        ("2. ", None, False),
        ("Trồng ", value, False),
        ("hoa", slip, True),
        (" hai bên đư", value, False),
        ("ờng.", None, False),
    ]
    assert block.proposal is value


def test_cho_khong_co_vi_tri_thi_khong_o_dong_nao() -> None:
    assert place_in(blocks_of(intake(ROAD)), Proposal(starts=None)) == ""
    assert place_in([], Proposal(starts=3)) == ""


def test_khung_tren_anh_bao_ca_cac_dong_cua_doan() -> None:
    starts = [0, 12, 16, 30, 43, 58]
    box = [[0.1, 0.1 * place, 0.8, 0.1 * place + 0.05] for place in range(6)]
    box[3], box[4] = [0.1, 0.3, 0.8, 0.35], [0.2, 0.36, 0.9, 0.4]
    lines = [
        {"start": start, "length": 10, "page": 1, "box": None if place == 0 else box[place]}
        for place, start in enumerate(starts)
    ]
    plan = intake(ROAD, FLOWERS, lines=lines, pages=1)
    plan.name = "anh.jpg"
    blocks = blocks_of(plan)
    assert [one.page for one in blocks] == [1, 0, 0, 0]
    assert [one.box for one in blocks] == ["", "1 100 200 800 250", "1 100 300 900 400", "1 100 500 800 550"]


def test_doan_cung_cac_chu_va_hai_doan_ben_canh() -> None:
    plan = intake(ROAD, FLOWERS)
    found = paragraph_at(plan, TEXT.index("2. Trồng"))
    assert found is not None
    assert [word.text for word in found.words][:3] == ["2.", "Trồng", "hoa"]
    assert found.words[1].at == TEXT.index("Trồng")
    assert found.before == Beside("I.1", "1. Làm đường.")
    assert found.after is None
    assert paragraph_at(plan, 1) is None


def test_doan_ben_canh_dai_chi_hien_phan_gan() -> None:
    words = [f"chữ{place}" for place in range(NEAR + 6)]
    text = f"{' '.join(words)}\n2. Giữa.\n{' '.join(words)}"
    middle = text.index("2.")
    cut = [[0, middle - 1, "I"], [middle, middle + 8, "I.2"], [middle + 9, len(text), "I.3"]]
    found = paragraph_at(PlanIntake(name="a.txt", text=text, stretches=cut), middle)
    assert found is not None
    assert found.before == Beside("I", " ".join(["…", *words[6:]]))
    assert found.after == Beside("I.3", " ".join([*words[:NEAR], "…"]))
