"""Files to download (tải tệp): only what the mandate may see, always as a file, never shown as a page."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from thidua.records.queries.files import file_of
from thidua.web.actors import office_page
from thidua.web.requests import OfficeRequest


@office_page
def download(request: OfficeRequest, pk: UUID) -> HttpResponse:
    """One attached file, under the name it was given."""
    attachment = file_of(request.mandate, pk)
    with attachment.file.open("rb") as held:
        response = HttpResponse(held.read(), content_type=attachment.kind)
    response["Content-Disposition"] = content_disposition_header(True, attachment.name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, max-age=3600"
    return response
