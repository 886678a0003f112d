"""Stage 7: findings against the law books and the criteria, and what a person makes of them (thẩm định hồ
sơ).
"""

from thidua.awards.appraise.conclude import conclude_eligible, conclude_ineligible, return_for_supplement
from thidua.awards.appraise.findings import open_appraisal, reopen_appraisal
from thidua.awards.appraise.judge import Judgement, is_judged, open_points, record_judgements
from thidua.awards.appraise.report import draft_appraisal_report

__all__ = [
    "Judgement",
    "conclude_eligible",
    "conclude_ineligible",
    "draft_appraisal_report",
    "is_judged",
    "open_appraisal",
    "open_points",
    "record_judgements",
    "reopen_appraisal",
    "return_for_supplement",
]
