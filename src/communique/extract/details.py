"""What the words of a promise name besides the deed: sectors, initiatives, frameworks, counterparts."""

from functools import lru_cache
from typing import Any

from communique.extract.promise_words import wording
from communique.extract.scene import Scene
from communique.knowledge.catalog import catalog
from communique.language.folding import fold
from communique.language.numbers import find_numbers
from communique.records.parts import Amount, Party

_FORMATS = {"intergovernmental", "format", "forum", "bank", "fund", "agency"}


@lru_cache(maxsize=8)
def _cues(language: str) -> Any:
    import ahocorasick

    table: dict[str, list[str]] = {}
    for sector in catalog().sectors.values():
        for cue in sector.cues.get(language, ()):
            table.setdefault(fold(cue), []).append(sector.id)
    automaton = ahocorasick.Automaton()
    for cue, sectors in table.items():
        automaton.add_word(cue, (len(cue), tuple(sectors)))
    automaton.make_automaton()
    return automaton


def sectors(scene: Scene, start: int, end: int) -> tuple[str, ...]:
    """Give the sectors that the words of a span name, in order; the longest cue wins."""
    folded = scene.folded(start, end)
    hits = []
    for last, (length, found) in _cues(scene.mentions.parse.language).iter(folded):
        a, b = last - length + 1, last + 1
        if (a == 0 or not folded[a - 1].isalnum()) and (b == len(folded) or not folded[b].isalnum()):
            hits.append((a, b, found))
    hits.sort(key=lambda h: (h[0], -h[1]))
    kept: list[tuple[int, int, tuple[str, ...]]] = []
    for hit in hits:
        if not kept or hit[0] >= kept[-1][1]:
            kept.append(hit)
    named = scene.mentions.names_in(start, end, "organization", "initiative", "person")
    clear = [h for h in kept if not any(n.start <= start + h[0] and start + h[1] <= n.end for n in named)]
    if not clear:
        bodies = [n for n in named if n.kind == "organization"]
        clear = [h for h in kept if any(n.start <= start + h[0] and start + h[1] <= n.end for n in bodies)]
    return tuple(dict.fromkeys(sector for _, _, found in clear for sector in found))


def initiatives(scene: Scene, start: int, end: int) -> tuple[str, ...]:
    """Give the keys of the strategies that a span names, in order."""
    return tuple(dict.fromkeys(n.key for n in scene.mentions.names_in(start, end, "initiative") if n.key))


def frameworks(scene: Scene, start: int, end: int) -> tuple[str, ...]:
    """Give the organizations and formats that a span names, by their short names, in order."""
    found = []
    for name in scene.mentions.names_in(start, end, "organization"):
        if name.key and scene.known.organizations[name.key].kind in _FORMATS:
            found.append(scene.known.organizations[name.key].short)
    return tuple(dict.fromkeys(found))


def within(scene: Scene, start: int, end: int) -> bool:
    """Tell whether what is to be done is done within organizations: «dans le cadre de», «au sein de», «à l'ONU»."""
    return bool(wording(scene.mentions.parse.language, "within").search(scene.folded(start, end)))


def counterparts(scene: Scene, start: int, end: int, by: tuple[Party, ...], pair: tuple[str, ...]) -> tuple[Party, ...]:
    """Give with whom: whoever «avec» names, else the states named that are not bound, else the other side of the relation."""
    bound, language = {p.state for p in by}, scene.mentions.parse.language
    if len(by) != 1:
        return ()
    if everyone := wording(language, "with_all").search(scene.folded(start, end)):
        a, b = everyone.span(1)
        return (Party(name=scene.text[start + a : start + b], kind="organization"),)
    for body in scene.mentions.names_in(start, end, "organization"):
        if body.key and wording(language, "with").search(scene.folded(max(start, body.start - 14), body.start)):
            return (scene.organization(body.key),)
    named = [n.key for n in scene.mentions.names_in(start, end, "state") if n.key and n.key not in bound]
    if named:
        return scene.states(list(dict.fromkeys(named))[:6])
    others = [s for s in pair if s not in bound]
    return scene.states(others) if len(others) == 1 else ()


def others(scene: Scene, start: int, end: int, by: tuple[Party, ...]) -> tuple[Party, ...]:
    """Give the states named that are not bound themselves: whom two support together."""
    bound = {p.state for p in by}
    return scene.states([s for s in scene.states_in(start, end) if s not in bound][:3])


def amount(scene: Scene, start: int, end: int) -> Amount | None:
    """Give the first sum, or number with a unit, inside a span; a bare number is none."""
    text, folded = scene.text[start:end], scene.folded(start, end)
    found = find_numbers(text, folded, scene.mentions.parse.language, states=scene.states_in(start, end))
    named = next((q for q in found if q.kind == "money" or (q.kind == "number" and q.unit)), None)
    return Amount(value=named.value, unit=named.unit, bound=named.bound) if named else None
