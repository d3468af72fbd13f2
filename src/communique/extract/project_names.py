"""What a project is called in English, and where it is.

A name is composed only of what the text says: its own name, the English of its noun, the place beside it. A place that
nothing knows keeps its written name and has no state.
"""

import re

from communique.extract.scene import Scene
from communique.extract.undertakings import Nouns, Undertaking
from communique.language.names import Name
from communique.records.parts import Place

_BESIDE = 60


def place_of(scene: Scene, found: Undertaking, known: Nouns, others: list[Undertaking]) -> Place | None:
    """Give where it is: the place in its own phrase, right after it, else right before it in its clause."""
    if found.noun.kind == "equipment":
        return None
    branch = found.noun.head == "branch"
    inner = [n for n in scene.mentions.names_in(found.start, found.end, "place") if n.key and not branch]
    if inner and ("site" in found.noun.traits or scene.text[inner[-1].start - 1] == "("):
        return _as_place(scene, inner[-1])
    if found.proper and "site" in found.noun.traits and _led_by_of(scene, found):
        own = scene.mentions.names_in(found.start, found.end, "state", "adjective")
        if own and found.noun.kind == "mission":
            return _around(scene, found, known, others)
        if own and own[-1].key:
            return _as_place(scene, own[-1])
        return Place(name=scene.text[found.proper[0] : found.proper[1]])
    return _around(scene, found, known, others)


def _around(scene: Scene, found: Undertaking, known: Nouns, others: list[Undertaking]) -> Place | None:
    """The place told beside the phrase: right after it, else before it in its clause; a city before a state."""
    branch = found.noun.head == "branch"
    stop = min([o.start for o in others if o.start >= found.end], default=found.sentence.end)
    after = _located(scene, found.end, min(stop, found.end + _BESIDE), known, nearest_first=True)
    if after is None and branch:
        named = [n for n in scene.mentions.names_in(found.end, min(stop + _BESIDE, found.sentence.end), "place") if n.key]
        after = _as_place(scene, named[0]) if named else None
    if after is not None and not _is_state(scene, after):
        return after
    start = max([found.sentence.start, found.start - 2 * _BESIDE, *(o.end for o in others if o.end <= found.start)])
    before = _located(scene, start, found.label[0], known, nearest_first=False)
    return before if after is None or (before is not None and before.state == after.state) else after


def _is_state(scene: Scene, place: Place) -> bool:
    return place.state is not None and scene.known.states[place.state].name == place.name


def _located(scene: Scene, start: int, end: int, known: Nouns, *, nearest_first: bool) -> Place | None:
    """The place that a preposition leads to between two offsets; one that nothing knows only as a name after «à»."""
    names = [
        n for n in scene.mentions.names_in(start, end, "place", "state")
        if n.key and known.words["locative"].search(scene.folded(max(start - 3, n.start - 40, 0), n.start))
    ]  # fmt: skip
    if names:
        cities = [n for n in names if n.kind == "place"]
        ordered = cities or names
        return _as_place(scene, ordered[0] if nearest_first else ordered[-1])
    written = [m for m in re.finditer(r"\bà ([A-ZÉÈ][\w’'-]+(?: [A-ZÉÈ][\w’'-]+)*)", scene.text[start:end])]
    unknown = [m for m in written if not scene.mentions.names_in(start + m.start(1), start + m.end(1) + 1)]
    if not unknown or scene.mentions.people_in(start + unknown[0].start(1), end):
        return None
    return Place(name=(unknown[0] if nearest_first else unknown[-1])[1])


def _as_place(scene: Scene, name: Name) -> Place | None:
    if name.kind == "state":
        return Place(name=scene.known.states[name.key].name, state=name.key)
    entry = scene.known.places[name.key]
    return Place(name=entry.name, state=entry.state or None)


def _led_by_of(scene: Scene, found: Undertaking) -> bool:
    if found.proper is None:
        return False
    return bool(re.search(r"\b(?:de|du|d'|d|de la|de l')(?: la| l')? ?$", scene.folded(found.start, found.proper[0]))) or found.start == found.proper[0]


