"""Where sentences end, and full stops that end none."""

import pytest

from communique.language.sentences import split


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Doe met U.S. President Roe at 3 p.m. in Lima.",
        "H.E. Mr. Doe and Gen. Roe saw St. Lucia.",
        "The No. 2 official left on Jan. 5 with Prof. Doe.",
        "The Rt. Hon. Jane Doe and J. Roe of Acme Inc. Chairman of all signed.",
        "M. Dupont et MM. Durand et Roux, cf. art. 3, ont signé.",
    ],
)
def test_one_sentence(text: str) -> None:
    assert [text[a:b] for a, b in split(text)] == [text]


@pytest.mark.parametrize(
    "sentences",
    [
        ["He flew to the U.S.", "The talks failed."],
        ["They met at 5 p.m.", "He left."],
        ["“We will sign.”", "He left."],
        ["Is it over?", "It is (for now).", "He left."],
        ["Le pétrole, le gaz, etc.", "Il est parti."],
    ],
)
def test_several_sentences(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[a:b] for a, b in split(text)] == sentences
