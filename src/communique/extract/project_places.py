"""Where a project is: in its own phrase, right after it, or before it in its clause; whose a year is and where held.

A place that nothing knows keeps its written name and has no state.
"""

import re

from communique.extract.project_nouns import Nouns, Undertaking
from communique.extract.referents import referents
from communique.extract.scene import Scene
from communique.language import clauses
from communique.language.names import Name
from communique.records.parts import Place

_BESIDE = 60


def place_of(scene: Scene, found: Undertaking, known: Nouns, others: list[Undertaking]) -> Place | None:
    """Give where it is: the place in its own phrase, right after it, else right before it in its clause."""
    if found.noun.kind in ("equipment", "satellite") or found.ends or "known" in found.noun.traits:
        return None
    if found.site:
        named = [n for n in scene.mentions.names_in(*(found.proper or found.label), "place") if n.key]
        return _as_place(scene, named[0]) if named else Place(name=found.site)
    if found.noun.kind in known.joining and any(p.match(scene.folded(found.end, found.sentence.end)) for p in known.between):
        return None
    if host := _host(scene, found, known, others):
        return place_of(scene, host, known, [o for o in others if o is not host])
    if found.proper and found.proper[1] <= found.noun_start:
        return _named_before(scene, found, known, others)
    branch = found.noun.head == "branch"
    inner = [n for n in scene.mentions.names_in(found.start, found.end, "place") if n.key and not branch]
    if inner and ("site" in found.noun.traits or scene.text[inner[-1].start - 1] == "("):
        return _as_place(scene, inner[-1])
    follows = found.proper is not None and found.proper[0] >= found.noun_end
    if found.proper and follows and "site" in found.noun.traits and _led_by_of(scene, found, known):
        own = scene.mentions.names_in(found.start, found.end, "state", "adjective")
        if own and found.noun.kind == "mission":
            return _around(scene, found, known, others)
        states = [n for n in own if n.kind == "state" and n.key]
        if states:
            return _as_place(scene, states[-1])
        beside = _located(scene, found, (found.end, found.sentence.end), known, nearest_first=True)
        close = beside is not None and _right_after(scene, found, known)
        if found.noun.kind not in known.placed and beside is not None:
            return beside
        written = re.sub(r" \([^)]*\)?$", "", scene.text[found.proper[0] : found.proper[1]])
        return Place(name=written, state=beside.state if beside and close else None) if found.noun.kind in known.placed else None
    return _around(scene, found, known, others)


def _named_before(scene: Scene, found: Undertaking, known: Nouns, others: list[Undertaking]) -> Place | None:
    """Of «the X dam»: the place that its name is or holds, else where it is told to be, else its name as written."""
    assert found.proper is not None
    around = _around(scene, found, known, others)
    if "site" not in found.noun.traits:
        return around
    inner = [n for n in scene.mentions.names_in(*found.proper, "place") if n.key]
    if inner:
        return _as_place(scene, inner[-1])
    close = _right_after(scene, found, known)
    if around is not None and not is_state(scene, around) and (close or found.noun.kind not in known.placed):
        return around
    written = scene.text[found.proper[0] : found.proper[1]]
    taken = scene.mentions.names_in(*found.proper) or scene.mentions.people_in(*found.proper)
    if taken or found.noun.kind not in known.placed or written.count(" ") > 1:
        return around
    return Place(name=written, state=around.state if around and close else None)


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
    if after is None and (owner := _owner(scene, found, known)):
        return owner
    start = max([found.sentence.start, found.start - 2 * _BESIDE, *(o.end for o in others if o.end <= found.start)])
    before = _located(scene, found, (start, found.label[0]), known, nearest_first=False)
    return before if after is None or (before is not None and before.state == after.state) else after


def _owner(scene: Scene, found: Undertaking, known: Nouns) -> Place | None:
    """The state or city that it is said to be of, right before it: «Manila's first subway»."""
    match = known.owner.search(scene.text, max(found.sentence.start, found.label[0] - 3), found.label[0])
    names = scene.mentions.names_in(max(0, found.label[0] - 60), match.start(), "state", "place") if match else []
    return _as_place(scene, names[-1]) if match and names and names[-1].key and names[-1].end == match.start() else None


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
        if n.key and (
            known.words["locative"].search(scene.folded(max(start - 3, n.start - 40, 0), n.start))
            or (n.end < found.start and known.words["where"].match(scene.folded(n.end, n.end + 9)))
        )
    ]  # fmt: skip
    cities = [n for n in names if n.kind == "place"]
    beside = next(known.words["unknown_town"].finditer(scene.text, start, end), None) if nearest_first and not cities else None
    if names and beside and beside.start() - start < 3 and "site" in found.noun.traits and _unnamed(scene, beside):
        return Place(name=beside["name"], state=names[0].key if names[0].start - beside.end() < 12 else None)
    if names:
        ordered = cities or names
        return _as_place(scene, ordered[0] if nearest_first else ordered[-1])
    written = list(known.words["unknown_town"].finditer(scene.text[start:end]))
    unknown = [m for m in written if not scene.mentions.names_in(start + m.start(1), start + m.end(1) + 1)]
    if not unknown or "site" not in found.noun.traits or scene.mentions.people_in(start + unknown[0].start(1), end):
        return None
    return Place(name=(unknown[0] if nearest_first else unknown[-1])[1])


def state_of(scene: Scene, found: Undertaking, known: Nouns) -> str | None:
    """The state that it must lie in, where the place does not say: of two, the one that does not give it."""
    pair = scene.pair_at(found.sentence)
    if len(pair) != 2 or "site" not in found.noun.traits or found.noun.kind == "mission" or found.ends:
        return None
    givers = {n.key for n in scene.mentions.names_in(found.end, found.sentence.end, "state", "adjective")
              if n.key and known.words["given"].search(scene.folded(max(found.end, n.start - 50), n.start))}  # fmt: skip
    for verb in found.sentence.ancestors(found.token):
        subject = clauses.subject(found.sentence, verb) if verb.upos == "VERB" and verb.lemma in known.giving else None
        if subject is not None:
            givers |= {p.state for p in referents(scene, found.sentence, subject) if p.state}
    left = [s for s in pair if s not in givers]
    return left[0] if len(left) == 1 else None


def _unnamed(scene: Scene, match: re.Match[str]) -> bool:
    """Is it a name that nothing else here knows?"""
    span = match.span("name")
    return not scene.mentions.names_in(*span) and not scene.mentions.people_in(*span)


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
        elif name.start < found.end + 25 and (
            name.kind == "adjective" or name.end <= found.noun_start or known.words["year_of"].search(before)
        ):
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
