"""How far an undertaking is, as the deed that stands with it says: built, opened, planned, proposed, dropped.

The deed must govern the noun, or stand beside it in its clause. Tense and the verbs above it decide between done and to
come. Denied deeds count for nothing.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from communique.extract.project_nouns import Undertaking
from communique.extract.scene import Scene
from communique.language import clauses
from communique.language.packs import table
from communique.language.tokens import Sentence, Token


@dataclass(frozen=True)
class Deed:
    """A row of the pack: its words, and the status that each tense gives."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    phrases: re.Pattern[str] | None
    done: str
    now: str
    later: str
    kinds: frozenset[str]
    """The kinds of undertaking that it is a deed for; empty for all."""
    lasting: bool
    """A state, not an event: a date is its day only where it begins it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The status of an undertaking, the deed's span, how it was found, and whether it lies ahead."""

    status: str
    cue: tuple[int, int]
    rule: str
    ahead: bool
    told: bool
    """Told as an event of its own by a finite past verb, so that the day of the occasion is its day."""
    lasting: bool


@lru_cache(maxsize=8)
def deeds(language: str) -> tuple[tuple[Deed, ...], dict[str, Any]]:
    """Compile the deeds of a language; its words of the future and of what links a deed to its object."""
    data = table(language, "projects")
    rows = tuple(
        Deed(
            frozenset(row.get("verbs", ())), frozenset(row.get("nouns", ())),
            re.compile(rf"(?<!\w)(?:{row['phrases']})(?!\w)") if "phrases" in row else None,
            row["done"], row["now"], row["later"],
            frozenset(row.get("kinds", ())), bool(row.get("lasting")),
        )
        for row in data["deed"]
    )  # fmt: skip
    words = {**data["future"], **data["links"]}
    return rows, {name: frozenset(value) if isinstance(value, list) else value for name, value in words.items()}


def standing_of(scene: Scene, found: Undertaking) -> Standing | None:
    """Give the status by the nearest deed that governs the undertaking or stands beside it; None where no deed does."""
    rows, future = deeds(scene.mentions.parse.language)
    if whose := _whose(scene, found, rows, future):
        return whose
    if not _can_be_object(scene, found, rows, future):
        return None
    ranked: list[tuple[float, int, Token, Deed, tuple[int, int]]] = []
    chain = {t.index: depth for depth, t in enumerate(found.sentence.ancestors(found.token))}
    below = set(found.sentence.subtree(found.token))
    verb = _own_verb(found, future)
    words = {w for t in found.sentence.tokens for w in (t.lemma, t.text.lower())}
    for row in [r for r in rows if (not r.kinds or found.noun.kind in r.kinds) and (r.phrases or not words.isdisjoint(r.verbs | r.nouns))]:
        for token, cue in _cues(scene, found.sentence, row):
            acting = token.lemma in row.verbs and _is_actor(found, token, future)
            distance = None if acting or _past_verb(found, token, verb) else _distance(scene, found, token, chain, below)
            if distance is not None and (distance < 10 or not _of_another(found, token, future)):
                ranked.append((distance, cue[0], token, row, cue))
    if not ranked:
        return None
    best = min(ranked, key=lambda r: r[:2])
    if not best[3].done:
        told = [r for r in ranked if r[3].done and (r[3].phrases or ((not best[3].later or r[2].index in below) and r[0] < 10))]
        best = min(told or [best], key=lambda r: r[:2])
    distance, _, token, row, cue = _of_noun(found.sentence, best, ranked)
    return _standing(found.sentence, token, row, cue, "governed" if distance < 10 else "beside", future)


def _whose(scene: Scene, found: Undertaking, rows: tuple[Deed, ...], words: dict[str, Any]) -> Standing | None:
    """«The school, whose construction…»: a noun of building right after it that takes it up, and the verb that noun serves."""
    match = re.match(words["whose"], scene.folded(found.end, found.sentence.end))
    token = found.sentence.at(found.end + match.end()) if match else None
    row = next((r for r in rows if token is not None and token.lemma in r.nouns), None)
    if row is None or token is None:
        return None
    cue = (token.start, token.end)
    for verb in [t for t in found.sentence.ancestors(token) if t.upos == "VERB"][:2]:
        over = next((r for r in rows if verb.lemma in r.verbs and r.done not in ("", "planned")), None)
        told = _standing(found.sentence, verb, over, (verb.start, verb.end), "governed", words) if over else None
        if told is not None:
            return told
    return Standing(row.later or "planned", cue, "governed", True, False, row.lasting)


def _own_verb(found: Undertaking, future: dict[str, Any]) -> Token | None:
    """The verb that it hangs on, where that only leads to a place: «un axe devant relier le port de X»."""
    verb = next((t for t in found.sentence.ancestors(found.token) if t.upos == "VERB"), None)
    return verb if verb is not None and verb.lemma in future["passing"] else None


