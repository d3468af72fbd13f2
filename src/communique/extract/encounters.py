"""Encounters of a document: cues of the sentences gathered so that one encounter is one record, however often it is told.

Place and date must be said for that encounter. Two cues are one encounter when kind, people, place and day do not disagree.
"""


from dataclasses import dataclass, field, replace

from communique.extract.collecting import Collector
from communique.extract.encounter_cues import Cue, find_cues, lexicon
from communique.extract.moments import Moments
from communique.extract.scene import Scene
from communique.extract.settings import Setting, further_places, setting_of
from communique.extract.speech import Parties, Speech
from communique.language.tokens import Sentence
from communique.records import edtf
from communique.records.kinds import Encounter
from communique.records.parts import Party


@dataclass
class Draft:
    """One encounter while its cues are gathered."""

    kind: str
    participants: list[Party]
    setting: Setting
    cues: list[Cue] = field(default_factory=list)

    def take(self, cue: Cue, setting: Setting) -> None:
        """Add a cue's facts where there are none yet."""
        self.cues.append(cue)
        known = {p.name for p in self.participants}
        self.participants.extend(p for p in cue.participants if p.name not in known)
        self.setting = self.setting.filled(setting)


def collect_encounters(scene: Scene, speech: Speech, moments: Moments, into: Collector) -> None:
    """Add the document's encounters, the later ones knowing the visits they were part of."""
    drafts = gather(scene, speech, moments)
    for draft in sorted(drafts, key=lambda d: (d.kind not in ("visit", "conference"), d.cues[0].token.start)):
        occasion = _occasion(draft, moments.encounters)
        setting = draft.setting
        evidence = list(dict.fromkeys((c.sentence.start, c.sentence.end) for c in draft.cues))
        first = draft.cues[0]
        record = into.add(
            Encounter, evidence, setting.anchor or (first.token.start, first.token.end),
            tuple(f"rule encounter/{c.rule}: «{c.token.text}»" for c in draft.cues),
            kind=draft.kind, participants=tuple(draft.participants), place=setting.place,
            host_state=setting.host or (setting.place.state if setting.place else None) or (occasion.host_state if occasion else None),
            series=setting.series, ordinal=setting.ordinal, occasion=occasion.id if occasion else None,
            status=setting.status, date=setting.date, confidence=_confidence(draft),
        )  # fmt: skip
        if record is not None:
            moments.encounters.append(record)
    moments.encounters.sort(key=lambda e: (e.evidence[0].start, e.id))


def gather(scene: Scene, speech: Speech, moments: Moments) -> list[Draft]:
    """Put the cues of all sentences together into encounters."""
    drafts: list[Draft] = []
    for sentence in scene.sentences:
        here: list[Draft] = []
        said = next((u.speakers for u in speech.utterances if u.sentence is sentence and u.rule != "running-on"), ())
        for cue, setting in _told(scene, sentence, speech.focus[sentence.index], said, moments):
            cue = _attended(scene, cue)
            same = next((d for d in reversed(drafts) if _same(d, cue, setting, here)), None)
            if same is not None:
                same.take(cue, setting)
            elif len(cue.participants) >= (1 if cue.kind in ("visit", "conference", "signing", "ceremony") else 2):
                drafts.append(Draft(cue.kind, list(cue.participants), setting, [cue]))
                here.append(drafts[-1])
    return [d for d in drafts if d.kind != "conference" or d.setting.series]


def _told(scene: Scene, sentence: Sentence, focus: Parties, said: Parties, moments: Moments) -> list[tuple[Cue, Setting]]:
    """The cues of a sentence with their settings; a journey to several places is a visit for each."""
    found = []
    for cue in find_cues(scene, sentence, focus, said):
        setting = setting_of(scene, cue, moments)
        found.append((cue, setting))
        if cue.kind == "visit":
            found.extend((cue, replace(setting, place=place, host=place.state, anchor=anchor)) for place, anchor in further_places(scene, cue, setting))
    return found


