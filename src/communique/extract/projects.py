"""Projects: undertakings with a name, a place or a sure description that are built, opened, planned or run.

A noun that nothing makes certain («des usines»), an institution that only acts or lends its walls, and a deed denied
make none. The same undertaking told twice is one record.
"""

import re
from dataclasses import dataclass

from communique.extract import details
from communique.extract.collecting import Collector
from communique.extract.moments import Moments
from communique.extract.project_names import name_of
from communique.extract.project_nouns import Nouns, Undertaking, nouns
from communique.extract.project_places import is_crossed, place_of, state_of, year_parties
from communique.extract.project_status import Standing, standing_of
from communique.extract.scene import Scene
from communique.extract.undertakings import find_undertakings
from communique.language import clauses
from communique.language.folding import fold
from communique.records import edtf
from communique.records.kinds import Project
from communique.records.parts import Party, Place

_CONFIDENCE = {"governed": 0.82, "beside": 0.68, "named": 0.66, "project-of": 0.75, "coming": 0.7, "listed": 0.68}
_RANKS = ("operating", "completed", "launched", "under-construction", "cancelled", "planned", "proposed")


@dataclass(frozen=True, slots=True)
class Draft:
    """A project before it is known whether the text tells of it again."""

    found: Undertaking
    name: str
    place: Place | None
    state: str | None
    """Where it must lie, where its place does not say."""
    parties: tuple[Party, ...]
    status: str | None
    date: str | None
    rule: str
    why: tuple[str, ...]


def collect_projects(scene: Scene, moments: Moments, into: Collector) -> None:
    """Add the document's projects."""
    known = nouns(scene.mentions.parse.language)
    drafts: list[Draft] = []
    for sentence in scene.sentences:
        own = find_undertakings(scene, sentence)
        drafts.extend(d for u in own if (d := _draft(scene, u, own, moments, known)) is not None)
    for group in _grouped(scene, drafts, known):
        _add(scene, group, into)


def _grouped(scene: Scene, drafts: list[Draft], known: Nouns) -> list[list[Draft]]:
    groups: list[list[Draft]] = []
    for draft in drafts:
        same = next((g for g in groups if any(_same(d, draft) for d in g)), None) or _taken_up(scene, groups, draft, known)
        if same is None:
            groups.append([draft])
        else:
            same.append(draft)
    return groups


def _same(first: Draft, second: Draft) -> bool:
    return first.found.noun.kind == second.found.noun.kind and _key(first.name) == _key(second.name)


def _key(name: str) -> str:
    """A name without what is written now so, now otherwise: «Douala/Garoua», «Douala–Garoua»."""
    return re.sub(r"[^a-z0-9]+", "", fold(name))


def _taken_up(scene: Scene, groups: list[list[Draft]], draft: Draft, known: Nouns) -> list[Draft] | None:
    """«The bridge»: the only one of its noun told of before, where it has no name of its own."""
    found = draft.found
    if found.ends and found.proper is None:
        kin = [g for g in groups if g[0].found.noun.kind == found.noun.kind and "known" in g[0].found.noun.traits]
        if len(kin) == 1:
            return kin[0]
    bare = known.words["definite"].fullmatch(scene.folded(found.label[0], found.start)) and found.start == found.noun_start
    if found.proper or not bare or "unique" in found.noun.traits or found.noun.kind.startswith("year-of"):
        return None
    earlier = [g for g in groups if g[0].found.noun.head == found.noun.head]
    if len(earlier) != 1:
        return None
    crossing = earlier[0][0].found.proper is not None and not earlier[0][0].found.ends and found.noun.kind == "road"
    return earlier[0] if crossing or found.end == found.noun_end else None


def _add(scene: Scene, group: list[Draft], into: Collector) -> None:
    first = min(group, key=lambda d: (d.status is None, _RANKS.index(d.status) if d.status else 9))
    found, shown = first.found, group[0].found
    named = next((d for d in group if d.found.proper), first)
    placed = next((d.place for d in group if d.place), None)
    evidence = [(d.found.sentence.start, d.found.sentence.end) for d in group]
    into.add(
        Project, evidence, shown.label, first.why, name=named.name, label=scene.text[shown.label[0] : shown.label[1]],
        kind=found.noun.kind, place=placed, state=(placed.state if placed else None) or next((d.state for d in group if d.state), None),
        sectors=_sectors(scene, found), parties=first.parties, status=first.status, date=first.date,
        confidence=_CONFIDENCE[first.rule],
    )  # fmt: skip


