"""The table of outlets: sound, and no spelling twice."""

import tomllib
from collections import Counter

import pytest

from communique.reading.outlets import _FILE, known_outlet


def test_a_spelling_stands_for_one_outlet() -> None:
    rows = tomllib.loads(_FILE.read_text(encoding="utf-8"))["outlet"]
    spellings = Counter(spelling for row in rows for names in row["names"].values() for spelling in names)
    assert [spelling for spelling, count in spellings.items() if count > 1] == []
    assert [row["name"] for row in rows if not any(row["names"].values())] == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Xinhua", "Xinhua"),
        ("Agence Xinhua", "Xinhua"),
        ("avec AFP et Reuters", "AFP"),
        ("ТАСС", "TASS"),
        ("VNA/CVN", "VNA"),
        ("Agence vietnamienne d'information", "VNA"),
        ("map", None),
        ("un ap", None),
        ("", None),
    ],
)
def test_known_outlet(words: str, name: str | None) -> None:
    assert known_outlet(words) == name
