"""The doors to records, old awards and disciplines, and the things behind them (hồ sơ khen thưởng)."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

from tests.factories.commune import Commune, make_person
from tests.web.door import Door, Of, posts, upload
from tests.web.local_doors import local_things
from thidua.awards.remember import (
    DisciplineWords,
    PastAwardWords,
    keep_past_awards,
    remember,
    remove,
)
from thidua.org.identify import keep_identity_number, merge_records

DAY = date(2023, 6, 5)
AWARD = PastAwardWords(
    title="Giấy khen của Chủ tịch UBND xã",
    form="giay_khen_xa",
    decision="45/QĐ-UBND",
    decided_on=date(2019, 12, 20),
    decided_by="Chủ tịch UBND xã Nà Lâm",
    level="xa",
)
WARNING = DisciplineWords("Khiển trách", date(2021, 3, 1), "Quyết định số 12/QĐ-UBND", date(2022, 3, 1))
SHEET = [
    ["Tên", "Đơn vị", "Hình thức", "Số quyết định", "Ngày quyết định", "Cơ quan quyết định"],
    ["Hà Thị Cũ", "Thôn Khuổi Cáp", "Giấy khen", "5/QĐ-UBND", "05/6/2019", "Chủ tịch UBND xã"],
]
ASKED = {
    "form": "",
    "title": "Kỷ niệm chương",
    "decision": "5/QĐ",
    "decided_on": "05/6/2019",
    "level": "xa",
    "decided_by": "Chủ tịch",
    "achieved_from": "",
    "achieved_to": "",
    "amount": "",
    "version": "",
}
KEEPS = "standing district_standing province_standing"


def remember_people(whole: Commune, of: SimpleNamespace) -> None:
    """Two namesakes, one merged record, an old award, a discipline, one removed, a sheet to take in."""
    acting = {"mandate": whole.commune.standing, "on": DAY}
    of.namesakes = [make_person(whole.village, "Sùng Thị Trùng") for _ in range(2)]
    of.merged = make_person(whole.village, "Sùng Thị Gộp")
    merge_records(of.merged, into=of.namesakes[0], **acting)
    of.award = remember(of.namesakes[0], words=AWARD, **acting)
    of.discipline = remember(of.namesakes[0], words=WARNING, **acting)
    of.removed = remember(of.namesakes[1], words=AWARD, **acting)
    remove(of.removed, reason="ghi nhầm", **acting)
    keep_identity_number(of.namesakes[1], number="020068001234", ground="Đơn của người này", **acting)
    of.past_sheet = keep_past_awards(SHEET, **acting)
    local_things(whole, of)


def _one(of: Of) -> tuple[object, ...]:
    return "individual", of.namesakes[0].pk


PEOPLE = (
    Door("all-records"),
    Door("records", lambda of: ("collective",)),
    Door("duplicates", lambda of: ("individual",)),
    Door("record", _one),
    posts("record-unmerge", lambda of: ("individual", of.merged.pk), KEEPS),
    Door(
        "compare-records",
        lambda of: (*_one(of), of.namesakes[1].pk),
        KEEPS,
        lambda of: {"viec": "gop-vao-mot"},
    ),
    Door("entry-new", lambda of: (*_one(of), "khen-thuong"), KEEPS, lambda of: ASKED),
    Door("entry", lambda of: ("khen-thuong", of.award.pk), KEEPS, lambda of: ASKED),
    Door("entry-out", lambda of: ("ky-luat", of.discipline.pk), KEEPS),
    posts("entry-back", lambda of: ("khen-thuong", of.removed.pk), KEEPS),
    Door(
        "identity-number",
        lambda of: (of.namesakes[0].pk,),
        KEEPS,
        lambda of: {"number": "020070005678", "ground": "Đơn của người này"},
    ),
    posts("identity-number-out", lambda of: (of.namesakes[1].pk,), KEEPS),
    Door(
        "past-awards",
        may=f"{KEEPS} away_standing",
        data=lambda of: {
            "pasted": "",
            "sheet": upload("\n".join(";".join(row) for row in SHEET).encode(), "cu.csv"),
        },
    ),
    Door("past-awards-template"),
    Door("past-awards-preview", lambda of: (of.past_sheet.pk,), "standing"),
    Door("past-awards-faults", lambda of: (of.past_sheet.pk,)),
)
