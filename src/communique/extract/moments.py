"""When and on what occasion something was said: by a day named beside the verb, by the encounter it belongs to."""

import re
from dataclasses import dataclass
from functools import lru_cache

from communique.extract.scene import Scene
from communique.extract.speech import Utterance
from communique.language.packs import table
from communique.language.times import Time, resolve
from communique.language.tokens import Sentence
from communique.records import edtf
from communique.records.kinds import Encounter

_HISTORY = 400
"""Days after which nobody is quoted any more."""


@lru_cache(maxsize=8)
def _venues(language: str) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(pattern) for name, pattern in table(language, "grammar")["venues"].items()}


@dataclass
class Moments:
    """The times of a document and its encounters, asked by sentence and span."""

    scene: Scene
    times: list[Time]
    encounters: list[Encounter]
    utterances: list[Utterance]

    def times_in(self, start: int, end: int) -> list[Time]:
        """Give the times named inside a span."""
        return [t for t in self.times if t.start >= start and t.end <= end]

    def resolved(self, time: Time, hint: str = "") -> str | None:
        """Give the EDTF of a time, seen from the day of publication."""
        return resolve(time, self.scene.published, "future" if hint == "future" else "past" if hint == "past" else "")

    def of_utterance(self, utterance: Utterance) -> str | None:
        """Give when something was said: a day beside the verb of saying, else the day of its occasion, else of publication."""
        a, b = utterance.evidence
        start, end = utterance.content
        for time in self.times_in(a, b):
            if start <= time.start < end or time.kind != "date":
                continue
            day = self.resolved(time, "past")
            if day and self._historic(day):
                continue
            if day and (edtf.bounds(day).last - edtf.bounds(day).first).days < 32:
                return day
        return self.of_sentence(utterance.sentence)

    def _historic(self, day: str) -> bool:
        """Is a day years before publication, so that it is what was spoken of and not when?"""
        published = self.scene.published
        return published is not None and (edtf.bounds(published).first - edtf.bounds(day).last).days > _HISTORY

    def of_sentence(self, sentence: Sentence) -> str | None:
        """Give the day of the encounter that a sentence belongs to, null where there is none."""
        encounter = self.encounter_of(sentence)
        return encounter.date if encounter else None

    def due(self, reach: tuple[int, int]) -> str | None:
        """Give by when: a deadline or a future time inside the words of a promise."""
        for time in (t for t in self.times_in(*reach) if t.kind in ("date", "deadline", "until", "interval")):
            stated = time.kind == "deadline" or self.scene.published is not None
            if stated and (day := self.resolved(time, "future")) and self._later(day):
                return day
        return None

    def _later(self, day: str) -> bool:
        published = self.scene.published
        return published is None or edtf.bounds(day).last > edtf.bounds(published).last

    def encounter_of(self, sentence: Sentence) -> Encounter | None:
        """Give the encounter whose evidence stands in a sentence, else the one named last before it; planned ones never."""
        held = [e for e in self.encounters if e.status == "held" and e.kind != "visit" and not (e.date and self._historic(e.date))]
        here = [e for e in held if any(s.start < sentence.end and sentence.start < s.end for s in e.evidence)]
        if here:
            return here[0]
        before = [(max(s.start for s in e.evidence if s.start <= sentence.start), e) for e in held if e.evidence[0].start <= sentence.start]
        if before:
            return max(before, key=lambda pair: pair[0])[1]
        return held[0] if held else None

    def venue(self, utterance: Utterance) -> str | None:
        """Give the id of the encounter where it was said, or `interview`, `article`, `speech`; null where nothing says it."""
        start, end = utterance.sentence.start, utterance.sentence.end
        folded = self.scene.folded(start, end)
        for name, pattern in _venues(self.scene.mentions.parse.language).items():
            if pattern.search(folded):
                return name
        encounter = self.encounter_of(utterance.sentence)
        people = {p.name for p in utterance.speakers if p.kind == "person"}
        if encounter and (not people or people & {p.name for p in encounter.participants}):
            return encounter.id
        return None


def find_moments(scene: Scene, utterances: list[Utterance]) -> Moments:
    """Find the times of a document."""
    return Moments(scene, list(scene.mentions.times), [], utterances)
