"""All that is named in one parsed document, found once: names, offices, cast. Rules ask it by span."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from communique.knowledge.catalog import catalog
from communique.language.folding import fold
from communique.language.names import Name, NameKind, gazetteer
from communique.language.packs import table
from communique.language.people import Cast, PersonMention, find_cast
from communique.language.roles import Role, find_roles
from communique.language.times import Time, find_times
from communique.language.times_figures import Order, figure_order
from communique.language.tokens import Parse

_OF_STATES = ("state", "adjective", "combining", "place")


@dataclass(slots=True)
class Mentions:
    """What a document names. `folded` has the offsets of the text."""

    parse: Parse
    folded: str
    names: list[Name]
    cast: Cast
    times: tuple[Time, ...] = ()
    """All time expressions, undecided until the date is known."""
    order: Order = ""
    """What the page writes first in dates of figures."""

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


def find_mentions(parse: Parse, folded: str | None = None, found: list[Name] | None = None) -> Mentions:
    """Find all that a document names; `folded` is its text and `found` its known names, where they were made before the parse."""
    folded = fold(parse.text) if folded is None else folded
    if found is None:
        found = gazetteer(parse.language).find(parse.text, folded)
    names = [n for n in found if n.kind not in ("adjective", "state") or not _of_money(folded, n, parse.language)]
    names = _settled(names, table(parse.language, "grammar")["names"]["usual"])
    roles = find_roles(folded, names, parse.language)
    cast = find_cast(parse.text, folded, names, roles, parse.language)
    inside = [(m.start, m.end) for m in cast.mentions]
    names = [n for n in names if n.kind == "person" or not any(a <= n.start and n.end <= b for a, b in inside)]
    order = figure_order(folded, parse.language, {k for n in names if n.kind in ("state", "adjective") for k in n.keys})
    return Mentions(parse, folded, names, cast, tuple(find_times(parse.text, folded, parse.language, order=order)), order)


def _settled(names: list[Name], usual: list[str]) -> list[Name]:
    """Settle names that several states share by the one of them that the document names otherwise too, else by the usual one."""
    places, states = catalog().places, catalog().states
    clear = {places[n.key].state if n.kind == "place" else n.key for n in names if n.key and n.kind in _OF_STATES}
    settled = []
    for name in names:
        shared = [k for k in name.keys if k in states] if len(name.keys) > 1 else []
        named = [k for k in shared if k in clear] or [k for k in shared if k in usual]
        settled.append(replace(name, keys=(named[0],)) if len(named) == 1 else name)
    return settled


def _of_money(folded: str, name: Name, language: str) -> bool:
    """Does a state's name only say which currency («dollars américains», «US dollars»)?"""
    words = table(language, "grammar")["names"]
    before = name.kind == "adjective" and re.search(words["currency"], folded[max(0, name.start - 14) : name.start])
    return bool(before or re.match(words["money"], folded[name.end : name.end + 14]))
