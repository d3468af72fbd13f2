"""Whose words a passage is by its outer form: a label before a paragraph («MME SOW : …»), a colon before a quotation.

A question's label gives the paragraph to nobody.
"""

import re

from communique.extract.quotations import Spans
from communique.extract.referents import referents
from communique.extract.scene import Scene
from communique.extract.standing import standing_before
from communique.extract.units import people, units
from communique.language import clauses
from communique.language.folding import fold
from communique.language.tokens import Sentence
from communique.records.parts import Party

Parties = tuple[Party, ...]
_LABEL = re.compile(r"(?P<label>[^:.!?;\"“”«»\n,]{1,60}?)\s?:\s+(?=\S)")


def labelled(scene: Scene, quoted: Spans) -> dict[int, tuple[Parties, int]]:
    """Give, by sentence, who speaks in paragraphs that a speaker's label opens, and where the words begin.

    A quotation that stays open goes on in the next paragraph; in a transcript of three labels or more so does a voice.
    """
    blocks: dict[int, list[Sentence]] = {}
    for sentence in scene.sentences:
        blocks.setdefault(sentence.block, []).append(sentence)
    labels = {block: found for block, inside in blocks.items() if (found := _label(scene, inside[0])) is not None}
    if not any(speakers for speakers, _ in labels.values()):
        return {}
    transcript = len(labels) > 2
    voices: dict[int, tuple[Parties, int]] = {}
    voice: Parties | None = None
    for block, inside in blocks.items():
        opens = any(a == inside[0].start for a, _ in quoted)
        speakers, start = labels.get(block, (voice if voice is not None and opens else None, inside[0].start))
        for sentence in inside if speakers is not None else ():
            voices[sentence.index] = (speakers or (), max(start, sentence.start))
        marked = block in labels and any(start <= a < start + 2 for a, _ in quoted)
        ends = marked and any(b >= inside[-1].end - 1 and scene.text[b - 1] in '”»"' for _, b in quoted)
        voice = speakers if speakers is not None and (transcript or not ends) else None
    return voices


def _label(scene: Scene, sentence: Sentence) -> tuple[Parties, int] | None:
    match = _LABEL.match(scene.text, sentence.start, min(sentence.end, sentence.start + 75))
    if match is None:
        return None
    words = fold(match["label"])
    if scene.frames.cues["question"].fullmatch(words):
        return (), match.end()
    named = units(scene, sentence.start, match.end("label"))
    speakers = people(tuple(p for u in named for p in u.parties))
    if speakers and sum(u.end - u.start for u in named) < len(words.strip()) - 4:
        return None
    speakers = speakers or (_by_family(scene, words) if match["label"].isupper() else ())
    return (speakers, match.end()) if len(speakers) == 1 else None


def _by_family(scene: Scene, words: str) -> Parties:
    """The one of the cast whose family name a label gives in capitals."""
    known = set(words.split())
    found = [i for i, m in enumerate(scene.mentions.cast.members) if known & {fold(f) for f in m.family}]
    return (scene.person(found[0]),) if len(found) == 1 and len(known) < 5 else ()


def announced(scene: Scene, sentence: Sentence, focus: Parties) -> Parties:
    """Give who is announced to speak by a reporting verb and a colon at the end of a sentence."""
    if not scene.text[sentence.start : sentence.end].rstrip(' "“«').endswith(":"):
        return ()
    lexicon = scene.frames
    for verb in reversed(sentence.tokens):
        frame = lexicon.reporting.get(verb.lemma) if verb.upos == "VERB" else None
        if frame is None or not frame.takes & {"clause", "inverted"} or clauses.form(sentence, verb).negated:
            continue
        subject = clauses.subject(sentence, verb)
        found = referents(scene, sentence, subject, focus) if subject is not None else ()
        return found or standing_before(scene, sentence, verb)
    return ()
