"""Checks on a vote, a decision and its undoing (kiểm tra biểu quyết, quyết định, hủy bỏ)."""

from __future__ import annotations

from collections.abc import Iterable

from thidua.law.procedure import council_rule
from thidua.law.ruling import Ruling
from thidua.law.shelf import Shelf
from thidua.law.voting import Tally, threshold_words
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.money import percent


def check_regime(shelf: Shelf, decree_id: str) -> Ruling | None:
    """R01: the decree chosen as ground is the one in force on the day of signature (căn cứ đúng ngày ký)."""
    version = shelf.needs("regimes", "regime", "chế độ pháp luật")
    decree = shelf.books.sources[version.value["decree"]]
    return shelf.answer("R01", broken=decree.id != decree_id, day=vn_date(shelf.day), decree=decree.short)


def check_grounds(shelf: Shelf, cited: Iterable[str]) -> Ruling | None:
    """R39: every act that a paper cites (source ids) is in force on its day (căn cứ còn hiệu lực)."""
    sources = [shelf.books.sources[source_id] for source_id in cited]
    lapsed = [source.short for source in sources if not source.in_force(shelf.day)]
    return shelf.answer("R39", broken=bool(lapsed), lapsed="; ".join(lapsed))


def check_tally(shelf: Shelf, result: Tally) -> Ruling | None:
    """R16: the case has the votes it needs (đủ tỷ lệ phiếu)."""
    return shelf.answer(
        "R16", broken=not result.passed, share=percent(result.share), tally=result.sentence.rstrip(".")
    )


def check_ballot(
    shelf: Shelf, form_id: str, *, in_the_open: bool, result: Tally | None = None
) -> Ruling | None:
    """R17: a high title is voted by ballot, with its share of all members (phải bỏ phiếu); before there is a
    result only the way of voting is asked.
    """
    version = shelf.on("council", form_id)
    if version is None or not version.value["by_ballot"]:
        return None
    rule = council_rule(shelf, form_id)
    faults = ["biểu quyết giơ tay"] if in_the_open else []
    if result is not None and not result.passed:
        faults.append(f"đạt {percent(result.share)}")
    return shelf.answer("R17", broken=bool(faults), needed=threshold_words(rule), fault="; ".join(faults))


def check_absent(shelf: Shelf, result: Tally) -> Ruling | None:
    """R18: absent members gave their opinion in writing (ý kiến bằng văn bản của người vắng mặt)."""
    return shelf.answer("R18", broken=result.absent > 0, absent=result.absent)


def check_recusal(shelf: Shelf, *, member: str, concerned: bool) -> Ruling | None:
    """R19: a member who is the nominee or close to one does not vote on it (không tham gia bỏ phiếu)."""
    return shelf.answer("R19", broken=concerned, name=member)


def check_recovery(shelf: Shelf, *, outstanding: Iterable[str]) -> Ruling | None:
    """R35: with a cancelled award its object and its money come back (thu hồi hiện vật, tiền thưởng);
    `outstanding` says what is still out.
    """
    out = list(outstanding)
    return shelf.answer("R35", broken=bool(out), what="; ".join(out))
