"""Put a signature into a PDF (ký số vào tệp): PAdES, appended, time-stamped where an authority is set."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.sign.timestamps import TimestampRequestError
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.errors import PathError, ValidationError

from thidua.paper.sign.drawn import DrawnPage
from thidua.paper.sign.keys import DIGEST, Key, require_usable
from thidua.paper.sign.places import Box
from thidua.paper.sign.reserve import rectangle
from thidua.paper.sign.stamping import Authority
from thidua.paper.sign.trust import Trust

ROOM = 16384  # hex digits kept for a signature without time-stamp: saves a trial signature
LEVELS = ("B-B", "B-T", "B-LT", "B-LTA")
# The library leaves five points around and draws faintly; a seal has its real size and its full colour.
_WHOLE = SimpleBoxLayoutRule(
    x_align=AxisAlignment.ALIGN_MID, y_align=AxisAlignment.ALIGN_MID, margins=Margins.uniform(0)
)


class NotSigned(Exception):  # noqa: N818 - says what is wrong, in the words shown to the user
    """The signature could not be made (chưa ký được); the sentence says why and what to do."""


@dataclass(frozen=True)
class Mark:
    """What a signature shows (hình thể hiện): a drawn page, and its box when the file has no place for it."""

    page: bytes
    box: Box | None = None


@dataclass(frozen=True)
class Archival:
    """How long a signature stays provable (mức PAdES): B-B has no authority, B-T its address alone; B-LT and
    B-LTA also roots of trust as PEM or DER, and fetch what tells of revocation.
    """

    level: str = "B-B"
    authority: str = ""
    roots: tuple[bytes, ...] = ()


def put_signature(
    pdf: bytes, *, key: Key, field: str, mark: Mark, when: datetime, archival: Archival = Archival()
) -> bytes:  # fmt: skip
    """Sign the file in this field (ký số); the first signature allows number, day and further signatures.

    Raises `BadKey` for a certificate that may not sign at that moment, `NotSigned` when the authority does
    not answer or the file cannot be signed.
    """
    require_usable(key.certificate, when=when)
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    first = not any(writer.prev.embedded_signatures)
    asked: dict[str, Any] = {"certify": first, "docmdp_permissions": MDPPerm.FILL_FORMS}
    if archival.level in ("B-LT", "B-LTA"):
        asked |= {
            "embed_validation_info": True,
            "validation_context": Trust.read(archival.roots).context(None, fetch=True),
            "use_pades_lta": archival.level == "B-LTA",
        }
    meta = PdfSignatureMetadata(
        field_name=field, md_algorithm=DIGEST, subfilter=SigSeedSubFilter.PADES,
        name=key.certificate.holder, **asked,
    )  # fmt: skip
    stamped = Authority(archival.authority) if archival.level != "B-B" else None
    signer = _Signer(
        meta, key.signer, timestamper=stamped, when=when, new_field_spec=_new(field, mark.box),
        stamp_style=StaticStampStyle(
            background=DrawnPage(mark.page), border_width=0, background_layout=_WHOLE, background_opacity=1.0
        ),
    )  # fmt: skip
    return _signed(signer, writer, room=None if stamped else ROOM)


def _signed(signer: PdfSigner, writer: IncrementalPdfFileWriter, *, room: int | None) -> bytes:
    made = io.BytesIO()
    try:
        signer.sign_pdf(writer, bytes_reserved=room, output=made)
    except TimestampRequestError as silent:
        raise NotSigned(
            "Máy chủ cấp dấu thời gian không trả lời; hãy thử lại sau, hoặc báo người quản trị."
        ) from silent
    except (SigningError, PdfError, ValidationError, PathError) as wrong:
        raise NotSigned(_why(wrong)) from wrong
    return made.getvalue()


def _why(wrong: Exception) -> str:
    """What to do about a signature that the library refuses to make."""
    if isinstance(wrong.__cause__ or wrong, ValidationError | PathError):
        return (
            "Không kiểm tra được chứng thư trước khi ký: thiếu chứng thư gốc, hoặc chứng thư đã bị thu hồi."
        )
    return "Tệp này không ký tiếp được; hãy kiểm tra chữ ký đã có trong tệp."


def _new(field: str, box: Box | None) -> SigFieldSpec | None:
    return SigFieldSpec(field, on_page=box.page, box=rectangle(box)) if box else None


class _Signer(PdfSigner):
    """Signs at a given moment: what time it is, is asked above this package."""

    def __init__(self, *arguments: Any, when: datetime, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._when = when

    def init_signing_session(self, *arguments: Any, **options: Any) -> PdfSigningSession:
        """The session of one signature."""
        session = super().init_signing_session(*arguments, **options)
        session.system_time = self._when
        return session
