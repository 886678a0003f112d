"""Stage 12: news of the campaign on the public pages and in the feed (tin bài)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from thidua.campaigns.discover import take_consent_back, withdraw_role_model
from thidua.campaigns.models import Campaign, RoleModel
from thidua.journal.lifecycle import advance, keep
from thidua.journal.rows import short_code
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate
from thidua.publicity.documents import NewsWords
from thidua.publicity.models import Announcement
from thidua.publicity.permissions import (
    may_begin_news,
    may_change_news,
    may_publish_news,
    may_reopen_news,
    may_take_down_news,
)
from thidua.vietnamese.names import without_honorific
from thidua.vietnamese.text import fold, nfc, slug, squeeze


@transaction.atomic
def write_news(
    campaign: Campaign, *, words: NewsWords, role_model: RoleModel | None = None, mandate: Mandate, on: date
) -> Announcement:
    """Write a piece of news (viết tin), about a role model when one is given; returns the draft.

    Raises `Refused` once the campaign has closed. Căn cứ: không (quy ước nội bộ).
    """
    may_begin_news(mandate, campaign, on=on).require()
    news = Announcement(unit=campaign.unit, campaign=campaign, role_model=role_model, written_by=str(mandate))
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


@transaction.atomic
def edit_news(
    news: Announcement, *, words: NewsWords, expected: int | None = None, mandate: Mandate, on: date
) -> None:
    """Rewrite a draft, or correct a piece that is out (sửa tin, đính chính). Raises `Refused` on a stale
    form.

    Căn cứ: không (quy ước nội bộ).
    """
    may_change_news(mandate, news, on=on).require()
    before = news.title
    _fill(news, words)
    keep(news, "title", "lead", "body", expected=expected)
    says = f"Đính chính tin đã đăng “{before}”." if news.state == "published" else f"Sửa tin “{before}”."
    write("edit_news", says, actor=mandate.actor(), on=on, thing=news)


@transaction.atomic
def publish_news(news: Announcement, *, mandate: Mandate, on: date) -> None:
    """Put the piece on the public page and into the feed (đăng tin).

    Raises `Refused` before the campaign is launched and about a person whose page is not public.
    Căn cứ: không (quy ước nội bộ).
    """
    may_publish_news(mandate, news, on=on).require()
    news.published_on, news.withdrawn_why = on, ""
    keep(news, "published_on", "withdrawn_why")
    advance(
        news, "published", actor=mandate.actor(), on=on, verb="publish_news", says=f"Đăng tin “{news.title}”."
    )


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
    """Take a role model's page down, and every piece of news that names them (gỡ bài, gỡ tin); returns how
    many.

    `consent` true: because the person took the consent back; else because the office decided so. A piece
    written about somebody else of the same name goes too: better one too many; it can be written anew.
    Raises `Refused` as the verbs of `discover` do.
    Căn cứ: Điều 32, Điều 38 Bộ luật Dân sự 2015 (chưa đối chiếu văn bản gốc).
    """
    stop = take_consent_back if consent else withdraw_role_model
    stop(role_model, reason=reason, mandate=mandate, on=on)
    out = _naming(role_model)
    for news in out:
        why = "Bài gương điển hình đã gỡ, tin có tên người này gỡ theo."
        take_down_news(news, reason=why, mandate=mandate, on=on)
    return len(out)


def _naming(role_model: RoleModel) -> list[Announcement]:
    """The news that is out and about this person, or has the name in its words."""
    name = fold(without_honorific(role_model.name))
    out = Announcement.objects.filter(unit=role_model.unit, state="published").select_related(
        "campaign__unit"
    )
    return [
        news
        for news in out
        if news.role_model_id == role_model.pk
        or name in fold(squeeze(f"{news.title} {news.lead} {news.body}"))
    ]
