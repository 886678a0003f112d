"""A book with a fault is refused with the place of the fault."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from thidua.law.load import FOLDER, SUBJECTS, BookError, load_books

SOURCE = {
    "id": "luat-a",
    "short": "Luật A",
    "number": "01/2020/QH14",
    "citation": "Luật A ngày 01 tháng 01 năm 2020",
    "from": date(2020, 1, 1),
    "to": date(2023, 12, 31),
    "review": date(2022, 6, 1),
    "confirmed": True,
}


def version(start: str, end: str | None, **fields: object) -> dict[str, object]:
    dated = {"from": date.fromisoformat(start), "to": date.fromisoformat(end) if end else None}
    return {**dated, "source": "luat-a", "article": "Điều 1", "confirmed": True, "says": "Có.", **fields}


def shelf_of(
    tmp_path: Path, *versions: dict[str, object], continuous: bool = True, twice: bool = False
) -> Path:
    """A folder of books whose salary book holds one entry with these versions."""
    entry = {"id": "base_salary", "name": "Lương", "continuous": continuous, "versions": list(versions)}
    for subject in SUBJECTS:
        rows = [entry, entry] if twice else [entry]
        text = yaml.safe_dump(rows if subject == "salary" else [], allow_unicode=True)
        (tmp_path / f"{subject}.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "sources.yaml").write_text(yaml.safe_dump([SOURCE], allow_unicode=True), encoding="utf-8")
    return tmp_path


def fault(folder: Path) -> str:
    with pytest.raises(BookError) as caught:
        load_books(folder)
    return str(caught.value)


def test_a_sound_book_answers_by_day(tmp_path: Path) -> None:
    books = load_books(
        shelf_of(tmp_path, version("2020-01-01", "2021-12-31"), version("2022-01-01", "2023-12-31"))
    )
    found = books.on("salary", "base_salary", date(2022, 5, 1))
    assert found is not None
    assert (found.start, found.cites) == (date(2022, 1, 1), "Luật A, Điều 1")
    assert books.on("salary", "base_salary", date(2019, 12, 31)) is None
    assert books.on("salary", "another", date(2022, 5, 1)) is None


def test_from_its_day_of_review_a_source_confirms_nothing(tmp_path: Path) -> None:
    found = load_books(shelf_of(tmp_path, version("2020-01-01", "2023-12-31"))).on(
        "salary", "base_salary", date(2022, 6, 1)
    )
    assert found is not None
    assert [found.certain(date(2022, 5, 31)), found.certain(date(2022, 6, 1))] == [True, False]


def test_a_gap_is_refused(tmp_path: Path) -> None:
    folder = shelf_of(tmp_path, version("2020-01-01", "2020-12-30"), version("2021-01-01", "2023-12-31"))
    assert fault(folder) == "salary.yaml, mục base_salary: khoảng trống giữa 2020-12-30 và 2021-01-01."


def test_a_gap_is_allowed_where_the_entry_does_not_claim_to_be_continuous(tmp_path: Path) -> None:
    versions = version("2020-01-01", "2020-12-30"), version("2021-01-01", "2023-12-31")
    books = load_books(shelf_of(tmp_path, *versions, continuous=False))
    assert books.on("salary", "base_salary", date(2020, 12, 31)) is None


@pytest.mark.parametrize("end", ["2021-01-01", None])
def test_an_overlap_is_refused(tmp_path: Path, end: str | None) -> None:
    folder = shelf_of(
        tmp_path, version("2020-01-01", end, source=None), version("2021-01-01", "2023-12-31", source=None)
    )
    assert (
        fault(folder)
        == "salary.yaml, mục base_salary: quy định từ 2021-01-01 chồng lên quy định từ 2020-01-01."
    )


def test_a_version_that_ends_before_it_begins_is_refused(tmp_path: Path) -> None:
    folder = shelf_of(tmp_path, version("2021-01-01", "2020-01-01"))
    assert fault(folder) == "salary.yaml, mục base_salary: quy định từ 2021-01-01 kết thúc trước khi bắt đầu."


@pytest.mark.parametrize(
    ("start", "end"), [("2019-01-01", "2020-06-30"), ("2020-01-01", None), ("2020-01-01", "2024-01-01")]
)
def test_an_act_is_not_cited_outside_its_own_days(tmp_path: Path, start: str, end: str | None) -> None:
    expected = f"salary.yaml, mục base_salary: quy định từ {start} nằm ngoài thời gian hiệu lực của luat-a."
    assert fault(shelf_of(tmp_path, version(start, end))) == expected


def test_an_unknown_source_is_refused(tmp_path: Path) -> None:
    folder = shelf_of(tmp_path, version("2020-01-01", None, source="luat-b"))
    assert (
        fault(folder) == "salary.yaml, mục base_salary: viện dẫn văn bản chưa có trong sources.yaml: luat-b."
    )


def test_a_missing_sentence_is_refused(tmp_path: Path) -> None:
    folder = shelf_of(tmp_path, version("2020-01-01", "2023-12-31", says=""))
    assert fault(folder) == (
        "salary.yaml, mục base_salary: thiếu câu diễn giải (says) của quy định từ 2020-01-01."
    )


def test_an_entry_written_twice_is_refused(tmp_path: Path) -> None:
    folder = shelf_of(tmp_path, version("2020-01-01", "2023-12-31"), twice=True)
    assert fault(folder) == "salary.yaml, mục base_salary: trùng mã."


def test_an_empty_or_missing_book_is_refused(tmp_path: Path) -> None:
    (tmp_path / "sources.yaml").write_text("", encoding="utf-8")
    assert fault(tmp_path) == "sources.yaml: sổ trống hoặc không phải là danh sách."
    (tmp_path / "sources.yaml").unlink()
    assert fault(tmp_path) == "sources.yaml: sổ trống hoặc không phải là danh sách."


def test_the_books_of_the_product_are_sound_and_read_once() -> None:
    assert load_books() is load_books()
    assert set(load_books().subjects) == set(SUBJECTS)
    assert {path.stem for path in FOLDER.glob("*.yaml")} == {*SUBJECTS, "sources", "holidays"}


def test_the_same_forms_have_a_name_and_somebody_who_decides() -> None:
    subjects = load_books().subjects
    assert list(subjects["forms"]) == list(subjects["authority"])
    for form_id, entry in subjects["forms"].items():
        decided = subjects["authority"][form_id].versions
        assert (decided[0].start, decided[-1].end) == (entry.versions[0].start, entry.versions[-1].end)
