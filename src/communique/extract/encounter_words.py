"""The words of encounters, and the place in a sentence where one of them stands: what all rules of encounters read.

Decides nothing: who takes part is for the verb and noun rules, where and when for the settings.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from communique.extract.encounter_parties import owner, subject_of
from communique.extract.scene import Scene
from communique.extract.units import after, people
from communique.language.packs import table
from communique.language.tokens import Sentence, Token
from communique.records.parts import Party

Parties = tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """One word that tells of an encounter."""

    sentence: Sentence
    token: Token
    kind: str
    participants: Parties
    rule: str
    definite: bool = False
    """Whether it may only point back («cette rencontre», «leur entretien»)."""
    host: str = ""
    """The state that receives, where the words say who does: «X a reçu Y»."""
    stop: tuple[int, int] | None = None
    """The name of the place that the words themselves tie to a visit: «l'a conduit au Kirghizistan»."""
    anchor: tuple[int, int] | None = None
    """The words that tell this encounter from others of one cue: a time («celles d'octobre 2018»), a person («et par Y»)."""


@dataclass(frozen=True)
class Words:
    """The encounter words of a language."""

    nouns: dict[str, str]
    verbs: dict[str, str]
    patterns: dict[str, re.Pattern[str]]
    series: tuple[tuple[re.Pattern[str], str, str], ...]
    """Pattern, canonical name, and the kind of encounter where the format itself decides it."""
    ordinals: dict[str, int]
    plain_meetings: frozenset[str]
    weak: frozenset[str]
    carriers: frozenset[str]
    tours: frozenset[str]
    witnessing: frozenset[str]
    resuming: frozenset[str]


@lru_cache(maxsize=8)
def lexicon(language: str) -> Words:
    """Give the encounter words of a language."""
    data = table(language, "encounters")
    return Words(
        {lemma: kind for kind, lemmas in data["nouns"].items() for lemma in lemmas},
        {lemma: rule for rule, lemmas in data["verbs"].items() for lemma in lemmas},
        {name: re.compile(p) for name, p in data["patterns"].items()},
        tuple((re.compile(s["pattern"]), s["name"], s.get("kind", "")) for s in data["series"]),
        data["ordinals"], frozenset(data["plain"]["meeting"]), frozenset(data["plain"]["weak"]),
        frozenset(data["plain"]["carriers"]), frozenset(data["plain"]["tours"]),
        frozenset(data["plain"]["witnessing"]), frozenset(data["plain"]["resuming"]),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Site:
    """Where a cue is looked for: a word in its sentence, whom a pronoun means there, and who speaks in it."""

    scene: Scene
    sentence: Sentence
    token: Token
    focus: Parties
    said: Parties
    words: Words

    @property
    def folded(self) -> str:
        """The folded sentence."""
        return self.scene.folded(self.sentence.start, self.sentence.end)

    @property
    def before(self) -> str:
        """The folded words before the cue."""
        return self.scene.folded(self.sentence.start, self.token.start)

    @property
    def rest(self) -> str:
        """The folded words from the cue on, as far as they can belong to it."""
        return self.scene.folded(self.token.start, min(self.sentence.end, self.token.end + 60))

    def after(self, words: str, reach: int = 60) -> Parties:
        """Give the row of parties after one of the given prepositions."""
        return after(self.scene, words, self.token.end, self.sentence.end, reach=reach)

    def whose(self, determiner: str) -> Parties:
        """Whose a noun of encounter is: the speaker's of its sentence, else by grammar."""
        if len(people(self.said)) == 1 and determiner != "leur":
            return people(self.said)
        return owner(self.scene, self.sentence, self.token, determiner, self.focus)

    def subject(self) -> Parties:
        """Give who does what the verb says."""
        return subject_of(self.scene, self.sentence, self.token, self.focus)

    def governor(self) -> Token | None:
        """Give the nearest verb above the cue."""
        return next((a for a in self.sentence.ancestors(self.token) if a.upos in ("VERB", "AUX")), None)

    def made(self, kind: str, participants: Parties, rule: str, *, least: int, host: str = "") -> Cue | None:
        """Make a cue where enough parties are named."""
        parties = tuple(dict.fromkeys(participants))
        return Cue(self.sentence, self.token, kind, parties, rule, host=host) if len(parties) >= least else None


def persons_first(parties: Parties) -> Parties:
    """Where persons meet, states named beside them are not participants of their own."""
    persons = people(parties)
    return persons if len(persons) > 1 else parties
