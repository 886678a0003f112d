"""A paper is a value: it is stored as JSON and comes back the very same."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.paper.papers import PAPERS, decision, letter, plan
from thidua.paper.model import Document, PageBreak, p


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_comes_back_from_json_as_it_was(name):
    paper = PAPERS[name]()
    assert Document.from_json(json.loads(json.dumps(paper.as_json()))) == paper


@given(st.text())
def test_any_text_comes_back_from_json(text):
    paper = Document("thong_bao", plan().letterhead, "THÔNG BÁO", text, body=(p(text), PageBreak()))
    assert Document.from_json(json.loads(json.dumps(paper.as_json()))) == paper


def test_data_of_another_thing_is_refused():
    with pytest.raises(TypeError) as refused:
        Document.from_json({"is": "Run", "text": "a", "bold": False, "italic": False})
    assert str(refused.value) == "Dữ liệu không phải là một văn bản."


def test_defaults_are_written_out():
    written = decision(1).as_json()
    assert (written["landscape"], written["end_mark"], written["opening"]) == (False, True, "")


def test_title_in_one_line():
    assert letter().title == "V/v báo cáo kết quả tuần của phong trào thi đua làm đường thôn"
    assert decision(1).title.startswith("QUYẾT ĐỊNH Về việc tặng Giấy khen")
