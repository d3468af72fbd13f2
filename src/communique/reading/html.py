"""An HTML page → its article as text, with the headline first and the page's own statements about itself beside it.

Decides between trafilatura's reading and a plain one: the plain one where trafilatura gives nothing or loses more than
half of the words of the page's paragraphs, and for pages too deep or too large for it. Lines that say when the page was
published or updated are kept. Runs no script, follows no link, takes no date that the page does not state.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from communique.errors import ReadError
from communique.reading.charsets import decode_page
from communique.reading.cues import is_date_line, is_update_line
from communique.reading.decoding import without_controls
from communique.reading.documents import Document
from communique.reading.html_metadata import page_statements
from communique.reading.html_text import Paragraph, depth, headline, paragraphs, parse_page
from communique.reading.limits import MAX_TAGS, check_text

_TRAFILATURA_ELEMENTS = 10_000
_TRAFILATURA_DEPTH = 200
"""Beyond these trafilatura takes minutes, or gives nothing."""
_ABOVE = 10
"""So many paragraphs above the article can be its header."""
_WORD = re.compile(r"\w+")


def read_html(data: bytes, name: str) -> Document:
    """Make the document of one page; `ReadError` where it has no text or is nested or tagged beyond reason."""
    if data.count(b"<") > MAX_TAGS:
        raise ReadError(f"more than {MAX_TAGS:,} tags in the page: this is no article")
    tree = parse_page(decode_page(data))
    stated = page_statements(tree)
    first = headline(tree, f"{stated.shared_title} {stated.window_title}")
    text = _text(tree, first)
    if not text:
        raise ReadError("no text in the page; if it is drawn by scripts, save it from a browser first")
    return Document(
        text=check_text(text),
        source_name=name,
        title=stated.shared_title or first or stated.window_title,
        published=stated.published,
        url=stated.url,
        source=stated.source,
    )


def _text(tree: Any, first: str | None) -> str:
    plain = paragraphs(tree)
    body = _extracted(tree)
    if body is None or _loses(body, plain):
        body = "\n".join(paragraph.text for paragraph in plain if paragraph.in_article)
    return _assembled(first, body.split("\n"), plain)


def _assembled(first: str | None, body: Sequence[str], plain: Sequence[Paragraph]) -> str:
    """Put the headline first, a blank line, what is said of the page's own dates, then the body."""
    lines = [line for line in (line.strip() for line in body) if line and _squeezed(line) != _squeezed(first or "")]
    whole = _squeezed(" ".join(lines))
    updates = [line for line in _updates(plain) if _squeezed(line) not in whole]
    head = [first, ""] if first else []
    return without_controls("\n".join([*head, *dict.fromkeys(updates), *lines])).strip()


def _updates(plain: Sequence[Paragraph]) -> Iterator[str]:
    """Give the lines that date the page: notes in or just above the article, bare dates only above its text."""
    start = next((index for index, paragraph in enumerate(plain) if paragraph.in_article), 0)
    prose = next((index for index, paragraph in enumerate(plain) if paragraph.is_prose), len(plain))
    for index, paragraph in enumerate(plain):
        near = paragraph.in_article or start - _ABOVE <= index < start
        heading = paragraph.in_article and index <= prose
        if (near and is_update_line(paragraph.text)) or (heading and is_date_line(paragraph.text)):
            yield paragraph.text


def _extracted(tree: Any) -> str | None:
    """Give trafilatura's reading of the page, None where it has none or is better not asked."""
    if sum(1 for _ in tree.iter()) > _TRAFILATURA_ELEMENTS or depth(tree) > _TRAFILATURA_DEPTH:
        return None
    from trafilatura import extract

    try:
        text = extract(
            tree,
            favor_recall=True,
            deduplicate=False,
            include_comments=False,
            include_tables=True,
            with_metadata=False,
        )
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
        return None
    return text or None


def _loses(body: str, plain: Sequence[Paragraph]) -> bool:
    """Tell whether more than half of the words of the article's paragraphs are missing from the body."""
    there = Counter(_WORD.findall(body))
    wanted = Counter(word for paragraph in plain if paragraph.is_prose for word in _WORD.findall(paragraph.text))
    return (there & wanted).total() * 2 < wanted.total()


def _squeezed(text: str) -> str:
    return "".join(text.split())
