"""Days that a page prints or tells without a year, with an hour's zone, with two figures of the year; pages of our own."""

import pytest

from communique.knowledge.catalog import catalog
from communique.language.mentions import find_mentions
from communique.language.tokens import Parse
from communique.reading.cues import is_date_line
from communique.reading.dating import date_document
from communique.reading.documents import Document
from communique.reading.layout import blocks


def published(text: str, language: str) -> str | None:
    """Date a text."""
    document = Document(text, "page", language)
    return date_document(document, blocks(text), find_mentions(Parse(text, language, [])), catalog()).published


def test_an_hour_with_its_zone() -> None:
    assert is_date_line("4 March 2021, 09:20 EAT")
    assert not is_date_line("4 March 2021, 09:20 Robert")
    assert published("Press Release\n4 March 2021, 09:20 EAT\n\nThe port was opened this morning.", "en") == "2021-03-04"


@pytest.mark.parametrize(
    ("line", "day"),
    [("Publié le 05/03/21 à 9h20", "2021-03-05"), ("Publié le 05/03/98", "1998-03-05")],
)
def test_two_figures_of_the_year(line: str, day: str) -> None:
    assert published(f"Un port ouvre\n\n{line}\n\nLe port a été ouvert hier.", "fr") == day


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        (
            "fr",
            "La foire de Lima s'est achevée hier, jeudi 12 mars. Elle succède à la Foire 2019, dont les comptes sont clos.",
            "2020-03-13",
        ),
        ("en", "The fair of Lima ended yesterday, Thursday 12 March. It followed Expo 2019, where the stands had been full.", "2020-03-13"),
    ],
)
def test_the_day_before_and_an_event_of_a_year(language: str, text: str, day: str) -> None:
    assert published(text, language) == day


def test_no_year_without_a_day_told() -> None:
    assert published("Les stands de la Foire 2019 ont été pleins.", "fr") is None
