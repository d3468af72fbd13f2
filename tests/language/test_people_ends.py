"""Where names of people end, whose names they are no part of, and who is one person; sentences of our own."""

import pytest

from communique.language.mentions import find_mentions
from communique.language.names import gazetteer
from communique.language.tokens import Parse


def people(text: str, language: str) -> list[tuple[str, str, str]]:
    """Give name, state and role of each member."""
    return [(m.name, m.state, m.role) for m in find_mentions(Parse(text, language, [])).cast.members]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They spoke at the General Assembly and at Prime Minister House."),
        ("en", "He opened King George VI School and left."),
        ("en", "The President's Media Division issued a note."),
        ("fr", "Salif M., Envoyé Spécial"),
    ],
)
def test_nobody_is_named(language: str, text: str) -> None:
    assert people(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "M. Awa Sow a parlé. Il a vu M. Sow.\n\nSalif M., Envoyé Spécial", [("Awa Sow", "", "")]),
        ("en", "President Doe left. H.E. Dr. Jane Doe will return.", [("Jane Doe", "", "President")]),
        (
            "en",
            "Prime Minister Rt. Hon. Jane Doe left with the Honourable John Roe.",
            [("Jane Doe", "", "Prime Minister"), ("John Roe", "", "")],
        ),
        ("en", "First Lady Mrs. Jane Doe waved.", [("Jane Doe", "", "First Lady")]),
        ("en", "ABCX President Jane Doe asked for more.", [("Jane Doe", "", "President")]),
        ("en", "Secretary to the President Mr. John Roe came.", [("John Roe", "", "Secretary")]),
    ],
)
def test_names(language: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert people(text, language) == expected


def test_two_of_one_surname_stay_two() -> None:
    assert len(people("Kenyan President Jane Doe met Ugandan Minister John Doe.", "en")) == 2


@pytest.mark.parametrize(
    ("language", "text", "keys"),
    [
        ("en", "The report by the envoy was read to Dr Sydney Doe of the board.", []),
        ("en", "The talks with Mary Roe, the board and the owners of the old port went on.", []),
        ("en", "They will open a port in Sydney this week, said the board.", ["place:sydney"]),
        ("fr", "Les discussions avec Maurice Doe ont repris dans la ville et dans le port.", []),
        ("fr", "Le gouvernement de Maurice a signé un accord sur le port avec ses voisins.", ["MUS"]),
        ("en", "The talks with Jordan Foreign Ministry people went on for the whole of the day.", ["JOR"]),
    ],
)
def test_a_name_of_people_is_no_place(language: str, text: str, keys: list[str]) -> None:
    assert [n.key for n in gazetteer(language).find(text)] == keys


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("fr", "Le chancelier péruvien Jean Doe est parti.", "Minister of Foreign Affairs"),
        ("fr", "Le chancelier allemand Jean Doe est parti.", "Chancellor"),
        ("fr", "Haïti et Cuba ont signé. Le chancelier Jean Doe est parti.", "Minister of Foreign Affairs"),
    ],
)
def test_a_title_by_region(language: str, text: str, role: str) -> None:
    assert [r for _, _, r in people(text, language)] == [role]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "He met Minister of Gardens, Lost Letters and Found Things, Jane Doe, there.", [("Jane Doe", "", "Minister")]),
        (
            "fr",
            "Il a vu le ministre des Jardins, des Lettres perdues et des Objets trouvés, Jean Doe, hier.",
            [("Jean Doe", "", "Minister")],
        ),
        ("en", "Minister Doe spoke. Jane Doe, minister of trade, left.", [("Jane Doe", "", "Minister of Trade")]),
    ],
)
def test_long_and_fuller_titles(language: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert people(text, language) == expected