def _sectors(scene: Scene, found: Undertaking) -> tuple[str, ...]:
    """The sectors of the noun; where it has none, those that its phrase names."""
    return found.noun.sectors or details.sectors(scene, found.start, found.end)


def _draft(scene: Scene, found: Undertaking, own: list[Undertaking], moments: Moments, known: Nouns) -> Draft | None:
    if known.words["refused_before"].search(_before(scene, found)) or known.words["refused_after"].match(
        scene.folded(found.end, found.sentence.end)
    ):
        return None
    place = place_of(scene, found, known, own)
    place = _year_place(scene, found, known) if found.noun.kind.startswith("year-of") else place
    standing = standing_of(scene, found)
    rule = _rule(scene, found, place, standing, known)
    if rule is None:
        return None
    date = _date(scene, found, standing, moments, known)
    status = (standing.status or None) if standing else _default(rule)
    if status is None and (coming := _coming(scene, found, known)):
        status = coming
    year = None
    if found.noun.kind.startswith("year-of"):
        year = _year_of(scene, found, own, moments) if status != "operating" else _this_year(scene)
        year = date[:4] if year and date else year
        date, status = (year, "planned") if status is None and _to_come(scene, year) else (date, status)
    cue = f"deed «{scene.text[standing.cue[0] : standing.cue[1]]}»" if standing else "no deed"
    why = (f"rule project/{rule}", f"noun «{scene.text[found.start : found.noun_end]}»", cue)
    return Draft(
        found, name_of(scene, found, known, place, year), place, state_of(scene, found, known),
        _parties(scene, found), status, date, rule, why,
    )  # fmt: skip


def _this_year(scene: Scene) -> str | None:
    days = edtf.bounds(scene.published) if scene.published else None
    return f"{days.first.year:04}" if days and days.first.year == days.last.year else None


def _to_come(scene: Scene, year: str | None) -> bool:
    return bool(year and scene.published and edtf.bounds(year).first > edtf.bounds(scene.published).last)


def _default(rule: str) -> str | None:
    return "planned" if rule in ("project-of", "coming") else None


def _coming(scene: Scene, found: Undertaking, known: Nouns) -> str | None:
    """«The future port of X», «a planned dam»: its own words put it ahead."""
    return "planned" if known.words["coming"].search(scene.folded(found.label[0], found.end)) else None


def _before(scene: Scene, found: Undertaking) -> str:
    return scene.folded(max(found.sentence.start, found.start - 60), found.start)


def _rule(scene: Scene, found: Undertaking, place: Place | None, standing: Standing | None, known: Nouns) -> str | None:
    """Why it is a project: certain enough, and with a deed, or «project of», or a name that speaks for itself."""
    if not _certain(scene, found, place, standing, known):
        return None
    if known.words["project_of"].search(_before(scene, found)):
        return "project-of"
    if standing is not None and not ("strict" in found.noun.traits and standing.rule == "beside"):
        return standing.rule
    if _coming(scene, found, known):
        return "coming"
    if (found.proper or place) and known.words["listed"].search(scene.folded(found.sentence.start, found.label[0])):
        return "listed"
    if "open" in found.noun.traits and (found.proper or place):
        return "named"
    return "named" if _joins(scene, found) and "strict" not in found.noun.traits else None


def _joins(scene: Scene, found: Undertaking) -> bool:
    """Does its own name join two states or regions («Kampala-Kigali»)?"""
    if found.proper is None or not re.search("[-–]", scene.text[found.proper[0] : found.proper[1]]):
        return bool(found.ends)
    return len(scene.mentions.names_in(*found.proper, "state", "place", "combining")) > 1


def _certain(scene: Scene, found: Undertaking, place: Place | None, standing: Standing | None, known: Nouns) -> bool:
    """Is it one certain thing: by its name or place, a word like «first» or «joint», or both states beside its deed?"""
    words = scene.folded(found.label[0], found.end)
    if found.noun.kind.startswith("year-of"):
        return any(year_parties(scene, found, known)) or found.proper is not None or is_crossed(scene, found, known)
    if "known" in found.noun.traits or found.site:
        return True
    if "named" in found.noun.traits and (not found.proper or _of_known(scene, found.proper)):
        return False
    if "model" in found.noun.traits:
        return found.proper is not None and standing is not None
    if found.noun.head == "branch" and found.proper is None:
        return False
    plural = found.token.feat("Number") == "Plur"
    if plural and "named" in found.noun.traits:
        return False
    if found.proper is None and known.words["demonstrative"].match(words):
        return False
    if found.proper is not None or found.ends:
        return True
    if plural and place is not None and known.words["counted"].match(words):
        return True
    if plural or known.words["of_before"].search(_before(scene, found)) and found.label[0] == found.start and place is None:
        return False
    if place is not None or "unique" in found.noun.traits or "joint" in found.noun.traits:
        return True
    if known.words["joint"].search(words):
        return True
    near = scene.states_in(found.sentence.start, found.sentence.end)
    done = standing is not None and bool(standing.status) and standing.rule == "governed"
    return done and len(near) in (1, 2) and "site" in found.noun.traits


