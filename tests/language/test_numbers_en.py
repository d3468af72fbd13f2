"""Quantities in English: each row guards one way to write them."""

import pytest

from communique.language.folding import fold
from communique.language.numbers import find_numbers

FOUND = [
    ("$41.5 billion", 41.5e9, "USD", "money", None),
    ("US$ 2.5bn", 2.5e9, "USD", "money", None),
    ("USD 40 million", 4e7, "USD", "money", None),
    ("41 billion US dollars", 4.1e10, "USD", "money", None),
    ("€300m", 3e8, "EUR", "money", None),
    ("20 million euros", 2e7, "EUR", "money", None),
    ("£1.2 billion", 1.2e9, "GBP", "money", None),
    ("RMB10 billion", 1e10, "CNY", "money", None),
    ("C$40 million", 4e7, "CAD", "money", None),
    ("A$3 million", 3e6, "AUD", "money", None),
    ("HK$10 billion", 1e10, "HKD", "money", None),
    ("Rs 500 crore", 5e9, "INR", "money", None),
    ("a $5-billion deal", 5e9, "USD", "money", None),
    ("half a billion euros", 5e8, "EUR", "money", None),
    ("two and a half billion dollars", 2.5e9, "USD", "money", None),
    ("a hundred million dollars", 1e8, "USD", "money", None),
    ("two million three hundred thousand dollars", 2.3e6, "USD", "money", None),
    ("more than 1,200,000 tonnes", 1_200_000, "t", "number", "at-least"),
    ("over 80 flights", 80, "flight", "number", "at-least"),
    ("at least 300 MW", 300, "MW", "number", "at-least"),
    ("nearly 4,200 students", 4200, "student", "number", "about"),
    ("some 30 new companies", 30, "company", "number", "about"),
    ("up to 50 billion tenge", 5e10, "KZT", "money", "at-most"),
    ("exceeded 10 billion euros", 1e10, "EUR", "money", "at-least"),
    ("a dozen agreements", 12, "agreement", "number", "about"),
    ("twenty-three memoranda of understanding", 23, "agreement", "number", None),
    ("two thousand five hundred people", 2500, "person", "number", None),
    ("thirteen (13) agreements", 13, "agreement", "number", None),
    ("a 3,000-megawatt plant", 3000, "MW", "number", None),
    ("300,000 barrels", 300_000, "barrel", "number", None),
    ("32%", 32, "%", "percentage", None),
    ("10.5 per cent", 10.5, "%", "percentage", None),
    ("the 60th time", 60, None, "ordinal", None),
    ("the twenty-fifth session", 25, None, "ordinal", None),
    ("rose from 5 to 8 billion dollars", 8e9, "USD", "money", None),
]


@pytest.mark.parametrize(
    "text",
    ["between 5 and 6 billion euros", "200 to 300 million dollars", "5-6 billion", "two or three projects", "thousands of flights",
     "hundreds of millions of dollars", "a plant", "an agreement", "one of them", "No. 2", "article 5", "flight 370", "F-16", "9/11",
     "COVID-19"],
)  # fmt: skip
def test_ranges_vague_counts_articles_and_names_are_no_quantities(text: str) -> None:
    assert find_numbers(text, fold(text), "en") == []


@pytest.mark.parametrize(("text", "value", "unit", "kind", "bound"), FOUND)
def test_one_quantity(text: str, value: float, unit: str | None, kind: str, bound: str | None) -> None:
    (found,) = find_numbers(text, fold(text), "en")
    assert (found.value, found.unit, found.kind, found.bound) == (pytest.approx(value), unit, kind, bound)


@pytest.mark.parametrize(("states", "unit"), [((), "INR"), (("PAK",), "PKR"), (("IND", "PAK"), None)])
def test_a_shared_currency_name_needs_its_state(states: tuple[str, ...], unit: str | None) -> None:
    text = "two billion rupees"
    (found,) = find_numbers(text, fold(text), "en", states=states)
    assert (found.unit, found.kind) == (unit, "money")


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "- 5", -5),
        ("en", "12k", 12_000),
        ("en", "two thirds", 2 / 3),
        ("en", "3 1/4", 3.25),
        ("en", "seven point five", 7.5),
        ("fr", "moins 12", -12),
        ("fr", "trois quarts", 0.75),
        ("fr", "sept virgule cinq", 7.5),
        ("fr", "3½", 3.5),
    ],
)
def test_bare_phrases_are_read_on_request(language: str, text: str, value: float) -> None:
    (found,) = find_numbers(text, fold(text), language, every=True)
    assert (found.start, found.end, found.value) == (0, len(text), pytest.approx(value))
