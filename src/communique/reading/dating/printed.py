"""Constraints from printed dates: note of update, dateline, a line with a date only, and the container's metadata.

A day and a month without a year leave that day of every year. Refuses dates in sentences: those are what is told.
"""

import re
from datetime import date

from communique.language.folding import fold
from communique.language.times_grammar import grammar
from communique.reading.cues import cues, is_update_line
from communique.reading.dating import days
from communique.reading.dating.constraints import Constraint, constraint
from communique.reading.dating.evidence import Evidence
from communique.reading.outlets import is_outlet_line
from communique.records import edtf

_NUMERIC = re.compile(
    r"(?<![\d/.-])(?:(?P<y>\d{4})[-/.](?P<m>\d\d?)(?:[-/.](?P<d>\d\d?))?|(?P<d2>\d\d?)[-/.](?P<m2>\d\d?)(?:[-/.](?P<y2>\d{4}|\d\d))?)(?![\d/-])"
)
_PREFIX = re.compile(r"\s*date\s+(?P<date>\d{4}-\d\d(?:-\d\d)?)(?=\s)")
_DATE_LINE = 60
_MARK = r"(?:er|st|nd|rd|th)?"


def metadata(evidence: Evidence) -> list[Constraint]:
    """What the container states, and a « date 2024-11 » put before the text by whoever stored it."""
    found = []
    if stated := evidence.document.published:
        found.append(constraint("metadata", days.of_edtf(stated), f"the container states {stated}", None, weaker=0.2))
    if (match := _PREFIX.match(evidence.text)) and _exists(match["date"]):
        loose = 0.8 if len(match["date"]) == 7 else 0.5
        why = f"the text is headed «{match['date']}»"
        found.append(constraint("metadata", days.of_edtf(match["date"]), why, match.span("date"), weaker=loose))
    return found


def dateline(evidence: Evidence) -> list[Constraint]:
    """The day that a note of update, a dateline or a line of its own prints; the first full one, else the first.

    Where bare lines print several days, some are of other articles: a note that says «published» counts before them.
    """
    spans = _printed(evidence)
    noted = [s for s in spans if is_update_line(evidence.text[slice(*s)])]
    bare = {c.days for s in spans if s not in noted for c in _read(evidence, *s)}
    found = [c for s in (noted + spans if len(bare) > 1 else spans) for c in _read(evidence, *s)]
    full = [c for c in found if c.days.bit_count() == 1]
    return (full or found)[:1]


def _printed(evidence: Evidence) -> list[tuple[int, int]]:
    """Give what can print the date: notes and datelines, and short lines beside the body that hold a date only."""
    spans = [(b.start, b.end) for b in evidence.blocks if b.kind in ("update", "dateline")]
    for block in evidence.blocks:
        if block.kind in ("heading", "headline", "boilerplate") and block.end - block.start <= _DATE_LINE:
            line = evidence.text[block.start : block.end]
            if re.fullmatch(r"\(.*\d.*\)|.{0,30}\d{4}\W*", line) or (is_outlet_line(line) and cues().day.search(line)) or _signed(line):
                spans.append((block.start, block.end))
    return [s for s in (_behind_prefix(evidence.text, *span) for span in spans) if s[0] < s[1]]


def _signed(line: str) -> bool:
    """«AB / le 3 mai 2019 à 9h30»: who wrote, a bar or a comma, then a full day and perhaps an hour, and nothing else."""
    day = cues().day.search(line)
    if day is None or not re.search(r"\d{4}$", day[0]) or not re.search(r"[/|,·•:–—-]\s*(?:\w{1,3}\s)?$", line[: day.start()]):
        return False
    rest = line[day.end() :]
    return not rest.strip(" .)*_") or cues().dating.fullmatch(rest) is not None


def _behind_prefix(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out the « date 2024-11» that `metadata` reads; a dateline may follow it on the line."""
    prefix = _PREFIX.match(text[start:end] + " ")
    return (start + prefix.end(), end) if prefix else (start, end)


def _read(evidence: Evidence, start: int, end: int) -> list[Constraint]:
    found = [*_in_words(evidence, start, end), *_in_figures(evidence, start, end)]
    return [constraint("dateline", d, f"the page prints «{evidence.text[a:b]}»", (a, b)) for d, a, b in found if d]


def _in_words(evidence: Evidence, start: int, end: int) -> list[tuple[int, int, int]]:
    months = grammar(evidence.language).values["month"]
    names = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    year = r"(?:,?\s(?P<y>(?:19|20)\d\d))?(?!\d)"
    patterns = (
        re.compile(rf"(?<!\d)(?P<d>\d\d?){_MARK}\s(?:of\s)?(?P<m>{names})(?!\w)\.?{year}"),
        re.compile(rf"(?<!\w)(?P<m>{names})\.?\s(?P<d>\d\d?)(?!\d){_MARK}(?!\w){year}"),
    )
    folded = fold(evidence.text)
    found = {m.start("m"): m for p in patterns for m in p.finditer(folded, start, end)}
    return [(_days(m["y"], months[m["m"]], int(m["d"])), m.start(), m.end()) for _, m in sorted(found.items())]


def _in_figures(evidence: Evidence, start: int, end: int) -> list[tuple[int, int, int]]:
    found = []
    for m in _NUMERIC.finditer(evidence.text, start, end):
        month, day = int(m["m"] or m["m2"]), m["d"] or m["d2"]
        readings = [(month, int(day) if day else None)]
        if m["d2"] and (evidence.mentions.order != "day" or month > 12):
            readings.append((int(m["d2"]), month))
        if m["d2"] and evidence.mentions.order == "month" and int(m["d2"]) <= 12:
            readings = readings[1:]
        left = days.union(_days(m["y"] or m["y2"], *reading) for reading in readings)
        found.append((left, m.start(), m.end()))
    return found


def _days(year: str | None, month: int, day: int | None) -> int:
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return 0
    if year is None:
        return days.yearly(month, day)
    if len(year) == 2:
        year = f"{'20' if int(year) <= days.LAST.year % 100 else '19'}{year}"
    text = f"{year}-{month:02}" + (f"-{day:02}" if day is not None else "")
    return days.of_edtf(text) if _exists(text) else 0


def _exists(text: str) -> bool:
    try:
        return edtf.bounds(text).first >= date(1, 1, 1)
    except ValueError:
        return False
