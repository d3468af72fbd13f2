import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.ledger.words import as_index, as_query, marks, words


@pytest.mark.parametrize(
    ("text", "expected", "guards"),
    [
        ("L'été à Astana", "l ete a astana", "accents and apostrophes"),
        ("L’ÉTÉ", "l ete", "typographic apostrophe, capitals"),
        ("e\u0301te\u0301", "ete", "decomposed accents part no word"),
        ("北京会谈", "北京 京会 会谈 谈", "pairs, and the last character"),
        ("2016年", "2016 年", "digits beside ideographs"),
        ("Шымкент қаласы", "шымкент қаласы", "Cyrillic stays"),
        ("a_b-c", "a b c", "underscores part words"),
        ("\x00 \u202e !", "", "nothing but signs"),
    ],
)
def test_words(text: str, expected: str, guards: str) -> None:
    assert as_index(text) == expected, guards


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("énergie solaire", '"energie" "solaire"'),
        ("d'Astana", '"d astana"'),
        ("哈萨克斯坦", '"哈萨 萨克 克斯 斯坦"'),
        ("哈", '"哈"*'),
        ("énerg*", '"energ"*'),
        ('NEAR(a b) OR "x" -y words:z', '"near a" "b" "or" "x" "y" "words z"'),
        ("*", ""),
        ("'; --", ""),
    ],
)
def test_a_query_is_only_ever_quoted_words(query: str, expected: str) -> None:
    assert as_query(query) == expected


def test_marks_are_places_in_the_text() -> None:
    text = "Énergie : l’energie nucléaire, 北京会谈"
    assert [text[a:b] for a, b in marks(text, "énergie 会谈")] == ["Énergie", "energie", "会谈"]
    assert [text[a:b] for a, b in marks(text, "nucl*")] == ["nucléaire"]


@given(st.text())
def test_words_lie_in_the_text_in_order(text: str) -> None:
    found = list(words(text))
    assert all(0 <= word.start < word.end <= len(text) and word.text for word in found)
    assert [word.start for word in found] == sorted(word.start for word in found)
