"""What came back from Word: which paragraphs may be taken over, and the paper with them (bản Word đã sửa)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from thidua.law.ruling import Refused, no
from thidua.paper.blocks import Block, Paragraph, Run
from thidua.paper.compare import ParagraphChange
from thidua.paper.model import Document

DATA = {"name": "tên riêng", "amount": "số tiền", "date": "ngày"}


def why_locked(paper: Document, change: ParagraphChange) -> str:
    """Why a change cannot be taken over (vì sao không nhận), "" when it can: names, amounts and dates come
    from the data, as do head, tables, recipients and signature.
    """
    if change.concerns != "text":
        return f"Chạm đến {DATA[change.concerns]}; sửa ở dữ liệu rồi soạn lại văn bản."
    anchor = change.before or change.follows
    if _place(paper, anchor) is None and anchor != _opening(paper):
        return "Phần này lấy từ dữ liệu (đầu văn bản, bảng, nơi nhận, chữ ký); sửa ở dữ liệu."
    return ""


def with_changes(paper: Document, chosen: Sequence[ParagraphChange]) -> Document:
    """The paper with the chosen changes (văn bản sau khi nhận). Raises `Refused` for one that cannot be taken
    over.
    """
    for change in reversed(chosen):
        why = why_locked(paper, change)
        if why:
            words = _bare(change.after or change.before)
            raise Refused(no(f"Không nhận được chỗ sửa “{words}”: {why}", rule="paper:data"))
        paper = _changed(paper, change)
    return paper


def _line(block: Block) -> str:
    return " ".join(f"{block.number} {block.text}".split()) if isinstance(block, Paragraph) else ""


def _bare(line: str) -> str:
    """A line without the mark that ends a paper ("./."), which is set when printing."""
    return line.removesuffix("/.")


def _opening(paper: Document) -> str:
    return " ".join(paper.opening.split())


def _place(paper: Document, line: str) -> int | None:
    """Where a line of the paper stands in its body; None when it is no paragraph of the body."""
    lines = [_bare(_line(block)) for block in paper.body]
    wanted = _bare(line)
    return lines.index(wanted) if wanted and wanted in lines else None


def _changed(paper: Document, change: ParagraphChange) -> Document:
    if change.before and change.before == _opening(paper):
        return replace(paper, opening=change.after)
    body = list(paper.body)
    if not change.before:
        at = _place(paper, change.follows)
        body.insert(0 if at is None else at + 1, Paragraph((Run(_bare(change.after)),)))
    else:
        at = _place(paper, change.before)
        held = body.pop(at or 0)
        if change.after and isinstance(held, Paragraph):
            body.insert(at or 0, _reworded(held, _bare(change.after)))
    return replace(paper, body=tuple(body))


def _reworded(held: Paragraph, line: str) -> Paragraph:
    """The paragraph with other words; its number stays, and its face when it had a single one."""
    text = line.removeprefix(held.number).strip() if held.number else line
    face = held.runs[0] if len(held.runs) == 1 else Run("")
    return replace(held, runs=(replace(face, text=text),))
