"""When an encounter was, by a time in its own clause.

A time belongs to a cue when both hang on one verb, or the time is part of the cue's phrase, or stands right beside it. The day
of a verb of saying counts only where the encounter is its circumstance («a dit mardi lors de …»), not its content.
"""

import re
from datetime import date, timedelta

from communique.extract.encounter_lexicon import Words, words_of
from communique.extract.encounter_words import Cue
from communique.extract.moments import Moments
from communique.extract.scene import Scene
from communique.language import clauses
from communique.language.times import Time
from communique.language.tokens import Sentence, Token
from communique.records import edtf

_CLAUSES = ("root", "ccomp", "advcl", "acl", "parataxis", "csubj")


def date_of(scene: Scene, cue: Cue, moments: Moments, status: str) -> str | None:
    """Give the EDTF of a cue's time, null where none is said of it; a visit held lately is of the month."""
    if cue.anchor is not None and (own := [t for t in moments.times_in(*cue.anchor) if t.start >= cue.anchor[0]]):
        return moments.resolved(own[0], "past")
    fitting = []
    counted = words_of(scene).patterns["within_years"].search(scene.folded(cue.token.end, min(cue.sentence.end, cue.token.end + 60)))
    numbered = cue.rule.startswith("noun") and words_of(scene).patterns["again"].search(scene.folded(cue.sentence.start, cue.token.start))
    span = (cue.token.end + counted.start(), cue.token.end + counted.end()) if counted and numbered else (0, 0)
    apart = cue.kind == "conference" and words_of(scene).patterns["preparing"].search(scene.folded(cue.sentence.start, cue.token.start))
    for time in moments.times_in(cue.token.end if apart else cue.sentence.start, cue.sentence.end):
        rank = (
            None if _of_former(scene, cue, time) or _since(scene, cue, time) or span[0] <= time.start < span[1] else _rank(scene, cue, time)
        )
        if rank is None or not (day := _resolved(scene, cue, moments, time, status)) or not plausible(scene, day, status):
            continue
        behind = 60 if time.start < cue.token.start and cue.rule.startswith("noun") else 0
        fitting.append((rank, abs(time.start - cue.token.start) + behind, time.start, day))
    if fitting:
        rank, _, _, day = min(fitting)
        coarse = (
            cue.kind == "visit"
            and (rank > 1 or _ends(scene, cue))
            or rank > 1
            and cue.kind == "conference"
            or rank
            and cue.kind == "visit"
            and not _carries(scene, cue)
        )
        return day[:7] if coarse and re.fullmatch(r"\d{4}-\d\d-\d\d", day) else day
    return _this_month(scene, cue) if cue.kind == "visit" and status == "held" else None


def _of_former(scene: Scene, cue: Cue, time: Time) -> bool:
    """Is a time that of «celles de mars 2018 et de mai 2019», which are other encounters?"""
    before = scene.folded(max(cue.sentence.start, time.start - 60), time.start)
    return bool(words_of(scene).patterns["those_of"].search(before))


def _since(scene: Scene, cue: Cue, time: Time) -> bool:
    """«sa première visite depuis son élection, en mai 2019»: a time inside what has been since; not where the cue is inside too."""
    match = words_of(scene).patterns["since_clause"].search(scene.folded(cue.sentence.start, time.start))
    return match is not None and not match.start() <= cue.token.start - cue.sentence.start < match.end()


def _ends(scene: Scene, cue: Cue) -> bool:
    """Does the clause tell how a stay ended, so that its day is only the last?"""
    verb = next((a for a in cue.sentence.ancestors(cue.token) if a.upos in ("VERB", "AUX")), None)
    if cue.rule.startswith("noun") and words_of(scene).patterns["visit_before"].search(scene.folded(cue.sentence.start, cue.token.start)):
        return True
    return cue.rule.startswith("noun") and verb is not None and verb.lemma in words_of(scene).lemmas["ending"]


def _carries(scene: Scene, cue: Cue) -> bool:
    """Does the clause tell of the visit itself, so that its day is a day of the stay?"""
    if cue.rule.startswith("verb"):
        return True
    verb = next((a for a in cue.sentence.ancestors(cue.token) if a.upos in ("VERB", "AUX")), None)
    words = words_of(scene)
    return (
        verb is None
        and not any(cue.sentence.children(a, "cop") for a in cue.sentence.ancestors(cue.token))
        or verb is not None
        and verb.lemma in words.lemmas["carriers"]
        and verb.lemma not in words.lemmas["leaving"]
        or verb is not None
        and words.verbs.get(verb.lemma) == "visit_place"
    )


