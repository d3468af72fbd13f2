"""What the future tense promises («le Japon financera …») and what is signed; a prediction about things binds nobody."""

from communique.extract.bindings import Trigger, bare_series, denied, infinitives, is_embedded, mark_of, reported, under
from communique.extract.frames import Frames
from communique.extract.promise_words import cue, shape
from communique.extract.scene import Scene
from communique.extract.standing import parted, standing_before
from communique.language import clauses
from communique.language.folding import fold
from communique.language.tokens import Sentence, Token


def promise(scene: Scene, sentence: Sentence, token: Token, lexicon: Frames) -> Trigger | None:
    """Read a finite future, or the future in the past of reported speech, of a verb of action."""
    refused = _refused(sentence, token)
    if refused is not None:
        return refused
    barred = (*cue(sentence, "accusing"), *cue(sentence, "forecasting"))
    if token.upos != "VERB" or denied(sentence, token) or under(sentence, token, barred):
        return None
    form = clauses.form(sentence, token)
    meant = _is_to(sentence, token)
    near = token.lemma in cue(sentence, "going") and form.tense == "Pres" and bool(infinitives(sentence, token))
    if form.tense != "Fut" and not near and not meant and not (form.mood == "Cnd" and reported(sentence, token)):
        return None
    bare = token.feat("VerbForm") == "Part" and not sentence.children(token, "aux") and not form.passive
    loose = token.subtype == "relcl" and not _assured(sentence, token)
    if loose and form.mood == "Cnd" or bare and not near:
        return None
    if any(t.lemma in cue(sentence, "doubting") for t in sentence.children(token, "aux")):
        return None
    bound = clauses.own_subject(sentence, token) or _cut_off(sentence, token) or clauses.subject(sentence, token)
    force = "agreement" if form.passive and _joint_text(scene, sentence) else "pledge"
    if bound is None and not parted(scene, sentence, token):
        return None
    if bound is not None and bound.lemma in cue(sentence, "dealings") and not form.passive:
        return None
    if clauses.reflexive(sentence, token) and token.lemma in cue(sentence, "happening"):
        return None
    if form.passive:
        bound = clauses.agent(sentence, token)
        if bound is None and lexicon.actions.get(token.lemma) not in _DONE_TO and not _vowed(sentence, token):
            return None
    elif token.lemma in cue(sentence, "receiving") and bound is not None:
        if scene.states_in(*scene.phrase(sentence, bound)):
            return None
        bound = None
    if _hypothetical(sentence, token) or is_embedded(sentence, token, lexicon):
        return None
    if token.lemma in cue(sentence, "no_deed") and token.lemma not in lexicon.light_verbs:
        return None
    heads: tuple[Token, ...] = (token,) if token.lemma in lexicon.actions or token.lemma in lexicon.light_verbs else ()
    if near:
        heads = tuple(h for h in infinitives(sentence, token) if h.lemma in lexicon.actions)
    elif token.lemma in lexicon.light_verbs:
        heads = infinitives(sentence, token) or (*heads, *(t for t in bare_series(sentence, token) if t.lemma in lexicon.actions))
    elif form.tense == "Fut":
        heads = (*heads, *(t for t in bare_series(sentence, token) if t.lemma in lexicon.actions))
    person = bound is not None and (_is_person(scene, sentence, bound) or bound.text.lower() in cue(sentence, "one_person"))
    if not near and token.lemma in lexicon.encounter_verbs and (person or token.lemma not in lexicon.actions):
        heads = ()
    return Trigger(token, force, bound, heads, "future")


_DONE_TO = ("build", "start", "open", "support", "resolve")
"""What is done to a thing by who says so: «le pont sera construit, a dit le ministre»."""


def _assured(sentence: Sentence, token: Token) -> bool:
    """«gave the assurance that X would»: a clause of what is promised, which parsers take for a relative one."""
    noun = sentence.head(token)
    return noun is not None and noun.lemma in cue(sentence, "assurances")


def _refused(sentence: Sentence, token: Token) -> Trigger | None:
    """«will never do anything that harms …», «ne fera rien qui nuise à …»."""
    if token.lemma not in cue(sentence, "doing") or token.upos != "VERB":
        return None
    form = clauses.form(sentence, token)
    near = sentence.tokens[max(0, token.index - 4) : token.index + 5]
    nothing = any(t.text.lower() in cue(sentence, "nothing") for t in near)
    firm = form.tense == "Fut" or form.mood == "Cnd" and reported(sentence, token)
    bound = clauses.own_subject(sentence, token) or _cut_off(sentence, token) or clauses.subject(sentence, token)
    return Trigger(token, "pledge", bound, (token,), "refusal") if nothing and firm and bound is not None else None


def _cut_off(sentence: Sentence, token: Token) -> Token | None:
    """«said Peru, as a neighbour, would»: the name right behind the verb of saying, which parsers take for its object."""
    told = sentence.head(token)
    if token.deprel != "ccomp" or told is None or told.index > token.index:
        return None
    after = sentence.tokens[told.index + 1 : told.index + 3]
    cut = len(after) == 2 and after[0].upos == "PROPN" and after[0].head == told.index and after[1].text == ","
    return after[0] if cut else None


