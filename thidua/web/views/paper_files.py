"""The files of a paper: pages as pictures, PDF, DOCX (tệp của văn bản)."""

from __future__ import annotations

from django.http import Http404, HttpResponse

from thidua.paper.picture import page_png
from thidua.records.documents import file_of_paper
from thidua.records.queries.papers import paper_for
from thidua.vietnamese.text import slug
from thidua.web.actors import office_page
from thidua.web.requests import OfficeRequest
from thidua.web.views.paper_page import shown_pages

MEDIA = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@office_page
def picture(request: OfficeRequest, code: str, number: int) -> HttpResponse:
    """Page `number` of what the page of the paper shows."""
    document = paper_for(request.mandate, code)
    kind, data = shown_pages(document)
    if kind == "application/pdf":
        try:
            kind, data = "image/png", page_png(data, number=number)
        except IndexError as no_page:
            raise Http404 from no_page
    elif not data or number != 1:
        raise Http404
    response = HttpResponse(data, content_type=kind)
    response["Cache-Control"] = "private, max-age=60"
    return response


@office_page
def file(request: OfficeRequest, code: str, form: str) -> HttpResponse:
    """Download the paper as PDF or DOCX."""
    document = paper_for(request.mandate, code)
    if document.origin == "original":
        raise Http404
    name = slug(f"{document.number_text or 'du-thao'} {document.subject}")[:80].strip("-")
    response = HttpResponse(file_of_paper(document, form), content_type=MEDIA[form])
    response["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return response
