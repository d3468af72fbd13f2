"""Parties as they stand in a row in the text: «avec le ministre X, son homologue Y et le Mali». No parse is asked.

A unit is a person with the title around the name, an office without a name, a state, a capital or an organization.
"""

import re
from dataclasses import dataclass, replace

from communique.extract.scene import Scene
from communique.language.roles import Role, role_of
from communique.records.parts import Party


@dataclass(frozen=True, slots=True)
class Unit:
    """One party where it stands, title included."""

    start: int
    end: int
    parties: tuple[Party, ...]


def units(scene: Scene, start: int, end: int) -> list[Unit]:
    """Give the parties that stand in a span, in order."""
    found: list[Unit] = []
    for mention in scene.mentions.people_in(start, end):
        last = max(
            [
                mention.end,
                *(
                    r.end
                    for r in scene.mentions.cast.roles
                    if mention.end <= r.start <= mention.end + 8
                    and r not in scene.mentions.cast.free
                    and _apposed(scene, mention.end, r.start)
                ),
            ]
        )
        found.append(Unit(max(start, mention.role_start), min(last, end), (scene.person(mention.member),)))
    taken = [(u.start, u.end) for u in found]
    for written in scene.mentions.roles_in(start, end):
        role = _with_state_behind(scene, written)
        if not role.plural and role.function not in ("other", "leader") and not _inside(role.start, taken):
            found.extend(
                Unit(role.start, role.end, (party,)) for party in [_holder(scene, role)] if role.function != "counterpart" or party.id
            )
        elif role.plural and (several := _several(scene, role)) and not _inside(role.start, taken):
            found.append(Unit(role.start, role.end, several))
    taken = [(u.start, u.end) for u in found]
    for name in scene.mentions.names_in(start, end, "state", "organization", "place"):
        if _inside(name.start, taken) or not name.key:
            continue
        if name.kind == "state":
            found.append(Unit(name.start, name.end, (scene.state(name.key),)))
        elif name.kind == "organization":
            found.append(Unit(name.start, name.end, (scene.organization(name.key),)))
        elif metonym := scene.metonym(name.key):
            found.append(Unit(name.start, name.end, (scene.state(metonym),)))
    return sorted(found, key=lambda u: u.start)


def _apposed(scene: Scene, start: int, end: int) -> bool:
    """Does nothing but a comma, a bracket or an article stand between a name and the title behind it?"""
    return re.search(r"\w{3}", scene.folded(start, end).replace(" the ", " ")) is None


def _with_state_behind(scene: Scene, role: Role) -> Role:
    """«le Président de la République d'Ouzbékistan» is of the state right behind the office."""
    if role.plural or role.function not in ("head-of-state", "head-of-government"):
        return role
    for name in scene.mentions.names_in(role.start, role.end + 30, "state"):
        behind = name.start > role.end and scene.frames.cues["row_of"].match(scene.folded(role.end, name.start))
        if name.key and (behind or name.start < role.end < name.end):
            title = role_of(role.function, name.key, scene.mentions.parse.language)
            return replace(role, state=name.key, end=name.end, role=title)
    return role


def _holder(scene: Scene, role: Role) -> Party:
    """Who an office without a name stands for: «le ministre français» the only minister of that state, «le président» the last named."""
    members = scene.mentions.cast.members
    if role.function == "minister" and role.state and role.role in ("Minister", ""):
        ministers = [i for i, m in enumerate(members) if m.state == role.state and m.function in ("minister", "foreign-minister")]
        if len(ministers) == 1:
            return scene.person(ministers[0])
    if not role.state and role.function in ("head-of-state", "head-of-government", "foreign-minister"):
        before = [m.member for m in scene.mentions.cast.mentions if m.end <= role.start and members[m.member].function == role.function]
        titled = [i for i in before if members[i].role == role.role] or before
        guests = scene.guests(role, titled)
        titled = [i for i in titled if members[i].state == scene.home] or titled if guests == titled else guests
        if titled:
            return scene.person(titled[-1])
    return scene.holder(role)


def _several(scene: Scene, role: Role) -> tuple[Party, ...]:
    """«les chefs de gouvernement tunisien, libyen et algérien»: the holder of the office in each of the states named behind it."""
    at, states = role.start, list(role.states if len(role.states) > 1 else ())
    for name in scene.mentions.names_in(role.start, role.end + 60, "adjective"):
        between = scene.folded(max(at, role.end), name.start) if name.start > role.end else ""
        if name.key and (name.end <= role.end or scene.frames.cues["row_listed"].match(between)):
            states.append(name.key)
            at = name.end
    if len(dict.fromkeys(states)) < 2:
        return ()
    return tuple(
        scene.holder(replace(role, state=state, plural=False, role=role_of(role.function, state, scene.mentions.parse.language)))
        for state in dict.fromkeys(states)
    )


def _inside(offset: int, spans: list[tuple[int, int]]) -> bool:
    return any(a <= offset < b for a, b in spans)


def row(scene: Scene, start: int, end: int, *, gap: int = 45) -> tuple[Party, ...]:
    """Give the parties that stand in a row from `start` on: the first within `gap` code points, the others joined to it."""
    found: list[Party] = []
    at = start
    for unit in units(scene, start, end):
        between = _between(scene, at, unit.start)
        if (
            scene.frames.cues["row_place"].search(scene.folded(max(0, unit.start - 8), unit.start))
            and unit.parties[0].kind != "person"
            and unit.start > start + 4
        ):
            continue
        if not found and (unit.start - start > gap or re.search(r"[.;:]", _ABBREVIATED.sub("", between))):
            break
        if found and not scene.frames.cues["row_joint"].match(between):
            break
        found.extend(unit.parties)
        at = unit.end
    return tuple(dict.fromkeys(found))


_ABBREVIATED = re.compile(r"\b(?:(?:\w\.)+|(?:hon|rt|mr|mrs|ms|dr|mm|mme|prof|gen|lt|col)\.)")
"""Forms of address and initials, whose points end no sentence: «H.E.», «S.E.M.», «Hon.»."""


def _between(scene: Scene, start: int, end: int) -> str:
    """The words between two parties, without the states of «les présidents russe X et ukrainien Y»."""
    words = scene.folded(start, end)
    for name in reversed(scene.mentions.names_in(start, end, "adjective")):
        if name.start >= start and name.end <= end:
            words = words[: name.start - start] + words[name.end - start :]
    return words


def people(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Keep the persons."""
    return tuple(p for p in parties if p.kind == "person")


def after(scene: Scene, words: str, start: int, end: int, *, reach: int = 60) -> tuple[Party, ...]:
    """Give the row of parties after the first of the given prepositions (a pattern) within `reach` of `start`."""
    match = re.search(rf"(?<![\w-])(?:{words})(?:(?<=')|(?!\w))", scene.folded(start, min(end, start + reach)))
    return row(scene, start + match.end(), end) if match else ()


def of_sentence(scene: Scene, start: int, end: int) -> tuple[Party, ...]:
    """Give the persons named in a span, when they are of two states or more."""
    found = people(tuple(p for u in units(scene, start, end) for p in u.parties))
    unique = tuple(dict.fromkeys(found))
    return unique if len({p.state for p in unique if p.state}) > 1 and len(unique) <= 4 else ()