def _attended(scene: Scene, cue: Cue) -> Cue:
    """A conference without people named beside it has those of its sentence, else the organization it is of."""
    if cue.kind not in ("conference", "ceremony") or cue.participants:
        return cue
    sentence = cue.sentence
    root = sentence.root
    people: Parties = tuple(dict.fromkeys(scene.person(m.member) for m in scene.mentions.people_in(sentence.start, sentence.end)))
    if cue.kind == "ceremony" or root is not None and root.lemma in ("participer", "assister", "prendre", "tenir", "prononcer", "ouvrir"):
        return Cue(sentence, cue.token, cue.kind, people, cue.rule, cue.definite)
    names = [n for n in scene.mentions.names_in(cue.token.start, sentence.end, "organization") if n.key and n.start <= cue.token.end + 22]
    organizations = tuple(scene.organization(n.key) for n in names[:1] if scene.known.organizations[n.key].kind != "body")
    return Cue(sentence, cue.token, cue.kind, organizations, cue.rule, cue.definite)


def _same(draft: Draft, cue: Cue, setting: Setting, here: list[Draft]) -> bool:
    if draft.kind != cue.kind and {draft.kind, cue.kind} != {"meeting", "call"}:
        return False
    if not _dates_agree(draft.setting, setting) or not _places_agree(draft, setting):
        return False
    if draft.setting.status != setting.status and not cue.definite:
        return False
    mine, theirs = {_key(p) for p in draft.participants}, {_key(p) for p in cue.participants}
    if not theirs:
        return cue.definite or draft in here
    if draft.kind == "visit":
        return bool(mine & theirs) and (draft.setting.host in (None, setting.host) or setting.host is None)
    if draft.kind == "conference":
        return draft.setting.series == setting.series or setting.series is None
    if draft.kind == "signing":
        return mine == theirs or draft in here
    return theirs <= mine or mine <= theirs or _states(draft.participants) == _states(list(cue.participants)) and _mixed(draft, cue)


def _mixed(draft: Draft, cue: Cue) -> bool:
    """Are one side's parties states where the other names people («the two countries' prime ministers»)?"""
    kinds = {p.kind for p in draft.participants}, {p.kind for p in cue.participants}
    return kinds[0] != kinds[1]


def _states(parties: list[Party]) -> set[str | None]:
    return {p.state for p in parties}


def _key(party: Party) -> str:
    return party.id or party.name


def _dates_agree(first: Setting, second: Setting) -> bool:
    if first.date is None or second.date is None:
        return True
    a, b = edtf.bounds(first.date), edtf.bounds(second.date)
    return a.first <= b.last and b.first <= a.last


def _places_agree(draft: Draft, setting: Setting) -> bool:
    mine, theirs = draft.setting.place, setting.place
    if mine is None or theirs is None or mine.name == theirs.name:
        return True
    return draft.kind == "visit" and mine.state == theirs.state


def _occasion(draft: Draft, earlier: list[Encounter]) -> Encounter | None:
    """The visit or conference of the document that a meeting was part of: same people, same time, no other place."""
    if draft.kind in ("visit", "conference"):
        return None
    people = {_key(p) for p in draft.participants}
    for larger in reversed(earlier):
        if larger.kind not in ("visit", "conference") or larger.status != draft.setting.status:
            continue
        shared = people & {p.id or p.name for p in larger.participants}
        place = draft.setting.place.state if draft.setting.place else None
        timely = larger.date is None or draft.setting.date is None or edtf.meets(larger.date, *edtf.bounds(draft.setting.date))
        if shared and timely and place in (None, larger.host_state):
            return larger
    return None


def _confidence(draft: Draft) -> float:
    base = {"verb": 0.86, "noun": 0.72}[draft.cues[0].rule.split("-")[0]]
    unknown = all(p.id is None for p in draft.participants)
    return round(min(0.95, base + 0.04 * (len(draft.cues) - 1)) - (0.08 if unknown else 0), 2)


