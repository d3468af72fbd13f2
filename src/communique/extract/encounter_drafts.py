"""Whether two tellings are of one encounter: kind, people, place and day must not disagree.

Refuses to join a verb's people to an earlier encounter that had others: a second guest is a second meeting.
"""

import re
from dataclasses import dataclass, field, replace

from communique.extract.encounter_dates import told_as_past
from communique.extract.encounter_lexicon import lexicon
from communique.extract.encounter_words import Cue
from communique.extract.settings import Setting
from communique.knowledge.catalog import catalog
from communique.language import clauses
from communique.records import edtf
from communique.records.parts import Party, Place


@dataclass
class Draft:
    """One encounter while its cues are gathered."""

    kind: str
    participants: list[Party]
    setting: Setting
    cues: list[Cue] = field(default_factory=list)

    def take(self, cue: Cue, setting: Setting) -> None:
        """Add a cue's facts where there are none yet; people in the place of the states that they speak for."""
        if self.setting.status == "held" and setting.status == "planned" and is_present(self.cues[0]):
            self.setting = replace(self.setting, status="planned")
        self.cues.append(cue)
        fresh = [p for p in cue.participants if key(p) not in self.keys()]
        spoken_for = {p.state for p in fresh if p.kind == "person"}
        if self.kind == "signing" and sum(p.kind == "person" for p in fresh) > 1:
            spoken_for |= {p.state for p in self.participants if p.kind == "state"}
        if not (fresh and all(p.kind == "state" for p in fresh) and self.people()):
            self.participants = [p for p in self.participants if p.kind != "state" or p.state not in spoken_for] + fresh
        told = replace(setting, date=None) if cue.rule == _GUEST else setting
        if self.kind == "visit" and (all(c.rule == _GUEST for c in self.cues[:-1]) or _holds(setting.date, self.setting.date)):
            self.setting = replace(self.setting, date=setting.date or self.setting.date)
        elif self.kind == "visit" and _holds(self.setting.date, setting.date):
            told = replace(told, date=None)
        self.setting = self.setting.filled(told)

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


_GUEST = "verb-of-guest"


def _holds(stay: str | None, first: str | None) -> bool:
    """Does a stay of stated days hold the day of another telling?"""
    if stay is None or first is None or not re.fullmatch(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d", stay):
        return False
    return edtf.bounds(stay).first <= edtf.bounds(first).first and edtf.bounds(first).last <= edtf.bounds(stay).last


def _close(first: str | None, second: str | None) -> bool:
    """Are two times within days of one another, as a guest's «visiting» and the day of arrival are?"""
    if first is None or second is None:
        return True
    a, b = edtf.bounds(first), edtf.bounds(second)
    return (a.first - b.last).days <= 7 and (b.first - a.last).days <= 7


def key(party: Party) -> str:
    """What tells a party from another."""
    return party.id or party.name


def is_present(cue: Cue) -> bool:
    """Is a cue a verb in the plain present, as headlines have it of what was and of what is to come?"""
    form = clauses.form(cue.sentence, cue.token)
    return cue.rule.startswith("verb") and form.tense == "Pres" and not form.perfect


def is_same(draft: Draft, cue: Cue, setting: Setting, here: list[Draft]) -> bool:
    """Tell whether a cue is of an encounter already found; `here` are those of its own sentence."""
    if draft.kind != cue.kind and {draft.kind, cue.kind} != {"meeting", "call"}:
        return False
    guest = _GUEST in (cue.rule, *(c.rule for c in draft.cues[:1])) and setting.status == draft.setting.status == "held"
    if (
        not (guest and _close(draft.setting.date, setting.date))
        and not dates_agree(draft.setting.date, setting.date)
        or not _places_agree(draft, setting)
    ):
        return False
    headline = setting.status == "planned" and is_present(draft.cues[0])
    if draft.setting.status != setting.status and not (cue.definite or headline or draft.kind == "visit" and cue.rule.startswith("noun")):
        return False
    if "verb-of-sides" in (cue.rule, draft.cues[0].rule) and (draft.setting.date, draft.setting.place) != (setting.date, setting.place):
        return False
    if not _series_agree(draft.setting, setting) or _of_other_sorts(draft, cue):
        return False
    if draft.kind == "ceremony" and not cue.definite and all(c.token.lemma != cue.token.lemma for c in draft.cues):
        return False
    if cue.definite and setting.ordinal and draft.setting.ordinal not in (None, setting.ordinal):
        return False
    another = draft.setting.ordinal is None and draft.setting.date != setting.date
    if cue.definite and setting.ordinal and setting.date and another and not cue.participants:
        return False
    theirs = {key(p) for p in cue.participants}
    if (
        theirs
        and cue.definite
        and draft.kind == "meeting"
        and not draft.people()
        and cue.sentence.index - draft.cues[-1].sentence.index <= 2
    ):
        return True
    formal = setting.series and draft.setting.series is None and bool(theirs)
    if formal and (draft in here or all(p.kind == "state" for p in cue.participants)):
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
        mixed = bool(draft.people()) != any(p.kind == "person" for p in cue.participants)
        beside = beside or mixed and cue.sentence.index - draft.cues[-1].sentence.index == 1 and states < draft.states()
        spoken_for = draft.states() == states and draft.setting.status == "held" and len(states) > 1 and mixed and not told_as_past(cue)
        return draft.keys() == theirs or draft in here or beside or spoken_for
    return _same_people(draft, cue, theirs, here)


def _same_people(draft: Draft, cue: Cue, theirs: set[str], here: list[Draft]) -> bool:
    mine = draft.keys()
    if theirs == mine or theirs < mine and (cue.rule.startswith("noun") or draft in here) or mine < theirs and draft in here:
        return True
    states = {p.state for p in cue.participants}
    if draft.setting.series and not draft.people() and draft not in here:
        return draft.states() == states and cue.sentence.index - draft.cues[-1].sentence.index <= 2
    if draft.setting.series and not draft.people() and len(states - {None}) and states - {None} <= draft.states() and len(theirs) > 1:
        return True
    return draft.states() == states and bool(draft.people()) != any(p.kind == "person" for p in cue.participants)


def _of_other_sorts(draft: Draft, cue: Cue) -> bool:
    """A bare «session» is none of the meetings before it that nobody calls so."""
    sessions = lexicon(cue.sentence.language).lemmas["sessions"]
    if cue.kind != "meeting" or cue.token.lemma not in sessions or draft.setting.series:
        return False
    return not cue.definite and all(c.token.lemma not in sessions for c in draft.cues)


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


def _is_whole(mine: Place, theirs: Place) -> bool:
    """Is one of two places the state that the other lies in?"""
    names = {catalog().states[s].name for s in (mine.state, theirs.state) if s in catalog().states}
    return bool(names & {mine.name, theirs.name})


def _places_agree(draft: Draft, setting: Setting) -> bool:
    mine, theirs = draft.setting.place, setting.place
    if mine is None or theirs is None or mine.name == theirs.name:
        return True
    if mine.state == theirs.state and _is_whole(mine, theirs):
        return True
    return draft.kind in ("visit", "conference") and mine.state == theirs.state or mine.state == theirs.state and theirs.name in mine.name
