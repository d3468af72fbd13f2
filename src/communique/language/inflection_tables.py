"""The tables of verb forms of one language, made from its `verbs.toml`: which stems there are and what may follow each.

Nothing here looks at sentences; `communique.language.inflection` reads words with these tables.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from communique.language.packs import PACKS, table

_PREFERENCE = "PFCIJSTGKWY"
"""Moods and tenses from the likelier to the rarer in the press: present, future, conditional … imperative."""
_PERSONS = "312"


Stem = tuple[int, str, str]
"""What an ending can be put to: the rank of a verb in the list, its lemma, and the name of a table of endings."""
Analysis = tuple[int, str, str]
"""The rank of a verb, its lemma and a slot."""


@dataclass(frozen=True, slots=True)
class Tables:
    """All that is known of the verbs of a language."""

    endings: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    """Table → ending → slots."""
    stems: dict[str, list[Stem]] = field(default_factory=dict)
    single: dict[str, list[Analysis]] = field(default_factory=dict)
    """Whole words and what they are."""
    feats: dict[str, str] = field(default_factory=dict)
    """Slot → features in the notation of UD."""
    order: dict[str, int] = field(default_factory=dict)
    """Slot → place, the likelier slots first."""
    homographs: frozenset[str] = frozenset()
    adjectives: dict[str, str] = field(default_factory=dict)
    """Form → lemma."""
    auxiliaries: tuple[str, ...] = ()
    """The verb «be», always AUX in UD, then the verb «have»."""
    longest: int = 0
    """The length of the longest ending."""
    never_adjectives: frozenset[str] = frozenset()
    """Verbs whose past forms are never adjectives."""
    finite_past: bool = False
    """Whether a past participle may be a finite past as well, and nouns look like verbs («visits»): English."""


@lru_cache(maxsize=8)
def tables(language: str) -> Tables:
    """Make the tables of a language; empty where its pack has no `verbs.toml`."""
    if not (PACKS / language / "verbs.toml").exists():
        return Tables()
    pack = table(language, "verbs")
    if "suffix" in pack:
        return _suffixed(pack)
    endings = {name: {end: tuple(found.split()) for end, found in rows.items()} for name, rows in pack["endings"].items()}
    endings["er"] = _merged(endings)
    slots = _slots(pack, endings)
    made = Tables(
        endings,
        feats={slot: _features(slot, pack["signs"]) for slot in slots},
        order={slot: place for place, slot in enumerate(slots)},
        homographs=frozenset(pack["words"]["homographs"].split()),
        adjectives={form: lemma for lemma, forms in pack["adjectives"].items() for form in forms.split()},
        auxiliaries=tuple(pack["words"]["auxiliaries"]),
        longest=max(len(ending) for rows in endings.values() for ending in rows),
    )
    spelling = _spelling(pack)
    for rank, (lemma, group) in enumerate(_verbs(pack)):
        made.single.setdefault(lemma, []).append((rank, lemma, "W"))
        for name, stem in _stems(lemma, group, pack, spelling):
            made.stems.setdefault(stem, []).append((rank, lemma, name))
        if group in pack["paradigms"]:
            _add_single(made, pack["paradigms"][group], rank, lemma, lemma.removesuffix(group))
    return made


def _stems(lemma: str, group: str, pack: dict[str, Any], spelling: "_Spelling") -> list[tuple[str, str]]:
    """Give (table of endings, stem) for one verb."""
    if group == "er":
        return _first_group(lemma, spelling)
    if group == "ir":
        return [("ir", lemma[:-2]), ("ir_plural", lemma[:-2]), ("future", lemma)]
    return _third_group(pack["paradigms"][group], lemma.removesuffix(group))


class _Spelling(NamedTuple):
    """Rules for -er verbs: one pattern that any of them needs, each with its own, and the verbs that double."""

    special: re.Pattern[str]
    rules: list[tuple[re.Pattern[str], dict[str, Any]]]
    doubling: frozenset[str]


def _spelling(pack: dict[str, Any]) -> _Spelling:
    rows = pack["spelling"]
    special = re.compile("|".join(f"(?:{row['ends']})" for row in rows))
    return _Spelling(special, [(re.compile(r["ends"]), r) for r in rows], frozenset(pack["verbs"]["doubling"].split()))


def _slots(pack: dict[str, Any], endings: dict[str, dict[str, tuple[str, ...]]]) -> list[str]:
    """Give all slots, those likelier in the press first."""
    found = {"W", "P1s", "P2s", "P3s", "Y2s"}
    found.update(slot for rows in endings.values() for slots in rows.values() for slot in slots)
    found.update(slot for row in pack["paradigms"].values() for slots in row.get("only", {}) for slot in slots.split())
    return sorted(found, key=lambda s: (_PREFERENCE.index(s[0]), _PERSONS.find(s[1:2]), s))


def _features(slot: str, signs: dict[str, str]) -> str:
    return "|".join(sorted(pair for sign in slot for pair in signs[sign].split("|")))


def _verbs(pack: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for group, lemmas in pack["verbs"].items():
        if group != "doubling":
            for lemma in lemmas.split():
                yield lemma, group


def _first_group(lemma: str, spelling: _Spelling) -> list[tuple[str, str]]:
    stem = lemma[:-2]
    if not spelling.special.search(lemma):
        return [("er", stem)]
    for pattern, row in spelling.rules:
        if pattern.search(lemma) and ("doubling" not in row or lemma in spelling.doubling):
            mute, hard, future = (
                [pattern.sub(end, lemma) for end in row[kind]] if kind in row else [regular]
                for kind, regular in (("mute", stem), ("hard", stem), ("future", lemma))
            )
            pairs = (("er_mute", mute), ("er_hard", hard), ("future", future))
            return [("er_soft", stem), *((name, made) for name, stems in pairs for made in stems)]
    return [("er", stem)]


def _merged(endings: dict[str, dict[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    """Give all that can follow the one stem of a regular verb in -er."""
    future = {"er" + ending: slots for ending, slots in endings["future"].items()}
    return endings["er_mute"] | endings["er_soft"] | endings["er_hard"] | future


def _third_group(paradigm: dict[str, Any], prefix: str) -> list[tuple[str, str]]:
    return [(name, prefix + stem) for name, stems in paradigm.items() if name not in ("present", "only") for stem in stems.split()]


def _add_single(made: Tables, paradigm: dict[str, Any], rank: int, lemma: str, prefix: str) -> None:
    rows = list(zip(("P1s", "P2s Y2s", "P3s"), paradigm.get("present", "").split(), strict=False))
    for slots, forms in rows + list(paradigm.get("only", {}).items()):
        for form in forms.split():
            made.single.setdefault(prefix + form, []).extend((rank, lemma, slot) for slot in slots.split())


def _suffixed(pack: dict[str, Any]) -> Tables:
    """Make the tables of a language with few endings (English): every form as a whole word."""
    words = {kind: pack["verbs"][kind].split() for kind in ("regular", "doubling", "either")}
    slots = ("P3s", "J", "P", "G", "K", "U", "W")
    made = Tables(
        feats={slot: _features(slot, pack["signs"]) for slot in slots},
        order={slot: place for place, slot in enumerate(slots)},
        homographs=frozenset(pack["words"]["homographs"].split()),
        auxiliaries=tuple(pack["words"]["auxiliaries"]),
        never_adjectives=frozenset(pack["words"]["never_adjectives"].split()),
        finite_past=True,
    )
    lemmas = list(dict.fromkeys((*pack["irregular"], *words["regular"], *words["doubling"])))
    for rank, lemma in enumerate(lemmas):
        doubles = [False, True] if lemma in words["either"] else [lemma in words["doubling"]]
        forms = [form for double in doubles for form in _regular(lemma, pack["suffix"], double=double)]
        past, _, participle = pack["irregular"].get(lemma, "").partition(" ")
        present = pack["present"].get(lemma, "").split()
        for slot, form in forms:
            if slot == "P3s" and present or slot in ("J", "K") and past:
                continue
            made.single.setdefault(form, []).append((rank, lemma, slot))
        special = [("J", f) for f in past.split("|") if f] + [("K", f) for f in participle.split("|") if f]
        special += [("P3s" if place == 2 else "P", form) for place, form in enumerate(present)]
        for slot, form in special:
            made.single.setdefault(form, []).append((rank, lemma, slot))
    return made


def _regular(lemma: str, rules: list[dict[str, Any]], *, double: bool) -> list[tuple[str, str]]:
    """Give slot and form of a verb by its spelling; `double` says that its last letter is doubled before a vowel."""
    row = next(r for r in rules if re.search(r["ends"], lemma))
    third, past, ing = (re.sub(row["ends"], row[kind], lemma, count=1) for kind in ("s", "past", "ing"))
    if double:
        past, ing = lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"
    return [("W", lemma), ("P", lemma), ("P3s", third), ("J", past), ("K", past), ("G", ing), ("U", ing)]
