"""States, governments and organizations that a phrase stands for, known or as written."""

from functools import lru_cache

from communique.extract.scene import Scene
from communique.language.folding import fold
from communique.language.packs import table
from communique.language.tokens import Token
from communique.records.parts import Party

Parties = tuple[Party, ...]
_SEAT = 8
"""How far into its sentence a seat of government may stand that the sentence opens with."""


def body(scene: Scene, token: Token, start: int, end: int, focus: Parties) -> Parties:
    """Give the state or organization that a phrase names: by itself, by a capital, as «la partie kazakhe» or «son pays»."""
    for name in scene.mentions.names_in(start, end):
        if not name.start <= token.start < name.end:
            continue
        if name.kind == "state" and name.key:
            return (scene.state(name.key),)
        if name.kind == "organization" and name.key:
            return (scene.organization(name.key),)
        if name.kind == "place" and (metonym := scene.metonym(name.key)):
            return (scene.state(metonym),)
        if name.kind == "adjective" and token.text[:1].isupper() and name.key:
            return (scene.state(name.key),)
    language = scene.mentions.parse.language
    folded = scene.folded(start, end)
    noun = scene.folded(token.start, token.end)
    if scene.patterns["own"].search(folded) and focus and focus[0].state:
        return (scene.state(focus[0].state),)
    states = [n.key for n in scene.mentions.names_in(start, end, "state", "adjective") if n.key]
    if noun in _folded(language, "state"):
        bodies = [n.key for n in scene.mentions.names_in(start, end, "organization") if n.key]
        if bodies and not states:
            return (scene.organization(bodies[0]),)
        if states:
            return scene.states(list(dict.fromkeys(states)))
        near = _country_in_focus(scene, folded, focus)
        return (scene.state(near),) if near else ()
    if noun in _folded(language, "organization"):
        if not states and len(scene.text[start:end].split()) < 3:
            if len(focus) == 1 and focus[0].kind == "organization" and noun in fold(focus[0].name):
                return focus
            if known := _body_before(scene, token):
                return (scene.organization(known),)
        states = states or scene.states_in(start, end) or _seat_before(scene, start)
        if not states and scene.home and noun in _folded(language, "national"):
            states = [scene.home]
        return (_as_body(scene, start, end, states[0] if states else None),)
    return ()


def _seat_before(scene: Scene, start: int) -> list[str]:
    """«À Ankara, le ministère …»: the state whose seat opens the sentence, right before the phrase."""
    sentence = scene.mentions.parse.sentence_at(start)
    names = scene.mentions.names_in(sentence.start, start, "place") if sentence else []
    near = names and sentence and names[-1].start - sentence.start <= _SEAT and scene.folded(names[-1].end, start).strip() == ","
    state = scene.metonym(names[-1].key) if near else ""
    return [state] if state else []


def _as_body(scene: Scene, start: int, end: int, state: str | None) -> Party:
    """A body as written, without what trails its name; a state's foreign ministry by its canonical name."""
    cues, folded = scene.frames.cues, scene.folded(start, end)
    if state and cues["foreign_ministry"].search(folded):
        name = f"Ministry of Foreign Affairs of {scene.state(state).name}"
        known = next((k for k, o in scene.known.organizations.items() if o.name == name), None)
        return scene.organization(known) if known else Party(name=name, kind="organization", state=state)
    last = behind.start() if (behind := cues["trailing_body"].search(folded)) else len(folded)
    lead = cues["leading"].match(folded)
    return Party(name=scene.text[start + (lead.end() if lead else 0) : start + last], kind="organization", state=state)


def _body_before(scene: Scene, token: Token) -> str:
    """«the ministry»: the key of the last organization named before it whose name holds the word."""
    noun = scene.folded(token.start, token.end)
    named = [n for n in scene.mentions.names if n.kind == "organization" and n.key and n.end <= token.start]
    return next((n.key for n in reversed(named) if noun in scene.folded(n.start, n.end)), "")


@lru_cache(maxsize=16)
def _folded(language: str, kind: str) -> frozenset[str]:
    return frozenset(map(fold, table(language, "institutions")[kind]))


def _country_in_focus(scene: Scene, folded: str, focus: Parties) -> str:
    if scene.patterns["article_country"].search(folded) and focus and focus[0].state:
        return focus[0].state
    return ""
