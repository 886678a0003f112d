"""The rows behind a package (bản ghi của gói): units, people, papers and campaign, found here or made.

What a package names is taken only where it lies below the office that sent it; a row that is here already is
never changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, cast
from uuid import UUID

from django.db.models import Model

from thidua.awards.submit.upward import due_above
from thidua.campaigns.models import Campaign, ContentArea, Criterion, OfferedAward
from thidua.journal.rows import short_code
from thidua.org.establish.units import UnitWords, free_code
from thidua.org.identify import KINDS as CANDIDATES
from thidua.org.identify.identity import Somebody
from thidua.org.models import Mandate, Unit
from thidua.records.attach import attach
from thidua.records.models import OfficialDocument
from thidua.records.package import Json, Opened, unfit
from thidua.records.states import PURPOSES
from thidua.vietnamese.text import same_text

RANKS = {"xa": 1, "huyen": 2, "tinh": 3}
SECTIONS = {"people": "individual", "collectives": "collective", "households": "household"}


@dataclass
class Taken:
    """What a package became here (đã tiếp nhận): rows of ours by the keys of the package."""

    opened: Opened
    mandate: Mandate
    on: date
    office: Unit
    units: dict[str, Unit] = field(default_factory=dict)
    people: dict[str, Somebody] = field(default_factory=dict)
    papers: dict[str, OfficialDocument] = field(default_factory=dict)

    @cached_property
    def due_on(self) -> date | None:
        """The day by which this office appraises what comes in today; asked once for all dossiers."""
        return due_above(self.mandate.unit, on=self.on)

    @property
    def content(self) -> Json:
        return self.opened.content

    def unit(self, key: str) -> Unit:
        """The unit behind a key; `Refused` for one that is none of the sender's."""
        if key not in self.units:
            raise unfit("theirs", name=key)
        return self.units[key]

    def paper(self, key: str | None) -> OfficialDocument | None:
        return self.papers[key] if key else None


def begin(opened: Opened, *, mandate: Mandate, on: date) -> Taken:
    """Nothing taken yet but the office that sent it (bắt đầu tiếp nhận). Căn cứ: không (quy ước nội bộ)."""
    office = opened.known().office
    return Taken(opened, mandate, on, office, {opened.content["from"]["id"]: office})


def day_of(text: str | None) -> date | None:
    """A day as the package writes it."""
    return date.fromisoformat(text) if text else None


def free_short_code(model: type[Model], wanted: str) -> str:
    """The code of the sender where it is free here, else another (mã ngắn)."""
    taken = model._default_manager.filter(code=wanted).exists()
    return short_code() if taken else wanted


def known_row(model: type[Model], key: str) -> Model | None:
    """The row with this key that is here already, or None (bản ghi đã có)."""
    return model._default_manager.filter(pk=UUID(key)).first()


def unit_here(office: Unit, units: Mapping[str, Unit], row: Json) -> Unit | None:
    """The unit of ours that a row of a package means (đơn vị đã có): by key, else by name below its parent.

    Raises `Refused` for a key that stands for a unit elsewhere.
    """
    found = cast("Unit | None", known_row(Unit, row["id"]))
    if found is not None:
        if not found.path.startswith(office.path):
            raise unfit("theirs", name=row["name"])
        return found
    parent = units.get(row["parent"])
    if parent is None:
        return None
    siblings = Unit.objects.filter(parent=parent, level=row["level"])
    return next((one for one in siblings if same_text(one.name, row["name"])), None)


def take_units(taken: Taken) -> None:
    """Every unit of the package, those above before those below (đơn vị trong gói).

    Căn cứ: không (quy ước nội bộ).
    """
    for row in taken.content["units"]:
        parent = taken.units.get(row["parent"])
        if parent is None or _rank(row["level"]) >= _rank(taken.office.level):
            raise unfit("theirs", name=row["name"])
        found = unit_here(taken.office, taken.units, row)
        taken.units[row["id"]] = found or _new_unit(row, parent, on=taken.on)


def _rank(level: str) -> int:
    """How high a level stands; villages and bodies lowest."""
    return RANKS.get(level, 0)


def _new_unit(row: Json, parent: Unit, *, on: date) -> Unit:
    words = UnitWords(name=row["name"], level=row["level"], short_name=row["short_name"])
    return Unit.objects.create(
        id=UUID(row["id"]), parent=parent, name=row["name"], short_name=row["short_name"] or row["name"],
        level=row["level"], symbol=row["symbol"], sector=row["sector"], place=row["place"], opened_on=on,
        code=free_code(words), takes_part=row["level"] in ("don_vi", "thon"),
    )  # fmt: skip


def candidate_here(office: Unit, section: str, row: Json) -> Somebody | None:
    """The record of ours with the key of the package (hồ sơ đã có), or None; `Refused` when it is of another
    office.
    """
    found = cast("Somebody | None", known_row(CANDIDATES[SECTIONS[section]], row["id"]))
    if found is not None and not found.unit.path.startswith(office.path):
        raise unfit("theirs", name=row["name"])
    return found


