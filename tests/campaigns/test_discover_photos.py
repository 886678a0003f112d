"""Photos come to the page of a role model with the person's consent, and go for good."""

import io

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from tests.campaigns.test_discover import DAY, PROFILE
from thidua.campaigns.discover import put_photo, take_photo_out, write_role_model
from thidua.campaigns.queries.example import picture_of
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused
from thidua.records.queries.files import files_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(whole):
    return whole.commune.standing


def photo(name="anh.jpg", colour="gold"):
    drawn = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(drawn, "JPEG")
    return ContentFile(drawn.getvalue(), name=name)


def test_the_officer_puts_photos_on_the_page_and_the_newest_is_shown(campaign, officer):
    role_model = write_role_model(campaign, profile=PROFILE, mandate=officer, on=DAY)
    assert picture_of(role_model) is None
    for name, colour in (("truoc.jpg", "gold"), ("sau.jpg", "green")):
        put_photo(role_model, upload=photo(name=name, colour=colour), agreed=True, mandate=officer, on=DAY)
    assert picture_of(role_model).name == "sau.jpg"
    assert files_of(role_model, "photo").count() == 2


def test_a_photo_loses_what_the_camera_wrote(campaign, officer):
    drawn = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "Máy của ai đó"
    Image.new("RGB", (40, 30)).save(drawn, "JPEG", exif=exif)
    role_model = write_role_model(campaign, profile=PROFILE, mandate=officer, on=DAY)
    upload = ContentFile(drawn.getvalue(), name="anh.jpg")
    kept = put_photo(role_model, upload=upload, agreed=True, mandate=officer, on=DAY)
    with kept.file.open("rb") as opened, Image.open(opened) as shown:
        assert dict(shown.getexif()) == {}


@pytest.mark.parametrize(
    ("upload", "agreed", "sentence"),
    [
        (
            lambda: photo(),
            False,
            "Hãy hỏi người được nêu gương (hoặc người giám hộ) rồi đánh dấu đồng ý dùng ảnh.",
        ),
        (
            lambda: ContentFile(b"%PDF-1.7", name="a.pdf"),
            True,
            "Chỉ nhận ảnh .jpg hoặc .png; hãy chọn lại ảnh rồi gửi.",
        ),
    ],
    ids=["no consent", "no photo"],
)
def test_no_photo_without_consent_and_nothing_but_photos(campaign, officer, upload, agreed, sentence):
    role_model = write_role_model(campaign, profile=PROFILE, mandate=officer, on=DAY)
    with pytest.raises(Refused) as refused:
        put_photo(role_model, upload=upload(), agreed=agreed, mandate=officer, on=DAY)
    assert refused.value.ruling.because == sentence
    assert picture_of(role_model) is None


def test_a_photo_taken_out_is_gone_with_its_file(campaign, officer, django_capture_on_commit_callbacks):
    role_model = write_role_model(campaign, profile=PROFILE, mandate=officer, on=DAY)
    kept = put_photo(role_model, upload=photo(), agreed=True, mandate=officer, on=DAY)
    stored, storage = kept.file.name, kept.file.storage
    assert storage.exists(stored)
    with django_capture_on_commit_callbacks(execute=True):
        take_photo_out(role_model, photo=kept, mandate=officer, on=DAY)
    assert not storage.exists(stored)
    assert picture_of(role_model) is None
    last = JournalEntry.objects.order_by("-number").first()
    assert (last.says, last.data["sha256"]) == ("Bỏ tệp “anh.jpg”.", kept.sha256)


def test_only_a_photo_of_the_page_is_taken_out_of_it(campaign, officer):
    one, other = (write_role_model(campaign, profile=PROFILE, mandate=officer, on=DAY) for _ in range(2))
    kept = put_photo(one, upload=photo(), agreed=True, mandate=officer, on=DAY)
    with pytest.raises(Refused) as refused:
        take_photo_out(other, photo=kept, mandate=officer, on=DAY)
    assert refused.value.ruling.because == "Ảnh này không còn ở bài; hãy tải lại trang."


def test_photos_change_only_while_the_page_may(whole, campaign, officer):
    role_model = write_role_model(campaign, profile=PROFILE, mandate=officer, on=DAY)
    kept = put_photo(role_model, upload=photo(), agreed=True, mandate=officer, on=DAY)
    with pytest.raises(Refused):
        put_photo(role_model, upload=photo(), agreed=True, mandate=whole.head(whole.village), on=DAY)
    with pytest.raises(Refused):
        take_photo_out(role_model, photo=kept, mandate=whole.head(whole.village), on=DAY)
    assert picture_of(role_model) == kept
