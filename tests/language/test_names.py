"""What is a known name in an English text, what only looks like one, and what the document settles."""

import pytest

from communique.language.mentions import find_mentions
from communique.language.names import gazetteer
from communique.language.tokens import Parse


def keys(text: str, language: str = "en") -> list[tuple[str, tuple[str, ...]]]:
    """Give the names of a text with what they can be, persons left out."""
    return [(text[n.start : n.end], n.keys) for n in find_mentions(Parse(text, language, [])).names if n.kind != "person"]


@pytest.mark.parametrize(
    "text",
    [
        "He told us to polish the draft.",
        "They sold a turkey and some china.",
        "The loan is worth 40 million US dollars.",
        "Le prêt est de 40 millions de dollars américains.",
        "The king will swiss the deal.",
    ],
)
def test_common_words_and_money_name_no_state(text: str) -> None:
    assert keys(text, "fr" if text.startswith("Le ") else "en") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The US and the UAE signed.", ["USA", "ARE"]),
        ("U.S. officials flew to the DRC.", ["USA", "COD"]),
        ("Polish and Emirati firms won.", ["POL", "ARE"]),
        ("Downing Street and the Elysee agreed.", ["GBR", "FRA"]),
        ("Sino-Russian ties grew.", ["CHN", "RUS"]),
        ("Turkiye, Swaziland and the Czech Republic voted.", ["TUR", "SWZ", "CZE"]),
        ("ASEAN thanked the EU.", ["org:asean", "org:eu"]),
    ],
)
def test_states_and_organizations(text: str, expected: list[str]) -> None:
    assert [k for _, found in keys(text) for k in found] == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Congolese ministers met in Kinshasa.", "Congolese", ("COD",)),
        ("Congolese ministers met in Brazzaville.", "Congolese", ("COG",)),
        ("Congolese ministers met.", "Congolese", ("COD", "COG")),
        ("Korea signed the treaty.", "Korea", ("KOR",)),
        ("North Korea refused, and Korean envoys left.", "Korean", ("PRK",)),
        ("America agreed.", "America", ("USA",)),
    ],
)
def test_a_shared_name_is_settled_by_the_document(text: str, word: str, expected: tuple[str, ...]) -> None:
    assert dict(keys(text))[word] == expected


def test_adjectives_need_their_capital_in_english_only() -> None:
    assert [n.kind for n in gazetteer("fr").find("le ministre kazakh")] == ["adjective"]
    assert gazetteer("en").find("the kazakh way") == []
