"""What a package holds, in words (nói nội dung gói): for the page that shows it and for the command."""

from __future__ import annotations

from datetime import date

from thidua.records.package.content import Json, past_awards
from thidua.records.package.faults import FAULTS
from thidua.records.package.opened import Opened
from thidua.vietnamese.dates import vn_date

CONFIRMED = "Niêm phong đúng khóa đã đối chiếu."
ANSWERS = {"decided": "được khen thưởng", "refused": "không khen thưởng", "returned": "trả lại để bổ sung"}


def amendments_in(content: Json) -> list[Json]:
    """The corrections and revocations a package tells of (đính chính, hủy bỏ), each with its name."""
    items = [item for row in content["decisions"] for item in row["items"]]
    told = [{"amendments": [], **row} for row in (*items, *past_awards(content))]
    return [{**one, "name": row["name"]} for row in told for one in row["amendments"]]


def package_words(opened: Opened) -> list[str]:
    """A checked package line by line (nội dung gói): what kind, from whom, how much of what, who sealed it.

    Căn cứ: không (quy ước nội bộ).
    """
    content = opened.content
    made = vn_date(date.fromisoformat(content["made_on"]))
    sent = f"{opened.kind_says.capitalize()} của {opened.sheet.name}, gửi {content['to']['name']}"
    lines = [
        f"{sent}, lập ngày {made}.",
        FAULTS[opened.standing] if opened.standing else CONFIRMED,
        f"Dấu vân tay của khóa: {opened.sheet.fingerprint}",
    ]
    if content["campaign"]:
        lines.append(f"Đợt thi đua: {content['campaign']['short_title']}")
    lines += [f"Hồ sơ: {row['name']}" for row in content["nominations"]]
    lines += [
        f"Khen thưởng trước đây: {row['name']}, {row['title']}, {row['decision']}"
        for row in past_awards(content)
    ]
    lines += _answers(content)
    lines += [
        f"Quyết định: {len(row['items'])} trường hợp, ngày {_day(row['decided_on'])}"
        for row in content["decisions"]
    ]
    lines += [_changed(row) for row in amendments_in(content)]
    lines += [f"Văn bản: {row['number_text']}, {row['subject']}" for row in content["papers"]]
    if content["note"]:
        lines.append(f"Nơi gửi ghi: {content['note']}")
    return [*lines, f"{len(opened.files)} tệp kèm theo, tất cả đúng dấu.", f"Dấu của gói: {opened.digest}"]


def _answers(content: Json) -> list[str]:
    names = {item["nomination"]: item["name"] for row in content["decisions"] for item in row["items"]}
    return [
        f"Trả lời: {names.get(row['nomination'], row['nomination'])} {ANSWERS[row['answer']]}. {row['why']}"
        for row in content["answers"]
    ]


def _changed(row: Json) -> str:
    if row["kind"] == "correction":
        return f"Đính chính: “{row['said']}” là “{row['right']}”, theo văn bản số {row['number']}"
    paper = f", theo văn bản số {row['number']}" if row["number"] else ""
    return f"{'Hủy bỏ' if row['kind'] == 'revocation' else 'Ghi nhầm'}: {row['name']}{paper}. {row['why']}"


def _day(text: str) -> str:
    return vn_date(date.fromisoformat(text))
