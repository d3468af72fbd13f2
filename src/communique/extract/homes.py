"""Whose an office is that the text names without its state: «le Président de la République» of a page of Dakar.

A page has one home: the state of its outlet, of the body that issued it, of the one whose title never has its state where the
others' have, of its dateline. Of those that the document names, else none. Everything else stays undecided.
"""

import re
from collections import Counter
from collections.abc import Sequence

from communique.knowledge import offices
from communique.knowledge.catalog import Catalog
from communique.language.mentions import Mentions
from communique.language.packs import table
from communique.language.people import Member
from communique.language.roles import Role
from communique.reading.blocks import Block
from communique.reading.layout import outlet

_HIGHEST = frozenset({"head-of-state", "head-of-government", "foreign-minister", "deputy-head-of-government"})
_TOP = frozenset({"head-of-state", "head-of-government", "foreign-minister"})
_OF_STATES = _HIGHEST | {"minister", "deputy-minister", "speaker", "deputy-head-of-state"}
"""Offices that are always of a state."""
_MOST = 6
_PAIR = 2
_FEW = 6
_LED, _NEXT = 160, 12
"""How far back a delegation may stand; how close behind a name a counterpart."""
_LINE, _SIGNATURE = 200, 60


def state_of_office(known: Catalog, role: Role, states: list[str], published: str | None, home: str) -> str:
    """Give the state whose office it is, empty where the document does not decide; `states` are those named, the most named first."""
    if role.function not in _HIGHEST or role.organization or published is None:
        return ""
    fitting = [s for s in states[:_MOST] if _has(known, s, role, published)]
    if len(fitting) == 1:
        return fitting[0]
    return home if home and (home in fitting or not fitting) and _has(known, home, role, published) else ""


def _has(known: Catalog, state: str, role: Role, published: str) -> bool:
    people = offices.holders(known, state, published, function=role.function)
    return any(t.role == role.role for p in people for t in p.tenures if t.function == role.function)


def home_of(known: Catalog, mentions: Mentions, layout: Sequence[Block], source: str | None, states: Sequence[str]) -> str:
    """Give the state where a page is at home, one of `states` (those it names, the most named first); empty where nothing tells."""
    named = list(states[:_MOST])
    told = (
        {state_of_outlet(known, mentions.parse.text, source, layout)}, _of_issuer(mentions, layout),
        _of_bare_titles(mentions), _of_dateline(known, mentions, layout),
    )  # fmt: skip
    for rank, found in enumerate(told):
        state = next(iter(found)) if len(found) == 1 else ""
        if state in (named[:_PAIR] if rank > 1 else named):
            return state
    return ""


def state_of_outlet(known: Catalog, text: str, source: str | None, layout: Sequence[Block]) -> str:
    """Give the state of the outlet that a page names, empty where it is not known or there are several."""
    name = source or outlet(text, layout)
    if not name:
        return ""
    media = (o for o in known.organizations.values() if o.kind == "media" and o.state)
    states = {o.state for o in media if any(name in names for group in (o.names, o.acronyms) for names in group.values())}
    return states.pop() if len(states) == 1 else ""


def _of_issuer(mentions: Mentions, layout: Sequence[Block]) -> set[str]:
    """«Office of the President, Ruritania», «Présidence de la République de X»: lines beside the body that name who issues."""
    issuers = re.compile(table(mentions.parse.language, "institutions")["issuing"])
    found: set[str] = set()
    for block in layout:
        line = mentions.parse.text[block.start : block.end]
        signed = block.kind == "body" and len(line) <= _SIGNATURE and not line.endswith((".", "»", "”", '"', "!", "?"))
        if (block.kind in ("body", "bullet", "dateline", "update") and not signed) or len(line) > _LINE:
            continue
        names = mentions.names_in(block.start, block.end, "state", "adjective")
        states = {n.key for n in names if n.key}
        roles = [r for r in mentions.cast.roles if block.start <= r.start and r.end <= block.end and r.state]
        letterhead = sum(r.end - r.start for r in roles) >= 0.9 * (block.end - block.start)
        short = block.kind != "headline" or len(line.split()) <= _FEW
        issued = short and issuers.search(mentions.folded, block.start, block.end)
        if len(states) == 1 and (letterhead or issued):
            found |= states
    return found


