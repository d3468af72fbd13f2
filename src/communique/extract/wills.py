"""What adjectives and nouns of will bind: «est prêt à», «il est nécessaire de», «sa volonté de», «son soutien à», a goal."""

from communique.extract.bindings import Trigger, binding_clause, denied, infinitives, is_embedded, last_of, mark_of, wanted
from communique.extract.frames import Frames, frames
from communique.extract.promise_words import cue
from communique.extract.scene import Scene
from communique.language import clauses
from communique.language.tokens import Sentence, Token


def disposition(scene: Scene, sentence: Sentence, token: Token, lexicon: Frames) -> Trigger | None:
    """Read «X est prêt à + infinitive», «il est nécessaire de», «X s'est dit disposé à»."""
    force = lexicon.force_adjectives.get(token.lemma) or lexicon.force_adjectives.get(_masculine(token))
    if force is None or token.upos not in ("ADJ", "VERB", "NOUN", "ADV") or denied(sentence, token):
        return None
    acting = token.upos == "VERB" and token.feat("VerbForm") != "Part"
    able = token.index > 0 and sentence.tokens[token.index - 1].text.lower() in cue(sentence, "able_leads")
    if token.lemma in cue(sentence, "able") and not able:
        return None
    if is_embedded(sentence, token, lexicon) or acting and not sentence.children(token, "cop"):
        return None
    if force == "agreement" and any(t.lemma in cue(sentence, "needing") for t in sentence.children(token, "obl", "obj")):
        return None
    heads = infinitives(sentence, token)
    governor = sentence.head(token)
    if not heads and governor is not None and token.deprel in ("xcomp", "obj", "obl"):
        heads = tuple(h for h in infinitives(sentence, governor) if h.index > token.index)
    if not heads and force == "urge":
        heads = _led_infinitives(sentence, token)
    if not heads and force == "readiness":
        heads = _over_insertion(sentence, token)
    if not heads and (force == "readiness" or token.lemma in cue(sentence, "favourable") and _predicative(sentence, token)):
        to = [t for t in sentence.children(token, "obl") if mark_of(sentence, t) in cue(sentence, "to")]
        heads = tuple(c for t in to for c in clauses.conjuncts(sentence, t))
    if force != "urge":
        return Trigger(token, force, clauses.subject(sentence, token), heads, "disposition")
    if _for_what(sentence, token):
        return None
    named = (t for t in sentence.children(token, "obl") if mark_of(sentence, t) in cue(sentence, "for"))
    bound = next((t for t in named if scene.mention_of(sentence, t) is None), None)
    if bound is None and heads and heads[0].upos == "VERB":
        bound = next((t for t in sentence.children(heads[0], "nsubj") if t.index > token.index), None)
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
            return (
                tuple(clauses.series(sentence, verb))
                if mark.text.lower() in cue(sentence, "list_marks") and clauses.is_infinitive(verb)
                else ()
            )
    return ()


def _for_what(sentence: Sentence, token: Token) -> bool:
    """«essentiel pour renforcer»: a thing is good for something, nobody is asked."""
    behind = sentence.tokens[token.index + 1 : token.index + 4]
    return bool(behind) and behind[0].text.lower() in cue(sentence, "purpose_words") and any(clauses.is_infinitive(t) for t in behind)


def _masculine(token: Token) -> str:
    """The masculine singular of a participle tagged as a verb: «disposées» is «disposé»."""
    word = token.text.lower()
    return word.removesuffix("s").removesuffix("e") if token.feat("VerbForm") == "Part" else ""


