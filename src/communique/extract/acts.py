"""The act of what is said by its own words: its main predicate says what must be done, or what the speaker's side will or wants."""

from communique.extract.frames import Frames
from communique.extract.scene import Scene
from communique.extract.utterances import Utterance
from communique.language import clauses
from communique.language.tokens import Sentence, Token

_WILLS = ("wish", "readiness", "pledge", "agreement")


def act_by_words(scene: Scene, utterance: Utterance) -> str:
    """Give the act that the words of a clause tell of themselves; empty where they tell none."""
    lexicon, sentence = scene.frames, utterance.sentence
    start, end = utterance.content
    opening = scene.folded(start, min(end, start + 60))
    if utterance.direct and lexicon.cues["thanking"].match(opening):
        return "expressive"
    if lexicon.cues["urging"].match(opening):
        return "directive"
    if utterance.rule in ("object", "noun", "attitude", "passive"):
        return ""
    main = clauses.main_predicate(sentence, start, end)
    if main is None or lexicon.cues["aside"].match(scene.folded(main.start, end)):
        return ""
    if _obliges(sentence, main, lexicon):
        return "directive"
    if not _own(scene, utterance, main, lexicon):
        return ""
    if _wills(sentence, main, lexicon):
        return "" if utterance.cue and lexicon.cues["recalling"].match(utterance.cue.lower()) else "commissive"
    return _performed(sentence, main, lexicon)


def _performed(sentence: Sentence, main: Token, lexicon: Frames) -> str:
    """«we urge», «nous remercions», «nous attendons qu'ils …»: a verb in the first person that does what it says."""
    if clauses.form(sentence, main).tense != "Pres" or clauses.form(sentence, main).negated:
        return ""
    behind = {t.text.lower() for t in sentence.tokens[main.index + 1 : main.index + 9]}
    if main.lemma in lexicon.words["awaiting"] and lexicon.words["awaited"] & behind:
        return "directive"
    frame = lexicon.reporting.get(main.lemma)
    return frame.act if frame is not None and frame.act in ("directive", "expressive", "commissive") else ""


def _obliges(sentence: Sentence, main: Token, lexicon: Frames) -> bool:
    """«must», «should», «doit + infinitive», «needs to», «il faut que»: no past and no «must have been»."""
    obliging = lexicon.words["obliging"]
    helpers = sentence.children(main, "aux")
    if any(t.lemma in lexicon.words["modals_of_duty"] for t in helpers):
        return not any(t.lemma in ("have", "avoir") for t in helpers)
    form = clauses.form(sentence, main)
    if main.lemma not in obliging or form.tense not in ("Pres", "Fut") or form.perfect:
        return False
    return any(clauses.is_infinitive(t) or t.deprel == "ccomp" for t in sentence.children(main, "xcomp", "ccomp", "obj", "obl"))


def _own(scene: Scene, utterance: Utterance, main: Token, lexicon: Frames) -> bool:
    """Is the subject the speaker, or his side: «we», in reported words «he», «his government»?"""
    subject = clauses.own_subject(utterance.sentence, main)
    if subject is None:
        return False
    word = subject.text.lower()
    if word in lexicon.words["person_first"]:
        return True
    owned = [t for t in utterance.sentence.children(subject, "det", "nmod") if t.text.lower() in lexicon.words["possessives"]]
    if utterance.direct:
        return any(t.text.lower() in lexicon.words["first_person"] for t in owned) and clauses.form(utterance.sentence, main).tense == "Fut"
    if all(p.kind == "state" for p in utterance.speakers):
        return False
    return word in lexicon.words["reported_self"] or bool(owned) and subject.lemma in lexicon.words["own_side"]


def _wills(sentence: Sentence, main: Token, lexicon: Frames) -> bool:
    """Is something willed, promised, agreed or going to be done?"""
    form = clauses.form(sentence, main)
    if form.negated and main.lemma in lexicon.force_verbs:
        return False
    helpers = {t.lemma for t in sentence.children(main, "aux")}
    if main.upos == "VERB" and (form.tense == "Fut" or form.mood == "Cnd" or lexicon.words["future_helpers"] & helpers):
        return main.lemma not in lexicon.words["unwilled"]
    if lexicon.force_verbs.get(main.lemma) in _WILLS or lexicon.force_adjectives.get(main.lemma) in _WILLS:
        return True
    going = main.lemma in lexicon.words["going"] and form.tense == "Pres"
    return going and any(clauses.is_infinitive(t) for t in sentence.children(main, "xcomp", "ccomp", "obj"))
