"""Quotation marks in a document: which sentences one quotation spans, and whether reported words are quoted as a clause."""

import re

from communique.extract.scene import Scene
from communique.language.folding import plain

_PAIRED = re.compile(r"«[^«»]*»|“[^“”]*”")
_EVEN = re.compile(r'"[^"]*"')


def quotations(scene: Scene) -> list[tuple[int, int]]:
    """Give the spans of the quotations in the body that hold more than one sentence."""
    blocks: dict[int, list[int]] = {}
    for sentence in scene.sentences:
        bounds = blocks.setdefault(sentence.block, [sentence.start, sentence.end])
        bounds[1] = max(bounds[1], sentence.end)
    found: list[tuple[int, int]] = []
    for start, end in blocks.values():
        text = scene.text[start:end]
        pattern = _PAIRED if "«" in text or "“" in text else _EVEN
        found.extend((start + m.start(), start + m.end()) for m in pattern.finditer(text))
    return [q for q in found if sum(s.start < q[1] and q[0] < s.end for s in scene.sentences) > 1]


def is_direct(text: str, start: int, end: int) -> bool:
    """Tell whether a span is mostly quoted words that hold a clause of at least four words."""
    even = plain(text[max(0, start - 2) : end + 2])
    quoted = [m[1] for m in re.finditer(r'"([^"]+)"', even)]
    if not quoted and even.count('"') == 1:
        quoted = [max(even.split('"', 1), key=len)]
    longest = max(quoted, key=len, default="")
    return len(longest) >= 0.55 * (end - start) and len(longest.split()) >= 4
