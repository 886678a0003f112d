"""Old awards and disciplines are entered, corrected, removed and told again (khen thưởng, kỷ luật cũ)."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.awards.dossiers import started
from tests.awards.outcomes import honoured
from tests.factories.commune import (
    Commune,
    make_campaign,
    make_collective,
    make_household,
    make_person,
)
from thidua.awards.models import DecisionItem, Discipline, PastAward
from thidua.awards.queries.history import (
    disciplines,
    histories,
    nominations_of,
    past_awards,
    remembered_for,
    remembered_of,
    told_of,
)
from thidua.awards.remember import (
    DisciplineWords,
    PastAwardWords,
    correct,
    file_award_paper,
    remember,
    remove,
    take_back,
)
from thidua.journal.models import JournalEntry
from thidua.law.eligibility import PreviousAward
from thidua.law.ruling import Refused
from thidua.org.identify import merge_records
from thidua.records.queries.files import files_of

DAY = date(2023, 6, 5)
AWARD = PastAwardWords(
    title="Giấy khen của Chủ tịch UBND xã",
    form="giay_khen_xa",
    decision="45/QĐ-UBND",
    decided_on=date(2019, 12, 20),
    decided_by="Chủ tịch UBND xã Nà Lâm",
    level="xa",
    achievement="Làm đường liên thôn năm 2019",
    achieved_from=date(2019, 1, 1),
    achieved_to=date(2019, 12, 1),
    amount=200_000,
)
WARNING = DisciplineWords(
    "Khiển trách", date(2021, 3, 1), "Quyết định số 12/QĐ-UBND ngày 01/3/2021", date(2022, 3, 1)
)


@pytest.fixture
def acting(whole: Commune) -> dict[str, object]:
    return {"mandate": whole.commune.standing, "on": DAY}


def test_an_old_award_is_told_as_the_law_asks_for_it(whole: Commune, acting: dict) -> None:
    person = make_person(whole.village)
    entry = remember(person, words=AWARD, **acting)
    (honour,) = past_awards(person)
    assert (honour.title, honour.name, honour.amount, honour.past) == (
        "Giấy khen của Chủ tịch UBND xã", "Lộc Văn Tài", 200_000, entry,
    )  # fmt: skip
    assert honour.previous == PreviousAward(
        "45/QĐ-UBND", date(2019, 12, 20), "giay_khen_xa", str(entry.pk), date(2019, 1, 1), date(2019, 12, 1)
    )
    assert entry.unit == whole.commune.unit
    assert JournalEntry.objects.get(verb="remember").says == (
        "Ghi khen thưởng cũ của Lộc Văn Tài: Giấy khen của Chủ tịch UBND xã, "
        "Quyết định số 45/QĐ-UBND ngày 20/12/2019."
    )


def test_a_history_holds_decisions_of_ours_and_old_papers_newest_first(whole: Commune, acting: dict) -> None:
    honoured(whole, make_campaign(whole))
    item = DecisionItem.objects.select_related("decision__document").get(name="Lộc Văn Tài")
    person = item.nomination.candidate
    remember(person, words=AWARD, **acting)
    here, before = past_awards(person)
    assert (here.decision, here.day) == (item.decision.document.number_text, item.decision.decided_on)
    assert here.previous.achievement == str(item.nomination.campaign_id)
    assert before.decision == "45/QĐ-UBND"
    assert [one.pk for one in nominations_of(person)] == [item.nomination_id]


def test_the_history_of_one_is_in_all_records_merged(whole: Commune, acting: dict) -> None:
    old, new = make_person(whole.villages[1], "LỘC VĂN TÀI"), make_person(whole.village)
    remember(old, words=AWARD, **acting)
    remember(old, words=WARNING, **acting)
    nomination = started(whole, new, form="giay_khen_xa", campaign=make_campaign(whole))
    assert past_awards(new) == []
    merge_records(old, into=new, **acting)
    assert [honour.decision for honour in past_awards(new)] == ["45/QĐ-UBND"]
    assert [one.paper for one in disciplines(new)] == [WARNING.paper]
    assert [*nominations_of(old)] == [nomination]
    with pytest.raises(Refused, match="Đã ghi Giấy khen"):
        remember(new, words=AWARD, **acting)


@pytest.mark.parametrize("make", [make_person, make_collective, make_household])
def test_every_kind_of_recipient_has_a_history(whole: Commune, acting: dict, make) -> None:
    candidate = make(whole.village)
    entry = remember(candidate, words=AWARD, **acting)
    assert entry.candidate == candidate
    assert [honour.past for honour in histories([candidate])[candidate.pk].awards] == [entry]
    assert remembered_for(whole.commune.standing, PastAward, entry.pk) == entry


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (replace(AWARD, title=" "), "Chưa ghi hình thức, danh hiệu."),
        (replace(AWARD, decision=""), "Chưa ghi số quyết định."),
        (replace(AWARD, level="cap-x"), "Hãy chọn cấp quyết định trong danh sách."),
        (replace(AWARD, decided_on=date(2023, 6, 6)),
         "Ngày quyết định 06/6/2023 ở sau ngày làm việc 05/6/2023."),
        (replace(AWARD, achieved_to=date(2018, 1, 1)),
         "Thời gian lập thành tích kết thúc trước khi bắt đầu."),
        (replace(AWARD, achieved_from=date(2020, 1, 1), achieved_to=None),
         "Thời gian lập thành tích bắt đầu sau ngày quyết định."),
        (replace(WARNING, paper=""), "Chưa ghi văn bản về việc kỷ luật."),
        (replace(WARNING, starts=date(2023, 7, 1), ends=None),
         "Ngày bắt đầu 01/7/2023 ở sau ngày làm việc 05/6/2023."),
        (replace(WARNING, ends=date(2020, 1, 1)), "Kỷ luật hết hiệu lực trước ngày bắt đầu."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_its_sentence(whole: Commune, acting: dict, words, says: str) -> None:
    with pytest.raises(Refused) as refused:
        remember(make_person(whole.village), words=words, **acting)
    assert str(refused.value) == says
    assert (PastAward.objects.count(), Discipline.objects.count()) == (0, 0)


def test_an_entry_is_corrected_with_its_reason_and_the_journal_keeps_what_was_there(
    whole: Commune, acting: dict
) -> None:
    entry = remember(make_person(whole.village), words=AWARD, **acting)
    right = replace(AWARD, decision="46/QĐ-UBND")
    with pytest.raises(Refused, match="Hãy ghi lý do"):
        correct(entry, words=right, reason=" ", **acting)
    correct(entry, words=right, reason="gõ nhầm số", expected=entry.version, **acting)
    kept = PastAward.objects.get()
    assert (kept.decision, kept.why) == ("46/QĐ-UBND", "gõ nhầm số")
    assert JournalEntry.objects.get(verb="correct").data == {"before": {"decision": "45/QĐ-UBND"}}
    with pytest.raises(Refused, match="người khác sửa"):
        correct(kept, words=AWARD, reason="x", expected=kept.version - 1, **acting)


def test_an_entry_is_removed_with_its_reason_and_taken_back(whole: Commune, acting: dict) -> None:
    person = make_person(whole.village)
    entry = remember(person, words=WARNING, **acting)
    with pytest.raises(Refused, match="Hãy ghi lý do"):
        remove(entry, reason="", **acting)
    remove(entry, reason="ghi nhầm người", **acting)
    assert [line.says for line in told_of(person)] == [
        "Bỏ kỷ luật của Lộc Văn Tài: ghi nhầm người.", "Ghi kỷ luật của Lộc Văn Tài.",
    ]  # fmt: skip
    assert (disciplines(person), [*remembered_of(person, Discipline, "removed")]) == ([], [entry])
    with pytest.raises(Refused, match="hãy lấy lại"):
        correct(entry, words=WARNING, reason="x", **acting)
    take_back(entry, **acting)
    assert disciplines(person) == [entry]


def test_an_award_entered_anew_after_its_removal_is_not_taken_back_twice(
    whole: Commune, acting: dict
) -> None:
    person = make_person(whole.village)
    entry = remember(person, words=AWARD, **acting)
    remove(entry, reason="nhầm", **acting)
    again = remember(person, words=AWARD, **acting)
    with pytest.raises(Refused, match="không cần lấy lại"):
        take_back(entry, **acting)
    assert [honour.past for honour in past_awards(person)] == [again]


@pytest.mark.parametrize("role", ["admin", "chair", "clerk", "secretary"])
def test_only_the_standing_officer_keeps_histories(whole: Commune, acting: dict, role: str) -> None:
    person = make_person(whole.village)
    entry = remember(person, words=AWARD, **acting)
    other = {"mandate": whole.commune.mandates[role], "on": DAY}
    for verb in (
        lambda: remember(person, words=WARNING, **other),
        lambda: correct(entry, words=AWARD, reason="x", **other),
        lambda: remove(entry, reason="x", **other),
        lambda: take_back(entry, **other),
        lambda: file_award_paper(entry, upload=ContentFile(b"x", name="x.txt"), **other),
    ):
        with pytest.raises(Refused, match="Việc này của: Thường trực Hội đồng"):
            verb()
    assert PastAward.objects.get().version == 0
    with pytest.raises(PastAward.DoesNotExist):
        remembered_for(whole.head(whole.villages[1]), PastAward, entry.pk)


def test_the_scan_of_an_old_award_stays_with_it(whole: Commune, acting: dict) -> None:
    entry = remember(make_person(whole.village), words=AWARD, **acting)
    file_award_paper(entry, upload=ContentFile(b"%PDF-1.7", name="giay-khen.pdf"), **acting)
    assert [kept.name for kept in files_of(entry)] == ["giay-khen.pdf"]


def test_a_discipline_without_an_end_says_so_by_silence(whole: Commune, acting: dict) -> None:
    person = make_person(whole.village)
    ended = remember(person, words=WARNING, **acting)
    running = remember(person, words=replace(WARNING, ends=None), **acting)
    assert str(running) == "Khiển trách, từ 01/3/2021, Quyết định số 12/QĐ-UBND ngày 01/3/2021"
    assert str(ended).startswith("Khiển trách, từ 01/3/2021 đến 01/3/2022, ")


def test_the_histories_of_three_cost_as_many_queries_as_of_one(whole: Commune, acting: dict) -> None:
    people = [make_person(whole.village, f"Bàn Văn {name}") for name in ("Lìn", "Lụa", "Lý")]
    for person in people:
        remember(person, words=AWARD, **acting)

    def queries(asked: list) -> int:
        with CaptureQueriesContext(connection) as caught:
            found = histories(asked)
            assert [len(found[one.pk].awards) for one in asked] == [1] * len(asked)
        return len(caught)

    assert queries(people) == queries(people[:1])
