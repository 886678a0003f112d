"""Fields that take files check the content while the form is still on the screen."""

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict

from thidua.web.forms.files import UploadField, UploadsField


class Evidence(forms.Form):
    scan = UploadField(label="Bản quét", required=False)
    photos = UploadsField(label="Ảnh", most=2, required=False)


def filled(**files: list[SimpleUploadedFile]) -> Evidence:
    return Evidence({}, MultiValueDict(files))


def pdf(name: str = "a.pdf", data: bytes = b"%PDF-1.7") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def test_one_file_and_several() -> None:
    form = filled(scan=[pdf()], photos=[pdf("b.pdf"), pdf("c.pdf")])
    assert form.is_valid()
    assert [form.cleaned_data["scan"].name, *(photo.name for photo in form.cleaned_data["photos"])] == [
        "a.pdf", "b.pdf", "c.pdf",
    ]  # fmt: skip
    assert filled().is_valid()
    assert 'accept=".pdf,.docx,.xlsx,.png,.jpg,.txt"' in str(form["scan"])


def test_what_is_wrong_is_said_beside_the_field() -> None:
    form = filled(scan=[pdf(data=b"")], photos=[pdf("b.docx")])
    assert form.errors == {
        "scan": ["Tệp rỗng; hãy chọn lại đúng tệp."],
        "photos": [
            "Tệp mang đuôi “.docx” nhưng nội dung là .pdf; hãy chọn đúng tệp hoặc đổi lại đuôi rồi gửi lại."
        ],
    }
    assert filled(photos=[pdf(), pdf(), pdf()]).errors == {
        "photos": ["Mỗi lần gửi tối đa 2 tệp; hãy gửi làm nhiều lần."]
    }
