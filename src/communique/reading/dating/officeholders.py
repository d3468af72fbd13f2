"""Constraints from offices: whoever the text names with an office held it when the matter was told.

Counts only for a known person whose tenures hold that very office; a title without a portfolio does not count, a former
one or one told of another time only bounds from below. A week is given around every tenure, for the news of the change.
"""

from datetime import date, timedelta

from communique.knowledge.shapes import Person, Tenure
from communique.language.people import Member
from communique.language.roles import Role
from communique.reading.dating import days
from communique.reading.dating.constraints import Constraint, constraint
from communique.reading.dating.evidence import Evidence
from communique.reading.dating.facts import facts
from communique.records import edtf

_UNIQUE = {
    "head-of-state", "head-of-government", "deputy-head-of-state", "deputy-head-of-government", "foreign-minister",
}  # fmt: skip
_BEFORE = 7
_NEW = 180


def office_holders(evidence: Evidence) -> list[Constraint]:
    """One constraint for each person and office that the text names together; two offices at once give two."""
    found: list[Constraint] = []
    for index, member in enumerate(evidence.mentions.cast.members):
        person = _person(evidence, index, member)
        if person is None:
            continue
        for role in [*member.roles, *_second_offices(evidence, member)]:
            tenures = _tenures(person, role)
            made = _constraint(evidence, person, role, tenures) if tenures else None
            if made is not None and all((made.days, made.why) != (c.days, c.why) for c in found):
                found.append(made)
    return found


def _person(evidence: Evidence, index: int, member: Member) -> Person | None:
    """Give the person that a member of the cast is, where exactly one known name stands in a naming of his."""
    keys = {member.person} if member.person else set()
    spans = [(m.start, m.end) for m in evidence.mentions.cast.mentions if m.member == index]
    for name in evidence.mentions.names:
        if name.kind == "person" and any(a <= name.start and name.end <= b for a, b in spans):
            keys |= set(name.keys)
    return evidence.known.persons.get(keys.pop()) if len(keys) == 1 else None


def _second_offices(evidence: Evidence, member: Member) -> list[Role]:
    """«premier vice-Premier ministre et ministre des Finances»: the office joined to one of his."""
    ends, joined = [r.end for r in member.roles], facts(evidence.language).cues["and"]
    return [
        r
        for r in evidence.mentions.cast.free
        if any(end < r.start and joined.fullmatch(evidence.folded, end, r.start) for end in ends) and not r.plural
    ]


def _tenures(person: Person, role: Role) -> list[Tenure]:
    """Give the tenures that a title can mean: the same title, else the same unique function."""
    if role.state and person.state and role.state != person.state:
        return []
    same = [t for t in person.tenures if t.role == role.role]
    if role.function not in _UNIQUE:
        return [t for t in same if role.role != "Minister"] if role.function != "other" else []
    if same and role.role.startswith("First "):
        return same
    return [t for t in person.tenures if t.function == role.function or t.role == role.role]


def _constraint(evidence: Evidence, person: Person, role: Role, tenures: list[Tenure]) -> Constraint | None:
    span, title = (role.start, role.end), f"{person.name}, {role.role}"
    held = "held " + ", ".join(f"{t.start} to {t.end or 'today'}" for t in tenures)
    if _has(evidence, "not_yet", role) or facts(evidence.language).cues["elect"].match(evidence.folded, role.end):
        return None
    if role.former:
        ends = [edtf.bounds(t.end).first for t in tenures if t.end]
        return _since(min(ends), f"{title} no longer ({held})", span) if ends else None
    starts = [edtf.bounds(t.start).first for t in tenures]
    if _has(evidence, "new", role):
        allowed = days.union(days.around(start, start, _BEFORE, _NEW) for start in starts)
        return constraint("office-holder", allowed, f"{title}, new in office ({held})", span)
    age = evidence.age(*span)
    if age is None:
        return _since(min(starts) - timedelta(_BEFORE), f"{title}, told of an earlier time ({held})", span)
    allowed = days.union(days.around(edtf.bounds(t.start).first, _end(t), _BEFORE, age) for t in tenures)
    return constraint("office-holder", allowed, f"{title} ({held})", span)


def _since(day: date, why: str, span: tuple[int, int]) -> Constraint:
    return constraint("office-holder", days.since(day), why, span)


def _has(evidence: Evidence, cue: str, role: Role) -> bool:
    """Tell whether a cue stands right before a title, or between the state and the office («Ruritania's new president»)."""
    pattern = facts(evidence.language).cues[cue]
    return pattern.search(evidence.folded, max(0, role.start - 14), max(role.start, role.head)) is not None


def _end(tenure: Tenure) -> date:
    return edtf.bounds(tenure.end).last if tenure.end else days.CHECKED
