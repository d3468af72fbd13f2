"""How people's names stand in a text: after titles, after «M.» or «Mr», in rows. The words are the pack's, the patterns are here."""

import re
from dataclasses import dataclass
from functools import lru_cache

from communique.language.folding import fold
from communique.language.names import Name
from communique.language.packs import table
from communique.language.roles import title_openings

_CAP = r"[A-ZÀ-ÖØ-ÞŒĀŞŠŽČİ](?:[\w’'\-]|(?<=\b[A-ZÀ-Þ])\.|\.(?=[\w’'\-]))*"
FOLLOWED = re.compile(r"[ \u00a0][A-ZÀ-ÖØ-Þ]|-\w")
_CLOSED = re.compile(r"\s?[,.;:)»”\"–—]|\s(?:and|et|on|who|qui)\b|\s*$")


@dataclass(frozen=True, slots=True)
class PersonGrammar:
    """How names of people stand in a text of one language."""

    after_title: re.Pattern[str]
    honored: re.Pattern[str]
    unknown_field: re.Pattern[str]
    name: re.Pattern[str]
    apposed: re.Pattern[str]
    row_gap: re.Pattern[str]
    possessive: re.Pattern[str]
    together: re.Pattern[str]
    """An honorific of several people."""
    preposition: re.Pattern[str]
    feminine: tuple[str, ...]
    stop: frozenset[str]
    cut: frozenset[str]
    hanging: re.Pattern[str]
    """What is written with a capital and ends no name: an honorific, a lone initial."""
    things: frozenset[str]
    """Last words of names that are no person's: «General Assembly»."""
    accompanied: re.Pattern[str]
    """Before those who come with someone."""


@lru_cache(maxsize=8)
def person_grammar(language: str) -> PersonGrammar:
    """Give the patterns of a language, made once."""
    people = table(language, "grammar")["people"]
    one, particle = people["honorific"], people["particles"]
    honorific = rf"{one}(?:[ \u00a0]{one}){{0,2}}"
    name = rf"{_CAP}(?:(?:[ \u00a0](?:{particle}[ \u00a0]?){{0,2}}|[ \u00a0]?-)(?:al-|el-|d’|d')?{_CAP}){{0,5}}"
    return PersonGrammar(
        re.compile(rf"(?:[ \u00a0]\([^)\s]{{2,14}}\))?(?:[ \u00a0]|,[ \u00a0])(?:(?P<hon>{honorific})[ \u00a0])?(?P<name>{name})"),
        re.compile(rf"(?<![\w’'-])(?P<hon>{honorific})(?:[ \u00a0]+|(?<=M\.))(?P<name>{name})"),
        re.compile(rf"{people['unknown_field']}(?:(?P<hon>{honorific})[ \u00a0])?(?P<name>{name})"),
        re.compile(name),
        re.compile(people["apposed"]),
        re.compile(people["row_gap"]),
        re.compile(people["possessive"]),
        re.compile(people["together"]),
        re.compile(people["preposition"]),
        tuple(people["feminine"]),
        frozenset(people["stop"]),
        frozenset(people["cut"]),
        re.compile(rf"[ \u00a0](?:{one}|[A-ZÀ-Þ]\.?)$"),
        frozenset(people["things"]),
        re.compile(people["accompanied"]),
    )


