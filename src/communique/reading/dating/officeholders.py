"""Constraints from offices: whoever the text names with an office held it when the matter was told.

Counts only for a known person whose tenures hold that very office; a title without a portfolio, a title of the past or an
office told of another time binds less or not at all. A week is given around every tenure, for the news of the change.
"""

import re
from datetime import timedelta

from communique.knowledge.shapes import Person, Tenure
from communique.language.people import Member
from communique.language.roles import Role
from communique.reading.dating import days
from communique.reading.dating.constraints import Constraint, constraint
from communique.reading.dating.evidence import Evidence
from communique.records import edtf

_UNIQUE = {
    "head-of-state", "head-of-government", "deputy-head-of-state", "deputy-head-of-government", "foreign-minister",
}  # fmt: skip
_BEFORE = 7
_NEW = 180
_AND = re.compile(r"\s?(?:,|et|,\set)\s(?:le\s|la\s|l')?")


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
    ends = [r.end for r in member.roles]
    return [
        r
        for r in evidence.mentions.cast.free
        if any(end < r.start and _AND.fullmatch(evidence.folded, end, r.start) for end in ends) and not r.plural
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
    before = evidence.folded[max(0, role.start - 14) : role.start]
    if re.search(r"(?:futur|future|designee?|feu)\s\S*$", before) or re.match(r"\s(?:elue?|designee?)\b", evidence.folded[role.end : role.end + 10]):
        return None
    first = min(edtf.bounds(t.start).first for t in tenures)
    held = ", ".join(f"{t.start} to {t.end or 'today'}" for t in tenures)
    span = (role.start, role.end)
    title = f"{person.name}, {role.role}"
    if role.former:
        ends = [edtf.bounds(t.end).first for t in tenures if t.end]
        return constraint("office-holder", days.since(min(ends)), f"{title} no longer (held {held})", span) if ends else None
    if re.search(r"nouv(?:eau|el|elle)\s\S*$", before):
        allowed = days.union(days.around(s := edtf.bounds(t.start).first, s, _BEFORE, _NEW) for t in tenures)
        return constraint("office-holder", allowed, f"{title}, new in office (held {held})", span)
    age = evidence.age(role.start, role.end)
    if age is None or role.start < 0:
        return constraint("office-holder", days.since(first - timedelta(_BEFORE)), f"{title}, told of an earlier time (held {held})", span)
    allowed = days.union(days.around(edtf.bounds(t.start).first, _end(t), _BEFORE, age) for t in tenures)
    return constraint("office-holder", allowed, f"{title} (held {held})", span)


def _end(tenure: Tenure) -> "edtf.date":
    return edtf.bounds(tenure.end).last if tenure.end else days.LAST
