"""The doors of packages, partners and edXML, and the things behind them (trao đổi với cơ quan khác)."""

from __future__ import annotations

import uuid
from datetime import date
from types import SimpleNamespace

from django.core.files.base import ContentFile

from tests.factories.commune import Commune
from tests.web.door import Door, Of, posts, public, upload
from thidua.awards.models import Submission, SubmissionItem
from thidua.awards.submit import send_by_file
from thidua.journal.rows import short_code
from thidua.org.models import Mandate, Unit
from thidua.records.edxml import keep_edxml, set_organ_code, take_in_edxml, write_paper
from thidua.records.edxml.message import Enclosure, Organ, PaperMessage
from thidua.records.models import Envelope, Package, Partner
from thidua.records.package import (
    Letter,
    Sheet,
    add_partner,
    confirm_key,
    keep_package,
    make_package,
    sheet_of,
)
from thidua.records.queries.packages import package_file
from thidua.records.receive import Original
from thidua.records.seal import key_for

DAY = date(2023, 6, 5)
STRANGER = Sheet(uuid.UUID(int=7), "tinh", "ab" * 32, "Ủy ban nhân dân tỉnh Lạng Bình")
CHANGED = Sheet(STRANGER.office, "tinh", "cd" * 32, STRANGER.name)
WORKS = "standing clerk"
EACH_STANDING = "district_standing province_standing away_standing"
BELOW = "district_standing district_chair away_standing away_chair"
KEEPS = "standing chair vice_chair"


def exchange_with_others(whole: Commune, of: SimpleNamespace) -> None:
    """The district on a machine of its own: a package sent, one that came and waits; edXML both ways."""
    commune, district = whole.commune, whole.district
    assert district is not None
    partner = _met(commune.standing, district.standing)
    of.partner = add_partner(STRANGER, mandate=commune.standing, on=DAY)
    of.by_file = Submission.objects.create(
        campaign=of.presented.campaign, unit=commune.unit, to_unit=district.unit, form=of.presented.form,
        code=short_code(), state="sent", session=of.presented.session, document=of.presented.document,
        sent_on=DAY,
    )  # fmt: skip
    SubmissionItem.objects.create(
        submission=of.by_file, nomination=of.presented.items.get().nomination, order=1
    )
    of.package = send_by_file(of.by_file, mandate=commune.standing, on=DAY)
    first, of.package_came = (_came(of, whole, partner) for _ in range(2))
    of.package_run = keep_package(ContentFile(first, name="goi.zip"), mandate=commune.standing, on=DAY)
    _edxml(whole, of)


def _met(ours: Mandate, theirs: Mandate) -> Partner:
    """Each has the key of the other; returns how the district knows the commune."""
    mine, other = (sheet_of(key_for(one.unit, actor=one.actor(), on=DAY)) for one in (ours, theirs))
    here, there = add_partner(other, mandate=ours, on=DAY), add_partner(mine, mandate=theirs, on=DAY)
    for partner, mandate in ((here, ours), (there, theirs)):
        confirm_key(partner, how="Gọi điện", mandate=mandate, on=DAY)
    return there


def _came(of: SimpleNamespace, whole: Commune, partner: Partner) -> bytes:
    """A receipt of the district; it is made elsewhere, so it leaves no row here."""
    sent = list(of.by_file.items.values_list("nomination_id", flat=True))
    row = {
        "id": str(of.by_file.pk), "code": of.by_file.code, "form": of.by_file.form, "sent_on": "2023-06-05",
        "paper": None, "nominations": [str(key) for key in sent],
    }  # fmt: skip
    letter = Letter("receipt", of.by_file.pk, {"submission": row}, answers=of.package)
    made = make_package(letter, partner=partner, mandate=whole.district.standing, on=DAY)
    data = package_file(made)
    Package.objects.filter(pk=made.pk).delete()
    return data


def edxml_from(number: str) -> bytes:
    """A letter of the district as the axis brings it."""
    district = Organ("H37.05", "Ủy ban nhân dân huyện Cao Sơn")
    return write_paper(
        PaperMessage(
            district, (Organ("H37.05.01", "Ủy ban nhân dân xã Nà Lâm"),), f"H37.05,2023/06/01,{number}/UBND",
            number, "UBND", "Cao Sơn", date(2023, 6, 1), "Công văn", "Về việc gửi hồ sơ khen thưởng",
            enclosures=(Enclosure("cong-van.pdf", "application/pdf", b"%PDF-1.7 cong van"),),
        )
    )  # fmt: skip


def _edxml(whole: Commune, of: SimpleNamespace) -> None:
    acting = {"mandate": whole.commune.standing, "on": DAY}
    for office, code in ((whole.district, "H37.05"), (whole.commune, "H37.05.01")):
        set_organ_code(office.unit, code=code, paper="Quyết định của tỉnh", **acting)
    first, of.edxml_run = (
        keep_edxml(ContentFile(edxml_from(number), name="a.edxml"), **acting) for number in ("12", "13")
    )
    original = Original(
        Unit.objects.get(pk=whole.district.unit.pk),
        "cong_van",
        "incoming",
        "12/UBND",
        date(2023, 6, 1),
        "Về việc",
    )
    take_in_edxml(first, original=original, **acting)
    of.envelope = Envelope.objects.get(direction="received")


def _incoming(of: Of) -> dict[str, str]:
    return {
        "unit": str(of.whole.district.unit.pk), "kind": "cong_van", "number_text": "13/UBND",
        "day": "01/6/2023", "subject": "Về việc gửi hồ sơ", "signer_words": "",
    }  # fmt: skip


EXCHANGE = (
    public("package-format"),
    public("package-schema"),
    Door("packages"),
    Door("package-upload", may=WORKS, data=lambda of: {"upload": upload(of.package_came, "goi.zip")}),
    Door("package-preview", lambda of: (of.package_run.pk,), WORKS),
    posts("package-partner", lambda of: (of.package_run.pk,), ""),
    posts("package-stop", lambda of: (of.package_run.pk,), ""),
    posts("package-drop", lambda of: (of.package_run.pk,), WORKS),
    Door("package-file", lambda of: (of.package.pk,)),
    posts("package-make", lambda of: (of.by_file.code, "trinh"), ""),
    Door("package-ask-back", lambda of: (of.by_file.code,), WORKS),
    Door("partners"),
    Door("key-picture"),
    Door("partner-new", may=f"{KEEPS} {BELOW}", data=lambda of: {"line": CHANGED.line}),
    Door("partner", lambda of: (of.partner.pk,), KEEPS, lambda of: {"how": "Gọi điện", "same": "on"}),
    Door("partner-end", lambda of: (of.partner.pk,), KEEPS),
    Door("organs"),
    Door(
        "organ",
        lambda of: (of.whole.commune.unit.code,),
        f"{WORKS} admin district_standing province_standing",
        lambda of: {"code": "H37.06", "paper": ""},
    ),
    Door(
        "paper-edxml",
        lambda of: (of.presented.document.code,),
        WORKS,
        lambda of: {"to": str(of.whole.district.unit.pk)},
    ),
    Door("envelopes"),
    Door(
        "edxml-receive",
        may=f"{WORKS} {EACH_STANDING}",
        data=lambda of: {"upload": upload(edxml_from("14"), "a.edxml")},
    ),
    Door("edxml-preview", lambda of: (of.edxml_run.pk,), WORKS, _incoming),
    Door("edxml-status", lambda of: (of.envelope.pk,), WORKS, lambda of: {"status": "03", "says": ""}),
    Door("edxml-file", lambda of: (of.envelope.pk,)),
)
