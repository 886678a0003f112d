"""The chair sets the standard of Giấy khen xã that the plan leaves to him; until then nobody is nominated
for it.
"""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.commune import make_campaign
from tests.factories.printed import require_flawless
from tests.refusals import refused
from thidua.campaigns.documents.standard import criteria_in
from thidua.campaigns.models import Criterion
from thidua.campaigns.queries.review import offered_award, open_standard_paper, standard_to_start_from
from thidua.campaigns.standard import adopt_standard, draft_standard, set_standard
from thidua.org.models import Mandate
from thidua.paper.model import Document
from thidua.records.documents import paper_of
from thidua.records.issue import give_number
from thidua.records.models import OfficialDocument
from thidua.records.receive import Original
from thidua.records.sign import send_for_signature, sign

pytestmark = pytest.mark.django_db
DAY = date(2023, 3, 20)
TEXTS = {
    "collective": ["Có mô hình cụ thể", "Đoàn kết"],
    "individual": ["Gương mẫu, có việc làm thiết thực", " "],
    "household": [],
}


@pytest.fixture
def award(whole):
    campaign = make_campaign(whole)
    found = campaign.awards.get(form="giay_khen_xa")
    found.standard_set_on = None
    found.save()
    found.criteria.all().delete()
    return found


def drafted(whole, award, *, kind="quyet_dinh", **more):
    texts = more.pop("texts", TEXTS)
    mandate = more.pop("mandate", whole.commune.standing)
    return draft_standard(award, texts=texts, kind=kind, mandate=mandate, on=DAY)


def numbered(whole, paper):
    office = whole.commune
    send_for_signature(paper, mandate=office.standing, on=DAY)
    sign(paper, mandate=office.chair, on=DAY)
    give_number(paper, day=DAY, mandate=office.clerk, on=DAY)
    return paper


def test_one_starts_from_the_criteria_of_the_district(whole, award):
    assert standard_to_start_from(award) == {
        "collective": ["Có ít nhất 01 mô hình, phần việc cụ thể"],
        "individual": ["Sâu sát cơ sở, có giải pháp hữu ích"],
        "household": ["Gương mẫu, có việc làm thiết thực"],
    }
    Criterion.objects.all().delete()
    assert standard_to_start_from(award) == {"collective": [], "individual": [], "household": []}


def test_the_paper_states_the_criteria_of_each_group(whole, award):
    paper = drafted(whole, award)
    content = Document.from_json(paper.content)
    assert [(one.recipient, one.text, one.place) for one in criteria_in(content)] == [
        ("collective", "Có mô hình cụ thể", "1.a"),
        ("collective", "Đoàn kết", "1.b"),
        ("individual", "Gương mẫu, có việc làm thiết thực", "2.a"),
    ]
    assert [block.text for block in content.body if block.style == "point"] == [
        "Có mô hình cụ thể;",
        "Đoàn kết.",
        "Gương mẫu, có việc làm thiết thực.",
    ]
    assert (paper.kind, paper.purpose, content.issuer_line) == (
        "quyet_dinh",
        "award_standard",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ NÀ LÂM",
    )
    assert open_standard_paper(award) == paper
    assert award.has_standard is False


def test_a_notice_will_do_as_well(whole, award):
    content = Document.from_json(drafted(whole, award, kind="thong_bao").content)
    assert (content.type_name, content.issuer_line, len(criteria_in(content))) == ("THÔNG BÁO", "", 3)


def test_a_decision_may_issue_the_rules_as_a_text_of_their_own(whole, award):
    paper = drafted(whole, award, kind="quy_dinh")
    content = Document.from_json(paper.content)
    assert paper.kind == "quyet_dinh"
    assert content.body[0].text.startswith("Ban hành kèm theo Quyết định này Quy định tiêu chuẩn tặng")
    assert [one.label for one in content.appendices] == ["QUY ĐỊNH"]
    assert [one.place for one in criteria_in(content)] == ["1.a", "1.b", "2.a"]
    numbered(whole, paper)
    require_flawless(paper_of(paper))
    set_standard(paper, mandate=whole.commune.clerk, on=DAY)
    assert award.criteria.count() == 3


@pytest.mark.parametrize("kind", ["quyet_dinh", "thong_bao"])
def test_word_and_pdf_say_what_the_paper_says(whole, award, kind):
    require_flawless(paper_of(drafted(whole, award, kind=kind)))


def test_drafting_again_writes_the_same_paper_anew(whole, award):
    first = drafted(whole, award)
    second = drafted(whole, award, texts={"individual": ["Một tiêu chuẩn"]})
    assert (second.pk, OfficialDocument.objects.count()) == (first.pk, 1)
    assert [one.text for one in criteria_in(Document.from_json(second.content))] == ["Một tiêu chuẩn"]


