"""Write the dossier, file its parts, confirm its report (lập hồ sơ, xác nhận báo cáo thành tích)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.core.files.base import File
from django.db import transaction

from thidua.awards.models import Confirmation, DossierItem, Nomination
from thidua.awards.nominate.acting import actor_for, ask_criteria, first_group
from thidua.awards.permissions.nomination import may_confirm, may_edit
from thidua.awards.queries.lawful import parts_of
from thidua.awards.queries.supplement import labels_of, open_places, sections_of, words_of
from thidua.journal.lifecycle import keep
from thidua.journal.write import write
from thidua.law.eligibility import MATTERS
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.records.attach import attach

NO_MATTER = "none"


@dataclass(frozen=True)
class DossierEntry:
    """A dossier as typed (nội dung hồ sơ). `claims` maps the key of a criterion to its evidence or
    explanation.

    `open_matter`: "" not answered, "none", or a key of law.eligibility.MATTERS. `sections` maps the headings
    of the report to what is written under them; None where the report came as one text, `report`. `numbers`
    maps the key of a criterion that counts something to the number.
    """

    group: str = ""
    address: str = ""
    achievement: str = ""
    report: str = ""
    sections: Mapping[str, str] | None = None
    achieved_from: date | None = None
    achieved_to: date | None = None
    previous_awards: str = ""
    open_matter: str = ""
    initiative: str = ""
    how: str = ""
    claims: Mapping[UUID, str] = field(default_factory=dict)
    numbers: Mapping[UUID, Decimal | None] = field(default_factory=dict)
    version: int | None = None


WORDS = (
    "group",
    "achievement",
    "achieved_from",
    "achieved_to",
    "previous_awards",
    "initiative",
    "how",
)


@transaction.atomic
def save_dossier(nomination: Nomination, *, entry: DossierEntry, mandate: Mandate, on: date) -> None:
    """Write the dossier down (ghi hồ sơ): words, period, open matter, evidence per criterion.

    Raises `Refused` when it is not with the unit, when somebody else changed it since the form was opened,
    for a period that ends before it begins, and for a part that was not sent back to supplement. Căn cứ: Luật
    Thi đua, khen thưởng 2022, Điều 84 (hồ sơ); mục V.2 của kế hoạch.
    """
    may_edit(mandate, nomination, on=on).require()
    _require_sense(entry)
    stood = words_of(nomination)
    _take(nomination, entry)
    written = (*WORDS, "report", "sections", "address", "has_open_matter", "open_matter", "folded")
    keep(nomination, *written, expected=entry.version)
    ask_criteria(nomination)
    for claim in nomination.claims.all():
        claim.text = entry.claims.get(claim.criterion_id, claim.text).strip()
        claim.number = entry.numbers.get(claim.criterion_id, claim.number)
        claim.save(update_fields=["text", "number"])
    now = words_of(nomination)
    require_open(nomination, *(place for place in {**stood, **now} if stood.get(place) != now.get(place)))
    says = f"Ghi hồ sơ đề nghị của {nomination.name}."
    write("save_dossier", says, actor=actor_for(mandate, unit=nomination.unit), on=on, thing=nomination)


def _require_sense(entry: DossierEntry) -> None:
    if entry.achieved_from and entry.achieved_to and entry.achieved_to < entry.achieved_from:
        raise Refused(no("Thời gian lập thành tích kết thúc trước khi bắt đầu.", rule="nominate:period"))
    if any(number is not None and not 0 <= number < 10**10 for number in entry.numbers.values()):
        raise Refused(no("Con số của tiêu chuẩn phải từ 0 đến dưới 10 tỷ.", rule="nominate:number"))
    if entry.open_matter not in ("", NO_MATTER, *MATTERS):
        raise Refused(no("Hãy chọn một việc đang xem xét trong danh sách.", rule="nominate:matter"))


def _take(nomination: Nomination, entry: DossierEntry) -> None:
    """Put what was typed into the row; a report under headings is kept as one text too."""
    for name in WORDS:
        setattr(nomination, name, getattr(entry, name))
    nomination.address = entry.address or nomination.address
    nomination.group = entry.group or first_group(nomination.award, recipient=nomination.recipient)
    nomination.has_open_matter = None if not entry.open_matter else entry.open_matter != NO_MATTER
    nomination.open_matter = entry.open_matter if nomination.has_open_matter else ""
    if entry.sections is None:
        nomination.sections, nomination.report = {}, entry.report
        return
    given = {one.id: entry.sections.get(one.id, "").strip() for one in sections_of(nomination)}
    nomination.sections = {name: text for name, text in given.items() if text}
    nomination.report = "\n".join(nomination.sections.values())


def require_open(nomination: Nomination, *places: str) -> None:
    """Raise `Refused` for a part that was not asked for when the dossier came back (phần không được sửa).

    Căn cứ: không (quy ước nội bộ).
    """
    allowed = open_places(nomination)
    closed = [place for place in places if allowed is not None and place not in allowed]
    if closed:
        labels = labels_of(nomination)
        named = ", ".join(f"“{labels.get(place, place)}”" for place in closed)
        raise Refused(
            no(
                f"Không sửa được {named}: phần này không được yêu cầu bổ sung. Hãy để nguyên, "
                "hoặc đề nghị Thường trực trả lại cả phần này.",
                rule="supplement:closed",
            )
        )


@transaction.atomic
def file_part(
    nomination: Nomination,
    *,
    part: str,
    note: str = "",
    upload: File[bytes] | None = None,
    mandate: Mandate,
    on: date,
) -> DossierItem:
    """File one part of the dossier that did not come out of this office (nộp thành phần hồ sơ): a file, or
    paper.

    `note` says how the original came, e.g. “bản giấy nhận ngày 02/6/2023”. Raises `Refused` for a part the
    law does not ask for and without file and note. Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 84 (thành
    phần hồ sơ).
    """
    may_edit(mandate, nomination, on=on).require()
    if part not in {asked.asked.id for asked in parts_of(nomination)}:
        raise Refused(no("Thành phần này không có trong danh mục hồ sơ của hình thức.", rule="dossier:part"))
    require_open(nomination, f"part:{part}")
    if upload is None and not note.strip():
        raise Refused(no("Hãy chọn tệp, hoặc ghi bản giấy nhận ngày nào.", rule="dossier:empty"))
    kept = None if upload is None else attach(upload, about=nomination, purpose=part, mandate=mandate, on=on)
    item, _ = DossierItem.objects.update_or_create(
        nomination=nomination,
        part=part,
        defaults={"note": note.strip() or (kept.name if kept else ""), "document": None, "added_on": on},
    )
    says = f"Nộp thành phần hồ sơ của {nomination.name}: {item.note}."
    write(
        "file_part",
        says,
        actor=actor_for(mandate, unit=nomination.unit),
        on=on,
        thing=nomination,
        data={"part": part},
    )
    return item


@transaction.atomic
def confirm_report(nomination: Nomination, *, text: str = "", mandate: Mandate, on: date) -> Confirmation:
    """Confirm the achievement report (xác nhận báo cáo thành tích) for the unit of the mandate.

    Raises `Refused` without a report to confirm. Căn cứ: Nghị định 98/2023/NĐ-CP, Điều 30 (xác nhận của cấp
    trình).
    """
    may_confirm(mandate, nomination, on=on).require()
    if not nomination.report.strip():
        raise Refused(no("Chưa có báo cáo thành tích để xác nhận.", rule="dossier:report"))
    made, _ = Confirmation.objects.update_or_create(
        nomination=nomination,
        unit=mandate.unit,
        defaults={"by": str(mandate), "on": on, "text": text.strip()},
    )
    says = f"{mandate} xác nhận báo cáo thành tích của {nomination.name}."
    write("confirm_report", says, actor=mandate.actor(), on=on, thing=nomination)
    return made
