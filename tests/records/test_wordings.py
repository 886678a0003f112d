"""Câu chữ của văn bản: cơ quan sửa được, chỗ điền lạ bị từ chối, đợt nào giữ câu của ngày ấy."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.awards.session_story import DAY
from tests.factories.commune import make_campaign, make_commune
from tests.refusals import why_refused
from thidua.campaigns.documents.part import reminder_paper
from thidua.campaigns.queries.campaign import campaign_words
from thidua.journal.models import JournalEntry
from thidua.records.models import Wording
from thidua.records.phrases import fill, phrases
from thidua.records.queries.wordings import phrase_on, phrases_on, wording_history, words_of
from thidua.records.reword import OwnWords, reword
from thidua.records.states import PRINTED, PURPOSES
from thidua.web.printed import PRINTED as ON_PAGES

# Papers without standing sentences of their own, and why.
WITHOUT = {
    "campaign_plan": "lời của kế hoạch do cơ quan viết ở trang kế hoạch",
    "achievement_report": "theo mẫu của nghị định; lời do người được khen và đơn vị viết",
    "chair_submission": "dùng câu của tờ trình đề nghị khen thưởng",
    "interim_report": "dùng câu của báo cáo tổng kết",
    "campaign_change": "lời do cơ quan ghi ở trang thay đổi đợt thi đua",
    "unit_plan": "nội dung do đơn vị ghi",
    "incoming": "văn bản của nơi khác, đến qua edXML",
}
ON_THE_SPOT = {
    "Mục lục hồ sơ": "chỉ có bảng kê", "Phiếu trả lời ý kiến": "mẫu để cơ quan được hỏi điền",
    "Danh mục mô hình, phần việc": "bảng kê mô hình và nơi làm theo",
    "Biên bản hủy phôi": "bảng kê phôi và người chứng kiến",
    "Đơn đề nghị cấp đổi, cấp lại": "mẫu để người được khen ký",
    "Phiếu phát hiện gương tốt": "mẫu để người dân điền", "Danh sách sáng kiến": "chỉ có bảng kê",
    "Biểu thống kê": "biểu số liệu theo thông tư thống kê",
    "Phiếu xướng tên": "dùng câu của danh sách xướng tên", "Sơ đồ chỗ ngồi": "chỉ có hàng, ghế",
    "Thẻ mời": "chỉ có tên, ngày giờ, chỗ ngồi", "Danh sách ký nhận sau lễ": "chỉ có bảng để ký",
}  # fmt: skip
OWN = "Căn cứ {plan}, Hội đồng xã {unit} nhắc các đơn vị."


def put(whole, text=OWN, *, starts=date(2023, 1, 1), phrase="reminder-opening"):
    return reword(phrase, words=OwnWords(text, starts), mandate=whole.commune.standing, on=DAY)


@pytest.mark.parametrize("phrase", phrases().values(), ids=str)
def test_cau_mau_cua_ta_dung_dung_cho_dien_cua_no(phrase) -> None:
    assert list(phrase.faults(phrase.text)) == []
    assert phrase.paper_name in {*PRINTED.values(), *(one.name for one in PURPOSES.values())}
    unused = [name for name in phrase.fields if f"{{{name}}}" not in phrase.text]
    assert unused == []
    assert "{" not in fill(phrase.text, phrase.sample)


@pytest.mark.parametrize("phrase", phrases().values(), ids=str)
def test_nguoi_dung_thay_ten_cho_dien_bang_tieng_viet(phrase) -> None:
    shown = phrase.shown(phrase.text)
    assert [name for name in phrase.fields if f"{{{name}}}" in shown] == []
    assert phrase.read(shown) == phrase.text
    labels = [field.label for field in phrase.fields.values()]
    assert len(labels) == len(set(labels))


def test_moi_loai_van_ban_co_cau_mau_hoac_noi_vi_sao_khong() -> None:
    said = {phrase.paper for phrase in phrases().values()}
    assert {*PURPOSES, *PRINTED} - said == set(WITHOUT)
    assert said & set(WITHOUT) == set()


def test_moi_giay_in_tai_cho_co_cau_mau_hoac_noi_vi_sao_khong() -> None:
    named = {one.name for one in ON_PAGES}
    assert named - set(ON_THE_SPOT) == {f"{name[:1].upper()}{name[1:]}" for name in PRINTED.values()}


@given(st.text(alphabet="ab {}plan_", max_size=60))
def test_cau_khong_loi_thi_dien_duoc(text: str) -> None:
    phrase = phrases()["reminder-opening"]
    if not list(phrase.faults(text)):
        assert "{" not in fill(text, phrase.sample)


def test_cho_dien_la_va_ngoac_le_bi_tu_choi() -> None:
    phrase = phrases()["reminder-opening"]
    assert list(phrase.faults("Theo {ke_hoach} của {unit")) == [
        "Không có chỗ điền {ke_hoach}. Câu này điền được: {kế hoạch}, {tên xã}.",
        "Dấu { và } phải đi thành cặp quanh tên chỗ điền.",
    ]
    assert list(phrases()["reminder-help"].faults("Gọi {so}.")) == [
        "Không có chỗ điền {so}. Câu này điền được: không có chỗ nào."
    ]
    assert list(phrase.faults("a" * 1501)) == ["Câu dài 1501 chữ cái; tối đa 1500."]


@pytest.mark.django_db
class TestOffice:
    @pytest.fixture
    def whole(self):
        return make_commune(2023)

    def test_van_ban_dung_cau_cua_co_quan(self, whole) -> None:
        campaign = make_campaign(whole)
        put(whole)
        paper = reminder_paper(campaign, "report", whole.villages[:1], signer=whole.commune.standing, on=DAY)
        assert "Hội đồng xã xã Nà Lâm nhắc các đơn vị." in str(paper.body)

    def test_dot_phat_dong_truoc_giu_cau_cu(self, whole) -> None:
        campaign = make_campaign(whole)
        put(whole, starts=campaign.starts.replace(year=campaign.starts.year + 1))
        assert campaign_words(campaign).own == {}
        campaign.starts = None
        assert campaign_words(campaign).own == {"reminder-opening": OWN}

    def test_dung_lai_cau_mau_va_moi_lan_sua_deu_con(self, whole) -> None:
        put(whole)
        put(whole, "", starts=DAY)
        assert words_of(whole.commune.unit, on=date(2023, 2, 1)).text("reminder-opening") == OWN
        ours = phrases()["reminder-opening"].text
        assert words_of(whole.village, on=DAY).text("reminder-opening") == ours
        assert [row.text for row in wording_history(whole.commune.unit, "reminder-opening")] == ["", OWN]
        assert [entry.says for entry in JournalEntry.objects.filter(verb="reword").order_by("number")] == [
            "Dùng câu của cơ quan: công văn đôn đốc, câu mở đầu, từ ngày 01/01/2023.",
            "Dùng lại câu mẫu: công văn đôn đốc, câu mở đầu, từ ngày 05/6/2023.",
        ]

    def test_go_lai_dung_cau_mau_la_dung_lai_cau_mau(self, whole) -> None:
        put(whole)
        row = put(whole, phrases()["reminder-opening"].text, starts=DAY)
        assert row.text == ""

    def test_cau_khong_doi_thi_khong_luu(self, whole) -> None:
        put(whole)
        assert why_refused(put, whole) == "Câu này không khác câu đang dùng."
        assert why_refused(put, whole, "", phrase="reminder-help") == "Câu này không khác câu đang dùng."
        assert Wording.objects.count() == 1

    @pytest.mark.parametrize(
        ("text", "phrase", "sentence"),
        [
            ("Theo {ten}.", "reminder-opening", "Không có chỗ điền {ten}."),
            ("Theo 漢 {plan}.", "reminder-opening", "không có ký tự"),
            ("Câu gì đó.", "khong-co", "Không có câu mẫu này."),
        ],
    )
    def test_cau_sai_thi_noi_vi_sao(self, whole, text: str, phrase: str, sentence: str) -> None:
        assert sentence in why_refused(put, whole, text, phrase=phrase)

    def test_chi_thuong_truc_va_chu_tich_sua_duoc(self, whole) -> None:
        words = OwnWords(OWN, DAY)
        told = why_refused(reword, "reminder-opening", words=words, mandate=whole.commune.clerk, on=DAY)
        assert told.startswith("Việc này của")
        reword("reminder-opening", words=words, mandate=whole.commune.chair, on=DAY)
        assert words_of(whole.district.unit, on=DAY).own == {}

    def test_cau_cua_co_quan_voi_cho_dien_da_bo_thi_tro_ve_cau_mau(self, whole) -> None:
        row = put(whole)
        Wording.objects.filter(pk=row.pk).update(text="Theo {cho_dien_cu}.")
        ours = phrases()["reminder-opening"].text
        assert words_of(whole.commune.unit, on=DAY).text("reminder-opening") == ours

    def test_danh_sach_cau_co_cau_cua_co_quan_va_vi_du(self, whole) -> None:
        put(whole)
        found = {one.phrase.id: one for one in phrases_on(whole.commune.unit, DAY)}
        assert list(found) == list(phrases())
        assert found["reminder-opening"].filled.endswith("Hội đồng xã xã Nà Lâm nhắc các đơn vị.")
        with pytest.raises(Wording.DoesNotExist):
            phrase_on(whole.commune.unit, "khong-co", DAY)
