"""Tệp ký ngoài đưa lại: mọi cách che, thay, thêm, sửa, giả đều bị trả với lời nói rõ vì sao."""

import io
import zlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, sign_pdf
from pytest_django import Settings

from tests.factories.commune import Commune
from tests.factories.papers import DAY, make_paper
from tests.factories.signing import Holder, holder, revoked_list, root
from tests.records.test_sign_digitally import WHEN, key, outside
from thidua.law.ruling import Refused
from thidua.paper.sign import HEAD, check_signatures
from thidua.records.attach import MAX_BYTES
from thidua.records.models import OfficialDocument
from thidua.records.queries.signing import bytes_of
from thidua.records.sign_digitally import give_out, take_signed

pytestmark = pytest.mark.django_db
Change = Callable[[IncrementalPdfFileWriter], None]
PAGE = "Nội dung đã bị sửa (trang 1 khác) khi ký ngoài."
CHANGED = "Nội dung đã bị sửa khi ký ngoài."


def with_update(pdf: bytes, change: Change) -> bytes:
    """Tệp có thêm một lần cập nhật, các byte trước giữ nguyên."""
    writer, made = IncrementalPdfFileWriter(io.BytesIO(pdf)), io.BytesIO()
    change(writer)
    writer.write(made)
    return made.getvalue()


def _numbers(*values: float) -> generic.ArrayObject:
    return generic.ArrayObject([generic.FloatObject(value) for value in values])


def cover(writer: IncrementalPdfFileWriter) -> None:
    """Dán một ô chữ che nội dung."""
    page, _ = writer.find_page_for_modification(0)
    note = {"/Type": pdf_name("/Annot"), "/Subtype": pdf_name("/FreeText"), "/Contents": pdf_string("x"),
            "/Rect": _numbers(100, 400, 400, 600), "/F": generic.NumberObject(4)}  # fmt: skip
    held = generic.DictionaryObject({pdf_name(name): value for name, value in note.items()})
    writer.register_annotation(page, writer.add_object(held))


def replace_text(writer: IncrementalPdfFileWriter) -> None:
    """Thay nội dung trang bằng nội dung khác, giữ nguyên số hiệu của nó trong tệp."""
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    held = page.raw_get("/Contents")
    reference = held if isinstance(held, generic.IndirectObject) else held[0]
    stream = reference.get_object()
    stream._data = stream.data + b" 0 0 300 300 re f"
    stream._encoded_data = None
    writer.mark_update(reference)


def draw_over(writer: IncrementalPdfFileWriter) -> None:
    """Vẽ một mảng trắng lên chữ."""
    white = generic.StreamObject(stream_data=b"1 1 1 rg 0 0 600 800 re f")
    writer.add_stream_to_page(0, writer.add_object(white))


def drop_page(writer: IncrementalPdfFileWriter) -> None:
    """Bỏ trang cuối."""
    writer.root["/Pages"]["/Kids"].pop()
    writer.root["/Pages"][pdf_name("/Count")] = generic.NumberObject(0)
    writer.mark_update(writer.root.raw_get("/Pages"))


def run_script(writer: IncrementalPdfFileWriter) -> None:
    """Mở tệp là chạy mã."""
    action = {"/S": pdf_name("/JavaScript"), "/JS": pdf_string("app.alert(1)")}
    writer.root[pdf_name("/OpenAction")] = generic.DictionaryObject(
        {pdf_name(name): value for name, value in action.items()}
    )
    writer.update_root()


def _head_field(writer: IncrementalPdfFileWriter) -> generic.IndirectObject:
    fields = writer.root["/AcroForm"]["/Fields"]
    return next(field for field in fields if field.get_object()["/T"] == HEAD)


def move_signature(writer: IncrementalPdfFileWriter) -> None:
    """Kéo ô chữ ký phủ cả trang."""
    reference = _head_field(writer)
    reference.get_object()[pdf_name("/Rect")] = _numbers(0, 0, 600, 800)
    writer.mark_update(reference)


def bloat(writer: IncrementalPdfFileWriter) -> None:
    """Một dòng dữ liệu nhỏ mà bung ra rất lớn."""
    packed = zlib.compress(b"0 0 m " * 12_000_000, 1)
    stream = generic.StreamObject({pdf_name("/Filter"): pdf_name("/FlateDecode")}, encoded_data=packed)
    writer.add_stream_to_page(0, writer.add_object(stream))


