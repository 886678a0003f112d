"""Digital signatures on a paper (ký số văn bản): reserved places, keys, signing, number and day, checking.

Every step after the first signature is an update appended to the file: what was signed stays byte for byte.
The signature library takes a second to load, so what needs it is loaded at its first use: import this package
and ask it (`sign.put_signature`), not its names one by one.
"""

import logging
from importlib import import_module
from typing import TYPE_CHECKING, Any

from thidua.paper.sign.names import HEAD, MAX_KEY_FILE, ORGANISATION
from thidua.paper.sign.picture import (
    BLUE,
    RED,
    Ink,
    WrongPicture,
    ink_of,
    seal_mark,
    signer_mark,
    words_mark,
)
from thidua.paper.sign.places import (
    SEAL_MM,
    Box,
    NoPlace,
    Places,
    corner_of,
    places_of,
    signing_room,
    symbol_on,
)

if TYPE_CHECKING:
    from thidua.paper.sign.check import FileCheck, SignatureCheck, check_signatures
    from thidua.paper.sign.compare import Difference, difference
    from thidua.paper.sign.fill import fill_in
    from thidua.paper.sign.keys import BadKey, Certificate, Key, file_key, require_usable, token_key
    from thidua.paper.sign.put import Archival, Mark, NotSigned, put_signature
    from thidua.paper.sign.reserve import box_of, is_prepared, prepare

_AT_FIRST_USE = {
    "check": ("FileCheck", "SignatureCheck", "check_signatures"),
    "compare": ("Difference", "difference"),
    "fill": ("fill_in",),
    "keys": ("BadKey", "Certificate", "Key", "file_key", "require_usable", "token_key"),
    "reserve": ("box_of", "is_prepared", "prepare"),
    "put": ("Archival", "Mark", "NotSigned", "put_signature"),
}
_HOME = {name: home for home, names in _AT_FIRST_USE.items() for name in names}
# What the library finds of a file is told to who asked; its log would repeat words of a stranger's file.
for _library in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_library).setLevel(logging.CRITICAL)

__all__ = [
    "BLUE", "HEAD", "MAX_KEY_FILE", "ORGANISATION", "RED", "SEAL_MM", "Archival", "BadKey", "Box",
    "Certificate", "Difference", "FileCheck", "Ink", "Key", "Mark", "NoPlace", "NotSigned", "Places",
    "SignatureCheck", "WrongPicture", "box_of", "check_signatures", "corner_of", "difference", "file_key",
    "fill_in", "ink_of", "is_prepared", "places_of", "prepare", "put_signature", "require_usable",
    "seal_mark", "signer_mark", "signing_room", "symbol_on", "token_key", "words_mark",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """What needs the signature library, loaded when it is first asked for."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
