"""Addresses of papers and of every step of their life (văn bản)."""

from django.urls import URLPattern, URLResolver, path, register_converter
from django.urls.converters import SlugConverter

from thidua.web.views import paper_edited, paper_files, paper_making, papers, signing_day


class PaperMove(SlugConverter):
    """A step of a paper that asks for nothing more."""

    regex = "|".join(papers.MOVES)


class PaperForm(SlugConverter):
    """A form of file a paper is downloaded in."""

    regex = "pdf|docx"


register_converter(PaperMove, "paper_move")
register_converter(PaperForm, "paper_form")

urlpatterns: list[URLPattern | URLResolver] = [
    path("van-ban/", papers.papers, name="papers"),
    path("trinh-ky/", signing_day.today, name="signing-day"),
    path("trinh-ky/in.pdf", signing_day.today_pdf, name="signing-day-pdf"),
    path("soan/<slug:kind>/<slug:code>/", paper_making.draft, name="paper-draft"),
    path("in/<slug:kind>/<slug:code>.<paper_form:form>", paper_making.printed, name="paper-print"),
    path("van-ban/<slug:code>/", papers.paper, name="paper"),
    path("van-ban/<slug:code>/trang/<int:number>.png", paper_files.picture, name="paper-picture"),
    path("van-ban/<slug:code>/tai/<paper_form:form>/", paper_files.file, name="paper-file"),
    path("van-ban/<slug:code>/sua-word/", paper_edited.edited, name="paper-edited"),
    path("van-ban/<slug:code>/sua-word/<uuid:run>/", paper_edited.differences, name="paper-differences"),
    path("van-ban/<slug:code>/trinh/", papers.send, name="paper-send"),
    path("van-ban/<slug:code>/tra-lai/", papers.hand_back, name="paper-hand-back"),
    path("van-ban/<slug:code>/cho-so/", papers.number, name="paper-number"),
    path("van-ban/<slug:code>/phat-hanh/", papers.release, name="paper-issue"),
    path("van-ban/<slug:code>/ban-quet/", papers.scan, name="paper-scan"),
    path("van-ban/<slug:code>/<paper_move:move>/", papers.move, name="paper-move"),
]
