"""How a measured quantity has changed: percentages with a word of rising or falling beside them.

Refuses a percentage that stands for a share.
"""

import re

from communique.extract.measured import Measured, Measures
from communique.extract.scene import Scene
from communique.language.numbers import Quantity
from communique.language.tokens import Sentence
from communique.records.parts import Change


def changes_in(scene: Scene, sentence: Sentence, found: list[Quantity], known: Measures) -> list[tuple[Quantity, Change]]:
    """Give the percentages of a sentence that rise or fall, each with what it is measured against."""
    result = []
    for quantity in found:
        if quantity.kind != "percentage" or not sentence.start <= quantity.start < sentence.end:
            continue
        near = scene.folded(max(sentence.start, quantity.start - 70), min(sentence.end, quantity.end + 45))
        at = quantity.start - max(sentence.start, quantity.start - 70)
        up, down = _gap(known.change["up"], near, at), _gap(known.change["down"], near, at)
        if min(up, down) < 99:
            sign = 1 if up <= down else -1
            result.append(
                (
                    quantity,
                    Change(value=round(sign * quantity.value / 100, 6), basis=_basis(scene, sentence, quantity, known)),
                )
            )
    return result


def _gap(pattern: re.Pattern[str], near: str, at: int) -> int:
    return min((abs(m.start() - at) for m in pattern.finditer(near)), default=99)


def _basis(scene: Scene, sentence: Sentence, quantity: Quantity, known: Measures) -> str | None:
    near = scene.folded(max(sentence.start, quantity.start - 60), min(sentence.end, quantity.end + 70))
    if known.change["year"].search(near):
        return "year-on-year"
    match = known.change["against"].search(near)
    return match[1] if match else None


def nearest_change(item: Measured, changes: list[tuple[Quantity, Change]]) -> tuple[Quantity, Change] | None:
    """Give the change that stands nearest to a measured quantity in its clause; None where none is near."""
    own = [c for c in changes if item.clause[0] <= c[0].start < item.clause[1] and abs(c[0].start - item.quantity.start) < 120]
    return min(own, key=lambda c: abs(c[0].start - item.quantity.start), default=None)
