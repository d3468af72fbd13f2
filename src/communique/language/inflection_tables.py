"""The tables of verb forms of one language, made from its `verbs.toml`: which stems there are and what may follow each.

Nothing here looks at sentences; `communique.language.inflection` reads words with these tables.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

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
    longest: int = 0
    """The length of the longest ending."""


@lru_cache(maxsize=8)
def tables(language: str) -> Tables:
    """Make the tables of a language; empty where its pack has no `verbs.toml`."""
    if not (PACKS / language / "verbs.toml").exists():
        return Tables()
    pack = table(language, "verbs")
    endings = {
        name: {end: tuple(found.split()) for end, found in rows.items()} for name, rows in pack["endings"].items()
    }
    endings["er"] = _merged(endings)
    slots = _slots(pack, endings)
    made = Tables(
        endings,
        feats={slot: _features(slot, pack["signs"]) for slot in slots},
        order={slot: place for place, slot in enumerate(slots)},
        homographs=frozenset(pack["words"]["homographs"].split()),
        adjectives={form: lemma for lemma, forms in pack["adjectives"].items() for form in forms.split()},
        longest=max(len(ending) for rows in endings.values() for ending in rows),
    )
    rules = [(re.compile(rule["ends"]), rule) for rule in pack["spelling"]]
    special = re.compile("|".join(f"(?:{rule['ends']})" for rule in pack["spelling"]))
    doubling = frozenset(pack["verbs"]["doubling"].split())
    for rank, (lemma, group) in enumerate(_verbs(pack)):
        made.single.setdefault(lemma, []).append((rank, lemma, "W"))
        if group == "er":
            fit = [rule for rule in rules if lemma in doubling or "doubling" not in rule[1]] if special.search(lemma) else []
            stems = _first_group(lemma, fit)
        elif group == "ir":
            stems = [("ir", lemma[:-2]), ("ir_plural", lemma[:-2]), ("future", lemma)]
        else:
            prefix = lemma[: len(lemma) - len(group)]
            _add_single(made, pack["paradigms"][group], rank, lemma, prefix)
            stems = _third_group(pack["paradigms"][group], prefix)
        for name, stem in stems:
            made.stems.setdefault(stem, []).append((rank, lemma, name))
    return made


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


def _first_group(lemma: str, rules: list[tuple[re.Pattern[str], dict[str, Any]]]) -> list[tuple[str, str]]:
    stem = lemma[:-2]
    for pattern, row in rules:
        if pattern.search(lemma):
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
    return [
        (name, prefix + stem)
        for name, stems in paradigm.items()
        if name not in ("present", "only")
        for stem in stems.split()
    ]


def _add_single(made: Tables, paradigm: dict[str, Any], rank: int, lemma: str, prefix: str) -> None:
    rows = list(zip(("P1s", "P2s Y2s", "P3s"), paradigm.get("present", "").split(), strict=False))
    for slots, forms in rows + list(paradigm.get("only", {}).items()):
        for form in forms.split():
            made.single.setdefault(prefix + form, []).extend((rank, lemma, slot) for slot in slots.split())