TRICKS: tuple[tuple[Change, str], ...] = (
    (cover, CHANGED), (replace_text, PAGE), (draw_over, PAGE), (drop_page, CHANGED), (run_script, CHANGED),
    (move_signature, CHANGED), (bloat, CHANGED),
)  # fmt: skip


@pytest.fixture
def paper(whole: Commune) -> OfficialDocument:
    return make_paper(whole, until="for_signature")


def refusal(whole: Commune, paper: OfficialDocument, data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        take_signed(paper, upload=ContentFile(data, "../../da ky.pdf"), mandate=whole.commune.chair, on=DAY)
    paper.refresh_from_db()
    assert paper.state == "for_signature"
    return str(refused.value)


def test_che_thay_them_truoc_hay_sau_khi_ky_deu_bi_tra(whole: Commune, paper: OfficialDocument) -> None:
    chair = holder(whole.commune.chair.person.name)
    given = bytes_of(give_out(paper, mandate=whole.commune.chair, on=DAY))
    signed = outside(given, chair, HEAD)
    for trick, sentence in TRICKS:
        after = with_update(signed, trick)
        assert refusal(whole, paper, after).startswith(sentence), trick.__doc__
        (one,) = check_signatures(after, trusted=[root().pem], when=WHEN).signatures
        assert (one.intact, one.changed) == (True, "other"), trick.__doc__
    before = outside(with_update(given, cover), chair, HEAD)
    assert refusal(whole, paper, before).startswith(CHANGED)
    (one,) = check_signatures(before, trusted=[root().pem], when=WHEN).signatures
    assert (one.intact, one.changed) == (True, "nothing")


def test_ve_lai_hinh_chu_ky_sau_khi_ky_bi_tra(whole: Commune, paper: OfficialDocument) -> None:
    given = bytes_of(give_out(paper, mandate=whole.commune.chair, on=DAY))
    signed = outside(given, holder(whole.commune.chair.person.name), HEAD)

    def redraw(writer: IncrementalPdfFileWriter) -> None:
        reference = _head_field(writer)
        drawn = generic.StreamObject(
            {pdf_name("/Subtype"): pdf_name("/Form"), pdf_name("/BBox"): _numbers(0, 0, 90, 40)},
            stream_data=b"1 0 0 rg 0 0 90 40 re f",
        )
        shown = generic.DictionaryObject({pdf_name("/N"): writer.add_object(drawn)})
        reference.get_object()[pdf_name("/AP")] = shown
        writer.mark_update(reference)

    name = whole.commune.chair.person.name
    assert refusal(whole, paper, with_update(signed, redraw)) == (
        f"Chữ ký của {name} không còn nguyên vẹn; hãy ký lại."
    )


def test_chung_thu_het_han_bi_thu_hoi_khong_duoc_ky(
    whole: Commune, paper: OfficialDocument, settings: Settings, tmp_path: Path
) -> None:
    name = whole.commune.chair.person.name
    given = bytes_of(give_out(paper, mandate=whole.commune.chair, on=DAY))

    old = holder(name, ends=datetime(2023, 3, 14, tzinfo=UTC))
    assert refusal(whole, paper, by_other_tool(given, old)) == (
        f"Chứng thư của {name} đã hết hạn 14/3/2023; hãy gia hạn rồi ký."
    )
    own = holder(name)
    (tmp_path / "goc").mkdir()
    (tmp_path / "goc" / "goc.pem").write_bytes(root().pem)
    (tmp_path / "goc" / "thu-hoi.crl").write_bytes(revoked_list(own, on=WHEN - timedelta(days=1)))
    settings.TRUST = tmp_path / "goc"
    for signed in (outside(given, own, HEAD), by_other_tool(given, old)):
        assert refusal(whole, paper, signed) == f"Chứng thư của {name} không dùng được khi ký."
    assert refusal(whole, paper, b"%PDF-1.7" + b"0" * MAX_BYTES).startswith("Tệp lớn hơn 25 MB")
    assert refusal(whole, paper, outside(given, own, HEAD)[:-2000]).startswith("Không đọc được tệp PDF này")


def by_other_tool(given: bytes, of: Holder) -> bytes:
    """Ký bằng công cụ không hỏi chứng thư còn hạn hay không, đồng hồ thật."""
    writer, made = IncrementalPdfFileWriter(io.BytesIO(given)), io.BytesIO()
    meta = PdfSignatureMetadata(field_name=HEAD, subfilter=SigSeedSubFilter.PADES)
    sign_pdf(writer, meta, signer=key(of).signer, output=made)
    return made.getvalue()
