"""Steps of a relation that the text asserts or dates: relations established, raised, broken off, restored.

An anniversary gives the year that it counts from. A formula in passing, a wish and a step to come are refused. The
same step told twice is one record.
"""

import re
from dataclasses import dataclass

from communique.extract.collecting import Collector
from communique.extract.formulas import Step, Wordings, find_steps, wordings
from communique.extract.moments import Moments
from communique.extract.referents import referents
from communique.extract.scene import Scene
from communique.language import clauses
from communique.language.numbers_grammar import grammar
from communique.language.tokens import Sentence
from communique.records import edtf
from communique.records.kinds import Milestone
from communique.records.parts import Party

_CONFIDENCE = {"dated": 0.9, "chain": 0.88, "anniversary": 0.85, "asserted": 0.68}
_BODIES = ("intergovernmental", "union", "format")


@dataclass(frozen=True, slots=True)
class _Reading:
    """What all rules here read from."""

    scene: Scene
    moments: Moments
    known: Wordings


@dataclass(frozen=True, slots=True)
class Draft:
    """A step before it is known whether the text tells it again."""

    status: str
    parties: tuple[Party, ...]
    date: str | None
    evidence: tuple[int, int]
    defining: tuple[int, int]
    why: tuple[str, ...]
    rule: str


def collect_milestones(scene: Scene, moments: Moments, into: Collector) -> None:
    """Add the document's milestones."""
    reading = _Reading(scene, moments, wordings(scene.mentions.parse.language))
    drafts: list[Draft] = []
    steps = find_steps(scene)
    for sentence in scene.sentences:
        own = [s for s in steps if sentence.start <= s.start and s.end <= sentence.end]
        made: list[Draft] = []
        for step in own:
            if draft := _draft(reading, sentence, step, own, bool(made)):
                made.append(draft)
        drafts.extend(made)
    for group in _grouped(drafts):
        first = min(group, key=lambda d: (d.date is None, -_CONFIDENCE[d.rule]))
        into.add(
            Milestone, [d.evidence for d in group], first.defining, first.why, parties=first.parties,
            status=first.status, date=first.date, confidence=_CONFIDENCE[first.rule],
        )  # fmt: skip


def _grouped(drafts: list[Draft]) -> list[list[Draft]]:
    """Put together what tells of the same step: same status and parties, dates that do not disagree."""
    groups: list[list[Draft]] = []
    for draft in drafts:
        same = next((g for g in groups if _same(g[0], draft)), None)
        if same is None:
            groups.append([draft])
        else:
            same.append(draft)
    return groups


def _same(first: Draft, second: Draft) -> bool:
    if first.status != second.status or {p.name for p in first.parties} != {p.name for p in second.parties}:
        return False
    return first.date is None or second.date is None or edtf.meets(first.date, *edtf.bounds(second.date))


def _draft(reading: _Reading, sentence: Sentence, step: Step, own: list[Step], chained: bool) -> Draft | None:
    scene, known = reading.scene, reading.known
    clause = _clause(scene, sentence, step, own, known)
    status, cue = _assertion(scene, step, clause, known, chained)
    if cue is None and _anniversary(reading, step.start, clause):
        cue = (step.start, step.end)
    told = step.status in known.fixed["told"]
    if cue is None or (not told and cue[0] < step.end and known.asserted["wish"].search(scene.folded(clause[0], cue[0]))):
        return None
    rule, date = _dated(reading, step, clause, cue)
    settled = known.asserted["settled"].search(scene.folded(sentence.start, cue[0])) is not None
    if step.status in known.fixed["ordinary"] and not (rule == "anniversary" or _earlier(scene, rule, date)):
        return None
    told = told or rule == "anniversary" or settled or cue[0] >= step.start or _done(sentence, cue, known)
    if not told and (rule == "asserted" or step.status in known.fixed["own_verb"]):
        return None
    parties = _parties(scene, sentence, step, (clause, cue), known)
    if len(parties) != 2:
        return None
    evidence = clause if len(own) > 1 else (sentence.start, sentence.end)
    why = (
        f"rule milestone/{rule}",
        f"cue «{scene.text[cue[0] : cue[1]]}»",
        f"formula «{scene.text[step.start : step.end]}»",
    )
    return Draft(known.fixed["shown"].get(status, status), parties, date, evidence, (step.start, step.end), why, rule)


