"""Bản sao của văn bản đã phát hành: sao y, sao lục, trích sao; số chung một sổ; bản sao điện tử; phụ lục."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from django.core.files.base import ContentFile

from tests.factories.commune import Commune
from tests.factories.papers import DAY, make_paper
from tests.factories.signing import holder, root
from tests.records.test_sign_digitally import WHEN, chair_signs, key, office_seals, upload
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused
from thidua.paper.model import Appendix, p
from thidua.paper.sign import check_signatures
from thidua.records.books import set_next_number
from thidua.records.copy_paper import Wanted, cancel_copy, copy_electronically, copy_on_paper
from thidua.records.documents import paper_of
from thidua.records.documents.copies import parts_of
from thidua.records.issue import attach_scan, give_number, issue
from thidua.records.models import OfficialDocument, PaperCopy, SeparateAppendix
from thidua.records.queries.copies import appendices_of, copies_in, copy_book, copy_for, copy_years
from thidua.records.sign_appendix import drop_appendix, part_of_paper, part_sent, sign_appendix
from thidua.records.sign_digitally import Pen

pytestmark = pytest.mark.django_db
LATER = date(2023, 3, 20)


def because(call: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        call()
    return str(refused.value)


def pen(name: str, **more: str) -> Pen:
    return Pen(key(holder(name)), WHEN, **more)


def sealed_paper(whole: Commune, *, until: str = "issued") -> OfficialDocument:
    paper = make_paper(whole, until="for_signature")
    chair_signs(paper, whole)
    give_number(paper, day=DAY, mandate=whole.commune.clerk, on=DAY)
    office_seals(paper, whole)
    if until == "issued":
        issue(paper, mandate=whole.commune.clerk, on=DAY)
    return paper


def words(copy: PaperCopy | SeparateAppendix) -> str:
    with copy.file.open("rb") as held, pypdfium2.PdfDocument(held.read()) as opened:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in opened).split())


def test_sao_ra_giay_moi_hinh_thuc_chung_mot_day_so(whole: Commune) -> None:
    office, paper = whole.commune, sealed_paper(whole)
    to = ("Thôn Nà Pheo", "Lưu: VT")
    wanted = Wanted("sao_y", signer=office.chair, recipients=to)
    first = copy_on_paper(paper, wanted=wanted, mandate=office.clerk, on=LATER)
    assert (first.number_text, first.day, first.signer_words, first.title) == (
        "01/SY-UBND", LATER, f"CHỦ TỊCH {office.chair.person.name}", "Sao y số 01/SY-UBND",
    )  # fmt: skip
    assert words(first).count("SAO Y") == 1
    assert "Số: 01/SY-UBND" in words(first)
    (part, *_) = parts_of(paper)
    extract = replace(wanted, form="trich_sao", marks=(part.mark,))
    second = copy_on_paper(paper, wanted=extract, mandate=office.standing, on=LATER)
    assert (second.number_text, second.excerpt) == ("02/TrS-UBND", [part.mark])
    assert "(Đã ký)" in words(second)
    set_next_number(
        copy_book(office.unit, year=2023), number=9, why="sổ giấy", mandate=office.clerk, on=LATER
    )
    luc = replace(wanted, form="sao_luc", of_copy="12/SY-UBND của UBND huyện")
    third = copy_on_paper(paper, wanted=luc, mandate=office.clerk, on=LATER)
    assert (third.number_text, third.of_copy) == ("09/SL-UBND", "12/SY-UBND của UBND huyện")
    assert list(copies_in(office.unit, year=2023)) == [third, second, first]
    assert (copy_years(office.unit), copy_for(office.clerk, first.code)) == ([2023], first)
    with pytest.raises(PaperCopy.DoesNotExist):
        copy_for(whole.head(whole.villages[0]), first.code)
    require_cancelled_once(whole, first)
    require_refusals(whole, paper, wanted)


def require_cancelled_once(whole: Commune, copy: PaperCopy) -> None:
    """Bản sao sai thì hủy có lý do, số giữ nguyên."""
    office = whole.commune
    assert because(lambda: cancel_copy(copy, why=" ", mandate=office.clerk, on=LATER)).startswith(
        "Hãy ghi vì"
    )
    cancel_copy(copy, why="Sao nhầm văn bản", mandate=office.clerk, on=LATER)
    copy.refresh_from_db()
    assert (copy.number_text, copy.cancelled_why) == ("01/SY-UBND", "Sao nhầm văn bản")
    assert because(lambda: cancel_copy(copy, why="nữa", mandate=office.clerk, on=LATER)) == (
        "Sao y số 01/SY-UBND đã hủy rồi."
    )
    assert JournalEntry.objects.filter(verb="cancel_copy").count() == 1


def require_refusals(whole: Commune, paper: OfficialDocument, wanted: Wanted) -> None:
    office = whole.commune
    for asked, sentence in (
        (replace(wanted, signer=None), "Hãy chọn người ký bản sao."),
        (replace(wanted, signer=office.standing), "Người ký bản sao phải là "),
        (replace(wanted, form="chup"), "Hãy chọn sao y, sao lục hoặc trích sao."),
        (replace(wanted, form="sao_luc"), "Sao lục làm từ một bản sao y:"),
        (replace(wanted, form="trich_sao", marks=("khong-co",)), "Hãy tích những phần cần trích."),
        (replace(wanted, recipients=("Nơi \uf001",)), ""),
    ):
        found = because(
            lambda asked=asked: copy_on_paper(paper, wanted=asked, mandate=office.clerk, on=LATER)
        )
        assert found.startswith(sentence)
    draft = make_paper(whole, until="signed")
    assert because(lambda: copy_on_paper(draft, wanted=wanted, mandate=office.clerk, on=LATER)).startswith(
        "Văn bản đã ký, chờ số"
    )
    assert because(lambda: copy_on_paper(paper, wanted=wanted, mandate=office.chair, on=LATER)).startswith(
        "Việc này của: Văn thư"
    )


def test_ky_tay_thi_phai_co_ban_quet_roi_moi_sao_va_sao_dien_tu(whole: Commune) -> None:
    office = whole.commune
    paper = make_paper(whole, until="issued")
    wanted = Wanted("sao_y", signer=office.chair)
    assert because(lambda: copy_on_paper(paper, wanted=wanted, mandate=office.clerk, on=LATER)).startswith(
        "Chưa có bản quét có chữ ký, con dấu của văn bản này."
    )
    with paper.pdf.open("rb") as held:
        scan = ContentFile(held.read(), "quet.pdf")
    attach_scan(paper, upload=scan, mandate=office.clerk, on=DAY)
    assert copy_on_paper(paper, wanted=wanted, mandate=office.clerk, on=LATER).number == 1
    stamp = pen(office.unit.name)
    made = copy_electronically(paper, wanted=wanted, pen=stamp, mandate=office.clerk, on=LATER)
    assert (made.number_text, made.title, made.holder) == ("", "Sao y điện tử", office.unit.name)
    with made.file.open("rb") as held:
        data = held.read()
    (one,) = check_signatures(data, trusted=[root().pem], when=WHEN).signatures
    assert (one.field, one.intact, one.whole_file, one.rests) == ("ChuKyBanSao", True, True, "trusted")
    for call, sentence in (
        (lambda: copy_electronically(paper, wanted=wanted, pen=stamp, mandate=office.standing, on=LATER),
         "Việc này của: Văn thư"),
        (lambda: copy_electronically(paper, wanted=wanted, pen=pen("X"), mandate=office.clerk, on=LATER),
         "Chứng thư cấp cho “X”"),
        (lambda: copy_electronically(
            sealed_paper(whole), wanted=wanted, pen=stamp, mandate=office.clerk, on=LATER),
         "Tệp đã ký số là bản gốc điện tử"),
    ):  # fmt: skip
        assert because(call).startswith(sentence)


def test_phu_luc_tach_roi_ky_so_sau_van_ban(whole: Commune) -> None:
    office, paper = whole.commune, sealed_paper(whole, until="numbered")
    stamp = pen(office.unit.name)
    with paper.signed_files.last().file.open("rb") as held:
        sent = part_sent(upload(held.read(), "bang/so lieu.pdf"), title="")
    assert sent.title == "so lieu"
    kept = sign_appendix(paper, part=sent, pen=stamp, mandate=office.clerk, on=DAY)
    with kept.file.open("rb") as held:
        found = check_signatures(held.read(), trusted=[root().pem], when=WHEN)
    assert [one.field for one in found.signatures][-1] == "ChuKyPhuLuc"
    assert list(appendices_of(paper)) == [kept]
    drop_appendix(kept, mandate=office.clerk, on=DAY)
    assert list(appendices_of(paper)) == []
    attached = Appendix("DANH SÁCH CÁC THÔN", "(Kèm theo Kế hoạch)", (p("Thôn Nà Pheo."),), "Phụ lục I")
    paper.content = replace(paper_of(paper), appendices=(attached,)).as_json()
    own = part_of_paper(paper, 0)
    assert own.title == "Phụ lục I DANH SÁCH CÁC THÔN"
    mine = sign_appendix(paper, part=own, pen=stamp, mandate=office.clerk, on=DAY)
    assert words(mine) == (
        "Phụ lục I DANH SÁCH CÁC THÔN (Kèm theo Văn bản số / ngày tháng năm của Ủy ban nhân dân xã Nà Lâm) "
        "Thôn Nà Pheo./."
    )
    paper.refresh_from_db()
    kept = sign_appendix(paper, part=sent, pen=stamp, mandate=office.clerk, on=DAY)
    issue(paper, mandate=office.clerk, on=DAY)
    bare = make_paper(whole, until="numbered")
    for call, sentence in (
        (lambda: drop_appendix(kept, mandate=office.clerk, on=DAY), "Văn bản đã phát hành cùng phụ lục này"),
        (lambda: sign_appendix(bare, part=sent, pen=stamp, mandate=office.clerk, on=DAY),
         "Văn bản chưa có chữ ký số của cơ quan"),
        (lambda: sign_appendix(paper, part=sent, pen=stamp, mandate=office.chair, on=DAY),
         "Việc này của: Văn thư"),
        (lambda: part_sent(upload(b"Xin chao", "a.txt"), title=""), "Phụ lục ký số riêng phải là tệp PDF."),
        (lambda: part_of_paper(paper, 7), "Văn bản không có phụ lục này"),
    ):  # fmt: skip
        assert because(call).startswith(sentence)
