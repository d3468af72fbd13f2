import tomllib

import pytest

from communique.analysis.wording import FOLDER, LANGUAGES, load
from communique.errors import CommuniqueError
from communique.records import kinds
from communique.records.parts import Party

DAYS = [
    ("2016-11-03", "3 November 2016", "3 novembre 2016"),
    ("2016-11", "November 2016", "novembre 2016"),
    ("2016", "2016", "2016"),
    ("2016-11~", "about November 2016", "vers novembre 2016"),
    ("[2014,2015,2016]", "2014, 2015 or 2016", "2014, 2015 ou 2016"),
    ("2014/2016", "2014 – 2016", "2014 – 2016"),
    ("../2019", "until 2019", "jusqu'à 2019"),
    ("2018-03/..", "since March 2018", "depuis mars 2018"),
    ("2016-33", "2016-33", "2016-33"),
    ("201X", "201X", "201X"),
    (None, "undated", "sans date"),
]


@pytest.mark.parametrize(("edtf", "english", "french"), DAYS)
def test_dates_for_people(edtf: str | None, english: str, french: str) -> None:
    assert (load("en", {}).day(edtf), load("fr", {}).day(edtf)) == (english, french)


@pytest.mark.parametrize(
    ("value", "unit", "bound", "english", "french"),
    [
        (13e9, "USD", None, "13 billion USD", "13 milliards USD"),
        (41.04e9, "USD", "about", "about 41.04 billion USD", "environ 41,04 milliards USD"),
        (1.5e12, "KZT", None, "1.5 trillion KZT", "1,5 billions KZT"),
        (12345, None, "at-least", "at least 12,345", "au moins 12\u202f345"),
        (0, "t", None, "0 t", "0 t"),
        (None, "t", None, "", ""),
    ],
)
def test_sums_for_people(value: float | None, unit: str | None, bound: str | None, english: str, french: str) -> None:
    assert load("en", {}).quantity(value, unit, bound) == english
    assert load("fr", {}).quantity(value, unit, bound) == french


def test_percent() -> None:
    assert [load("fr", {}).percent(value) for value in (0.32, -0.055, 0)] == ["+32 %", "−5,5 %", "0 %"]


def test_parties_are_named_in_the_language_where_it_is_known() -> None:
    wording = load("fr", {"CHN": "Chine"})
    china = Party(name="China", kind="state", id="CHN", state="CHN")
    li = Party(name="Li Keqiang", kind="person", state="CHN", role="Premier")
    assert wording.who((china, li)) == "Chine, Li Keqiang (Premier ministre)"
    assert wording.who(()) == "personne de nommé"


def test_both_languages_say_the_same_things() -> None:
    english, french = (tomllib.loads((FOLDER / f"wording.{code}.toml").read_text()) for code in LANGUAGES)
    assert english.keys() == french.keys()
    assert set(english["of"]) <= set(french["of"])


@pytest.mark.parametrize(
    ("group", "choices"),
    [("kind", kinds.EncounterKind), ("kind", kinds.ProjectKind), ("force", kinds.Force), ("measure", kinds.Measure),
     ("act", kinds.Act), ("action", kinds.Action), ("bound", kinds.Bound), ("status", kinds.ProjectStatus)],
)  # fmt: skip
def test_french_has_words_for_every_value_of_a_closed_list(group: str, choices: object) -> None:
    said = load("fr", {}).words["of"][group]
    assert set(choices.__args__) <= set(said)


def test_another_language_is_refused() -> None:
    with pytest.raises(CommuniqueError, match="not in 'de'"):
        load("de", {})
