"""Đơn vị đề nghị người của đơn vị khác khi cơ quan cho phép; hồ sơ người ấy vẫn là một."""

from datetime import date

import pytest
from django.urls import reverse

from tests.awards.dossiers import DAY
from tests.factories.commune import as_, make_person
from tests.refusals import refused
from thidua.awards.models import Nomination
from thidua.awards.nominate import nominate
from thidua.awards.queries.nomination import people_elsewhere
from thidua.org.models import Installation, Person
from thidua.records.models import LocalRule

pytestmark = pytest.mark.django_db


@pytest.fixture
def teacher(whole):
    """Cô giáo của trường, được thôn đề nghị."""
    return make_person(whole.bodies[1], "Lương Thị Oanh Em", position="Giáo viên")


@pytest.fixture
def allowed(whole):
    LocalRule.objects.create(
        unit=whole.commune.unit, rule="nominate_others", value="any", paper="Kế hoạch số 15",
        starts=date(2023, 1, 1), confirmed_by="Chủ tịch",
    )  # fmt: skip


def proposed(whole, campaign, person):
    award = campaign.awards.get(form="giay_khen_huyen")
    head = whole.head(whole.village)
    return nominate(award, candidate=person, unit=whole.village, mandate=head, on=DAY)


def test_khong_dat_quy_tac_thi_don_vi_chi_de_nghi_nguoi_cua_minh(whole, campaign, teacher):
    assert refused(proposed, whole, campaign, teacher).because == (
        "Người này thuộc Trường Tiểu học Nà Lâm; cơ quan chưa cho phép đề nghị người của đơn vị khác. Để "
        "Trường Tiểu học Nà Lâm đề nghị, hoặc đặt quy tắc “Đề nghị người của đơn vị khác”."
    )


def test_duoc_phep_thi_thon_de_nghi_ma_ho_so_van_o_truong(whole, campaign, teacher, allowed):
    nomination = proposed(whole, campaign, teacher)
    assert (nomination.unit, nomination.person, teacher.unit) == (whole.village, teacher, whole.bodies[1])
    assert Person.objects.filter(name=teacher.name).count() == 1
    award = campaign.awards.get(form="giay_khen_huyen")
    school = whole.head(whole.bodies[1])
    assert refused(nominate, award, candidate=teacher, mandate=school, on=DAY).rule == "nominate:twice"


def test_nguoi_ngoai_xa_thi_khong(whole, campaign, allowed):
    away = make_person(whole.district.unit, "Hà Văn Huyện")
    assert refused(proposed, whole, campaign, away).rule == "nominate:outside"


def test_tim_theo_ten_khong_dau_va_chon_tren_trang(whole, campaign, teacher, allowed):
    Installation.objects.update(is_demo=True, working_day=DAY)
    assert list(people_elsewhere(campaign, whole.village, "oanh em")) == [teacher]
    assert list(people_elsewhere(campaign, whole.village, "  ")) == []
    client = as_(whole.head(whole.village))
    page = f"{reverse('new-nomination')}?dot={campaign.code}"
    assert "Người của đơn vị khác" in client.get(page).content.decode()
    assert "Không thấy ai tên" in client.get(f"{page}&tim=khong-co").content.decode()
    found = f"{page}&tim=oanh+em"
    assert "Tìm thấy 1 người" in client.get(found).content.decode()
    award = campaign.awards.get(form="giay_khen_huyen")
    client.post(found, {"award": str(award.pk), "candidate": f"other:{teacher.pk}"})
    assert Nomination.objects.get().unit == whole.village


def test_khong_cho_phep_thi_trang_khong_co_o_tim(whole, campaign, teacher):
    Installation.objects.update(is_demo=True, working_day=DAY)
    client = as_(whole.head(whole.village))
    page = f"{reverse('new-nomination')}?dot={campaign.code}&tim=oanh"
    assert "Người của đơn vị khác" not in client.get(page).content.decode()
    award = campaign.awards.get(form="giay_khen_huyen")
    client.post(page, {"award": str(award.pk), "candidate": f"other:{teacher.pk}"})
    assert not Nomination.objects.exists()
