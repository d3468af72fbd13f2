"""The text of a parsed page, paragraph by paragraph, by block elements alone. It keeps too much rather than too
little.

Decides which element is the article (the one of `article` and `main` with most paragraph text, else the body) and
leaves out what is no text of the page: scripts, menus, asides, footers, forms, hidden elements. Works on trees of any
depth that the parser gives; pages nested deeper are read without their bare containers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from communique.errors import ReadError
from communique.reading.limits import MAX_DEPTH

_DROPPED = re.compile(
    "nav|aside|footer|script|style|form|noscript|template|iframe|object|button|select|svg|math|dialog|head|title|"
    "audio|video|canvas|textarea|menu"
)
_BLOCK = re.compile(
    "address|article|blockquote|body|br|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|h[1-6]|header|"
    "hgroup|hr|html|li|main|ol|p|pre|section|summary|table|tbody|tfoot|thead|tr|ul"
)
_KEPT = "html|head|body|title|meta|link|script|style|base|h[1-6]|p|br|li|article|main|nav|aside|footer|form|header|time"
_CONTAINER = re.compile(rf"</?(?!(?:{_KEPT})\b)[a-zA-Z][^<>]*>", re.I)
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_BLANK = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True)
class Paragraph:
    """The text of one block element on one line."""

    text: str
    in_article: bool
    """It is in the article's element."""
    is_prose: bool
    """It is in a `p` of the article."""


def parse_page(page: str) -> Any:
    """Parse a page into a tree of at most `MAX_DEPTH`; `ReadError` where it is empty or deeper still."""
    from lxml import etree, html

    page = _XML_DECLARATION.sub("", page, count=1)
    try:
        tree = html.document_fromstring(page, parser=html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True))
        if depth(tree) >= MAX_DEPTH:
            page = _CONTAINER.sub("<br>", page)
            tree = html.document_fromstring(page, parser=html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(f"not an HTML page: {error}") from error
    if depth(tree) >= MAX_DEPTH:
        raise ReadError(f"elements nested {MAX_DEPTH:,} deep: this is no article")
    return tree


def depth(tree: Any) -> int:
    """Count the elements on the longest way down."""
    deepest = level = 0
    for event, _ in _walk(tree):
        level += 1 if event == "start" else -1
        deepest = max(deepest, level)
    return deepest


def _walk(tree: Any) -> Iterator[tuple[str, Any]]:
    from lxml import etree

    return iter(etree.iterwalk(tree, events=("start", "end")))


def paragraphs(tree: Any) -> list[Paragraph]:
    """Give the page's paragraphs in order, what is no text left out."""
    writer = _Writer(_article(tree))
    for event, element in _walk(tree):
        if event == "start":
            writer.open(element)
        else:
            writer.close(element)
    return writer.done


class _Writer:
    """Gathers text between the borders of blocks."""

    def __init__(self, article: Any) -> None:
        self.done: list[Paragraph] = []
        self._article = article
        self._parts: list[str] = []
        self._inside = {"article": 0, "p": 0, "dropped": 0}

    def open(self, element: Any) -> None:
        self._border(element)
        self._count(element, 1)
        if element.tag == "li":
            self._parts.append("- ")
        self._add(element.text)

    def close(self, element: Any) -> None:
        if element.tag in ("td", "th"):
            self._parts.append(" ")
        self._border(element)
        self._count(element, -1)
        self._add(element.tail)

    def _count(self, element: Any, step: int) -> None:
        self._inside["article"] += step * (element is self._article)
        self._inside["p"] += step * (element.tag == "p")
        self._inside["dropped"] += step * _is_dropped(element)

    def _add(self, text: str | None) -> None:
        if text and not self._inside["dropped"]:
            self._parts.append(text)

    def _border(self, element: Any) -> None:
        if not isinstance(element.tag, str) or not _BLOCK.fullmatch(element.tag):
            return
        text = _BLANK.sub(" ", "".join(self._parts)).strip()
        self._parts.clear()
        if text.strip("- "):
            inside = self._inside["article"] > 0
            self.done.append(Paragraph(text, inside, inside and self._inside["p"] > 0))


def _is_dropped(element: Any) -> bool:
    if not isinstance(element.tag, str) or _DROPPED.fullmatch(element.tag):
        return True
    return element.get("hidden") is not None or element.get("aria-hidden") == "true"


def _article(tree: Any) -> Any:
    """Choose the element that holds the article: `article` or `main` if one has a third of the paragraph text."""
    body = tree if tree.find("body") is None else tree.find("body")
    candidates = list(tree.iter("article", "main"))[:200]
    sized = [(_prose(element), -index, element) for index, element in enumerate(candidates)]
    size, _, best = max(sized, default=(0, 0, body), key=lambda row: row[:2])
    return best if size * 3 >= _prose(body) else body


def _prose(element: Any) -> int:
    """Count the characters of the paragraphs below."""
    return sum(len(part) for p in element.iter("p") for part in p.itertext())


def headline(tree: Any, titles: str) -> str | None:
    """Give the `h1` of the article: the longest that the page's titles repeat, else one inside, else the first."""
    inside = {id(element) for element in _article(tree).iter("h1")}
    found = [
        (len(text) * (text.casefold() in titles.casefold()), id(element) in inside, -index, text)
        for index, element in enumerate(tree.iter("h1"))
        if (text := _line(element)) and not _under_dropped(element)
    ]
    return max(found)[-1] if found else None


def _line(element: Any) -> str:
    return _BLANK.sub(" ", "".join(element.itertext())).strip()


def _under_dropped(element: Any) -> bool:
    return any(_is_dropped(above) for above in (element, *element.iterancestors()))
