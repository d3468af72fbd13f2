"""Meetings of one person with several told in one row: «s'est entretenu avec le président X et le premier ministre Y» are two.

Splits only where all hosts are of one state and each holds an office of his own; refuses ministers who sit at one table.
"""

import re
from dataclasses import replace

from communique.extract.encounter_words import Cue, Site
from communique.extract.units import people, units
from communique.language import clauses
from communique.records.parts import Party


def one_by_one(site: Site, cue: Cue) -> list[Cue]:
    """Give a meeting for each host, where a row of hosts receives one guest; else the cue itself."""
    if cue.kind != "meeting":
        return [cue]
    if clauses.form(site.sentence, site.token).passive and (told := _each_agent(site, cue)):
        return told
    persons = people(cue.participants)
    if apart := _one_with_each(site, cue, persons):
        return apart
    guests = [p for p in persons if p.state and sum(q.state == p.state for q in persons) == 1]
    if len(guests) == 2 and len(persons) > 2 and guests[0] == persons[0] and all(p.state is None for p in persons if p not in guests):
        guests = guests[:1]
    if len(guests) == 2 and len(persons) > 2 and guests[-1] == persons[-1] and clauses.form(site.sentence, site.token).passive:
        guests = guests[-1:]
    hosts = [p for p in persons if p not in guests]
    if len(guests) != 1 or len(hosts) < 2 or guests[0].state is None or not _apart(site, hosts) or site.words.patterns["joint"].search(
        site.folded
    ):  # fmt: skip
        return [cue]
    spans = {p: (u.start, u.end) for u in units(site.scene, site.sentence.start, site.sentence.end) for p in u.parties}
    return [replace(cue, participants=(guests[0], host), whom=spans.get(host)) for host in hosts]


def _each_agent(site: Site, cue: Cue) -> list[Cue]:
    """«a été reçu par X et par Y»: a meeting with each."""
    hosts = [
        u for u in units(site.scene, site.token.end, site.sentence.end) if people(u.parties) and set(u.parties) <= set(cue.participants)
    ]
    hosts = [u for u in hosts if site.words.patterns["by_whom"].search(site.scene.folded(max(0, u.start - 10), u.start))]
    received = tuple(p for p in cue.participants if not any(p in u.parties for u in hosts))
    if len(hosts) < 2 or not received:
        return []
    return [replace(cue, participants=(*received, *u.parties), whom=(u.start, u.end)) for u in hosts]


def _one_with_each(site: Site, cue: Cue, persons: tuple[Party, ...]) -> list[Cue]:
    """«bilateral talks with X of Kenya and Y of Togo»: three of three states, and the words say one with each."""
    states = {p.state for p in persons}
    near = site.scene.folded(max(site.sentence.start, site.token.start - 24), min(site.sentence.end, site.token.end + 24))
    if len(persons) < 3 or len(states) != len(persons) or None in states or not site.words.patterns["each_apart"].search(near):
        return []
    spans = {p: (u.start, u.end) for u in units(site.scene, site.token.end, site.sentence.end) for p in u.parties}
    if any(p not in spans for p in persons[1:]):
        return []
    return [replace(cue, participants=(persons[0], p), whom=spans[p]) for p in persons[1:]]


def _apart(site: Site, hosts: list[Party]) -> bool:
    """Are the hosts of one state, each of another office, and one of them of the highest?"""
    offices = [h.role or "" for h in hosts]
    one_state = len({h.state for h in hosts if h.state}) == 1
    return one_state and "" not in offices and len(set(offices)) == len(offices) and any(map(_HIGHEST.match, offices))


_HIGHEST = re.compile(r"(?:Vice |Crown )?(?:President|Premier|Prime Minister|Chancellor|King|Queen|Emir|Sultan|Prince|Speaker|Chair)")
