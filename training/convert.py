"""Turn a UD treebank (CoNLL-U) into spaCy's training format, one sentence a document.

A contracted word («du», «aux», «desquelles») stays one token, as it stands in the text: it takes the analysis of the part
that carries its relation. Where the parts spell the word («do|n't», «Oman|'s») they are tokens of their own. Quotes and
apostrophes are folded as `communique.language.folding` folds them before a parse.

    python training/convert.py OUT.spacy FILE.conllu [FILE.conllu ...]
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from communique.language.folding import plain


@dataclass
class Row:
    """One token of a sentence; `head` is an index into the sentence, its own for the root."""

    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str
    space: bool


def sentences(path: Path) -> Iterator[list[list[str]]]:
    """Yield the ten-column rows of each sentence."""
    block: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            block.append(line.split("\t"))
        elif not line and block:
            yield block
            block = []
    if block:
        yield block


def _apart(block: list[list[str]]) -> list[list[str]]:
    """Drop the rows of contractions whose parts spell them; a part is followed by no space, the last as the whole was."""
    words = {int(c[0]): c for c in block if c[0].isdigit()}
    kept = []
    for columns in block:
        if "-" in columns[0]:
            first, last = map(int, columns[0].split("-"))
            if columns[1] == "".join(words[i][1] for i in range(first, last + 1)):
                for i in range(first, last + 1):
                    words[i][9] = "SpaceAfter=No" if i < last else columns[9]
                continue
        kept.append(columns)
    return kept


def merge(block: list[list[str]]) -> list[Row]:
    """Give the surface tokens of one sentence, contractions merged."""
    block = _apart(block)
    words = {int(c[0]): c for c in block if c[0].isdigit()}
    ranges = [(tuple(map(int, c[0].split("-"))), c) for c in block if "-" in c[0]]
    covered = {i: (span, c) for span, c in ranges for i in range(span[0], span[1] + 1)}
    surface: dict[int, int] = {}
    groups: list[tuple[list[int], list[str]]] = []
    for number in words:
        span, columns = covered.get(number, ((number, number), words[number]))
        if number == span[0]:
            groups.append((list(range(span[0], span[1] + 1)), columns))
        surface[number] = len(groups) - 1
    rows = []
    for index, (members, columns) in enumerate(groups):
        outside = [m for m in members if surface.get(int(words[m][6]), -1) != index]
        pronoun = [m for m in outside if words[m][3] == "PRON"]
        main = words[(pronoun or outside or members)[0]]
        head = surface[int(main[6])] if main[6] != "0" else index
        lemma = "+".join(words[m][2] for m in members) if len(members) > 1 else main[2]
        rows.append(Row(columns[1], lemma, main[3], main[5], head, main[7], "SpaceAfter=No" not in columns[9]))
    return rows


def documents(paths: list[Path], vocab: Vocab) -> Iterator[Doc]:
    """Yield one gold document a sentence."""
    for path in paths:
        for block in sentences(path):
            rows = merge(block)
            yield Doc(
                vocab,
                words=[plain(r.form) for r in rows],
                spaces=[r.space for r in rows],
                pos=[r.upos for r in rows],
                morphs=["" if r.feats == "_" else r.feats for r in rows],
                lemmas=[r.lemma for r in rows],
                heads=[r.head for r in rows],
                deps=["ROOT" if r.head == i else r.deprel for i, r in enumerate(rows)],
                sent_starts=[i == 0 for i in range(len(rows))],
            )


def main() -> None:
    """Convert the files named on the command line."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("files", type=Path, nargs="+")
    given = arguments.parse_args()
    given.out.parent.mkdir(parents=True, exist_ok=True)
    nlp = spacy.blank("xx")
    DocBin(docs=documents(given.files, nlp.vocab), store_user_data=False).to_disk(given.out)


if __name__ == "__main__":
    main()
