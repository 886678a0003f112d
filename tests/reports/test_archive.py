"""A campaign is handed over to the archive: every paper as it was issued, in the order of the work."""

import hashlib
import io
from datetime import date
from decimal import Decimal
from zipfile import ZipFile

import pytest
from django.core.files.base import ContentFile

from tests.awards.outcomes import honoured
from tests.awards.session_story import eligible
from tests.factories.commune import make_campaign, make_person
from tests.factories.papers import make_paper
from tests.factories.printed import require_flawless, text_of
from tests.publicity.honours import told
from thidua.awards.certify import make_certificates
from thidua.awards.models import Appraisal, Payment
from thidua.campaigns.models import Campaign
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused
from thidua.paper.pdf import pdf_words
from thidua.publicity.broadcast import write_bulletin
from thidua.publicity.models import AirTime
from thidua.records.attach import attach
from thidua.records.models import LocalRule, OfficialDocument, Run
from thidua.reports import archive
from thidua.reports.archive.listings import LISTINGS, listings_of
from thidua.reports.archive.pack import STEP, _fill, _Stopped
from thidua.reports.archive.papers import Handover, Packed, cover_paper, index_papers
from thidua.reports.archive.pieces import Piece, pieces_of, unfinished
from thidua.reports.archive.retention import Term, term_of
from thidua.reports.folders import FOLDERS, folder_of, order_of

pytestmark = pytest.mark.django_db
DAY = date(2023, 6, 20)
SHELF = "tủ hồ sơ Văn phòng, cặp số 3"


@pytest.fixture
def campaign(whole):
    """A campaign at its end, with its plan issued."""
    found = make_campaign(whole, state="reviewing")
    found.plan = make_paper(whole, until="issued")
    found.save()
    return found


def packed(whole, campaign, **more):
    """The file asked for by the standing officer and made in the background."""
    said = {"file_code": "HS.07", "kept_at": SHELF} | more
    run = archive.order_archive(campaign, **said, mandate=whole.commune.standing, on=DAY)
    archive.pack_archive(run.pk)
    run.refresh_from_db()
    return run


def opened(run):
    with run.file.open("rb") as kept:
        return ZipFile(io.BytesIO(kept.read()))


def set_term(whole, rule, years):
    LocalRule.objects.create(
        unit=whole.commune.unit, rule=rule, value=years, paper="Bảng thời hạn năm 2023",
        starts=date(2023, 1, 1), confirmed_by="Chủ tịch",
    )  # fmt: skip


def work_of(whole, campaign):
    """What the data tell and no paper does: one row for each list."""
    unit, content = whole.village, campaign.contents.first()
    registration = campaign.registrations.create(
        unit=unit, state="accepted", submitted_on=DAY, how="điện thoại"
    )
    target = registration.targets.create(content=content, text="Đường hoa", goal=Decimal("1.5"), measure="km")
    campaign.progress.create(unit=unit, target=target, value=Decimal("0.5"), text="Xong 500 m", on=DAY)
    campaign.reminders.create(unit=unit, missing="report", way="zalo", on=DAY)
    project = campaign.model_projects.create(unit=unit, title="Tuyến đường hoa")
    campaign.replications.create(unit=whole.villages[1], project=project, since=DAY, outcome="Xong đoạn đầu")
    idea = campaign.initiatives.create(unit=unit, code="sk1", title="Ủ phân", what="Ủ", noted_on=DAY)
    idea.authors.create(person=make_person(unit, "Vi Văn Ủ"), order=1)
    campaign.role_models.create(
        unit=whole.commune.unit, slug="vi-thi-mo", name="Vi Thị Mơ", title="Chị Mơ", story="Chị làm đường.",
        state="published", published_on=DAY,
    )  # fmt: skip
    told(campaign, whole.commune.culture, title="Ra quân 🎉 làm đường")
    bulletin = write_bulletin(campaign, mandate=whole.commune.culture, on=DAY)
    AirTime.objects.create(
        broadcast=bulletin, unit=unit, where="Loa chợ", day=DAY, hour="05:30", minutes=4, state="aired"
    )
    for item in campaign.decisions.get().items.all():
        Payment.objects.create(item=item, unit=whole.commune.unit, amount=item.amount, payee=item.name)
    Appraisal.objects.create(
        nomination=campaign.nominations.first(), unit=whole.commune.unit, by="Mai", opened_on=DAY,
        concluded_on=DAY, conclusion="eligible",
    )  # fmt: skip


