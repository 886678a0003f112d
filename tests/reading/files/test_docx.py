"""Tệp Word của các xã: đánh số tự động, bảng, sửa đổi còn theo dõi, trường, phông chữ cũ."""

# ruff: noqa: E501 - a piece of Word's XML stays on one line

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.files.builders import W, docx, p, zipped
from thidua.reading.files import open_file
from thidua.reading.source import Unreadable


def read(body, **parts):
    return [line.text for line in open_file("a.docx", docx(body, **parts)).lines if line.text.strip()]


def level(depth, form, pattern, *, start=1, more=""):
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def numbering(*levels, nums="", more=""):
    kind = f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{more}'
    return f'<w:numbering xmlns:w="{W}">{kind}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{nums}</w:numbering>'


def item(text, *, depth=0, number=1):
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
        f"<w:r><w:t>{text}</w:t></w:r></w:p>"
    )


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def font(name):
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


DECIMAL = level(0, "decimal", "%1.")


def test_hai_danh_sach_cung_loai_dem_noi_tiep():
    parts = {
        "word/numbering.xml": numbering(
            DECIMAL, nums='<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        )
    }
    assert read(item("Một") + item("Hai") + item("Ba", number=2), **parts) == ["1. Một", "2. Hai", "3. Ba"]


def test_danh_sach_bat_dau_lai_khi_duoc_yeu_cau():
    nums = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        + level(0, "lowerLetter", "%1)")
        + "</w:lvlOverride></w:num>"
    )
    body = item("a") + item("b", number=2) + item("c", number=2) + item("d", number=3)
    assert read(body, **{"word/numbering.xml": numbering(DECIMAL, nums=nums)}) == [
        "1. a", "5. b", "6. c", "g) d",
    ]  # fmt: skip


def test_muc_con_khong_bat_dau_lai():
    levels = (
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%2.", more='<w:lvlRestart w:val="0"/>'),
        level(2, "decimal", "%1.%2.%3", more="<w:isLgl/>"),
    )
    body = item("A") + item("a", depth=1) + item("B") + item("b", depth=1) + item("c", depth=2)
    assert read(body, **{"word/numbering.xml": numbering(*levels)}) == [
        "I. A", "1. a", "II. B", "2. b", "2.2.1 c",
    ]  # fmt: skip


def test_danh_sach_theo_kieu_va_kieu_me():
    styles = (
        f'<w:styles xmlns:w="{W}"><w:style w:styleId="Me"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Con"><w:basedOn w:val="Me"/></w:style><w:style w:styleId="Vong"><w:basedOn w:val="Vong"/></w:style></w:styles>'
    )
    off = '<w:p><w:pPr><w:pStyle w:val="Con"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>không số</w:t></w:r></w:p>'
    own = '<w:p><w:pPr><w:pStyle w:val="Con"/><w:numPr><w:ilvl w:val="0"/></w:numPr></w:pPr><w:r><w:t>mức trên</w:t></w:r></w:p>'
    parts = {
        "word/numbering.xml": numbering(DECIMAL, level(1, "bullet", "+")),
        "word/styles.xml": styles,
    }
    body = p("cộng", style="Con") + off + own + p("vòng", style="Vong")
    assert read(body, **parts) == ["+ cộng", "không số", "1. mức trên", "vòng"]


def test_danh_sach_qua_kieu_danh_sach():
    more = (
        '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="DS"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="9"><w:styleLink w:val="DS"/>{DECIMAL}</w:abstractNum>'
    )
    nums = '<w:num w:numId="4"><w:abstractNumId w:val="8"/></w:num><w:num w:numId="5"><w:abstractNumId w:val="9"/></w:num>'
    parts = {"word/numbering.xml": numbering(DECIMAL, nums=nums, more=more)}
    assert read(item("a", number=5) + item("b", number=4), **parts) == ["1. a", "2. b"]


def test_sua_doi_dang_theo_doi_duoc_doc_nhu_da_chap_nhan():
    deleted_end = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Nửa đầu, </w:t></w:r></w:p>"
    moved = "<w:moveFrom><w:r><w:t>chỗ cũ</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>chỗ mới</w:t></w:r></w:moveTo>"
    rows = (
        "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + p("hàng bỏ") + "</w:tc></w:tr>"
        "<w:tr><w:trPr><w:ins/></w:trPr><w:tc>" + p("hàng thêm") + "</w:tc></w:tr></w:tbl>"
    )
    body = deleted_end + p("nửa sau.") + f"<w:p>{moved}</w:p>" + rows
    assert read(body) == ["Nửa đầu, nửa sau.", "chỗ mới", "hàng thêm"]
    assert read(p("Trước") + deleted_end) == ["Trước", "Nửa đầu, "]


