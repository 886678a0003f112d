"""The closing report is written from the data, with what is missing named, and the campaign closes."""

from datetime import date
from decimal import Decimal

import pytest

from tests.awards.dossiers import sent
from tests.factories.commune import make_campaign, make_household
from tests.factories.printed import require_flawless
from thidua.awards.models import Nomination
from thidua.campaigns.models import Target
from thidua.law.ruling import Refused
from thidua.records.documents import paper_of
from thidua.records.issue import give_number, issue
from thidua.records.sign import send_for_signature, sign
from thidua.reports.conclude import close_campaign, draft_closing_report, draft_interim_report
from thidua.reports.figures import Figure, figures_of, figures_so_far
from thidua.reports.missing import missing_in

pytestmark = pytest.mark.django_db
DAY = date(2023, 6, 20)


@pytest.fixture
def campaign(whole):
    return make_campaign(whole, state="reviewing")


def report(whole, campaign):
    office = whole.commune
    return draft_closing_report(
        campaign,
        lessons="Giao việc rõ người.\n\nKiểm tra hằng tuần.",
        signer=office.chair,
        mandate=office.standing,
        on=DAY,
    )


def ready(whole, paper):
    office = whole.commune
    send_for_signature(paper, mandate=office.standing, on=DAY)
    sign(paper, mandate=office.chair, on=DAY)
    give_number(paper, day=DAY, mandate=office.clerk, on=DAY)
    return paper


def test_a_target_is_reached_by_its_last_figure(whole, campaign):
    registration = campaign.registrations.create(unit=whole.village, state="accepted")
    content = campaign.contents.first()
    high, low = (
        Target.objects.create(registration=registration, content=content, text=name, goal=Decimal(goal))
        for name, goal in (("trồng rừng", 3), ("đường", 10))
    )
    for target, value in ((high, 1), (high, 3), (low, 9)):
        campaign.progress.create(unit=whole.village, target=target, value=value, text="x", on=DAY)
    figures = {figure.id: figure for figure in figures_of(campaign, on=DAY)}
    assert (figures["targets"].value, figures["targets"].of) == (1, 2)
    assert (figures["registered"].value, figures["registered"].of) == (1, 4)


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure("x", "Tiền", 1490000, None, "", "đồng"), "1.490.000 đồng"),
        (Figure("x", "Đơn vị", 5, 8, ""), "5 trên 8 (62,5 %)"),
        (Figure("x", "Đơn vị", 0, 0, ""), "0"),
    ],
)
def test_a_share_always_stands_with_its_count(figure, words):
    assert figure.says == words


def test_the_report_names_what_is_missing_and_who_owes_it(whole, campaign):
    paper = report(whole, campaign)
    words = str(paper.content)
    for sentence in (
        "Chưa đăng ký thi đua: thôn Bản Vàng, thôn Khuổi Cáp, Ủy ban Mặt trận Tổ quốc xã Nà Lâm",
        "Chưa có quyết định khen thưởng nào được ban hành.",
        "Giao việc rõ người.",
        "Kiểm tra hằng tuần.",
    ):
        assert sentence in words
    assert campaign.closing_paper == paper
    with pytest.raises(Refused) as refused:
        report(whole, campaign)
    assert refused.value.ruling.rule == "conclude:paper"


def test_the_campaign_closes_when_its_report_is_issued(whole, campaign):
    paper = ready(whole, report(whole, campaign))
    close_campaign(paper, mandate=whole.commune.clerk, on=DAY)
    campaign.refresh_from_db()
    assert (campaign.state, paper.state, paper.number_text) == ("closed", "issued", "01/BC-UBND")


def test_it_does_not_close_over_an_open_dossier_and_says_whose(whole, campaign):
    sent(whole, make_household(whole.village), campaign=campaign)
    paper = ready(whole, report(whole, campaign))
    with pytest.raises(Refused) as refused:
        close_campaign(paper, mandate=whole.commune.clerk, on=DAY)
    assert refused.value.ruling.because == (
        "Còn 1 hồ sơ chưa xong: Hồ sơ của Hộ ông Chu Văn Quyền: đã gửi, chờ thẩm định, ở xã Nà Lâm "
        "(Thường trực Hội đồng)."
    )
    assert missing_in(campaign, on=DAY)[0].blocks
    Nomination.objects.update(state="ineligible")
    assert not any(one.blocks for one in missing_in(campaign, on=DAY))


@pytest.mark.parametrize("state", ["draft", "open", "closed"])
def test_no_report_before_the_awards_are_judged(whole, state):
    campaign = make_campaign(whole, state=state)
    with pytest.raises(Refused) as refused:
        report(whole, campaign)
    assert refused.value.ruling.rule == "conclude:state"


def test_only_the_standing_officer_writes_it(whole, campaign):
    with pytest.raises(Refused) as refused:
        draft_closing_report(
            campaign, lessons="x", signer=whole.commune.chair, mandate=whole.commune.clerk, on=DAY
        )
    assert refused.value.ruling.rule == "mandate:role"


def test_the_interim_report_writes_itself_from_the_figures_so_far(whole):
    campaign, office = make_campaign(whole), whole.commune
    said = {"signer": office.chair, "mandate": office.standing, "on": DAY}
    draft = draft_interim_report(campaign, tasks="Đôn đốc hai thôn.\n\nChuẩn bị hồ sơ.", **said)
    paper = paper_of(draft)
    assert paper.opening.endswith("báo cáo kết quả đến ngày 20/6/2023 như sau:")
    table = next(block for block in paper.body if hasattr(block, "rows"))
    assert [row[1:3] for row in table.rows] == [
        (figure.name, figure.says) for figure in figures_so_far(campaign, on=DAY)
    ]
    assert [block.text for block in paper.body[-2:]] == ["Đôn đốc hai thôn.", "Chuẩn bị hồ sơ."]
    require_flawless(paper)
    with pytest.raises(Refused, match="chưa phát hành"):
        draft_interim_report(campaign, tasks="", **said)
    issue(ready(whole, draft), mandate=office.clerk, on=DAY)
    assert draft_interim_report(campaign, tasks="", **said).state == "draft"


@pytest.mark.parametrize("state", ["draft", "closed"])
def test_an_interim_report_is_for_a_campaign_that_runs(whole, state):
    campaign, office = make_campaign(whole, state=state), whole.commune
    with pytest.raises(Refused) as refused:
        draft_interim_report(campaign, tasks="", signer=office.chair, mandate=office.standing, on=DAY)
    assert refused.value.ruling.rule == "conclude:state"


def test_the_closing_report_says_the_same_in_word_and_pdf(whole, campaign):
    require_flawless(paper_of(report(whole, campaign)))
