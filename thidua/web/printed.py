"""The forms, lists and receipts printed where they are needed (giấy in tại chỗ), in no book of numbers."""

from __future__ import annotations

from datetime import date
from typing import Any

from thidua.awards.documents.ballot import ballot_paper, opinion_paper
from thidua.awards.documents.ceremony import call_list_paper
from thidua.awards.documents.dossier import index_paper, receipt_paper
from thidua.awards.documents.opinion import slip_paper
from thidua.awards.documents.register import destruction_paper, reissue_request
from thidua.awards.models import CouncilSession, Decision, Nomination
from thidua.awards.queries.ballot import BallotGroup, ballots_of
from thidua.awards.queries.certificate import certificate_for, own_decision
from thidua.awards.queries.council import session_for
from thidua.awards.queries.decision import decision_items
from thidua.awards.queries.lawful import parts_of
from thidua.awards.queries.nomination import nomination_for
from thidua.awards.queries.opinion import consultation_for, opinions_in
from thidua.awards.queries.stock import destruction_for
from thidua.campaigns.documents.registration import pledge_paper, registration_paper
from thidua.campaigns.models import Campaign, Registration
from thidua.campaigns.permissions.part import may_receive
from thidua.campaigns.queries.campaign import campaign_for
from thidua.campaigns.queries.part import project_of, registration_of, registrations_sent, unit_in
from thidua.law.ruling import Ruling, no, yes
from thidua.org.models import Mandate
from thidua.org.permissions import may_act
from thidua.org.queries import who_holds
from thidua.paper.model import Document
from thidua.publicity.documents import bulletin_paper
from thidua.publicity.queries import broadcast_for
from thidua.records.queries.files import files_of
from thidua.web.offers import Printed


def _session(mandate: Mandate, code: str, on: date) -> CouncilSession:
    return session_for(mandate, code)


def _ballot(mandate: Mandate, code: str, on: date) -> tuple[CouncilSession, BallotGroup]:
    """The session and its ballot that an address names together: “<phiên>_<số loại phiếu>”."""
    first, _, number = code.partition("_")
    session = session_for(mandate, first)
    groups = ballots_of(session)
    if not number.isdecimal() or not 1 <= int(number) <= len(groups):
        raise CouncilSession.DoesNotExist
    return session, groups[int(number) - 1]


def _ballot_codes(session: CouncilSession) -> list[tuple[str, str]]:
    if session.mode != "ballots" or session.state in ("closed", "cancelled"):
        return []
    return [
        (f"{session.code}_{number}", f"{group.says}, in {group.copies} tờ")
        for number, group in enumerate(ballots_of(session), start=1)
    ]


def _opinion_codes(session: CouncilSession) -> list[tuple[str, str]]:
    due = session.is_by_name and session.state in ("planned", "open")
    whom = "mỗi thành viên một phiếu" if session.mode == "written" else "cho thành viên vắng mặt"
    return [(session.code, whom)] if due else []


def _may_print_slips(mandate: Mandate, on: date) -> Ruling:
    return may_act(mandate, "secretary", "standing", "teller", on=on)


def _registration(mandate: Mandate, code: str, on: date) -> Registration:
    """The registration that an address names by campaign and unit: “<đợt>_<đơn vị>”."""
    first, _, second = code.partition("_")
    campaign = campaign_for(mandate, first)
    found = registration_of(campaign, unit_in(campaign, mandate, second, on=on))
    if found is None:
        raise Registration.DoesNotExist
    return found


def _register(registration: Registration, mandate: Mandate, on: date) -> Document:
    head = who_holds(registration.unit, "unit_head", "village_head", on=on).first()
    project = project_of(registration.campaign, registration.unit)
    return registration_paper(registration, project=project, signer=head)


def _may_pledge(campaign: Campaign, mandate: Mandate, on: date) -> Ruling:
    ruling = may_receive(mandate, campaign, on=on)
    if ruling.is_yes and not registrations_sent(campaign).exists():
        return no("Chưa có đơn vị nào gửi đăng ký; giao ước lập từ các bản đăng ký.", rule="pledge:none")
    return ruling


