"""A package is a BagIt bag with a seal: the same content is the same bytes, and every fault has its name."""

import io
import re
import stat
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.bags import INFO, NAME, PAYLOAD, PUBLIC, bag, listed, parts, seal_over, with_files, zipped
from thidua.law.ruling import Refused
from thidua.records.package import bag as rules
from thidua.records.package.bag import read_bag


def refused(data: bytes) -> str:
    with pytest.raises(Refused) as found:
        read_bag(data)
    return found.value.ruling.rule.removeprefix("package:")


def test_what_is_packed_is_read_back():
    found = read_bag(bag())
    assert (found.name, dict(found.payload), found.public) == (NAME, PAYLOAD, PUBLIC)
    assert found.info["Payload-Oxum"] == f"{sum(map(len, PAYLOAD.values()))}.2"


def test_the_same_content_gives_the_same_bytes():
    turned = dict(reversed(PAYLOAD.items()))
    assert bag() == bag(turned)
    assert read_bag(bag()).digest == read_bag(bag(turned)).digest


def test_the_bag_keeps_the_rules_of_rfc_8493():
    files = parts(bag())
    inside = {path.partition("/")[2]: content for path, content in files.items()}
    assert {path.partition("/")[0] for path in files} == {NAME}
    assert inside["bagit.txt"] == b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    lines = inside["manifest-sha256.txt"].decode().splitlines()
    assert [re.fullmatch(r"[0-9a-f]{64}  (data/\S+)", line)[1] for line in lines] == [
        "data/goi.json", "data/tep/a.pdf",
    ]  # fmt: skip
    tags = {line.split()[1] for line in inside["tagmanifest-sha256.txt"].decode().splitlines()}
    assert tags == {"bag-info.txt", "bagit.txt", "manifest-sha256.txt"}


def drop(path):
    return lambda files: files.pop(path)


def put(path, content):
    return lambda files: files.update({path: content})


CHANGED = {
    "missing": [
        drop("data/tep/a.pdf"),
        drop("niem-phong.txt"),
        drop("bagit.txt"),
        drop("manifest-sha256.txt"),
    ],
    "extra": [put("data/tep/b.pdf", b"%PDF-"), put("ghi-chu.txt", b"x")],
    "changed": [put("data/tep/a.pdf", b"%PDF-1.7 sua"), put("bag-info.txt", None)],
    "bag": [put("bagit.txt", b"BagIt-Version: 0.97\n"), put("niem-phong.txt", b"00")],
    "seal": [put("niem-phong.txt", b"00" * 64), put("tagmanifest-sha256.txt", b"")],
}


def test_each_change_of_a_file_is_refused_with_its_reason():
    cover = "".join(
        f"{name}: {value}\n" for name, value in (INFO | {"Source-Organization": "Nơi khác"}).items()
    )
    found = {}
    for fault, changes in CHANGED.items():
        for place, change in enumerate(changes):
            data = with_files(bag(), change) if (fault, place) != ("changed", 1) else with_files(
                bag(), put("bag-info.txt", cover.encode())
            )  # fmt: skip
            found[fault, place] = refused(data)
    assert found == {key: key[0] for key in found}


def test_a_manifest_that_does_not_parse_is_refused_even_when_sealed():
    twice = parts(bag())[f"{NAME}/manifest-sha256.txt"] * 2
    for manifest in (b"khong phai bang ke\n", twice):

        def change(files, manifest=manifest):
            files["manifest-sha256.txt"] = manifest
            tags = {name: files[name] for name in ("bag-info.txt", "bagit.txt", "manifest-sha256.txt")}
            files.update(seal_over(listed(tags)))

        assert refused(with_files(bag(), change)) == "bag"


