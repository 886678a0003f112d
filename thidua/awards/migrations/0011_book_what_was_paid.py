"""What was entered and paid before there was a ledger becomes its first lines: the fund of each year, what
organising cost, every payment.
"""

from datetime import date

from django.db import migrations


def book_what_was_paid(apps, schema_editor):
    FundYear, FundEntry = apps.get_model("awards", "FundYear"), apps.get_model("awards", "FundEntry")
    for row in FundYear.objects.filter(entries=None):
        day = row.entered_on if row.entered_on.year == row.year else date(row.year, 1, 1)
        told = {"day": day, "paper": row.paper, "entered_by": row.entered_by}
        said = f"Cấp quỹ năm {row.year}"
        _line(row, FundEntry(**told, kind="allocation", amount=row.fund, says=said))
        said = f"Chi tổ chức phong trào năm {row.year}"
        _line(row, FundEntry(**told, kind="organising", amount=-row.organising, says=said))
    _book_payments(apps.get_model("awards", "Payment"), FundYear, FundEntry)


def _book_payments(Payment, FundYear, FundEntry):
    paid = Payment.objects.filter(paid_on__isnull=False, entries=None, amount__gt=0)
    for one in paid.select_related("item").order_by("paid_on", "id"):
        facts = {"entered_by": one.paid_by, "entered_on": one.paid_on}
        row, _ = FundYear.objects.get_or_create(unit_id=one.unit_id, year=one.paid_on.year, defaults=facts)
        told = {"day": one.paid_on, "paper": one.receipt, "entered_by": one.paid_by, "counterpart": one.payee}
        said = f"Tiền thưởng của {one.item.name}"[:300]
        _line(row, FundEntry(**told, kind="prize", amount=-one.amount, says=said, payment=one))


def _line(row, entry):
    if entry.amount:
        entry.fund_year, entry.number = row, row.entries.count() + 1
        entry.save()


class Migration(migrations.Migration):
    dependencies = [("awards", "0010_keep_stock_and_reissues")]

    operations = [migrations.RunPython(book_what_was_paid, migrations.RunPython.noop)]