def _past_verb(found: Undertaking, token: Token, verb: Token | None) -> bool:
    """Is the deed done to what that verb serves: «construire une autoroute pour remplacer la route de X»?"""
    return verb is not None and token.index not in found.sentence.subtree(verb)


def _is_actor(found: Undertaking, verb: Token, links: dict[str, Any]) -> bool:
    """«The commission reviewed», «the plant supplies»: what acts is not what the deed is done to, but with «open» or «begin»."""
    if verb.upos != "VERB" or verb.lemma in links["ergative"] or verb.feat("VerbForm") == "Part":
        return False
    below = found.token
    for token in found.sentence.ancestors(found.token):
        if token is verb:
            break
        below = token
    active = below.deprel == "nsubj" and below.subtype != "pass" and below.head == verb.index
    form = clauses.form(found.sentence, verb)
    return active and not form.passive and not clauses.reflexive(found.sentence, verb)


def _of_noun(
    sentence: Sentence,
    best: tuple[float, int, Token, Deed, tuple[int, int]],
    ranked: list[tuple[float, int, Token, Deed, tuple[int, int]]],
) -> tuple[float, int, Token, Deed, tuple[int, int]]:
    """«The construction of X is finished»: where a noun of building hangs on a deed, that deed says how far it is."""
    if best[2].upos != "NOUN" or best[3].done != "planned":
        return best
    above = [a.index for a in sentence.ancestors(best[2])][:3] if best[2].deprel != "conj" else []
    return next((r for r in ranked if r[2].index in above and r[3].done not in ("planned", "")), best)


def _can_be_object(scene: Scene, found: Undertaking, rows: tuple[Deed, ...], links: dict[str, Any]) -> bool:
    """Is it what a deed is done to: not where it is done, nor the complement of a noun that no deed passes through?"""
    if re.search(links["across"], scene.folded(found.sentence.start, found.start)):
        return False
    first, seen = found.token, {found.token.index}
    while first.deprel in ("conj", "flat"):
        own, head = found.sentence.children(first, "case"), found.sentence.head(first)
        above = found.sentence.children(head, "case") if head is not None else []
        if own and own[0].lemma not in {c.lemma for c in above}:
            break
        head = found.sentence.head(first)
        if head is None or head.upos not in ("NOUN", "PROPN") or head.index in seen:
            break
        seen.add(head.index)
        first = head
        if above and not own and (over := found.sentence.head(head)) is not None and over.upos in ("NOUN", "PROPN"):
            first = over if not found.sentence.children(over, "case") else first
    if first.deprel == "appos" and any(d.feat("Definite") == "Ind" for d in found.sentence.children(first, "det")):
        head = found.sentence.head(first)
        return head is None or head.upos != "PROPN"
    head = found.sentence.head(first)
    leading = [c for c in found.sentence.children(first, "case") if c.index < first.index]
    cases = [c.lemma for c in leading]
    passed = head is not None and head.lemma in links["through"]
    if leading and re.search(links["into"], scene.folded(found.sentence.start, leading[0].start)):
        passed = True
    if not passed and any(c in links["scene"] for c in cases):
        return False
    if first.deprel != "nmod" or not cases or head is None or head.upos not in ("NOUN", "PROPN"):
        return True
    return head.lemma in links["through"] or any(head.lemma in row.nouns for row in rows)


def _cues(scene: Scene, sentence: Sentence, row: Deed) -> list[tuple[Token, tuple[int, int]]]:
    found = [
        (t, (t.start, t.end)) for t in sentence.tokens
        if (t.upos in ("VERB", "AUX", "ADJ") and t.lemma in row.verbs) or (t.upos == "NOUN" and t.lemma in row.nouns)
        or (t.deprel == "amod" and t.text.lower() in row.nouns)
    ]  # fmt: skip
    if row.phrases is not None:
        for match in row.phrases.finditer(scene.folded(sentence.start, sentence.end)):
            cue = (sentence.start + match.start(), sentence.start + match.end())
            words = sorted(sentence.within(*cue), key=lambda t: (t.upos != "VERB", t.upos not in ("NOUN", "ADJ"), t.index))
            if words:
                found.append((words[0], cue))
    return found


def _distance(scene: Scene, found: Undertaking, token: Token, chain: dict[int, int], below: set[int]) -> float | None:
    """Rank a deed: governing ones by depth, dependents next, then what stands beside; None out of reach."""
    gap = token.start - found.end if token.start >= found.end else found.start - token.end
    between = scene.folded(*sorted((min(token.end, found.end), max(token.start, found.start)))) if gap > 0 else ""
    if ";" in between:
        return None
    follows = 0 <= token.start - found.end < 2 and token.feat("VerbForm") == "Part" and token.feat("Tense") != "Pres"
    if follows or (token.deprel == "acl" and token.head == found.token.index and token.start >= found.end):
        return gap / 100 - 1 if clauses.is_finite(found.sentence, token) else 3.5 + gap / 100
    if token.index in chain and chain[token.index] < 5:
        return chain[token.index] + gap / 100
    if token.index in below and token.start >= found.end and token.feat("VerbForm") == "Part" and gap < 60:
        return 4 + gap / 100
    if token.start >= found.end:
        return 10 + gap / 40 if gap < 90 and (_passive(found.sentence, token) or gap < 25) else None
    return 10 + gap / 30 if gap < 110 else None