@pytest.mark.parametrize(
    "cover",
    [{}, {"Seal-Public-Key": "00"}, {"Seal-Public-Key": PUBLIC.hex().upper()}],
    ids=["không khóa", "khóa ngắn", "khóa viết hoa"],
)
def test_a_cover_without_a_key_is_refused(cover):
    assert refused(bag(info={"External-Identifier": "x", **cover})) == "bag"


NAMES = {
    "leo ra ngoài": "goi/../etc/passwd",
    "đường dẫn tuyệt đối": "/etc/passwd",
    "ổ đĩa": "C:/x/y",
    "gạch ngược": "goi\\data\\x",
    "ẩn": "goi/data/.ssh",
    "có dấu": "goi/data/tệp",
    "dấu cách": "goi/data/a b",
    "sâu": "goi/data/a/b/c/d",
    "thư mục": "goi/data/",
    "không thư mục": "goi.json",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_name_that_leads_astray_is_refused(name):
    assert refused(zipped([(name, b"x")])) == "path"


def test_two_files_of_one_name_are_refused_also_when_only_the_case_differs(recwarn):
    name = f"{NAME}/data/goi.json"
    assert refused(zipped([(name, b"x"), (name, b"y")])) == "twice"
    assert refused(zipped([(name, b"x"), (name.upper(), b"y")])) == "twice"
    recwarn.clear()


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFDIR])
def test_a_link_or_a_device_is_refused(kind):
    assert refused(zipped([(f"{NAME}/data/goi.json", b"/etc/passwd")], mode=kind | 0o777)) == "link"


def test_two_folders_at_the_top_are_refused():
    assert refused(zipped([("a/data/x", b"x"), ("b/data/x", b"x")])) == "bag"


@pytest.mark.parametrize("data", [b"", b"PK", b"%PDF-1.7", b"PK\x05\x06" + bytes(18), bag()[:-1], bag()[30:]])
def test_what_is_no_whole_zip_is_refused(data):
    assert refused(data) == "not_zip"


def test_something_hung_on_before_or_behind_is_refused():
    assert {refused(bag() + b"x"), refused(b"x" + bag()), refused(bag() + bag())} <= {
        "not_zip",
        "changed",
        "twice",
    }


def test_a_bomb_is_refused_before_it_is_unpacked():
    assert refused(zipped([(f"{NAME}/data/goi.json", bytes(3 * rules.MEGABYTE))])) == "bomb"


def test_too_many_files_are_refused():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number in range(rules.MAX_FILES + 1):
            archive.writestr(f"goi/data/{number}", b"")
    assert refused(packed.getvalue()) == "count"


def test_a_huge_file_is_refused_by_its_size_alone():
    assert refused(bytes(rules.MAX_PACKED + 1)) == "size"


def test_a_password_or_a_strange_packing_is_refused():
    data = bytearray(bag())
    central = data.find(b"PK\x01\x02")
    data[central + 8] |= 1
    assert refused(bytes(data)) == "locked"
    data[central + 8] &= ~1
    struct.pack_into("<H", data, central + 10, zipfile.ZIP_LZMA)
    assert refused(bytes(data)) == "locked"


def test_a_directory_that_lies_about_a_size_is_refused():
    data = bytearray(bag())
    central = data.find(b"PK\x01\x02")
    (said,) = struct.unpack_from("<I", data, central + 24)
    struct.pack_into("<I", data, central + 24, said - 1)
    assert refused(bytes(data)) in {"bomb", "not_zip"}


WHOLE = bag()


@given(at=st.integers(0, len(WHOLE) - 1), bit=st.integers(0, 7))
def test_any_flipped_bit_is_refused_or_changes_nothing_that_is_said(at, bit):
    broken = bytearray(WHOLE)
    broken[at] ^= 1 << bit
    try:
        found = read_bag(bytes(broken))
    except Refused:
        return
    assert found == read_bag(WHOLE)


@given(cut=st.integers(0, len(WHOLE) - 1))
def test_any_cut_is_refused(cut):
    assert refused(WHOLE[:cut]) == "not_zip"
