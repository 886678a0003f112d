"""Từ kế hoạch đến việc làm: nhiệm vụ có người làm và hạn, báo xong, mở lại, rút; nơi nhận xác nhận."""

from datetime import date

import pytest

from tests.factories.commune import Commune, make_campaign, make_unit
from tests.factories.plans import DAY as PLANNED
from tests.factories.plans import make_prepared_campaign
from tests.factories.work import DAY, lay_down, make_work, part_of, task_of
from thidua.campaigns.assign import (
    Result,
    TaskWords,
    add_recipient,
    add_task,
    change_expectation,
    change_task,
    draw_up_work,
    finish_task,
    give_task,
    move_expectation,
    note_receipt,
    place_recipient,
    remove_recipient,
    reopen_task,
    restore_task,
    withdraw_task,
)
from thidua.campaigns.assign.expect import Wanted
from thidua.campaigns.launch import open_campaign
from thidua.campaigns.models import Assignment, Campaign, Delivery, Expectation
from thidua.campaigns.queries.owners import Owner
from thidua.campaigns.queries.work import (
    deliveries_of,
    parts_of,
    standings_of,
    task_for,
    tasks_visible_to,
    units_owing_tasks,
    units_without_receipt,
    work_of,
)
from thidua.campaigns.track import draft_reminder, silent_units
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused
from thidua.paper.model import Document
from thidua.records.issue import acknowledge
from thidua.records.models import Message

pytestmark = pytest.mark.django_db
LATER = date(2023, 4, 24)


@pytest.fixture
def campaign(whole: Commune) -> Campaign:
    return make_work(whole, make_campaign(whole))


def who(campaign: Campaign, clause: str) -> list[str]:
    return [
        part.role or part.unit.code
        for part in parts_of(task_of(campaign, clause))
        if part.state != "withdrawn"
    ]


def test_mo_dot_thi_trach_nhiem_thanh_nhiem_vu(campaign: Campaign) -> None:
    found = [
        (task.clause, task.text, task.state, str(task.due or ""), task.unclear)
        for task in campaign.tasks.all()
    ]
    assert found == [
        ("VI.1", "Tổ chức ra quân, báo cáo trước ngày 20/4/2023", "given", "2023-04-20", ""),
        ("VI.2", "Theo dõi, nhắc việc", "given", "", ""),
        ("VI.3", "Hướng dẫn các thôn đăng ký", "waiting", "", "Phòng Kinh tế"),
    ]
    assert who(campaign, "VI.1") == ["ban-vang", "khuoi-cap", "mttq"]
    assert who(campaign, "VI.2") == ["standing"]


def test_ke_hoach_that_mo_dot_thi_lap_viec_va_gui_noi_nhan(whole: Commune) -> None:
    prepared = make_prepared_campaign(whole, way="original", number_text="45/KH-UBND", day=date(2023, 3, 9))
    assert prepared.plan is not None
    campaign = open_campaign(prepared.plan, mandate=whole.commune.standing, on=PLANNED)
    duties = campaign.obligations.filter(kind="duty")
    lines = [line for duty in duties for line in duty.text.split("\n")]
    assert [task.said for task in campaign.tasks.all()] == lines
    assert all(task.clause for task in campaign.tasks.all())
    assert set(Message.objects.values_list("purpose", "document")) <= {("plan", prepared.plan.pk)}


def test_lap_mot_lan_dot_mo_truoc_thi_lap_sau(whole: Commune, campaign: Campaign) -> None:
    with pytest.raises(Refused, match="đã được lập"):
        draw_up_work(campaign, mandate=whole.commune.standing, on=DAY)
    with pytest.raises(Refused):
        draw_up_work(campaign, mandate=whole.commune.chair, on=DAY)


def test_yeu_cau_tu_giai_phap(campaign: Campaign) -> None:
    found = list(campaign.expectations.values_list("clause", "counts", "per", "at_least"))
    assert found == [
        ("III.1", "projects", "village", 1),
        ("III.2", "news", "campaign", None),
        ("III.2", "broadcasts", "campaign", None),
        ("III.3", "reviews", "unit", None),
        ("III.3", "nominations", "campaign", None),
        ("VI.1", "reports", "village", None),
        ("VI.3", "registrations", "village", None),
    ]
    assert [one.needed for one in campaign.expectations.all()] == [1] * 7