def name_of(scene: Scene, found: Undertaking, known: Nouns, place: Place | None, year: str | None) -> str:
    """Compose the canonical English name."""
    head = _head(scene, found, known)
    match found.noun.kind:
        case "year-of-tourism" | "year-of-culture":
            return _year_name(scene, found, head, place, year)
        case "equipment":
            return _equipment_name(scene, found, head)
    proper = english(scene, found.proper, known) if found.proper else ""
    if "joint" in found.noun.traits and not proper:
        return _joint_name(scene, found, head)
    if found.noun.kind == "mission":
        return _mission_name(scene, found, head, proper, place)
    if found.noun.kind == "campus" and head == "branch":
        return f"{scene.text[found.proper[0] : found.proper[1]]} branch" if found.proper else head
    if "unique" in found.noun.traits:
        ordinal = known.words["ordinal"].search(scene.folded(found.label[0], found.start))
        name = f"{head} in {place.name}" if place else head
        return f"{name} ({known.ordinals[ordinal.group()]})" if ordinal else name
    goods = _goods(scene, found, known)
    if found.noun.kind == "plant" and proper and place and place.name not in proper:
        return f"{proper} {goods}{head.lower()} in {place.name}"
    if proper:
        return f"{proper} {goods.title()}{head}"
    if place is None:
        return scene.text[found.label[0] : found.label[1]]
    state = scene.known.states.get(place.state or "")
    if state is not None and state.name == place.name:
        return f"{(goods + head.lower()).capitalize()} in {place.name}"
    return f"{place.name} {goods.title()}{head}"


def english(scene: Scene, span: tuple[int, int], known: Nouns) -> str:
    """Give a written name with the states, places and regions inside it in English."""
    folded, start = scene.folded(*span), span[0]
    parts: list[tuple[int, int, str]] = []
    for written, name in known.geography.items():
        if (at := folded.find(written)) >= 0:
            parts.append((start + at, start + at + len(written), name))
    for named in scene.mentions.names_in(span[0], span[1], "state", "place", "organization"):
        if named.key and all(named.end <= a or b <= named.start for a, b, _ in parts):
            catalog = {"state": scene.known.states, "place": scene.known.places}.get(named.kind)
            entry = catalog[named.key].name if catalog else scene.known.organizations[named.key].name
            parts.append((named.start, named.end, entry))
    result, at = "", span[0]
    for a, b, name in sorted(parts):
        result, at = result + scene.text[at:a] + name, b
    return (result + scene.text[at : span[1]]).replace("’", "'")


def _head(scene: Scene, found: Undertaking, known: Nouns) -> str:
    words = scene.folded(found.start, found.noun_end)
    if "{what}" not in found.noun.head:
        return found.noun.head
    fitting = [w for w in known.goods if re.search(rf"\b{re.escape(w)}\b", words)]
    what = known.goods[max(fitting, key=len)] if fitting else words
    return found.noun.head.replace("{what}", what).strip()


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
    sender = [n.key for n in scene.mentions.names_in(found.start, found.end, "adjective", "state") if n.key]
    proper = "" if place is not None and proper == place.name else proper
    first = proper if proper and not sender else _adjective(scene, sender[0]) if sender else proper
    link = "to" if head == "Trade Mission" else "in"
    return " ".join([*([first] if first else []), head, *([link, place.name] if place else [])])


def _equipment_name(scene: Scene, found: Undertaking, head: str) -> str:
    model = scene.text[found.proper[0] : found.proper[1]] if found.proper else ""
    count = re.match(r"\d+", scene.text[found.label[0] : found.start])
    return f"{model} {head}".strip() + (f" ({count.group()})" if count else "")


def year_parties(scene: Scene, found: Undertaking) -> tuple[str, str]:
    """Give whose year it is and where it is held: «tourisme chinois au Kazakhstan»; empty where the text says neither."""
    reach = min(found.sentence.end, found.end + 90)
    owners, hosts = [], []
    for name in scene.mentions.names_in(found.start, reach, "state", "adjective", "place"):
        before = scene.folded(max(0, name.start - 14), name.start)
        state = name.key if name.kind != "place" else scene.metonym(name.key)
        if not state:
            continue
        if re.search(r"\b(?:au|aux|en|a|dans)(?: la| le| l'| les)? ?$", before):
            hosts.append(state)
        elif name.start < found.end + 25 and (name.kind == "adjective" or re.search(r"\b(?:de|du|d')(?: la| l')? ?$", before)):
            owners.append(state)
    if not owners and len(hosts) > 1:
        owners, hosts = hosts[:1], hosts[1:]
    owner = owners[0] if owners else ""
    host = next((h for h in hosts if h != owner), "")
    pair = scene.pair_at(found.sentence)
    if owner in pair and not host and len(pair) == 2:
        host = next(s for s in pair if s != owner)
    return owner, host


def _year_name(scene: Scene, found: Undertaking, head: str, place: Place | None, year: str | None) -> str:
    owner, host = year_parties(scene, found)
    states = scene.known.states
    name = " ".join([*([states[owner].name] if owner else []), head, *(["in", states[host].name] if host else [])])
    return f"{name} ({year[:4]})" if year else name
