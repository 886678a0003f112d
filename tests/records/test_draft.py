"""Soạn, sửa, nhận chỗ sửa từ bản Word, bỏ văn bản."""

from typing import Any

import pytest
from django.core.files.base import ContentFile

from tests.factories.commune import Commune, make_campaign
from tests.factories.papers import DAY, make_paper, plan_content
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused
from thidua.paper.compare import ParagraphChange
from thidua.paper.docx import write_docx
from thidua.paper.model import Document, heading, p
from thidua.records.documents import print_docx
from thidua.records.draft import accept_differences, compare_edited, discard, draft, rewrite
from thidua.records.models import OfficialDocument
from thidua.records.queries.papers import paper_for, papers_about, papers_visible_to, waiting_for

pytestmark = pytest.mark.django_db


def draft_of(whole: Commune, purpose: str, drafter: str, signer: str = "chair") -> OfficialDocument:
    office = whole.commune
    content = plan_content(office.mandates[signer])
    return draft(
        content,
        purpose=purpose,
        about=None,
        signer=office.mandates[signer],
        mandate=office.mandates[drafter],
        on=DAY,
    )


def test_ban_soan_moi_nam_o_ban_nguoi_soan(whole: Commune) -> None:
    campaign = make_campaign(whole)
    office = whole.commune
    content = plan_content(office.chair)
    paper = draft(
        content, purpose="campaign_plan", about=campaign, signer=office.chair, mandate=office.standing, on=DAY
    )
    assert (paper.state, paper.desk, paper.series) == ("draft", "người soạn", "office")
    assert paper.subject == "Phát động đợt thi đua chào mừng 90 năm"
    assert Document.from_json(paper.content) == content
    assert list(papers_about(campaign, "campaign_plan")) == [paper]
    assert list(papers_about(campaign)) == [paper]
    entry = JournalEntry.objects.get(thing_id=paper.pk)
    assert entry.says == "Soạn kế hoạch phát động: Phát động đợt thi đua chào mừng 90 năm."


def test_giay_to_cua_hoi_dong_vao_so_cua_hoi_dong(whole: Commune) -> None:
    assert draft_of(whole, "reminder", "standing", "standing").series == "council"


@pytest.mark.parametrize("role", ["clerk", "accountant", "member", "admin", "culture"])
def test_nguoi_khong_co_viec_thi_khong_soan_ke_hoach(whole: Commune, role: str) -> None:
    with pytest.raises(Refused):
        draft_of(whole, "campaign_plan", role)


def test_can_bo_huyen_khong_soan_ke_hoach_cua_xa(whole: Commune) -> None:
    assert whole.district is not None
    with pytest.raises(Refused) as refused:
        draft(
            plan_content(whole.commune.chair), purpose="campaign_plan", about=None,
            signer=whole.commune.chair,
            mandate=whole.district.standing, on=DAY,
        )  # fmt: skip
    assert str(refused.value) == (
        "Việc này của Ủy ban nhân dân xã Nà Lâm; bạn đang làm cho Ủy ban nhân dân huyện Cao Sơn."
    )


def test_thuong_truc_xa_nhap_thay_cho_thon(whole: Commune) -> None:
    head = whole.head(whole.village)
    paper = draft(
        plan_content(head),
        purpose="unit_submission",
        about=None,
        signer=head,
        mandate=whole.commune.standing,
        on=DAY,
    )
    assert paper.unit == whole.village


def test_sua_ban_soan(whole: Commune) -> None:
    paper = make_paper(whole)
    rewrite(
        paper, content=plan_content(whole.commune.chair, summary="Phát động thi đua"),
        mandate=whole.commune.standing,
        on=DAY, expected=paper.version,
    )  # fmt: skip
    paper.refresh_from_db()
    assert paper.subject == "Phát động thi đua"


