"""How long a visit lasts: the day of arrival and «de trois jours» give its first and last day.

Refuses a day on which the stay ends or is only spoken of, and lengths that no clause of the visit tells.
"""

from dataclasses import replace
from datetime import date, timedelta

from communique.extract.encounter_dates import day
from communique.extract.encounter_drafts import Draft
from communique.extract.encounter_lexicon import words_of
from communique.extract.encounter_words import Cue
from communique.extract.scene import Scene


def spanned(scene: Scene, draft: Draft) -> None:
    """Date a visit from its first day to its last, where one clause tells when it began and one how long it is."""
    first = day(draft.setting.date)
    if draft.kind != "visit" or first is None or not any(_begins(scene, c) for c in draft.cues):
        return
    lengths = {n for c in draft.cues for n in [_length(scene, c)] if n}
    if len(lengths) == 1:
        draft.setting = replace(draft.setting, date=f"{first.isoformat()}/{_last(first, lengths.pop()).isoformat()}")


def _last(first: date, days: int) -> date:
    return first + timedelta(days=days - 1)


def _begins(scene: Scene, cue: Cue) -> bool:
    """Does a clause tell of the beginning: «est arrivé», «a entamé une visite», «began a visit»?"""
    opening = words_of(scene).lemmas["arriving"]
    above = [a for a in cue.sentence.ancestors(cue.token) if a.upos in ("VERB", "AUX")][:1]
    return any(t.lemma in opening for t in (cue.token, *above))


def _length(scene: Scene, cue: Cue) -> int:
    words = words_of(scene)
    match = words.patterns["stay_days"].search(scene.folded(cue.sentence.start, cue.sentence.end))
    told = next((g for g in match.groups() if g), "") if match else ""
    count = int(told) if told.isdigit() else words.counts.get(told, 0)
    return count if 1 < count < 16 else 0
