"""Who is in a document: its cast. Names come with a title, from the knowledge base, or after «M.»; nobody is dropped.

A family name alone counts once someone of that name has been introduced. Offices without a name wait for the date.
"""

import re
from dataclasses import dataclass, field, replace

from communique.knowledge.catalog import catalog
from communique.knowledge.shapes import Person
from communique.language.folding import fold
from communique.language.identities import identities
from communique.language.names import Name
from communique.language.person_grammar import FOLLOWED, ROW_GAP, SHARED_TITLES, person_grammar
from communique.language.roles import Role, role_of, title_openings


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


def find_cast(text: str, names: list[Name], roles: list[Role], language: str) -> Cast:
    """Find everyone that a text names."""
    builder = _Builder(text, names, roles, language)
    builder.titled()
    builder.honored()
    builder.known()
    builder.trailing_roles()
    builder.family_names()
    builder.plural_titles()
    return builder.finish()


class _Builder:
    """Fills one cast; each step adds mentions where no earlier step has put one."""

    def __init__(self, text: str, names: list[Name], roles: list[Role], language: str) -> None:
        self.text, self.names, self.roles, self.language = text, names, roles, language
        self.grammar, self.known_persons = person_grammar(language), catalog()
        self.cast = Cast(roles=list(roles))
        self.named: set[int] = set()
        self.title_words = {word for role in roles for word in fold(text[role.start : role.end]).split()}
        self.other_starts = {n.start for n in names if n.kind in ("state", "organization", "place", "initiative")}
        self.persons_at = {n.start: n for n in names if n.kind == "person"}
        self.identities = identities(self.known_persons, names)

    def titled(self) -> None:
        """«le président kazakh Kassym-Jomart Tokaïev», «son homologue malien, Abdoulaye Diop»."""
        for index, role in enumerate(self.roles):
            match = self.grammar.after_title.match(self.text, role.end) or self._after_unknown_field(role)
            if not match or role.plural:
                continue
            start = match.start("name")
            end = self._name_end(start, match.end("name"))
            apart = self.text[role.end : start].startswith(",")
            if end <= start or (apart and not match["hon"] and start not in self.persons_at and " " not in self.text[start:end]):
                continue
            if self._another_office(start, role):
                continue
            self._mention(start, end, role.start, role=role, honorific=match["hon"] or "")
            self.named.add(index)

    def _after_unknown_field(self, role: Role) -> re.Match[str] | None:
        """«le ministre dominicain de la Présidence, Gustavo Montalvo»: a field that the pack does not list."""
        match = self.grammar.unknown_field.match(self.text, role.end)
        return match if match and (" " in match["name"] or match.start("name") in self.persons_at) else None

    def _another_office(self, start: int, role: Role) -> bool:
        """Has the one named never held this office? Then the title and the name are two people side by side."""
        name = self.persons_at.get(start)
        if name is None or role.former or role.function not in ("head-of-state", "head-of-government", "foreign-minister"):
            return False
        people = [self.known_persons.persons[key] for key in name.keys]
        return not any(t.function == role.function or t.role == role.role for p in people for t in p.tenures)

    def known(self) -> None:
        """Full names of the knowledge base."""
        for name in self.persons_at.values():
            if not self._taken(name.start, name.end) and not self._inside_longer(name.start):
                self._mention(name.start, name.end, name.start)

    def _inside_longer(self, start: int) -> bool:
        """Is it the end of a longer name («Mahmoud Ali Youssef»)? Titles and sentence openings before it are none."""
        before = re.search(r"([A-ZÀ-ÖØ-Þ][\w’'-]+)[ \u00a0]$", self.text[max(0, start - 40) : start])
        return before is not None and before[1] not in self.grammar.stop and fold(before[1]) not in self.title_words

    def honored(self) -> None:
        """«M. Barké», «Mme Kolinda Grabar-Kitarović»."""
        for match in self.grammar.honored.finditer(self.text):
            start = match.start("name")
            end = self._name_end(start, match.end("name"))
            if end > start and not self._taken(start, end):
                self._mention(start, end, match.start(), honorific=match["hon"])

    def trailing_roles(self) -> None:
        """«Mahamane Moustapha Barké, ministre nigérien du Pétrole»."""
        for index, role in enumerate(self.roles):
            if index in self.named or role.plural:
                continue
            before = re.search(
                r"(?:,|\()\s(?:(?:le|la|l['’]|son|sa|actuel|nouveau|nouvelle)\s?)*$",
                self.text[max(0, role.start - 24) : role.start],
            )
            if not before:
                continue
            end = role.start - (len(before[0]))
            holder = next((m for m in self.cast.mentions if m.end == end), None)
            if holder is None:
                holder = self._bare_name(end)
            if holder is not None:
                self._assign(self.cast.members[holder.member], role)
                self.named.add(index)

    def _bare_name(self, end: int) -> PersonMention | None:
        matches = [m for m in self.grammar.name.finditer(self.text, max(0, end - 60), end) if m.end() == end]
        if not matches or self._taken(matches[-1].start(), end):
            return None
        start = self._name_start(matches[-1].start(), end)
        if any(start < n.end and n.start < end for n in self.names if n.kind != "person"):
            return None
        return self._mention(start, end, start) if " " in self.text[start:end] else None

    def family_names(self) -> None:
        """Family names alone, of those introduced."""
        table = {f: i for i, m in reversed(list(enumerate(self.cast.members))) for f in m.family if len(f) > 1}
        for match in self._words({*table, *self.identities.families()}):
            if self._taken(match.start(), match.end()) or match.start() in self.other_starts:
                continue
            if match[0] in table:
                self.cast.mentions.append(PersonMention(match.start(), match.end(), table[match[0]], match.start()))
            elif not FOLLOWED.match(self.text, match.end()):
                mention = self._mention(match.start(), match.end(), match.start())
                table[match[0]] = mention.member

    def _words(self, words: set[str]) -> list[re.Match[str]]:
        if not words:
            return []
        longest_first = sorted(map(re.escape, words), key=lambda w: (-len(w), w))
        return list(re.finditer(r"(?<![\w-])(?:" + "|".join(longest_first) + r")(?![\w-])", self.text))

    def plural_titles(self) -> None:
        """«les présidents russe Dmitri Medvedev et ukrainien Viktor Ianoukovitch»: each name in the row holds the office."""
        mentions = sorted(self.cast.mentions, key=lambda m: m.start)
        for role in (r for r in self.roles if r.plural and r.function not in ("counterpart", "leader", "other")):
            at, state = role.end, role.state
            for mention in (m for m in mentions if m.start >= role.end):
                gap = fold(self.text[at : mention.start])
                if len(gap) > 45 or not ROW_GAP.fullmatch(gap):
                    break
                near = [n.key for n in self.names if at <= n.start < mention.start and n.kind == "adjective"]
                member = self.cast.members[mention.member]
                self._assign(member, replace(role, plural=False, state=near[-1] if near else member.state or state))
                at, state = mention.end, ""

    def finish(self) -> Cast:
        """Sort, and keep the offices that nobody's name came with."""
        self.cast.mentions.sort(key=lambda m: m.start)
        self.cast.free = [r for i, r in enumerate(self.roles) if i not in self.named]
        return self.cast

    def _taken(self, start: int, end: int) -> bool:
        return any(m.start < end and start < m.end for m in self.cast.mentions)

    def _name_end(self, start: int, end: int) -> int:
        """Cut a name where a known name of another kind begins, or a sentence ends."""
        known = self.persons_at.get(start)
        if known:
            return known.end
        if start in self.other_starts or self._word(start) in self.grammar.stop or fold(self._word(start)) in title_openings(self.language):
            return start
        inner = [s - 1 for s in self.other_starts if start < s < end]
        end = min([end, *(at for at in inner if not self._name_goes_on(at + 1))])
        stop = re.search(r"(?<=[\w’']{2})\.(?=\s)", self.text[start:end])
        end = start + stop.start() if stop else end
        return start + len(self.text[start:end].rstrip(" .,-'’\u00a0"))

    def _name_goes_on(self, start: int) -> bool:
        """Is a place's name inside a person's («Laurent Salvador Lamothe»)?"""
        return bool(re.match(r"[A-ZÀ-ÖØ-Þ][\w’'-]+[ \u00a0][A-ZÀ-ÖØ-Þ][\w’'-]+", self.text[start : start + 60]))

    def _name_start(self, start: int, end: int) -> int:
        while self._word(start) in self.grammar.stop and " " in self.text[start:end]:
            start = self.text.index(" ", start) + 1
        return start

    def _word(self, start: int) -> str:
        match = re.match(r"[^\s,.’'-]+", self.text[start:])
        return match[0] if match else ""

    def _mention(self, start: int, end: int, role_start: int, *, role: Role | None = None, honorific: str = "") -> PersonMention:
        index = self._member(start, end, role)
        member = self.cast.members[index]
        if role is not None:
            self._assign(member, role)
        if honorific.startswith(("Mme", "Mlle", "Madame")):
            member.gender = "f"
        mention = PersonMention(start, end, index, role_start)
        self.cast.mentions.append(mention)
        return mention

    def _member(self, start: int, end: int, role: Role | None) -> int:
        written = re.sub(r"\s+", " ", self.text[start:end]).replace("’", "'")
        name = self.persons_at.get(start)
        folded = fold(written)
        for index, member in enumerate(self.cast.members):
            if (name and member.person in name.keys) or fold(member.name) == folded:
                return index
            if " " not in written and written in member.family:
                return index
        person = self.known_persons.persons[name.keys[0]] if name and len(name.keys) == 1 else self._identify(written, role)
        if person is not None:
            same = next((i for i, m in enumerate(self.cast.members) if m.person == person.id), None)
            if same is not None:
                self.cast.members[same].family |= {written.split()[-1]}
                return same
            family = set(person.family) | {written.split()[-1]}
            member = Member(person.name, family, person.id, person.state, gender=person.gender)
        else:
            member = Member(written, {written.split()[-1], written})
        self.cast.members.append(member)
        return len(self.cast.members) - 1

    def _identify(self, written: str, role: Role | None) -> Person | None:
        if role is not None and role.function not in ("counterpart", "leader", "other") and not role.former:
            return self.identities.by_office(written, role)
        return self.identities.by_name(written) if " " in written else self.identities.by_family(written)

    def _assign(self, member: Member, role: Role) -> None:
        if role.function == "counterpart":
            role = self._counterpart(role)
            if member.person and not any(t.function == role.function for t in self.known_persons.persons[member.person].tenures):
                return
        if role.function == "leader":
            member.state = member.state or role.state
            return
        member.roles.append(role)
        if role.former:
            member.state = member.state or role.state
            return
        if not member.role or member.function == "other":
            member.role, member.function = role.role, role.function
        member.state = member.state or role.state
        member.organization = member.organization or role.organization

    def _counterpart(self, role: Role) -> Role:
        """«son homologue»: the function of the last one named before."""
        earlier = [m for m in self.cast.mentions if m.start < role.start and self.cast.members[m.member].function]
        functions = [r for r in self.roles if r.end <= role.start and r.function not in ("counterpart", "leader", "other")]
        if functions:
            function, title = functions[-1].function, functions[-1].role
        elif earlier:
            member = self.cast.members[max(earlier, key=lambda m: m.start).member]
            function, title = member.function, member.role
        else:
            return replace(role, function="leader")
        general = function in ("head-of-state", "head-of-government", "deputy-head-of-government")
        usual = role_of(function, role.state, self.language) if general else title if title.startswith(SHARED_TITLES) else ""
        return replace(role, function=function, role=usual)
