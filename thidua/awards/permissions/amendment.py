"""Who may correct or cancel an issued decision, and tell of results (quyền đính chính, thông báo)."""

from __future__ import annotations

from datetime import date

from thidua.awards.models import Decision
from thidua.awards.queries.lawful import rulebook_of
from thidua.campaigns.models import Campaign
from thidua.law.ruling import Ruling, no
from thidua.org.models import Mandate
from thidua.org.permissions import may_act


def may_correct(mandate: Mandate, decision: Decision, *, on: date) -> Ruling:
    """May a correction be drafted (đính chính)? Of an issued decision, by the standing officer of its office.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 18.
    """
    ruling = may_act(mandate, "standing", on=on, unit=decision.unit)
    if ruling.is_yes and decision.state != "issued":
        return no("Quyết định chưa ban hành: sửa ngay bản dự thảo, không cần đính chính.", rule="amend:state")
    return ruling


def may_revoke(mandate: Mandate, decision: Decision, *, on: date) -> Ruling:
    """May a revocation be drafted (hủy bỏ, thu hồi)? Like a correction; a yes names the article it rests on.

    Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 93 khoản 2 (sổ principles).
    """
    ruling = may_correct(mandate, decision, on=on)
    return ruling if ruling.stops else rulebook_of(decision.unit, on=on).revocation_basis()


def may_recall(mandate: Mandate, decision: Decision, *, on: date) -> Ruling:
    """May the money of cancelled awards be asked back (yêu cầu nộp lại tiền)? By the standing officer or the
    accountant of the office that decided.
    """
    return may_act(mandate, "standing", "accountant", on=on, unit=decision.unit)


def may_inform(mandate: Mandate, campaign: Campaign, *, on: date) -> Ruling:
    """May results be told in a notice (thông báo kết quả)? By the launching office's standing officer."""
    return may_act(mandate, "standing", on=on, unit=campaign.unit)


def may_remind_receivers(mandate: Mandate, decision: Decision, *, on: date) -> Ruling:
    """May the silent receivers be reminded (nhắc nơi nhận)? Of an issued decision, by the standing officer or
    the clerk of its office.
    """
    ruling = may_act(mandate, "standing", "clerk", on=on, unit=decision.unit)
    if ruling.is_yes and decision.state != "issued":
        return no("Quyết định chưa ban hành, chưa gửi nơi nhận.", rule="inform:state")
    return ruling


def may_arrange_ceremony(mandate: Mandate, campaign: Campaign, *, on: date) -> Ruling:
    """May the ceremony be arranged (chuẩn bị lễ trao)? By the standing or culture officer of that office."""
    return may_act(mandate, "standing", "culture", on=on, unit=campaign.unit)
