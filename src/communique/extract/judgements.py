"""Judgements: «a jugé nécessaire de …», «juge la route très belle»; what follows a verb, and where a sentence's words end."""

from communique.extract.frames import Frames, Reporting
from communique.extract.scene import Scene
from communique.language.tokens import Sentence, Token

Content = tuple[str, tuple[int, int]]


def following(sentence: Sentence, verb: Token) -> list[Token]:
    """Give the dependents of a verb that stand behind it."""
    return [t for t in sentence.children(verb) if t.index > verb.index]


def judgement(scene: Scene, sentence: Sentence, verb: Token, frame: Reporting, lexicon: Frames) -> Content | None:
    """Give what is judged and how: «a jugé nécessaire de …»."""
    if verb.lemma not in lexicon.words["judging"]:
        return None
    follow = sentence.tokens[verb.index + 1 : verb.index + 3]
    judged = next((t for t in follow if t.upos == "ADJ" or t.lemma in lexicon.force_adjectives), None)
    judged = judged or _judged_object(sentence, verb)
    return ("judgement", (judged.start, trimmed_end(scene, sentence))) if judged else None


def _judged_object(sentence: Sentence, verb: Token) -> Token | None:
    """«juge la route très belle»: the object of a judgement, where an adjective is tied to the verb or stands in quotation marks."""
    behind = following(sentence, verb)
    noun = next((t for t in behind if t.deprel == "obj" and t.upos in ("NOUN", "PROPN", "PRON")), None)
    if noun is None:
        return None
    quoted = any(t.upos == "ADJ" and any(u.text == '"' for u in sentence.tokens[noun.index : t.index])
                 for t in sentence.tokens[noun.index + 1 : noun.index + 6])  # fmt: skip
    told = any(t.deprel == "xcomp" and t.upos == "ADJ" and t.index > noun.index for t in behind)
    first = sentence.tokens[verb.index + 1]
    return first if quoted or told else None


def trimmed_end(scene: Scene, sentence: Sentence) -> int:
    """Give the end of a sentence without its full stop."""
    end = sentence.end
    while end > sentence.start and scene.text[end - 1] in ".; ":
        end -= 1
    return end