def _this_month(scene: Scene, cue: Cue) -> str | None:
    """A visit of which no time is said is the one that the news is about, unless told as past."""
    published = scene.published
    if cue.definite or not published or not re.fullmatch(r"\d{4}-\d\d(-\d\d)?", published):
        return None
    near = scene.folded(max(cue.sentence.start, cue.token.start - 40), min(cue.sentence.end, cue.token.end + 40))
    past = words_of(scene).patterns["earlier_visit"].search(near)
    return None if past or told_as_past(cue) else published[:7]


def told_as_past(cue: Cue) -> bool:
    """Is the cue told in the pluperfect («avait rencontré»)?"""
    verb = (
        cue.token
        if cue.token.upos in ("VERB", "AUX")
        else next((a for a in cue.sentence.ancestors(cue.token) if a.upos in ("VERB", "AUX")), None)
    )
    return verb is not None and any(_pluperfect(t) for t in cue.sentence.children(verb, "aux"))


def _pluperfect(helper: Token) -> bool:
    """«avait», «had»; the simple past of «have» helps nothing else."""
    return helper.feat("Tense") == "Imp" or helper.text.lower() in ("had", "'d") and helper.feat("VerbForm") != "Part"


def _resolved(scene: Scene, cue: Cue, moments: Moments, time: Time, status: str) -> str | None:
    """A stay told in the present that begins in the days to come is no stay of a year ago."""
    hint = "future" if status == "planned" else "past"
    above = cue.sentence.head(cue.token)
    if cue.kind == "visit" and _ends(scene, cue) and above is not None and clauses.form(cue.sentence, above).tense == "Pres":
        hint = "future"
    day = moments.resolved(time, hint)
    if day is None or hint == "future" or scene.published is None:
        return day
    ahead, now = moments.resolved(time, "future"), edtf.bounds(scene.published)
    far = (now.first - edtf.bounds(day).last).days > 300
    if far and ahead and ahead != day and -7 <= (edtf.bounds(ahead).first - now.last).days <= 7 and not told_as_past(cue):
        return ahead
    return day


def plausible(scene: Scene, day: str, status: str) -> bool:
    """Refuse a time after publication for what was held, and a long span for a single encounter."""
    span = edtf.bounds(day)
    if (span.last - span.first).days > 366:
        return False
    if scene.published is None or status == "planned":
        return True
    return span.first <= edtf.bounds(scene.published).last + _SOON


_SOON = timedelta(days=2)


def _rank(scene: Scene, cue: Cue, time: Time) -> int | None:
    """How surely a time is the cue's: 0 in its phrase, 1 of its verb, 2 of the clause above; null where of another clause."""
    if time.kind in ("since", "until", "anniversary") or (time.kind == "deadline" and cue.rule.startswith("verb")):
        return None
    sentence, token = cue.sentence, cue.token
    at = _head_of(sentence, time)
    if at is None or time.start > token.end and ":" in scene.folded(token.end, time.start):
        return None
    if token.index in {t.index for t in sentence.ancestors(at)} and _straight(sentence, at, token):
        return 0
    mine, its = clause_of(sentence, token), clause_of(sentence, at)
    opens = time.start - sentence.start < 4 and (at.deprel == "root" or mine.deprel == "root")
    if _aside(scene, sentence, at, token) or cue.rule.startswith("verb") and _told_then(sentence, at, token):
        return None
    if its in own_clauses(sentence, token, words_of(scene)):
        return 0
    if mine is its or opens or _beside(scene, cue, time):
        return 1
    above = sentence.head(mine)
    if mine.deprel in ("acl", "advcl") and above is not None and clause_of(sentence, above) is its and not _says(its, mine):
        return 2
    if (
        mine.deprel == "root"
        and its.deprel == "conj"
        or its.index < mine.index
        and mine.deprel == "conj"
        and not _finite_subject(sentence, mine)
    ):
        return 2
    return None