def test_noi_nhan_duoc_gui_tung_don_vi_cho_khong_ro_de_can_bo_xem(campaign: Campaign, whole: Commune) -> None:
    listed = [(str(one), one.words, one.message is not None) for one in deliveries_of(campaign)]
    assert listed == [
        ("Ủy ban nhân dân huyện Cao Sơn", "UBND huyện Cao Sơn (b/c)", True),
        ("Ủy ban Mặt trận Tổ quốc xã Nà Lâm", "Ủy ban MTTQ xã", True),
        ("Thôn Bản Vàng", "Trưởng các thôn", True),
        ("Thôn Khuổi Cáp", "Trưởng các thôn", True),
        ("Cán bộ, công chức xã", "Cán bộ, công chức xã", False),
    ]
    told = Message.objects.get(to_unit=whole.village)
    assert (told.subject, told.purpose) == ("Kế hoạch phát động: Thi đua chào mừng 90 năm", "plan")


class TestTask:
    def test_them_sua_nhiem_vu(self, campaign: Campaign, whole: Commune) -> None:
        officer = whole.commune.standing
        task = add_task(campaign, words=TaskWords("Kẻ 3  pa nô", LATER), mandate=officer, on=DAY)
        assert (task.text, task.order, task.due_says, task.state) == (
            "Kẻ 3 pa nô",
            4,
            "cơ quan đặt",
            "waiting",
        )
        change_task(task, words=TaskWords("Kẻ 4 pa nô"), expected=0, mandate=officer, on=DAY)
        assert (task.text, task.due, task.due_says) == ("Kẻ 4 pa nô", None, "")
        with pytest.raises(Refused, match="người khác sửa"):
            change_task(task, words=TaskWords("Kẻ 5 pa nô"), expected=0, mandate=officer, on=DAY)
        with pytest.raises(Refused, match="Hãy ghi nhiệm vụ"):
            add_task(campaign, words=TaskWords(" "), mandate=officer, on=DAY)

    def test_giu_loi_ke_hoach_khi_sua(self, campaign: Campaign, whole: Commune) -> None:
        task = task_of(campaign, "VI.1")
        words = TaskWords("Ra quân tổng vệ sinh", task.due)
        change_task(task, words=words, expected=task.version, mandate=whole.commune.standing, on=DAY)
        assert (task.said, task.due_says) == (
            "tổ chức ra quân, báo cáo trước ngày 20/4/2023",
            "theo kế hoạch",
        )

    def test_giao_cho_roi_giao_lai(self, campaign: Campaign, whole: Commune) -> None:
        officer, task = whole.commune.standing, task_of(campaign, "VI.3")
        give_task(task, owners=[Owner(whole.village), Owner(whole.body)], mandate=officer, on=DAY)
        assert (who(campaign, "VI.3"), task.state, task.unclear) == (["khuoi-cap", "mttq"], "given", "")
        finish_task(
            part_of(campaign, "VI.3", "mttq"), result=Result("Xong"), mandate=whole.head(whole.body), on=DAY
        )
        give_task(task, owners=[Owner(whole.villages[1])], mandate=officer, on=DAY)
        assert who(campaign, "VI.3") == ["ban-vang", "mttq"]
        give_task(task, owners=[Owner(whole.village)], mandate=officer, on=DAY)
        assert who(campaign, "VI.3") == ["khuoi-cap", "mttq"]
        assert JournalEntry.objects.filter(verb="give_task", thing="campaigns.task").count() == 3

    def test_khong_giao_cho_ai_hoac_ngoai_xa(self, campaign: Campaign, whole: Commune) -> None:
        assert whole.district is not None
        officer, task = whole.commune.standing, task_of(campaign, "VI.3")
        with pytest.raises(Refused, match="Chưa chọn ai"):
            give_task(task, owners=[], mandate=officer, on=DAY)
        with pytest.raises(Refused, match="Ngoài phạm vi của đợt thi đua: Ủy ban nhân dân huyện Cao Sơn"):
            give_task(task, owners=[Owner(whole.district.unit)], mandate=officer, on=DAY)

    def test_rut_va_khoi_phuc(self, campaign: Campaign, whole: Commune) -> None:
        officer = whole.commune.standing
        given, waiting = task_of(campaign, "VI.1"), task_of(campaign, "VI.3")
        for task in (given, waiting):
            withdraw_task(task, reason="trùng việc của huyện", mandate=officer, on=DAY)
        part = part_of(campaign, "VI.1", "khuoi-cap")
        with pytest.raises(Refused, match="đã được rút"):
            finish_task(part, result=Result("Xong"), mandate=whole.head(whole.village), on=DAY)
        assert list(work_of(whole.village, [campaign])) == []
        for task in (given, waiting):
            restore_task(task, mandate=officer, on=DAY)
        assert (given.state, waiting.state) == ("given", "waiting")

    @pytest.mark.parametrize("role", ["chair", "clerk", "culture", "admin"])
    def test_chi_thuong_truc_giao_viec(self, campaign: Campaign, whole: Commune, role: str) -> None:
        with pytest.raises(Refused):
            add_task(campaign, words=TaskWords("Việc"), mandate=whole.commune.mandates[role], on=DAY)

    def test_da_tong_ket_thi_thoi(self, campaign: Campaign, whole: Commune) -> None:
        Campaign.objects.update(state="closed")
        with pytest.raises(Refused, match="đã tổng kết"):
            add_task(Campaign.objects.get(), words=TaskWords("Việc"), mandate=whole.commune.standing, on=DAY)


