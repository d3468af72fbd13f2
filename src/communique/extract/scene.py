"""One document ready to be read for records: parse, mentions, dates, and who each phrase stands for.

Resolution refuses what the document does not decide: an office that two people can have held stays as written.
"""

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property

from communique.extract.frames import Frames, frames
from communique.extract.homes import home_of, settle, state_of_office
from communique.knowledge import offices
from communique.knowledge.catalog import Catalog, catalog
from communique.language import clauses
from communique.language.mentions import Mentions
from communique.language.packs import table
from communique.language.people import Member, PersonMention
from communique.language.roles import Role, role_of
from communique.language.tokens import Sentence, Token
from communique.reading.documents import Document
from communique.reading.layout import blocks
from communique.records.parts import Party, Span


@dataclass
class Scene:
    """A document, what is named in it, and when it was published (EDTF, null where unknown)."""

    document: Document
    mentions: Mentions
    published: str | None
    known: Catalog = field(default_factory=catalog)

    home: str = ""
    """The state where the page is at home, whose offices it names without their state; empty where nothing tells."""

    def __post_init__(self) -> None:
        """Find the page's home, and give it to those whose office is always of a state."""
        ranked = sorted(self.state_counts, key=lambda s: (-self.state_counts[s], s))
        self.home = home_of(self.known, self.mentions, blocks(self.text), self.document.source, ranked)
        settle(self.known, self.mentions, self.home, self.published)
        del self.state_counts

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    @property
    def sentences(self) -> list[Sentence]:
        """The sentences of the body, in order."""
        return self.mentions.parse.sentences

    def folded(self, start: int, end: int) -> str:
        """Give the folded text of a span."""
        return self.mentions.folded[start:end]

    @property
    def language(self) -> str:
        """The language that the document is read in."""
        return self.mentions.parse.language

    @property
    def frames(self) -> Frames:
        """The frames of the document's language."""
        return frames(self.mentions.parse.language)

    @cached_property
    def patterns(self) -> dict[str, re.Pattern[str]]:
        """The collective phrases of the document's language."""
        return {k: re.compile(v) for k, v in table(self.mentions.parse.language, "grammar")["both"].items()}

    @cached_property
    def state_counts(self) -> Counter[str]:
        """How often each state is named, by itself, by an adjective, or through its people."""
        counts: Counter[str] = Counter()
        for name in self.mentions.names:
            if name.kind in ("state", "adjective", "combining") and name.key:
                counts[name.key] += 1
        for mention in self.mentions.cast.mentions:
            if state := self.mentions.cast.members[mention.member].state:
                counts[state] += 1
        return counts

    @cached_property
    def pair(self) -> tuple[str, ...]:
        """The two states that the document is about; fewer where it names fewer."""
        ranked = sorted(self.state_counts, key=lambda s: (-self.state_counts[s], self._first_naming(s)))
        return tuple(sorted(ranked[:2], key=self._first_naming))

    def _first_naming(self, state: str) -> int:
        named = [n.start for n in self.mentions.names if n.key == state]
        people = [m.start for m in self.mentions.cast.mentions if self.mentions.cast.members[m.member].state == state]
        return min([*named, *people], default=len(self.text))

    @cached_property
    def actors(self) -> frozenset[str]:
        """The states that act in the document: those with someone in the cast, and the pair; a mere topic («in Ukraine») is none."""
        return frozenset([*self.pair, *(m.state for m in self.mentions.cast.members if m.state)])

    def pair_at(self, sentence: Sentence) -> tuple[str, ...]:
        """The two states that «the two countries» means there: those of the sentence, of the ones just before, or the pair."""
        for first in (sentence.index, sentence.index - 1, sentence.index - 2):
            if first < 0:
                break
            near = self.sentences[first]
            states = [s for s in self.states_in(near.start, sentence.end) if s in self.actors]
            if len(states) == 2:
                return tuple(states)
            if len(states) > 2:
                break
        return self.pair

    def states_in(self, start: int, end: int) -> list[str]:
        """Give the states named in a span, by any means, in order, each once."""
        found: list[tuple[int, str]] = []
        for name in self.mentions.names_in(start, end, "state", "adjective", "combining"):
            if name.key:
                found.append((name.start, name.key))
        for mention in self.mentions.people_in(start, end):
            if state := self.mentions.cast.members[mention.member].state:
                found.append((mention.start, state))
        for name in self.mentions.names_in(start, end, "place"):
            if (metonym := self.metonym(name.key)) and not self._as_place(name.start):
                found.append((name.start, metonym))
        return list(dict.fromkeys(state for _, state in sorted(found)))

    def _as_place(self, start: int) -> bool:
        """Does a preposition make a capital a mere place («à Bruxelles», «de Bruxelles»)?"""
        return self.patterns["locative"].search(self.folded(max(0, start - 12), start)) is not None

    def metonym(self, place: str) -> str:
        """The state whose government a place's name can stand for, empty where for none."""
        entry = self.known.places.get(place)
        return entry.metonym_state if entry else ""

    def state(self, code: str) -> Party:
        """Give a state as a party."""
        entry = self.known.states.get(code)
        return Party(name=entry.name if entry else code, kind="state", id=code, state=code)

    def states(self, codes: tuple[str, ...] | list[str]) -> tuple[Party, ...]:
        """Give states as parties."""
        return tuple(self.state(code) for code in codes)

    def organization(self, key: str) -> Party:
        """Give a known organization as a party."""
        entry = self.known.organizations[key]
        return Party(name=entry.name, kind="organization", id=key, state=entry.state or None)

    def person(self, index: int, when: str | None = None) -> Party:
        """Give a member of the cast as a party, with the office named or held at a date."""
        member = self.mentions.cast.members[index]
        return Party(
            name=member.name, kind="person", id=member.person or None, state=member.state or None,
            role=self._role(member, when or self.published) or None,
        )  # fmt: skip

    def _role(self, member: Member, when: str | None) -> str:
        if not member.person:
            return member.role
        person = self.known.persons[member.person]
        held = offices.offices(person, when) if when else ()
        same = [t for t in held if t.function == member.function] if member.function else []
        ranked = same or sorted(held, key=lambda t: _RANKS.get(t.function, 9))
        if not ranked or (member.role and not same and member.role not in _BARE) or any(t.role == member.role for t in same):
            return member.role
        known, named = ranked[0].role, member.role
        return named if set(known.split()) < set(named.split()) else known

    def holder(self, role: Role) -> Party:
        """Give who an office named without a name stands for: of the cast, else the one holder at the date, else as written."""
        cast = self.mentions.cast.members
        if role.function == "counterpart":
            role = self._counterpart(role)
        state = role.state or (self.pair[0] if len(self.pair) == 1 else self._state_of(role))
        same = [i for i, m in enumerate(cast) if role.state in ("", m.state) and m.state and self._can_be(m, role)]
        if role.function == "leader":
            same = [i for i in same if cast[i].function in _TOP] or same
        same = [i for i in same if role.role and cast[i].role == role.role] or same
        same = self.guests(role, same)
        if len(same) > 1 and not role.state:
            same = [i for i in same if cast[i].state == self.home] or [i for i in same if not self._always_with_state(cast[i])] or same[-1:]
        if not same and role.state and role.role in ("Minister", "") and role.function == "minister":
            ministers = [i for i, m in enumerate(cast) if m.state == role.state and m.function in ("minister", "foreign-minister")]
            same = ministers if len(ministers) == 1 else []
        if same:
            return self.person(same[0])
        if state and self.published and role.function in _TOP | {"foreign-minister", "deputy-head-of-government"}:
            people = offices.holders(self.known, state, self.published, function=role.function)
            if len(people) == 1:
                title = role.role or role_of(role.function, state, self.mentions.parse.language)
                return Party(name=people[0].name, kind="person", id=people[0].id, state=state, role=title or None)
        written = self.text[role.start : role.end]
        return Party(name=written, kind="person", state=role.state or None, role=role.role or None)

    def _state_of(self, role: Role) -> str:
        ranked = sorted(self.state_counts, key=lambda s: (-self.state_counts[s], s))
        return state_of_office(self.known, role, ranked, self.published, self.home)

    def _always_with_state(self, member: Member) -> bool:
        """Is someone's title always given with the state, so that the bare title means someone else?"""
        return bool(member.roles) and all(r.state for r in member.roles)

    def acts_as(self, member: Member, functions: tuple[str, ...]) -> bool:
        """Tell whether someone holds one of some functions, by the text or by what is known of that date."""
        if member.function:
            return member.function in functions
        if not member.person:
            return False
        return any(t.function in functions for t in offices.offices(self.known.persons[member.person], self.published))

    def guests(self, role: Role, members: list[int]) -> list[int]:
        """«the visiting premier»: of some of the cast those who are not at home, where the words before the office say so."""
        visiting = re.search(table(self.language, "grammar")["people"]["visiting"], self.folded(max(0, role.start - 30), role.start))
        if not visiting or not self.home:
            return members
        return [i for i in members if self.mentions.cast.members[i].state != self.home]

    def _can_be(self, member: Member, role: Role) -> bool:
        """Can a member of the cast be meant by an office: by the text, or by what is known of that date?"""
        if role.function in (member.function, "leader"):
            return True
        if not member.person or not self.published or member.function in _TOP:
            return False
        return any(t.function == role.function for t in offices.offices(self.known.persons[member.person], self.published))

    def _counterpart(self, role: Role) -> Role:
        """«son homologue malien» without a name: the function of whoever is named right before."""
        members = self.mentions.cast.members
        earlier = [
            m
            for m in self.mentions.cast.mentions
            if m.end <= role.start and members[m.member].function and members[m.member].state != role.state
        ]
        if not earlier:
            return role
        member = members[earlier[-1].member]
        return replace(role, function=member.function, role=role_of(member.function, role.state, self.mentions.parse.language))

    def span(self, start: int, end: int) -> Span:
        """Give a span."""
        return Span(start=start, end=end)

    def phrase(self, sentence: Sentence, head: Token) -> tuple[int, int]:
        """Give the span of a phrase without its clauses."""
        return clauses.span(sentence, head, without=("acl", "advcl", "parataxis", "cop", "aux", "nsubj"))

    def mention_of(self, sentence: Sentence, head: Token) -> PersonMention | None:
        """Give the naming that a head token belongs to, its title included."""
        for mention in self.mentions.people_in(sentence.start, sentence.end):
            if mention.role_start <= head.start < mention.end:
                return mention
        return None


_TOP = {"head-of-state", "head-of-government"}
_BARE = {"Minister", "Minister of State", "State Councilor", "Diplomat"}
"""Titles that say less than the office that someone is known to have held."""
_RANKS = {
    "head-of-state": 0, "head-of-government": 1, "foreign-minister": 2, "deputy-head-of-government": 3,
    "deputy-head-of-state": 4, "head-of-organization": 5, "minister": 6, "speaker": 7, "ambassador": 8, "party": 9,
}  # fmt: skip
