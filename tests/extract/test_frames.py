"""Every row of the frames of each language works on its own examples: `yes` evokes it, `no` does not."""

from collections.abc import Iterator
from typing import Any

import pytest

from communique.extract.commitments import Promise, find_promises
from communique.extract.scene import Scene
from communique.extract.speech import Speech, find_speech
from communique.language import syntax
from communique.language.mentions import find_mentions
from communique.language.packs import languages, table
from communique.reading.documents import Document

FRAMES = {language: table(language, "speech") | table(language, "promises") for language in languages()}


def read(language: str, text: str) -> tuple[Speech, list[Promise]]:
    """Read one sentence as a document."""
    parse = syntax.parse(text, language, [(0, len(text), 0)])
    scene = Scene(Document(text, "example"), find_mentions(parse), "2024-05-02")
    speech = find_speech(scene)
    return speech, find_promises(scene, speech)


def examples(kind: str, answer: str) -> Iterator[Any]:
    """Give each example of a kind of rows with its row."""
    for language, found in FRAMES.items():
        for row in found[kind]:
            for text in row[answer]:
                yield pytest.param(language, row, text, id=text)


def cues(language: str, text: str) -> list[tuple[str, str]]:
    """Give the lemma and the act of each reporting verb found."""
    speech, _ = read(language, text)
    return [(t.lemma, u.act) for u in speech.utterances for t in u.sentence.tokens if t.text == u.cue]


@pytest.mark.parametrize(("language", "row", "text"), list(examples("reporting", "yes")))
def test_reporting_verb_reports(language: str, row: dict[str, Any], text: str) -> None:
    assert any(lemma in row["lemmas"] for lemma, _ in cues(language, text))


@pytest.mark.parametrize(("language", "row", "text"), list(examples("reporting", "no")))
def test_same_verb_reports_nothing_otherwise(language: str, row: dict[str, Any], text: str) -> None:
    assert not any(lemma in row["lemmas"] for lemma, _ in cues(language, text))


@pytest.mark.parametrize(("language", "row", "text"), list(examples("reporting_phrase", "yes")))
def test_phrase_reports_with_its_act(language: str, row: dict[str, Any], text: str) -> None:
    assert any(lemma == row["verb"] or act == row["act"] for lemma, act in cues(language, text))


@pytest.mark.parametrize(("language", "row", "text"), list(examples("reporting_phrase", "no")))
def test_verb_without_its_words_reports_nothing(language: str, row: dict[str, Any], text: str) -> None:
    assert not any(lemma == row["verb"] for lemma, _ in cues(language, text))


@pytest.mark.parametrize(("language", "row", "text"), list(examples("force", "yes")))
def test_binding_word_binds_with_its_force(language: str, row: dict[str, Any], text: str) -> None:
    assert any(p.force == row["force"] for p in read(language, text)[1])


@pytest.mark.parametrize(("language", "row", "text"), list(examples("force", "no")))
def test_binding_word_binds_nobody_otherwise(language: str, row: dict[str, Any], text: str) -> None:
    assert not [p for p in read(language, text)[1] if p.force == row["force"]]


@pytest.mark.parametrize(("language", "row", "text"), list(examples("action_phrase", "yes")))
def test_verb_and_noun_decide_the_action(language: str, row: dict[str, Any], text: str) -> None:
    assert row["action"] in [p.deed.action for p in read(language, text)[1]]


@pytest.mark.parametrize(("language", "row", "text"), list(examples("action_phrase", "no")))
def test_other_nouns_leave_the_action_to_the_verb(language: str, row: dict[str, Any], text: str) -> None:
    assert row["action"] not in [p.deed.action for p in read(language, text)[1]]


def test_every_row_has_examples() -> None:
    kinds = ("reporting", "reporting_phrase", "force", "action_phrase")
    rows = [row for found in FRAMES.values() for kind in kinds for row in found[kind]]
    assert all(row["yes"] and row["no"] for row in rows)
