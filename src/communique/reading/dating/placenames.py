"""Constraints from names that places and states bore only for a time.

A name is never older than itself; that it was still in use counts only where the text places something there («à
Noursoultan») or in the dateline, not in «la déclaration d'Astana», and only in sentences about the present.
"""

from datetime import date, timedelta

from communique.knowledge.shapes import Dated
from communique.language.folding import fold
from communique.language.names import Name
from communique.reading.dating import days
from communique.reading.dating.constraints import Constraint, constraint
from communique.reading.dating.evidence import CURRENT, Evidence
from communique.reading.dating.facts import facts
from communique.records import edtf


def place_names(evidence: Evidence) -> list[Constraint]:
    """One constraint for each name, from its first use that binds most."""
    found: dict[str, Constraint] = {}
    for name in evidence.mentions.names:
        if name.kind not in ("place", "state") or not name.key:
            continue
        made = _constraint(evidence, name, _periods(evidence, name))
        key = evidence.folded[name.start : name.end]
        if made and (key not in found or made.days.bit_count() < found[key].days.bit_count()):
            found[key] = made
    return list(found.values())


def _periods(evidence: Evidence, name: Name) -> list[Dated]:
    """The spans in which a name was valid; none where it has always been."""
    written = evidence.folded[name.start : name.end]
    if name.kind == "place":
        dated = evidence.known.places[name.key].periods.get(evidence.language, ())
        return [d for d in dated if fold(d.text) == written]
    state = evidence.known.states[name.key]
    if any(fold(n) == written for n in state.names.get(evidence.language, ())):
        return [d for d in facts(evidence.language).new_names if fold(d.text) == written]
    return [d for d in state.old.get(evidence.language, ()) if fold(d.text) == written]


def _constraint(evidence: Evidence, name: Name, periods: list[Dated]) -> Constraint | None:
    if not periods:
        return None
    text = evidence.text[name.start : name.end]
    spans = ", ".join(f"{p.start or 'always'} to {p.end or 'today'}" for p in periods)
    first = min(edtf.bounds(p.start).first if p.start else date.min for p in periods)
    age = evidence.age(name.start, name.end)
    if age is None or not _is_setting(evidence, name):
        allowed, why = days.since(first), f"«{text}» was called so no earlier ({spans})"
    else:
        allowed = days.union(_days(p, max(age, CURRENT)) for p in periods)
        why = f"«{text}» was called so then ({spans})"
    return constraint("place-name", allowed, why, (name.start, name.end)) if allowed != days.ALL else None


def _is_setting(evidence: Evidence, name: Name) -> bool:
    if any(b.kind == "dateline" and b.start <= name.start < b.end for b in evidence.blocks):
        return True
    at = facts(evidence.language).cues["at"]
    return at.search(evidence.folded, max(0, name.start - 5), name.start) is not None


def _days(period: Dated, age: int) -> int:
    first = edtf.bounds(period.start).first if period.start else days.FIRST
    last = edtf.bounds(period.end).last + timedelta(age) if period.end else days.LAST
    return days.between(first, last)
