"""Old Word and OpenDocument files (.doc, .rtf, .odt): LibreOffice makes .docx of them, which is then read."""

from __future__ import annotations

from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from thidua.reading.files.archive import Archive
from thidua.reading.files.docx import read_docx
from thidua.reading.files.kinds import OLE
from thidua.reading.files.tool import carry_out, found
from thidua.reading.source import Source, Unreadable

SECONDS = 25.0
_RICH = b"{\\rtf"
_OPEN = "application/vnd.oasis.opendocument.text"
_MISSING = (
    "Máy chủ chưa có LibreOffice để đọc tệp {kind}; hãy lưu thành .docx rồi gửi lại, hoặc nhờ quản trị chạy: "
    "sudo apt-get install libreoffice-writer-nogui"
)
_FAILED = "Tệp {kind} không mở được (hỏng, hoặc đặt mật khẩu); hãy mở bằng Word, lưu thành .docx rồi gửi lại."
# No macro, no link to other files or the network, no question to anybody.
_SETTINGS = {
    "Office.Common/Security/Scripting": {
        "MacroSecurityLevel": "3", "DisableMacrosExecution": "true", "BlockUntrustedRefererLinks": "true",
    },
    "Office.Writer/Content/Update": {"Link": "0"},
    "Inet/Settings": {
        "ooInetProxyType": "2",
        "ooInetHTTPProxyName": "127.0.0.1", "ooInetHTTPProxyPort": "9",
        "ooInetHTTPSProxyName": "127.0.0.1", "ooInetHTTPSProxyPort": "9",
    },
}  # fmt: skip


def read_office(name: str, data: bytes) -> Source:
    """Read .doc, .rtf or .odt (tệp Word cũ, OpenDocument) by way of .docx.

    Raises `Unreadable` when LibreOffice is not there, fails or takes longer than `SECONDS`.
    """
    suffix = PurePath(name).suffix.lower()
    _check(suffix, data)
    program = found("soffice", "libreoffice")
    if not program:
        raise Unreadable(_MISSING.format(kind=suffix))
    read = read_docx(name, _as_docx(program, suffix, data))
    return Source(read.name, suffix.lstrip("."), read.text, read.lines, read.pages)


def _check(suffix: str, data: bytes) -> None:
    """Only what the name says is handed on: LibreOffice would open anything, web pages with links too."""
    if suffix == ".odt":
        archive = Archive(data)
        real = "mimetype" in archive.names and archive.read("mimetype").strip() == _OPEN.encode()
    else:
        real = data.startswith((OLE, _RICH))
    if not real:
        raise Unreadable(_FAILED.format(kind=suffix))


def _as_docx(program: str, suffix: str, data: bytes) -> bytes:
    with TemporaryDirectory(prefix="thidua-") as folder:
        home = Path(folder)
        profile = home / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_settings(), encoding="utf-8")
        given = home / f"ke-hoach{suffix}"
        given.write_bytes(data)
        command = [
            program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
            "--nolockcheck", "--convert-to", "docx", "--outdir", str(home), str(given),
        ]  # fmt: skip
        try:
            carry_out(command, seconds=SECONDS, surroundings={"HOME": folder})
            return (home / "ke-hoach.docx").read_bytes()
        except (Unreadable, FileNotFoundError) as error:
            raise Unreadable(_FAILED.format(kind=suffix)) from error


def _settings() -> str:
    """The settings as LibreOffice keeps them in its profile."""
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}">'
        f"<value>{value}</value></prop></item>"
        for path, values in _SETTINGS.items()
        for name, value in values.items()
    )
    return f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'
