"""Kế hoạch mẫu: đọc đúng từng trường; thiếu, sai một chút là thấy ngay."""

from __future__ import annotations

import re
import textwrap
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.reading.compare import faults, leaves
from tests.reading.conftest import PLANS, plan_path
from thidua.reading.files import open_file
from thidua.reading.plan import read_plan
from thidua.vietnamese.text import even, squeeze

NAMES = sorted(path.name.removesuffix(".gold.json") for path in PLANS.glob("*.gold.json"))
CAMPAIGNS = [name for name in NAMES if not name.startswith("khong_phai")]
WHOLE = [name for name in CAMPAIGNS if not name.startswith("bat_dau")]


@pytest.mark.parametrize("name", NAMES)
def test_doc_dung_moi_truong(name, text_of, gold_of, read):
    assert faults(gold_of(name), read(text_of(name)).as_json()) == {}


@pytest.mark.parametrize("name", CAMPAIGNS)
def test_moi_gia_tri_la_mot_doan_cua_van_ban(name, text_of, gold_of):
    def flat(text):
        lines = [re.sub(r"^\s*#*", "", line.replace("*", "")) for line in text.split("\n")]
        return squeeze(" ".join(line for line in lines if not line.strip().isdigit())).replace("| ", "")

    text = flat(text_of(name))
    gold = gold_of(name)
    for field in ("title", "theme", "closing", "place", "number"):
        assert gold[field] is None or flat(gold[field]) in text
    for field in ("legal_bases", "purposes", "requirements", "contents", "targets", "solutions"):
        assert [item for item in gold[field] if flat(item) not in text] == []


UNPLACED = ("file", "is_campaign_plan", "reason", "places", "problems")
JUDGED = ("level", "delegated", "count", "percent", "kind", "award_index")  # the reader's own words


def words(text):
    """Words as they are heard, without layout: what stands between two words of a value does not count."""
    return re.findall(r"\w+", even(text))


def in_order(inner, outer):
    rest = iter(outer)
    return all(word in rest for word in inner)


def misplaced(source, reading):
    """Values whose place does not hold their words; an ISO day and a number stand for the words there."""
    wrong = []
    for path, found in reading.found():
        there = source.text[found.place.start : found.place.end]
        spoken = words(str(found.value)) if not re.fullmatch(r"\d{4}-\d\d-\d\d", str(found.value)) else []
        whole = "\n" in there or "|" in there or words(there) == words(str(found.value))
        iso = not spoken or isinstance(found.value, int)
        if not there.strip() or not (iso or (whole and in_order(spoken, words(there)))):
            wrong.append((path, found.value, there))
    return wrong


@pytest.mark.parametrize("name", CAMPAIGNS)
def test_cho_da_ghi_chua_dung_gia_tri(name, text_of):
    source = open_file("ke-hoach.txt", text_of(name).encode())
    assert misplaced(source, read_plan(source)) == []


@pytest.mark.parametrize("name", NAMES)
def test_khong_gia_tri_nao_thieu_cho(name, text_of, read):
    reading = read(text_of(name)).as_json()
    shown = {key: value for key, value in reading.items() if key not in UNPLACED}
    said = {
        path[1:]
        for path, value in leaves("", shown)
        if value is not None and path.rpartition(".")[2] not in (*JUDGED, "length")
    }
    assert said - set(reading["places"]) == set()
    assert [place for place in reading["places"].values() if not 0 < place["confidence"] <= 1] == []


def test_ten_muc_cua_gia_tri(text_of, read):
    places = read(text_of("2023")).as_json()["places"]
    assert places["contents[3]"]["clause"] == "II.4"
    assert places["awards[1].criteria[0].text[0]"]["clause"] == "V.2.1.2.a"
    assert places["awards[2].criteria[2].text[0]"]["clause"] == "V.2.2.c"
    assert places["responsibilities[1].body"]["clause"] == "VI.2"
    assert places["recipients[0]"]["clause"] == "cuối văn bản"


def swap_criteria(text):
    first = text.index("Tổ chức đợt thi đua bài bản")
    second = text.index("Dẫn đầu về tổ chức đợt thi đua")
    one, other = text[first : text.index("\n", first)], text[second : text.index("\n", second)]
    return text.replace(one, "@@").replace(other, one).replace("@@", other)


