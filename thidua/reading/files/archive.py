"""Opening a zipped office file without being hurt by it (tệp nén an toàn)."""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from thidua.reading.source import Unreadable

_MAX_ENTRIES = 5_000
_MAX_UNPACKED = 200 * 1024 * 1024
_MAX_PART = 40 * 1024 * 1024
_MAX_RATIO = 300  # real office XML packs about 1:10; a bomb 1:1000
_SMALL = 1024 * 1024
_MAX_MARKS = 600_000  # the text of 300 pages with all its settings has 400,000
_DAMAGED = (
    "Tệp .docx bị hỏng hoặc không phải tệp Word; hãy mở lại bằng Word, lưu thành .docx mới rồi gửi lại."
)
_TOO_LONG = "Tệp Word quá dài, không giống một bản kế hoạch; hãy tách riêng kế hoạch rồi gửi lại."
_BOMB = "Tệp nén bất thường (có thể gây hại) nên không mở; hãy lưu lại bằng Word rồi gửi lại."


class Archive:
    """A zip file whose parts are read only within limits; raises `Unreadable` otherwise."""

    def __init__(self, data: bytes, *, max_part: int = _MAX_PART) -> None:
        self._max_part = max_part
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise Unreadable(_DAMAGED) from error
        if len(entries) > _MAX_ENTRIES or sum(entry.file_size for entry in entries) > _MAX_UNPACKED:
            raise Unreadable(_BOMB)
        if any(e.file_size > _SMALL and e.file_size > _MAX_RATIO * max(e.compress_size, 1) for e in entries):
            raise Unreadable(_BOMB)
        self.names = {entry.filename for entry in entries}

    def read(self, name: str) -> bytes:
        """One part; the size in the directory may lie, so no more than the limit is ever unpacked."""
        try:
            with self._zip.open(name) as part:
                data = part.read(self._max_part + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError) as error:
            raise Unreadable(_DAMAGED) from error
        except RuntimeError as error:  # zipfile's answer to a password and to unknown compression
            raise Unreadable(
                "Tệp được đặt mật khẩu hoặc nén lạ; hãy bỏ mật khẩu, lưu lại rồi gửi lại."
            ) from error
        if len(data) > self._max_part:
            raise Unreadable(_BOMB)
        return data

    def xml(self, name: str, *, most: int = _MAX_MARKS) -> etree._Element:
        """One part as XML of at most so many marks, without entities, network or document types."""
        data = self.read(name)
        if data.count(b"<") > most:
            raise Unreadable(_TOO_LONG)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise Unreadable(_DAMAGED) from error
        if root.getroottree().docinfo.doctype:
            raise Unreadable(_BOMB)
        return root
