"""The words around a text (`cues.toml`) as patterns: lines that date the page, page furniture, the days of datelines.

Decides on single lines only; where a line stands is for the layout. Refuses to take a sentence for furniture: what
begins like a note of publication and goes on in small letters is a sentence.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from communique.errors import PackError

_FILE = Path(__file__).parent / "cues.toml"
_NUMERIC = r"\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?|\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?"
_CLOCK = r"\d{1,2}\s?[h:]\s?(?:\d{2})?(?::\d{2})?(?:\s?\(?(?-i:[A-Z]{2,4}T)\b\)?)?"
"""An hour, with the letters of its zone («18:05 EAT»)."""
_STORED = re.compile(r"date \d{4}-\d\d(?:-\d\d)?(?=\s\S)")
"""What whoever stored a page may have put before its text."""
_MARK = r"(?:er|st|nd|rd|th)?"
_EVEN = str.maketrans("’\u00a0\u202f", "'  ")


@dataclass(frozen=True)
class Cues:
    """The patterns of all languages together, made once."""

    update: re.Pattern[str]
    """Words of publication or update at the beginning of a line, and the date after them (group 1)."""
    dating: re.Pattern[str]
    """A run of figures, months, weekdays, units and the words between them."""
    solid: re.Pattern[str]
    """A figure, month, weekday or unit."""
    day: re.Pattern[str]
    """A day and a month, in words or figures, with or without a year."""
    compound: re.Pattern[str]
    """A word that keeps its hyphen where a line ends behind it."""
    boilerplate: re.Pattern[str]
    credit: re.Pattern[str]


@lru_cache(maxsize=1)
def cues() -> Cues:
    """Read the table; `PackError` where it is wrong."""
    try:
        languages = tomllib.loads(_FILE.read_text(encoding="utf-8"))
        return _patterns(list(languages.values()))
    except (tomllib.TOMLDecodeError, KeyError, re.error) as error:
        raise PackError(f"{_FILE}: {error}") from error


def _patterns(rows: list[dict[str, str | list[str]]]) -> Cues:
    months, weekdays, fillers, units = (_either(rows, key) for key in ("months", "weekdays", "fillers", "units"))
    year = r"(?:,?\s+\d{4}\b)?"
    written = rf"\d{{1,2}}{_MARK}\s+(?:of\s+)?(?:{months})\b\.?{year}|(?:{months})\b\.?\s+\d{{1,2}}{_MARK}\b{year}"
    solid = rf"(?:{_NUMERIC}|{_CLOCK}|\b\d{{1,4}}{_MARK}\b|(?:{months})\b\.?|(?:{weekdays})\b\.?|(?:{units})(?!\w))"
    dating = rf"(?:(?>{solid})|(?:{fillers})\b|[\s,:|·/()+–—-])++"
    return Cues(
        update=re.compile(rf"\W{{0,3}}(?:{_either(rows, 'updates')})\b({dating})", re.I),
        dating=re.compile(dating, re.I),
        solid=re.compile(solid, re.I),
        day=re.compile(rf"(?:(?:{weekdays})\.?,?\s+)?(?:le\s+)?(?:{written}|(?:{_NUMERIC})\b)", re.I),
        compound=re.compile(_either(rows, "compounds"), re.I),
        boilerplate=re.compile(rf"\W{{0,3}}(?:(?:{_either(rows, 'boilerplate')})\W{{0,3}}$|(?:{_either(rows, 'openings')}))", re.I),
        credit=re.compile(rf"(?:[©®]|\(c\)\s|copyright\b|{_either(rows, 'credits')})", re.I),
    )


def _either(rows: list[dict[str, str | list[str]]], key: str) -> str:
    words = (row[key] for row in rows)
    return "|".join(word if isinstance(word, str) else "|".join(word) for word in words)


def update_end(line: str) -> int:
    """Give where the note of publication at the line's beginning ends: at its end, where the text goes on, or 0."""
    if is_date_line(line):
        return len(line)
    if stored := _STORED.match(line):
        return stored.end()
    match = cues().update.match(line[:200].translate(_EVEN))
    ends = [solid.end() for solid in cues().solid.finditer(match.group(1))] if match else []
    if match is None or not any(character.isdigit() for character in match.group(1)):
        return 0
    end = match.start(1) + ends[-1]
    rest = line[end:].lstrip(" \t–—-:|,.)]").rstrip()
    if rest[:1].islower() and (_is_sentence(rest) or line.endswith(".")):
        return 0
    return end if _is_sentence(rest) or len(line) > 120 else len(line)


def _is_sentence(rest: str) -> bool:
    return len(rest.split()) >= 4 and (len(rest) > 60 or rest.endswith((".", "!", "?")))


def is_update_line(line: str) -> bool:
    """Tell whether the whole line says in words when the page was published or updated."""
    return update_end(line) == len(line) and not is_date_line(line)


def is_date_line(line: str) -> bool:
    """Tell whether the whole line is a date, with or without a time of day, or has one between bars («LE JOUR | 3.4.2019 | …»)."""
    if len(line) > 120:
        return False
    parts = [part.strip().rstrip(".").translate(_EVEN) for part in line.split("|")]
    noted = any(m.end() == len(p) for p in parts[1:] if (m := cues().update.match(p)) and _is_date(m.group(1)))
    return noted or any(map(_is_date, parts)) or _ends_in_date(line)


def _ends_in_date(line: str) -> bool:
    """«Revue de presse, jeudi 15 février 2024»: a few words, then a date with its year, no full stop."""
    head, comma, tail = line.rpartition(",")
    dated = bool(comma) and len(head) <= 40 and re.search(r"\d{4}$", tail.strip()) is not None
    return dated and " " in head.strip() and not line.endswith(".") and _is_date(tail.strip().translate(_EVEN))


def _is_date(even: str) -> bool:
    return len(even) <= 60 and cues().dating.fullmatch(even) is not None and cues().day.search(even) is not None


def is_boilerplate(line: str) -> bool:
    """Tell whether the whole line is page furniture or names the maker of a picture."""
    if re.fullmatch(r"[\W_]+", line):
        return True
    limit = 400 if "cookie" in line or "©" in line else 200
    return len(line) <= limit and any(p.match(line.translate(_EVEN)) for p in (cues().boilerplate, cues().credit))
