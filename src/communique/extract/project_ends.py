"""The two ends of what runs from one place to another: «un gazoduc entre A et B», «la voie ferrée devant relier A à B».

A town that nothing knows keeps its written name, if the other end is known or written with a capital too. «Entre les
deux pays» is the text's pair. Refuses ends that are a person or the same place twice.
"""

import re

from communique.extract.scene import Scene
from communique.language.tokens import Sentence

Ends = tuple[tuple[str, ...], int]
NONE: Ends = ((), 0)


def find_ends(
    scene: Scene, sentence: Sentence, start: int, patterns: tuple[re.Pattern[str], ...], words: dict[str, re.Pattern[str]]
) -> Ends:
    """Give the names of the two ends told right after an offset, and where their words stop; no ends, no names."""
    after = scene.folded(start, sentence.end)
    if match := words["pair"].match(after):
        pair = scene.pair_at(sentence)
        return (tuple(scene.known.states[s].name for s in pair), start + match.end()) if len(pair) == 2 else NONE
    for pattern in patterns:
        if match := pattern.match(after):
            first = _end(scene, start + match.start("a"), start + match.end("a"), words)
            second = _end(scene, start + match.start("b"), start + match.end("b"), words)
            if first and second and first[0] != second[0]:
                return (first[0], second[0]), second[1]
    return NONE


def _end(scene: Scene, start: int, end: int, words: dict[str, re.Pattern[str]]) -> tuple[str, int] | None:
    """The state or place that opens a span, else a capitalised name there; «the border town of» before it is passed over."""
    if lead := words["lead"].match(scene.folded(start, end)):
        start += lead.end()
    named = [n for n in scene.mentions.names_in(start, end, "state", "place") if n.key and n.start - start < 8]
    if named:
        entries = scene.known.states if named[0].kind == "state" else scene.known.places
        return entries[named[0].key].name, named[0].end
    written = words["town"].match(scene.text[start:end])
    if written is None:
        return None
    limit = start + written.end()
    taken = scene.mentions.names_in(start, limit) or scene.mentions.people_in(start, limit)
    return None if taken else (written["name"], limit)