def own_clauses(sentence: Sentence, token: Token, words: Words) -> list[Token]:
    """Give the clauses that tell of a noun's own course: «le sommet, qui se tiendra …», «la visite effectuée par …»."""
    if token.upos in ("VERB", "AUX"):
        return []
    near = sentence.children(token, "nmod")
    heads = [token, *near, *(t for n in near for t in sentence.children(n, "nmod"))]
    clauses_of = [t for head in heads for t in sentence.children(head, "acl")]
    behind = _right_behind(sentence, token)
    clauses_of = clauses_of if behind is None or behind in clauses_of else [*clauses_of, behind]
    modal = [x for t in clauses_of if t.lemma in words.lemmas["modal"] for x in (t, *sentence.children(t, "xcomp"))]
    modal = modal if any(t.lemma in words.lemmas["courses"] for t in modal) else []
    return [*(t for t in clauses_of if t.lemma in words.lemmas["courses"]), *modal]


def _right_behind(sentence: Sentence, token: Token) -> Token | None:
    """«the inaugural session, held in Z»: a bare participle right behind the noun tells of it, whatever the parse."""
    near = [t for t in sentence.tokens[token.index + 1 : token.index + 3] if t.text != ","]
    verb = near[0] if near and near[0].upos == "VERB" and near[0].feat("VerbForm") == "Part" else None
    return verb if verb is not None and not sentence.children(verb, "aux", "nsubj") else None


def _aside(scene: Scene, sentence: Sentence, at: Token, cue: Token) -> bool:
    """Does a time hang on «depuis», or on what is planned besides («avant la réunion prévue lundi»)?"""
    for current in [at, *sentence.ancestors(at)]:
        if current is cue or current.deprel == "root":
            return False
        if any(t.text.lower() in words_of(scene).lemmas["aside"] for t in sentence.children(current, "case", "mark")):
            return True
        if (
            words_of(scene).patterns["planned_word"].match(scene.folded(current.start, current.end))
            and sentence.head(current) is not cue
            and sentence.head(cue) is not current
        ):
            return True
    return False


def _told_then(sentence: Sentence, at: Token, cue: Token) -> bool:
    """«avait dit lundi vouloir se rendre à Z»: the time of the verb over an infinitive, not of what it says."""
    verb = next((t for t in [cue, *sentence.ancestors(cue)] if t.upos in ("VERB", "AUX")), cue)
    above = next((t for t in sentence.ancestors(at) if t.upos in ("VERB", "AUX")), None)
    if above is None or above is verb or not clauses.is_infinitive(verb):
        return False
    return above in sentence.ancestors(verb) and clauses.form(sentence, above).perfect and at.index < verb.index


def _straight(sentence: Sentence, at: Token, token: Token) -> bool:
    """Is there no finite clause between a time and the cue above it?"""
    for ancestor in sentence.ancestors(at):
        if ancestor is token:
            return True
        if ancestor.upos in ("VERB", "AUX") and clauses.is_finite(sentence, ancestor):
            return False
    return False


def _head_of(sentence: Sentence, time: Time) -> Token | None:
    """The token of a time that hangs on a word outside it."""
    inside = sentence.within(time.start, time.end) or [t for t in [sentence.at(time.start)] if t is not None]
    indices = {t.index for t in inside}
    return next((t for t in inside if t.head not in indices), None)


def clause_of(sentence: Sentence, token: Token) -> Token:
    """Give the head of the clause that a token stands in; infinitives count to the verb that governs them."""
    last = token
    for current in [token, *sentence.ancestors(token)]:
        last = current
        verbal = current.upos in ("VERB", "AUX") or bool(sentence.children(current, "cop", "nsubj"))
        if current.deprel in _CLAUSES and (verbal or current.deprel == "root"):
            return current
        if current.deprel == "conj" and verbal and sentence.children(current, "nsubj", "aux"):
            return current
    return last


def _says(its: Token, mine: Token) -> bool:
    """Is the clause above a verb of saying that follows its content?"""
    return its.index > mine.index and its.deprel == "parataxis"


def _finite_subject(sentence: Sentence, verb: Token) -> bool:
    return clauses.own_subject(sentence, verb) is not None


def _beside(scene: Scene, cue: Cue, time: Time) -> bool:
    """Does a time stand next to the cue, with no verb and no comma between?"""
    first, last = (time.end, cue.token.start) if time.end <= cue.token.start else (cue.token.end, time.start)
    between = cue.sentence.within(first, last)
    return last - first <= 24 and not any(t.upos in ("VERB", "AUX") or t.text in (",", ";", ":") for t in between)


def day(text: str | None) -> date | None:
    """Give the day that an EDTF names, null where it names no single one."""
    return date.fromisoformat(text) if text and re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None
