"""Sound and downloads are fetched in parts: IP speakers and broken downloads go on where they were."""

import pytest
from django.core.files.base import ContentFile
from django.http import Http404
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from thidua.records.models import Run
from thidua.web.ranges import _part, kept_file_answer

DATA = bytes(range(200)) * 5  # 1000 bytes


@pytest.fixture
def kept(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    run = Run()
    run.file.save("ban-tin.mp3", ContentFile(DATA), save=False)
    return run.file


def ask(file, **headers):
    request = RequestFactory().get(
        "/", headers={name.replace("_", "-"): said for name, said in headers.items()}
    )
    return kept_file_answer(request, file, media="audio/mpeg", name="bản tin.mp3", shown=True)


def body(answer):
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_khong_hoi_phan_nao_thi_ca_tep(kept):
    answer = ask(kept)
    assert (answer.status_code, body(answer), answer["Accept-Ranges"]) == (200, DATA, "bytes")
    assert (answer["Content-Length"], answer["Content-Type"]) == ("1000", "audio/mpeg")
    assert answer["Content-Disposition"].startswith("inline; filename*=utf-8''b%E1%BA%A3n")


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [("bytes=0-0", 0, 0), ("bytes=990-", 990, 999), ("bytes=10-99999", 10, 999), ("bytes=-5", 995, 999),
     ("bytes=-5000", 0, 999)],
)  # fmt: skip
def test_mot_phan_la_206(kept, asked, first, last):
    answer = ask(kept, Range=asked)
    assert (answer.status_code, body(answer)) == (206, DATA[first : last + 1])
    assert answer["Content-Range"] == f"bytes {first}-{last}/1000"
    assert answer["Content-Length"] == str(last - first + 1)


@pytest.mark.parametrize("asked", ["bytes=1000-", "bytes=5000-6000", "bytes=-0"])
def test_ngoai_tep_la_416(kept, asked):
    answer = ask(kept, Range=asked)
    assert (answer.status_code, answer["Content-Range"], body(answer)) == (416, "bytes */1000", b"")


@pytest.mark.parametrize(
    "asked", ["bytes=5-2", "bytes=-", "bytes=0-1,5-6", "items=0-1", "bytes=x-1", "bytes=٣-"]
)
def test_khong_hieu_thi_gui_ca_tep(kept, asked):
    assert ask(kept, Range=asked).status_code == 200


def test_tep_da_doi_thi_khong_noi_tiep(kept):
    mark = ask(kept)["ETag"]
    assert ask(kept, Range="bytes=5-", If_Range=mark).status_code == 206
    assert ask(kept, Range="bytes=5-", If_Range='"khac"').status_code == 200
    assert ask(kept, Range="bytes=5-", If_Range="Mon, 05 Jun 2023 00:00:00 GMT").status_code == 200


def test_tep_mat_thi_khong_tim_thay(kept):
    kept.storage.delete(kept.name)
    with pytest.raises(Http404):
        ask(kept)


@given(st.text(max_size=30) | st.from_regex(r"bytes=\d{0,5}-\d{0,5}", fullmatch=True), st.integers(0, 3000))
def test_moi_cau_hoi_deu_co_tra_loi_trong_tep(header, size):
    found = _part(header, size)
    if found is not None and found[0] < size:
        assert 0 <= found[0] <= found[1] < size
