"""Dossiers of the invented commune at every step of the way, made by the verbs (hồ sơ mẫu)."""

from datetime import date

from thidua.awards.models import Nomination
from thidua.awards.nominate import (
    NO_MATTER,
    DossierEntry,
    confirm_report,
    file_part,
    nominate,
    save_dossier,
    submit_nomination,
)

DAY = date(2023, 6, 1)
PARTS = ("to_trinh", "bao_cao", "bien_ban")


def entry_for(nomination, **more):
    written = {
        "achievement": "Vận động 62 hộ phân loại rác",
        "report": "Đã đến từng hộ, hướng dẫn phân loại.\nĐến nay 62 hộ làm thường xuyên.",
        "achieved_from": date(2023, 3, 15),
        "achieved_to": date(2023, 5, 31),
        "open_matter": NO_MATTER,
        "claims": {claim.criterion_id: "Danh sách 62 hộ, có ảnh" for claim in nomination.claims.all()},
    }
    return DossierEntry(**(written | more))


def started(whole, candidate, *, form="giay_khen_huyen", campaign):
    award = campaign.awards.get(form=form)
    return nominate(award, candidate=candidate, mandate=whole.head(candidate.unit), on=DAY)


def complete(whole, candidate, *, form="giay_khen_huyen", campaign):
    """A dossier with everything the checklist asks for."""
    nomination = started(whole, candidate, form=form, campaign=campaign)
    head = whole.head(candidate.unit)
    save_dossier(nomination, entry=entry_for(nomination), mandate=head, on=DAY)
    for part in PARTS:
        file_part(nomination, part=part, note="bản giấy nhận ngày 01/6/2023", mandate=head, on=DAY)
    confirm_report(nomination, mandate=head, on=DAY)
    return nomination


def sent(whole, candidate, *, form="giay_khen_huyen", campaign):
    nomination = complete(whole, candidate, form=form, campaign=campaign)
    submit_nomination(nomination, mandate=whole.head(candidate.unit), on=DAY)
    return Nomination.objects.select_related("award", "unit", "holder", "campaign__unit").get(
        pk=nomination.pk
    )
