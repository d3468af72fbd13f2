"""What a project is called in English, composed only of what the text says: its own name, the English of its noun, the
place beside it. What it cannot compose stays as written.
"""

import re

from communique.extract.project_nouns import Nouns, Undertaking
from communique.extract.project_places import is_crossed, is_state, year_parties
from communique.extract.referents import referents
from communique.extract.scene import Scene
from communique.language import clauses
from communique.language.names import Name
from communique.records.parts import Place

_SMALL = ("of", "the", "and", "for", "in", "at", "to", "on")
_COMPOSED = ("mission", "council", "fund", "year-of-tourism", "year-of-culture", "campus", "equipment", "workshop", "exhibition")
"""Kinds whose English head names them better than the noun as written, where that is English already."""

_POSTS = ("Embassy", "Consulate")


def name_of(scene: Scene, found: Undertaking, known: Nouns, place: Place | None, year: str | None) -> str:
    """Compose the canonical English name."""
    name = _whole_name(scene, found, known, place, year)
    return f"{name} ({found.part})" if found.part else name


def _whole_name(scene: Scene, found: Undertaking, known: Nouns, place: Place | None, year: str | None) -> str:
    head = _head(scene, found, known)
    if "known" in found.noun.traits or (found.site and found.noun.kind != "mission"):
        return found.noun.head if not found.site else f"{found.site} {found.noun.head}"
    if named := [n for n in scene.mentions.names_in(found.start, found.end, "initiative") if n.key and n.start == found.start]:
        return scene.known.initiatives[named[0].key].name
    if known.names_before and found.proper and found.noun.kind not in ("equipment", "mission"):
        crossed = found.proper[0] >= found.noun_end and not known.words["led_by_of"].search(scene.folded(found.noun_end, found.proper[0]))
        own = scene.text[found.proper[0] : found.proper[1]]
        return f"{own} {head}" if crossed or found.noun.near else _written(scene, found)
    match found.noun.kind:
        case "year-of-tourism" | "year-of-culture":
            return _year_name(scene, found, known, year)
        case "equipment":
            return _equipment_name(scene, found, head)
    proper = english(scene, found.proper, known) if found.proper else ""
    proper = re.sub(r" \([^)]*\)?$", "", proper) if "site" in found.noun.traits else proper
    if found.ends and (not proper or found.ends[0] in proper):
        return "-".join(found.ends) + f" {head}"
    ordinal = known.words["ordinal"].search(scene.folded(found.label[0], found.noun_start))
    if "joint" in found.noun.traits and not proper:
        return _joint_name(scene, found, head)
    if found.noun.kind == "mission":
        return _mission_name(scene, found, head, proper, place)
    if found.noun.kind == "campus" and head == "branch":
        return f"{scene.text[found.proper[0] : found.proper[1]]} branch" if found.proper else head
    if "unique" in found.noun.traits:
        name = f"{head} in {place.name}" if place else head
        return f"{name} ({known.ordinals[ordinal.group()]})" if ordinal else name
    goods = _goods(scene, found, known)
    if found.noun.kind == "plant" and proper and place and place.name not in proper:
        return f"{proper} {goods}{head.lower()} in {place.name}"
    if proper and ordinal and "site" in found.noun.traits:
        return f"{known.ordinals[ordinal.group()].title()} {head} of {place.name if place else proper}"
    if found.noun.kind == "cultural-centre" and "open" in found.noun.traits:
        return f"{head} of {place.name if place and not is_state(scene, place) else proper}" if proper or place else head
    if proper:
        return f"{proper} {goods.title()}{head}"
    if place is None and known.names_before:
        return _title(scene.text[found.start : found.noun_end])
    if place is None:
        return scene.text[found.label[0] : found.label[1]]
    if is_state(scene, place):
        return f"{(goods + head.lower()).capitalize()} in {place.name}"
    return f"{place.name} {goods.title()}{head}"


def english(scene: Scene, span: tuple[int, int], known: Nouns) -> str:
    """Give a written name with the states, places and regions inside it in English."""
    folded, start = scene.folded(*span), span[0]
    parts: list[tuple[int, int, str]] = []
    for written, name in known.geography.items():
        if (at := folded.find(written)) >= 0:
            parts.append((start + at, start + at + len(written), name))
    title = bool(known.words["title"].search(scene.text[span[0] : span[1]]))
    for named in () if title else scene.mentions.names_in(span[0], span[1], "state", "place", "organization"):
        if named.key and all(named.end <= a or b <= named.start for a, b, _ in parts):
            parts.append((named.start, named.end, _entry(scene, named)))
    result, at = "", span[0]
    for a, b, name in sorted(parts):
        result, at = result + scene.text[at:a] + name, b
    return re.sub(r" ?– ?| - ", "-", result + scene.text[at : span[1]]).replace("’", "'")