def _led_infinitives(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """«nécessaire pour X de», «la volonté de X de»: the infinitives behind «de» or «à», a few words on."""
    for follow in sentence.tokens[token.index + 1 : token.index + 9]:
        if follow.text in (",", ";", ":") or follow.feat("VerbForm") == "Fin":
            return ()
        if clauses.is_infinitive(follow) and sentence.tokens[follow.index - 1].text.lower() in cue(sentence, "deed_marks"):
            return tuple(clauses.series(sentence, follow))
    return ()


def will(scene: Scene, sentence: Sentence, token: Token, lexicon: Frames) -> Trigger | None:
    """Read «réaffirmer leur détermination à», «la volonté de Dakar de», «l'espoir de», «le soutien de X à»."""
    force = lexicon.force_nouns.get(token.lemma)
    if force is None or token.upos != "NOUN" or is_embedded(sentence, token, lexicon):
        return None
    if any(t.lemma in cue(sentence, "none") for t in sentence.children(token, "det")):
        return None
    if token.lemma in cue(sentence, "importance") and not infinitives(sentence, token):
        return None
    governor = next((a for a in sentence.ancestors(token) if a.upos == "VERB"), None)
    if governor is not None and token.lemma in cue(sentence, "support_nouns") and governor.lemma in cue(sentence, "seeking"):
        return None
    if governor is not None and (_praised(sentence, governor, lexicon) or token.head == governor.index and denied(sentence, governor)):
        return None
    if token.lemma in cue(sentence, "announced_nouns") and (governor is None or governor.lemma not in cue(sentence, "announcing")):
        return None
    if governor is not None and token.lemma in cue(sentence, "needing") and governor.lemma in cue(sentence, "showing"):
        return None
    clause = wanted(sentence, token)
    if clause is None and governor is not None and governor is sentence.head(token):
        clause = next((c for c in [wanted(sentence, governor)] if c is not None and c.index > token.index), None)
    about = clauses.own_subject(sentence, clause) if clause is not None and clause.lemma in cue(sentence, "reaching_sums") else None
    if clause is not None and governor is not None and force == "wish" and about is not None and about.lemma in cue(sentence, "dealings"):
        return Trigger(token, force, clauses.subject(sentence, governor), (clause,), "noun-of-will")
    if clause is not None and force in ("wish", "urge"):
        return binding_clause(sentence, token, clause, "urge", lexicon)
    if force == "urge" and governor is not None and governor.lemma in cue(sentence, "concluding"):
        force = "agreement"
    heads = _willed(sentence, token, force)
    owner = _owner(sentence, token, heads)
    if owner is None and force != "urge":
        owner = clauses.subject(sentence, governor) if governor is not None else None
    return Trigger(token, force, owner, heads, "noun-of-will")


def gift(scene: Scene, sentence: Sentence, token: Token, lexicon: Frames) -> Trigger | None:
    """Read «a annoncé un don de dix ambulances», «confirmed a grant», «announced the coming opening of a consulate», «assured X of aid»."""
    if token.upos != "NOUN":
        return None
    given = token.lemma in cue(sentence, "gifts")
    coming = lexicon.noun_actions.get(token.lemma) in _COMING and any(
        t.lemma in cue(sentence, "coming") for t in sentence.children(token, "amod")
    )
    governor = sentence.head(token)
    raised = lexicon.noun_actions.get(token.lemma) == "increase" and any(
        t.lemma in cue(sentence, "gifts") for t in sentence.children(token, "nmod")
    )
    given = given or raised
    if governor is None or governor.upos != "VERB" or denied(sentence, governor):
        return None
    told = token.deprel == "obj" and governor.lemma in cue(sentence, "gift_verbs") and (given or coming)
    assured = governor.lemma in cue(sentence, "assuring") and mark_of(sentence, token) in cue(sentence, "of")
    assured = assured and (token.lemma in cue(sentence, "assured") or given)
    form = clauses.form(sentence, governor)
    if not (told or assured) or form.passive or form.mood != "Ind" or is_embedded(sentence, token, lexicon) or infinitives(sentence, token):
        return None
    return Trigger(token, "pledge", clauses.subject(sentence, governor), (token,), "noun-of-will")


_COMING = ("open", "start", "build", "host")


def _praised(sentence: Sentence, governor: Token, lexicon: Frames) -> bool:
    """Is the will of another only praised («a salué l'engagement de»)? Then nothing new is promised."""
    frame = lexicon.reporting.get(governor.lemma)
    return frame is not None and frame.act == "expressive" or governor.lemma in cue(sentence, "denying")


def _willed(sentence: Sentence, token: Token, force: str) -> tuple[Token, ...]:
    behind_noun = sentence.tokens[token.index + 1].text.lower() if token.index + 1 < len(sentence.tokens) else ""
    if force == "urge" and token.lemma in cue(sentence, "needing") and behind_noun in cue(sentence, "for"):
        known = (*frames(sentence.language).noun_actions, *cue(sentence, "dealings"))
        nouns = tuple(t for t in _supported(sentence, token) if t.lemma in known)
        if nouns:
            return nouns
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
    if force == "urge" and token.lemma in cue(sentence, "needing"):
        return tuple(
            t for t in _supported(sentence, token) if t.lemma in (*frames(sentence.language).noun_actions, *cue(sentence, "dealings"))
        )
    if token.lemma in (*cue(sentence, "support_nouns"), *cue(sentence, "appeal_nouns")):
        found = _supported(sentence, token)
        return tuple(h for noun in found if noun.lemma in cue(sentence, "goals") for h in infinitives(sentence, noun)) or found
    if force == "wish" and token.lemma in cue(sentence, "hope_nouns"):
        return tuple(t for t in sentence.children(token, "nmod") if _indefinite(sentence, t))
    return ()


def _supported(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """What «son soutien à X» supports: the noun behind the first «à» or «pour», a few words on."""
    for follow in sentence.tokens[token.index + 1 : token.index + 8]:
        if follow.text in (",", ";", ":") or follow.upos in ("AUX", "CCONJ") or follow.feat("VerbForm") == "Fin":
            return ()
        if follow.text.lower() in cue(sentence, "this"):
            return ()
        led = follow.text.lower() in (*cue(sentence, "to"), *cue(sentence, "for")) and follow.upos in ("ADP", "DET")
        if led or follow.lemma in cue(sentence, "favour"):
            behind = sentence.tokens[follow.index + 1 : follow.index + 5]
            if behind and behind[0].text.lower() in cue(sentence, "this"):
                return ()
            return tuple(last_of(sentence, t) for t in behind if t.upos in ("NOUN", "PROPN"))[:1]
    return ()


def _indefinite(sentence: Sentence, noun: Token) -> bool:
    """«l'espoir d'une coopération»: what is hoped for, not whose hope it is."""
    articles = cue(sentence, "indefinite")
    return any(t.lemma in articles or t.text.lower() in articles for t in sentence.children(noun, "det"))


def _owner(sentence: Sentence, token: Token, heads: tuple[Token, ...]) -> Token | None:
    for noun in sentence.children(token, "nmod"):
        if noun.subtype == "poss" and noun.upos in ("NOUN", "PROPN"):
            return noun
        if mark_of(sentence, noun) in cue(sentence, "of") and noun.upos in ("NOUN", "PROPN") and noun not in heads:
            return noun
    return None


def goal(scene: Scene, sentence: Sentence, token: Token, lexicon: Frames) -> Trigger | None:
    """Read «se sont fixé pour objectif de + infinitive», «ont pour but de», «se sont mis d'accord pour»."""
    accord = token.lemma in cue(sentence, "accords")
    if token.upos != "NOUN" or not (accord or token.lemma in cue(sentence, "goals")):
        return None
    governor = sentence.head(token)
    verbs = cue(sentence, "accord_verbs") if accord else cue(sentence, "goal_verbs")
    if governor is None or governor.lemma not in verbs:
        return None
    heads = infinitives(sentence, token)
    heads = heads or tuple(h for h in infinitives(sentence, governor) if h.index > token.index)
    means = [*sentence.children(token, "nmod"), *sentence.children(governor, "obl")]
    means = [t for t in means if t.lemma in lexicon.light_nouns]
    heads = heads or tuple(h for t in means if t.index > token.index for h in infinitives(sentence, t))
    if not heads and accord:
        behind = sentence.tokens[token.index + 1 : token.index + 3]
        led = any(t.text.lower() in cue(sentence, "accord_leads") for t in behind)
        heads = tuple(t for t in sentence.tokens[token.index + 1 : token.index + 5] if led and clauses.is_infinitive(t))
        heads = tuple(clauses.series(sentence, heads[0])) if heads else ()
        nouns = [last_of(sentence, t) for t in sentence.tokens[token.index + 2 : token.index + 5] if t.upos == "NOUN"]
        on = bool(behind) and behind[0].text.lower() in cue(sentence, "agreement_on")
        heads = heads or tuple(nouns[:1] if on else ())
    return Trigger(governor, "agreement", clauses.subject(sentence, governor), heads, "goal")
