"""The order of the parts of a paper, and the marks that the printer sets by itself."""

from tests.paper.papers import decision, letterhead, minutes, notice, plan, submission
from thidua.paper.arrange import Gap, Line, NewSection, SideBySide, arrange, bare, listed
from thidua.paper.docx import read_docx_words, write_docx
from thidua.paper.model import Column, Document, PageBreak, Paragraph, SignatureBlock, Table, p


def lines(document):
    return [(piece.role, piece.text) for piece in arrange(document) if isinstance(piece, Line)]


def test_a_decision_in_order():
    assert [role for role, _ in lines(decision(1))] == [
        "type_name",
        "summary",
        "issuer_line",
        "ground",
        "ground",
        "ground",
        "enacting",
        "article",
        "article",
        "article",
        "article",
        "appendix_title",
        "appendix_reference",
    ]


def test_grounds_end_as_the_decree_asks():
    grounds = [text for role, text in lines(decision(1)) if role == "ground"]
    assert [text[-1] for text in grounds] == [";", ";", "."]


def test_the_end_mark_takes_the_place_of_the_full_stop():
    assert lines(plan())[-1][1].endswith("của Ủy ban nhân dân xã./.")


def test_no_end_mark_after_a_table_nor_on_an_empty_paragraph():
    table = submission().body[1]
    for last in (table, Paragraph(())):
        paper = Document("bao_cao", letterhead("BC-UBND"), "BÁO CÁO", "A", body=(last,))
        assert "./." not in " ".join(paper.words())


def test_a_list_is_closed_once_however_it_was_typed():
    assert listed(("- Như trên;", "Lưu: VT.")) == ["- Như trên;", "- Lưu: VT."]
    assert bare(" - Các thôn ; ") == "Các thôn"


def test_several_addressees_stand_on_lines_of_their_own():
    addressed = [(role, text) for role, text in lines(submission()) if role.startswith("addressee")]
    assert addressed == [
        ("addressee_head", "Kính gửi:"),
        ("addressee", "- Chủ tịch Ủy ban nhân dân huyện Cao Sơn;"),
        ("addressee", "- Phòng Nội vụ huyện Cao Sơn."),
    ]


def test_the_last_line_is_tied_to_the_signature():
    *_, last, foot = arrange(plan())
    assert (last.keep, type(foot)) == (True, SideBySide)


def test_a_paper_of_nothing_but_a_table_ties_nothing():
    paper = Document("danh_sach", letterhead("DS"), "DANH SÁCH", "A", body=(submission().body[1],))
    assert [type(piece) for piece in arrange(paper)][-1] == Table


def test_recipients_of_minutes_stand_below_the_signers():
    *_, signers, gap, head, first, last = arrange(minutes())
    assert (type(signers), type(gap), head.text) == (SideBySide, Gap, "Nơi nhận:")
    assert (first.text, last.text) == ("- Thành viên Hội đồng;", "- Lưu: VT, Hồ sơ.")


def test_recipients_without_a_signature():
    paper = Document("thong_bao", letterhead("TB-UBND"), "THÔNG BÁO", "A", recipients=("Lưu: VT",))
    assert lines(paper)[-1] == ("recipient", "- Lưu: VT.")


def test_each_appendix_is_a_section():
    assert [piece for piece in arrange(notice()) if isinstance(piece, NewSection)] == [
        NewSection(landscape=True),
        NewSection(landscape=False),
    ]


def test_signers_within_the_text_and_a_caption_are_words_too():
    table = Table((Column("TT", 10),), (("1",),), caption="Bảng 1")
    paper = Document(
        "thong_bao", letterhead("TB"), body=(minutes().signature, PageBreak(), table), letter_subject="V/v A"
    )
    assert paper.words()[-7:] == ["Lương", "Quốc", "Thịnh", "Bảng", "1", "TT", "1"]
    assert read_docx_words(write_docx(paper)) == paper.words()


def test_a_letterhead_without_an_issuer_and_a_signature_without_a_name():
    paper = Document(
        "thong_bao",
        letterhead("TB", body=()),
        "THÔNG BÁO",
        body=(p("A."),),
        signature=SignatureBlock(role="CHỦ TỊCH"),
    )
    assert paper.words()[-5:] == ["THÔNG", "BÁO", "A./.", "CHỦ", "TỊCH"]
