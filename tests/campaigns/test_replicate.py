"""Nhân rộng: thôn khác làm theo mô hình hay cách làm của một gương, từ ngày nào, kết quả ra sao."""

from datetime import timedelta
from decimal import Decimal

import pytest

from tests.factories.commune import make_campaign
from tests.factories.models import DAY, begun, copied
from tests.publicity.honours import shown
from tests.refusals import why_refused
from thidua.campaigns import discover
from thidua.campaigns.discover import Outcome, Taking
from thidua.campaigns.models import ModelProject, Replication
from thidua.campaigns.queries.replication import (
    Replicated,
    models_to_follow,
    replicated_in,
    replication_for,
    replications_in,
    replications_of,
    ways_to_follow,
)

pytestmark = pytest.mark.django_db


def taken(whole, campaign, source, **more):
    unit = whole.villages[1]
    given = {"unit": unit, "mandate": whole.head(unit), "on": DAY} | more
    return discover.replicate(
        campaign, taking=Taking(source, given.pop("since", DAY), how=given.pop("how", "")), **given
    )


def test_thon_lam_theo_mo_hinh_roi_ghi_ket_qua(whole, campaign):
    project, head = begun(whole, campaign), whole.head(whole.villages[1])
    copy = copied(whole, campaign, project)
    assert (str(copy), copy.state) == (f"{whole.villages[1].name} làm theo “Tuyến đường hoa”", "begun")
    assert replicated_in(campaign) == Replicated(all=1, with_outcome=0, units=1, sources=1)
    outcome = Outcome("Cả thôn cùng trồng.", Decimal("0.8"), "km")
    discover.tell_outcome(copy, outcome=outcome, mandate=head, on=DAY)
    assert (copy.state, copy.value, copy.told_on) == ("done", Decimal("0.8"), DAY)
    discover.tell_outcome(copy, outcome=Outcome("Thêm một đoạn nữa."), mandate=head, on=DAY)
    assert (copy.state, copy.outcome, copy.value) == ("done", "Thêm một đoạn nữa.", None)
    assert replicated_in(campaign) == Replicated(all=1, with_outcome=1, units=1, sources=1)
    discover.resume_replication(copy, mandate=head, on=DAY)
    assert (copy.state, copy.told_on) == ("begun", None)


def test_lam_theo_cach_lam_cua_guong_dien_hinh(whole, campaign):
    way = shown(campaign, whole.commune.standing)
    copy = taken(whole, campaign, way)
    assert (copy.source_title, list(replications_of(way))) == ("Hiến đất làm đường", [copy])
    assert list(ways_to_follow(campaign)) == [way]


def test_thoi_lam_theo_thi_khong_tinh_nua(whole, campaign):
    project, head = begun(whole, campaign), whole.head(whole.villages[1])
    copy = copied(whole, campaign, project)
    assert why_refused(
        discover.give_up_replication, copy, reason=" ", mandate=head, on=DAY
    ) == "Hãy ghi vì sao thôi."  # fmt: skip
    discover.give_up_replication(copy, reason="Không có giống hoa", mandate=head, on=DAY)
    assert (copy.remark, replicated_in(campaign).all, list(replications_of(project))) == (
        "Không có giống hoa", 0, [],
    )  # fmt: skip


def test_viec_khong_lam_theo_duoc_thi_noi_vi_sao(whole, campaign):
    project, officer = begun(whole, campaign), whole.commune.standing
    own = {"unit": whole.village, "mandate": whole.head(whole.village)}
    assert why_refused(taken, whole, campaign, project, **own) == (
        "Mô hình này của chính đơn vị; nhân rộng là đơn vị khác làm theo."
    )
    assert (
        why_refused(taken, whole, campaign, project, since=DAY + timedelta(days=1))
        == "Ngày 06/6/2023 chưa tới."
    )
    assert why_refused(taken, whole, campaign, project, mandate=officer) == (
        "Hãy ghi nhận tin của đơn vị bằng cách nào."
    )
    copied(whole, campaign, project)
    assert why_refused(taken, whole, campaign, project) == (
        f"Đã ghi {whole.villages[1].in_sentence} làm theo việc này."
    )
    ModelProject.objects.update(stage="planned")
    assert why_refused(taken, whole, campaign, ModelProject.objects.get()) == (
        "Mô hình mới đăng ký; chưa có gì để làm theo."
    )
    way = shown(campaign, officer)
    discover.withdraw_role_model(way, reason="Nhầm", mandate=officer, on=DAY)
    assert why_refused(taken, whole, campaign, way) == (
        "Gương điển hình này chưa công khai hoặc đã gỡ; chưa ghi nhân rộng được."
    )


def test_mo_hinh_guong_va_don_vi_cua_co_quan_khac_thi_khong(whole, campaign):
    project, district = begun(whole, campaign), whole.district.unit
    way = shown(campaign, whole.commune.standing)
    way.unit = district
    assert why_refused(taken, whole, campaign, way) == "Gương này của cơ quan khác."
    project.campaign.unit = district
    assert why_refused(taken, whole, campaign, project) == (
        "Mô hình này không thuộc các đợt thi đua của cơ quan."
    )
    way.unit = campaign.unit
    officer = whole.commune.standing
    said = why_refused(taken, whole, campaign, way, unit=district, mandate=officer, how="gọi")
    assert said.endswith("không nằm trong danh sách đơn vị tham gia đợt thi đua này.")


def test_ket_qua_thieu_gi_thi_noi_thieu_gi(whole, campaign):
    copy, head = copied(whole, campaign, begun(whole, campaign)), whole.head(whole.villages[1])
    tell = discover.tell_outcome
    assert why_refused(tell, copy, outcome=Outcome("  "), mandate=head, on=DAY) == (
        "Hãy ghi kết quả: làm được gì, ai được lợi."
    )
    assert why_refused(tell, copy, outcome=Outcome("Xong", measure="km"), mandate=head, on=DAY) == (
        "Có đơn vị tính thì ghi cả số."
    )
    assert why_refused(tell, copy, outcome=Outcome("Xong"), mandate=whole.commune.standing, on=DAY) == (
        "Hãy ghi nhận tin của đơn vị bằng cách nào."
    )


def test_ai_thay_viec_nhan_rong_nao(whole, campaign):
    project = begun(whole, campaign)
    copy = copied(whole, campaign, project)
    officer, other = whole.commune.standing, whole.head(whole.body)
    for mandate in (officer, whole.head(whole.village), whole.head(whole.villages[1])):
        assert list(replications_in(mandate, campaign)) == [copy]
    assert list(replications_in(other, campaign)) == []
    assert replication_for(officer, copy.code) == copy
    with pytest.raises(Replication.DoesNotExist):
        replication_for(other, copy.code)
    assert list(models_to_follow(officer, campaign)) == [project]


def test_mo_hinh_dot_truoc_lam_theo_o_dot_nay(whole):
    old = make_campaign(whole)
    project = begun(whole, old)
    old.state, old.slug = "closed", "dot-truoc"
    old.save(update_fields=["state", "slug"])
    campaign = make_campaign(whole)
    taken(whole, campaign, project)
    assert (replicated_in(old).all, replicated_in(campaign).all) == (0, 1)
    assert why_refused(taken, whole, old, project).startswith("Đợt thi đua đã tổng kết;")
