"""A title of the locality in a campaign (danh hiệu của địa phương trong đợt): offered, taken off again."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import Max, ProtectedError

from thidua.campaigns.models import Campaign, Criterion, OfferedAward
from thidua.campaigns.models.campaign import RECIPIENT_KINDS
from thidua.campaigns.permissions.review import may_offer_title
from thidua.campaigns.queries.review import GROUP_HEADINGS
from thidua.journal.write import write
from thidua.law.local_title import is_local
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.org.permissions import may_regulate
from thidua.records.models import LocalTitle
from thidua.records.queries.rulebook import rulebook_of


@transaction.atomic
def offer_title(campaign: Campaign, *, title: LocalTitle, mandate: Mandate, on: date) -> OfferedAward:
    """Let a campaign offer a title of the locality (đưa danh hiệu của địa phương vào đợt) and return the row.

    Effects: units may nominate for it by the criteria of its paper. Raises `Refused` for a title that is not
    in force that day, and for one offered already. Căn cứ: văn bản của địa phương đặt danh hiệu.
    """
    may_offer_title(mandate, campaign, on=on).require()
    form = rulebook_of(campaign.unit, on=on).form(title.code)
    if campaign.awards.filter(form=title.code).exists():
        raise Refused(no(f"Đợt này đã có danh hiệu “{title.name}”.", rule="offer:twice"))
    last = campaign.awards.aggregate(last=Max("order"))["last"] or 0
    award = OfferedAward.objects.create(
        campaign=campaign, order=last + 1, form=form.id, title=form.name, level=form.level,
        lead=title.paper, standard_set_on=title.starts,
    )  # fmt: skip
    asked = [(kind, text) for kind, _ in RECIPIENT_KINDS for text in title.criteria.get(kind, ())]
    Criterion.objects.bulk_create(
        Criterion(award=award, order=order, recipient=kind, group=GROUP_HEADINGS[kind], text=text)
        for order, (kind, text) in enumerate(asked, start=1)
    )
    says = f"Đưa danh hiệu “{title.name}” vào đợt {campaign.short_title}, theo {title.paper}."
    write("offer_title", says, actor=mandate.actor(), on=on, thing=award)
    return award


@transaction.atomic
def take_title_off(award: OfferedAward, *, mandate: Mandate, on: date) -> None:
    """Take a title of the locality out of a campaign again (bỏ danh hiệu khỏi đợt).

    Raises `Refused` for a form of the plan, and once somebody has been nominated for it. Căn cứ: không (quy
    ước nội bộ).
    """
    may_offer_title(mandate, award.campaign, on=on).require()
    if not is_local(award.form):
        raise Refused(no("Hình thức này do kế hoạch nêu, không bỏ ở đây được.", rule="offer:plan"))
    says = f"Bỏ danh hiệu “{award.title}” khỏi đợt {award.campaign.short_title}."
    write("take_title_off", says, actor=mandate.actor(), on=on, thing=award)
    try:
        award.delete()
    except ProtectedError as held:
        raise Refused(
            no("Đã có đề nghị danh hiệu này trong đợt; không bỏ được nữa.", rule="offer:used")
        ) from held


@transaction.atomic
def drop_title(title: LocalTitle, *, mandate: Mandate, on: date) -> None:
    """Remove a title that was entered by mistake (bỏ danh hiệu ghi nhầm); the journal keeps that it was here.

    Raises `Refused` once a campaign offers it; then it can only end. Căn cứ: không (quy ước nội bộ).
    """
    may_regulate(mandate, title.unit, on=on).require()
    if OfferedAward.objects.filter(form=title.code).exists():
        raise Refused(
            no("Đã có đợt thi đua dùng danh hiệu này; chỉ thôi áp dụng từ một ngày.", rule="title:used")
        )
    write("drop_title", f"Bỏ danh hiệu ghi nhầm “{title.name}”.", actor=mandate.actor(), on=on, thing=title)
    title.delete()
