"""The pages of packages as a hostile user meets them: bad files, strange names, other offices."""

import stat
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.exchange.bags import NAME, bag, zipped
from tests.factories.commune import Commune, as_
from thidua.records.models import Package, Run
from thidua.records.package.bag import MEGABYTE

pytestmark = pytest.mark.django_db
MARKED = zipped([(f"{NAME}/data/\u202egpj.exe", b"x")])
LINK = zipped([(f"{NAME}/data/goi.json", b"/etc/passwd")], mode=stat.S_IFLNK | 0o777)
FILES = {
    "không phải gói": (b"MZ" + bytes(400), "không phải gói hồ sơ"),
    "ảnh đổi tên": (b"\x89PNG\r\n\x1a\n" + bytes(200), "không phải gói hồ sơ"),
    "bom nén": (zipped([(f"{NAME}/data/goi.json", bytes(3 * MEGABYTE))]), "giải nén ra quá lớn"),
    "liên kết": (LINK, "là liên kết"),
    "leo ra ngoài": (zipped([("../../etc/cron.d/x", b"x")]), "dẫn ra ngoài thư mục"),
    "chữ ẩn": (MARKED, "không hợp lệ"),
    "có mã trang": (zipped([(f"{NAME}/<script>alert(1)</script>", b"x")]), "không hợp lệ"),
    "gói lạ": (bag(), "phiên bản"),
    "cắt cụt": (bag()[:-40], "bị cắt cụt"),
}  # fmt: skip


def test_a_bad_file_gets_a_sentence_and_nothing_is_kept(whole: Commune):
    browser = as_(whole.commune.clerk)
    for case, (data, sentence) in FILES.items():
        upload = SimpleUploadedFile("../../goi<b>.zip", data)
        page = browser.post(reverse("package-upload"), {"upload": upload}).content.decode()
        assert (case, sentence in page) == (case, True)
        assert ("<script>alert" in page, "\u202e" in page) == (False, False), case
    assert list(browser.post(reverse("package-upload"), {"once": ""}).context["form"].errors) == ["upload"]
    assert (Run.objects.count(), Package.objects.count()) == (0, 0)


def test_other_offices_and_other_roles_find_nothing(whole: Commune):
    run = Run.objects.create(
        unit=whole.commune.unit, kind="package", started_on="2023-06-05", started_by="Lý", says="Gói",
        state="running", data={"package": str(uuid4())},
    )  # fmt: skip
    names = ("package-preview", "package-stop", "package-drop", "package-partner")
    for mandate in (
        whole.district.standing, whole.province.clerk, whole.head(whole.village), whole.commune.member,
    ):  # fmt: skip
        browser = as_(mandate)
        for name in names:
            found = browser.post(reverse(name, args=[run.pk]))
            assert found.status_code in {403, 404}, (mandate, name)
        assert browser.get(reverse("package-file", args=[run.pk])).status_code == 404
        assert "Gói của" not in browser.get(reverse("packages")).content.decode()
    run.refresh_from_db()
    assert run.state == "running"
    assert as_(whole.commune.chair).get(reverse("package-preview", args=[run.pk])).status_code == 200
    assert as_(whole.commune.vice_chair).post(reverse("package-stop", args=[run.pk])).status_code == 302
    run.refresh_from_db()
    assert run.state == "running"