@pytest.mark.parametrize(
    ("change", "paths"),
    [
        (swap_criteria, {".awards[1].criteria[0].text[0]", ".awards[2].criteria[0].text[0]"}),
        (
            lambda text: text.replace(
                "Lồng ghép với các hoạt động nhân 75 năm Ngày Bác Hồ kêu gọi thi đua", "…"
            ),
            {".contents[0]"},
        ),
        (
            lambda text: text.replace("hết ngày 31/5/2023.", "hết ngày 30/5/2023."),
            {".period.end", ".period.end_text", ".period.text"},
        ),
        (
            lambda text: text.replace("- Trưởng các thôn;\n", ""),
            {".recipients[6]", ".recipients[7]", ".recipients.length"},
        ),
        (lambda text: text.replace("Lương Quốc Thịnh", "Lương Quốc Thinh"), {".signer.name"}),
    ],
)
def test_sai_mot_cho_la_thay(change, paths, text_of, gold_of, read):
    changed = change(text_of("2023"))
    assert changed != text_of("2023")
    assert set(faults(gold_of("2023"), read(changed).as_json())) == paths


def wrapped(text):
    lines = [
        part
        for line in text.split("\n")
        for part in (textwrap.wrap(line, 86, break_on_hyphens=False) or [""])
    ]
    return "\n".join(line for line in lines if line)


def with_pages(text):
    lines = wrapped(text).split("\n")
    for number in range(len(lines) // 35, 0, -1):
        lines.insert(number * 35, f"\n                     {number}\n")
    return "\n".join(lines)


# Not wrapped: plans on one line, one in a table; one with an item that ends in "mục III.", which looks like a
# mark alone on a line; one whose short lines, wrapped once already, would be wrapped twice.
UNWRAPPED = ("mot_dong", "mot_dong_xen_chu_ky", "ke_bang", "cong_doan", "dai_hoc")
WRAPPED = [name for name in WHOLE if name not in UNWRAPPED]


@pytest.mark.parametrize("name", WRAPPED)
@pytest.mark.parametrize("change", [wrapped, with_pages])
def test_ngat_dong_ngat_trang_khong_lam_doi_ket_qua(name, change, text_of, gold_of, read):
    assert faults(gold_of(name), read(change(text_of(name))).as_json()) == {}


@pytest.mark.parametrize("name", WHOLE)
def test_dong_trong_va_le_trai_khong_lam_doi_ket_qua(name, text_of, gold_of, read):
    bare = "\n".join("    " + line for line in text_of(name).split("\n") if line.strip())
    assert faults(gold_of(name), read(bare).as_json()) == {}


@pytest.mark.parametrize("name", ["2023", "2026", "khong_danh_so"])
@pytest.mark.parametrize(
    "change",
    [
        wrapped,
        with_pages,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: "\ufeff" + text,
        lambda text: re.sub(r"(?m)^([IVX]+)\. ", r"\1 ", text),
        lambda text: re.sub(r"(?m)^([IVX]+\..*|\d\..{3,30})$", r"###### **\1**", text),
        lambda text: re.sub(r"(?m)^(\d)\. ", r"\1.", text),
        lambda text: re.sub(r"(\S) (\S)", "\\1\u00a0\\2", text),
        lambda text: "\n".join(line for line in text.split("\n") if line.strip()),
        lambda text: "Cổng thông tin xã\n\nNgày 20/01/2020 00:00:00\n\n" + text,
    ],
)
def test_cach_trinh_bay_khong_lam_doi_ket_qua(name, change, text_of, gold_of, read):
    assert faults(gold_of(name), read(change(text_of(name))).as_json()) == {}


def test_khong_phai_ke_hoach_thi_dua(text_of, read):
    reading = read(text_of("khong_phai"))
    assert not reading.is_campaign_plan
    assert reading.as_json()["reason"] == (
        "Tiêu đề “Kiểm tra việc thực hiện quy ước thôn bản năm 2024” nói về việc khác, "
        "không phát động một phong trào thi đua."
    )


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        (
            "huong_dan",
            (
                "Văn bản “HƯỚNG DẪN” là hướng dẫn: chỉ cách làm, cách chấm cho phong trào đã có hoặc việc "
                "bình xét, không phải kế hoạch phát động phong trào thi đua."
            ),
        ),
        (
            "chuong_trinh",
            (
                "Văn bản “CHƯƠNG TRÌNH” là chương trình: xếp thứ tự các việc của một buổi lễ, một cuộc họp "
                "hay một năm, không phải kế hoạch phát động phong trào thi đua."
            ),
        ),
        (
            "quyet_dinh",
            "Văn bản “QUYẾT ĐỊNH” là quyết định, không phải kế hoạch phát động phong trào thi đua.",
        ),
        (
            "tap_huan",
            (
                "Tiêu đề “Tập huấn nghiệp vụ công tác thi đua, khen thưởng năm 2022” nói về việc khác, không "
                "phát động một phong trào thi đua."
            ),
        ),
    ],
)
def test_noi_ro_vi_sao_khong_phai(name, reason, text_of, read):
    assert read(text_of(f"khong_phai_{name}")).reason == reason


