"""Who may extend, suspend, resume, stop or reopen a campaign (quyền gia hạn, tạm dừng, mở lại)."""

from __future__ import annotations

from datetime import date

from thidua.campaigns.models import Campaign, CampaignChange
from thidua.campaigns.queries.steer import change_on_its_way
from thidua.law.ruling import Ruling, no, yes
from thidua.org.models import Mandate
from thidua.org.permissions import may_act

# kind of change -> the states of a campaign in which it can begin, and the state it leads to ("" = as is).
CHANGES: dict[str, tuple[frozenset[str], str]] = {
    "extend": (frozenset({"open", "suspended", "reviewing"}), ""),
    "suspend": (frozenset({"open"}), "suspended"),
    "resume": (frozenset({"suspended"}), "open"),
    "stop": (frozenset({"open", "suspended"}), "reviewing"),
    "reopen": (frozenset({"closed"}), "reviewing"),
}


def fits(campaign: Campaign, kind: str) -> Ruling:
    """Can this change begin now? (có hợp với tình trạng của đợt): by the table `CHANGES`."""
    if campaign.state in CHANGES[kind][0]:
        return yes()
    names = dict(CampaignChange.KINDS)
    return no(f"Đợt này {campaign.state_says}, không {names[kind]} được.", rule="steer:state")


def may_steer(mandate: Mandate, campaign: Campaign, *, kind: str, on: date) -> Ruling:
    """May this mandate draft the paper of such a change? (được soạn văn bản thay đổi): the standing officer
    of the launching office, one change at a time.
    """
    ruling = may_act(mandate, "standing", on=on, unit=campaign.unit)
    if ruling.stops:
        return ruling
    waiting = change_on_its_way(campaign)
    if waiting is not None:
        return no(
            f"Đang có văn bản {waiting} chưa phát hành ({waiting.document.subject}); phát hành hoặc bỏ văn "
            "bản ấy rồi mới soạn văn bản khác.",
            rule="steer:waiting",
        )
    return fits(campaign, kind)
