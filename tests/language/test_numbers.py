"""Quantities in French: each row guards one way to write them."""

import pytest

from communique.language.folding import fold
from communique.language.numbers import find_numbers

FOUND = [
    ("41,5 milliards de dollars", 41.5e9, "USD", "money", None),
    ("plus de 1 200 000 tonnes", 1_200_000, "t", "number", "at-least"),
    ("près de 4 200 étudiants", 4200, "student", "number", "about"),
    ("vingt-trois accords", 23, "agreement", "number", None),
    ("quatre-vingt-douze projets", 92, "project", "number", None),
    ("soixante-dix-sept entreprises", 77, "company", "number", None),
    ("deux mille cinq cents personnes", 2500, "person", "number", None),
    ("une trentaine de vols", 30, "flight", "number", "about"),
    ("un milliard et demi de dollars", 1.5e9, "USD", "money", None),
    ("un demi-milliard d'euros", 0.5e9, "EUR", "money", None),
    ("une centaine de millions de dollars", 1e8, "USD", "money", "about"),
    ("500 M€", 5e8, "EUR", "money", None),
    ("3,2 Md$", 3.2e9, "USD", "money", None),
    ("$3,5 milliards", 3.5e9, "USD", "money", None),
    ("8,14 milliards de roubles", 8.14e9, "RUB", "money", None),
    ("trois cents millions de dirhams marocains", 3e8, "MAD", "money", None),
    ("dépasse les 10 milliards d'euros", 1e10, "EUR", "money", "at-least"),
    ("jusqu'à 50 milliards de tenges", 5e10, "KZT", "money", "at-most"),
    ("100 MW", 100, "MW", "number", None),
    ("300.000 barils", 300_000, "barrel", "number", None),
    ("treize (13) accords", 13, "agreement", "number", None),
    ("32 %", 32, "%", "percentage", None),
    ("10,5 pour cent", 10.5, "%", "percentage", None),
    ("la 60e fois", 60, None, "ordinal", None),
    ("la troisième session", 3, None, "ordinal", None),
    ("porter de 5 à 8 milliards de dollars", 8e9, "USD", "money", None),
]


@pytest.mark.parametrize(("text", "value", "unit", "kind", "bound"), FOUND)
def test_one_quantity(text: str, value: float, unit: str | None, kind: str, bound: str | None) -> None:
    (found,) = find_numbers(text, fold(text), "fr")
    assert (found.value, found.unit, found.kind, found.bound) == (pytest.approx(value), unit, kind, bound)


@pytest.mark.parametrize(
    "text",
    ["entre 5 et 6 milliards d'euros", "200 à 300 millions de dollars", "deux ou trois projets", "des milliers de vols",
     "une usine", "un accord"],
)  # fmt: skip
def test_ranges_vague_counts_and_articles_are_no_quantities(text: str) -> None:
    assert find_numbers(text, fold(text), "fr") == []


def test_no_break_spaces_part_thousands() -> None:
    text = "6\u202f500\u00a0tonnes"
    (found,) = find_numbers(text, fold(text), "fr")
    assert (found.value, found.unit, text[found.start : found.end]) == (6500, "t", text)


@pytest.mark.parametrize(("states", "unit"), [((), None), (("SEN",), "XOF"), (("CMR",), "XAF"), (("SEN", "CMR"), None)])
def test_a_shared_currency_name_needs_its_state(states: tuple[str, ...], unit: str | None) -> None:
    text = "deux milliards de francs CFA"
    (found,) = find_numbers(text, fold(text), "fr", states=states)
    assert (found.unit, found.kind) == (unit, "money")


def test_a_year_before_a_number_is_no_range() -> None:
    text = "de 3 milliards de dollars en 2022 à 4 milliards d'euros"
    assert [q.value for q in find_numbers(text, fold(text), "fr")] == [3e9, 2022, 4e9]