def _of_known(scene: Scene, proper: tuple[int, int]) -> bool:
    """Is the name that of an initiative, organization or state, whose projects are many?"""
    names = scene.mentions.names_in(*proper, "initiative", "organization", "state", "adjective", "person")
    return bool(names) or bool(scene.mentions.people_in(*proper))


def _year_place(scene: Scene, found: Undertaking, known: Nouns) -> Place | None:
    host = year_parties(scene, found, known)[1]
    return Place(name=scene.known.states[host].name, state=host) if host else None


def _parties(scene: Scene, found: Undertaking) -> tuple[Party, ...]:
    """The two states, and the organizations named in its phrase."""
    bodies = [scene.organization(n.key) for n in scene.mentions.names_in(found.start, found.end, "organization") if n.key]
    return (*scene.states(scene.pair_at(found.sentence)), *dict.fromkeys(bodies))


def _date(scene: Scene, found: Undertaking, standing: Standing | None, moments: Moments, known: Nouns) -> str | None:
    """The day of the status: a time of the sentence that fits it, else the day of the occasion on which it was done."""
    if standing is None or scene.folded(*standing.cue) in known.undated:
        return None
    hint = "future" if standing.ahead else "past"
    said = [u.content for u in moments.utterances if u.content[0] <= found.noun_start and found.noun_end <= u.content[1]]
    low, high = said[0] if said else (found.sentence.start, found.sentence.end)
    ranked = []
    for time in moments.times_in(found.sentence.start, found.sentence.end):
        day = moments.resolved(time, hint)
        if day and time.kind == "since" and standing.lasting:
            day = day.removesuffix("/..")
        elif standing.lasting or time.kind in ("since", "until", "anniversary", "vague"):
            continue
        if day is None or not _fits(scene, day, standing.ahead, low <= time.start < high) or _of_other_verb(found, standing, time.start):
            continue
        ranked.append((min(abs(time.start - found.end), abs(time.start - standing.cue[1])), day))
    if ranked:
        return min(ranked)[1]
    event = standing.told and not standing.ahead and not standing.lasting
    return moments.of_sentence(found.sentence) if event else None


def _of_other_verb(found: Undertaking, standing: Standing, at: int) -> bool:
    """Is a time that of a verb only joined to the deed («to build and to meet by March»), or of the past one above a plan?"""
    token, deed = found.sentence.at(at), found.sentence.at(standing.cue[0])
    if token is None or deed is None:
        return False
    above = {deed.index, found.token.index, *(t.index for t in found.sentence.ancestors(deed))}
    for verb in [t for t in found.sentence.ancestors(token) if t.upos == "VERB"]:
        if verb.index in above:
            form = clauses.form(found.sentence, verb)
            return standing.ahead and (form.perfect or form.tense == "Past")
        if verb.deprel in ("conj", "parataxis"):
            return True
    return False


def _fits(scene: Scene, day: str, ahead: bool, inside: bool) -> bool:
    """Is a day on the side of publication that the status asks for? A single day outside the words said is that of the saying."""
    if scene.published is None:
        return True
    published, span = edtf.bounds(scene.published), edtf.bounds(day)
    if not inside and span.first == span.last:
        return False
    return span.last >= published.first if ahead else span.first <= published.last


def _year_of(scene: Scene, found: Undertaking, own: list[Undertaking], moments: Moments) -> str | None:
    """The year that a year of tourism or culture is: the time that stands nearest to it and to no other."""
    years = []
    for time in moments.times_in(found.sentence.start, found.sentence.end):
        nearest = min(own, key=lambda u: min(abs(time.start - u.end), abs(u.start - time.end)))
        day = moments.resolved(time, "")
        if nearest is found and day and day[:4].isdigit():
            years.append((min(abs(time.start - found.end), abs(found.start - time.end)), day[:4]))
    return min(years)[1] if years else None
