"""What binds someone in a sentence: a verb of wish or duty, «is ready to», a noun of will, a promise in the future tense.

A trigger names its force, whose it is and the verbs or nouns of what is to be done. Planned meetings are none, nor is a
denied will; «ne cesser de» and «ne ménager aucun effort» are kept.
"""

import re
from dataclasses import dataclass

from communique.extract.frames import Frames
from communique.extract.scene import Scene
from communique.language import clauses
from communique.language.tokens import Sentence, Token


@dataclass(frozen=True, slots=True)
class Trigger:
    """A binding word, the head of who is bound (none where nobody is named), and the heads of what is to be done."""

    token: Token
    force: str
    bound: Token | None
    heads: tuple[Token, ...]
    rule: str
    addressed: bool = False
    """Whether `bound` is asked by someone else («appelle X à»)."""


def triggers(scene: Scene, sentence: Sentence, lexicon: Frames) -> list[Trigger]:
    """Find the binding words of a sentence, outermost first; none inside what another binds."""
    found: list[Trigger] = []
    taken: set[int] = set()
    for token in sorted(sentence.tokens, key=lambda t: (_depth(sentence, t), t.index)):
        if token.index in taken:
            continue
        trigger = _trigger(scene, sentence, token, lexicon)
        if trigger and not any(h.index in taken for h in trigger.heads):
            found.append(trigger)
            taken.add(token.index)
            for head in trigger.heads:
                taken.add(head.index)
                taken.update(_light_chain(sentence, head, lexicon))
    return sorted(found, key=lambda t: t.token.index)


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


def _denied(sentence: Sentence, token: Token) -> bool:
    return clauses.form(sentence, token).negated and token.lemma not in ("cesser", "ménager", "tarder", "manquer")