def test_hai_nguoi_cung_sua_khong_de_len_nhau(whole: Commune) -> None:
    paper = make_paper(whole)
    opened_with = paper.version
    content = plan_content(whole.commune.chair)
    rewrite(paper, content=content, mandate=whole.commune.standing, on=DAY, expected=opened_with)
    with pytest.raises(Refused) as refused:
        rewrite(paper, content=content, mandate=whole.commune.standing, on=DAY, expected=opened_with)
    assert refused.value.ruling.rule == "state:stale"


def test_bo_ban_soan(whole: Commune) -> None:
    campaign = make_campaign(whole)
    office = whole.commune
    paper = draft(
        plan_content(office.chair), purpose="campaign_plan", about=campaign, signer=office.chair,
        mandate=office.standing, on=DAY,
    )  # fmt: skip
    discard(paper, mandate=office.standing, on=DAY)
    assert paper.state == "cancelled"
    assert list(papers_about(campaign)) == []


def test_dang_trinh_ky_thi_khong_bo_duoc(whole: Commune) -> None:
    paper = make_paper(whole, until="for_signature")
    with pytest.raises(Refused):
        discard(paper, mandate=whole.commune.standing, on=DAY)


def test_moi_nguoi_thay_viec_cua_minh(whole: Commune) -> None:
    office = whole.commune
    drafted, sent, signed = (make_paper(whole, until=until) for until in ("draft", "for_signature", "signed"))
    assert list(waiting_for(office.standing)) == [drafted]
    assert list(waiting_for(office.chair)) == [sent]
    assert list(waiting_for(office.clerk)) == [signed]
    assert list(waiting_for(office.accountant)) == []


def test_ai_xem_duoc_van_ban_nao(whole: Commune) -> None:
    make_paper(whole)
    issued = make_paper(whole, until="issued")
    assert whole.district is not None
    assert len(papers_visible_to(whole.commune.accountant)) == 2
    assert list(papers_visible_to(whole.district.standing)) == [issued]
    assert list(papers_visible_to(whole.head(whole.village))) == [issued]
    assert paper_for(whole.head(whole.village), issued.code) == issued


def test_quan_tri_va_ke_toan_khong_xem_bien_ban_hoi_dong(whole: Commune) -> None:
    minutes = draft_of(whole, "council_minutes", "secretary")
    assert list(papers_visible_to(whole.commune.member)) == [minutes]
    for role in ("admin", "accountant"):
        with pytest.raises(OfficialDocument.DoesNotExist):
            paper_for(whole.commune.mandates[role], minutes.code)


BODY = (
    heading("MỤC ĐÍCH", number="I."),
    p("Khơi dậy tinh thần thi đua trong nhân dân."),
    p("Giao ông Chu Văn Quyền nhận 1.490.000 đồng.", style="clause", number="1."),
)


def edited(whole: Commune, paper: OfficialDocument, **more: Any) -> list[ParagraphChange]:
    """What is found after Word changed the paper as told."""
    content = write_docx(plan_content(whole.commune.chair, **more))
    run = compare_edited(
        paper, upload=ContentFile(content, name="sua.docx"), mandate=whole.commune.standing, on=DAY
    )
    return [ParagraphChange(**change) for change in run.data["changes"]]


@pytest.fixture
def paper(whole: Commune) -> OfficialDocument:
    office = whole.commune
    content = plan_content(office.chair, body=BODY)
    return draft(
        content, purpose="campaign_plan", about=None, signer=office.chair, mandate=office.standing, on=DAY
    )


def take(whole: Commune, paper: OfficialDocument, chosen: list[ParagraphChange]) -> list[str]:
    accept_differences(paper, chosen=chosen, mandate=whole.commune.standing, on=DAY)
    return [getattr(block, "text", "") for block in Document.from_json(paper.content).body]


def test_ban_word_khong_sua_thi_khong_khac(whole: Commune, paper: OfficialDocument) -> None:
    upload = ContentFile(print_docx(paper), name="sua.docx")
    run = compare_edited(paper, upload=upload, mandate=whole.commune.standing, on=DAY)
    assert run.data["changes"] == []


