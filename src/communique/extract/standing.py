"""Who stands right before a verb in the words' order, asked where the parser ties no subject to it."""

from communique.extract.inversion import is_oblique
from communique.extract.scene import Scene
from communique.extract.units import units
from communique.language.tokens import Sentence, Token
from communique.records.parts import Party


def parted(scene: Scene, sentence: Sentence, verb: Token) -> tuple[Party, ...]:
    """Give the party before an insertion and its verb: «la Corée, en retour, retirera …», which parsers tie to another."""
    before = scene.folded(sentence.start, verb.start)
    return standing_before(scene, sentence, verb) if before.endswith(", ") else ()


def standing_before(scene: Scene, sentence: Sentence, verb: Token) -> tuple[Party, ...]:
    """Give those named right before a verb, joined by «et» where they are two: «Hanoï et Canberra ont annoncé»."""
    place = verb.index
    while place > 0 and _helps(sentence.tokens[place - 1]):
        place -= 1
    end = sentence.tokens[place].start
    cues = scene.frames.cues
    row = units(scene, sentence.start, end)
    if not row or not cues["adjoined"].match(scene.folded(row[-1].end, end)):
        return ()
    joined = len(row) > 1 and bool(cues["and"].match(scene.folded(row[-2].end, row[-1].start)))
    first = row[-2] if joined else row[-1]
    if is_oblique(scene, sentence.start, first.start):
        return ()
    return tuple(p for u in (row[-2:] if joined else row[-1:]) for p in u.parties)


def _helps(token: Token) -> bool:
    return token.upos in ("AUX", "ADV") or token.text.lower() in ("s'", "se")