def _pledge(campaign: Campaign, mandate: Mandate, on: date) -> Document:
    chair = who_holds(campaign.unit, "chair", on=on).first() or mandate
    return pledge_paper(campaign, list(registrations_sent(campaign)), witness=chair)


def _may_receipt(nomination: Nomination, mandate: Mandate, on: date) -> Ruling:
    if nomination.submitted_on is None:
        return no("Hồ sơ chưa gửi; giấy tiếp nhận in khi đã nhận hồ sơ.", rule="receipt:draft")
    return may_act(mandate, "standing", "clerk", on=on)


def _call_list(decision: Decision, mandate: Mandate, on: date) -> Document:
    return call_list_paper(decision, decision_items(decision))


def _everybody(thing: Any, mandate: Mandate, on: date) -> Ruling:
    """Who may open the page may print it."""
    return yes()


PRINTED = (
    Printed(
        "phieu-bieu-quyet", "Phiếu biểu quyết", "session", _ballot,
        lambda session, mandate, on: _may_print_slips(mandate, on),
        lambda pair, mandate, on: ballot_paper(*pair), codes=_ballot_codes, of=lambda pair: pair[0],
    ),
    Printed(
        "phieu-lay-y-kien", "Phiếu lấy ý kiến", "session", _session,
        lambda session, mandate, on: _may_print_slips(mandate, on),
        lambda session, mandate, on: opinion_paper(session), codes=_opinion_codes,
    ),
    Printed(
        "ban-dang-ky", "Bản đăng ký thi đua", "registration", _registration, _everybody, _register,
        codes=lambda one: [(f"{one.campaign.code}_{one.unit.code}", "")],
    ),
    Printed(
        "giao-uoc", "Giao ước thi đua", "registrations",
        lambda mandate, code, on: campaign_for(mandate, code), _may_pledge, _pledge,
    ),
    Printed(
        "giay-tiep-nhan", "Giấy tiếp nhận hồ sơ", "nomination",
        lambda mandate, code, on: nomination_for(mandate, code), _may_receipt,
        lambda nomination, mandate, on: receipt_paper(nomination, parts_of(nomination), receiver=mandate),
    ),
    Printed(
        "muc-luc-ho-so", "Mục lục hồ sơ", "nomination",
        lambda mandate, code, on: nomination_for(mandate, code), _everybody,
        lambda nomination, mandate, on: index_paper(
            nomination, parts_of(nomination), list(files_of(nomination))
        ),
    ),
    Printed(
        "phieu-tra-loi", "Phiếu trả lời ý kiến", "consultation",
        lambda mandate, code, on: consultation_for(mandate, code), _everybody,
        lambda one, mandate, on: slip_paper(one, list(opinions_in(one))),
        codes=lambda one: [] if one.is_posting else [(one.code, "")],
    ),
    Printed(
        "danh-sach-xuong-ten", "Danh sách xướng tên", "register",
        lambda mandate, code, on: own_decision(mandate, code), _everybody, _call_list,
    ),
    Printed(
        "bien-ban-huy-phoi", "Biên bản hủy phôi", "destruction",
        lambda mandate, code, on: destruction_for(mandate, code), _everybody,
        lambda done, mandate, on: destruction_paper(done),
    ),
    Printed(
        "don-cap-lai", "Đơn đề nghị cấp đổi, cấp lại", "certificate",
        lambda mandate, code, on: certificate_for(mandate, code), _everybody,
        lambda found, mandate, on: reissue_request(found, mandate=mandate),
    ),
    Printed(
        "ban-tin", "Bản tin phát thanh", "bulletin",
        lambda mandate, code, on: broadcast_for(mandate, code), _everybody,
        lambda broadcast, mandate, on: bulletin_paper(broadcast),
    ),
)  # fmt: skip
