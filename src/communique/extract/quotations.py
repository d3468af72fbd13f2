"""Quotation marks in a document: what stands between them, and whether reported words are quoted as a clause."""

import re

from communique.extract.scene import Scene
from communique.language.folding import plain
from communique.language.tokens import Sentence

_LOW = re.compile(r"„([^„“”]*)“")
_PAIRED = re.compile(r"«[^«»]*»|„[^„”]*”|“[^“”]*?(?:”|’’|'')")
_EVEN = re.compile(r'"[^"]*"')
_UNCLOSED = re.compile(r"[“«„][^“”«»]*\s*$")
_INSERTED = re.compile(r",\s[–—-]\s")
Spans = list[tuple[int, int]]


def quotations(scene: Scene) -> Spans:
    """Give the spans of all quotations in the body; one that a paragraph opens and never closes runs to its end."""
    blocks: dict[int, list[int]] = {}
    for sentence in scene.sentences:
        bounds = blocks.setdefault(sentence.block, [sentence.start, sentence.end])
        bounds[1] = max(bounds[1], sentence.end)
    found: Spans = []
    for start, end in blocks.values():
        text = _LOW.sub(r"„\1”", scene.text[start:end])
        pattern = _PAIRED if "«" in text or "”" in text or "“" in text else _EVEN
        found.extend((start + m.start(), start + m.end()) for m in pattern.finditer(text))
        if text[:2] in ("– ", "— ", "- ") and _in_first_person(scene, start, end):
            found.append((start, start + (insertion.start() if (insertion := _INSERTED.search(text, 2)) else len(text))))
        if unclosed := _UNCLOSED.search(text):
            found.append((start + unclosed.start(), end))
    return sorted(found)


def _in_first_person(scene: Scene, start: int, end: int) -> bool:
    """Does a paragraph that a dash opens say «we»? Then it is speech, no item of a list."""
    return bool(scene.frames.words["first_person"] & set(re.findall(r"\w+'?", scene.folded(start, end))))


def several_sentences(scene: Scene, spans: Spans) -> Spans:
    """Keep the quotations that hold more than one sentence, or parts of them."""
    return [q for q in spans if sum(s.start < q[1] and q[0] < s.end for s in scene.sentences) > 1]


def quoted_whole(scene: Scene, sentence: Sentence, spans: Spans) -> tuple[int, int] | None:
    """Give the quotation that holds all words of a sentence, if one does."""
    start, end = sentence.start, sentence.end
    while start < end and scene.text[start] in "> \u00a0–—-•":
        start += 1
    while end > start and scene.text[end - 1] in " .!?”»\"'…":
        end -= 1
    return next(((a, b) for a, b in spans if a <= start and end <= b and end - start > 3), None)


def is_direct(text: str, start: int, end: int) -> bool:
    """Tell whether a span is mostly quoted words that hold a clause of at least four words."""
    even = plain(text[max(0, start - 2) : end + 2])
    quoted = [m[1] for m in re.finditer(r'"([^"]+)"', even)]
    if not quoted and even.count('"') == 1:
        quoted = [max(even.split('"', 1), key=len)]
    longest = max(quoted, key=len, default="")
    return len(longest) >= 0.8 * (end - start) and len(longest.split()) >= 4
