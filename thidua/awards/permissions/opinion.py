"""Who may ask others for an opinion and write their answers down (quyền lấy ý kiến)."""

from __future__ import annotations

from datetime import date

from thidua.awards.models import Consultation
from thidua.campaigns.models import Campaign
from thidua.law.ruling import Ruling, no
from thidua.org.models import Mandate
from thidua.org.permissions import may_act


def may_list_advisers(mandate: Mandate, campaign: Campaign, *, on: date) -> Ruling:
    """May this mandate say whom the campaign asks (lập danh sách nơi cần hỏi)? The standing officer of the
    launching office.
    """
    return may_act(mandate, "standing", on=on, unit=campaign.unit)


def may_consult(mandate: Mandate, *, on: date) -> Ruling:
    """May this mandate ask others on what lies with its office (lấy ý kiến)? The standing officer."""
    return may_act(mandate, "standing", on=on)


def may_send(mandate: Mandate, consultation: Consultation, *, on: date) -> Ruling:
    """May the letter still be written or the asking be noted (gửi hỏi ý kiến)? Once, before it went out."""
    ruling = _own(mandate, consultation, on=on)
    if ruling.is_yes and consultation.state != "draft":
        return no(f"Việc lấy ý kiến này {consultation.state_says}.", rule="opinion:sent")
    return ruling


def may_remind(mandate: Mandate, consultation: Consultation, *, on: date) -> Ruling:
    """May those who were asked be reminded (nhắc trả lời)? While answers are open; never the whole people."""
    ruling = _own(mandate, consultation, on=on)
    if not ruling.is_yes:
        return ruling
    if consultation.is_posting:
        return no("Niêm yết thì không nhắc; hết hạn niêm yết, ghi ý kiến đã nhận.", rule="opinion:posting")
    if consultation.state != "asked":
        return no(f"Việc lấy ý kiến này {consultation.state_says}; không cần nhắc.", rule="opinion:answered")
    return ruling


def may_answer(mandate: Mandate, consultation: Consultation, *, on: date) -> Ruling:
    """May answers be written down (ghi ý kiến)? Once it was asked; a later one may correct it."""
    ruling = _own(mandate, consultation, on=on)
    if ruling.is_yes and consultation.state not in ("asked", "closed"):
        return no(
            f"Việc lấy ý kiến này {consultation.state_says}; chưa ghi trả lời được.", rule="opinion:early"
        )
    return ruling


def may_cancel(mandate: Mandate, consultation: Consultation, *, on: date) -> Ruling:
    """May the asking be dropped (bỏ việc lấy ý kiến)? While no answer came."""
    ruling = _own(mandate, consultation, on=on)
    if ruling.is_yes and not consultation.table.allows(consultation.state, "cancelled"):
        return no(f"Việc lấy ý kiến này {consultation.state_says}; không bỏ được.", rule="opinion:over")
    if ruling.is_yes and consultation.opinions.exclude(answer="").exists():
        return no("Đã có ý kiến trả lời; không bỏ được nữa.", rule="opinion:answers")
    return ruling


def _own(mandate: Mandate, consultation: Consultation, *, on: date) -> Ruling:
    return may_act(mandate, "standing", on=on, unit=consultation.unit)
