"""Who speaks around quotations and insertions, French and English; sentences of our own."""

import pytest

from communique.extract.scene import Scene
from communique.extract.speech import find_speech
from communique.language import sentences, syntax
from communique.language.mentions import find_mentions
from communique.reading.documents import Document


def speakers(language: str, text: str) -> list[str]:
    """Give the names of those who speak in a text of one paragraph, in order."""
    spans = [(start, end, 0) for start, end in sentences.split(text, 0, len(text))]
    scene = Scene(Document(text, "example"), find_mentions(syntax.parse(text, language, spans)), "2024-05-02")
    return [p.name for u in find_speech(scene).utterances for p in u.speakers]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le ministre kényan Ali Sow est arrivé. Il est à noter que le port est profond."),
        ("fr", "Le ministre kényan Ali Sow est arrivé. Il veut une salle."),
    ],
)
def test_nobody_speaks(language: str, text: str) -> None:
    assert speakers(language, text) == []


def test_an_insertion_about_the_subject_makes_no_object_speak() -> None:
    assert "Ghana" not in speakers("en", "President Doe of Kenya, for his part, praised Ghanaians for the way they had kept the peace.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le ministre kényan Ali Sow est venu. „Nous ouvrirons le port dans un an“, a déclaré Sow lors de la visite.", "Ali Sow"),
        ('Le ministre kényan Ali Sow est venu. "Nous ouvrirons le port dans un an", martèle Ali Sow.', "Ali Sow"),
        ('Le ministre kényan Ali Sow est venu. "Le port cherche un ami", estime le politologue Jean Doukas.', "Jean Doukas"),
    ],
)
def test_the_one_behind_the_quotation(text: str, name: str) -> None:
    assert speakers("fr", text) == [name]
