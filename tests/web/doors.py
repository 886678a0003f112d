"""Every address with real arguments and a filled-in form: the table of doors (bảng địa chỉ)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.web.archive_doors import ARCHIVE
from tests.web.ceremony_doors import CEREMONIES
from tests.web.certificate_doors import BLANKS, CERTIFICATES, CHECKING
from tests.web.council_doors import CALLS, RUNS, TABLE, VOTERS
from tests.web.door import EVERYBODY, PLAN, Door, Of, posts, public, upload
from tests.web.exchange_doors import EXCHANGE
from tests.web.launch_doors import LAUNCH
from tests.web.law_doors import LAW
from tests.web.lead_doors import FINDING
from tests.web.list_doors import LISTS
from tests.web.model_doors import MODELS
from tests.web.money_doors import MONEY
from tests.web.own_rule_doors import OWN_RULES
from tests.web.people_doors import PEOPLE
from tests.web.publicity_doors import PUBLICITY
from tests.web.quota_doors import QUOTAS
from tests.web.report_doors import REPORTS
from tests.web.secret_doors import SECRET
from tests.web.signing_doors import SIGNING
from tests.web.work_doors import WORK
from thidua.awards.nominate import NO_MATTER
from thidua.campaigns.queries.plan import section_of
from thidua.web.forms.office import person_initial, unit_initial

# What every form is sent with: fields a form does not know are ignored, so one filled-in form fits all.
WORDS = """
reason remark text why words title lead body script lessons name place who what where how story summary
minutes met_at subject rules_paper founded_by checked_with person_name payee receipt cluster to short_name
address achievement report previous_awards initiative note project_title project_description signer_words
paper short_title post position result xac-minh-checked_with khong-nhan-reason xem-lai-reason go-reason
dong-y-person_name dong-y-how collective individual household
"""
DAYS = "day starts ends last_day opened_on meets_on given_on dong-y-given_on met_on"
FILLED: dict[str, Any] = {
    **dict.fromkeys(WORDS.split(), "Lời ghi để thử"),
    **dict.fromkeys(DAYS.split(), "05/6/2023"),
    "hour": "17:30", "ended_at": "10:30", "starts_at": "08:00", "met_from": "19:30", "met_to": "21:00",
    "year": "2031", "next_number": "1", "number": "91", "suffix": "THU", "series": "office", "kinds": "*",
    "level": "thon", "honorific": "Ông", "role": "member", "number_text": "", "telephone": "0912345678",
    "username": "nguoi-moi", "once": "", "answer": "accepted", "way": "new", "mode": "hands",
    "choice": "against", "issued": "7", "collected": "7", "in_favour": "6", "against": "1", "spoilt": "0",
    "kind": "quyet_dinh", "go-why": "office", "stage": "building", "recipient": "individual",
    "pasted": "Tên\tLoại\nThôn Thử\tThôn", "invited": "40", "present": "36", "viec": "gui", "part": "khac",
    "open_matter": NO_MATTER, "chi-tieu-TOTAL_FORMS": "0", "chi-tieu-INITIAL_FORMS": "0",
    "bieu-duong-TOTAL_FORMS": "0", "bieu-duong-INITIAL_FORMS": "0", "field": "contents", "group": "",
}  # fmt: skip


def _code(thing: str) -> Callable[[Of], tuple[Any, ...]]:
    return lambda of: (getattr(of, thing).code,)


def _slug(thing: str) -> Callable[[Of], tuple[Any, ...]]:
    return lambda of: (getattr(of, thing).slug,)


def _pk(thing: str) -> Callable[[Of], tuple[Any, ...]]:
    return lambda of: (getattr(of, thing).pk,)


def _paper(step: str, *more: Any) -> Callable[[Of], tuple[Any, ...]]:
    return lambda of: (of.paper[step].code, *more)


def _case(thing: str = "case", session: str = "hands", *more: Any) -> Callable[[Of], tuple[Any, ...]]:
    return lambda of: (getattr(of, session).code, getattr(of, thing).pk, *more)


def _unit(campaign: str = "running", unit: int = 0, *more: Any) -> Callable[[Of], tuple[Any, ...]]:
    return lambda of: (getattr(of, campaign).code, of.whole.villages[unit].code, *more)


def _office(of: Of, role: str) -> str:
    return str(of.whole.commune.mandates[role].pk)


def _person(of: Of, role: str) -> str:
    return str(of.whole.commune.mandates[role].person_id)


# Who arranges the things of the commune: its own, and the levels above it.
ARRANGE = "standing admin district_standing province_standing"
APPOINT = f"{ARRANGE} chair district_chair province_chair"
# Who does the same in an office of their own, whatever the commune has: the neighbour too.
SEAT_ABOVE = "district_standing province_standing district_chair province_chair"
CHAIRS_OF_ALL = f"{SEAT_ABOVE} away_standing away_chair"
SEAT, BOOKS, WRITERS = "standing chair", "clerk chair standing", "standing culture"
HANDS_OUT = "clerk standing culture"

PUBLIC = (
    public("public-home"),
    public("public-campaign", _slug("running")),
    public("public-feed", _slug("running")),
    public("public-paper", lambda of: (of.judging.slug, of.honoured.document.code)),
    public("public-news", _slug("public_news")),
    public("public-role-model", _slug("public_model")),
    public("public-picture", _slug("public_model")),
    public("report-good-deed", may=f"{EVERYBODY} no_mandate anonymous"),
    public("good-deed-receipt", lambda of: (of.lead.receipt,)),
    public("verify"),
    public("verify-certificate", _code("certificate")),
    *CHECKING,
    public("account_login"),
    public("account_logout", answer=302),
    public("account_inactive"),
    public("account_reset_password"),
    public("first-run", answer=302),
)
OWN = (
    Door("account_change_password", may=""),
    posts("switch-mandate", lambda of: (), ""),
    Door("working-day", may=EVERYBODY, data=lambda of: {"day": "06/6/2023"}),
    Door("desk"),
    Door("message", _pk("message")),
    posts("acknowledge-message", _pk("message"), "village_head"),
    Door("file", _pk("file")),
)
OFFICE = (
    Door("office"),
    Door("units"),
    Door("unit-new", may=ARRANGE, data=lambda of: {"parent": of.whole.commune.unit.pk}),
    Door(
        "unit",
        lambda of: (of.unit.code,),
        ARRANGE,
        lambda of: unit_initial(of.unit) | {"name": "Thôn Đổi Tên"},
    ),
    Door("unit-end", lambda of: (of.whole.bodies[1].code,), ARRANGE),
    posts("unit-inherit", lambda of: (of.ended.code,), "standing"),
    Door("people"),
    Door("person-new", may=ARRANGE, data=lambda of: {"unit": of.unit.pk}),
    Door(
        "person",
        _pk("spare"),
        ARRANGE,
        lambda of: {"unit": of.unit.pk, "mark": person_initial(of.spare)["mark"]},
    ),
    Door("mandate-new", _pk("spare"), APPOINT, lambda of: {"unit": of.whole.commune.unit.pk}),
    Door("mandates"),
    Door("mandate-end", lambda of: (_office(of, "member"),), APPOINT),
    Door("accounts"),
    posts("accounts-for-all", lambda of: (), ARRANGE),
    Door("slips"),
    Door("slips-pdf"),
    Door("account-new", lambda of: (of.spare.pk,), ARRANGE),
    posts("account-reset", lambda of: ("member",), ARRANGE),
    posts("account-turn", lambda of: ("member",), ARRANGE, data=lambda of: {"to": "stop"}),
    Door("account-telephone", lambda of: ("member",), ARRANGE),
    Door(
        "council-setup",
        may=f"{SEAT} {SEAT_ABOVE}",
        data=lambda of: {"person": _person(of, "clerk"), "post": "member"},
    ),
    Door("council-found", may=f"{SEAT} {CHAIRS_OF_ALL}"),
    Door("council-rules", may=f"{SEAT} {SEAT_ABOVE}"),
    Door("seat-end", _pk("member"), SEAT),
    Door("books"),
    Door("book-new", may=f"{BOOKS} {CHAIRS_OF_ALL}"),
    posts("books-carry", lambda of: (), ""),
    Door("book-next", _pk("book"), BOOKS),
    Door("wordings"),
    Door(
        "wording",
        lambda of: ("reminder-help",),
        f"{SEAT} {CHAIRS_OF_ALL}",
        data=lambda of: {"text": "Xin gọi."},
    ),
    posts("wording-back", lambda of: ("reminder-help",), ""),
    Door(
        "integrity",
        may="standing admin chair vice_chair away_standing away_chair "
        "district_standing district_chair province_standing province_chair",
    ),
    Door("local-areas"),
    Door("local-rules"),
    Door("rule-lift", lambda of: ("council_rounds",), ""),
    Door(
        "local-rule", lambda of: ("council_quorum",), f"{SEAT} {CHAIRS_OF_ALL}", lambda of: {"value": "3/4"}
    ),
    Door("import-rows", lambda of: ("units",), f"{ARRANGE} away_standing"),
    Door("import-template", lambda of: ("units",)),
    Door("import-preview", _pk("sheet"), "standing admin"),
)
PAPERS = (
    Door("papers"),
    Door("paper", _paper("issued")),
    Door("paper-picture", _paper("issued", 1)),
    Door("paper-file", _paper("issued", "pdf")),
    Door("paper-draft", lambda of: ("thong-bao-ket-qua", of.judging.code), "standing"),
    Door("paper-print", lambda of: ("danh-sach-xuong-ten", of.honoured.code, "pdf")),
    Door("paper-edited", _paper("draft"), CALLS, lambda of: {"upload": upload(of.docx, "sua.docx")}),
    Door("paper-differences", lambda of: (of.paper["draft"].code, of.edited.pk), CALLS),
    posts("paper-send", _paper("draft"), CALLS, data=lambda of: {"signer": _office(of, "chair")}),
    posts("paper-hand-back", _paper("for_signature"), "chair"),
    posts("paper-number", _paper("signed"), "clerk"),
    posts("paper-issue", _paper("numbered"), "clerk"),
    posts(
        "paper-scan",
        _paper("issued"),
        "clerk standing",
        data=lambda of: {"upload": upload(b"%PDF-1.7", "q.pdf")},
    ),
    posts("paper-move", _paper("for_signature", "ky"), "chair"),
)
PLANS = (
    Door("plan-new", may="standing away_standing district_standing province_standing",
         data=lambda of: {"upload": upload(PLAN.encode(), "kh.txt"), "way": "draft"}),
    Door("scan", _pk("scan")),
    Door("scan-page", lambda of: (of.scan.pk, 1)),
    Door("scan-picture", lambda of: (of.scan.pk, 1)),
    posts("scan-go-on", _pk("scan"), "standing"),
    posts("scan-take", _pk("scan"), "standing"),
    posts("scan-discard", _pk("scan"), "standing"),
    Door("plan", _code("intake")),
    Door("plan-accept", _code("intake")),
    posts("plan-discard", _code("intake"), "standing"),
    posts("plan-add", _code("intake"), "standing"),
    posts("plan-suggestions", _code("intake"), "standing"),
    posts("plan-section", lambda of: (of.intake.code, section_of(of.proposal.path)), "standing"),
    Door("plan-answer", lambda of: (of.intake.code, of.proposal.pk), "standing",
         lambda of: {"answer": "skipped", "value": ""}),
    posts("plan-undo", lambda of: (of.intake.code, 1), "standing"),
    posts("plan-undo-one", lambda of: (of.intake.code, 1), "standing"),
    Door("plan-paragraph", lambda of: (of.intake.code, of.stretch), "standing",
         lambda of: {"kind": "join", "at": of.stretch}),
    Door("plan-picture", lambda of: (of.intake.code, 1)),
    Door("campaigns"),
    Door("campaign", _code("running")),
    Door("campaign-plan", _code("prepared")),
    Door("campaign-launch", _code("prepared")),
    posts("campaign-reopen", _code("prepared"), "standing"),
    Door("campaign-deadlines", _code("prepared"), "standing", lambda of: {"report": "20/5/2023"}),
)  # fmt: skip
PART = (
    Door("campaign-registrations", _code("running")),
    Door("unit-registration", _unit(unit=1), "standing other_village"),
    posts("return-registration", _unit(), "standing"),
    posts("move-registration", _unit("running", 0, "nhan"), "standing"),
    Door("campaign-track", _code("running")),
    Door("remind", lambda of: (of.running.code, "bao-cao"), "standing",
         lambda of: {"missing": "report", "units": [str(of.whole.villages[1].pk)],
                     "signer": _office(of, "vice_chair")}),
    Door("unit-progress", _unit(), "standing village_head", lambda of: {"value": ""}),
)  # fmt: skip
EXAMPLES = (
    Door("campaign-leads", _code("running")),
    Door("lead-new", _code("running"), WRITERS, lambda of: {"way": "gap", "told_on": "05/6/2023"}),
    Door("lead", lambda of: (of.lead.receipt,)),
    Door("lead-verify", lambda of: (of.lead.receipt,), "standing"),
    Door("lead-reject", lambda of: (of.lead.receipt,), "standing"),
    Door("lead-reopen", lambda of: (of.rejected.receipt,), "standing"),
    Door("lead-profile", lambda of: (of.verified.receipt,), WRITERS),
    Door("campaign-role-models", _code("running")),
    Door("role-model-new", _code("running"), WRITERS),
    Door("role-model", _slug("model")),
    Door("role-model-edit", _slug("model"), WRITERS),
    Door(
        "role-model-photo",
        _slug("model"),
        WRITERS,
        lambda of: {"photo": upload(of.jpeg, "anh.jpg"), "agreed": "on"},
    ),
    posts("role-model-photo-out", lambda of: (of.public_model.slug, of.photo.pk), WRITERS),
    Door("role-model-consent", _slug("model"), WRITERS),
    posts("role-model-publish", _slug("agreed"), WRITERS),
    Door("role-model-withdraw", _slug("public_model"), WRITERS),
    posts("role-model-reopen", _slug("withdrawn"), WRITERS),
    Door("campaign-news", _code("running")),
    Door("news-new", _code("running"), WRITERS),
    Door("bulletin-new", _code("running"), WRITERS),
    Door("news", _slug("news")),
    Door("news-edit", _slug("news"), WRITERS),
    posts("news-publish", _slug("news"), "standing chair vice_chair"),
    Door("news-take-down", _slug("public_news"), f"{WRITERS} chair vice_chair"),
    posts("news-reopen", _slug("down"), WRITERS),
    Door("bulletin", _code("bulletin")),
    Door("bulletin-edit", _code("bulletin"), WRITERS),
    Door("bulletin-log", _code("bulletin"), WRITERS, lambda of: {"hour": "17:30", "minutes": "4"}),
    Door("bulletin-text", _code("bulletin")),
)
NOMINATIONS = (
    Door("campaign-standards", _code("running")),
    Door("award-standard", lambda of: (of.running.code, "giay_khen_xa"), SEAT),
    Door("original-standard", lambda of: (of.running.code, "giay_khen_xa"), SEAT,
         lambda of: {"number_text": "45/QĐ-CTUBND", "upload": upload()}),
    Door("campaign-reviews", _code("running")),
    posts("begin-awarding", _code("running"), SEAT),
    Door("unit-review", _unit(unit=1), "other_village standing"),
    posts("return-review", _unit(), "standing"),
    posts("move-review", _unit("running", 0, "lay-lai"), "village_head standing"),
    Door("campaign-nominations", _code("judging")),
    posts("unit-papers", _unit("judging"), "village_head standing"),
    Door("nominations"),
    Door("nominations-sheet"),
    posts("nominations-chosen", lambda of: (), "village_head", data=lambda of: {"chon": [of.written.code]}),
    Door("new-nomination", lambda of: (), "village_head other_village unit_head standing",
         lambda of: {"award": of.judging.awards.get(form="bang_khen_tinh").pk,
                     "candidate": ""},
         query="?dot={judging.code}&don-vi=khuoi-cap"),
    Door("campaign-appraisals", _code("judging")),
    Door("nomination", _code("written")),
    Door("dossier", _code("written"), "village_head standing", lambda of: {"group": of.written.group}),
    posts("dossier-part", _code("written"), "village_head standing", data=lambda of: {"part": "to_trinh"}),
    posts("confirm-report", _code("written"), "village_head"),
    Door("withdraw-nomination", _code("written"), "village_head standing"),
    Door("other-form", _code("written"), "village_head standing",
         lambda of: {"award": of.judging.awards.get(form="giay_khen_xa").pk}),
    Door("appraisal", _code("appraised"), "standing"),
    posts("conclude-appraisal", lambda of: (of.appraised.code, "khong-du-dieu-kien"), "standing"),
    Door("return-dossier", _code("appraised"), "standing"),
    Door("late-nomination", _code("overdue"), "standing"),
    Door("claim-evidence", lambda of: (of.written.code, of.evidence.claim.criterion_id),
         "village_head standing", lambda of: {"uploads": upload(b"Danh sach ho", "ds.txt")}),
    posts("drop-evidence", lambda of: (of.written.code, of.evidence.pk), "village_head standing"),
    Door("campaign-opinions", _code("judging"), "standing",
         lambda of: {"kind": "police", "name": "Công an xã Thử", "days": "5"}),
    Door("ask-opinions", _code("judging"), "standing",
         lambda of: {"kind": "police", "name": "Công an xã Thử", "days": "5",
                     "nominations": [str(of.sent.pk)]}),
    posts("drop-adviser", lambda of: (of.judging.code, of.adviser.pk), "standing"),
    Door("consultation", _code("asked"), "standing",
         lambda of: {"reply": "Công văn 45", "replied_on": "05/6/2023",
                     f"answer-{of.sent.pk}": "agrees"}),
    posts("consultation-asked", _code("asking"), "standing"),
    posts("consultation-cancel", _code("asking"), "standing"),
    posts("move-nomination", lambda of: (of.sent.code, "nhan-tham-dinh"), "standing"),
)  # fmt: skip
COUNCIL = (
    Door("council"),
    Door("campaign-sessions", _code("judging")),
    Door("plan-session", _code("judging"), CALLS,
         lambda of: {"chair": _person(of, "chair"), "secretary": _person(of, "secretary")}),
    Door("session", _code("hands")),
    Door("session-agenda", _code("planned"), CALLS, lambda of: {"nominations": [str(of.waiting.pk)]}),
    Door("session-attendance", _code("planned"), CALLS),
    posts("open-session", _code("planned"), CALLS),
    posts("close-session", _code("closed"), ""),
    posts("session-discussion", _code("hands"), RUNS),
    posts("session-paper", lambda of: (of.planned.code, "giay-moi"), CALLS),
    Door("case-votes", _case()),
    posts("case-vote", _case(), VOTERS),
    posts("case-hands", _case(), RUNS, data=lambda of: {str(of.member.pk): "for"}),
    posts("case-ballots", _case("ballot_case", "ballots"), "teller secretary standing"),
    posts("case-recuse", _case("next_case"), RUNS, data=lambda of: {"member": str(of.member.pk)}),
    posts("case-unrecuse", lambda of: (of.hands.code, of.case.pk, of.recused.pk), RUNS),
    posts("case-move", _case("case", "hands", "chot"), RUNS),
)  # fmt: skip
DECISIONS = (
    Door("campaign-submissions", _code("judging")),
    posts("draft-submission", _code("judging"), "standing",
          data=lambda of: {"meeting": of.closed.code, "form": "giay_khen_xa"}),
    Door("submission", _code("submission")),
    posts("drop-submission", _code("submission"), "standing"),
    posts("draft-decision", _code("presented"), "standing", data=lambda of: {"signer": _office(of, "chair")}),
    Door("answer-nomination", lambda of: (of.above.code, "tra-lai"), "district_standing"),
    Door("campaign-decisions", _code("judging")),
    Door("decision", _code("decision")),
    posts("move-decision", lambda of: (of.decision.code, "bo"), "standing"),
    Door("campaign-certificates", _code("judging")),
    Door("award-register", _code("honoured")),
    Door("award-register-sheet", _code("honoured")),
    posts("make-certificates", _code("in_force"), "clerk standing"),
    Door("certificates-file", _code("honoured")),
    Door("prints", _code("honoured"), "clerk standing"),
    Door("prints-file", _pk("printed_batch")),
    posts("prints-remove", _pk("printed_batch"), "clerk standing"),
    posts("hand-over-chosen", _code("honoured"), HANDS_OUT, data=lambda of: {"chon": of.certificate.code}),
    posts("draft-payments", _code("in_force"), "accountant standing"),
    Door("payments-sheet", _code("honoured")),
    Door("certificate-file", _code("certificate")),
    Door("pay", _pk("payment"), "accountant", lambda of: {"means": "cash", "payee": of.payment.payee}),
)  # fmt: skip
DOORS = (
    *(*PUBLIC, *OWN, *OFFICE, *PEOPLE, *PAPERS, *SIGNING, *PLANS, *PART, *WORK, *LAUNCH,
      *QUOTAS, *OWN_RULES, *EXAMPLES, *FINDING, *MODELS, *NOMINATIONS, *COUNCIL, *TABLE, *SECRET),
    *(*LISTS, *LAW, *MONEY, *DECISIONS, *BLANKS, *CERTIFICATES, *CEREMONIES, *REPORTS, *ARCHIVE,
      *EXCHANGE, *PUBLICITY),
)  # fmt: skip