def _clause(scene: Scene, sentence: Sentence, step: Step, own: list[Step], known: Wordings) -> tuple[int, int]:
    """The stretch around a formula: between chain words, and never over another formula."""
    start, end = sentence.start, sentence.end
    for other in own:
        if other.end <= step.start:
            start = max(start, other.end)
        elif other.start >= step.end:
            end = min(end, other.start)
    for cut in known.asserted["cut"].finditer(scene.folded(sentence.start, sentence.end)):
        at = sentence.start + cut.start()
        if start < at <= step.start:
            start = at
        elif step.end <= at < end:
            end = at
    text = scene.text[start:end]
    start += len(text) - len(text.lstrip(" ,;"))
    return start, start + len(scene.text[start:end].rstrip(" ,;."))


def _assertion(scene: Scene, step: Step, clause: tuple[int, int], known: Wordings, chained: bool) -> tuple[str, tuple[int, int] | None]:
    """The status, and the word that makes the step; no word, no step."""
    fixed, patterns = known.fixed, known.asserted
    if step.status in fixed["own_verb"]:
        return step.status, (step.start, step.end)
    if step.diplomatic and step.status == fixed["diplomatic"]:
        for name in ("restored", "severed"):
            if later := patterns[f"{name}_after"].match(scene.folded(step.end, clause[1])):
                return fixed[name], (step.end + later.start("deed"), step.end + later.end())
        for name in ("severed", "restored", "diplomatic"):
            if match := _last(patterns[name], scene, clause[0], step, 45):
                return fixed[name], match
        return step.status, _after(patterns, scene, step, clause)
    lead = patterns["rank"].search(scene.folded(clause[0], step.start))
    if match := _last(patterns["rise"], scene, clause[0], step, 130) if lead else None:
        return step.status, match
    match = _last(patterns["make"], scene, clause[0], step, 60)
    if match and not patterns["detour"].search(scene.folded(min(match[1], step.start), step.start)):
        return step.status, match
    if match := _last(patterns["chain"], scene, clause[0], step, 30) if chained else None:
        return step.status, match
    return step.status, _after(patterns, scene, step, clause)


def _after(patterns: dict[str, re.Pattern[str]], scene: Scene, step: Step, clause: tuple[int, int]) -> tuple[int, int] | None:
    """The words of making that follow the formula: a passive, a participle with its date, «since 2012»."""
    rest = scene.folded(step.end, clause[1])
    after = next((m for name in ("made", "since", "instituted") if (m := patterns[name].match(rest))), None)
    return (step.end, step.end + after.end()) if after else None


def _last(pattern: re.Pattern[str], scene: Scene, start: int, step: Step, reach: int) -> tuple[int, int] | None:
    """The last match between an offset and the end of the formula, at most so far before it."""
    end = step.end
    found = [(start + m.start(), start + m.end()) for m in pattern.finditer(scene.folded(start, end))]
    near = [m for m in found if step.start - m[1] <= reach]
    return near[-1] if near else None


def _dated(reading: _Reading, step: Step, clause: tuple[int, int], cue: tuple[int, int]) -> tuple[str, str | None]:
    """The rule, and the day: of an anniversary the year it counts from, else the time nearest to the formula."""
    scene, moments = reading.scene, reading.moments
    if year := _anniversary(reading, min(cue[0], step.start), clause):
        return "anniversary", year
    if named := reading.known.asserted["year_before"].search(scene.folded(clause[0], step.start)):
        return "dated", named["year"]
    ranked = []
    for time in moments.times_in(clause[0], min(len(scene.text), clause[1] + 1)):
        day = moments.resolved(time, "past")
        if day and time.kind in ("date", "since", "interval") and _past(scene, day):
            day = day.removesuffix("/..") if time.kind == "since" else day
            ranked.append((min(abs(time.start - step.end), abs(time.start - max(step.end, cue[1]))), day))
    if ranked:
        return "dated", min(ranked)[1]
    return "asserted", moments.of_sentence(scene.mentions.parse.sentence_at(step.start) or scene.sentences[0])


def _past(scene: Scene, day: str) -> bool:
    return scene.published is None or edtf.bounds(day).first <= edtf.bounds(scene.published).last


def _earlier(scene: Scene, rule: str, date: str | None) -> bool:
    """Was it made before the days that the text tells of? An agreement signed just now is one of a visit's papers."""
    if rule != "dated" or date is None or scene.published is None:
        return rule == "dated" and date is not None
    return (edtf.bounds(scene.published).first - edtf.bounds(date).last).days > 45


