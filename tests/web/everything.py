"""One office in the middle of its work: a thing in every state that some page can move on (cả cơ quan)."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace

from django.core.files.base import ContentFile
from PIL import Image

from tests.awards.ballot_story import counted, drop_all, open_box
from tests.awards.dossiers import complete, sent
from tests.awards.session_story import (
    DAY,
    decided,
    eligible,
    held,
)
from tests.awards.session_story import sent as submitted
from tests.factories.commune import (
    Commune,
    make_campaign,
    make_commune,
    make_mandate,
    make_person,
    make_unit,
    make_user,
)
from tests.factories.papers import make_paper
from tests.factories.plans import make_intake, make_prepared_campaign, make_quota, make_scan
from tests.factories.work import make_work, part_of, task_of
from tests.publicity.honours import shown, told
from tests.web.archive_doors import handed_over
from tests.web.around_dossiers import around_the_dossiers
from tests.web.ceremony_doors import hold_a_ceremony
from tests.web.certificate_doors import blanks_and_key
from tests.web.council_doors import around_the_table
from tests.web.exchange_doors import exchange_with_others
from tests.web.launch_doors import launched_in_depth
from tests.web.lead_doors import leads_and_initiatives
from tests.web.list_doors import lists_and_order
from tests.web.model_doors import built_by_the_village
from tests.web.money_doors import money_moved
from tests.web.own_rule_doors import own_rules
from tests.web.people_doors import remember_people
from tests.web.publicity_doors import told_to_the_public
from tests.web.pulse_doors import plan_visits
from tests.web.signing_doors import copy_and_sign, sign_papers
from thidua.awards import deliberate
from thidua.awards.appraise import open_appraisal
from thidua.awards.certify import (
    make_certificates,
    order_prints,
    print_next_part,
)
from thidua.awards.decide import draft_decision
from thidua.awards.models import Certificate, CouncilSession, Nomination
from thidua.awards.queries.council import attendance_of
from thidua.awards.submit import draft_submission, return_to_lower
from thidua.campaigns import assign
from thidua.campaigns.discover import (
    GoodDeed,
    Profile,
    give_consent,
    note_good_deed,
    reject_good_deed,
    verify_good_deed,
    withdraw_role_model,
    write_role_model,
)
from thidua.campaigns.intake import settle
from thidua.campaigns.models import Campaign, OfferedAward
from thidua.campaigns.queries.part import registration_of
from thidua.campaigns.queries.review import results_of
from thidua.campaigns.register import (
    RegistrationEntry,
    TargetEntry,
    accept_registration,
    save_registration,
    submit_registration,
)
from thidua.campaigns.review import Meeting, ReviewEntry, save_review, submit_review
from thidua.campaigns.track import ProgressReport, report_progress
from thidua.org.models import Installation, Mandate, Unit, User
from thidua.paper.docx import write_docx
from thidua.publicity.announce import take_down_news, write_news
from thidua.publicity.broadcast import write_bulletin
from thidua.publicity.documents import NewsWords
from thidua.records.attach import attach
from thidua.records.consent import ConsentWords
from thidua.records.documents.printing import paper_of
from thidua.records.draft import compare_edited
from thidua.records.models import Message, NumberBook
from thidua.records.take_in import keep_rows

SECRET_WORDS = "Ý kiến riêng trong phiên họp kín"


@dataclass
class Everything:
    """The office, who may knock (`people`, by role), and what lies behind the doors (`of`)."""

    whole: Commune
    people: dict[str, User | None]
    of: SimpleNamespace


def make_everything() -> Everything:
    """Fill the invented commune on its working day, 5 June 2023."""
    whole = make_commune(2023)
    Installation.objects.update(is_demo=True, working_day=DAY)
    teller = make_mandate(whole.commune.unit, "Bế Thị Thơm", role="teller", title="Tổ trưởng tổ kiểm phiếu")
    whole.commune.mandates["teller"] = teller
    of = SimpleNamespace(whole=whole, unit=whole.village, spare=make_person(whole.village, "Nông Văn Dư"))
    of.ended = make_unit(
        "Thôn Khuổi Cũ",
        "khuoi-cu",
        "thon",
        whole.commune.unit,
        closed_on=date(2023, 4, 30),
        heir=whole.village,
    )
    remember_people(whole, of)
    _campaigns(whole, of)
    _part(whole, of)
    _work(whole, of)
    launched_in_depth(whole, of)
    _examples(whole, of)
    told_to_the_public(whole, of)
    built_by_the_village(whole, of)
    _papers(whole, of)
    _dossiers(whole, of)
    leads_and_initiatives(whole, of)
    _sessions(whole, of)
    _secret(whole, of)
    _decisions(whole, of)
    handed_over(whole, of)
    exchange_with_others(whole, of)
    return Everything(whole, _people(whole), of)


def _people(whole: Commune) -> dict[str, User | None]:
    """An account for everybody who may knock, each in one mandate."""
    assert whole.district is not None
    away = make_unit("Ủy ban nhân dân xã Phia Bioóc", "phia-bioc", "xa", whole.district.unit)
    found: dict[str, Mandate] = dict(whole.commune.mandates)
    found |= {
        "unit_head": whole.head(whole.body),
        "village_head": whole.head(whole.village),
        "other_village": whole.head(whole.villages[1]),
        "away_standing": make_mandate(away, "Sằm Thị Xa", role="standing", title="Thường trực"),
        "away_chair": make_mandate(away, "Lãnh Văn Xa", role="chair", title="Chủ tịch"),
    }
    for level, office in (("district", whole.district), ("province", whole.province)):
        found |= {f"{level}_{role}": office.mandates[role] for role in ("standing", "chair", "secretary")}
    people: dict[str, User | None] = {
        role: make_user(held, role.replace("_", "-")) for role, held in found.items()
    }
    guest = make_person(whole.village, "Người Không Chức")
    people["no_mandate"] = User.objects.create_user(username="khong-chuc", password=None, person=guest)
    return people | {"anonymous": None}


def _renamed(campaign: Campaign, slug: str) -> Campaign:
    Campaign.objects.filter(pk=campaign.pk).update(slug=slug)
    campaign.slug = slug
    return campaign


def _campaigns(whole: Commune, of: SimpleNamespace) -> None:
    """A plan half read, a campaign before its launch, one that runs, one that judges."""
    of.intake = make_intake(whole)
    of.scan = make_scan(whole)
    of.proposal, skipped = of.intake.proposals.exclude(kind="problem")[:2]
    settle(skipped, answer="skipped", mandate=whole.commune.standing, on=DAY)
    of.stretch = of.intake.stretches[3][0]
    of.prepared = make_prepared_campaign(whole)
    of.running = _renamed(make_campaign(whole), "dang-chay")
    OfferedAward.objects.filter(campaign=of.running, delegated=True).update(standard_set_on=None)
    of.judging = _renamed(make_campaign(whole, state="reviewing"), "dang-xet")
    of.quota = make_quota(whole, of.judging)
    own_rules(whole, of, on=DAY)


def _part(whole: Commune, of: SimpleNamespace) -> None:
    """One unit has registered and reported; one has only begun; a message waits; the closings too."""
    for unit, campaign in (
        (whole.village, of.running),
        (whole.villages[1], of.running),
        (whole.body, of.running),
    ):
        _registers(whole, campaign, unit)
    submit_registration(registration_of(of.running, whole.village), mandate=whole.head(whole.village), on=DAY)
    accepted = registration_of(of.running, whole.body)
    submit_registration(accepted, mandate=whole.head(whole.body), on=DAY)
    accept_registration(accepted, mandate=whole.commune.standing, on=DAY)
    head = whole.head(whole.village)
    target = registration_of(of.running, whole.village).targets.get()
    report = ProgressReport("Đã trồng xong một nửa.", target)
    of.entry = report_progress(of.running, report=report, unit=whole.village, mandate=head, on=DAY)
    proof = ContentFile(b"Danh sach 12 ho", name="minh-chung.txt")
    of.file = attach(proof, about=of.entry, purpose="evidence", mandate=head, on=DAY)
    of.message = Message.objects.create(
        unit=whole.commune.unit, to_unit=whole.village, subject="Đôn đốc", body="Gửi báo cáo", sent_on=DAY
    )
    for unit in whole.villages:
        _closes(whole, of.running, unit)
    _closes(whole, of.judging, whole.village)


def _work(whole: Commune, of: SimpleNamespace) -> None:
    """The work of the plan: a task waiting, one in hand, one done, one withdrawn; a proposed day."""
    officer = whole.commune.standing
    make_work(whole, of.running, on=DAY)
    plan_visits(whole, of)
    of.task, of.waiting_task = task_of(of.running, "VI.1"), task_of(of.running, "VI.3")
    of.part, of.done_part = (part_of(of.running, "VI.1", code) for code in ("khuoi-cap", "mttq"))
    assign.finish_task(of.done_part, result=assign.Result("Xong"), mandate=whole.head(whole.body), on=DAY)
    of.withdrawn_task = assign.add_task(
        of.running, words=assign.TaskWords("Việc thôi làm"), mandate=officer, on=DAY
    )
    assign.withdraw_task(of.withdrawn_task, reason="trùng việc", mandate=officer, on=DAY)
    of.expectation = of.running.expectations.get(counts="news")
    of.delivery = of.running.deliveries.get(unit=whole.villages[1])
    of.open_delivery = of.running.deliveries.get(unit=None)
    of.running.deadlines.create(kind="session", day=date(2023, 6, 9), says="đề xuất, kế hoạch không ghi")


def _registers(whole: Commune, campaign: Campaign, unit: Unit) -> None:
    content = campaign.contents.first()
    assert content is not None
    entry = RegistrationEntry(
        (TargetEntry(content, "Trồng rừng mới"),), "Tuyến đường tự quản", "Mỗi hộ một đoạn"
    )
    save_registration(campaign, entry=entry, unit=unit, mandate=whole.head(unit), on=DAY)


def _closes(whole: Commune, campaign: Campaign, unit: Unit) -> None:
    meeting = Meeting(DAY, "19:30", "21:00", "Nhà văn hóa", "Hứa Văn Sinh", "Chu Thị Lụa", 40, 36, "Nhất trí")
    results = {str(found.target.pk): "Đạt" for found in results_of(campaign, unit)}
    entry = ReviewEntry("Xong mọi việc.", results, meeting=meeting)
    review = save_review(campaign, entry=entry, unit=unit, mandate=whole.head(unit), on=DAY)
    if unit == whole.village:
        submit_review(review, mandate=whole.head(unit), on=DAY)


def _examples(whole: Commune, of: SimpleNamespace) -> None:
    """Good deeds, role models, news in every state; a bulletin."""
    officer, culture = whole.commune.standing, whole.commune.culture
    leads = []
    for who in ("Bà Hoàng Thị Slao", "Ông Lý Văn Pảo", "Ông Bàn Văn Lìn"):
        deed = GoodDeed(who, "Dắt trâu đi lạc trả lại chủ.", where="Thôn Khuổi Cáp", how="điện thoại")
        leads.append(note_good_deed(of.running, deed=deed, mandate=officer, on=DAY))
    of.lead, of.verified, of.rejected = leads
    verify_good_deed(of.verified, checked_with="Trưởng thôn", mandate=officer, on=DAY)
    reject_good_deed(of.rejected, reason="Trùng tin", mandate=officer, on=DAY)
    profile = Profile("Lương Văn Khoan", "Bản Vàng", "Giữ rừng", "Hai mươi năm giữ rừng đầu nguồn.")
    written = [write_role_model(of.running, profile=profile, mandate=officer, on=DAY) for _ in range(2)]
    of.model, of.agreed = written
    consent = ConsentWords("Lương Văn Khoan", "ký phiếu đồng ý", DAY)
    give_consent(of.agreed, words=consent, mandate=officer, on=DAY)
    of.public_model = shown(of.running, officer)
    of.photo = attach(_photo(), about=of.public_model, purpose="photo", mandate=officer, on=DAY)
    of.jpeg = _photo("JPEG").read()
    of.withdrawn = shown(of.running, officer, name="Triệu Thị Pham", title="Mở lớp xóa mù")
    withdraw_role_model(of.withdrawn, reason="Người được nêu đề nghị", mandate=officer, on=DAY)
    words = NewsWords("Ra quân", "Cả thôn cùng làm.", "Sáng nay bà con ra quân.")
    of.news = write_news(of.running, words=words, mandate=culture, on=DAY)
    of.public_news = told(of.running, culture, title="Đường thôn đã thông")
    of.down = told(of.running, culture, title="Tin đã gỡ")
    take_down_news(of.down, reason="Sai tên", mandate=culture, on=DAY)
    of.bulletin = write_bulletin(of.running, mandate=culture, on=DAY)


def _photo(kind: str = "PNG") -> ContentFile[bytes]:
    held = io.BytesIO()
    Image.new("RGB", (40, 20), "#b42318").save(held, kind)
    return ContentFile(held.getvalue(), name="anh.png")


def _papers(whole: Commune, of: SimpleNamespace) -> None:
    """A paper at each step of its life, one edited in Word, a sheet to take in."""
    steps = ("draft", "for_signature", "signed", "numbered", "issued")
    of.paper = {step: make_paper(whole, until=step, purpose="reminder", on=DAY) for step in steps}
    of.to_hand_back = of.paper["for_signature"]
    sign_papers(whole, of)
    draft = of.paper["draft"]
    of.docx = write_docx(paper_of(draft))
    edited = ContentFile(of.docx, name="sua.docx")
    of.edited = compare_edited(draft, upload=edited, mandate=whole.commune.standing, on=DAY)
    of.book = NumberBook.objects.get(unit=whole.commune.unit, series="office")
    rows = [["Tên", "Loại"], ["Thôn Pác Cuổi", "Thôn"]]
    of.sheet = keep_rows(rows, what="units", mandate=whole.commune.standing, on=DAY)


def _dossiers(whole: Commune, of: SimpleNamespace) -> None:
    """A nomination being written, one sent, one under appraisal, one the district has or returned."""
    assert whole.district is not None
    names = ("Lộc Văn Tài", "Lộc Văn Sáng", "Lộc Văn Mười")
    people = [make_person(whole.village, name, position="Nông dân") for name in names]
    of.written = complete(whole, people[0], campaign=of.judging)
    of.sent = sent(whole, people[1], campaign=of.judging)
    of.appraised = sent(whole, people[2], campaign=of.judging)
    of.appraisal = open_appraisal(of.appraised, mandate=whole.commune.standing, on=DAY)
    around_the_dossiers(whole, of)
    lists_and_order(whole, of)
    up = [make_person(whole.village, name) for name in ("Hà Thị Lan", "Hà Thị Mận")]
    gone = [eligible(whole, of.judging, one, form="giay_khen_huyen") for one in up]
    submitted(held(of.judging, gone, whole.commune), whole.commune, form="giay_khen_huyen")
    of.above, of.returned = (Nomination.objects.get(pk=one.pk) for one in gone)
    return_to_lower(of.returned, reason="Thiếu ảnh", mandate=whole.district.standing, on=DAY)


def _session(whole: Commune, of: SimpleNamespace, name: str, *, mode: str = "hands") -> CouncilSession:
    office = whole.commune
    tellers = ("Bế Thị Thơm", "Chu Thị Sen") if mode == "ballots" else ()
    meeting = deliberate.Meeting(
        DAY, "Phòng họp", office.chair.person, office.secretary.person, mode=mode, tellers=tellers
    )
    session = deliberate.plan_session(of.judging, meeting=meeting, mandate=office.secretary, on=DAY)
    cases = [eligible(whole, of.judging, make_person(whole.village, f"{name} {place}")) for place in "AB"]
    deliberate.table_nominations(session, nominations=cases, mandate=office.secretary, on=DAY)
    members = [seat.member for seat in attendance_of(session)]
    deliberate.mark_attendance(session, present=members, mandate=office.secretary, on=DAY)
    return session


def _sessions(whole: Commune, of: SimpleNamespace) -> None:
    """A session being prepared, one with a show of hands, one with ballots, one that has ended."""
    office = whole.commune
    of.waiting = eligible(whole, of.judging, make_person(whole.village, "Vi Văn Chờ"))
    of.planned = _session(whole, of, "Vi Văn Chuẩn")
    around_the_table(whole, of)
    of.hands = _session(whole, of, "Vi Văn Giơ")
    of.ballots = _session(whole, of, "Vi Văn Phiếu", mode="ballots")
    for session in (of.hands, of.ballots):
        deliberate.open_session(session, mandate=office.secretary, on=DAY)
        deliberate.open_case(session.cases.first(), mandate=office.secretary, on=DAY)
    deliberate.write_discussion(of.hands, text=SECRET_WORDS, expected=None, mandate=office.secretary, on=DAY)
    of.case, of.next_case = of.hands.cases.order_by("order")
    of.ballot_case = of.ballots.cases.order_by("order").first()
    seats = [seat.member for seat in attendance_of(of.hands)]
    of.member = next(one for one in seats if one.person_id == office.member.person_id)
    of.recused = next(one for one in seats if one.person_id == office.accountant.person_id)
    deliberate.recuse(of.case, member=of.recused, why="là người nhà", mandate=office.secretary, on=DAY)
    for seat in seats[:2]:
        mandate = next(one for one in office.mandates.values() if one.person_id == seat.person_id)
        deliberate.cast_vote(of.case, choice="for", mandate=mandate, on=DAY)


def _secret(whole: Commune, of: SimpleNamespace) -> None:
    """A session that votes in secret, its box not open yet; one with a round counted and another running."""
    of.secret = _session(whole, of, "Vi Văn Kín", mode="secret")
    of.box = _session(whole, of, "Vi Văn Hòm", mode="secret")
    for session in (of.secret, of.box):
        deliberate.open_session(session, mandate=whole.commune.secretary, on=DAY)
    of.secret_case = of.secret.cases.first()
    first, second = of.box.cases.order_by("order")
    found = open_box(whole, of.box, cases=[first])
    drop_all(whole, found, ["for", "against", "for"])
    counted(whole, found)
    open_box(whole, of.box, cases=[second])


def _passed(whole: Commune, of: SimpleNamespace, name: str) -> CouncilSession:
    return held(of.judging, [eligible(whole, of.judging, make_person(whole.village, name))], whole.commune)


def _decisions(whole: Commune, of: SimpleNamespace) -> None:
    """A tờ trình in draft, one presented; a decision in draft, one in force, one honoured."""
    office = whole.commune
    of.closed = _passed(whole, of, "Chu Thị Ban")
    of.submission = draft_submission(
        _passed(whole, of, "Chu Thị Năm"), form="giay_khen_xa", mandate=office.standing, on=DAY
    )
    of.presented = submitted(_passed(whole, of, "Chu Thị Sáu"), office)
    presented = submitted(_passed(whole, of, "Chu Thị Bảy"), office)
    of.decision = draft_decision(presented, mandate=office.standing, on=DAY)
    of.in_force = decided(submitted(_passed(whole, of, "Chu Thị Tám"), office), office)
    of.honoured = decided(submitted(_passed(whole, of, "Chu Thị Chín"), office), office)
    make_certificates(of.honoured, mandate=office.clerk, on=DAY)
    of.printed_batch = order_prints(
        of.honoured, blank=None, base="https://vi-du.vn/", mandate=office.clerk, on=DAY
    )
    print_next_part(of.printed_batch.pk)
    money_moved(whole, of)
    of.minutes = of.closed.minutes
    of.certificate = Certificate.objects.get()
    blanks_and_key(whole, of)
    copy_and_sign(whole, of)
    hold_a_ceremony(whole, of)