class TestDone:
    def test_truong_thon_bao_xong_tren_dien_thoai(self, campaign: Campaign, whole: Commune) -> None:
        part = part_of(campaign, "VI.1", "khuoi-cap")
        finish_task(
            part, result=Result("40 người ra quân", LATER), mandate=whole.head(whole.village), on=LATER
        )
        part.refresh_from_db()
        assert (part.state, part.result, part.done_on, part.done_by) == (
            "done",
            "40 người ra quân",
            LATER,
            "Hứa Văn Sinh, Trưởng thôn",
        )

    def test_can_bo_ghi_thay_thi_ghi_cach_nhan(self, campaign: Campaign, whole: Commune) -> None:
        part, officer = part_of(campaign, "VI.1", "khuoi-cap"), whole.commune.standing
        with pytest.raises(Refused, match="Ghi thay đơn vị thì ghi cách nhận"):
            finish_task(part, result=Result("Đã xong"), mandate=officer, on=LATER)
        how = "nhận qua điện thoại, ngày 24/4/2023"
        finish_task(part, result=Result("Đã xong", how=how), mandate=officer, on=LATER)
        assert (part.how, JournalEntry.objects.get(verb="finish_task").actor_for) == (how, "Thôn Khuổi Cáp")

    def test_chuc_vu_bao_xong_viec_cua_minh(self, campaign: Campaign, whole: Commune) -> None:
        task = task_of(campaign, "VI.3")
        owner = Owner(whole.commune.unit, "culture")
        give_task(task, owners=[owner], mandate=whole.commune.standing, on=DAY)
        part = part_of(campaign, "VI.3", "na-lam")
        with pytest.raises(Refused):
            finish_task(part, result=Result("Đã đăng"), mandate=whole.commune.clerk, on=DAY)
        finish_task(part, result=Result("Đã đăng"), mandate=whole.commune.culture, on=DAY)
        assert (part.who, part.state) == ("Công chức văn hóa", "done")

    def test_khong_bao_xong_thay_thon_khac_khong_ghi_ngay_mai(
        self, campaign: Campaign, whole: Commune
    ) -> None:
        part = part_of(campaign, "VI.1", "khuoi-cap")
        with pytest.raises(Refused):
            finish_task(part, result=Result("Xong"), mandate=whole.head(whole.villages[1]), on=DAY)
        with pytest.raises(Refused, match="không thể sau hôm nay"):
            finish_task(part, result=Result("Xong", LATER), mandate=whole.head(whole.village), on=DAY)
        with pytest.raises(Refused, match="Hãy ghi đã làm được gì"):
            finish_task(part, result=Result(""), mandate=whole.head(whole.village), on=DAY)

    def test_mo_lai_co_ly_do(self, campaign: Campaign, whole: Commune) -> None:
        part, head = part_of(campaign, "VI.1", "khuoi-cap"), whole.head(whole.village)
        finish_task(part, result=Result("Xong"), mandate=head, on=DAY)
        with pytest.raises(Refused, match="Hãy ghi lý do mở lại"):
            reopen_task(part, reason=" ", mandate=head, on=DAY)
        reopen_task(part, reason="còn một xóm chưa làm", mandate=head, on=DAY)
        assert (part.state, part.remark, part.result) == ("doing", "còn một xóm chưa làm", "Xong")

    def test_tinh_hinh_va_ai_qua_han(self, campaign: Campaign, whole: Commune) -> None:
        finish_task(
            part_of(campaign, "VI.1", "mttq"), result=Result("Xong"), mandate=whole.head(whole.body), on=DAY
        )
        found = standings_of(campaign.tasks.all(), on=LATER)
        assert [(one.state, one.done, one.total, len(one.late)) for one in found] == [
            ("late", 1, 3, 2),
            ("doing", 0, 1, 0),
            ("waiting", 0, 0, 0),
        ]
        assert [unit.code for unit in units_owing_tasks(campaign, on=LATER)] == ["ban-vang", "khuoi-cap"]
        assert units_owing_tasks(campaign, on=DAY) == []
        for unit in whole.villages:
            part = part_of(campaign, "VI.1", unit.code)
            finish_task(part, result=Result("Xong"), mandate=whole.head(unit), on=LATER)
        assert standings_of(campaign.tasks.all(), on=LATER)[0].state == "done"


