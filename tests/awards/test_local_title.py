"""Danh hiệu do địa phương đặt: từ văn bản đặt danh hiệu đến giấy chứng nhận, như một hình thức của luật."""

from datetime import date
from decimal import Decimal

import pytest

from tests.awards.dossiers import complete, entry_for
from tests.awards.session_story import decided, held
from tests.awards.session_story import sent as presented
from tests.factories.commune import make_collective, make_person
from tests.refusals import refused
from thidua.awards.appraise import Judgement, conclude_eligible, open_appraisal, record_judgements
from thidua.awards.appraise.judge import is_judged
from thidua.awards.certify import make_certificates
from thidua.awards.nominate import nominate, save_dossier, submit_nomination
from thidua.awards.queries.decision import bonus_for
from thidua.campaigns.models import OfferedAward
from thidua.campaigns.standard import drop_title, offer_title, take_title_off
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused
from thidua.records.entitle import TitleWords, end_title, set_title
from thidua.records.queries.rulebook import rulebook_of, titles_given

DAY = date(2023, 6, 1)
PAPER = "Quyết định số 12/QĐ-UBND ngày 10/01/2023 của UBND xã Nà Lâm"
WORDS = TitleWords(
    name="Người tốt, việc tốt",
    level="xa",
    paper=PAPER,
    starts=date(2023, 2, 1),
    criteria={"individual": ["Có việc làm tốt được thôn ghi nhận", "Gia đình chấp hành pháp luật"]},
)
pytestmark = pytest.mark.django_db


def title_in(whole, **more):
    words = TitleWords(**(vars(WORDS) | more))
    return set_title(whole.commune.unit, words=words, mandate=whole.commune.standing, on=DAY)


def offered(whole, campaign, **more):
    title = title_in(whole, **more)
    return offer_title(campaign, title=title, mandate=whole.commune.standing, on=DAY)


def test_danh_hieu_di_tu_de_nghi_den_giay_chung_nhan_ma_khong_co_tien(whole, campaign):
    award = offered(whole, campaign)
    assert (award.title, award.level, award.has_standard) == ("Người tốt, việc tốt", "xa", True)
    nomination = complete(whole, make_person(whole.village), form=award.form, campaign=campaign)
    assert nomination.claims.count() == 2
    submit_nomination(nomination, mandate=whole.head(whole.village), on=DAY)
    office = whole.commune
    appraisal = open_appraisal(nomination, mandate=office.standing, on=DAY)
    found = {one.because: one.source for one in appraisal.findings.filter(criterion__isnull=False)}
    assert found == dict.fromkeys(WORDS.criteria["individual"], PAPER)
    judged = {one.pk: Judgement(True, "Đã đối chiếu") for one in appraisal.findings.all() if is_judged(one)}
    record_judgements(appraisal, judgements=judged, mandate=office.standing, on=DAY)
    conclude_eligible(appraisal, mandate=office.standing, on=DAY)
    nomination.refresh_from_db()
    session = held(campaign, [nomination], office)
    decision = decided(presented(session, office, form=award.form), office)
    assert (decision.total, decision.sheet) == (0, "giấy chứng nhận")
    said = str(decision.document.content)
    assert "Khen thưởng theo Quyết định này không kèm tiền thưởng." in said
    (certificate,) = make_certificates(decision, mandate=office.standing, on=DAY)
    assert certificate.content["title"] == "GIẤY CHỨNG NHẬN"
    assert certificate.content["achievement"].startswith("Danh hiệu “Người tốt, việc tốt”. ")


def test_van_ban_dat_tien_thuong_va_ty_le_phieu_thi_theo_van_ban(whole):
    criteria = {"individual": ["Việc tốt"], "collective": ["Việc tốt"], "household": ["Việc tốt"]}
    prizes = {"individual": Decimal("0.3"), "household": Decimal("0.45")}
    title = title_in(whole, criteria=criteria, prizes=prizes, share=Decimal(90))
    unit = whole.commune.unit
    amounts = {kind: bonus_for(unit, title.code, kind, on=DAY).amount for kind in title.recipients}
    assert amounts == {"individual": 450_000, "collective": 0, "household": 680_000}
    rule = rulebook_of(unit, on=DAY).council_rule(title.code)
    assert (str(rule.threshold), rule.strict) == ("9/10", False)
    assert PAPER in bonus_for(unit, title.code, "household", on=DAY).source


