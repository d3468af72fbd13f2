"""What the course of the text says of an encounter that its own sentence does not: the day and the place of the news itself.

An encounter of the news (no pluperfect, no time of its own, people of the lead) takes the lead's day and place; «the same
day» takes the day told before. Refuses encounters told as past or with another time in their sentence.
"""

import re
from dataclasses import dataclass, replace

from communique.extract.encounter_dates import clause_of, day, told_as_past
from communique.extract.encounter_drafts import Draft
from communique.extract.encounter_lexicon import words_of
from communique.extract.encounter_words import Cue
from communique.extract.moments import Moments
from communique.extract.scene import Scene
from communique.extract.settings import setting_of
from communique.records.parts import Place


@dataclass(frozen=True, slots=True)
class Lead:
    """The news: the day and place that the first sentence gives its main clause, and the states it names."""

    date: str | None = None
    place: Place | None = None
    host: str | None = None
    states: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()


_OWN_TIME = ("meeting", "ceremony", "signing", "call")


def complete(scene: Scene, drafts: list[Draft], moments: Moments) -> None:
    """Fill what the drafts lack from the lead and from one another."""
    lead = _lead(scene, drafts, moments)
    before: Draft | None = None
    for draft in sorted(drafts, key=lambda d: d.start):
        if draft.kind in _OWN_TIME and draft.setting.status == "held":
            if draft.setting.date is None:
                _dated(scene, draft, drafts, lead, before, moments)
            if draft.setting.date == lead.date and lead.date and draft.setting.place is None and _of_the_news(draft, lead):
                _placed(draft, lead)
        _there(scene, draft, before)
        before = draft
    for draft in drafts:
        if draft.setting.host is None:
            _hosted(draft, drafts)
        if draft.setting.host is None and draft.kind == "visit":
            _again(scene, draft, drafts)
            _to_the_other(scene, draft)


def _lead(scene: Scene, drafts: list[Draft], moments: Moments) -> Lead:
    first = next((d for d in sorted(drafts, key=lambda d: d.start) if d.cues[0].sentence.index < 2), None)
    sentence = scene.sentences[0] if scene.sentences else None
    if sentence is not None and sentence.root is not None and sentence.root.lemma in words_of(scene).lemmas["departing"]:
        return Lead()
    if first is not None and first.setting.status == "planned":
        return Lead()
    if first is not None and first.kind in _OWN_TIME and _near(first.setting.date):
        states = frozenset(s for s in first.states() if s)
        return Lead(first.setting.date, first.setting.place, first.setting.host, states, frozenset(first.people()))
    if sentence is None or sentence.root is None:
        return Lead()
    cue = Cue(sentence, sentence.root, "meeting", (), "verb-of-meeting")
    told = setting_of(scene, cue, moments)
    times = [
        t
        for t in moments.times_in(sentence.start, sentence.end)
        if (at := sentence.at(t.start)) is not None and clause_of(sentence, at) is sentence.root
    ]
    if told.status != "held" or not times or not _near(told.date):
        return Lead()
    abroad = told.place if told.place is not None and told.place.state else None
    people = frozenset(p.id or p.name for m in scene.mentions.people_in(sentence.start, sentence.end) for p in [scene.person(m.member)])
    return Lead(told.date, abroad, told.host, frozenset(scene.states_in(sentence.start, sentence.end)), people)


def _near(date: str | None) -> bool:
    """Is a time a month at most, and a single one?"""
    return date is not None and bool(re.match(r"\d{4}-\d\d", date))


def _of_the_news(draft: Draft, lead: Lead) -> bool:
    if draft.setting.host not in (None, lead.host) and lead.host is not None:
        return False
    states = {s for s in draft.states() if s}
    return bool(draft.people() & lead.people) or bool(states) and states <= lead.states


