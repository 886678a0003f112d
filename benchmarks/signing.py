"""How long forty certificates take to sign, against the signature library alone on the same files.

python -m benchmarks.signing
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from time import perf_counter

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, sign_pdf

from tests.factories.signing import PASSPHRASE, chair_key
from thidua.paper.certificate import Certificate, write_certificate
from thidua.paper.sign import (
    HEAD,
    Mark,
    Places,
    file_key,
    prepare,
    put_signature,
    signer_mark,
    signing_room,
)

MANY = 40
WHEN = datetime(2023, 6, 12, 5, tzinfo=UTC)
ONE = Certificate(
    title="GIẤY KHEN", decider="CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ NÀ LÂM", place="Nà Lâm", day=date(2023, 6, 12),
    prefix="Bà", name="Hoàng Thị Cúc", address="Thôn Nà Pheo", achievement="Có thành tích xuất sắc",
    decision_line="Quyết định số 87/QĐ-UBND ngày 12 tháng 6 năm 2023", gold_number="05", code="THU",
    signer_role="CHỦ TỊCH", signer_name="Lương Quốc Thịnh",
)  # fmt: skip


def measured(what: Callable[[], object]) -> float:
    """How many seconds it takes."""
    began = perf_counter()
    what()
    return perf_counter() - began


def main() -> None:
    """Print, sign, sign with the library alone; print the ratios."""
    key = file_key(chair_key().p12(), passphrase=PASSPHRASE)
    sheets = [replace(ONE, name=f"Hoàng Thị Cúc {number}") for number in range(MANY)]

    def ready(sheet: Certificate) -> bytes:
        printed = write_certificate(sheet, timestamp=WHEN)
        room = signing_room(printed, above=sheet.signer_role, below=sheet.signer_name)
        places = Places({}, room)
        ink = places.ink()
        return prepare(printed, places=places, ink=ink, seal=places.seal(ink))

    def ours(file: bytes) -> bytes:
        room = signing_room(file, above=ONE.signer_role, below=ONE.signer_name)
        ink = Places({}, room).ink()
        shown = Mark(signer_mark(ink, ink=None, lines=("Người ký: Hoàng Văn Dũng",)))
        return put_signature(file, key=key, field=HEAD, mark=shown, when=WHEN)

    def alone(file: bytes) -> None:
        writer = IncrementalPdfFileWriter(io.BytesIO(file))
        meta = PdfSignatureMetadata(field_name=HEAD, subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256")
        sign_pdf(writer, meta, signer=key.signer, output=io.BytesIO())

    files = [ready(sheet) for sheet in sheets]
    ours(files[0])
    printing = measured(lambda: [ready(sheet) for sheet in sheets])
    signing = measured(lambda: [ours(file) for file in files])
    library = measured(lambda: [alone(file) for file in files])
    print(f"In và dành chỗ {MANY} giấy: {printing:.2f} s")
    print(
        f"Ký {MANY} giấy: {signing:.2f} s; riêng thư viện ký {library:.2f} s: gấp {signing / library:.2f} lần"
    )
    print(f"Cả in và ký: gấp {(printing + signing) / library:.2f} lần")


if __name__ == "__main__":
    main()
