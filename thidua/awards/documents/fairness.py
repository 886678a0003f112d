"""The fairness gauge as papers tell it (cơ cấu danh sách): one paragraph of counts."""

from __future__ import annotations

from thidua.awards.queries.fairness import Fairness, Gauge

OUT_OF = {
    "workers": " cá nhân",
    "leaders": " cá nhân",
    "women": " cá nhân, chủ hộ",
    "minorities": " cá nhân, chủ hộ",
    "firsts": " trường hợp",
}


def fairness_words(fairness: Fairness) -> str:
    """Who is in a list, in one paragraph for minutes and reports (cơ cấu danh sách).

    Căn cứ: không (quy ước nội bộ); pháp luật không quy định tỷ lệ chung.
    """
    kinds = (
        (fairness.collectives, "tập thể"),
        (fairness.persons, "cá nhân"),
        (fairness.households, "hộ gia đình"),
    )
    counted = ", ".join(f"{number} {kind}" for number, kind in kinds if number)
    gauges = "; ".join(_gauge(gauge) for gauge in fairness.gauges if gauge.of)
    return (
        f"Cơ cấu {fairness.total} trường hợp ({counted}): {gauges}. "
        "Số liệu để tham khảo, không thay tiêu chuẩn."
    )


def _gauge(gauge: Gauge) -> str:
    figures = gauge.says.replace(f"/{gauge.of}", f"/{gauge.of}{OUT_OF.get(gauge.id, '')}", 1)
    target = f", mục tiêu ít nhất {gauge.asked}" if gauge.target else ""
    return f"{gauge.name[:1].lower()}{gauge.name[1:]} {figures}{target}"