def test_danh_hieu_cua_tinh_xa_dung_duoc_con_cua_xa_tinh_khong_thay(whole):
    words = TitleWords(**(vars(WORDS) | {"level": "tinh"}))
    province = whole.province
    title = set_title(province.unit, words=words, mandate=province.standing, on=DAY)
    book = rulebook_of(whole.village, on=DAY)
    assert [form.name for form in book.forms("tinh") if form.kind == "local"] == ["Người tốt, việc tốt"]
    ours = title_in(whole)
    assert list(titles_given(whole.commune.unit)) == [title, ours]
    assert list(titles_given(province.unit)) == [title]
    assert book.may_decide("xa", title.code).is_yes is False


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"name": " "}, "Chưa ghi tên danh hiệu."),
        ({"paper": ""}, "Chưa ghi văn bản đặt danh hiệu (số, ngày, tên)."),
        (
            {"criteria": {"individual": [" "]}},
            "Chưa có tiêu chuẩn: ghi tiêu chuẩn cho ít nhất một loại đối tượng được tặng.",
        ),
        ({"level": "bo"}, "Hãy chọn cấp quyết định tặng danh hiệu."),
        ({"share": Decimal(101)}, "Tỷ lệ phiếu là một số trên 0, không quá 100."),
        (
            {"prizes": {"individual": Decimal(-1)}},
            "Hệ số tiền thưởng là số lần mức lương cơ sở, từ 0 đến 100, ví dụ 0,3.",
        ),
        (
            {"name": "lao động tiên tiến"},
            "“lao động tiên tiến” đã có trong sổ pháp luật; không ghi là danh hiệu riêng của địa phương.",
        ),
    ],
)
def test_nua_chung_thi_khong_ghi(whole, wrong, says):
    assert refused(title_in, whole, **wrong).because == says
    assert not titles_given(whole.commune.unit).exists()


def test_thoi_ap_dung_roi_ghi_lai(whole, campaign):
    title, office = title_in(whole), whole.commune
    assert refused(title_in, whole).because == (
        "Danh hiệu “Người tốt, việc tốt” đang áp dụng; thôi áp dụng danh hiệu ấy rồi ghi lại từ ngày sau đó."
    )
    acting = {"mandate": office.standing, "on": DAY}
    assert refused(end_title, title, last=date(2023, 1, 1), paper="QĐ 9", **acting).because == (
        "Ngày cuối phải từ ngày bắt đầu, 01/02/2023, trở đi."
    )
    assert refused(end_title, title, last=DAY, paper=" ", **acting).rule == "title:paper"
    end_title(title, last=date(2023, 5, 31), paper="Quyết định số 9", **acting)
    assert refused(end_title, title, last=DAY, paper="QĐ 9", **acting).because == (
        "Danh hiệu này đã ghi áp dụng đến hết ngày 31/5/2023."
    )
    with pytest.raises(Refused):
        offer_title(campaign, title=title, **acting)
    assert title_in(whole, starts=date(2023, 6, 1)).code != title.code


def test_dua_vao_dot_mot_lan_va_bo_ra_khi_chua_ai_duoc_de_nghi(whole, campaign):
    award = offered(whole, campaign)
    acting = {"mandate": whole.commune.standing, "on": DAY}
    title = titles_given(whole.commune.unit).get()
    assert refused(offer_title, campaign, title=title, **acting).rule == "offer:twice"
    assert refused(drop_title, title, **acting).rule == "title:used"
    national = campaign.awards.get(form="giay_khen_xa")
    assert refused(take_title_off, national, **acting).rule == "offer:plan"
    nominate(award, candidate=make_person(whole.village), mandate=whole.head(whole.village), on=DAY)
    assert refused(take_title_off, award, **acting).because == (
        "Đã có đề nghị danh hiệu này trong đợt; không bỏ được nữa."
    )
    assert OfferedAward.objects.filter(pk=award.pk).exists()


def test_ghi_nham_thi_bo_duoc_va_nhat_ky_con_giu(whole, campaign):
    award = offered(whole, campaign)
    acting = {"mandate": whole.commune.standing, "on": DAY}
    take_title_off(award, **acting)
    drop_title(titles_given(whole.commune.unit).get(), **acting)
    told = JournalEntry.objects.filter(verb__in=("set_title", "offer_title", "take_title_off", "drop_title"))
    assert [one.verb for one in told.order_by("number")] == [
        "set_title", "offer_title", "take_title_off", "drop_title",
    ]  # fmt: skip
    assert not titles_given(whole.commune.unit).exists()


def test_chi_ca_nhan_thi_khong_tang_tap_the(whole, campaign):
    award = offered(whole, campaign)
    ruling = refused(
        nominate, award, candidate=make_collective(whole.village), mandate=whole.head(whole.village), on=DAY
    )
    assert ruling.because == "Người tốt, việc tốt không dùng để tặng tập thể."
    assert ruling.source == PAPER


def test_nguoi_khong_co_quyen_thi_khong_dat(whole, campaign):
    clerk = whole.commune.clerk
    assert refused(set_title, whole.commune.unit, words=WORDS, mandate=clerk, on=DAY).rule == "mandate:role"
    title = title_in(whole)
    assert refused(offer_title, campaign, title=title, mandate=clerk, on=DAY).rule == "mandate:role"


def test_ho_so_ghi_minh_chung_theo_tieu_chuan_cua_danh_hieu(whole, campaign):
    award = offered(whole, campaign)
    head = whole.head(whole.village)
    nomination = nominate(award, candidate=make_person(whole.village), mandate=head, on=DAY)
    save_dossier(nomination, entry=entry_for(nomination), mandate=head, on=DAY)
    assert {claim.text for claim in nomination.claims.all()} == {"Danh sách 62 hộ, có ảnh"}