def test_don_vi_chi_thay_viec_cua_minh(campaign: Campaign, whole: Commune) -> None:
    seen = tasks_visible_to(whole.head(whole.village), campaign)
    assert [task.clause for task in seen] == ["VI.1"]
    assert list(tasks_visible_to(whole.head(whole.bodies[1]), campaign)) == []
    hidden = task_of(campaign, "VI.2")
    with pytest.raises(type(hidden).DoesNotExist):
        task_for(whole.head(whole.village), campaign, hidden.code)


class TestExpectation:
    def test_sua_cach_tinh(self, campaign: Campaign, whole: Commune) -> None:
        officer, found = whole.commune.standing, Expectation.objects.get(counts="news")
        change_expectation(found, wanted=Wanted("news", "campaign", 4), mandate=officer, on=DAY)
        assert (found.at_least, found.needed) == (4, 4)
        with pytest.raises(Refused, match="đã có yêu cầu cùng loại"):
            change_expectation(found, wanted=Wanted("broadcasts", "campaign"), mandate=officer, on=DAY)

    def test_ghi_nhan_khong_ap_dung_theo_doi_lai(self, campaign: Campaign, whole: Commune) -> None:
        officer, found = whole.commune.standing, Expectation.objects.get(counts="news")
        with pytest.raises(Refused, match="minh chứng hoặc lý do"):
            move_expectation(found, to="settled", why="", mandate=officer, on=DAY)
        for to in ("settled", "tracked", "withdrawn"):
            move_expectation(found, to=to, why="đăng ở cổng của huyện", mandate=officer, on=DAY)
        assert (found.state, found.remark) == ("withdrawn", "đăng ở cổng của huyện")


