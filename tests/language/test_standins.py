"""Rare names are parsed as common ones of the same form; the text stays what it is."""

import pytest

from communique.language import syntax
from communique.language.names import gazetteer
from communique.language.standins import stand_ins

TEXT = "La ministre togolaise Inès Mba et les dirigeants kirghiz sont arrivés à Lomé, puis à Port-au-Prince."


def test_adjectives_agree_and_places_are_places() -> None:
    found = {TEXT[a:b]: word for (a, b), word in stand_ins(TEXT, gazetteer("fr").find(TEXT), "fr").items()}
    assert found["togolaise"] == "française"
    assert found["Lomé"] == found["Port-au-Prince"] == "Paris"
    assert "ministre" not in found


def test_the_parse_keeps_the_words_of_the_text() -> None:
    names = gazetteer("fr").find(TEXT)
    parse = syntax.parse(TEXT, "fr", [(0, len(TEXT), 0)], None, names)
    words = {t.text: t for t in parse.sentences[0].tokens}
    assert words["togolaise"].lemma == "togolaise"
    assert words["togolaise"].upos == "ADJ"
    assert words["Lomé"].lemma == "Lomé"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_nothing_stands_in_for_nothing(language: str) -> None:
    assert stand_ins("", [], language) == {}
