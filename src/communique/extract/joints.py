"""Where one report ends and the next of the same speaker begins: verbs joined by «et» and participles, insertions that go on."""

from dataclasses import replace

from communique.extract.judgements import trimmed_end
from communique.extract.reports import Attribution
from communique.extract.scene import Scene
from communique.language import clauses
from communique.language.packs import table
from communique.language.tokens import Sentence, Token


def joined(sentence: Sentence, verb: Token, earlier: list[Attribution]) -> Attribution | None:
    """«a salué X et exprimé Y»: a past participle behind «et», with the auxiliary of the reporting verb before it."""
    if verb.feat("Tense") != "Past" or verb.feat("VerbForm") != "Part" or sentence.children(verb, "aux"):
        return None
    place = verb.index - 1
    while place > 0 and sentence.tokens[place].upos == "ADV":
        place -= 1
    if place <= 0 or sentence.tokens[place].upos != "CCONJ" and sentence.tokens[place].text != ",":
        return None
    perfect = [a for a in earlier if not a.inverted and clauses.form(sentence, a.verb).perfect]
    agreed = perfect and all(verb.feat(f) in ("", default) or verb.feat(f) == perfect[-1].verb.feat(f) for f, default in _UNMARKED)
    return perfect[-1] if agreed else None


_UNMARKED = (("Gender", "Masc"), ("Number", "Sing"))
"""A participle that agrees with a noun («une commission, chargée de …») is no part of the verb before."""


def outside(scene: Scene, sentence: Sentence, verb: Token, earlier: list[Attribution]) -> Attribution | None:
    """«said his country was keen and hoped that», «said it would close and pledged to»: a verb that parsers join to the words said,
    though it is the speaker's: its form is no more theirs, or their subject is no person.
    """
    head = sentence.head(verb) if verb.deprel == "conj" else None
    outer = next((a for a in reversed(earlier) if a.rule == "clause" and a.content[0] <= verb.start < a.content[1]), None)
    if head is None or outer is None or sentence.children(verb, "nsubj", "expl") or outer.verb not in list(sentence.ancestors(verb)):
        return None
    if clauses.marker(sentence, verb) or head is outer.verb or not told_as_past(sentence, outer.verb):
        return None
    helpers = sentence.children(verb, "aux")
    modal = any(t.lemma in scene.frames.words["modals"] for t in sentence.children(head, "aux"))
    past = verb.feat("Tense") == "Past" and not helpers
    perfect = any(t.feat("Tense") == "Pres" and t.feat("Mood") != "Cnd" for t in helpers) and clauses.form(sentence, verb).perfect
    if past and modal or perfect and clauses.form(sentence, outer.verb).perfect and not clauses.form(sentence, head).perfect:
        return outer
    subject = clauses.subject(sentence, verb)
    thing = subject is not None and subject.upos == "NOUN" and scene.mention_of(sentence, subject) is None
    return outer if thing and (told_as_past(sentence, verb) or past) and not _of_people(scene, subject) else None


def _of_people(scene: Scene, noun: Token | None) -> bool:
    return noun is not None and noun.lemma in table(scene.language, "institutions")["people"]


def within_words(scene: Scene, sentence: Sentence, found: list[Attribution]) -> list[Attribution]:
    """«noted that Chile, as a member, attaches …»: a verb in the present that parsers cut off from the words said by a past one."""
    kept: list[Attribution] = []
    for inner in found:
        outer = next((a for a in kept if _cut_off(sentence, a, inner)), None)
        if outer is None:
            kept.append(inner)
        else:
            end = max(outer.content[1], trimmed_end(scene, sentence))
            kept[kept.index(outer)] = replace(outer, content=(outer.content[0], end))
    return kept


def _cut_off(sentence: Sentence, outer: Attribution, inner: Attribution) -> bool:
    form = clauses.form(sentence, inner.verb)
    if outer.rule != "clause" or outer.verb.index >= inner.verb.index or not told_as_past(sentence, outer.verb):
        return False
    marked = sentence.at(outer.content[0] - 2)
    tied = inner.verb.deprel == "conj" and sentence.head(inner.verb) is outer.verb
    own = sentence.children(inner.verb, "nsubj", "expl")
    same = inner.speaker is not None and inner.speaker is outer.speaker
    return (
        marked is not None
        and marked.upos in ("SCONJ", "PRON")
        and same
        and not own
        and not tied
        and form.tense == "Pres"
        and not form.perfect
    )


def resumed(sentence: Sentence, inner: Attribution, found: list[Attribution]) -> bool:
    """«s'est félicité de X, qui est, a-t-il dit, …»: an insertion that goes on with what the speaker is reported to say."""
    if not inner.inverted or inner.speaker is None or inner.speaker.upos != "PRON":
        return False
    return any(
        not a.inverted and a.verb.index < inner.verb.index and a.content[0] < inner.verb.start
        and (told_as_past(sentence, a.verb) or clauses.form(sentence, a.verb).mood == "Inf") for a in found
    )  # fmt: skip


def told_as_past(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a verb stands in a past that narrates."""
    form = clauses.form(sentence, verb)
    return form.perfect or form.tense == "Past" and form.mood == "Ind"


def not_without(sentence: Sentence, verb: Token) -> bool:
    """«non sans rappeler que …»."""
    return [t.text.lower() for t in sentence.tokens[max(0, verb.index - 2) : verb.index]] == ["non", "sans"]


def clipped(sentence: Sentence, outer: Attribution, found: list[Attribution], participle_end: str) -> Attribution:
    """End the words of an attribution before the next verb of the same speaker: «…, ajoutant que», «… et souhaité»."""
    start, end = outer.content
    for inner in found:
        if inner is outer or inner.inverted or inner.verb.start <= start:
            continue
        participle = inner.verb.text.lower().endswith(participle_end) and not sentence.children(inner.verb, "aux")
        participle = participle or not_without(sentence, inner.verb)
        if _opens_with_participle(outer, participle_end) and told_as_past(sentence, inner.verb):
            commas = [t for t in sentence.tokens[outer.verb.index : inner.verb.index] if t.text == ","]
            end = min(end, commas[-1].start) if commas else end
        if inner.verb.start >= end:
            continue
        after = outer.content[1] > outer.verb.end < inner.verb.start
        if participle and (not outer.inverted or after) or inner.speaker is not None and inner.speaker is outer.speaker:
            end = min(end, _before(sentence, inner.verb))
    return replace(outer, content=(start, end)) if end > start else outer


def _opens_with_participle(attribution: Attribution, participle_end: str) -> bool:
    """«Notant que …, M. X a ajouté que»: the words of the participle end where the main clause begins."""
    return attribution.verb.index < 3 and attribution.verb.text.lower().endswith(participle_end)


def _before(sentence: Sentence, verb: Token) -> int:
    place = verb.index
    joints = ("ADV", "CCONJ", "PUNCT", "AUX", "ADP", "PRON")
    while place > 0 and sentence.tokens[place - 1].upos in joints and sentence.tokens[place - 1].text not in ('"', ")"):
        place -= 1
    return sentence.tokens[place - 1].end if place else verb.start