class TestRecipients:
    def test_thon_xac_nhan_tren_trang_can_bo_ghi_thay(self, campaign: Campaign, whole: Commune) -> None:
        assert [unit.code for unit in units_without_receipt(campaign)] == ["mttq", "ban-vang", "khuoi-cap"]
        acknowledge(Message.objects.get(to_unit=whole.village), mandate=whole.head(whole.village), on=LATER)
        mttq = Delivery.objects.get(unit=whole.body)
        how = "nhận qua điện thoại, ngày 24/4/2023"
        note_receipt(mttq, by="Nông Thị Thắm", how=how, mandate=whole.commune.standing, on=LATER)
        assert [unit.code for unit in units_without_receipt(campaign)] == ["ban-vang"]
        got = {str(one): (one.got_on, one.got_by, one.how) for one in deliveries_of(campaign)}
        assert got["Thôn Khuổi Cáp"] == (LATER, "Hứa Văn Sinh, Trưởng thôn", "")
        assert got["Ủy ban Mặt trận Tổ quốc xã Nà Lâm"] == (LATER, "Nông Thị Thắm", how)
        assert Message.objects.get(to_unit=whole.body).read_by == "Nông Thị Thắm"
        with pytest.raises(Refused, match="đã nhận kế hoạch"):
            note_receipt(mttq, by="Ai", how="x", mandate=whole.commune.standing, on=LATER)

    def test_ghi_nhan_thi_phai_noi_ai_va_cach_nao(self, campaign: Campaign, whole: Commune) -> None:
        delivery = Delivery.objects.get(unit=None)
        for by, how in (("", "điện thoại"), ("Bà Sen", " ")):
            with pytest.raises(Refused, match="Hãy ghi"):
                note_receipt(delivery, by=by, how=how, mandate=whole.commune.standing, on=DAY)
        note_receipt(delivery, by="Bà Sen", how="ký sổ", mandate=whole.commune.standing, on=DAY)
        assert delivery.got_by == "Bà Sen"

    def test_chon_don_vi_them_bo_noi_nhan(self, campaign: Campaign, whole: Commune) -> None:
        officer = whole.commune.standing
        party = make_unit("Đảng ủy xã Nà Lâm", "dang-uy", "don_vi", whole.commune.unit, takes_part=False)
        place_recipient(Delivery.objects.get(unit=None), unit=party, mandate=officer, on=DAY)
        placed = Delivery.objects.get(unit=party)
        assert (placed.words, Message.objects.filter(to_unit=party).count()) == ("Cán bộ, công chức xã", 1)
        with pytest.raises(Refused, match="Nơi nhận này đã là Đảng ủy"):
            place_recipient(placed, unit=whole.body, mandate=officer, on=DAY)
        with pytest.raises(Refused, match="đã có trong danh sách"):
            add_recipient(campaign, unit=party, mandate=officer, on=DAY)
        with pytest.raises(Refused, match="vì sao bỏ"):
            remove_recipient(placed, reason="", mandate=officer, on=DAY)
        remove_recipient(placed, reason="ghi nhầm", mandate=officer, on=DAY)
        assert party not in [one.unit for one in deliveries_of(campaign)]
        assert add_recipient(campaign, unit=party, mandate=officer, on=DAY) == placed
        added = add_recipient(campaign, unit=whole.bodies[1], mandate=officer, on=DAY)
        assert (added.words, added.order) == ("cơ quan thêm", 6)


@pytest.mark.parametrize(
    ("missing", "asked"),
    [
        ("receipt", "V/v đôn đốc xác nhận đã nhận kế hoạch đợt “Thi đua chào mừng 90 năm”"),
        ("task", "V/v đôn đốc thực hiện nhiệm vụ được giao đợt “Thi đua chào mừng 90 năm”"),
        ("review", "V/v đôn đốc tổng kết của đơn vị đợt “Thi đua chào mừng 90 năm”"),
    ],
)
def test_don_doc_dung_nhung_noi_con_no(campaign: Campaign, whole: Commune, missing: str, asked: str) -> None:
    office = whole.commune
    Campaign.objects.update(state="reviewing")
    campaign.refresh_from_db()
    silent = silent_units(campaign, missing, on=LATER)
    assert whole.villages[1] in silent
    letter = draft_reminder(
        campaign, missing=missing, units=silent, signer=office.vice_chair, mandate=office.standing, on=LATER
    )
    content = Document.from_json(letter.content)
    assert (content.letter_subject, content.addressees) == (asked, tuple(unit.name for unit in silent))
    campaign.unit_reviews.create(unit=whole.bodies[1], state="submitted")
    with pytest.raises(Refused, match="không cần đôn đốc: Trường Tiểu học Nà Lâm"):
        draft_reminder(
            campaign, missing=missing, units=[whole.bodies[1]], signer=office.vice_chair,
            mandate=office.standing, on=LATER,
        )  # fmt: skip


def test_ke_hoach_khong_giao_gi_thi_khong_co_viec(whole: Commune) -> None:
    campaign = make_campaign(whole)
    draw_up_work(campaign, mandate=whole.commune.standing, on=DAY)
    assert (campaign.tasks.count(), Assignment.objects.count(), Delivery.objects.count()) == (0, 0, 0)
    lay_down(campaign)
    draw_up_work(campaign, mandate=whole.commune.standing, on=DAY)
    assert campaign.tasks.count() == 3


def test_het_dot_thi_khong_don_doc_dang_ky(campaign: Campaign, whole: Commune) -> None:
    office = whole.commune
    Campaign.objects.update(state="reviewing")
    campaign.refresh_from_db()
    with pytest.raises(Refused, match="không còn đôn đốc đăng ký, báo cáo"):
        draft_reminder(
            campaign, missing="registration", units=whole.villages, signer=office.vice_chair,
            mandate=office.standing, on=LATER,
        )  # fmt: skip
