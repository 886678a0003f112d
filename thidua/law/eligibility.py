"""One nomination as the law sees it, and the checks on its achievement and dossier (điều kiện khen thưởng).

Every check returns None where it does not apply on that day, else a `Ruling` with its id R01 … R40.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from thidua.law.authority import form as award_form
from thidua.law.procedure import dossier
from thidua.law.ruling import Refused, Ruling, Verdict, Weight
from thidua.law.shelf import Shelf
from thidua.vietnamese.dates import vn_date

MATTERS = {
    "discipline": "xem xét kỷ luật",
    "investigation": "điều tra",
    "inspection": "thanh tra, kiểm tra khi có dấu hiệu vi phạm",
    "complaint": "xác minh đơn thư khiếu nại, tố cáo",
    "press": "xác minh vấn đề tham nhũng, tiêu cực do báo chí nêu",
}


@dataclass(frozen=True)
class PreviousAward:
    """An award already received (khen thưởng đã nhận): its decision, its type, the achievement behind it."""

    decision: str
    day: date
    form_id: str
    achievement: str
    achievement_from: date | None = None
    achievement_to: date | None = None
    award_type: str = "phong_trao"


@dataclass(frozen=True)
class OpenMatter:
    """A matter that is still open (việc đang xem xét); `kind` is a key of `MATTERS`."""

    kind: str
    since: date | None = None


@dataclass(frozen=True)
class Case:
    """One nomination as the law sees it (trường hợp đề nghị khen thưởng).

    `achievement` names the achievement (the campaign's id), `campaign_level` the level that launched it;
    `award_type` is an id of the book `types`, `route` and `ground` keys of `footing.ROUTES`, `GROUNDS`;
    `cited` are the earlier awards that the proposal rests on. `open_matters` and `registered` are None while
    nobody has asked or nothing was asked. `dossier_parts` are the ids of the papers present;
    `initiative_used` says where else the initiative stands. `posted_on` … `decided_on` are of Gia đình văn
    hóa.
    """

    recipient_kind: str
    form_id: str
    achievement: str
    campaign_level: str
    achievement_from: date | None = None
    achievement_to: date | None = None
    award_type: str = "phong_trao"
    other_forms: tuple[str, ...] = ()
    previous_awards: tuple[PreviousAward, ...] = ()
    open_matters: tuple[OpenMatter, ...] | None = None
    discipline_ended: date | None = None
    dossier_parts: frozenset[str] = frozenset()
    report_confirmed: bool = False
    route: str = "thuong"
    ground: str = ""
    cited: tuple[PreviousAward, ...] = ()
    excellent_years: tuple[int, ...] = ()
    initiatives: int = 0
    initiative: str = ""
    initiative_used: tuple[str, ...] = ()
    unit: str = ""
    registered: bool | None = None
    dissolved_on: date | None = None
    posted_on: date | None = None
    judged_on: date | None = None
    filed_on: date | None = None
    decided_on: date | None = None


def check_form(shelf: Shelf, case: Case) -> Ruling:
    """R03: the form exists that day and is given to that kind of recipient (hình thức còn áp dụng)."""
    try:
        wanted = award_form(shelf, case.form_id).given_to(case.recipient_kind)
    except Refused as refused:
        return refused.ruling
    fine = shelf.answer("R03", broken=False)
    return fine or Ruling(Verdict.YES, wanted.says, wanted.source, confirmed=wanted.confirmed, rule="R03")


def check_one_form(shelf: Shelf, case: Case) -> Ruling | None:
    """R05: one achievement is not proposed for several forms (một thành tích, một hình thức)."""
    others = [form for form in case.other_forms if form != case.form_id]
    return shelf.answer(
        "R05", broken=bool(others), other=" và ".join(_form_name(shelf, one) for one in others)
    )


def check_not_rewarded(shelf: Shelf, case: Case) -> Ruling | None:
    """R06: the achievement has not been rewarded before (thành tích chưa được khen)."""
    same = [award for award in case.previous_awards if award.achievement == case.achievement]
    return shelf.answer("R06", broken=bool(same), decision=decisions_of(same))


def check_not_added_up(shelf: Shelf, case: Case) -> Ruling | None:
    """R08: the period does not overlap that of an earlier award (không cộng dồn thành tích)."""
    overlapping = [award for award in case.previous_awards if _overlap(award, case)]
    return shelf.answer("R08", broken=bool(overlapping), decision=decisions_of(overlapping))


def check_no_open_matter(shelf: Shelf, case: Case) -> Ruling | None:
    """R09: no discipline, inquiry, inspection or complaint is open; unasked, a person must settle it."""
    if case.open_matters is None:
        return shelf.judge(
            "R09",
            "Cần xác nhận: đối tượng không trong thời gian xem xét kỷ luật, thanh tra, xác minh đơn thư.",
        )
    kinds = shelf.needs("rules", "R09", "các việc đang xem xét").value["matters"]
    counted = [MATTERS[one.kind] for one in case.open_matters if one.kind in kinds]
    return shelf.answer("R09", broken=bool(counted), matter="; ".join(counted))


def check_after_discipline(shelf: Shelf, case: Case) -> Ruling | None:
    """R10: only what was achieved after a discipline had ended counts (thành tích sau kỷ luật); a discipline
    whose end is not known ends on `date.max`.
    """
    ended, since = case.discipline_ended, case.achievement_from
    broken = ended is not None and since is not None and since < ended
    said = "" if ended is None else "chưa hết kỷ luật" if ended == date.max else f"ngày {vn_date(ended)}"
    return shelf.answer("R10", broken=broken, ended=said)


def check_dossier(shelf: Shelf, case: Case) -> Ruling | None:
    """R13: the dossier holds every paper (hồ sơ đủ thành phần)."""
    try:
        parts = dossier(shelf, case.form_id, case.recipient_kind)
    except Refused as refused:
        return refused.ruling
    missing = [part.name for part in parts if part.required and part.id not in case.dossier_parts]
    return shelf.answer("R13", broken=bool(missing), missing="; ".join(missing))


def check_report_confirmed(shelf: Shelf, case: Case) -> Ruling | None:
    """R14: the report is confirmed by the proposing level; it stops a Bằng khen and warns on a Giấy khen."""
    weight = Weight.BLOCK if case.form_id == "bang_khen_tinh" else Weight.WARN
    return shelf.answer("R14", broken=not case.report_confirmed, weight=weight)


def _form_name(shelf: Shelf, form_id: str) -> str:
    entry = shelf.books.entry("forms", form_id)
    return str(entry.fields["name"]) if entry else form_id


def decisions_of(awards: list[PreviousAward]) -> str:
    """The decisions of earlier awards in one phrase (các quyết định đã khen)."""
    return "; ".join(f"{award.decision} ngày {vn_date(award.day)}" for award in awards)


def _overlap(award: PreviousAward, case: Case) -> bool:
    """Whether the periods touch; an award without a stated period counts up to its own date (P7)."""
    if case.achievement_from is None:
        return False
    until = award.achievement_to or award.day
    since = award.achievement_from or date.min
    return since <= (case.achievement_to or date.max) and case.achievement_from <= until
