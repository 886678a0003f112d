"""The papers of a unit that nominates: minutes, submissions with lists, achievement reports."""

from datetime import date

import pytest

from tests.awards.dossiers import DAY, entry_for, started
from tests.factories.commune import make_collective, make_household, make_person
from tests.refusals import refused
from thidua.awards.models import DossierItem
from thidua.awards.nominate import (
    confirm_report,
    draft_achievement_report,
    draft_unit_minutes,
    draft_unit_papers,
    draft_unit_submission,
    save_dossier,
    submit_nomination,
)
from thidua.awards.permissions.dossier import checklist
from thidua.campaigns.models import UnitReview
from thidua.paper.docx import read_docx_words
from thidua.paper.model import Document
from thidua.paper.pdf import pdf_words
from thidua.records.documents import paper_of, print_docx, print_pdf
from thidua.records.models import OfficialDocument
from thidua.records.sign import send_for_signature

pytestmark = pytest.mark.django_db


@pytest.fixture
def tai(whole):
    return make_person(whole.village, "Lộc Văn Tài", position="Nông dân")


def met(whole, campaign):
    return UnitReview.objects.create(
        campaign=campaign,
        unit=whole.village,
        met_on=DAY,
        met_from="19:30",
        met_to="21:00",
        chair="Hứa Văn Sinh",
        secretary="Chu Thị Lụa",
        invited=40,
        present=36,
        minutes="Nghe báo cáo.\nXét từng người.",
    )


def test_the_papers_of_the_unit_come_out_and_fill_the_dossier(whole, campaign, tai):
    met(whole, campaign)
    nomination, head = started(whole, tai, campaign=campaign), whole.head(whole.village)
    save_dossier(nomination, entry=entry_for(nomination), mandate=head, on=DAY)
    papers = draft_unit_papers(campaign, unit=whole.village, mandate=head, on=DAY)
    assert [(paper.kind, paper.purpose, paper.unit) for paper in papers] == [
        ("bien_ban", "unit_minutes", whole.village),
        ("to_trinh", "unit_submission", whole.village),
        ("bao_cao", "achievement_report", whole.village),
    ]
    filed = dict(DossierItem.objects.values_list("part", "document__purpose"))
    assert filed == {
        "bien_ban": "unit_minutes",
        "to_trinh": "unit_submission",
        "bao_cao": "achievement_report",
    }
    confirm_report(nomination, mandate=head, on=DAY)
    submit_nomination(nomination, mandate=head, on=DAY)
    warnings = [point.label for point in checklist(nomination) if not point.done]
    assert warnings == [
        "Tờ trình kèm danh sách đề nghị",
        "Báo cáo thành tích",
        "Biên bản họp xét khen thưởng",
    ]


@pytest.mark.parametrize("make", [make_person, make_collective, make_household])
def test_every_paper_says_the_same_on_the_screen_in_word_and_in_pdf(whole, campaign, make):
    met(whole, campaign)
    candidate, head = make(whole.village), whole.head(whole.village)
    type(candidate).objects.filter(pk=candidate.pk).update(
        **({"members": 12, "women": 9} if make is make_collective else {"ethnicity": "Tày"})
    )
    candidate.refresh_from_db()
    nomination = started(whole, candidate, campaign=campaign)
    entry = entry_for(nomination, initiative="Giỏ rác đôi", previous_awards="Giấy khen xã năm 2022")
    save_dossier(nomination, entry=entry, mandate=head, on=DAY)
    for paper in draft_unit_papers(campaign, unit=whole.village, mandate=head, on=DAY):
        expected = paper_of(paper).words()
        assert read_docx_words(print_docx(paper)) == expected
        assert pdf_words(print_pdf(paper)) == expected


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (make_collective, ("Số người: 12, trong đó 9 nữ.", "THAY MẶT TẬP THỂ")),
        (make_household, ("Tên: Hộ ông Chu Văn Quyền.", "ĐẠI DIỆN HỘ GIA ĐÌNH")),
        (make_person, ("Năm sinh: 1980.", "NGƯỜI BÁO CÁO")),
    ],
)
def test_the_report_names_who_it_is_about_and_who_confirms(whole, campaign, make, said):
    candidate, head = make(whole.village), whole.head(whole.village)
    facts = {
        make_collective: {"members": 12, "women": 9},
        make_household: {},
        make_person: {"birth_year": 1980},
    }
    type(candidate).objects.filter(pk=candidate.pk).update(**(facts[make] or {"ethnicity": "Tày"}))
    candidate.refresh_from_db()
    nomination = started(whole, candidate, campaign=campaign)
    save_dossier(nomination, entry=entry_for(nomination, achieved_from=None), mandate=head, on=DAY)
    words = " ".join(paper_of(draft_achievement_report(nomination, mandate=head, on=DAY)).words())
    for phrase in (*said, "XÁC NHẬN CỦA CẤP TRÌNH", "(Theo Mẫu số 07, Nghị định 91/2017/NĐ-CP)"):
        assert phrase in words


def test_a_paper_on_its_way_is_left_and_a_new_one_drafted(whole, campaign, tai):
    nomination, head = started(whole, tai, campaign=campaign), whole.head(whole.village)
    save_dossier(nomination, entry=entry_for(nomination), mandate=head, on=DAY)
    first = draft_achievement_report(nomination, mandate=head, on=DAY)
    send_for_signature(first, mandate=head, on=DAY)
    save_dossier(nomination, entry=entry_for(nomination, report="Viết lại"), mandate=head, on=DAY)
    second = draft_achievement_report(nomination, mandate=head, on=DAY)
    assert (first.state, second.pk == first.pk) == ("for_signature", False)
    assert DossierItem.objects.get().document == second


def test_the_same_papers_are_not_drafted_twice(whole, campaign, tai):
    met(whole, campaign)
    nomination, head = started(whole, tai, campaign=campaign), whole.head(whole.village)
    save_dossier(nomination, entry=entry_for(nomination), mandate=head, on=DAY)
    first = draft_unit_papers(campaign, unit=whole.village, mandate=head, on=DAY)
    assert draft_unit_papers(campaign, unit=whole.village, mandate=head, on=DAY) == first
    other = make_person(whole.village, "Hoàng Thị Cúc", honorific="Bà", birth_year=1988)
    started(whole, other, campaign=campaign)
    again = draft_unit_papers(campaign, unit=whole.village, mandate=head, on=DAY)
    assert again == first
    words = " ".join(
        Document.from_json(OfficialDocument.objects.get(purpose="unit_submission").content).words()
    )
    assert "Bà Hoàng Thị Cúc" in words


def test_papers_need_nominees_a_meeting_a_report_and_a_head(whole, campaign, tai):
    head = whole.head(whole.village)
    award = campaign.awards.get(form="giay_khen_huyen")
    papers = {"unit": whole.village, "mandate": head, "on": DAY}
    assert refused(lambda: draft_unit_papers(campaign, **papers)).rule == "papers:none"
    assert refused(lambda: draft_unit_submission(award, **papers)).rule == "papers:none"
    nomination = started(whole, tai, campaign=campaign)
    assert refused(lambda: draft_unit_minutes(campaign, **papers)).rule == "papers:meeting"
    assert (
        refused(lambda: draft_achievement_report(nomination, mandate=head, on=DAY)).rule == "dossier:report"
    )
    type(head).objects.filter(pk=head.pk).update(ends=date(2023, 5, 1))
    officer = papers | {"mandate": whole.commune.standing}
    assert refused(lambda: draft_unit_submission(award, **officer)).rule == "unit:head"
