"""Corrections, revocations and re-issued certificates of a level above (đính chính, hủy bỏ, cấp đổi nhận bằng
gói): rows beside the decision, as where they were issued.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Model

from thidua.awards.models import Certificate, DecisionItem, NameCorrection, Reissue, Revocation
from thidua.awards.submit.package.rows import Taken, known_row
from thidua.journal.lifecycle import keep
from thidua.journal.write import write
from thidua.records.models import Message, OfficialDocument
from thidua.records.package import Json, unfit
from thidua.records.states import PURPOSES


def take_amendments(taken: Taken, item: DecisionItem, row: Json) -> None:
    """Write in what was issued about one recipient since (đính chính tên, hủy bỏ khen thưởng), once.

    Effects: in force from the day of its paper; the paper refers to the decision; the proposing unit is told.
    Raises `Refused` for a paper of another kind or another office. Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 18;
    Luật Thi đua, khen thưởng 2022, Điều 93 khoản 2 (sổ principles).
    """
    for one in row.get("amendments", []):
        table: type[Model] = NameCorrection if one["kind"] == "correction" else Revocation
        if known_row(table, one["id"]) is None:
            _new(taken, item, one)


def _new(taken: Taken, item: DecisionItem, one: Json) -> None:
    paper = taken.paper(one["paper"])
    decision = item.decision
    if paper is None or paper.purpose != one["kind"] or paper.unit_id != decision.unit_id:
        raise unfit("theirs", name=one["number"])
    if one["kind"] == "revocation" and item.revocations.filter(day__isnull=False).exists():
        raise unfit("order", why=f"khen thưởng của {item.name} đã hủy bỏ theo văn bản khác.")
    day, fields = date.fromisoformat(one["day"]), {"id": UUID(one["id"]), "item": item, "document": paper}
    if one["kind"] == "correction":
        NameCorrection.objects.create(**fields, said=one["said"], right=one["right"], day=day)
        says = f"Đính chính tên “{one['said']}” là “{one['right']}” theo {paper.title}."
    else:
        Revocation.objects.create(**fields, reason=one["why"], day=day)
        says = f"Hủy bỏ khen thưởng của {item.name} theo {paper.title}: {one['why']}."
    if paper.corrects_id is None:
        paper.corrects = decision.document
        keep(paper, "corrects")
    write("take_in_package", says, actor=taken.mandate.actor(), on=taken.on, thing=item.nomination)
    _tell(taken, item, paper, says)


def _tell(taken: Taken, item: DecisionItem, paper: OfficialDocument, says: str) -> None:
    Message.objects.create(
        unit=paper.unit, to_unit=item.nomination.unit, document=paper, sent_on=taken.on, body=says,
        purpose=paper.purpose, about=item.decision._meta.label_lower, about_id=item.decision_id,
        subject=f"{paper.unit.name}: {PURPOSES[paper.purpose].name}"[:250],
    )  # fmt: skip


def take_reissue(taken: Taken, new: Certificate, row: Json) -> None:
    """Tie a re-issued certificate to the one it replaces (cấp đổi, cấp lại): the old one no longer counts.

    Raises `Refused` for an old one that is not of the same recipient. Căn cứ: không (quy ước nội bộ).
    """
    told = row.get("replaces")
    if told is None or known_row(Reissue, told["id"]) is not None:
        return
    old = new.item.certificates.filter(pk=UUID(told["old"])).exclude(pk=new.pk).first()
    correction = new.item.name_corrections.filter(pk=told["correction"]).first()
    if old is None or (told["reason"] == "corrected") != (correction is not None):
        raise unfit("reference", name=new.code)
    Reissue.objects.create(
        id=UUID(told["id"]), old=old, new=new, reason=told["reason"], why=told["why"],
        asked_by=told["asked_by"], correction=correction,
        **{name: date.fromisoformat(told[name]) for name in ("asked_on", "made_on")},
    )  # fmt: skip
    says = f"Giấy của {new.recipient} {told['why'] or 'được cấp lại'}: mã mới {new.code} thay mã {old.code}."
    write("take_in_package", says, actor=taken.mandate.actor(), on=taken.on, thing=new)
