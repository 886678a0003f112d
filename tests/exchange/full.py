"""Two packages that say everything the schema knows (gói đủ mọi trường), one up and one down, without a
database.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

Json = dict[str, Any]
DAY = "2023-06-05"


def key(number: int) -> str:
    return str(UUID(int=number))


def file(number: int, purpose: str = "bao_cao") -> Json:
    return {"path": f"tep/{key(number)}.pdf", "name": "báo cáo.pdf", "purpose": purpose}


UP, DOWN, COMMUNE, DISTRICT, VILLAGE, CAMPAIGN, AWARD, CRITERION = map(key, range(1, 9))
PERSON, GROUP, HOUSE, PLAN, PAPER, SUBMISSION, ONE, TWO, THREE = map(key, range(11, 20))
PLACE = {"name": "Ủy ban nhân dân xã Nà Lâm", "level": "xa", "code": "na-lam"}
ABOVE = {"name": "Ủy ban nhân dân huyện Cao Sơn", "level": "huyen", "code": "cao-son"}
VILLAGE_ROW = {
    "id": VILLAGE, "parent": COMMUNE, "code": "khuoi-cap", "name": "Thôn Khuổi Cáp",
    "short_name": "Khuổi Cáp", "level": "thon", "symbol": "", "sector": "", "place": "Khuổi Cáp",
}  # fmt: skip


def paper(number: int, purpose: str, *, kind: str = "quyet_dinh", unit: str = COMMUNE, own: str = "") -> Json:
    return {
        "id": own or key(number), "unit": unit, "kind": kind, "purpose": purpose, "number_text": "01/UBND",
        "day": DAY, "subject": "Về khen thưởng", "signer_words": "Chủ tịch", "file": file(number)["path"],
    }  # fmt: skip


def nomination(pk: str, recipient: str, candidate: str, **more: Any) -> Json:
    return {
        "id": pk, "code": f"a{pk[-2:]}", "round": 1, "award": AWARD, "unit": VILLAGE, "recipient": recipient,
        "candidate": candidate, "group": "", "name": "Lộc Văn Tài", "address": "Thôn Khuổi Cáp",
        "achievement": "Vận động 62 hộ", "report": "Đã làm", "sections": {"so_luoc": "Tóm tắt"},
        "achieved_from": DAY, "achieved_to": DAY, "previous_awards": "", "has_open_matter": False,
        "open_matter": "khong", "initiative": "", "governed_on": DAY, "remark": "", "basis": None,
        "claims": [], "dossier": [], "confirmations": [],
    } | more  # fmt: skip


FULL_CASE: Json = {
    "basis": {
        "award_type": "cong_trang", "route": "thuong", "ground": "a", "rests_on": "Danh hiệu",
        "excellent_years": "2021", "initiatives": 1, "posted_on": DAY, "judged_on": DAY,
    },
    "claims": [
        {"criterion": CRITERION, "text": "62 hộ", "number": "62.5",
         "evidence": [{"says": "ảnh", "file": file(30, "evidence")}, {"says": "lưu ở thôn", "file": None}]}
    ],
    "dossier": [{"part": "bao_cao", "note": "bản giấy", "paper": PAPER, "files": [file(31)]}],
    "confirmations": [{"unit": VILLAGE, "by": "Trưởng thôn", "on": DAY, "text": "Đúng"}],
}  # fmt: skip


def amendment(number: int, kind: str, paper_key: str | None = None, **more: str) -> Json:
    said = {"id": key(number), "kind": kind, "paper": paper_key, "number": "03/QĐ-UBND", "day": DAY}
    return said | {"said": "", "right": "", "why": ""} | more


PAST = {
    "id": key(40), "candidate": PERSON, "name": "Lộc Văn Tài", "form": "giay_khen_xa", "title": "Giấy khen",
    "decision": "15/QĐ-UBND", "decided_on": DAY, "decided_by": "Chủ tịch UBND xã", "level": "xa",
    "achievement": "Thu gom rác", "achieved_from": DAY, "achieved_to": DAY, "amount": 345000,
    "files": [file(41, "past_award")],
    "amendments": [amendment(42, "correction", key(34), said="Lộc Văn Tai", right="Lộc Văn Tài")],
}  # fmt: skip
CAMPAIGN_ROW = {
    "id": CAMPAIGN, "unit": COMMUNE, "code": "dot1", "slug": "dot-thi-dua", "title": "Đợt thi đua",
    "short_title": "Đợt thi đua", "theme": "Sạch", "occasion": "90 năm", "launched_level": "xa",
    "parent_says": "", "starts": DAY, "ends": DAY, "celebrated_on": DAY, "plan": PLAN,
    "contents": [{"id": key(50), "text": "Giữ sạch", "short": "Giữ sạch", "clause": "II.1"}],
    "awards": [
        {"id": AWARD, "form": "giay_khen_huyen", "title": "Giấy khen", "level": "huyen", "delegated": False,
         "lead": "", "clause": "", "standard_paper": PLAN, "standard_set_on": DAY,
         "criteria": [{"id": CRITERION, "recipient": "individual", "group": "", "text": "Gương mẫu",
                       "clause": "III"}]}
    ],
}  # fmt: skip
SENT = {"id": SUBMISSION, "code": "s1", "form": "giay_khen_huyen", "sent_on": DAY, "paper": PAPER,
        "nominations": [ONE, TWO, THREE]}  # fmt: skip
HEAD = {"format": "thidua-goi", "version": 1, "made_on": DAY, "note": "Kính gửi"}

UPWARD: Json = {
    **HEAD, "id": UP, "kind": "submission", "from": PLACE | {"id": COMMUNE}, "to": ABOVE | {"id": DISTRICT},
    "about": None, "submission": SENT, "campaign": CAMPAIGN_ROW, "units": [VILLAGE_ROW],
    "people": [{"id": PERSON, "unit": VILLAGE, "name": "Lộc Văn Tài", "honorific": "Ông", "birth_year": 1980,
                "position": "Nông dân", "address": "", "ethnicity": "Tày", "is_direct_worker": True,
                "is_leader": False}],
    "collectives": [{"id": GROUP, "unit": VILLAGE, "name": "Tổ liên gia", "members": 12, "women": 5}],
    "households": [{"id": HOUSE, "unit": VILLAGE, "name": "Hộ bà Lý", "honorific": "Bà", "address": "",
                    "ethnicity": "Nùng"}],
    "papers": [paper(32, "campaign_plan", kind="ke_hoach", own=PLAN),
               paper(33, "submission", kind="to_trinh", own=PAPER), paper(34, "correction")],
    "nominations": [nomination(ONE, "individual", PERSON, **FULL_CASE), nomination(TWO, "collective", GROUP),
                    nomination(THREE, "household", HOUSE)],
    "answers": [], "decisions": [], "past_awards": [PAST],
}  # fmt: skip

CERTIFICATE = {"id": key(60), "code": "abcd", "gold_number": "12", "made_on": DAY, "statement": "123",
               "content": {"name": "Lộc Văn Tài"}}  # fmt: skip
REISSUED = CERTIFICATE | {
    "id": key(61), "code": "efgh",
    "replaces": {"id": key(62), "old": key(60), "reason": "corrected", "why": "đính chính",
                 "asked_by": "Ông Tài", "asked_on": DAY, "made_on": DAY, "correction": key(71)},
}  # fmt: skip
ITEM = {
    "id": key(63), "nomination": ONE, "order": 1, "recipient": "individual", "prefix": "Ông",
    "name": "Lộc Văn Tai", "address": "Thôn Khuổi Cáp", "achievement": "Vận động", "multiplier": "0.3",
    "base_salary": 1490000, "amount": 450000, "amount_because": "0,3 x 1.490.000",
    "certificates": [CERTIFICATE, REISSUED],
    "amendments": [
        amendment(71, "correction", key(65), said="Lộc Văn Tai", right="Lộc Văn Tài"),
        amendment(72, "revocation", key(66), why="Khai man"),
    ],
}  # fmt: skip
DOWNWARD: Json = {
    **HEAD, "id": DOWN, "kind": "answer", "from": ABOVE | {"id": DISTRICT}, "to": PLACE | {"id": COMMUNE},
    "about": {"package": UP, "digest": "ab" * 32}, "submission": SENT | {"paper": None}, "campaign": None,
    "units": [], "people": [], "collectives": [], "households": [], "nominations": [],
    "papers": [paper(64, "award_decision", unit=DISTRICT), paper(65, "correction", unit=DISTRICT),
               paper(66, "revocation", unit=DISTRICT)],
    "answers": [{"nomination": ONE, "round": 1, "answer": "decided", "why": "được khen thưởng"}],
    "decisions": [{"id": key(67), "code": "d1", "unit": DISTRICT, "form": "giay_khen_huyen",
                   "decided_on": DAY, "paper": key(64), "items": [ITEM]}],
}  # fmt: skip
