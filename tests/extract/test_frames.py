"""Every row of the French frames works on its own examples: `yes` evokes it, `no` does not."""

from collections.abc import Iterator
from typing import Any

import pytest

from communique.extract.commitments import Promise, find_promises
from communique.extract.scene import Scene
from communique.extract.speech import Speech, find_speech
from communique.language import syntax
from communique.language.mentions import find_mentions
from communique.language.packs import table
from communique.reading.documents import Document

FRAMES = table("fr", "frames")


def read(text: str) -> tuple[Speech, list[Promise]]:
    """Read one sentence as a document."""
    parse = syntax.parse(text, "fr", [(0, len(text), 0)])
    scene = Scene(Document(text, "example"), find_mentions(parse), "2024-05-02")
    speech = find_speech(scene)
    return speech, find_promises(scene, speech)


def examples(kind: str, answer: str) -> Iterator[Any]:
    """Give each example of a kind of rows with its row."""
    for row in FRAMES[kind]:
        for text in row[answer]:
            yield pytest.param(row, text, id=text)


def cues(text: str) -> list[tuple[str, str]]:
    """Give the lemma and the act of each reporting verb found."""
    speech, _ = read(text)
    return [(t.lemma, u.act) for u in speech.utterances for t in u.sentence.tokens if t.text == u.cue]


@pytest.mark.parametrize(("row", "text"), list(examples("reporting", "yes")))
def test_reporting_verb_reports(row: dict[str, Any], text: str) -> None:
    assert any(lemma in row["lemmas"] for lemma, _ in cues(text))


@pytest.mark.parametrize(("row", "text"), list(examples("reporting", "no")))
def test_same_verb_reports_nothing_otherwise(row: dict[str, Any], text: str) -> None:
    assert not any(lemma in row["lemmas"] for lemma, _ in cues(text))


@pytest.mark.parametrize(("row", "text"), list(examples("reporting_phrase", "yes")))
def test_phrase_reports_with_its_act(row: dict[str, Any], text: str) -> None:
    assert any(lemma == row["verb"] or act == row["act"] for lemma, act in cues(text))


@pytest.mark.parametrize(("row", "text"), list(examples("reporting_phrase", "no")))
def test_verb_without_its_words_reports_nothing(row: dict[str, Any], text: str) -> None:
    assert not any(lemma == row["verb"] for lemma, _ in cues(text))


@pytest.mark.parametrize(("row", "text"), list(examples("force", "yes")))
def test_binding_word_binds_with_its_force(row: dict[str, Any], text: str) -> None:
    assert any(p.force == row["force"] for p in read(text)[1])


@pytest.mark.parametrize(("row", "text"), list(examples("force", "no")))
def test_binding_word_binds_nobody_otherwise(row: dict[str, Any], text: str) -> None:
    assert not [p for p in read(text)[1] if p.force == row["force"]]


@pytest.mark.parametrize(("row", "text"), list(examples("action_phrase", "yes")))
def test_verb_and_noun_decide_the_action(row: dict[str, Any], text: str) -> None:
    assert row["action"] in [p.deed.action for p in read(text)[1]]


@pytest.mark.parametrize(("row", "text"), list(examples("action_phrase", "no")))
def test_other_nouns_leave_the_action_to_the_verb(row: dict[str, Any], text: str) -> None:
    assert row["action"] not in [p.deed.action for p in read(text)[1]]


def test_every_row_has_examples() -> None:
    rows = [row for kind in ("reporting", "reporting_phrase", "force", "action_phrase") for row in FRAMES[kind]]
    assert all(row["yes"] and row["no"] for row in rows)
