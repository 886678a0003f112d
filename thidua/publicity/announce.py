"""Stage 12: news of the campaign on the public pages and in the feed (tin bài)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q

from thidua.campaigns.discover import take_consent_back, withdraw_role_model
from thidua.campaigns.models import Campaign, RoleModel
from thidua.journal.lifecycle import advance, keep
from thidua.journal.rows import short_code
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.publicity.broadcast import stop_bulletin
from thidua.publicity.documents import NewsWords
from thidua.publicity.models import Announcement, Broadcast, NewsVersion
from thidua.publicity.permissions import (
    may_begin_news,
    may_change_news,
    may_correct_news,
    may_hand_news_back,
    may_offer_news,
    may_publish_news,
    may_reopen_news,
    may_take_down_news,
)
from thidua.vietnamese.names import without_honorific
from thidua.vietnamese.text import fold, nfc, slug, squeeze

WORDS = ("title", "lead", "body", "folded")


@dataclass(frozen=True)
class Correction:
    """A correction (đính chính): what the piece says now, and one line on what was wrong."""

    words: NewsWords
    what: str


@transaction.atomic
def write_news(
    campaign: Campaign, *, words: NewsWords, role_model: RoleModel | None = None, mandate: Mandate, on: date
) -> Announcement:
    """Write a piece of news (viết tin), about a role model when one is given; returns the draft.

    Raises `Refused` once the campaign has closed. Căn cứ: không (quy ước nội bộ).
    """
    may_begin_news(mandate, campaign, on=on).require()
    news = Announcement(
        unit=campaign.unit, campaign=campaign, role_model=role_model, writer=mandate.person,
        written_by=str(mandate),
    )  # fmt: skip
    _fill(news, words)
    stem = "guong-tot" if role_model else slug(news.title)[:60].strip("-")
    news.slug = f"{stem or 'tin'}-{short_code(5)}"
    news.save(force_insert=True)
    write("write_news", f"Viết tin “{news.title}”.", actor=mandate.actor(), on=on, thing=news)
    return news


def _fill(news: Announcement, words: NewsWords) -> None:
    news.title, news.lead, news.body = squeeze(words.title), squeeze(words.lead), nfc(words.body).strip()
    if not news.title or not news.body:
        raise Refused(no("Hãy ghi tiêu đề và nội dung của tin.", rule="news:empty"))
    news.folded = fold(squeeze(f"{news.title} {news.lead} {news.body}"))


@transaction.atomic
def edit_news(
    news: Announcement, *, words: NewsWords, expected: int | None = None, mandate: Mandate, on: date
) -> None:
    """Rewrite a draft (sửa tin); who rewrites it is its writer from now on. Raises `Refused` on a stale form.

    Căn cứ: không (quy ước nội bộ).
    """
    may_change_news(mandate, news, on=on).require()
    before = news.title
    _fill(news, words)
    news.writer = mandate.person
    keep(news, *WORDS, "writer", expected=expected)
    write("edit_news", f"Sửa tin “{before}”.", actor=mandate.actor(), on=on, thing=news)


@transaction.atomic
def correct_news(
    news: Announcement, *, correction: Correction, expected: int | None = None, mandate: Mandate, on: date
) -> None:
    """Correct a piece that is out (đính chính), for all to see; what it said before is kept.

    Raises `Refused` without saying what was corrected, when nothing changed, and on a stale form.
    Căn cứ: không (quy ước nội bộ).
    """
    may_correct_news(mandate, news, on=on).require()
    what = squeeze(correction.what)[:250]
    if not what:
        raise Refused(no("Hãy ghi đính chính điều gì; dòng này hiện dưới tin.", rule="news:correction"))
    before = NewsVersion(
        news=news, title=news.title, lead=news.lead, body=news.body, corrected=what, corrected_on=on,
        corrected_by=str(mandate),
    )  # fmt: skip
    _fill(news, correction.words)
    if (news.title, news.lead, news.body) == (before.title, before.lead, before.body):
        raise Refused(no("Tin chưa khác bản đang đăng.", rule="news:same"))
    said = [what, *news.versions.values_list("corrected", flat=True)]
    news.folded = f"{news.folded} {fold(' '.join(said))}"  # a name in these lines is found and taken down too
    keep(news, *WORDS, expected=expected)
    before.save(force_insert=True)
    says = f"Đính chính tin đã đăng “{before.title}”: {what}"
    write("correct_news", says, actor=mandate.actor(), on=on, thing=news)


@transaction.atomic
def offer_news(news: Announcement, *, mandate: Mandate, on: date) -> None:
    """Lay a draft before who approves it (trình duyệt tin). Căn cứ: không (quy ước nội bộ)."""
    may_offer_news(mandate, news, on=on).require()
    news.remark = ""
    keep(news, "remark")
    says = f"Trình duyệt tin “{news.title}”."
    advance(news, "offered", actor=mandate.actor(), on=on, verb="offer_news", says=says)


@transaction.atomic
def hand_news_back(news: Announcement, *, reason: str, mandate: Mandate, on: date) -> None:
    """Give a piece back to its writer (trả lại tin để sửa). Raises `Refused` without a reason.

    Căn cứ: không (quy ước nội bộ).
    """
    may_hand_news_back(mandate, news, on=on).require()
    why = squeeze(reason)[:250]
    if not why:
        raise Refused(no("Hãy ghi cần sửa điều gì.", rule="news:reason"))
    says = f"Trả lại tin “{news.title}”: {why}"
    advance(news, "draft", actor=mandate.actor(), on=on, verb="hand_news_back", says=says)
    news.remark = why
    keep(news, "remark")


@transaction.atomic
def publish_news(news: Announcement, *, mandate: Mandate, on: date) -> None:
    """Approve a piece and put it on the public page and into the feeds (duyệt, đăng tin).

    Raises `Refused` for one's own piece unless one is the chair, before the campaign is launched, and about
    a person whose page is not public. Căn cứ: không (quy ước nội bộ).
    """
    may_publish_news(mandate, news, on=on).require()
    news.published_on, news.withdrawn_why, news.remark = on, "", ""
    news.approved_by = str(mandate)
    keep(news, "published_on", "withdrawn_why", "remark", "approved_by")
    says = f"Duyệt và đăng tin “{news.title}”."
    advance(news, "published", actor=mandate.actor(), on=on, verb="publish_news", says=says)


@transaction.atomic
def take_down_news(news: Announcement, *, reason: str, mandate: Mandate, on: date) -> None:
    """Take a piece down with the reason (gỡ tin). Raises `Refused` without one. Căn cứ: không (quy ước nội
    bộ).
    """
    may_take_down_news(mandate, news, on=on).require()
    why = squeeze(reason)[:250]
    if not why:
        raise Refused(no("Hãy ghi vì sao gỡ tin.", rule="news:reason"))
    says = f"Gỡ tin “{news.title}”: {why}"
    advance(news, "withdrawn", actor=mandate.actor(), on=on, verb="take_down_news", says=says)
    news.withdrawn_why = why
    keep(news, "withdrawn_why")


@transaction.atomic
def reopen_news(news: Announcement, *, mandate: Mandate, on: date) -> None:
    """Begin anew with a piece that was taken down (viết lại tin đã gỡ). Căn cứ: không (quy ước nội bộ)."""
    may_reopen_news(mandate, news, on=on).require()
    says = f"Viết lại tin “{news.title}”."
    advance(news, "draft", actor=mandate.actor(), on=on, verb="reopen_news", says=says)


@transaction.atomic
def take_person_down(role_model: RoleModel, *, reason: str, consent: bool, mandate: Mandate, on: date) -> int:
    """Take a role model's page down, every piece of news that names them, and every bulletin not to be read
    any more (gỡ bài, gỡ tin, thôi phát); returns how many pieces and bulletins.

    `consent` true: because the person took the consent back; else because the office decided so. A piece
    written about somebody else of the same name goes too: better one too many; it can be written anew.
    Raises `Refused` as the verbs of `discover` do.
    Căn cứ: Điều 32, Điều 38 Bộ luật Dân sự 2015 (chưa đối chiếu văn bản gốc).
    """
    stop = take_consent_back if consent else withdraw_role_model
    stop(role_model, reason=reason, mandate=mandate, on=on)
    news, bulletins = _naming(role_model), _aloud(role_model)
    for piece in news:
        why = "Bài gương điển hình đã gỡ, tin có tên người này gỡ theo."
        take_down_news(piece, reason=why, mandate=mandate, on=on)
    for bulletin in bulletins:
        why = "Bài gương điển hình đã gỡ, bản tin có tên người này thôi phát theo."
        stop_bulletin(bulletin, reason=why, mandate=mandate, on=on)
    return len(news) + len(bulletins)


def _naming(role_model: RoleModel) -> list[Announcement]:
    """The news that is out and about this person, or has the name in its words."""
    out = Announcement.objects.filter(unit=role_model.unit, state="published").select_related(
        "campaign__unit"
    )
    name = fold(without_honorific(role_model.name))
    return list(out.filter(Q(role_model=role_model) | Q(folded__contains=name)))


def _aloud(role_model: RoleModel) -> list[Broadcast]:
    """The bulletins still to be read that are about this person, or have the name in their words."""
    held = Broadcast.objects.filter(unit=role_model.unit, stopped_on=None).select_related("campaign__unit")
    name = fold(without_honorific(role_model.name))
    return [
        one
        for one in held
        if one.role_model_id == role_model.pk or name in fold(squeeze(f"{one.title} {one.script}"))
    ]
