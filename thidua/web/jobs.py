"""Work that takes longer than a page may (việc chạy nền): each job calls a verb and counts in its
`records.Run`.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.conf import settings
from django_tasks import task

from thidua.awards.certify import print_next_part
from thidua.awards.nominate import carry_out_filing
from thidua.awards.submit import carry_out_taking
from thidua.campaigns.intake import read_next_page
from thidua.org.queries import account_named
from thidua.publicity.broadcast import speak_bulletin
from thidua.records.check_signatures import carry_out_signature_check
from thidua.records.integrity import carry_out_check
from thidua.records.notify import send_confirmation
from thidua.reports import archive


@task()
def check_everything(run: str) -> None:
    """Check the journal and every issued paper (kiểm tra toàn vẹn)."""
    carry_out_check(UUID(run))


@task()
def ask_for_confirmation(username: str, link: str) -> None:
    """Send the link that confirms an address (gửi thư xác nhận địa chỉ)."""
    account = account_named(username)
    if account is not None and account.email:
        send_confirmation(account, link=link, sender=settings.DIGEST_SENDER)


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
def take_in_big_package(run: str) -> None:
    """Take in a package with many dossiers (tiếp nhận gói lớn)."""
    carry_out_taking(UUID(run))


@task()
def print_certificates(run: str) -> None:
    """Set the next part of a batch of certificates (in một phần); each part is a job, as above."""
    if print_next_part(UUID(run)):
        print_certificates.enqueue(run)


@task()
def read_aloud(run: str) -> None:
    """Read a bulletin aloud into a file (máy đọc bản tin)."""
    speak_bulletin(UUID(run), command=settings.VOICE_COMMAND)


@task()
def pack_archive(run: str) -> None:
    """Put a campaign together for the archive (lập hồ sơ lưu trữ)."""
    archive.pack_archive(UUID(run))


@task()
def check_archive(run: str, on: str) -> None:
    """Look whether a file for the archive is whole (kiểm tra hồ sơ lưu trữ)."""
    archive.check_again(UUID(run), on=date.fromisoformat(on))