def _of_another(found: Undertaking, token: Token, links: dict[str, Any]) -> bool:
    """Is the deed beside it done to something else that the sentence names?"""
    if token.upos not in ("VERB", "AUX"):
        return False
    sentence = found.sentence
    head = sentence.head(token)
    if token.deprel == "acl":
        patient = head
    elif clauses.form(sentence, token).passive:
        patient = clauses.own_subject(sentence, token)
    else:
        patient = next(iter(sentence.children(token, "obj")), None)
    if patient is None or patient.upos not in ("NOUN", "PROPN") or patient.lemma in links["through"]:
        return False
    return found.token.index not in sentence.subtree(patient) and patient.index not in sentence.subtree(found.token)


def _passive(sentence: Sentence, token: Token) -> bool:
    return token.feat("VerbForm") == "Part" or clauses.form(sentence, token).passive


def _is_under_way(sentence: Sentence, verb: Token) -> bool:
    """«Is being built», «building»: a present participle that no «have» puts into the past."""
    helpers = sentence.children(verb, "aux")
    if any(h.feat("Tense") == "Pres" and h.feat("VerbForm") == "Part" for h in helpers):
        return True
    present = verb.feat("VerbForm") == "Ger" or (verb.feat("VerbForm") == "Part" and verb.feat("Tense") == "Pres")
    return present and bool(helpers) and not clauses.form(sentence, verb).perfect


def _is_event(form: clauses.VerbForm, status: str, words: dict[str, Any]) -> bool:
    """Is it told as what happened on the occasion: a launch in the simple past, or in a perfect where that narrates?"""
    past = form.tense == "Past" if not words["perfect_narrates"] else form.perfect or form.tense == "Past"
    return past and status in ("launched", "under-construction") and (words["perfect_narrates"] or not form.perfect)


def _standing(sentence: Sentence, token: Token, row: Deed, cue: tuple[int, int], rule: str, future: dict[str, Any]) -> Standing | None:
    verb = token if token.upos in ("VERB", "AUX") else next((a for a in sentence.ancestors(token) if a.upos in ("VERB", "AUX")), None)
    form = clauses.form(sentence, verb) if verb is not None else None
    if form is not None and form.negated:
        return None
    above = [t for t in [token, *sentence.ancestors(token)] if t is not token][:4]
    helpers = [h for t in [token, verb] if t is not None for h in sentence.children(t, "aux")]
    proposing = any(t.lemma in future["proposing"] for t in above[:2])
    noun = token.upos == "NOUN"
    if any(future["helpers"] & {h.lemma, h.text.lower()} for h in helpers) or (
        form is not None and (form.tense == "Fut" or form.mood == "Cnd")
    ):
        return Standing("proposed" if proposing else row.later, cue, rule, True, False, row.lasting)
    infinitive = token.feat("VerbForm") in ("Inf", "Ger") or any(h.feat("VerbForm") == "Inf" for h in helpers)
    if infinitive and any(t.lemma in future["verbs"] or t.lemma in future["nouns"] for t in above):
        return Standing("proposed" if proposing else row.later, cue, rule, True, False, row.lasting)
    if infinitive:
        return Standing(row.later, cue, rule, True, False, row.lasting)
    coming = noun and any(c.lemma in future["coming"] for c in sentence.children(token, "amod", "acl"))
    if coming or (noun and any(t.lemma in future["awaiting"] for t in above[:2])):
        return Standing(row.later, cue, rule, True, False, row.lasting)
    announced = row.now == "planned" and any(t.lemma in future["announcing"] for t in above[:2])
    if noun and (announced or any(t.lemma in future["nouns"] for t in above[:2])):
        return Standing("proposed" if proposing else row.later, cue, rule, True, False, row.lasting)
    if form is not None and verb is not None and _is_under_way(sentence, verb):
        return Standing(row.now, cue, rule, row.now in ("planned", "proposed"), False, row.lasting)
    if form is not None and (form.perfect or form.passive or form.tense == "Past" or form.mood == "Part"):
        return Standing(
            row.done,
            cue,
            rule,
            row.done in ("planned", "proposed"),
            _is_event(form, row.done, future),
            row.lasting,
        )
    status = row.done if noun and row.done != "planned" else row.now
    return Standing(status, cue, rule, status in ("planned", "proposed"), noun and row.done == "launched", row.lasting)
