"""The lines of a unit's list against what is on file and the law (đối chiếu danh sách đề nghị): each with
what it means, and with the sentence that stops it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from thidua.awards.models import Exclusion, Nomination
from thidua.awards.nominate.propose import AT_ONCE, RECIPIENTS, Candidate
from thidua.awards.permissions.nomination import may_be_nominated_for
from thidua.awards.queries.exclusion import lines_on, list_stops
from thidua.awards.queries.exclusion import told as said_of_list
from thidua.awards.queries.history import histories
from thidua.awards.queries.lawful import rulebook_of
from thidua.awards.queries.nomination import still_proposed
from thidua.awards.queries.quota import Standing, caps_on
from thidua.campaigns.models import Campaign, OfferedAward
from thidua.law.eligibility import Case
from thidua.org.identify import Known, Pool
from thidua.org.models import Person, Unit
from thidua.org.queries import taking_part
from thidua.reading.roll import Listed, Offer, match_offer
from thidua.reading.roll.values import OLDEST
from thidua.records.models import Run
from thidua.vietnamese.name_keys import written_key
from thidua.vietnamese.text import fold, squeeze, tone_key

SUMMARY = 400  # letters of a summary on papers; a longer text belongs into the report
_LIMITS = {
    "name": ("Tên", 200),
    "position": ("Chức vụ", 200),
    "address": ("Địa chỉ", 250),
    "words": ("Chức vụ, đơn vị", 300),
    "ethnicity": ("Dân tộc", 40),
}
TABLES: dict[str, type[Candidate]] = {kind: table for table, kind in RECIPIENTS.items()}


@dataclass
class Checked:
    """One line with what it means (dòng đã đối chiếu): unit, form, who is on file already; `faults` stop it,
    `remarks` tell how it was understood. A line that was left out stops nothing.
    """

    place: int
    listed: Listed
    unit: Unit | None = None
    award: OfferedAward | None = None
    known: Candidate | None = None
    group: str = ""
    left_out: bool = False
    faults: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    @property
    def is_fine(self) -> bool:
        return not self.faults and not self.left_out


def campaign_of(run: Run) -> Campaign:
    """The campaign a kept list is for (đợt thi đua của danh sách). Căn cứ: không (quy ước nội bộ)."""
    return Campaign.objects.select_related("unit").get(pk=run.data["campaign"])


def lines_of(run: Run) -> list[Listed]:
    """The lines of a kept list as they stand now (các dòng đang giữ). Căn cứ: không (quy ước nội bộ)."""
    return [
        Listed(**{**row, "unclear": tuple(row["unclear"]), "guessed": tuple(row["guessed"])})
        for row in run.data["rows"]
    ]


def check_lines(run: Run, *, on: date) -> list[Checked]:
    """Every line of a kept list with what it means and what stops it (đối chiếu từng dòng); the number of
    queries does not grow with the lines.

    Căn cứ: Luật Thi đua, khen thưởng 2022, Điều 5 khoản 2 (một thành tích, một hình thức).
    """
    campaign, left_out = campaign_of(run), set(run.data["left_out"])
    checked = [
        Checked(place, listed, left_out=place in left_out, remarks=list(listed.guessed))
        for place, listed in enumerate(lines_of(run))
    ]
    _find_units(checked, campaign, run.data["unit"], on)
    _find_awards(checked, list(campaign.awards.prefetch_related("criteria")))
    for one in checked:
        one.faults += [*one.listed.unclear, *_plain_faults(one.listed, on)]
        if len(one.listed.achievement) > SUMMARY:
            one.remarks.append(f"Thành tích dài hơn {SUMMARY} chữ cái: đưa vào báo cáo, cần viết tóm tắt.")
    standing = [one for one in checked if not one.left_out]
    _find_known(standing)
    _find_likely(standing, campaign)
    _name_doubles(standing)
    _ask_the_law(standing, campaign, on)
    _count_quotas(standing, on)
    return checked


def _find_units(checked: Sequence[Checked], campaign: Campaign, only: str, on: date) -> None:
    """The unit that proposes: the chosen one, else the one the line names."""
    units = {
        fold(squeeze(name)): unit
        for unit in taking_part(campaign.unit, on)
        for name in (unit.code, unit.short_name, unit.name, _bare(unit))
        if name
    }
    chosen = next((unit for unit in units.values() if str(unit.pk) == only), None)
    for one in checked:
        named = units.get(fold(one.listed.unit))
        one.unit = chosen or named
        if chosen is not None and named not in (None, chosen):
            one.faults.append(f"Dòng ghi {one.listed.unit}, danh sách này là của {chosen.short_name}.")
        if one.unit is None:
            said = f"Không có đơn vị “{one.listed.unit}”" if one.listed.unit else "Chưa ghi đơn vị đề nghị"
            one.faults.append(f"{said}; chọn đơn vị cho dòng này.")


def _bare(unit: Unit) -> str:
    """A village as people call it, without its common noun: “Nà Pheo” for Thôn Nà Pheo."""
    return unit.name.split(maxsplit=1)[-1] if unit.is_village and unit.name.startswith("Thôn ") else ""


def _find_awards(checked: Sequence[Checked], awards: Sequence[OfferedAward]) -> None:
    offers = [Offer(str(award.pk), award.title, award.level) for award in awards]
    by_key = {str(award.pk): award for award in awards}
    closed = {award.pk: ruling for award in awards if (ruling := may_be_nominated_for(award)).stops}
    for one in checked:
        found = match_offer(one.listed.award, offers)
        one.award = by_key[found.id] if found else awards[0] if len(awards) == 1 else None
        if one.award is None:
            written = one.listed.award
            said = f"Không rõ “{written}” là hình thức nào" if written else "Chưa ghi hình thức"
            one.faults.append(f"{said}; chọn hình thức cho dòng này.")
        elif one.award.pk in closed:
            one.faults.append(closed[one.award.pk].because)
        else:
            asked = (row for row in one.award.criteria.all() if row.recipient == one.listed.recipient)
            one.group = next((row.group for row in asked), "")


def _plain_faults(listed: Listed, on: date) -> Iterable[str]:
    """What is wrong with a line whatever is on file."""
    if not listed.recipient:
        yield "Chưa rõ là cá nhân, tập thể hay hộ gia đình; chọn đối tượng cho dòng này."
    if listed.recipient == "individual" and len(listed.name.split()) < 2:
        yield f"“{listed.name}” chưa đủ họ và tên."
    if listed.birth_year is not None and not on.year - OLDEST <= listed.birth_year <= on.year:
        yield f"Năm sinh {listed.birth_year} không hợp lý."
    for name, (says, most) in _LIMITS.items():
        if len(getattr(listed, name)) > most:
            yield f"{says} dài quá {most} chữ cái; viết gọn lại."


def _find_known(checked: Sequence[Checked]) -> None:
    """Who is on file in the unit already, by name and year of birth."""
    held = _on_file(checked)
    for one in checked:
        found = _namesakes(one, held)
        if len(found) > 1 and one.unit is not None:
            said = f"{one.unit.short_name} có {len(found)} người tên {one.listed.name}"
            one.faults.append(f"{said}; ghi năm sinh.")
        elif found:
            one.known = found[0]
            one.remarks.append("Đã có trong danh sách của đơn vị; dùng thông tin đang lưu.")
        elif not one.listed.honorific and one.listed.recipient in ("individual", "household"):
            one.faults.append("Chưa rõ Ông hay Bà; chọn danh xưng cho dòng này.")


def _namesakes(one: Checked, held: Mapping[tuple[UUID, str, str], list[Candidate]]) -> list[Candidate]:
    """Those of the same name and year; who has the very year goes before who has none."""
    if one.unit is None:
        return []
    listed = one.listed
    rows = held.get((one.unit.pk, listed.recipient, tone_key(listed.name)), [])
    same = [row for row in rows if _same_year(row, listed.birth_year)]
    exact = [row for row in same if getattr(row, "birth_year", None) == listed.birth_year]
    return exact if len(exact) == 1 else same


def _on_file(checked: Sequence[Checked]) -> dict[tuple[UUID, str, str], list[Candidate]]:
    held: dict[tuple[UUID, str, str], list[Candidate]] = {}
    for kind, table in TABLES.items():
        wanted = [one for one in checked if one.listed.recipient == kind and one.unit is not None]
        units = {one.unit.pk for one in wanted if one.unit is not None}
        names = {fold(one.listed.name) for one in wanted}
        for row in table._default_manager.filter(unit__in=units, folded__in=names, same_as=None):
            held.setdefault((row.unit_id, kind, tone_key(row.name)), []).append(row)
    return held


def _same_year(row: Candidate, year: int | None) -> bool:
    held = row.birth_year if isinstance(row, Person) else None
    return held is None or year is None or held == year


def _find_likely(checked: Sequence[Checked], campaign: Campaign) -> None:
    """Who on file elsewhere may be the same as somebody new: a person has to look, nothing is stopped."""
    new = [one for one in checked if one.unit is not None and one.known is None and one.listed.recipient]
    pools = {kind: Pool(kind, path=campaign.unit.path) for kind in {one.listed.recipient for one in new}}
    for one in new:
        listed, pool, unit = one.listed, pools[one.listed.recipient], one.unit
        assert unit is not None  # chosen so above
        asked = Known(
            listed.name, listed.recipient, listed.birth_year, honorific=listed.honorific,
            unit=str(unit.pk), line=pool.lines.get(unit.pk, str(unit.pk)),
        )  # fmt: skip
        for match in pool.matches(asked)[:1]:
            said = f"Có thể đã có hồ sơ: {match.says} ({match.likeness.says})"
            one.remarks.append(f"{said}; nếu là một, ghi tên và đơn vị như hồ sơ ấy.")


def _name_doubles(checked: Sequence[Checked]) -> None:
    """The same nominee twice in the list: the second line names the first."""
    seen: dict[tuple[UUID, str, str], list[Checked]] = {}
    for one in checked:
        if one.unit is None:
            continue
        same = seen.setdefault((one.unit.pk, one.listed.recipient, tone_key(one.listed.name)), [])
        year = one.listed.birth_year
        twin = next(
            (other for other in same if year is None or other.listed.birth_year in (None, year)), None
        )
        if twin:
            sheet = f", trang “{twin.listed.sheet}”" if twin.listed.sheet != one.listed.sheet else ""
            said = f"Trùng với dòng {twin.listed.number}{sheet}; bỏ một dòng"
            one.faults.append(f"{said}, hoặc ghi năm sinh nếu là hai người.")
        same.append(one)


def _ask_the_law(checked: Sequence[Checked], campaign: Campaign, on: date) -> None:
    """The rules that hold from the first moment, and whether somebody is proposed already."""
    book, ours = rulebook_of(campaign.unit, on=on), Nomination.objects.filter(campaign=campaign)
    filed, proposed = _proposed(ours.exclude(state="withdrawn")), _proposed(still_proposed(ours))
    before = histories([one.known for one in checked if one.known is not None])
    lines = lines_on(campaign.unit, [one.listed.name for one in checked], on=on)
    stops = bool(lines) and list_stops(campaign.unit, on=on)
    told: dict[tuple[object, ...], list[str]] = {}
    for one in checked:
        if one.award is None or not one.listed.recipient:
            continue
        mine = filed.get(one.known.pk, {}) if one.known is not None else {}
        if one.award.form in mine:
            code = mine[one.award.form]
            one.faults.append(f"Đã được đề nghị {one.award.title} trong đợt này (hồ sơ {code}).")
            continue
        honours = before[one.known.pk].awards if one.known is not None else ()
        case = Case(
            recipient_kind=one.listed.recipient,
            form_id=one.award.form,
            achievement=str(campaign.pk),
            campaign_level=campaign.launched_level,
            achievement_from=campaign.starts,
            achievement_to=campaign.ends,
            other_forms=tuple(proposed.get(one.known.pk, {})) if one.known is not None else (),
            previous_awards=tuple(honour.previous for honour in honours),
        )
        key = (case.recipient_kind, case.form_id, case.other_forms, case.previous_awards)
        if key not in told:
            told[key] = [r.because for r in book.check(case) if r.rule in AT_ONCE and r.stops]
        one.faults += told[key]
        _ask_the_list(one, lines, stops=stops)


def _ask_the_list(one: Checked, lines: Mapping[str, Sequence[Exclusion]], *, stops: bool) -> None:
    """What the list of who is not considered this year says of a line."""
    found = lines.get(written_key(one.listed.name), ())
    candidate = one.known or _new_of(one)
    for ruling in said_of_list(candidate, found, kind=one.listed.recipient, stops=stops) if candidate else ():
        (one.faults if ruling.stops else one.remarks).append(ruling.because)


def _new_of(one: Checked) -> Candidate | None:
    """Somebody who is not on file yet, as far as the list is asked about them; None without a unit."""
    if one.unit is None:
        return None
    if one.listed.recipient == "individual":
        return Person(name=one.listed.name, unit=one.unit, birth_year=one.listed.birth_year)
    return TABLES[one.listed.recipient](name=one.listed.name, unit=one.unit)


def _proposed(rows: QuerySet[Nomination]) -> dict[UUID, dict[str, str]]:
    """Who is proposed: for each candidate the forms with the codes of their dossiers."""
    found: dict[UUID, dict[str, str]] = {}
    for person, collective, household, form, code in rows.values_list(
        "person_id", "collective_id", "household_id", "award__form", "code"
    ):
        found.setdefault(person or collective or household, {})[form] = code
    return found


def _count_quotas(checked: Sequence[Checked], on: date) -> None:
    """The quotas with every line counted in its turn: a full one stops the line or is said of it."""
    caps: dict[tuple[UUID, str, UUID], list[Standing]] = {}
    taken: Counter[tuple[UUID, UUID | None]] = Counter()
    for one in checked:
        if one.unit is None or one.award is None or not one.listed.recipient:
            continue
        key = (one.award.pk, one.listed.recipient, one.unit.pk)
        if key not in caps:
            caps[key] = caps_on(one.award, one.listed.recipient, one.unit, on=on)
        for standing in caps[key]:
            place = (standing.quota.pk, standing.unit.pk if standing.unit else None)
            taken[place] += 1
            if standing.left is not None and taken[place] > standing.left:
                said = f"Quá chỉ tiêu: {standing.says}; trong danh sách là người thứ {taken[place]}."
                (one.faults if standing.quota.over == "block" else one.remarks).append(said)