def _infinitives(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """The infinitives that complete a word, purpose clauses left out."""
    found = []
    for complement in clauses.complements(sentence, token):
        if complement.index < token.index or not (clauses.is_infinitive(complement) or complement.deprel == "conj"):
            continue
        mark = clauses.marker(sentence, complement)
        if mark.startswith(("pour", "afin", "en vue", "sans", "avant", "après")):
            continue
        if clauses.is_infinitive(complement):
            found.append(complement)
    if not found:
        found = _infinitive_after(sentence, token)
    if found:
        found = sorted({t.index: t for t in [*found, *clauses.series(sentence, found[0])]}.values(), key=lambda t: t.index)
    return tuple(found)


def _infinitive_after(sentence: Sentence, token: Token) -> list[Token]:
    """The infinitive right behind a verb, adverbs and «à», «de» between, where the parser tied it elsewhere."""
    for follow in sentence.tokens[token.index + 1 : token.index + 6]:
        if clauses.is_infinitive(follow):
            return [follow]
        if follow.upos not in ("ADV", "ADP", "PRON", "ADJ") or follow.text.lower() in ("pour", "sans", "afin"):
            return []
    return []


def duty(scene: Scene, sentence: Sentence, token: Token, lexicon: Frames) -> Trigger | None:
    """«X doit / souhaite / aspire à + infinitive», «il faut + infinitive», «X s'engage à», «X a décidé de»."""
    force = lexicon.force_verbs.get(token.lemma)
    if token.upos not in ("VERB", "AUX") or force is None or _denied(sentence, token) or _attributive(sentence, token):
        return None
    if force == "urge" and clauses.reflexive(sentence, token) or not _asserted(sentence, token, lexicon):
        return None
    heads = _infinitives(sentence, token)
    if token.deprel == "aux" and token.head >= 0:
        heads = tuple(h for h in clauses.conjuncts(sentence, sentence.tokens[token.head]) if clauses.is_infinitive(h))
    if force == "urge" and token.lemma not in ("devoir", "falloir"):
        return _appeal(sentence, token, heads, force)
    bound = clauses.subject(sentence, sentence.tokens[token.head] if token.deprel == "aux" else token)
    if bound is not None and (token.lemma == "falloir" or bound.deprel == "expl"):
        if token.lemma == "convenir":
            return None
        bound = None if token.lemma == "falloir" else bound
    if token.lemma in ("souhaiter", "vouloir", "espérer") and (wanted := _wanted(sentence, token)):
        return Trigger(token, "urge", clauses.own_subject(sentence, wanted), _infinitives(sentence, wanted) if wanted.lemma in lexicon.light_verbs else (wanted,), "wanted")
    if not heads and force == "wish" and token.lemma == "souhaiter":
        heads = tuple(t for t in sentence.children(token, "obj") if t.index > token.index)
    past = clauses.form(sentence, token).perfect
    if not heads and token.lemma in ("soutenir", "appuyer") and not past and not clauses.reflexive(sentence, token) and clauses.is_finite(sentence, token):
        heads = _endeavours(sentence, token) or (token,)
    if token.lemma in ("continuer",) and clauses.form(sentence, token).tense != "Fut":
        return None
    if token.lemma == "tenir" and (not heads or heads[0].lemma in lexicon.reporting):
        return None
    return Trigger(token, force, bound, _real(scene, sentence, heads, bound, token, lexicon), "duty-verb")


def _asserted(sentence: Sentence, token: Token, lexicon: Frames) -> bool:
    """An infinitive binds only under a verb of saying («dit vouloir») or another binding word, never under «accuse de»."""
    if clauses.form(sentence, token).mood != "Inf":
        return True
    governor = next((a for a in sentence.ancestors(token) if a.upos in ("VERB", "AUX", "ADJ")), None)
    return governor is not None and governor.lemma != "accuser" and (governor.lemma in lexicon.reporting or governor.lemma in lexicon.force_verbs or governor.lemma in lexicon.force_adjectives)


def _attributive(sentence: Sentence, token: Token) -> bool:
    """Is it a past participle that only describes a noun («le projet proposé»)?"""
    form = clauses.form(sentence, token)
    return form.mood == "Part" and token.feat("Tense") == "Past" and not form.perfect


def _wanted(sentence: Sentence, token: Token) -> Token | None:
    """The verb of «souhaite que l'autre + verb»."""
    return next((t for t in sentence.children(token, "ccomp") if t.index > token.index and clauses.marker(sentence, t).startswith("qu")), None)


def _endeavours(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """«soutient X dans sa volonté de A, de B et de C»: what is supported, each for itself."""
    for noun in sentence.tokens[token.index + 1 :]:
        if noun.lemma in ("volonté", "effort", "souhait", "candidature", "ambition", "démarche", "aspiration") and _marks(sentence, noun) == "dans":
            return _infinitives(sentence, noun)
    return ()


def _real(scene: Scene, sentence: Sentence, heads: tuple[Token, ...], bound: Token | None, verb: Token, lexicon: Frames) -> tuple[Token, ...]:
    """Leave out what is a planned encounter, or a saying («tient à souligner»)."""
    person = bound is not None and scene.mention_of(sentence, bound) is not None
    kept = []
    for head in heads:
        encounter = head.lemma in lexicon.encounter_verbs
        if encounter and (person or head.lemma not in lexicon.actions and verb.lemma in ("devoir", "compter", "envisager")):
            continue
        if clauses.reflexive(sentence, head) and head.lemma in ("tenir", "dérouler", "entretenir", "retrouver", "réunir", "rencontrer", "rendre"):
            continue
        if head.lemma in ("être", "avoir", "permettre", "pouvoir", "dire", "souligner", "rappeler", "voir", "savoir"):
            continue
        kept.append(head)
    return tuple(kept)


def _appeal(sentence: Sentence, token: Token, heads: tuple[Token, ...], force: str) -> Trigger | None:
    if any(t.lemma == "à" and t.deprel == "case" for t in sentence.children(token)):
        return None
    addressed = next((t for t in sentence.children(token, "obj", "iobj") if t.upos in ("NOUN", "PROPN", "PRON") and t.index != token.index), None)
    if addressed is None and heads:
        addressed = next((t for t in sentence.children(token, "obl") if _marks(sentence, t) in ("à", "au", "aux") and t.index < heads[0].index), None)
    if not heads:
        heads = tuple(c for t in sentence.children(token, "obl") if _marks(sentence, t) in ("à", "au", "aux", "pour", "en faveur")
                      and t.index > token.index for c in clauses.conjuncts(sentence, t))
    if not heads and token.lemma in ("proposer", "suggérer", "recommander", "préconiser", "demander", "réclamer", "exiger", "prôner"):
        heads = tuple(t for t in sentence.children(token, "obj") if t.upos == "NOUN")
        addressed = None
    return Trigger(token, force, addressed, heads, "appeal", addressed=True)


def _marks(sentence: Sentence, token: Token) -> str:
    return clauses.marker(sentence, token).split(" ")[0]


def disposition(scene: Scene, sentence: Sentence, token: Token, lexicon: Frames) -> Trigger | None:
    """«X est prêt à + infinitive», «il est nécessaire de», «X s'est dit disposé à»."""
    force = lexicon.force_adjectives.get(token.lemma) or lexicon.force_adjectives.get(_as_adjective(token))
    if force is None or token.upos not in ("ADJ", "VERB", "NOUN") or _denied(sentence, token):
        return None
    heads = _infinitives(sentence, token)
    governor = sentence.head(token)
    if not heads and governor is not None and token.deprel in ("xcomp", "obj", "obl"):
        heads = tuple(h for h in _infinitives(sentence, governor) if h.index > token.index)
    if not heads and force == "readiness":
        heads = tuple(c for t in sentence.children(token, "obl") if _marks(sentence, t) in ("à", "au", "aux") for c in clauses.conjuncts(sentence, t))
    bound = clauses.subject(sentence, token)
    if force == "urge":
        bound = next((t for t in sentence.children(token, "obl") if _marks(sentence, t) == "pour"), None)
    return Trigger(token, force, bound, heads, "disposition")


def _as_adjective(token: Token) -> str:
    """The masculine singular of a participle tagged as a verb: «disposées» is «disposé»."""
    word = token.text.lower()
    return word.removesuffix("s").removesuffix("e") if token.feat("VerbForm") == "Part" else ""


def will(scene: Scene, sentence: Sentence, token: Token, lexicon: Frames) -> Trigger | None:
    """«réaffirmer leur détermination à + infinitive», «la volonté de Dakar de», «l'engagement de X en faveur de»."""
    force = lexicon.force_nouns.get(token.lemma)
    if force is None or token.upos != "NOUN":
        return None
    heads = _infinitives(sentence, token)
    if not heads:
        governor = sentence.head(token)
        if governor is not None and governor.upos == "VERB":
            heads = tuple(h for h in _infinitives(sentence, governor) if h.index > token.index and h.head != token.index)
    if governor_is_support(sentence, token) and not heads:
        heads = tuple(t for t in sentence.children(token, "nmod", "obl") if _marks(sentence, t) in ("à", "au", "aux", "pour"))
    owner = next((t for t in sentence.children(token, "nmod") if _marks(sentence, t) in ("de", "du", "des", "d'") and t.upos in ("NOUN", "PROPN") and t not in heads), None)
    if owner is None:
        governor = next((a for a in sentence.ancestors(token) if a.upos == "VERB"), None)
        owner = clauses.subject(sentence, governor) if governor is not None else None
    return Trigger(token, force, owner, heads, "noun-of-will")


def governor_is_support(sentence: Sentence, token: Token) -> bool:
    """Tell whether a noun is one of support or attachment, which takes a noun («son soutien à l'adhésion»)."""
    return token.lemma in ("soutien", "appui", "attachement")


def promise(scene: Scene, sentence: Sentence, token: Token, lexicon: Frames) -> Trigger | None:
    """A finite future, or the future in the past of reported speech, of a verb of action: «le Japon financera …»."""
    if token.upos != "VERB" or _denied(sentence, token):
        return None
    form = clauses.form(sentence, token)
    if form.tense != "Fut" and not (form.mood == "Cnd" and _reported(sentence, token)):
        return None
    bound = clauses.subject(sentence, token)
    if bound is None or clauses.reflexive(sentence, token) and token.lemma in ("tenir", "dérouler", "ouvrir", "poursuivre"):
        return None
    if form.passive:
        bound = clauses.agent(sentence, token)
    if _hypothetical(sentence, token):
        return None
    heads = tuple(t for t in (token,) if _acts(scene, t, lexicon))
    if token.lemma in lexicon.light_verbs:
        heads = _infinitives(sentence, token) or heads
    person = bound is not None and scene.mention_of(sentence, bound) is not None
    if token.lemma in lexicon.encounter_verbs and (person or token.lemma not in lexicon.actions):
        heads = ()
    return Trigger(token, "pledge", bound, heads, "future")


def _reported(sentence: Sentence, token: Token) -> bool:
    return any(a.upos == "VERB" for a in sentence.ancestors(token)) and bool(re.search(r"\bqu", clauses.marker(sentence, token)) or token.deprel == "conj")


def _hypothetical(sentence: Sentence, token: Token) -> bool:
    return any(clauses.marker(sentence, t).split(" ")[0] in ("si", "s'") for t in sentence.children(token, "advcl"))


def _acts(scene: Scene, token: Token, lexicon: Frames) -> bool:
    return token.lemma in lexicon.actions or token.lemma in lexicon.light_verbs


def goal(scene: Scene, sentence: Sentence, token: Token, lexicon: Frames) -> Trigger | None:
    """«se sont fixé pour objectif de + infinitive», «ont l'intention de», «ont pour but de»."""
    if token.upos != "NOUN" or token.lemma not in ("objectif", "but", "cap"):
        return None
    governor = sentence.head(token)
    if governor is None or governor.lemma not in ("fixer", "avoir", "donner", "assigner"):
        return None
    heads = _infinitives(sentence, token) or tuple(h for h in _infinitives(sentence, governor) if h.index > token.index)
    return Trigger(governor, "agreement", clauses.subject(sentence, governor), heads, "goal")


def accord(scene: Scene, sentence: Sentence, token: Token, lexicon: Frames) -> Trigger | None:
    """«X et Y ont signé un accord sur …»: the object is what was agreed."""
    if token.lemma not in lexicon.signing or token.upos != "VERB" or _denied(sentence, token):
        return None
    form = clauses.form(sentence, token)
    bound = clauses.subject(sentence, token)
    if bound is None or form.passive or not (form.perfect or form.tense in ("Pres", "Past")) or form.mood != "Ind":
        return None
    heads = tuple(t for t in sentence.children(token, "obj") if t.lemma in lexicon.agreements and t.index > token.index)
    return Trigger(token, "agreement", bound, heads[:1], "signing")


RULES = (goal, duty, disposition, will, accord, promise)
"""Asked in this order; the first that fits a word wins."""
