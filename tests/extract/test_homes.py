"""Where a page is at home, and whose the offices are that it names without their state; pages of our own."""

import pytest

from communique.extract.scene import Scene
from communique.language import sentences, syntax
from communique.language.mentions import find_mentions
from communique.reading.documents import Document
from communique.reading.layout import blocks


def scene_of(text: str, language: str, published: str = "2019-05-02") -> Scene:
    """Make the scene of a page."""
    spans = [
        (a, b, i) for i, block in enumerate(blocks(text)) if block.kind == "body" for a, b in sentences.split(text, block.start, block.end)
    ]
    return Scene(Document(text, "t", language), find_mentions(syntax.parse(text, language, spans)), published)


GUEST = "Kenyan Foreign Minister Ann Doe met Minister of Trade John Roe on Monday. The minister said Kenya and Ghana will trade more. "


@pytest.mark.parametrize(
    ("language", "text", "home"),
    [
        ("en", "Kenya and Ghana signed an accord on trade. The ministers of Kenya and Ghana praised it in a long statement.", ""),
        ("en", "ACCRA, May 2, 2019 (ABC) - " + GUEST, "GHA"),
        ("en", GUEST + "\n\nOffice of the President, Ghana", "GHA"),
        ("fr", "Présidence de la République du Togo\n\nLe ministre kényan Jean Doe a vu le Président du Togo lundi, a-t-on appris.", "TGO"),
    ],
)
def test_home(language: str, text: str, home: str) -> None:
    assert scene_of(text, language).home == home


def test_ministers_without_a_state_are_of_the_home() -> None:
    members = scene_of("ACCRA, May 2, 2019 (ABC) - " + GUEST, "en").mentions.cast.members
    assert {m.name: m.state for m in members} == {"Ann Doe": "KEN", "John Roe": "GHA"}


def test_whoever_comes_along_is_of_the_same_state() -> None:
    text = "ACCRA, May 2, 2019 (ABC) - Kenyan President Ann Doe, accompanied by Minister of Trade John Roe, came to Ghana."
    assert {m.name: m.state for m in scene_of(text, "en").mentions.cast.members}["John Roe"] == "KEN"


def test_the_head_of_a_delegation_is_of_its_state() -> None:
    text = "LOME, 2 mai 2019 (ABC) - La délégation béninoise était conduite par le ministre du Commerce, M. Jean Doe, venu au Togo."
    assert [m.state for m in scene_of(text, "fr").mentions.cast.members] == ["BEN"]