def take_people(taken: Taken, answers: Mapping[str, str]) -> None:
    """Every candidate of the package (đối tượng trong gói): the record of that key, the one a person chose,
    or a new one. Căn cứ: không (quy ước nội bộ).
    """
    for section in SECTIONS:
        for row in taken.content[section]:
            found = candidate_here(taken.office, section, row)
            chosen = answers.get(row["id"], "")
            if found is None and chosen not in ("", "new"):
                found = _chosen(taken, section, row, chosen)
            taken.people[row["id"]] = found or _new_candidate(taken, section, row)


def _chosen(taken: Taken, section: str, row: Json, key: str) -> Somebody:
    """The record a person chose; one that is not of the sender's people is nobody's to choose."""
    model = CANDIDATES[SECTIONS[section]]
    path = taken.office.path
    found = model._default_manager.filter(pk=key, unit__path__startswith=path).first()
    if found is None:
        raise unfit("theirs", name=row["name"])
    return found


def _new_candidate(taken: Taken, section: str, row: Json) -> Somebody:
    model: Any = CANDIDATES[SECTIONS[section]]
    fields = {name: value for name, value in row.items() if name not in ("id", "unit")}
    made = model(id=UUID(row["id"]), unit=taken.units[row["unit"]], **fields)
    made.save(force_insert=True)
    return cast(Somebody, made)


def take_papers(taken: Taken) -> None:
    """Every paper of the package as an original with its file (văn bản trong gói).

    Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 20 đến 24 (quản lý văn bản đến).
    """
    for row in taken.content["papers"]:
        found = cast("OfficialDocument | None", known_row(OfficialDocument, row["id"]))
        unit = taken.unit(row["unit"])
        if found is not None and found.unit_id != unit.pk:
            raise unfit("theirs", name=row["number_text"])
        taken.papers[row["id"]] = found or _new_paper(taken, row, unit)


def _new_paper(taken: Taken, row: Json, unit: Unit) -> OfficialDocument:
    day = day_of(row["day"])
    document = OfficialDocument.objects.create(
        id=UUID(row["id"]), unit=unit, code=short_code(), kind=row["kind"], purpose=row["purpose"],
        series=PURPOSES[row["purpose"]].series, origin="original", state="issued", subject=row["subject"],
        number_text=row["number_text"], day=day, issued_on=day, drafted_on=taken.on,
        signer_words=row["signer_words"],
    )  # fmt: skip
    name = f"{row['number_text'].replace('/', '-')}.{row['file'].rpartition('.')[2]}"
    upload = taken.opened.upload(row["file"], name)
    document.scan = attach(upload, about=document, purpose="original", mandate=taken.mandate, on=taken.on)
    document.save(update_fields=["scan"])
    return document


def take_campaign(taken: Taken) -> Campaign:
    """The campaign of the package (đợt thi đua): the one of that key, or made as received.

    Căn cứ: không (quy ước nội bộ).
    """
    row = taken.content["campaign"]
    unit = taken.units[row["unit"]]
    found = cast("Campaign | None", known_row(Campaign, row["id"]))
    if found is not None and found.unit_id != unit.pk:
        raise unfit("theirs", name=row["short_title"])
    campaign = found or _new_campaign(taken, row, unit)
    known = {str(award.pk): award for award in campaign.awards.all()}
    for order, award in enumerate(row["awards"], start=1):
        held = known.get(award["id"]) or _new_award(taken, campaign, award, order=order)
        _take_criteria(held, award["criteria"])
    return campaign


def _new_campaign(taken: Taken, row: Json, unit: Unit) -> Campaign:
    words = ("title", "short_title", "theme", "occasion", "launched_level", "parent_says")
    days = ("starts", "ends", "celebrated_on")
    slug = row["slug"]
    if Campaign.objects.filter(unit=unit, slug=slug).exists():
        slug = f"{slug[:70]}-{short_code(4)}"
    campaign = Campaign.objects.create(
        id=UUID(row["id"]), unit=unit, slug=slug, code=free_short_code(Campaign, row["code"]),
        state="reviewing", plan=taken.paper(row["plan"]), **{name: row[name] for name in words},
        **{name: day_of(row[name]) for name in days},
    )  # fmt: skip
    for order, content in enumerate(row["contents"], start=1):
        ContentArea.objects.create(
            id=UUID(content["id"]), campaign=campaign, order=order, text=content["text"],
            short=content["short"], clause=content["clause"],
        )  # fmt: skip
    return campaign


def _new_award(taken: Taken, campaign: Campaign, row: Json, *, order: int) -> OfferedAward:
    words = ("form", "title", "level", "delegated", "lead", "clause")
    return OfferedAward.objects.create(
        id=UUID(row["id"]), campaign=campaign, order=order, standard_paper=taken.paper(row["standard_paper"]),
        standard_set_on=day_of(row["standard_set_on"]), **{name: row[name] for name in words},
    )  # fmt: skip


def _take_criteria(award: OfferedAward, rows: list[Json]) -> None:
    known = {str(key) for key in award.criteria.values_list("pk", flat=True)}
    Criterion.objects.bulk_create(
        Criterion(
            id=UUID(one["id"]), award=award, order=place, recipient=one["recipient"], group=one["group"],
            text=one["text"], clause=one["clause"],
        )
        for place, one in enumerate(rows, start=1)
        if one["id"] not in known
    )  # fmt: skip