def _dated(scene: Scene, draft: Draft, drafts: list[Draft], lead: Lead, before: Draft | None, moments: Moments) -> None:
    cue = draft.cues[0]
    patterns = words_of(scene).patterns
    folded = scene.folded(cue.sentence.start, cue.sentence.end)
    after = patterns["after_talks"].search(folded)
    if after and (
        earlier := [
            d
            for d in drafts
            if d is not draft and d.start < draft.start and d.kind == "meeting" and day(d.setting.date) and d.people() & draft.people()
        ]
    ):
        draft.setting = replace(draft.setting, date=earlier[-1].setting.date, host=draft.setting.host or earlier[-1].setting.host)
    elif patterns["same_day"].search(folded) and before is not None and day(before.setting.date):
        draft.setting = replace(draft.setting, date=before.setting.date)
    elif lead.date and _of_the_news(draft, lead) and not _elsewhen(cue, folded, patterns, moments):
        draft.setting = replace(draft.setting, date=lead.date)


def _elsewhen(cue: Cue, folded: str, patterns: dict[str, re.Pattern[str]], moments: Moments) -> bool:
    """Is the cue told of another time than the news: pluperfect without «earlier», «recently», a time of its sentence?"""
    if patterns["other_time"].search(folded):
        return True
    if told_as_past(cue) and not patterns["earlier"].search(folded):
        return True
    times = moments.times_in(cue.sentence.start, cue.sentence.end)
    return any(t.kind in ("date", "interval") and not patterns["due_to"].search(folded) for t in times)


def _placed(draft: Draft, lead: Lead) -> None:
    if lead.place is None and lead.host is not None and draft.setting.host is None:
        draft.setting = replace(draft.setting, host=lead.host)
    if lead.place is None or draft.setting.host not in (None, lead.place.state):
        return
    if draft.kind == "signing":
        draft.setting = replace(draft.setting, host=lead.place.state or lead.host)
        return
    draft.setting = replace(draft.setting, place=lead.place, host=lead.place.state or lead.host)


def _there(scene: Scene, draft: Draft, before: Draft | None) -> None:
    """«Il y a rencontré X»: the place told last."""
    cue = draft.cues[0]
    if draft.kind == "visit" or draft.setting.place is not None or before is None or cue.token.upos not in ("VERB", "AUX"):
        return
    near = cue.sentence.tokens[max(0, cue.token.index - 4) : cue.token.index]
    last = scene.sentences[cue.sentence.index - 1] if cue.sentence.index else None
    if (
        last is not None
        and before.setting.host not in scene.states_in(last.start, last.end)
        and not any(c.sentence is last for c in before.cues)
    ):
        return
    if any(t.text.lower() in words_of(scene).lemmas["there"] for t in near) and before.setting.host:
        date = draft.setting.date or (before.setting.date if before.kind == "visit" and told_as_past(cue) else None)
        draft.setting = replace(draft.setting, place=before.setting.place, host=before.setting.host, date=date)


def _again(scene: Scene, draft: Draft, drafts: list[Draft]) -> None:
    """«sa précédente visite»: to where the visitor's other visit told beside it went."""
    cue = draft.cues[0]
    near = scene.folded(max(cue.sentence.start, cue.token.start - 24), cue.token.start)
    if not words_of(scene).patterns["again"].search(near):
        return
    others = [d for d in drafts if d is not draft and d.kind == "visit" and d.setting.host and d.people() & draft.people()]
    if len({d.setting.host for d in others}) == 1:
        draft.setting = replace(draft.setting, host=others[0].setting.host, place=others[0].setting.place)


def _to_the_other(scene: Scene, draft: Draft) -> None:
    """«X, who arrived on Tuesday for a visit»: where no place is said, it is to the other state that the news is about."""
    home, pair = {s for s in draft.states() if s}, scene.pair
    if len(pair) == 2 and len(home) == 1 and home < set(pair) and draft.setting.place is None and not told_as_past(draft.cues[0]):
        draft.setting = replace(draft.setting, host=next(s for s in pair if s not in home))


def _hosted(draft: Draft, drafts: list[Draft]) -> None:
    """Two meetings of one person within a day have one host: where he is the guest, or at home."""
    mine = day(draft.setting.date)
    if mine is None or draft.kind in ("visit", "conference", "call"):
        return
    for other in drafts:
        theirs = day(other.setting.date)
        if other is draft or other.kind == "call" or theirs is None or other.setting.host is None or abs((mine - theirs).days) > 1:
            continue
        if draft.people() & other.people() and other.setting.host in draft.states():
            draft.setting = replace(draft.setting, host=other.setting.host)
            return
