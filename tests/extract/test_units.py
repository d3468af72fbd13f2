"""Parties in a row, by the words' order alone."""

import pytest

from communique.extract.scene import Scene
from communique.extract.units import after, row, units
from communique.language import sentences, syntax
from communique.language.mentions import find_mentions
from communique.reading.documents import Document


def scene(text: str) -> Scene:
    spans = [(start, end, 0) for start, end in sentences.split(text)]
    return Scene(Document(text, "t", "fr"), find_mentions(syntax.parse(text, "fr", spans)), "2021-05-05")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("avec le président kényan Uhuru Kenyatta et le président rwandais Paul Kagame.", ["Uhuru Kenyatta", "Paul Kagame"]),
        ("avec le Kenya, le Portugal et le Chili.", ["Kenya", "Portugal", "Chile"]),
        ("avec le président kényan Uhuru Kenyatta. Le Chili a voté.", ["Uhuru Kenyatta"]),
    ],
)
def test_a_row_ends_where_parties_are_no_longer_joined(text: str, names: list[str]) -> None:
    assert [p.name for p in row(scene(text), 4, len(text))] == names


def test_a_preposition_with_an_apostrophe_leads_a_row() -> None:
    text = "La visite d'Uhuru Kenyatta a duré trois jours."
    assert [p.name for p in after(scene(text), r"de|du|d'", 9, len(text))] == ["Uhuru Kenyatta"]


def test_an_office_in_the_plural_is_one_party_for_each_state() -> None:
    text = "Les présidents kényan, rwandais et sénégalais se sont réunis."
    (unit,) = [u for u in units(scene(text), 0, len(text)) if len(u.parties) > 1]
    assert [p.state for p in unit.parties] == ["KEN", "RWA", "SEN"]


def test_a_minister_without_a_name_is_the_only_one_named_of_his_state() -> None:
    text = (
        "Le ministre français des Affaires étrangères, Jean-Yves Le Drian, est à Nairobi. La visite du ministre français dure deux jours."
    )
    start = text.index("La visite")
    assert [p.name for u in units(scene(text), start, len(text)) for p in u.parties if p.kind == "person"] == ["Jean-Yves Le Drian"]
