"""A word that tells of an encounter, and the place in a sentence where it stands: what all rules of encounters read.

Decides nothing: who takes part is for the verb and noun rules, where and when for the settings.
"""

import re
from dataclasses import dataclass

from communique.extract.encounter_lexicon import Words
from communique.extract.encounter_parties import owner, subject_of
from communique.extract.scene import Scene
from communique.extract.units import after, people, row, units
from communique.language import clauses
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
    """The time that tells this encounter from others of one cue: «celles d'octobre 2018»."""
    whom: tuple[int, int] | None = None
    """The person who tells this encounter from others of one cue: «et par Y»."""


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

    def reads(self, name: str) -> re.Match[str] | None:
        """Match a pattern on the noun with what narrows it down, behind it or, in such a language, before it."""
        pattern = self.words.patterns[name]
        return pattern.match(self.rest) or (
            covering(self.scene, self.sentence, self.token, pattern) if self.words.modified_before else None
        )

    @property
    def phrase(self) -> str:
        """The folded words of `rest`, with those that may narrow the noun down before it."""
        lead = self.scene.folded(max(self.sentence.start, self.token.start - 24), self.token.start) if self.words.modified_before else ""
        return re.split(r"[,;:.]", lead)[-1] + self.rest

    def after(self, words: str, reach: int = 60) -> Parties:
        """Give the row of parties after a preposition of the pack (`with`, `by`, `of`, `between`)."""
        return after(self.scene, self.words.leads[words], self.token.end, self.sentence.end, reach=reach)

    def whose(self, determiner: str) -> Parties:
        """Whose a noun of encounter is: by a genitive, the speaker's of its sentence, else by grammar."""
        if owners := people(possessor(self.scene, self.sentence, self.token, self.words)):
            return owners
        if len(people(self.said)) == 1 and determiner != "their":
            return people(self.said)
        return owner(self.scene, self.sentence, self.token, determiner, self.focus)

    def subject(self) -> Parties:
        """Give who does what the verb says."""
        found = _delegation_lead(self) or subject_of(self.scene, self.sentence, self.token, self.focus)
        return found if people(found) else _right_before(self) or found

    def governor(self) -> Token | None:
        """Give the nearest verb above the cue."""
        return next((a for a in self.sentence.ancestors(self.token) if a.upos in ("VERB", "AUX")), None)

    def made(self, kind: str, participants: Parties, rule: str, *, least: int, host: str = "") -> Cue | None:
        """Make a cue where enough parties are named."""
        parties = tuple(dict.fromkeys(participants))
        return Cue(self.sentence, self.token, kind, parties, rule, host=host) if len(parties) >= least else None


def _right_before(site: Site) -> Parties:
    """Who stands before a verb whose subject the parse does not tell: only the last one named, nothing else between."""
    near = [u for u in units(site.scene, site.sentence.start, site.token.start) if people(u.parties)]
    if not near or site.token.start - near[-1].end > 30 or site.token.upos not in ("VERB", "AUX"):
        return ()
    between = site.scene.folded(near[-1].end, site.token.start)
    return near[-1].parties if site.words.patterns["before_a_verb"].fullmatch(between) else ()


def _delegation_lead(site: Site) -> Parties:
    """«Une délégation conduite par X séjourne à Z»: the subject is a delegation, who leads it takes part."""
    folded = site.scene.folded(site.sentence.start, site.token.start)
    found = list(site.words.patterns["led_by"].finditer(folded))
    if not found:
        return ()
    named = row(site.scene, site.sentence.start + found[-1].end(), site.token.start, gap=12)
    return people(named)[:1]


def covering(scene: Scene, sentence: Sentence, token: Token, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """Find where a pattern covers a noun: «the joint press conference»; offsets are the folded document's."""
    start, end = max(sentence.start, token.start - 70), min(sentence.end, token.end + 60)
    for match in pattern.finditer(scene.mentions.folded, start, end):
        if match.start() <= token.start < match.end():
            return match
    return None


def possessor(scene: Scene, sentence: Sentence, noun: Token, words: Words) -> Parties:
    """Give whose a noun is by a genitive before it: «Kenyatta's state visit»."""
    match = words.patterns["possessive"].search(scene.folded(sentence.start, noun.start))
    if match is None:
        return ()
    end = sentence.start + match.start()
    near = [u for u in units(scene, sentence.start, end + 1) if u.end == end]
    return near[-1].parties if near else ()


def whom_before(site: Site, pattern: str = "with_whom") -> Parties:
    """Give whom a relative clause is about: «Y, with whom X held talks», «Y, avec qui il s'est entretenu», «Y, whom X met»."""
    match = site.words.patterns[pattern].search(site.before)
    if match is None:
        return ()
    end = site.sentence.start + match.start()
    near = [u for u in units(site.scene, site.sentence.start, end + 1) if people(u.parties) and 0 <= end - u.end <= 30]
    return people(near[-1].parties) if near and "," not in site.scene.folded(near[-1].end, end) else ()


def done(form: clauses.VerbForm) -> bool:
    """Is a verb told as done: «a rencontré», «rencontra», «met», «has met»?"""
    return form.perfect or form.tense == "Past"


def order_over(sentence: Sentence, token: Token, words: Words) -> Token | None:
    """Give the verb that orders someone else to do this: «directed their ministers to meet», «ont chargé X de rencontrer Y»."""
    if not clauses.is_infinitive(token):
        return None
    for above in reversed(sentence.tokens[max(0, token.index - 16) : token.index]):
        if above.text in (";", ":", "."):
            return None
        if above.upos == "VERB":
            between = sentence.tokens[above.index + 1 : token.index]
            return above if above.lemma in words.lemmas["ordering"] and any(t.upos in ("NOUN", "PROPN") for t in between) else None
    return None


def under_refusal(site: Site) -> bool:
    """Does a verb stand under one that keeps it from happening: «refused to meet»?"""
    above = site.sentence.head(site.token)
    governed = site.token.deprel in ("xcomp", "ccomp", "advcl", "obj")
    return above is not None and governed and above.lemma in site.words.lemmas["refusing"]


def persons_first(parties: Parties) -> Parties:
    """Where persons meet, states named beside them are not participants of their own."""
    persons = people(parties)
    return persons if len(persons) > 1 else parties
