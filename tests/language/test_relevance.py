"""Sentences that cannot hold a record are not parsed, and no record is lost by it."""

from pathlib import Path

import pytest

from communique import pipeline
from communique.language.folding import fold
from communique.language.names import gazetteer
from communique.language.relevance import relevant
from communique.reading.documents import Document
from communique.reading.inputs import read

CASES = {
    "fr": [("Il a plu tout le printemps.", True), ("Malheureusement, rien ne va plus.", False), ("Le ministère s'y oppose.", True)],
    "en": [("Nothing ever happens here.", False), ("She arrived at noon.", True), ("The embassy was closed.", True)],
}


@pytest.mark.parametrize(("language", "text", "wanted"), [(code, *case) for code, cases in CASES.items() for case in cases])
def test_who_or_what_a_record_can_be_about(language: str, text: str, wanted: bool) -> None:
    context = "Paris. "
    whole = context + text
    spans = [(0, 6, 0), (len(context), len(whole), 0)]
    assert relevant(fold(whole), spans, gazetteer(language).find(whole), language) == [True, wanted]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_text_that_names_no_one_is_not_parsed(language: str) -> None:
    assert relevant("they said 12", [(0, 12, 0)], [], language) == [False]


def test_no_record_of_the_samples_is_lost(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [d for d in read([str(root / "samples")]) if isinstance(d, Document)]
    reader = pipeline.Reader()
    skipping = [reader.extract(d).records for d in documents]
    monkeypatch.setattr(pipeline, "relevant", lambda folded, spans, names, language: [True for _ in spans])
    assert [reader.extract(d).records for d in documents] == skipping
