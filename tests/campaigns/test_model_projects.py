"""Mô hình, phần việc của thôn: ghi, chia giai đoạn, sửa, trình duyệt, công khai, gỡ; ảnh có người đồng ý."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.commune import make_campaign
from tests.factories.models import DAY, WORDS, again, begun, copied, photo, pictured, published
from tests.refusals import why_refused
from thidua.campaigns import discover, track
from thidua.campaigns.discover import FigureWords, PictureWords, StepWords
from thidua.campaigns.models import ModelPicture, ModelProject, ModelStep, PicturePerson
from thidua.campaigns.queries.model_project import (
    has_changed,
    models_by_unit,
    picture_for,
    pictures_of,
    project_for,
    projects_of,
    step_for,
    words_of,
)
from thidua.journal.models import JournalEntry
from thidua.records.models import Attachment, Consent

pytestmark = pytest.mark.django_db


def last_line() -> tuple[str, str]:
    entry = JournalEntry.objects.order_by("pk").last()
    return entry.says, entry.actor_for


# Ghi, sửa


def test_truong_thon_ghi_mo_hinh_voi_giai_doan_va_con_so(whole, campaign):
    project = begun(whole, campaign)
    assert (project.title, project.stage, project.state, project.writer) == (
        "Tuyến đường hoa", "building", "draft", whole.head(whole.village).person,
    )  # fmt: skip
    assert [(one.text, one.due, one.state) for one in project.steps.all()] == [
        ("Họp thôn", date(2023, 4, 10), "waiting"),
        ("Trồng hoa", None, "waiting"),
    ]
    assert [(one.text, one.value, one.measure) for one in project.figures.all()] == [
        ("Đường có hoa", Decimal("1.20"), "km")
    ]


def test_can_bo_ghi_thay_thi_phai_noi_nhan_tin_bang_cach_nao(whole, campaign):
    officer, given = whole.commune.standing, {"unit": whole.village, "on": DAY}
    assert why_refused(
        discover.begin_project, campaign, words=WORDS, mandate=officer, **given
    ) == "Hãy ghi nhận tin của đơn vị bằng cách nào."  # fmt: skip
    words = replace(WORDS, how="gọi điện thoại")
    made = discover.begin_project(campaign, words=words, mandate=officer, **given)
    assert (made.how, last_line()) == (
        "gọi điện thoại",
        (f"{whole.village.name} ghi mô hình “Tuyến đường hoa”.", whole.village.name),
    )


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"title": " "}, "Hãy ghi tên mô hình, phần việc."),
        ({"cost_source": ""}, "Hãy ghi kinh phí lấy từ nguồn nào."),
        ({"steps": (StepWords("Một bước"),) * 21}, "Ghi tối đa 20 dòng mỗi bảng."),
    ],
)
def test_thieu_gi_thi_noi_thieu_gi(whole, campaign, change, sentence):
    head = whole.head(whole.village)
    words = replace(WORDS, **change)
    said = why_refused(
        discover.begin_project, campaign, words=words, unit=whole.village, mandate=head, on=DAY
    )
    assert (said, ModelProject.objects.count()) == (sentence, 0)


def test_noi_dung_cua_dot_khac_thi_khong_nhan(whole, campaign):
    campaign.slug = "dot-truoc"
    campaign.save(update_fields=["slug"])
    words = replace(WORDS, content=make_campaign(whole).contents.first())
    head = whole.head(whole.village)
    said = why_refused(
        discover.begin_project, campaign, words=words, unit=whole.village, mandate=head, on=DAY
    )
    assert said == "Nội dung thi đua không thuộc đợt này."


def test_sua_thi_giai_doan_cu_giu_tinh_trang_giai_doan_da_xong_khong_bo_duoc(whole, campaign):
    project, head = begun(whole, campaign), whole.head(whole.village)
    first, second = project.steps.all()
    discover.move_step(first, to="done", done_on=date(2023, 4, 9), mandate=head, on=DAY)
    project = again(project, head)
    kept = (StepWords("Họp thôn, bàn cách làm", first.due, first.pk), StepWords("Gắn biển"))
    words = replace(WORDS, steps=kept, figures=(FigureWords("Hộ làm", Decimal(40)),))
    discover.edit_project(project, words=words, expected=project.version, mandate=head, on=DAY)
    project = again(project, head)
    assert [(one.text, one.state) for one in project.steps.all()] == [
        ("Họp thôn, bàn cách làm", "done"), ("Gắn biển", "waiting"),
    ]  # fmt: skip
    assert [one.text for one in project.figures.all()] == ["Hộ làm"]
    without = replace(WORDS, steps=())
    said = why_refused(discover.edit_project, project, words=without, mandate=head, on=DAY)
    assert said == "Giai đoạn “Họp thôn, bàn cách làm” đã xong, không bỏ được."
    stale = why_refused(
        discover.edit_project, again(project, head), words=words, expected=0, mandate=head, on=DAY
    )
    assert stale.startswith("Nội dung đã được người khác sửa")


def test_giai_doan_xong_ngay_nao_qua_han_thi_bao(whole, campaign):
    project, head = begun(whole, campaign), whole.head(whole.village)
    step, open_end = project.steps.all()
    assert (step.is_late(DAY), step.is_late(date(2023, 4, 10)), open_end.is_late(DAY)) == (True, False, False)
    tomorrow = DAY + timedelta(days=1)
    said = why_refused(discover.move_step, step, to="done", done_on=tomorrow, mandate=head, on=DAY)
    assert said == "Ngày xong 06/6/2023 chưa tới."
    discover.move_step(step, to="done", mandate=head, on=DAY)
    assert (step.done_on, step.is_late(DAY)) == (DAY, False)
    discover.move_step(step_for(head, step.pk), to="doing", mandate=head, on=DAY)
    assert ModelStep.objects.get(pk=step.pk).done_on is None


# Công khai


def test_nguoi_ghi_khong_tu_duyet_lanh_dao_duyet_duoc_moi_mo_hinh(whole, campaign):
    officer, deputy = whole.commune.standing, whole.commune.vice_chair
    words = replace(WORDS, how="nhận bản giấy")
    project = discover.begin_project(campaign, words=words, unit=whole.village, mandate=officer, on=DAY)
    assert why_refused(discover.offer_project, project, mandate=officer, on=DAY) == (
        "Mô hình mới đăng ký; chỉ công khai mô hình đang làm hoặc đã hoàn thành."
    )
    track.update_project(project, to=track.ProjectState("building"), mandate=officer, on=DAY)
    assert why_refused(discover.publish_project, project, mandate=officer, on=DAY) == (
        "Bạn ghi mô hình này nên người khác duyệt: hãy trình duyệt."
    )
    discover.offer_project(project, mandate=officer, on=DAY)
    waiting = why_refused(discover.edit_project, project, words=words, mandate=officer, on=DAY)
    assert waiting == "Mô hình đang chờ duyệt công khai; hãy chờ duyệt hoặc lấy lại để sửa."
    assert why_refused(
        discover.hand_project_back, project, reason="  ", mandate=deputy, on=DAY
    ) == "Hãy ghi cần sửa điều gì."  # fmt: skip
    discover.hand_project_back(project, reason="Ghi rõ số hộ", mandate=deputy, on=DAY)
    assert (project.state, project.remark) == ("draft", "Ghi rõ số hộ")
    discover.publish_project(project, mandate=deputy, on=DAY)
    assert (project.state, project.approved_by, project.remark) == ("published", str(deputy), "")


def test_sua_sau_khi_duyet_thi_ben_ngoai_van_thay_ban_cu_den_khi_duyet_lai(whole, campaign):
    project, head = published(whole, campaign), whole.head(whole.village)
    officer = whole.commune.standing
    assert not has_changed(project)
    assert why_refused(discover.renew_project, project, mandate=officer, on=DAY) == (
        "Mô hình chưa khác bản đang công khai."
    )
    discover.edit_project(project, words=replace(WORDS, title="Đường hoa Khuổi Cáp"), mandate=head, on=DAY)
    project = again(project, officer)
    assert (has_changed(project), project.shown["title"]) == (True, "Tuyến đường hoa")
    discover.renew_project(project, mandate=officer, on=DAY)
    assert (project.shown["title"], has_changed(again(project, officer))) == ("Đường hoa Khuổi Cáp", False)


def test_noi_moi_lam_theo_la_phan_sua_cho_duyet(whole, campaign):
    project = published(whole, campaign)
    copied(whole, campaign, project)
    found = again(project, whole.commune.standing)
    assert (has_changed(found), [one["unit"] for one in words_of(found)["copies"]]) == (
        True, [whole.villages[1].name],
    )  # fmt: skip


def test_go_thi_loi_da_duyet_khong_con_viet_lai_duoc(whole, campaign):
    project, officer = published(whole, campaign), whole.commune.standing
    assert why_refused(
        discover.withdraw_project, project, reason="", mandate=officer, on=DAY
    ) == "Hãy ghi vì sao gỡ mô hình."  # fmt: skip
    discover.withdraw_project(project, reason="Sai số liệu", mandate=officer, on=DAY)
    assert (project.state, project.remark, project.shown) == ("withdrawn", "Sai số liệu", {})
    discover.reopen_project(project, mandate=officer, on=DAY)
    assert project.state == "draft"


def test_dot_da_tong_ket_thi_khong_ghi_them(whole):
    closed = make_campaign(whole, state="closed")
    project = ModelProject.objects.create(campaign=closed, unit=whole.village, title="Cũ", stage="done")
    head = whole.head(whole.village)
    said = why_refused(discover.edit_project, project, words=WORDS, mandate=head, on=DAY)
    assert said == "Đợt thi đua đã tổng kết; chỉ ghi mô hình, nhân rộng khi đợt đã mở và chưa tổng kết."


# Ảnh


def test_anh_mat_moi_thu_may_anh_ghi_va_noi_ai_trong_anh(whole, campaign):
    project, head = begun(whole, campaign), whole.head(whole.village)
    picture = pictured(project, head, "Chu Thị Lụa", "Chu Thị Lụa", "Lộc Văn Tài", how="nói trực tiếp")
    assert [one.name for one in picture.people.all()] == ["Chu Thị Lụa", "Lộc Văn Tài"]
    assert Consent.objects.filter(about_id=project.pk, how="nói trực tiếp").count() == 2
    shown = pictures_of(again(project, head))
    assert [(one.picture.side, one.agreed, one.file.kind) for one in shown] == [
        ("before", True, "image/jpeg")
    ]
    assert str(ModelPicture(side="after")) == "Ảnh sau khi làm"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (PictureWords("", nobody=True), "Hãy chọn ảnh chụp trước hay sau khi làm."),
        (PictureWords("before"), "Hãy ghi ai có trong ảnh, hoặc đánh dấu không nhận ra ai trong ảnh."),
        (PictureWords("before", people=("A",), nobody=True),
         "Đã ghi tên người trong ảnh thì bỏ dấu “không nhận ra ai”."),
        (PictureWords("before", people=tuple(f"Người {n}" for n in range(31))),
         "Ghi tối đa 30 người; ảnh đông hơn thì chọn ảnh khác."),
    ],
)  # fmt: skip
def test_anh_thieu_loi_thi_khong_nhan(whole, campaign, words, sentence):
    project, head = begun(whole, campaign), whole.head(whole.village)
    said = why_refused(discover.put_picture, project, upload=photo(), words=words, mandate=head, on=DAY)
    assert (said, Attachment.objects.count()) == (sentence, 0)


def test_tep_khong_phai_anh_va_qua_nhieu_anh(whole, campaign):
    project, head = begun(whole, campaign), whole.head(whole.village)
    words = PictureWords("before", nobody=True)
    note = ContentFile(b"Danh sach", name="ghi.txt")
    said = why_refused(discover.put_picture, project, upload=note, words=words, mandate=head, on=DAY)
    assert said == "Chỉ nhận ảnh .jpg hoặc .png; hãy chọn lại ảnh rồi gửi."
    ModelPicture.objects.bulk_create(ModelPicture(project=project, side="before") for _ in range(12))
    project = again(project, head)
    said = why_refused(discover.put_picture, project, upload=photo(), words=words, mandate=head, on=DAY)
    assert said == "Mô hình đã có 12 ảnh; bỏ bớt rồi gắn ảnh mới."


def test_hoi_sau_thi_ghi_nhan_dong_y_sau(whole, campaign):
    project, head = begun(whole, campaign), whole.head(whole.village)
    pictured(project, head, "Chu Thị Lụa")
    picture = picture_for(head, ModelPicture.objects.get().code)
    assert not pictures_of(again(project, head))[0].agreed
    discover.agree_to_picture(picture, how="ký phiếu", mandate=head, on=DAY)
    assert pictures_of(again(project, head))[0].agreed
    assert why_refused(discover.agree_to_picture, picture, how="ký phiếu", mandate=head, on=DAY) == (
        "Mọi người trong ảnh này đã được ghi nhận đồng ý."
    )


def test_nguoi_trong_anh_rut_lai_dong_y_thi_anh_mat_han(whole, campaign, django_capture_on_commit_callbacks):
    project, head = begun(whole, campaign), whole.head(whole.village)
    picture = pictured(project, head, "Chu Thị Lụa", "Lộc Văn Tài", how="nói trực tiếp")
    pictured(project, head, side="after")
    discover.publish_project(again(project, head), mandate=whole.commune.standing, on=DAY)
    stored = Attachment.objects.order_by("id").first().file
    person = PicturePerson.objects.get(name="Lộc Văn Tài")
    picture = picture_for(head, picture.code)
    with django_capture_on_commit_callbacks(execute=True):
        discover.take_picture_out(picture, person=person, reason="", mandate=head, on=DAY)
    assert not stored.storage.exists(stored.name)
    withdrawn = Consent.objects.exclude(withdrawn_on=None).values_list("person_name", flat=True)
    assert list(withdrawn) == ["Lộc Văn Tài"]
    project = again(project, head)
    assert ([one.picture.side for one in pictures_of(project)], has_changed(project)) == (["after"], False)


def test_don_vi_tu_bo_anh_thi_ghi_ly_do(whole, campaign):
    project, head = begun(whole, campaign), whole.head(whole.village)
    picture = pictured(project, head)
    assert (
        why_refused(discover.take_picture_out, picture, reason="", mandate=head, on=DAY)
        == "Hãy ghi vì sao bỏ ảnh."
    )
    discover.take_picture_out(picture, reason="Ảnh mờ", mandate=head, on=DAY)
    assert (ModelPicture.objects.count(), Attachment.objects.count()) == (0, 0)
    assert last_line()[0] == "Bỏ ảnh của mô hình “Tuyến đường hoa”: Ảnh mờ."


def test_nguoi_chua_tung_dong_y_ma_khong_muon_thi_anh_cung_mat(whole, campaign):
    project, head = begun(whole, campaign), whole.head(whole.village)
    picture = pictured(project, head, "Chu Thị Lụa")
    discover.take_picture_out(picture, person=picture.people.get(), reason="", mandate=head, on=DAY)
    assert last_line()[0] == "Bỏ ảnh của mô hình “Tuyến đường hoa”: người trong ảnh rút lại đồng ý."


# Tra cứu


def test_thon_khac_chi_thay_mo_hinh_da_cong_khai(whole, campaign):
    project, other = begun(whole, campaign), whole.head(whole.villages[1])
    with pytest.raises(ModelProject.DoesNotExist):
        project_for(other, project.code)
    discover.publish_project(project, mandate=whole.commune.standing, on=DAY)
    assert project_for(other, project.code) == project
    assert list(projects_of(other, campaign)) == [project]


def test_don_vi_nao_con_no_mo_hinh(whole, campaign):
    begun(whole, campaign)
    for stage in ("done", "planned"):
        campaign.model_projects.create(unit=whole.village, title="Việc khác", stage=stage)
    campaign.model_projects.create(unit=whole.body, title="Đang làm", stage="building")
    campaign.model_projects.create(unit=whole.bodies[1], title="Mới hứa")
    found = models_by_unit(campaign, on=DAY)
    assert (found.done, found.building, found.promised, found.none) == (
        (whole.village,), (whole.body,), (whole.bodies[1],), (whole.villages[1],),
    )  # fmt: skip


def test_danh_sach_ton_nhu_nhau_cho_mot_va_ba_mo_hinh(whole, campaign):
    counts = []
    for _ in range(2):
        for _ in range(len(counts) + 1):
            project = begun(whole, campaign)
            pictured(project, whole.head(whole.village), "Chu Thị Lụa", how="nói")
            copied(whole, campaign, project)
        with CaptureQueriesContext(connection) as queries:
            rows = list(projects_of(whole.commune.standing, campaign))
            assert [has_changed(one) for one in rows] == [False] * len(rows)
        counts.append((len(rows), len(queries)))
    assert [rows for rows, _ in counts] == [1, 3]
    assert counts[0][1] == counts[1][1]
    assert [(one.all_steps, one.done_steps, one.copied) for one in rows] == [(2, 0, 1)] * 3
