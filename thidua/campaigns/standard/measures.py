"""How the criteria of a form are checked (cách đối chiếu tiêu chuẩn): one of several, or by a number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from thidua.campaigns.models import Criterion, Measure, OfferedAward
from thidua.campaigns.permissions.review import may_measure
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.law.standard import LETTERS
from thidua.org.models import Mandate
from thidua.vietnamese.text import squeeze


@dataclass(frozen=True)
class MeasureWords:
    """How one criterion is checked (nội dung đối chiếu): in which choice it stands, at least how many of
    what.
    """

    choice: str = ""
    least: Decimal | None = None
    counted: str = ""

    @property
    def is_plain(self) -> bool:
        return not self.choice and self.least is None


@transaction.atomic
def measure_criteria(
    award: OfferedAward, *, words: Mapping[UUID, MeasureWords], mandate: Mandate, on: date
) -> None:
    """Say how each criterion of a form is checked (đặt cách đối chiếu): the sentences stay as the paper has
    them.

    `words` maps the key of a criterion; who is not named keeps what it has. Dossiers ask for the number from
    now on, an appraisal takes it up when it is computed anew. Raises `Refused` for a choice of one, and for a
    number without what it counts. Căn cứ: chính câu chữ của tiêu chuẩn trong kế hoạch, văn bản.
    """
    may_measure(mandate, award, on=on).require()
    held = {one.pk: one for one in award.criteria.select_related("measure")}
    kept = {pk: words.get(pk, _stands(one)) for pk, one in held.items()}
    for pk, said in kept.items():
        _require_whole(held[pk], said)
    _require_choices(held.values(), kept)
    changed = [pk for pk, said in kept.items() if said != _stands(held[pk])]
    Measure.objects.filter(criterion__in=changed).delete()
    Measure.objects.bulk_create(
        Measure(
            criterion=held[pk], choice=said.choice, least=said.least, counted=squeeze(said.counted),
            set_by=str(mandate), set_on=on,
        )
        for pk in changed
        if not (said := kept[pk]).is_plain
    )  # fmt: skip
    says = f"Đặt cách đối chiếu {len(changed)} tiêu chuẩn của {award.title}."
    write("measure_criteria", says, actor=mandate.actor(), on=on, thing=award)


def _stands(criterion: Criterion) -> MeasureWords:
    held: Measure | None = getattr(criterion, "measure", None)
    return MeasureWords(held.choice, held.least, held.counted) if held else MeasureWords()


def _require_whole(criterion: Criterion, said: MeasureWords) -> None:
    if said.choice and said.choice not in LETTERS:
        raise Refused(no("Hãy chọn một nhóm trong danh sách.", rule="measure:choice"))
    if said.least is not None and said.least <= 0:
        raise Refused(no(f"“{criterion.text}”: con số phải lớn hơn 0.", rule="measure:number"))
    if said.least is not None and not squeeze(said.counted):
        raise Refused(
            no(f"“{criterion.text}”: hãy ghi đơn vị tính, ví dụ sáng kiến, %.", rule="measure:counted")
        )


def _require_choices(criteria: Iterable[Criterion], kept: Mapping[UUID, MeasureWords]) -> None:
    """A choice needs two criteria of the same group and kind of recipient at least."""
    counted = Counter(
        (one.recipient, one.group, kept[one.pk].choice) for one in criteria if kept[one.pk].choice
    )
    for (_, group, choice), number in counted.items():
        if number < 2:
            where = f" ({group})" if group else ""
            raise Refused(
                no(
                    f"Nhóm {choice}{where} chỉ có một tiêu chuẩn; “chỉ cần một” phải có ít nhất hai tiêu "
                    "chuẩn để chọn.",
                    rule="measure:alone",
                )
            )
