"""The head of a paper for each kind of issuer (tên cơ quan ban hành): an office, its chair, its council, a
unit.

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.2 và II.3.
"""

from __future__ import annotations

from thidua.org.models import Unit
from thidua.org.queries import government_of
from thidua.paper.model import Letterhead

COMMITTEE = "Ủy ban nhân dân "
COUNCIL = ("HỘI ĐỒNG", "THI ĐUA - KHEN THƯỞNG")
# The Party, the councils, the Front, the organisations and the police are not below a People's Committee.
OF_ANOTHER_LINE = ("Đảng ", "Hội ", "Ủy ban Mặt trận", "Đoàn ", "Công đoàn", "Công an")


def committee_lines(unit: Unit) -> tuple[str, str]:
    """The name of a People's Committee over two lines (ỦY BAN NHÂN DÂN / XÃ NÀ LÂM)."""
    return "ỦY BAN NHÂN DÂN", unit.name.removeprefix(COMMITTEE).upper()


def abbreviated(unit: Unit) -> str:
    """A People's Committee as the superior body of a paper (UBND XÃ NÀ LÂM)."""
    return f"UBND {committee_lines(unit)[1]}"


def office_letterhead(unit: Unit, symbol: str = "") -> Letterhead:
    """The head of a paper of a People's Committee (văn bản của UBND); its symbol comes from the book when
    empty.
    """
    return Letterhead(body=committee_lines(unit), symbol=symbol, place=unit.place)


def chair_letterhead(unit: Unit, symbol: str = "") -> Letterhead:
    """The head of a paper the chair signs in person (văn bản của Chủ tịch UBND): the post stands in the name.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.2.
    """
    return Letterhead(
        body=("CHỦ TỊCH ỦY BAN NHÂN DÂN", committee_lines(unit)[1]), symbol=symbol, place=unit.place
    )


def council_letterhead(unit: Unit, symbol: str = "") -> Letterhead:
    """The head of a paper of the emulation council (văn bản của Hội đồng TĐKT), which uses the seal of its
    office.
    """
    return Letterhead(body=COUNCIL, parent=abbreviated(unit), symbol=symbol, place=unit.place)


def unit_letterhead(unit: Unit, symbol: str = "") -> Letterhead:
    """The head of a paper of a body or a village (văn bản của đơn vị, thôn): the People's Committee stands
    above only what is below it.
    """
    office = government_of(unit)
    place = unit.place or office.place
    parent = "" if unit.name.startswith(OF_ANOTHER_LINE) else abbreviated(office)
    return Letterhead(body=(unit.name.upper(),), parent=parent, symbol=symbol, place=place)
