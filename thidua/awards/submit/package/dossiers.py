"""The dossiers of a package on the desk of this office (hồ sơ trong gói): new ones, and supplemented ones."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from thidua.awards.models import Basis, Claim, Confirmation, DossierItem, Evidence, Nomination
from thidua.awards.nominate.mark import keep_mark
from thidua.awards.submit.package.rows import Taken, day_of, free_short_code
from thidua.campaigns.models import Campaign
from thidua.records.attach import attach
from thidua.records.models import Attachment
from thidua.records.package import Json, unfit

WORDS = (
    *("group", "name", "address", "achievement", "report", "sections", "previous_awards"),
    *("has_open_matter", "open_matter", "initiative"),
)


def take_dossier(taken: Taken, row: Json, campaign: Campaign) -> Nomination:
    """A nomination of the package as a new row here (hồ sơ mới), on the desk of this office.

    Raises `Refused` for a key or a candidate that is on file already. Căn cứ: Luật Thi đua, khen thưởng 2022,
    Điều 84.
    """
    kind, who = row["recipient"], taken.people[row["candidate"]]
    same = Nomination.objects.filter(award_id=UUID(row["award"]), **{_field(kind): who})
    known = Nomination.objects.filter(pk=UUID(row["id"]))
    if known.exists() or same.exclude(state="withdrawn").exists():
        raise unfit("order", why=f"hồ sơ của {row['name']} cho hình thức này đã có ở đây.")
    nomination = Nomination(
        id=UUID(row["id"]), campaign=campaign, award_id=UUID(row["award"]), unit=taken.units[row["unit"]],
        holder=taken.mandate.unit, state="submitted", code=free_short_code(Nomination, row["code"]),
        recipient=kind, governed_on=date.fromisoformat(row["governed_on"]), how="nhận bằng gói hồ sơ",
        submitted_on=taken.on, due_on=taken.due_on, **{_field(kind): who},
    )  # fmt: skip
    _fill(nomination, row)
    nomination.save(force_insert=True)
    _take_parts(taken, nomination, row)
    return nomination


def renew_dossier(taken: Taken, row: Json, nomination: Nomination) -> None:
    """What was supplemented, in place of what stood there (hồ sơ bổ sung). Căn cứ: Luật Thi đua, khen thưởng
    2022, Điều 84.
    """
    _fill(nomination, row)
    nomination.save()
    nomination.claims.all().delete()
    nomination.confirmations.all().delete()
    Basis.objects.filter(nomination=nomination).delete()
    _take_parts(taken, nomination, row)


def _field(kind: str) -> str:
    return "person" if kind == "individual" else kind


def _fill(nomination: Nomination, row: Json) -> None:
    for name in WORDS:
        setattr(nomination, name, row[name])
    nomination.achieved_from, nomination.achieved_to = (
        day_of(row["achieved_from"]),
        day_of(row["achieved_to"]),
    )


def _take_parts(taken: Taken, nomination: Nomination, row: Json) -> None:
    """Claims with their evidence, the parts of the dossier, confirmations, basis."""
    for one in row["claims"]:
        _take_claim(taken, nomination, one)
    for part in row["dossier"]:
        for file in part["files"]:
            _take_file(taken, nomination, file, purpose=part["part"])
        DossierItem.objects.update_or_create(
            nomination=nomination, part=part["part"],
            defaults={"note": part["note"], "document": taken.paper(part["paper"]), "added_on": taken.on},
        )  # fmt: skip
    for said in row["confirmations"]:
        on = date.fromisoformat(said["on"])
        Confirmation.objects.create(
            nomination=nomination, unit=taken.units[said["unit"]], by=said["by"], on=on, text=said["text"]
        )
    if row["basis"]:
        Basis.objects.create(nomination=nomination, **_basis(row["basis"]))
    keep_mark(nomination)


def _basis(row: Json) -> dict[str, Any]:
    days = {name: day_of(row[name]) for name in ("posted_on", "judged_on")}
    return {**row, **days}


def _take_claim(taken: Taken, nomination: Nomination, row: Json) -> None:
    number = None if row["number"] is None else Decimal(row["number"])
    claim = Claim.objects.create(
        nomination=nomination, criterion_id=UUID(row["criterion"]), text=row["text"], number=number
    )
    # What is cited without a file stays with the sender; its name stays in the words of the claim.
    cited = [one["says"] for one in row["evidence"] if one["file"] is None]
    new = [says for says in cited if says not in claim.text]
    if new:
        claim.text = "\n".join(
            [claim.text, *(f"Minh chứng lưu tại nơi trình: {says}" for says in new)]
        ).strip()
        claim.save(update_fields=["text"])
    for one in row["evidence"]:
        if one["file"] is not None:
            kept = _take_file(taken, nomination, one["file"], purpose="evidence")
            Evidence.objects.get_or_create(
                claim=claim, attachment=kept, defaults={"says": one["says"], "added_on": taken.on}
            )


def _take_file(taken: Taken, nomination: Nomination, file: Json, *, purpose: str) -> Attachment:
    upload = taken.opened.upload(file["path"], file["name"])
    return attach(upload, about=nomination, purpose=purpose, mandate=taken.mandate, on=taken.on)
