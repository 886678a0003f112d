"""Numbers as Vietnamese words and as Roman figures (đọc số thành chữ, số La Mã)."""

from __future__ import annotations

LARGEST = 10**15

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_BILLION = 10**9
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def in_words(number: int) -> str:
    """Read a whole number aloud (đọc số): 1205 -> "một nghìn hai trăm linh năm".

    Raises `ValueError` beyond ± 10^15. Căn cứ: không (quy ước nội bộ).
    """
    if abs(number) > LARGEST:
        raise ValueError(f"Số {number} quá lớn để đọc thành chữ (tối đa một triệu tỷ).")
    if number == 0:
        return _DIGITS[0]
    if number < 0:
        return f"âm {in_words(-number)}"
    billions, rest = divmod(number, _BILLION)
    words = [*_groups(billions, after=False), "tỷ"] if billions else []
    return " ".join([*words, *_groups(rest, after=bool(billions))])


def _groups(number: int, *, after: bool) -> list[str]:
    """Words of a number below 10^9; `after` says that something larger was read before it."""
    words: list[str] = []
    for size, name in ((10**6, "triệu"), (10**3, "nghìn"), (1, "")):
        group, number = divmod(number, size)
        if group:
            words += _three_digits(group, full=after or bool(words))
            words += [name] if name else []
    return words


def _three_digits(group: int, *, full: bool) -> list[str]:
    """Words of 1 to 999; `full` reads the leading zeros too ("không trăm linh năm")."""
    hundreds, rest = divmod(group, 100)
    tens, ones = divmod(rest, 10)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or full else []
    if tens == 0 and ones and words:
        words.append("linh")
    elif tens == 1:
        words.append("mười")
    elif tens > 1:
        words += [_DIGITS[tens], "mươi"]
    return [*words, _ones(ones, tens=tens)] if ones else words


def _ones(ones: int, *, tens: int) -> str:
    """The last digit, which changes its sound after a ten (mốt, tư, lăm)."""
    if ones == 5 and tens:
        return "lăm"
    if tens > 1 and ones in (1, 4):
        return {1: "mốt", 4: "tư"}[ones]
    return _DIGITS[ones]


def digits_in_words(digits: str) -> str:
    """Read figures one by one (đọc từng chữ số), as in a telephone number."""
    return " ".join(_DIGITS[int(digit)] for digit in digits)


def roman(number: int) -> str:
    """Write 1 to 3999 in Roman figures (số La Mã): 4 -> "IV". Raises `ValueError` outside."""
    if not 1 <= number <= 3999:
        raise ValueError(f"Không viết được số {number} bằng chữ số La Mã (chỉ từ 1 đến 3999).")
    written = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        written += letters * times
    return written


def from_roman(written: str) -> int:
    """Read Roman figures (đọc số La Mã): "XIII" -> 13. Raises `ValueError` for anything else."""
    rest, number = written, 0
    for value, letters in _ROMAN:
        while rest.startswith(letters):
            number, rest = number + value, rest[len(letters) :]
    if rest or not 1 <= number <= 3999 or roman(number) != written:
        raise ValueError(f"“{written}” không phải là số La Mã.")
    return number