def _is_to(sentence: Sentence, token: Token) -> bool:
    """«Norway is to build a school»: what is settled, where a language has this form."""
    being = [t for t in sentence.children(token, "cop", "aux") if t.lemma in cue(sentence, "being") and t.feat("Tense") == "Pres"]
    return bool(being) and token.feat("VerbForm") == "Inf" and clauses.marker(sentence, token) in cue(sentence, "behind_purpose")


def _is_person(scene: Scene, sentence: Sentence, bound: Token) -> bool:
    """Is it a person, by name or by office («the president»)?"""
    offices = scene.mentions.roles_in(sentence.start, sentence.end)
    return scene.mention_of(sentence, bound) is not None or any(r.start <= bound.start < r.end for r in offices)


def _joint_text(scene: Scene, sentence: Sentence) -> bool:
    """Does a text of both sides say so («dit le communiqué final»)?"""
    return bool(shape(sentence, "joint_text").search(scene.folded(sentence.start, sentence.end)))


def _vowed(sentence: Sentence, token: Token) -> bool:
    """«a promis que les fonds seraient versés»: the passive binds who promises."""
    return any(a.lemma in cue(sentence, "vowing") for a in sentence.ancestors(token))


def _hypothetical(sentence: Sentence, token: Token) -> bool:
    """Does a condition stand with the verb («si …, elle financerait»)?"""
    before = [t for t in sentence.tokens[: token.index] if t.upos == "SCONJ"]
    conditions = cue(sentence, "conditions")
    if any(t.text.lower() in conditions for t in before):
        return True
    behind = sentence.tokens[token.index + 1 :]
    if any(t.text.lower() in conditions and t.upos == "SCONJ" for t in behind):
        return True
    return any(clauses.marker(sentence, t).split(" ")[0] in conditions for t in sentence.children(token, "advcl"))


def accord(scene: Scene, sentence: Sentence, token: Token, lexicon: Frames) -> Trigger | None:
    """Read «X et Y ont signé un accord sur …»: the object is what was agreed."""
    if token.upos != "VERB":
        return None
    concluding = token.lemma in lexicon.signing or any(token.lemma in cue(sentence, name) for name in _CONCLUDING)
    if not concluding or denied(sentence, token):
        return None
    form = clauses.form(sentence, token)
    bound = clauses.subject(sentence, token)
    if token.lemma in cue(sentence, "preparing"):
        papers = tuple(t for t in sentence.children(token, "obj") if t.lemma in lexicon.agreements)
        return Trigger(token, "pledge", bound, papers, "goal") if form.tense == "Pres" and form.mood == "Ind" and not form.passive else None
    if token.lemma in cue(sentence, "providing") and form.tense == "Pres" and _is_paper(scene, sentence, bound, lexicon):
        return Trigger(token, "agreement", None, _provisions(sentence, token, lexicon), "goal")
    if token.lemma in cue(sentence, "accepting") and not form.passive and form.mood == "Ind":
        taken = tuple(t for t in sentence.children(token, "obj") if t.lemma in cue(sentence, "accepted"))
        return Trigger(token, "agreement", bound, taken, "goal")
    if form.passive and token.lemma in lexicon.signing:
        return _signed(sentence, token, bound, lexicon)
    if bound is None and not standing_before(scene, sentence, token):
        return None
    if form.passive and token.lemma not in cue(sentence, "reaching") or form.mood != "Ind":
        return None
    if not (form.perfect or form.tense in ("Pres", "Past")):
        return None
    return Trigger(token, "agreement", bound, _agreed(sentence, token, lexicon), "signing")


def given(scene: Scene, sentence: Sentence, token: Token, lexicon: Frames) -> Trigger | None:
    """Read what a page's first words report as done for another state: «X donated ten buses to Y», «a extradé vers Y»."""
    if sentence.index > 1 or token.upos != "VERB" or token.lemma not in cue(sentence, "giving") or denied(sentence, token):
        return None
    form = clauses.form(sentence, token)
    told = form.mood == "Ind" and not form.passive and (form.perfect or form.tense in ("Past", "Pres"))
    giver = clauses.subject(sentence, token)
    words = (*cue(sentence, "not_given"), *cue(sentence, "assurances"))
    thing = next((t for t in sentence.children(token, "obj") if t.upos in ("NOUN", "PROPN", "SYM", "NUM")), None)
    if (
        thing is None
        or thing.lemma.lower() in words
        or not told
        or giver is None
        or is_embedded(sentence, token, lexicon)
        or under(sentence, token, cue(sentence, "accusing"))
    ):
        return None
    ours = scene.states_in(*scene.phrase(sentence, giver))
    theirs = [s for s in scene.states_in(token.end, sentence.end) if s not in ours]
    return Trigger(token, "pledge", giver, (token,), "given") if len(ours) == 1 and theirs else None


_CONCLUDING = ("reaching", "accepting", "preparing", "providing")


