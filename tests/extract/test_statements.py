"""The act and the mode of statements: what binds or asks comes before what the verb says."""

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


def statements(text: str) -> list[Statement]:
    spans = [(start, end, 0) for start, end in sentences.split(text)]
    document = Document(text, "t", "fr")
    scene = Scene(document, find_mentions(syntax.parse(text, "fr", spans)), "2024-05-02")
    speech, into = find_speech(scene), Collector(text, document.id)
    collect_statements(scene, speech, find_promises(scene, speech), find_moments(scene, speech.utterances), into)
    return [r for r in into.sorted() if isinstance(r, Statement)]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Le Chili est un partenaire fiable, a déclaré la ministre péruvienne.", "assertive"),
        ("Le Pérou est prêt à rouvrir la ligne, a déclaré la ministre péruvienne.", "commissive"),
        ("La ministre péruvienne a redit la volonté du Pérou de rouvrir la ligne.", "commissive"),
        ("Le Chili et le Pérou doivent rouvrir la ligne, a déclaré la ministre péruvienne.", "directive"),
        ("La ministre péruvienne a jugé nécessaire de rouvrir la ligne.", "directive"),
        ("La ministre péruvienne a appelé le Chili à rouvrir la ligne.", "directive"),
        ("La ministre péruvienne a mis en garde contre une escalade.", "directive"),
        ("La ministre péruvienne s'est félicitée de la reprise des vols.", "expressive"),
        ("La ministre péruvienne a exprimé sa gratitude au Chili.", "expressive"),
        ("La ministre péruvienne s'est dite satisfaite de la reprise des vols.", "expressive"),
        ("La ministre péruvienne a rappelé que le Chili et le Pérou avaient convenu de rouvrir la ligne.", "assertive"),
    ],
)
def test_act(text: str, act: str) -> None:
    assert [s.act for s in statements(text)] == [act]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("« Nous tiendrons tous nos engagements », a déclaré la ministre péruvienne.", "direct"),
        ("La ministre péruvienne a salué une « étape décisive ».", "indirect"),
        ("La ministre péruvienne a indiqué que la ligne rouvrirait.", "indirect"),
    ],
)
def test_mode(text: str, mode: str) -> None:
    assert [s.mode for s in statements(text)] == [mode]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Le Pérou, a indiqué la ministre péruvienne, financera un hôpital.",
         ["Le Pérou, a indiqué la ministre péruvienne, financera un hôpital"]),
        ("Le port rouvrira, a dit la ministre chilienne, pour qui le commerce est vital.",
         ["Le port rouvrira", "le commerce est vital"]),
        ("Le Chili s'est engagé à rouvrir la ligne.", ["rouvrir la ligne"]),
    ],
)  # fmt: skip
def test_contents(text: str, contents: list[str]) -> None:
    assert [text[s.content.start : s.content.end] for s in statements(text)] == contents
