"""Where a project is: in its own phrase, right after it, or before it in its clause; whose a year is and where held.

A place that nothing knows keeps its written name and has no state.
"""

from communique.extract.scene import Scene
from communique.extract.undertakings import Nouns, Undertaking
from communique.language.names import Name
from communique.records.parts import Place

_BESIDE = 60


def place_of(scene: Scene, found: Undertaking, known: Nouns, others: list[Undertaking]) -> Place | None:
    """Give where it is: the place in its own phrase, right after it, else right before it in its clause."""
    if found.noun.kind in ("equipment", "satellite") or found.ends:
        return None
    if host := _host(scene, found, known, others):
        return place_of(scene, host, known, [o for o in others if o is not host])
    branch = found.noun.head == "branch"
    inner = [n for n in scene.mentions.names_in(found.start, found.end, "place") if n.key and not branch]
    if inner and ("site" in found.noun.traits or scene.text[inner[-1].start - 1] == "("):
        return _as_place(scene, inner[-1])
    if found.proper and "site" in found.noun.traits and _led_by_of(scene, found, known):
        own = scene.mentions.names_in(found.start, found.end, "state", "adjective")
        if own and found.noun.kind == "mission":
            return _around(scene, found, known, others)
        states = [n for n in own if n.kind == "state" and n.key]
        if states:
            return _as_place(scene, states[-1])
        beside = _located(scene, found, (found.end, found.sentence.end), known, nearest_first=True)
        close = beside is not None and _right_after(scene, found, known)
        return Place(name=scene.text[found.proper[0] : found.proper[1]], state=beside.state if beside and close else None)
    return _around(scene, found, known, others)


def _host(scene: Scene, found: Undertaking, known: Nouns, others: list[Undertaking]) -> Undertaking | None:
    """The named site that houses it, told right after: «un centre de soins à l'hôpital de Kati»."""
    if found.proper or found.noun.head == "branch":
        return None
    housing = [o for o in others if o.proper and o.start >= found.end and "site" in o.noun.traits]
    return next((o for o in housing if known.host.fullmatch(scene.folded(found.end, o.start))), None)


def _around(scene: Scene, found: Undertaking, known: Nouns, others: list[Undertaking]) -> Place | None:
    """The place told beside the phrase: right after it, else before it in its clause; a city before a state."""
    branch = found.noun.head == "branch"
    stop = min([o.start for o in others if o.start >= found.end], default=found.sentence.end)
    after = _located(scene, found, (found.end, min(stop, found.end + _BESIDE)), known, nearest_first=True)
    if after is None and branch:
        named = [n for n in scene.mentions.names_in(found.end, min(stop + _BESIDE, found.sentence.end), "place") if n.key]
        after = _as_place(scene, named[0]) if named else None
    if after is not None and not is_state(scene, after):
        return after
    start = max([found.sentence.start, found.start - 2 * _BESIDE, *(o.end for o in others if o.end <= found.start)])
    before = _located(scene, found, (start, found.label[0]), known, nearest_first=False)
    return before if after is None or (before is not None and before.state == after.state) else after


def _right_after(scene: Scene, found: Undertaking, known: Nouns) -> bool:
    """Does a known place follow at once: «the dam of X, in Guinea»?"""
    names = [n for n in scene.mentions.names_in(found.end, found.end + _BESIDE, "state", "place") if n.key]
    return bool(names) and names[0].start - found.end < 24


def is_state(scene: Scene, place: Place) -> bool:
    """Tell whether a place is a whole state."""
    return place.state is not None and scene.known.states[place.state].name == place.name


def _located(scene: Scene, found: Undertaking, reach: tuple[int, int], known: Nouns, *, nearest_first: bool) -> Place | None:
    """The place that a preposition leads to between two offsets; one that nothing knows only as a name after «à»."""
    start, end = reach
    names = [
        n for n in scene.mentions.names_in(start, end, "place", "state")
        if n.key and known.words["locative"].search(scene.folded(max(start - 3, n.start - 40, 0), n.start))
    ]  # fmt: skip
    if names:
        cities = [n for n in names if n.kind == "place"]
        ordered = cities or names
        return _as_place(scene, ordered[0] if nearest_first else ordered[-1])
    written = list(known.words["unknown_town"].finditer(scene.text[start:end]))
    unknown = [m for m in written if not scene.mentions.names_in(start + m.start(1), start + m.end(1) + 1)]
    if not unknown or "site" not in found.noun.traits or scene.mentions.people_in(start + unknown[0].start(1), end):
        return None
    return Place(name=(unknown[0] if nearest_first else unknown[-1])[1])


def _as_place(scene: Scene, name: Name) -> Place | None:
    if name.kind == "state":
        return Place(name=scene.known.states[name.key].name, state=name.key)
    entry = scene.known.places[name.key]
    return Place(name=entry.name, state=entry.state or None)


def _led_by_of(scene: Scene, found: Undertaking, known: Nouns) -> bool:
    if found.proper is None:
        return False
    return bool(known.words["led_by_of"].search(scene.folded(found.start, found.proper[0])))


def year_parties(scene: Scene, found: Undertaking, known: Nouns) -> tuple[str, str]:
    """Give whose year it is and where it is held: «tourisme chinois au Kazakhstan»; empty where unsaid."""
    reach = min(found.sentence.end, found.end + 90)
    owners, hosts = [], []
    for name in scene.mentions.names_in(found.start, reach, "state", "adjective", "place"):
        before = scene.folded(max(0, name.start - 14), name.start)
        state = name.key if name.kind != "place" else scene.metonym(name.key)
        if not state:
            continue
        if known.words["held_in"].search(before):
            hosts.append(state)
        elif name.start < found.end + 25 and (name.kind == "adjective" or known.words["year_of"].search(before)):
            owners.append(state)
    if not owners and len(hosts) > 1:
        owners, hosts = hosts[:1], hosts[1:]
    owner = owners[0] if owners else ""
    host = next((h for h in hosts if h != owner), "")
    pair = scene.pair_at(found.sentence)
    if owner in pair and not host and len(pair) == 2:
        host = next(s for s in pair if s != owner)
    return owner, host


def is_crossed(scene: Scene, found: Undertaking, known: Nouns) -> bool:
    """Tell whether a year is held in both states at once."""
    return bool(known.words["crossed"].search(scene.folded(found.start, found.end)))
