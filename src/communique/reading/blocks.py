"""A block: one stretch of a document's text and what it is there for."""

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["headline", "update", "dateline", "heading", "body", "bullet", "link", "boilerplate"]


@dataclass(frozen=True)
class Block:
    """A stretch of the text without white space at its ends: code point offsets, half open."""

    start: int
    end: int
    kind: BlockKind
