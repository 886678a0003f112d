"""What a package says (dữ liệu của gói): `data/goi.json`, checked against the published schema.

The schema is `schema/goi-1.schema.json`. Beyond it: no letter that cannot be seen, every key that is named is
there, every file is named.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, best_match

from thidua.records.package.faults import unfit

Json = dict[str, Any]
FORMAT, VERSION = "thidua-goi", 1
FILE = "goi.json"
SCHEMA = Path(__file__).parent / "schema" / "goi-1.schema.json"
UPWARD = ("submission", "supplement", "withdrawal", "amendment")
DOWNWARD = ("receipt", "return", "answer")
MAX_LETTERS = 30 * 1024 * 1024
_HIDDEN = ("Cc", "Cf", "Co", "Cs", "Cn")
_JOINERS = "\n\t\u200c\u200d"


def schema_text() -> str:
    """The published schema as it is downloaded (lược đồ công bố)."""
    return SCHEMA.read_text(encoding="utf-8")


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(schema_text()))


def cleaned(value: Any) -> Any:
    """The same value with every text composed and without letters that cannot be seen (làm sạch chữ)."""
    if isinstance(value, str):
        plain = value.replace("\r\n", "\n").replace("\r", "\n")
        return unicodedata.normalize("NFC", "".join(one for one in plain if not _is_hidden(one)))
    if isinstance(value, dict):
        return {name: cleaned(item) for name, item in value.items()}
    return [cleaned(item) for item in value] if isinstance(value, list) else value


def write_content(content: Json) -> bytes:
    """The JSON of a package (ghi dữ liệu): keys sorted, so that the same content is the same bytes."""
    return (json.dumps(content, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def read_content(data: bytes, *, files: Iterable[str]) -> Json:
    """The content of a package (đọc dữ liệu); `files` are the other files in it. Raises `Refused`."""
    content = _parsed(data)
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise unfit("foreign")
    if content.get("version") != VERSION or isinstance(content["version"], bool):
        raise unfit("version", found=content.get("version"), known=VERSION)
    check_content(content, files=files)
    return content


def check_content(content: Json, *, files: Iterable[str]) -> None:
    """Everything that must hold of a content (kiểm tra dữ liệu), read or about to be written."""
    worst = best_match(_validator().iter_errors(content))
    if worst is not None:
        raise unfit("schema", where=_where(worst), why=_why(worst))
    for where, text in _texts(content, ""):
        if not unicodedata.is_normalized("NFC", text) or _hides(text):
            raise unfit("text", where=where)
    for where, day in _days(content, ""):
        _require_day(where, day)
    _require_references(content)
    _require_files(content, set(files))


def _parsed(data: bytes) -> Any:
    if len(data) > MAX_LETTERS:
        raise unfit("json", why="quá dài")
    try:
        return json.loads(data.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_constant)
    except UnicodeDecodeError as wrong:
        raise unfit("json", why="không phải UTF-8") from wrong
    except RecursionError as deep:
        raise unfit("json", why="lồng quá sâu") from deep
    except ValueError as wrong:
        raise unfit("json", why="sai cú pháp") from wrong


def _once(pairs: list[tuple[str, Any]]) -> Json:
    if len({name for name, _ in pairs}) < len(pairs):
        raise unfit("json", why="một trường ghi hai lần")
    return dict(pairs)


def _no_constant(text: str) -> Any:
    raise unfit("json", why=text)


def _where(error: ValidationError) -> str:
    return "/".join(map(str, error.absolute_path)) or "gốc"


def _why(error: ValidationError) -> str:
    """The broken rule of the schema in Vietnamese; the value itself stays out of the sentence."""
    names = {
        "required": "thiếu trường bắt buộc",
        "additionalProperties": "có trường lạ",
        "maxLength": "chữ quá dài",
        "minLength": "để trống",
        "maxItems": "quá nhiều mục",
        "minItems": "thiếu mục",
        "pattern": "sai dạng",
        "enum": "giá trị không có trong danh mục",
        "const": "giá trị khác quy định",
        "type": "sai kiểu dữ liệu",
    }
    return names.get(str(error.validator), "giá trị không hợp lệ")


def _hides(text: str) -> bool:
    """True for a text with a letter that cannot be seen; most texts are plain and told at once."""
    return not text.isprintable() and any(map(_is_hidden, text))


def _is_hidden(letter: str) -> bool:
    """Control and direction marks; the joiners of Southeast Asian scripts and line ends are not hidden."""
    return letter not in _JOINERS and unicodedata.category(letter) in _HIDDEN


def _texts(value: Any, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield where, value
    for name, item in _inside(value):
        yield from _texts(item, f"{where}/{name}" if where else name)


def _days(value: Any, where: str) -> Iterator[tuple[str, str]]:
    for name, item in _inside(value):
        place = f"{where}/{name}" if where else name
        if isinstance(item, str) and name in DAYS:
            yield place, item
        else:
            yield from _days(item, place)


DAYS = frozenset(
    {
        *("made_on", "starts", "ends", "celebrated_on", "standard_set_on", "day", "on", "sent_on"),
        *("achieved_from", "achieved_to", "governed_on", "posted_on", "judged_on", "decided_on", "asked_on"),
    }
)


def _inside(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from ((str(place), item) for place, item in enumerate(value))


def _require_day(where: str, text: str) -> None:
    try:
        date.fromisoformat(text)
    except ValueError as wrong:
        raise unfit("schema", where=where, why="ngày không có thật") from wrong


def _keys(rows: Iterable[Mapping[str, Any]]) -> set[str]:
    """The keys of some rows; a key that stands twice is refused."""
    named = [row["id"] for row in rows]
    if len(set(named)) < len(named):
        raise unfit("twice", name=next(key for key in named if named.count(key) > 1))
    return set(named)


def _require_references(content: Json) -> None:
    """Every key that is named stands in the package, and stands once."""
    units = _keys(content["units"]) | {content["from"]["id"]}
    papers = _keys(content["papers"])
    people = _keys([*content["people"], *content["collectives"], *content["households"]])
    campaign = content["campaign"] or {
        "awards": [],
        "contents": [],
        "plan": None,
        "unit": content["from"]["id"],
    }
    awards = _keys(campaign["awards"])
    criteria = _keys(one for award in campaign["awards"] for one in award["criteria"])
    asked: list[tuple[set[str], Iterable[str | None]]] = [
        (units, (row["unit"] for name in WITH_UNIT for row in content[name])),
        (units, (campaign["unit"], *(row["parent"] for row in content["units"]))),
        (papers, (campaign["plan"], *(award["standard_paper"] for award in campaign["awards"]))),
        (papers, (row["paper"] for row in content["decisions"])),
        (awards, (row["award"] for row in content["nominations"])),
        (people, (row["candidate"] for row in content["nominations"])),
        (criteria, (one["criterion"] for row in content["nominations"] for one in row["claims"])),
        (papers, (part["paper"] for row in content["nominations"] for part in row["dossier"])),
        (units, (one["unit"] for row in content["nominations"] for one in row["confirmations"])),
    ]
    for known, names in asked:
        _require_known(known, names)
    for kind, section in SECTION_OF.items():
        rows = [row for row in content["nominations"] if row["recipient"] == kind]
        _require_known(_keys(content[section]), (row["candidate"] for row in rows))
    _keys(content["nominations"])
    _keys(content["decisions"])
    _require_amendments(content, papers, people)
    _require_sent(content, papers)


def _require_amendments(content: Json, papers: set[str], people: set[str]) -> None:
    """The papers that correct and cancel come along; an award of before is of somebody in the package."""
    awards, items = past_awards(content), [item for row in content["decisions"] for item in row["items"]]
    _keys(awards)
    told = [*awards, *({"amendments": [], **item} for item in items)]
    changes = [one for row in told for one in row["amendments"]]
    _keys(changes)
    _require_known(papers, (one["paper"] for one in changes))
    if content["kind"] != "amendment":
        _require_known(people, (row["candidate"] for row in awards))


def past_awards(content: Json) -> list[Json]:
    """The awards of before in a content (khen thưởng trước đây); the section is there only when there are."""
    found: list[Json] = content.get("past_awards", [])
    return found


SECTION_OF = {"individual": "people", "collective": "collectives", "household": "households"}
WITH_UNIT = ("people", "collectives", "households", "papers", "nominations", "decisions")


def _require_sent(content: Json, papers: set[str]) -> None:
    """What is sent or answered is named in the submission; its paper comes with it on the way up."""
    sent = set(content["submission"]["nominations"])
    _require_known(sent, (row["id"] for row in content["nominations"]))
    _require_known(sent, (row["nomination"] for row in content["answers"]))
    _require_known(sent, (item["nomination"] for row in content["decisions"] for item in row["items"]))
    if content["kind"] == "submission":
        _require_known(papers, (content["submission"]["paper"],))
        _require_known(_keys(content["nominations"]), sent)


def _require_known(known: set[str], names: Iterable[str | None]) -> None:
    for name in names:
        if name is not None and name not in known:
            raise unfit("reference", name=name)


def files_named(content: Json) -> list[str]:
    """The files a content names (tệp được nhắc tới), in its order."""
    named = [row["file"] for row in content["papers"]]
    for row in content["nominations"]:
        named += [one["path"] for part in row["dossier"] for one in part["files"]]
        shown = (one["file"] for claim in row["claims"] for one in claim["evidence"])
        named += [one["path"] for one in shown if one is not None]
    named += [one["path"] for row in past_awards(content) for one in row["files"]]
    return named


def _require_files(content: Json, files: set[str]) -> None:
    named = set(files_named(content))
    for path in sorted(named - files):
        raise unfit("missing", name=path)
    for path in sorted(files - named):
        raise unfit("extra", name=path)