def test_ca_dot_thanh_mot_tep_theo_trinh_tu_cong_viec(whole, campaign):
    decision = honoured(whole, campaign)
    make_certificates(decision, mandate=whole.commune.clerk, on=date(2023, 6, 5))
    work_of(whole, campaign)
    nomination = campaign.nominations.first()
    nomination.dossier.create(part="to_trinh", note="bản giấy nhận ngày 02/6/2023", added_on=DAY)
    proof = ContentFile(b"Danh sach 62 ho", name="../../ds:ho.txt")
    held = attach(proof, about=nomination, purpose="evidence", mandate=whole.head(whole.village), on=DAY)
    run = packed(whole, campaign)
    assert (run.state, run.done, run.data["file_code"]) == ("done", run.total, "HS.07")
    inside = opened(run)
    names = inside.namelist()
    folders = list(dict.fromkeys(name.partition("/")[0] for name in names if "/" in name))
    assert folders == [
        "01-ke-hoach", "03-dang-ky", "04-theo-doi", "05-neu-guong", "06-de-nghi", "07-tham-dinh",
        "08-hoi-dong", "09-trinh", "10-quyet-dinh", "11-trao-thuong", "12-tien-thuong", "13-truyen-thong",
    ]  # fmt: skip
    lists = {one.title: paper.body[1].rows for one, paper in listings_of(campaign, on=DAY)}
    assert len(lists) == len(LISTINGS)
    assert lists["Đăng ký và chỉ tiêu của các đơn vị"][0][3:6] == ("Đường hoa", "1,5 km", "")
    assert lists["Nhân rộng mô hình, cách làm"][0][2] == "Tuyến đường hoa"
    assert lists["Sáng kiến"][0][2:] == ("Ủ phân", "Vi Văn Ủ", "", "chờ công nhận")
    assert lists["Gương điển hình đã công khai"][0][2:] == ("Vi Thị Mơ", "", "Chị Mơ. Chị làm đường.")
    assert lists["Tin bài đã đăng"][0][2] == "Ra quân ? làm đường"
    assert [row[1] for row in lists["Chi tiền thưởng"]] == [item.name for item in decision.items.all()]
    assert [name for name in names if "/" not in name] == [
        "00-bia-ho-so.pdf", "00-muc-luc-van-ban.pdf", "00-muc-luc-van-ban.xlsx", "sha256.txt",
    ]  # fmt: skip
    papers = OfficialDocument.objects.filter(state="issued")
    seals = {hashlib.sha256(inside.read(name)).hexdigest() for name in names}
    assert {paper.pdf_sha256 for paper in papers} | {held.sha256} <= seals
    words = " ".join(pdf_words(inside.read("00-muc-luc-van-ban.pdf")))
    assert f"bản giấy, cất tại {SHELF}" in words
    assert "Hội đồng" in words
    with run.file.open("rb") as kept:
        assert archive.faults_in(kept) == []
    lines = JournalEntry.objects.filter(verb__in=("order_archive", "pack_archive")).order_by("number")
    assert [line.actor_kind for line in lines] == ["mandate", "system"]
    assert lines[1].data["sha256"] == run.data["sha256"]


def test_lap_lai_thi_ban_truoc_van_con_va_noi_ro_da_cu(whole, campaign):
    first = packed(whole, campaign)
    assert archive.is_outdated(first, pieces_of(campaign, whole.commune.standing)) is False
    sheet = ContentFile(b"%PDF-1.4 giao uoc", name="giao-uoc.pdf")
    campaign.registrations.create(unit=whole.village, state="accepted", how="nhận bản giấy ngày 20/3/2023")
    assert archive.is_outdated(first, pieces_of(campaign, whole.commune.standing)) is True
    with pytest.raises(Refused, match="Có 01 bản giấy không có tệp.*Hãy ghi bản giấy cất ở đâu"):
        packed(whole, campaign, kept_at=" ")
    registration = campaign.registrations.get(unit=whole.village)
    attach(sheet, about=registration, purpose="signed_registration", mandate=whole.commune.standing, on=DAY)
    again = packed(whole, campaign, kept_at="")  # the sheet is damaged: kept as it is, its pages not counted
    assert again.state == "done"
    assert list(archive.archives_of(campaign)) == [again, first]


def test_tep_bi_sua_thi_khong_lap_va_goi_ten(whole, campaign):
    storage, name = campaign.plan.pdf.storage, campaign.plan.pdf.name
    storage.delete(name)
    storage.save(name, ContentFile(b"%PDF-1.4 sua"))
    run = packed(whole, campaign)
    assert (run.state, bool(run.file)) == ("failed", False)
    assert run.says == (
        f"1 tệp không còn đúng như khi ghi vào hồ sơ: “{campaign.plan.number_text} Kế hoạch: "
        f"{campaign.plan.subject}”. Hãy lấy lại tệp từ bản sao lưu, rồi lập lại."
    )


