"""How people's names stand in a text: after titles, after «M.», in rows. The words are the pack's, the patterns are here."""

import re
from dataclasses import dataclass
from functools import lru_cache

from communique.language.packs import table

_CAP = r"[A-ZÀ-ÖØ-ÞŒĀŞŠŽČİ][\w’'.\-]*"
ROW_GAP = re.compile(
    r"[\s,]*(?:(?:du|de la|de l'|des|de|d')\s?[\w'-]+(?:\s[\w'-]+){0,2})?[\s,]*(?:et|puis|ainsi que)?\s*(?:[a-z-]+)?\s*(?:m\.|mme)?\s*"
)
SHARED_TITLES = ("Minister", "Deputy Minister", "Foreign", "Speaker", "Ambassador", "Secretary of State")
FOLLOWED = re.compile(r"[ \u00a0][A-ZÀ-ÖØ-Þ]|-\w")


@dataclass(frozen=True, slots=True)
class PersonGrammar:
    """How names of people stand in a text of one language."""

    after_title: re.Pattern[str]
    honored: re.Pattern[str]
    unknown_field: re.Pattern[str]
    name: re.Pattern[str]
    stop: frozenset[str]


@lru_cache(maxsize=8)
def person_grammar(language: str) -> PersonGrammar:
    """Give the patterns of a language, made once."""
    people = table(language, "grammar")["people"]
    honorific, particle = people["honorific"], people["particles"]
    name = rf"{_CAP}(?:(?:[ \u00a0](?:{particle}[ \u00a0]?){{0,2}}|[ \u00a0]?-)(?:al-|el-|d’|d')?{_CAP}){{0,5}}"
    return PersonGrammar(
        re.compile(rf"(?:[ \u00a0]\([^)\s]{{2,14}}\))?(?:[ \u00a0]|,[ \u00a0])(?:(?P<hon>{honorific})[ \u00a0])?(?P<name>{name})"),
        re.compile(rf"(?<![\w’'-])(?P<hon>{honorific})(?:[ \u00a0]+|(?<=M\.))(?P<name>{name})"),
        re.compile(
            rf"[ \u00a0](?:de la |de l[’']|du |des |de |d[’']|chargée? d\w*[ ’'])[^,;.:()\n]{{3,90}},[ \u00a0]"
            rf"(?:(?P<hon>{honorific})[ \u00a0])?(?P<name>{name})"
        ),
        re.compile(name),
        frozenset(people["stop"]),
    )
