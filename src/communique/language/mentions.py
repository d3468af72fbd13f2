"""All that is named in one parsed document, found once: names, offices, cast. Rules ask it by span."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from communique.language.folding import fold
from communique.language.names import Name, NameKind, gazetteer
from communique.language.packs import table
from communique.language.people import Cast, PersonMention, find_cast
from communique.language.roles import Role, find_roles
from communique.language.times import Time, find_times
from communique.language.tokens import Parse


@dataclass(slots=True)
class Mentions:
    """What a document names. `folded` has the offsets of the text."""

    parse: Parse
    folded: str
    names: list[Name]
    cast: Cast
    times: tuple[Time, ...] = ()
    """All time expressions, undecided until the date is known."""

    def names_in(self, start: int, end: int, *kinds: NameKind) -> list[Name]:
        """Give the names that lie inside a span, of the given kinds where any are given."""
        at = bisect_left(self.names, start, key=lambda n: n.start)
        found = []
        while at < len(self.names) and self.names[at].start < end:
            if self.names[at].end <= end and (not kinds or self.names[at].kind in kinds):
                found.append(self.names[at])
            at += 1
        return found

    def people_in(self, start: int, end: int) -> list[PersonMention]:
        """Give the namings of people that lie inside a span."""
        return [m for m in self.cast.mentions if m.start >= start and m.end <= end]

    def roles_in(self, start: int, end: int, *, free: bool = True) -> list[Role]:
        """Give the offices named inside a span; by default those without anyone's name."""
        return [r for r in (self.cast.free if free else self.cast.roles) if r.start >= start and r.end <= end]


def find_mentions(parse: Parse) -> Mentions:
    """Find all that a document names."""
    folded = fold(parse.text)
    found = gazetteer(parse.language).find(parse.text, folded)
    names = [n for n in found if n.kind != "adjective" or not _of_money(folded, n.start, parse.language)]
    roles = find_roles(folded, names, parse.language)
    cast = find_cast(parse.text, names, roles, parse.language)
    inside = [(m.start, m.end) for m in cast.mentions]
    names = [n for n in names if n.kind == "person" or not any(a <= n.start and n.end <= b for a, b in inside)]
    return Mentions(parse, folded, names, cast, tuple(find_times(parse.text, folded, parse.language)))


def _of_money(folded: str, start: int, language: str) -> bool:
    """Does an adjective only say which currency («dollars américains»)?"""
    return re.search(table(language, "grammar")["names"]["currency"], folded[max(0, start - 14) : start]) is not None
