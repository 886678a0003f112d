"""Whether an achievement is the candidate's own (thành tích có riêng của đối tượng không): copied reports,
and the same achievement put forward for somebody else.
"""

from __future__ import annotations

from collections.abc import Iterator

from thidua.awards.models import Nomination
from thidua.awards.queries.elsewhere import shared_with_others
from thidua.awards.queries.similar import common_words, resembled_by, written
from thidua.law.ruling import Ruling, Weight, no
from thidua.org.models import Unit
from thidua.vietnamese.similar import words_in


def doubts_about_origin(nomination: Nomination, *, office: Unit) -> Iterator[Ruling]:
    """What the appraiser should look at beside the report (điểm cần đối chiếu), as warnings a person settles.

    They name no other dossier, because the unit reads them too; the same initiative is rule R37.
    """
    alike = resembled_by(nomination, office=office)
    if alike:
        text = written(nomination)
        yield no(
            f"Báo cáo thành tích có {common_words(text, alike)} trên {words_in(text)} từ giống nguyên văn "
            f"{len(alike)} hồ sơ khác. Đối chiếu từng đoạn ở mục “Báo cáo giống nhau”, rồi kết luận đây có "
            "phải việc của chính đối tượng này không.",
            rule="report:copied",
            weight=Weight.WARN,
        )
    shared = [one for one in shared_with_others(nomination, office=office) if one.kind != "initiative"]
    if shared:
        people = len({one.other.pk for one in shared})
        yield no(
            f"Thành tích này còn được nêu cho {people} đối tượng khác "
            f"({'; '.join(dict.fromkeys(one.why for one in shared))}). Hãy kết luận ai làm nên thành tích, "
            "mỗi người góp phần nào.",
            rule="achievement:shared",
            weight=Weight.WARN,
        )
