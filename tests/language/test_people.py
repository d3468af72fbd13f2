"""Who is in an English text, under which names, with which office; sentences of our own."""

import pytest

from communique.language.identities import sound
from communique.language.mentions import find_mentions
from communique.language.people import Cast
from communique.language.tokens import Parse


def cast(text: str, language: str = "en") -> Cast:
    """Find the cast of a text."""
    return find_mentions(Parse(text, language, [])).cast


def people(text: str, language: str = "en") -> list[tuple[str, str, str]]:
    """Give name, state and role of each member."""
    return [(m.name, m.state, m.role) for m in cast(text, language).members]


@pytest.mark.parametrize(
    "text",
    [
        "MINISTER OF TRADE MEETS THE AMBASSADOR OF RURITANIA",
        "In May the ministers met. The talks of Monday failed.",
        "The minister said the Paris talks were over.",
        "Un accord a été signé. Son objet est connu.",
    ],
)
def test_nobody_is_named(text: str) -> None:
    assert people(text, "fr" if "Un" in text else "en") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kazakh President Kassym-Jomart Tokaev left.", [("Kassym-Jomart Tokayev", "KAZ", "President")]),
        ("Belarusian President Aliaksandr Lukashenka left.", [("Alexander Lukashenko", "BLR", "President")]),
        ("President Putin left.", [("Vladimir Putin", "RUS", "President")]),
        ("Ruritania's energy minister, Jane Doe, left.", [("Jane Doe", "", "Minister of Energy")]),
        ("H.E. Mr. John Doe, Minister of Trade of Ghana, left.", [("John Doe", "GHA", "Minister of Trade")]),
        ("Jane Doe, Minister of Trade and Export Promotion, said so.", [("Jane Doe", "", "Minister of Trade and Export Promotion")]),
        ("Kenyan Trade Minister Jane Doe Tuesday signed it.", [("Jane Doe", "KEN", "Minister of Trade")]),
        ("Foreign Minister Jane Doe of Ghana left.", [("Jane Doe", "GHA", "Minister of Foreign Affairs")]),
        ("Ghana's Trade Minister Jane Doe's visit ended.", [("Jane Doe", "GHA", "Minister of Trade")]),
        ("Vietnamese Deputy Prime Minister and Foreign Minister Bui Thanh Son left.", [("Bui Thanh Son", "VNM", "Deputy Prime Minister")]),
        ("Chinese State Councilor and Foreign Minister Wang Yi left.", [("Wang Yi", "CHN", "Minister of Foreign Affairs")]),
    ],
)
def test_a_title_and_a_name(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert people(text) == expected


def test_counterparts_take_the_office_of_their_state() -> None:
    text = "India's External Affairs Minister S. Jaishankar met his Japanese counterpart, Taro Doe, and his US counterpart Jane Roe."
    assert [m.role for m in cast(text).members] == ["Minister of External Affairs", "Minister of Foreign Affairs", "Secretary of State"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Presidents John Doe of Ghana and Jane Roe of Kenya met.", [("John Doe", "GHA"), ("Jane Roe", "KEN")]),
        ("The trade ministers of Ghana and Kenya, John Doe and Jane Roe, met.", [("John Doe", "GHA"), ("Jane Roe", "KEN")]),
        ("Presidents Xi and Putin met.", [("Xi Jinping", "CHN"), ("Vladimir Putin", "RUS")]),
    ],
)
def test_names_that_share_a_plural_title(text: str, expected: list[tuple[str, str]]) -> None:
    assert sorted((m.name, m.state) for m in cast(text).members) == sorted(expected)


def test_plural_honorifics_in_french() -> None:
    assert [n for n, _, _ in people("Il a vu MM. Jean Dupont et Paul Durand à Lima.", "fr")] == ["Jean Dupont", "Paul Durand"]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Chinese Ambassador Zhang Wei spoke. Zhang left.", 2),
        ("Ghana's Trade Minister Jane Doe spoke. Ms Doe left. Doe's plane rose.", 3),
        ("European Commission President Ursula von der Leyen spoke. Von der Leyen left.", 2),
        ("British Prime Minister Theresa May spoke. In May the talks ended.", 1),
    ],
)
def test_family_names_alone(text: str, mentions: int) -> None:
    assert len(cast(text).mentions) == mentions


def test_of_two_with_one_family_name_the_last_named_is_meant() -> None:
    text = "Ghana's Trade Minister John Doe met Kenyan President Jane Doe. Doe left."
    assert [m.member for m in cast(text).mentions] == [0, 1, 1]


@pytest.mark.parametrize(
    "spellings",
    [("Tokayev", "Tokaïev", "Tokaev"), ("Zelenskyy", "Zelensky", "Zelenski"), ("Loukachenko", "Lukashenka"), ("el-Sissi", "Sisi")],
)
def test_spellings_that_sound_alike(spellings: tuple[str, ...]) -> None:
    assert len({sound(s) for s in spellings}) == 1


def test_names_that_do_not_sound_alike() -> None:
    assert len({sound(s) for s in ("Li", "Wang", "Kim", "Putin", "Modi", "Ali", "Aliyev")}) == 7
