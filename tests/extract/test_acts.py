"""The act that words tell of themselves, in both languages: (language, text, acts of its statements)."""

import pytest

from communique.extract.collecting import Collector
from communique.extract.commitments import find_promises
from communique.extract.moments import find_moments
from communique.extract.scene import Scene
from communique.extract.speech import find_speech
from communique.extract.statements import collect_statements
from communique.language import sentences, syntax
from communique.language.mentions import find_mentions
from communique.reading.documents import Document
from communique.records.kinds import Statement


def acts(language: str, text: str) -> list[str]:
    spans = [(start, end, 0) for start, end in sentences.split(text)]
    document = Document(text, "t", language)
    scene = Scene(document, find_mentions(syntax.parse(text, language, spans)), "2024-05-02")
    speech, into = find_speech(scene), Collector(text, document.id)
    collect_statements(scene, speech, find_promises(scene, speech), find_moments(scene, speech.utterances), into)
    return [r.act for r in into.sorted() if isinstance(r, Statement)]


ASSERTIVE = [
    ("fr", "« Il pleut depuis hier sur tout le pays », a dit la ministre Awa Sow."),
    ("fr", "« Je dois dire que la route est belle », a dit la ministre Awa Sow."),
    ("fr", "« Nous verrons bien ce soir », a dit la ministre Awa Sow."),
    ("fr", "La ministre Awa Sow a rappelé que son pays présidera le conseil en mai."),
    ("fr", "« Les routes sont longues et sûres », a plaidé la ministre Awa Sow."),
    ("en", '"I must say the road is fine," said Minister Awa Sow.'),
    ("en", '"We will see about it," Minister Awa Sow said.'),
    ("en", '"The port must have opened in May," said Minister Awa Sow.'),
]


@pytest.mark.parametrize(("language", "text"), ASSERTIVE)
def test_words_that_ask_and_bind_nothing(language: str, text: str) -> None:
    assert acts(language, text) == ["assertive"]


ROWS = [
    ("fr", "« Nous devons agir maintenant », a déclaré la ministre Awa Sow.", ["directive"]),
    ("fr", "« Il faut que le port ouvre », a dit la ministre Awa Sow.", ["directive"]),
    ("fr", "« Le pont doit ouvrir en mai. Nous allons construire une route », a dit la ministre Awa Sow.", ["directive", "commissive"]),
    ("fr", "« Nous attendons de nos voisins qu'ils ouvrent le pont », a dit la ministre Awa Sow.", ["directive"]),
    ("fr", "« Nous remercions le Japon de son aide », a dit la ministre Awa Sow.", ["expressive"]),
    ("fr", "La ministre Awa Sow a dit que son gouvernement construirait un pont.", ["commissive"]),
    ("fr", "La ministre Awa Sow s'est dite prête à recevoir la mission.", ["commissive"]),
    ("fr", "La ministre Awa Sow a plaidé pour une trêve.", ["directive"]),
    ("fr", "La ministre Awa Sow souhaite aussi profiter de la visite.", ["commissive"]),
    ("en", '"We must act now," said Minister Awa Sow.', ["directive"]),
    ("en", '"There must be no more delay," Minister Awa Sow said.', ["directive"]),
    ("en", '"We urge all sides to show restraint," Minister Awa Sow said.', ["directive"]),
    ("en", '"We thank Japan for its help," Minister Awa Sow said.', ["expressive"]),
    ("en", '"We are going to build a bridge," said Minister Awa Sow.', ["commissive"]),
    ("en", '"My department will send a plan in May," said Minister Awa Sow.', ["commissive"]),
    ("en", "Minister Awa Sow said her government would build a bridge.", ["commissive"]),
    ("en", "Minister Awa Sow expressed solidarity with the people of Haiti.", ["expressive"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), ROWS)
def test_words_decide_the_act(language: str, text: str, expected: list[str]) -> None:
    assert acts(language, text) == expected
