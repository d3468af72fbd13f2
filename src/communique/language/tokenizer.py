"""Words as the UD treebanks of French and English cut them, by one regular expression; nothing is dropped but spaces.

Elisions are cut («l'|Ukraine»), compounds are not («vice-ministre»), inverted subjects are («a|-t-il»), numbers with spaces
between thousands stay whole («12 500»), as do initials and titles («M.», «J.-C.»).
"""

import re

_ELIDED = "l|d|j|m|t|s|c|n|qu|jusqu|lorsqu|puisqu|quoiqu"
_INVERTED = "t-il|t-elle|t-on|t-ils|t-elles|ils?|elles?|on|ce"

WORD = re.compile(
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


def cut(text: str) -> list[tuple[int, int]]:
    """Give the spans of the words of `text`, already made plain (`communique.language.folding.plain`)."""
    return [match.span() for match in WORD.finditer(text)]


def spell(text: str) -> tuple[list[str], list[bool]]:
    """Give words and «a space follows» flags, as a spaCy Doc wants them."""
    spans = cut(text)
    ends = [start for start, _ in spans[1:]] + [len(text)]
    return [text[a:b] for a, b in spans], [after > b for (_, b), after in zip(spans, ends, strict=True)]
