"""Who is bound by a word of promise, wish, duty or appeal: states and bodies, for people speak for theirs.

Nobody is guessed: where the words bind someone whom the document does not name, there is no record.
"""

import re

from communique.extract.bindings import Trigger
from communique.extract.referents import Parties, referents, sides
from communique.extract.scene import Scene
from communique.extract.standing import parted, standing_before
from communique.extract.units import after, units
from communique.language import clauses
from communique.language.tokens import Sentence, Token

_OWN = ("son", "sa", "ses", "leur", "leurs", "notre")
_OFFICES = ("ministre", "gouvernement", "administration", "autorité", "expert")
_OPENING = ("ouvrir", "rouvrir", "reprendre", "redémarrer", "débuter", "entrer", "démarrer")
_AND = re.compile(r" et (?:l'|la |le |les |m\. |mme )?")


def bound_by(scene: Scene, sentence: Sentence, trigger: Trigger, focus: Parties, speakers: Parties) -> Parties | None:
    """Give who is bound; empty for an appeal that names no one; None where nobody whom we can name is bound."""
    if standing := _without_subject(scene, sentence, trigger):
        return standing
    if trigger.bound is None:
        return _unnamed(scene, sentence, trigger, speakers)
    found = _named(scene, sentence, trigger, trigger.bound, focus)
    if found:
        return found
    if trigger.rule == "future" and speakers and _opens(sentence, trigger):
        pair = scene.pair_at(sentence)
        return scene.states(pair) if _shared(scene, sentence, pair) else sides(scene, speakers)
    if not trigger.addressed:
        own = trigger.rule == "noun-of-will" and _possessive(sentence, trigger.token, trigger.bound)
        return (sides(scene, speakers) if own else _exemplified(scene, trigger.bound, trigger.token)) or None
    if trigger.rule == "wanted":
        return None
    asked = scene.states(scene.states_in(*scene.phrase(sentence, trigger.bound))[:2])
    if speakers and not asked and trigger.bound.lemma in _OFFICES and trigger.bound.feat("Number") == "Plur":
        own = sentence.tokens[max(0, trigger.bound.index - 1)].text.lower() == "leurs" and are_two(speakers)
        pair = scene.pair_at(sentence)
        return sides(scene, speakers) if own else scene.states(pair) if len(pair) == 2 else ()
    return asked or (None if trigger.bound.upos == "PRON" else ())


def _named(scene: Scene, sentence: Sentence, trigger: Trigger, bound: Token, focus: Parties) -> Parties:
    found = sides(scene, referents(scene, sentence, bound, focus))
    found = _joined(scene, sentence, bound, found) if found else found
    if trigger.rule == "signing" and not are_two(found):
        partners = sides(scene, after(scene, "avec", trigger.token.end, sentence.end))
        signers = (p for u in units(scene, bound.start, trigger.token.start) for p in sides(scene, u.parties))
        found = tuple(dict.fromkeys((*found, *(p for p in signers if found), *partners)))
        return tuple(p for p in found if p.kind != "person")
    return found


def _unnamed(scene: Scene, sentence: Sentence, trigger: Trigger, speakers: Parties) -> Parties | None:
    """Who is bound where the words name nobody: both by an impersonal agreement, the speaker by his own will."""
    if trigger.force == "agreement":
        pair = scene.pair_at(sentence)
        return scene.states(pair) if len(pair) == 2 else None
    if trigger.addressed or trigger.force == "urge":
        return _addressed(scene, sentence, trigger)
    if trigger.rule == "duty-verb" and trigger.token.feat("VerbForm") == "Fin":
        return None
    return sides(scene, speakers) or None


def _addressed(scene: Scene, sentence: Sentence, trigger: Trigger) -> Parties:
    """Whom an appeal without an addressee binds: both sides where its words name them or propose to act, else nobody."""
    folded = scene.folded(trigger.token.start, sentence.end)
    joint = trigger.token.lemma in ("proposer", "suggérer") and clauses.is_infinitive(trigger.heads[0])
    joint = joint or bool(re.search(r" (?:mutualis|conjoint|en commun\b|deux voisins)", folded))
    if joint or scene.patterns["states"].search(folded) or " leur" in folded or " bilateral" in folded:
        pair = scene.pair_at(sentence)
        return scene.states(pair) if len(pair) == 2 else ()
    return ()


def _possessive(sentence: Sentence, *nouns: Token) -> bool:
    """Is it the speaker's own («leur volonté», «la volonté de son pays»)?"""
    before = [t for noun in nouns for t in sentence.tokens[max(0, noun.index - 3) : noun.index]]
    return any(t.text.lower() in _OWN for t in before)


def _without_subject(scene: Scene, sentence: Sentence, trigger: Trigger) -> Parties:
    """Those right before a finite verb of duty to which the parser tied no subject of its own."""
    verb = trigger.token
    if trigger.rule == "future" and (told := parted(scene, sentence, verb)):
        return sides(scene, told)
    if trigger.rule == "signing" and trigger.bound is None:
        return sides(scene, standing_before(scene, sentence, verb))
    if trigger.rule != "duty-verb" or trigger.addressed or verb.feat("VerbForm") != "Fin" or verb.deprel in ("conj", "aux"):
        return ()
    if clauses.own_subject(sentence, verb) is not None:
        return ()
    return sides(scene, standing_before(scene, sentence, verb))


def _exemplified(scene: Scene, bound: Token, verb: Token) -> Parties:
    """«les pays voisins, à commencer par le Mali, doivent»: the states that an unnamed group is told to hold."""
    folded = scene.folded(bound.end, verb.start)
    if not re.search(r"\b(?:a commencer par|dont|notamment|a savoir|y compris|comme)\b", folded):
        return ()
    named = scene.mentions.names_in(bound.end, verb.start, "state")
    return scene.states([n.key for n in named if n.key])


def _joined(scene: Scene, sentence: Sentence, bound: Token, found: Parties) -> Parties:
    """«la Chine et le Kazakhstan»: with those joined by «et» right before and after, whatever the parser tied together."""
    row = units(scene, sentence.start, sentence.end)
    at = next((i for i, u in enumerate(row) if u.start <= bound.start < u.end), None)
    if at is None:
        return found
    before, after_ = row[:at][-1:], row[at + 1 : at + 2]
    more = [u for u in before if _AND.fullmatch(scene.folded(u.end, row[at].start))]
    further = [u for u in after_ if _AND.fullmatch(scene.folded(row[at].end, u.start))]
    sides_before = [p for u in more for p in sides(scene, u.parties)]
    sides_after = [p for u in further for p in sides(scene, u.parties)]
    return tuple(dict.fromkeys((*sides_before, *found, *sides_after)))


def are_two(parties: Parties) -> bool:
    """Tell whether parties are of two sides at least."""
    return len({p.state or p.name for p in parties}) > 1


def _shared(scene: Scene, sentence: Sentence, pair: tuple[str, ...]) -> bool:
    """Is what will open a crossing or line between both?"""
    folded = scene.folded(sentence.start, sentence.end)
    return len(pair) == 2 and bool(re.search(r"\b(?:frontaliere?s?|frontieres?|transfrontali|entre les deux)", folded))


def _opens(sentence: Sentence, trigger: Trigger) -> bool:
    """Is it a thing that will open or resume, as the one who says so promises? Not one that opens something else."""
    if any(t.index > trigger.token.index for t in sentence.children(trigger.token, "obj")):
        return False
    return trigger.token.lemma in _OPENING
