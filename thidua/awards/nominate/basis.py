"""State on what a nomination rests (ghi căn cứ đề nghị): type of award, route, ground, earlier merits."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction

from thidua.awards.models import Basis, Nomination
from thidua.awards.nominate.acting import actor_for
from thidua.awards.permissions.nomination import may_edit_whole
from thidua.awards.queries.lawful import rulebook_of
from thidua.journal.write import write
from thidua.law.footing import GROUNDS, ROUTES
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate


@dataclass(frozen=True)
class BasisEntry:
    """The basis as typed (căn cứ đề nghị); see `models.Basis` for the words each field takes."""

    award_type: str = "phong_trao"
    route: str = "thuong"
    ground: str = ""
    rests_on: str = ""
    excellent_years: str = ""
    initiatives: int = 0
    posted_on: date | None = None
    judged_on: date | None = None


@transaction.atomic
def state_basis(nomination: Nomination, *, entry: BasisEntry, mandate: Mandate, on: date) -> Basis:
    """Write down on what the nomination rests (ghi căn cứ đề nghị) and journal it.

    Raises `Refused` when the dossier is not with its unit, or back for some parts only, and for a type, route
    or ground that the law of the nomination's day does not have. Căn cứ: Luật Thi đua, khen thưởng 2022, Điều
    8, 74, 85 (sổ types, rules).
    """
    may_edit_whole(mandate, nomination, on=on).require()
    types = rulebook_of(nomination.unit, on=nomination.governed_on).award_types()
    if entry.award_type not in types or entry.route not in ROUTES or entry.ground not in {"", *GROUNDS}:
        raise Refused(
            no("Chọn loại khen thưởng, thủ tục và tiêu chuẩn có trong danh sách.", rule="basis:choice")
        )
    basis, _ = Basis.objects.update_or_create(nomination=nomination, defaults=asdict(entry))
    says = f"Căn cứ đề nghị của {nomination.name}: {types[entry.award_type].lower()}, {ROUTES[entry.route]}."
    write("state_basis", says, actor=actor_for(mandate, unit=nomination.unit), on=on, thing=nomination)
    return basis
