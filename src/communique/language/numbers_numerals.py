"""What numerals are worth, as matched by the number grammar: with their scales and fractions, ordinals, signs.

Gives plain numbers and offsets; what they count is decided in `numbers`.
"""

import re

from communique.language.numbers_grammar import Grammar
from communique.language.numbers_values import digits_value, fraction_value, words_value

Valued = tuple[int, int, float]
"""Start, end and worth."""


def numeral(match: re.Match[str], folded: str, known: Grammar) -> tuple[float, int, bool, bool] | None:
    """Give the worth of a numeral with its scales, its end, whether it is round by nature and whether its scale is a letter."""
    value, end = _value(match, known), match.end()
    if value is None:
        return None
    scaled = scaled_by(match["scale"], known)
    lettered = match["scale"].strip() in known.letters
    about = bool(match["collective"]) and not match["digits"]
    if match["point"]:
        value += _decimals(match["point"], known)
    if match["more"]:
        value += _added(match["more"], known)
    value *= scaled
    if after := known.added.match(folded, end):
        own = scaled_by(after["scale"], known)
        value, end = value + known.more[after["more"]] * (own if after["scale"] else scaled), after.end()
    elif scaled > 1 and (part := known.fraction_after.match(folded, end)) and (worth := _fraction(part, known)):
        value, end = value + worth * scaled, part.end()
    least = scaled
    while least >= 100 and not lettered and (further := known.further.match(folded, end)):
        next_scale = scaled_by(further["scale"], known)
        more = _value(further, known)
        if more is None or further["words"] in known.articles or more * next_scale >= least:
            break
        value, end, least = value + more * next_scale, further.end(), next_scale
    return value, end, about, lettered


def _value(match: re.Match[str], known: Grammar) -> float | None:
    """Give the number before its scale words."""
    groups = match.groupdict()
    if groups.get("article"):
        return 1.0
    if groups["digits"]:
        return digits_value(groups["digits"], known.decimal)
    if groups.get("collective"):
        return float(known.collective[groups["collective"]])
    return run_value(groups["words"], known)


def run_value(run: str, known: Grammar) -> float | None:
    """Read a run of number words; null where it is none, or no number."""
    worth = [known.words.get(w) for w in _parted(run, known)]
    return None if None in worth else words_value([w for w in worth if w is not None], scores=known.scores)


def _parted(run: str, known: Grammar) -> list[str]:
    return [w for w in re.split(r"[ \-—]+", run) if w not in known.joiners]


def scaled_by(words: str, known: Grammar) -> float:
    """Give the product of scale words: «hundred million»."""
    scaled = 1.0
    for word in re.findall(r"[a-z]+", words):
        scaled *= known.scales.get(word) or known.letters.get(word, 1.0)
    return scaled


def _added(written: str, known: Grammar) -> float:
    return known.more.get(written.strip()) or fraction_value(written.strip())


def _decimals(written: str, known: Grammar) -> float:
    """Read «point five», «virgule vingt-cinq», «point nought four»."""
    words = written.split(" ", 2)[2]
    if words.isdigit():
        return float(f"0.{words}")
    whole = run_value(words, known)
    single = [str(known.words[w]) for w in _parted(words, known)]
    return float("0." + ("".join(single) if whole is None or single[0] == "0" else f"{whole:g}"))


def minus(folded: str, start: int, known: Grammar) -> re.Match[str] | None:
    """Find the sign right before a numeral."""
    return known.patterns["minus"].search(folded, max(0, start - 12), start)


def _fraction(match: re.Match[str], known: Grammar) -> float | None:
    def worth(written: str | None) -> float | None:
        return None if not written else float(written) if written.isdigit() else run_value(written, known)

    if match["vulgar"] or match["digits"]:
        value = fraction_value(match["vulgar"] or match["digits"])
        return (worth(match["units"]) or 0) + value if value else None
    if match["over"]:
        top, under = worth(match["over"]), worth(match["under"])
        return top / under if top and under and top <= under else None
    top = 1.0 if re.fullmatch(known.patterns["fraction_article"], match["top"]) else worth(match["top"])
    bottom = _denominator(match["bottom"], known)
    if top != 1 and _ordinal_value(f"{match['top']} {match['bottom']}", known) is not None:
        return None
    return (worth(match["whole"]) or 0) + top / bottom if top and bottom else None


def _denominator(written: str, known: Grammar) -> float | None:
    return next((v for w in (written, written.removesuffix("s")) if (v := known.denominators.get(w) or _ordinal_value(w, known))), None)


def _ordinal_value(written: str, known: Grammar) -> float | None:
    """Read «vingt-cinquième», «two hundred and fifth»: number words whose last is an ordinal."""
    if written in known.ordinals:
        return float(known.ordinals[written])
    values = [known.words.get(w) or known.scales.get(w) or known.ordinals.get(w) for w in _parted(written, known)]
    return words_value([v for v in values if v is not None], scores=known.scores) if None not in values else None


def fractions(folded: str, known: Grammar) -> list[Valued]:
    """Find «trois cinquièmes», «2/3», «one out of twenty»."""
    found = []
    for match in known.fraction.finditer(folded):
        value = _fraction(match, known)
        if value is not None:
            sign = minus(folded, match.start(), known)
            found.append((sign.start() if sign else match.start(), match.end(), float(f"{-value if sign else value:.15g}")))
    return found


def ordinals(folded: str, known: Grammar) -> list[Valued]:
    """Find «troisième», «60e», «two hundred and fifth»."""
    found = []
    for match in known.ordinal.finditer(folded):
        start, value = match.start(), _ordinal_value(match["word"], known) if match["word"] else float(re.sub(r"\D", "", match[1]))
        if value is None:  # «une première»: only its last word is one
            last = _parted(match["word"], known)[-1]
            start, value = match.end() - len(last), _ordinal_value(last, known)
        if value is not None:
            found.append((start, match.end(), value))
    return found
