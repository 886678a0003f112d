"""Doors to the quotas of a campaign (tra cứu chỉ tiêu khen thưởng), and the quotas a plan states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import QuerySet

from thidua.campaigns.models import Campaign, OfferedAward, Quota
from thidua.campaigns.models.campaign import RECIPIENT_KINDS
from thidua.campaigns.queries.campaign_parts import Labels
from thidua.campaigns.queries.plan import Plan
from thidua.campaigns.queries.proposals import form_of
from thidua.vietnamese.text import fold

# "ho\b" of a plan means households; what else a plan counts belongs to these three kinds.
KINDS = (
    ("household", r"ho gia dinh|gia dinh|\bho\b"),
    ("collective", r"tap the|doanh nghiep|don vi|thon|khu dan cu|to dan pho|chi doi|to chuc dang"),
    ("individual", r"ca nhan|nong dan|hoc sinh|giao vien|dang vien|doan vien|hoi vien"),
)
SCOPES = (
    ("village", r"\b(?:thon|ban|khu dan cu|to dan pho)\b"),
    ("body", r"co quan|doan the"),
    ("each", r"\w"),
)
# Whom each share is taken of, as the fairness gauge counts.
SHARE_OF = {
    "workers": "cá nhân",
    "women": "cá nhân, chủ hộ",
    "minorities": "cá nhân, chủ hộ",
    "firsts": "đề nghị",
}


def quotas_of(campaign: Campaign) -> QuerySet[Quota]:
    """The quotas in force (chỉ tiêu đang áp dụng), those of one form together."""
    return campaign.quotas.filter(ended_on=None).select_related("award", "unit")


def ended_quotas(campaign: Campaign) -> QuerySet[Quota]:
    """The quotas that were changed or dropped (chỉ tiêu đã thôi), the last first."""
    found = campaign.quotas.filter(ended_on__isnull=False).select_related("award", "unit")
    return found.order_by("-ended_on", "-id")


def quota_of(campaign: Campaign, code: str) -> Quota:
    """One quota in force by its code, or `Quota.DoesNotExist`."""
    return quotas_of(campaign).get(code=code)


def counted_says(quota: Quota) -> str:
    """What a quota counts (đối tượng của chỉ tiêu): "Giấy khen của Chủ tịch UBND xã, cá nhân, mỗi thôn"."""
    if quota.kind == "share":
        return f"{quota.get_group_display()} trong số {SHARE_OF[quota.group]}"
    award = quota.award.title if quota.award else "mọi hình thức"
    kinds = dict(RECIPIENT_KINDS)
    recipient = kinds.get(quota.recipient, "tập thể, cá nhân, hộ tính chung")
    where = {"all": "", "unit": f", {quota.unit.in_sentence}" if quota.unit else ""}
    return f"{award}, {recipient}{where.get(quota.scope, f', {quota.get_scope_display()}')}"


def amount_says(quota: Quota) -> str:
    """How many or how much (mức của chỉ tiêu): "không quá 5", "không quá 10 % của 42 tập thể (là 4)"."""
    if quota.kind == "once":
        return "một lần trong đời"
    lead = {"share": "ít nhất ", "year": "không quá "}.get(quota.kind, "không quá ")
    within = " trong một năm" if quota.kind == "year" else ""
    if quota.percent is None:
        return f"{lead}{quota.number}{within}"
    share = f"{quota.percent.normalize():f}".replace(".", ",")
    if quota.kind == "share":
        return f"{lead}{share} %"
    if quota.base is None:
        return f"{lead}{share} % của {quota.base_says or 'cơ số'}; chưa ghi cơ số nên chưa tính được"
    return f"{lead}{share} % của {quota.base} {quota.base_says} (là {quota.limit})"


def quota_rows(plan: Plan, labels: Labels, awards: Mapping[str, OfferedAward]) -> Iterator[Quota]:
    """The quotas a plan states (chỉ tiêu trong kế hoạch), each with its clause; `awards` by id of the form.

    Only what still says its number: words a person corrected otherwise are left to be set by hand.
    """
    for place, read in enumerate(plan.get("quotas") or []):
        amount = read.get("count")
        percent = amount.get("percent") if isinstance(amount, dict) else None
        number = percent or amount
        text, group = str(read.get("text") or ""), fold(str(read.get("group") or ""))
        if not isinstance(number, int) or not re.search(rf"(?<!\d)0*{number}(?!\d)", text):
            continue
        path = f"quotas[{place}]"
        yield Quota(
            kind="cap",
            award=awards.get(_form_in(plan, read)),
            recipient=next((kind for kind, words in KINDS if re.search(words, group)), ""),
            number=None if percent else number,
            percent=percent,
            says=text,
            clause=(labels.get(f"{path}.text") or labels.get(f"{path}.group", ""))[:60],
            **_held_for(str(read.get("per") or ""), percent is not None),
        )


def _form_in(plan: Plan, read: Mapping[str, Any]) -> str:
    awards, place = plan.get("awards") or [], read.get("award_index")
    return form_of(awards[place]) if isinstance(place, int) and place < len(awards) else ""


def _held_for(per: str, is_share: bool) -> dict[str, str]:
    """What "per" of the plan means: the base of a percentage, or in which units a number holds."""
    if is_share:
        return {"base_says": per.strip()[:250]}
    words = fold(per)
    return {"scope": next((scope for scope, pattern in SCOPES if re.search(pattern, words)), "all")}
