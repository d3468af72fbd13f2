"""Who is in a document: its cast. Names come with a title, from the knowledge base, or after «M.»; nobody is dropped.

A family name alone counts once someone of that name has been introduced. Offices without a name wait for the date.
"""

import re
from collections import Counter
from dataclasses import replace

from communique.knowledge.catalog import catalog
from communique.language.folding import fold, unaccented
from communique.language.identities import family_first, identities
from communique.language.members import Cast, Member, Members, PersonMention
from communique.language.names import Name
from communique.language.packs import table
from communique.language.person_grammar import FOLLOWED, edges, person_grammar
from communique.language.roles import POINTING, Role

__all__ = ["Cast", "Member", "PersonMention", "find_cast"]


def find_cast(text: str, folded: str, names: list[Name], roles: list[Role], language: str) -> Cast:
    """Find everyone that a text names; `folded` has its offsets."""
    builder = _Builder(text, folded, names, roles, language)
    builder.titled()
    builder.honored()
    builder.known()
    builder.trailing_roles()
    builder.plural_names()
    builder.family_names()
    builder.plural_titles()
    return builder.finish()


class _Builder:
    """Fills one cast; each step adds mentions where no earlier step has put one."""

    def __init__(self, text: str, folded: str, names: list[Name], roles: list[Role], language: str) -> None:
        self.text, self.folded, self.names, self.roles, self.language = text, folded, names, roles, language
        self.grammar, self.known_persons = person_grammar(language), catalog()
        self.edges = edges(text, names, language)
        self.titles = {k: re.compile(table(language, "grammar")["titles"][k]) for k in ("joined", "owner")}
        self.cast = Cast(roles=list(roles))
        self.named: set[int] = set()
        self.title_words = {word for role in roles for word in folded[role.start : role.end].split()}
        self.name_ends = {n.end for n in names if n.kind != "person"}
        self.identities = identities(self.known_persons, names)
        self.members = Members(
            self.cast, roles, self.edges.persons_at, self.identities, self.known_persons, language, self.folded,
            self.grammar.accompanied,
        )  # fmt: skip

    def titled(self) -> None:
        """«le président kazakh Kassym-Jomart Tokaïev», «son homologue malien, Abdoulaye Diop»."""
        for index, role in enumerate(self.roles):
            match = self.grammar.after_title.match(self.text, role.end) or self._after_unknown_field(role)
            if not match or role.plural or self._owns(role):
                continue
            start = self._begins(match)
            end = self.edges.end(start, match.end("name"))
            apart = self.text[role.end : start].startswith(",")
            known = start in self.edges.persons_at
            if end <= start or (apart and not match["hon"] and not known and " " not in self.text[start:end]):
                continue
            if self._another_office(start, role) or (apart and not self.edges.closed(end)) or self._behind_its_name(role, start, end):
                continue
            role = self._of_unknown_body(self._of_state_behind(role, end))
            if same := next((m for m in self.cast.mentions if m.start == start), None):
                self.members.assign(self.cast.members[same.member], role)
                self.named.add(index)
                continue
            mention = self._mention(start, end, role.start, role=role, honorific=match["hon"] or "")
            self.named.add(index)
            self._joined_before(index, mention)

    def _owns(self, role: Role) -> bool:
        """«the President's Media Office»: what an office has is no name of its holder."""
        return role.head >= 0 and self.grammar.possessive.search(self.text[role.head : role.end]) is not None

    def _begins(self, match: re.Match[str]) -> int:
        """Where a name begins: with the honorific where a known name has it («Sheikh Hasina»)."""
        return match.start("hon") if match["hon"] and match.start("hon") in self.edges.persons_at else match.start("name")

    def _of_state_behind(self, role: Role, end: int) -> Role:
        """«President Doe of Ruritania»: the state behind the name, where none stands with the title."""
        link = self.titles["owner"].match(self.folded, end)
        name = next((n for n in self.names if n.start == link.end() and n.kind == "state" and n.key), None) if link else None
        return replace(role, state=name.key) if name and not role.state and not role.organization else role

    def _of_unknown_body(self, role: Role) -> Role:
        """«ABCD President Doe»: an acronym that is no state has the office, not a state."""
        body = re.search(r"(?<![\w'’-])[A-Z][A-Z&]{2,8}(?:'s|’s)? $", self.text[max(0, role.start - 14) : role.start])
        line = self.text[self.text.rfind("\n", 0, role.start) + 1 :].split("\n", 1)[0]
        top = role.function in ("head-of-state", "head-of-government", "head-of-organization")
        if body is None or not top or role.state or role.organization or line.isupper():
            return role
        return replace(role, function="head-of-organization")

    def _joined_before(self, index: int, mention: PersonMention) -> None:
        """«Deputy Prime Minister and Foreign Minister Doe»: the office right before is of the same person."""
        while index > 0 and index - 1 not in self.named:
            first, second = self.roles[index - 1], self.roles[index]
            gap = self.titles["joined"].fullmatch(self.folded, first.end, second.start)
            if not gap or first.plural or first.function in POINTING or second.function in POINTING:
                return
            index -= 1
            self.members.assign(self.cast.members[mention.member], first, first=True)
            self.named.add(index)
            at = self.cast.mentions.index(mention)
            mention = self.cast.mentions[at] = replace(mention, role_start=first.start)

    def _after_unknown_field(self, role: Role) -> re.Match[str] | None:
        """«le ministre péruvien de la Prospective, Luis Rojas»: a field that the pack does not list."""
        match = self.grammar.unknown_field.match(self.text, role.end)
        return match if match and (" " in match["name"] or match.start("name") in self.edges.persons_at) else None

    def _behind_its_name(self, role: Role, start: int, end: int) -> bool:
        """«Doe, minister of trade and Promotion, said»: a lone unknown word behind an office that follows a name is no second name."""
        if start in self.edges.persons_at or " " in self.text[start:end]:
            return False
        before = self.grammar.apposed.search(fold(self.text[max(0, role.start - 40) : role.start]))
        return before is not None and self.text[: role.start - len(before[0])][-1:].isalpha() and self.text[end : end + 1] == ","

    def _another_office(self, start: int, role: Role) -> bool:
        """Has the one named never held this office? Then the title and the name are two people side by side."""
        name = self.edges.persons_at.get(start)
        if name is None or role.former or role.function not in ("head-of-state", "head-of-government", "foreign-minister"):
            return False
        people = [self.known_persons.persons[key] for key in name.keys]
        return not any(t.function == role.function or t.role == role.role for p in people for t in p.tenures)

    def known(self) -> None:
        """Full names of the knowledge base."""
        for name in self.edges.persons_at.values():
            if not self._taken(name.start, name.end) and not self._inside_longer(name.start):
                self._mention(name.start, name.end, name.start)

    def _inside_longer(self, start: int) -> bool:
        """Is it the end of a longer name («Mahmoud Ali Youssef»)? Titles, states and openings of sentences before it are none."""
        before = re.search(r"([A-ZÀ-ÖØ-Þ][\w’'-]+)[ \u00a0]$", self.text[max(0, start - 40) : start])
        if before is None or before[1] in self.grammar.stop | self.grammar.cut or start - 1 in self.name_ends:
            return False
        return not self.grammar.possessive.search(before[1]) and fold(before[1]) not in self.title_words

    def honored(self) -> None:
        """«M. Barké», «Mme Kolinda Grabar-Kitarović»."""
        for match in self.grammar.honored.finditer(self.text):
            start = self._begins(match)
            end = self.edges.end(start, match.end("name"))
            if end > start and not self._taken(start, end):
                self._mention(start, end, match.start(), honorific=match["hon"])

    def trailing_roles(self) -> None:
        """«Mahamane Moustapha Barké, ministre nigérien du Pétrole»."""
        for index, role in enumerate(self.roles):
            if index in self.named or role.plural:
                continue
            before = self.grammar.apposed.search(fold(self.text[max(0, role.start - 40) : role.start]))
            if not before:
                continue
            end = role.start - len(before[0])
            holder = next((m for m in self.cast.mentions if m.end == end), None)
            if holder is None:
                holder = self._bare_name(end)
            if holder is not None:
                self.members.assign(self.cast.members[holder.member], role)
                self.named.add(index)

    def _bare_name(self, end: int) -> PersonMention | None:
        matches = [m for m in self.grammar.name.finditer(self.text, max(0, end - 60), end) if m.end() == end]
        if not matches or self._taken(matches[-1].start(), end):
            return None
        start = self.edges.start(matches[-1].start(), end)
        if self.edges.end(start, end) < end or any(start < n.end and n.start < end for n in self.names if n.kind != "person"):
            return None
        return self._mention(start, end, start) if " " in self.text[start:end] else None

    def plural_names(self) -> None:
        """«Presidents Doe and Jane Roe», «MM. Doe et Roe»: names right after a plural title, known or not."""
        for role in (r for r in self.roles if r.plural and r.function not in ("leader", "other")):
            self._name_row(role.end, replace(role, plural=False, state=""))
        for match in self.grammar.together.finditer(self.text):
            self._name_row(match.end(), None)

    def _name_row(self, at: int, role: Role | None) -> None:
        """Add the names of a row; a lone unknown word, or one after a preposition, is none."""
        look = at
        while match := self.grammar.name.search(self.text, look, at + 90):
            start, gap = match.start(), fold(self.text[at : match.start()])
            if not self.grammar.row_gap.fullmatch(gap) or len(gap) > 45:
                return
            if place := next((n for n in self.names if n.start == start and n.kind in ("state", "adjective")), None):
                look = place.end
                continue
            end = self.edges.end(start, match.end())
            written = self.text[start:end]
            known = start in self.edges.persons_at or self.members.is_known(written, role)
            if end <= start or (not known and (" " not in written or self.grammar.preposition.search(gap))):
                return
            if not self._taken(start, end):
                self._mention(start, end, start, known_as=role)
            at = look = end

    def family_names(self) -> None:
        """Family names alone, of those introduced."""
        for member in self.cast.members:
            member.family |= family_first(member.name, member.state) if not member.person else set()
        families = [(unaccented(f), i) for i, m in reversed(list(enumerate(self.cast.members))) for f in sorted(m.family) if len(f) > 1]
        families = list(dict.fromkeys(families))
        table = {f[0].upper() + f[1:]: i for f, i in families} | dict(families)
        counts = Counter(f for f, _ in families)
        shared = {f for f in counts if counts[f] > 1}
        for match in self._words({*table, *map(unaccented, self.identities.families())}):
            if (
                self._taken(match.start(), match.end())
                or match.start() in self.edges.other_starts
                or self.edges.is_no_name(self.text[slice(*match.span())])
            ):
                continue
            if match[0] in table:
                member_index = self._nearest(match, families) if match[0] in shared else table[match[0]]
                self.cast.mentions.append(PersonMention(match.start(), match.end(), member_index, match.start()))
            elif not FOLLOWED.match(self.text, match.end()):
                mention = self._mention(match.start(), match.end(), match.start())
                table[match[0]] = mention.member

    def _nearest(self, match: re.Match[str], families: list[tuple[str, int]]) -> int:
        """Give, of those who share a family name, the one named last before, else the first."""
        several = {i for f, i in families if f == match[0]}
        before = [m for m in self.cast.mentions if m.member in several and m.start < match.start()]
        return max(before, key=lambda m: m.start).member if before else min(several)

    def _words(self, words: set[str]) -> list[re.Match[str]]:
        if not words:
            return []
        longest_first = sorted(map(re.escape, words), key=lambda w: (-len(w), w))
        return list(re.finditer(r"(?<![\w-])(?:" + "|".join(longest_first) + r")(?![\w-])", unaccented(self.text)))

    def plural_titles(self) -> None:
        """«les présidents malien X et sénégalais Y»: each name in the row holds the office."""
        mentions = sorted(self.cast.mentions, key=lambda m: m.start)
        for role in (r for r in self.roles if r.plural and r.function not in ("leader", "other")):
            row = self._row(role, mentions)
            in_order = role.states if len(role.states) == len(row) else ()
            for place, (mention, adjective) in enumerate(row):
                member = self.cast.members[mention.member]
                first = role.state if not place and len(role.states) < 2 else ""
                state = adjective or (in_order[place] if in_order else member.state or first)
                single = replace(role, plural=False, states=(), state=member.state or state)
                self.members.assign(member, self._of_state_behind(single, mention.end))

    def _row(self, role: Role, mentions: list[PersonMention]) -> list[tuple[PersonMention, str]]:
        """Give the names that share a plural title, each with the adjective of a state before it."""
        at, row = role.end, []
        for mention in (m for m in mentions if m.start >= role.end):
            gap = fold(self.text[at : mention.start])
            if len(gap) > 45 or not self.grammar.row_gap.fullmatch(gap):
                break
            near = [n.key for n in self.names if at <= n.start < mention.start and n.kind == "adjective"]
            row.append((mention, near[-1] if near else ""))
            at = mention.end
        return row

    def finish(self) -> Cast:
        """Sort, and keep the offices that nobody's name came with."""
        self.cast.mentions.sort(key=lambda m: m.start)
        self.cast.free = [r for i, r in enumerate(self.roles) if i not in self.named]
        return self.cast

    def _taken(self, start: int, end: int) -> bool:
        return any(m.start < end and start < m.end for m in self.cast.mentions)

    def _mention(
        self, start: int, end: int, role_start: int, *, role: Role | None = None, known_as: Role | None = None, honorific: str = ""
    ) -> PersonMention:
        feminine = honorific.startswith(self.grammar.feminine)
        index = self.members.index(self.text, start, end, role or known_as, feminine=feminine)
        member = self.cast.members[index]
        if role is not None:
            self.members.assign(member, role)
        if feminine:
            member.gender = "f"
        mention = PersonMention(start, end, index, role_start)
        self.cast.mentions.append(mention)
        return mention
