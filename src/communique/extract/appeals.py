"""What verbs of appeal ask, and of whom: «appelle X à», «calls for talks», «demande à X de», «offers X a loan»."""

from communique.extract.bindings import Trigger, asked, denied, infinitives, is_embedded, mark_of, objects_of
from communique.extract.frames import Frames
from communique.extract.promise_words import cue
from communique.extract.scene import Scene
from communique.language import clauses
from communique.language.tokens import Sentence, Token


def appeal(sentence: Sentence, token: Token, heads: tuple[Token, ...], force: str, lexicon: Frames) -> Trigger | None:
    """Read a verb of appeal with the heads of what it asks for."""
    if any(t.lemma in cue(sentence, "appeal_blocked") and t.deprel == "case" for t in sentence.children(token)):
        return None
    heads = asked(sentence, token, heads)
    if token.lemma in cue(sentence, "inviting") and heads and all(_visits(sentence, h) for h in heads):
        return None
    own = (*cue(sentence, "gifts"), *cue(sentence, "assurances"))
    offered = tuple(t for t in sentence.children(token, "obj") if t.lemma in own and token.lemma in cue(sentence, "offering"))
    if offered and not clauses.form(sentence, token).passive:
        return Trigger(token, "readiness", clauses.subject(sentence, token), offered[:1], "duty-verb")
    addressed = _addressee(sentence, token, heads)
    if token.lemma in cue(sentence, "telling") and (addressed is None or not heads):
        return None
    if not heads:
        heads, addressed = _asked_things(sentence, token, addressed)
        if addressed is not None and heads and token.lemma in cue(sentence, "offering") and heads[0].lemma not in lexicon.noun_actions:
            return Trigger(token, "readiness", clauses.subject(sentence, token), heads, "duty-verb")
    return Trigger(token, force, addressed, heads, "appeal", addressed=True)


def _visits(sentence: Sentence, verb: Token) -> bool:
    """«to pay a visit», «prendre part à la cérémonie»: a guest's coming is an encounter, no deed."""
    behind = sentence.tokens[verb.index + 1 : verb.index + 11]
    event = any(t.lemma.lower() in cue(sentence, "events") for t in behind)
    return verb.lemma in cue(sentence, "visiting") or verb.lemma in cue(sentence, "visiting_with") and event


def mooted(scene: Scene, sentence: Sentence, token: Token, lexicon: Frames) -> Trigger | None:
    """Read «a lancé l'idée d'un marché», «initiated the drafting of a treaty», «spoke for the early adoption of»."""
    if not any(token.lemma in cue(sentence, name) for name in ("mooting", "initiating", "speaking_for")):
        return None
    form = clauses.form(sentence, token)
    told = token.upos == "VERB" and form.mood == "Ind" and not form.passive and (form.perfect or form.tense in ("Past", "Pres"))
    if not told or denied(sentence, token) or is_embedded(sentence, token, lexicon):
        return None
    heads: tuple[Token, ...] = ()
    if token.lemma in cue(sentence, "mooting"):
        ideas = [t for t in sentence.children(token, "obj") if t.lemma in cue(sentence, "mooted")]
        heads = tuple(h for t in ideas for h in infinitives(sentence, t) or sentence.children(t, "nmod", "acl")[:1])
        heads = tuple(h for h in heads if h.upos in ("NOUN", "VERB"))
    if token.lemma in cue(sentence, "initiating"):
        heads = tuple(t for t in sentence.children(token, "obj") if t.lemma in cue(sentence, "drafted"))
    if token.lemma in cue(sentence, "speaking_for"):
        led = [t for t in sentence.children(token, "obl") if mark_of(sentence, t) in cue(sentence, "speaking_leads")]
        led = [n for t in led for n in (sentence.children(t, "nmod") if t.lemma in cue(sentence, "favour") else [t])]
        heads = tuple(t for t in led if t.lemma in lexicon.noun_actions)[:1]
    return Trigger(token, "urge", None, heads, "appeal", addressed=True) if heads else None


def _addressee(sentence: Sentence, token: Token, heads: tuple[Token, ...]) -> Token | None:
    """Who is asked: the object, the subject of a passive, «à X», «on X», or the subject of what is asked («for X to»)."""
    if clauses.form(sentence, token).passive:
        return clauses.own_subject(sentence, token)
    nominal = ("NOUN", "PROPN", "PRON")
    found = next((t for t in objects_of(sentence, token) if t.upos in nominal), None)
    if not heads or found is not None and found.index < heads[0].index:
        return found
    own = clauses.own_subject(sentence, heads[0]) if heads[0].upos == "VERB" else None
    between = own is not None and token.index < own.index < heads[0].index
    return _asked_of(sentence, token, heads[0]) or (own if between else None)


def _asked_things(sentence: Sentence, token: Token, addressed: Token | None) -> tuple[tuple[Token, ...], Token | None]:
    """The nouns of what is asked («appelle au calme», «calls for talks», «demande une aide»), and of whom."""
    noun_appeals = token.lemma in cue(sentence, "noun_appeals")
    leads = cue(sentence, "noun_leads") if noun_appeals else cue(sentence, "appeal_leads")
    to = [t for t in sentence.children(token, "obl") if t.index > token.index and mark_of(sentence, t) in leads]
    to = [t for t in to if mark_of(sentence, t) not in cue(sentence, "favour_leads") or t.lemma in cue(sentence, "favour")]
    behind = [n for t in to if t.lemma in cue(sentence, "favour") for n in sentence.children(t, "nmod")]
    heads = tuple(c for t in behind or to for c in clauses.conjuncts(sentence, t) if c.upos == "NOUN")
    if not heads and noun_appeals:
        return tuple(t for t in sentence.children(token, "obj") if t.upos == "NOUN"), _asked_of(sentence, token, None)
    return heads, addressed


def _asked_of(sentence: Sentence, token: Token, first: Token | None) -> Token | None:
    """Whom «demande à X de», «propose à X de», «calls on X to» asks."""
    for oblique in sentence.children(token, "obl"):
        near = token.index < oblique.index and (first is None or oblique.index < first.index)
        if near and mark_of(sentence, oblique) in cue(sentence, "appeal_to"):
            return oblique
    return None
