"""The words that tell of an encounter in one sentence: verbs («a rencontré X») and nouns («son entretien avec X»).

Whether two cues tell of one encounter is decided elsewhere. Refuses what is denied, and talks among one state's own people.
"""

import re
from dataclasses import replace

from communique.extract.encounter_nouns import noun_cue
from communique.extract.encounter_sessions import ellipsis_cue, several
from communique.extract.encounter_verbs import verb_cues
from communique.extract.encounter_words import Cue, Parties, Site, Words, lexicon
from communique.extract.scene import Scene
from communique.language.tokens import Sentence, Token


def find_cues(scene: Scene, sentence: Sentence, focus: Parties, said: Parties = ()) -> list[Cue]:
    """Find the cues of a sentence in order; `focus` is whom a pronoun means there, `said` who speaks in it."""
    words = lexicon(scene.mentions.parse.language)
    found: list[Cue] = []
    for token in sentence.tokens:
        site = Site(scene, sentence, token, focus, said, words)
        finite = token.upos == "NOUN" and token.text.lower() in _VERBAL and not sentence.children(token, "det")
        if finite and _follows_a_person(scene, token):
            found.extend(verb_cues(replace(site, token=replace(token, upos="VERB"))))
            continue
        if token.index == 0 and token.upos != "VERB" and words.patterns["signed"].fullmatch(site.scene.folded(token.start, token.end)):
            site = replace(site, token=replace(token, upos="VERB", lemma="signer"))
            found.extend(verb_cues(site))
            continue
        nominal = token.text.lower() in words.nouns and bool(sentence.children(token, "det"))
        if token.upos in ("VERB", "AUX") and not nominal and not _owned(sentence, token, words):
            found.extend(verb_cues(site))
        elif nominal or token.upos in ("NOUN", "PROPN", "ADJ", "X", "VERB"):
            cue = noun_cue(site)
            found.extend(several(site, cue) if cue is not None else ellipsis_cue(site, found))
    return [cue for cue in found if not _internal(cue)]


_VERBAL = {"rencontre", "visite"}


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
