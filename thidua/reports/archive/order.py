"""Ask for the file of a campaign, drop one, look whether one is still whole (yêu cầu lập, bỏ, kiểm tra hồ sơ
lưu trữ).
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from thidua.campaigns.models import Campaign
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.records.models import Run
from thidua.reports.archive.pieces import pieces_of
from thidua.reports.archive.runs import KIND, OVER, archives_of
from thidua.reports.archive.sums import faults_in, seal_of
from thidua.reports.permissions import may_archive
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.text import nfc, squeeze

SHOWN = 5


@transaction.atomic
def order_archive(campaign: Campaign, *, file_code: str, kept_at: str, mandate: Mandate, on: date) -> Run:
    """Ask for the whole campaign as one file (lập hồ sơ lưu trữ) and return its run; one that is under way is
    returned as it is. Earlier files stay.

    `kept_at` says where the paper lies that has no file. Effects: the run, one journal line; `pack_archive`
    does the work. Raises `Refused` before the launch, and when paper lies nobody knows where.
    Căn cứ: Luật Lưu trữ 2024, Điều 30 (giao nộp hồ sơ; chưa đối chiếu bản gốc).
    """
    may_archive(mandate, campaign, on=on).require()
    Campaign.objects.select_for_update(of=("self",)).get(pk=campaign.pk)
    standing = archives_of(campaign).exclude(state__in=OVER).first()
    if standing is not None:
        return standing
    kept, pieces = squeeze(nfc(kept_at)), pieces_of(campaign, mandate)
    on_paper = [piece for piece in pieces if piece.file is None]
    if on_paper and not kept:
        raise Refused(
            no(
                f"Có {len(on_paper):02} bản giấy không có tệp, như “{on_paper[0].title}”. "
                "Hãy ghi bản giấy cất ở đâu (phòng, tủ, cặp).",
                rule="archive:paper",
            )
        )
    run = Run.objects.create(
        unit=campaign.unit, kind=KIND, total=len(pieces), started_by=str(mandate), started_on=on,
        data={"campaign": campaign.code, "file_code": squeeze(nfc(file_code)), "kept_at": kept,
              "mandate": str(mandate.pk)},
    )  # fmt: skip
    says = f"Yêu cầu lập hồ sơ lưu trữ của đợt “{campaign.short_title}”."
    write("order_archive", says, actor=mandate.actor(), on=on, thing=campaign)
    return run


@transaction.atomic
def remove_archive(run: Run, *, mandate: Mandate, on: date) -> None:
    """Stop packing, or drop a file that is no longer wanted (dừng, bỏ hồ sơ đã lập); the papers stay.

    Effects: one journal line with the seal of the file. Căn cứ: không (quy ước nội bộ).
    """
    campaign = Campaign.objects.get(code=run.data["campaign"])
    may_archive(mandate, campaign, on=on).require()
    says = f"Bỏ hồ sơ lưu trữ của đợt “{campaign.short_title}” lập ngày {vn_date(run.started_on)}."
    seal = run.data.get("sha256", "")
    write("remove_archive", says, actor=mandate.actor(), on=on, thing=campaign, data={"sha256": seal})
    storage, stored_as = run.file.storage, run.file.name or ""
    run.delete()
    if stored_as:
        transaction.on_commit(lambda: storage.delete(stored_as))


@transaction.atomic
def ask_to_check(run: Run, *, mandate: Mandate, on: date) -> None:
    """Ask whether a kept file is still whole (yêu cầu kiểm tra hồ sơ đã lập); `check_again` looks.

    Effects: one journal line. Raises `Refused` while it is being made. Căn cứ: không (quy ước nội bộ).
    """
    campaign = Campaign.objects.get(code=run.data["campaign"])
    may_archive(mandate, campaign, on=on).require()
    if run.state != "done":
        raise Refused(no("Hồ sơ chưa lập xong.", rule="archive:state"))
    run.data |= {"checking": True}
    run.save(update_fields=["data"])
    says = f"Kiểm tra hồ sơ lưu trữ của đợt “{campaign.short_title}”."
    write("ask_to_check", says, actor=mandate.actor(), on=on, thing=campaign)


def check_again(run_id: UUID, *, on: date) -> None:
    """Look whether a kept file is the one that was made and every paper in it too (kiểm tra hồ sơ đã lập);
    what was found is kept with it. Căn cứ: không (quy ước nội bộ).
    """
    run = Run.objects.filter(pk=run_id, kind=KIND, state="done").first()
    if run is None:
        return
    says = _found(run)
    run.data |= {"checked": vn_date(on), "found": says or "Hồ sơ còn nguyên, từng tệp đúng mã băm."}
    run.data |= {"is_whole": not says, "checking": False}
    run.save(update_fields=["data"])


def _found(run: Run) -> str:
    try:
        with run.file.open("rb") as kept:
            if seal_of(kept) == run.data["sha256"]:
                kept.seek(0)
                faults = faults_in(kept)
            else:
                kept.seek(0)
                faults = ["Tệp .zip không còn đúng như khi lập.", *faults_in(kept)]
    except FileNotFoundError:
        faults = ["Tệp .zip không còn ở nơi lưu."]
    more = f" Và {len(faults) - SHOWN} chỗ nữa." if len(faults) > SHOWN else ""
    return " ".join(faults[:SHOWN]) + more
