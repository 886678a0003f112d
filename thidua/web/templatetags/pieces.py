"""The pieces every page is made of (mảnh ghép): tags, blocks and filters; see templates/pieces/README.md."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.template import Context, TemplateSyntaxError
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from thidua.vietnamese import money as currency
from thidua.web import controls, wording

register = template.Library()

BADGES = ("", "plain", "ok", "wait", "late", "info")
NOTICE_ICONS = {
    "info": "info-circle",
    "ok": "circle-check",
    "warn": "alert-triangle",
    "error": "alert-triangle",
}
CARD_OPTIONS = {"note", "count", "count_kind", "link", "link_text", "foot", "flush", "id", "level"}
IN_A_CAMPAIGN = ("meeting", "submission", "decision", "nomination")
SOON = 1  # days: what is due today or tomorrow is urgent
SURE = 0.95  # below it the reader asks for a look

WORDS: tuple[Callable[..., object], ...] = (
    wording.vn_date,
    wording.long_date,
    wording.weekday,
    wording.countdown,
    wording.money,
    wording.percent,
    wording.person_name,
    wording.initials,
    controls.control,
    controls.shape,
)
for word in WORDS:
    register.filter(word.__name__, word)


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """A line drawing of the sprite (biểu tượng); with a label it is read aloud, without it is decoration."""
    where = f"{static('icons.svg')}#{name}"
    if label:
        return format_html(
            '<svg class="icon" role="img" aria-label="{}"><use href="{}"/></svg>', label, where
        )
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}"/></svg>', where)


@register.simple_tag
def badge(words: object, kind: str = "") -> SafeString:
    """A state in one or two words (nhãn trạng thái); kind: plain, ok, wait, late, info or none."""
    if kind not in BADGES:
        raise TemplateSyntaxError(f"badge: kind {kind!r} is none of {', '.join(filter(None, BADGES))}")
    return format_html('<span class="badge{}">{}</span>', f" badge-{kind}" if kind else "", words)


@register.simple_tag
def on_desk(thing: Any) -> SafeString:
    """Whose move is next (ở bàn ai), beside the state of a thing in a list; nothing when it is done."""
    if not thing or not thing.desk:
        return SafeString("")
    return format_html('<small class="nowrap">ở bàn {}</small>', thing.desk)


@register.simple_tag
def due_badge(due: date | datetime | None, today: date) -> SafeString:
    """The badge of a deadline (nhãn thời hạn): "còn 3 ngày", "quá hạn 2 ngày"; nothing without one."""
    if due is None:
        return SafeString("")
    days = (wording.day_of(due) - today).days
    words = f"quá hạn {-days} ngày" if days < 0 else wording.countdown(due, today)
    return badge(words, "late" if days <= SOON else "wait")


@register.simple_tag
def clause(path: str, url: str = "") -> SafeString:
    """The tag of a clause (điều, khoản, điểm), a link to it when there is one: V.2.1.2.a."""
    if url:
        return format_html('<a class="clause" href="{}">{}</a>', url, path)
    return format_html('<span class="clause">{}</span>', path)


@register.simple_tag
def confidence(share: Decimal | float) -> SafeString:
    """How sure the reader is (độ chắc chắn): a dot and "92 %"; gold below 95 %."""
    kind = "" if share >= SURE else " confidence-wait"
    words = currency.percent(Decimal(str(share)), 0)
    return format_html('<span class="confidence{}"><span class="sr">chắc chắn </span>{}</span>', kind, words)


@register.simple_tag
def slip(before: str, after: str) -> SafeString:
    """What stands there and what should stand there (trước và sau): struck out in red, then green."""
    return format_html(
        '<span class="slip"><del>{}</del>{}<ins>{}</ins></span>',
        before,
        icon("arrow-right", "sửa thành"),
        after,
    )


def _share(part: object, whole: object) -> str:
    total = float(str(whole))
    return f"{min(100.0, 100 * float(str(part)) / total) if total else 0:.1f}%"


@register.simple_tag
def progress(done: float, total: float, label: str, kind: str = "gold", pending: float = 0) -> SafeString:
    """A bar of what is done of what there is (tiến độ); `pending` adds a gold part; kind: gold, ok or red."""
    first, rest = _share(done, total), _share(pending, total)
    return format_html(
        '<svg class="bar" role="img" aria-label="{}"><rect class="bar-{}" width="{}" height="100%"/>'
        '<rect class="bar-gold" x="{}" width="{}" height="100%"/></svg>',
        *(label, kind, first, first, rest),
    )


GAUGE = """<svg class="bar bar-marked" role="img" aria-label="{}">
<rect class="bar-ground" y="4" width="100%" height="8" rx="4"/>
<rect class="bar-{}" y="4" width="{}" height="8" rx="4"/>
<rect class="bar-edge" x="{}" width="6" height="16"/>
<rect class="bar-mark" x="{}" width="2" height="16"/></svg>"""


@register.simple_tag
def gauge(share: float, mark: float, label: str, kind: str = "gold") -> SafeString:
    """A bar with a mark for what it is compared with (thước so sánh); share and mark are parts of one."""
    at = _share(mark, 1)
    return format_html(GAUGE, label, kind, _share(share, 1), at, at)


@register.inclusion_tag("pieces/stages.html")
def stage_line(stages: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """The line of stages (đường các bước): each with name, desk, state (done, now, next) and perhaps url."""
    line = [{**stage, "number": number} for number, stage in enumerate(stages, 1)]
    at = next((place for place, stage in enumerate(line) if stage["state"] == "now"), None)
    following = line[at + 1] if at is not None and at + 1 < len(line) else None
    return {"line": line, "now": None if at is None else line[at], "following": following}


@register.inclusion_tag("pieces/table.html")
def table(
    columns: list[Mapping[str, Any]], rows: Iterable[Iterable[object]], caption: str = ""
) -> dict[str, Any]:
    """The same facts about many things (bảng); at 360 px every row becomes a block."""
    cells = [list(zip(columns, row, strict=True)) for row in rows]
    return {"columns": columns, "rows": cells, "caption": caption}


@register.simple_tag
def ticks(done: int, total: int, label: str) -> SafeString:
    """One bar per vote or paper, filled when it is in (vạch đếm)."""
    marks = ((" tick-on" if place < done else "",) for place in range(total))
    bars = format_html_join("", '<span class="tick{}"></span>', marks)
    return format_html('<span class="ticks" role="img" aria-label="{}">{}</span>', label, bars)


# Blocks


@register.simple_block_tag(takes_context=True)
def page_head(
    context: Context,
    content: str,
    title: str,
    *,
    sub: str = "",
    crumbs: Iterable[tuple[str, str]] = (),
    step: str = "",
) -> str:
    """The head of a page (đầu trang): crumbs, title, a line below; the block holds the actions.

    A page about a `campaign`, or about something in one, leads back to it.
    """
    about = next((context[name] for name in IN_A_CAMPAIGN if name in context), None)
    campaign = context.get("campaign") or getattr(about, "campaign", None)
    if campaign is not None and not crumbs:
        crumbs = [("Đợt thi đua", reverse("campaign", args=[campaign.code]))]
    shown = {"title": title, "sub": sub, "crumbs": crumbs, "step": step, "actions": content.strip()}
    return render_to_string("pieces/page_head.html", shown)


@register.simple_tag
def way_back(label: str, name: str, *arguments: Any) -> list[tuple[str, str]]:
    """The way back to the page one came from (đường dẫn): one crumb."""
    return [(label, reverse(name, args=arguments))]


@register.simple_tag
def trail(campaign: Any, label: str, name: str, *arguments: Any) -> list[tuple[str, str]]:
    """The way back from a page in a campaign (đường dẫn): the campaign, then the page it was opened from.

    `name` is the address of that page; without `arguments` it is a list of the campaign.
    """
    if campaign is None:
        return way_back(label, name, *arguments) if arguments else []
    lists = arguments or [campaign.code]
    return [*way_back("Đợt thi đua", "campaign", campaign.code), *way_back(label, name, *lists)]


@register.simple_block_tag
def card(content: str, title: str = "", **options: Any) -> str:
    """One subject with one heading (thẻ); options: note, count, link, link_text, foot, flush, id, level."""
    unknown = set(options) - CARD_OPTIONS
    if unknown:
        raise TemplateSyntaxError(f"card: no option {', '.join(sorted(unknown))}")
    return render_to_string("pieces/card.html", {"title": title, "content": content, **options})


@register.simple_block_tag
def notice(content: str, kind: str = "info", title: str = "") -> str:
    """A sentence the reader should see (lời báo); kind: info, ok, warn, error."""
    shown = {"kind": kind, "icon": NOTICE_ICONS[kind], "title": title, "content": content}
    return render_to_string("pieces/notice.html", shown)


@register.simple_block_tag
def dialog(content: str, id: str, title: str) -> str:
    """A question over the page (hộp hỏi), opened by `data-open="<id>"`; holds text and a form."""
    return render_to_string("pieces/dialog.html", {"id": id, "title": title, "content": content})
