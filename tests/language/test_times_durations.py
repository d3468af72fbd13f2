"""Lengths of time as ISO 8601."""

import pytest

from communique.language.folding import fold
from communique.language.times_durations import find_durations


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "many years, hours of talks, 3 hours", []),
        ("fr", "des années, deux heures, l'année 2012", []),
        ("en", "for three years", ["P3Y"]),
        ("en", "a month", ["P1M"]),
        ("en", "2 years, 5 months", ["P2Y5M"]),
        ("en", "two and a half weeks", ["P2.5W"]),
        ("en", "a ten-day tour", ["P10D"]),
        ("en", "a decade", ["P10Y"]),
        ("fr", "pendant trois ans", ["P3Y"]),
        ("fr", "un an et demi", ["P1.5Y"]),
        ("fr", "deux mois et cinq jours", ["P2M5D"]),
        ("fr", "toute la semaine", ["P1W"]),
        ("fr", "un trimestre", ["P3M"]),
    ],
)
def test_durations(language: str, text: str, expected: list[str]) -> None:
    assert [d.value for d in find_durations(text, fold(text), language)] == expected
