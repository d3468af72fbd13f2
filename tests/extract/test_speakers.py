"""Who is meant where nobody is named: epithets, «son hôte», pronouns of a gender, labels, the bare office."""

import pytest

from communique.extract.scene import Scene
from communique.extract.speech import find_speech
from communique.language import sentences, syntax
from communique.language.mentions import find_mentions
from communique.reading.documents import Document

LEAD = {
    "fr": "Le président français Emmanuel Macron a reçu la chancelière allemande Angela Merkel à Paris. ",
    "en": "French President Emmanuel Macron received German Chancellor Angela Merkel in Paris. ",
}


def speakers(language: str, text: str) -> list[str]:
    """Give the speakers of each report that follows the lead, by last name."""
    whole = LEAD[language] + text
    spans = [(start, end, 0) for start, end in sentences.split(whole)]
    scene = Scene(Document(whole, "t", language), find_mentions(syntax.parse(whole, language, spans)), "2019-05-02")
    return [" ".join(p.name.split()[-1] for p in u.speakers) for u in find_speech(scene).utterances]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", "Elle a souligné que le port ouvrirait.", ["Merkel"]),
        ("fr", "M. Macron a dit que le port ouvrirait. Son hôte a souligné que la route suivrait.", ["Macron", "Merkel"]),
        ("fr", "Mme Merkel a salué le projet. « Le port ouvrira bientôt », a lâché la Berlinoise.", ["Merkel", "Merkel"]),
        ("fr", "Mme Merkel a parlé d'une « étape historique ».", ["Merkel"]),
        ("fr", "La France assure le transport, tandis que les travaux avancent.", []),
        ("en", "She stressed that the port would open.", ["Merkel"]),
        ("en", "He stressed that the port would open.", ["Macron"]),
        ("en", "Macron said the port would open. His guest said the road would follow.", ["Macron", "Merkel"]),
        ("en", "The two leaders expressed concern about the border.", ["Macron Merkel"]),
        ("en", "The port would open soon, the president said.", ["Macron"]),
        ("en", "Macron quoted Merkel as saying the port would open.", ["Merkel"]),
        ("en", "The rebels said they would leave the port.", ["rebels"]),
    ],
)
def test_whom_a_phrase_means(language: str, text: str, names: list[str]) -> None:
    assert speakers(language, text) == names