def test_dung_giua_chung_va_bam_hai_lan(whole, campaign):
    standing, said = whole.commune.standing, {"file_code": "", "kept_at": ""}
    run = archive.order_archive(campaign, **said, mandate=standing, on=DAY)
    assert archive.order_archive(campaign, **said, mandate=standing, on=DAY) == run
    key = run.pk
    archive.remove_archive(run, mandate=standing, on=DAY)
    archive.pack_archive(key)
    assert list(archive.archives_of(campaign)) == []
    done = packed(whole, campaign)
    archive.pack_archive(done.pk)
    storage, name = done.file.storage, done.file.name
    assert archive.archive_for(standing, done.pk) == done
    with pytest.raises(type(done).DoesNotExist):
        archive.archive_for(whole.commune.clerk, done.pk)
    with pytest.raises(type(done).DoesNotExist):
        archive.archive_for(whole.district.standing, done.pk)
    assert storage.exists(name)


def test_dung_trong_luc_xep(whole, campaign):
    standing = whole.commune.standing
    run = archive.order_archive(campaign, file_code="", kept_at="", mandate=standing, on=DAY)
    for number in range(STEP):
        data = ContentFile(f"to {number}".encode(), name="to.txt")
        attach(data, about=campaign, purpose="signed_pledge", mandate=standing, on=DAY)
    pieces = pieces_of(campaign, standing)
    Run.objects.filter(pk=run.pk).delete()
    with io.BytesIO() as held, pytest.raises(_Stopped):
        _fill(held, run, campaign, pieces)
    assert not Run.objects.filter(kind="archive").exists()


def test_van_ban_den_chi_co_giay_va_goi_trao_doi(whole, campaign):
    office = whole.commune
    letter = make_paper(whole, until="issued", on=DAY)
    OfficialDocument.objects.filter(pk=letter.pk).update(
        about="campaigns.campaign", about_id=campaign.pk, origin="original", pdf="", pdf_sha256=""
    )
    found = pieces_of(campaign, office.standing)
    assert [(piece.file, piece.note) for piece in found if piece.number == letter.number_text] == [
        (None, "bản giấy")
    ]
    scan = attach(
        ContentFile(b"%PDF-1.4 quet", name="quet.pdf"),
        about=letter,
        purpose="scan",
        mandate=office.clerk,
        on=DAY,
    )
    OfficialDocument.objects.filter(pk=letter.pk).update(scan=scan)
    found = pieces_of(campaign, office.standing)
    assert [piece.note for piece in found if piece.number == letter.number_text] == ["bản gốc đã nhận"]


def test_kiem_tra_thay_tep_bi_sua_them_bot(whole, campaign):
    run = packed(whole, campaign)
    archive.check_again(run.pk, on=DAY)
    run.refresh_from_db()
    assert (run.data["is_whole"], run.data["found"]) == (True, "Hồ sơ còn nguyên, từng tệp đúng mã băm.")
    changed = io.BytesIO()
    with opened(run) as before, ZipFile(changed, "w") as after:
        for name in before.namelist()[1:]:
            after.writestr(name, before.read(name) + (b"x" if name.endswith(".xlsx") else b""))
        after.writestr("la.txt", b"them")
    lost = opened(run).namelist()[0]
    assert archive.faults_in(changed) == [
        f"Thiếu tệp: {lost}.",
        "Tệp lạ, không có trong danh sách: la.txt.",
        "Tệp đã bị sửa: 00-muc-luc-van-ban.xlsx.",
    ]
    storage, name = run.file.storage, run.file.name
    storage.delete(name)
    storage.save(name, ContentFile(changed.getvalue()))
    archive.check_again(run.pk, on=DAY)
    run.refresh_from_db()
    assert run.data["found"].startswith("Tệp .zip không còn đúng như khi lập. Thiếu tệp:")
    storage.delete(name)
    archive.check_again(run.pk, on=DAY)
    run.refresh_from_db()
    assert (run.data["is_whole"], run.data["found"]) == (False, "Tệp .zip không còn ở nơi lưu.")


def test_tep_khong_phai_ho_so_luu_tru():
    other = io.BytesIO()
    with ZipFile(other, "w") as made:
        made.writestr("a.txt", b"a")
    assert archive.faults_in(other) == [
        "Trong tệp không có sha256.txt; không phải hồ sơ do phần mềm này lập."
    ]
    assert archive.faults_in(io.BytesIO(b"khong phai zip")) == [
        "Tệp không mở được như một tệp .zip: File is not a zip file."
    ]


