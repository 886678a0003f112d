"""The doors to titles of the locality, criteria with numbers, and the list of who is not considered (điều địa
phương đặt).
"""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

from tests.factories.commune import Commune
from tests.web.door import Door, posts
from thidua.awards.exclude import ExclusionWords, ListPaper, exclude, keep_exclusions, lift_exclusion
from thidua.records.entitle import TitleWords, set_title

DAY = date(2023, 6, 5)
LISTED = ListPaper(2023, "Công an xã", "Công văn số 12/CAX")
TITLE = TitleWords(
    "Người tốt, việc tốt", "xa", "Quyết định số 12/QĐ-UBND", date(2023, 2, 1), {"individual": ["Có việc tốt"]}
)
SENT_TITLE = {
    **dict.fromkeys(("share", "criteria-individual", "criteria-collective"), ""),
    **dict.fromkeys(("prize-household", "prize-individual", "prize-collective"), ""),
    "name": "Gia đình hiếu học tiêu biểu",
    "level": "xa",
    "criteria-household": "Con cháu chăm học",
}
LINE = {"kind": "individual", "birth_year": "1980", "year": "2023", "sender": "Công an xã"}
REGULATES = "standing chair district_standing district_chair province_standing province_chair"
KEEPS = "standing district_standing province_standing"


def local_things(whole: Commune, of: SimpleNamespace) -> None:
    """A title, one more that nobody uses, a line of the list, a removed one, a sheet to take in."""
    acting = {"mandate": whole.commune.standing, "on": DAY}
    of.title = set_title(whole.commune.unit, words=TITLE, **acting)
    of.listed = exclude(
        ExclusionWords("individual", "Sùng Thị Vắng", "Xác minh đơn thư"), listed=LISTED, **acting
    )
    of.lifted = exclude(ExclusionWords("household", "Hộ ông Sùng", "Nợ thuế"), listed=LISTED, **acting)
    lift_exclusion(of.lifted, reason="đã nộp", **acting)
    of.listed_sheet = keep_exclusions([["Vi Thị Chưa", "", "", "", "Nợ thuế"]], listed=LISTED, **acting)


LOCAL = (
    Door("local-titles"),
    Door("local-title-new", may=f"{REGULATES} away_standing away_chair", data=lambda of: SENT_TITLE),
    Door("local-title-end", lambda of: (of.title.code,), "standing chair", lambda of: {"last": "31/12/2023"}),
    posts("local-title-drop", lambda of: (of.title.code,), "standing chair"),
    Door("title-offer", lambda of: (of.judging.code,), "standing chair", lambda of: {"title": of.title.code}),
    posts("title-take-off", lambda of: (of.judging.code, "giay_khen_xa"), ""),
    Door("measure-criteria", lambda of: (of.judging.code, "bang_khen_tinh"), "standing chair"),
    Door("exclusions", query="?nam=2023"),
    Door("exclusion-new", may=f"{KEEPS} away_standing", data=lambda of: LINE),
    Door(
        "exclusions-import",
        may=f"{KEEPS} away_standing",
        data=lambda of: {"pasted": "Vi Thị Mới\t\t\t\tNợ thuế", "year": "2023", "sender": "Thuế cơ sở"},
    ),
    Door("exclusions-template"),
    Door("exclusions-preview", lambda of: (of.listed_sheet.pk,), "standing"),
    Door("exclusions-faults", lambda of: (of.listed_sheet.pk,)),
    Door("exclusion-out", lambda of: (of.listed.pk,), "standing"),
    posts("exclusion-back", lambda of: (of.lifted.pk,), "standing"),
)
