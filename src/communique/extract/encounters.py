"""Encounters of a document: cues of the sentences gathered so that one encounter is one record, however often it is told.

Two cues are one encounter when kind, people, place and day do not disagree. Refused is what nobody crossed a border for:
visits to one's own country, ceremonies of one state's people at home.
"""

import re
from dataclasses import replace

from communique.extract.collecting import Collector
from communique.extract.encounter_cues import find_cues
from communique.extract.encounter_dates import told_as_past
from communique.extract.encounter_discourse import complete
from communique.extract.encounter_drafts import Draft, dates_agree, is_same, key
from communique.extract.encounter_lexicon import words_of
from communique.extract.encounter_places import further_places
from communique.extract.encounter_series import phrase_start
from communique.extract.encounter_stays import spanned
from communique.extract.encounter_words import Cue, Parties
from communique.extract.moments import Moments
from communique.extract.scene import Scene
from communique.extract.settings import Setting, setting_of
from communique.extract.speech import Speech
from communique.extract.units import of_sentence
from communique.language.tokens import Sentence
from communique.records import edtf
from communique.records.edtf import month_of
from communique.records.kinds import Encounter


def collect_encounters(scene: Scene, speech: Speech, moments: Moments, into: Collector) -> None:
    """Add the document's encounters, the later ones knowing the visits they were part of."""
    drafts = gather(scene, speech, moments)
    for draft in sorted(drafts, key=lambda d: (d.kind not in ("visit", "conference"), d.start)):
        occasion = _occasion(scene, draft, moments.encounters)
        setting = draft.setting
        host = setting.host or (setting.place.state if setting.place else None) or (occasion.host_state if occasion else None)
        if draft.kind == "ceremony" and not _crosses_borders(draft, host):
            continue
        evidence = list(dict.fromkeys((c.sentence.start, c.sentence.end) for c in draft.cues))
        first = draft.cues[0]
        record = into.add(
            Encounter, evidence, setting.anchor or (first.token.start, first.token.end),
            tuple(f"rule encounter/{c.rule}: «{c.token.text}»" for c in draft.cues),
            kind=draft.kind, participants=tuple(draft.participants), place=setting.place, host_state=host,
            series=setting.series, ordinal=setting.ordinal, occasion=occasion.id if occasion else None,
            status=setting.status, date=setting.date or _within(scene, draft, occasion), confidence=_confidence(draft),
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
            known = drafts[::-1]
            if not cue.participants:
                known.sort(key=lambda d: not _of_now(scene, d))
            same = next((d for d in known if is_same(d, cue, setting, here) and not _of_the_past(scene, d, setting)), None)
            if same is None:
                cue = _told_first(scene, cue, setting)
            if same is not None:
                same.take(cue, setting)
            elif len(cue.participants) >= (1 if cue.kind in ("visit", "conference", "signing", "ceremony") else 2):
                drafts.append(Draft(cue.kind, list(cue.participants), setting, [cue]))
                here.append(drafts[-1])
    for draft in drafts:
        _without_bare_offices(draft)
        _without_hosts(draft)
        _in_its_row(scene, draft, drafts)
    complete(scene, drafts, moments)
    for draft in drafts:
        spanned(scene, draft)
    return [d for d in drafts if _is_told(scene, d)]


def _told_first(scene: Scene, cue: Cue, setting: Setting) -> Cue:
    """«Au cours de la rencontre, tenue à Z, X et Y ont …»: what points back to nothing is of the two persons of its sentence."""
    if cue.kind != "meeting" or not cue.definite or cue.participants or setting.place is None and setting.date is None:
        return cue
    here = of_sentence(scene, cue.sentence.start, cue.sentence.end)
    return replace(cue, participants=here, definite=False) if len(here) == 2 else cue


def _of_the_past(scene: Scene, draft: Draft, setting: Setting) -> bool:
    """Is a cue of a day long past, and an encounter told without a time: «la dernière rencontre a eu lieu en mai»?"""
    if draft.setting.date is not None or setting.date is None or scene.published is None or draft.kind in ("visit", "conference"):
        return False
    past = draft.setting.status == "planned" or told_as_past(draft.cues[0])
    return not past and (edtf.bounds(scene.published).first - edtf.bounds(setting.date).last).days > 40


def _of_now(scene: Scene, draft: Draft) -> bool:
    """Can an encounter be of the month of the news?"""
    month = scene.published[:7] if scene.published and re.fullmatch(r"\d{4}-\d\d(-\d\d)?", scene.published) else None
    return dates_agree(draft.setting.date, month)


def _without_bare_offices(draft: Draft) -> None:
    """Drop «secrétaire général» beside «président X»: one person's second office, no second person."""
    named = [p for p in draft.participants if p.id is not None or p.state is not None or not p.name[:1].islower()]
    draft.participants = named or draft.participants


def _without_hosts(draft: Draft) -> None:
    """Of a visit, whoever is at home there is no visitor."""
    abroad = [p for p in draft.participants if p.state != draft.setting.host]
    if draft.kind == "visit" and draft.setting.host and abroad:
        draft.participants = abroad


def _in_its_row(scene: Scene, draft: Draft, drafts: list[Draft]) -> None:
    """«La première rencontre», «la 6e Conférence» beside the fifth of a named format: of that format, with its own number."""
    mine = draft.setting
    others = [d.setting for d in drafts if d.kind == draft.kind and d is not draft and d.setting.series and d.setting.ordinal]
    if draft.kind not in ("meeting", "conference") or len({o.series for o in others}) != 1 or not draft.participants:
        return
    if mine.series is not None and not str(others[0].series).endswith(f" {mine.series}"):
        return
    head = draft.cues[0]
    bare = mine.status == "planned" and not mine.ordinal and head.token.lemma in words_of(scene).lemmas["sessions"]
    near = scene.folded(max(head.sentence.start, head.token.start - 24), head.token.start)
    bare = bare or mine.series is not None and mine.status == "planned" and not mine.ordinal
    if bare and words_of(scene).patterns["coming"].search(near):
        draft.setting = replace(mine, series=others[0].series, ordinal=max(o.ordinal or 0 for o in others) + 1)
        return
    numbered = mine.ordinal is not None and abs(mine.ordinal - (others[0].ordinal or 0)) == 1
    if numbered and all(p.kind == "state" for p in draft.participants):
        draft.setting = replace(mine, series=others[0].series)
    elif head.token.lemma in words_of(scene).lemmas["next"] and mine.status == "planned":
        draft.setting = replace(mine, series=others[0].series, ordinal=max(o.ordinal or 0 for o in others) + 1)


def _is_told(scene: Scene, draft: Draft) -> bool:
    """A conference has a name, a tour its stops for records, and nobody visits his own country."""
    if draft.kind == "conference":
        at = draft.setting.place is not None and draft.setting.place.state not in draft.states()
        set_down = draft.setting.place or draft.setting.date or draft.setting.ordinal
        if not draft.people() and set_down is None:
            return False
        return draft.setting.series is not None or at and bool(draft.people())
    if draft.kind != "visit":
        return True
    tour = all(c.token.lemma in words_of(scene).lemmas["tour"] for c in draft.cues)
    if all(p.id is None and p.name[:1].islower() for p in draft.participants):
        return False
    home = draft.setting.host is not None and draft.setting.host in draft.states()
    return not home and not (tour and draft.setting.host is None)


def _told(scene: Scene, sentence: Sentence, focus: Parties, said: Parties, moments: Moments) -> list[tuple[Cue, Setting]]:
    """The cues of a sentence with their settings; a journey to several places is a visit for each."""
    found = []
    for cue in find_cues(scene, sentence, focus, said):
        setting = setting_of(scene, cue, moments)
        if cue.kind == "visit":
            cue, setting = _guest(scene, cue, setting, moments)
            if setting.place is not None and {p.state for p in cue.participants} == {setting.host}:
                continue
        found.append((cue, setting))
        if cue.kind == "visit":
            found.extend(
                (cue, replace(setting, place=place, host=place.state, anchor=anchor))
                for place, anchor in further_places(scene, cue, setting.place)
            )
    return found


def _guest(scene: Scene, cue: Cue, setting: Setting, moments: Moments) -> tuple[Cue, Setting]:
    """«X a reçu Y lors de sa visite à Z»: the visitor is the one who is not at home at Z."""
    if len(cue.participants) != 1 or cue.rule.startswith("verb"):
        return cue, setting
    names = scene.mentions.names_in(cue.token.end, min(cue.sentence.end, cue.token.end + 60), "place", "state")
    own = cue.participants[0].state
    if not names and setting.host is None:
        names = scene.mentions.names_in(cue.sentence.start, cue.token.start, "place")
    states = {n.key if n.kind == "state" else scene.known.places[n.key].state for n in names[:1] if n.key}
    if own is None or states != {own}:
        return cue, setting
    people = dict.fromkeys(scene.person(m.member) for m in scene.mentions.people_in(cue.sentence.start, cue.sentence.end))
    abroad = [p for p in people if p.state not in (None, own)]
    if len(abroad) != 1:
        return cue, setting
    cue = replace(cue, participants=(abroad[0],))
    return cue, setting_of(scene, cue, moments)


def _attended(scene: Scene, cue: Cue) -> Cue:
    """A conference without people named beside it has those of its sentence, else the organizations it is of."""
    if cue.kind not in ("conference", "ceremony") or cue.participants or cue.definite:
        return cue
    sentence = cue.sentence
    root = sentence.root
    people: Parties = tuple(dict.fromkeys(scene.person(m.member) for m in scene.mentions.people_in(sentence.start, sentence.end)))
    if cue.kind == "ceremony" or people and root is not None and root.lemma in words_of(scene).lemmas["attending"]:
        return replace(cue, participants=people)
    start = phrase_start(scene, cue.sentence, cue.token) if words_of(scene).modified_before else cue.token.start
    names = [n for n in scene.mentions.names_in(start, sentence.end, "organization") if n.key and n.start <= cue.token.end + 46]
    names = [n for i, n in enumerate(names) if n.start <= cue.token.end + 22 or i and n.start - names[i - 1].end <= 8]
    own = next((n for n in names if n.start <= cue.token.start < n.end), None)
    if own is not None:
        return replace(cue, participants=_members(scene, scene.known.organizations[own.key].name))
    organizations = tuple(scene.organization(n.key) for n in names[:2] if scene.known.organizations[n.key].kind != "body")
    return replace(cue, participants=organizations)


def _members(scene: Scene, name: str) -> Parties:
    """«European Union-African Union Summit»: the organizations and states that a format is called by."""
    called = re.split(r"[-–]", re.sub(r" (?:Summit|Forum|Conference|Dialogue)$", "", name))
    by_name = {n: o.id for o in scene.known.organizations.values() for n in (o.name, o.short) if n}
    states = {s.name: code for code, s in scene.known.states.items()}
    called = called if any(part in by_name or part in states for part in called) else [name.split(" ")[0]]
    return tuple(
        scene.organization(by_name[part]) if part in by_name else scene.state(states[part])
        for part in called
        if part in by_name or part in states
    )


def _crosses_borders(draft: Draft, host: str | None) -> bool:
    states = {s for s in draft.states() if s}
    if len(draft.people()) > 1 and None in draft.states():
        return True
    return len(states) > 1 or host is not None and bool(states - {host})


def _occasion(scene: Scene, draft: Draft, earlier: list[Encounter]) -> Encounter | None:
    """The visit or conference of the document that a meeting was part of: same people, same time, no other place."""
    if draft.kind in ("visit", "conference"):
        return None
    place = draft.setting.host or (draft.setting.place.state if draft.setting.place else None)
    found: list[Encounter] = []
    for larger in reversed(earlier):
        if larger.kind not in ("visit", "conference") or larger.status != draft.setting.status and not _under_way(scene, draft, larger):
            continue
        shared = bool(draft.keys() & {key(p) for p in larger.participants}) or _of_its_states(draft, larger)
        timely = larger.date is None or draft.setting.date is None or edtf.meets(larger.date, *edtf.bounds(draft.setting.date))
        if shared and timely and place in (None, larger.host_state) and (draft.setting.date or _lately(scene, draft, larger)):
            found.append(larger)
    home = [e for e in found if e.host_state in draft.states()]
    if len({s for s in draft.states() if s}) > 1 and home:
        return home[0]
    held = [e for e in found if e.status == "held"] or found
    return held[0] if len({e.host_state for e in held}) == 1 else None


def _of_its_states(draft: Draft, larger: Encounter) -> bool:
    """Is something that two states did of the visitor's state and of his host's?"""
    home = {p.state for p in larger.participants}
    return not draft.people() and larger.kind == "visit" and len(home) == 1 and draft.states() == home | {larger.host_state}


def _lately(scene: Scene, draft: Draft, larger: Encounter) -> bool:
    """Is a larger encounter of about the time of the news, as one told without a time is?"""
    if larger.date is None or scene.published is None or draft.setting.status == "planned":
        return True
    return dates_agree(larger.date, month_of(scene.published))


def _under_way(scene: Scene, draft: Draft, larger: Encounter) -> bool:
    """Is a planned encounter told in the news of a visit of this month?"""
    if draft.setting.status != "planned" or larger.date is None or scene.published is None:
        return False
    return larger.kind == "visit" and month_of(scene.published) == month_of(larger.date) and _at_hand(scene, draft)


def _at_hand(scene: Scene, draft: Draft) -> bool:
    """Is something without a date, or of the days right after publication?"""
    if draft.setting.date is None or scene.published is None:
        return draft.setting.date is None
    return 0 <= (edtf.bounds(draft.setting.date).first - edtf.bounds(scene.published).last).days <= 2


def _within(scene: Scene, draft: Draft, occasion: Encounter | None) -> str | None:
    """What is planned, or told of the news, within a visit is of its time."""
    if occasion is None or occasion.date is None or draft.setting.status == "held" and told_as_past(draft.cues[0]):
        return None
    return month_of(occasion.date)


def _confidence(draft: Draft) -> float:
    base = {"verb": 0.86, "noun": 0.72}[draft.cues[0].rule.split("-")[0]]
    unknown = all(p.id is None for p in draft.participants)
    return round(min(0.95, base + 0.04 * (len(draft.cues) - 1)) - (0.08 if unknown else 0), 2)
