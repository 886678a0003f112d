"""The typesetter (bộ dàn trang): one of our templates and its data become a PDF/A, the same
bytes every time.
"""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from threading import local
from typing import Any

import typst

from thidua.paper.glyphs import FONTS

TEMPLATES = Path(__file__).parent / "typst"
_AS_JSON = json.JSONEncoder(ensure_ascii=False, check_circular=False)
_thread = local()


def set_pdf(
    template: Path, data: dict[str, Any], *, timestamp: datetime, tagged: bool = True, fillable: bool = False
) -> bytes:
    """Set `data` in this template; `timestamp` is written into the file, so equal input gives
    equal bytes.

    Tagged it is PDF/A-2a and PDF/UA-1, else PDF/A-2b: the engine itself refuses what these forbid. What is
    `fillable` gets fields later that stand in no tag, so it says nothing of PDF/UA. Raises RuntimeError when
    the engine refuses, and when it warns, as of a font it does not find.
    """
    made, warnings = _compiler(template).compile_with_warnings(
        format="pdf",
        sys_inputs={"data": _AS_JSON.encode(data)},
        pdf_standards=["a-2b"] if not tagged else ["a-2a"] if fillable else ["a-2a", "ua-1"],
        timestamp=int(timestamp.timestamp()),
        pdf_tags=tagged,
    )
    if warnings:
        raise RuntimeError("; ".join(str(warning) for warning in warnings))
    return b"".join(made) if isinstance(made, list) else made or b""


def draw_page(template: Path, *, ppi: float) -> bytes:
    """The one page of a template without data, as PNG."""
    drawn = _compiler(template).compile(format="png", ppi=ppi)
    return b"".join(drawn) if isinstance(drawn, list) else drawn or b""


def _compiler(template: Path) -> typst.Compiler:
    """A compiler of this thread: it keeps the fonts read and may not be shared."""
    held: dict[Path, typst.Compiler] = _thread.__dict__.setdefault("compilers", {})
    if template not in held:
        held[template] = typst.Compiler(
            str(template), root=str(template.parent), font_paths=[str(FONTS)], ignore_system_fonts=True
        )
    return held[template]
