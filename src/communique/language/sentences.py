"""Where sentences end inside a paragraph. A full stop after a title, an initial or an abbreviation ends none.

The abbreviations of all languages count in each (`sentences.toml` of the packs), for names and sums cross borders.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from communique.language.packs import languages, table

_END = re.compile(
    r"(?P<stop>[.!?…]+(?:\s?[»”\"')\]])*|[。！？]+[」』”]*)"
    r"(?P<gap>(?<=[a-zà-ÿ]{2}[.])(?=[A-ZÉÈÀ][a-zà-ÿ']+ )|(?<=[A-Z]{3}[.])(?=[A-ZÉÈÀ][a-zà-ÿ']+ )"
    r"|\s+(?=[\"«„“('\[—–-]?\s?[A-ZÀ-ÖØ-ÞŒĀ-ŽА-ЯЁӘҒҚҢӨҰҮҺІ0-9])|$|(?<=[。！？」』”]))"
)
_BEGINS = r"(?:^|[\s(«\"'.„“\[])"
_LONGEST = 14


@dataclass(frozen=True, slots=True)
class _Abbreviations:
    never: re.Pattern[str]
    dotted: re.Pattern[str]
    """Those of `never` that have a full stop inside as well."""
    counted: re.Pattern[str]
    perhaps: re.Pattern[str]
    opener: re.Pattern[str]


@lru_cache(maxsize=1)
def _abbreviations() -> _Abbreviations:
    tables = [table(code, "sentences") for code in languages()]
    never, counted, perhaps, openers = (
        "|".join(sorted({re.escape(w) for t in tables for w in t[key]}, key=lambda w: (-len(w), w)))
        for key in ("never", "counted", "perhaps", "openers")
    )
    dotted = "|".join(sorted({re.escape(w) for t in tables for w in t["never"] if "." in w}))
    return _Abbreviations(
        re.compile(rf"{_BEGINS}(?:{never}|[A-ZÉÈ])\.$"),
        re.compile(rf"{_BEGINS}(?:{dotted})\.$"),
        re.compile(rf"{_BEGINS}(?:{counted})\.$"),
        re.compile(rf"{_BEGINS}(?:{perhaps}|[A-Z](?:\.-?[A-Z])+)\.$"),
        re.compile(rf"[\"«„“('\[—–-]?\s?(?:{openers})\b"),
    )


def split(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Give the spans of the sentences of one paragraph, trimmed of white space; offsets into `text`."""
    end = len(text) if end is None else end
    found, begin = [], start
    for match in _END.finditer(text, start, end):
        if match["stop"] == "." and _goes_on(text, begin, match.end("stop"), match.end()):
            continue
        found.append((begin, match.end("stop")))
        begin = match.end()
    found.append((begin, end))
    return [trimmed for a, b in found if (trimmed := _trim(text, a, b))]


def _goes_on(text: str, begin: int, stop: int, following: int) -> bool:
    """Does the sentence go on behind a full stop, because it stands in or behind an abbreviation?"""
    known, before = _abbreviations(), text[max(begin, stop - _LONGEST) : stop]
    if known.perhaps.search(before) and not known.dotted.search(before):
        return following < len(text) and known.opener.match(text, following) is None
    if known.never.search(before):
        return True
    return known.counted.search(before) is not None and text[following : following + 1].isdigit()


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
