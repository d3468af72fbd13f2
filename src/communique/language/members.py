"""The members of a document's cast: who a name adds, who it is again, and which office it puts on him."""

import re
from dataclasses import dataclass, field, replace

from communique.knowledge.catalog import Catalog
from communique.knowledge.shapes import Person
from communique.language.folding import fold, unaccented
from communique.language.identities import Identities
from communique.language.names import Name
from communique.language.roles import POINTING, Role, role_of

_SHARED_TITLES = ("Minister", "Deputy Minister", "Foreign", "Speaker", "Ambassador", "Secretary of State")
_MINOR = ("other", "party")
"""Functions that give way to any other that a member has as well."""
_USUAL = ("head-of-state", "head-of-government", "deputy-head-of-government", "foreign-minister")


@dataclass(slots=True)
class Member:
    """Someone in the document; `name` canonical where known, else as written."""

    name: str
    family: set[str]
    person: str = ""
    state: str = ""
    role: str = ""
    function: str = ""
    organization: str = ""
    gender: str = ""
    roles: list[Role] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PersonMention:
    """Where a member of the cast is named; `role_start` is where the title before the name begins."""

    start: int
    end: int
    member: int
    role_start: int


@dataclass(slots=True)
class Cast:
    """The members in order of their first naming, and every naming."""

    members: list[Member] = field(default_factory=list)
    mentions: list[PersonMention] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    """All offices named, with or without a name."""
    free: list[Role] = field(default_factory=list)
    """Offices named without anyone's name."""


@dataclass(frozen=True, slots=True)
class Members:
    """Adds members to a cast and gives them offices."""

    cast: Cast
    roles: list[Role]
    persons_at: dict[int, Name]
    identities: Identities
    known: Catalog
    language: str
    folded: str
    accompanied: re.Pattern[str]

    def index(self, text: str, start: int, end: int, role: Role | None, *, feminine: bool = False) -> int:
        """Give the index of the member that a name stands for, a new one where none does yet; `feminine`: «Mme» stands before it."""
        written = re.sub(r"\s+", " ", text[start:end]).replace("’", "'")
        name = self.persons_at.get(start)
        folded = fold(written)
        for index, member in enumerate(self.cast.members):
            if (name and member.person in name.keys) or fold(member.name) == folded:
                return index
        if " " not in written and (same := self._of_family(written, start, role, feminine)) is not None:
            return same
        person = self.known.persons[name.keys[0]] if name and len(name.keys) == 1 else self._identify(written, role)
        if person is not None:
            same = next((i for i, m in enumerate(self.cast.members) if m.person == person.id), None)
            if same is not None:
                self.cast.members[same].family |= {written.split()[-1]}
                return same
            family = set(person.family) | {written.split()[-1]}
            member = Member(person.name, family, person.id, person.state, gender=person.gender)
        elif (shorter := self._shorter(written, role)) is not None:
            member = self.cast.members[shorter]
            member.name, member.family = written, member.family | {written}
            return shorter
        else:
            member = Member(written, {written.split()[-1], written})
        self.cast.members.append(member)
        return len(self.cast.members) - 1

    def _shorter(self, written: str, role: Role | None) -> int | None:
        """Give the one member who has had a family name only so far, the last word of this full name."""
        last = written.split()[-1]
        fitting = [i for i, m in enumerate(self.cast.members) if m.name == last and not m.person and not (role and _apart(role, m))]
        return fitting[0] if " " in written and len(fitting) == 1 else None

    def is_known(self, written: str, role: Role | None) -> bool:
        """Is it the name of a member, or of one known person of the office?"""
        return any(written in m.family for m in self.cast.members) or self._identify(written, role) is not None

    def _of_family(self, family: str, start: int, role: Role | None, feminine: bool) -> int | None:
        """Give the member whose family name this is: of several the one with that office, else the one named last before."""
        fitting = [
            index
            for index, member in enumerate(self.cast.members)
            if unaccented(family) in map(unaccented, member.family)
            and not (feminine and member.gender == "m")
            and not (role and _apart(role, member))
        ]
        if len(fitting) > 1:
            same = [i for i in fitting if role is not None and self.cast.members[i].function == role.function]
            of_these = same or fitting
            named = [m for m in self.cast.mentions if m.start < start and m.member in of_these]
            return max(named, key=lambda m: m.start).member if named else of_these[0]
        return fitting[0] if fitting else None

    def _identify(self, written: str, role: Role | None) -> Person | None:
        if role is not None and role.function not in (*POINTING, "other") and not role.former:
            return self.identities.by_office(written, role)
        return self.identities.by_name(written) if " " in written else self.identities.by_family(written)

    def assign(self, member: Member, role: Role, *, first: bool = False) -> None:
        """Put an office on a member; the first that says something is his role, and `first` is named before the others."""
        if role.function == "counterpart":
            role = self.counterpart(role)
            if member.person and not any(t.function == role.function for t in self.known.persons[member.person].tenures):
                return
        if role.function == "leader":
            member.state = member.state or role.state
            return
        if role not in member.roles:
            member.roles.append(role)
        if role.former:
            member.state = member.state or role.state
            return
        fuller = member.function == role.function and role.role.startswith(f"{member.role} of ")
        if not member.role or member.function in _MINOR or fuller or (first and role.function not in _MINOR and self._held(member, role)):
            member.role, member.function = role.role, role.function
        member.state = member.state or role.state
        member.organization = member.organization or role.organization

    def _held(self, member: Member, role: Role) -> bool:
        """May someone have held such an office? Of heads of organizations all is known that matters."""
        if not member.person or role.function != "head-of-organization":
            return True
        return any(t.function == role.function for t in self.known.persons[member.person].tenures)

    def counterpart(self, role: Role) -> Role:
        """«son homologue»: the function of the last one named before."""
        earlier = [m for m in self.cast.mentions if m.start < role.start and self.cast.members[m.member].function]
        functions = [r for r in self.roles if r.end <= role.start and r.function not in (*POINTING, "other")]
        functions = [r for r in functions if not self._comes_along(r, role)] or functions
        if functions:
            function, title = functions[-1].function, functions[-1].role
        elif earlier:
            member = self.cast.members[max(earlier, key=lambda m: m.start).member]
            function, title = member.function, member.role
        else:
            return replace(role, function="leader")
        shared = title if title.startswith(_SHARED_TITLES) else ""
        return replace(role, function=function, role=role_of(function, role.state, self.language) if function in _USUAL else shared)

    def _comes_along(self, other: Role, role: Role) -> bool:
        """«X, accompanied by minister Y, met his counterpart»: the office of one who only comes along."""
        found = list(self.accompanied.finditer(self.folded, max(0, other.start - 160), other.start))
        return bool(found) and not re.search(r"\n|\w{4}[.!?] ", self.folded[found[-1].end() : role.start])


def _apart(role: Role, member: Member) -> bool:
    """Is an office of another state than the member's?"""
    return bool(role.state and member.state and role.state != member.state and not role.former)
