"""Tiêu chuẩn có con số, tiêu chuẩn chỉ cần một: hồ sơ kê, thẩm định so, người kết luận."""

from datetime import date
from decimal import Decimal

import pytest

from tests.awards.dossiers import complete, entry_for
from tests.factories.commune import make_person
from tests.refusals import refused
from thidua.awards.appraise import Judgement, open_appraisal, open_points, record_judgements
from thidua.awards.nominate import nominate, save_dossier, submit_nomination
from thidua.awards.permissions.dossier import checklist
from thidua.awards.queries.criteria import number_of, said_of
from thidua.campaigns.models import Criterion, Measure
from thidua.campaigns.standard import MeasureWords, measure_criteria

DAY = date(2023, 6, 1)
SAID = (
    "Có từ 03 sáng kiến trở lên",
    "Vận động ít nhất 20 hộ hiến đất",
    "Được thôn bình chọn",
)
pytestmark = pytest.mark.django_db


@pytest.fixture
def award(campaign):
    """Giấy khen huyện cho cá nhân với ba tiêu chuẩn."""
    offered = campaign.awards.get(form="giay_khen_huyen")
    offered.criteria.filter(recipient="individual").delete()
    for order, text in enumerate(SAID, start=10):
        Criterion.objects.create(
            award=offered, order=order, recipient="individual", group="Đối với cá nhân", text=text
        )
    return offered


def criteria(award):
    return list(award.criteria.filter(recipient="individual"))


def measured(whole, award, *words):
    asked = {one.pk: said for one, said in zip(criteria(award), words, strict=False)}
    measure_criteria(award, words=asked, mandate=whole.commune.standing, on=DAY)


def started(whole, award, numbers=(), texts=("Có", "Có", "Có")):
    """Hồ sơ đã ghi lời và con số theo thứ tự tiêu chuẩn."""
    head = whole.head(whole.village)
    nomination = nominate(award, candidate=make_person(whole.village), mandate=head, on=DAY)
    asked = [one.pk for one in criteria(award)]
    entry = entry_for(
        nomination,
        claims=dict(zip(asked, texts, strict=True)),
        numbers={pk: Decimal(value) for pk, value in zip(asked, numbers, strict=False)},
    )
    save_dossier(nomination, entry=entry, mandate=head, on=DAY)
    return nomination


def appraised(whole, nomination):
    nomination.state, nomination.holder = "submitted", whole.commune.unit
    nomination.save()
    return open_appraisal(nomination, mandate=whole.commune.standing, on=DAY)


def of_criteria(appraisal):
    found = appraisal.findings.filter(criterion__isnull=False).order_by("order")
    return [(one.verdict, one.weight, one.because) for one in found]


def test_tham_dinh_so_con_so_voi_muc_roi_nguoi_ket_luan(whole, award):
    measured(
        whole, award, MeasureWords(least=Decimal(3), counted="sáng kiến"),
        MeasureWords(least=Decimal(20), counted="hộ"),
    )  # fmt: skip
    nomination = started(whole, award, numbers=(4, 12))
    assert of_criteria(appraised(whole, nomination)) == [
        (
            "judge",
            "block",
            "Có từ 03 sáng kiến trở lên. Cần từ 3 sáng kiến trở lên; hồ sơ ghi 4 sáng kiến: đạt mức.",
        ),
        (
            "no",
            "block",
            "Vận động ít nhất 20 hộ hiến đất. Cần từ 20 hộ trở lên; hồ sơ ghi 12 hộ: chưa đạt mức.",
        ),
        ("judge", "block", "Được thôn bình chọn"),
    ]


def test_chi_can_mot_thi_mot_dieu_dat_la_du(whole, award):
    choice = MeasureWords("A", Decimal(20), "hộ")
    measured(whole, award, MeasureWords("A", Decimal(3), "sáng kiến"), choice, MeasureWords("A"))
    appraisal = appraised(whole, started(whole, award, numbers=(1, 25)))
    first, second, third = appraisal.findings.filter(criterion__isnull=False).order_by("order")
    assert (first.verdict, first.weight, second.rule) == ("no", "inform", "criterion:A")
    (against,) = [said for said in open_points(appraisal) if "nhóm A" in said]
    assert against == (
        "Chưa đạt điều nào trong nhóm A (chỉ cần một): Có từ 03 sáng kiến trở lên. Cần từ 3 sáng kiến trở "
        "lên; hồ sơ ghi 1 sáng kiến: chưa đạt mức; hoặc Vận động ít nhất 20 hộ hiến đất. Cần từ 20 hộ trở "
        "lên; hồ sơ ghi 25 hộ: đạt mức; hoặc Được thôn bình chọn."
    )
    judgements = {second.pk: Judgement(True, "Danh sách 25 hộ"), third.pk: Judgement(False, "Không có")}
    record_judgements(appraisal, judgements=judgements, mandate=whole.commune.standing, on=DAY)
    assert [said for said in open_points(appraisal) if "nhóm A" in said or "bình chọn" in said] == []