def _of_bare_titles(mentions: Mentions) -> set[str]:
    """The state of those whose titles never have it, where the titles of someone of another state always have."""
    bare, marked = _titled(mentions)
    return bare - marked if marked else set()


def _titled(mentions: Mentions) -> tuple[set[str], set[str]]:
    """Give the states of people whose first title is without the state, and of those whose first title has it."""
    pointing = {r.start for r in mentions.cast.roles if r.function == "counterpart"}
    bare: set[str] = set()
    marked: set[str] = set()
    for member in mentions.cast.members:
        if not member.state or member.function not in _OF_STATES or member.organization or not member.roles:
            continue
        first = min(member.roles, key=lambda r: r.start)
        if first.state:
            marked.add(member.state)
        elif first.start not in pointing and not first.former:
            bare.add(member.state)
    return bare, marked


def _of_dateline(known: Catalog, mentions: Mentions, layout: Sequence[Block]) -> set[str]:
    lines = [b for b in layout if b.kind in ("dateline", "update")]
    places = [n for b in lines for n in mentions.names_in(b.start, b.end, "place", "state") if n.key]
    return {known.places[n.key].state if n.kind == "place" else n.key for n in places}


def settle(known: Catalog, mentions: Mentions, home: str, published: str | None) -> None:
    """Give the home state to those of the cast whose office is always of a state and who have none.

    Whoever comes along with someone is of that one's state; of a highest office there is one holder, known or named.
    """
    for index, member in enumerate(mentions.cast.members):
        if not member.state and (company := _state_of_company(mentions, index)) and not member.organization:
            member.state = company
        if member.state or member.organization or member.function not in _OF_STATES or any(r.state or r.former for r in member.roles):
            continue
        state = _state_of_delegation(mentions, index) or _beside_counterpart(mentions, index) or home
        if state and not (member.function in _TOP and _taken(known, mentions.cast.members, member, state, published)):
            member.state = state


def _taken(known: Catalog, members: list[Member], member: Member, state: str, published: str | None) -> bool:
    """Does someone else hold the office in that state?"""
    if any(m is not member and m.state == state and m.function == member.function for m in members):
        return True
    return bool(published and offices.holders(known, state, published, function=member.function))


def _state_of_company(mentions: Mentions, index: int) -> str:
    """«X, accompanied by his minister Y»: the state of the one named last before the words that say so."""
    accompanied = re.compile(table(mentions.parse.language, "grammar")["people"]["accompanied"])
    first = next((m for m in mentions.cast.mentions if m.member == index), None)
    sentence = next((s for s in mentions.parse.sentences if first and s.start <= first.start < s.end), None)
    if first is None or sentence is None:
        return ""
    found = list(accompanied.finditer(mentions.folded, sentence.start, first.role_start))
    before = [m for m in mentions.cast.mentions if found and sentence.start <= m.start and m.end <= found[-1].start()]
    return mentions.cast.members[before[-1].member].state if before else ""


def _state_of_delegation(mentions: Mentions, index: int) -> str:
    """«the Ruritanian delegation, led by minister X»: the state of the delegation that someone leads."""
    led = re.compile(table(mentions.parse.language, "grammar")["people"]["led"])
    for mention in (m for m in mentions.cast.mentions if m.member == index):
        near = list(led.finditer(mentions.folded, max(0, mention.role_start - _LED), mention.role_start))
        names = mentions.names_in(near[-1].start(), near[-1].end(), "adjective", "state") if near else []
        if near and names and not mentions.people_in(near[-1].end(), mention.role_start):
            return names[-1].key
    return ""


def _beside_counterpart(mentions: Mentions, index: int) -> str:
    """«minister X and his Ruritanian counterpart Y»: X is of the other of two states that the page is about."""
    counts = Counter(n.key for n in mentions.names if n.kind in ("state", "adjective") and n.key)
    pair = [s for s, _ in sorted(counts.items(), key=lambda c: (-c[1], c[0]))[:_PAIR]]
    for mention in (m for m in mentions.cast.mentions if m.member == index):
        other = next((r for r in mentions.cast.roles if 0 <= r.start - mention.end <= _NEXT and r.function == "counterpart"), None)
        if other is not None and other.state in pair and len(pair) == _PAIR:
            return next(s for s in pair if s != other.state)
    return ""