def _entry(scene: Scene, name: Name) -> str:
    if name.kind == "state":
        return scene.known.states[name.key].name
    return scene.known.places[name.key].name if name.kind == "place" else scene.known.organizations[name.key].name


def _head(scene: Scene, found: Undertaking, known: Nouns) -> str:
    words = scene.folded(found.noun_start, found.noun_end)
    if known.names_before and "{what}" not in found.noun.head and found.noun.kind not in _COMPOSED and not found.noun.near:
        return _title(scene.text[found.noun_start : found.noun_end])
    if "{what}" not in found.noun.head:
        return found.noun.head
    fitting = [w for w in known.goods if re.search(rf"\b{re.escape(w)}\b", words)]
    what = known.goods[max(fitting, key=len)] if fitting else words
    return found.noun.head.replace("{what}", what).strip()


def _written(scene: Scene, found: Undertaking) -> str:
    """The phrase from its name or noun on, each word with a capital: «Port of Freetown», «Freetown-Bo Highway»."""
    assert found.proper is not None
    return _title(scene.text[min(found.proper[0], found.noun_start) : found.end].replace(")", ""))


def _title(written: str) -> str:
    words = re.sub(r" ?– ?| - ", "-", written).replace("’", "'").split(" ")
    return " ".join(w if w in _SMALL or w[:1].isupper() else w[:1].upper() + w[1:] for w in words)


def _goods(scene: Scene, found: Undertaking, known: Nouns) -> str:
    rest = re.findall(r"[a-z-]+", scene.folded(found.noun_end, found.end))
    english_words = [known.goods[w] for w in rest if w in known.goods and found.noun.kind == "plant"]
    return english_words[0] + " " if english_words else ""


def _adjective(scene: Scene, state: str) -> str:
    entry = scene.known.states[state]
    return next(iter(entry.adjectives.get("en", ())), entry.name)


def _joint_name(scene: Scene, found: Undertaking, head: str) -> str:
    pair = scene.pair_at(found.sentence)
    return "-".join(_adjective(scene, s) for s in pair) + " " + head if len(pair) == 2 else head


def _mission_name(scene: Scene, found: Undertaking, head: str, proper: str, place: Place | None) -> str:
    """«Embassy of X in Y»; of what is sent, «X Trade Mission to Y». The sender is named with it, acts, or is the other of the two."""
    named = scene.mentions.names_in(found.start, found.end, "adjective", "state")
    sender = [n.key for n in named if n.key and (place is None or place.name != scene.text[n.start : n.end])]
    if head in _POSTS and (not proper or sender):
        whose = sender or _opener(scene, found, place)
        of = f" of {'the ' * scene.known.states[whose[0]].name.startswith('United ')}{scene.known.states[whose[0]].name}" if whose else ""
        return f"{head}{of} in {place.name}" if place and place.state not in whose[:1] else f"{head}{of}"
    proper = "" if place is not None and proper == place.name else proper
    first = proper if proper and not sender else _adjective(scene, sender[0]) if sender else proper
    link = "to" if head == "Trade Mission" else "in"
    return " ".join([*([first] if first else []), head, *([link, place.name] if place else [])])


def _opener(scene: Scene, found: Undertaking, place: Place | None) -> list[str]:
    """Whose post it is: the state that the subject of its verb stands for, else the one of the two where it does not lie."""
    for verb in [t for t in found.sentence.ancestors(found.token) if t.upos == "VERB"][:2]:
        subject = clauses.subject(found.sentence, verb)
        states = {p.state for p in referents(scene, found.sentence, subject) if p.state} if subject is not None else set()
        if len(states) == 1 and (place is None or place.state not in states):
            return [s for s in states if s]
    pair = scene.pair_at(found.sentence)
    return [s for s in pair if s != place.state] if place and len(pair) == 2 and place.state in pair else []


def _equipment_name(scene: Scene, found: Undertaking, head: str) -> str:
    model = scene.text[found.proper[0] : found.proper[1]] if found.proper else ""
    count = re.match(r"\d+", scene.text[found.label[0] : found.start])
    return f"{model} {head}".strip() + (f" ({count.group()})" if count else "")


def _year_name(scene: Scene, found: Undertaking, known: Nouns, year: str | None) -> str:
    head = _head(scene, found, known)
    owner, host = year_parties(scene, found, known)
    states = scene.known.states
    pair = scene.pair_at(found.sentence)
    if not owner and is_crossed(scene, found, known) and len(pair) == 2:
        return "-".join(states[s].name for s in pair) + f" {head}" + (f" ({year[:4]})" if year else "")
    name = " ".join([*([states[owner].name] if owner else []), head, *(["in", states[host].name] if host else [])])
    return f"{name} ({year[:4]})" if year else name
