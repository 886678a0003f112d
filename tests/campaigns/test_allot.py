"""The quotas of a campaign: taken from the plan, set and changed by the standing officer (chỉ tiêu)."""

from datetime import date
from decimal import Decimal

import pytest

from thidua.campaigns.allot import QuotaEntry, change_quota, end_quota, set_quota
from thidua.campaigns.models import Quota
from thidua.campaigns.queries.quota import amount_says, counted_says, ended_quotas, quota_rows, quotas_of
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused

DAY = date(2023, 4, 3)
PAPER = "Kế hoạch số 45/KH-UBND ngày 10/3/2023, mục V.3"

pytestmark = pytest.mark.django_db


def cap(campaign, **more):
    award = campaign.awards.get(form="giay_khen_huyen")
    return QuotaEntry(**({"kind": "cap", "award": award, "recipient": "individual", "number": 5,
                          "paper": PAPER} | more))  # fmt: skip


def test_the_officer_sets_a_quota_with_the_paper_it_rests_on(whole, campaign):
    quota = set_quota(campaign, entry=cap(campaign), mandate=whole.commune.standing, on=DAY)
    assert list(quotas_of(campaign)) == [quota]
    assert (counted_says(quota), amount_says(quota)) == (
        "Giấy khen của Chủ tịch UBND huyện, cá nhân",
        "không quá 5",
    )
    assert JournalEntry.objects.get(verb="set_quota").says == (
        f"Đặt chỉ tiêu “Giấy khen của Chủ tịch UBND huyện, cá nhân: không quá 5”, theo {PAPER}."
    )


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"paper": " "}, "Hãy ghi văn bản làm căn cứ (số, ngày, tên, hoặc mục của kế hoạch)."),
        ({"number": None}, "Hãy ghi số lượng, hoặc tỷ lệ phần trăm: một trong hai."),
        (
            {"number": None, "percent": Decimal(10)},
            "Tỷ lệ phần trăm cần cơ số: ghi số người hoặc số tập thể làm gốc để tính.",
        ),
        (
            {"number": None, "percent": Decimal(10), "base": 40, "scope": "village"},
            "Mỗi đơn vị có cơ số riêng: hãy đặt tỷ lệ cho cả đợt, hoặc riêng từng đơn vị.",
        ),
        ({"scope": "unit"}, "Hãy chọn đơn vị áp dụng riêng."),
        ({"kind": "share", "number": None, "percent": Decimal(60)}, "Hãy chọn nhóm cần đạt tỷ lệ."),
        ({"kind": "share", "group": "workers"}, "Hãy ghi tỷ lệ phần trăm cần đạt."),
        ({"kind": "year", "number": None}, "Chỉ tiêu trong năm cần ghi số lượng."),
    ],
)
def test_half_a_quota_is_refused_with_what_is_missing(whole, campaign, more, says):
    with pytest.raises(Refused, match=r".") as refused:
        set_quota(campaign, entry=cap(campaign, **more), mandate=whole.commune.standing, on=DAY)
    assert refused.value.ruling.because == says
    assert not Quota.objects.exists()


def test_one_quota_for_the_same_names(whole, campaign):
    set_quota(campaign, entry=cap(campaign), mandate=whole.commune.standing, on=DAY)
    with pytest.raises(Refused, match="Hãy đổi chỉ tiêu ấy"):
        set_quota(campaign, entry=cap(campaign, number=9), mandate=whole.commune.standing, on=DAY)
    set_quota(campaign, entry=cap(campaign, scope="village"), mandate=whole.commune.standing, on=DAY)
    assert quotas_of(campaign).count() == 2


def test_a_change_ends_the_old_quota_and_keeps_the_clause_of_the_plan(whole, campaign):
    officer = whole.commune.standing
    first = set_quota(campaign, entry=cap(campaign), mandate=officer, on=DAY)
    Quota.objects.filter(pk=first.pk).update(says="không quá 05 cá nhân", clause="V.3", paper="")
    first.refresh_from_db()
    assert first.rests_on == "mục V.3 của kế hoạch"
    second = change_quota(
        first, entry=cap(campaign, number=7), why="Thêm hai thôn tham gia", mandate=officer, on=DAY
    )
    assert [(one.number, one.clause, one.rests_on) for one in quotas_of(campaign)] == [(7, "V.3", PAPER)]
    [old] = ended_quotas(campaign)
    assert (old.number, old.ended_why, old.ended_on) == (5, "Thêm hai thôn tham gia", DAY)
    with pytest.raises(Refused, match="vừa được người khác đổi"):
        end_quota(first, why="Nhầm", mandate=officer, on=DAY)
    with pytest.raises(Refused, match="Hãy ghi lý do"):
        end_quota(second, why=" ", mandate=officer, on=DAY)
    end_quota(second, why="Huyện bỏ chỉ tiêu", mandate=officer, on=DAY)
    assert not quotas_of(campaign).exists()


