"""The pictures of the border are those of the drawing in the repository."""

from PIL import Image, ImageChops

from thidua.paper.border import border_pictures, write_border
from thidua.paper.engine import TEMPLATES


def test_the_shipped_pictures_are_cut_from_the_drawing_of_today():
    for name, drawn in border_pictures().items():
        shipped = Image.open(TEMPLATES / name).convert("RGB")
        assert shipped.size == drawn.size
        greatest = max(most for _, most in ImageChops.difference(shipped, drawn).getextrema())
        assert greatest <= 64


def test_writing_them_again_gives_the_same_files(tmp_path):
    write_border(tmp_path)
    shipped = {path.name: path.read_bytes() for path in TEMPLATES.glob("border-*.png")}
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == shipped
