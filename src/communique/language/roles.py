"""Offices named in a text: «le ministre kazakh des Affaires étrangères», «Kazakhstan's foreign minister»: role, function, state.

Heads and fields are data (titles.toml), what may stand around them too (grammar.toml). What no field completes keeps the bare
title; nothing is guessed from names here.
"""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

from communique.knowledge.catalog import catalog
from communique.language.names import Name
from communique.language.titles import Titles, field_name, role_of, title_openings, titles

__all__ = ["POINTING", "Role", "find_roles", "role_of", "title_openings"]

POINTING = ("counterpart", "leader")
"""Functions of words that only point to a person."""
_POSTED = ("ambassador", "other")
_FOREIGN = ("Minister", "Cabinet Secretary")


@dataclass(frozen=True, slots=True)
class Role:
    """An office named in the text. `function` is `leader` or `counterpart` where the words only point to a person."""

    start: int
    end: int
    role: str
    function: str
    state: str
    organization: str = ""
    plural: bool = False
    former: bool = False
    states: tuple[str, ...] = ()
    """Of a plural title, all states that it names."""
    head: int = -1
    """Where the words of the office itself begin, behind the state or field before them."""


@dataclass(frozen=True, slots=True)
class _Around:
    """A folded text with its known names by where they begin and end."""

    folded: str
    names: list[Name]
    starts: dict[int, Name]
    titles: Titles


@dataclass(slots=True)
class _Reading:
    """What has been read around a head so far."""

    start: int
    end: int
    states: list[str]
    fields: list[str]
    organization: str = ""

    @property
    def state(self) -> str:
        return self.states[0] if self.states else ""


def find_roles(folded: str, names: list[Name], language: str) -> list[Role]:
    """Give the offices named in a folded text, in order, none overlapping another."""
    known = titles(language)
    around = _Around(folded, names, {n.start: n for n in names}, known)
    bodies = [(n.start, n.end) for n in names if n.kind in ("organization", "initiative")]
    found: list[Role] = []
    at = 0
    while match := known.heads.search(folded, at):
        elsewhere = known.grammar["no_title"].search(folded, max(0, match.start() - 3), match.end())
        short = folded[match.start() - 1 : match.start()] == "(" and folded[match.end() : match.end() + 1] == ")"
        if (
            elsewhere
            or (short and found and match.start() - found[-1].end <= 2)
            or any(a <= match.start() and match.end() <= b for a, b in bodies)
        ):
            at = match.end()
            continue
        role = _complete(match, around)
        found.append(role)
        at = max(role.end, match.end())
    return _shared_states(_regional(found, around), around)


def _complete(match: re.Match[str], around: _Around) -> Role:
    known = around.titles
    row, plural = known.rows[match[0]], match[0] in known.plurals
    found = _Reading(match.start(), match.end(), [], [])
    _precede(found, around, plural=plural, portfolio=bool(row.get("portfolio")))
    _follow(found, around, row["function"], plural=plural)
    body = catalog().organizations[found.organization] if found.organization else None
    state = found.state or (body.state if body else "") or row.get("state", "")
    role, function = _named(row, found, state)
    if body and body.kind == "party" and function in ("head-of-organization", "head-of-state", "other"):
        role, function = ("General Secretary" if role == "Secretary-General" else role), "party"
    former = known.grammar["former"].search(around.folded, max(0, found.start - 14), found.start)
    former = former or known.grammar["former"].search(around.folded, found.start, match.start())
    return Role(
        found.start, found.end, role, function, state, found.organization, plural, bool(former),
        tuple(dict.fromkeys(found.states)) if plural else (), match.start(),
    )  # fmt: skip


def _regional(roles: list[Role], around: _Around) -> list[Role]:
    """«le chancelier» of a page about two states where the word is another office («chancelier» of Lima, not of Berlin)."""
    counts = Counter(n.key for n in around.names if n.kind in ("state", "adjective") and n.key)
    pair = [state for state, _ in sorted(counts.items(), key=lambda c: (-c[1], c[0]))[:2]]
    for index, role in enumerate(roles):
        row = around.titles.rows.get(around.folded[role.head : role.end]) if not role.state and not role.organization else None
        there = (
            {(row["functions"].get(s), row.get("by_state", {}).get(s, row["role"])) for s in pair} if row and "functions" in row else set()
        )
        if len(there) == 1 and (told := there.pop())[0]:
            roles[index] = replace(role, function=told[0], role=told[1])
    return roles


def _precede(found: _Reading, around: _Around, *, plural: bool, portfolio: bool) -> None:
    """Read what stands before a head: its field, and the state or organization that has it."""
    known, folded = around.titles, around.folded
    if portfolio and (field := known.field_before.search(folded, max(0, found.start - 90), found.start)):
        found.fields += [field_name(f, known) for f in re.split(r", |,? and | & ", field[0].strip())]
        found.start = field.start()
    name = _name_before(found.start, known.grammar["before"], around)
    if name is None:
        return
    if name.kind == "organization":
        found.organization, found.start = name.key, name.start
        name = _name_before(found.start, known.grammar["before"], around)
        if name is None or name.kind == "organization":
            return
    found.states, found.start = [name.key] if name.key else [], name.start
    while plural and (name := _name_before(found.start, known.grammar["several"], around)) and name.kind != "organization":
        found.states, found.start = [name.key, *found.states] if name.key else found.states, name.start


