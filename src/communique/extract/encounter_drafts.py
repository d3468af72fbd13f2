"""Whether two tellings are of one encounter: kind, people, place and day must not disagree.

Refuses to join a verb's people to an earlier encounter that had others: a second guest is a second meeting.
"""

from dataclasses import dataclass, field

from communique.extract.encounter_words import Cue
from communique.extract.settings import Setting
from communique.records import edtf
from communique.records.parts import Party


@dataclass
class Draft:
    """One encounter while its cues are gathered."""

    kind: str
    participants: list[Party]
    setting: Setting
    cues: list[Cue] = field(default_factory=list)

    def take(self, cue: Cue, setting: Setting) -> None:
        """Add a cue's facts where there are none yet; people in the place of the states that they speak for."""
        self.cues.append(cue)
        fresh = [p for p in cue.participants if key(p) not in self.keys()]
        spoken_for = {p.state for p in fresh if p.kind == "person"}
        if not (fresh and all(p.kind == "state" for p in fresh) and self.people()):
            self.participants = [p for p in self.participants if p.kind != "state" or p.state not in spoken_for] + fresh
        self.setting = self.setting.filled(setting)

    def keys(self) -> set[str]:
        """Give the participants' keys."""
        return {key(p) for p in self.participants}

    def people(self) -> set[str]:
        """Give the keys of the persons."""
        return {key(p) for p in self.participants if p.kind == "person"}

    def states(self) -> set[str | None]:
        """Give the states that participants are, belong to or speak for."""
        return {p.state for p in self.participants}

    @property
    def start(self) -> int:
        """Where it is first told."""
        return self.cues[0].token.start


def key(party: Party) -> str:
    """What tells a party from another."""
    return party.id or party.name


def is_same(draft: Draft, cue: Cue, setting: Setting, here: list[Draft]) -> bool:
    """Tell whether a cue is of an encounter already found; `here` are those of its own sentence."""
    if draft.kind != cue.kind and {draft.kind, cue.kind} != {"meeting", "call"}:
        return False
    if not dates_agree(draft.setting.date, setting.date) or not _places_agree(draft, setting):
        return False
    if draft.setting.status != setting.status and not (cue.definite or draft.kind == "visit" and cue.rule.startswith("noun")):
        return False
    if not _series_agree(draft.setting, setting):
        return False
    if draft.kind == "ceremony" and not cue.definite and all(c.token.lemma != cue.token.lemma for c in draft.cues):
        return False
    theirs = {key(p) for p in cue.participants}
    if setting.series and draft.setting.series is None and theirs and all(p.kind == "state" for p in cue.participants):
        return False
    if not theirs:
        return cue.definite or draft in here
    if draft.kind == "visit":
        return bool(draft.keys() & theirs) and (draft.setting.host in (None, setting.host) or setting.host is None)
    if draft.kind == "conference":
        return draft.setting.series == setting.series or setting.series is None
    if draft.kind == "signing":
        states = {p.state for p in cue.participants if p.state}
        beside = cue.sentence.index - draft.cues[-1].sentence.index <= 1
        beside = beside and (cue.definite or len(states) > 1 and draft.states() == states)
        return draft.keys() == theirs or draft in here or beside
    return _same_people(draft, cue, theirs, here)


def _same_people(draft: Draft, cue: Cue, theirs: set[str], here: list[Draft]) -> bool:
    mine = draft.keys()
    if theirs == mine or theirs < mine and (cue.rule.startswith("noun") or draft in here) or mine < theirs and draft in here:
        return True
    states = {p.state for p in cue.participants}
    return draft.states() == states and bool(draft.people()) != any(p.kind == "person" for p in cue.participants)


def _series_agree(mine: Setting, theirs: Setting) -> bool:
    if mine.ordinal and theirs.ordinal and mine.ordinal != theirs.ordinal and mine.series:
        return False
    return mine.series is None or theirs.series is None or mine.series == theirs.series


def dates_agree(first: str | None, second: str | None) -> bool:
    """Tell whether two times can be of one encounter; an unknown one can."""
    if first is None or second is None:
        return True
    a, b = edtf.bounds(first), edtf.bounds(second)
    return a.first <= b.last and b.first <= a.last


def _places_agree(draft: Draft, setting: Setting) -> bool:
    mine, theirs = draft.setting.place, setting.place
    if mine is None or theirs is None or mine.name == theirs.name:
        return True
    return draft.kind in ("visit", "conference") and mine.state == theirs.state or mine.state == theirs.state and theirs.name in mine.name
