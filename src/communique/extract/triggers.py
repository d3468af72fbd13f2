"""What binds someone in a sentence: a verb of wish or duty, «is ready to», a noun of will, a promise in the future tense.

A trigger names its force, whose it is and the verbs or nouns of what is to be done. Planned meetings are none, nor is a
denied will; «ne cesser de» and «ne ménager aucun effort» are kept.
"""

from communique.extract.appeals import mooted
from communique.extract.bindings import Trigger
from communique.extract.duties import duty
from communique.extract.frames import Frames
from communique.extract.futures import accord, given, promise, witnessed
from communique.extract.scene import Scene
from communique.extract.wills import disposition, gift, goal, will
from communique.language import clauses
from communique.language.tokens import Sentence, Token

RULES = (goal, duty, mooted, disposition, gift, will, witnessed, accord, given, promise)
"""Asked in this order; the first that fits a word wins."""
_OPEN = frozenset(("VERB", "AUX", "NOUN", "PROPN", "ADJ", "ADV", "X"))
"""Classes of words that can bind anyone."""


def triggers(scene: Scene, sentence: Sentence, lexicon: Frames) -> list[Trigger]:
    """Find the binding words of a sentence, outermost first; none inside what another binds."""
    found: list[Trigger] = []
    taken: set[int] = set()
    for token in sorted((t for t in sentence.tokens if t.upos in _OPEN), key=lambda t: (_depth(sentence, t), t.index)):
        if token.index in taken:
            continue
        trigger = _trigger(scene, sentence, token, lexicon)
        if trigger and trigger.rule == "noun-of-will" and _willed_already(sentence, token, found):
            continue
        if trigger and not any(h.index in taken for h in trigger.heads):
            found.append(trigger)
            taken.add(token.index)
            for head in trigger.heads:
                taken.add(head.index)
                taken.update(_light_chain(sentence, head, lexicon))
    return sorted(found, key=lambda t: t.token.index)


def _willed_already(sentence: Sentence, noun: Token, found: list[Trigger]) -> bool:
    """Is the noun only the object of what another word binds to do («sa détermination à poursuivre son soutien»)?"""
    heads = {h.index for t in found for h in t.heads}
    governor = sentence.head(noun)
    if governor is None or noun.deprel not in ("obj", "obl"):
        return False
    chain = [governor, *(a for a in sentence.ancestors(governor) if clauses.is_infinitive(governor))]
    return any(a.index in heads for a in chain)


def _depth(sentence: Sentence, token: Token) -> int:
    return sum(1 for _ in sentence.ancestors(token))


def _light_chain(sentence: Sentence, head: Token, lexicon: Frames) -> list[int]:
    return [t.index for t in clauses.complements(sentence, head) if head.lemma in lexicon.light_verbs]


def _trigger(scene: Scene, sentence: Sentence, token: Token, lexicon: Frames) -> Trigger | None:
    for rule in RULES:
        trigger = rule(scene, sentence, token, lexicon)
        if trigger is not None and trigger.heads:
            return trigger
    return None


__all__ = ["RULES", "Trigger", "triggers"]
