"""The pictures of the woven border (đường diềm), cut from its drawing.

A batch sets a picture much faster than the hundreds of shapes of the drawing; `python -m thidua.paper.border`
makes them anew.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image

from thidua.paper.engine import TEMPLATES, draw_page

_PIXELS_PER_MM = 16
_CUTS_MM = {"border-top.png": (7.5, 7.5, 289.5, 16.5), "border-left.png": (7.5, 16.5, 16.5, 193.5)}


def border_pictures() -> dict[str, Image.Image]:
    """The pictures by name of file, as the drawing has them today."""
    page = Image.open(BytesIO(draw_page(TEMPLATES / "border.typ", ppi=25.4 * _PIXELS_PER_MM))).convert("RGB")
    cuts = {name: [round(side * _PIXELS_PER_MM) for side in cut] for name, cut in _CUTS_MM.items()}
    return {name: page.crop((left, top, right, low)) for name, (left, top, right, low) in cuts.items()}


def write_border(folder: Path = TEMPLATES) -> None:
    """Write the pictures into the folder, by default beside the templates."""
    for name, picture in border_pictures().items():
        picture.quantize(48, method=Image.Quantize.FASTOCTREE).save(folder / name, optimize=True)


if __name__ == "__main__":
    write_border()