def test_chi_thuong_truc_cua_noi_phat_dong_duoc_lap(whole, campaign):
    for mandate in (whole.commune.chair, whole.head(whole.village), whole.district.standing):
        with pytest.raises(Refused):
            archive.order_archive(campaign, file_code="", kept_at="", mandate=mandate, on=DAY)
    Campaign.objects.filter(pk=campaign.pk).update(state="draft")
    campaign.refresh_from_db()
    with pytest.raises(Refused, match="hồ sơ lưu trữ lập từ khi phát động"):
        archive.order_archive(campaign, file_code="", kept_at="", mandate=whole.commune.standing, on=DAY)


def test_thoi_han_theo_co_quan_dat_va_lay_han_dai_nhat(whole, campaign):
    term = term_of(campaign, on=DAY)
    assert (term.says, term.asks) == ("", "Thời hạn lưu hồ sơ đợt thi đua")
    set_term(whole, "retention_campaign", "10")
    assert term_of(campaign, on=DAY).says == "10 năm, tính từ năm kết thúc việc"
    session = campaign.sessions.create(
        council=whole.commune.unit.councils.get(), unit=whole.commune.unit, code="phien", meets_on=DAY,
        place="x", chair=whole.commune.chair.person, secretary=whole.commune.standing.person,
    )  # fmt: skip
    sent = campaign.submissions.create(
        unit=whole.commune.unit,
        to_unit=whole.commune.unit,
        form="giay_khen_xa",
        session=session,
        code="trinh",
    )
    campaign.decisions.create(
        unit=whole.commune.unit,
        form="giay_khen_xa",
        submission=sent,
        code="qd",
        state="issued",
        decided_on=DAY,
    )
    assert term_of(campaign, on=DAY).asks == "Thời hạn lưu hồ sơ khen thưởng cấp xã"
    set_term(whole, "retention_xa", "15")
    campaign.closing_paper = campaign.plan
    assert term_of(campaign, on=DAY).says == "15 năm, tính từ năm kết thúc việc 2023, đến hết năm 2038"
    assert term_of(campaign, on=DAY).papers == ("Bảng thời hạn năm 2023",)


def handover(campaign, *, term=None, kept_at=SHELF):
    term = term or Term(None, ("Thời hạn lưu hồ sơ đợt thi đua",), (), None)
    return Handover(campaign, "", kept_at, term, "Hoàng Thị Mai, Công chức", DAY)


def test_bia_va_muc_luc_dung_the_thuc(campaign):
    lines = [
        Packed(
            Piece(0, "Kế hoạch: Phát động", number="12/KH-UBND", day=DAY, author="UBND xã"), "01/a.pdf", 3
        ),
        Packed(Piece(5, "bản giấy 🎉, hồ sơ abc", author="Thôn", note="bản giấy"), "", None),
    ]
    for paper in (*index_papers(handover(campaign), lines), cover_paper(handover(campaign), lines)):
        require_flawless(paper)
    parts = list(index_papers(handover(campaign), lines * 300))
    assert [paper.summary[-8:] for paper in parts] == [", phần 1", ", phần 2"]
    assert [paper.body[0].rows[1][0] for paper in parts] == ["1", "401"]
    words = text_of(cover_paper(handover(campaign), lines))
    assert "chưa đặt; ghi ở Cơ quan › Quy tắc địa phương › Báo cáo, lưu trữ: Thời hạn lưu hồ sơ đợt" in words
    assert "Mục lục có 02 văn bản, tài liệu, trong đó 01 bản giấy; phần có tệp đếm được 3 trang." in words
    bare = cover_paper(handover(campaign, kept_at="", term=Term(10, (), ("Bảng",), 2023)), [])
    assert "không có bản giấy kèm theo" in text_of(bare)
    assert "10 năm, tính từ năm kết thúc việc 2023, đến hết năm 2033 (theo Bảng)." in text_of(bare)


def test_van_ban_chua_phat_hanh_khong_vao_ho_so(whole, campaign):
    draft = make_paper(whole)
    OfficialDocument.objects.filter(pk=draft.pk).update(about="campaigns.campaign", about_id=campaign.pk)
    assert unfinished(campaign, whole.commune.standing) == 1
    assert [piece.number for piece in pieces_of(campaign, whole.commune.standing)] == [
        campaign.plan.number_text
    ]


def test_thu_tu_cong_viec():
    assert FOLDERS[folder_of("award_decision")].name == "Quyết định"
    assert folder_of("reply") == folder_of("closing_report")
    inside = ("award_decision", "chair_submission", "correction", "campaign_plan")
    assert sorted(inside, key=order_of) == [
        "campaign_plan",
        "chair_submission",
        "award_decision",
        "correction",
    ]


def test_mot_so_truy_van_co_dinh(whole, campaign, django_assert_max_num_queries):
    for name in ("Hà Thị Lan", "Hà Thị Mận"):
        eligible(whole, campaign, make_person(whole.village, name))
    with django_assert_max_num_queries(16):
        pieces_of(campaign, whole.commune.standing)
