"""A parse as plain data: sentences of tokens with Universal Dependencies, offsets into the document's text.

Rules read these, never a library's objects, so that they run on hand-written CoNLL-U in tests.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any


@lru_cache(maxsize=4096)
def _features(feats: str) -> dict[str, str]:
    return {key: value for key, _, value in (pair.partition("=") for pair in feats.split("|"))}


@dataclass(slots=True)
class Token:
    """One word. `head` is the index of its head in the sentence, -1 for the root."""

    index: int
    text: str
    start: int
    end: int
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str
    """Universal relation without its subtype."""
    subtype: str = ""
    """`pass` of `nsubj:pass`, `agent` of `obl:agent`."""

    def feat(self, name: str) -> str:
        """Give the value of a UD feature, empty if it has none."""
        return _features(self.feats).get(name, "")


@dataclass(slots=True)
class Sentence:
    """The tokens of one sentence; `start` and `end` are code points of the document, trimmed."""

    index: int
    start: int
    end: int
    tokens: list[Token]
    block: int = 0
    """Which paragraph it stands in."""
    language: str = "fr"
    kids: list[list[int]] = field(default_factory=list)
    forms: dict[int, Any] = field(default_factory=dict)
    """What `clauses.form` has read of each verb."""

    def __post_init__(self) -> None:
        self.kids = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head >= 0:
                self.kids[token.head].append(token.index)

    @property
    def root(self) -> Token | None:
        """The token that has no head."""
        return next((t for t in self.tokens if t.head < 0), None)

    def children(self, token: Token, *relations: str) -> list[Token]:
        """Give the dependents of a token in order, of the given relations where any are given."""
        tokens = self.tokens
        if relations:
            return [tokens[i] for i in self.kids[token.index] if tokens[i].deprel in relations]
        return [tokens[i] for i in self.kids[token.index]]

    def head(self, token: Token) -> Token | None:
        """Give the head of a token."""
        return self.tokens[token.head] if token.head >= 0 else None

    def subtree(self, token: Token) -> list[int]:
        """Give the indices of a token and all below it, sorted."""
        found, todo = set(), [token.index]
        while todo:
            index = todo.pop()
            if index not in found:
                found.add(index)
                todo.extend(self.kids[index])
        return sorted(found)

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Yield the heads of a token, nearest first."""
        seen = {token.index}
        while token.head >= 0 and token.head not in seen:
            token = self.tokens[token.head]
            seen.add(token.index)
            yield token

    def at(self, offset: int) -> Token | None:
        """Give the token that covers a code point of the document."""
        return next((t for t in self.tokens if t.start <= offset < t.end), None)

    def within(self, start: int, end: int) -> list[Token]:
        """Give the tokens that lie inside a span of the document."""
        return [t for t in self.tokens if t.start >= start and t.end <= end]


@dataclass(slots=True)
class Parse:
    """A whole document, parsed."""

    text: str
    language: str
    sentences: list[Sentence]

    def sentence_at(self, offset: int) -> Sentence | None:
        """Give the sentence that covers a code point."""
        return next((s for s in self.sentences if s.start <= offset < s.end), None)


def split_relation(relation: str) -> tuple[str, str]:
    """Cut `nsubj:pass` into `nsubj` and `pass`; spaCy's `ROOT` is UD's `root`."""
    name, _, subtype = relation.partition(":")
    return name.lower(), subtype


def from_conllu(block: str, text: str | None = None, language: str = "fr") -> Sentence:
    """Read one hand-written sentence in CoNLL-U, ten columns parted by blanks or tabs; forms stand a space apart."""
    rows = [line.split() for line in block.strip().splitlines() if line.strip() and not line.startswith("#")]
    tokens, offset = [], 0
    for row in rows:
        start = text.index(row[1], offset) if text is not None else offset
        relation, subtype = split_relation(row[7])
        head = int(row[6]) - 1
        tokens.append(
            Token(int(row[0]) - 1, row[1], start, start + len(row[1]), row[2], row[3],
                  "" if row[5] == "_" else row[5], head, relation, subtype)
        )  # fmt: skip
        offset = start + len(row[1]) + (text is None)
    return Sentence(0, tokens[0].start, tokens[-1].end, tokens, language=language)