def _anniversary(reading: _Reading, at: int, clause: tuple[int, int]) -> str | None:
    scene, moments, known = reading.scene, reading.moments, reading.known
    before = scene.folded(max(0, at - 80), at)
    patterns = [known.asserted[name] for name in ("anniversary_of", "years_after", "years_of", "jubilee")]
    match = next((m for p in patterns if (m := p.search(before))), None)
    if match is None or scene.published is None:
        return None
    words = grammar(scene.mentions.parse.language)
    groups = match.groupdict()
    written = groups.get("n") or groups.get("w") or ""
    numbers = known.jubilees | words.words | words.ordinals
    count = int(written) if written.isdigit() else int(numbers.get(written, 0))
    years = {span.first.year for span in edtf.spans(scene.published)} | {span.last.year for span in edtf.spans(scene.published)}
    for time in moments.times_in(clause[0], clause[1]):
        day = moments.resolved(time, "")
        if time.kind == "date" and day and re.fullmatch(r"\d{4}(-\d\d)?(-\d\d)?", day):
            years = {int(day[:4])}
    if not count or len(years) > 2:
        return None
    first = [str(year - count) for year in sorted(years)]
    return first[0] if len(first) == 1 else f"[{','.join(first)}]"


def _done(sentence: Sentence, cue: tuple[int, int], known: Wordings) -> bool:
    """Is the step told as done: a compound past, a past participle, a noun under such a verb?"""
    words = sentence.within(*cue)
    if not words:
        return False
    token = next((t for t in words if t.upos == "VERB"), words[0])
    if token.upos == "NOUN" and sentence.root is not None:
        return clauses.form(sentence, sentence.root).tense != "Fut"
    for verb in [token, *sentence.ancestors(token)]:
        if verb.upos not in ("VERB", "AUX"):
            continue
        form = clauses.form(sentence, verb)
        head = sentence.head(verb)
        if form.mood == "Inf" and not form.perfect and head is not None and head.lemma in known.fixed["agreed"]:
            continue
        participle = verb is token and verb.feat("VerbForm") == "Part" and verb.feat("Tense") == "Past"
        return form.perfect or (form.passive and form.tense in ("Past", "")) or form.tense == "Past" or (participle and not form.tense)
    return False


def _parties(
    scene: Scene, sentence: Sentence, step: Step, where: tuple[tuple[int, int], tuple[int, int]], known: Wordings
) -> tuple[Party, ...]:
    """The two whose relation it is: named after «between», who acts and whom with, in the clause, or before it; else the pair."""
    clause, cue = where
    if known.asserted["many"].search(scene.folded(*clause)):
        return ()
    link = known.asserted["between"].search(scene.folded(step.end, clause[1]))
    after = _named(scene, step.end + link.start(), clause[1]) if link else ()
    if len(after) == 2:
        return after
    if len(after) == 1 and (actor := _actor(scene, sentence, cue)) and actor != after[0].state:
        return (*scene.states((actor,)), *after)
    own = _named(scene, *clause)
    if len(own) == 2:
        return own
    named = _named(scene, sentence.start, clause[1])
    if len(named) == 2:
        return named
    pair = scene.pair_at(sentence)
    if len(own) == 1 and own[0].state not in pair:
        return ()
    return scene.states(pair)


def _actor(scene: Scene, sentence: Sentence, cue: tuple[int, int]) -> str | None:
    """The state that the subject of the verb of making stands for."""
    verb = next((t for t in sentence.within(*cue) if t.upos == "VERB"), None)
    subject = clauses.subject(sentence, verb) if verb is not None else None
    states = {p.state for p in referents(scene, sentence, subject) if p.state} if subject is not None else set()
    return states.pop() if len(states) == 1 else None


def _named(scene: Scene, start: int, end: int) -> tuple[Party, ...]:
    """The states, and the organizations of states, named in a span."""
    states = scene.states(scene.states_in(start, end))
    if len(states) != 1:
        return states
    bodies = [
        scene.organization(n.key) for n in scene.mentions.names_in(start, end, "organization")
        if n.key and scene.known.organizations[n.key].kind in _BODIES and not scene.known.organizations[n.key].state
    ]  # fmt: skip
    return (*states, *dict.fromkeys(bodies[:1]))
