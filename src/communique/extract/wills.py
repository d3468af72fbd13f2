"""What adjectives and nouns of will bind: «est prêt à», «il est nécessaire de», «sa volonté de», «son soutien à», a goal."""

from communique.extract.bindings import Trigger, binding_clause, denied, infinitives, is_embedded, mark_of, wanted
from communique.extract.frames import Frames
from communique.extract.scene import Scene
from communique.language import clauses
from communique.language.tokens import Sentence, Token

_TO = ("à", "au", "aux")
_OF = ("de", "du", "des", "d'")
_SUPPORT = ("soutien", "appui", "attachement")
_AGREEING = ("convenir", "accorder", "mettre", "tomber", "entendre")


def disposition(scene: Scene, sentence: Sentence, token: Token, lexicon: Frames) -> Trigger | None:
    """Read «X est prêt à + infinitive», «il est nécessaire de», «X s'est dit disposé à»."""
    force = lexicon.force_adjectives.get(token.lemma) or lexicon.force_adjectives.get(_masculine(token))
    if force is None or token.upos not in ("ADJ", "VERB", "NOUN", "ADV") or denied(sentence, token):
        return None
    if is_embedded(sentence, token, lexicon):
        return None
    heads = infinitives(sentence, token)
    governor = sentence.head(token)
    if not heads and governor is not None and token.deprel in ("xcomp", "obj", "obl"):
        heads = tuple(h for h in infinitives(sentence, governor) if h.index > token.index)
    if not heads and force == "urge":
        heads = _led_infinitives(sentence, token)
    if not heads and force == "readiness":
        heads = _over_insertion(sentence, token)
    if not heads and (force == "readiness" or token.lemma == "favorable" and _predicative(sentence, token)):
        to = [t for t in sentence.children(token, "obl") if mark_of(sentence, t) in _TO]
        heads = tuple(c for t in to for c in clauses.conjuncts(sentence, t))
    if force != "urge":
        return Trigger(token, force, clauses.subject(sentence, token), heads, "disposition")
    if _for_what(sentence, token):
        return None
    named = (t for t in sentence.children(token, "obl") if mark_of(sentence, t) == "pour")
    bound = next((t for t in named if scene.mention_of(sentence, t) is None), None)
    return Trigger(token, force, bound, heads, "disposition")


def _predicative(sentence: Sentence, token: Token) -> bool:
    """«se déclarant favorable à», not «des conditions favorables à»."""
    return token.index > 0 and sentence.tokens[token.index - 1].upos in ("VERB", "AUX", "ADV")