def test_only_the_standing_officer_of_the_launching_office(whole, campaign):
    for mandate in (whole.commune.chair, whole.head(whole.village), whole.district.standing):
        with pytest.raises(Refused):
            set_quota(campaign, entry=cap(campaign), mandate=mandate, on=DAY)
    assert not Quota.objects.exists()


@pytest.mark.parametrize(
    ("entry", "counted", "amount", "limit"),
    [
        (
            {"number": None, "percent": Decimal("7.5"), "base": 42, "base_says": "cá nhân tham gia"},
            "Giấy khen của Chủ tịch UBND huyện, cá nhân",
            "không quá 7,5 % của 42 cá nhân tham gia (là 3)",
            3,
        ),
        (
            {"award": None, "recipient": "", "scope": "village", "number": 2},
            "mọi hình thức, tập thể, cá nhân, hộ tính chung, mỗi thôn",
            "không quá 2",
            2,
        ),
        ({"kind": "year", "number": 10}, "Giấy khen của Chủ tịch UBND huyện, cá nhân",
         "không quá 10 trong một năm", 10),
        ({"kind": "once", "number": None}, "Giấy khen của Chủ tịch UBND huyện, cá nhân",
         "một lần trong đời", None),
        (
            {"kind": "share", "award": None, "recipient": "", "number": None, "percent": Decimal(60),
             "group": "workers"},
            "người lao động trực tiếp trong số cá nhân",
            "ít nhất 60 %",
            None,
        ),
    ],
)  # fmt: skip
def test_each_kind_of_quota_in_words(whole, campaign, entry, counted, amount, limit):
    quota = set_quota(campaign, entry=cap(campaign, **entry), mandate=whole.commune.standing, on=DAY)
    assert (counted_says(quota), amount_says(quota), quota.limit) == (counted, amount, limit)


def test_a_quota_holds_for_the_units_it_names(whole, campaign):
    body, village, other = whole.body, whole.village, whole.villages[1]
    one = set_quota(
        campaign, entry=cap(campaign, scope="unit", unit=village), mandate=whole.commune.standing, on=DAY
    )
    assert [one.is_for(unit) for unit in (body, village, other)] == [False, True, False]
    assert counted_says(one) == f"Giấy khen của Chủ tịch UBND huyện, cá nhân, {village.in_sentence}"
    for scope, held in (("all", [1, 1, 1]), ("each", [1, 1, 1]), ("village", [0, 1, 1]), ("body", [1, 0, 0])):
        assert [Quota(scope=scope).is_for(unit) for unit in (body, village, other)] == held


def test_the_plan_says_how_many(campaign):
    awards = {award.form: award for award in campaign.awards.all()}
    plan = {
        "awards": [{"form": "Giấy khen của Chủ tịch UBND huyện", "level": "huyện"}],
        "quotas": [
            {"group": "tập thể", "text": "không quá 02 tập thể, 05 cá nhân", "count": 2, "award_index": 0},
            {"group": "cá nhân", "text": "mỗi thôn 05 cá nhân", "count": 5, "award_index": 0,
             "per": "mỗi thôn"},
            {"group": "hộ", "text": "mỗi đơn vị 01 hộ", "count": 1, "per": "mỗi đơn vị"},
            {"group": "cá nhân", "text": "không quá 5% cá nhân tham gia", "count": {"percent": 5},
             "per": " tham gia"},
            {"group": "cá nhân", "text": "không quá 08 cá nhân", "count": 5, "award_index": 0},
            {"group": None, "text": "do Chủ tịch quy định", "count": None},
        ],
    }  # fmt: skip
    rows = list(quota_rows(plan, {"quotas[0].text": "V.3"}, awards))
    assert [(row.award and row.award.form, row.recipient, row.scope, row.number, row.percent, row.base_says)
            for row in rows] == [
        ("giay_khen_huyen", "collective", "all", 2, None, ""),
        ("giay_khen_huyen", "individual", "village", 5, None, ""),
        (None, "household", "each", 1, None, ""),
        (None, "individual", "all", None, 5, "tham gia"),
    ]  # fmt: skip
    assert [row.clause for row in rows] == ["V.3", "", "", ""]
    unknown = Quota(kind="cap", percent=Decimal(5), base_says="tham gia")
    assert (unknown.limit, amount_says(unknown)) == (
        None,
        "không quá 5 % của tham gia; chưa ghi cơ số nên chưa tính được",
    )
