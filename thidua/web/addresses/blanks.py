"""Addresses of pre-printed blanks and of printing on them (phôi giấy khen)."""

from django.urls import path, register_converter
from django.urls.converters import SlugConverter

from thidua.web.views import blanks


class BlankMove(SlugConverter):
    """A blank goes out of use, or comes back."""

    regex = "thoi-dung|dung-lai"


register_converter(BlankMove, "blank_move")

BLANK = "phoi/<slug:code>/"
urlpatterns = [
    path("phoi/", blanks.blanks, name="blanks"),
    path("phoi/them/", blanks.new, name="blank-new"),
    path(BLANK, blanks.blank, name="blank"),
    path(f"{BLANK}mo-ta/", blanks.describe, name="blank-describe"),
    path(f"{BLANK}anh/", blanks.scan, name="blank-scan"),
    path(f"{BLANK}can-chinh.pdf", blanks.calibration, name="blank-calibration"),
    path(f"{BLANK}in-thu.pdf", blanks.sample, name="blank-sample"),
    path(f"{BLANK}<blank_move:to>/", blanks.move, name="blank-move"),
    path("quyet-dinh/<slug:code>/phoi/<slug:blank>.pdf", blanks.print_all, name="print-on-blanks"),
    path("giay-khen/<slug:code>/in-lai/", blanks.print_again, name="reprint"),
    path("giay-khen/<slug:code>/phoi/<slug:blank>.pdf", blanks.print_one, name="print-on-blank"),
]
