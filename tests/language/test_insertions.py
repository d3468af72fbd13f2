"""A phrase between helper and verb parts them no more: (language, text, verb, its subject)."""

import pytest

from communique.language import clauses, sentences, syntax
from communique.language.tokens import Sentence


def parsed(language: str, text: str) -> Sentence:
    spans = [(start, end, 0) for start, end in sentences.split(text)]
    return syntax.parse(text, language, spans).sentences[0]


@pytest.mark.parametrize(
    ("text", "lemma", "subject"),
    [
        ("Le ministre a, pour sa part, salué la reprise des vols.", "saluer", "ministre"),
        ("Le ministre a de son côté estimé que la ligne était sûre.", "estimer", "ministre"),
        ("La ministre a en outre sollicité l'appui du Chili.", "solliciter", "ministre"),
        ("Le ministre a, à cette occasion, promis que le pont ouvrirait.", "promettre", "ministre"),
    ],
)
def test_verb_behind_an_insertion_has_its_subject(text: str, lemma: str, subject: str) -> None:
    sentence = parsed("fr", text)
    verb = next(t for t in sentence.tokens if t.lemma == lemma and t.upos == "VERB")
    own = clauses.subject(sentence, verb)
    assert clauses.form(sentence, verb).perfect
    assert own is not None and own.text == subject


@pytest.mark.parametrize(
    "text",
    ["Le ministre a, dans son bureau, un tableau.", "Le port est, pour sa part, très vieux."],
)
def test_an_insertion_before_no_participle_changes_nothing(text: str) -> None:
    sentence = parsed("fr", text)
    assert not any(clauses.form(sentence, t).perfect for t in sentence.tokens if t.upos == "VERB")


def test_no_token_hangs_on_itself() -> None:
    sentence = parsed("fr", "Il a, à cette occasion, salué un peuple qui a su rester debout et a, de son côté, promis la paix.")
    assert all(t.index not in {a.index for a in sentence.ancestors(t)} for t in sentence.tokens)
    assert sum(t.head < 0 for t in sentence.tokens) == 1
