"""Who takes part where only sides are named: groups of both states, a delegation that is sent, the heads of two delegations.

Refuses groups whose sides the words do not say, and a relation that is not of two states.
"""

import re

from communique.extract.encounter_lexicon import words_of
from communique.extract.encounter_words import Parties, Site
from communique.extract.scene import Scene
from communique.extract.units import people, row
from communique.records.parts import Party


def groups_of_both(site: Site) -> Parties:
    """«les experts des deux pays se réuniront», «a joint working group will meet»: the two states, where a time or place is said."""
    if site.words.patterns["groups_of_both"].search(site.before) is None or not _is_set(site):
        return ()
    pair = site.scene.pair_at(site.sentence)
    return site.scene.states(pair) if len(pair) == 2 else ()


def of_a_portfolio(site: Site, who: Parties) -> Parties:
    """«the two Ministers of Trade will meet»: those of the persons who are ministers, else the two states."""
    if site.words.patterns["ministers_of_both"].search(site.before) is None:
        return ()
    ministers = tuple(p for p in people(who) if "Minister of" in (p.role or ""))
    pair = site.scene.pair_at(site.sentence)
    return ministers if len(ministers) == 2 else site.scene.states(pair) if len(pair) == 2 else ()


def _is_set(site: Site) -> bool:
    times = [t for t in site.scene.mentions.times if site.sentence.start <= t.start < site.sentence.end]
    return bool(times or site.scene.mentions.names_in(site.token.end, site.sentence.end, "place"))


def sent(site: Site) -> Parties:
    """«une délégation de l'Agence X se rendra à Z», «a Kenyan team will travel»: the organization, else the state that sends it."""
    found = list(site.words.patterns["sent_group"].finditer(site.before))
    if not found or people(row(site.scene, site.sentence.start + found[-1].end(), site.token.start, gap=30)):
        return ()
    start, end = site.sentence.start + found[-1].start(), _phrase_end(site, site.sentence.start + found[-1].end())
    if end is None:
        return ()
    known = [n.key for n in site.scene.mentions.names_in(start, end, "organization") if n.key]
    if known:
        return tuple(site.scene.organization(key) for key in dict.fromkeys(known[:1]))
    lead = site.words.patterns["sent_by"].match(site.scene.folded(site.sentence.start + found[-1].end(), end))
    written = site.scene.text[site.sentence.start + found[-1].end() + (lead.end() if lead else 0) : end].strip(" ,")
    if lead is not None and " " in written and written[:1].isupper() and len(written) < 60:
        states = [n.key for n in site.scene.mentions.names_in(start, end, "state", "adjective") if n.key]
        return (Party(name=written, kind="organization", state=states[0] if len(set(states)) == 1 else None),)
    behind = site.sentence.start + found[-1].end()
    near = [n for n in site.scene.mentions.names_in(max(site.sentence.start, start - 24), end, "state", "adjective") if n.key]
    states = [n.key for n in near if n.end <= start or site.words.patterns["sent_of"].fullmatch(site.scene.folded(behind, n.start))]
    return site.scene.states(tuple(dict.fromkeys(states))) if len(set(states)) == 1 else ()


def received(site: Site) -> Parties:
    """«a reçu une délégation de la Banque», «met members of the Chamber»: the organization that those received are of."""
    match = site.words.patterns["received_group"].match(site.rest)
    if match is None:
        return ()
    start = site.token.start + match.end()
    known = [n for n in site.scene.mentions.names_in(start, min(site.sentence.end, start + 60), "organization") if n.key]
    if known and known[0].start - start < 24:
        return (site.scene.organization(known[0].key),)
    written = _NAME.match(site.scene.text, start, site.sentence.end)
    return (Party(name=written["name"], kind="organization"),) if written else ()


_NAME = re.compile(r"(?P<name>[A-Z][\w'’-]+(?: (?:(?:of|for|and|de|du|des|la|pour|et) )*[A-Z][\w'’-]+)+)")
"""An organization as written: words in capitals, two or more."""


def _phrase_end(site: Site, start: int) -> int | None:
    """Where the words of a subject end: before the auxiliaries and adverbs of its verb; null where other words follow."""
    pattern = site.words.patterns["before_a_verb"]
    behind = site.scene.folded(start, site.token.start)
    if any(mark in behind for mark in ",;:.") or len(behind) > 110:
        return None
    ends = [start, *(start + i for i, c in enumerate(behind) if c == " ")]
    return next((e for e in ends if pattern.fullmatch(site.scene.folded(e, site.token.start))), None)


def heads_of_delegation(scene: Scene) -> Parties:
    """«La délégation kényane était conduite par X, celle du Rwanda par Y»: who leads each of two delegations; else nobody."""
    found: list[Party] = []
    for sentence in scene.sentences:
        folded = scene.folded(sentence.start, sentence.end)
        for match in words_of(scene).patterns["delegation_head"].finditer(folded):
            named = people(row(scene, sentence.start + match.end(), sentence.end, gap=90))[:1]
            found.extend(p for p in named if p.state not in {q.state for q in found})
    return tuple(found) if len(found) == 2 and None not in {p.state for p in found} else ()
