"""What each stretch of a text is there for: headline, note of update, dateline, heading, body, list item, link,
furniture.

The blocks cover everything that is not white space, in order, and nothing is changed or left out. What is doubtful is
body, because only body, headline, headings and list items are read for records.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.reading.blocks import Block, BlockKind
from communique.reading.cues import is_boilerplate, update_end
from communique.reading.datelines import dateline_end
from communique.reading.outlets import is_outlet_line, outlet
from communique.reading.wrapping import BULLET, LINK, SENTENCE_END, paragraphs, trimmed

__all__ = ["Block", "BlockKind", "blocks", "outlet"]

_HEADLINE = 200
_HEADING = 120


def blocks(text: str) -> tuple[Block, ...]:
    """Cut the text into blocks."""
    cut = [block for start, end in paragraphs(text) for block in _without_update(text, start, end)]
    return tuple(_with_headings(text, _with_dateline(text, cut)))


def _without_update(text: str, start: int, end: int) -> Iterator[Block]:
    """Split a note of publication off the beginning of a paragraph; what is left is body unless its form says more."""
    line = text[start:end]
    if at := update_end(line):
        yield Block(start, len(text[: start + at].rstrip()), "update")
        rest = trimmed(text, start + at, end)
        if rest and not any(character.isalnum() for character in text[slice(*rest)]):
            yield Block(*rest, "boilerplate")
        elif rest:
            yield Block(*rest, _kind(text[slice(*rest)]))
    else:
        yield Block(start, end, _kind(line))


def _kind(line: str) -> BlockKind:
    """Tell the kind of a paragraph by itself."""
    if LINK.fullmatch(line):
        return "link"
    if is_boilerplate(line) or is_outlet_line(line):
        return "boilerplate"
    return "bullet" if BULLET.match(line) else "body"


def _with_dateline(text: str, cut: Sequence[Block]) -> list[Block]:
    """Split the first dateline off the paragraph that it opens; behind the first full sentence there is none."""
    for index, block in enumerate(cut):
        if block.kind != "body":
            continue
        line = text[block.start : block.end]
        if at := dateline_end(line):
            rest = trimmed(text, block.start + at, block.end)
            body = [Block(*rest, "body")] if rest else []
            return [*cut[:index], Block(block.start, block.start + at, "dateline"), *body, *cut[index + 1 :]]
        if not _is_short(line, _HEADLINE):
            break
    return list(cut)


def _with_headings(text: str, cut: Sequence[Block]) -> list[Block]:
    """Turn short lines without a full stop into the headline and headings, where body follows them."""
    full = _full(text, cut) or _full_items(text, cut)
    if not full:
        return list(cut)
    last = max(full)
    begin = next((index for index in range(len(cut)) if _opens(text, cut, index)), min(full))
    headline = _headline(text, cut, [index for index in range(begin) if cut[index].kind == "body"])
    return [
        replace(block, kind="headline" if index == headline else "heading")
        if block.kind == "body" and index not in full and index < last
        else block
        for index, block in enumerate(cut)
    ]


def _opens(text: str, cut: Sequence[Block], index: int) -> bool:
    """Tell whether the block is a dateline with the story on the same line; alone on its line it is a letterhead."""
    if cut[index].kind != "dateline" or index + 1 == len(cut):
        return False
    return len(f"|{text[cut[index].end : cut[index + 1].start]}|".splitlines()) == 1


def _full(text: str, cut: Sequence[Block]) -> set[int]:
    """Give the indexes of the paragraphs that are sentences; a heading is shorter than a headline."""
    full: set[int] = set()
    for index, block in enumerate(cut):
        opened = index > 0 and _opens(text, cut, index - 1)
        limit = _HEADING if full else _HEADLINE
        if block.kind == "body" and (opened or not _is_short(text[block.start : block.end], limit)):
            full.add(index)
    return full


def _full_items(text: str, cut: Sequence[Block]) -> set[int]:
    """Give the indexes of list items that are sentences: the body of a communiqué in numbered paragraphs."""
    return {i for i, b in enumerate(cut) if b.kind == "bullet" and not _is_short(text[b.start : b.end], _HEADING)}


def _is_short(line: str, limit: int) -> bool:
    """Tell whether a line can be a headline or heading: short, and no sentence by its end."""
    return len(line) <= limit and (not SENTENCE_END.search(line) or line.endswith(("?", "!", "…", "...")))


def _headline(text: str, cut: Sequence[Block], leading: Sequence[int]) -> int | None:
    """Choose the headline among the leading lines: the first of four words or more, else the longest."""
    words = {index: len(text[cut[index].start : cut[index].end].split()) for index in leading}
    return next((index for index in leading if words[index] >= 4), max(leading, key=lambda i: words[i], default=None))