def _over_insertion(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """«est prêt, à en croire X, à confier …»: the infinitive behind the second comma."""
    behind = sentence.tokens[token.index + 1 : token.index + 16]
    if len(behind) < 4 or behind[0].text != ",":
        return ()
    for comma in behind[1:]:
        if comma.text == "," and comma.index + 2 < len(sentence.tokens):
            mark, verb = sentence.tokens[comma.index + 1 : comma.index + 3]
            return tuple(clauses.series(sentence, verb)) if mark.text.lower() == "à" and clauses.is_infinitive(verb) else ()
    return ()


def _for_what(sentence: Sentence, token: Token) -> bool:
    """«essentiel pour renforcer»: a thing is good for something, nobody is asked."""
    behind = sentence.tokens[token.index + 1 : token.index + 4]
    return bool(behind) and behind[0].text.lower() in ("pour", "afin") and any(clauses.is_infinitive(t) for t in behind)


def _masculine(token: Token) -> str:
    """The masculine singular of a participle tagged as a verb: «disposées» is «disposé»."""
    word = token.text.lower()
    return word.removesuffix("s").removesuffix("e") if token.feat("VerbForm") == "Part" else ""


def _led_infinitives(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """«nécessaire pour X de», «la volonté de X de»: the infinitives behind «de» or «à», a few words on."""
    for follow in sentence.tokens[token.index + 1 : token.index + 9]:
        if follow.text in (",", ";", ":") or follow.feat("VerbForm") == "Fin":
            return ()
        if clauses.is_infinitive(follow) and sentence.tokens[follow.index - 1].text.lower() in ("de", "d'", "à"):
            return tuple(clauses.series(sentence, follow))
    return ()


def will(scene: Scene, sentence: Sentence, token: Token, lexicon: Frames) -> Trigger | None:
    """Read «réaffirmer leur détermination à», «la volonté de Dakar de», «l'espoir de», «le soutien de X à»."""
    force = lexicon.force_nouns.get(token.lemma)
    if force is None or token.upos != "NOUN" or is_embedded(sentence, token, lexicon):
        return None
    governor = next((a for a in sentence.ancestors(token) if a.upos == "VERB"), None)
    if governor is not None and _praised(governor, lexicon):
        return None
    clause = wanted(sentence, token)
    if clause is None and governor is not None and governor is sentence.head(token):
        clause = next((c for c in [wanted(sentence, governor)] if c is not None and c.index > token.index), None)
    if clause is not None and force in ("wish", "urge"):
        return binding_clause(sentence, token, clause, "urge", lexicon)
    if force == "urge" and governor is not None and governor.lemma in _AGREEING:
        force = "agreement"
    heads = _willed(sentence, token, force)
    owner = _owner(sentence, token, heads)
    if owner is None and force != "urge":
        owner = clauses.subject(sentence, governor) if governor is not None else None
    return Trigger(token, force, owner, heads, "noun-of-will")


def _praised(governor: Token, lexicon: Frames) -> bool:
    """Is the will of another only praised («a salué l'engagement de»)? Then nothing new is promised."""
    frame = lexicon.reporting.get(governor.lemma)
    return frame is not None and frame.act == "expressive" or governor.lemma in ("démentir", "nier")


def _willed(sentence: Sentence, token: Token, force: str) -> tuple[Token, ...]:
    heads = infinitives(sentence, token)
    if heads:
        return heads
    governor = sentence.head(token)
    if governor is not None and governor.upos == "VERB":
        behind = (h for h in infinitives(sentence, governor) if h.index > token.index and h.head != token.index)
        heads = tuple(behind)
    heads = heads or _led_infinitives(sentence, token)
    if heads:
        return heads
    if token.lemma in _SUPPORT:
        return _supported(sentence, token)
    if force == "wish" and token.lemma in ("espoir", "souhait", "vœu"):
        return tuple(t for t in sentence.children(token, "nmod") if _indefinite(sentence, t))
    return ()


def _supported(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """What «son soutien à X» supports: the noun behind the first «à» or «pour», a few words on."""
    for follow in sentence.tokens[token.index + 1 : token.index + 8]:
        if follow.text in (",", ";", ":") or follow.upos in ("AUX", "CCONJ") or follow.feat("VerbForm") == "Fin":
            return ()
        if follow.text.lower() == "ce":
            return ()
        if follow.text.lower() in (*_TO, "pour") and follow.upos in ("ADP", "DET"):
            behind = sentence.tokens[follow.index + 1 : follow.index + 5]
            if behind and behind[0].text.lower() == "ce":
                return ()
            return tuple(t for t in behind if t.upos in ("NOUN", "PROPN"))[:1]
    return ()


def _indefinite(sentence: Sentence, noun: Token) -> bool:
    """«l'espoir d'une coopération»: what is hoped for, not whose hope it is."""
    return any(t.lemma == "un" or t.text.lower() in ("une", "un") for t in sentence.children(noun, "det"))


def _owner(sentence: Sentence, token: Token, heads: tuple[Token, ...]) -> Token | None:
    for noun in sentence.children(token, "nmod"):
        if mark_of(sentence, noun) in _OF and noun.upos in ("NOUN", "PROPN") and noun not in heads:
            return noun
    return None


def goal(scene: Scene, sentence: Sentence, token: Token, lexicon: Frames) -> Trigger | None:
    """Read «se sont fixé pour objectif de + infinitive», «ont pour but de», «se sont mis d'accord pour»."""
    if token.upos != "NOUN" or token.lemma not in ("objectif", "but", "cap", "accord"):
        return None
    governor = sentence.head(token)
    verbs = ("mettre", "tomber") if token.lemma == "accord" else ("fixer", "avoir", "donner", "assigner")
    if governor is None or governor.lemma not in verbs:
        return None
    heads = infinitives(sentence, token)
    heads = heads or tuple(h for h in infinitives(sentence, governor) if h.index > token.index)
    if not heads and token.lemma == "accord":
        behind = sentence.tokens[token.index + 1 : token.index + 3]
        led = any(t.text.lower() in ("pour", "afin") for t in behind)
        heads = tuple(t for t in sentence.tokens[token.index + 1 : token.index + 5] if led and clauses.is_infinitive(t))
        heads = tuple(clauses.series(sentence, heads[0])) if heads else ()
    return Trigger(governor, "agreement", clauses.subject(sentence, governor), heads, "goal")