def test_danh_muc_doi_con_so_va_chi_doi_mot_minh_chung_trong_nhom(whole, award):
    measured(whole, award, MeasureWords("A", Decimal(3), "sáng kiến"), MeasureWords("A"))
    nomination = started(whole, award, texts=("", "", "Có"))
    missing = {point.label: point.ruling.because for point in checklist(nomination) if not point.done}
    assert missing[SAID[0]] == (
        "Chưa có minh chứng hoặc giải trình cho tiêu chuẩn “Có từ 03 sáng kiến trở lên”; chỉ cần một tiêu "
        "chuẩn của nhóm A."
    )
    claim = nomination.claims.get(criterion__text=SAID[0])
    claim.text = "Ba giải pháp đã áp dụng"
    claim.save()
    missing = {point.label: point.ruling.because for point in checklist(nomination) if not point.done}
    assert SAID[1] not in missing
    assert missing[SAID[0]] == (
        "Chưa ghi con số cho tiêu chuẩn “Có từ 03 sáng kiến trở lên” (cần từ 3 sáng kiến trở lên)."
    )
    claim.number = Decimal("3.00")
    claim.save()
    assert all(point.done for point in checklist(nomination) if point.label in SAID)
    assert (number_of(claim), said_of(claim)) == ("3 sáng kiến", "3 sáng kiến: Ba giải pháp đã áp dụng")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (
            MeasureWords("A"),
            (
                "Nhóm A (Đối với cá nhân) chỉ có một tiêu chuẩn; “chỉ cần một” phải có ít nhất hai tiêu "
                "chuẩn để chọn."
            ),
        ),
        (MeasureWords("Z"), "Hãy chọn một nhóm trong danh sách."),
        (MeasureWords(least=Decimal(0), counted="hộ"), f"“{SAID[0]}”: con số phải lớn hơn 0."),
        (
            MeasureWords(least=Decimal(3), counted=" "),
            f"“{SAID[0]}”: hãy ghi đơn vị tính, ví dụ sáng kiến, %.",
        ),
    ],
)
def test_cach_doi_chieu_nua_chung_thi_tu_choi(whole, award, words, says):
    assert refused(measured, whole, award, words).because == says
    assert not Measure.objects.exists()


def test_dat_lai_thi_chi_doi_dieu_khac_truoc(whole, award):
    measured(whole, award, MeasureWords(least=Decimal(3), counted="sáng kiến"))
    kept = Measure.objects.get()
    measured(whole, award, MeasureWords(least=Decimal(3), counted="sáng kiến"))
    assert Measure.objects.get() == kept
    measured(whole, award, MeasureWords())
    assert not Measure.objects.exists()


def test_chua_co_tieu_chuan_hoac_khong_phai_thuong_truc_thi_khong_dat(whole, campaign):
    award = campaign.awards.get(form="giay_khen_xa")
    clerk, standing = whole.commune.clerk, whole.commune.standing
    assert refused(measure_criteria, award, words={}, mandate=clerk, on=DAY).rule == "mandate:role"
    award.standard_set_on = None
    ruling = refused(measure_criteria, award, words={}, mandate=standing, on=DAY)
    assert ruling.because == "Hình thức này chưa có tiêu chuẩn; quy định tiêu chuẩn trước."


def test_con_so_am_thi_khong_ghi_va_con_so_la_phan_bo_sung(whole, award):
    measured(whole, award, MeasureWords(least=Decimal(3), counted="sáng kiến"))
    assert refused(started, whole, award, numbers=(-1,)).because == (
        "Con số của tiêu chuẩn phải từ 0 đến dưới 10 tỷ."
    )


def test_ho_so_khong_co_con_so_van_gui_nhu_truoc(whole, campaign):
    nomination = complete(whole, make_person(whole.village), campaign=campaign)
    submit_nomination(nomination, mandate=whole.head(whole.village), on=DAY)
    assert nomination.state == "submitted"
