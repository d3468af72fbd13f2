"""Measure the shipped syntax on treebanks that it has not seen; with --write, put the figures into a README.

On the treebank's own words: part of speech, lemma, head (UAS), head and relation (LAS, subtypes included). On raw
sentences: the F1 of our tokenizer's words, and of words whose span, head and relation are all right. Punctuation counts
only as words.

    python training/evaluate.py TREEBANKS [--language en] [--pipeline DIR] [--write README.md]
"""

import argparse
from collections import Counter
from pathlib import Path
from typing import Any

from communique.language import folding, syntax
from convert import Row, merge, sentences

TESTS = {
    "fr": {"Sequoia test": "fr_sequoia-ud-test", "GSD test": "fr_gsd-ud-test", "PUD (never trained on)": "fr_pud-ud-test"},
    "en": {"EWT test": "en_ewt-ud-test", "PUD (never trained on)": "en_pud-ud-test"},
}
COLUMNS = ("sentences", "words", "UPOS", "lemma", "UAS", "LAS", "words F1", "LAS F1, raw text")
BEGIN, END = "<!-- figures {}: written by evaluate.py -->", "<!-- end of figures {} -->"
Arc = tuple[tuple[int, int], tuple[int, int] | None, str]
"""Span of a word, span of its head (null of the root), relation."""


def main() -> None:
    """Measure and print, or write."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("treebanks", type=Path)
    arguments.add_argument("--language", default="fr", choices=sorted(TESTS))
    arguments.add_argument("--pipeline", help="a folder other than the shipped pipeline")
    arguments.add_argument("--write", type=Path, help="a file with the two markers, to write the table between them")
    given = arguments.parse_args()
    code = given.language
    rows = [(name, measure(given.treebanks / code / f"{stem}.conllu", code, given.pipeline)) for name, stem in TESTS[code].items()]
    print(table(rows))
    if given.write:
        begin, end = BEGIN.format(code), END.format(code)
        before, _, rest = given.write.read_text(encoding="utf-8").partition(begin)
        _, _, after = rest.partition(end)
        given.write.write_text(f"{before}{begin}\n{table(rows)}\n{end}{after}", encoding="utf-8")


def table(rows: list[tuple[str, dict[str, float]]]) -> str:
    """Give the figures as a Markdown table."""
    lines = ["| treebank | " + " | ".join(COLUMNS) + " |", "|---" * (len(COLUMNS) + 1) + "|"]
    for name, figures in rows:
        cells = [f"{figures[c]:,.0f}" if c in COLUMNS[:2] else f"{figures[c]:.3f}" for c in COLUMNS]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def measure(path: Path, language: str, pipeline: str | None = None) -> dict[str, float]:
    """Give the figures of one treebank."""
    gold = [merge(block) for block in sentences(path)]
    counts = on_gold_words(gold, language, pipeline) + on_raw_text(gold, language, pipeline)
    return {
        "sentences": len(gold),
        "words": counts["words"],
        "UPOS": counts["upos"] / counts["words"],
        "lemma": counts["lemma"] / counts["words"],
        "UAS": counts["head"] / counts["arcs"],
        "LAS": counts["relation"] / counts["arcs"],
        "words F1": 2 * counts["span"] / (counts["words"] + counts["cut"]),
        "LAS F1, raw text": 2 * counts["arc"] / (counts["arcs"] + counts["found"]),
    }


def on_gold_words(gold: list[list[Row]], language: str, pipeline: str | None) -> Counter[str]:
    """Count what is right where the words are given."""
    from spacy.tokens import Doc

    nlp, counts = syntax.load(language, pipeline), Counter[str]()
    docs = []
    for rows in gold:
        doc = Doc(nlp.vocab, words=[folding.plain(r.form) for r in rows], spaces=[r.space for r in rows])
        for token in doc[1:]:
            token.is_sent_start = False
        docs.append(doc)
    for rows, doc in zip(gold, nlp.pipe(docs, batch_size=64), strict=True):
        for row, token in zip(rows, doc, strict=True):
            counts += compare(row, token)
    return counts


def compare(row: Row, token: Any) -> Counter[str]:
    """Count what is right of one word."""
    found = Counter(words=1, upos=int(token.pos_ == row.upos), lemma=int(token.lemma_ == row.lemma))
    if row.deprel != "punct":
        head = token.head.i == row.head
        found.update(arcs=1, head=int(head), relation=int(head and token.dep_.lower() == row.deprel.lower()))
    return found


def on_raw_text(gold: list[list[Row]], language: str, pipeline: str | None) -> Counter[str]:
    """Count what is right where only each sentence's text is given."""
    text, spans, counts = "", [], Counter[str]()
    wanted = []
    for rows in gold:
        start = len(text)
        places = []
        for row in rows:
            places.append((len(text), len(text) + len(row.form)))
            text += row.form + (" " if row.space else "")
        spans.append((start, places[-1][1], 0))
        wanted.append((set(places), gold_arcs(rows, places)))
        text += "\n"
    for (places, arcs), sentence in zip(wanted, syntax.parse(text, language, spans, pipeline).sentences, strict=True):
        cut = [(t.start, t.end) for t in sentence.tokens]
        found = {
            (cut[t.index], cut[t.head] if t.head >= 0 else None, f"{t.deprel}:{t.subtype}".rstrip(":"))
            for t in sentence.tokens
            if t.deprel != "punct"
        }
        counts.update(cut=len(cut), span=len(places & set(cut)), found=len(found), arc=len(arcs & found))
    return counts


def gold_arcs(rows: list[Row], places: list[tuple[int, int]]) -> set[Arc]:
    """Give the gold arcs of a sentence, by spans."""
    return {(places[i], None if row.head == i else places[row.head], row.deprel) for i, row in enumerate(rows) if row.deprel != "punct"}


if __name__ == "__main__":
    main()
