"""What a page states about itself: title, address, site, day of publication.

Takes a day only from what says that it is the day of publication, in a fixed order: `article:published_time`, JSON-LD
`datePublished`, microdata, Dublin Core and its like, then a `time` element. Refuses days guessed from addresses or
text, days of modification, and several different `time` elements.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from communique.reading.stated_dates import stated_date

_FIRST_NAMES = ("article:published_time", "og:published_time", "og:article:published_time")
_OTHER_NAMES = (
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "citation_date",
    "parsely-pub-date",
    "sailthru.date",
    "publication_date",
    "publish-date",
    "publishdate",
    "pubdate",
    "date",
)
_ARTICLES = ("Article", "NewsArticle", "ReportageNewsArticle", "Report", "BlogPosting", "PressRelease", "WebPage")
_MAX_JSON_NODES = 10_000


@dataclass(frozen=True)
class PageStatements:
    """What the page states; None where it states nothing."""

    shared_title: str | None
    """For links to the page (`og:title`)."""
    window_title: str | None
    """For the browser's window, often with the site's name behind it."""
    url: str | None
    source: str | None
    published: str | None


def page_statements(tree: Any) -> PageStatements:
    """Read the statements from the parsed page."""
    named = _named(tree)
    return PageStatements(
        shared_title=named.get("og:title"),
        window_title=next((_text(element) for element in tree.iter("title")), None),
        url=_address(tree, named),
        source=named.get("og:site_name"),
        published=next((day for value in _dates(tree, named) if (day := stated_date(value))), None),
    )


def _named(tree: Any) -> dict[str, str]:
    """Give the first content of each `meta` name or property, names in small letters."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or ""
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _text(element: Any) -> str | None:
    return " ".join("".join(element.itertext()).split()) or None


def _address(tree: Any, named: dict[str, str]) -> str | None:
    links = (link.get("href") or "" for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    addresses = (address.strip() for address in (*links, named.get("og:url", "")))
    return next((address for address in addresses if address.lower().startswith(("http://", "https://"))), None)


def _dates(tree: Any, named: dict[str, str]) -> Iterator[str]:
    """Give the stated days of publication, the surest first."""
    yield from (named[name] for name in _FIRST_NAMES if name in named)
    yield from _json_dates(tree)
    for element in tree.iter():
        if isinstance(element.tag, str) and element.get("itemprop") == "datePublished":
            yield element.get("content") or element.get("datetime") or _text(element) or ""
    yield from (named[name] for name in _OTHER_NAMES if name in named)
    yield from _time_elements(tree)


def _json_dates(tree: Any) -> Iterator[str]:
    """Give `datePublished` of the JSON-LD, of articles before that of anything else."""
    found: list[tuple[bool, str]] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        for node in _nodes(_loaded(script.text or "")):
            if isinstance(value := node.get("datePublished"), str):
                found.append((not _is_article(node), value))
    yield from (value for _, value in sorted(found, key=lambda row: row[0]))


def _loaded(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    pending = [value]
    for _ in range(_MAX_JSON_NODES):
        if not pending:
            return
        node = pending.pop(0)
        if isinstance(node, dict):
            yield node
            pending += node.values()
        elif isinstance(node, list):
            pending += node


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    return any(kind in _ARTICLES for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _time_elements(tree: Any) -> Iterator[str]:
    """Give the `time` that is marked as publication, else the only day that all of them name."""
    times = [element for element in tree.iter("time") if element.get("datetime")]
    yield from (t.get("datetime") for t in times if t.get("pubdate") is not None or "publish" in (t.get("class") or ""))
    days = {day for t in times if (day := stated_date(t.get("datetime"))) and not _is_update(t)}
    if len(days) == 1:
        yield days.pop()


def _is_update(element: Any) -> bool:
    marks = f"{element.get('class')} {element.get('itemprop')}".lower()
    return any(mark in marks for mark in ("updat", "modif"))
