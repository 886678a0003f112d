"""The fund of an office, year by year, and its ledger (quỹ thi đua, khen thưởng; sổ quỹ)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from thidua.awards.models.amendment import Revocation
from thidua.awards.models.decision import Payment
from thidua.journal.rows import Row
from thidua.law.paying import AREAS
from thidua.org.models import Unit

ENTRY_KINDS = {
    "opening": "số dư năm trước chuyển sang",
    "allocation": "cấp từ ngân sách",
    "contribution": "đóng góp và nguồn hợp pháp khác",
    "recovery": "thu hồi tiền thưởng",
    "prize": "chi tiền thưởng",
    "material": "chi in giấy, khung, hiện vật",
    "organising": "chi tổ chức phong trào",
    "carried": "chuyển số dư sang năm sau",
}
INWARD = ("opening", "allocation", "contribution", "recovery")
MEANS = {"cash": "tiền mặt", "bank": "chuyển khoản"}


class FundYear(Row):
    """The fund of one office in one year (quỹ của một năm), in đồng, with the paper it rests on.

    `regular` is the regular spending of the budget. `fund` and `organising` are what the ledger holds of
    allocations and of organising costs, kept here for the ceilings. `closed_on`: nothing more is booked.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="fund_years")
    year = models.PositiveSmallIntegerField("năm")
    area = models.CharField("khu vực", max_length=10, choices=list(AREAS.items()), blank=True)
    regular = models.PositiveBigIntegerField("chi thường xuyên trong năm (đồng)", default=0)
    fund = models.PositiveBigIntegerField("quỹ thi đua, khen thưởng (đồng)", default=0)
    organising = models.PositiveBigIntegerField("chi tổ chức phong trào (đồng)", default=0)
    paper = models.CharField("theo văn bản", max_length=250, blank=True)
    entered_by = models.CharField("người ghi", max_length=250)
    entered_on = models.DateField("ngày ghi")
    closed_on = models.DateField("ngày khóa sổ", null=True)
    closed_by = models.CharField("người khóa sổ", max_length=250, blank=True)

    class Meta:
        ordering = ["-year"]
        constraints = [models.UniqueConstraint(fields=["unit", "year"], name="awards_one_fund_a_year")]


class FundEntry(Row):
    """One line of the ledger (một dòng sổ quỹ), never edited: `amount` in đồng, above zero when it comes in,
    below when it goes out. A mistake is undone by a line that `reverses` it, once.
    """

    fund_year = models.ForeignKey(FundYear, on_delete=models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField("số thứ tự")
    day = models.DateField("ngày")
    kind = models.CharField("loại", max_length=12, choices=list(ENTRY_KINDS.items()))
    amount = models.BigIntegerField("số tiền")
    says = models.CharField("diễn giải", max_length=300)
    paper = models.CharField("chứng từ", max_length=250, blank=True)
    counterpart = models.CharField("người nhận, người nộp", max_length=200, blank=True)
    means = models.CharField("hình thức", max_length=4, choices=list(MEANS.items()), blank=True)
    payment = models.ForeignKey(Payment, on_delete=models.PROTECT, null=True, related_name="entries")
    revocation = models.ForeignKey(Revocation, on_delete=models.PROTECT, null=True, related_name="entries")
    reverses = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="reversed_by")
    entered_by = models.CharField("người ghi", max_length=250)

    class Meta:
        ordering = ["fund_year", "number"]
        constraints = [
            models.UniqueConstraint(fields=["fund_year", "number"], name="awards_one_line_a_number"),
            models.CheckConstraint(condition=~Q(amount=0), name="awards_no_line_of_nothing"),
        ]
