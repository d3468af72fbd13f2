from hypothesis import given
from hypothesis import strategies as st

from communique.ledger.passages import layout, quotations, sentence_spans
from communique.records.parts import Span

TEXT = "Un.\n\nDeux arrive. Trois dit M. Li. Quatre part.\n   \nCinq.\nSix."


def at(part: str) -> Span:
    return Span(start=TEXT.index(part), end=TEXT.index(part) + len(part))


def test_evidence_is_quoted_in_whole_sentences() -> None:
    (passage,) = quotations(layout(TEXT), [at("dit")])
    assert passage.pieces == (("Trois ", False), ("dit", True), (" M. Li.", False))


def test_context_is_the_paragraphs_beside() -> None:
    (passage,) = quotations(layout(TEXT), [at("dit")], around=1)
    assert passage.text == TEXT[: TEXT.index("\nSix")]


def test_windows_that_meet_are_one_and_others_stay_apart() -> None:
    assert [p.text for p in quotations(layout(TEXT), [at("Un"), at("Cinq")])] == ["Un.", "Cinq."]
    assert len(quotations(layout(TEXT), [at("Un"), at("Cinq")], around=1)) == 1
    assert len(quotations(layout(TEXT), [at("Un"), at("Un")])) == 1


def test_what_lies_outside_the_text_is_left_out() -> None:
    assert quotations(layout(TEXT), [Span(start=900, end=950)]) == ()
    assert quotations(layout(""), [Span(start=0, end=0)]) == ()


@given(st.text(), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60))), st.integers(0, 2))
def test_passages_show_the_text_itself(text: str, pairs: list[tuple[int, int]], around: int) -> None:
    spans = [Span(start=min(pair), end=max(pair)) for pair in pairs]
    for passage in quotations(layout(text), spans, around):
        assert "".join(piece for piece, _ in passage.pieces) == text[passage.start : passage.end]
    assert all(text[a:b].strip() == text[a:b] for a, b in sentence_spans(text))
