"""Checks on what a nomination rests on (căn cứ đề nghị): type, campaign, run of merits, route, initiative."""

from __future__ import annotations

from collections.abc import Iterable

from thidua.law.authority import form as award_form
from thidua.law.eligibility import Case, PreviousAward, decisions_of
from thidua.law.ruling import Ruling
from thidua.law.shelf import LEVEL_NAMES, Shelf
from thidua.vietnamese.dates import vn_date

SIMPLE = "don_gian"
ROUTES = {"thuong": "thủ tục thông thường", SIMPLE: "thủ tục đơn giản"}
GROUNDS = {
    "a": "kết quả xuất sắc trong phong trào thi đua do bộ, ngành, tỉnh phát động",
    "b": "nhiều thành tích hoặc thành tích đột xuất, có ảnh hưởng ở một lĩnh vực của tỉnh",
    "c": "đóng góp vào phát triển kinh tế - xã hội, khoa học, công tác xã hội, từ thiện",
    "d": "liên tục Chiến sĩ thi đua cơ sở hoặc hoàn thành xuất sắc nhiệm vụ, có sáng kiến",
}
EMULATION_SOLDIER = "chien_si_thi_dua_co_so"


def award_types(shelf: Shelf) -> dict[str, str]:
    """The types of award of that day with their names (loại khen thưởng). Căn cứ: sổ types."""
    entries = shelf.books.subjects["types"].values()
    return {entry.id: str(entry.fields["name"]) for entry in entries if entry.on(shelf.day)}


def check_merit(shelf: Shelf, case: Case) -> Ruling | None:
    """R07: merit does not rest on a thematic or sudden award (không lấy khen chuyên đề làm căn cứ)."""
    version = shelf.on("rules", "R07")
    if version is None or case.award_type != "cong_trang":
        return None
    thematic = [award for award in case.cited if award.award_type in version.value["thematic"]]
    return shelf.answer("R07", broken=bool(thematic), decision=decisions_of(thematic))


def check_campaign_level(shelf: Shelf, case: Case) -> Ruling | None:
    """R11: a provincial Bằng khen of a person rests on a campaign of the province (cấp phát động).

    A person who names another ground of the article is not asked.
    """
    person = (case.form_id, case.recipient_kind) == ("bang_khen_tinh", "individual")
    if not person or case.award_type != "phong_trao" or case.ground not in ("", "a"):
        return None
    level = LEVEL_NAMES.get(case.campaign_level, case.campaign_level)
    return shelf.answer("R11", broken=case.campaign_level in ("xa", "huyen"), level=level)


def check_run_of_merits(shelf: Shelf, case: Case) -> Ruling | None:
    """R12: who rests on ground d has the years in a row that it asks for (thành tích liên tục)."""
    version = shelf.on("rules", "R12")
    asked = (case.form_id, case.recipient_kind, case.ground) == ("bang_khen_tinh", "individual", "d")
    if version is None or not asked:
        return None
    needs = version.value
    titles = in_a_row(_year(award) for award in case.previous_awards if award.form_id == EMULATION_SOLDIER)
    excellent = in_a_row(case.excellent_years) >= needs["years"] and case.initiatives >= needs["initiatives"]
    return shelf.answer(
        "R12",
        broken=titles < needs["titles"] and not excellent,
        titles=f"{needs['titles']:02d}",
        years=f"{needs['years']:02d}",
        initiatives=f"{needs['initiatives']:02d}",
    )


def in_a_row(years: Iterable[int]) -> int:
    """The longest run of years without a gap (số năm liên tục)."""
    held, longest = set(years), 0
    for first in held:
        length = 1
        while first + length in held:
            length += 1
        longest = max(longest, length)
    return longest


def _year(award: PreviousAward) -> int:
    return (award.achievement_to or award.day).year


def check_route(shelf: Shelf, case: Case) -> Ruling | None:
    """R15: the simple route is for sudden deeds, not for a planned campaign (thủ tục đơn giản)."""
    if case.route != SIMPLE:
        return None
    name = award_types(shelf).get(case.award_type, case.award_type).lower()
    return shelf.answer("R15", broken=case.award_type != "dot_xuat", type=name)


def check_registered(shelf: Shelf, case: Case) -> Ruling | None:
    """R31: no title without a registration (đăng ký thi đua); not asked where none was to be made."""
    if case.registered is None or award_form(shelf, case.form_id).kind != "title":
        return None
    return shelf.answer("R31", broken=not case.registered, unit=case.unit)


def check_still_there(shelf: Shelf, case: Case) -> Ruling | None:
    """R32: a collective that was dissolved before the day of the case is not commended (đã giải thể)."""
    if case.recipient_kind != "collective":
        return None
    ended, day = case.dissolved_on, case.decided_on or shelf.day
    gone = ended is not None and ended < day
    return shelf.answer("R32", broken=gone, ended=vn_date(ended) if ended else "")


def check_household_type(shelf: Shelf, case: Case) -> Ruling | None:
    """R36: the law names households for campaigns and sudden deeds, not for merit (hộ gia đình)."""
    if case.recipient_kind != "household":
        return None
    return shelf.answer("R36", broken=case.award_type == "cong_trang")


def check_initiative(shelf: Shelf, case: Case) -> Ruling | None:
    """R37: an initiative is used for one award (mỗi sáng kiến dùng một lần)."""
    if not case.initiative:
        return None
    return shelf.answer("R37", broken=bool(case.initiative_used), used="; ".join(case.initiative_used))


def check_preference(shelf: Shelf, *, name: str, woman: bool = False, women: float = 0) -> Ruling | None:
    """R34: whom to prefer among equals (ưu tiên khi cùng điều kiện): a woman, a collective where the share
    of women, in percent, reaches what the book says; it only informs.
    """
    version = shelf.on("rules", "R34")
    if version is None:
        return None
    return shelf.answer("R34", broken=woman or women >= version.value["women"], name=name)