def test_truong_chi_doc_ket_qua():
    def mark(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:instrText> DATE </w:instrText></w:r><w:r><w:t>mã</w:t></w:r>"
    whole = mark("begin") + code + mark("separate") + run("05/6/2023") + mark("end") + run(" là hạn")
    simple = f'<w:p><w:fldSimple w:instr="PAGE">{run("7")}</w:fldSimple></w:p>'
    unfinished = f"<w:p>{mark('end')}{mark('separate')}{mark('begin')}{code}</w:p>"
    assert read(f"<w:p>{whole}</w:p>{simple}{unfinished}{p('Đoạn sau')}") == [
        "05/6/2023 là hạn",
        "7",
        "Đoạn sau",
    ]


def test_chu_an_chu_hoa_va_dau_dau_dong():
    hidden = run("ẩn", "<w:vanish/>") + run("hiện", '<w:vanish w:val="0"/>')
    capitals = run("Kế hoạch", "<w:caps/>")
    bullet = (
        '<w:r><w:sym w:font="Wingdings" w:char="F0D8"/></w:r>'
        + run(" Ý")
        + '<w:r><w:sym w:char="F04A"/></w:r>'
    )
    assert read(f"<w:p>{hidden}</w:p><w:p>{capitals}</w:p><w:p>{bullet}</w:p>") == ["hiện", "KẾ HOẠCH", "- Ý"]


def test_phong_chu_cu_tung_doan_chu():
    line = run("céng hßa ", font(".VnTimeH")) + run("x· N", font(".VnTime")) + run("à Lâm", font("Arial"))
    split = run("Keá hoa", font("VNI-Times")) + run("ïch", font("VNI-Times"))
    soft = f"<w:r><w:rPr>{font('.VnTime')}</w:rPr><w:t>th</w:t><w:softHyphen/><w:t>ëng</w:t></w:r>"
    plain = "<w:r><w:t>xã</w:t><w:softHyphen/><w:t>hội</w:t></w:r>"
    assert read(f"<w:p>{line}</w:p><w:p>{split}</w:p><w:p>{soft}</w:p><w:p>{plain}</w:p>") == [
        "CỘNG HÒA xã Nà Lâm", "Kế hoạch", "thưởng", "xãhội",
    ]  # fmt: skip


def test_phong_chu_cu_theo_kieu():
    styles = (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{font(".VnTime")}</w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Thuong"/>'
        f'<w:style w:styleId="Hoa"><w:basedOn w:val="Thuong"/><w:rPr>{font(".VnTimeH")}</w:rPr></w:style>'
        f'<w:style w:styleId="Moi"><w:rPr>{font("Arial")}</w:rPr></w:style></w:styles>'
    )
    mixed = f"<w:p><w:r><w:t>§oµn </w:t></w:r>{run('viên', '<w:rStyle w:val=' + chr(34) + 'Moi' + chr(34) + '/>')}</w:p>"
    assert read(p("kÕ ho¹ch", style="Hoa") + mixed, **{"word/styles.xml": styles}) == [
        "KẾ HOẠCH",
        "Đoàn viên",
    ]


def test_chu_cu_khong_ro_phong_va_dau_roi():
    body = p("Céng hßa x· héi chñ nghÜa ViÖt Nam") + p("Nguye\u0302\u0303n") + p("e\u0301\u0302")
    assert read(body) == ["Cộng hòa xã hội chủ nghĩa Việt Nam", "Nguyễn", "ế"]


def test_bang_mot_hang_mot_dong():
    def cell(*texts):
        return f"<w:tc><w:tcPr/>{''.join(p(text) for text in texts)}</w:tc>"

    head = f"<w:tbl><w:tr>{cell('UBND HUYỆN A', 'XÃ NÀ LÂM')}{cell('CỘNG HÒA', 'Độc lập')}</w:tr></w:tbl>"
    inside = f"<w:sdt><w:sdtContent>{cell('10 điểm')}</w:sdtContent></w:sdt>"
    score = f"<w:tbl><w:tr>{cell('1')}{cell('Nộp đủ báo cáo')}{cell('')}{inside}</w:tr></w:tbl>"
    assert read(head + score) == [
        "UBND HUYỆN A", "XÃ NÀ LÂM", "CỘNG HÒA", "Độc lập", "1 | Nộp đủ báo cáo | 10 điểm",
    ]  # fmt: skip


def test_khung_chu_doc_mot_lan():
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = f"<w:txbxContent>{p('Trong khung')}</w:txbxContent>"
    both = f'<mc:AlternateContent xmlns:mc="{mc}"><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>'
    assert read(f"<w:p>{run('Ngoài')}<w:r>{both}</w:r></w:p>{p('Sau')}") == ["Ngoài", "Trong khung", "Sau"]


def test_phan_chinh_mang_ten_khac():
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    links = f'<Relationships><Relationship Type="{office}" Target="/word/document2.xml"/></Relationships>'
    document = f'<w:document xmlns:w="{W}"><w:body>{p("Kế hoạch")}</w:body></w:document>'
    data = zipped(**{"_rels/.rels": links, "word/document2.xml": document})
    assert open_file("a.docx", data).text == "Kế hoạch"


def test_long_nhau_qua_sau_thi_bo_phan_trong():
    deep = "<w:sdt>" * 160 + p("sâu") + "</w:sdt>" * 160
    inner = "<w:p>" + "<w:ins>" * 160 + run("sâu") + "</w:ins>" * 160 + "</w:p>"
    assert read(p("Nông") + deep + inner) == ["Nông"]


TAGS = [
    "p",
    "r",
    "t",
    "tbl",
    "tr",
    "tc",
    "ins",
    "del",
    "pPr",
    "rPr",
    "sdt",
    "txbxContent",
    "fldChar",
    "sym",
    "br",
    "numPr",
]
TREES = st.recursive(
    st.text(alphabet="aé ·x", max_size=5),
    lambda inside: st.builds(
        lambda tag, parts: f"<w:{tag}>{''.join(parts)}</w:{tag}>",
        st.sampled_from(TAGS),
        st.lists(inside, max_size=4),
    ),
    max_leaves=30,
)


@settings(deadline=None)
@given(TREES)
def test_cau_truc_bat_ky(tree):
    source = open_file("a.docx", docx(p("Kế hoạch") + tree))
    assert [source.text[one.start : one.start + len(one.text)] for one in source.lines] == source.text.split(
        "\n"
    )


@pytest.mark.parametrize("part", ["word/numbering.xml", "word/styles.xml"])
def test_phan_phu_bi_hong(part):
    with pytest.raises(Unreadable) as caught:
        open_file("a.docx", docx(p("a"), **{part: "<a>"}))
    assert caught.value.sentence.startswith("Tệp .docx bị hỏng")