@dataclass(frozen=True, slots=True)
class Edges:
    """Where a name in a text begins and ends, seen what else is named there."""

    text: str
    grammar: PersonGrammar
    openings: frozenset[str]
    persons_at: dict[int, Name]
    other_starts: frozenset[int]
    places: frozenset[int]

    def end(self, start: int, end: int) -> int:
        """Cut a name where a known name of another kind begins, or a sentence ends; `start` where there is no name."""
        known = self.persons_at.get(start)
        if known:
            return known.end
        if (start in self.other_starts and not self._after_place(start)) or self._opens(start) or self._shouted(start):
            return start
        inner = [s - 1 for s in self.other_starts if start < s < end]
        end = min(
            [end, *(at for at in inner if not self._goes_on(at + 1) and not (at + 1 in self.places and self._is_one_word(start, at)))]
        )
        stops = [re.search(r"(?<=[\w’']{2})\.(?=\s)", self.text[start:end]), self.grammar.possessive.search(self.text[start:end])]
        end = min([end, *(start + stop.start() for stop in stops if stop)])
        words = re.finditer(r"[ \u00a0]([^\W\d_]+)", self.text[start:end])
        end = min([end, *(start + w.start() for w in words if w[1] in self.grammar.cut)])
        return self._without_ends(start, start + len(self.text[start:end].rstrip(" .,-'’\u00a0")))

    def _without_ends(self, start: int, end: int) -> int:
        """Leave out an honorific or an initial at the end («Doe M.»); `start` where the last word is a thing's («General Assembly»)."""
        while hanging := self.grammar.hanging.search(self.text[start:end]):
            end = start + len(self.text[start : start + hanging.start()].rstrip(" .,-'’\u00a0"))
        words = self.text[start:end].split()
        return start if words and words[-1] in self.grammar.things else end

    def is_no_name(self, word: str) -> bool:
        """Is it an opening word, a month or a number («Un», «May», «II») that a name ends in as well?"""
        return word in self.grammar.stop or word in self.grammar.cut or bool(re.fullmatch(r"[IVX]+", word))

    def _shouted(self, start: int) -> bool:
        """Is the whole line in capitals, so that they mark no name?"""
        line = self.text[self.text.rfind("\n", 0, start) + 1 :].split("\n", 1)[0]
        return len(line) > 20 and line.isupper()

    def _opens(self, start: int) -> bool:
        """Does a sentence or a title begin with this word? Not an initial before another («A K Doe»)."""
        word = self.word(start)
        if re.match(r"[A-Z]\.?[ \u00a0][A-Z]\b", self.text[start : start + 5]):
            return False
        return word in self.grammar.stop or fold(word) in self.openings

    def _after_place(self, start: int) -> bool:
        """Is a place's name a given name here («Santiago Peña»)?"""
        return start in self.places and bool(re.match(r"[A-ZÀ-Þ][\w’'-]+[ \u00a0][A-ZÀ-ÖØ-Þ][\w’'-]+", self.text[start : start + 60]))

    def _is_one_word(self, start: int, end: int) -> bool:
        """Would only one word be left, too little for a name before a place («Patricia Scotland»)?"""
        return re.fullmatch(r"[^\W\d_]{3,}", self.text[start:end]) is not None

    def _goes_on(self, start: int) -> bool:
        """Is a place's name inside a person's («Laurent Salvador Lamothe»)?"""
        return bool(re.match(r"[A-ZÀ-ÖØ-Þ][\w’'-]+[ \u00a0][A-ZÀ-ÖØ-Þ][\w’'-]+", self.text[start : start + 60]))

    def start(self, start: int, end: int) -> int:
        """Give where a name begins once the words that only begin a sentence are left out."""
        while self.word(start) in self.grammar.stop and " " in self.text[start:end]:
            start = self.text.index(" ", start) + 1
        return start

    def word(self, start: int) -> str:
        """Give the word that begins at an offset, empty where none does."""
        match = re.match(r"[^\s,.’'-]+", self.text[start:])
        return match[0] if match else ""

    def closed(self, end: int) -> bool:
        """Does an apposition end here?"""
        return _CLOSED.match(self.text, end) is not None


def edges(text: str, names: list[Name], language: str) -> Edges:
    """Give the edges of a text in which names have been found."""
    return Edges(
        text, person_grammar(language), title_openings(language), {n.start: n for n in names if n.kind == "person"},
        frozenset(n.start for n in names if n.kind in ("state", "organization", "place", "initiative")),
        frozenset(n.start for n in names if n.kind == "place" and " " not in text[n.start : n.end]),
    )  # fmt: skip