def _name_before(at: int, gap: re.Pattern[str], around: _Around) -> Name | None:
    """Give the state, adjective of a state, or organization that ends before an offset with nothing but a gap between."""
    last = bisect_left(around.names, at, key=lambda n: n.start) - 1
    if last < 0:
        return None
    name = around.names[last]
    if name.kind == "organization" and name.end > at:
        return name
    fits = name.kind in ("state", "adjective", "combining", "organization") and 0 < at - name.end <= 60
    return name if fits and gap.fullmatch(around.folded, name.end, at) else None


def _follow(found: _Reading, around: _Around, function: str, *, plural: bool) -> None:
    """Read what follows a head: states, fields, organizations; `found.end` is where it ends."""
    folded, grammar = around.folded, around.titles.grammar
    before = bool(found.states)
    last = bisect_left(around.names, found.end, key=lambda n: n.start) - 1
    if last >= 0 and around.names[last].kind == "state" and around.names[last].end > found.end:
        found.states, found.end = found.states or [around.names[last].key], around.names[last].end
    at = found.end
    while True:
        name = around.starts.get(at + (folded[at : at + 1] == " "))
        if name and name.kind in ("adjective", "combining") and not before:
            found.states += [name.key] if name.key else []
            found.end = at = name.end
            at = found.end = _more_states(found, around, at) if plural else at
            continue
        link = grammar["link"].match(folded, at)
        if not link:
            return
        at = _linked(found, around, link, function)
        if at < 0:
            return
        if plural and found.states and not before:
            at = found.end = _more_states(found, around, at)


def _linked(found: _Reading, around: _Around, link: re.Match[str], function: str) -> int:
    """Read what a link leads to; gives where to go on, -1 where the link leads nowhere."""
    grammar, folded, at = around.titles.grammar, around.folded, link.end()
    more = grammar["field_link"].search(link[0]) is not None
    if field := _field_at(at, around):
        head = folded[found.start : found.end]
        if more and not found.fields and not head.endswith(tuple(around.titles.field_of)):
            return -1
        found.fields.append(field[0])
        found.end = field[1]
        return found.end
    if more:
        return -1
    name = around.starts.get(at)
    if name is None and (formal := grammar["formal"].match(folded, at)):
        name = around.starts.get(formal.end())
    posted = grammar["posted_link"].search(link[0]) is not None
    if name and name.kind == "state" and (not posted or function in _POSTED):
        found.states += [name.key] if name.key and not posted and not found.states else []
        found.end = name.end
    elif name and name.kind == "place" and function in _POSTED:
        found.end = name.end
        if function == "other" and not posted and not found.states and name.key and (state := catalog().places[name.key].state):
            found.states = [state]
    elif name and name.kind == "organization":
        found.organization, found.end = found.organization or ("" if posted else name.key), name.end
    elif not grammar["charged"].search(link[0]):
        return -1
    else:
        found.end = at if link[0].rstrip()[-1:] not in tuple("esu") else found.end
        return at
    return found.end


def _more_states(found: _Reading, around: _Around, at: int) -> int:
    """Read on in a row of states: «of France and Germany», «français et russe»; gives its end."""
    while gap := around.titles.grammar["several"].match(around.folded, at):
        name = around.starts.get(gap.end())
        if name is None or name.kind not in ("state", "adjective") or not name.key:
            break
        if name.kind == "adjective" and around.starts.get(name.end + 1):
            break
        found.states.append(name.key)
        at = name.end
    return at


def _field_at(at: int, around: _Around) -> tuple[str, int] | None:
    """Give the field that begins at an offset and its end, the longer of what is listed and what its words make."""
    matches = [m for pattern in around.titles.fields if (m := pattern.match(around.folded, at)) and m.end() > at]
    longest = max(matches, key=lambda m: m.end(), default=None)
    return (field_name(longest[0], around.titles), longest.end()) if longest else None


def _named(row: dict[str, Any], found: _Reading, state: str) -> tuple[str, str]:
    role = row.get("by_state", {}).get(state, row["role"])
    function = str(row.get("functions", {}).get(state, row["function"]))
    if found.organization and not found.state:
        function = row.get("with_organization", function)
    if not row.get("portfolio") or not found.fields:
        return role, function
    unique = list(dict.fromkeys(found.fields))
    if "Foreign Affairs" in unique:
        unique = ["Foreign Affairs"]
    if role in _FOREIGN and unique == ["Foreign Affairs"]:
        function = "foreign-minister"
    rest = f", {unique[-2]} and {unique[-1]}" if len(unique) > 2 else ""
    listed = ", ".join(unique[:-2]) + rest if rest else " and ".join(unique)
    return f"{role} of {listed}", function


def _shared_states(roles: list[Role], around: _Around) -> list[Role]:
    """«the Chinese president and foreign minister»: an office joined to another without a state is of the same state."""
    joined = around.titles.grammar["joined"]
    for index in range(1, len(roles)):
        first, second = roles[index - 1], roles[index]
        if first.plural or second.plural or not joined.fullmatch(around.folded, first.end, second.start):
            continue
        if first.state and not second.state and not second.organization and second.function not in POINTING:
            roles[index] = replace(second, state=first.state)
    return roles
