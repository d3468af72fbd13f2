"""One person however the family name is accented, and behind a chain of honorifics; sentences of our own."""

import pytest

from communique.language.mentions import find_mentions
from communique.language.tokens import Parse


def people(text: str, language: str) -> list[str]:
    """Give the names of the members."""
    return [m.name for m in find_mentions(Parse(text, language, [])).cast.members]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "M. Jean Côté est parti. Une cote a été fixée à Lima."),
        ("en", "Mr John Bélo left. The bélo fruit is sweet."),
    ],
)
def test_a_small_word_is_no_family_name(language: str, text: str) -> None:
    cast = find_mentions(Parse(text, language, [])).cast
    assert len(cast.members) == len(cast.mentions) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le ministre Jean Belodo est arrivé. M. Bélodo a souri. Puis Bélôdo est parti."),
        ("en", "Minister John Bélodo arrived. Mr Belodo smiled. Then Belodo left."),
    ],
)
def test_other_accents_are_the_same_person(language: str, text: str) -> None:
    cast = find_mentions(Parse(text, language, [])).cast
    assert len(cast.members) == 1 and len(cast.mentions) == 3


def test_a_chain_of_honorifics() -> None:
    assert people("Le pont a été ouvert par Samdech Akka Moha Sena Padei Techo Sok Doe.", "fr") == ["Sok Doe"]
    assert people("The bridge was opened by Samdech Techo Sok Doe.", "en") == ["Sok Doe"]
