"""A role model: written, agreed to by the person, shown, taken away (gương điển hình)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.core.files.base import ContentFile
from django.db import transaction

from thidua.campaigns.models import Campaign, Lead, RoleModel
from thidua.campaigns.permissions.example import (
    may_begin_role_model,
    may_change_role_model,
    may_make_role_model,
    may_publish_role_model,
    may_record_consent,
    may_reopen_role_model,
    may_withdraw_consent,
    may_withdraw_role_model,
    may_write_role_model,
)
from thidua.campaigns.queries.example import photos_of_lead
from thidua.journal.lifecycle import advance, keep
from thidua.journal.rows import short_code
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Collective, Household, Mandate, Person, Unit
from thidua.records.attach import attach
from thidua.records.consent import ConsentWords, record_consent, withdraw_consent
from thidua.vietnamese.text import nfc, slug, squeeze


@dataclass(frozen=True)
class Profile:
    """What the page says (bài nêu gương): who, from where, the deed in one line, the story."""

    name: str
    place: str
    title: str
    story: str


@transaction.atomic
def make_role_model(lead: Lead, *, profile: Profile, mandate: Mandate, on: date) -> RoleModel:
    """Make a role model of a verified good deed (thành gương điển hình); its photos go along, those of
    joined reports too.

    Effects: a draft page, the lead is done, journal lines. Raises `Refused` before it was verified.
    Căn cứ: không (quy ước nội bộ).
    """
    may_make_role_model(mandate, lead, on=on).require()
    role_model = _written(lead.unit, profile)
    role_model.lead, role_model.campaign = lead, lead.campaign
    role_model.save(force_insert=True)
    for photo in photos_of_lead(lead):
        with photo.file.open("rb") as opened:
            again = ContentFile(opened.read(), name=photo.name)
        attach(again, about=role_model, purpose="photo", mandate=mandate, on=on)
    says = f"Viết gương điển hình {role_model.name} từ tin báo {lead.receipt}."
    advance(lead, "profiled", actor=mandate.actor(), on=on, verb="make_role_model", says=says)
    return role_model


@transaction.atomic
def write_role_model(campaign: Campaign, *, profile: Profile, mandate: Mandate, on: date) -> RoleModel:
    """Write a role model the office knows of itself (viết gương điển hình); returns the draft.

    Raises `Refused` once the campaign has closed. Căn cứ: không (quy ước nội bộ).
    """
    may_begin_role_model(mandate, campaign, on=on).require()
    role_model = _written(campaign.unit, profile)
    role_model.campaign = campaign
    role_model.save(force_insert=True)
    says = f"Viết gương điển hình {role_model.name}."
    write("write_role_model", says, actor=mandate.actor(), on=on, thing=role_model)
    return role_model


def _written(unit: Unit, profile: Profile) -> RoleModel:
    """The address tells the deed, never the name, so that it stays harmless when the page is taken away."""
    role_model = RoleModel(
        unit=unit, slug=f"{slug(profile.title)[:60].strip('-') or 'guong'}-{short_code(5)}"
    )
    _fill(role_model, profile)
    return role_model


def _fill(role_model: RoleModel, profile: Profile) -> None:
    role_model.name, role_model.place = squeeze(profile.name), squeeze(profile.place)
    role_model.title, role_model.story = squeeze(profile.title), nfc(profile.story).strip()
    if not (role_model.name and role_model.title and role_model.story):
        raise Refused(no("Hãy ghi đủ tên, việc làm tốt và câu chuyện.", rule="role-model:empty"))


@transaction.atomic
def edit_role_model(
    role_model: RoleModel, *, profile: Profile, expected: int | None = None, mandate: Mandate, on: date
) -> None:
    """Rewrite or correct the page (sửa bài). Raises `Refused` when somebody else changed it meanwhile.

    Căn cứ: không (quy ước nội bộ).
    """
    may_change_role_model(mandate, role_model, on=on).require()
    _fill(role_model, profile)
    keep(role_model, "name", "place", "title", "story", expected=expected)
    says = f"Sửa bài gương điển hình {role_model.name}."
    write("edit_role_model", says, actor=mandate.actor(), on=on, thing=role_model)


@transaction.atomic
def give_consent(role_model: RoleModel, *, words: ConsentWords, mandate: Mandate, on: date) -> None:
    """Record that the person, or the guardian, agrees to the page (ghi nhận đồng ý).

    Căn cứ: Điều 32, Điều 38 Bộ luật Dân sự 2015 (chưa đối chiếu văn bản gốc).
    """
    may_record_consent(mandate, role_model, on=on).require()
    role_model.consent = record_consent(role_model, words=words, mandate=mandate, on=on)
    keep(role_model, "consent")


@transaction.atomic
def publish_role_model(role_model: RoleModel, *, mandate: Mandate, on: date) -> None:
    """Show the page to everybody (công khai gương điển hình). Raises `Refused` without a standing consent.

    Căn cứ: Điều 32, Điều 38 Bộ luật Dân sự 2015 (chưa đối chiếu văn bản gốc).
    """
    may_publish_role_model(mandate, role_model, on=on).require()
    role_model.published_on = on
    keep(role_model, "published_on")
    says = f"Công khai gương điển hình {role_model.name}."
    advance(role_model, "published", actor=mandate.actor(), on=on, verb="publish_role_model", says=says)


@transaction.atomic
def withdraw_role_model(role_model: RoleModel, *, reason: str, mandate: Mandate, on: date) -> None:
    """Take the page away with the reason (gỡ bài). Raises `Refused` without a reason.

    News about the person vanish with it. Căn cứ: không (quy ước nội bộ).
    """
    may_withdraw_role_model(mandate, role_model, on=on).require()
    why = nfc(reason).strip()
    if not why:
        raise Refused(no("Hãy ghi vì sao gỡ bài.", rule="role-model:reason"))
    says = f"Gỡ bài gương điển hình {role_model.name}: {why}"
    advance(role_model, "withdrawn", actor=mandate.actor(), on=on, verb="withdraw_role_model", says=says)


@transaction.atomic
def take_consent_back(role_model: RoleModel, *, reason: str, mandate: Mandate, on: date) -> None:
    """Record that the person took the consent back (rút lại đồng ý); a published page goes at once.

    Căn cứ: Điều 32, Điều 38 Bộ luật Dân sự 2015 (chưa đối chiếu văn bản gốc).
    """
    may_withdraw_consent(mandate, role_model, on=on).require()
    assert role_model.consent is not None  # the permission asked for a standing consent
    withdraw_consent(role_model.consent, reason=reason, mandate=mandate, on=on)
    if role_model.state == "published":
        says = f"Gỡ bài gương điển hình {role_model.name} vì người được nêu gương rút lại đồng ý."
        advance(role_model, "withdrawn", actor=mandate.actor(), on=on, verb="take_consent_back", says=says)


@transaction.atomic
def reopen_role_model(role_model: RoleModel, *, mandate: Mandate, on: date) -> None:
    """Begin anew with a page that was taken away (viết lại bài đã gỡ); without a standing consent it needs
    a new one.

    Căn cứ: không (quy ước nội bộ).
    """
    may_reopen_role_model(mandate, role_model, on=on).require()
    says = f"Viết lại bài gương điển hình {role_model.name}."
    advance(role_model, "draft", actor=mandate.actor(), on=on, verb="reopen_role_model", says=says)


@transaction.atomic
def put_on_record(
    role_model: RoleModel, *, record: Person | Collective | Household, mandate: Mandate, on: date
) -> None:
    """Say whose record the page belongs to (gắn bài với hồ sơ): it is shown in the history of that one.

    Căn cứ: không (quy ước nội bộ).
    """
    may_write_role_model(mandate, role_model.unit, on=on).require()
    role_model.person = record if isinstance(record, Person) else None
    role_model.collective = record if isinstance(record, Collective) else None
    role_model.household = record if isinstance(record, Household) else None
    keep(role_model, "person", "collective", "household")
    says = f"Gắn bài gương điển hình {role_model.name} với hồ sơ {record.name}."
    write("put_on_record", says, actor=mandate.actor(), on=on, thing=role_model)
