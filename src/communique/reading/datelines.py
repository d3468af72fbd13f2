"""The dateline at the head of a story: place, day, agency, dash. Gives where it ends; refuses what is a mere place and
comma.

A place and a day need an agency, a dash, a colon or the line's end after them; a place and an agency need a known agency or
a dash; a place alone must be in capitals before a dash or a colon. What goes on in small letters is a sentence.
"""

import re
from functools import lru_cache

from communique.reading.cues import cues
from communique.reading.outlets import SOURCE, bracketed, known_outlet

_DASH = r"(?:--+|[–—―]|-(?=\s|\W)|(?<=[)\]/])-)"
_BARE = r"(?:(?P<agency>[A-Z]\w+(?: [A-Z]\w+)?(?=[.:]\s|\s[–—-])|[A-Z]{3,12}(?=[\s.:–—-]|$)))"
"""An agency without brackets: «ASTANA. KAZINFORM», «Baku, November 7, AZERTAC», «Kiev, April 2 - RIA Novosti.»."""
_LAND = r"(?:\s?[\[(][A-Z][\w .'’-]+[\])])?"
"""The country in brackets behind the place."""
_LONGEST = 160


@lru_cache(maxsize=1)
def _dated() -> re.Pattern[str]:
    day = rf"(?i:{cues().day.pattern})"
    return re.compile(
        rf"(?P<place>[^()\[\]\n]{{2,60}}?){_LAND}[\s,.:–-]+{day}[.,]?\s*(?:(?:[–-]\s)?{SOURCE})?\s*(?:(?:[–-]\s)?{_BARE})?\s*(?P<dash>{_DASH}|:(?=\s))?[.:]?"
    )


@lru_cache(maxsize=1)
def _sourced() -> re.Pattern[str]:
    day = rf"(?i:{cues().day.pattern})"
    return re.compile(rf"(?P<place>[^()\[\]/\n]{{2,60}}?)?[\s,–-]*{SOURCE}(?:,?\s*{day})?\s*(?P<dash>{_DASH})?[.:]?")


_CAPITALS = re.compile(r"(?P<place>[^\W\d_][^()\[\]\n\d:]{2,40}?)(?:\s*--+|\s?[–—-]|\s?:)(?=\s)")
_ABROAD = re.compile(r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ'’ .-]{2,30}), [A-Z][a-z]+(?: [A-Z][a-z]+)?\s?(?:--+|[–—]|-(?=\s))")
_DOTTED = re.compile(rf"(?P<place>[A-Z][A-Z-]{{3,}})\.\s{_BARE}\s*(?P<dash>{_DASH})?[.:]?")


def dateline_end(line: str) -> int:
    """Give where the dateline at the line's beginning ends, its dash included; 0 where there is none."""
    head = line[:_LONGEST]
    for pattern, holds in (
        (_dated(), _dated_holds), (_sourced(), _sourced_holds), (_CAPITALS, _capitals_hold), (_DOTTED, _agency_known),
        (_ABROAD, _capitals_hold),
    ):  # fmt: skip
        match = pattern.match(head)
        if match and _is_place(match.group("place")) and _begins(line[match.end() :]) and holds(match, line):
            return len(line[: match.end()].rstrip())
    return 0


def _dated_holds(match: re.Match[str], line: str) -> bool:
    named = any(match.group(2, 3, 4)) and bool(match.group("place"))
    if match["agency"]:
        return _agency_known(match, line)
    return named or bool(match.group("dash")) or not line[match.end() :].strip()


def _sourced_holds(match: re.Match[str], line: str) -> bool:
    source = bracketed(match.group()) or ""
    rest = bool(line[match.end() :].strip())
    return rest and (known_outlet(source) is not None or bool(match.group("place") and match.group("dash")))


def _capitals_hold(match: re.Match[str], line: str) -> bool:
    return match.group("place").isupper() and bool(line[match.end() :].strip())


def _agency_known(match: re.Match[str], line: str) -> bool:
    return known_outlet(match.group("agency")) is not None


def _begins(rest: str) -> bool:
    """Tell whether a text can begin like this."""
    first = rest.lstrip()[:1]
    return not first or (first.isalnum() and not first.islower()) or first in "«\"“'‘([…"


def _is_place(place: str | None) -> bool:
    """Tell whether the words can be a place: capitals but for small particles; or there is none."""
    words = re.split(r"[\s\u00a0/,]+", (place or "").strip())
    return words == [""] or (
        len(max(words, key=len)) > 2 and words[0][:1].isupper() and all(word[:1].isupper() or len(word) <= 3 for word in words)
    )
