"""Who may send, ask back and answer by package (quyền trình, xin rút, trả lời bằng gói)."""

from __future__ import annotations

from datetime import date

from thidua.awards.models import Submission
from thidua.awards.queries.packages import came_by_file, goes_by_file, last_package
from thidua.law.ruling import Ruling, no
from thidua.org.models import Mandate
from thidua.org.permissions import may_act


def may_send_by_file(mandate: Mandate, submission: Submission, *, on: date) -> Ruling:
    """May the package of this submission be made (lập gói trình)? By standing officer and clerk of the office
    that submits, once the tờ trình is issued and the key of the office above is compared.
    """
    ruling = may_act(mandate, "standing", "clerk", on=on, unit=submission.unit)
    if ruling.stops:
        return ruling
    if submission.state not in ("sent", "answered"):
        return no("Tờ trình chưa phát hành; phát hành rồi lập gói.", rule="package:draft")
    if goes_by_file(submission) is None:
        return no(
            f"{submission.to_unit.name} chưa được khai là đơn vị trao đổi, hoặc khóa chưa đối chiếu; "
            "khai ở Cơ quan › Đơn vị trao đổi.",
            rule="package:partner",
        )
    return ruling


def may_ask_back(mandate: Mandate, submission: Submission, *, on: date) -> Ruling:
    """May the office above be asked to give dossiers back (xin rút hồ sơ)? After a package went up, while
    something is not answered.
    """
    ruling = may_send_by_file(mandate, submission, on=on)
    if ruling.stops:
        return ruling
    if last_package(submission.unit, submission.pk, "sent") is None or submission.state != "sent":
        return no("Chưa gửi gói nào, hoặc cấp trên đã trả lời đủ; không có gì để rút.", rule="package:ask")
    return ruling


def may_answer_by_file(mandate: Mandate, submission: Submission, *, on: date) -> Ruling:
    """May this submission be answered by package (lập gói trả lời)? By standing officer and clerk of the
    office it came to, when it came as a package.
    """
    ruling = may_act(mandate, "standing", "clerk", on=on, unit=submission.to_unit)
    if ruling.is_yes and came_by_file(submission) is None:
        return no("Việc trình này không đến bằng gói; trả lời ngay trên phần mềm.", rule="package:came")
    return ruling
