"""The words that tell of an encounter in one sentence: verbs («a rencontré X») and nouns («son entretien avec X»).

Whether two cues tell of one encounter is decided elsewhere. Refuses what is denied, and talks among one state's own people.
"""

import re
from dataclasses import replace

from communique.extract.encounter_lexicon import Words, words_of
from communique.extract.encounter_nouns import noun_cue
from communique.extract.encounter_rows import one_by_one
from communique.extract.encounter_sessions import ellipsis_cue, several
from communique.extract.encounter_travel import stage_cue
from communique.extract.encounter_verbs import verb_cues
from communique.extract.encounter_words import Cue, Parties, Site
from communique.extract.scene import Scene
from communique.language.tokens import Sentence, Token

_CLOSED = frozenset(("PUNCT", "DET", "ADP", "CCONJ", "SCONJ", "PRON", "NUM", "PART", "SYM"))
"""Classes of words that tell of no encounter by themselves."""


def find_cues(scene: Scene, sentence: Sentence, focus: Parties, said: Parties = ()) -> list[Cue]:
    """Find the cues of a sentence in order; `focus` is whom a pronoun means there, `said` who speaks in it."""
    words = words_of(scene)
    found: list[Cue] = []
    for token in sentence.tokens:
        if token.upos in _CLOSED and token.index and token.text.lower() not in words.nouns:
            continue
        site = Site(scene, sentence, _as_head(sentence, token), focus, said, words)
        finite = token.upos == "NOUN" and token.text.lower() in words.lemmas["verbal"] and not sentence.children(token, "det")
        if finite and _follows_a_person(scene, token):
            found.extend(verb_cues(replace(site, token=replace(token, upos="VERB"))))
            continue
        if token.index == 0 and token.upos != "VERB" and words.patterns["signed"].fullmatch(site.scene.folded(token.start, token.end)):
            site = replace(site, token=replace(token, upos="VERB", lemma=min(words.lemmas["signing"])))
            found.extend(verb_cues(site))
            continue
        nominal = token.text.lower() in words.nouns and bool(sentence.children(token, "det"))
        if token.upos in ("VERB", "AUX") and not nominal and not _owned(sentence, token, words):
            found.extend(verb_cues(site))
        elif nominal or token.upos in ("NOUN", "PROPN", "ADJ", "X", "VERB"):
            cue = noun_cue(site)
            told = several(site, cue) if cue is not None else ellipsis_cue(site, found) or stage_cue(site)
            found.extend(one for each in told for one in one_by_one(site, each))
    return [cue for cue in found if not _internal(cue)]


def _as_head(sentence: Sentence, token: Token) -> Token:
    """«the Kenya-Rwanda Business Forum opened»: the last word of a flat name stands in the sentence as its first does."""
    top, seen = token, 0
    while top.deprel == "flat" and (above := sentence.head(top)) is not None and above.upos == "PROPN" and seen < 5:
        top, seen = above, seen + 1
    return token if top is token else replace(token, deprel=top.deprel, subtype=top.subtype, head=top.head)


def _follows_a_person(scene: Scene, token: Token) -> bool:
    """«X, ministre, rencontre Y»: a word that the parser takes for a noun is a verb right behind who does it."""
    before = re.search(r",? ?$", scene.folded(max(0, token.start - 3), token.start))
    end = token.start - (len(before[0]) if before else 0)
    return any(m.end == end for m in scene.mentions.people_in(max(0, end - 60), end))


def _owned(sentence: Sentence, token: Token, words: Words) -> bool:
    """Is a word that the parser takes for a verb a noun by the word before it: «ma venue à Tripoli»?"""
    before = sentence.tokens[token.index - 1] if token.index else None
    return token.text.lower() in words.nouns and before is not None and before.upos == "DET"


def _internal(cue: Cue) -> bool:
    """Do only people of one state meet, or someone whom neither name nor state tells?"""
    if cue.kind not in ("meeting", "call") or not cue.participants:
        return False
    if any(p.kind == "person" and p.id is None and p.state is None and p.name[:1].islower() for p in cue.participants):
        return True
    return len(cue.participants) > 1 and len({p.state for p in cue.participants}) == 1 and cue.participants[0].state is not None
