"""Một máy dùng bản phần mềm cũ: tiền đã chi vào sổ quỹ, gương điển hình tìm được, không mất dòng nào."""

from pathlib import Path

import pytest

from tests.factories.two_at_once import Office, empty_database

pytestmark = pytest.mark.long
MOVE = """
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
def moved(*targets):
    executor = MigrationExecutor(connection)
    executor.migrate(list(targets))
    return MigrationExecutor(connection).loader.project_state(list(targets)).apps
OLD = (("awards", "0010_keep_stock_and_reissues"), ("campaigns", "0008_fold_role_models"))
"""
# Rows as the old program had them, each with what its table asks for and the rest by default.
ROWS = f"""{MOVE}
import datetime
from django.db import models
DAY = datetime.date(2022, 6, 5)
apps = moved(*OLD)
made = {{}}
def row(label, /, **given):
    table = apps.get_model(label)
    if not given and label in made:
        return made[label]
    for field in table._meta.concrete_fields:
        if field.name in given or field.null or field.has_default() or field.primary_key:
            continue
        if field.is_relation:
            given[field.name] = row(field.related_model._meta.label)
        elif isinstance(field, models.DateField):
            given[field.name] = DAY
        elif isinstance(field, (models.IntegerField, models.JSONField)):
            given[field.name] = 1
    made[label] = table.objects.create(**given)
    return made[label]
unit = row("org.Unit", name="UBND xã Nà Lâm", code="na-lam", level="xa", path="na-lam/", opened_on=DAY)
def paid(order, amount, day):
    who = row("org.Person", name=f"Vi Văn {{order}}", unit=unit)
    case = row("awards.Nomination", code=f"n{{order}}", recipient="individual", person=who, name=who.name,
               holder=unit, unit=unit, governed_on=DAY)
    item = row("awards.DecisionItem", nomination=case, order=order, name=who.name, recipient="individual")
    return row("awards.Payment", item=item, unit=unit, amount=amount, payee=who.name, paid_on=day,
               paid_by="Chu Thị Sen", receipt=f"PC-{{order}}" if day else "")
paid(1, 345000, DAY)
paid(2, 690000, datetime.date(2023, 1, 9))
paid(3, 345000, None)
paid(4, 0, DAY)
row("awards.FundYear", unit=unit, year=2022, fund=5000000, organising=400000, paper="QĐ 08",
    entered_by="Chu Thị Sen", entered_on=datetime.date(2022, 1, 5))
row("awards.FundYear", unit=unit, year=2021, fund=3000000, organising=0, paper="QĐ 02",
    entered_by="Chu Thị Sen", entered_on=datetime.date(2022, 1, 5))
row("campaigns.RoleModel", name="Vi Thị Ảnh", place="Thôn Khuổi Cáp", title="Người giữ suối",
    story="Nhặt rác")
"""
FORWARD = f"""{MOVE}
executor = MigrationExecutor(connection)
moved(*executor.loader.graph.leaf_nodes())
from thidua.awards.models import FundEntry, FundYear, Payment
from thidua.campaigns.models import RoleModel
for one in FundEntry.objects.order_by("fund_year__year", "number").select_related("fund_year"):
    print(one.fund_year.year, one.number, one.kind, one.amount, one.day, one.paper, one.counterpart)
print(Payment.objects.count(), FundYear.objects.count())
print(RoleModel.objects.get().folded)
"""


def test_tien_da_chi_thanh_cac_dong_dau_cua_so_quy(tmp_path: Path) -> None:
    with empty_database() as database:
        office = Office(tmp_path, database)
        office.alone(ROWS)
        assert office.alone(FORWARD) == [
            "2021 1 allocation 3000000 2021-01-01 QĐ 02 ",
            "2022 1 allocation 5000000 2022-01-05 QĐ 08 ",
            "2022 2 organising -400000 2022-01-05 QĐ 08 ",
            "2022 3 prize -345000 2022-06-05 PC-1 Vi Văn 1",
            "2023 1 prize -690000 2023-01-09 PC-2 Vi Văn 2",
            "4 3",
            "vi thi anh thon khuoi cap nguoi giu suoi nhat rac",
        ]
        assert office.alone(FORWARD)[-2:] == ["4 3", "vi thi anh thon khuoi cap nguoi giu suoi nhat rac"]
