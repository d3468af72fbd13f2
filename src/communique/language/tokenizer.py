"""Words as the UD treebanks of a language cut them, by one regular expression each; nothing is dropped but spaces.

French: elisions are cut («l'|Ukraine»), compounds are not («vice-ministre»), inverted subjects are («a|-t-il»), numbers with
spaces between thousands stay whole («12 500»), as do initials and titles («M.», «J.-C.»).
English: possessives and contractions are cut («Oman|'s», «do|n't»), and compounds («three|-|day»), though not after a mere
prefix («co-operation»).
"""

import re

_ELIDED = "l|d|j|m|t|s|c|n|qu|jusqu|lorsqu|puisqu|quoiqu"
_INVERTED = "t-il|t-elle|t-on|t-ils|t-elles|ils?|elles?|on|ce"

_FRENCH = re.compile(
    rf"""
    \d{{1,3}}(?:\ \d{{3}})+(?:[.,]\d+)?(?!\d)            # 12 500, 1 250 000,5
  | \d+(?:[.,:]\d+)*(?:e|er|re|ème|ième|nd|nde|st|th|rd)?(?!\w)   # 41, 3,2, 10:33, 2e
  | (?:M|MM|Mme|Mlle|Mr|Mrs|Ms|Dr|Pr|St|Ste|Me|Mgr)\.(?=\s|[A-Z][a-z])  # titles with their full stop
  | (?:[A-ZÉÈ]\.-?){{2,}}                               # O.N.U., J.-C.
  | [A-ZÉÈ]\.(?=[\s-][A-ZÉÈ])                           # an initial before a name
  | (?:aujourd'hui|quelqu'un|presqu'île|prud'hom\w+)\b
  | \b(?:{_ELIDED})'(?=\w)                               # l', d', qu'
  | -(?:{_INVERTED})\b                                   # -t-il, -elle
  | \w+(?:(?:-(?!(?:{_INVERTED})\b)|'|&|(?<=\w)\.(?=\w{{2,4}}\b)(?=[a-z]+\b))\w+)*'?(?<!')
  | \.{{2,}}|…|--+
  | \w+
  | [^\w\s]
    """,
    re.VERBOSE | re.IGNORECASE,
)

_CLITICS = "s|re|ve|ll|d|m"
_PREFIXES = "co|re|pre|post|anti|non|ex|e|semi|multi|inter|intra|sub|un|bi|tri|mid|counter|micro|macro|trans|ultra"

_SHORT = (
    "Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Capt|Sen|Rep|Gov|St|Jr|Sr|Hon|Amb|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|vs|Inc|Corp|Co|Ltd"
)

_ENGLISH = re.compile(
    rf"""
    https?://\S+ | www\.\S+ | [\w.+-]+@[\w.-]+\w        # addresses
  | \d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?!\d)               # 12,500
  | \d++(?:[.,:/]\d+)*+(?:st|nd|rd|th|s)?(?!\w)         # 41, 3.2, 10:33, 2nd, 1990s
  | \d++(?:[.,]\d+)*+(?=[a-z]+\b)                        # 5|bn, 40|km
  | (?:{_SHORT})\.(?=\s|,)                                 # titles, months and firms with their full stop
  | (?:[A-Z]\.){{2,}}                                    # U.S.
  | (?:a|p)\.m\.
  | [A-Z]\.(?=[\s-][A-Z])                               # an initial before a name
  | \w+?(?=n't\b) | n't\b                              # do|n't
  | can(?=not\b)
  | '(?:{_CLITICS})\b                                   # Oman|'s
  | (?:{_PREFIXES})-\w+                                 # co-operation
  | [^\W\d]\w*(?:(?:&|(?<=\w)\.(?=\w{{2,4}}\b)(?=[a-z]+\b)|'(?!(?:{_CLITICS})\b|t\b))\w+)*
  | \.{{2,}} | … | --+ | [!?]{{2,}} | [*=]{{2,}}
  | \w+
  | [^\w\s]
    """,
    re.VERBOSE | re.IGNORECASE,
)

WORDS = {"fr": _FRENCH, "en": _ENGLISH}


def cut(text: str, language: str) -> list[tuple[int, int]]:
    """Give the spans of the words of `text`, already made plain (`communique.language.folding.plain`)."""
    return [match.span() for match in WORDS[language].finditer(text)]


def spell(text: str, spans: list[tuple[int, int]]) -> tuple[list[str], list[bool]]:
    """Give words and «a space follows» flags, as a spaCy Doc wants them."""
    ends = [start for start, _ in spans[1:]] + [len(text)]
    return [text[a:b] for a, b in spans], [after > b for (_, b), after in zip(spans, ends, strict=True)]