def test_nhan_loi_van_sua_trong_word(whole: Commune, paper: OfficialDocument) -> None:
    changes = edited(whole, paper, body=(BODY[0], p("Khơi dậy tinh thần thi đua trong toàn dân."), BODY[2]))
    assert [(change.before, change.after, change.concerns) for change in changes] == [
        ("Khơi dậy tinh thần thi đua trong nhân dân.", "Khơi dậy tinh thần thi đua trong toàn dân.", "text")
    ]
    assert take(whole, paper, changes)[1] == "Khơi dậy tinh thần thi đua trong toàn dân."


def test_nhan_doan_them_va_doan_bot(whole: Commune, paper: OfficialDocument) -> None:
    added = edited(whole, paper, body=(*BODY[:2], p("Mỗi thôn chọn một việc."), p("Làm đến nơi."), BODY[2]))
    assert take(whole, paper, added) == [
        "MỤC ĐÍCH", "Khơi dậy tinh thần thi đua trong nhân dân.", "Mỗi thôn chọn một việc.", "Làm đến nơi.",
        "Giao ông Chu Văn Quyền nhận 1.490.000 đồng.",
    ]  # fmt: skip
    removed = edited(whole, paper, body=(BODY[0], p("Mỗi thôn chọn một việc."), p("Làm đến nơi."), BODY[2]))
    assert take(whole, paper, removed)[1:] == [
        "Mỗi thôn chọn một việc.", "Làm đến nơi.", "Giao ông Chu Văn Quyền nhận 1.490.000 đồng.",
    ]  # fmt: skip


def test_sua_dieu_co_so_thu_tu_giu_nguyen_so(whole: Commune, paper: OfficialDocument) -> None:
    changes = edited(
        whole,
        paper,
        body=(
            BODY[0].__class__(BODY[0].runs, "heading1", "I."),
            BODY[1],
            p("Giao ông Chu Văn Quyền được nhận 1.490.000 đồng.", style="clause", number="1."),
        ),
    )
    take(whole, paper, changes)
    clause = Document.from_json(paper.content).body[2]
    assert (getattr(clause, "number", ""), getattr(clause, "text", "")) == (
        "1.", "Giao ông Chu Văn Quyền được nhận 1.490.000 đồng.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Giao ông Chu Văn Quyết nhận 1.490.000 đồng.", "tên riêng"),
        ("Giao ông Chu Văn Quyền nhận 2.490.000 đồng.", "số tiền"),
    ],
)
def test_ten_va_so_tien_khong_sua_bang_word(
    whole: Commune, paper: OfficialDocument, line: str, why: str
) -> None:
    changes = edited(whole, paper, body=(*BODY[:2], p(line, style="clause", number="1.")))
    with pytest.raises(Refused) as refused:
        take(whole, paper, changes)
    assert str(refused.value) == (
        f"Không nhận được chỗ sửa “1. {line}”: Chạm đến {why}; sửa ở dữ liệu rồi soạn lại văn bản."
    )


def test_sua_cau_mo_dau(whole: Commune, paper: OfficialDocument) -> None:
    opening = Document.from_json(paper.content).opening
    change = ParagraphChange(
        before=opening, after="Ủy ban nhân dân xã phát động như sau:", follows="", concerns="text"
    )
    take(whole, paper, [change])
    assert Document.from_json(paper.content).opening == "Ủy ban nhân dân xã phát động như sau:"


def test_dau_van_ban_va_noi_nhan_lay_tu_du_lieu(whole: Commune, paper: OfficialDocument) -> None:
    change = ParagraphChange(before="- Các thôn;", after="- các thôn;", follows="", concerns="text")
    with pytest.raises(Refused) as refused:
        take(whole, paper, [change])
    assert refused.value.ruling.rule == "paper:data"


def test_ban_sua_phai_la_docx(whole: Commune, paper: OfficialDocument) -> None:
    upload = ContentFile(b"%PDF-1.4", name="sua.pdf")
    with pytest.raises(Refused) as refused:
        compare_edited(paper, upload=upload, mandate=whole.commune.standing, on=DAY)
    assert str(refused.value) == "Bản sửa phải là tệp Word .docx tải từ trang này."
