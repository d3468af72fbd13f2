"""Status, place and series of a cue, each by words of our own; the rows are (text, cue, expected)."""

import pytest

from communique.extract.encounter_cues import find_cues
from communique.extract.moments import find_moments
from communique.extract.scene import Scene
from communique.extract.settings import Setting, setting_of
from communique.language import sentences, syntax
from communique.language.mentions import find_mentions
from communique.reading.documents import Document

SUBJECT = "Le président rwandais Paul Kagame"


def setting(text: str, word: str) -> Setting:
    spans = [(start, end, 0) for start, end in sentences.split(text)]
    scene = Scene(Document(text, "t", "fr"), find_mentions(syntax.parse(text, "fr", spans)), "2021-05-05")
    moments = find_moments(scene, [])
    return next(setting_of(scene, c, moments) for s in scene.sentences for c in find_cues(scene, s, ()) if c.token.text == word)


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        (f"{SUBJECT} s'est rendu à Nairobi.", "rendu", "held"),
        (f"{SUBJECT} doit se rendre à Nairobi.", "rendre", "planned"),
        (f"{SUBJECT} effectuera une visite au Kenya.", "visite", "planned"),
        ("La prochaine visite du président Paul Kagame au Kenya renforcera les liens.", "visite", "planned"),
        (f"{SUBJECT} a décidé d'ouvrir une ambassade lors de sa visite au Kenya.", "visite", "held"),
    ],
)  # fmt: skip
def test_status(text: str, word: str, status: str) -> None:
    assert setting(text, word).status == status


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        (f"{SUBJECT} a rencontré à Nairobi le président kényan Uhuru Kenyatta.", "rencontré", "Nairobi"),
        (f"{SUBJECT} est arrivé dans la capitale kényane.", "arrivé", "Nairobi"),
        (f"{SUBJECT} a rencontré le président kényan Uhuru Kenyatta, qui revenait du Portugal.", "rencontré", None),
        (f"{SUBJECT} gagnera ensuite Lisbonne.", "gagnera", "Lisbon"),
    ],
)
def test_place(text: str, word: str, place: str | None) -> None:
    found = setting(text, word).place
    assert (found.name if found else None) == place


def test_the_course_of_a_conference_stands_in_its_own_clause() -> None:
    found = setting(f"{SUBJECT} assistera au Sommet du G7, qui se tiendra au Royaume-Uni du 11 au 13 juin.", "Sommet")
    assert (found.series, found.host, found.date) == ("G7 Summit", "GBR", "2021-06-11/2021-06-13")


def test_the_narrower_of_two_dates_is_kept() -> None:
    assert Setting(date="2021-05").filled(Setting(date="2021-05-04")).date == "2021-05-04"
    assert Setting(date="2021-05-04").filled(Setting(date="2021-05")).date == "2021-05-04"
