"""Files that come in: known by their content, harmless before they are kept."""

import io
import zipfile
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from tests.factories.commune import Commune, make_commune, make_household, make_mandate, make_unit
from tests.factories.papers import make_paper
from thidua.journal.models import JournalEntry
from thidua.law.ruling import Refused
from thidua.reading.files.kinds import OLE
from thidua.records.attach import LIGHT, MAX_BYTES, attach, attach_from_visitor, kind_of, light_photo
from thidua.records.issue import attach_scan
from thidua.records.models import Attachment
from thidua.records.queries.files import file_of, files_of

TODAY = date(2023, 3, 20)
BROKEN_WORD = (
    "Tệp .docx bị hỏng hoặc không phải tệp Word; hãy mở lại bằng Word, lưu thành .docx mới rồi gửi lại."
)


def packed(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return held.getvalue()


def photo(kind: str = "JPEG", size: tuple[int, int] = (40, 20)) -> bytes:
    held = io.BytesIO()
    picture = Image.new("RGB", size, "#b42318")
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010F] = "Máy ảnh của ai đó"
    picture.save(held, kind, exif=exif)
    return held.getvalue()


def upload(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


@pytest.mark.parametrize(
    ("name", "data", "ending"),
    [
        ("ke hoach.pdf", b"%PDF-1.7 ...", ".pdf"),
        ("bao cao.docx", packed("word/document.xml"), ".docx"),
        ("bang.XLSX", packed("xl/workbook.xml"), ".xlsx"),
        ("anh.jpeg", photo(), ".jpg"),
        ("anh.png", photo("PNG"), ".png"),
        ("ghi.txt", "Đã làm xong đường thôn.".encode(), ".txt"),
    ],
)
def test_what_is_taken(name: str, data: bytes, ending: str) -> None:
    assert kind_of(upload(name, data)).ending == ending


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.pdf", b"", "Tệp rỗng; hãy chọn lại đúng tệp."),
        ("a.docx", photo(),
         "Tệp mang đuôi “.docx” nhưng nội dung là .jpg; hãy chọn đúng tệp hoặc đổi lại đuôi rồi gửi lại."),
        ("a.docm", packed("word/document.xml", "word/vbaProject.bin"),
         "Tệp có chứa macro nên không nhận; hãy lưu lại thành .docx hoặc .xlsx không có macro."),
        ("a.zip", packed("a.exe"),
         "Tệp nén không phải là Word hay Excel; chỉ nhận .pdf, .docx, .xlsx, .png, .jpg, .txt."),
        ("a.docx", b"PK\x03\x04 broken",
         BROKEN_WORD),
        ("a.doc", OLE + b"x" * 600,
         "Tệp Word, Excel đời cũ hoặc có mật khẩu; hãy lưu lại thành .docx, .xlsx không mật khẩu rồi gửi."),
        ("a.gif", b"GIF89a....",
         "Loại ảnh này chưa nhận được; hãy lưu ảnh thành .jpg hoặc .png rồi gửi lại."),
        ("a.exe", b"MZ\x90\x00\xff\xfe\x00",
         "Không nhận loại tệp này; chỉ nhận .pdf, .docx, .xlsx, .png, .jpg, .txt."),
        ("a.txt", b"<html><script>alert(1)</script>",
         "Không nhận trang web hay tệp mã; chỉ nhận .pdf, .docx, .xlsx, .png, .jpg, .txt."),
    ],
)  # fmt: skip
def test_what_is_refused_and_why(name: str, data: bytes, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        kind_of(upload(name, data))
    assert refused.value.ruling.because == sentence


def test_a_file_too_large_is_refused_before_it_is_read() -> None:
    heavy = upload("a.pdf", b"%PDF-")
    heavy.size = MAX_BYTES + 1
    with pytest.raises(Refused) as refused:
        kind_of(heavy)
    assert refused.value.ruling.because == "Tệp lớn hơn 25 MB; hãy tách nhỏ hoặc giảm dung lượng rồi gửi lại."


@pytest.fixture
def commune(db: None) -> Commune:
    return make_commune(2023)


def keep(commune: Commune, name: str, data: bytes) -> Attachment:
    head = commune.head(commune.village)
    return attach(upload(name, data), about=commune.village, purpose="evidence", mandate=head, on=TODAY)


def test_a_file_is_kept_with_its_seal_and_once(commune: Commune) -> None:
    kept = keep(commune, "..\\thư mục/Báo cáo: thôn.pdf", b"%PDF-1.7 noi dung")
    again = keep(commune, "khac.pdf", b"%PDF-1.7 noi dung")
    assert again == kept
    assert (kept.name, kept.size, kept.kind) == ("Báo cáo thôn.pdf", 17, "application/pdf")
    assert kept.added_by == "Hứa Văn Sinh, Trưởng thôn"
    with kept.file.open() as held:
        assert held.read() == b"%PDF-1.7 noi dung"
    assert list(files_of(commune.village, "evidence")) == [kept] == list(files_of(commune.village))
    assert JournalEntry.objects.get().says == "Đính kèm tệp “Báo cáo thôn.pdf”."


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_photo_is_set_upright_made_smaller_and_loses_what_the_camera_wrote(
    commune: Commune, kind: str
) -> None:
    kept = keep(commune, f"anh.{kind.lower()}", photo(kind, (4000, 2000)))
    with kept.file.open() as held, Image.open(held) as picture:
        assert picture.size == (800, 1600)
        assert dict(picture.getexif()) == {}
        assert picture.format == kind


def test_a_broken_or_endless_picture_is_refused(commune: Commune) -> None:
    with pytest.raises(Refused) as refused:
        keep(commune, "anh.jpg", b"\xff\xd8\xff broken")
    assert refused.value.ruling.because == "Ảnh bị hỏng, không mở được; hãy chụp hoặc lưu lại ảnh rồi gửi."
    for size in ((9000, 9000), (20000, 20000)):
        held = io.BytesIO()
        Image.new("1", size).save(held, "PNG")
        with pytest.raises(Refused) as refused:
            keep(commune, "anh.png", held.getvalue())
        assert refused.value.ruling.because == (
            "Ảnh quá nhiều điểm ảnh (tối đa 60 triệu); hãy thu nhỏ ảnh rồi gửi lại."
        )


def test_a_file_is_seen_along_the_line_of_government_only(commune: Commune) -> None:
    kept = keep(commune, "a.pdf", b"%PDF-1.7")
    assert commune.district is not None
    for mandate in (
        commune.head(commune.village),
        commune.commune.chair,
        commune.district.standing,
        commune.province.chair,
    ):
        assert file_of(mandate, kept.pk) == kept
    neighbour = make_unit("Ủy ban nhân dân xã Khác", "khac", "xa", commune.district.unit)
    stranger = make_mandate(neighbour, "Lý Văn Xa", role="standing", title="Thường trực")
    for outside in (stranger, commune.head(commune.villages[1]), commune.head(commune.body)):
        with pytest.raises(Attachment.DoesNotExist):
            file_of(outside, kept.pk)


def test_the_scan_of_a_paper_is_for_who_may_see_the_paper(commune: Commune) -> None:
    paper = make_paper(commune, until="issued", purpose="council_minutes")
    scan = upload("bien-ban.pdf", b"%PDF-1.7 co dau")
    attach_scan(paper, upload=scan, mandate=commune.commune.clerk, on=TODAY)
    kept = Attachment.objects.get()
    assert file_of(commune.commune.secretary, kept.pk) == kept
    with pytest.raises(Attachment.DoesNotExist):
        file_of(commune.commune.admin, kept.pk)


def test_a_visitor_sends_photos_only(commune: Commune) -> None:
    household = make_household(commune.village)
    kept = attach_from_visitor(upload("anh.jpg", photo()), about=household, purpose="lead", on=TODAY)
    assert (kept.kind, kept.unit, kept.added_by) == (
        "image/jpeg",
        commune.village,
        "Khách xem trang công khai",
    )
    with pytest.raises(Refused) as refused:
        attach_from_visitor(upload("a.pdf", b"%PDF-1.7"), about=household, purpose="lead", on=TODAY)
    assert refused.value.ruling.because == "Chỉ nhận ảnh .jpg hoặc .png; hãy chọn lại ảnh rồi gửi."


@pytest.mark.parametrize(("name", "form", "mode"), [("anh.jpg", "JPEG", "RGB"), ("anh.png", "PNG", "RGBA")])
def test_anh_cho_moi_nguoi_xem_thi_nhe(commune: Commune, name: str, form: str, mode: str) -> None:
    sent, office = io.BytesIO(), commune.commune
    Image.effect_noise((1600, 1200), 40).convert(mode).save(sent, form)
    upload = SimpleUploadedFile(name, sent.getvalue())
    kept = attach(upload, about=office.unit, purpose="photo", mandate=office.standing, on=TODAY)
    light = light_photo(kept)
    with Image.open(io.BytesIO(light)) as small:
        assert (small.format, small.size) == ("JPEG", (640, 480))
    assert len(light) < LIGHT < kept.file.size // 10
