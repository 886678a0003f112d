"""Who signs, who receives, what is attached (phần cuối văn bản).

Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7, II.9, III.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from thidua.paper.lint.finding import Finding
from thidua.paper.lint.look import look_findings
from thidua.paper.lint.parts import Parts
from thidua.paper.lint.rules import SYMBOLS, recipient_findings, signer_findings
from thidua.paper.lint.seen import File, Seen

_WORDS = re.compile(r"^(TM|KT|TL|TUQ|Q)\b(?!\. \S)")


def foot_findings(file: File, parts: Parts) -> Iterator[Finding]:
    """The faults of the foot and of what is attached."""
    yield from _signature(file, parts)
    yield from _recipients(parts)
    yield from _appendices(parts)


def _signature(file: File, parts: Parts) -> Iterator[Finding]:
    foot = parts.foot
    if not foot.posts and parts.kind in SYMBOLS and parts.kind != "bien_ban":
        yield Finding(
            "signature-missing", "cuối văn bản", "Thiếu quyền hạn, chức vụ của người ký (in hoa, đậm)."
        )
        return
    yield from look_findings("post", foot.posts)
    yield from look_findings("name", foot.names[-1:])
    for post in foot.posts:
        if _WORDS.match(post.text):
            message = f"Viết chữ tắt, dấu chấm rồi cách: “KT. CHỦ TỊCH”, không phải “{post.text[:30]}”."
            yield Finding("signature-words", post.where, message)
    for name in foot.names:
        yield from signer_findings(name.text)
    first = foot.posts[0] if foot.posts else None
    if first and first.page > 1 and not any(_is_above(one, first) for one in file.lines):
        message = "Chữ ký đứng một mình trên trang; phải có ít nhất một dòng nội dung ở cùng trang."
        yield Finding("signature-alone", first.where, message)


def _is_above(line: Seen, post: Seen) -> bool:
    """A line higher up on the page of the signature; "Nơi nhận" stands level with it."""
    if line.page != post.page or not line.box or not post.box:
        return False
    return line.box[3] < post.box[1] + 1


def _recipients(parts: Parts) -> Iterator[Finding]:
    head = parts.foot.head
    items = parts.foot.recipients
    yield from recipient_findings([one.text.rstrip(" .;") + ";" for one in items], kind=parts.kind)
    if head is None:
        return
    yield from look_findings("recipients_head", [head] if len(head.text) < 14 else [])
    yield from look_findings("recipient", items)
    for index, one in enumerate(items):
        mark = "." if index == len(items) - 1 else ";"
        if not one.text.endswith(mark):
            message = f"Cuối dòng “{one.text[:40]}” là dấu “{mark}”."
            yield Finding("recipients-end", one.where, message)
            return


def _appendices(parts: Parts) -> Iterator[Finding]:
    labelled = [one for one in parts.appendices if one.label]
    for number, one in enumerate(labelled, start=1):
        if one.label and len(labelled) > 1 and not re.fullmatch(r"Phụ lục [IVX]+", one.label.text):
            message = (
                f"Có từ hai phụ lục trở lên thì ghi số La Mã: phụ lục thứ {number} là “{one.label.text}”."
            )
            yield Finding("appendix-number", one.label.where, message)
    for one in parts.appendices:
        yield from look_findings("appendix_label", [one.label] if one.label else [])
        yield from look_findings("appendix_title", one.title[:1])
        yield from look_findings("appendix_reference", [one.reference] if one.reference else [])