def _is_paper(scene: Scene, sentence: Sentence, noun: Token | None, lexicon: Frames) -> bool:
    """Is it an agreement, or «the first», «un autre» behind a sentence that names agreements?"""
    if noun is None or noun.lemma in lexicon.agreements:
        return noun is not None
    before = scene.sentences[max(0, sentence.index - 1)]
    return noun.lemma.lower() in cue(sentence, "papers_apart") and any(t.lemma in lexicon.agreements for t in before.tokens)


def _provisions(sentence: Sentence, token: Token, lexicon: Frames) -> tuple[Token, ...]:
    """What an agreement provides for: deeds, or nouns of action («prévoit le déploiement de», «provides for the training of»)."""
    nouns = [t for t in sentence.children(token, "obj", "obl") if t.index > token.index and t.upos == "NOUN"]
    return (
        infinitives(sentence, token) or tuple(t for t in nouns if t.lemma in lexicon.noun_actions or t.lemma in cue(sentence, "gifts"))[:1]
    )


def _signed(sentence: Sentence, token: Token, paper: Token | None, lexicon: Frames) -> Trigger | None:
    """«Dix accords ont été signés», «a treaty was signed by …»: who signed where it is said, else both sides."""
    form = clauses.form(sentence, token)
    past = form.mood == "Ind" and (form.perfect or form.tense == "Past")
    if paper is not None and any(t.lemma in cue(sentence, "none") for t in sentence.children(paper, "det", "amod")):
        return None
    if paper is None or paper.lemma not in lexicon.agreements or not past or token.subtype == "relcl":
        return None
    if _status(sentence, paper):
        unsaid = paper.lemma in cue(sentence, "unspecified")
        named = [t for t in sentence.tokens[token.index + 1 :] if unsaid and t.upos == "NOUN" and t.lemma in lexicon.agreements]
        named = [t for t in named if sentence.children(t, "det") and not _status(sentence, t)]
        return Trigger(token, "agreement", clauses.agent(sentence, token), tuple(named[:1]), "signing")
    return Trigger(token, "agreement", clauses.agent(sentence, token), (paper,), "signing")


def witnessed(scene: Scene, sentence: Sentence, token: Token, lexicon: Frames) -> Trigger | None:
    """Read «ont assisté à la signature de dix accords», «witnessed the signing of an agreement»."""
    if token.lemma not in cue(sentence, "signing_nouns") or token.upos not in ("NOUN", "VERB"):
        return None
    verb = next((a for a in sentence.ancestors(token) if a.upos == "VERB" and a.lemma in cue(sentence, "witnessing")), None)
    if verb is None or clauses.form(sentence, verb).tense == "Fut" or denied(sentence, verb):
        return None
    papers = [t for t in sentence.tokens[token.index + 1 : token.index + 12] if t.lemma in lexicon.agreements and t.upos == "NOUN"]
    return Trigger(token, "agreement", clauses.subject(sentence, verb), tuple(papers[:1]), "signing")


def _agreed(sentence: Sentence, token: Token, lexicon: Frames) -> tuple[Token, ...]:
    """What is signed or reached, times and places between; what it provides for, where a relative clause tells."""
    reached = token.lemma in cue(sentence, "reaching")
    for noun in sentence.tokens[token.index + 1 : token.index + 32]:
        if noun.text in (";", ":") or clauses.is_finite(sentence, noun) and noun.upos in ("VERB", "AUX"):
            return ()
        tied = noun.deprel in ("obj", "obl", "obl:arg") and noun.head == token.index
        led = sentence.tokens[noun.index - 1].upos in ("DET", "NUM", "ADJ") or tied and noun.deprel == "obj"
        if noun.upos == "NOUN" and led and noun.lemma in lexicon.agreements:
            if reached and noun.lemma not in cue(sentence, "reached"):
                return ()
            return infinitives(sentence, noun) or _provided(sentence, noun) or (() if _status(sentence, noun) else (noun,))
        if tied and noun.deprel == "obj" or reached and noun.index > token.index + 5:
            return ()
    return ()


def _status(sentence: Sentence, paper: Token) -> bool:
    """«a declaration on strategic partnership» only names what both now are, a milestone; «ten documents» are left unsaid."""
    if paper.lemma in cue(sentence, "unspecified"):
        about = [t for t in sentence.children(paper, "nmod") if mark_of(sentence, t) in cue(sentence, "agreement_on")]
        return not about and not any(t.upos in ("NOUN", "VERB") for t in sentence.children(paper, "acl", "compound"))
    words = " ".join(fold(t.text) for t in sentence.tokens[paper.index : paper.index + 9])
    return paper.lemma in cue(sentence, "declarations") and bool(shape(sentence, "partnership").search(words))


def _provided(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    """«une feuille de route, qui prévoit de régler …»."""
    for verb in sentence.tokens[noun.index + 1 : noun.index + 7]:
        if verb.lemma in cue(sentence, "providing") and verb.upos == "VERB":
            return infinitives(sentence, verb)
    return ()
