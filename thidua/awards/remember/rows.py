"""Rows of a sheet as old awards (đọc bảng khen thưởng cũ): each cell checked, each name looked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from thidua.awards.models import PastAward
from thidua.awards.remember.entries import LEVELS, PastAwardWords, words_fault
from thidua.law.load import load_books
from thidua.law.ruling import Refused, no
from thidua.org.identify import Known, Match, Pool
from thidua.org.models import Mandate, Unit
from thidua.org.queries import arranged_units, government_of, reach_of
from thidua.paper.sheet import Sheet
from thidua.records.queries.rulebook import form_names
from thidua.vietnamese.dates import parse_date
from thidua.vietnamese.names import without_honorific
from thidua.vietnamese.text import fold, squeeze, tone_key

COLUMNS = (
    "Tên", "Đối tượng", "Đơn vị", "Năm sinh", "Hình thức khen thưởng", "Số quyết định", "Ngày quyết định",
    "Cơ quan quyết định", "Cấp", "Thành tích", "Từ ngày", "Đến ngày", "Tiền thưởng",
)  # fmt: skip
FAULTS = "Lỗi"
MOST_ROWS = 2000
NEW = "new"
_HEAD_ROWS = 10
_ALIASES = {
    "Tên": ("ho va ten", "ho ten", "ten tap the", "ten ca nhan, tap the", "doi tuong khen thuong"),
    "Đối tượng": ("loai doi tuong", "loai"),
    "Đơn vị": ("don vi, thon", "thon", "noi cong tac"),
    "Hình thức khen thưởng": ("hinh thuc", "danh hieu", "hinh thuc, danh hieu"),
    "Số quyết định": ("so qd", "quyet dinh so", "so, ky hieu"),
    "Ngày quyết định": ("ngay qd", "ngay ky", "ngay thang nam"),
    "Cơ quan quyết định": ("nguoi, co quan quyet dinh", "cap quyet dinh", "co quan ban hanh", "nguoi ky"),
    "Thành tích": ("tom tat thanh tich", "noi dung khen"),
    "Tiền thưởng": ("so tien", "muc thuong"),
}
# With their marks: without them Hồ and Tô, which are family names, would read as household and group.
_KINDS = (
    ("individual", re.compile(r"(?:cá nhân|người)\b")),
    ("household", re.compile(r"(?:hộ|gia đình)\b")),
    (
        "collective",
        re.compile(
            r"(?:tập thể|đơn vị|ủy ban|ubnd|chi hội|chi đoàn|chi bộ|hội|đoàn|tổ|nhóm|đội|trường|trạm|ban|thôn"
            r"|hợp tác xã|công ty)\b"
        ),
    ),
)
_LEVELS = (
    ("trung_uong", re.compile(r"\b(nha nuoc|trung uong|thu tuong|chu tich nuoc|bo truong|bo)\b")),
    ("tinh", re.compile(r"\btinh\b|\bthanh pho\b")),
    ("huyen", re.compile(r"\b(huyen|thi xa|quan)\b")),
    ("xa", re.compile(r"\b(xa|phuong|thi tran)\b")),
)


@dataclass(frozen=True)
class PastRow:
    """One row as it was understood (dòng đã đọc): the award, who may be meant, what is wrong in which cell.

    `choice` is the key of the record it goes to, "new" for a new one, "" while a person has to choose.
    """

    number: int
    cells: tuple[str, ...]
    name: str
    kind: str
    unit: Unit
    birth_year: int | None
    words: PastAwardWords | None
    faults: tuple[str, ...] = ()
    matches: tuple[Match, ...] = ()
    choice: str = ""

    @property
    def needs_choice(self) -> bool:
        """Whether the record is in doubt (cần người chọn hồ sơ)."""
        return not self.faults and len(self.matches) > 0 and not self._is_clear

    @property
    def _is_clear(self) -> bool:
        return len(self.matches) == 1 and self.matches[0].likeness.is_sure

    @property
    def goes_to(self) -> Match | None:
        """The record on file it goes to, or None for a new one (hồ sơ sẽ ghi vào)."""
        return next((match for match in self.matches if str(match.row.pk) == self.choice), None)


def read_past_awards(
    rows: Sequence[Sequence[str]], *, answers: Mapping[int, str] | None = None, mandate: Mandate, on: date
) -> list[PastRow]:
    """Understand rows as old awards (đọc bảng khen thưởng cũ); `answers` says whom a doubtful row means.

    Raises `Refused` for a sheet that is too long. Căn cứ: không (quy ước nội bộ).
    """
    if len(rows) > MOST_ROWS + _HEAD_ROWS:
        fault = f"Bảng có {len(rows)} dòng; mỗi lần nhập tối đa {MOST_ROWS} dòng."
        raise Refused(no(fault, rule="rows:many"))
    order, first = header(rows)
    units = _units(mandate)
    own = government_of(mandate.unit)
    here = _Here(units, own, forms_by_name(own), on)
    read = [
        _row({column: row[place] for column, place in order.items() if place < len(row)}, number, here)
        for number, row in enumerate(rows[first:], start=first + 1)
    ]
    return _once_each(_look_up(read, answers or {}, path=reach_of(mandate)))


def error_sheet(read: Sequence[PastRow]) -> Sheet:
    """The rows to correct and return (tệp lỗi): as they came, with what is wrong in a last column."""
    rows = tuple((*row.cells, " ".join(row.faults)) for row in read)
    return Sheet("Khen thưởng cũ", (*COLUMNS, FAULTS), rows)


def header(rows: Sequence[Sequence[str]]) -> tuple[dict[str, int], int]:
    """Which column stands where and the first row below: by the names found in the first rows, else in the
    usual order.
    """
    known = {fold(name): column for column in COLUMNS for name in (column, *_ALIASES.get(column, ()))}
    for number, row in enumerate(rows[:_HEAD_ROWS]):
        named = [known.get(fold(squeeze(cell))) for cell in row]
        if "Tên" in named and len({*named} - {None}) >= 3:
            return {column: named.index(column) for column in named if column}, number + 1
    return {column: place for place, column in enumerate(COLUMNS)}, 0


def _units(mandate: Mandate) -> dict[str, Unit]:
    """Units by every name they go by; one that still works wins over one that ended."""
    found: dict[str, Unit] = {}
    for unit in sorted(arranged_units(mandate), key=lambda unit: unit.closed_on is None):
        found |= {fold(name): unit for name in (unit.code, unit.short_name, unit.name)}
    return found


@dataclass(frozen=True)
class _Here:
    """What the rows are read against: units and forms by their folded names, the own office, the day."""

    units: dict[str, Unit]
    own: Unit
    forms: dict[str, str]
    on: date


def _row(cells: dict[str, str], number: int, here: _Here) -> PastRow:
    said = {column: squeeze(cells.get(column, "")) for column in COLUMNS}
    faults: list[str] = []

    def day(column: str) -> date | None:
        found = parse_date(said[column]) if said[column] else None
        if said[column] and found is None:
            faults.append(
                f"{column} “{said[column]}” không đọc được; hãy ghi đủ ngày, tháng, năm như 05/6/2019."
            )
        return found

    unit = here.units.get(fold(said["Đơn vị"])) if said["Đơn vị"] else here.own
    year = re.fullmatch(r"(?:.*\D)?((?:19|20)\d{2})", said["Năm sinh"])
    if not said["Tên"]:
        faults.append("Chưa ghi tên.")
    if unit is None:
        faults.append(f"Đơn vị “{said['Đơn vị']}” không có trong danh sách đơn vị, thôn.")
    if said["Năm sinh"] and not year:
        faults.append(f"Năm sinh “{said['Năm sinh']}” không đọc được.")
    words = _words(said, day, faults, here)
    return PastRow(
        number=number,
        cells=tuple(said[column] for column in COLUMNS),
        name=without_honorific(said["Tên"]),
        kind=kind_said(said["Đối tượng"], said["Tên"]),
        unit=unit or here.own,
        birth_year=int(year.group(1)) if year else None,
        words=words,
        faults=tuple(faults),
    )


def _words(
    said: dict[str, str], day: Callable[[str], date | None], faults: list[str], here: _Here
) -> PastAwardWords | None:
    """What the row says of the award; None while its day cannot be read."""
    decided_on, since, until = day("Ngày quyết định"), day("Từ ngày"), day("Đến ngày")
    amount = re.sub(r"\D", "", said["Tiền thưởng"])
    if said["Tiền thưởng"] and not 0 < len(amount) <= 9:
        faults.append(f"Tiền thưởng “{said['Tiền thưởng']}” không đọc được; hãy ghi số đồng.")
    if decided_on is None:
        if not said["Ngày quyết định"]:
            faults.append("Chưa ghi ngày quyết định.")
        return None
    words = PastAwardWords(
        title=said["Hình thức khen thưởng"],
        decision=said["Số quyết định"],
        decided_on=decided_on,
        decided_by=said["Cơ quan quyết định"],
        level=level_said(said["Cấp"] or said["Cơ quan quyết định"]),
        form=here.forms.get(fold(said["Hình thức khen thưởng"]), ""),
        achievement=said["Thành tích"],
        achieved_from=since,
        achieved_to=until,
        amount=int(amount) if 0 < len(amount) <= 9 else None,
        name=said["Tên"],
    )
    fault = words_fault(words, on=here.on)
    if fault:
        faults.append(fault)
    return words


def kind_said(written: str, name: str) -> str:
    """What kind of recipient a row means (loại đối tượng): as the sheet says, else by how the name begins."""
    for said in (written, name):
        for kind, pattern in _KINDS:
            if pattern.match(tone_key(said)):
                return kind
    return "individual"


def level_said(words: str) -> str:
    """The level of the one who decided (cấp quyết định), by its words; a body when nothing else is said."""
    plain = fold(words)
    if plain in LEVELS:
        return plain
    return next((level for level, pattern in _LEVELS if pattern.search(plain)), "don_vi")


def forms_by_name(office: Unit) -> dict[str, str]:
    """The forms of the law books and the titles of the locality by their folded names (hình thức, danh hiệu
    theo tên).
    """
    own = {fold(name): form for form, name in form_names(office).items()}
    return own | {
        fold(str(entry.fields["name"])): entry.id for entry in load_books().subjects["forms"].values()
    }


def _look_up(read: list[PastRow], answers: Mapping[int, str], *, path: str) -> list[PastRow]:
    """Whom each right row means: the one sure record, a new one, or what was answered."""
    pools = {kind: Pool(kind, path=path) for kind in {row.kind for row in read if not row.faults}}
    found = []
    for row in read:
        if not row.faults:
            pool = pools[row.kind]
            line, unit = pool.lines.get(row.unit.pk, str(row.unit.pk)), str(row.unit.pk)
            known = Known(row.name, row.kind, row.birth_year, line=line, unit=unit)
            row = _chosen(replace(row, matches=tuple(pool.matches(known)[:5])), answers.get(row.number, ""))
        found.append(row)
    return found


def _chosen(row: PastRow, answer: str) -> PastRow:
    if not row.matches:
        return replace(row, choice=NEW)
    if not row.needs_choice:
        return replace(row, choice=str(row.matches[0].row.pk))
    offered = {NEW, *(str(match.row.pk) for match in row.matches)}
    return replace(row, choice=answer if answer in offered else "")


def _once_each(read: list[PastRow]) -> list[PastRow]:
    """The same award of the same somebody counts once: in the sheet, and with what is on record."""
    decisions = {row.words.decision for row in read if row.words}
    kept = {
        (str(past.candidate.pk), past.decision, past.decided_on, fold(past.title))
        for past in PastAward.objects.filter(state="kept", decision__in=decisions).select_related(
            "person", "collective", "household"
        )
    }
    seen: dict[tuple[object, ...], int] = {}
    found = []
    for row in read:
        if row.words is not None and not row.faults and row.choice:
            award = (row.words.decision, row.words.decided_on, fold(row.words.title))
            whose = row.choice if row.choice != NEW else f"{row.kind} {row.unit.pk} {fold(row.name)}"
            twin = seen.setdefault((whose, *award), row.number)
            if (whose, *award) in kept:
                row = replace(row, faults=("Khen thưởng này đã được ghi trong hồ sơ.",))
            elif twin != row.number:
                row = replace(row, faults=(f"Trùng với dòng {twin}.",))
        found.append(row)
    return found
