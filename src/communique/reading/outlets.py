"""Which outlet or agency the text itself names as its source (`outlets.toml`): in the dateline, at the end, in a note.

Gives the table's name where the table knows it, else the words as written in a dateline or a source note. Refuses
agencies that a sentence only quotes, and photographers.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from communique.errors import PackError
from communique.reading.blocks import Block

_FILE = Path(__file__).parent / "outlets.toml"
_NOTE = re.compile(
    r"\W{0,2}(?:sources?(?:\(s\))?|from|issued by|released by) ?: ?(?P<name>[^\n]{2,80}?)(?: and the rt\.? hon[^\n]*)?[\s.)\]]*$", re.I
)
_LAST = re.compile(r"[(\[/](?P<name>[^()\[\]/\n]{2,40}(?:/[^()\[\]/\n]{2,40})?)[)\]/]\.?\s*$")
SOURCE = r"(?:\(([^()\n]{2,40})\)|/([^/\n\d]{2,40})/|\[([^\[\]\n]{2,40})\])"
"""What stands in brackets or between slashes, one group for each kind."""
_PARTS = re.compile(r"\s*(?:[/,;&|+]|\bet\b|\bavec\b|\band\b|\bи\b)\s*")


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """Give each spelling with the name it stands for; `PackError` where the table is wrong."""
    try:
        rows = tomllib.loads(_FILE.read_text(encoding="utf-8"))["outlet"]
        return {spelling: row["name"] for row in rows for names in row["names"].values() for spelling in names}
    except (tomllib.TOMLDecodeError, KeyError, AttributeError) as error:
        raise PackError(f"{_FILE}: {error!r}") from error


def known_outlet(words: str) -> str | None:
    """Give the table's name of the first outlet among words like `avec APS`, `Xinhua/AFP`; size of letters counts."""
    names = _names()
    for part in (words, *_PARTS.split(words)):
        bare = re.sub(r"^(?:agence(?: de presse)?|l'agence|l’agence|the)\s+", "", part.strip(" .\u00a0"), flags=re.I)
        if found := names.get(bare) or names.get(part.strip()):
            return found
    return None


def outlet(text: str, blocks: Sequence[Block]) -> str | None:
    """Give the source that the text names; None where it names none."""
    readings = (_of_dateline, _of_notes, _of_lone_lines, _of_end)
    return next((found for reading in readings for found in reading(text, blocks)), None)


def bracketed(words: str) -> str | None:
    """Give what stands in brackets or between slashes."""
    match = re.search(SOURCE, words)
    return next((group.strip() for group in match.groups() if group), None) if match else None


def _of_dateline(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if block.kind != "dateline":
            continue
        line = text[block.start : block.end]
        if words := _agency_in_brackets(line):
            yield known_outlet(words) or words
        else:
            bare = re.findall(r"[,.–-] ([A-Z]\w+(?: [A-Z]\w+)?)(?=[\s.:–—-]|$)", line)
            yield from filter(None, map(known_outlet, bare))


def _agency_in_brackets(line: str) -> str | None:
    """Give the brackets of a dateline that name its agency: known, or the last before the dash; not the country behind the place."""
    found = [(next(filter(None, m.groups())).strip(), m.end()) for m in re.finditer(SOURCE, line)]
    known = next((words for words, _ in found if known_outlet(words)), None)
    return known or next((words for words, end in found if not any(c.isalnum() for c in line[end:])), None)


def _of_notes(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        match = _NOTE.fullmatch(text[block.start : block.end])
        if block.kind in ("boilerplate", "link") and match and "://" not in match.group("name"):
            yield known_outlet(match.group("name")) or match.group("name").strip()


def _of_lone_lines(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    """Read lines that hold nothing but an agency."""
    for block in blocks:
        if block.kind in ("boilerplate", "heading", "headline") and is_outlet_line(text[block.start : block.end]):
            yield known_outlet(text[block.start : block.end].strip("()[]/ .–—-")) or ""


def _of_end(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    """Read the agency in brackets behind the last sentence."""
    for block in reversed([block for block in blocks if block.kind in ("body", "bullet")]):
        match = _LAST.search(text, max(block.start, block.end - 100), block.end)
        if match and (found := known_outlet(match.group("name"))):
            yield found
        return


def is_outlet_line(line: str) -> bool:
    """Tell whether a whole line is an agency: `(APS)`, `Xinhua`, `– AFP`."""
    return len(line) <= 60 and known_outlet(line.strip("()[]/ .–—-")) is not None and len(line.split()) <= 5
