"""Work that takes longer than a page may (việc chạy nền): each job calls a verb and counts in its
`records.Run`.
"""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django_tasks import task

from thidua.awards.certify import print_next_part
from thidua.awards.nominate import carry_out_filing
from thidua.campaigns.intake import read_next_page
from thidua.publicity.broadcast import speak_bulletin
from thidua.records.check_signatures import carry_out_signature_check
from thidua.records.integrity import carry_out_check


@task()
def check_everything(run: str) -> None:
    """Check the journal and every issued paper (kiểm tra toàn vẹn)."""
    carry_out_check(UUID(run))


@task()
def read_scan(run: str) -> None:
    """Recognise the next page of a scan (nhận dạng một trang); each page is a job, so that others get their
    turn.
    """
    if read_next_page(UUID(run)):
        read_scan.enqueue(run)


@task()
def check_signatures_of(run: str) -> None:
    """Check the signatures of a large file (kiểm tra chữ ký số)."""
    carry_out_signature_check(UUID(run))


@task()
def file_nominations(run: str) -> None:
    """Take in a long list of nominees (ghi danh sách đề nghị dài)."""
    carry_out_filing(UUID(run))


@task()
def print_certificates(run: str) -> None:
    """Set the next part of a batch of certificates (in một phần); each part is a job, as above."""
    if print_next_part(UUID(run)):
        print_certificates.enqueue(run)


@task()
def read_aloud(run: str) -> None:
    """Read a bulletin aloud into a file (máy đọc bản tin)."""
    speak_bulletin(UUID(run), command=settings.VOICE_COMMAND)
