"""Where in a text a time rule is worth trying: in the sentences that hold a word of every slot it cannot do without.

Works on the pattern of a rule as written in `times.toml`, its slots in braces; what it does not understand, it takes for optional.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Set

DIGIT = "0"
"""Stands for any figure among the words of a slot."""
_NUMERALS = ("number", "ordinal", "dozens")
_COUNTED = ("ordinal", "count", "day", "word_day")
"""Slots that take figures or numerals of any of these kinds."""
_WORD = re.compile(r"[^\W\d_]+")
_END = re.compile(r"(?<=\w{5}[.!?;])\s|\n\s*\n")
"""Where no time goes on: an end of a sentence that is none of an abbreviation, an empty line."""
_PIECE = re.compile(
    r"(?P<slot>\{(?P<name>[a-z_]+)(?::\d)?\})|(?P<open>\((?:\?(?:P<\w+>|<?[=!:]))?)|(?P<close>\))|(?P<or>\|)"
    r"|\\.|\[\^?\]?[^\]]*\]|.",
    re.DOTALL,
)
_OPTIONAL = re.compile(r"[?*]|\{0,?\d*\}")
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")


def required_slots(pattern: str) -> frozenset[str]:
    """Give the slots that every match of a pattern fills."""
    return _branches(pattern, 0)[0]


def _branches(pattern: str, at: int) -> tuple[frozenset[str], int]:
    """Give the slots that all branches of a group need, and where the group ends."""
    branches: list[frozenset[str]] = []
    found: set[str] = set()
    while match := _PIECE.match(pattern, at):
        at = match.end()
        if match["close"]:
            break
        if match["or"]:
            branches.append(frozenset(found))
            found = set()
            continue
        inner: Set[str] = {match["name"]} if match["slot"] else set()
        if match["open"]:
            inner, at = _branches(pattern, at)
            inner = set() if match["open"] in _LOOKS else inner
        if not _OPTIONAL.match(pattern, at):
            found |= inner
    branches.append(frozenset(found))
    return frozenset.intersection(*branches), at


def slot_words(slots: Mapping[str, str], values: Mapping[str, Mapping[str, object]]) -> dict[str, frozenset[str]]:
    """Give of each slot a word of each thing it takes, `DIGIT` for figures; slots that take more than that are left out."""
    made: dict[str, frozenset[str]] = {}
    for name, pattern in slots.items():
        if name in values and pattern == any_of(values[name]):
            made[name] = telling_words(values[name])
        elif name not in values and not re.search(r"(?<!\\)[a-z]{2}", pattern):
            made[name] = frozenset({DIGIT})
    numerals = frozenset({DIGIT}).union(*(telling_words(values[name]) for name in _NUMERALS if name in values))
    made |= {name: numerals for name in _COUNTED if name in slots}
    return {name: words for name, words in made.items() if words}


def any_of(entries: Iterable[str]) -> str:
    """Give the pattern that takes any of some folded words, the longest first."""
    longest_first = sorted(entries, key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", " ") for w in longest_first) + ")"


def telling_words(entries: Iterable[str]) -> frozenset[str]:
    """Give the longest word of each entry, the rarest mostly; none where an entry has no word."""
    words = [[DIGIT] if entry.isdigit() else _WORD.findall(entry) for entry in entries]
    return frozenset(max(found, key=len) for found in words) if all(words) else frozenset()


def windows(folded: str) -> Iterator[tuple[int, int, set[str]]]:
    """Yield the pieces of a text that no time goes across, each with its words."""
    start = 0
    ends = [match.end() for match in _END.finditer(folded)]
    for end in [*ends, len(folded)]:
        piece = folded[start:end]
        words = set(_WORD.findall(piece))
        if any(c.isdigit() for c in piece):
            words.add(DIGIT)
        yield start, end, words
        start = end
