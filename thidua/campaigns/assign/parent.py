"""Link the plan of the level above (gắn kế hoạch cấp trên), so that the criteria can be compared."""

from __future__ import annotations

import hashlib
from datetime import date

from django.core.files.base import ContentFile, File
from django.db import transaction

from thidua.campaigns.models import Campaign, ParentPlan
from thidua.campaigns.permissions.work import may_link_parent
from thidua.campaigns.queries.campaign_parts import short_title
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.reading.files import MAX_BYTES, open_file
from thidua.reading.files.kinds import MEGABYTE
from thidua.reading.plan import read_plan
from thidua.reading.source import Unreadable


@transaction.atomic
def link_parent(campaign: Campaign, *, source: Campaign, mandate: Mandate, on: date) -> ParentPlan:
    """Link a campaign that was launched above (gắn đợt thi đua của cấp trên), in place of one linked before.

    Raises `Refused` when it was not launched by a level above. Căn cứ: không (quy ước nội bộ).
    """
    may_link_parent(mandate, campaign, on=on).require()
    above = source.unit.path
    if above == campaign.unit.path or not campaign.unit.path.startswith(above):
        raise Refused(no(f"{source.unit.name} không phải cấp trên của đợt này.", rule="parent:level"))
    return _link(campaign, ParentPlan(source=source, name=source.short_title[:250]), mandate=mandate, on=on)


@transaction.atomic
def link_parent_file(campaign: Campaign, *, upload: File[bytes], mandate: Mandate, on: date) -> ParentPlan:
    """Read a plan of the level above from its file and link it (đọc, gắn tệp kế hoạch cấp trên).

    Effects: the file is kept with what the reader understood; nothing of it enters this campaign. Raises
    `Refused` with the reader's sentence for a file that cannot be read. Căn cứ: không (quy ước nội bộ).
    """
    may_link_parent(mandate, campaign, on=on).require()
    if (upload.size or 0) > MAX_BYTES:
        raise Refused(
            no(f"Tệp lớn hơn {MAX_BYTES // MEGABYTE} MB; hãy giảm dung lượng.", rule="parent:large")
        )
    data = upload.read()
    try:
        source = open_file(upload.name or "", data)
    except Unreadable as unreadable:
        raise Refused(no(unreadable.sentence, rule="parent:unreadable")) from unreadable
    reading = dict(read_plan(source).as_json())
    name = short_title(str(reading.get("title") or "")) or (upload.name or "")
    parent = ParentPlan(name=name[:250], sha256=hashlib.sha256(data).hexdigest(), reading=reading)
    parent.file.save(f"{campaign.code}.{source.kind}", ContentFile(data), save=False)
    return _link(campaign, parent, mandate=mandate, on=on)


def _link(campaign: Campaign, parent: ParentPlan, *, mandate: Mandate, on: date) -> ParentPlan:
    ParentPlan.objects.filter(campaign=campaign).delete()
    parent.campaign, parent.linked_on, parent.linked_by = campaign, on, str(mandate)
    parent.save(force_insert=True)
    says = f"Gắn kế hoạch cấp trên “{parent.name}” với đợt {campaign.short_title}."
    write("link_parent", says, actor=mandate.actor(), on=on, thing=campaign, data={"sha256": parent.sha256})
    return parent


@transaction.atomic
def unlink_parent(campaign: Campaign, *, mandate: Mandate, on: date) -> None:
    """Take the link away (bỏ gắn kế hoạch cấp trên). Căn cứ: không (quy ước nội bộ)."""
    may_link_parent(mandate, campaign, on=on).require()
    ParentPlan.objects.filter(campaign=campaign).delete()
    says = f"Bỏ gắn kế hoạch cấp trên với đợt {campaign.short_title}."
    write("unlink_parent", says, actor=mandate.actor(), on=on, thing=campaign)