def test_chuong_trinh_co_du_cac_muc_van_la_ke_hoach(read):
    reading = read(
        "CHƯƠNG TRÌNH\nPhát động thi đua trồng rừng\nI. NỘI DUNG\n1. Trồng 100 ha.\n"
        "II. KHEN THƯỞNG\n1. Giấy khen của Chủ tịch UBND xã\na) Tập thể: Trồng đủ.\n"
        "III. TỔ CHỨC THỰC HIỆN\n1. Các thôn: ra quân.\n"
    )
    assert reading.is_campaign_plan


@pytest.mark.parametrize(
    ("title", "campaign"),
    [
        ("KẾ HOẠCH\nTổ chức phong trào thi đua làm đường thôn", True),
        ("KẾ HOẠCH\nHưởng ứng phong trào thi đua trồng rừng", True),
        ("KẾ HOẠCH\nThi đua cao điểm mùa gặt", True),
        ("CHỈ THỊ\nVề việc phát động đợt thi đua nước rút", True),
        ("KẾ HOẠCH\nTổng kết phong trào thi đua làm đường thôn", False),
        ("KẾ HOẠCH\nCông tác thi đua, khen thưởng năm 2026", False),
        ("KẾ HOẠCH\nTổ chức hội nghị tổng kết phong trào thi đua", False),
        ("KẾ HOẠCH\nTiêm phòng cho đàn gia súc", False),
        ("BÁO CÁO\nKết quả phát động phong trào thi đua", False),
        ("QUYẾT ĐỊNH\nKhen thưởng phong trào thi đua", False),
    ],
)
def test_nhan_ra_ke_hoach_thi_dua(title, campaign, read):
    reading = read(f"{title}\nI. MỤC ĐÍCH\n1. Làm cho xong việc.\n")
    assert (reading.is_campaign_plan, reading.reason is None) == (campaign, campaign)


def test_dai_lau_thi_van_khong_treo(read):
    for piece in (
        "1. a\n",
        "- Giấy khen: 01 tập thể\n",
        "ngày tháng năm ",
        "từ 1/5 đến ",
        "“",
        "Nơi nhận:\n",
    ):
        text = piece * (20_000 // len(piece))
        assert read("KẾ HOẠCH\nPhát động phong trào thi đua\n" + text).title is not None


PIECES = st.sampled_from(
    [line for name in CAMPAIGNS for line in plan_path(name).read_text(encoding="utf-8").split("\n")]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, min_size=1, max_size=60))
def test_xao_tron_van_biet_cho(lines):
    source = open_file("a.txt", ("KẾ HOẠCH\n" + "\n".join(lines)).encode())
    assert misplaced(source, read_plan(source)) == []


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES | st.text(max_size=20), min_size=1, max_size=60))
def test_xao_tron_van_tra_loi(lines):
    text = "KẾ HOẠCH\n" + "\n".join(lines)
    if "\x00" in text:
        text = text.replace("\x00", "")
    reading = read_plan(open_file("a.txt", text.encode("utf-8", "replace")))
    assert isinstance(reading.as_json()["is_campaign_plan"], bool)
