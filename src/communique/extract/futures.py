"""What the future tense promises («le Japon financera …») and what is signed; a prediction about things binds nobody."""

from communique.extract.bindings import Trigger, denied, infinitives, is_embedded
from communique.extract.frames import Frames
from communique.extract.scene import Scene
from communique.language import clauses
from communique.language.tokens import Sentence, Token


def promise(scene: Scene, sentence: Sentence, token: Token, lexicon: Frames) -> Trigger | None:
    """Read a finite future, or the future in the past of reported speech, of a verb of action."""
    if token.upos != "VERB" or denied(sentence, token):
        return None
    form = clauses.form(sentence, token)
    if form.tense != "Fut" and not (form.mood == "Cnd" and _reported(sentence, token)):
        return None
    bound = clauses.subject(sentence, token)
    if bound is None or clauses.reflexive(sentence, token) and token.lemma in ("tenir", "dérouler", "ouvrir", "poursuivre"):
        return None
    if form.passive:
        bound = clauses.agent(sentence, token)
        if bound is None and not _vowed(sentence, token):
            return None
    if _hypothetical(sentence, token) or is_embedded(sentence, token, lexicon):
        return None
    heads: tuple[Token, ...] = (token,) if token.lemma in lexicon.actions or token.lemma in lexicon.light_verbs else ()
    if token.lemma in lexicon.light_verbs:
        heads = infinitives(sentence, token) or heads
    person = bound is not None and (scene.mention_of(sentence, bound) is not None or bound.text.lower() in ("il", "elle"))
    if token.lemma in lexicon.encounter_verbs and (person or token.lemma not in lexicon.actions):
        heads = ()
    return Trigger(token, "pledge", bound, heads, "future")


def _vowed(sentence: Sentence, token: Token) -> bool:
    """«a promis que les fonds seraient versés»: the passive binds who promises."""
    return any(a.lemma in ("promettre", "garantir", "jurer") for a in sentence.ancestors(token))


def _reported(sentence: Sentence, token: Token) -> bool:
    near = sentence.tokens[max(0, token.index - 8) : token.index]
    marked = token.deprel == "conj" or any(t.text.lower() in ("que", "qu'") for t in near)
    return marked and any(a.upos == "VERB" for a in sentence.ancestors(token))


def _hypothetical(sentence: Sentence, token: Token) -> bool:
    """Does a condition stand with the verb («si …, elle financerait»)?"""
    before = [t for t in sentence.tokens[: token.index] if t.upos == "SCONJ"]
    conditions = ("si", "s'")
    if any(t.text.lower() in conditions for t in before):
        return True
    return any(clauses.marker(sentence, t).split(" ")[0] in conditions for t in sentence.children(token, "advcl"))


def accord(scene: Scene, sentence: Sentence, token: Token, lexicon: Frames) -> Trigger | None:
    """Read «X et Y ont signé un accord sur …»: the object is what was agreed."""
    if token.lemma not in lexicon.signing or token.upos != "VERB" or denied(sentence, token):
        return None
    form = clauses.form(sentence, token)
    bound = clauses.subject(sentence, token)
    if bound is None or form.passive or form.mood != "Ind":
        return None
    if not (form.perfect or form.tense in ("Pres", "Past")):
        return None
    heads = (t for t in sentence.children(token, "obj") if t.lemma in lexicon.agreements and t.index > token.index)
    return Trigger(token, "agreement", bound, tuple(heads)[:1], "signing")
