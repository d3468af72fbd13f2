"""Offices named in a text, before and after their state and field; sentences of our own."""

import pytest

from communique.language.folding import fold
from communique.language.names import gazetteer
from communique.language.roles import Role, find_roles


def roles(text: str, language: str = "en") -> list[tuple[str, Role]]:
    """Give the offices of a text, with their words."""
    return [(text[r.start : r.end], r) for r in find_roles(fold(text), gazetteer(language).find(text), language)]


@pytest.mark.parametrize("text", ["They met at 3 pm.", "The presidency and the ministry agreed.", "China will host the talks."])
def test_what_is_no_office(text: str) -> None:
    assert roles(text) == []


ENGLISH = [
    ("the Kazakh president spoke", "Kazakh president", "President", "KAZ"),
    ("Indonesia's new foreign minister spoke", "Indonesia's new foreign minister", "Minister of Foreign Affairs", "IDN"),
    ("President of the Republic of Kazakhstan", "President of the Republic of Kazakhstan", "President", "KAZ"),
    ("the Amir of the State of Qatar spoke", "Amir of the State of Qatar", "Emir", "QAT"),
    ("British Foreign Secretary", "British Foreign Secretary", "Foreign Secretary", "GBR"),
    ("India's foreign minister", "India's foreign minister", "Minister of External Affairs", "IND"),
    ("U.S. Secretary of State", "U.S. Secretary of State", "Secretary of State", "USA"),
    ("Chinese Premier", "Chinese Premier", "Premier", "CHN"),
    ("the Trade and Industry Minister", "Trade and Industry Minister", "Minister of Trade and Industry", ""),
    ("the Minister of Trade, Industry and Energy", "Minister of Trade, Industry and Energy", "Minister of Trade, Industry and Energy", ""),
    ("Minister of Water Resources of Ghana", "Minister of Water Resources of Ghana", "Minister of Water Resources", "GHA"),
    ("China's ambassador to Kenya left", "China's ambassador to Kenya", "Ambassador", "CHN"),
    ("the ambassador to Kenya left", "ambassador to Kenya", "Ambassador", ""),
    ("US Treasury Secretary", "US Treasury Secretary", "Secretary of the Treasury", "USA"),
    ("the General Secretary of the Communist Party of Vietnam", "General Secretary of the Communist Party of Vietnam",
     "General Secretary", "VNM"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "role", "state"), ENGLISH)
def test_an_english_office(text: str, words: str, role: str, state: str) -> None:
    assert [(w, r.role, r.state) for w, r in roles(text)] == [(words, role, state)]


def test_an_office_of_an_organization() -> None:
    [(_, role)] = roles("European Commission President")
    assert (role.role, role.function, role.organization, role.state) == ("President", "head-of-organization", "org:ec", "")


@pytest.mark.parametrize(
    ("text", "language", "states"),
    [
        ("the French and German foreign ministers", "en", ("FRA", "DEU")),
        ("the foreign ministers of France, Germany and Poland", "en", ("FRA", "DEU", "POL")),
        ("les présidents français et russe", "fr", ("FRA", "RUS")),
        ("les ministres des Affaires étrangères de la France et de l'Allemagne", "fr", ("FRA", "DEU")),
        ("the president of France and the Pope", "en", ()),
    ],
)
def test_the_states_of_a_plural_title(text: str, language: str, states: tuple[str, ...]) -> None:
    assert roles(text, language)[0][1].states == states


def test_a_second_office_is_of_the_same_state() -> None:
    first, second = roles("Vietnamese Deputy Prime Minister and Foreign Minister")
    assert (first[1].state, second[1].state) == ("VNM", "VNM")
    assert [r.state for _, r in roles("the Chinese president and his hosts, the minister")] == ["CHN", ""]


def test_former_offices() -> None:
    for text in ("former U.S. President", "ex-president", "Kenya's former prime minister", "the late King"):
        assert roles(text)[0][1].former, text
    assert not roles("the current president")[0][1].former


@pytest.mark.parametrize(
    ("text", "language", "role", "state"),
    [
        ("The Prime Cabinet Secretary arrived.", "en", "Prime Cabinet Secretary", ""),
        ("The Kenyan Second Minister of Trade arrived.", "en", "Second Minister of Trade", "KEN"),
        ("The Kenyan Deputy PM arrived.", "en", "Deputy Prime Minister", "KEN"),
        ("Le préfet de Guyane est arrivé.", "fr", "Prefect", "FRA"),
    ],
)
def test_lesser_offices(text: str, language: str, role: str, state: str) -> None:
    assert [(r.role, r.state) for _, r in roles(text, language)] == [(role, state)]
