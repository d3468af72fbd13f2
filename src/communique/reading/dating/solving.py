"""Puts the constraints together: the days that all of them leave, with reasons.

Constraints are taken strongest first (`constraints.STRENGTHS`). One that would leave nothing is dropped and reported as
a contradiction, so the weakest give way. Where constraints of one strength contradict each other, nobody knows which is
wrong: each is left out in turn and whatever any of these leaves is kept. Never prefers one possible day to another.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from communique.knowledge.catalog import Catalog
from communique.language.mentions import Mentions
from communique.reading.blocks import Block
from communique.reading.dating import days
from communique.reading.dating.constraints import Constraint
from communique.reading.dating.evidence import Evidence
from communique.reading.dating.founding import foundings
from communique.reading.dating.officeholders import office_holders
from communique.reading.dating.placenames import place_names
from communique.reading.dating.printed import dateline, metadata
from communique.reading.dating.recurring import fixed_days, recurring_meetings
from communique.reading.dating.weekdays import weekday_of_the_news, weekdays_with_dates
from communique.reading.dating.years import dates_of_the_lead, latest_year, past_dates, relative_years
from communique.reading.documents import Document

CONSTRAINTS: tuple[Callable[[Evidence], list[Constraint]], ...] = (
    dateline,
    metadata,
    weekdays_with_dates,
    weekday_of_the_news,
    office_holders,
    place_names,
    recurring_meetings,
    fixed_days,
    relative_years,
    past_dates,
    foundings,
    dates_of_the_lead,
    latest_year,
)
"""Every reason for which a day is excluded, in the order of the basis keys."""


@dataclass(frozen=True)
class Dating:
    """When a document was published, as far as its evidence goes."""

    published: str | None
    """EDTF; null where nothing constrains it enough."""
    basis: tuple[str, ...]
    """The kinds of evidence that exclude days."""
    reasons: tuple[str, ...]
    """A line for each constraint: what it says, and what it left."""
    evidence: tuple[tuple[int, int], ...]
    """Where the evidence stands in the text, in order."""


def date_document(document: Document, blocks: Sequence[Block], mentions: Mentions, known: Catalog) -> Dating:
    """Date a document by everything that constrains its day of publication."""
    evidence = Evidence(document, tuple(blocks), mentions, known)
    found = [c for rule in CONSTRAINTS for c in rule(evidence)]
    left, kept, reasons = _solve(found)
    published = days.describe(left) if kept else None
    used = _telling(found, kept) if published else []
    return Dating(
        published,
        tuple(dict.fromkeys(c.basis for c in used)),
        tuple(reasons),
        tuple(sorted({c.span for c in used if c.span is not None})),
    )


def _solve(found: list[Constraint]) -> tuple[int, list[Constraint], list[str]]:
    left, kept, reasons = days.ALL, [], []
    ordered = sorted(found, key=lambda c: -c.strength)
    for _, group in groupby(ordered, key=lambda c: c.strength):
        members = list(group)
        together = left & _all(members)
        if together:
            for c in members:
                reasons.append(_told(c, left, left & c.days))
                left &= c.days
            kept.extend(members)
            continue
        spared = {c: left & _all([o for o in members if o is not c]) for c in members} if len(members) > 1 else {}
        if any(spared.values()):
            reasons.extend(f"{c} (contradicts others like it; any one of them may be wrong)" for c in members)
            kept.extend(c for c in members if left & c.days)
            left = days.union(spared.values())
        else:
            reasons.extend(f"{c} (contradiction: dropped)" for c in members)
    return left, kept, reasons


def _all(constraints: list[Constraint]) -> int:
    left = days.ALL
    for c in constraints:
        left &= c.days
    return left


def _told(c: Constraint, before: int, after: int) -> str:
    return f"{c} (leaves {after.bit_count()} of {before.bit_count()} days)"


def _telling(found: list[Constraint], kept: list[Constraint]) -> list[Constraint]:
    """Give the constraints that exclude some of the days that the printed dates leave; the printed ones always tell."""
    printed = [c for c in kept if c.basis in ("dateline", "metadata")]
    left = _all(printed)
    full = any(c.basis == "dateline" and c.days.bit_count() == 1 for c in printed)
    dated = [c for c in printed if c.basis == "dateline" or not full]
    return [c for c in found if c in dated or (c in kept and c not in printed and left & ~c.days)]
