"""Words are cut as the treebanks of each language cut them, and nothing but spaces is lost."""

import pytest

from communique.language import tokenizer

CUTS = {
    "en": [
        ("Oman's envoy didn't stay.", "Oman 's envoy did n't stay ."),
        ("They cannot go; he'll see.", "They can not go ; he 'll see ."),
        ("a three-day visit by the U.S.-led group", "a three - day visit by the U.S. - led group"),
        ("co-operation, non-aligned, al-Sabah", "co-operation , non-aligned , al - Sabah"),
        ("$1.5bn, 12,500 tonnes, 3.2% and the 2nd of 5km", "$ 1.5 bn , 12,500 tonnes , 3.2 % and the 2nd of 5 km"),
        ("Gen. Okoro and J. Smith at 5 p.m. on Nov. 7, in the 1990s", "Gen. Okoro and J. Smith at 5 p.m. on Nov. 7 , in the 1990s"),
        ("see www.example.org/a-b or a@b.org", "see www.example.org/a-b or a@b.org"),
    ],
    "fr": [
        ("L'Ukraine aujourd'hui, dit-il.", "L' Ukraine aujourd'hui , dit -il ."),
        ("le vice-ministre a 12 500 euros", "le vice-ministre a 12 500 euros"),
    ],
}


@pytest.mark.parametrize(("language", "text", "words"), [(code, *case) for code, cases in CUTS.items() for case in cases])
def test_words(language: str, text: str, words: str) -> None:
    found = [text[a:b] for a, b in tokenizer.cut(text, language)]
    assert " ".join(found) == words
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
