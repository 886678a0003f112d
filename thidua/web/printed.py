"""The forms, lists and receipts printed where they are needed (giấy in tại chỗ), in no book of numbers."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse

from thidua.awards.documents.ballot import ballot_paper, opinion_paper
from thidua.awards.documents.ceremony import call_list_paper, call_sheet
from thidua.awards.documents.dossier import index_paper, receipt_paper
from thidua.awards.documents.hall import cards_paper, later_paper, seating_plan
from thidua.awards.documents.opinion import slip_paper
from thidua.awards.documents.register import destruction_paper, reissue_request
from thidua.awards.models import Ceremony, CouncilSession, Decision, Nomination
from thidua.awards.permissions.ceremony import may_hand_at
from thidua.awards.queries.ballot import BallotGroup, ballots_of
from thidua.awards.queries.ceremony import ceremony_for, groups_of, guests_of, not_collected
from thidua.awards.queries.certificate import certificate_for, own_decision
from thidua.awards.queries.council import session_for
from thidua.awards.queries.decision import decision_items
from thidua.awards.queries.lawful import parts_of
from thidua.awards.queries.nomination import nomination_for
from thidua.awards.queries.opinion import consultation_for, opinions_in
from thidua.awards.queries.stock import destruction_for
from thidua.campaigns.documents.example import deed_slip
from thidua.campaigns.documents.initiative import initiative_list
from thidua.campaigns.documents.model_project import models_paper
from thidua.campaigns.documents.registration import pledge_paper, registration_paper
from thidua.campaigns.models import Campaign, Registration
from thidua.campaigns.permissions.part import may_receive
from thidua.campaigns.queries.campaign import campaign_for
from thidua.campaigns.queries.initiative import initiatives_of
from thidua.campaigns.queries.model_project import models_by_unit, projects_of
from thidua.campaigns.queries.part import project_of, registration_of, registrations_sent, unit_in
from thidua.campaigns.queries.replication import replications_in
from thidua.law.ruling import Ruling, no, yes
from thidua.org.models import Mandate, Unit
from thidua.org.permissions import may_act
from thidua.org.queries import who_holds
from thidua.paper.model import Document
from thidua.publicity.documents import bulletin_paper
from thidua.publicity.queries import broadcast_for
from thidua.records.queries.files import files_of
from thidua.reports.permissions import may_read_statistics
from thidua.reports.statistic_papers import statistic_paper
from thidua.reports.statistics import FIRST_YEAR, Filled, Year, offices_within, statistics_of, year_of
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
    found = registration_of(*_campaign_and_unit(mandate, code, on))
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


def form_of(unit: Unit) -> str:
    """Where visitors tell of a good deed, the unit chosen (trang báo việc tốt của một thôn)."""
    return f"{reverse('report-good-deed')}?don-vi={unit.code}"


def _campaign_and_unit(mandate: Mandate, code: str, on: date) -> tuple[Campaign, Unit]:
    """What an address names by campaign and unit: “<đợt>_<đơn vị>”."""
    first, _, second = code.partition("_")
    campaign = campaign_for(mandate, first)
    return campaign, unit_in(campaign, mandate, second, on=on)


def _deed_slip(found: tuple[Campaign, Unit], mandate: Mandate, on: date) -> Document:
    campaign, unit = found
    address = f"{settings.SITE_ADDRESS}{form_of(unit)}" if settings.SITE_ADDRESS else ""
    return deed_slip(campaign, unit, address=address)


def _may_list(campaign: Campaign, mandate: Mandate, on: date) -> Ruling:
    return may_receive(mandate, campaign, on=on)


def _initiatives(campaign: Campaign, mandate: Mandate, on: date) -> Document:
    return initiative_list(campaign, list(initiatives_of(mandate, campaign)), signer=mandate)


def _models(campaign: Campaign, mandate: Mandate, on: date) -> Document:
    alive = projects_of(mandate, campaign).exclude(stage="dropped")
    copies = replications_in(mandate, campaign).exclude(state="dropped").order_by("since", "id")
    return models_paper(
        campaign, list(alive), copies=list(copies), standing=models_by_unit(campaign, on=on), on=on
    )


def _may_receipt(nomination: Nomination, mandate: Mandate, on: date) -> Ruling:
    if nomination.submitted_on is None:
        return no("Hồ sơ chưa gửi; giấy tiếp nhận in khi đã nhận hồ sơ.", rule="receipt:draft")
    return may_act(mandate, "standing", "clerk", on=on)


def _call_list(decision: Decision, mandate: Mandate, on: date) -> Document:
    return call_list_paper(decision, decision_items(decision))


def _ceremony(mandate: Mandate, code: str, on: date) -> Ceremony:
    return ceremony_for(mandate, code)


def _may_print_hall(ceremony: Ceremony, mandate: Mandate, on: date) -> Ruling:
    """Who prepares or hands over at the ceremony prints what the hall needs."""
    return may_hand_at(mandate, ceremony, on=on)


def _may_print_seats(ceremony: Ceremony, mandate: Mandate, on: date) -> Ruling:
    ruling = _may_print_hall(ceremony, mandate, on)
    if ruling.is_yes and not ceremony.places.exists():
        return no("Chưa xếp chỗ; hãy xếp chỗ rồi in sơ đồ.", rule="ceremony:seats")
    return ruling


def _everybody(thing: Any, mandate: Mandate, on: date) -> Ruling:
    """Who may open the page may print it."""
    return yes()


def _statistics(mandate: Mandate, code: str, on: date) -> tuple[Unit, Year, Filled]:
    """The form that an address names by office, year and form: “<cơ quan>_<năm>_<biểu>”."""
    place, _, rest = code.partition("_")
    number, _, form = rest.partition("_")
    unit = offices_within(mandate.unit).get(code=place)
    if not number.isdecimal() or not FIRST_YEAR <= int(number) <= on.year:
        raise Unit.DoesNotExist
    year = year_of(unit, int(number))
    filled = next((one for one in statistics_of(unit, year) if one.form.id == form), None)
    if filled is None:
        raise Unit.DoesNotExist
    return unit, year, filled


def _statistic(asked: tuple[Unit, Year, Filled], mandate: Mandate, on: date) -> Document:
    unit, year, filled = asked
    chair = who_holds(unit, "chair", on=on).first()
    return statistic_paper(filled, unit=unit, year=year, maker=mandate, chair=chair)


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
        "phieu-guong-tot", "Phiếu phát hiện gương tốt", "slip", _campaign_and_unit, _everybody, _deed_slip,
    ),
    Printed(
        "danh-sach-sang-kien", "Danh sách sáng kiến", "initiatives",
        lambda mandate, code, on: campaign_for(mandate, code), _may_list, _initiatives,
    ),
    Printed(
        "danh-muc-mo-hinh", "Danh mục mô hình, phần việc", "projects",
        lambda mandate, code, on: campaign_for(mandate, code),
        lambda campaign, mandate, on: may_receive(mandate, campaign, on=on), _models,
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
        "phieu-xuong-ten", "Phiếu xướng tên", "ceremony", _ceremony, _may_print_hall,
        lambda ceremony, mandate, on: call_sheet(ceremony, groups_of(ceremony)),
    ),
    Printed(
        "so-do-cho-ngoi", "Sơ đồ chỗ ngồi", "ceremony", _ceremony, _may_print_seats,
        lambda ceremony, mandate, on: seating_plan(ceremony, groups_of(ceremony), guests_of(ceremony)),
    ),
    Printed(
        "the-moi", "Thẻ mời", "ceremony", _ceremony, _may_print_hall,
        lambda ceremony, mandate, on: cards_paper(ceremony, groups_of(ceremony), guests_of(ceremony)),
    ),
    Printed(
        "danh-sach-nhan-sau", "Danh sách ký nhận sau lễ", "ceremony", _ceremony, _may_print_hall,
        lambda ceremony, mandate, on: later_paper(ceremony, not_collected(ceremony)),
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
    Printed(
        "bieu-thong-ke", "Biểu thống kê", "statistics", _statistics,
        lambda asked, mandate, on: may_read_statistics(mandate, on=on), _statistic,
    ),
)  # fmt: skip