def test_a_decision_drafted_anew_as_a_notice_is_filed_and_numbered_as_one(whole, award):
    drafted(whole, award)
    paper = drafted(whole, award, kind="thong_bao")
    assert paper.kind == "thong_bao"
    assert numbered(whole, paper).number_text == "01/TB-UBND"


def test_issued_the_criteria_hold_and_one_may_nominate(whole, award):
    paper = numbered(whole, drafted(whole, award))
    set_standard(paper, mandate=whole.commune.clerk, on=DAY)
    award.refresh_from_db()
    assert (paper.state, award.standard_paper, award.standard_set_on) == ("issued", paper, DAY)
    assert [(one.recipient, one.group, one.clause) for one in award.criteria.all()] == [
        ("collective", "Đối với tập thể", "1.a"),
        ("collective", "Đối với tập thể", "1.b"),
        ("individual", "Đối với cá nhân", "2.a"),
    ]


def test_a_paper_whose_headings_were_lost_sets_nothing(whole, award):
    paper = drafted(whole, award)
    content = Document.from_json(paper.content).as_json()
    content["body"] = content["body"][:1]
    paper.content = content
    paper.save()
    numbered(whole, paper)
    ruling = refused(lambda: set_standard(paper, mandate=whole.commune.clerk, on=DAY))
    assert ruling.rule == "standard:unreadable"
    paper.refresh_from_db()
    assert paper.state == "numbered"


def test_another_paper_sets_no_standard(whole, award):
    paper = drafted(whole, award)
    paper.purpose = "submission"
    assert refused(lambda: set_standard(paper, mandate=whole.commune.clerk, on=DAY)).rule == "standard:paper"


def test_tables_and_other_points_of_the_paper_are_no_criteria(whole, award):
    content = Document.from_json(drafted(whole, award).content).as_json()
    table = {"is": "Table", "columns": [], "rows": [], "total_row": None, "size": 12, "caption": ""}
    content["body"] = [table, *content["body"]]
    assert len(criteria_in(Document.from_json(content))) == 3


def original(whole):
    return Original(
        unit=whole.commune.unit,
        kind="quyet_dinh",
        purpose="award_standard",
        number_text="45/QĐ-CTUBND",
        day=DAY,
        subject="Quy định tiêu chuẩn Giấy khen",
        signer_words="CHỦ TỊCH Lương Quốc Thịnh",
    )


def test_a_paper_issued_before_is_put_in_as_it_is(whole, award):
    upload = SimpleUploadedFile("qd45.txt", "Quyết định số 45".encode())
    paper = adopt_standard(
        award, original=original(whole), upload=upload, texts=TEXTS, mandate=whole.commune.standing, on=DAY
    )
    award.refresh_from_db()
    assert (paper.origin, award.standard_paper, award.criteria.count()) == ("original", paper, 3)
    again = SimpleUploadedFile("qd45.txt", b"x")
    ruling = refused(
        lambda: adopt_standard(
            award, original=original(whole), upload=again, texts=TEXTS, mandate=whole.commune.standing, on=DAY
        )
    )
    assert ruling.rule == "standard:set"


def test_two_papers_on_their_way_set_one_standard(whole, award):
    paper = numbered(whole, drafted(whole, award))
    upload = SimpleUploadedFile("qd45.txt", "Quyết định số 45".encode())
    adopt_standard(
        award, original=original(whole), upload=upload, texts=TEXTS, mandate=whole.commune.standing, on=DAY
    )
    assert refused(lambda: set_standard(paper, mandate=whole.commune.clerk, on=DAY)).rule == "standard:set"


@pytest.mark.parametrize(
    ("texts", "rule"), [({}, "standard:empty"), ({"individual": ["x"] * 30}, "standard:many")]
)
def test_a_standard_says_something_and_not_too_much(whole, award, texts, rule):
    assert refused(lambda: drafted(whole, award, texts=texts)).rule == rule


def test_without_a_chair_nobody_can_sign(whole, award):
    Mandate.objects.filter(pk=whole.commune.chair.pk).update(ends=date(2023, 3, 1))
    assert refused(lambda: drafted(whole, award)).rule == "standard:chair"


@pytest.mark.parametrize("who", ["clerk", "secretary", "culture"])
def test_only_chair_and_standing_officer_draft_it(whole, award, who):
    mandate = getattr(whole.commune, who)
    assert refused(lambda: drafted(whole, award, mandate=mandate)).rule == "mandate:role"


def test_what_the_plan_sets_is_not_set_again(whole, award):
    other = offered_award(award.campaign, "giay_khen_huyen")
    assert refused(lambda: drafted(whole, other)).rule == "standard:in-plan"


def test_a_standard_needs_a_launched_campaign(whole, award):
    type(award.campaign).objects.update(state="draft")
    award.campaign.refresh_from_db()
    assert refused(lambda: drafted(whole, award)).rule == "standard:campaign"
